/*
 * declined.c - names in another case than that in which they are written out.
 *
 *   in   people, mentions
 *   out  mentions of a name of one word that mean somebody with a longer one
 *
 * Finnish has "Lampelan", Russian "Дурнова", of one who is brought in as Sofia
 * Lampela, Андрей Дурнов. The words must begin alike and differ in a few letters
 * at their ends; where two people fit, nothing is joined.
 *
 * Cost: at most PEOPLE names are compared with as many others, once.
 *
 * Not here: the genitive of English and German (person.c, owned.c).
 */
#include "speaker/declined.h"

enum {
    PEOPLE = 64, /* in an article; where there are more, nothing is done */
    STEM = 4,    /* letters, least, that two forms share */
    ENDING = 3   /* and most that they do not */
};

struct joiner {
    const char *bytes;
    const ws_token *token;
    const ws_mentions *mentions;
    ws_people *people;
};

static uint32_t letters(const char *bytes, uint32_t from, uint32_t to)
{
    uint32_t count = 0;

    for (uint32_t i = from; i < to; i++)
        count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    return count;
}

/* Whether two words are forms of one. */
static bool are_forms(const struct joiner *j, uint32_t a, uint32_t b)
{
    const ws_token *x = &j->token[a];
    const ws_token *y = &j->token[b];
    uint32_t same = 0;

    while (x->begin + same < x->end && y->begin + same < y->end &&
           j->bytes[x->begin + same] == j->bytes[y->begin + same])
        same++;
    while (same > 0 && x->begin + same < x->end &&
           ((unsigned char)j->bytes[x->begin + same] & 0xC0) == 0x80)
        same--; /* no half letter */
    return letters(j->bytes, x->begin, x->begin + same) >= STEM &&
           letters(j->bytes, x->begin + same, x->end) <= ENDING &&
           letters(j->bytes, y->begin + same, y->end) <= ENDING;
}

/* The mention that names person id in full, or NULL where none does. */
static const ws_mention *name_of(const struct joiner *j, uint32_t id)
{
    const ws_person *person = &j->people->person[id];
    const ws_mention *m = &j->mentions->mention[person->mention];
    bool body = person->type != WHOSAID_SOURCE_PERSON &&
                person->type != WHOSAID_SOURCE_NONE;

    return m->kind == WS_MENTION_NAME && m->name < m->name_end && !body ? m
                                                                        : NULL;
}

/* The person whose last name is a form of that of id, or NONE. */
static uint32_t bearer_of(const struct joiner *j, uint32_t id)
{
    const ws_mention *m = name_of(j, id);
    const uint16_t both = WS_M_MALE | WS_M_FEMALE;
    uint32_t found = WHOSAID_NONE;

    if (m == NULL || m->name_end - m->name != 1 ||
        (j->token[m->name].lex & WS_LEX_BIT(PLACE)) != 0)
        return WHOSAID_NONE;
    for (uint32_t k = 0; k < j->people->count; k++) {
        const ws_mention *full = k == id ? NULL : name_of(j, k);
        uint16_t a = j->people->person[id].flags & both;
        uint16_t b = j->people->person[k].flags & both;
        if (full == NULL || full->name_end - full->name < 2 ||
            (a != 0 && b != 0 && (a & b) == 0) ||
            !are_forms(j, m->name, full->name_end - 1))
            continue;
        if (found != WHOSAID_NONE)
            return WHOSAID_NONE;
        found = k;
    }
    return found;
}

void ws_declined_join(const ws_text *text, const ws_tokens *tokens,
                      const ws_mentions *mentions, ws_people *people)
{
    const struct joiner j = {text->bytes, tokens->token, mentions, people};
    uint32_t to[PEOPLE];
    bool any = false;

    if (!tokens->foreign || tokens->nouns || people->count > PEOPLE)
        return;
    for (uint32_t id = 0; id < people->count; id++) {
        to[id] = bearer_of(&j, id);
        any = any || to[id] != WHOSAID_NONE;
    }
    if (!any)
        return;
    for (uint32_t m = 0; m < mentions->count; m++) {
        uint32_t id = people->of[m];
        if (id == WHOSAID_NONE || to[id] == WHOSAID_NONE)
            continue;
        people->of[m] = to[id];
        people->person[to[id]].count++;
    }
}
