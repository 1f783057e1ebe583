/*
 * undersigned.c - who signs a quotation in a release glued into one line.
 *
 *   in   the scene, a quotation
 *   out  the mention of who said it, behind the marks
 *
 *   “We waited years for this.” Ana Ruiz, Minister of Rivers “So did we.”
 *   Bo Lin, Mayor, Town of Brill Quick facts The fund ...
 *
 * What was a line of its own under each quotation stands between the marks of
 * two: a name, a comma, what somebody is, and neither verb nor stop. The last
 * one runs into what follows and is known by the one before. Where a name
 * stands so before the first, each stands above its own.
 *
 * Cost: a bounded number of looks a quotation.
 *
 * Not here: lines that are paragraphs (signer.c).
 */
#include "speaker/undersigned.h"

#include "speaker/statement.h"

enum {
    RUN_TOKENS = 32, /* of a name and what somebody is */
    CHAIN = 8,       /* quotations back to the first of them */
    MENTIONS = 4     /* looked at for one that opens a run */
};

/* Whether token i may stand in such a run: no verb, no stop, no marks. */
static bool is_line_like(const ws_scene *scene, uint32_t i)
{
    const ws_lex no = WS_LEX_BIT(CUE) | WS_LEX_BIT(AUXILIARY) |
                      WS_LEX_BIT(MODAL) | WS_LEX_BIT(BE) | WS_LEX_BIT(PRONOUN) |
                      WS_LEX_BIT(COMMON_VERB);
    const ws_lex noun = WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_ADJ) |
                        WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON);
    const ws_token *token = &scene->tokens->token[i];

    if (token->kind == WS_TOKEN_MARK || scene->pieces->inside[i] != 0)
        return false;
    if (token->kind == WS_TOKEN_PUNCT)
        return ws_is_comma(token) || ws_is_dash(token) || token->cp == '(' ||
               token->cp == ')' || token->cp == '/' || token->cp == '&';
    return !ws_is_small(token) || (token->lex & no) == 0 ||
           (token->lex & noun) != 0;
}

/* The name of a person that stands at token i with a comma behind, or NONE. */
static uint32_t name_at(const ws_scene *scene, uint32_t i)
{
    uint32_t limit = scene->tokens->count;

    if (i < limit && ws_is_dash(&scene->tokens->token[i]))
        i++;
    if (i >= limit)
        return WHOSAID_NONE;
    for (uint32_t n = 0, m = scene->mentions->at[i];
         n < MENTIONS && m < scene->mentions->count; n++, m++) {
        const ws_mention *e = &scene->mentions->mention[m];
        if (e->first > i)
            break;
        if (e->first == i && e->kind == WS_MENTION_NAME &&
            e->type == WHOSAID_SOURCE_PERSON && e->name_end >= e->name + 2 &&
            (e->flags & WS_M_JOINT) == 0 && e->name_end < limit &&
            ws_is_comma(&scene->tokens->token[e->name_end]))
            return m;
    }
    return WHOSAID_NONE;
}

/* Whether tokens [first, end) are nothing but such a run. */
static bool is_run(const ws_scene *scene, uint32_t first, uint32_t end)
{
    if (first >= end || end - first > RUN_TOKENS ||
        name_at(scene, first) == WHOSAID_NONE)
        return false;
    const ws_token *last = &scene->tokens->token[end - 1];
    if (last->kind == WS_TOKEN_PUNCT && last->cp != ')')
        return false; /* "Ana Ruiz, a baker, “...”" */
    for (uint32_t i = first; i < end; i++)
        if (!is_line_like(scene, i))
            return false;
    return true;
}

/* Whether quotation q is a sentence of its own: it ends in a stop. */
static bool is_sentence(const ws_scene *scene, const ws_place *p)
{
    const ws_token *token = scene->tokens->token;

    if (p->begin + 3 >= p->end || p->end >= scene->tokens->count ||
        !ws_is_capital(&token[p->begin + 1]))
        return false;
    const ws_token *last = &token[p->end - 2];
    return (last->kind == WS_TOKEN_PUNCT &&
            (last->cp == '.' || last->cp == '!' || last->cp == '?')) ||
           (last->shape & WS_SHAPE_DOT) != 0;
}

/* Whether such a run is all that parts quotations q and q + 1. */
static bool is_linked(const ws_scene *scene, uint32_t q)
{
    if (q + 1 >= scene->quotations->count ||
        !ws_quotations_outer(scene->quotations, q) ||
        !ws_quotations_outer(scene->quotations, q + 1))
        return false;
    ws_place one = ws_scene_bounds(scene, q);
    ws_place two = ws_scene_bounds(scene, q + 1);

    return one.last_paragraph == two.first_paragraph &&
           is_sentence(scene, &one) && is_sentence(scene, &two) &&
           is_run(scene, one.end, two.begin);
}

/* Whether a name and what somebody is stand right before token i. */
static bool is_headed(const ws_scene *scene, uint32_t i)
{
    for (uint32_t n = 1; n <= RUN_TOKENS && n <= i; n++) {
        if (!is_line_like(scene, i - n))
            return false;
        if (is_run(scene, i - n, i))
            return true;
    }
    return false;
}

/* "Bo Lin, [Mayor]", not "Bo Lin, [the] mayor, said", "Bo Lin, [who]". */
static bool is_title(const ws_scene *scene, uint32_t m)
{
    const ws_lex no =
        WS_LEX_BIT(DET) | WS_LEX_BIT(RELATIVE) | WS_LEX_BIT(POSSESSIVE);
    uint32_t i = scene->mentions->mention[m].name_end + 1;

    return i < scene->tokens->count &&
           scene->tokens->token[i].kind == WS_TOKEN_WORD &&
           (scene->tokens->token[i].lex & no) == 0;
}

uint32_t ws_undersigned(const ws_scene *scene, uint32_t q)
{
    uint32_t first = q;

    if (scene->tokens->foreign || !ws_quotations_outer(scene->quotations, q))
        return WHOSAID_NONE;
    while (first > 0 && q - first < CHAIN && is_linked(scene, first - 1))
        first--;
    ws_place p = ws_scene_bounds(scene, q);
    if ((first == q && !is_linked(scene, q)) || !is_sentence(scene, &p) ||
        is_headed(scene, ws_scene_bounds(scene, first).begin))
        return WHOSAID_NONE;
    uint32_t m = name_at(scene, p.end);
    return m != WHOSAID_NONE && (is_linked(scene, q) || is_title(scene, m))
               ? m
               : WHOSAID_NONE;
}
