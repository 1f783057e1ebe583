/*
 * turn.h - a transcript's turns: the words after a speaker's label, up to
 * the next one, as quotations without marks.
 */
#ifndef WS_TURN_H
#define WS_TURN_H

#include "quote/label.h"
#include "quote/quotation.h"

/* Words of a turn: a paragraph, or what a stage direction leaves of it. */
typedef struct ws_turn_part {
    uint32_t first; /* tokens [first, last) */
    uint32_t last;
} ws_turn_part;

typedef struct ws_turn {
    ws_label label;
    uint32_t part; /* parts [part, part + parts) of ws_turns */
    uint32_t parts;
    bool asks; /* a label that names nobody, and the first of its kind */
} ws_turn;

typedef struct ws_turns {
    ws_turn *turn; /* [count], by line; each has a part */
    uint32_t count;
    ws_turn_part *part; /* [parts], by first; apart */
    uint32_t parts;
} ws_turns;

/*
 * Find the turns of a document that is a transcript or holds one: labels
 * that come again, two of them at least, with talk behind them. Words that
 * stand in quotation marks as a whole are no turn: the marks say it all.
 *
 * Errors: NOMEM. O(tokens).
 */
WHOSAID_MUST_USE whosaid_status ws_turns_find(ws_arena *arena,
                                              const ws_text *text,
                                              const ws_tokens *tokens,
                                              const ws_pieces *pieces,
                                              ws_turns *turns);

/*
 * Put the turns among the quotations: each becomes one, a piece a part, and
 * the quotations within it get it as parent. pieces->inside goes on to tell
 * of marks alone. Errors: NOMEM. O(tokens + pieces + parts).
 */
WHOSAID_MUST_USE whosaid_status ws_turns_join(ws_arena *arena,
                                              const ws_tokens *tokens,
                                              const ws_turns *turns,
                                              ws_pieces *pieces,
                                              ws_quotations *quotations);

#endif /* WS_TURN_H */
