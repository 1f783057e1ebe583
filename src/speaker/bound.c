/*
 * bound.c - "Ana Ruiz slammed the Maine senator": she is not the senator.
 *
 *   in   mentions with their people
 *   out  whether an epithet cannot mean the subject of its clause, or of the one
 *        that tells of it
 *
 * Who says something of himself says "me" or "him", and no noun: the object of
 * a verb of saying is somebody else, and so is the subject of what is said. A
 * verb that only tells what somebody is ("became the senator") is no verb of
 * saying, and no word that parts clauses may stand between.
 *
 * Cost: a bounded number of mentions and words is looked at.
 */
#include "speaker/bound.h"

enum {
    NEAR_MENTIONS = 8, /* between the subject and its object */
    NEAR_TOKENS = 8
};

/* What a mention that is the subject of its clause is not. */
#define NO_SUBJECT                                                        \
    (WS_M_OBJECT | WS_M_GENITIVE | WS_M_NESTED | WS_M_AFTER_PREPOSITION | \
     WS_M_QUOTED)

/* Whether the words [first, last) are a verb of saying and nothing that begins
 * another clause or tells what the subject is: "called", "has also told". */
static bool is_said(const ws_scene *scene, uint32_t first, uint32_t last)
{
    const ws_lex parting = WS_LEX_BIT(BE) | WS_LEX_BIT(AS) | WS_LEX_BIT(AND) |
                           WS_LEX_BIT(CONJUNCTION) | WS_LEX_BIT(RELATIVE) |
                           WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(PREPOSITION);
    bool said = false;

    if (last <= first || last - first > NEAR_TOKENS)
        return false;
    for (uint32_t i = first; i < last; i++) {
        const ws_token *token = &scene->tokens->token[i];
        /* "that" leads in what is said, and stands with the relatives */
        if (token->kind != WS_TOKEN_WORD ||
            ((token->lex & parting) != 0 && !WS_IS(token->lex, THAT)))
            return false;
        said = said || WS_IS(token->lex, CUE);
    }
    return said;
}

/* "If Hill is [the nominee]", "the talk of Hill as [the next president]": what
 * the subject of its own clause is said to be; but "as [the senator] said". */
static bool is_predicate(const ws_scene *scene, const ws_mention *e)
{
    const ws_lex verb = WS_LEX_BIT(BE) | WS_LEX_BIT(AUXILIARY) |
                        WS_LEX_BIT(MODAL) | WS_LEX_BIT(CUE) |
                        WS_LEX_BIT(COMMON_VERB);
    const ws_token *token = scene->tokens->token;
    uint32_t before = e->first - 1;

    if (WS_IS(token[before].lex, AS))
        return e->last < scene->tokens->count &&
               (token[e->last].lex & verb) == 0 &&
               !WS_IS(token[e->last].lex, ADVERB);
    return WS_IS(token[before].lex, BE) ||
           ws_scene_listed(scene, before, WS_LIST_BECOMES);
}

/* "Ana Ruiz, when asked about taxes, responded that [the senator] was wrong":
 * whether the cue right before epithet e has id for its subject. */
static bool is_told_by(const ws_scene *scene, const ws_mention *e, uint32_t id)
{
    const ws_cues *cues = scene->cues;
    uint32_t end = e->first;

    end -= WS_IS(scene->tokens->token[end - 1].lex, THAT) ? 1 : 0;
    uint32_t k = cues->at[end];
    if (k == 0 || cues->cue[k - 1].last != end ||
        cues->cue[k - 1].kind != WS_CUE_VERB)
        return false;
    uint32_t subject = cues->cue[k - 1].subject;
    return subject != WHOSAID_NONE && &scene->mentions->mention[subject] != e &&
           scene->people->of[subject] == id;
}

/* "Ana Ruiz wrote on Sunday, slamming [the senator]": whether id is the subject
 * of the sentence that goes on so. */
static bool goes_on_about(const ws_scene *scene, const ws_mention *e,
                          uint32_t id)
{
    const ws_sentences *sentences = scene->sentences;
    const ws_token *verb = &scene->tokens->token[e->first - 1];
    uint32_t first = sentences->sentence[sentences->of[e->head]].first;

    if (e->first < first + 3 || !ws_is_comma(verb - 1) ||
        (verb->lex & (WS_LEX_BIT(CUE) | WS_LEX_BIT(COMMON_VERB))) == 0)
        return false;
    uint32_t k = scene->mentions->at[first];
    for (uint32_t n = 0; n < NEAR_MENTIONS && k + n < scene->mentions->count;
         n++) {
        const ws_mention *c = &scene->mentions->mention[k + n];
        if (c->last > e->first)
            break;
        if ((c->flags & NO_SUBJECT) == 0)
            return scene->people->of[k + n] == id;
    }
    return false;
}

bool ws_bound_apart(const ws_scene *scene, uint32_t m, uint32_t id)
{
    const ws_mention *e = &scene->mentions->mention[m];
    const uint32_t *of = scene->sentences->of;

    if (e->first > 0 && of[e->first - 1] == of[e->head] &&
        (is_predicate(scene, e) || is_told_by(scene, e, id) ||
         goes_on_about(scene, e, id)))
        return true;
    for (uint32_t n = 1; n <= NEAR_MENTIONS && n <= m; n++) {
        const ws_mention *c = &scene->mentions->mention[m - n];
        if (of[c->head] != of[e->head])
            return false;
        if (scene->people->of[m - n] == id && (c->flags & NO_SUBJECT) == 0 &&
            c->last <= e->first && is_said(scene, c->last, e->first))
            return true;
    }
    return false;
}
