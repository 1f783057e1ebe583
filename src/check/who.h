/*
 * who.h - whether two names may be one person's.
 */
#ifndef WS_WHO_H
#define WS_WHO_H

#include <stdbool.h>

#include "rows/cell.h"
#include "whosaid.h"

/*
 * Compare the speaker of a draft with that of a source.
 *
 *   SAME      one is the other, or its shorter form: "Banks", "Mr Banks" and
 *             "J. Banks" are "Jeremy Banks"; case, accents and titles aside
 *   OTHER     both are names of persons, whole ones or a title with a surname,
 *             and no word of one is like a word of the other
 *   UNKNOWN   anything else
 *
 * O(len).
 */
whosaid_speaker_verdict ws_who_compare(ws_cell draft, ws_cell source);

#endif /* WS_WHO_H */
