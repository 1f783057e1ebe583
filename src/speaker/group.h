/*
 * group.h - bodies and groups without a name, as people that "they" and "it"
 * can mean.
 */
#ifndef WS_GROUP_H
#define WS_GROUP_H

#include "speaker/person.h"

/*
 * Bring in each body and group that is told of by a noun and means nobody
 * named: "the residents", "the Kazakh government". Those who mean somebody must
 * have been joined. people has room for them. O(mentions).
 */
void ws_groups_join(const ws_text *text, const ws_tokens *tokens,
                    const ws_mentions *mentions, ws_people *people);

#endif /* WS_GROUP_H */
