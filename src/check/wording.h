/*
 * wording.h - the words of a text, as they are compared.
 */
#ifndef WS_WORDING_H
#define WS_WORDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What stands about a word. A set of bits. */
enum {
    WS_WORD_BRACKETED = 1, /* in square brackets, or a part of it is */
    WS_WORD_ELLIPSIS = 2,  /* an ellipsis stands before it */
    WS_WORD_MARKED = 4     /* between quotation marks, at a first look */
};

/* Longest word that can be folded, in bytes, and room for it folded. */
enum { WS_WORD_BYTES = 256, WS_WORD_FOLDED = 4 * WS_WORD_BYTES };

typedef struct ws_word {
    uint64_t key;   /* the same for words that are the same; never 0 */
    uint32_t begin; /* bytes */
    uint32_t end;
    uint32_t flags;
} ws_word;

/* A text being read word by word. */
typedef struct ws_wording {
    const char *text;
    uint32_t len;
    uint32_t at;
    uint32_t bracket; /* where the brackets close that we are in; or before */
    uint32_t dots;    /* full stops since the last word, spaces aside */
    uint32_t lines;   /* line ends since the last word or mark */
    bool ellipsis;    /* met since the last word */
    uint8_t mark;     /* what kind of quotation mark is open; 0: none */
} ws_wording;

/* Start at byte at, which begins a code point. text is borrowed. */
void ws_wording_init(ws_wording *wording, const char *text, uint32_t len,
                     uint32_t at);

/*
 * Read the next word. False at the text's end; whether an ellipsis stands
 * there says wording->ellipsis.
 *
 * Words are runs of letters and digits with what joins them: an apostrophe
 * between letters, a point or comma between digits, a square bracket between
 * letters ("[W]e"). Signs of currency, % and & are words too, and each
 * ideograph. All else parts words, dashes and hyphens too. What is no word of
 * the speech is passed over: "[sic]", and the number of a note, "so[3]".
 *
 * Words are the same when they differ in nothing but case, the form of an
 * apostrophe, what is composed, ligatures, soft hyphens, square brackets, and
 * commas between thousands. O(bytes passed).
 */
bool ws_wording_next(ws_wording *wording, ws_word *word);

/* The folded bytes of a word, text[begin, end). Returns how many; 0 when it is
 * too long. */
size_t ws_word_fold(const char *text, uint32_t begin, uint32_t end,
                    char out[WS_WORD_FOLDED]);

#endif /* WS_WORDING_H */
