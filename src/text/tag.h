/*
 * tag.h - parts of speech and name types of tokens.
 *
 * One byte a token: what part of speech it is in its sentence and, for a
 * capitalised word, what the name that it belongs to stands for. The weights
 * are learned; where no word is known the tags mean little.
 */
#ifndef WS_TAG_H
#define WS_TAG_H

#include "text/segment.h"

/* Parts of speech, as Universal Dependencies has them. */
#define WS_POS(X) \
    X(ADJ)        \
    X(ADP)        \
    X(ADV)        \
    X(AUX)        \
    X(CCONJ)      \
    X(DET)        \
    X(INTJ)       \
    X(NOUN)       \
    X(NUM)        \
    X(PART)       \
    X(PRON)       \
    X(PROPN)      \
    X(SCONJ)      \
    X(SYM)        \
    X(VERB)       \
    X(X)          \
    X(PUNCT) /* told by the token's kind, never learned */

enum ws_pos {
#define X(name) WS_POS_##name,
    WS_POS(X)
#undef X
        WS_POS_COUNT,
    WS_POS_NONE = WS_POS_COUNT /* not tagged */
};

/* What a name stands for. */
enum ws_named {
    WS_NAMED_NO, /* no part of a name */
    WS_NAMED_PERSON,
    WS_NAMED_BODY,
    WS_NAMED_PLACE,
    WS_NAMED_OTHER, /* a law, a work, an event, a product */
    WS_NAMED_COUNT
};

/* 0: not tagged. Else 1 + part of speech in the low five bits, the name's
 * type above them. */
typedef uint8_t ws_tag;

static inline enum ws_pos ws_tag_pos(ws_tag tag)
{
    return tag == 0 ? WS_POS_NONE : (enum ws_pos)((tag & 31) - 1);
}

static inline enum ws_named ws_tag_named(ws_tag tag)
{
    return (enum ws_named)(tag >> 5);
}

static inline ws_tag ws_tag_make(enum ws_pos pos, enum ws_named named)
{
    return (ws_tag)((unsigned)named << 5 | ((unsigned)pos + 1));
}

/* Readable names. */
const char *ws_pos_name(enum ws_pos pos);
const char *ws_named_name(enum ws_named named);

/*
 * Tag the tokens of one sentence, [first, last), from left to right.
 *
 *   tag   [tokens of the document]; [first, last) is filled, the rest is not
 *         looked at
 *
 * Pure: the same sentence gives the same tags wherever it stands. O(bytes of
 * the sentence).
 */
void ws_tag_sentence(const ws_text *text, const ws_tokens *tokens,
                     uint32_t first, uint32_t last, ws_tag *tag);

/* Tags of a document, none of them set. */
typedef struct ws_tags {
    ws_tag *tag; /* [tokens] */
} ws_tags;

/* Errors: NOMEM. O(tokens). */
WHOSAID_MUST_USE whosaid_status ws_tags_init(ws_arena *arena,
                                             const ws_tokens *tokens,
                                             ws_tags *tags);

/* -- what the trainer links ----------------------------------------------- */

/* A decision is made from one key a template. Keys are hashes of what the
 * template looks at; those that no table holds count nothing. */
enum { WS_TAG_POS_KEYS = 20, WS_TAG_NAME_KEYS = 24, WS_TAG_KEYS = 24 };

/* Who decides. Both get the token and its keys; key[0] is the word's own. */
typedef struct ws_tag_judge {
    void *ctx;
    /* The only part of speech that the word has, or WS_POS_NONE. */
    enum ws_pos (*sure)(void *ctx, uint32_t token, uint32_t key);
    enum ws_pos (*pos)(void *ctx, uint32_t token, const uint32_t *key);
    enum ws_named (*named)(void *ctx, uint32_t token, const uint32_t *key);
} ws_tag_judge;

/* As ws_tag_sentence, with another judge than the tables compiled in. */
void ws_tag_judged(const ws_text *text, const ws_tokens *tokens, uint32_t first,
                   uint32_t last, const ws_tag_judge *judge, ws_tag *tag);

/* Columns of a table's row: parts of speech but PUNCT; types of names. */
enum { WS_TAG_POS_COLUMNS = 16, WS_TAG_NAME_COLUMNS = 8 };

/* A row whose first weight is this tells the word's only part of speech in
 * its second. */
enum { WS_TAG_SURE = -128 };

#endif /* WS_TAG_H */
