/*
 * claimed.c - whose words a noun of speech brings.
 *
 *   in   the scene, where a quotation stands
 *   out  the mention that owns the noun
 *
 *   Ana Ruiz mocked [Jo Hill's] claim of a “clean slate”.
 *   In response to [Jo Hill's] call for a full and “open” inquiry, she ...
 *   Ana Ruiz rejected [Jo Hill's] description of the site as a “wasteland”.
 *   Ana Ruiz repeated [Jo Hill's] slogan “Feed the Bay”.
 *   Ana Ruiz recalled [her father's] advice: “...”
 *   The memo contradicts remarks from the treasurer, [Jo Hill], that “...”
 *
 * The verb of the sentence is somebody else's: it says what he does with those
 * words. But in "called Hill's claim of theft “absurd”", "dismissed Hill's call
 * for rest as “silly”" the marks belong to the verb: something else than what
 * tells how stands before them there. So they do in "answered Hill's charge:".
 *
 * Too rare in what the models learned from. Cost: a bounded number of looks.
 */
#include "speaker/claimed.h"

enum {
    HOW_TOKENS = 5,   /* "a full and", before the marks */
    SITE_TOKENS = 10, /* "of the site as" */
    THAT_TOKENS = 12, /* of what follows "that" */
    OWNED_TOKENS = 2, /* "latest" between owner and noun */
    VERB_TOKENS = 4,  /* from "read" to "from Hill's letter" */
    LOOK_BACK = 8     /* mentions looked at */
};

/* Whether a word tells how something is, and what follows it stands for that:
 * "a", "full and". */
static bool tells_how(const ws_token *token)
{
    const ws_lex how = WS_LEX_BIT(DET) | WS_LEX_BIT(QUANTITY) |
                       WS_LEX_BIT(COMMON_ADJ) | WS_LEX_BIT(ADVERB) |
                       WS_LEX_BIT(POSSESSIVE) | WS_LEX_BIT(AND);

    return token->kind == WS_TOKEN_WORD && (token->lex & how) != 0;
}

/* Back over what tells how, from the marks. */
static uint32_t before_how(const ws_token *token, uint32_t first,
                           uint32_t begin)
{
    uint32_t i = begin;

    while (i > first + 1 && begin - i < HOW_TOKENS && tells_how(&token[i - 1]))
        i--;
    return i;
}

/* Whose the noun at token i is, who stands right before it: "Ana Ruiz's latest
 * claim"; or NONE. */
static uint32_t owner_of(const ws_scene *scene, uint32_t first, uint32_t i)
{
    const ws_mentions *mentions = scene->mentions;

    for (uint32_t n = 0, m = mentions->at[i]; n < LOOK_BACK && m > 0;
         n++, m--) {
        const ws_mention *owner = &mentions->mention[m - 1];
        if (owner->head < first)
            break;
        if (owner->kind == WS_MENTION_PRONOUN ||
            (owner->flags & WS_M_GENITIVE) == 0 ||
            (owner->flags & (WS_M_QUOTED | WS_M_NESTED)) != 0 ||
            owner->last > i || owner->last + OWNED_TOKENS < i)
            continue;
        return owner->same != WHOSAID_NONE ? owner->same : m - 1;
    }
    return WHOSAID_NONE;
}

/* "Hill's claim of a “...”", "Hill's call for “...”", "Hill's threat to “...”";
 * but his reply to it is to another's words. */
static uint32_t made_of(const ws_scene *scene, uint32_t first, uint32_t begin)
{
    const ws_lex of = WS_LEX_BIT(OF) | WS_LEX_BIT(FOR);
    const ws_token *token = scene->tokens->token;
    uint32_t i = before_how(token, first, begin);

    if (i < first + 3)
        return WHOSAID_NONE;
    bool to = i == begin && WS_IS(token[i - 1].lex, TO) &&
              ws_scene_listed(scene, i - 2, WS_LIST_PROMISE);
    if (!to &&
        ((token[i - 1].lex & of) == 0 || !WS_IS(token[i - 2].lex, SPEECH_NOUN)))
        return WHOSAID_NONE;
    return owner_of(scene, first, i - 2);
}

/* "Hill's description of the site as a “...”". */
static uint32_t depicted(const ws_scene *scene, uint32_t first, uint32_t begin)
{
    const ws_token *token = scene->tokens->token;
    uint32_t i = before_how(token, first, begin);

    if (i < first + 4 || !WS_IS(token[i - 1].lex, AS))
        return WHOSAID_NONE;
    uint32_t least = i > first + SITE_TOKENS ? i - SITE_TOKENS : first;
    for (i--; i > least + 1 && token[i - 1].kind == WS_TOKEN_WORD &&
              !WS_IS(token[i - 1].lex, CONJUNCTION);
         i--)
        if (WS_IS(token[i].lex, OF) &&
            ws_scene_listed(scene, i - 1, WS_LIST_DEPICTION))
            return owner_of(scene, first, i - 1);
    return WHOSAID_NONE;
}

/* Whether a verb that gives another's words stands just before token i, with
 * small words between: "recalled", "read aloud from". */
static bool is_recalled(const ws_scene *scene, uint32_t first, uint32_t i)
{
    const ws_token *token = scene->tokens->token;

    for (uint32_t n = 0; n < VERB_TOKENS && i > first; n++, i--) {
        if (ws_scene_listed(scene, i - 1, WS_LIST_RECALLS))
            return true;
        if ((token[i - 1].lex &
             (WS_LEX_BIT(ADVERB) | WS_LEX_BIT(PREPOSITION))) == 0)
            break;
    }
    return false;
}

/* "Hill's slogan “...”", "recalled Hill's advice: “...”". */
static uint32_t recalled(const ws_scene *scene, uint32_t first,
                         const ws_place *p)
{
    const ws_lex paper = WS_LEX_BIT(SPEECH_NOUN) | WS_LEX_BIT(DOCUMENT);
    const ws_token *token = scene->tokens->token;
    uint32_t begin = p->begin;
    bool colon = ws_is_punct(&token[begin - 1], ':');
    uint32_t i = begin - (colon || ws_is_comma(&token[begin - 1]) ? 2 : 1);
    bool motto = !colon && ws_scene_listed(scene, i, WS_LIST_MOTTO);

    if (!motto && (!colon || (token[i].lex & paper) == 0 ||
                   ws_is_comma(&token[p->end - 2])))
        return WHOSAID_NONE;
    uint32_t owner = owner_of(scene, first, i);
    if (owner == WHOSAID_NONE)
        return owner;
    uint32_t before = scene->mentions->mention[owner].first;
    if (before <= first)
        return motto ? owner : WHOSAID_NONE;
    bool branded = ws_scene_listed(scene, before - 1, WS_LIST_BRANDED) ||
                   WS_IS(token[before - 1].lex, CUE_THOUGHT);
    return motto ? (branded ? WHOSAID_NONE : owner)
                 : (is_recalled(scene, first, before) ? owner : WHOSAID_NONE);
}

/* "Remarks from [the treasurer, Jo Hill], that it was “...”": who ends before
 * the "that" at token i, behind a noun of speech; or NONE. */
static uint32_t source_of(const ws_scene *scene, uint32_t first, uint32_t i)
{
    const ws_mentions *mentions = scene->mentions;
    const ws_token *token = scene->tokens->token;

    for (uint32_t n = 0, m = mentions->at[i]; n < LOOK_BACK && m > 0;
         n++, m--) {
        const ws_mention *source = &mentions->mention[m - 1];
        if (source->head < first)
            break;
        uint32_t begin = source->first;
        if (source->role < source->role_end && source->role < begin &&
            source->role > first)
            begin = source->role;
        if (source->last != i || begin < first + 2 ||
            source->kind == WS_MENTION_PRONOUN ||
            !ws_scene_listed(scene, begin - 1, WS_LIST_COMES) ||
            !WS_IS(token[begin - 2].lex, SPEECH_NOUN))
            continue;
        return m - 1;
    }
    return WHOSAID_NONE;
}

/* "... that it was “...”", "that “...”": but "that shook him", "that is". */
static uint32_t reported_from(const ws_scene *scene, uint32_t first,
                              uint32_t begin)
{
    const ws_lex verb = WS_LEX_BIT(BE) | WS_LEX_BIT(AUXILIARY) |
                        WS_LEX_BIT(MODAL) | WS_LEX_BIT(ADVERB);
    const ws_token *token = scene->tokens->token;
    uint32_t least = begin > first + THAT_TOKENS ? begin - THAT_TOKENS : first;

    for (uint32_t i = begin; i > least + 3; i--) {
        if (token[i - 1].kind != WS_TOKEN_WORD &&
            token[i - 1].kind != WS_TOKEN_NUMBER)
            break;
        if (!WS_IS(token[i - 1].lex, THAT))
            continue;
        if (i < begin && ((token[i].lex & verb) != 0 ||
                          ws_tag_pos(scene->tags->tag[i]) == WS_POS_VERB))
            break;
        return source_of(scene, first, i - 1);
    }
    return WHOSAID_NONE;
}

uint32_t ws_claimed_by(const ws_scene *scene, const ws_place *place)
{
    uint32_t first = scene->sentences->sentence[place->first_sentence].first;
    uint32_t begin = place->begin;

    if (begin < first + 4)
        return WHOSAID_NONE;
    uint32_t owner = made_of(scene, first, begin);
    if (owner == WHOSAID_NONE)
        owner = depicted(scene, first, begin);
    if (owner == WHOSAID_NONE)
        owner = recalled(scene, first, place);
    return owner != WHOSAID_NONE ? owner : reported_from(scene, first, begin);
}
