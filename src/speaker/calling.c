/*
 * calling.c - "“Anna,” she said": a pronoun is nobody whom its words call.
 *
 *   in   a pronoun that a cue has for its subject, the marks beside it
 *   out  whether somebody is called, or told of as "Mr Ruiz", between them
 *
 * Cost: a bounded number of names is looked at.
 *
 * Not here: whom the words of any quotation call (talk.c).
 */
#include "speaker/calling.h"

enum {
    NAMES = 24, /* looked at between the marks */
    NEAR = 2    /* tokens from the cue and its subject to the marks */
};

/* A comma, a stop or the mark. */
static bool sets_off(const ws_token *token)
{
    return token->kind == WS_TOKEN_MARK ||
           (token->kind == WS_TOKEN_PUNCT &&
            (token->cp == ',' || token->cp == '.' || token->cp == '!' ||
             token->cp == '?' || token->cp == ';' || token->cp == 0x2014));
}

static bool is_comma(const ws_token *token)
{
    return token->kind == WS_TOKEN_PUNCT &&
           (token->cp == ',' || token->cp == '!');
}

/* How the words between marks name somebody. */
typedef enum named { NAMED_CALLED, NAMED_TITLED } named;

/* "Mr Ruiz", who is told of; nobody says it of himself. */
static bool is_titled(const ws_stage *s, const ws_mention *e)
{
    return e->name > e->first && (e->flags & WS_M_HONORIFIC) != 0 &&
           WS_IS(s->tokens->token[e->name - 1].lex, HONORIFIC) &&
           (s->tokens->token[e->name - 1].lex &
            (WS_LEX_BIT(MALE) | WS_LEX_BIT(FEMALE))) != 0;
}

/* "..., Ana, ...": a name between commas. */
static bool is_set_off(const ws_stage *s, const ws_mention *e)
{
    if (e->first == 0 || e->last >= s->tokens->count)
        return false;
    const ws_token *before = &s->tokens->token[e->first - 1];
    const ws_token *behind = &s->tokens->token[e->last];
    return sets_off(before) && sets_off(behind) &&
           (is_comma(before) || is_comma(behind));
}

/* Whether token i stands between marks in a paragraph, and their words name
 * person id so. */
static bool names(const ws_stage *s, uint32_t i, uint32_t paragraph,
                  uint32_t id, named how)
{
    if (i >= s->tokens->count || s->pieces->inside[i] == 0 ||
        s->tokens->token[i].paragraph != paragraph)
        return false;
    const ws_piece *piece = &s->pieces->piece[s->pieces->inside[i] - 1];
    uint32_t m = s->mentions->at[piece->first];

    for (uint32_t n = 0; n < NAMES && m < s->mentions->count; n++, m++) {
        const ws_mention *e = &s->mentions->mention[m];
        if (e->head >= piece->last)
            break;
        if (s->people->of[m] == id && e->kind == WS_MENTION_NAME &&
            (how == NAMED_TITLED ? is_titled(s, e) : is_set_off(s, e)))
            return true;
    }
    return false;
}

/* Whether the words beside a pronoun and its cue name person id so. */
static bool are_naming(const ws_stage *stage, uint32_t pronoun, uint32_t id,
                       named how)
{
    const ws_mention *p = &stage->mentions->mention[pronoun];
    uint32_t c = stage->cues->of[pronoun];

    if (c == WHOSAID_NONE)
        return false;
    const ws_cue *cue = &stage->cues->cue[c];
    uint32_t first = cue->first < p->first ? cue->first : p->first;
    uint32_t last = cue->last > p->last ? cue->last : p->last;
    uint32_t here = stage->tokens->token[p->head].paragraph;
    for (uint32_t n = 1; n <= NEAR; n++)
        if ((first >= n && names(stage, first - n, here, id, how)) ||
            names(stage, last + n - 1, here, id, how))
            return true;
    return false;
}

bool ws_calling_names(const ws_stage *stage, uint32_t pronoun, uint32_t id)
{
    return are_naming(stage, pronoun, id, NAMED_CALLED);
}

bool ws_calling_titles(const ws_stage *stage, uint32_t pronoun, uint32_t id)
{
    return are_naming(stage, pronoun, id, NAMED_TITLED);
}
