/*
 * teller.h - who said what a speaker quotes: speech inside speech.
 */
#ifndef WS_TELLER_H
#define WS_TELLER_H

#include "speaker/scene.h"

/* What the words around an inner quotation tell of its speaker. */
typedef struct ws_teller {
    uint32_t mention; /* that names him, or WHOSAID_NONE */
    bool told;        /* a verb of speech with a subject touches the marks */
    bool self;        /* the subject is I: the outer quotation's speaker */
} ws_teller;

/* Of a quotation inside another one: “Gwen Pak told us, ‘Sign it,’ and I said,
 * ‘No.’” Nothing is told of others. A bounded number of looks. */
ws_teller ws_teller_of(const ws_scene *scene, uint32_t quotation);

#endif /* WS_TELLER_H */
