/*
 * employer.c - "Age Concern Wales policy manager": the body that an office is
 * of, known or not, by the capitals beside it.
 *
 *   in   the words of a statement
 *   out  the words that name a body
 *
 * Managers and spokesmen are always somebody's: two words or more in capitals
 * before such an office in small letters, or that own it, name whose it is,
 * where they name no person, place or street; and so do capitals behind
 * "spokesman for".
 *
 * Cost: linear in the words asked about.
 *
 * Not here: bodies that are known by a word or another mention (affiliation.c).
 */
#include "speaker/employer.h"

#include "speaker/affiliation.h"
#include "speaker/proper.h"

/* Whether [a, b) names somebody: by a mention, or its first name. */
static bool names_person(const ws_frame *f, uint32_t a, uint32_t b)
{
    const ws_mentions *mentions = f->scene->mentions;
    const ws_people *people = f->scene->people;
    const ws_lex no = WS_LEX_BIT(GROUP) | WS_LEX_BIT(BODY) | WS_LEX_BIT(PLACE);

    if (b == a + 2 && (f->token[a].lex & WS_GIVEN_CLASSES) != 0)
        return true;
    /* "Border Patrol", "Age Concern Wales": whatever else it was taken for */
    if (ws_names_body(f, a, b) || ((f->token[b - 1].lex & no) != 0 &&
                                   (f->token[a].lex & WS_GIVEN_CLASSES) == 0))
        return false;
    for (uint32_t k = mentions->at[a];
         k < mentions->count && mentions->mention[k].head < b; k++) {
        const ws_mention *m = &mentions->mention[k];
        if (m->kind != WS_MENTION_NAME)
            continue;
        if (m->type == WHOSAID_SOURCE_PERSON ||
            (people->of[k] != WHOSAID_NONE &&
             people->person[people->of[k]].type == WHOSAID_SOURCE_PERSON))
            return true;
    }
    return false;
}

/* Whether the capitals [a, b) can be a body: no place, time, street or office,
 * nobody. */
static bool can_be_body(const ws_frame *f, uint32_t a, uint32_t b)
{
    const ws_lex where = WS_LEX_BIT(PLACE) | WS_LEX_BIT(NATIONALITY) |
                         WS_LEX_BIT(TIME) | WS_LEX_BIT(OF) | WS_LEX_BIT(FOR) |
                         WS_LEX_BIT(AND) | WS_LEX_BIT(DET);
    const ws_lex office = WS_LEX_BIT(HONORIFIC) | WS_LEX_BIT(TITLE);
    bool body = false;

    for (uint32_t i = a; i < b; i++) {
        if (ws_scene_listed(f->scene, i, WS_LIST_REGION))
            continue;
        body = body || (f->token[i].lex & where) == 0;
        if ((f->token[i].lex & office) != 0 ||
            (f->token[i].shape & WS_SHAPE_DOT) != 0)
            return false;
    }
    return body && !ws_scene_listed(f->scene, b - 1, WS_LIST_STREET) &&
           !names_person(f, a, b);
}

/* Whether what is left of the statement, [a, last), is an office of a body's,
 * in small letters unless the body owns it. */
static bool is_post(const ws_frame *f, uint32_t a, uint32_t last, bool owned)
{
    uint32_t end = a;

    while (end < last && !ws_is_link(f->token[end].lex) &&
           f->token[end].kind == WS_TOKEN_WORD)
        end++;
    if (end == a || (!owned && ws_is_capital(&f->token[a])))
        return false;
    return ws_scene_listed(f->scene, end - 1, WS_LIST_POST) ||
           ws_scene_listed(f->scene, end - 1, WS_LIST_EXECUTIVE);
}

uint32_t ws_employer_in(const ws_frame *f, uint32_t first, uint32_t last,
                        uint32_t *end)
{
    uint32_t a = first;

    while (a < last && (ws_scene_listed(f->scene, a, WS_LIST_CEASED) ||
                        ws_scene_listed(f->scene, a, WS_LIST_GRADE)))
        a++;
    uint32_t b = ws_joined_end(f, a, last);
    bool owned = b < last && ws_is_genitive(f, b);
    *end = b;
    if (b > a + 1 && b < last && is_post(f, b + owned, last, owned) &&
        can_be_body(f, a, b))
        return a;
    /* "spokesman for the Warm Homes Trust" */
    for (uint32_t i = first + 1; i + 1 < last; i++) {
        if (!WS_IS(f->token[i].lex, FOR) ||
            !ws_scene_listed(f->scene, i - 1, WS_LIST_VOICE))
            continue;
        a = i + 1;
        a += f->word[a] == WS_WORD_DETERMINER ? 1 : 0;
        *end = ws_joined_end(f, a, last);
        return *end == last && a + 1 < last && can_be_body(f, a, last) ? a
                                                                       : last;
    }
    return last;
}
