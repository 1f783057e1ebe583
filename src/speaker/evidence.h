/*
 * evidence.h - what speaks for and against a stretch between marks being
 * somebody's words: small numbers for the trees. The trainer links this code.
 */
#ifndef WS_EVIDENCE_H
#define WS_EVIDENCE_H

#include "speaker/sketch.h"

/* Distances are in tokens and end at WS_FAR. "Before" and "behind" are seen
 * from the marks. */
#define WS_EVIDENCE(X)                                                     \
    X(LINEAR)       /* score of the linear model */                        \
    X(WORDS)        /* words inside */                                     \
    X(LETTERS)      /* bytes inside, of the first tokens */                \
    X(STOPS)        /* . ? ! inside, the last character left out */        \
    X(COMMAS)       /* likewise */                                         \
    X(ENDS)         /* ws_ending */                                        \
    X(CAPITAL)      /* first token: lower, capital, all capitals, other */ \
    X(CASE)         /* ws_capitals */                                      \
    X(CAPITALS)     /* percent of the words */                             \
    X(SMALL)        /* lower case words of four letters and more */        \
    X(NUMBERS)      /* numbers inside */                                   \
    X(HYPHENS)      /* words with hyphens */                               \
    X(VERBS)        /* forms of be, auxiliaries, modals */                 \
    X(MAIN_VERBS)   /* words that can be another verb */                   \
    X(PERSONAL)     /* I, we, you, my, your */                             \
    X(PRONOUNS)     /* personal pronouns of all persons */                 \
    X(FIRST)        /* kind of the first word */                           \
    X(LAST)         /* kind of the last word */                            \
    X(KNOWN)        /* percent of words known */                           \
    X(BEFORE)       /* ws_before */                                        \
    X(BEFORE_LINK)  /* kind of the word before */                          \
    X(BEFORE_2)     /* ws_beside, one token farther */                     \
    X(BEFORE_LINK2) /* kind of the word before the word before */          \
    X(ARTICLE)      /* determiner before, over at most two words */        \
    X(AFTER)        /* ws_beside */                                        \
    X(AFTER_LINK)   /* kind of the word behind */                          \
    X(AFTER_2)      /* ws_beside, one token farther */                     \
    X(NOUN)         /* a noun follows that the words could modify */       \
    X(BRACKET)      /* bracket touches the marks: before 1, behind 2 */    \
    X(CALLED)       /* distance back to called, dubbed; 0: so-called */    \
    X(WORK)         /* to book, film, song, before */                      \
    X(WORK_BEHIND)  /* likewise behind */                                  \
    X(SIGN)         /* to placard, banner, before */                       \
    X(SIGN_BEHIND)  /* likewise behind */                                  \
    X(SPEECH)       /* to statement, comment, before */                    \
    X(SPEECH_BEHIND)                                                       \
    X(CUE_GAP)     /* distance to the nearest cue before */                \
    X(CUE_TIE)     /* how it ties: no subject, weak, ... strong */         \
    X(CUE_BETWEEN) /* pieces between */                                    \
    X(CUE_COMMAS)  /* commas and conjunctions between */                   \
    X(CUE_THAT)    /* that, as between */                                  \
    X(BEHIND_GAP)  /* distance to the nearest cue behind */                \
    X(BEHIND_TIE)                                                          \
    X(BEHIND_BETWEEN)                                                      \
    X(BEHIND_COMMAS)                                                       \
    X(THOUGHT)      /* the cue before or behind is one of thinking */      \
    X(CUES)         /* cues with a subject in its first sentence */        \
    X(OUTSIDE)      /* tokens of its sentences outside the marks */        \
    X(OPENS)        /* the paragraph */                                    \
    X(CLOSES)       /* the paragraph */                                    \
    X(PARAGRAPH)    /* tokens of its first paragraph, to a limit */        \
    X(NUMBER)       /* how many paragraphs before */                       \
    X(HEADING)      /* its paragraph ends without a stop */                \
    X(DEPTH)        /* marks around */                                     \
    X(PIECES)       /* pieces of the quotation */                          \
    X(TORN)         /* unclosed, or marks of two shapes */                 \
    X(USUAL)        /* share of the document's pieces of this family */    \
    X(PREVIOUS)     /* linear score of the quotation before */             \
    X(PREVIOUS_GAP) /* distance */                                         \
    X(PREVIOUS_LONG)                                                       \
    X(PREVIOUS_LIST) /* nothing but comma, and, or between */              \
    X(NEXT)          /* likewise behind */                                 \
    X(NEXT_GAP)                                                            \
    X(NEXT_LONG)                                                           \
    X(NEXT_LIST)                                                           \
    X(AGAIN) /* quotations of the document with the same words */          \
    X(DENSE) /* percent of the document's tokens between marks */

enum ws_evidence_name {
#define X(name) WS_EVIDENCE_##name,
    WS_EVIDENCE(X)
#undef X
        WS_EVIDENCE_COUNT
};

/* Kinds of words, from those that open a clause to those that stand in one. */
typedef enum ws_link {
    WS_LINK_NONE,
    WS_LINK_PUNCTUATION,
    WS_LINK_CUE,
    WS_LINK_SUBJECT,
    WS_LINK_THAT,
    WS_LINK_SUBORDINATOR,
    WS_LINK_AND,
    WS_LINK_BE,
    WS_LINK_AUXILIARY,
    WS_LINK_ADVERB,
    WS_LINK_VERB,
    WS_LINK_TO,
    WS_LINK_FOR,
    WS_LINK_OF,
    WS_LINK_AS,
    WS_LINK_PREPOSITION,
    WS_LINK_DETERMINER,
    WS_LINK_POSSESSIVE,
    WS_LINK_ADJECTIVE,
    WS_LINK_NOUN,
    WS_LINK_NAME,
    WS_LINK_NUMBER,
    WS_LINK_UNKNOWN
} ws_link;

enum { WS_FAR = 40 };

/* What is looked up once a document. */
typedef struct ws_view {
    const ws_scene *scene;
    int16_t *linear; /* [quotations]: score of the linear model */
    uint16_t *again; /* [same_mask + 1]: quotations by their words' hash */
    uint32_t same_mask;
    uint32_t family[WS_MARK_FAMILIES]; /* outermost pieces */
    uint32_t outermost;
    uint32_t known; /* percent of the words that the lexicon knows, names left
                     * out; 100 where there are none */
    uint32_t dense; /* percent of the tokens that stand between marks */
} ws_view;

/* Look over a document. Errors: NOMEM. O(tokens). */
WHOSAID_MUST_USE whosaid_status ws_view_init(ws_arena *arena,
                                             const ws_scene *scene,
                                             const ws_model *linear,
                                             ws_view *view);

/* Whether the document is in a language whose words are known. */
bool ws_view_reads(const ws_view *view);

/* Share of the document's outermost pieces of a family of marks, percent. */
uint32_t ws_view_usual(const ws_view *view, uint32_t family);

/* Quotations of the document with the same words: 1..20. */
uint32_t ws_view_again(const ws_view *view, uint32_t quotation);

/* The evidence of a quotation. A constant number of looks. */
void ws_evidence(const ws_view *view, uint32_t quotation,
                 int16_t value[WS_EVIDENCE_COUNT]);

/* Readable name of a value. */
const char *ws_evidence_name(uint32_t value);

#endif /* WS_EVIDENCE_H */
