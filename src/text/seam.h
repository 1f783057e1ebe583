/*
 * seam.h - where lines of a document's head were glued without a space:
 * "cancelledBy Joanna PellAgnes Tolley has".
 */
#ifndef WS_SEAM_H
#define WS_SEAM_H

#include "text/document.h"
#include "text/grow.h"

enum {
    WS_SEAM_HEAD = 90 /* tokens of a document that its head may take */
};

/* Whether, of two parts of a word that meet at a capital, the first one ends a
 * line and the second one begins the next. O(log words). */
bool ws_seam_at(const ws_cutter *cut, whosaid_span first, whosaid_span second);

/* "PellMother-of-two": where the first hyphen of the word's part [at, end) stands,
 * which may begin a line; 0 for any other hyphen, as in "BlackRock-owned".
 * O(word). */
uint32_t ws_seam_hyphen(const ws_cutter *cut, uint32_t at, uint32_t end);

/* "12:41Owen Teale", "4 March 2024Police": where the number ends, or 0. O(word).
 */
uint32_t ws_seam_number(const ws_cutter *cut, const ws_grown *word,
                        uint32_t end);

/* Whether the cutter is still near the document's begin. */
bool ws_seam_is_near(const ws_cutter *cut);

#endif /* WS_SEAM_H */
