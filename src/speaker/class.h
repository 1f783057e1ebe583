/*
 * class.h - is what stands between marks speech, and of which kind.
 */
#ifndef WS_CLASS_H
#define WS_CLASS_H

#include "speaker/outline.h"

typedef struct ws_classes {
    uint8_t *kind;  /* [quotations]: whosaid_kind */
    uint8_t *rest;  /* [quotations]: its kind if nobody says it */
    int32_t *score; /* [quotations]: Q8 odds of speech; 0 for turns */
    bool reads;     /* the words were known; else judged by the outline */
    bool story;     /* told by story.h: he and she, and lively speech; */
    bool turns;     /* surely no interview: a new paragraph, a new speaker */
} ws_classes;

/* What tells speech where the words are known. */
typedef struct ws_judge {
    const ws_model *model;   /* ids: sketch.h */
    const ws_forest *forest; /* values: evidence.h */
} ws_judge;

/* The judge that was learned; for glued, see quote/sentence.h. */
ws_judge ws_judge_learned(bool glued);

/* Q8 odds that a quotation is speech; value is its evidence. */
int32_t ws_class_score(const ws_judge *judge,
                       const int16_t value[WS_EVIDENCE_COUNT]);

/* What a quotation is that is nobody's speech; value is its evidence. */
whosaid_kind ws_class_rest(const int16_t value[WS_EVIDENCE_COUNT]);

/* Whether quotation q is speech that marks show, not within another's. */
bool ws_class_speaks(const ws_scene *scene, const ws_classes *classes,
                     uint32_t q);

/* Whether quotation q stands where a thing's name does, in a language whose
 * nouns have capitals: "das Bündnis „Ein Dach“ fordert". Too many of those are
 * words of somebody to leave them out. O(1). */
bool ws_class_may_name(const ws_scene *scene, uint32_t q);

/* Class every quotation. Errors: NOMEM. O(tokens). */
WHOSAID_MUST_USE whosaid_status ws_class(ws_arena *arena, const ws_scene *scene,
                                         const ws_judge *judge,
                                         ws_classes *classes);

#endif /* WS_CLASS_H */
