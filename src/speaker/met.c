/*
 * met.c - a description of one whom somebody else met.
 *
 *   in   mentions with their people
 *   out  whether a description cannot be of a person
 *
 * A noun alone, "the plumber", mostly means the only one who was told of. It
 * means another where the two of them stood in one sentence before, either side
 * of a verb: "Ana Ruiz met the plumber", "the plumber called her"; not where it
 * says what she is: "Ana Ruiz became the mayor".
 *
 * Cost: a bounded number of mentions.
 */
#include "speaker/met.h"

enum {
    MENTIONS = 40, /* looked at for the same noun */
    BESIDE = 6     /* and about it for the person */
};

static bool is_same_noun(const ws_scene *scene, uint32_t a, uint32_t b)
{
    const ws_mention *mention = scene->mentions->mention;
    const ws_token *token = scene->tokens->token;

    return mention[b].kind == WS_MENTION_NOMINAL &&
           (mention[b].flags & (WS_M_QUOTED | WS_M_GENITIVE)) == 0 &&
           ws_token_same(scene->text->bytes, &token[mention[a].head],
                         &token[mention[b].head]);
}

/* Whether a verb with an object, or a preposition, leads to a mention: no "is",
 * "became" nor "as", and no "said", behind which a clause begins. */
static bool is_led_to(const ws_scene *scene, const ws_mention *e,
                      uint32_t begin)
{
    if (e->first <= begin)
        return false;
    const ws_lex lex = scene->tokens->token[e->first - 1].lex;
    const ws_lex clause = WS_LEX_BIT(BE) | WS_LEX_BIT(AS) |
                          WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(THAT);
    bool verb =
        WS_IS(lex, CUE) ? WS_IS(lex, CUE_HEARER) : WS_IS(lex, COMMON_VERB);

    return (verb || WS_IS(lex, PREPOSITION) || WS_IS(lex, FOR)) &&
           (lex & clause) == 0 &&
           !ws_scene_listed(scene, e->first - 1, WS_LIST_BECOMES);
}

/* Whether person id is the first one told of in the sentence of mention k before
 * it, outside marks. */
static bool leads(const ws_scene *scene, uint32_t k, uint32_t id)
{
    const ws_mention *mention = scene->mentions->mention;
    const uint32_t *of = scene->sentences->of;
    uint32_t first = WHOSAID_NONE;

    for (uint32_t n = 1; n <= BESIDE && n <= k; n++) {
        const ws_mention *c = &mention[k - n];
        if (of[c->head] != of[mention[k].head])
            break;
        if (scene->people->of[k - n] != WHOSAID_NONE &&
            (c->flags & WS_M_QUOTED) == 0)
            first = k - n;
    }
    return first != WHOSAID_NONE && scene->people->of[first] == id &&
           (mention[first].flags & WS_M_GENITIVE) == 0;
}

/* "[The nurse] called Ana Ruiz": whether a mention that opens its sentence, and
 * behind which a verb stands, has person id behind that. */
static bool calls(const ws_scene *scene, uint32_t k, uint32_t begin,
                  uint32_t id)
{
    const ws_lex verb = WS_LEX_BIT(CUE) | WS_LEX_BIT(COMMON_VERB);
    const ws_mention *e = &scene->mentions->mention[k];

    if (e->first != begin || e->last >= scene->tokens->count ||
        k + 1 >= scene->mentions->count)
        return false;
    const ws_token *behind = &scene->tokens->token[e->last];
    return (behind->lex & verb) != 0 && !WS_IS(behind->lex, BE) &&
           scene->mentions->mention[k + 1].first == e->last + 1 &&
           scene->people->of[k + 1] == id;
}

bool ws_is_met(const ws_scene *scene, uint32_t m, uint32_t id)
{
    for (uint32_t n = 0; n < MENTIONS && n <= m; n++) {
        uint32_t k = m - n;
        if (!is_same_noun(scene, m, k))
            continue;
        const ws_mention *e = &scene->mentions->mention[k];
        uint32_t begin =
            scene->sentences->sentence[scene->sentences->of[e->head]].first;
        if ((is_led_to(scene, e, begin) && leads(scene, k, id)) ||
            calls(scene, k, begin, id))
            return true;
    }
    return false;
}
