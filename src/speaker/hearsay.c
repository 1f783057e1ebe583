/*
 * hearsay.c - "„...“, heißt es weiter": a tag that tells nobody who says so.
 *
 *   in   a quotation, the mention that was taken for its speaker
 *   out  whether the tag has nobody, and that mention stands elsewhere
 *
 *   „Nie wieder!“, stand darauf. ... Zur Begründung hieß es: „Das Geld fehlt.“
 *
 * 1. Right behind the marks, or before them with a colon, stands a verb by which
 *    words are written somewhere; nothing about it tells whose they are ("lautet
 *    ihr Motto", "heißt es in einem Brief").
 * 2. Who speaks in the sentence itself is told: "heißt es aus dem Amt". A
 *    body or a paper told of before may go on: "heißt es weiter".
 *
 * Cost: a bounded number of looks. Not here: what "aus", "auf" lead to (tongue.c).
 */
#include "speaker/hearsay.h"

enum { TAG = 8 /* words of such a tag, looked at */ };

static bool is_written(const ws_token *token)
{
    return ws_is_small(token) && WS_IS(token->lex, CUE_WRITE);
}

/* "[Es]" beside a verb before a colon. */
static bool is_it(const ws_token *token)
{
    return WS_IS(token->lex, PRONOUN) && WS_IS(token->lex, NEUTER);
}

/* The verb of such a tag behind the marks, or before them; NONE. */
static uint32_t verb_of(const ws_scene *scene, const ws_place *place)
{
    const ws_token *token = scene->tokens->token;
    uint32_t i = place->end + 1;

    /* "“...”, stand darauf", but "das Kürzel “...” steht für" */
    if (i < scene->tokens->count && ws_is_comma(&token[i - 1]) &&
        is_written(&token[i]) && token[i].paragraph == place->last_paragraph)
        return i;
    if (place->begin < 3 || token[place->begin - 1].cp != ':' ||
        token[place->begin - 1].paragraph != place->first_paragraph)
        return WHOSAID_NONE;
    /* "zur Begründung hieß es:", but "weiter hieß es:" */
    i = place->begin - 3;
    return i > 0 && is_it(&token[i + 1]) && is_written(&token[i]) &&
                   WS_IS(token[i - 1].lex, SPEECH_NOUN)
               ? i
               : WHOSAID_NONE;
}

/* "Lautet [ihr] Motto", "heißt es in einem [Brief]", "heißt es weiter.": by
 * whom the words are may have been told before. "Zur Begründung" tells none. */
static bool tells_whose(const ws_scene *scene, uint32_t verb)
{
    const ws_token *token = scene->tokens->token;
    const ws_sentence *s =
        &scene->sentences->sentence[scene->sentences->of[verb]];

    bool reason = false;

    for (uint32_t i = verb; i < s->last && i < verb + TAG; i++) {
        reason = reason || WS_IS(token[i].lex, SPEECH_NOUN);
        if (WS_IS(token[i].lex, POSSESSIVE) ||
            (ws_is_capital(&token[i]) && !WS_IS(token[i].lex, SPEECH_NOUN)))
            return true;
    }
    return !reason && verb + 1 < scene->tokens->count &&
           is_it(&token[verb + 1]);
}

bool ws_is_hearsay(const ws_scene *scene, uint32_t quotation, uint32_t mention)
{
    const ws_mention *m = &scene->mentions->mention[mention];
    const uint32_t *of = scene->sentences->of;
    uint32_t id = scene->people->of[mention];

    if (!scene->tokens->nouns)
        return false;
    ws_place place = ws_scene_bounds(scene, quotation);
    uint32_t verb = verb_of(scene, &place);
    if (verb == WHOSAID_NONE)
        return false;
    if (tells_whose(scene, verb))
        return false;
    bool inside = scene->pieces->inside[m->head] != 0;
    if ((of[m->head] == of[verb] || of[m->head] == of[place.begin]) && !inside)
        return false;
    uint8_t type =
        id == WHOSAID_NONE ? m->type : scene->people->person[id].type;
    return type == WHOSAID_SOURCE_PERSON || type == WHOSAID_SOURCE_ANONYMOUS;
}
