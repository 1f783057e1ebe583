/*
 * badge.c - the words of a role and of its body that a row shows.
 *
 *   in   what is stated of a speaker
 *   out  bytes of the document
 *
 * In German the body may be a part of the office's word (bureau.c). A party's tag
 * is the body where no other is told, or the office has the other already.
 */
#include "speaker/badge.h"

#include "speaker/bureau.h"

static whosaid_span bytes_of(const ws_token *token, uint32_t first,
                             uint32_t last)
{
    if (first >= last)
        return (whosaid_span){0, 0};
    return (whosaid_span){token[first].begin, token[last - 1].end};
}

whosaid_span ws_badge_role(const ws_scene *scene, const ws_role *role)
{
    return bytes_of(scene->tokens->token,
                    ws_bureau_office(scene, role->first, role->last),
                    role->last);
}

whosaid_span ws_badge_body(const ws_scene *scene, const ws_role *role)
{
    const ws_token *token = scene->tokens->token;
    whosaid_span part = ws_bureau_of(scene, role);

    if (part.begin < part.end)
        return part;
    /* "Senate Minority Leader Ana Ruiz (D-Nev.)": the role has Senate already */
    bool told = role->tag != WHOSAID_NONE && role->body >= role->first &&
                role->body_end <= role->last && role->body_end - role->body < 2;
    /* nor does another statement's body tell more than the party */
    told = told || (role->tag != WHOSAID_NONE && role->first < role->last &&
                    (role->body < role->first || role->body >= role->last));
    if (role->body < role->body_end && !told &&
        !ws_bureau_is_noun(scene, role->body, role->body_end))
        return bytes_of(token, role->body,
                        ws_bureau_end(scene, role->body, role->body_end));
    if (role->tag == WHOSAID_NONE)
        return (whosaid_span){0, 0};
    return bytes_of(token, role->tag, role->tag_end);
}
