/*
 * author.h - whose words a letter, a statement, a post holds.
 */
#ifndef WS_AUTHOR_H
#define WS_AUTHOR_H

#include "speaker/scene.h"

/*
 * "The statement" means whoever said something in a statement before, "a text
 * from Ana Ruiz" and "her letter" mean her: people->of of such mentions is
 * changed, where the document tells whose they are. scene->people is people;
 * behind the pronouns with a gender, before "it".
 *
 * Errors: NOMEM. O(mentions): a bounded number of words and mentions is looked
 * at for each.
 */
WHOSAID_MUST_USE whosaid_status ws_authors_join(ws_arena *arena,
                                                const ws_scene *scene,
                                                ws_people *people);

#endif /* WS_AUTHOR_H */
