/*
 * linked.h - small words inside a name.
 */
#ifndef WS_LINKED_H
#define WS_LINKED_H

#include "speaker/phrase.h"

/* Whether the small word at i, in a phrase that began at first, joins the name
 * before it to the words behind: "Department [of] Justice", "Anneke [van] der
 * Berg". O(1). */
bool ws_links_name(const ws_phrases *phrases, uint32_t first, uint32_t i,
                   uint32_t limit);

/* "Geheimrat [von] Salis": whether the small word at i is the particle of a
 * name, where nouns have capitals, and a capital stands before it. O(1). */
bool ws_is_noble(const ws_phrases *phrases, uint32_t i);

/* Whether the "and" at i joins two tasks of a body that is named behind the
 * second one: "Food [and] Drug Administration". O(1). */
bool ws_joins_tasks(const ws_phrases *phrases, uint32_t i);

/* Whether the name [first, last) is that of many who are called a body by what
 * they are for or against: "Doctors Without Borders". O(words). */
bool ws_is_league(const ws_phrases *phrases, uint32_t first, uint32_t last);

#endif /* WS_LINKED_H */
