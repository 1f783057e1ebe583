/*
 * nickname.h - short forms of given names.
 */
#ifndef WS_NICKNAME_H
#define WS_NICKNAME_H

#include <stdbool.h>
#include <stddef.h>

/* Whether one of two words in small letters is a short form of the other, as
 * data/nicknames.tsv has it: "bob" and "robert". O(log entries). */
bool ws_is_nickname(const char *a, size_t alen, const char *b, size_t blen);

#endif /* WS_NICKNAME_H */
