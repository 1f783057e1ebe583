/*
 * abroad.c - who speaks in a document whose words are not known.
 *
 *   in   the scene, a quotation's place
 *   out  the mention beside a verb of saying beside the marks
 *
 * 1. The verb: the first of data/saying.tsv behind the marks, or the last one
 *    before them, in their sentence; the one nearer to them.
 * 2. Right behind the marks the verb comes before its subject, "sagte Ana
 *    Ruiz"; elsewhere the subject stands before it, or else behind it, as in
 *    "Am Montag sagte Ana Ruiz: „...“". "Laut" and its like stand before the
 *    one they name, or behind.
 *
 * A name comes before a noun; a mention may have taken in the verb.
 */
#include "speaker/abroad.h"

#include "base/saying.h"

enum {
    REACH = 14,  /* tokens from the marks to the verb */
    TOUCH = 1,   /* words between that still touch: "a dit" */
    SUBJECT = 5, /* tokens from the verb to its subject's head */
    LOOKED = 12  /* mentions looked at */
};

struct verb {
    uint32_t at;  /* token, or WHOSAID_NONE */
    uint32_t gap; /* words between it and the marks */
    bool given;   /* no verb: according to */
};

static const ws_saying *find(const ws_scene *scene, uint32_t i)
{
    const ws_token *token = &scene->tokens->token[i];
    char word[4 * REACH] = {0};
    uint32_t len = token->end - token->begin;

    if (token->kind != WS_TOKEN_WORD || len > sizeof word ||
        scene->pieces->inside[i] != 0)
        return NULL;
    const char *bytes = scene->text->bytes + token->begin;
    bool first = scene->sentences->sentence[scene->sentences->of[i]].first == i;
    if (bytes[0] >= 'A' && bytes[0] <= 'Z') { /* "Laut Ana Ruiz" */
        if (!first)
            return NULL;
        for (uint32_t k = 0; k < len; k++)
            word[k] = bytes[k];
        word[0] = (char)(word[0] | 0x20);
        bytes = word;
    }
    const ws_saying *row = ws_saying_find(bytes, len);
    return row != NULL && row->use >= WS_SAYING_GIVEN ? row : NULL;
}

/* The nearest verb on one side of the marks. */
static struct verb verb_of(const ws_scene *scene, const ws_place *p,
                           bool behind)
{
    struct verb verb = {.at = WHOSAID_NONE};
    uint32_t sentence = behind ? p->last_sentence : p->first_sentence;
    uint32_t paragraph = behind ? p->last_paragraph : p->first_paragraph;

    for (uint32_t n = 0; n < REACH; n++) {
        uint32_t i = behind ? p->end + n : p->begin - 1 - n;
        if (i >= scene->tokens->count || scene->pieces->inside[i] != 0 ||
            scene->tokens->token[i].paragraph != paragraph)
            break;
        /* a stop behind the marks may have ended the sentence */
        if (scene->sentences->of[i] != sentence &&
            !(behind && scene->sentences->of[i] == sentence + 1 &&
              scene->sentences->of[p->end] != sentence))
            break;
        const ws_saying *row = find(scene, i);
        if (row != NULL) {
            verb.at = i;
            verb.given = row->use == WS_SAYING_GIVEN;
            break;
        }
        verb.gap += scene->tokens->token[i].kind == WS_TOKEN_WORD;
    }
    return verb;
}

static bool can_speak(const ws_mention *m)
{
    const uint16_t apart = WS_M_QUOTED | WS_M_GENITIVE;

    return m->kind != WS_MENTION_PRONOUN && (m->flags & apart) == 0;
}

/* The mention whose name or noun comes first behind token at, no farther than
 * to. */
static uint32_t first_behind(const ws_scene *scene, uint32_t at, uint32_t to)
{
    const ws_mentions *mentions = scene->mentions;
    uint32_t best = WHOSAID_NONE;

    for (uint32_t m = mentions->at[at + 1], n = 0;
         m < mentions->count && n < LOOKED; m++, n++) {
        const ws_mention *mention = &mentions->mention[m];
        if (mention->head >= to)
            break;
        if (!can_speak(mention))
            continue;
        if (best == WHOSAID_NONE)
            best = m;
        /* "sagte der Sprecher Ana Ruiz" */
        const ws_mention *chosen = &mentions->mention[best];
        if (mention->kind == WS_MENTION_NAME &&
            chosen->kind != WS_MENTION_NAME && mention->first <= chosen->last)
            return m;
        if (mention->first > chosen->last)
            break;
    }
    return best;
}

/* The mention whose name or noun comes last before token at, no farther back
 * than from; a name that hangs on another one is no subject. */
static uint32_t last_before(const ws_scene *scene, uint32_t at, uint32_t from)
{
    const ws_mentions *mentions = scene->mentions;

    for (uint32_t m = mentions->at[at], n = 0; m > 0 && n < LOOKED; m--, n++) {
        const ws_mention *mention = &mentions->mention[m - 1];
        if (mention->head < from)
            break;
        if (can_speak(mention) && mention->last <= at)
            return m - 1;
    }
    return WHOSAID_NONE;
}

/* Where a quotation stands; of one in pieces the first, for a tag parts them. */
static ws_place place_of(const ws_scene *scene, uint32_t quotation)
{
    const ws_quotation *q = &scene->quotations->quotation[quotation];
    const ws_piece *piece = &scene->pieces->piece[q->piece[0]];
    ws_place p = ws_scene_place(scene, quotation);
    uint32_t end = piece->last;

    if (q->pieces == 1)
        return p;
    while (end < p.end && scene->pieces->inside[end] == q->piece[0] + 1)
        end++;
    if (end < p.end && scene->pieces->inside[end] == 0 &&
        scene->tokens->token[end].paragraph == p.first_paragraph) {
        p.end = end;
        p.last_sentence = scene->sentences->of[end - 1];
        p.last_paragraph = p.first_paragraph;
    }
    return p;
}

ws_abroad ws_abroad_of(const ws_scene *scene, uint32_t quotation)
{
    const ws_place place = place_of(scene, quotation);
    const ws_place *p = &place;
    struct verb before = verb_of(scene, p, false);
    struct verb verb = verb_of(scene, p, true);
    ws_abroad who = {.mention = WHOSAID_NONE};

    bool behind = verb.at != WHOSAID_NONE &&
                  (before.at == WHOSAID_NONE || verb.gap <= before.gap);
    if (!behind)
        verb = before;
    if (verb.at == WHOSAID_NONE)
        return who;
    who.touches = verb.gap <= TOUCH;
    const ws_sentence *s =
        &scene->sentences->sentence[scene->sentences->of[verb.at]];
    uint32_t to = behind || verb.given ? s->last : p->begin;
    if (to > verb.at + SUBJECT)
        to = verb.at + SUBJECT;
    uint32_t from = behind ? p->end : s->first;
    if (from + SUBJECT < verb.at)
        from = verb.at - SUBJECT;
    if (!verb.given && !(behind && who.touches))
        who.mention = last_before(scene, verb.at, from);
    if (who.mention == WHOSAID_NONE)
        who.mention = first_behind(scene, verb.at, to);
    if (who.mention == WHOSAID_NONE)
        who.mention = last_before(scene, verb.at, from);
    return who;
}
