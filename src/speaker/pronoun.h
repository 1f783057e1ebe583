/*
 * pronoun.h - whom a pronoun may mean.
 */
#ifndef WS_PRONOUN_H
#define WS_PRONOUN_H

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
    X(SAYS, 48)      /* type known x how often a cue's subject x mentions */

enum ws_pronoun_block {
#define X(name, values) WS_PRONOUN_##name,
    WS_PRONOUN_BLOCKS(X)
#undef X
        WS_PRONOUN_BLOCK_COUNT
};

/* A person that a pronoun may mean. */
typedef struct ws_rival {
    uint32_t person;
    uint32_t nearest; /* mention */
    uint32_t count;   /* mentions in the window */
    uint32_t spoke;   /* nearest mention that is a cue's subject, or NONE */
    uint16_t feature[WS_PRONOUN_BLOCK_COUNT];
    int32_t score; /* Q8 */
} ws_rival;

enum { WS_RIVALS = 8 }; /* most people weighed for a pronoun */

/* What the pronoun room reads. */
typedef struct ws_stage {
    const ws_tokens *tokens;
    const ws_pieces *pieces;
    const ws_sentences *sentences;
    const ws_mentions *mentions;
    const ws_cues *cues;
    const ws_people *people;
} ws_stage;

/* The people that the pronoun may mean, nearest first, with their features.
 * Returns how many. O(1): a bounded number of mentions is looked at. */
uint32_t ws_pronoun_gather(const ws_stage *stage, uint32_t pronoun,
                           ws_rival rival[WS_RIVALS]);

/* Readable name of a block, and the number of features in all. */
const char *ws_pronoun_block_name(uint32_t block);
uint32_t ws_pronoun_feature_count(void);

/*
 * Give each pronoun outside quotation marks the person that it most likely
 * means, and people of unknown gender the one that their pronouns show.
 *
 *   model    weights over the ids above
 *   people   of and sure are filled for pronouns, shown where not known
 *
 * O(mentions).
 */
void ws_pronouns_resolve(const ws_stage *stage, const ws_model *model,
                         ws_people *people);

#endif /* WS_PRONOUN_H */
