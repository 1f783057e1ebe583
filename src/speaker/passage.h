/*
 * passage.h - a document cut into windows for the reader (reader/reader.h):
 * which pieces, what stands where, which quotations each window answers. The
 * trainer's windows are written by this very code.
 */
#ifndef WS_PASSAGE_H
#define WS_PASSAGE_H

#include "reader/reader.h"
#include "speaker/scene.h"

/* The document as pieces. The middle of long speech is left out. */
typedef struct ws_strip {
    const ws_reader *reader;
    uint16_t *piece; /* [count] */
    uint32_t *token; /* [count]: whose piece it is */
    uint32_t count;
    uint32_t *at; /* [tokens + 1]: first piece of each token, or of what stands
                   * for it where it is left out */
    uint32_t *quotation; /* [quotations]: the outermost, in order */
    uint32_t quotations;
    const bool *asked; /* [quotations of the scene]: a window ends with the last
                        * of these that it can answer; NULL: with any */
    uint8_t *mention;  /* [tokens]: WS_READER_MENTION, and */
    uint8_t *gender;   /* WS_READER_GENDER */
} ws_strip;

/* Most mentions of a window; a token heads at most two. */
enum { WS_PASSAGE_MENTIONS = 2 * WS_READER_WINDOW };

/* One window: strip pieces [begin, end) between CLS and SEP. */
typedef struct ws_passage {
    uint32_t begin;
    uint32_t end;
    uint32_t answers;  /* quotations of the strip that it answers: */
    uint32_t answered; /* [answers, answered) */
    uint32_t mentions; /* whose head is shown in it, in order: */
    uint32_t mention[WS_PASSAGE_MENTIONS];
} ws_passage;

/* Cut a document whose people are joined. Errors: NOMEM. O(len). */
WHOSAID_MUST_USE whosaid_status ws_strip_cut(ws_arena *arena,
                                             const ws_scene *scene,
                                             const ws_reader *reader,
                                             ws_strip *strip);

/* Windows, in pieces of the strip. */
typedef struct ws_span {
    uint32_t room;   /* most of them, at most WS_READER_WINDOW - 2 */
    uint32_t left;   /* before the first quotation */
    uint32_t right;  /* that a quotation has behind it to be answered */
    uint32_t behind; /* shown behind the last that is answered, not less */
} ws_span;

/* Of learning. Where each quotation is asked about: what is read of one does
 * not depend on the others. Where some are. */
extern const ws_span ws_span_all;
extern const ws_span ws_span_each;
extern const ws_span ws_span_some;

/* The window that answers quotation i < strip->quotations of the strip and as
 * many of those behind it that are asked about as have room around them. O(tokens
 * it spans). */
void ws_passage_at(const ws_scene *scene, const ws_strip *strip,
                   const ws_span *span, uint32_t i, ws_passage *passage);

/* What the reader reads of it. O(window). */
void ws_passage_window(const ws_scene *scene, const ws_strip *strip,
                       const ws_passage *passage, ws_window *window);

/* Positions in the window: of the first and the last mark of a quotation, of
 * the first word and the head of a mention of the passage. */
void ws_passage_marks(const ws_scene *scene, const ws_strip *strip,
                      const ws_passage *passage, uint32_t quotation,
                      uint32_t *open, uint32_t *close);
void ws_passage_mention(const ws_scene *scene, const ws_strip *strip,
                        const ws_passage *passage, uint32_t mention,
                        uint32_t *first, uint32_t *head);

/* The outermost quotation in whose marks a mention stands, or NONE. O(1). */
uint32_t ws_passage_inside(const ws_scene *scene, uint32_t mention);

/* The person that a mention names or describes, whom no pronoun means; NONE
 * where there is none. O(1). */
uint32_t ws_passage_person(const ws_scene *scene, uint32_t mention);

#endif /* WS_PASSAGE_H */
