/*
 * gather.c - who could have said a quotation: the mentions around it.
 *
 *   in   the scene, a quotation's place, who spoke those before
 *   out  mentions, each with the people it may mean
 *
 * Cost: each quotation looks at a bounded number of mentions.
 *
 * Not here: what speaks for each (feature.c).
 */
#include "speaker/gather.h"

#include "speaker/wired.h"

enum {
    SENTENCES_BEFORE = 5,
    SENTENCES_BEHIND = 2,
    LOOKED_AT = 128,  /* mentions looked at on either side */
    BEFORE = 20,      /* of them taken before the marks, the nearest ones */
    BEHIND = 8,       /* and behind them: farther ones hardly ever speak */
    CALLS_BEHIND = 3, /* quotations behind whose vocatives are looked at */
    MEANT_DROP = 1024 /* Q8: rivals of a pronoun so far below are left */
};

struct view {
    const ws_scene *scene;
    const ws_past *past;
};

struct list {
    ws_gathered *gathered; /* [WS_CANDIDATES] */
    uint32_t count;
};

static void put(struct list *list, uint32_t mention, uint32_t person,
                uint32_t rank)
{
    if (list->count == WS_CANDIDATES)
        return;
    list->gathered[list->count++] =
        (ws_gathered){mention, person, (uint8_t)rank};
}

/* Add a mention; a pronoun once for each person that it may well mean. */
static void put_mention(const struct view *v, struct list *list,
                        uint32_t mention)
{
    const ws_people *people = v->scene->people;
    const ws_meant *meant = &people->meant[mention];
    const ws_mention *m = &v->scene->mentions->mention[mention];

    if (m->kind != WS_MENTION_PRONOUN || meant->count < 2) {
        put(list, mention, people->of[mention], 0);
        return;
    }
    for (uint32_t i = 0; i < meant->count; i++)
        if (i == 0 || meant->drop[i] < MEANT_DROP)
            put(list, mention, meant->person[i], i);
}

/* "Dem Magazin", by its article no subject, and no source either; but "Worte
 * des Ministers", "von dem Gericht". */
static bool is_object(const struct view *v, uint32_t m)
{
    const ws_mention *mention = &v->scene->mentions->mention[m];

    return v->scene->tokens->foreign && (mention->flags & WS_M_OBJECT) != 0 &&
           mention->kind != WS_MENTION_PRONOUN &&
           (mention->flags & WS_M_AFTER_PREPOSITION) == 0 &&
           (mention->first == 0 ||
            (v->scene->tokens->token[mention->first - 1].shape &
             WS_SHAPE_CAPITAL) == 0) &&
           v->scene->cues->of[m] == WHOSAID_NONE;
}

/* "OSLO, Nov 20 (Reuters) -": where a report comes from, and nobody. A dash
 * alone may part who speaks from the words. */
static bool is_origin(const struct view *v, const ws_mention *m)
{
    const ws_tokens *tokens = v->scene->tokens;

    return m->last < tokens->count && ws_is_comma(&tokens->token[m->last]) &&
           ws_is_dateline(tokens->token, tokens->count, m);
}

/* Add the mentions [from, to) that stand outside marks. */
static void take(const struct view *v, uint32_t from, uint32_t to,
                 struct list *list)
{
    const ws_mention *mention = v->scene->mentions->mention;

    for (uint32_t m = from, n = 0; m < to && n < LOOKED_AT; m++, n++)
        if ((mention[m].flags & WS_M_QUOTED) == 0 && !is_object(v, m) &&
            !is_origin(v, &mention[m]))
            put_mention(v, list, m);
}

/* Those who spoke before [first, ...), the latest first, each once. */
static void take_past(const struct view *v, uint32_t first, struct list *list)
{
    for (uint32_t i = 0; i < v->past->count; i++) {
        uint32_t mention = v->past->turn[i].mention;
        uint32_t person = v->past->turn[i].person;
        bool seen = mention == WHOSAID_NONE || mention >= first;
        for (uint32_t k = 0; !seen && k < list->count; k++)
            seen =
                list->gathered[k].mention == mention ||
                (person != WHOSAID_NONE && list->gathered[k].person == person);
        if (!seen && (i == 0 || v->scene->talk->story))
            put(list, mention, person, 0);
    }
}

static bool is_listed(const struct list *list, uint32_t person)
{
    for (uint32_t k = 0; k < list->count; k++)
        if (list->gathered[k].person == person)
            return true;
    return false;
}

/* One addressed in a quotation, unless he is listed. */
static void put_called(const struct view *v, uint32_t quotation,
                       struct list *list)
{
    const ws_talk *talk = v->scene->talk;

    if (talk->called[quotation] != WHOSAID_NONE &&
        !is_listed(list, talk->called[quotation]))
        put(list, talk->call[quotation], talk->called[quotation], 0);
}

/* Those of a story who are addressed in the talk around: maybe nobody else
 * names them. The farthest comes first. */
static void take_called(const struct view *v, uint32_t quotation,
                        struct list *list)
{
    ws_gathered far[WS_PAST];
    uint32_t near = list->count;
    uint32_t count;

    for (uint32_t i = 0; i < v->past->count; i++)
        put_called(v, v->past->turn[i].quotation, list);
    count = list->count - near;
    for (uint32_t i = 0; i < count; i++)
        far[i] = list->gathered[list->count - 1 - i];
    for (uint32_t i = near; i > 0; i--)
        list->gathered[i - 1 + count] = list->gathered[i - 1];
    for (uint32_t i = 0; i < count; i++)
        list->gathered[i] = far[i];
    uint32_t next = v->scene->talk->next[quotation];
    for (uint32_t n = 0; n < CALLS_BEHIND && next != WHOSAID_NONE;
         n++, next = v->scene->talk->next[next])
        put_called(v, next, list);
}

uint32_t ws_gather(const ws_scene *scene, uint32_t quotation,
                   const ws_place *place, const ws_past *past,
                   ws_gathered gathered[WS_CANDIDATES])
{
    const struct view v = {scene, past};
    const ws_sentences *sentences = scene->sentences;
    const ws_mentions *mentions = scene->mentions;
    struct list list = {gathered, 0};
    uint32_t low = place->first_sentence > SENTENCES_BEFORE
                       ? place->first_sentence - SENTENCES_BEFORE
                       : 0;
    uint32_t high = place->last_sentence + SENTENCES_BEHIND;

    if (high >= sentences->count)
        high = sentences->count - 1;
    uint32_t from = mentions->at[sentences->sentence[low].first];
    uint32_t to = mentions->at[sentences->sentence[high].last];
    uint32_t middle = mentions->at[place->begin];
    /* backwards from the marks to where enough stand, then forwards */
    uint32_t first = middle;
    for (uint32_t kept = 0, n = 0;
         first > from && kept < BEFORE && n < LOOKED_AT; n++) {
        first--;
        kept += (mentions->mention[first].flags & WS_M_QUOTED) == 0;
    }
    take_past(&v, first, &list);
    uint32_t behind = mentions->at[place->end];
    take(&v, first, middle, &list);
    take(&v, middle, behind, &list);
    uint32_t end = behind;
    for (uint32_t kept = 0, n = 0; end < to && kept < BEHIND && n < LOOKED_AT;
         n++, end++)
        kept += (mentions->mention[end].flags & WS_M_QUOTED) == 0;
    take(&v, behind, end, &list);
    if (scene->talk->story)
        take_called(&v, quotation, &list);
    return list.count;
}

void ws_past_add(ws_past *past, uint32_t quotation, uint32_t mention,
                 uint32_t person)
{
    for (uint32_t i = WS_PAST - 1; i > 0; i--)
        past->turn[i] = past->turn[i - 1];
    past->turn[0].quotation = quotation;
    past->turn[0].mention = mention;
    past->turn[0].person = person;
    if (past->count < WS_PAST)
        past->count++;
}
