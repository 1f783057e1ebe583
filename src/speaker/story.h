/*
 * story.h - a document that is a story, and what is no speech in one.
 */
#ifndef WS_STORY_H
#define WS_STORY_H

#include "speaker/class.h"

/*
 * Tell whether a document is a story: classes->story. In one, class anew what
 * nobody says.
 *
 * O(tokens + paragraphs).
 */
void ws_story_settle(ws_arena *arena, const ws_scene *scene,
                     ws_classes *classes);

/* Pronouns of a story outside the marks, per mille of the words there.
 * O(tokens). */
uint32_t ws_story_pronouns(const ws_scene *scene);

/* Whether the scene is a story by its talk alone, before anything is known of
 * its quotations. O(tokens). */
bool ws_story_talks(const ws_scene *scene);

/* Whether it is a report, for all its pronouns: of two of its people or more the
 * age stands behind the name, "Ana Ruiz, 41,". O(tokens). */
bool ws_story_reports(const ws_scene *scene);

#endif /* WS_STORY_H */
