/*
 * called.h - the name of a person or body as it is printed.
 */
#ifndef WS_CALLED_H
#define WS_CALLED_H

#include "speaker/person.h"

/* The name of person id; empty where it has none. Bytes. */
whosaid_span ws_person_name(const ws_people *people, const ws_tokens *tokens,
                            const ws_mentions *mentions, uint32_t id);

/* The words that name a mention's source: its person's fullest name, else
 * the noun phrase without its article; empty for a pronoun that means nobody
 * named. Bytes. */
whosaid_span ws_people_name(const ws_people *people, const ws_tokens *tokens,
                            const ws_mentions *mentions, uint32_t mention);

#endif /* WS_CALLED_H */
