/*
 * motto.c - words that a thing has, and nobody says.
 *
 *   in   the scene, where a quotation stands
 *   out  whether they are a motto of what nobody is, or of a note on a body
 *
 *   The ship's motto is “First to the fire.”
 *   “Listen first” is the archive's motto.
 *
 * Whoever spoke before has not said that, too. Nor does anyone speak in what a
 * release has below "About Harrow & Pike", where no verb of speech is:
 *
 *   Guided by its motto, “Cold hands, warm hearts,” it serves nine lands.
 *
 * Cost: a bounded number of looks a quotation. Not here: a motto whose
 * owner is told, who speaks by it (cue.c).
 */
#include "speaker/motto.h"

enum {
    LEAD_TOKENS = 3,   /* from the noun to the marks: "slogan remains:" */
    BEHIND_TOKENS = 6, /* from the marks to the noun: "is the town's old" */
    NOTE = 5,          /* sentences below "About X" */
    CUES = 4           /* of the sentence, looked at */
};

/* Whether whoever has the motto at token i can be told: "its motto", "her
 * motto", "the union's motto"; a body speaks by it. */
static bool is_owned(const ws_scene *scene, uint32_t i)
{
    const ws_token *token = scene->tokens->token;
    uint32_t c = ws_scene_cue_at(scene, i);

    for (uint32_t n = 1; n <= LEAD_TOKENS && n <= i; n++)
        if (WS_IS(token[i - n].lex, POSSESSIVE))
            return true;
    return c < scene->cues->count && scene->cues->cue[c].first == i &&
           scene->cues->cue[c].subject != WHOSAID_NONE;
}

/* Whether somebody speaks in tokens [first, limit): "Ruiz said the motto was".
 */
static bool is_said(const ws_scene *scene, uint32_t first, uint32_t limit)
{
    for (uint32_t n = 0, c = ws_scene_cue_at(scene, first);
         n < CUES && c < scene->cues->count &&
         scene->cues->cue[c].first < limit;
         n++, c++)
        if (scene->cues->cue[c].kind == WS_CUE_VERB)
            return true;
    return false;
}

static bool is_noun(const ws_scene *scene, uint32_t i)
{
    return ws_scene_listed(scene, i, WS_LIST_MOTTO) &&
           scene->pieces->inside[i] == 0 && !is_owned(scene, i);
}

/* Below "About Harrow & Pike", or behind it in one line, and within a sentence:
 * a whole one may go on from one that somebody says. */
static bool is_in_note(const ws_scene *scene, const ws_place *p)
{
    const ws_sentence *sentence = scene->sentences->sentence;
    uint32_t s = p->first_sentence;

    if (p->begin < sentence[s].first + 2 ||
        scene->tokens->token[p->begin - 1].kind == WS_TOKEN_MARK)
        return false;
    for (uint32_t n = 0; n <= NOTE && n <= s; n++) {
        uint32_t i = sentence[s - n].first;
        if (i + 1 < scene->tokens->count && i + 1 < sentence[s - n].last &&
            ws_scene_listed(scene, i, WS_LIST_ABOUT) &&
            ws_is_capital(&scene->tokens->token[i]) &&
            ws_is_capital(&scene->tokens->token[i + 1]))
            return true;
    }
    return false;
}

bool ws_is_motto(const ws_scene *scene, const ws_place *p)
{
    const ws_token *token = scene->tokens->token;
    uint32_t first = scene->sentences->sentence[p->first_sentence].first;
    uint32_t limit = scene->sentences->sentence[p->last_sentence].last;

    if (is_said(scene, first, limit))
        return false;
    if (is_in_note(scene, p))
        return true;
    for (uint32_t n = 1; n <= LEAD_TOKENS && p->begin >= first + n; n++) {
        const ws_token *at = &token[p->begin - n];
        if (is_noun(scene, p->begin - n))
            return true;
        if (at->kind == WS_TOKEN_WORD && !WS_IS(at->lex, BE) &&
            !ws_scene_listed(scene, p->begin - n, WS_LIST_BECOMES))
            break;
    }
    if (p->end >= limit || !WS_IS(token[p->end].lex, BE))
        return false;
    for (uint32_t i = p->end + 1; i < limit && i < p->end + BEHIND_TOKENS; i++)
        if (is_noun(scene, i))
            return true;
    return false;
}
