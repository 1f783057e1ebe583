/*
 * kin.h - who "her mother" is.
 */
#ifndef WS_KIN_H
#define WS_KIN_H

#include "speaker/rival.h"

/*
 * Give "her mother" and "Ana's brother" of a long story the person that they
 * mean. Pronouns must have their people.
 *
 *   people   of and sure are filled for such nouns
 *   changed  whether one was, and pronouns are to be resolved anew
 *
 * Errors: NOMEM. O(mentions).
 */
WHOSAID_MUST_USE whosaid_status ws_kin_join(ws_arena *arena,
                                            const ws_text *text,
                                            const ws_stage *stage,
                                            ws_people *people, bool *changed);

#endif /* WS_KIN_H */
