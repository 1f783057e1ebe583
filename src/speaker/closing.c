/*
 * closing.c - a sentence that a tag closes.
 *
 *   in   the scene, where a quotation stands
 *   out  the tag that makes the writer's sentence somebody's report as a whole
 *
 *   Ministers "misled" tenants for years, an inquiry has found.
 *   The driver "did everything right", the court was told on Monday.
 *   More must be done for "forgotten" valleys, says a farmers' union.
 *
 * A desk's first sentence tells at its end who says all that; so the marks in
 * it quote, however few the words. Behind the last comma stand somebody and a
 * verb of telling, hearing or finding, then nothing or a time or place.
 *
 * A name behind a dash closes a sentence likewise: it stands under no title.
 *
 * Cost: a bounded number of tokens a quotation. Not here: who that is.
 */
#include "speaker/closing.h"

#include "speaker/beside.h"

enum {
    BEHIND = 60,  /* tokens from the marks to the sentence's end */
    SUBJECT = 9,  /* of who tells it */
    ADJUNCT = 8,  /* of when and where, behind the verb */
    NEAR = 3,     /* likewise, behind a verb that often does something else */
    OPENING = 40, /* tokens before the marks looked at for a comma */
    WORDS = 3     /* of a sentence that a name is put to */
};

static bool is_verb(ws_lex lex)
{
    return WS_IS(lex, CUE) && !WS_IS(lex, CUE_ING) && !WS_IS(lex, CUE_BASE);
}

/* A word that begins who tells it. */
static bool begins_subject(const ws_token *token)
{
    const ws_lex none =
        WS_LEX_BIT(RELATIVE) | WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(AND) |
        WS_LEX_BIT(CONJUNCTION) | WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(TO) |
        WS_LEX_BIT(AS) | WS_LEX_BIT(THAT) | WS_LEX_BIT(ADVERB) |
        WS_LEX_BIT(CUE_ING) | WS_LEX_BIT(FIRST) | WS_LEX_BIT(SECOND);

    return token->kind == WS_TOKEN_WORD && (token->lex & none) == 0;
}

/* Whether tokens [from, to) can tell when or where it was told. */
static bool is_adjunct(const ws_scene *scene, uint32_t from, uint32_t to,
                       bool weak)
{
    const ws_token *token = scene->tokens->token;

    if (from == to)
        return true;
    if (to - from > (weak ? NEAR : ADJUNCT) ||
        !(WS_IS(token[from].lex, PREPOSITION) || WS_IS(token[from].lex, TIME) ||
          WS_IS(token[from].lex, ADVERB)))
        return false;
    for (uint32_t i = from; i < to; i++)
        if (WS_IS(token[i].lex, THAT) || WS_IS(token[i].lex, SUBJECT) ||
            WS_IS(token[i].lex, CUE_STRONG))
            return false;
    return true;
}

/* "An inquiry has found", "says a farmers' union": tokens [from, to). */
static bool is_tag(const ws_scene *scene, uint32_t from, uint32_t to)
{
    const ws_token *token = scene->tokens->token;
    uint32_t last = to - from > SUBJECT ? from + SUBJECT : to;

    if (WS_IS(token[from].lex, ACCORDING))
        return true;
    if (WS_IS(token[from].lex, CUE_STRONG) && is_verb(token[from].lex))
        return to - from > 1 && to - from <= SUBJECT &&
               begins_subject(&token[from + 1]);
    if (!begins_subject(&token[from]))
        return false;
    for (uint32_t i = from + 1; i < last; i++) {
        ws_lex lex = token[i].lex;
        if (is_verb(lex) && (token[i].shape & WS_SHAPE_CAPITAL) == 0)
            return is_adjunct(scene, i + 1, to, WS_IS(lex, CUE_WEAK));
        if (token[i].kind != WS_TOKEN_WORD || WS_IS(lex, THAT) ||
            WS_IS(lex, RELATIVE) || WS_IS(lex, SUBJECT))
            return false;
    }
    return false;
}

/* "When she asked about “it”, he laughed.": the comma parts what only leads in
 * the writer's own clause. */
static bool is_led_in(const ws_scene *scene, const ws_place *p)
{
    const ws_token *token = scene->tokens->token;
    uint32_t first = scene->sentences->sentence[p->first_sentence].first;
    ws_lex lex = token[first].lex;

    if (first == p->begin ||
        !(WS_IS(lex, SUBORDINATOR) || WS_IS(lex, PREPOSITION) ||
          WS_IS(lex, CUE_ING) || WS_IS(lex, AS)))
        return false;
    for (uint32_t n = 1; n <= OPENING && p->begin >= first + n; n++)
        if (ws_is_punct(&token[p->begin - n], ','))
            return false;
    return true;
}

uint32_t ws_closing_tag(const ws_scene *scene, const ws_place *p)
{
    const ws_token *token = scene->tokens->token;
    uint32_t to = scene->sentences->sentence[p->last_sentence].last;

    if (to <= p->end || to - p->end > BEHIND)
        return WHOSAID_NONE;
    while (to > p->end && token[to - 1].kind == WS_TOKEN_PUNCT)
        to--;
    uint32_t from = to;
    while (from > p->end && scene->pieces->inside[from - 1] == 0 &&
           !ws_is_punct(&token[from - 1], ','))
        from--;
    bool closes = from > p->end && from < to &&
                  scene->pieces->inside[from - 1] == 0 &&
                  is_tag(scene, from, to) && !is_led_in(scene, p);
    return closes ? from : WHOSAID_NONE;
}

bool ws_is_signed(const ws_scene *scene, uint32_t quotation, const ws_place *p)
{
    const ws_token *token = scene->tokens->token;
    uint32_t first = scene->tokens->first[p->first_paragraph];
    uint32_t ends = ws_ending(ws_scene_last_character(scene, quotation));
    uint32_t c = ws_scene_cue_at(scene, p->end);

    /* a bullet may stand before the marks */
    if (first + 1 < p->begin ||
        (first + 1 == p->begin && token[first].kind == WS_TOKEN_WORD) ||
        p->words < WORDS || (ends != 2 && ends != 3) || c == scene->cues->count)
        return false;
    const ws_cue *cue = &scene->cues->cue[c];
    if (cue->kind != WS_CUE_DASH || cue->first != p->end ||
        cue->subject == WHOSAID_NONE)
        return false;
    const ws_mention *m = &scene->mentions->mention[cue->subject];
    return m->kind == WS_MENTION_NAME && m->first == cue->last &&
           (m->type == WHOSAID_SOURCE_PERSON || m->name_end - m->name > 1);
}
