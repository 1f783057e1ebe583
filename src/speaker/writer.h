/*
 * writer.h - who wrote the paper that "it" means.
 */
#ifndef WS_WRITER_H
#define WS_WRITER_H

#include "speaker/rival.h"

/* "Ana Ruiz sent a card. It read: “...”": of an "it" that says something, the
 * mention of who wrote what the sentence before brings in, or WHOSAID_NONE. A
 * bounded number of looks. */
uint32_t ws_writer_of_it(const ws_stage *stage, uint32_t pronoun);

#endif /* WS_WRITER_H */
