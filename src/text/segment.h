/*
 * segment.h - tokens of a document.
 */
#ifndef WS_SEGMENT_H
#define WS_SEGMENT_H

#include <string.h>

#include "base/lexicon.h"
#include "base/list.h"
#include "text/document.h"

typedef enum ws_token_kind {
    WS_TOKEN_WORD,   /* letters, inner hyphens, apostrophes and digits */
    WS_TOKEN_NUMBER, /* digits with inner . , : / and a closing % or letter */
    WS_TOKEN_PUNCT,  /* one mark of punctuation; "..." and "--" are one */
    WS_TOKEN_MARK,   /* a quotation mark or an apostrophe standing free */
    WS_TOKEN_SYMBOL, /* any other character: $, @, an emoji, a bad byte */
} ws_token_kind;

/* Shape of a word; a set of bits. */
enum {
    WS_SHAPE_CAPITAL = 1,   /* begins with an upper case letter */
    WS_SHAPE_ALLCAPS = 2,   /* two letters or more, all upper case */
    WS_SHAPE_INITIAL = 4,   /* one upper case letter and a full stop: "J." */
    WS_SHAPE_DOT = 8,       /* the token holds its abbreviation's full stop */
    WS_SHAPE_GENITIVE = 16, /* the token is 's or a lone ' after a word */
    WS_SHAPE_HYPHEN = 32,   /* an inner hyphen */
    WS_SHAPE_SPACE = 64,    /* white space stands before the token */
    WS_SHAPE_DIGIT = 128    /* a digit somewhere */
};

typedef struct ws_token {
    uint32_t begin; /* bytes */
    uint32_t end;
    uint32_t paragraph; /* index */
    uint8_t kind;       /* ws_token_kind */
    uint8_t shape;      /* WS_SHAPE_* */
    uint16_t cp;        /* PUNCT and MARK: first code point (if < 65536) */
    ws_lex lex;         /* classes of the word, or 0 */
} ws_token;

static inline bool ws_is_punct(const ws_token *token, uint16_t cp)
{
    return token->kind == WS_TOKEN_PUNCT && token->cp == cp;
}

static inline bool ws_is_comma(const ws_token *token)
{
    return ws_is_punct(token, ',');
}

/* A dash, or a hyphen that stands for one. */
static inline bool ws_is_dash(const ws_token *token)
{
    return token->kind == WS_TOKEN_PUNCT &&
           (token->cp == 0x2014 || token->cp == 0x2013 || token->cp == 0x2015 ||
            token->cp == '-');
}

/* A word that begins with an upper case letter. */
static inline bool ws_is_capital(const ws_token *token)
{
    return (token->shape & WS_SHAPE_CAPITAL) != 0;
}

/* A word of a script without capitals: Hebrew and those behind it, but for
 * Latin and Greek letters among them. There WS_SHAPE_CAPITAL marks what is
 * likely a name (uncased.c). */
static inline bool ws_is_uncased(const char *bytes, const ws_token *token)
{
    unsigned char first = (unsigned char)bytes[token->begin];

    return token->kind == WS_TOKEN_WORD && first >= 0xD7 && first != 0xE1 &&
           first != 0xE2;
}

/* A word that begins with none. */
static inline bool ws_is_small(const ws_token *token)
{
    return token->kind == WS_TOKEN_WORD &&
           (token->shape & WS_SHAPE_CAPITAL) == 0;
}

/* A sign of words left out: dots, at least two, or the one character. */
static inline bool ws_is_ellipsis(const ws_token *token)
{
    return token->kind == WS_TOKEN_PUNCT &&
           (token->cp == 0x2026 ||
            (token->cp == '.' && token->end - token->begin > 1));
}

/* Whether a token is a word of a list. */
static inline bool ws_token_listed(const char *bytes, const ws_token *token,
                                   ws_list list)
{
    return ws_is_listed(list, bytes + token->begin, token->end - token->begin);
}

/* Whether two tokens have the same bytes. */
static inline bool ws_token_same(const char *bytes, const ws_token *a,
                                 const ws_token *b)
{
    size_t len = a->end - a->begin;

    return len == b->end - b->begin &&
           memcmp(bytes + a->begin, bytes + b->begin, len) == 0;
}

/* "Korean-born", "Winston-Salem-based": small letters behind the last hyphen;
 * not "Stratford-upon-Avon". O(bytes of the token). */
bool ws_token_is_compound(const char *bytes, const ws_token *token);

typedef struct ws_tokens {
    ws_token *token; /* [count], by begin, apart */
    uint32_t count;
    uint32_t *first;      /* [paragraphs + 1]: first token of each paragraph */
    uint32_t apostrophes; /* words that have one inside */
    uint32_t known; /* percent of the words that the lists know; see tongue.c */
    uint32_t plain; /* likewise, names left out */
    bool foreign;   /* in one of the other languages of tongue.c */
    bool nouns;     /* in one where every noun has a capital */
} ws_tokens;

/*
 * Cut a document into tokens.
 *
 * "don't", "O'Neil", "Jean-Luc", "U.S.", "Mr.", "J.", "3.5", "10,000",
 * "10:30", "50%", "COVID-19" are one token; "Obama's" is two (Obama, 's), as
 * is "workers'" when the apostrophe can be a genitive (it is then a MARK: the
 * quote room decides); "--", "..." and "…" are one. A dash between words is
 * PUNCT. Tokens never cross a paragraph's end.
 *
 * Errors: NOMEM. O(len).
 */
WHOSAID_MUST_USE whosaid_status ws_tokens_cut(ws_arena *arena,
                                              const ws_text *text,
                                              ws_tokens *tokens);

/* Index of the first token that begins at byte at or later. O(log count). */
uint32_t ws_tokens_at(const ws_tokens *tokens, uint32_t at);

#endif /* WS_SEGMENT_H */
