/*
 * opening.c - who an article opens with.
 *
 *   in   mentions joined into people, cues
 *   out  the person of a nominal
 *
 * British desks open with what somebody is and name him in the next paragraph:
 * "A man whose dog came back has spoken of his joy. / Alan Prewett, from
 * Dudley, had ...". Nobody new is named without a word of what he is, so that a
 * bare name there is his, if he spoke or his age is told. American ones do so
 * with an office that one alone has: "The city's police chief resigned. / Chief
 * Ana Ruiz, who ...". Not where the first sentence tells of two people, nor where
 * another office stands with the name.
 *
 * Cost: the mentions of two paragraphs.
 *
 * Not here: "the mayor" where a role tells of it (nominal.c).
 */
#include "speaker/opening.h"

#include <string.h>

#include "base/unicode.h"
#include "speaker/statement.h"
#include "speaker/wired.h"

enum {
    OFFICE_BYTES = 24, /* longest office looked at */
    LEAST_SHORT = 3,   /* fewest letters of one cut short: "Gov." */
    PARAGRAPHS = 3,    /* the headline's, the reporter's, and the first */
    MENTIONS = 24,     /* of a sentence looked at */
    DATELINE = 12      /* tokens behind its place */
};

/* Whether a verb of speech is mention m's, or that of a clause on it: "a man
 * whose dog came back said". */
static bool speaks(const ws_scene *scene, uint32_t m)
{
    const ws_mention *mention = scene->mentions->mention;
    const uint32_t *of = scene->sentences->of;
    const ws_mention *e = &mention[m];

    if (scene->cues->of[m] != WHOSAID_NONE)
        return true;
    return m + 1 < scene->mentions->count &&
           of[mention[m + 1].head] == of[e->head] &&
           scene->cues->of[m + 1] != WHOSAID_NONE &&
           e->close < scene->tokens->count &&
           ws_scene_listed(scene, e->close, WS_LIST_WHOSE);
}

/* Whether mention m is one person, said to be this or that. */
static bool is_described(const ws_scene *scene, uint32_t m)
{
    const uint16_t other = WS_M_PLURAL | WS_M_QUOTED | WS_M_NESTED |
                           WS_M_GENITIVE | WS_M_AFTER_PREPOSITION | WS_M_JOINT |
                           WS_M_HEADLINE;
    const ws_mention *e = &scene->mentions->mention[m];
    const ws_token *token = scene->tokens->token;
    ws_lex first = token[e->first].lex;
    ws_lex head = token[e->head].lex;

    return e->kind == WS_MENTION_NOMINAL &&
           e->type == WHOSAID_SOURCE_ANONYMOUS && (e->flags & other) == 0 &&
           e->same == WHOSAID_NONE && WS_IS(first, DET) &&
           !WS_IS(first, POSSESSIVE) && !WS_IS(head, ANONYMOUS) &&
           !WS_IS(head, PLURAL) && (WS_IS(head, PERSON) || WS_IS(head, ROLE));
}

/* Whether many have what mention m is said to be: "a man", "a teacher". */
static bool is_anyone(const ws_scene *scene, uint32_t m)
{
    uint32_t head = scene->mentions->mention[m].head;

    return !ws_scene_listed(scene, head, WS_LIST_OFFICIAL) ||
           ws_scene_listed(scene, head, WS_LIST_NEIGHBOUR);
}

/* Whether title is the office of noun: "Mayor", "Gov.", "Sen." of the senator. */
static bool is_same_office(const ws_scene *scene, const ws_token *title,
                           const ws_token *noun)
{
    const char *bytes = scene->text->bytes;
    char one[OFFICE_BYTES];
    char other[OFFICE_BYTES];
    size_t len = ws_fold(bytes + title->begin, title->end - title->begin, false,
                         one, sizeof one);
    size_t n = ws_fold(bytes + noun->begin, noun->end - noun->begin, false,
                       other, sizeof other);
    bool cut = len > 1 && one[len - 1] == '.';

    len -= cut;
    if (len == 0 || n < len || memcmp(one, other, len) != 0)
        return false;
    return n == len || (cut && len >= LEAST_SHORT);
}

/* Where the words of paragraph p begin, behind "COLUMBUS, Ohio (AP) -". */
static uint32_t words_of(const ws_scene *scene, uint32_t p)
{
    const ws_tokens *tokens = scene->tokens;
    uint32_t first = tokens->first[p];
    uint32_t k = scene->mentions->at[first];

    if (k >= scene->mentions->count ||
        scene->mentions->mention[k].first != first ||
        !ws_is_dateline(tokens->token, tokens->count,
                        &scene->mentions->mention[k]))
        return first;
    for (uint32_t i = scene->mentions->mention[k].last, n = 0;
         n < DATELINE && i + 1 < tokens->count &&
         tokens->token[i].paragraph == p;
         n++, i++)
        if (ws_is_dash(&tokens->token[i]) &&
            tokens->token[i + 1].kind == WS_TOKEN_WORD)
            return i + 1;
    return first;
}

/* Whether the sentence of mention m tells of no other man or woman but who hears
 * it: "told a judge". */
static bool is_alone(const ws_scene *scene, uint32_t m)
{
    const ws_mention *mention = scene->mentions->mention;
    const uint32_t *of = scene->sentences->of;

    for (uint32_t k = m + 1; k < scene->mentions->count && k < m + MENTIONS;
         k++) {
        const ws_mention *c = &mention[k];
        if (of[c->head] != of[mention[m].head])
            return true;
        bool person = c->type == WHOSAID_SOURCE_PERSON ||
                      c->type == WHOSAID_SOURCE_ANONYMOUS;
        bool hears = scene->cues->hears[k] && /* but "described a man" */
                     !ws_scene_listed(scene, c->first - 1, WS_LIST_BRANDED);
        if (c->kind != WS_MENTION_PRONOUN && person && !hears &&
            (c->flags & (WS_M_QUOTED | WS_M_PLURAL)) == 0)
            return false;
    }
    return true;
}

/* The mention that begins with token first: somebody's full name; or NONE. */
static uint32_t name_at(const ws_scene *scene, uint32_t first)
{
    for (uint32_t k = scene->mentions->at[first];
         k < scene->mentions->count && k < scene->mentions->at[first] + 4;
         k++) {
        const ws_mention *c = &scene->mentions->mention[k];
        if (c->first == first && c->kind == WS_MENTION_NAME &&
            c->type == WHOSAID_SOURCE_PERSON &&
            (c->flags & (WS_M_JOINT | WS_M_GENITIVE | WS_M_NESTED)) == 0)
            return c->name_end - c->name > 1 ? k : WHOSAID_NONE;
    }
    return WHOSAID_NONE;
}

/* "Ana Ruiz, 44,": told as one whom the reader does not know yet. */
static bool has_age(const ws_scene *scene, uint32_t m)
{
    const ws_token *token = scene->tokens->token;
    uint32_t i = scene->mentions->mention[m].name_end;

    return i + 2 < scene->tokens->count && ws_is_comma(&token[i]) &&
           token[i + 1].kind == WS_TOKEN_NUMBER && ws_is_comma(&token[i + 2]);
}

/* Whether name may be that of mention m: without an office, of one who spoke or
 * whose age is told; or with the office that "the mayor" has. */
static bool is_named(const ws_scene *scene, uint32_t m, uint32_t name)
{
    const ws_token *token = scene->tokens->token;
    const ws_mention *e = &scene->mentions->mention[m];
    const ws_mention *c = &scene->mentions->mention[name];
    bool office = c->role < c->role_end;
    bool before = office && c->role < c->name;

    if (before && c->role + 1 == c->role_end &&
        WS_IS(token[c->role].lex, HONORIFIC))
        office = false;
    if (!office)
        return is_anyone(scene, m) &&
               (speaks(scene, m) || has_age(scene, name));
    return before && ws_scene_listed(scene, e->first, WS_LIST_DEFINITE) &&
           is_same_office(scene, &token[c->role_end - 1], &token[e->head]);
}

/* Who is named right behind the sentence of mention m: where the next paragraph
 * begins or, if paragraphs were glued together, the next sentence; or NONE. */
static uint32_t named_behind(const ws_scene *scene, uint32_t m)
{
    const ws_sentences *s = scene->sentences;
    uint32_t head = scene->mentions->mention[m].head;
    uint32_t next = scene->tokens->token[head].paragraph + 1;
    uint32_t name = WHOSAID_NONE;

    if (next < scene->text->paragraphs)
        name = name_at(scene, scene->tokens->first[next]);
    if (name != WHOSAID_NONE && is_named(scene, m, name))
        return name;
    if (s->of[head] + 1 == s->count)
        return WHOSAID_NONE;
    name = name_at(scene, s->sentence[s->of[head] + 1].first);
    return name != WHOSAID_NONE && is_named(scene, m, name) ? name
                                                            : WHOSAID_NONE;
}

/* The first mention that is nobody's part of a sentence that opens one of the
 * first paragraphs, where it is described; or NONE. */
static uint32_t find(const ws_scene *scene)
{
    const ws_token *token = scene->tokens->token;

    for (uint32_t p = 0; p < PARAGRAPHS && p < scene->text->paragraphs; p++) {
        uint32_t first = words_of(scene, p);
        for (uint32_t k = scene->mentions->at[first];
             k < scene->mentions->count &&
             k < scene->mentions->at[first] + MENTIONS;
             k++) {
            const ws_mention *c = &scene->mentions->mention[k];
            if (token[c->head].paragraph != p)
                break;
            if (c->first == first && is_described(scene, k) &&
                (is_anyone(scene, k) || named_behind(scene, k) != WHOSAID_NONE))
                return k;
        }
    }
    return WHOSAID_NONE;
}

void ws_opening_join(const ws_scene *scene, ws_people *people)
{
    if (scene->tokens->foreign || scene->tokens->count >= WS_ARTICLE)
        return;
    uint32_t m = find(scene);
    if (m == WHOSAID_NONE || !is_alone(scene, m))
        return;
    uint32_t was = people->of[m];
    const ws_mention *e = &scene->mentions->mention[m];
    uint32_t name = named_behind(scene, m);
    uint32_t id = name == WHOSAID_NONE ? name : people->of[name];
    if (id == WHOSAID_NONE || ws_opposed(e->flags, people->person[id].flags))
        return;
    for (uint32_t k = 0; k < name; k++)
        if (people->of[k] == id) /* a headline has the name */
            return;
    for (uint32_t k = m; k < scene->mentions->count; k++) {
        if (k != m && (was == WHOSAID_NONE || people->of[k] != was))
            continue;
        people->of[k] = id;
        people->sure[k] = WS_SURE_NOMINAL;
    }
}
