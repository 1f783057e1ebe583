/*
 * vote.h - the gender that somebody's pronouns show.
 */
#ifndef WS_VOTE_H
#define WS_VOTE_H

#include "speaker/rival.h"

/* No pronoun has meant anybody yet. O(people). */
void ws_votes_forget(ws_people *people);

/*
 * Count the pronouns that mean each person, in he and she, and fill shown of
 * people of unknown gender. Returns whether any became known.
 *
 *   people   of and meant are filled for pronouns
 *
 * O(mentions + people).
 */
bool ws_votes_count(const ws_stage *stage, ws_people *people);

#endif /* WS_VOTE_H */
