/*
 * writer.h - the paper that "it" means, and who wrote it.
 */
#ifndef WS_WRITER_H
#define WS_WRITER_H

#include "speaker/rival.h"

typedef struct ws_writer {
    uint32_t paper;  /* the mention of what was written, or WHOSAID_NONE */
    uint32_t writer; /* of who wrote it, or WHOSAID_NONE where nothing tells */
} ws_writer;

/* "Ana Ruiz sent a card. It read: “...”": of an "it" that says something, the
 * paper of the sentence before. A bounded number of looks. */
ws_writer ws_writer_of_it(const ws_stage *stage, uint32_t pronoun);

#endif /* WS_WRITER_H */
