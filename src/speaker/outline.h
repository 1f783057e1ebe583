/*
 * outline.h - what a stretch between marks looks like to one who cannot read
 * its language: small numbers for trees of their own, which judge documents
 * whose words are in no list. The trainer links this code.
 */
#ifndef WS_OUTLINE_H
#define WS_OUTLINE_H

#include "speaker/evidence.h"

/* Lengths are in letters and end at WS_LONG; an ideograph counts as three.
 * "Before" and "behind" are seen from the marks. -1: cannot be told. */
#define WS_OUTLINE(X)                                                      \
    X(LENGTH)         /* letters inside */                                 \
    X(WORDS)          /* words inside, long ones counted as several */     \
    X(STOPS)          /* . ? ! inside, the last character left out */      \
    X(COMMAS)         /* likewise */                                       \
    X(COLONS)         /* likewise */                                       \
    X(NUMBERS)        /* numbers inside */                                 \
    X(ENDS)           /* ws_pause of the last character, or behind it */   \
    X(SCRIPT)         /* no capitals 0, nouns have them 1, names 2 */      \
    X(CAPITAL)        /* first word: lower, capital, all capitals */       \
    X(CAPITALS)       /* percent of the words */                           \
    X(CASE)           /* no word capital 0, some 1, most 2, all 3 */       \
    X(SMALL)          /* lower case words of four bytes and more */        \
    X(BEFORE)         /* ws_pause before, then number, word */             \
    X(BEFORE_CAPITAL) /* a capitalised word before */                      \
    X(AFTER)          /* likewise behind, over a comma or a dash */        \
    X(AFTER_CAPITAL)                                                       \
    X(SHARE)         /* percent of the sentence that stands inside */      \
    X(OPENS)         /* the paragraph */                                   \
    X(CLOSES)        /* the paragraph */                                   \
    X(HEADING)       /* its paragraph ends without a stop */               \
    X(BRACKET)       /* bracket touches the marks: before 1, behind 2 */   \
    X(DEPTH)         /* marks around */                                    \
    X(PIECES)        /* pieces of the quotation */                         \
    X(TORN)          /* unclosed, or marks of two shapes */                \
    X(SINGLE)        /* single marks */                                    \
    X(USUAL)         /* share of the document's pieces of this family */   \
    X(COMPANY)       /* other pieces in its sentences */                   \
    X(AGAIN)         /* quotations of the document with the same words */  \
    X(SAID_BEFORE)   /* tokens back to a verb of saying in its sentence */ \
    X(SAID_BEHIND)   /* likewise behind */                                 \
    X(PREVIOUS_GAP)  /* the quotation before: words between */             \
    X(PREVIOUS_LONG) /* its words */                                       \
    X(PREVIOUS_LIST) /* nothing but a comma or a short word between */     \
    X(NEXT_GAP)      /* likewise behind */                                 \
    X(NEXT_LONG)                                                           \
    X(NEXT_LIST)

enum ws_outline_name {
#define X(name) WS_OUTLINE_##name,
    WS_OUTLINE(X)
#undef X
        WS_OUTLINE_COUNT
};

enum { WS_LONG = 400 };

/* How a document can be looked at; a set of bits. */
enum {
    WS_SEES_CASE = 1,  /* its script has capital letters */
    WS_SEES_NOUNS = 2, /* and its nouns have them; words known as nouns are
                        * taken to */
    WS_SEES_SAYING = 4 /* verbs of saying are looked for */
};

/* How a document is best looked at. O(tokens). */
uint32_t ws_outline_sight(const ws_scene *scene);

/* The outline of a quotation. A constant number of looks. */
void ws_outline(const ws_view *view, uint32_t quotation, uint32_t sight,
                int16_t value[WS_OUTLINE_COUNT]);

/* Readable name of a value. */
const char *ws_outline_name(uint32_t value);

#endif /* WS_OUTLINE_H */
