/*
 * neuter.c - a name that may be a firm's, and the "it" that means it.
 *
 *   in   mentions with their people, an "it" that says something
 *   out  whom it means
 *
 * A name in no list is no body's as far as the words go, and so none that "it"
 * can mean. Where it is the subject of what was told just before, where nothing
 * shows a man, a woman or a place, and where no body is told of since, it is.
 *
 * Cost: bounded.
 */
#include "speaker/neuter.h"

#include "speaker/proper.h"

enum { LOOKED_AT = 16 }; /* mentions before the pronoun */

/* Whether a word of the name is one that people bear. */
static bool is_human(const ws_stage *s, const ws_mention *m)
{
    const ws_lex human = WS_GIVEN_CLASSES | WS_LEX_BIT(SURNAME) |
                         WS_LEX_BIT(HONORIFIC) | WS_LEX_BIT(PARTICLE);

    for (uint32_t i = m->name; i < m->name_end; i++)
        if ((s->tokens->token[i].lex & human) != 0)
            return true;
    return m->name > m->first || m->name_end <= m->name;
}

/* Whether person id may be a firm: its name in full has two words, nobody
 * is he or she by it. */
static bool may_be_body(const ws_stage *s, uint32_t id)
{
    const ws_person *person = &s->people->person[id];
    const ws_mention *full = &s->mentions->mention[person->mention];

    return full->kind == WS_MENTION_NAME &&
           person->type == WHOSAID_SOURCE_NONE &&
           full->name_end - full->name > 1 && person->titled == 0 &&
           (person->flags & (WS_M_MALE | WS_M_FEMALE | WS_M_PLURAL)) == 0 &&
           person->shown == 0 && person->he == 0 && person->she == 0 &&
           person->placed == 0 && full->role == full->role_end &&
           !is_human(s, full);
}

static bool is_rival(const ws_rival *rival, uint32_t rivals, uint32_t id)
{
    for (uint32_t i = 0; i < rivals; i++)
        if (rival[i].person == id)
            return true;
    return false;
}

uint32_t ws_neuter_named(const ws_stage *s, uint32_t pronoun,
                         const ws_rival *rival, uint32_t rivals)
{
    const ws_mention *mention = s->mentions->mention;
    const ws_token *token = s->tokens->token;
    uint32_t here = token[mention[pronoun].head].paragraph;

    for (uint32_t n = 1; n <= LOOKED_AT && n <= pronoun; n++) {
        const ws_mention *m = &mention[pronoun - n];
        uint32_t id = s->people->of[pronoun - n];
        uint32_t apart = here - token[m->head].paragraph;
        if (apart > 1 || (apart == 1 && rivals > 0))
            break;
        if ((m->flags & WS_M_QUOTED) != 0 || id == WHOSAID_NONE ||
            (m->kind == WS_MENTION_PRONOUN && (m->flags & WS_M_NEUTER) != 0))
            continue;
        if (is_rival(rival, rivals, id))
            return WHOSAID_NONE;
        if (m->kind != WS_MENTION_NAME ||
            ws_rival_stand(s, pronoun - n) == WS_STAND_NESTED ||
            (m->flags & (WS_M_AFTER_PREPOSITION | WS_M_GENITIVE)) != 0)
            continue;
        return may_be_body(s, id) ? id : WHOSAID_NONE;
    }
    return WHOSAID_NONE;
}
