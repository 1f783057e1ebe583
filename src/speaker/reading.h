/*
 * reading.h - what the reader says of a quotation: which mention, which
 * person, whether it is speech at all.
 */
#ifndef WS_READING_H
#define WS_READING_H

#include "base/model.h"
#include "speaker/feature.h"
#include "speaker/passage.h"

enum { WS_OPINION_FLOOR = -12 * 256 /* Q8: least logarithm of a chance */ };

/* Of one quotation; logarithms of chances in Q8. Mentions are those of the
 * window that answers it, in order. */
typedef struct ws_opinion {
    uint32_t count;
    uint32_t which[WS_PASSAGE_MENTIONS];
    uint32_t who[WS_PASSAGE_MENTIONS];    /* its person, or WHOSAID_NONE */
    int32_t mention[WS_PASSAGE_MENTIONS]; /* that it is the source */
    int32_t person[WS_PASSAGE_MENTIONS];  /* that its person spoke */
    int32_t none;                         /* that no mention is */
    int32_t nobody; /* nor any person named in the window */
    int32_t speech; /* odds that it is speech */
} ws_opinion;

/* Reads a document, one window at a time. */
typedef struct ws_reading {
    const ws_reader *reader;
    ws_strip strip;
    ws_arena scratch; /* of the window read last */
    ws_passage passage;
    const float *state; /* of that window; NULL before the first */
    uint32_t next;      /* quotation of the strip that it starts to look from */
    uint64_t windows;   /* read so far */
} ws_reading;

/* Begin with a document whose people are joined. Errors: NOMEM. O(len). */
WHOSAID_MUST_USE whosaid_status ws_reading_open(ws_arena *arena,
                                                const ws_scene *scene,
                                                const ws_reader *reader,
                                                const whosaid_allocator *source,
                                                ws_reading *reading);

/*
 * What the reader says of an outermost quotation. They are asked about in
 * order; a window that answers several is read once.
 *
 * Errors: NOMEM. One window at most.
 */
WHOSAID_MUST_USE whosaid_status ws_reading_ask(ws_reading *reading,
                                               const ws_scene *scene,
                                               uint32_t quotation,
                                               ws_opinion *opinion);

/* Give back what the windows took. */
void ws_reading_close(ws_reading *reading);

/* What is told of a candidate, in small numbers for the trees. */
#define WS_OPINIONS(X)                                               \
    X(MENTION)      /* Q8 logarithm of its chance, among mentions */ \
    X(MENTION_LEAD) /* less that of the best of the others */        \
    X(PERSON)       /* of its person, among people */                \
    X(PERSON_LEAD)                                                   \
    X(BOTH)      /* MENTION and PERSON, from the best one's down */  \
    X(NONE)      /* that no mention is the source */                 \
    X(NOBODY)    /* that nobody named in the window spoke */         \
    X(IS_SPEECH) /* odds that the words are speech */

enum ws_opinion_name {
#define X(name) WS_OPINION_##name,
    WS_OPINIONS(X)
#undef X
        WS_OPINION_COUNT
};

/* Of candidate i. O(mentions of the window + count). */
void ws_opinion_of(const ws_opinion *opinion, const ws_candidate *candidate,
                   uint32_t count, uint32_t i, int16_t value[WS_OPINION_COUNT]);

/* MENTION and PERSON of a candidate together. */
int32_t ws_opinion_both(const ws_opinion *opinion,
                        const ws_candidate *candidate);

/* Readable name of a value. */
const char *ws_opinion_name(uint32_t value);

#endif /* WS_READING_H */
