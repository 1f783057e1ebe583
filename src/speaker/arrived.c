/*
 * arrived.c - he who has just been brought in.
 *
 *   in   mentions with their people, cues
 *   out  the person of a pronoun that speaks
 *
 *   ... said Hill. / Skipper [Tom Lee] watched from the tunnel. "I was kicking
 *   every ball," [he] said.
 *
 * Where paragraphs were glued together, who spoke before stands as near, and
 * speakers mostly go on. But whoever is brought in by name, office and deed,
 * and nothing more, is brought in to speak; not where the words are of him: "He
 * was unlucky," he said. So is one with whom the paragraph before begins, where
 * nobody speaks, though "her niece" names another.
 *
 * Cost: a bounded number of mentions and tokens. Not here: who speaks in the
 * paragraph before (pronoun.c).
 */
#include "speaker/arrived.h"

enum {
    BEGIN = 4,     /* mentions that begin a sentence */
    OPENER = 6,    /* tokens before the name of the one it is about */
    SUBJECTS = 24, /* mentions of a sentence */
    NAMED = 240,   /* looked at for an earlier name */
    LEADS = 8,     /* tokens from a verb of saying to its colon */
    GLUED = 6,     /* quotations of one paragraph */
    WORDS = 120    /* tokens of speech looked at */
};

#define BOTH (WS_M_MALE | WS_M_FEMALE)

/* No subject of whom a sentence tells. */
#define OTHER                                                               \
    (WS_M_QUOTED | WS_M_GENITIVE | WS_M_NESTED | WS_M_JOINT | WS_M_PLURAL | \
     WS_M_HEADLINE | WS_M_RELATIVE)

/* Whether the words before the pronoun's tag tell of somebody like him and not
 * of who speaks. */
static bool tells_of_him(const ws_stage *s, const ws_mention *p, uint32_t first)
{
    const ws_token *token = s->tokens->token;
    bool told = false;

    for (uint32_t i = first; i < p->first && i < first + WORDS; i++) {
        if (s->pieces->inside[i] == 0)
            continue;
        if (WS_IS(token[i].lex, FIRST))
            return false;
        told = told ||
               (WS_IS(token[i].lex, SUBJECT) &&
                ((p->flags & WS_M_MALE) != 0 ? WS_IS(token[i].lex, MALE)
                                             : WS_IS(token[i].lex, FEMALE)));
    }
    return told;
}

/* Whether so many quotations stand in a paragraph that it must be several glued
 * together. */
static bool is_glued(const ws_stage *s, uint32_t paragraph)
{
    const uint32_t *first = s->tokens->first;

    return s->pieces->opened[first[paragraph + 1]] -
               s->pieces->opened[first[paragraph]] >=
           GLUED;
}

static bool is_subject(const ws_stage *s, uint32_t q)
{
    ws_stand stand = ws_rival_stand(s, q);

    return stand == WS_STAND_SUBJECT || stand == WS_STAND_SPEAKER;
}

/* Whether mention q gives a person's full name for the first time. */
static bool brings_in(const ws_stage *s, uint32_t q)
{
    const ws_mention *m = &s->mentions->mention[q];
    uint32_t id = s->people->of[q];

    if (m->kind != WS_MENTION_NAME || id == WHOSAID_NONE ||
        (m->flags & OTHER) != 0 ||
        (m->name_end < m->name + 2 && m->name == m->first) ||
        s->people->person[id].type != WHOSAID_SOURCE_PERSON ||
        !is_subject(s, q))
        return false;
    for (uint32_t k = q; k-- > 0 && q - k < NAMED;) {
        if (s->people->of[k] == id &&
            s->mentions->mention[k].kind == WS_MENTION_NAME &&
            (s->mentions->mention[k].flags & WS_M_HEADLINE) == 0)
            return false;
    }
    return true;
}

/* Whether a pronoun that speaks can mean mention q, by its sex and its words. */
static bool may_mean(const ws_stage *s, uint32_t pronoun, uint32_t q)
{
    const ws_mention *p = &s->mentions->mention[pronoun];
    uint32_t id = s->people->of[q];

    return !ws_opposed(p->flags, s->mentions->mention[q].flags) &&
           !ws_opposed(p->flags, ws_rival_gender(&s->people->person[id])) &&
           (ws_rival_apart(s, pronoun, id) &
            (WS_APART_TALKED | WS_APART_HEARER)) == 0;
}

/* "[A local fishmonger] has pledged sardines.": somebody without a name, with
 * whom a sentence begins. */
static bool is_brought(const ws_stage *s, uint32_t q,
                       const ws_sentence *sentence)
{
    const ws_mention *m = &s->mentions->mention[q];

    return (m->flags & WS_M_INDEFINITE) != 0 && m->first == sentence->first &&
           m->type == WHOSAID_SOURCE_ANONYMOUS;
}

/* The only one of whom a sentence tells as a subject and whom the pronoun can
 * mean, by name or as he or she; or NONE. */
static uint32_t only_subject(const ws_stage *s, uint32_t pronoun,
                             const ws_sentence *sentence)
{
    uint32_t found = WHOSAID_NONE;
    uint32_t q = s->mentions->at[sentence->first];

    for (uint32_t n = 0; n < SUBJECTS && q < pronoun; n++, q++) {
        const ws_mention *m = &s->mentions->mention[q];
        uint32_t id = s->people->of[q];
        if (m->head >= sentence->last)
            break;
        if (id == WHOSAID_NONE || (m->flags & OTHER) != 0 ||
            (m->kind == WS_MENTION_PRONOUN && (m->flags & BOTH) == 0) ||
            (m->kind == WS_MENTION_NOMINAL
                 ? !is_brought(s, q, sentence)
                 : s->people->person[id].type != WHOSAID_SOURCE_PERSON) ||
            !is_subject(s, q) || !may_mean(s, pronoun, q))
            continue;
        if (found != WHOSAID_NONE && found != id)
            return WHOSAID_NONE;
        found = id;
    }
    return found;
}

/* "Only [the Lib Dem], Ana Ruiz, rose", "[Hill] manager Ana Ruiz": by what
 * somebody named next is known. */
static bool is_party(const ws_stage *s, uint32_t q)
{
    const ws_mention *m = &s->mentions->mention[q];
    const ws_token *token = s->tokens->token;

    return q + 1 < s->mentions->count &&
           (m[1].first == m->first ||
            (m[1].first == m->last + 1 && WS_IS(token[m->first].lex, DET) &&
             ws_is_comma(&token[m->last])));
}

/* "Her niece Ana Ruiz, who runs the shop, ...": the name of somebody new, with
 * whose kin or office before it the sentence begins; or NONE. */
static uint32_t opener(const ws_stage *s, const ws_sentence *sentence)
{
    const ws_mentions *mentions = s->mentions;
    uint32_t q = mentions->at[sentence->first];

    for (uint32_t n = 0; n < BEGIN && q < mentions->count; n++, q++) {
        const ws_mention *m = &mentions->mention[q];
        if (m->head >= sentence->last || m->name > sentence->first + OPENER)
            break;
        if (m->kind != WS_MENTION_NAME || is_party(s, q))
            continue;
        return s->people->of[q] != WHOSAID_NONE && brings_in(s, q)
                   ? q
                   : WHOSAID_NONE;
    }
    return WHOSAID_NONE;
}

/* Of the paragraph before, where nobody speaks, the one with whom it begins and
 * who is new, and nobody else is named there; or NONE. */
static uint32_t brought_before(const ws_stage *s, uint32_t pronoun)
{
    const uint32_t *first = s->tokens->first;
    const ws_mentions *mentions = s->mentions;
    uint32_t here = s->tokens->token[mentions->mention[pronoun].head].paragraph;

    if (here == 0 || s->pieces->inside[first[here]] == 0 ||
        s->pieces->opened[first[here - 1]] != s->pieces->opened[first[here]])
        return WHOSAID_NONE;
    uint32_t q =
        opener(s, &s->sentences->sentence[s->sentences->of[first[here - 1]]]);
    if (q == WHOSAID_NONE || !may_mean(s, pronoun, q))
        return WHOSAID_NONE;
    for (uint32_t k = q + 1, n = 0; k < mentions->count && n < SUBJECTS;
         k++, n++) {
        const ws_mention *m = &mentions->mention[k];
        if (m->head >= first[here])
            return s->people->of[q];
        if (m->kind == WS_MENTION_NAME && s->people->of[k] != WHOSAID_NONE &&
            s->people->of[k] != s->people->of[q] && may_mean(s, pronoun, k))
            return WHOSAID_NONE;
    }
    return WHOSAID_NONE;
}

/* "He said by phone: “...”": beside marks, or a few words lead to them. */
static bool speaks(const ws_stage *s, uint32_t pronoun)
{
    const ws_cue *cue = &s->cues->cue[s->cues->of[pronoun]];
    uint32_t last = s->mentions->mention[pronoun].last;

    if (ws_rival_aloud(s, pronoun))
        return true;
    if (cue->last > last)
        last = cue->last;
    for (uint32_t i = last; i < last + LEADS && i + 1 < s->tokens->count; i++) {
        if (s->pieces->inside[i] != 0 || ws_is_punct(&s->tokens->token[i], '.'))
            break;
        if (ws_is_punct(&s->tokens->token[i], ':'))
            return s->pieces->inside[i + 1] != 0 ||
                   (i + 2 < s->tokens->count && s->pieces->inside[i + 2] != 0);
    }
    return false;
}

uint32_t ws_arrived(const ws_stage *s, uint32_t pronoun)
{
    const ws_mention *p = &s->mentions->mention[pronoun];
    const ws_token *token = s->tokens->token;
    uint32_t here = s->sentences->of[p->head];
    bool called = p->kind == WS_MENTION_PRONOUN; /* he, and no byname */

    if (s->tokens->foreign || s->story || s->tokens->count >= WS_ARTICLE ||
        here == 0 || s->cues->of[pronoun] == WHOSAID_NONE ||
        (p->flags & (WS_M_QUOTED | WS_M_GENITIVE)) != 0 ||
        (called && ((p->flags & BOTH) == 0 || (p->flags & BOTH) == BOTH)) ||
        !speaks(s, pronoun))
        return WHOSAID_NONE;
    const ws_sentence *own = &s->sentences->sentence[here];
    const ws_sentence *before = own - 1;
    if (called && token[own->first].paragraph != token[before->first].paragraph)
        return tells_of_him(s, p, own->first) ? WHOSAID_NONE
                                              : brought_before(s, pronoun);
    if (before->last == before->first ||
        token[before->first].paragraph != token[p->head].paragraph ||
        s->pieces->inside[before->first] != 0 ||
        s->pieces->opened[before->first] != s->pieces->opened[before->last] ||
        (own->first != p->first && s->pieces->inside[own->first] == 0) ||
        (called && tells_of_him(s, p, own->first)))
        return WHOSAID_NONE;
    uint32_t only = is_glued(s, token[p->head].paragraph)
                        ? only_subject(s, pronoun, before)
                        : WHOSAID_NONE;
    if (only != WHOSAID_NONE)
        return only;
    uint32_t q = opener(s, before);
    return q != WHOSAID_NONE && q < pronoun && may_mean(s, pronoun, q)
               ? s->people->of[q]
               : WHOSAID_NONE;
}
