/*
 * torn.c - where speech ends whose closing mark was forgotten.
 *
 *   in   tokens
 *   out  the token before which it ends
 *
 * Before a tag: ", said Tom Hale.", ", Tom Hale said.". Where nothing but a
 * forgotten mark explains what stands there, a tag may look otherwise too:
 * "Is that all? Trump said.", ", said solicitor Jane Firth", ", Tom Hale told
 * the court.". Before the sentence that leads in the next quotation. A few
 * words within the writer's own sentence end with that sentence.
 *
 * Cost: each token is looked at a constant number of times. Not here: whether
 * a mark was forgotten, see pair.c.
 */
#include "quote/torn.h"

enum {
    TAG_WORDS = 3,  /* of a name between a comma and its cue */
    LONG_TAG = 7,   /* of what may stand there where a mark was forgotten */
    ROLE_WORDS = 3, /* between a cue and the name behind it, likewise */
    TITLE = 3,      /* of a name or a title between marks */
    LEAD = 24       /* tokens of a sentence that leads in a mark */
};

bool ws_torn_cue(const ws_token *token)
{
    return WS_IS(token->lex, CUE_STRONG) && !WS_IS(token->lex, CUE_ING) &&
           !WS_IS(token->lex, CUE_BASE);
}

bool ws_torn_stop(const ws_token *token)
{
    if (token->kind == WS_TOKEN_WORD)
        return (token->shape & WS_SHAPE_DOT) != 0;
    return token->kind == WS_TOKEN_PUNCT &&
           (token->cp == '.' || token->cp == '!' || token->cp == '?' ||
            token->cp == 0x2026 || token->cp == 0x3002);
}

static bool names_someone(const ws_token *token)
{
    return token->kind == WS_TOKEN_WORD &&
           ((token->shape & WS_SHAPE_CAPITAL) != 0 ||
            WS_IS(token->lex, SUBJECT) || WS_IS(token->lex, DET));
}

/* ", said Tom" or ", Tom Hale said." behind the comma at token i. */
static bool is_tag(const ws_torn *t, uint32_t i, uint32_t end)
{
    uint32_t at = i + 1;

    if (at + 1 < end && ws_torn_cue(&t->token[at]))
        return names_someone(&t->token[at + 1]);
    while (at < end && at <= i + TAG_WORDS && names_someone(&t->token[at]))
        at++;
    return at > i + 1 && at + 1 < end && ws_torn_cue(&t->token[at]) &&
           ws_torn_stop(&t->token[at + 1]);
}

bool ws_torn_title(const ws_torn *t, uint32_t first, uint32_t end)
{
    if (first < 2 || end <= first || end > first + TITLE ||
        !ws_is_small(&t->token[first - 2]) || ws_torn_cue(&t->token[first - 2]))
        return false;
    for (uint32_t i = first; i < end; i++)
        if (!ws_is_capital(&t->token[i]))
            return false;
    return true;
}

/* "Said solicitor Jane Firth": the cue stands at token at. */
static bool names_behind(const ws_torn *t, uint32_t at, uint32_t end)
{
    uint32_t last = end - at > ROLE_WORDS + 2 ? at + ROLE_WORDS + 2 : end;

    for (uint32_t i = at + 1; i < last; i++) {
        const ws_token *token = &t->token[i];
        if (token->kind != WS_TOKEN_WORD || WS_IS(token->lex, THAT) ||
            WS_IS(token->lex, OBJECT))
            return false;
        if (names_someone(token))
            return true;
    }
    return false;
}

/* Whether a tag may go on, or ends, with token i behind its cue: "said on
 * Monday", "told the court", "said.", but not "said he". */
static bool goes_on(const ws_torn *t, uint32_t i, uint32_t end, bool hearer)
{
    const ws_token *token = &t->token[i];

    if (i >= end || token->kind == WS_TOKEN_PUNCT)
        return true;
    if (token->kind != WS_TOKEN_WORD || WS_IS(token->lex, SUBJECT) ||
        WS_IS(token->lex, THAT))
        return false;
    if (hearer) /* not "told us that" */
        return i + 1 >= end || !WS_IS(token[1].lex, THAT);
    return WS_IS(token->lex, PREPOSITION) || WS_IS(token->lex, TO) ||
           WS_IS(token->lex, ADVERB) || WS_IS(token->lex, TIME) ||
           WS_IS(token->lex, SUBORDINATOR);
}

/* What stands in no tag between a name and its cue: "the contest has told",
 * "what he said". */
static bool parts_tag(const ws_token *token)
{
    const ws_lex any = WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(BE) |
                       WS_LEX_BIT(MODAL) | WS_LEX_BIT(SUBJECT) |
                       WS_LEX_BIT(THAT);

    return token->kind != WS_TOKEN_WORD || (token->lex & any) != 0;
}

/* A tag behind token i, where the speech before it must have ended. */
static bool is_any_tag(const ws_torn *t, uint32_t i, uint32_t end)
{
    const ws_lex persons = WS_LEX_BIT(FIRST) | WS_LEX_BIT(SECOND);
    uint32_t at = i + 1;

    if (at >= end || (t->token[at].lex & persons) != 0)
        return false;
    if (ws_torn_cue(&t->token[at]))
        return (t->token[at].shape & WS_SHAPE_CAPITAL) == 0 &&
               names_behind(t, at, end);
    if (!names_someone(&t->token[at]))
        return false;
    bool pronoun = WS_IS(t->token[at].lex, SUBJECT);
    for (at++; at < end && at <= i + (pronoun ? 1 : LONG_TAG); at++) {
        const ws_token *token = &t->token[at];
        if (ws_torn_cue(token) || parts_tag(token))
            break;
    }
    return at < end && ws_torn_cue(&t->token[at]) &&
           goes_on(t, at + 1, end, WS_IS(t->token[at].lex, CUE_HEARER));
}

uint32_t ws_torn_tag(ws_torn *t, uint32_t first, uint32_t last, bool surely)
{
    for (uint32_t i = first; i < last; i++) {
        const ws_token *token = &t->token[i];
        t->steps++;
        if (token->kind == WS_TOKEN_MARK && token->cp != '\'' &&
            token->cp != 0x2019)
            break;
        bool comma = ws_is_punct(token, ',');
        bool call = ws_is_punct(token, '?') || ws_is_punct(token, '!');
        if ((comma && is_tag(t, i, last)) ||
            (surely && i > first && (comma || call) && is_any_tag(t, i, last)))
            return i + 1;
    }
    return last;
}

uint32_t ws_torn_lead(ws_torn *t, uint32_t first, uint32_t to)
{
    bool cue = false;

    if (to < first + 3 || !(ws_is_punct(&t->token[to - 1], ':') ||
                            ws_is_punct(&t->token[to - 1], ',')))
        return to;
    for (uint32_t i = to - 1; i > first && to - i <= LEAD; i--) {
        t->steps++;
        if (ws_torn_stop(&t->token[i - 1]) &&
            t->token[i - 1].kind == WS_TOKEN_PUNCT)
            return cue && names_someone(&t->token[i]) ? i : to;
        cue = cue || ws_torn_cue(&t->token[i - 1]);
    }
    return to;
}

uint32_t ws_torn_sentence(ws_torn *t, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i + 1 < last; i++) {
        t->steps++;
        if (t->token[i].kind == WS_TOKEN_PUNCT && ws_torn_stop(&t->token[i]) &&
            (t->token[i + 1].shape & WS_SHAPE_CAPITAL) != 0)
            return i;
    }
    return last;
}
