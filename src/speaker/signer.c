/*
 * signer.c - whose name stands in a line of its own beside a quotation.
 *
 *   in   a quotation that is a whole paragraph
 *   out  the mention of who said it, by the lines above and below
 *
 *   Ana Ruiz                         “We waited years for this.”
 *   Head of Rivers, Hill Trust       Ana Ruiz, Hill
 *   “We waited years for this.”
 *
 * A line above is the quotation's, unless the one before has it; then, or where
 * there is none, so is a line below. A name's line has no stop at its end and
 * is short; between it and the marks may stand two more such lines.
 *
 *   - Ana Ruiz, Head of Rivers, Hill Trust: “We waited years for this.”
 *
 * Who opens a line that tells nothing but what he is has the words behind its
 * colon, not the body just before it.
 *
 * Cost: a bounded number of looks a quotation.
 *
 * Not here: a name behind a dash (rank.c), right before a colon (cue.c).
 */
#include "speaker/signer.h"

#include "speaker/statement.h"

enum {
    LINE_TOKENS = 14,  /* longest line of a name and what he is */
    MORE_LINES = 2,    /* between a name's and the marks */
    LINE_MENTIONS = 3, /* looked at for one that opens its line */
    ITEM_TOKENS = 24   /* of a name and what he is, before a colon */
};

/* Whether paragraph p is a short line without a stop or marks. */
static bool is_line(const ws_scene *scene, uint32_t p)
{
    const ws_tokens *tokens = scene->tokens;
    uint32_t first = tokens->first[p];
    uint32_t end = tokens->first[p + 1];

    if (first == end || end - first > LINE_TOKENS ||
        !ws_is_capital(&tokens->token[first]))
        return false;
    const ws_token *last = &tokens->token[end - 1];
    if (last->kind == WS_TOKEN_PUNCT && last->cp != ')')
        return false;
    ws_frame frame = ws_frame_of(scene, first);
    for (uint32_t i = first; i < end; i++) /* but "Anglers' Federation" */
        if (tokens->token[i].kind == WS_TOKEN_MARK &&
            !ws_is_genitive(&frame, i))
            return false;
    return ws_scene_cue_at(scene, first) == ws_scene_cue_at(scene, end);
}

/* "Callum, 7": a name with an age behind it. */
static bool is_aged(const ws_scene *scene, const ws_mention *m)
{
    const ws_tokens *tokens = scene->tokens;

    return m->last + 1 < tokens->count &&
           ws_is_comma(&tokens->token[m->last]) &&
           tokens->token[m->last + 1].kind == WS_TOKEN_NUMBER;
}

/* The name of a person that opens line p, with nothing behind it but a comma
 * or a dash; or NONE. */
static uint32_t name_of(const ws_scene *scene, uint32_t p)
{
    const ws_tokens *tokens = scene->tokens;
    uint32_t first = tokens->first[p];
    uint32_t end = tokens->first[p + 1];
    uint32_t m = scene->mentions->at[first];

    if (!is_line(scene, p))
        return WHOSAID_NONE;
    for (uint32_t n = 0; n < LINE_MENTIONS && m < scene->mentions->count;
         n++, m++) {
        const ws_mention *mention = &scene->mentions->mention[m];
        if (mention->head >= end)
            break;
        if (mention->kind != WS_MENTION_NAME || mention->first != first ||
            (mention->type != WHOSAID_SOURCE_PERSON &&
             mention->type != WHOSAID_SOURCE_NONE) ||
            ((mention->type == WHOSAID_SOURCE_NONE ||
              mention->name_end - mention->name < 2) &&
             !is_aged(scene, mention)) ||
            (mention->last < end &&
             tokens->token[mention->last].kind != WS_TOKEN_PUNCT))
            continue;
        return m;
    }
    return WHOSAID_NONE;
}

/* Whether nothing but the office and the body of a name stands in tokens
 * [first, last): no verb, and nobody who would do something. */
static bool is_office_only(const ws_scene *scene, uint32_t first, uint32_t last)
{
    const ws_lex no = WS_LEX_BIT(CUE) | WS_LEX_BIT(AUXILIARY) |
                      WS_LEX_BIT(MODAL) | WS_LEX_BIT(BE) | WS_LEX_BIT(PRONOUN) |
                      WS_LEX_BIT(COMMON_VERB);
    const ws_lex noun = WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_ADJ) |
                        WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON);

    for (uint32_t i = first; i < last; i++) {
        ws_lex lex = scene->tokens->token[i].lex;
        if (ws_is_small(&scene->tokens->token[i]) && (lex & no) != 0 &&
            (lex & noun) == 0)
            return false;
    }
    return true;
}

/* "- Ana Ruiz, Director, Hill Trust: “...”": who opens the line, not the body
 * before the colon; or NONE. */
static uint32_t name_before_colon(const ws_scene *scene, const ws_place *place)
{
    const ws_token *token = scene->tokens->token;
    uint32_t first = scene->tokens->first[place->first_paragraph];
    uint32_t colon = place->begin - 1;

    first += token[first].kind == WS_TOKEN_PUNCT ||
                     token[first].kind == WS_TOKEN_SYMBOL
                 ? 1
                 : 0;
    if (first >= colon || colon - first > ITEM_TOKENS)
        return WHOSAID_NONE;
    for (uint32_t n = 0, m = scene->mentions->at[first];
         n < LINE_MENTIONS && m < scene->mentions->count; n++, m++) {
        const ws_mention *mention = &scene->mentions->mention[m];
        if (mention->head >= colon)
            break;
        if (mention->kind != WS_MENTION_NAME || mention->first != first ||
            mention->type != WHOSAID_SOURCE_PERSON ||
            mention->name_end - mention->name < 2 ||
            !ws_is_comma(&token[mention->name_end]))
            continue;
        return is_office_only(scene, mention->name_end, colon) ? m
                                                               : WHOSAID_NONE;
    }
    return WHOSAID_NONE;
}

uint32_t ws_signer(const ws_scene *scene, const ws_place *place,
                   const ws_past *past)
{
    uint32_t before = place->first_paragraph;
    uint32_t behind = place->last_paragraph + 1;
    uint32_t m = WHOSAID_NONE;
    uint32_t line = WHOSAID_NONE; /* of who spoke the one before */

    if (place->begin > 0 && scene->tokens->token[place->begin - 1].cp == ':')
        return place->opens_paragraph ? WHOSAID_NONE
                                      : name_before_colon(scene, place);
    if (!place->opens_paragraph || !place->closes_paragraph)
        return WHOSAID_NONE;
    if (past->count > 0 && past->turn[0].mention != WHOSAID_NONE) {
        const ws_mention *last =
            &scene->mentions->mention[past->turn[0].mention];
        line = scene->tokens->token[last->head].paragraph;
    }
    if (before > 0)
        m = name_of(scene, before - 1);
    /* "Ana Ruiz | Director | Hill Trust" */
    for (uint32_t n = 1; n <= MORE_LINES && m == WHOSAID_NONE && before > n &&
                         is_line(scene, before - n);
         n++)
        m = name_of(scene, before - n - 1);
    if (m != WHOSAID_NONE &&
        scene->tokens->token[scene->mentions->mention[m].head].paragraph !=
            line)
        return m;
    if (behind >= scene->text->paragraphs)
        return WHOSAID_NONE;
    m = name_of(scene, behind);
    /* below, a name alone may be anything's heading */
    return m != WHOSAID_NONE && scene->mentions->mention[m].last <
                                    scene->tokens->first[behind + 1]
               ? m
               : WHOSAID_NONE;
}
