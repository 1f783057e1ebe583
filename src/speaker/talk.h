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
    uint32_t *called; /* [quotations]: the person addressed, or NONE */
    uint32_t *next;   /* [quotations]: the next one that is speech, or NONE */
    uint32_t *spoke;  /* [people]: tags that mean the person */
    uint32_t people;
    uint32_t narrator; /* the person who says I, where it has a name */
    bool story;        /* it reads as a story: he and she, and lively speech */
};

/*
 * Look over the speech of a document.
 *
 *   people   the narrator is made a person, or given the name that others
 *            call him by
 *
 * Errors: NOMEM. O(tokens).
 */
WHOSAID_MUST_USE whosaid_status ws_talk_find(ws_arena *arena,
                                             const ws_scene *scene,
                                             const ws_classes *classes,
                                             ws_people *people, ws_talk *talk);

/* Count anew whom the tags mean: spoke. O(people + quotations). */
void ws_talk_count(const ws_scene *scene, ws_talk *talk);

/* Pronouns of a story outside the marks, per mille of the words there.
 * O(tokens). */
uint32_t ws_talk_pronouns(const ws_scene *scene);

#endif /* WS_TALK_H */
