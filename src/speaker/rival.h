/*
 * rival.h - the people that a pronoun may mean, and a first look at them.
 */
#ifndef WS_RIVAL_H
#define WS_RIVAL_H

#include "base/model.h"
#include "speaker/cue.h"
#include "speaker/person.h"

/* Features of a person that a pronoun may mean: name and number of values. */
#define WS_PRONOUN_BLOCKS(X)                                                  \
    X(NEAR, 64)      /* sentences to its nearest mention x how that stands */ \
    X(PARAGRAPH, 24) /* paragraphs to it x kind of mention */                 \
    X(GENDER, 24)    /* known to agree, not known x type known */             \
    X(SPOKE, 32)     /* how it has spoken x sentences since */                \
    X(WINDOW, 8)     /* mentions in the window */                             \
    X(SALIENT, 32)   /* mentions in the document x rank */                    \
    X(RANK, 32)      /* nearest, second, ... x the pronoun's case */          \
    X(TOPIC, 16)     /* it opens its sentence, its paragraph */               \
    X(MATCH, 8)      /* GENDER known to agree, own x of another */            \
    X(RIVALS, 32)    /* how many agree x rank */                              \
    X(SAYS, 48)      /* type known x how often a cue's subject x mentions */  \
    X(OTHER, 48)     /* where else its sentence names it x case x cue */

enum ws_pronoun_block {
#define X(name, values) WS_PRONOUN_##name,
    WS_PRONOUN_BLOCKS(X)
#undef X
        WS_PRONOUN_BLOCK_COUNT
};

/* How a mention stands in its sentence. */
typedef enum ws_stand {
    WS_STAND_SUBJECT,
    WS_STAND_OBJECT,
    WS_STAND_PREPOSITION,
    WS_STAND_OWNER,
    WS_STAND_NESTED,
    WS_STAND_QUOTED,
    WS_STAND_SPEAKER,
    WS_STANDS
} ws_stand;

/* A person that a pronoun may mean, and what was seen of it in the window. */
typedef struct ws_rival {
    uint32_t person;
    uint32_t nearest;  /* mention */
    uint32_t spoke;    /* nearest mention that is a cue's subject, or NONE */
    uint32_t subject;  /* that is a subject, or NONE */
    uint32_t named;    /* that is a name, or NONE */
    uint32_t farthest; /* mention */
    uint32_t count;    /* mentions */
    uint32_t pronouns; /* of them pronouns */
    uint32_t subjects;
    uint32_t cues;   /* subjects of one */
    uint32_t quoted; /* between marks */
    uint32_t here;   /* in the pronoun's sentence */
    uint32_t near;   /* in its paragraph */
    int32_t shown;   /* pronouns of the pronoun's gender less of the other */
    uint32_t order;  /* nearest, second, ... */
    uint32_t apart;  /* ws_apart: where else the pronoun's sentence names it */
    uint16_t feature[WS_PRONOUN_BLOCK_COUNT];
    int32_t score; /* Q8 */
} ws_rival;

enum { WS_RIVALS = 8 }; /* most people weighed for a pronoun */

/* What tells a person apart from whom a pronoun means; a set of bits. */
enum ws_apart {
    WS_APART_BEHIND = 1, /* named behind the pronoun: "he said that Lane" */
    WS_APART_TALKED = 2, /* named in what the pronoun says */
    WS_APART_HEARER = 4  /* "he told Lane" */
};

/* What the pronoun rooms read. */
typedef struct ws_stage {
    const ws_text *text;
    const ws_tokens *tokens;
    const ws_pieces *pieces;
    const ws_sentences *sentences;
    const ws_mentions *mentions;
    const ws_cues *cues;
    const ws_people *people;
    bool story; /* it tells a story, as far as is known */
} ws_stage;

/* The people that the pronoun may mean, nearest first, with their features.
 * Returns how many. O(1): a bounded number of mentions is looked at. */
uint32_t ws_rivals_gather(const ws_stage *stage, uint32_t pronoun,
                          ws_rival rival[WS_RIVALS]);

/* Where else person id is named about mention m: a set of ws_apart. O(1). */
uint32_t ws_rival_apart(const ws_stage *stage, uint32_t m, uint32_t id);

/* Gender of a person: as its pronouns show, or as told. */
uint16_t ws_rival_gender(const ws_person *person);

/* How a mention stands in its sentence. */
ws_stand ws_rival_stand(const ws_stage *stage, uint32_t mention);

/* Has the mention's cue quotation marks beside it? It must have a cue. */
bool ws_rival_aloud(const ws_stage *stage, uint32_t mention);

/* Readable name of a block, and the number of features in all. */
const char *ws_pronoun_block_name(uint32_t block);
uint32_t ws_pronoun_feature_count(void);

#endif /* WS_RIVAL_H */
