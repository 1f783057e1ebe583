/*
 * embedded.c - words of somebody or something within what a sentence tells.
 *
 *   in   a quotation behind a colon, a mention before it
 *   out  whether the person of the mention is not whose words they are
 *
 *   Hill told the jury [one of them] turned and yelled: “Back off.”
 *   Hill read out a note, [which] said: “Bring cash.”
 *   Hill had 61 letters, [one of which] simply read: “No.”
 *   Hill said [a banner] outside the hall read: “Save our lido.”
 *
 * The verb right before the colon has a subject of its own, behind the one who
 * tells of it, and the text names nobody for that.
 *
 * Cost: a bounded number of looks. Not here: one who is named or described
 * there, whose mention speaks (cue.c).
 */
#include "speaker/embedded.h"

enum {
    CLAUSE = 16, /* tokens before the verb, looked at */
    CUES = 4     /* verbs before it */
};

/* The verb before the colon that leads to the words; NONE. */
static uint32_t verb_of(const ws_scene *scene, const ws_place *place)
{
    const ws_token *token = scene->tokens->token;
    uint32_t colon = place->begin;

    if (colon > 0 && token[colon].kind == WS_TOKEN_MARK)
        colon--;
    else if (colon > 1 && token[colon - 1].kind == WS_TOKEN_MARK)
        colon -= 2;
    if (colon < 2 || !ws_is_punct(&token[colon], ':') ||
        !WS_IS(token[colon - 1].lex, CUE) ||
        scene->sentences->of[colon - 1] != scene->sentences->of[colon])
        return WHOSAID_NONE;
    return colon - 1;
}

/* "One of them", "one of which", at token i. */
static bool is_one_of(const ws_scene *scene, uint32_t i, uint32_t verb)
{
    const ws_token *token = scene->tokens->token;
    const ws_lex them = WS_LEX_BIT(PRONOUN) | WS_LEX_BIT(OBJECT);

    return i + 2 < verb && ws_scene_listed(scene, i, WS_LIST_ONE) &&
           WS_IS(token[i + 1].lex, OF) &&
           ((token[i + 2].lex & them) != 0 ||
            WS_IS(token[i + 2].lex, RELATIVE));
}

/* "A note ..., [which] said", adverbs between left out. */
static bool is_which(const ws_scene *scene, uint32_t i, uint32_t verb)
{
    const ws_token *token = scene->tokens->token;

    if (!ws_scene_listed(scene, i, WS_LIST_WHICH))
        return false;
    for (i++; i < verb; i++)
        if (!WS_IS(token[i].lex, ADVERB) && !WS_IS(token[i].lex, AUXILIARY))
            return false;
    return true;
}

/* "A banner outside the hall [read]": what can be read is on something. */
static bool is_on_thing(const ws_scene *scene, uint32_t verb, uint32_t mention)
{
    const ws_cues *cues = scene->cues;
    uint32_t c = cues->at[verb];

    if (!ws_scene_listed(scene, verb, WS_LIST_READS) || c >= cues->count ||
        cues->cue[c].first != verb || cues->cue[c].subject == WHOSAID_NONE)
        return false;
    const ws_mention *e = &scene->mentions->mention[cues->cue[c].subject];
    return cues->cue[c].subject > mention && e->kind == WS_MENTION_NOMINAL &&
           (e->type == WHOSAID_SOURCE_NONE ||
            e->type == WHOSAID_SOURCE_DOCUMENT);
}

/* "Hill [said] a banner", "Hill [read] out a note": whether person id tells of it;
 * not "Hill issued a statement", "Hill held up a banner", whose words are hers. */
static bool tells(const ws_scene *scene, uint32_t verb, uint32_t id)
{
    const ws_cues *cues = scene->cues;
    uint32_t c = cues->at[verb];

    for (uint32_t n = 0; n < CUES && c > 0; n++) {
        const ws_cue *cue = &cues->cue[--c];
        if (scene->sentences->of[cue->first] != scene->sentences->of[verb])
            break;
        ws_lex lex = scene->tokens->token[cue->first].lex;
        if (cue->subject == WHOSAID_NONE ||
            scene->people->of[cue->subject] != id)
            continue;
        return ws_scene_listed(scene, cue->first, WS_LIST_READS) ||
               (WS_IS(lex, CUE_STRONG) && !WS_IS(lex, CUE_WRITE));
    }
    return false;
}

bool ws_is_embedded(const ws_scene *scene, const ws_place *place,
                    uint32_t mention)
{
    const ws_mention *m = &scene->mentions->mention[mention];
    uint32_t id = scene->people->of[mention];
    uint32_t verb = verb_of(scene, place);

    if (scene->tokens->foreign || verb == WHOSAID_NONE || m->head >= verb ||
        id == WHOSAID_NONE ||
        scene->people->person[id].type != WHOSAID_SOURCE_PERSON)
        return false;
    uint32_t first =
        scene->sentences->sentence[scene->sentences->of[verb]].first;
    if (m->last > first)
        first = m->last;
    for (uint32_t i = verb; i > first && verb - i < CLAUSE; i--) {
        if (scene->pieces->inside[i - 1] != 0)
            return false;
        if (is_one_of(scene, i - 1, verb))
            return true;
        if (is_which(scene, i - 1, verb)) /* nor "in Hill's room, which said" */
            return (m->flags & WS_M_GENITIVE) != 0 || tells(scene, verb, id);
    }
    return is_on_thing(scene, verb, mention) && tells(scene, verb, id);
}
