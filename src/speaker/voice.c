/*
 * voice.c - who stands behind a transcript's labels.
 *
 *   in   the scene, the turns
 *   out  a choice for each quotation that is a turn
 *
 * A label is a mention like any other, so RUIZ is joined with Ana Ruiz by the
 * room of people; here the mention is looked up. Nothing is scored: the label
 * decides.
 *
 * 1. The mention in a label: the longest one; a surname alone means the one
 *    person of the document who bears it, whatever kind of name it seems.
 * 2. The one interviewed: the only person of the first paragraph, or else of
 *    all before the first label. Bylines do not count; two are one too many.
 */
#include "speaker/voice.h"

#include "base/unicode.h"

enum {
    SURE_NAMED = 9500,  /* the label's name is one of the document's */
    SURE_LABEL = 9200,  /* the label stands alone */
    SURE_ANSWER = 8500, /* the person that the introduction names */
    LABEL_MENTIONS = 16,
    INTRO_MENTIONS = 2000,
    PROBES = 16,
    INITIALS = 4, /* most letters of "CD:" */
    KEY_BYTES = 256
};

/* People of two words or more by the last one, and by their initials. */
struct surnames {
    uint32_t *key;    /* [mask + 1] */
    uint32_t *person; /* [mask + 1]: 1 + index, 0 for a free slot; NONE where
                       * two people share the word */
    uint32_t mask;
};

static uint32_t key_of_bytes(const char *key, size_t len)
{
    uint32_t h = 2166136261u;

    for (size_t k = 0; k < len; k++)
        h = (h ^ (unsigned char)key[k]) * 16777619u;
    return len == 0 ? 0 : h | 1;
}

/* The letters of a word in one number; 0 for none. */
static uint32_t key_of(const ws_scene *scene, uint32_t i)
{
    char key[KEY_BYTES] = "";
    const ws_token *token = &scene->tokens->token[i];
    size_t len = ws_fold(scene->text->bytes + token->begin,
                         token->end - token->begin, true, key, sizeof key);

    return key_of_bytes(key, len);
}

/* The first letters of the words [first, last) likewise; with parts, also of what
 * stands behind a hyphen: "RBM" for Ravi Bhogal-Mistry. */
static uint32_t key_of_initials(const ws_scene *scene, uint32_t first,
                                uint32_t last, bool parts)
{
    char key[4 * INITIALS] = "";
    size_t len = 0;
    uint32_t letters = 0;

    for (uint32_t i = first; i < last; i++) {
        const ws_token *token = &scene->tokens->token[i];
        const char *word = scene->text->bytes + token->begin;
        size_t size = token->end - token->begin;
        for (size_t at = 0; at < size && at < KEY_BYTES; at++) {
            bool begins = at == 0 || (parts && word[at - 1] == '-');
            if (!begins || letters++ >= INITIALS)
                continue;
            int32_t cp = 0;
            size_t step = ws_utf8_next(word + at, size - at, 0, &cp);
            len += ws_fold(word + at, step, true, key + len, sizeof key - len);
        }
    }
    return key_of_bytes(key, len);
}

/* The slot of a key, taken or free; NONE in a crowd. */
static uint32_t slot_of(const struct surnames *s, uint32_t key)
{
    uint32_t at = (key * 2654435761u) & s->mask;

    for (uint32_t n = 0; n < PROBES; n++, at = (at + 1) & s->mask)
        if (s->person[at] == 0 || s->key[at] == key)
            return at;
    return WHOSAID_NONE;
}

/* Note that person p is called by a key. */
static void list_key(struct surnames *s, uint32_t key, uint32_t p)
{
    uint32_t at = key == 0 ? WHOSAID_NONE : slot_of(s, key);

    if (at == WHOSAID_NONE)
        return;
    s->person[at] = s->person[at] == 0 ? p + 1 : WHOSAID_NONE;
    s->key[at] = key;
}

static whosaid_status list_surnames(ws_arena *arena, const ws_scene *scene,
                                    struct surnames *s)
{
    const ws_people *people = scene->people;
    uint32_t slots = 16;

    while (slots < 4 * people->count)
        slots *= 2;
    *s = (struct surnames){WS_NEW(arena, uint32_t, slots),
                           WS_NEW(arena, uint32_t, slots), slots - 1};
    if (s->key == NULL || s->person == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t p = 0; p < people->count; p++) {
        const ws_mention *m =
            &scene->mentions->mention[people->person[p].mention];
        if (m->name_end < m->name + 2 ||
            people->person[p].type == WHOSAID_SOURCE_BODY)
            continue;
        list_key(s, key_of(scene, m->name_end - 1), p);
        uint32_t plain = key_of_initials(scene, m->name, m->name_end, false);
        uint32_t parts = key_of_initials(scene, m->name, m->name_end, true);
        list_key(s, plain, p);
        if (parts != plain)
            list_key(s, parts, p);
    }
    arena->steps += slots;
    return WHOSAID_OK;
}

/* The mention that names in full whom mention m of a label means, or NONE
 * for m where the words of the label make none: m itself where it has a
 * person of two words, or nobody bears its name. */
static uint32_t full_mention(const ws_scene *scene, const struct surnames *s,
                             const ws_label *label, uint32_t m)
{
    const ws_people *people = scene->people;
    const ws_mention *mention = scene->mentions->mention;

    if (m != WHOSAID_NONE) {
        uint32_t id = people->of[m];
        const ws_mention *full =
            &mention[id != WHOSAID_NONE ? people->person[id].mention : m];
        if (mention[m].kind != WS_MENTION_NAME ||
            full->name_end > full->name + 1)
            return m;
    } else if (label->last > label->first + 1) {
        return m;
    }
    uint32_t at = slot_of(s, key_of(scene, label->name));
    if (at == WHOSAID_NONE || s->person[at] == 0 ||
        s->person[at] == WHOSAID_NONE)
        return m;
    return people->person[s->person[at] - 1].mention;
}

/* The longest mention among the label's words, or NONE. */
static uint32_t label_mention(const ws_scene *scene, const ws_label *label)
{
    uint32_t best = WHOSAID_NONE;
    uint32_t most = 0;

    for (uint32_t n = 0, m = scene->mentions->at[label->first];
         n < LABEL_MENTIONS && m < scene->mentions->count; n++, m++) {
        const ws_mention *mention = &scene->mentions->mention[m];
        if (mention->head >= label->last)
            break;
        if (mention->kind == WS_MENTION_PRONOUN ||
            mention->first < label->first || mention->last > label->last ||
            mention->last - mention->first <= most)
            continue;
        best = m;
        most = mention->last - mention->first;
    }
    return best;
}

/* "By Helen Marsh" at a paragraph's beginning. */
static bool is_byline(const ws_scene *scene, const ws_mention *m)
{
    const ws_token *token = scene->tokens->token;

    return m->first > 0 &&
           token[m->first - 1].paragraph == token[m->first].paragraph &&
           WS_IS(token[m->first - 1].lex, PREPOSITION) &&
           (m->first == 1 ||
            token[m->first - 2].paragraph != token[m->first].paragraph);
}

/* The only person named before token end in paragraphs [0, last], as an index
 * of people; NONE for nobody or several. */
static uint32_t only_person(const ws_scene *scene, uint32_t end, uint32_t last)
{
    uint32_t only = WHOSAID_NONE;

    for (uint32_t m = 0; m < scene->mentions->count && m < INTRO_MENTIONS;
         m++) {
        const ws_mention *mention = &scene->mentions->mention[m];
        uint32_t id = scene->people->of[m];
        if (mention->head >= end ||
            scene->tokens->token[mention->head].paragraph > last)
            return only;
        if (id == WHOSAID_NONE || mention->kind != WS_MENTION_NAME ||
            is_byline(scene, mention))
            continue;
        uint8_t type = scene->people->person[id].type;
        if (type != WHOSAID_SOURCE_PERSON &&
            (type != WHOSAID_SOURCE_NONE ||
             mention->name_end < mention->name + 2))
            continue; /* "Piet Vos", of whom nothing is known, may be one */
        if (only != WHOSAID_NONE && only != id)
            return WHOSAID_NONE;
        only = id;
    }
    return only;
}

/* The mention that names the one who answers, or NONE. */
static uint32_t interviewed(const ws_scene *scene, const ws_turns *turns)
{
    uint32_t end = turns->turn[0].label.line;
    uint32_t id = only_person(scene, end, 0);

    if (id == WHOSAID_NONE)
        id = only_person(scene, end, UINT32_MAX);
    return id == WHOSAID_NONE ? WHOSAID_NONE
                              : scene->people->person[id].mention;
}

static void choose(const ws_scene *scene, const struct surnames *s,
                   const ws_turn *turn, uint32_t answers, ws_choice *choice)
{
    choice->method = WHOSAID_METHOD_TRANSCRIPT;
    if (turn->label.style == WS_LABEL_VOICE) {
        choice->mention = turn->asks ? WHOSAID_NONE : answers;
        choice->confidence = choice->mention != WHOSAID_NONE ? SURE_ANSWER : 0;
        return;
    }
    choice->mention = label_mention(scene, &turn->label);
    choice->mention = full_mention(scene, s, &turn->label, choice->mention);
    choice->confidence =
        choice->mention != WHOSAID_NONE &&
                scene->people->of[choice->mention] != WHOSAID_NONE
            ? SURE_NAMED
            : SURE_LABEL;
}

whosaid_status ws_voices(ws_arena *arena, const ws_scene *scene,
                         const ws_turns *turns, ws_attribution *attribution)
{
    struct surnames s;

    if (turns->count == 0)
        return WHOSAID_OK;
    WS_TRY(list_surnames(arena, scene, &s));
    uint32_t answers = interviewed(scene, turns);
    uint32_t asks = 0; /* "((Wikinews))" stands behind each "((WN))" */
    while (asks < turns->count &&
           turns->turn[asks].label.style != WS_LABEL_BRACKETS)
        asks++;
    for (uint32_t q = 0; q < scene->quotations->count; q++) {
        uint32_t turn = scene->quotations->quotation[q].turn;
        if (turn == 0)
            continue;
        const ws_turn *from = &turns->turn[turn - 1];
        if (from->label.style == WS_LABEL_BRACKETS)
            from = &turns->turn[asks];
        choose(scene, &s, from, answers, &attribution->choice[q]);
    }
    arena->steps += scene->quotations->count;
    return WHOSAID_OK;
}

whosaid_span ws_voice_words(const ws_tokens *tokens, const ws_label *label)
{
    const ws_token *token = tokens->token;
    uint32_t first = label->first;
    uint32_t last = first;

    if (label->style == WS_LABEL_VOICE)
        return (whosaid_span){0, 0};
    while (first + 1 < label->last && WS_IS(token[first].lex, DET))
        first++;
    while (last < label->last &&
           !(token[last].kind == WS_TOKEN_PUNCT && token[last].cp == ','))
        last++;
    if (last <= first)
        last = label->last;
    return (whosaid_span){token[first].begin, token[last - 1].end};
}
