/*
 * joint.h - two or more who are joined by "and".
 */
#ifndef WS_JOINT_H
#define WS_JOINT_H

#include "speaker/naming.h"
#include "speaker/phrase.h"

/*
 * Join the latest mention with the one before it when "and" stands between
 * them. May add one mention, which has the latest one's head and stands behind
 * it. limit is the end of the sentence, a token. O(1).
 */
void ws_joint_find(const ws_phrases *phrases, uint32_t limit,
                   ws_mentions *mentions);

#endif /* WS_JOINT_H */
