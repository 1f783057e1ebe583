/*
 * abroad.h - who speaks in a document whose words are not known.
 */
#ifndef WS_ABROAD_H
#define WS_ABROAD_H

#include "speaker/scene.h"

/* One whom a verb of saying beside the marks names. */
typedef struct ws_abroad {
    uint32_t mention; /* or WHOSAID_NONE */
    bool touches;     /* the verb stands right beside the marks */
} ws_abroad;

/* The mention that a verb of saying ties to a quotation. A bounded number of
 * looks. */
ws_abroad ws_abroad_of(const ws_scene *scene, uint32_t quotation);

#endif /* WS_ABROAD_H */
