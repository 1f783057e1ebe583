/*
 * apposed.c - the noun phrase just before a name says who bears it.
 *
 *   in   mentions so far, the latest one a name
 *   out  its office; the nominal before it stands for the same person or body
 *
 * 1. "secretary of state Ana Ruiz": the office began before the "of".
 * 2. "the group's director, Ana Ruiz,", "the pub's owner, Hill Inns,".
 * 3. "the airline, Sahara Cargo,".
 * 4. "a man named Hugh Sallis".
 * 5. "the woman, identified in court papers as Jane Roe,".
 * 6. "a man who gave his name as Hugh".
 *
 * Cost: a bounded number of looks a name.
 *
 * Not here: what stands behind a name (mention.c).
 */
#include "speaker/apposed.h"

#include "speaker/proper.h"

enum {
    MODIFIER_TOKENS = 3, /* words between a comma and a phrase cut at "and" */
    CLAUSE_TOKENS = 12,  /* of "who gave his name as" */
    AS_TOKENS = 8,       /* between "identified" and "as" */
    ROLE_MENTIONS = 8    /* mentions looked at for the role before a name */
};

struct apposed {
    const ws_token *token;
    const ws_phrases *phrases;
    ws_mentions *mentions;
    uint32_t limit; /* end of the sentence, a token */
};

/* "on [National Security] Ana Ruiz": behind the nouns, and the adjectives
 * before them, with which name m begins. */
static uint32_t behind_charge(const struct apposed *f, const ws_mention *m)
{
    const ws_lex common = WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_ADJ);
    const ws_lex no =
        WS_GIVEN_CLASSES | WS_LEX_BIT(SURNAME) | WS_LEX_BIT(PLACE);
    uint32_t i = m->first + 1;

    while (i + 2 < m->name_end && i < m->first + MODIFIER_TOKENS &&
           (f->token[i].lex & common) != 0 && (f->token[i].lex & no) == 0)
        i++;
    return i;
}

/* "Special Agent in Charge Ana Ruiz": the noun before the name m belongs to the
 * office; one in capitals is taken out of the name. */
static bool holds_charge(const struct apposed *f, ws_mention *m)
{
    const ws_lex no = WS_GIVEN_CLASSES | WS_LEX_BIT(PLACE) | WS_LEX_BIT(ROLE) |
                      WS_LEX_BIT(TITLE) | WS_LEX_BIT(PERSON) |
                      WS_LEX_BIT(GROUP) | WS_LEX_BIT(BODY);
    bool capital = m->name == m->first;

    if (m->first < 2 || !WS_IS(f->token[m->first - 1].lex, PREPOSITION) ||
        WS_IS(f->token[m->first - 1].lex, TO) ||
        !WS_IS(f->token[m->first - 2].lex, ROLE))
        return false;
    uint32_t name = behind_charge(f, m);
    /* "Agent in Charge Kenyon Burrell": no place has such words */
    bool strange = capital && m->name_end == name + 2 &&
                   WS_IS(f->token[m->first].lex, COMMON_NOUN) &&
                   ((f->token[name].lex | f->token[name + 1].lex) & no &
                    ~WS_GIVEN_CLASSES) == 0 &&
                   ws_token_listed(f->phrases->bytes, &f->token[m->first - 1],
                                   WS_LIST_WHERE);
    if (m->name > name || m->name_end < name + 2 ||
        !WS_IS(f->token[name - 1].lex, COMMON_NOUN) ||
        (f->token[name - 1].lex & no) != 0 ||
        ((f->token[name].lex & WS_GIVEN_CLASSES) == 0 && !strange &&
         (name == m->first + 1 || f->token[name].lex != 0)) ||
        capital != ws_is_capital(&f->token[m->first - 2]))
        return false;
    m->name = name;
    return true;
}

/* "Cabinet member for housing Cllr Ana Ruiz", "director of nursing Mrs Ruiz": a
 * thing stands behind the "of" or "for", and a form of address before name m;
 * not "agent for actor Mr Ruiz". */
static bool has_addressed_topic(const struct apposed *f, const ws_mention *m)
{
    const ws_lex no = WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON) |
                      WS_LEX_BIT(ANONYMOUS) | WS_LEX_BIT(TITLE) |
                      WS_LEX_BIT(BODY) | WS_LEX_BIT(GROUP);

    if (m->name < m->first + 2 ||
        !(WS_IS(f->token[m->first - 1].lex, FOR) ||
          WS_IS(f->token[m->first - 1].lex, OF)) ||
        !(WS_IS(f->token[m->name - 1].lex, HONORIFIC) ||
          WS_IS(f->token[m->name - 1].lex, TITLE)) ||
        !ws_is_capital(&f->token[m->name - 1]))
        return false;
    for (uint32_t i = m->first; i + 1 < m->name; i++)
        if ((f->token[i].lex & no) != 0 || !ws_is_small(&f->token[i]) ||
            WS_IS(f->token[i].lex, DET) || WS_IS(f->token[i].lex, POSSESSIVE))
            return false;
    return true;
}

/* "secretary of state Ana Ruiz", "speaker of the parliament Ana Ruiz": the
 * office began before the "of"; not in "mother of the actress Ana Ruiz". */
static void office_before(struct apposed *f, ws_mention *m)
{
    if (m->kind != WS_MENTION_NAME || f->mentions->count < 2 || m->first == 0)
        return;
    bool charge = holds_charge(f, m);
    if (m->name == m->first ||
        !(charge || WS_IS(f->token[m->first - 1].lex, OF) ||
          WS_IS(f->token[m->first - 1].lex, FOR) ||
          WS_IS(f->token[m->first - 1].lex, TO)))
        return;
    const ws_lex body = WS_LEX_BIT(GROUP) | WS_LEX_BIT(BODY);
    ws_lex last = f->token[m->name - 1].lex;
    bool the = f->phrases->word[m->first] == WS_WORD_DETERMINER;
    /* "minister for Rivers Lord Hill"; but "agent for Lord Hill" */
    bool seat = WS_IS(f->token[m->first - 1].lex, FOR) && !the &&
                m->name > m->first + 1 && WS_IS(last, HONORIFIC) &&
                f->phrases->word[m->first] == WS_WORD_NAME;
    /* "minister for housing Ana Ruiz"; but "agent for actor Ana Ruiz" */
    const ws_lex persons = WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON) |
                           WS_LEX_BIT(ANONYMOUS) | WS_LEX_BIT(TITLE);
    bool topic = WS_IS(f->token[m->first - 1].lex, FOR) && !the &&
                 (last & (persons | body)) == 0 &&
                 f->phrases->word[m->name - 1] == WS_WORD_THING &&
                 m->name_end - m->name > 1 &&
                 (f->token[m->name].lex & WS_GIVEN_CLASSES) != 0;
    /* "Chef der Reederei Nordlinie": a body's name, where nouns have capitals */
    if (f->phrases->tokens->nouns && (last & persons) == 0 &&
        (m->name_end - m->name < 2 ||
         (f->token[m->name].lex & WS_GIVEN_CLASSES) == 0))
        return;
    seat = seat || has_addressed_topic(f, m);
    /* "a resident of northern Tehran" */
    if (WS_IS(last, COMMON_ADJ) && (last & persons) == 0 &&
        m->name_end - m->name == 1 &&
        (f->token[m->name].lex == 0 || WS_IS(f->token[m->name].lex, PLACE)))
        return;
    if (WS_IS(last, HONORIFIC) &&
        !seat) /* "vicar of St Mark", "friend of Mr Lane" */
        return;
    if (the ? (last & body) == 0 || WS_IS(last, ROLE) || WS_IS(last, PERSON) ||
                  m->name_end - m->name < 2 ||
                  (f->token[m->name].lex & WS_GIVEN_CLASSES) == 0
            : !WS_IS(f->token[m->first - 1].lex, OF) && !seat && !topic &&
                  !charge)
        return;
    /* "mother of crash victim Ana Ruiz": the victim's name */
    if (!the && !charge && !seat && (last & persons) != 0)
        return;
    for (ws_mention *k = m; k > f->mentions->mention && m - k < 2; k--) {
        ws_mention *before = k - 1;
        if (before->kind != WS_MENTION_NOMINAL ||
            before->last + 1 != m->first ||
            !ws_has_role(f->phrases, before->first, before->last))
            continue;
        before->same = (uint32_t)(m - f->mentions->mention);
        m->first = m->role = before->first;
        while (m->role < before->last &&
               f->phrases->word[m->role] == WS_WORD_DETERMINER)
            m->role++;
        m->role_end = seat ? m->name - 1 : m->name;
        m->flags &= (uint16_t) ~(WS_M_NESTED | WS_M_AFTER_PREPOSITION);
        if (m->type == WHOSAID_SOURCE_NONE)
            m->type = WHOSAID_SOURCE_PERSON;
        return;
    }
}

/* "a spokesman for the operator, Fenline,": the name is the operator's; but
 * "MedAid's head of mission, Guilhem Astruc,". */
static bool names_inner(const struct apposed *f, const ws_mention *before,
                        const ws_mention *m)
{
    const ws_token *end = &f->token[before->close - 1];
    bool task = before->close == before->last + 2 &&
                WS_IS(f->token[before->last].lex, OF) &&
                m->name_end > m->name + 1 && m->type == WHOSAID_SOURCE_NONE &&
                (before->flags & WS_M_INDEFINITE) == 0;

    if (before->close == before->last || m->type == WHOSAID_SOURCE_PERSON ||
        task || f->phrases->word[before->close - 1] == WS_WORD_NAME)
        return false;
    return WS_IS(end->lex, GROUP) || WS_IS(end->lex, BODY) ||
           (before->flags & WS_M_INDEFINITE) != 0;
}

/* Whether the name m behind a comma can have an office before it: a person's,
 * or, between commas, a body's ("the pub's owner, Hill Inns, said"). */
static bool bears_office(const struct apposed *f, uint32_t comma,
                         const ws_mention *m)
{
    if (m->type == WHOSAID_SOURCE_PERSON || m->type == WHOSAID_SOURCE_NONE)
        return true;
    return m->type == WHOSAID_SOURCE_BODY && comma == m->first && comma > 2 &&
           (m->flags & WS_M_GENITIVE) == 0 && m->last < f->limit &&
           ws_is_comma(&f->token[m->last]) &&
           (WS_IS(f->token[comma - 2].lex, ROLE) ||
            (f->token[comma - 3].shape & WS_SHAPE_GENITIVE) != 0) &&
           !WS_IS(f->token[comma - 2].lex, ANONYMOUS);
}

/* A comma at i, or a dash that stands for one: "its leader - Ana Ruiz - said".
 */
static bool parts(const struct apposed *f, uint32_t i)
{
    const ws_token *token = &f->token[i];

    return ws_is_comma(token) ||
           (token->kind == WS_TOKEN_PUNCT && !f->phrases->tokens->foreign &&
            (token->shape & WS_SHAPE_SPACE) != 0 &&
            (token->cp == '-' || token->cp == 0x2013 || token->cp == 0x2014));
}

/* "The club's coach, Pep Ruiz", "an opposition lawmaker, Babu Owino": what no
 * firm is. */
static bool is_humans(const struct apposed *f, const ws_mention *before,
                      const ws_mention *m)
{
    const char *bytes = f->phrases->bytes;
    const ws_token *head = &f->token[before->head];

    return ws_token_listed(bytes, head, WS_LIST_RUNS) ||
           ((before->flags & WS_M_INDEFINITE) != 0 && WS_IS(head->lex, ROLE) &&
            m->name_end - m->name == 2 &&
            !ws_token_listed(bytes, head, WS_LIST_TRADER));
}

/* "The operator, Fenline Ferries": a firm, by its noun and its last word. */
static bool is_firms(const struct apposed *f, const ws_mention *before,
                     const ws_mention *m)
{
    if (m->name_end - m->name < 2) /* a nominal has none at all */
        return false;
    ws_lex last = f->token[m->name_end - 1].lex;
    return WS_IS(last, COMMON_NOUN) &&
           (last & (WS_GIVEN_CLASSES | WS_LEX_BIT(SURNAME))) == 0 &&
           ws_token_listed(f->phrases->bytes, &f->token[before->head],
                           WS_LIST_FIRM);
}

/* "The council's auditors, Hill Lowe, said": many, called by one name between
 * commas that speaks, are a firm. */
static bool is_practice(const struct apposed *f, uint32_t comma,
                        const ws_mention *m)
{
    bool given = (f->token[m->name].lex & WS_GIVEN_CLASSES) != 0;

    return (m->type == WHOSAID_SOURCE_NONE ||
            (m->type == WHOSAID_SOURCE_PERSON && !given)) &&
           comma == m->first && comma > 1 && m->first == m->name &&
           m->name_end - m->name > 1 && (m->flags & WS_M_GENITIVE) == 0 &&
           m->last + 1 < f->limit && ws_is_comma(&f->token[m->last]) &&
           WS_IS(f->token[m->last + 1].lex, CUE) &&
           WS_IS(f->token[comma - 2].lex, PLURAL) &&
           ws_token_listed(f->phrases->bytes, &f->token[comma - 2],
                           WS_LIST_PRACTICE);
}

/* "The group's director, Jane Doe, said": the nominal before is the role. */
static void role_before(struct apposed *f, ws_mention *m)
{
    ws_mention *before = NULL;

    uint32_t comma = m->first;
    /* ", a civil and structural engineer Jane Doe", ", poet and critic Jane" */
    for (uint32_t n = 0; n < MODIFIER_TOKENS && comma > 1 &&
                         (f->phrases->word[comma - 1] == WS_WORD_MODIFIER ||
                          f->phrases->word[comma - 1] == WS_WORD_DETERMINER ||
                          WS_IS(f->token[comma - 1].lex, AND) ||
                          (WS_IS(f->token[comma].lex, AND) &&
                           WS_IS(f->token[comma - 1].lex, ROLE)));
         n++)
        comma--;
    /* "the colonel, his daughter Ana Ruiz": two */
    bool kin = WS_IS(f->token[m->first].lex, POSSESSIVE) &&
               f->phrases->word[m->first] == WS_WORD_DETERMINER;
    if (comma == 0 || !parts(f, comma - 1) || kin ||
        (comma < m->first && m->role == m->role_end) ||
        !bears_office(f, comma, m))
        return;
    uint32_t close = comma - 1;
    for (ws_mention *k = m; k > f->mentions->mention && m - k < ROLE_MENTIONS;
         k--) {
        ws_mention *at = k - 1;
        if (at->kind != WS_MENTION_NOMINAL || at->close != close)
            continue;
        if (at->same == WHOSAID_NONE) {
            before = at;
        } else if (at->same < (uint32_t)(at - f->mentions->mention)) {
            before = f->mentions->mention + at->same; /* "founder and chief" */
            close = before->close;
        }
    }
    bool practice = is_practice(f, comma, m);
    /* "its owners, Hill Inns" */
    bool several = m->type == WHOSAID_SOURCE_BODY || practice;
    if (before == NULL || before->same != WHOSAID_NONE ||
        (before->type != WHOSAID_SOURCE_ANONYMOUS &&
         before->type != WHOSAID_SOURCE_NONE &&
         (before->type != WHOSAID_SOURCE_GROUP || !several)) ||
        (before->flags & WS_M_QUOTED) != 0 || names_inner(f, before, m))
        return;
    before->same = (uint32_t)(m - f->mentions->mention);
    m->flags &= (uint16_t)~WS_M_NESTED;
    if (practice)
        m->type = WHOSAID_SOURCE_BODY;
    /* "her son, Warren", "the club's coach, Pep Ruiz" */
    if (m->type == WHOSAID_SOURCE_NONE && m->last < f->limit &&
        ws_is_comma(&f->token[m->last]) &&
        before->type == WHOSAID_SOURCE_ANONYMOUS &&
        (WS_IS(f->token[before->head].lex, PERSON) || is_humans(f, before, m)))
        m->type = is_firms(f, before, m) ? WHOSAID_SOURCE_BODY
                                         : WHOSAID_SOURCE_PERSON;
    if (m->role != m->role_end)
        return;
    m->role = before->first;
    while (m->role < before->last && /* but "one of its authors" */
           f->phrases->word[m->role] == WS_WORD_DETERMINER &&
           !WS_IS(f->token[m->role + 1].lex, OF))
        m->role++;
    m->role_end = before->close;
}

/* "The Chairman, Works Committee, Hon. Ana Ruiz, said": the name behind a body
 * behind an office is the officer's. */
static void office_and_body(struct apposed *f, ws_mention *m)
{
    uint32_t comma = m->first;
    ws_mention *body = NULL;

    if (m->kind != WS_MENTION_NAME || m->type != WHOSAID_SOURCE_PERSON ||
        f->phrases->tokens->foreign || comma < 4 || m->last >= f->limit ||
        (m->role != m->role_end && (m->flags & WS_M_HONORIFIC) == 0) ||
        !ws_is_comma(&f->token[comma - 1]) ||
        !(ws_is_comma(&f->token[m->last]) || WS_IS(f->token[m->last].lex, CUE)))
        return;
    for (ws_mention *k = m; k > f->mentions->mention && m - k < ROLE_MENTIONS;
         k--) {
        ws_mention *at = k - 1;
        if (body == NULL && at->kind == WS_MENTION_NAME &&
            at->close + 1 == comma && at->type != WHOSAID_SOURCE_PERSON &&
            at->first > 1 && ws_is_comma(&f->token[at->first - 1]) &&
            ws_is_capital(&f->token[at->first])) {
            body = at;
            continue;
        }
        if (body == NULL || at->close + 1 != body->first)
            continue;
        if (at->kind != WS_MENTION_NOMINAL ||
            (at->flags & (WS_M_QUOTED | WS_M_PLURAL | WS_M_INDEFINITE)) != 0 ||
            !WS_IS(f->token[at->head].lex, ROLE) ||
            !ws_is_capital(&f->token[at->head]) ||
            (at->same != WHOSAID_NONE &&
             f->mentions->mention + at->same != body))
            return;
        at->same = (uint32_t)(m - f->mentions->mention);
        m->flags &= (uint16_t)~WS_M_NESTED;
        m->role = at->first;
        while (m->role < at->last &&
               f->phrases->word[m->role] == WS_WORD_DETERMINER)
            m->role++;
        m->role_end = body->close;
        body->flags |= WS_M_NESTED;
        body->tail = body->close;
        at->tail = at->close;
        return;
    }
}

/* "[At the hospital], Ana Ruiz, a nurse, said": where a sentence begins, the
 * nominal tells of its place. */
static bool is_setting(const struct apposed *f, const ws_mention *before)
{
    const ws_sentences *s = f->phrases->sentences;
    uint32_t first = s->sentence[s->of[before->head]].first;

    return before->first == first + 1 &&
           ws_token_listed(f->phrases->bytes, &f->token[first], WS_LIST_WHERE);
}

/* "The airline, Sahara Cargo, said": the nominal before is the body. */
static void body_before(struct apposed *f, ws_mention *m)
{
    const ws_lex body = WS_LEX_BIT(BODY) | WS_LEX_BIT(GROUP);

    /* "the student paper, the Brill Post," */
    bool plain = m->first == m->name ||
                 (m->first + 1 == m->name &&
                  ws_token_listed(f->phrases->bytes, &f->token[m->first],
                                  WS_LIST_DEFINITE));
    if (m->kind != WS_MENTION_NAME || m->type == WHOSAID_SOURCE_PERSON ||
        m->first < 3 || !plain || m->last >= f->limit ||
        !ws_is_comma(&f->token[m->first - 1]) ||
        !ws_is_comma(&f->token[m->last]) || (m->flags & WS_M_GENITIVE) != 0)
        return;
    /* "a charity, Hill Trust, said": it speaks */
    bool speaks =
        m->last + 1 < f->limit && WS_IS(f->token[m->last + 1].lex, CUE);
    for (ws_mention *k = m; k > f->mentions->mention && m - k < 2; k--) {
        ws_mention *before = k - 1;
        const ws_token *head = &f->token[before->head];
        if (before->kind != WS_MENTION_NOMINAL ||
            before->close + 1 != m->first || before->same != WHOSAID_NONE ||
            (before->flags & WS_M_QUOTED) != 0 ||
            ((before->flags & WS_M_INDEFINITE) != 0 && !speaks) ||
            (head->lex & body) == 0 || WS_IS(head->lex, PLURAL) ||
            f->phrases->word[before->first] != WS_WORD_DETERMINER ||
            (m->type != WHOSAID_SOURCE_BODY && is_setting(f, before)))
            continue;
        before->same = (uint32_t)(m - f->mentions->mention);
        m->flags &= (uint16_t)~WS_M_NESTED;
        m->type = WHOSAID_SOURCE_BODY;
        return;
    }
}

/* "A spokesman for the charity Coeliac North,": a body, by the noun before its
 * name, whose last word may be a surname. */
static void kind_before(const struct apposed *f, ws_mention *m)
{
    if (m->kind != WS_MENTION_NAME || m->name < 2 ||
        m->type == WHOSAID_SOURCE_BODY || m->name_end - m->name < 2 ||
        (f->token[m->name].lex & WS_GIVEN_CLASSES) != 0 ||
        !ws_is_small(&f->token[m->name - 1]) ||
        !ws_token_listed(f->phrases->bytes, &f->token[m->name - 1],
                         WS_LIST_CALLED) ||
        f->phrases->word[m->name - 2] == WS_WORD_OUT)
        return;
    /* but "the charity Hadley Ruiz founded" */
    const ws_token *behind = &f->token[m->last];
    if (m->last >= f->limit || behind->kind == WS_TOKEN_PUNCT ||
        behind->kind == WS_TOKEN_MARK || WS_IS(behind->lex, CUE))
        m->type = WHOSAID_SOURCE_BODY;
}

/* The nominal before is the person whose name m is. */
static void name_it(const struct apposed *f, ws_mention *before, ws_mention *m)
{
    before->same = (uint32_t)(m - f->mentions->mention);
    m->flags &= (uint16_t)~WS_M_NESTED;
    m->type = WHOSAID_SOURCE_PERSON;
}

/* "The governor called Ana Ruiz “a gift”", "the mayor named Ana Ruiz to the
 * board": somebody did it, and before is not Ana Ruiz. */
static bool is_deed(const struct apposed *f, const ws_mention *before,
                    const ws_mention *m)
{
    const ws_token *behind = &f->token[m->last];

    if (m->last < f->limit &&
        (behind->kind == WS_TOKEN_MARK ||
         f->phrases->pieces->inside[m->last] != 0 || WS_IS(behind->lex, DET)))
        return true;
    return (before->flags & WS_M_INDEFINITE) == 0 &&
           WS_IS(f->token[before->head].lex, ROLE);
}

/* "A man named Hugh Sallis said": the nominal before is he. */
static void named_before(struct apposed *f, ws_mention *m)
{
    if (m->kind != WS_MENTION_NAME || m->first < 2 || m->first != m->name ||
        !WS_IS(f->token[m->first - 1].lex, CALLED) ||
        f->phrases->word[m->first - 1] != WS_WORD_OUT ||
        (m->type != WHOSAID_SOURCE_PERSON && m->type != WHOSAID_SOURCE_NONE))
        return;
    for (ws_mention *k = m; k > f->mentions->mention && m - k < ROLE_MENTIONS;
         k--) {
        ws_mention *before = k - 1;
        if (before->kind != WS_MENTION_NOMINAL ||
            before->close + 1 != m->first ||
            before->type != WHOSAID_SOURCE_ANONYMOUS || is_deed(f, before, m))
            continue;
        name_it(f, before, m);
        return;
    }
}

/* Where the noun phrase ends of which tokens [.., verb] go on: "the woman, who
 * was later named". */
static uint32_t noun_before(const struct apposed *f, uint32_t verb)
{
    uint32_t i = verb;

    for (uint32_t n = 0; n < AS_TOKENS && i > 0; n++, i--) {
        const ws_token *before = &f->token[i - 1];
        if (ws_is_comma(before))
            return i - 1;
        if (!WS_IS(before->lex, ADVERB) && !WS_IS(before->lex, BE) &&
            !WS_IS(before->lex, AUXILIARY) && !WS_IS(before->lex, RELATIVE) &&
            !WS_IS(before->lex, POSSESSIVE) && !WS_IS(before->lex, CUE))
            break;
    }
    return i;
}

/* A name behind the clause that tells it: the nominal that ends at close, where
 * the clause begins, is its bearer. */
static void tell_before(struct apposed *f, ws_mention *m, uint32_t close)
{
    for (ws_mention *k = m; k > f->mentions->mention && m - k < ROLE_MENTIONS;
         k--) {
        ws_mention *before = k - 1;
        if (before->kind != WS_MENTION_NOMINAL || before->close != close ||
            before->same != WHOSAID_NONE ||
            (before->flags & (WS_M_QUOTED | WS_M_PLURAL)) != 0 ||
            before->type != WHOSAID_SOURCE_ANONYMOUS)
            continue;
        name_it(f, before, m);
        return;
    }
}

/* "The woman, identified by police as Jane Roe,": the nominal before is she. */
static void identified_before(struct apposed *f, ws_mention *m)
{
    const char *bytes = f->phrases->bytes;

    if (m->kind != WS_MENTION_NAME || m->first < 3 ||
        !WS_IS(f->token[m->first - 1].lex, AS) ||
        (m->type != WHOSAID_SOURCE_PERSON && m->type != WHOSAID_SOURCE_NONE))
        return;
    uint32_t verb = m->first - 2;
    for (uint32_t n = 0; n < AS_TOKENS && verb > 0; n++, verb--)
        if (ws_token_listed(bytes, &f->token[verb], WS_LIST_IDENTIFIED) ||
            f->token[verb].kind != WS_TOKEN_WORD)
            break;
    if (!ws_token_listed(bytes, &f->token[verb], WS_LIST_IDENTIFIED) ||
        (verb > 0 && WS_IS(f->token[verb - 1].lex, RELATIVE)))
        return; /* "a woman who identified the man as" */
    tell_before(f, m, noun_before(f, verb));
}

static bool is_word_of(const struct apposed *f, uint32_t i, ws_list list)
{
    return ws_is_small(&f->token[i]) &&
           ws_token_listed(f->phrases->bytes, &f->token[i], list);
}

/* "[called] Sal", "[identified] himself only as Dmitri", "her [name] as Ruth",
 * "her first [name], Mira": the word that brings in the name that begins at
 * token at; at where none does. */
static uint32_t brought_in(const struct apposed *f, uint32_t at)
{
    const ws_lex self = WS_LEX_BIT(PRONOUN) | WS_LEX_BIT(OBJECT);
    uint32_t i = at - 1;
    bool comma = ws_is_comma(&f->token[i]);
    bool as = WS_IS(f->token[i].lex, AS);

    i -= comma || as ? 1 : 0;
    while (i > 3 && at - i < AS_TOKENS && WS_IS(f->token[i].lex, ADVERB))
        i--;
    if (i < 3)
        return at;
    if ((comma || as) && is_word_of(f, i, WS_LIST_NAME))
        return i;
    if (as && (f->token[i].lex & self) == self)
        return is_word_of(f, i - 1, WS_LIST_INTRODUCED) ? i - 1 : at;
    uint32_t be = i - 1;
    while (be > 2 && WS_IS(f->token[be].lex, ADVERB))
        be--;
    bool called = as || is_word_of(f, i, WS_LIST_CALL);
    return called && !comma && WS_IS(f->token[be].lex, BE) &&
                   is_word_of(f, i, WS_LIST_INTRODUCED)
               ? i
               : at;
}

/* "A woman who gave her name only as Ruth": the nominal before is she. */
static void introduced_before(struct apposed *f, ws_mention *m)
{
    if (f->phrases->tokens->foreign || m->kind != WS_MENTION_NAME ||
        m->first < 5 ||
        (m->type != WHOSAID_SOURCE_PERSON && m->type != WHOSAID_SOURCE_NONE))
        return;
    uint32_t i = brought_in(f, m->first);
    if (i == m->first)
        return;
    for (uint32_t n = 0; n < AS_TOKENS && i > 2; n++, i--)
        if (WS_IS(f->token[i].lex, RELATIVE) || !ws_is_small(&f->token[i]))
            break;
    if (!WS_IS(f->token[i].lex, RELATIVE))
        return;
    uint32_t close = ws_is_comma(&f->token[i - 1]) ? i - 1 : i;
    tell_before(f, m, close);
}

/* Whether the words [who, end) of a clause tell a name that stands right behind
 * them: "who gave only her first name,", "whose name is", "who goes by". */
static bool tells_name(const struct apposed *f, uint32_t who, uint32_t end)
{
    const char *bytes = f->phrases->bytes;
    const ws_token *last = &f->token[end - 1];

    if (end < who + 3)
        return false;
    for (uint32_t i = who + 1; i < end; i++) {
        const ws_token *token = &f->token[i];
        if (WS_IS(token->lex, NEGATION) || WS_IS(token->lex, AND) ||
            (i + 1 < end && token->kind != WS_TOKEN_WORD))
            return false;
    }
    if (ws_token_listed(bytes, last, WS_LIST_AGENT))
        return ws_token_listed(bytes, last - 1, WS_LIST_GOES);
    return (ws_is_comma(last) || WS_IS(last->lex, BE)) &&
           ws_token_listed(bytes, last - 1, WS_LIST_NAME);
}

/* "Her doorman, whose name is Hector,": the nominal before is he. */
static void clause_before(struct apposed *f, ws_mention *m)
{
    uint32_t who = m->first;

    if (m->kind != WS_MENTION_NAME || m->first < 4 ||
        (m->type != WHOSAID_SOURCE_PERSON && m->type != WHOSAID_SOURCE_NONE))
        return;
    for (uint32_t n = 0; n < CLAUSE_TOKENS && who > 1; n++)
        if (WS_IS(f->token[--who].lex, RELATIVE))
            break;
    if (!WS_IS(f->token[who].lex, RELATIVE) || !tells_name(f, who, m->first))
        return;
    uint32_t close = ws_is_comma(&f->token[who - 1]) ? who - 1 : who;
    tell_before(f, m, close);
}

void ws_office_before(const ws_phrases *phrases, ws_mentions *mentions,
                      ws_mention *m)
{
    struct apposed f = {phrases->tokens->token, phrases, mentions, 0};

    office_before(&f, m);
}

void ws_apposed(const ws_phrases *phrases, uint32_t limit,
                ws_mentions *mentions, ws_mention *m)
{
    struct apposed f = {phrases->tokens->token, phrases, mentions, limit};

    role_before(&f, m);
    kind_before(&f, m);
    office_and_body(&f, m);
    body_before(&f, m);
    named_before(&f, m);
    identified_before(&f, m);
    introduced_before(&f, m);
    clause_before(&f, m);
}

ws_mention ws_owned_body(uint32_t first, uint32_t name, uint32_t end)
{
    return (ws_mention){.first = first,
                        .last = end,
                        .head = end - 1,
                        .tail = end,
                        .name = name,
                        .name_end = end,
                        .role = first,
                        .role_end = first,
                        .type = WHOSAID_SOURCE_BODY,
                        .kind = WS_MENTION_NAME};
}

bool ws_office_over(const ws_phrases *phrases, ws_mention *body,
                    ws_mention *office)
{
    const ws_lex any = WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE);
    const ws_token *token = phrases->tokens->token;
    uint32_t of = body->first + 1;

    while (of < body->name &&
           !(WS_IS(token[of].lex, OF) && (token[of - 1].lex & any) == any))
        of++;
    if (of >= body->name || phrases->tokens->foreign ||
        !ws_is_capital(&token[of - 1]) || WS_IS(token[of - 1].lex, PLURAL))
        return false;
    *office = *body;
    office->head = of - 1;
    office->name = office->name_end = 0;
    office->kind = WS_MENTION_NOMINAL;
    office->type = ws_noun_type(token[of - 1].lex);
    office->flags = ws_number_and_gender(token[of - 1].lex) |
                    ws_indefinite(&token[body->first]);
    body->first = body->role = body->role_end = body->name;
    return true;
}

bool ws_is_spot(const ws_phrases *phrases, const ws_mention *m)
{
    const ws_lex given = WS_GIVEN_CLASSES | WS_LEX_BIT(HONORIFIC);

    return m->kind == WS_MENTION_NAME && m->first > 0 &&
           m->last == m->first + 1 && !phrases->tokens->foreign &&
           (phrases->tokens->token[m->first].lex & given) == 0 &&
           ws_token_listed(phrases->bytes,
                           &phrases->tokens->token[m->first - 1],
                           WS_LIST_WHERE);
}

/* A name that nothing says to be a person's or a place's. */
static bool may_be_body(const struct apposed *f, const ws_mention *k)
{
    const ws_lex human = WS_GIVEN_CLASSES | WS_LEX_BIT(HONORIFIC);

    if (k->kind != WS_MENTION_NAME || k->type != WHOSAID_SOURCE_NONE ||
        k->first != k->name || k->role != k->role_end ||
        (k->flags & (WS_M_QUOTED | WS_M_GENITIVE | WS_M_MALE | WS_M_FEMALE)) !=
            0 ||
        (k->first > 0 &&
         ws_token_listed(f->phrases->bytes, &f->token[k->first - 1],
                         WS_LIST_WHERE)))
        return false;
    for (uint32_t i = k->name; i < k->name_end; i++)
        if ((f->token[i].lex & human) != 0)
            return false;
    return true;
}

void ws_body_behind(const ws_phrases *phrases, uint32_t limit,
                    ws_mentions *mentions, ws_mention *m)
{
    struct apposed f = {phrases->tokens->token, phrases, mentions, limit};
    const ws_token *head = &f.token[m->head];
    const ws_token *next = &f.token[m->close];

    if (phrases->tokens->foreign || m->same != WHOSAID_NONE ||
        m->type != WHOSAID_SOURCE_BODY || WS_IS(head->lex, PLURAL) ||
        WS_IS(head->lex, PLACE) || m->first < 2 ||
        phrases->word[m->first] != WS_WORD_DETERMINER ||
        WS_IS(f.token[m->first].lex, POSSESSIVE) ||
        !ws_is_comma(&f.token[m->first - 1]) || m->close >= limit ||
        !(ws_is_comma(next) || WS_IS(next->lex, THAT) ||
          WS_IS(next->lex, RELATIVE)))
        return;
    for (ws_mention *k = m; k > mentions->mention && m - k < ROLE_MENTIONS;
         k--) {
        if (k[-1].close + 1 != m->first || !may_be_body(&f, &k[-1]))
            continue;
        m->same = (uint32_t)(k - 1 - mentions->mention);
        k[-1].type = WHOSAID_SOURCE_BODY;
        return;
    }
}
