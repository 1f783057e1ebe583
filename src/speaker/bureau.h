/*
 * bureau.h - whom a German office is for: "VW-Chef", "Sprecherin der Polizei
 * Köln".
 */
#ifndef WS_BUREAU_H
#define WS_BUREAU_H

#include "speaker/stating.h"

/* The body that the words of an office name, where nouns have capitals and none
 * stands elsewhere: bytes, which may be part of a word; empty where they name
 * none. O(words). */
whosaid_span ws_bureau_of(const ws_scene *scene, const ws_role *role);

/* "Institut [für Wetterkunde]": where the body [first, end) ends for good, where
 * nouns have capitals. O(1). */
uint32_t ws_bureau_end(const ws_scene *scene, uint32_t first, uint32_t end);

/* "Betreiber des geschlossenen [Kinos]", "[Parlamentarischer] Geschäftsführer":
 * whether the words [first, end) are a plain noun or an adjective, and no body's
 * name. O(1). */
bool ws_bureau_is_noun(const ws_scene *scene, uint32_t first, uint32_t end);

/* "In [Wien lebende] Autor": where the office in words [first, last) begins,
 * behind what a participle before it tells; last where an age is all. O(words).
 */
uint32_t ws_bureau_office(const ws_scene *scene, uint32_t first, uint32_t last);

#endif /* WS_BUREAU_H */
