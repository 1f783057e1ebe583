/*
 * denial.h - who is said not to have spoken.
 */
#ifndef WS_DENIAL_H
#define WS_DENIAL_H

#include "speaker/scene.h"

typedef enum ws_denial {
    WS_DENIAL_NONE,
    WS_DENIAL_MAYBE, /* Ana Ruiz would never say */
    WS_DENIAL_WHOLE  /* nobody at X said; neither Ana Ruiz nor Jo Hill said */
} ws_denial;

/* Whether a mention, subject of a cue or of none (WHOSAID_NONE), is said not
 * to have spoken the words. A bounded number of looks. */
ws_denial ws_denial_of(const ws_scene *scene, uint32_t mention, uint32_t cue);

enum { WS_DENIAL_PATIENTS = 3 };

/* Mentions that the words of a quotation are said to or of by others: "Ana Ruiz
 * was accused of “hiding”", "“No,” the court was told"; and who asks about it:
 * "Jo Hill asked if she was told “no”". WHOSAID_NONE where there is none before
 * the marks, behind them, asking. O(1). */
void ws_denial_patients(const ws_scene *scene, const ws_place *place,
                        uint32_t patient[WS_DENIAL_PATIENTS]);

/* "Ana Ruiz was told by police that she was “free”": to whom the words of a
 * quotation are said by one who is named; WHOSAID_NONE where there is none. O(1).
 */
uint32_t ws_denial_told(const ws_scene *scene, const ws_place *place);

/* Whether a mention is one of these, or its person. */
bool ws_denial_is_patient(const ws_scene *scene,
                          const uint32_t patient[WS_DENIAL_PATIENTS],
                          uint32_t mention);

/* "“Rubbish,” came a shout": whether a quotation is called out by somebody who is
 * first told of behind it, so that a mention before did not speak it. O(1). */
bool ws_denial_is_cried(const ws_scene *scene, const ws_place *place,
                        uint32_t mention);

/* "Auf einem Schild stand „Ruhe“", "„Ruhe“ war auf einem Schild zu lesen": whether
 * a quotation can be read on what is new, so that a mention before the clause did
 * not speak it. O(1). */
bool ws_denial_is_posted(const ws_scene *scene, const ws_place *place,
                         uint32_t mention);

#endif /* WS_DENIAL_H */
