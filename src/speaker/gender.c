/*
 * gender.c - who is a man and who a woman.
 *
 *   in   mentions with their people
 *   out  the gender that pronouns show of whom they must mean
 *
 * Before anything is known of whom a pronoun means, some can mean one only.
 * 1. "Robin shook her head", "said Robin, and she left": the first pronoun
 *    behind somebody who has the sentence for himself.
 * 2. "Robin came in. She was wet.": a pronoun that opens the next sentence.
 * Twice, and nothing against it, tells what lists of names do not; four times
 * tell against them. "Robin herself" tells it at once where no list does, and
 * "Kroger, for its part," that it is neither.
 *
 * Cost: O(mentions); a bounded number is looked at around each.
 */
#include "speaker/gender.h"

enum {
    VOTES = 2,   /* pronouns that show a person's gender */
    AGAINST = 4, /* likewise against a list of names */
    ALONE = 6,   /* mentions of a sentence looked at */
    PART = 4     /* from one comma of ", for its part," to the other */
};

#define BOTH (WS_M_MALE | WS_M_FEMALE)

/* One gender, not both or none. */
static bool is_one(uint16_t flags)
{
    return (flags & BOTH) == WS_M_MALE || (flags & BOTH) == WS_M_FEMALE;
}

/* Somebody whom a pronoun of the same sentence could mean. */
static bool is_anybody(const ws_mention *m)
{
    return m->type == WHOSAID_SOURCE_PERSON ||
           m->type == WHOSAID_SOURCE_ANONYMOUS ||
           (m->kind == WS_MENTION_NAME && m->type == WHOSAID_SOURCE_NONE) ||
           (m->kind == WS_MENTION_PRONOUN && (m->flags & BOTH) != 0);
}

/* Whether somebody stands before mention m in its sentence. */
static bool is_behind_another(const ws_stage *s, uint32_t m)
{
    const ws_mention *mention = s->mentions->mention;
    const uint32_t *of = s->sentences->of;

    for (uint32_t n = 1; n <= ALONE && n <= m; n++) {
        if (of[mention[m - n].head] != of[mention[m].head])
            return false;
        if (is_anybody(&mention[m - n]))
            return true;
    }
    return false;
}

/* The next that may be somebody in the sentence of mention m, outside marks; or
 * NONE. */
static uint32_t next_in_sentence(const ws_stage *s, uint32_t m)
{
    const ws_mention *mention = s->mentions->mention;
    const uint32_t *of = s->sentences->of;

    for (uint32_t k = m + 1; k < s->mentions->count && k <= m + ALONE; k++) {
        if (of[mention[k].head] != of[mention[m].head] ||
            (mention[k].flags & WS_M_QUOTED) != 0)
            return WHOSAID_NONE;
        if (is_anybody(&mention[k]))
            return k;
    }
    return WHOSAID_NONE;
}

/* The pronoun of the sentence of a name that can mean nobody else: "Robin
 * shook her head". Its gender, or 0. */
static uint16_t beside(const ws_stage *s, uint32_t name)
{
    uint32_t next =
        is_behind_another(s, name) ? WHOSAID_NONE : next_in_sentence(s, name);

    if (next == WHOSAID_NONE)
        return 0;
    const ws_mention *m = &s->mentions->mention[next];
    return m->kind == WS_MENTION_PRONOUN && is_one(m->flags) ? m->flags & BOTH
                                                             : 0;
}

/* "Her" that owns what stands behind it, or a subject: not "saw him". */
static bool is_own(const ws_stage *s, const ws_mention *m)
{
    const ws_lex ends = WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(DET) |
                        WS_LEX_BIT(AND) | WS_LEX_BIT(AUXILIARY) |
                        WS_LEX_BIT(ADVERB) | WS_LEX_BIT(PRONOUN);

    if (!WS_IS(s->tokens->token[m->head].lex, POSSESSIVE))
        return (m->flags & WS_M_OBJECT) == 0;
    if (m->last >= s->tokens->count)
        return false;
    const ws_token *next = &s->tokens->token[m->last];
    return next->kind == WS_TOKEN_WORD && (next->lex & ends) == 0;
}

/* "Robin came in. She was wet": the gender of the pronoun that opens the next
 * sentence of the paragraph, where nobody else has a part in this one; or 0. */
static uint16_t opens_next(const ws_stage *s, uint32_t name)
{
    const ws_mention *m = &s->mentions->mention[name];
    uint32_t here = s->sentences->of[m->head];

    if (here + 1 >= s->sentences->count || is_behind_another(s, name) ||
        next_in_sentence(s, name) != WHOSAID_NONE)
        return 0;
    uint32_t first = s->sentences->sentence[here + 1].first;
    uint32_t at = s->mentions->at[first];
    if (at >= s->mentions->count || s->pieces->inside[first] != 0 ||
        s->pieces->inside[first - 1] != 0 ||
        s->tokens->token[first].paragraph !=
            s->tokens->token[m->head].paragraph)
        return 0;
    const ws_mention *next = &s->mentions->mention[at];
    return next->first == first && next->kind == WS_MENTION_PRONOUN &&
                   is_one(next->flags) && is_own(s, next)
               ? next->flags & BOTH
               : 0;
}

/* The gender of a mention, of its person too; 0 where it is not known. */
static uint16_t gender_of(const ws_stage *s, uint32_t m)
{
    uint32_t id = s->people->of[m];
    uint16_t own = s->mentions->mention[m].flags & BOTH;

    if (s->mentions->mention[m].kind == WS_MENTION_PRONOUN ||
        id == WHOSAID_NONE)
        return own;
    return own | ws_rival_gender(&s->people->person[id]);
}

/* The genders of those before mention m in its sentence; both for somebody of
 * whom none is known. */
static uint16_t genders_before(const ws_stage *s, uint32_t m)
{
    const ws_mention *mention = s->mentions->mention;
    const uint32_t *of = s->sentences->of;
    uint16_t others = 0;

    for (uint32_t n = 1; n <= ALONE && n <= m; n++) {
        uint32_t k = m - n;
        if (of[mention[k].head] != of[mention[m].head])
            return others;
        if (!is_anybody(&mention[k]))
            continue;
        uint16_t gender = gender_of(s, k);
        others |= gender == 0 ? BOTH : gender;
    }
    return m > ALONE ? BOTH : others;
}

/* "She saw that her visitor wore his hat": the gender of the first pronoun
 * behind mention m that nobody else in the sentence has; or 0. */
static uint16_t contrasted(const ws_stage *s, uint32_t m)
{
    const ws_mention *mention = s->mentions->mention;
    const uint32_t *of = s->sentences->of;
    uint16_t others = genders_before(s, m);

    for (uint32_t k = m + 1; k < s->mentions->count && k <= m + ALONE; k++) {
        if (of[mention[k].head] != of[mention[m].head] ||
            (mention[k].flags & WS_M_QUOTED) != 0)
            return 0;
        if (!is_anybody(&mention[k]))
            continue;
        uint16_t gender = gender_of(s, k);
        if (mention[k].kind != WS_MENTION_PRONOUN || !is_own(s, &mention[k]))
            others |= gender == 0 ? BOTH : gender;
        else if ((others & gender) == 0 && is_one(gender))
            return gender;
        else
            return 0;
    }
    return 0;
}

/* What mention m shows of somebody whose gender no list tells. */
static uint16_t shown_of(const ws_stage *s, uint32_t m)
{
    uint16_t gender = contrasted(s, m);

    return gender != 0 ? gender : opens_next(s, m);
}

/* A subject by name, or one who has none. */
static bool is_subject(const ws_mention *m)
{
    const uint16_t other = WS_M_QUOTED | WS_M_JOINT | WS_M_PLURAL |
                           WS_M_NESTED | WS_M_GENITIVE | WS_M_AFTER_PREPOSITION;

    return (m->flags & other) == 0 && (m->kind == WS_MENTION_NAME ||
                                       (m->kind == WS_MENTION_NOMINAL &&
                                        m->type == WHOSAID_SOURCE_ANONYMOUS));
}

static void count(const ws_stage *s, ws_people *people)
{
    for (uint32_t m = 0; m < s->mentions->count; m++) {
        const ws_mention *mention = &s->mentions->mention[m];
        uint32_t id = people->of[m];
        if (id == WHOSAID_NONE || !is_subject(mention))
            continue;
        ws_person *person = &people->person[id];
        bool known = is_one(person->flags);
        if (known && mention->kind != WS_MENTION_NAME)
            continue;
        uint16_t gender = known ? beside(s, m) : shown_of(s, m);
        person->he += gender == WS_M_MALE;
        person->she += gender == WS_M_FEMALE;
    }
}

/* "Robin himself said": the reflexive right behind a name tells who bears it. */
static uint16_t emphasis(const ws_stage *s, uint32_t name)
{
    const ws_mention *m = &s->mentions->mention[name];
    const ws_mention *self = m + 1;

    bool is_self =
        name + 1 < s->mentions->count && self->first == m->last &&
        self->kind == WS_MENTION_PRONOUN && (m->flags & WS_M_GENITIVE) == 0 &&
        ws_token_listed(s->text->bytes, &s->tokens->token[self->first],
                        WS_LIST_REFLEXIVE);
    return is_self ? self->flags & BOTH : 0;
}

/* "For its part": whether such words begin at token i. */
static bool is_its_part(const ws_stage *s, uint32_t i)
{
    const ws_token *token = &s->tokens->token[i];

    return WS_IS(token[0].lex, FOR) && WS_IS(token[1].lex, POSSESSIVE) &&
           WS_IS(token[1].lex, NEUTER) && token[2].kind == WS_TOKEN_WORD;
}

/* "Kroger, for its part, said", "For its part, Kroger said": whether mention m
 * is called "it" by the words beside it. */
static bool is_thing(const ws_stage *s, const ws_mention *m)
{
    const ws_token *token = s->tokens->token;
    uint32_t a = m->last;
    uint32_t b = m->first;
    bool behind = a + PART < s->tokens->count && ws_is_comma(&token[a]) &&
                  ws_is_comma(&token[a + PART]) && is_its_part(s, a + 1);
    bool before = b >= PART && ws_is_comma(&token[b - 1]) &&
                  token[b - PART].paragraph == token[b].paragraph &&
                  is_its_part(s, b - PART);

    return behind || before;
}

/* Who is called "it" is a body, and no man or woman. */
static void learn_things(const ws_stage *s, ws_people *people)
{
    for (uint32_t m = 0; m < s->mentions->count; m++) {
        const ws_mention *name = &s->mentions->mention[m];
        uint32_t id = people->of[m];
        if (name->kind == WS_MENTION_NAME && id != WHOSAID_NONE &&
            people->person[id].titled == 0 &&
            (people->person[id].flags & BOTH) == 0 && is_thing(s, name))
            people->person[id].type = WHOSAID_SOURCE_BODY;
    }
}

/* Those of unknown gender of whom a reflexive tells it. */
static void learn_emphasis(const ws_stage *s, ws_people *people)
{
    for (uint32_t m = 0; m < s->mentions->count; m++) {
        uint32_t id = people->of[m];
        if (s->mentions->mention[m].kind != WS_MENTION_NAME ||
            id == WHOSAID_NONE || is_one(people->person[id].flags))
            continue;
        uint16_t gender = emphasis(s, m);
        if (gender != 0)
            people->person[id].shown = gender;
    }
}

void ws_genders_told(const ws_stage *stage, ws_people *people)
{
    count(stage, people);
    for (uint32_t i = 0; i < people->count; i++) {
        ws_person *person = &people->person[i];
        uint32_t most = person->he > person->she ? person->he : person->she;
        uint32_t least = person->he > person->she ? person->she : person->he;
        uint16_t gender = person->he > person->she ? WS_M_MALE : WS_M_FEMALE;
        bool known = is_one(person->flags);
        if (most > 3 * least && (person->flags & BOTH) != gender &&
            most >= (uint32_t)(known ? AGAINST : VOTES))
            person->shown = gender;
    }
    learn_emphasis(stage, people);
    learn_things(stage, people);
}
