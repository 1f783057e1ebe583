/*
 * titled.c - titles of works between marks.
 *
 *   in   the scene, a quotation's place and evidence
 *   out  whether it is a title
 *
 * A noun of a work stands before the marks, with a comma at most between (her
 * memoir, “Small Hours,” sold well), or behind what somebody or something has
 * (the channel's “Today” programme); or somebody is its author, it is by
 * somebody, or is called so.
 *
 * Not here: titles that no noun tells (class.c).
 */
#include "speaker/titled.h"

enum {
    TITLE = 12,    /* words: no title is longer */
    CUE_REACH = 4, /* tokens back to a verb of saying that leads words in */
    STRONG = 4,    /* ties so, or as a colon does */
    ALONE = 1      /* words of a title that may as well be an answer */
};

/* A verb of saying just before, or a colon, leads in speech. */
static bool is_led_in(const int16_t value[WS_EVIDENCE_COUNT])
{
    return value[WS_EVIDENCE_BEFORE] == WS_SIDE_COLON ||
           (value[WS_EVIDENCE_CUE_GAP] < CUE_REACH &&
            value[WS_EVIDENCE_CUE_TIE] >= STRONG);
}

/* “Low Water” by Ana Ruiz: by a name, not by Friday. */
static bool is_by(const ws_scene *scene, const ws_place *p)
{
    const ws_token *token = scene->tokens->token;

    return p->end + 1 < scene->tokens->count &&
           ws_scene_listed(scene, p->end, WS_LIST_AGENT) &&
           ws_is_capital(&token[p->end + 1]) &&
           token[p->end + 1].paragraph == p->last_paragraph &&
           !WS_IS(token[p->end + 1].lex, TIME);
}

/* The paper is called “Low Water”; "to be called “A Queen”" is another thing. */
static bool is_called(const ws_scene *scene, const ws_place *p)
{
    const ws_lex other = WS_LEX_BIT(TO) | WS_LEX_BIT(PRONOUN) |
                         WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(MODAL);
    const ws_token *token = scene->tokens->token;

    return p->begin > 2 && WS_IS(token[p->begin - 1].lex, CALLED) &&
           WS_IS(token[p->begin - 2].lex, BE) &&
           (token[p->begin - 3].lex & other) == 0;
}

bool ws_is_title(const ws_scene *scene, const ws_place *p,
                 const int16_t value[WS_EVIDENCE_COUNT])
{
    const ws_token *token = scene->tokens->token;

    if (p->words > TITLE || value[WS_EVIDENCE_CASE] < 2)
        return false;
    if (!is_led_in(value) && is_by(scene, p))
        return true;
    if (p->opens_paragraph || p->begin == 0)
        return false;
    if (p->begin > 1 && WS_IS(token[p->begin - 1].lex, OF) &&
        ws_scene_listed(scene, p->begin - 2, WS_LIST_AUTHOR))
        return true;
    if (is_led_in(value))
        return false;
    if (value[WS_EVIDENCE_WORK] == 1 || is_called(scene, p))
        return true;
    if (value[WS_EVIDENCE_WORK] == 2)
        return value[WS_EVIDENCE_BEFORE] == WS_SIDE_COMMA ||
               (value[WS_EVIDENCE_BEFORE_LINK] == WS_LINK_OF &&
                p->words > ALONE);
    return value[WS_EVIDENCE_WORK_BEHIND] == 1 &&
           (value[WS_EVIDENCE_BEFORE_LINK] == WS_LINK_DETERMINER ||
            value[WS_EVIDENCE_BEFORE_LINK] == WS_LINK_POSSESSIVE ||
            (token[p->begin - 1].shape & WS_SHAPE_GENITIVE) != 0);
}
