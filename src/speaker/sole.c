/*
 * sole.c - the only one told of before a byname.
 *
 *   in   mentions with their people, cues
 *   out  the person of "the striker", "the 44-year-old", or nobody
 *
 * Cost: a bounded number of mentions is looked at. Not here: which of several
 * fits best (epithet.c).
 */
#include "speaker/sole.h"

#include "speaker/asker.h"

enum { NEAR_MENTIONS = 60 /* looked at */ };

/* "Die Firma [Lampe Holz]", "die [Reederei Lampe]": a group's noun, or without an
 * office an article, stands before the name. */
static bool is_led_by_group(const ws_scene *scene, const ws_mention *full)
{
    const ws_token *token = scene->tokens->token;

    /* but "Bahnvorstand Lampe" */
    if (full->name == full->first || !WS_IS(token[full->first].lex, DET))
        return false;
    ws_lex before = token[full->name - 1].lex;
    return WS_IS(before, GROUP) ||
           (WS_IS(before, DET) && full->role == full->role_end);
}

/* "Bademeister Uwe Tillmann": several words with capitals, of which nothing is
 * known in another language; may be somebody. */
bool ws_sole_is_unknown(const ws_scene *scene, const ws_person *person)
{
    const ws_mention *full = &scene->mentions->mention[person->mention];

    return scene->tokens->foreign && person->type == WHOSAID_SOURCE_NONE &&
           full->kind == WS_MENTION_NAME && full->name_end - full->name > 1 &&
           !WS_IS(scene->tokens->token[full->name_end - 1].lex, COMMON_NOUN) &&
           !is_led_by_group(scene, full);
}

static bool is_many(const ws_mention *m)
{
    return m->type == WHOSAID_SOURCE_BODY || m->type == WHOSAID_SOURCE_GROUP ||
           m->type == WHOSAID_SOURCE_DOCUMENT;
}

/* The paragraph of token i, or where paragraphs were glued together, its
 * sentence, which is as much as is sure to stand in one. */
static uint32_t part_of(const ws_scene *scene, uint32_t i)
{
    return scene->sentences->glued ? scene->sentences->of[i]
                                   : scene->tokens->token[i].paragraph;
}

/* Where that part begins. */
static uint32_t part_first(const ws_scene *scene, uint32_t i)
{
    uint32_t part = part_of(scene, i);

    return scene->sentences->glued ? scene->sentences->sentence[part].first
                                   : scene->tokens->first[part];
}

/* "[Ana Ruiz's] goal sealed it. “...,” said the 20-year-old.": where nobody else
 * is told of, whose deed opens the paragraph. */
static bool is_owner(const ws_scene *scene, uint32_t k)
{
    const ws_mention *c = &scene->mentions->mention[k];
    uint32_t id = scene->people->of[k];

    return !scene->tokens->foreign && id != WHOSAID_NONE &&
           c->kind == WS_MENTION_NAME && (c->flags & WS_M_GENITIVE) != 0 &&
           (c->flags & (WS_M_QUOTED | WS_M_NESTED)) == 0 &&
           c->first == part_first(scene, c->head) &&
           scene->people->person[id].type == WHOSAID_SOURCE_PERSON;
}

/* Who asks in the paragraph before: the answer is another's. */
uint32_t ws_sole_asker(const ws_scene *scene, uint32_t m)
{
    ws_stage stage = ws_scene_stage(scene);
    const ws_token *head =
        &scene->tokens->token[scene->mentions->mention[m].head];

    return ws_asker(&stage, scene->tokens->first[head->paragraph]);
}

/* Of those told of in mention m's part of the text before it, or where there are
 * none in the part before, the only one; NONE where there are two or
 * somebody has no name. */
uint32_t ws_sole(const ws_scene *scene, uint32_t m)
{
    const ws_people *people = scene->people;
    const ws_token *token = scene->tokens->token;
    const ws_mention *e = &scene->mentions->mention[m];
    const uint16_t hanging = WS_M_NESTED | WS_M_AFTER_PREPOSITION | WS_M_OBJECT;
    uint32_t here = part_of(scene, e->head);
    uint32_t found = WHOSAID_NONE;
    uint32_t asker = ws_sole_asker(scene, m);
    uint32_t owner = WHOSAID_NONE;

    for (uint32_t k = m; k-- > 0 && m - k < NEAR_MENTIONS;) {
        const ws_mention *c = &scene->mentions->mention[k];
        uint32_t at = part_of(scene, c->head);
        uint32_t id = people->of[k];
        if (at + 1 < here ||
            (at != here && (found != WHOSAID_NONE || owner != WHOSAID_NONE)))
            break;
        if (is_owner(scene, k))
            owner = id;
        if ((c->flags & (WS_M_QUOTED | WS_M_GENITIVE)) != 0 ||
            id == WHOSAID_NONE || c->last > e->first || id == asker)
            continue;
        const ws_person *person = &people->person[id];
        if (person->type == WHOSAID_SOURCE_ANONYMOUS) {
            /* "the family", "her father" */
            if (c->kind == WS_MENTION_NOMINAL &&
                (is_many(c) || WS_IS(token[c->first].lex, POSSESSIVE) ||
                 (scene->tokens->nouns && (c->flags & hanging) != 0)))
                continue;
            return WHOSAID_NONE;
        }
        if (person->type != WHOSAID_SOURCE_PERSON &&
            (at != here || !ws_sole_is_unknown(scene, person)))
            continue;
        if (id == people->never[m] || (found != WHOSAID_NONE && found != id))
            return WHOSAID_NONE;
        found = id;
    }
    if (found == WHOSAID_NONE && owner != asker)
        found = owner;
    if (found == WHOSAID_NONE || found == people->never[m] ||
        ws_opposed(e->flags, people->person[found].flags))
        return WHOSAID_NONE;
    return found;
}
