/*
 * bearer.h - whose a name of one word is.
 */
#ifndef WS_BEARER_H
#define WS_BEARER_H

#include "speaker/alike.h"
#include "speaker/people.h"

/* Mentions while they are joined into people. */
typedef struct ws_joiner {
    ws_names names;
    const ws_token *token; /* names' */
    const ws_mentions *mentions;
    ws_people *out;
    ws_filing files;
    uint32_t *last;  /* [mentions]: latest mention of each person so far */
    uint32_t *bare;  /* [slots]: names of one word by that word's hash */
    uint32_t *plain; /* [slots]: of those, the writer's own without a title */
    uint8_t *borne;  /* [slots]: genders of the honorifics before it */
    uint32_t *familiar; /* [mentions]: of each person's, those by the given
                         * name alone */
    uint32_t *formal;   /* [mentions]: of each person's full names, those with a
                       * title */
    uint64_t *title;    /* [mentions]: key of each person's title, 0 none */
} ws_joiner;

/* What a key is filed as: the same word is another key as another part. */
enum ws_join_part {
    WS_KEY_WHOLE = 1,
    WS_KEY_LAST,
    WS_KEY_FIRST,
    WS_KEY_MIDDLE,
    WS_KEY_TAIL, /* its ids are mentions */
    WS_KEY_TIED,
    WS_KEY_INITIALS,
    WS_KEY_TITLED,
    WS_KEY_PAIR,
    WS_KEY_SLIP,
    WS_KEY_RANK,
    WS_KEY_BEGUN
};

static inline uint64_t ws_join_key(const ws_joiner *j, uint32_t first,
                                   uint32_t last, enum ws_join_part part)
{
    return ws_filing_key(&j->files, first, last, part);
}

static inline void ws_join_file(ws_joiner *j, uint64_t hash, uint32_t id)
{
    ws_filing_put(&j->files, hash, id);
}

static inline uint32_t ws_join_find(const ws_joiner *j, uint64_t hash,
                                    uint32_t e)
{
    return ws_filing_find(&j->files, hash, e);
}

/* "Omar al-Hadi" is Hadi: what the last word of a name without the article joined
 * to it is filed as; 0 where it has none. */
uint64_t ws_bare_key(const ws_joiner *j, uint32_t word);

/* The key of the honorific that tells a name's bearer from others of the
 * surname, as Mrs and Miss; 0 for none. */
uint64_t ws_title_of(const ws_joiner *j, const ws_mention *m);

/* Where the counts of a name's last word stand. */
uint32_t ws_word_slot(const ws_joiner *j, const ws_mention *m);

/* The gender of a person so far: as its mentions tell, or its fullest one. */
uint16_t ws_gender_so_far(const ws_joiner *j, uint32_t id);

/* The person that the last word of mention m means, as that part of a name, or
 * NONE. Sets whether others bear it, too, and whether one as well as another.
 * O(1). */
uint32_t ws_bearer(const ws_joiner *j, uint32_t m, enum ws_join_part part,
                   bool *shared, bool *tied);

#endif /* WS_BEARER_H */
