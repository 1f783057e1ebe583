/*
 * group.c - bodies and groups without a name.
 *
 *   in   mentions, the people that the others of them mean
 *   out  people without a name, one for each such body or group
 *
 * A definite noun is the one before it that was called by the same noun, if it
 * is among the last few: "two brothers ... the brothers". Any other is somebody
 * new.
 *
 * Cost: linear; each mention looks at the last few.
 */
#include "speaker/group.h"

#include <string.h>

enum { KEPT = 12 }; /* of the last ones */

struct groups {
    const char *bytes;
    const ws_token *token;
    const ws_mentions *mentions;
    ws_people *people;
    uint32_t last[KEPT]; /* mentions, a ring */
    uint32_t count;
};

static bool is_group(const ws_mention *m)
{
    return m->kind == WS_MENTION_NOMINAL && (m->flags & WS_M_QUOTED) == 0 &&
           (m->type == WHOSAID_SOURCE_GROUP || m->type == WHOSAID_SOURCE_BODY);
}

/* Whether two nouns are the same word. */
static bool is_same(const struct groups *g, uint32_t a, uint32_t b)
{
    const ws_token *x = &g->token[a];
    const ws_token *y = &g->token[b];
    size_t len = x->end - x->begin;

    return len == y->end - y->begin &&
           memcmp(g->bytes + x->begin, g->bytes + y->begin, len) == 0;
}

/* The one before whom mention m goes on with, or NONE. A person. */
static uint32_t before(const struct groups *g, uint32_t m)
{
    const ws_mention *mention = &g->mentions->mention[m];
    bool bare = mention->head == mention->first + 1 &&
                WS_IS(g->token[mention->first].lex, DET) &&
                (mention->flags & WS_M_INDEFINITE) == 0;

    for (uint32_t n = 1; bare && n <= KEPT && n <= g->count; n++) {
        uint32_t k = g->last[(g->count - n) % KEPT];
        if (is_same(g, g->mentions->mention[k].head, mention->head))
            return g->people->of[k];
    }
    return WHOSAID_NONE;
}

void ws_groups_join(const ws_text *text, const ws_tokens *tokens,
                    const ws_mentions *mentions, ws_people *people)
{
    struct groups g = {text->bytes, tokens->token, mentions, people, {0}, 0};

    if (tokens->foreign && !tokens->nouns)
        return; /* what "it" may mean there is not told */
    for (uint32_t m = 0; m < mentions->count; m++) {
        const ws_mention *mention = &mentions->mention[m];
        if (!is_group(mention) || people->of[m] != WHOSAID_NONE)
            continue;
        uint32_t id = before(&g, m);
        if (id == WHOSAID_NONE) {
            id = people->count++;
            people->person[id] = (ws_person){
                .mention = m,
                .flags =
                    mention->type == WHOSAID_SOURCE_GROUP ? WS_M_PLURAL : 0,
                .type = mention->type};
        }
        people->of[m] = id;
        people->sure[m] = WS_SURE_NONE;
        g.last[g.count++ % KEPT] = m;
    }
}
