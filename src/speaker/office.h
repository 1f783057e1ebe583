/*
 * office.h - what else one of an office is called: a vicar is a priest.
 */
#ifndef WS_OFFICE_H
#define WS_OFFICE_H

#include <stddef.h>

enum {
    WS_OFFICE_NOUNS = 4 /* most others for an office */
};

/* The nouns [WS_OFFICE_NOUNS], NULL behind the last one, that one is called by
 * whose office is the word, in small letters. O(log offices). */
const char *const *ws_office_nouns(const char *word, size_t len);

#endif /* WS_OFFICE_H */
