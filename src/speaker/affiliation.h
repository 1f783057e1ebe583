/*
 * affiliation.h - the words that name the body somebody speaks for.
 */
#ifndef WS_AFFILIATION_H
#define WS_AFFILIATION_H

#include "speaker/statement.h"

/* Whether mention k names a body: no person, place or office. */
bool ws_is_body(const ws_scene *scene, uint32_t k);

/* The first body named in tokens [first, last) but by the mention own, or NONE:
 * a country that owns another ("the UK's Labour Office"), or a name that only
 * tells which ("the Coly government's"), only where no other is. O(words). */
uint32_t ws_body_in(const ws_frame *frame, uint32_t own, uint32_t first,
                    uint32_t last);

/* "Head of Estates": whether what begins at name stands behind an office that is
 * often for a task and no body. O(1). */
bool ws_is_tasked(const ws_frame *frame, uint32_t name);

/* "Head of Procurement at Hill Energy": the body behind the "at" in [first,
 * last), or NONE; but "head of the Hill Centre at the university". O(words). */
uint32_t ws_body_at(const ws_frame *frame, uint32_t own, uint32_t first,
                    uint32_t last);

/* "Pastor at [Servant House Church] in Brill": likewise by its words in
 * capitals, where no mention of a body stands in the statement; first where none
 * does. *end is where it ends. O(words). */
uint32_t ws_body_at_words(const ws_frame *frame, uint32_t first, uint32_t last,
                          uint32_t *end);

/* Behind the capitals from token i on, with what joins them: "Union of Retail
 * Workers", "Transport for the North". O(words). */
uint32_t ws_joined_end(const ws_frame *frame, uint32_t i, uint32_t last);

/* "General Secretary of the [Union of Retail Workers]": by its words, where the
 * statement ends with a body behind "of" or "for"; last where it does not.
 * O(words). */
uint32_t ws_body_of_words(const ws_frame *frame, uint32_t first, uint32_t last);

/* "CEO of [Lapland Nickel]": where the body begins with which the statement
 * [first, last) ends, by an office that runs all of one; last where none does.
 * O(words). */
uint32_t ws_body_run(const ws_frame *frame, uint32_t first, uint32_t last);

/* Whether the office at token i is whoever runs a firm: "Chief", "CEO". */
bool ws_is_executive(const ws_frame *frame, uint32_t i);

/* "the Port[ of Brill]": where the name of the body [body, end) ends in the
 * statement up to last. O(words). */
uint32_t ws_body_of_place(const ws_frame *frame, uint32_t body, uint32_t end,
                          uint32_t last);

/* Where the name of a body that ends before token end ends, with what its
 * members own: "Boaters' Alliance" in tokens up to last. O(words). */
uint32_t ws_body_end(const ws_frame *frame, uint32_t end, uint32_t last);

/* "Director of Programs at the Ohio Health Association": where the body begins
 * that the statement [first, last) ends with, by its words, which the tagger
 * may have taken for common ones; last where none does. O(words). */
uint32_t ws_body_ending(const ws_frame *frame, uint32_t first, uint32_t last);

/* "FBI director", "Hale Foundation President": behind the initials of a body, or
 * its name of two words or more, that the statement [first, last) opens with by its words; first where it opens
 * with none. O(words). */
uint32_t ws_body_opening(const ws_frame *frame, uint32_t first, uint32_t last);

/* "Ana Ruiz of [Ohio] and Dr. Bo Lin of Brill": where the words of [first, last)
 * end that no other person joins by "and". O(words). */
uint32_t ws_body_alone(const ws_frame *frame, uint32_t first, uint32_t last);

/* Where a statement of a nominal ends: with the name behind "a spokesman for
 * the operator, Fenline,". O(words). */
uint32_t ws_body_named(const ws_frame *frame, uint32_t end);

/* ", Director of Policy[, Clean Rivers Alliance]", ", Vice President[, Supply at
 * Hill Corp.]": where the body begins that stands in capitals behind the comma
 * at token end, and in *behind where it ends; end where none does. O(words). */
uint32_t ws_body_listed(const ws_frame *frame, uint32_t end, uint32_t *behind);

/* Whether a word of a body's name stands in [first, last). O(words). */
bool ws_names_body(const ws_frame *frame, uint32_t first, uint32_t last);

/* Whether [first, last) is the name of a body that is told of elsewhere, too.
 * O(1). */
bool ws_is_told_body(const ws_frame *frame, uint32_t first, uint32_t last);

/* "NATO Secretary-General": a body's initials, no country's. */
bool ws_is_initials(const ws_token *token);

/* "of the Harbour Union", "of the Brill delegation"; not "of Maine". */
bool ws_is_of_body(const ws_frame *frame, uint32_t first, uint32_t last);

#endif /* WS_AFFILIATION_H */
