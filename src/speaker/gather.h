/*
 * gather.h - who could have said a quotation: the mentions around it.
 */
#ifndef WS_GATHER_H
#define WS_GATHER_H

#include "speaker/talk.h"

enum {
    WS_CANDIDATES = 64, /* most candidates of one quotation */
    WS_PAST = 8         /* quotations before that are remembered */
};

/* Who spoke the quotations before, latest first. */
typedef struct ws_past {
    struct {
        uint32_t quotation;
        uint32_t mention; /* or WHOSAID_NONE */
        uint32_t person;  /* or WHOSAID_NONE */
    } turn[WS_PAST];
    uint32_t count;
} ws_past;

/* Remember who spoke a quotation. */
void ws_past_add(ws_past *past, uint32_t quotation, uint32_t mention,
                 uint32_t person);

/* A mention taken to mean somebody. */
typedef struct ws_gathered {
    uint32_t mention; /* index */
    uint32_t person;  /* or WHOSAID_NONE */
    uint8_t rank;     /* of the person among those that a pronoun may mean */
} ws_gathered;

/* The mentions of the window around a place, by their order, those that spoke
 * the quotations before first; returns how many. O(mentions of the window). */
uint32_t ws_gather(const ws_scene *scene, uint32_t quotation,
                   const ws_place *place, const ws_past *past,
                   ws_gathered gathered[WS_CANDIDATES]);

#endif /* WS_GATHER_H */
