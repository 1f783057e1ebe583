/*
 * presented.c - "I'm Ana Ruiz": who tells his own name.
 *
 *   in   words between marks, a pronoun that is said to speak them
 *   out  the name that their speaker tells; the one who is asked for his
 *
 * Cost: O(tokens) of the words, and a bounded number of mentions.
 *
 * Not here: "the young man", who tells his name (named.c); a narrator, who tells
 * it outside the marks (narrator.c).
 */
#include "speaker/presented.h"

enum {
    KNOWN = 300, /* mentions back in which the story has named nobody so */
    BESIDE = 2,  /* tokens from the cue and its subject to the marks */
    VERBS = 2    /* "must be", between "you" and the name */
};

#define BOTH (WS_M_MALE | WS_M_FEMALE)

#define NAME_CLASSES \
    (WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE) | WS_LEX_BIT(SURNAME))

/* What words are read in. */
struct words {
    const ws_text *text;
    const ws_tokens *tokens;
    const ws_mentions *mentions;
};

static bool is_listed(const struct words *w, uint32_t i, ws_list list)
{
    return ws_token_listed(w->text->bytes, &w->tokens->token[i], list);
}

/* The token behind "my name is", "my name's", "I am", "I'm"; 0 for none. */
static uint32_t behind_self(const struct words *w, uint32_t i, uint32_t end)
{
    const ws_token *token = w->tokens->token;

    if (i + 3 < end && is_listed(w, i, WS_LIST_MY) &&
        is_listed(w, i + 1, WS_LIST_NAME)) {
        if ((token[i + 1].shape & WS_SHAPE_GENITIVE) != 0)
            return i + 2;
        return WS_IS(token[i + 2].lex, BE) ? i + 3 : 0;
    }
    if (!WS_IS(token[i].lex, FIRST) || !WS_IS(token[i].lex, SUBJECT) ||
        i + 2 >= end)
        return 0;
    if (WS_IS(token[i].lex, BE))
        return i + 1;
    return WS_IS(token[i + 1].lex, BE) ? i + 2 : 0;
}

/* The mention of a name that begins at token i, or NONE; behind "I am" a word
 * must be known as a name. */
static uint32_t name_at(const struct words *w, uint32_t i, bool known)
{
    uint32_t m = w->mentions->at[i];

    if (m >= w->mentions->count)
        return WHOSAID_NONE;
    const ws_mention *e = &w->mentions->mention[m];
    const ws_token *behind = &w->tokens->token[e->last];
    bool ends = e->last < w->tokens->count &&
                (behind->kind == WS_TOKEN_MARK ||
                 (behind->kind == WS_TOKEN_PUNCT && behind->cp != '-'));
    known = known || e->name > e->first ||
            (w->tokens->token[e->name].lex & NAME_CLASSES) != 0;
    return e->kind == WS_MENTION_NAME && e->first == i && ends && known
               ? m
               : WHOSAID_NONE;
}

uint32_t ws_presented(const ws_text *text, const ws_tokens *tokens,
                      const ws_mentions *mentions, uint32_t begin, uint32_t end)
{
    struct words w = {text, tokens, mentions};

    for (uint32_t i = begin; i < end; i++) {
        uint32_t at =
            WS_IS(tokens->token[i].lex, FIRST) ? behind_self(&w, i, end) : 0;
        uint32_t m = at == 0 ? WHOSAID_NONE
                             : name_at(&w, at, is_listed(&w, i, WS_LIST_MY));
        if (m != WHOSAID_NONE)
            return m;
    }
    return WHOSAID_NONE;
}

/* The name told between the marks in which token i stands, in the pronoun's
 * paragraph; or NONE. */
static uint32_t told_at(const ws_stage *s, uint32_t i, uint32_t paragraph)
{
    if (i >= s->tokens->count || s->pieces->inside[i] == 0 ||
        s->tokens->token[i].paragraph != paragraph)
        return WHOSAID_NONE;
    const ws_piece *piece = &s->pieces->piece[s->pieces->inside[i] - 1];
    return ws_presented(s->text, s->tokens, s->mentions, piece->first,
                        piece->last);
}

/* Whether the story itself has named the one of mention m just before: nobody
 * tells the name of whom it tells. */
static bool is_known(const ws_stage *s, uint32_t m)
{
    for (uint32_t n = 1; n <= KNOWN && n <= m; n++) {
        const ws_mention *e = &s->mentions->mention[m - n];
        if (s->people->of[m - n] == s->people->of[m] &&
            e->kind == WS_MENTION_NAME && (e->flags & WS_M_QUOTED) == 0)
            return true;
    }
    return false;
}

uint32_t ws_presented_as(const ws_stage *s, uint32_t pronoun)
{
    const ws_mention *p = &s->mentions->mention[pronoun];
    uint32_t c = s->cues->of[pronoun];
    uint32_t told = WHOSAID_NONE;

    if (c == WHOSAID_NONE || (p->flags & BOTH) == 0 || s->tokens->foreign ||
        (p->flags & (WS_M_PLURAL | WS_M_OBJECT | WS_M_QUOTED)) != 0)
        return WHOSAID_NONE;
    const ws_cue *cue = &s->cues->cue[c];
    uint32_t first = cue->first < p->first ? cue->first : p->first;
    uint32_t last = cue->last > p->last ? cue->last : p->last;
    uint32_t here = s->tokens->token[p->head].paragraph;
    for (uint32_t n = 1; n <= BESIDE && told == WHOSAID_NONE; n++) {
        if (first >= n)
            told = told_at(s, first - n, here);
        if (told == WHOSAID_NONE)
            told = told_at(s, last + n - 1, here);
    }
    uint32_t id = told == WHOSAID_NONE ? told : s->people->of[told];
    if (id == WHOSAID_NONE || is_known(s, told) ||
        s->mentions->mention[told].last < s->mentions->mention[told].first + 2)
        return WHOSAID_NONE;
    const ws_person *person = &s->people->person[id];
    bool somebody = person->type != WHOSAID_SOURCE_BODY && !person->narrator &&
                    !ws_opposed(p->flags, ws_rival_gender(person));
    return somebody ? id : WHOSAID_NONE;
}

bool ws_presented_you(const ws_tokens *tokens, const ws_mention *m)
{
    const ws_lex verbs = WS_LEX_BIT(BE) | WS_LEX_BIT(MODAL);
    const ws_token *token = tokens->token;
    const ws_token *behind = &token[m->last];
    uint32_t i = m->first;
    bool is = false;

    /* "You are Asian Indian" tells what one is */
    if (WS_IS(token[m->name].lex, NATIONALITY) ||
        (behind->kind != WS_TOKEN_MARK &&
         (behind->kind != WS_TOKEN_PUNCT || behind->cp == '-')))
        return false;
    for (uint32_t n = 0; n < VERBS && i > 1; n++, i--) {
        if ((token[i - 1].lex & verbs) == 0 || WS_IS(token[i - 1].lex, SECOND))
            break;
        is = is || WS_IS(token[i - 1].lex, BE);
    }
    if (i < 2 || !WS_IS(token[i - 1].lex, SECOND) ||
        !WS_IS(token[i - 1].lex, SUBJECT))
        return false;
    /* "You're Ruiz", "Are you Ruiz?", "You Ruiz?" */
    return is || WS_IS(token[i - 1].lex, BE) || WS_IS(token[i - 2].lex, BE) ||
           (token[i - 2].kind == WS_TOKEN_MARK && behind->cp == '?');
}
