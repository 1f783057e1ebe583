/*
 * person.h - mentions of one person or body joined; whom a pronoun means.
 */
#ifndef WS_PERSON_H
#define WS_PERSON_H

#include "speaker/people.h"

/*
 * Join mentions into people. Full names are the same person when they agree
 * but for middle names; a surname means the person of the document who bears
 * it; two people of one surname stay two.
 *
 * Errors: NOMEM. O(mentions): every search looks at a bounded number.
 */
WHOSAID_MUST_USE whosaid_status ws_people_join(ws_arena *arena,
                                               const ws_text *text,
                                               const ws_tokens *tokens,
                                               const ws_mentions *mentions,
                                               ws_people *people);

/* Whether its name is mostly "in" or "at", and no word tells of a person:
 * "in Hong Kong", "at Anime North". */
bool ws_person_is_place(const ws_person *person);

/* How often in a stretch as long as an article or a chapter's opening: a
 * count of the whole document, brought down where that is longer. */
uint32_t ws_people_often(const ws_tokens *tokens, uint32_t count);

#endif /* WS_PERSON_H */
