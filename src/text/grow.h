/*
 * grow.h - how far a word goes; the cutter's place in a paragraph.
 */
#ifndef WS_GROW_H
#define WS_GROW_H

#include "base/lexicon.h"
#include "base/unicode.h"
#include "text/encoded.h"

enum { WS_ALNUM = WS_CP_LETTER | WS_CP_DIGIT };

struct ws_token;

/* Letters join only with letters of their own script. */
enum {
    WS_SCRIPT_ANY,
    WS_SCRIPT_HAN,
    WS_SCRIPT_HIRAGANA,
    WS_SCRIPT_KATAKANA,
    WS_SCRIPT_OTHER
};

typedef struct ws_cutter {
    const char *bytes;
    const unsigned char *byte; /* the same */
    uint32_t at;
    uint32_t end;  /* of the paragraph */
    uint32_t sign; /* next '@' at or after at, or end */
    uint32_t paragraph;
    bool space; /* white space, or the paragraph's begin, is before at */
    struct ws_token *token; /* [count], cut so far */
    uint32_t count;
    uint32_t apostrophes; /* words with one inside */
    uint64_t steps;
    ws_plain_word plain[WS_PLAIN_WORDS]; /* [plains], not yet looked up */
    uint32_t of[WS_PLAIN_WORDS];         /* their tokens */
    uint32_t plains;
} ws_cutter;

/* A word as it grows. */
typedef struct ws_grown {
    uint32_t begin;
    uint32_t letters;
    uint32_t parted; /* letters before the last inner dot */
    uint32_t uppers;
    uint32_t digits;
    uint32_t apostrophe; /* the last inner one; 0: none */
    uint32_t before;     /* letters << 16 | uppers, before it, capped */
    int script;
    bool dots;   /* "U.S": inner dots of an abbreviation */
    bool hyphen; /* inner */
    bool domain; /* "example.com" */
    bool web;    /* an address */
} ws_grown;

/* The code point at a place and what it is; past the end, nothing. What is
 * spelled out, as &quot;, is the sign it stands for. */
typedef struct ws_here {
    int32_t cp;
    uint32_t step;
    uint32_t class;
} ws_here;

static inline ws_here ws_look(const ws_cutter *cut, uint32_t at)
{
    int32_t cp = WS_CP_BAD;
    uint32_t step = 0;

    if (at >= cut->end)
        return (ws_here){cp, 0, 0};
    if (ws_encoded_begins(cut->byte[at]))
        step = ws_encoded_read(cut->bytes, at, cut->end, &cp);
    if (step == 0 && cut->byte[at] < 0x80)
        return (ws_here){cut->byte[at], 1, ws_ascii_class[cut->byte[at]]};
    if (step == 0)
        step = ws_utf8_next(cut->bytes, cut->end, at, &cp);
    return (ws_here){cp, step, ws_cp_class(cp)};
}

static inline bool ws_is_ascii(const ws_cutter *cut, uint32_t at, char want)
{
    return at < cut->end && cut->bytes[at] == want;
}

/* U+00AD and its like: inside a word they are nothing. */
static inline bool ws_is_format(const ws_here *here)
{
    return (here->class & WS_CP_CONTROL) != 0 && here->cp >= 0xA0;
}

static inline bool ws_is_apostrophe(int32_t cp)
{
    return cp == '\'' || cp == 0x2019;
}

/* The script of a letter, WS_SCRIPT_ANY where it joins with any. */
int ws_script_of(const ws_here *here);

/* Letters from at on, at most most; end is set behind the last. */
uint32_t ws_letters_at(ws_cutter *cut, uint32_t at, uint32_t most,
                       uint32_t *end);

/* Grow a word from its begin, which is cut->at, to where it ends, which cut->at
 * is then. O(bytes). */
void ws_word_grow(ws_cutter *cut, ws_grown *word);

#endif /* WS_GROW_H */
