/*
 * described.h - who "the painter" of a story is.
 */
#ifndef WS_DESCRIBED_H
#define WS_DESCRIBED_H

#include "speaker/talk.h"

/*
 * Give the definite noun phrases of a story that have no name so far to the
 * people whom they mean. scene and stage hold people; the model is that of the
 * pronouns.
 *
 * Errors: NOMEM. O(mentions + quotations).
 */
WHOSAID_MUST_USE whosaid_status ws_described_join(ws_arena *arena,
                                                  const ws_scene *scene,
                                                  const ws_stage *stage,
                                                  const ws_model *model,
                                                  ws_people *people);

#endif /* WS_DESCRIBED_H */
