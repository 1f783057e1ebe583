/*
 * ahead.c - whom a pronoun means that comes before the name, or behind the
 * question that he is asked.
 *
 *   in   mentions with their people
 *   out  the person of a pronoun in a sentence's first words, or of the one
 *        that speaks in the sentence behind
 *
 *   From [her] hospital bed, Kathleen Dorr told ...
 *   After [he] was freed, Ruiz ...
 *   Asked whether [he] knew, Ruiz paused. "Yes," [he] said.
 *
 * Likewise the sex of a byname there: asked if [he] knew, [the 44-year-old] said.
 *
 * Cost: a bounded number of words. Not here: any other pronoun (pronoun.c).
 */
#include "speaker/ahead.h"

enum {
    LEADING = 4, /* words of a sentence up to the pronoun */
    OPENING = 14 /* and up to the comma */
};

#define BOTH (WS_M_MALE | WS_M_FEMALE)

/* "Asked what changed, Ruiz": the sentence that begins at token first opens
 * with what somebody was asked or told. */
static bool is_prompted(const ws_stage *s, uint32_t first)
{
    return ws_token_listed(s->text->bytes, &s->tokens->token[first],
                           WS_LIST_PROMPTED);
}

/* The comma that ends the words with which a sentence opens, from token i on;
 * or NONE. */
static uint32_t comma_of(const ws_stage *s, const ws_sentence *sentence,
                         uint32_t i)
{
    const ws_token *token = s->tokens->token;

    while (
        i < sentence->last && i < sentence->first + OPENING &&
        (token[i].kind == WS_TOKEN_WORD || token[i].kind == WS_TOKEN_NUMBER) &&
        s->pieces->inside[i] == 0)
        i++;
    return i + 1 < sentence->last && ws_is_comma(&token[i]) ? i : WHOSAID_NONE;
}

/* The mention of a name that begins behind the comma, from mention m on; or
 * NONE. */
static uint32_t name_behind(const ws_stage *s, uint32_t m, uint32_t comma)
{
    for (; m < s->mentions->count &&
           s->mentions->mention[m].head < comma + LEADING * 2;
         m++) {
        const ws_mention *name = &s->mentions->mention[m];
        if ((name->first == comma + 1 || name->name == comma + 1) &&
            name->kind == WS_MENTION_NAME && s->people->of[m] != WHOSAID_NONE &&
            (name->flags & WS_M_GENITIVE) == 0)
            return m;
    }
    return WHOSAID_NONE;
}

/* The person of mention m, if its gender is known to be the pronoun's. */
static uint32_t of_gender(const ws_stage *s, uint32_t m, uint16_t flags)
{
    uint32_t id = m != WHOSAID_NONE ? s->people->of[m] : WHOSAID_NONE;

    if (id == WHOSAID_NONE)
        return WHOSAID_NONE;
    uint16_t gender = ws_rival_gender(&s->people->person[id]);
    return gender != 0 && gender == (flags & BOTH) ? id : WHOSAID_NONE;
}

/* Whether nothing tells that the pronoun does not mean mention m: who answers
 * need not be known for a man. */
static bool may_be(const ws_stage *s, uint32_t m, uint16_t flags)
{
    uint32_t id = m != WHOSAID_NONE ? s->people->of[m] : WHOSAID_NONE;

    /* nor is "the Oklahoman" a name that says who it is */
    return id != WHOSAID_NONE &&
           !WS_IS(s->tokens->token[s->mentions->mention[m].first].lex, DET) &&
           s->people->person[id].type != WHOSAID_SOURCE_BODY &&
           !ws_opposed(flags & BOTH, ws_rival_gender(&s->people->person[id]));
}

/* "If he wins, Ruiz said, they": a tag set into what is said, and he may be
 * anybody. */
static bool is_set_in(const ws_stage *s, uint32_t m)
{
    uint32_t c = s->cues->of[m];

    return c != WHOSAID_NONE && s->cues->cue[c].last < s->tokens->count &&
           ws_is_comma(&s->tokens->token[s->cues->cue[c].last]);
}

/* Whether a name stands in the sentence before the pronoun. */
static bool is_named_before(const ws_stage *s, uint32_t pronoun, uint32_t first)
{
    for (uint32_t n = 1; n <= LEADING && n <= pronoun; n++) {
        const ws_mention *m = &s->mentions->mention[pronoun - n];
        if (m->head < first)
            break;
        if (m->kind == WS_MENTION_NAME)
            return true;
    }
    return false;
}

uint32_t ws_named_ahead(const ws_stage *s, uint32_t pronoun)
{
    const ws_lex leads =
        WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(FOR);
    const ws_mention *p = &s->mentions->mention[pronoun];
    const ws_token *token = s->tokens->token;
    const ws_sentence *sentence =
        &s->sentences->sentence[s->sentences->of[p->head]];
    uint32_t first = sentence->first;
    bool prompted = is_prompted(s, first);

    if (s->tokens->foreign || (p->flags & BOTH) == 0 || p->first == first ||
        (p->flags & WS_M_QUOTED) != 0)
        return WHOSAID_NONE;
    if (!prompted &&
        ((token[first].lex & leads) == 0 || p->first > first + LEADING))
        return WHOSAID_NONE;
    bool owns = WS_IS(token[p->first].lex, POSSESSIVE);
    if (!owns && !prompted &&
        (s->tokens->count >= WS_ARTICLE || is_named_before(s, pronoun, first)))
        return WHOSAID_NONE;
    uint32_t comma = comma_of(s, sentence, p->last);
    if (comma == WHOSAID_NONE)
        return WHOSAID_NONE;
    uint32_t name = name_behind(s, pronoun + 1, comma);
    if (!owns && name != WHOSAID_NONE && is_set_in(s, name))
        return WHOSAID_NONE;
    return of_gender(s, name, p->flags);
}

uint32_t ws_answers(const ws_stage *s, uint32_t pronoun)
{
    const ws_mention *p = &s->mentions->mention[pronoun];
    const ws_token *token = s->tokens->token;
    uint32_t own = s->sentences->of[p->head];

    if (s->tokens->foreign || own == 0 || (p->flags & BOTH) == 0 ||
        (p->flags & WS_M_QUOTED) != 0 || s->cues->of[pronoun] == WHOSAID_NONE ||
        s->pieces->inside[s->sentences->sentence[own].first] == 0)
        return WHOSAID_NONE;
    const ws_sentence *before = &s->sentences->sentence[own - 1];
    /* in its paragraph, or the last of the one before */
    if (token[before->first].paragraph + 1 < token[p->head].paragraph ||
        !is_prompted(s, before->first))
        return WHOSAID_NONE;
    uint32_t comma = comma_of(s, before, before->first + 1);
    if (comma == WHOSAID_NONE)
        return WHOSAID_NONE;
    uint32_t m = s->mentions->at[comma];
    m = name_behind(s, m, comma);
    return may_be(s, m, p->flags) ? s->people->of[m] : WHOSAID_NONE;
}

uint16_t ws_asked_as(const ws_stage *s, uint32_t byname)
{
    const ws_mention *e = &s->mentions->mention[byname];
    const ws_sentence *own = &s->sentences->sentence[s->sentences->of[e->head]];
    uint32_t first = own->first;

    if (s->tokens->foreign || e->first < first + 2 || !is_prompted(s, first))
        return 0;
    uint32_t comma = comma_of(s, own, first + 1);
    if (comma == WHOSAID_NONE || comma + 1 != e->first)
        return 0;
    for (uint32_t m = s->mentions->at[first]; m < byname; m++) {
        const ws_mention *p = &s->mentions->mention[m];
        if (p->first > first + LEADING)
            break;
        if (p->kind == WS_MENTION_PRONOUN && p->first > first &&
            ws_token_listed(s->text->bytes, &s->tokens->token[p->first - 1],
                            WS_LIST_WHY))
            return (p->flags & BOTH) == BOTH ? 0 : p->flags & BOTH;
    }
    return 0;
}
