/*
 * talk.h - how a document's speech runs on: whom a cue beside the marks
 * names, whom the words address, which quotation comes next.
 */
#ifndef WS_TALK_H
#define WS_TALK_H

#include "speaker/class.h"

struct ws_talk {
    uint32_t *tag;    /* [quotations]: the subject of a cue that touches the
                       * marks, a mention, or WHOSAID_NONE */
    uint32_t *by;     /* [quotations]: the same, or that of one in a story's
                       * words: “...,” said Hill, “...” */
    uint32_t *call;   /* [quotations]: the mention by which somebody is
                       * addressed, or NONE */
    uint32_t *called; /* [quotations]: the person whom it means, or NONE */
    uint32_t *next;   /* [quotations]: the next one that is speech, or NONE */
    uint16_t *sex;    /* [quotations]: of one who is addressed without a name */
    uint32_t *spoke;  /* [people]: tags that mean the person */
    uint32_t people;
    uint32_t narrator; /* the person who says I, where it has a name
                        * (narrator.c) */
    bool story;        /* it reads as a story: he and she, and lively speech */
};

/*
 * Look over the speech of a document. Whom "I" means is not known yet.
 *
 * Errors: NOMEM. O(tokens).
 */
WHOSAID_MUST_USE whosaid_status ws_talk_find(ws_arena *arena,
                                             const ws_scene *scene,
                                             const ws_classes *classes,
                                             ws_talk *talk);

/* The people are known: find who else is addressed. O(tokens). */
void ws_talk_call(const ws_scene *scene, ws_talk *talk);

/* Count anew whom the tags mean: spoke. O(people + quotations). */
void ws_talk_count(const ws_scene *scene, ws_talk *talk);

/* Who speaks quotation q, by its tag, by that of the speech before it in its
 * paragraph, or by turns: that of the last but one. before holds the last and
 * the last but one, or NONE. A mention, or NONE. O(1). */
uint32_t ws_talk_speaker(const ws_scene *scene, uint32_t q,
                         const uint32_t *before);

#endif /* WS_TALK_H */
