/*
 * titled.c - titles of works between marks.
 *
 *   in   the scene, a quotation's place and evidence
 *   out  whether it is a title
 *
 * A noun of a work stands before the marks, with a comma at most between (her
 * memoir, “Small Hours,” sold well), or behind what somebody or something has
 * (the channel's “Today” programme); or somebody is its author.
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

bool ws_is_title(const ws_scene *scene, const ws_place *p,
                 const int16_t value[WS_EVIDENCE_COUNT])
{
    const ws_token *token = scene->tokens->token;

    if (p->opens_paragraph || p->begin == 0 || p->words > TITLE ||
        value[WS_EVIDENCE_CASE] < 2)
        return false;
    if (p->begin > 1 && WS_IS(token[p->begin - 1].lex, OF) &&
        ws_scene_listed(scene, p->begin - 2, WS_LIST_AUTHOR))
        return true;
    if (is_led_in(value))
        return false;
    if (value[WS_EVIDENCE_WORK] == 1)
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
