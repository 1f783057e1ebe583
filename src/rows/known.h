/*
 * known.h - the people that a newsroom knows, and who of them a speaker is.
 */
#ifndef WS_KNOWN_H
#define WS_KNOWN_H

#include "base/arena.h"

#define WS_KNOWN_COLUMNS 256 /* most columns of a table */

/* Who a speaker is. Both NONE: nobody known. */
typedef struct ws_known {
    uint32_t entry;     /* the one that bears the name; NONE */
    uint32_t ambiguous; /* the name's number, when several bear it; NONE */
} ws_known;

extern const ws_known ws_known_nobody;

/* Look up a speaker's words. O(len). */
ws_known ws_known_find(const whosaid_people *people, const char *text,
                       size_t len);

/* The name of an entry, and its cell in a column that is joined to the rows:
 * whosaid_people_column() names it. O(1). */
const char *ws_known_name(const whosaid_people *people, uint32_t entry,
                          size_t *len);
const char *ws_known_cell(const whosaid_people *people, uint32_t entry,
                          uint32_t column, size_t *len);

/* How many names are ambiguous, 0 without people; and one of them, its rows
 * not yet counted. O(1). */
uint32_t ws_known_ambiguous(const whosaid_people *people);
whosaid_ambiguous ws_known_ambiguous_at(const whosaid_people *people,
                                        uint32_t i);

#endif /* WS_KNOWN_H */
