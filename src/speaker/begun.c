/*
 * begun.c - "Claudia Sheinbaum" of Claudia Sheinbaum Pardo.
 *
 *   in   people while they are joined
 *   out  the person of whose name another leaves the last word out
 *
 * Who has two surnames goes by the first, and "Nurul Izzah" of Nurul Izzah
 * Anwar goes by no surname at all, nor "Siti Khadijah" of Siti Khadijah binti
 * Osman. In an article only: in a long story the
 * shorter name may be the father's.
 *
 * Cost: a bounded number of people is looked at.
 *
 * Not here: names that leave the first words out (person.c).
 */
#include "speaker/begun.h"

enum {
    TOGETHER = 4 /* words of "Nik Salwani Nik Mat" */
};

/* How many words of a name stand before its father's: "Siti Khadijah binti
 * Osman", "Nik Salwani Nik Mat" have two; 0 where it has no such part, or in a
 * long story. */
static uint32_t words_before_father(const ws_joiner *j, const ws_mention *m)
{
    const char *bytes = j->names.text->bytes;

    if (j->names.tokens >= WS_ARTICLE || m->type == WHOSAID_SOURCE_BODY)
        return 0;
    if (m->name_end == m->name + TOGETHER &&
        ws_token_same(bytes, &j->token[m->name], &j->token[m->name + 2]) &&
        ws_is_capital(&j->token[m->name + 1]))
        return 2;
    for (uint32_t i = m->name + 1;
         i + 1 < m->name_end && i <= m->name + TOGETHER; i++)
        if (ws_token_listed(bytes, &j->token[i], WS_LIST_FILIAL))
            return i - m->name;
    return 0;
}

/* A person's name of three words or more, none of them a thing's: its last
 * word may be left out. */
static bool may_be_cut(const ws_joiner *j, const ws_mention *m)
{
    const ws_lex name =
        WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE) | WS_LEX_BIT(SURNAME);
    const ws_lex thing = WS_LEX_BIT(WORK) | WS_LEX_BIT(BODY) |
                         WS_LEX_BIT(GROUP) | WS_LEX_BIT(PERSON) |
                         WS_LEX_BIT(DOCUMENT) | WS_LEX_BIT(TIME);

    if (j->names.tokens >= WS_ARTICLE || m->type != WHOSAID_SOURCE_PERSON ||
        m->name_end < m->name + 3 || (m->flags & WS_M_HEADLINE) != 0 ||
        !ws_is_given(&j->names, m->name))
        return false;
    for (uint32_t i = m->name; i < m->name_end; i++) {
        if (j->token[i].kind != WS_TOKEN_WORD ||
            (j->token[i].shape & (WS_SHAPE_INITIAL | WS_SHAPE_ALLCAPS)) != 0 ||
            WS_IS(j->token[i].lex, NAME_SUFFIX))
            return false;
    }
    ws_lex last = j->token[m->name_end - 1].lex;
    return (last == 0 || (last & name) != 0) && (last & thing) == 0 &&
           !WS_IS(j->token[m->name_end - 2].lex, PARTICLE);
}

void ws_begun_file(ws_joiner *j, const ws_mention *m, uint32_t id)
{
    uint32_t own = words_before_father(j, m);

    if (own > 1)
        ws_join_file(j, ws_join_key(j, m->name, m->name + own, WS_KEY_BEGUN),
                     id);
    if (own > 1 || !may_be_cut(j, m))
        return;
    ws_join_file(j, ws_join_key(j, m->name, m->name_end - 1, WS_KEY_BEGUN), id);
    /* "Ana Maria" of Ana Maria Ruiz Vega */
    if (m->name_end == m->name + 4)
        ws_join_file(j, ws_join_key(j, m->name, m->name + 2, WS_KEY_BEGUN), id);
    /* "de la Fuente" of Juan de la Fuente Ochoa */
    for (uint32_t i = m->name + 1; i + 2 < m->name_end; i++) {
        if (!WS_IS(j->token[i].lex, PARTICLE))
            continue;
        ws_join_file(j, ws_join_key(j, i, m->name_end - 1, WS_KEY_BEGUN), id);
        break;
    }
}

/* The one person filed under a key who can be of the gender that m tells. */
static uint32_t only_one(const ws_joiner *j, uint64_t key, const ws_mention *m)
{
    uint32_t e = ws_join_find(j, key, 0);

    if (e == 0 || ws_join_find(j, key, e) != 0)
        return WHOSAID_NONE;
    uint32_t id = j->files.entry[e].id;
    const ws_mention *other = &j->mentions->mention[j->out->person[id].mention];
    return other->type == WHOSAID_SOURCE_BODY ||
                   ws_opposed(ws_gender_told(&j->names, m),
                              ws_gender_so_far(j, id))
               ? WHOSAID_NONE
               : id;
}

uint32_t ws_begun(const ws_joiner *j, const ws_mention *m)
{
    uint32_t id = WHOSAID_NONE;

    if (m->type == WHOSAID_SOURCE_BODY || m->name_end < m->name + 2)
        return WHOSAID_NONE;
    id = only_one(j, ws_join_key(j, m->name, m->name_end, WS_KEY_BEGUN), m);
    uint32_t own = words_before_father(j, m);
    if (id == WHOSAID_NONE && own > 1)
        id = only_one(j, ws_join_key(j, m->name, m->name + own, WS_KEY_WHOLE),
                      m);
    else if (id == WHOSAID_NONE && may_be_cut(j, m))
        id = only_one(j, ws_join_key(j, m->name, m->name_end - 1, WS_KEY_WHOLE),
                      m);
    return id;
}
