/*
 * gender.h - who is a man and who a woman, by pronouns that can mean nobody
 * else.
 */
#ifndef WS_GENDER_H
#define WS_GENDER_H

#include "speaker/rival.h"

/*
 * Fill shown of people whose own sentences tell their gender: where no list
 * has their name, or several times against what it has.
 *
 *   people   shown is 0 before
 *
 * O(mentions): a bounded number is looked at around each.
 */
void ws_genders_told(const ws_stage *stage, ws_people *people);

#endif /* WS_GENDER_H */
