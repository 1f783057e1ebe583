/*
 * gapped.c - "Lampe sprach von einem „Sieg“, Vogt von einem „Anfang“".
 *
 *   in   where a quotation stands, who spoke the one before
 *   out  who speaks this one, where its clause has no verb of its own
 *
 * 1. The quotation before stands in the same sentence and has a speaker; right
 *    behind its marks stands a comma, or "and", or both.
 * 2. Behind that a person, a group or a body opens a clause, maybe behind an
 *    adverb, or "für" as in "für Lampe ist es ...".
 *    Not where the clause before tells of two people: "Lampe nannte Vogt einen
 *    „Lügner“, Meise eine „...“" has two readings.
 * 3. From there to the marks stand small words alone, and no verb: "von einem",
 *    "dagegen als".
 *
 * Cost: a bounded number of words and mentions.
 */
#include "speaker/gapped.h"

enum {
    CLAUSE = 16, /* words from the comma to the marks */
    WORDS = 60,  /* of the clause before */
    OPENERS = 3, /* words before the mention */
    MENTIONS = 4 /* that begin there, looked at */
};

/* Behind the comma and the "and" that follow the words of the quotation before
 * the one at place; place->begin where there are none. */
static uint32_t clause_begin(const ws_scene *scene, const ws_place *place,
                             const ws_past *past)
{
    const ws_token *token = scene->tokens->token;

    if (past->count == 0 || past->turn[0].mention == WHOSAID_NONE)
        return place->begin;
    ws_place before = ws_scene_place(scene, past->turn[0].quotation);
    uint32_t i = before.end;
    if (before.first_sentence != place->first_sentence || i >= place->begin ||
        place->begin - i > CLAUSE)
        return place->begin;
    i += ws_is_comma(&token[i]) ? 1 : 0;
    i += WS_IS(token[i].lex, AND) || WS_IS(token[i].lex, CONJUNCTION) ? 1 : 0;
    return i > before.end ? i : place->begin;
}

/* Small words alone, none of them a verb, in [i, end). */
static bool is_gap(const ws_scene *scene, uint32_t i, uint32_t end)
{
    const ws_lex verb = WS_LEX_BIT(CUE) | WS_LEX_BIT(AUXILIARY) |
                        WS_LEX_BIT(BE) | WS_LEX_BIT(MODAL) |
                        WS_LEX_BIT(CUE_THOUGHT) | WS_LEX_BIT(CUE_WRITE) |
                        WS_LEX_BIT(RELATIVE) | WS_LEX_BIT(SUBORDINATOR);
    const ws_lex small = WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(OF) |
                         WS_LEX_BIT(DET) | WS_LEX_BIT(ADVERB) |
                         WS_LEX_BIT(QUANTITY) | WS_LEX_BIT(FOR) |
                         WS_LEX_BIT(NEGATION);

    for (; i < end; i++) {
        const ws_token *token = &scene->tokens->token[i];
        bool as = WS_IS(token->lex, SUBORDINATOR) && i + 1 == end;
        if (!ws_is_small(token) ||
            (!as && ((token->lex & verb) != 0 || (token->lex & small) == 0)))
            return false;
    }
    return true;
}

/* Somebody who could say so, with none of the flags barred. */
static bool is_somebody(const ws_mention *m, uint16_t barred)
{
    const uint16_t other = WS_M_QUOTED | WS_M_GENITIVE | WS_M_NESTED | barred;

    return (m->flags & other) == 0 && m->kind != WS_MENTION_PRONOUN &&
           (m->type == WHOSAID_SOURCE_PERSON ||
            m->type == WHOSAID_SOURCE_ANONYMOUS ||
            m->type == WHOSAID_SOURCE_GROUP || m->type == WHOSAID_SOURCE_BODY ||
            (m->kind == WS_MENTION_NAME && m->type == WHOSAID_SOURCE_NONE));
}

/* Where the clause of the quotation before begins: behind the one before that,
 * or with the sentence. */
static uint32_t begin_before(const ws_scene *scene, const ws_place *place,
                             const ws_past *past)
{
    uint32_t first = scene->sentences->sentence[place->first_sentence].first;

    if (past->count < 2)
        return first;
    ws_place other = ws_scene_bounds(scene, past->turn[1].quotation);
    return other.end > first ? other.end : first;
}

/* "Lampe nannte Vogt einen „Lügner“, Meise eine „...“", "sagte, sie sei „...“":
 * the clause before, in [i, end), tells of two, or what somebody said, and the
 * gap may be that of either. */
static bool has_object(const ws_scene *scene, const ws_past *past, uint32_t i,
                       uint32_t end)
{
    const ws_mentions *mentions = scene->mentions;
    uint32_t speaker = past->turn[0].person;

    for (uint32_t k = i; k < end && k < i + WORDS; k++)
        if (WS_IS(scene->tokens->token[k].lex, CUE_THOUGHT) &&
            !WS_IS(scene->tokens->token[k].lex, CUE))
            return true;
    for (uint32_t m = mentions->at[i], n = 0; m < mentions->count && n < CLAUSE;
         m++, n++) {
        const ws_mention *c = &mentions->mention[m];
        uint32_t id = scene->people->of[m];
        if (c->first >= end)
            break;
        if (is_somebody(c, 0) && (c->flags & WS_M_AFTER_PREPOSITION) == 0 &&
            m != past->turn[0].mention && c->type != WHOSAID_SOURCE_NONE &&
            (id == WHOSAID_NONE || id != speaker))
            return true;
    }
    return false;
}

uint32_t ws_gapped(const ws_scene *scene, const ws_place *place,
                   const ws_past *past)
{
    const ws_mentions *mentions = scene->mentions;

    if (!scene->tokens->nouns || scene->talk->story)
        return WHOSAID_NONE;
    uint32_t first = clause_begin(scene, place, past);
    uint32_t before = begin_before(scene, place, past);
    if (first == place->begin || has_object(scene, past, before, first))
        return WHOSAID_NONE;
    uint32_t m = mentions->at[first];
    for (uint32_t n = 0; n < MENTIONS && m + n < mentions->count; n++) {
        const ws_mention *c = &mentions->mention[m + n];
        if (c->first > first + OPENERS || c->last > place->begin)
            break;
        bool led = c->first > first && /* "für den Minister „...“" */
                   WS_IS(scene->tokens->token[c->first - 1].lex, FOR);
        if (!is_somebody(c, led ? 0 : WS_M_OBJECT) ||
            !is_gap(scene, first, c->first) ||
            !is_gap(scene, c->last, place->begin))
            continue;
        uint32_t id = scene->people->of[m + n];
        return id != WHOSAID_NONE && id == past->turn[0].person ? WHOSAID_NONE
                                                                : m + n;
    }
    return WHOSAID_NONE;
}
