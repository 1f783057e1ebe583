/*
 * role.c - the office of a speaker and the body that he speaks for.
 *
 *   in   a scene: mentions joined into people
 *   out  for each person wanted, the best statement of his role
 *
 * 1. Around every mention of a person wanted, each form that can state a role
 *    is read: a title before the name, "its director, Ana Ruiz", "Ana Ruiz,
 *    director of X", "who is ...", "Ana Ruiz of X", "X's Ana Ruiz", "(R-Wis.)",
 *    an epithet near by.
 * 2. What is read is weighed (stating.c); the heaviest statement of a person
 *    wins, the first of equals.
 *
 * Cost: a bounded number of words around each mention.
 *
 * Not here: which words name a body (affiliation.c); roles that join mentions
 * ("the mayor"; mention.c, person.c).
 */
#include "speaker/role.h"

#include "speaker/affiliation.h"
#include "speaker/bound.h"
#include "speaker/epithet.h"
#include "speaker/extent.h"
#include "speaker/proper.h"
#include "speaker/talk.h"

enum {
    BRACKET_TOKENS = 6, /* longest "(acting)" before a name */
    LIST_MENTIONS = 6,  /* names of one list */
    OWNER_MENTIONS = 3, /* looked at for the "X's" before a name */
    LETTERS_BYTES = 5,  /* of "FRCPE" */
    TITLES = 2,         /* before a name */
    LINE_TOKENS = 14,   /* of a line below a name, */
    BODY_TOKENS = 7,    /* and of one that is a body's name */
    CLAUSE_TOKENS = 5,  /* words from "who" to "as" */
    OWN_SCORE = 80      /* of what stands beside the quotation */
};

static bool is_determiner(const ws_stating *r, uint32_t i)
{
    return r->frame.word[i] == WS_WORD_DETERMINER;
}

/* A statement that begins at a, behind a name or "who is". Returns the token
 * behind it; a when none stands there. */
static uint32_t state_from(ws_stating *r, uint32_t a, ws_form kind)
{
    const ws_token *token = r->token;
    uint32_t head;

    while (a < r->frame.limit && WS_IS(token[a].lex, ADVERB) &&
           !ws_holds_sense(&r->frame, a))
        a++;
    /* "one of the aides" */
    bool one = a + 2 < r->frame.limit && WS_IS(token[a + 1].lex, OF) &&
               ws_scene_listed(r->scene, a, WS_LIST_ANOTHER);
    uint32_t first = one ? a + 2 : a;
    uint32_t end = ws_statement_end(&r->frame, first, &head);
    while (first < end && is_determiner(r, first) &&
           !WS_IS(token[first].lex, POSSESSIVE))
        first++;
    ws_stated stated =
        first < end ? ws_is_stated(&r->frame, first, head, one) : WS_STATED_NOT;
    if (stated == WS_STATED_NOT)
        return a;
    if (stated == WS_STATED_LOOSE) {
        /* "a Democrat,": an article before it and a stop behind */
        bool closed =
            end >= r->frame.limit || token[end].kind == WS_TOKEN_PUNCT;
        if (kind != WS_FORM_BEHIND || !closed || first == a || one ||
            end - first > WS_STATING_LOOSE)
            return a;
        kind = WS_FORM_LOOSE;
    }
    uint32_t behind = end;
    r->listed =
        kind == WS_FORM_BEHIND && ws_state_lists(r, end, head, &behind) > end;
    ws_state(r, kind, one ? a : first, end);
    r->listed = false;
    if (kind == WS_FORM_BEHIND)
        ws_state_listed(r, end, head);
    return end;
}

/* "Ana Ruiz, who runs a shop" */
static void read_who(ws_stating *r, uint32_t i)
{
    const ws_token *token = r->token;
    uint32_t head;

    while (i < r->frame.limit && WS_IS(token[i].lex, ADVERB))
        i++;
    if (i >= r->frame.limit)
        return;
    bool be = WS_IS(token[i].lex, BE);
    if (be && state_from(r, i + 1, WS_FORM_WHO_IS) > i + 1)
        return;
    for (uint32_t k = i + 1; k < r->frame.limit && k < i + CLAUSE_TOKENS; k++) {
        bool is = WS_IS(token[k].lex, BE) &&
                  !WS_IS(token[k - 1].lex, AUXILIARY) &&
                  ws_is_link(token[i].lex);
        if (is || WS_IS(token[k].lex, AS)) {
            (void)state_from(r, k + 1, is ? WS_FORM_WHO_IS : WS_FORM_WHO_AS);
            return;
        }
    }
    bool heads = ws_scene_listed(r->scene, i, WS_LIST_HEADS);
    bool verb = !be && WS_IS(token[i].lex, COMMON_VERB) &&
                !WS_IS(token[i].lex, CUE_STRONG);
    if (!verb || !WS_IS(token[i].lex, PLURAL))
        verb = verb && r->scene->text->bytes[token[i].end - 1] == 's';
    verb = verb || heads;
    uint32_t a = i + 1;
    if (a < r->frame.limit && ws_is_link(token[a].lex))
        a++;
    if (!verb || !ws_can_begin(&r->frame, a))
        return;
    uint32_t end = ws_statement_end(&r->frame, a, &head);
    if (end > a &&
        (heads || ws_body_in(&r->frame, r->m, a, end) != WHOSAID_NONE))
        ws_state(r, WS_FORM_WHO, i, end);
}

/* "(R-Wis.)", ", R-Wis.,": what stands behind a name for good. */
static void read_tag(ws_stating *r)
{
    const ws_mention *m = &r->mentions->mention[r->m];
    uint32_t i = m->last;
    uint32_t behind = ws_bracket_end(&r->frame, i);
    bool tag = behind > i && ws_is_tag(&r->frame, i + 1);
    bool long_tag = behind > i + 4 && !tag;
    uint32_t party = long_tag ? ws_party_end(&r->frame, i + 1) : behind;
    if (behind > i &&
        (!ws_is_capital(&r->token[i + 1]) || party == WHOSAID_NONE))
        return;

    if (i + 1 >= r->frame.limit)
        return;
    if (behind == i && ws_is_comma(&r->token[i]) &&
        ws_is_tag(&r->frame, i + 1)) {
        behind = ws_tag_end(&r->frame, i + 1) + 1;
        tag = true;
    }
    bool known =
        r->best.tag != WHOSAID_NONE && ws_is_tag(&r->frame, r->best.tag);
    if (behind > i && (r->best.tag == WHOSAID_NONE || (tag && !known))) {
        r->best.tag = i + 1;
        r->best.tag_end = long_tag ? party : behind - 1;
    }
}

/* "[from] the School of Law": what leads to a body that somebody is of, by its
 * words. */
static bool leads_to_body(const ws_stating *r, uint32_t i)
{
    uint32_t head;
    uint32_t first = i + 1;

    if (first >= r->frame.limit ||
        !ws_scene_listed(r->scene, i, WS_LIST_MEMBER) ||
        !ws_can_begin(&r->frame, first))
        return false;
    (void)ws_statement_end(&r->frame, first, &head);
    while (first < head && is_determiner(r, first))
        first++;
    if (first == head || !ws_is_capital(&r->token[head - 1]))
        return false;
    return ws_names_body(&r->frame, first, head) ||
           ws_is_initials(&r->token[first]);
}

/* "Ana Ruiz of the union": states it and returns the token behind it. */
static uint32_t read_of(ws_stating *r, uint32_t i)
{
    const ws_token *token = r->token;
    uint32_t first = i + 1;
    uint32_t head;

    if (first >= r->frame.limit ||
        !(WS_IS(token[i].lex, OF) || leads_to_body(r, i)) ||
        !ws_can_begin(&r->frame, first))
        return i;
    uint32_t end = ws_statement_end(&r->frame, first, &head);
    while (first < head && is_determiner(r, first))
        first++;
    uint32_t whole = end;
    end = ws_body_alone(&r->frame, first, end);
    head = head < end ? head : end;
    while (head + 1 < end && WS_IS(token[head].lex, OF)) {
        head++; /* "of the School of Law of the University of X" */
        while (head < end && ws_can_begin(&r->frame, head))
            head++;
    }
    if (first < head && ws_is_of_body(&r->frame, first, head))
        ws_state(r, WS_FORM_OF, first, head);
    return end < whole ? end : ws_bracket_end(&r->frame, end);
}

/* "Jr", "MD", "FACS": letters behind a name that are no office and no party. */
static bool is_letters(const ws_token *token)
{
    const ws_lex no = WS_LEX_BIT(ROLE) | WS_LEX_BIT(TITLE) | WS_LEX_BIT(BODY);

    return WS_IS(token->lex, NAME_SUFFIX) ||
           ((token->shape & WS_SHAPE_ALLCAPS) != 0 &&
            token->end - token->begin <= LETTERS_BYTES &&
            token->kind == WS_TOKEN_WORD && (token->lex & no) == 0 &&
            (token->shape & WS_SHAPE_HYPHEN) == 0);
}

/* Behind what stands between a name's comma and its apposition: ", R-Wis., 34,
 * of Brill, a nurse". */
static uint32_t skip_facts(ws_stating *r, uint32_t a)
{
    const ws_token *token = r->token;
    uint32_t limit = r->frame.limit;
    uint32_t head;

    while (a + 1 < limit && is_letters(&token[a]) && ws_is_comma(&token[a + 1]))
        a += 2;
    if (ws_is_tag(&r->frame, a)) {
        a = ws_tag_end(&r->frame, a);
        a += a < limit && ws_is_comma(&token[a]) ? 1 : 0;
    }
    if (a + 1 < limit && token[a].kind == WS_TOKEN_NUMBER &&
        ws_is_comma(&token[a + 1]))
        a += 2;
    if (a + 2 < limit && (WS_IS(token[a].lex, OF) || leads_to_body(r, a))) {
        uint32_t end = ws_statement_end(&r->frame, a + 1, &head);
        if (end > a + 1 && (ws_names_body(&r->frame, a + 1, end) ||
                            ws_is_initials(&token[a + 1])))
            (void)read_of(r, a); /* ", of Avon Police," */
        if (end < limit && ws_is_comma(&token[end]))
            a = end + 1;
    }
    return a;
}

/* "[chief engineer for] the state", without an article at i. */
static bool is_office_of(const ws_stating *r, uint32_t i)
{
    uint32_t head;

    if (!ws_can_begin(&r->frame, i) || is_determiner(r, i))
        return false;
    uint32_t end = ws_statement_end(&r->frame, i, &head);
    return end > head && head > i && ws_is_office(r->token[head - 1].lex) &&
           !WS_IS(r->token[head - 1].lex, PLURAL);
}

/* What stands behind a name. */
static void read_behind(ws_stating *r)
{
    const ws_mention *m = &r->mentions->mention[r->m];
    const ws_token *token = r->token;

    if ((m->flags & WS_M_GENITIVE) != 0)
        return;
    uint32_t i = read_of(r, ws_bracket_end(&r->frame, m->last));
    if (i + 1 >= r->frame.limit)
        return;
    if (WS_IS(token[i].lex, BE) &&
        (is_determiner(r, i + 1) || is_office_of(r, i + 1)))
        (void)state_from(r, i + 1, WS_FORM_IS);
    if (WS_IS(token[i].lex, RELATIVE))
        read_who(r, i + 1);
    /* "named Ana Ruiz as its director" */
    if (WS_IS(token[i].lex, AS) && WS_IS(token[i + 1].lex, POSSESSIVE))
        (void)state_from(r, i + 2, WS_FORM_WHO_AS);
    if (!ws_is_comma(&token[i]) && !ws_is_dash(&token[i]))
        return;
    uint32_t a = skip_facts(r, i + 1);
    uint32_t head;
    if (a >= r->frame.limit ||
        ws_phrase_is_fronted(r->scene->tokens, m->first,
                             ws_statement_end(&r->frame, a, &head)))
        return;
    uint32_t end =
        WS_IS(token[a].lex, RELATIVE) ? a : state_from(r, a, WS_FORM_BEHIND);
    if (end < r->frame.limit && WS_IS(token[end].lex, RELATIVE))
        read_who(r, end + 1);
}

/* Whether the first word of a statement before a name is none of it: the verb
 * of the sentence, "In [2004] owner Ana Ruiz"; but "2004 candidate Ana Ruiz". */
static bool is_stray(const ws_stating *r, uint32_t i)
{
    const ws_token *token = &r->token[i];

    if (token->kind == WS_TOKEN_NUMBER)
        return i > r->frame.begin && WS_IS(token[-1].lex, PREPOSITION);
    return token->kind != WS_TOKEN_MARK && !ws_is_capital(token) &&
           (token->shape & WS_SHAPE_HYPHEN) == 0 &&
           (token->lex == 0 ||
            (r->frame.word[i] == WS_WORD_OUT && ws_is_capital(token + 1)));
}

/* "Commerce Committee Chairman Ana Ruiz" */
static void read_title(ws_stating *r)
{
    const ws_mention *m = &r->mentions->mention[r->m];
    const ws_token *token = r->token;
    uint32_t end = m->name;

    if (end == r->frame.begin)
        return;
    if (token[end - 1].cp == ')') { /* "Director (acting) Ana Ruiz" */
        uint32_t k = end - 1;
        while (k > r->frame.begin && token[k].cp != '(' &&
               end - k < BRACKET_TOKENS)
            k--;
        end = token[k].cp == '(' ? k : end;
    }
    if (end == r->frame.begin || !ws_holds_sense(&r->frame, end - 1))
        return;
    /* "Headteacher Mrs Ruiz" */
    if (end > r->frame.begin + 1 && WS_IS(token[end - 1].lex, HONORIFIC) &&
        !WS_IS(token[end - 2].lex, HONORIFIC) &&
        (ws_is_office(token[end - 2].lex) ||
         ws_ends_office_of(&r->frame, end - 1)))
        end--;
    ws_lex lex = token[end - 1].lex;
    bool honorific = WS_IS(lex, HONORIFIC);
    if (honorific && !WS_IS(lex, MALE) && !WS_IS(lex, FEMALE))
        ws_state(r, WS_FORM_HONORIFIC, end - 1, end); /* "Dr.", but not "Mr." */
    /* "advocacy group Clean Canals" */
    bool kind = m->type == WHOSAID_SOURCE_BODY && WS_IS(lex, GROUP) &&
                m->first < m->name && !r->scene->tokens->foreign &&
                !ws_is_capital(&token[end - 1]) && !WS_IS(lex, PLURAL);
    if (ws_is_office(lex) ? honorific && !WS_IS(lex, TITLE)
                          : !kind && !ws_ends_office_of(&r->frame, end))
        return;
    uint32_t first = ws_statement_begin(&r->frame, end, true);
    while (first + 1 < end && is_stray(r, first))
        first++;
    if (first < end)
        ws_state(r, WS_FORM_TITLE, first, end);
}

/* Whether nothing but commas, "and" and tags stands from i to the name at
 * first. */
static bool goes_on_to(const ws_stating *r, uint32_t i, uint32_t first)
{
    uint32_t from = i;

    while (i < first) {
        if (ws_is_tag(&r->frame, i))
            i = ws_tag_end(&r->frame, i);
        else if (ws_is_comma(&r->token[i]) || WS_IS(r->token[i].lex, AND))
            i++;
        else
            return false;
    }
    return i == first && i > from;
}

/* "Sens. Ana Ruiz (D-Me.) and Hugh Sallis": the second one. */
static void read_list(ws_stating *r)
{
    const ws_token *token = r->token;
    const ws_mention *m = &r->mentions->mention[r->m];

    if (m->first != m->name)
        return;
    for (uint32_t k = r->m; k-- > 0 && r->m - k <= LIST_MENTIONS;) {
        const ws_mention *before = &r->mentions->mention[k];
        uint32_t end = before->name;
        if (before->kind != WS_MENTION_NAME || before->first < r->frame.begin)
            return;
        if (before->last > m->first || (before->first > r->frame.begin &&
                                        token[before->first - 1].cp == '('))
            continue;
        if (!goes_on_to(r, ws_bracket_end(&r->frame, before->last), m->first))
            return;
        if (end > r->frame.begin && ws_is_office(token[end - 1].lex) &&
            ws_holds_sense(&r->frame, end - 1)) {
            if (WS_IS(token[end - 1].lex, PLURAL))
                ws_state(r, WS_FORM_LIST,
                         ws_statement_begin(&r->frame, end, true), end);
            return;
        }
        m = before;
    }
}

/* "Fox's Ana Ruiz": owner k, a name that no person is known to bear, before a
 * full name. */
static bool may_be_desk(const ws_stating *r, uint32_t k)
{
    const ws_lex no = WS_GIVEN_CLASSES | WS_LEX_BIT(PLACE) |
                      WS_LEX_BIT(NATIONALITY) | WS_LEX_BIT(TIME) |
                      WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON);
    const ws_mention *owner = &r->mentions->mention[k];
    const ws_mention *m = &r->mentions->mention[r->m];
    uint32_t id = r->scene->people->of[k];

    if (owner->kind != WS_MENTION_NAME || id == WHOSAID_NONE ||
        owner->first != owner->name || m->name_end - m->name < 2)
        return false;
    const ws_person *person = &r->scene->people->person[id];
    const ws_mention *full = &r->mentions->mention[person->mention];
    return person->titled == 0 && person->he == 0 && person->she == 0 &&
           full->first == full->name && (r->token[full->name].lex & no) == 0 &&
           (r->token[owner->name_end - 1].lex & no) == 0;
}

/* "the union's Ana Ruiz": the genitive stands at i. */
static void read_owner(ws_stating *r, uint32_t i)
{
    for (uint32_t k = r->m; k-- > 0 && r->m - k < OWNER_MENTIONS;) {
        const ws_mention *owner = &r->mentions->mention[k];
        /* "The Blaze's Ana Ruiz": by its article no person */
        bool titled = owner->kind == WS_MENTION_NAME &&
                      owner->name == owner->first + 1 && owner->name_end == i &&
                      WS_IS(r->token[owner->first].lex, DET) &&
                      !WS_IS(r->token[owner->name].lex, PLURAL);
        if (owner->last == i &&
            (titled || ws_is_body(r->scene, k) || may_be_desk(r, k))) {
            ws_state(r, WS_FORM_OWNER, owner->name, i);
            return;
        }
    }
}

/* Whether the name closes what the comma before it opened: a comma or a verb
 * follows. */
static bool is_closed(const ws_stating *r, const ws_mention *m)
{
    uint32_t i = ws_bracket_end(&r->frame, m->last);

    return i < r->frame.limit &&
           (ws_is_comma(&r->token[i]) ||
            (r->token[i].lex &
             (WS_LEX_BIT(CUE) | WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(BE))) != 0);
}

/* "Dr Ana Ruiz", "the Rev'd Canon Ana Ruiz": nothing but titles before the name.
 */
static bool is_titled(const ws_stating *r)
{
    const ws_mention *m = &r->mentions->mention[r->m];
    const ws_lex title = WS_LEX_BIT(HONORIFIC) | WS_LEX_BIT(TITLE);
    const ws_lex other =
        WS_LEX_BIT(BODY) | WS_LEX_BIT(PLACE) | WS_LEX_BIT(NATIONALITY);
    uint32_t first = m->first;

    first += is_determiner(r, first) ? 1 : 0;
    if (m->name > first + TITLES || first >= m->name ||
        (r->token[m->name - 1].lex & title) == 0)
        return false;
    for (uint32_t i = first; i < m->name; i++)
        if (!ws_is_capital(&r->token[i]) ||
            ((r->token[i].lex & other) != 0 && (r->token[i].lex & title) == 0))
            return false;
    return true;
}

/* "The group's director, Ana Ruiz, said" */
static void read_before(ws_stating *r)
{
    const ws_mention *m = &r->mentions->mention[r->m];
    uint32_t head;

    if (m->first < r->frame.begin + 2 || (m->first != m->name && !is_titled(r)))
        return;
    uint32_t comma = m->first - 1;
    if (ws_is_genitive(&r->frame, comma))
        read_owner(r, comma);
    if (!ws_is_comma(&r->token[comma]) || !is_closed(r, m))
        return;
    /* from its first word on, with nothing but one statement to the comma */
    for (uint32_t a = ws_statement_begin(&r->frame, comma, false); a < comma;
         a++) {
        if (!ws_holds_sense(&r->frame, a) ||
            (a > r->frame.begin && ws_holds_sense(&r->frame, a - 1)) ||
            ws_statement_end(&r->frame, a, &head) != comma)
            continue;
        /* "a spokesman for the operator, Fenline" */
        bool inner = head < comma && m->type != WHOSAID_SOURCE_PERSON;
        if (!inner &&
            ws_is_stated(&r->frame, a, head, false) == WS_STATED_OFFICE) {
            ws_state(r, WS_FORM_BEFORE, a, comma);
            return;
        }
    }
}

/* Whether a nominal states a role: any office of somebody named; of somebody
 * unnamed a job, "Trump supporter", but no mere "woman". */
static bool tells_role(const ws_stating *r, const ws_mention *m)
{
    ws_lex lex = r->token[m->head].lex;

    if (r->id != WHOSAID_NONE &&
        r->mentions->mention[r->scene->people->person[r->id].mention].kind ==
            WS_MENTION_NAME)
        return ws_is_office(lex);
    if (WS_IS(lex, ROLE) || WS_IS(lex, TITLE))
        return true;
    for (uint32_t i = m->first; i < m->head && ws_is_office(lex); i++)
        if (r->frame.word[i] == WS_WORD_NAME ||
            WS_IS(r->token[i].lex, NATIONALITY))
            return true;
    return false;
}

/* Where the statement [first, end) of a nominal ends for good; first where it
 * tells of something or somebody else. */
static uint32_t nominal_end(const ws_stating *r, uint32_t first, uint32_t end,
                            uint32_t head)
{
    const ws_mentions *mentions = r->mentions;
    const ws_mention *m = &mentions->mention[r->m];

    /* "the candidate's proposal" */
    if (end <= m->last || (m->flags & WS_M_GENITIVE) != 0)
        return m->last;
    /* "the 2012 terrorist attack" */
    if (head > m->last && !r->scene->tokens->foreign &&
        r->frame.word[m->last] == WS_WORD_THING &&
        !ws_is_office(r->token[head - 1].lex))
        return first;
    /* "Senate colleague and rival [Ana Ruiz]" */
    for (uint32_t k = mentions->at[m->last];
         k < mentions->count && mentions->mention[k].head < end; k++) {
        const ws_mention *name = &mentions->mention[k];
        if (name->kind != WS_MENTION_NAME ||
            name->type != WHOSAID_SOURCE_PERSON || name->name <= m->head ||
            (name->flags & WS_M_AFTER_PREPOSITION) != 0)
            continue;
        if (r->id == r->scene->people->of[k] || m->same == k)
            return name->name;
        if (ws_holds_sense(&r->frame, name->name - 1))
            return first; /* "resources secretary Hugh Sallis": his */
    }
    return end;
}

/* "Its [managing] director": where a nominal begins with the participle before
 * it, which its mention leaves out. */
static uint32_t whole_nominal(const ws_stating *r, uint32_t first)
{
    uint32_t i = first;

    while (i > r->frame.begin && r->frame.word[i - 1] == WS_WORD_OUT &&
           ws_holds_sense(&r->frame, i - 1))
        i--;
    if (i > r->frame.begin && /* "its [chief operating] officer" */
        WS_IS(r->token[i - 1].lex, ROLE) && ws_holds_sense(&r->frame, i - 1))
        i--;
    return i > r->frame.begin && i < first &&
                   (is_determiner(r, i - 1) || ws_is_genitive(&r->frame, i - 1))
               ? i
               : first;
}

/* "the Florida senator": what a noun phrase that means somebody says. */
static void read_nominal(ws_stating *r, ws_form kind)
{
    const ws_mention *m = &r->mentions->mention[r->m];
    uint32_t first = m->first;

    if (!tells_role(r, m) || (m->flags & (WS_M_QUOTED | WS_M_PLURAL)) != 0 ||
        (ws_is_capital(&r->token[m->head]) && m->last - m->first == 1))
        return;
    while (first < m->head && is_determiner(r, first))
        first++;
    first = whole_nominal(r, first);
    uint32_t head;
    uint32_t end = ws_statement_end(&r->frame, first, &head);
    end = nominal_end(r, first, end, head);
    if (end == first)
        return;
    uint32_t named =
        m->same == WHOSAID_NONE ? ws_body_named(&r->frame, end) : end;
    ws_state(r, kind, first, end);
    if (named > end && r->best.body == r->best.body_end &&
        r->best.last == end) {
        r->best.body = end + 1;
        r->best.body_end = named;
    }
    ws_state_listed(r, end, head);
}

static void take_mention(ws_stating *r, uint32_t m, uint32_t id)
{
    r->frame = ws_frame_of(r->scene, r->mentions->mention[m].head);
    r->m = m;
    r->id = id;
    r->courtesy = false;
}

/* Paragraph p as a short line that opens with a capital and has no stop. */
static bool is_line(const ws_stating *r, uint32_t p)
{
    const ws_tokens *tokens = r->scene->tokens;

    if (p >= r->scene->text->paragraphs)
        return false;
    uint32_t first = tokens->first[p];
    uint32_t end = tokens->first[p + 1];
    return first < end && end - first <= LINE_TOKENS &&
           ws_is_capital(&r->token[first]) &&
           r->token[first].kind == WS_TOKEN_WORD &&
           (r->token[end - 1].kind == WS_TOKEN_WORD ||
            r->token[end - 1].cp == ')');
}

/* Paragraph p as the name of a body: its words have capitals. */
static bool is_body_line(const ws_stating *r, uint32_t p)
{
    const ws_lex small = WS_LEX_BIT(OF) | WS_LEX_BIT(FOR) | WS_LEX_BIT(AND) |
                         WS_LEX_BIT(DET) | WS_LEX_BIT(PREPOSITION);
    const ws_tokens *tokens = r->scene->tokens;

    if (!is_line(r, p) || tokens->first[p + 1] - tokens->first[p] > BODY_TOKENS)
        return false;
    for (uint32_t i = tokens->first[p]; i < tokens->first[p + 1]; i++)
        if (r->token[i].kind == WS_TOKEN_WORD && !ws_is_capital(&r->token[i]) &&
            (r->token[i].lex & small) == 0)
            return false;
    return true;
}

/* "Ana Ruiz | Executive Director | Hill Trust", a line each. */
static void read_below(ws_stating *r)
{
    const ws_mention *m = &r->mentions->mention[r->m];
    const ws_tokens *tokens = r->scene->tokens;
    uint32_t p = r->token[m->first].paragraph;
    ws_frame frame = r->frame;

    if (m->type != WHOSAID_SOURCE_PERSON || !is_line(r, p) ||
        m->name_end < m->name + 2 || m->first > tokens->first[p] + 1)
        return;
    uint32_t line = p + 1;
    uint32_t end = tokens->first[line];
    if (m->last == end) { /* the office stands on the next line */
        if (!is_line(r, line))
            return;
        r->frame = ws_frame_of(r->scene, end);
        end = state_from(r, end, WS_FORM_BEHIND);
        r->frame = frame;
        line++;
    }
    if (end == tokens->first[line] && r->best.last == end &&
        r->best.body == r->best.body_end && is_body_line(r, line)) {
        r->best.body = tokens->first[line];
        r->best.body_end = tokens->first[line + 1];
    }
}

static void read_mention(ws_stating *r)
{
    const ws_mention *m = &r->mentions->mention[r->m];

    if (m->kind == WS_MENTION_NOMINAL)
        read_nominal(r, WS_FORM_NOMINAL);
    if (m->kind != WS_MENTION_NAME)
        return;
    read_tag(r);
    read_list(r);
    read_title(r);
    read_before(r);
    read_behind(r);
    read_below(r);
}

static ws_stating reader_of(const ws_scene *scene)
{
    return (ws_stating){
        .scene = scene,
        .token = scene->tokens->token,
        .mentions = scene->mentions,
        .best = {.tag = WHOSAID_NONE, .score = WS_ROLE_NONE}
    };
}

/* Who is meant by the epithets of those that speak; these people are wanted,
 * too. */
static void read_epithets(const ws_scene *scene, ws_roles *roles)
{
    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        uint32_t id = scene->people->of[m];
        if (id == WHOSAID_NONE || roles->wanted[id] == 0 ||
            roles->meant[id] != WHOSAID_NONE || scene->talk->story ||
            !ws_is_epithet(scene, m))
            continue;
        uint32_t meant = ws_epithet_of(
            scene, m, scene->talk->story ? WS_EPITHET_STORY : WS_EPITHET_SURE);
        roles->meant[id] = meant;
        if (meant != WHOSAID_NONE)
            roles->wanted[meant] = 1;
    }
}

/* "The senator", who is the one just told of: his fuller role may stand there.
 */
static bool is_guessed(const ws_scene *scene, uint32_t m)
{
    return scene->mentions->mention[m].kind == WS_MENTION_NOMINAL &&
           (scene->people->sure[m] == WS_SURE_PRONOUN ||
            scene->people->sure[m] == WS_SURE_DESCRIBED);
}

/* Read mention m for person id, in a form or, for WS_FORMS, in any. */
static void read_for(ws_stating *r, ws_roles *roles, uint32_t m, uint32_t id,
                     ws_form kind)
{
    if (kind == WS_FORM_NEAR && ws_bound_apart(r->scene, m, id))
        return;
    r->best = roles->of[id];
    take_mention(r, m, id);
    if (kind == WS_FORM_NEAR)
        read_nominal(r, WS_FORM_NEAR);
    else
        read_mention(r);
    roles->of[id] = r->best;
}

void ws_roles_read(const ws_scene *scene, ws_roles *roles)
{
    ws_stating r = reader_of(scene);

    r.said = roles->said;
    for (uint32_t i = 0; i < scene->people->count; i++) {
        roles->of[i] = r.best;
        roles->meant[i] = WHOSAID_NONE;
    }
    read_epithets(scene, roles);
    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        uint32_t id = scene->people->of[m];
        uint32_t meant = ws_is_epithet(scene, m)
                             ? ws_epithet_of(scene, m, WS_EPITHET_LIKELY)
                             : WHOSAID_NONE;
        if (meant != WHOSAID_NONE && roles->wanted[meant] != 0)
            read_for(&r, roles, m, meant, WS_FORM_NEAR);
        if (id != WHOSAID_NONE && roles->wanted[id] != 0)
            read_for(&r, roles, m, id,
                     is_guessed(scene, m) ? WS_FORM_NEAR : WS_FORMS);
    }
}

ws_role ws_role_beside(const ws_scene *scene, uint32_t mention)
{
    ws_stating r = reader_of(scene);

    if (is_guessed(scene, mention))
        return r.best;
    take_mention(&r, mention, scene->people->of[mention]);
    read_mention(&r);
    return r.best;
}

ws_role ws_role_choose(const ws_role *person, const ws_role *beside)
{
    ws_role role = *person;

    if (beside->score != WS_ROLE_NONE &&
        beside->score + OWN_SCORE > person->score) {
        role = *beside;
        if (role.tag == WHOSAID_NONE) {
            role.tag = person->tag;
            role.tag_end = person->tag_end;
        }
    }
    if (role.score < WS_STATING_LEAST) /* hardly a role */
        role.last = role.first;
    return role;
}
