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
    const ws_span *span;
    uint32_t next;    /* quotation of the strip that it starts to look from */
    uint64_t windows; /* read so far */
    const ws_opinion *const *known; /* [quotations]: what was said before; or
                                     * NULL */
} ws_reading;

/* Begin with a document whose people are joined; all: each quotation will be
 * asked about. Errors: NOMEM. O(len). */
WHOSAID_MUST_USE whosaid_status
ws_reading_open(ws_arena *arena, const ws_scene *scene, const ws_reader *reader,
                bool all, const whosaid_allocator *source, ws_reading *reading);

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

/* What is told of a candidate: logarithms of chances, Q8. Of a mention or a
 * person that the window does not show, what is told of none. */
typedef struct ws_told {
    int32_t mention; /* that its mention is the source */
    int32_t person;  /* that its person spoke */
} ws_told;

/* O(mentions of the window). */
ws_told ws_opinion_of(const ws_opinion *opinion, const ws_candidate *candidate);

#endif /* WS_READING_H */
