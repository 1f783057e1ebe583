/*
 * naming.h - a mention: words that name or describe who could be speaking.
 */
#ifndef WS_NAMING_H
#define WS_NAMING_H

#include "speaker/phrase.h"

enum { WS_ARTICLE = 6000 }; /* tokens; what has more is a long story */

typedef enum ws_mention_kind {
    WS_MENTION_NAME,    /* holds a proper name */
    WS_MENTION_NOMINAL, /* the mayor; two officials; a report */
    WS_MENTION_PRONOUN
} ws_mention_kind;

/* What is known of a mention; a set of bits. */
enum {
    WS_M_MALE = 1,
    WS_M_FEMALE = 2,
    WS_M_PLURAL = 4,
    WS_M_FIRST = 8,   /* I, we, my */
    WS_M_SECOND = 16, /* you */
    WS_M_NEUTER = 32, /* it */
    WS_M_OBJECT = 64, /* him, them: not a subject */
    WS_M_GENITIVE =
        128,           /* followed by 's, or a possessive: owns the next noun */
    WS_M_QUOTED = 256, /* stands between quotation marks */
    WS_M_NESTED = 512, /* inside another mention or its modifiers */
    WS_M_AFTER_PREPOSITION = 1024,
    WS_M_INDEFINITE = 2048, /* a, one, another */
    WS_M_RELATIVE = 4096,   /* who */
    WS_M_HEADLINE = 8192,   /* in a line whose words are all capitalised */
    WS_M_HONORIFIC = 16384, /* Mr, Mrs, Dr before the name */
    WS_M_JOINT = 32768      /* two together: "Ana Ruiz and Jo Hill" */
};

/* Whether one flag set says a man and the other a woman. */
static inline bool ws_opposed(uint16_t a, uint16_t b)
{
    const uint16_t both = WS_M_MALE | WS_M_FEMALE;

    return (a & both) != 0 && (b & both) != 0 && (a & b & both) == 0;
}

/* A mention. Token ranges are half-open. */
typedef struct ws_mention {
    uint32_t first; /* the whole phrase, article and titles included */
    uint32_t last;
    uint32_t head; /* last word of the name, noun of the phrase */
    uint32_t name; /* the name without titles: [name, name_end) */
    uint32_t name_end;
    uint32_t role; /* title, office, apposition: [role, role_end) */
    uint32_t role_end;
    uint32_t close; /* first token behind its "of ..." phrases and brackets */
    uint32_t same;  /* the mention that names it: "the mayor, Ana Ruiz," */
    uint32_t tail; /* first token behind all that hangs on it: "of ..." phrases,
                    * brackets, a clause between commas before a cue */
    uint16_t flags;
    uint8_t kind; /* ws_mention_kind */
    uint8_t type; /* whosaid_source_type; NONE where it cannot be told */
} ws_mention;

typedef struct ws_mentions {
    ws_mention *mention; /* [count], by head */
    uint32_t count;
    uint32_t
        *at; /* [tokens + 1]: mentions whose head stands before each token */
    ws_phrases phrases; /* what each word can be in a noun phrase */
} ws_mentions;

#endif /* WS_NAMING_H */
