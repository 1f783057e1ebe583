/*
 * other.h - "another said": a small word that stands for somebody.
 */
#ifndef WS_OTHER_H
#define WS_OTHER_H

#include "speaker/naming.h"

/*
 * Take the small word at token i of a sentence that ends at limit for somebody
 * who is told of nowhere else: "another, who would not be named, said",
 * "one, @rinse, posted", "a third wrote", "others commented".
 *
 *   other  set to the mention: its range, head, flags and type
 *
 * Returns the token behind it, or i where it stands for nobody. O(1).
 */
uint32_t ws_other(const ws_phrases *phrases, uint32_t first, uint32_t i,
                  uint32_t limit, ws_mention *other);

#endif /* WS_OTHER_H */
