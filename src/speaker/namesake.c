/*
 * namesake.c - which of two who bear one surname a bare surname means.
 *
 *   in   mentions joined into people, cues
 *   out  the person of a surname that speaks
 *
 * A surname alone means the bearer named most (bearer.c). Papers leave that
 * where another of the name has just spoken in full: "Tom Ruiz, her
 * brother-in-law, said they were right. / “It's not fine,” Ruiz said." The
 * surname is his for this paragraph and the next, until the other is named.
 *
 * Cost: one pass over the mentions.
 */
#include "speaker/namesake.h"

enum { PARAGRAPHS = 1 /* from the full name to the surname */ };

/* The one of a shared surname who has spoken last, under a full name. */
struct spoken {
    uint32_t mention; /* of the full name, or NONE */
    uint32_t latest;  /* of his mentions by name */
};

/* The word by which a name's bearer is called: its last. */
static const ws_token *surname(const ws_scene *scene, uint32_t m)
{
    return &scene->tokens->token[scene->mentions->mention[m].name_end - 1];
}

/* A name that says something outside the marks. */
static bool speaks(const ws_scene *scene, uint32_t m)
{
    const uint16_t other = WS_M_QUOTED | WS_M_NESTED | WS_M_GENITIVE |
                           WS_M_AFTER_PREPOSITION | WS_M_OBJECT | WS_M_JOINT |
                           WS_M_HEADLINE;
    uint32_t c = scene->cues->of[m];

    return c != WHOSAID_NONE && scene->cues->cue[c].subject == m &&
           scene->cues->cue[c].kind == WS_CUE_VERB &&
           scene->cues->cue[c].strength > 0 &&
           (scene->mentions->mention[m].flags & other) == 0;
}

/* Take in a full name: it is spoken's that says something, and spoken is over
 * where another bearer of the name is told of. */
static void hear(const ws_scene *scene, const ws_people *people, uint32_t m,
                 struct spoken *spoken)
{
    uint32_t id = people->of[m];

    if (people->person[id].type == WHOSAID_SOURCE_PERSON && speaks(scene, m))
        *spoken = (struct spoken){m, m};
    else if (spoken->mention == WHOSAID_NONE)
        return;
    else if (id == people->of[spoken->mention])
        spoken->latest = m;
    else if (ws_token_same(scene->text->bytes, surname(scene, m),
                           surname(scene, spoken->mention)))
        spoken->mention = WHOSAID_NONE;
}

/* Whether mention m, a name of one word, is spoken's, and so far another's;
 * where it is surely another's, spoken is over. */
static bool is_his(const ws_scene *scene, const ws_people *people, uint32_t m,
                   struct spoken *spoken)
{
    const ws_mention *bare = &scene->mentions->mention[m];
    const ws_token *token = scene->tokens->token;

    if (spoken->mention == WHOSAID_NONE ||
        people->of[m] == people->of[spoken->mention] ||
        !ws_token_same(scene->text->bytes, surname(scene, m),
                       surname(scene, spoken->mention)))
        return false;
    uint32_t latest = scene->mentions->mention[spoken->latest].head;
    bool near =
        token[bare->head].paragraph <= token[latest].paragraph + PARAGRAPHS;
    if (near && bare->first == bare->name && speaks(scene, m))
        return true;
    spoken->mention = WHOSAID_NONE;
    return false;
}

void ws_namesakes_join(const ws_scene *scene, ws_people *people)
{
    struct spoken spoken = {WHOSAID_NONE, WHOSAID_NONE};

    if (scene->tokens->foreign || scene->tokens->count >= WS_ARTICLE)
        return;
    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        const ws_mention *e = &scene->mentions->mention[m];
        bool whole = e->name_end > e->name + 1;
        /* a surname that two bear as well is nobody's so far */
        if (e->kind != WS_MENTION_NAME ||
            (whole && people->of[m] == WHOSAID_NONE) ||
            (e->flags & (WS_M_QUOTED | WS_M_JOINT | WS_M_HEADLINE)) != 0)
            continue;
        if (whole) {
            hear(scene, people, m, &spoken);
        } else if (is_his(scene, people, m, &spoken)) {
            people->of[m] = people->of[spoken.mention];
            people->sure[m] = WS_SURE_SHARED;
            spoken.latest = m;
        }
    }
}
