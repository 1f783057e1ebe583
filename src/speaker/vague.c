/*
 * vague.c - "a rival", "the next president": what tells little of somebody.
 *
 *   in   the words of a statement of somebody's role
 *   out  what it weighs less than the statement of an office
 *
 * A rival, a candidate or a front-runner is one today, in this story, where a
 * senator is one in all; and one "the next president" told of far from a name
 * is often nobody yet, or another.
 *
 * Not here: how well a form states a role (form.c).
 */
#include "speaker/vague.h"

/* In hundredths of a logit, against the office of the same person. */
enum {
    FAR_LOSS = 60,    /* "the rival", said of somebody in another place */
    NEAR_LOSS = 40,   /* "Ana Ruiz, a rival" */
    MERE_LOSS = 300,  /* "the next president" */
    PLURAL_LOSS = 120 /* "Sens. Ana Ruiz and Hugh Sallis" */
};

/* Behind the head of the statement: before its first "of", "for", comma. */
static uint32_t head_end(const ws_frame *f, uint32_t first, uint32_t last)
{
    uint32_t end = first;

    for (uint32_t i = first; i < last; i++) {
        /* "Doctors Without Borders' coordinator" */
        bool small = !ws_is_capital(&f->token[i]);
        if ((small && ws_is_link(f->token[i].lex)) ||
            ws_is_comma(&f->token[i]) || WS_IS(f->token[i].lex, AND))
            break;
        if (ws_holds_sense(f, i))
            end = i + 1;
    }
    return end;
}

int32_t ws_vague_loss(const ws_frame *f, ws_form form, uint32_t first,
                      uint32_t last)
{
    uint32_t end = head_end(f, first, last);

    if (end == first)
        return 0;
    const ws_token *head = &f->token[end - 1];
    bool far = form == WS_FORM_NOMINAL || form == WS_FORM_NEAR;
    int32_t loss = 0;
    if (ws_scene_listed(f->scene, end - 1, WS_LIST_VAGUE))
        loss += far ? FAR_LOSS : NEAR_LOSS;
    if (far && end > first + 1 &&
        ws_scene_listed(f->scene, first, WS_LIST_MERE))
        loss += MERE_LOSS;
    /* but "Friends of the Sea campaigner" is one */
    ws_lex behind = f->token[last - 1].lex;
    bool one = ws_is_office(behind) && !WS_IS(behind, PLURAL);
    if (WS_IS(head->lex, PLURAL) && ws_is_office(head->lex) && !one)
        loss += PLURAL_LOSS;
    return loss;
}

bool ws_states_nothing(const ws_frame *f, uint32_t first, uint32_t last)
{
    uint32_t end = head_end(f, first, last);

    if (end == first)
        return false;
    bool alone = end == first + 1 && end == last;
    bool small = !ws_is_capital(&f->token[end - 1]);
    /* "Former [Ruiz aides]", "the elder Ruiz", "the delegate count" */
    return (alone && ws_scene_listed(f->scene, first, WS_LIST_CEASED)) ||
           (alone && small &&
            ws_scene_listed(f->scene, first, WS_LIST_LOOKS)) ||
           (small && end > first + 1 &&
            ws_scene_listed(f->scene, end - 1, WS_LIST_LOWERED));
}

bool ws_says_in_full(const ws_frame *f, uint32_t first, uint32_t last,
                     uint32_t title, uint32_t title_end)
{
    const ws_token *token = f->token;
    const char *bytes = f->scene->text->bytes;
    uint32_t end = head_end(f, first, last);

    if (title_end != title + 1 || !WS_IS(token[title].lex, TITLE) ||
        (token[title].shape & WS_SHAPE_DOT) == 0 || end == first ||
        last < first + 2)
        return false;
    const ws_token *head = &token[end - 1];
    uint32_t len = token[title].end - token[title].begin - 1;
    /* "Rep.", but no representative: "the Ohio Republican" */
    if (WS_IS(head->lex, PLURAL) || !ws_is_office(head->lex) ||
        ws_scene_listed(f->scene, end - 1, WS_LIST_PARTISAN) ||
        ws_scene_listed(f->scene, first, WS_LIST_MERE) ||
        head->end - head->begin < len + 2)
        return false;
    for (uint32_t i = 0; i < len; i++)
        if ((bytes[head->begin + i] | 0x20) !=
            (bytes[token[title].begin + i] | 0x20))
            return false;
    return true;
}
