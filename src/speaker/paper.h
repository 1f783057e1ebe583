/*
 * paper.h - names that stand between marks: "die „Nordzeitung“ schreibt".
 */
#ifndef WS_PAPER_H
#define WS_PAPER_H

#include "quote/quotation.h"

/*
 * Take the marks off pieces that name a paper or a body: their tokens stand
 * outside from now on, and the marks are part of the name. In a document of a
 * language whose nouns have capitals (tongue.h), before mentions are found.
 * O(tokens + pieces).
 */
void ws_papers_read(const ws_text *text, ws_tokens *tokens, ws_pieces *pieces);

/* Whether a token is a word of such a name, or one of its marks. */
static inline bool ws_is_paper(const ws_token *token)
{
    const ws_lex paper = WS_LEX_BIT(BODY) | WS_LEX_BIT(COMMON_OTHER);

    return (token->lex & paper) == paper;
}

/* One of its marks. */
static inline bool ws_is_paper_mark(const ws_token *token)
{
    return token->kind == WS_TOKEN_MARK && ws_is_paper(token);
}

#endif /* WS_PAPER_H */
