/*
 * declined.h - names in another case than that in which they are written out.
 */
#ifndef WS_DECLINED_H
#define WS_DECLINED_H

#include "speaker/person.h"

/*
 * In an article of another language: mentions of a single word that differs
 * from somebody's last name in its ending alone mean that person ("Lampelan"
 * of Sofia Lampela), if there is one.
 *
 * O(mentions), and a bounded number of names compared.
 */
void ws_declined_join(const ws_text *text, const ws_tokens *tokens,
                      const ws_mentions *mentions, ws_people *people);

#endif /* WS_DECLINED_H */
