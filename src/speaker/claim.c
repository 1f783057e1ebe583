/*
 * claim.c - what speaks for and against a person that a pronoun may mean.
 *
 *   in   the rivals with their linear scores
 *   out  the best of them in front; small numbers that the trees ask about
 *
 * Cost: a bounded number of looks a rival.
 */
#include "speaker/claim.h"

enum {
    FAR_TOKENS = 500,
    FAR_SENTENCES = 20,
    FAR_SCORE = 4096,
    BEGINNING = 120, /* tokens of a document's beginning */
    LOOKED = 16,     /* mentions, before the pronoun and behind it */
    FIRST = 48,      /* and for where one is the first subject */
    MOST = 99        /* what is counted counts no further */
};

const char *ws_claim_name(uint32_t value)
{
    static const char *const name[] = {
#define X(name) #name,
        WS_CLAIMS(X)
#undef X
    };

    return value < WS_CLAIM_COUNT ? name[value] : "unknown";
}

static int32_t capped(int64_t n, int32_t cap)
{
    return (int32_t)(n > cap ? cap : n < -cap ? -cap : n);
}

uint32_t ws_claimants(ws_rival *rival, uint32_t count)
{
    uint32_t kept = count < WS_CLAIMANTS ? count : WS_CLAIMANTS;

    for (uint32_t i = 0; i < kept; i++) {
        uint32_t best = i;
        for (uint32_t k = i + 1; k < count; k++) {
            int32_t better = rival[k].score - rival[best].score;
            if (better > 0 ||
                (better == 0 && rival[k].order < rival[best].order))
                best = k;
        }
        ws_rival swap = rival[i];
        rival[i] = rival[best];
        rival[best] = swap;
    }
    return kept;
}

/* Tokens from a mention to the pronoun. */
static int32_t back(const ws_stage *s, uint32_t pronoun, uint32_t mention)
{
    if (mention == WHOSAID_NONE)
        return FAR_TOKENS;
    return capped((int64_t)s->mentions->mention[pronoun].head -
                      s->mentions->mention[mention].head,
                  FAR_TOKENS);
}

/* Sentences likewise. */
static int32_t sentences_back(const ws_stage *s, uint32_t pronoun,
                              uint32_t mention)
{
    const uint32_t *of = s->sentences->of;

    if (mention == WHOSAID_NONE)
        return FAR_SENTENCES;
    return capped((int64_t)of[s->mentions->mention[pronoun].head] -
                      of[s->mentions->mention[mention].head],
                  FAR_SENTENCES);
}

/* Paragraphs to a mention. */
static int32_t paragraphs_back(const ws_stage *s, uint32_t pronoun,
                               uint32_t mention)
{
    const ws_token *token = s->tokens->token;

    if (mention == WHOSAID_NONE)
        return FAR_SENTENCES;
    return capped((int64_t)token[s->mentions->mention[pronoun].head].paragraph -
                      token[s->mentions->mention[mention].head].paragraph,
                  FAR_SENTENCES);
}

/* Whether person id is the first of whom the pronoun's paragraph tells before
 * it, outside marks: 2; of whom the paragraph before tells: 1. */
static int32_t leads(const ws_stage *s, uint32_t pronoun, uint32_t id)
{
    const ws_token *token = s->tokens->token;
    const ws_mention *mention = s->mentions->mention;
    uint32_t here = token[mention[pronoun].head].paragraph;
    uint32_t first[2] = {WHOSAID_NONE, WHOSAID_NONE};

    for (uint32_t n = 1; n <= LOOKED && n <= pronoun; n++) {
        const ws_mention *m = &mention[pronoun - n];
        uint32_t who = s->people->of[pronoun - n];
        uint32_t back = here - token[m->head].paragraph;
        if (back > 1)
            break;
        if (who != WHOSAID_NONE && (m->flags & WS_M_QUOTED) == 0 &&
            s->people->person[who].type <= WHOSAID_SOURCE_PERSON)
            first[back] = who;
    }
    return first[0] == id ? 2 : first[1] == id;
}

/* Sentences to its next name behind the pronoun, outside marks. */
static int32_t sentences_on(const ws_stage *s, uint32_t pronoun, uint32_t id)
{
    const ws_mention *mention = s->mentions->mention;
    const uint32_t *of = s->sentences->of;

    for (uint32_t m = pronoun + 1;
         m < s->mentions->count && m <= pronoun + LOOKED; m++) {
        if (s->people->of[m] == id && mention[m].kind == WS_MENTION_NAME &&
            (mention[m].flags & WS_M_QUOTED) == 0) {
            return capped((int64_t)of[mention[m].head] -
                              of[mention[pronoun].head],
                          FAR_SENTENCES);
        }
    }
    return FAR_SENTENCES;
}

static bool is_subject(const ws_stage *s, uint32_t m)
{
    ws_stand stand = ws_rival_stand(s, m);

    return stand == WS_STAND_SUBJECT || stand == WS_STAND_SPEAKER;
}

/* Whether somebody else is a subject before mention q in its sentence: 1; one
 * that says something: 2. "He said that Lane must go": Lane is told of. */
static int32_t under(const ws_stage *s, uint32_t q)
{
    const ws_mention *mention = s->mentions->mention;
    const uint32_t *of = s->sentences->of;
    int32_t found = 0;

    for (uint32_t n = 1; n <= LOOKED && n <= q && found < 2; n++) {
        if (of[mention[q - n].head] != of[mention[q].head])
            break;
        uint32_t who = s->people->of[q - n];
        if (who == WHOSAID_NONE || who == s->people->of[q] ||
            !is_subject(s, q - n))
            continue;
        found = ws_rival_stand(s, q - n) == WS_STAND_SPEAKER ? 2 : 1;
    }
    return found;
}

/* Where a rival is last the first subject of a sentence, or NONE: the main
 * clause's is likelier meant than that of a clause under it (Grosz, Joshi &
 * Weinstein 1995). */
static uint32_t first_subject(const ws_stage *s, const ws_rival *r)
{
    uint32_t q = r->subject;

    for (uint32_t n = 0; q != WHOSAID_NONE && n < FIRST; n++) {
        if (s->people->of[q] == r->person && is_subject(s, q) &&
            under(s, q) == 0)
            return q;
        q = q > r->farthest ? q - 1 : WHOSAID_NONE;
    }
    return WHOSAID_NONE;
}

/* How many of the claimants' first subjects are nearer than the one at. */
static int32_t nearer(const uint32_t *first, uint32_t kept, uint32_t at)
{
    int32_t n = 0;

    for (uint32_t k = 0; k < kept; k++)
        n += k != at && first[k] != WHOSAID_NONE &&
             (first[at] == WHOSAID_NONE || first[k] > first[at]);
    return n;
}

/* What the others say of it. */
static void among(const ws_stage *s, const ws_rival *rival, uint32_t count,
                  uint32_t at, int32_t *value)
{
    const ws_rival *r = &rival[at];
    int32_t other = -FAR_SCORE;
    uint32_t all = 0;
    uint32_t pronouns = 0;
    uint32_t agree = 0;
    uint32_t spoke = 0;
    uint32_t acted = 0;
    uint32_t most = 0;

    for (uint32_t k = 0; k < count; k++) {
        uint16_t known = ws_rival_gender(&s->people->person[rival[k].person]);
        all += rival[k].count;
        pronouns += rival[k].pronouns;
        agree += known == WS_M_MALE || known == WS_M_FEMALE;
        if (k == at)
            continue;
        other = rival[k].score - rival[0].score > other
                    ? rival[k].score - rival[0].score
                    : other;
        most = s->people->person[rival[k].person].count > most
                   ? s->people->person[rival[k].person].count
                   : most;
        /* NONE is the greatest number: say so */
        spoke += rival[k].spoke != WHOSAID_NONE &&
                 (r->spoke == WHOSAID_NONE || rival[k].spoke > r->spoke);
        acted += rival[k].subject != WHOSAID_NONE &&
                 (r->subject == WHOSAID_NONE || rival[k].subject > r->subject);
    }
    all = all == 0 ? 1 : all;
    value[WS_CLAIM_SCORE] = capped(r->score - rival[0].score, FAR_SCORE);
    value[WS_CLAIM_LEAD] = capped(r->score - rival[0].score - other, FAR_SCORE);
    value[WS_CLAIM_PLACE] = (int32_t)at;
    value[WS_CLAIM_SECOND] =
        count < 2 ? FAR_SCORE
                  : capped(rival[0].score - rival[1].score, FAR_SCORE);
    value[WS_CLAIM_RIVALS] = (int32_t)count;
    value[WS_CLAIM_SHARE] = (int32_t)(r->count * 100 / all);
    value[WS_CLAIM_SHARE_LEAD] =
        capped((int64_t)s->people->person[r->person].count - most, MOST);
    value[WS_CLAIM_DENSE] = (int32_t)(pronouns * 100 / all);
    value[WS_CLAIM_AGREE] = (int32_t)agree;
    value[WS_CLAIM_SPOKE_LAST] = (int32_t)spoke;
    value[WS_CLAIM_ACTED_LAST] = (int32_t)acted;
}

/* Its mentions in the window. */
static void mentions(const ws_stage *s, uint32_t pronoun, const ws_rival *r,
                     int32_t *value)
{
    const ws_mention *p = &s->mentions->mention[pronoun];
    const ws_mention *m = &s->mentions->mention[r->nearest];
    const ws_token *token = s->tokens->token;
    const ws_sentence *sentence =
        &s->sentences->sentence[s->sentences->of[m->head]];

    value[WS_CLAIM_ORDER] = (int32_t)r->order;
    value[WS_CLAIM_TOKENS] = back(s, pronoun, r->nearest);
    value[WS_CLAIM_SENTENCES] = sentences_back(s, pronoun, r->nearest);
    value[WS_CLAIM_PARAGRAPHS] = capped(
        (int64_t)token[p->head].paragraph - token[m->head].paragraph, MOST);
    value[WS_CLAIM_MENTIONS] = capped((int64_t)pronoun - r->nearest, MOST);
    value[WS_CLAIM_QUOTATIONS] = capped(
        (int64_t)s->pieces->opened[p->head] - s->pieces->opened[m->head], MOST);
    ws_stand stand = ws_rival_stand(s, r->nearest);
    value[WS_CLAIM_STAND] = (int32_t)stand;
    value[WS_CLAIM_KIND] = m->kind;
    value[WS_CLAIM_OPENS] = capped((int64_t)m->first - sentence->first, MOST);
    value[WS_CLAIM_HEADS] =
        m->first == s->tokens->first[token[m->head].paragraph];
    value[WS_CLAIM_TIMES] = (int32_t)r->count;
    value[WS_CLAIM_PRONOUNS] = (int32_t)r->pronouns;
    value[WS_CLAIM_SUBJECTS] = (int32_t)r->subjects;
    value[WS_CLAIM_CUES] = (int32_t)r->cues;
    value[WS_CLAIM_QUOTED] = (int32_t)r->quoted;
    value[WS_CLAIM_HERE] = (int32_t)r->here;
    value[WS_CLAIM_NEAR] = (int32_t)r->near;
    value[WS_CLAIM_NAMED] = back(s, pronoun, r->named);
    value[WS_CLAIM_SUBJECT] = back(s, pronoun, r->subject);
    value[WS_CLAIM_SPOKE] = back(s, pronoun, r->spoke);
    value[WS_CLAIM_SPOKE_BACK] = sentences_back(s, pronoun, r->spoke);
    value[WS_CLAIM_ALOUD] =
        r->spoke != WHOSAID_NONE && ws_rival_aloud(s, r->spoke);
    value[WS_CLAIM_SUBJECT_BACK] = sentences_back(s, pronoun, r->subject);
    value[WS_CLAIM_SPOKE_ABOVE] = paragraphs_back(s, pronoun, r->spoke);
    value[WS_CLAIM_NAMED_ABOVE] = paragraphs_back(s, pronoun, r->named);
    value[WS_CLAIM_UNDER] =
        r->subject == WHOSAID_NONE ? 3 : under(s, r->subject);
    value[WS_CLAIM_LEADS] = leads(s, pronoun, r->person);
    value[WS_CLAIM_AFTER] = sentences_on(s, pronoun, r->person);
    value[WS_CLAIM_SPAN] = capped(
        (int64_t)m->head - s->mentions->mention[r->farthest].head, FAR_TOKENS);
}

/* The person, whatever the place. */
static void person(const ws_stage *s, const ws_rival *r, int32_t *value)
{
    const ws_person *who = &s->people->person[r->person];
    const ws_mention *full = &s->mentions->mention[who->mention];
    uint32_t told = who->flags & (WS_M_MALE | WS_M_FEMALE);
    bool one = told == WS_M_MALE || told == WS_M_FEMALE;
    bool named = full->kind == WS_MENTION_NAME;
    ws_lex name = s->tokens->token[named ? full->name : full->head].lex;

    value[WS_CLAIM_OFTEN] =
        capped(ws_people_often(s->tokens, who->count), MOST);
    value[WS_CLAIM_FIRST] = full->head < BEGINNING;
    value[WS_CLAIM_SAYS] = capped(who->says, MOST);
    value[WS_CLAIM_SHOWN] = r->shown;
    value[WS_CLAIM_BEHIND] = (r->apart & WS_APART_BEHIND) != 0;
    value[WS_CLAIM_TALKED] = (r->apart & WS_APART_TALKED) != 0;
    value[WS_CLAIM_HEARER] = (r->apart & WS_APART_HEARER) != 0;
    value[WS_CLAIM_PLACED] =
        (int32_t)(who->placed * 100 / (who->count == 0 ? 1 : who->count));
    value[WS_CLAIM_GENDER] = one ? 2 : who->shown != 0 ? 1 : 0;
    value[WS_CLAIM_TYPE] = who->type;
    value[WS_CLAIM_HEARD] = capped(who->heard, MOST);
    value[WS_CLAIM_NOUN] = full->kind == WS_MENTION_NOMINAL;
    value[WS_CLAIM_GIVEN] =
        WS_IS(name, GIVEN_MALE) || WS_IS(name, GIVEN_FEMALE);
    value[WS_CLAIM_TITLED] = (full->flags & WS_M_HONORIFIC) != 0;
}

/* The pronoun: the same for all rivals, but for ALIKE. */
static void itself(const ws_stage *s, uint32_t pronoun, int32_t *value)
{
    const ws_mention *p = &s->mentions->mention[pronoun];
    const ws_token *token = s->tokens->token;
    const uint32_t *of = s->sentences->of;
    uint32_t top = s->tokens->first[token[p->head].paragraph];
    bool cue = s->cues->of[pronoun] != WHOSAID_NONE;

    value[WS_CLAIM_FEMALE] = (p->flags & WS_M_FEMALE) != 0   ? 1
                             : (p->flags & WS_M_MALE) != 0   ? 0
                             : (p->flags & WS_M_PLURAL) != 0 ? 3
                                                             : 2;
    value[WS_CLAIM_OWN] = (p->flags & WS_M_GENITIVE) != 0 ? 1
                          : (p->flags & WS_M_OBJECT) != 0 ? 2
                                                          : 0;
    value[WS_CLAIM_CUE] = cue;
    value[WS_CLAIM_BESIDE] = cue && ws_rival_aloud(s, pronoun);
    value[WS_CLAIM_INSIDE] = (p->flags & WS_M_QUOTED) != 0;
    value[WS_CLAIM_WITHIN] = capped(
        (int64_t)p->head - s->sentences->sentence[of[p->head]].first, MOST);
    value[WS_CLAIM_ABOVE] = capped((int64_t)of[p->head] - of[top], MOST);
    ws_stand stand = ws_rival_stand(s, pronoun);
    value[WS_CLAIM_STORY] = s->story;
    value[WS_CLAIM_ALIKE] = (int32_t)stand == value[WS_CLAIM_STAND];
}

uint32_t ws_claims(const ws_stage *stage, uint32_t pronoun,
                   const ws_rival *rival, uint32_t count,
                   int16_t value[][WS_CLAIM_COUNT])
{
    uint32_t kept = count < WS_CLAIMANTS ? count : WS_CLAIMANTS;
    uint32_t first[WS_CLAIMANTS];

    for (uint32_t i = 0; i < kept; i++)
        first[i] = first_subject(stage, &rival[i]);
    for (uint32_t i = 0; i < kept; i++) {
        int32_t seen[WS_CLAIM_COUNT] = {0};

        among(stage, rival, count, i, seen);
        mentions(stage, pronoun, &rival[i], seen);
        person(stage, &rival[i], seen);
        itself(stage, pronoun, seen);
        seen[WS_CLAIM_MAIN] = sentences_back(stage, pronoun, first[i]);
        seen[WS_CLAIM_MAIN_LAST] = nearer(first, kept, i);
        for (uint32_t k = 0; k < WS_CLAIM_COUNT; k++)
            value[i][k] = (int16_t)seen[k];
    }
    return kept;
}
