/*
 * role.c - the office of a speaker and the body that he speaks for.
 *
 *   in   a scene: mentions joined into people
 *   out  for each person wanted, the best statement of his role
 *
 * 1. Around every mention of a person wanted, each form that can state a role
 *    is tried: a title before the name, "its director, Ana Ruiz", "Ana Ruiz,
 *    director of X", "who is ...", "Ana Ruiz of X", "X's Ana Ruiz", "(R-Wis.)".
 * 2. What is read is weighed by its form, its length and its place; the
 *    heaviest statement of a person wins, the first of equals.
 *
 * Cost: every look ahead ends after a bounded number of words.
 *
 * Not here: roles that join mentions ("the mayor"; mention.c, person.c).
 */
#include "speaker/role.h"

#include <string.h>

#include "speaker/phrase.h"

enum {
    NAME_TOKENS = 6,     /* longest name of a body behind a comma */
    STATED_TOKENS = 36,  /* longest statement */
    BEFORE_TOKENS = 24,  /* longest one before a name */
    BRACKET_TOKENS = 6,  /* longest "(FEMA)", "(R-Wis.)" */
    LIST_TOKENS = 8,     /* longest part of "x, y and z" */
    OFFICE_OF_TOKENS = 4, /* words of "... of public works" */
    LIST_MENTIONS = 6,   /* names of one list */
    CLAUSE_TOKENS = 5,   /* words from "who" to "as" */
    NEAR_SENTENCES = 6,  /* from a name to "the senator" */
    NEAR_MENTIONS = 60,  /* mentions looked at in between */
    SAID_OFTEN = 2,      /* as often as counts */
    NEAR_PEOPLE = 5,     /* people that it may mean */
    COUNTED_WORDS = 5,   /* words of a statement that tell */
};

/* In hundredths of a logit, from statements of the training sets. */
enum {
    OWN_SCORE = 80,    /* one beside the quotation */
    LEAST_SCORE = -200,
    SHOUTED_SCORE = 800,
    LEAST_FIT = -100, /* of an epithet to a person */
    FIT_MARGIN = 30,  /* over the next one */
    SURE_MARGIN = 150 /* enough to name him */
};

#define OFFICE_CLASSES                                         \
    (WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON) | \
     WS_LEX_BIT(ANONYMOUS))

#define FUNCTION_CLASSES                                               \
    (WS_LEX_BIT(CUE_STRONG) | WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(BE) | \
     WS_LEX_BIT(MODAL) | WS_LEX_BIT(PRONOUN))

#define LINK_CLASSES                                                     \
    (WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(OF) | WS_LEX_BIT(FOR) |         \
     WS_LEX_BIT(TO))

/* The forms, in no order. */
typedef enum form {
    FORM_TITLE,      /* Mayor Ana Ruiz */
    FORM_LIST,       /* Mayors Ana Ruiz and Hugh Sallis: the second one */
    FORM_BEFORE,     /* the mayor, Ana Ruiz */
    FORM_BEHIND,     /* Ana Ruiz, mayor of Brill */
    FORM_LOOSE,      /* Ana Ruiz, a Democrat: no office is known in it */
    FORM_WHO_IS,     /* Ana Ruiz, who is mayor of Brill */
    FORM_WHO_AS,     /* Ana Ruiz, who served as mayor */
    FORM_WHO,        /* Ana Ruiz, who runs a shop */
    FORM_IS,         /* Ana Ruiz is the mayor */
    FORM_NOMINAL,    /* the mayor, elsewhere */
    FORM_OF,         /* Ana Ruiz of the union */
    FORM_OWNER,      /* the union's Ana Ruiz */
    FORM_NEAR,       /* the Maine senator, right behind a name */
    FORM_HONORIFIC,  /* Dr. Ana Ruiz */
    FORMS
} form;

struct reader {
    const ws_scene *scene;
    const ws_token *token;
    const uint8_t *word; /* [tokens]: ws_word */
    const ws_mentions *mentions;
    uint32_t limit;  /* end of the sentence */
    uint32_t begin;  /* begin of the sentence */
    uint32_t m;      /* the mention looked at */
    uint32_t id;     /* whom it states it of */
    uint8_t *said;   /* [WS_ROLE_SLOTS], or NULL */
    bool alone;      /* one mention is looked at, not a person's */
    ws_role best;
};

static bool is_punct(const ws_token *token, uint16_t cp)
{
    return token->kind == WS_TOKEN_PUNCT && token->cp == cp;
}

static bool is_dash(const ws_token *token)
{
    return token->kind == WS_TOKEN_PUNCT &&
           (token->cp == 0x2014 || token->cp == 0x2013 || token->cp == 0x2015 || token->cp == '-');
}

static bool is_capital(const ws_token *token)
{
    return (token->shape & WS_SHAPE_CAPITAL) != 0;
}

static bool is_office(ws_lex lex)
{
    return (lex & OFFICE_CLASSES) != 0;
}

static bool holds_sense(const struct reader *r, uint32_t i)
{
    uint8_t word = r->word[i];

    /* "Senate Minority Leader", "Secretary of State": small words in capitals */
    if (word == WS_WORD_DETERMINER && i > r->begin &&
        (r->word[i - 1] == WS_WORD_NAME || is_capital(&r->token[i - 1])) &&
        (is_capital(&r->token[i]) ||
         (WS_IS(r->token[i].lex, QUANTITY) && i + 1 < r->limit &&
          r->word[i + 1] == WS_WORD_NOUN)))
        return true;
    /* "acting chairman", "fired manager" */
    if (word == WS_WORD_OUT && i + 1 < r->limit &&
        WS_IS(r->token[i].lex, COMMON_VERB) &&
        (r->token[i].lex & FUNCTION_CLASSES) == 0 &&
        (r->word[i + 1] == WS_WORD_NOUN || r->word[i + 1] == WS_WORD_THING ||
         r->word[i + 1] == WS_WORD_MODIFIER || r->word[i + 1] == WS_WORD_NAME))
        return true;
    return word == WS_WORD_NAME || word == WS_WORD_NOUN ||
           word == WS_WORD_THING || word == WS_WORD_MODIFIER;
}

/* "'s", or the mark behind "Sanders'" */
static bool is_genitive(const struct reader *r, uint32_t i)
{
    const ws_token *token = &r->token[i];

    if (r->word[i] == WS_WORD_GENITIVE)
        return true;
    return token->kind == WS_TOKEN_MARK && i > r->begin &&
           i + 1 < r->limit && (token->cp == '\'' || token->cp == 0x2019) &&
           (token->shape & WS_SHAPE_SPACE) == 0 &&
           (token[1].shape & WS_SHAPE_SPACE) != 0 &&
           r->word[i - 1] == WS_WORD_NAME;
}

/* Whether a noun phrase can go on with token i. */
static bool can_begin(const struct reader *r, uint32_t i)
{
    return i < r->limit &&
           (holds_sense(r, i) || r->word[i] == WS_WORD_DETERMINER);
}

/* Behind the bracket opened at i; i when it does not close soon. */
static uint32_t behind_bracket(const struct reader *r, uint32_t i)
{
    if (i >= r->limit || r->token[i].cp != '(')
        return i;
    for (uint32_t k = i + 1; k < r->limit && k <= i + BRACKET_TOKENS; k++)
        if (r->token[k].cp == ')')
            return k + 1;
    return i;
}

/* "Norvik–Brill": a dash without space. */
static bool joins_words(const struct reader *r, uint32_t i)
{
    return is_dash(&r->token[i]) &&
           (r->token[i].shape & WS_SHAPE_SPACE) == 0 && i + 1 < r->limit &&
           (r->token[i + 1].shape & WS_SHAPE_SPACE) == 0 &&
           is_capital(&r->token[i + 1]);
}

/* A verb where a noun phrase could end: "the aide claims". */
static bool breaks_off(const struct reader *r, uint32_t i, bool noun)
{
    const ws_token *token = &r->token[i];

    if (is_capital(token) || is_office(token->lex) || WS_IS(token->lex, GROUP))
        return false;
    if (WS_IS(token->lex, CUE) && !WS_IS(token->lex, COMMON_NOUN))
        return true;
    return noun && WS_IS(token->lex, COMMON_VERB) &&
           !WS_IS(token->lex, COMMON_NOUN) && !WS_IS(token->lex, COMMON_ADJ);
}

/* ", innovation and ...": the list that a comma at i goes on with. */
static bool goes_on(const struct reader *r, uint32_t i)
{
    const ws_token *token = r->token;
    uint32_t k = i + 1;

    if (k < r->limit && WS_IS(token[k].lex, AND)) {
        /* ", and Democratic fundraiser"; not ", and Ana Ruiz" */
        uint32_t end = k + 1;
        bool office = false;
        while (end < r->limit && end < k + LIST_TOKENS && can_begin(r, end)) {
            office = is_office(token[end].lex);
            end++;
        }
        return office;
    }
    for (; k < r->limit && k <= i + LIST_TOKENS; k++) {
        if (WS_IS(token[k].lex, AND))
            return k > i + 1 && can_begin(r, k + 1) && !is_capital(&token[i + 1]) == !is_capital(&token[k + 1]) && r->word[k + 1] != WS_WORD_DETERMINER;
        if (is_punct(&token[k], ',')) {
            if (k > i + 1 && k + 1 < r->limit && WS_IS(token[k + 1].lex, AND))
                return can_begin(r, k + 2) && !is_capital(&token[i + 1]) == !is_capital(&token[k + 2]) ;
            continue;
        }
        if (!can_begin(r, k) && (token[k].lex & LINK_CLASSES) == 0)
            return false;
        if (breaks_off(r, k, true))
            return false;
    }
    return false;
}

/*
 * The words that can state something from token a on: a noun phrase with its
 * "of ..." and "and ...".
 *
 *   head   end of the first noun phrase
 */
static uint32_t statement_end(const struct reader *r, uint32_t a,
                              uint32_t *head)
{
    const ws_token *token = r->token;
    uint32_t i = a;
    uint32_t last = a;  /* behind the last word of sense */
    bool open = true;   /* an article can stand here */
    uint32_t most = r->limit < a + STATED_TOKENS ? r->limit : a + STATED_TOKENS;

    *head = 0;
    while (i < most) {
        ws_lex lex = token[i].lex;
        uint32_t behind = behind_bracket(r, i);
        if (behind > i && last > a) {
            i = behind;
            open = false;
            continue;
        }
        if (holds_sense(r, i) && !breaks_off(r, i, !open)) {
            open = false;
            last = ++i;
        } else if (r->word[i] == WS_WORD_DETERMINER && open) {
            i++;
        } else if (is_genitive(r, i) && last == i) {
            last = ++i;
            open = false;
            if (*head != 0 && !is_office(token[*head - 1].lex))
                *head = 0; /* "Friends of the Sea's director": it comes yet */
        } else if ((WS_IS(lex, AND) || token[i].kind == WS_TOKEN_SYMBOL ||
                    token[i].cp == '/' || joins_words(r, i)) &&
                   last > a && can_begin(r, i + 1) && !breaks_off(r, i+1, true)) {
            open = true;
            i++;
        } else if ((lex & LINK_CLASSES) != 0 && last > a &&
                   can_begin(r, i + 1)) {
            if (*head == 0)
                *head = last;
            open = true;
            i++;
        } else if (is_punct(&token[i], ',') && last > a && goes_on(r, i)) {
            if (*head == 0)
                *head = last;
            open = true;
            i++;
            if (WS_IS(token[i].lex, AND))
                i++;
        } else {
            break;
        }
    }
    if (*head == 0)
        *head = last;
    return last;
}

/* Whether [a, head) is an office; not "President Obama", a place, a body. */
static bool is_stated(const struct reader *r, uint32_t a, uint32_t head,
                      bool plural, bool *office)
{
    uint32_t last = head;

    while (last > a && (is_genitive(r, last - 1) ||
                        !holds_sense(r, last - 1)))
        last--;
    *office = false;
    if (last == a)
        return false;
    if (WS_IS(r->token[last - 1].lex, PLURAL) && !plural)
        return false;
    /* "the commissioner responsible for ..." */
    while (last > a + 1 && r->word[last - 1] == WS_WORD_MODIFIER &&
           !is_capital(&r->token[last - 1]) &&
           !is_office(r->token[last - 1].lex))
        last--;
    /* "Hugo's father", but not "Father" */
    *office = is_office(r->token[last - 1].lex) &&
              !(WS_IS(r->token[last - 1].lex, HONORIFIC) &&
                is_capital(&r->token[last - 1]));
    if (*office)
        return true;
    if (r->word[last - 1] == WS_WORD_NAME ||
        r->word[last - 1] == WS_WORD_MODIFIER)
        return WS_IS(r->token[last - 1].lex, NATIONALITY);
    return true;
}

/* -- the body ------------------------------------------------------------- */

static bool is_body(const struct reader *r, uint32_t k)
{
    const ws_mention *m = &r->mentions->mention[k];
    uint32_t id = r->scene->people->of[k];

    if (m->kind != WS_MENTION_NAME || m->type == WHOSAID_SOURCE_PERSON ||
        m->type == WHOSAID_SOURCE_GROUP || id == WHOSAID_NONE)
        return false;
    const ws_person *person = &r->scene->people->person[id];
    const ws_mention *full = &r->mentions->mention[person->mention];
    ws_lex last = r->token[full->name_end - 1].lex;
    bool place = WS_IS(last, PLACE) || WS_IS(last, NATIONALITY);
    return person->type != WHOSAID_SOURCE_PERSON &&
           (!place || person->type == WHOSAID_SOURCE_BODY);
}

/* The first body named in tokens [first, last), one that owns another name
 * ("the Union's Labour Office") only where no other is; or NONE. */
static uint32_t body_in(const struct reader *r, uint32_t first, uint32_t last)
{
    uint32_t owner = WHOSAID_NONE;

    for (uint32_t k = r->mentions->at[first];
         k < r->mentions->count && r->mentions->mention[k].head < last; k++) {
        const ws_mention *m = &r->mentions->mention[k];
        if (k == r->m || m->name < first || !is_body(r, k))
            continue;
        if ((m->flags & WS_M_GENITIVE) == 0)
            return k;
        if (owner == WHOSAID_NONE)
            owner = k;
    }
    return owner;
}

/* -- statements ----------------------------------------------------------- */

static uint32_t words_of_sense(const struct reader *r, uint32_t first,
                               uint32_t last)
{
    uint32_t words = 0;

    for (uint32_t i = first; i < last && words < COUNTED_WORDS; i++)
        words += holds_sense(r, i);
    return words;
}

#ifdef ROLE_DUMP
#include <stdio.h>
#include <stdlib.h>
#endif

/* "SEN. RUIZ": a headline in capitals. */
static bool is_shouted(const struct reader *r, const ws_mention *m,
                       uint32_t first, uint32_t last)
{
    if (first >= last || (m->flags & WS_M_HEADLINE) == 0)
        return false;
    return (r->token[last - 1].shape & WS_SHAPE_ALLCAPS) != 0 &&
           (r->token[m->last - 1].shape & WS_SHAPE_ALLCAPS) != 0;
}

/* How often the person was called just this before; counts it. */
static uint32_t said_before(struct reader *r, form kind, uint32_t first,
                            uint32_t last)
{
    uint64_t h = 0xcbf29ce484222325ULL + r->id;

    if (r->said == NULL || (kind != FORM_NEAR && kind != FORM_NOMINAL &&
                            kind != FORM_TITLE && kind != FORM_BEHIND))
        return 0;
    for (uint32_t i = first; i < last; i++)
        for (uint32_t k = r->token[i].begin; k < r->token[i].end; k++)
            h = (h ^ (unsigned char)r->scene->text->bytes[k]) *
                0x100000001b3ULL;
    uint8_t *said = &r->said[(h ^ (h >> 32)) & (WS_ROLE_SLOTS - 1)];
    uint32_t before = *said;
    if (before < SAID_OFTEN)
        ++*said;
    return before;
}

/* A statement of a form: the office [first, last), or with FORM_OF and
 * FORM_OWNER the body alone. */
static void state(struct reader *r, form kind, uint32_t first, uint32_t last)
{
    /* by words of sense; the first statement about a person */
    static const int16_t weight[FORMS][COUNTED_WORDS] = {
        [FORM_TITLE] = {-16, 78, 120, 170, 80},
        [FORM_LIST] = {-250, -20, -36, -70, -70},
        [FORM_BEFORE] = {-168, -100, 0, -100, -50},
        [FORM_BEHIND] = {-300, -105, -107, -65, -70},
        [FORM_LOOSE] = {-300, -90, -120, -80, -95},
        [FORM_WHO_IS] = {-176, -60, -120, -90, 17},
        [FORM_WHO_AS] = {-300, -40, -120, -49, -36},
        [FORM_WHO] = {-398, -380, -310, -310, -299},
        [FORM_IS] = {-424, -316, -250, -236, -174},
        [FORM_NOMINAL] = {-105, 45, 80, 80, 120},
        [FORM_OF] = {-280, -150, -60, -110, -109},
        [FORM_OWNER] = {80, 0, -60, -28, -21},
        [FORM_NEAR] = {-148, -86, -40, -90, -95},
        [FORM_HONORIFIC] = {-300, -300, -300, -300, -300},
    };
    static const int16_t first_weight[FORMS] = {
        [FORM_TITLE] = 60,   [FORM_LIST] = 60,     [FORM_BEFORE] = 0,
        [FORM_BEHIND] = 248, [FORM_LOOSE] = 126,   [FORM_WHO_IS] = 250,
        [FORM_WHO_AS] = 250, [FORM_WHO] = 250,     [FORM_IS] = 33,
        [FORM_NOMINAL] = 110, [FORM_OF] = 215,     [FORM_OWNER] = 160,
        [FORM_NEAR] = 210,   [FORM_HONORIFIC] = 120};
    static const int16_t again[FORMS][SAID_OFTEN + 1] = {
        [FORM_NOMINAL] = {-57, 106, 168}, [FORM_NEAR] = {-62, 172, 172}};
    const ws_mention *m = &r->mentions->mention[r->m];
    ws_role role = {.first = first, .last = last, .tag = r->best.tag, .tag_end = r->best.tag_end};
    uint32_t words = words_of_sense(r, first, last);
    int32_t score = weight[kind][words == 0 ? 0 : words - 1] + again[kind][said_before(r, kind, first, last)];

    if (!r->alone && (!r->best.stated || r->best.score < LEAST_SCORE))
        score += first_weight[kind];
    if ((m->flags & WS_M_HEADLINE) != 0)
        score -= 19;
    if (is_shouted(r, m, first, last))
        score -= SHOUTED_SCORE;
    if ((m->flags & WS_M_QUOTED) != 0)
        score -= 41;
    if (m->kind == WS_MENTION_NAME && m->name_end - m->name > 1)
        score += 35;
    if (kind == FORM_TITLE && (r->token[last - 1].shape & WS_SHAPE_DOT) != 0)
        score += 69;
    if (kind == FORM_TITLE && words < 2) /* "President", but "rival" */
        score += WS_IS(r->token[last - 1].lex, TITLE) ? 20 : -110;
    if (kind == FORM_NOMINAL && (m->flags & WS_M_INDEFINITE) != 0)
        score -= 105;
    if (kind == FORM_OF || kind == FORM_OWNER) {
        role.last = first;
        role.body = first;
        role.body_end = last;
    }
    uint32_t body = body_in(r, first, last);
    if (body != WHOSAID_NONE &&
        (role.body == role.body_end ||
         r->mentions->mention[body].last == role.body_end)) {
        const ws_mention *full = &r->mentions->mention[r->scene->people->person[r->scene->people->of[body]].mention];
        role.body = full->name;
        role.body_end = full->name_end;
    }
    if (role.body < role.body_end)
        score += 25;
    role.score = score;
    role.stated = true;
#ifdef ROLE_DUMP
    {
        const char *b = r->scene->text->bytes;
        whosaid_span a = ws_role_words(r->scene, &role), c = ws_role_body(r->scene, &role);
        if(getenv("ROLE_DUMP")) fprintf(stderr, "\x01%u\t%u\t%d\t%u\t%u\t%u\t%.*s\t%.*s\n", r->id, r->m, kind, words, m->flags, m->kind == WS_MENTION_NAME ? m->name_end - m->name : 0,
            (int)(a.end - a.begin), b + a.begin, (int)(c.end - c.begin), b + c.begin);
    }
#endif
    if (!r->best.stated || score > r->best.score)
        r->best = role;
}

/* A statement that begins at a, behind a name or "who is". Returns the token
 * behind it; a when none stands there. */
static uint32_t state_from(struct reader *r, uint32_t a, form kind)
{
    uint32_t head;
    bool office;

    while (a < r->limit && WS_IS(r->token[a].lex, ADVERB) && !holds_sense(r, a))
        a++;
    uint32_t from = a;
    if (a + 2 < r->limit && WS_IS(r->token[a].lex, QUANTITY) &&
        WS_IS(r->token[a + 1].lex, OF)) /* "one of the aides" */
        from = a + 2;
    uint32_t end = statement_end(r, from, &head);
    uint32_t first = from;
    while (first < end && r->word[first] == WS_WORD_DETERMINER &&
           !WS_IS(r->token[first].lex, POSSESSIVE))
        first++;
    if (first >= end || !is_stated(r, first, head, from > a, &office))
        return a;
    if (from > a)
        first = a;
    if (!office) {
        /* "a Democrat,": an article before it and a stop behind */
        bool closed = end >= r->limit ||
                      r->token[end].kind == WS_TOKEN_PUNCT;
        if (kind != FORM_BEHIND || !closed || first == a || end - first > 12)
            return a;
        kind = FORM_LOOSE;
    }
    state(r, kind, first, end);
    return end;
}

/* "Ana Ruiz, who runs a shop" */
static void read_who(struct reader *r, uint32_t i)
{
    const ws_token *token = r->token;
    uint32_t head;

    while (i < r->limit && WS_IS(token[i].lex, ADVERB))
        i++;
    if (i >= r->limit)
        return;
    bool be = WS_IS(token[i].lex, BE);
    if (be && state_from(r, i + 1, FORM_WHO_IS) > i + 1)
        return;
    for (uint32_t k = i + 1; k < r->limit && k < i + CLAUSE_TOKENS; k++) {
        bool is = WS_IS(token[k].lex, BE) && !WS_IS(token[k - 1].lex, AUXILIARY) &&
                  (token[i].lex & LINK_CLASSES) != 0;
        if (is || WS_IS(token[k].lex, AS)) {
            (void)state_from(r, k + 1, is ? FORM_WHO_IS : FORM_WHO_AS);
            return;
        }
    }
    bool verb = !be && WS_IS(token[i].lex, COMMON_VERB) &&
                !WS_IS(token[i].lex, CUE_STRONG);
    if (!verb || !WS_IS(token[i].lex, PLURAL))
        verb = verb && r->scene->text->bytes[token[i].end - 1] == 's';
    uint32_t a = i + 1;
    if (a < r->limit && (token[a].lex & LINK_CLASSES) != 0)
        a++;
    if (!verb || !can_begin(r, a))
        return;
    uint32_t end = statement_end(r, a, &head);
    if (end > a && body_in(r, a, end) != WHOSAID_NONE)
        state(r, FORM_WHO, i, end);
}

/* "R-Wis.": one capital, a hyphen, a capital. */
static bool is_tag(const struct reader *r, uint32_t i)
{
    const ws_token *token = &r->token[i];
    const char *b = r->scene->text->bytes + token->begin;

    return i < r->limit && (token->shape & WS_SHAPE_HYPHEN) != 0 &&
           is_capital(token) && token->end - token->begin > 3 && b[1] == '-' &&
           b[2] >= 'A' && b[2] <= 'Z';
}

/* Behind the tag at i and its full stop. */
static uint32_t tag_end(const struct reader *r, uint32_t i)
{
    return i + 2 < r->limit && is_punct(&r->token[i + 1], '.') ? i + 2 : i + 1;
}

/* "(R-Wis.)", ", R-Wis.,": what stands behind a name for good. */
static void read_tag(struct reader *r)
{
    const ws_mention *m = &r->mentions->mention[r->m];
    uint32_t i = m->last;
    uint32_t behind = behind_bracket(r, i);
    bool tag = behind > i && is_tag(r, i + 1);
    if (behind > i && (!is_capital(&r->token[i + 1]) ||
                       (behind - i > 4 && !tag)))
        return;

    if (i + 1 >= r->limit)
        return;
    if (behind == i && is_punct(&r->token[i], ',') && is_tag(r, i + 1)) {
        behind = tag_end(r, i + 1) + 1;
        tag = true;
    }
    bool known = r->best.tag != WHOSAID_NONE && is_tag(r, r->best.tag);
    if (behind > i && (r->best.tag == WHOSAID_NONE || (tag && !known))) {
        r->best.tag = i + 1;
        r->best.tag_end = behind - 1;
    }
}

/* "of the Harbour Union", "of the Brill delegation"; not "of Maine". */
static bool is_of_body(const struct reader *r, uint32_t first, uint32_t last)
{
    const ws_lex body = WS_LEX_BIT(BODY) | WS_LEX_BIT(GROUP);
    ws_lex end = r->token[last - 1].lex;
    bool named = false;

    for (uint32_t i = first; i < last; i++) {
        named = named || r->word[i] == WS_WORD_NAME;
        if (is_capital(&r->token[i]) && (r->token[i].lex & body) != 0)
            return true;
    }
    if (!is_capital(&r->token[last - 1]))
        return named && (end & body) != 0;
    return !WS_IS(end, PLACE) && !WS_IS(end, TIME);
}

/* What stands behind a name. */
static void read_behind(struct reader *r)
{
    const ws_mention *m = &r->mentions->mention[r->m];
    const ws_token *token = r->token;
    uint32_t i = m->last;
    uint32_t behind = behind_bracket(r, i);
    uint32_t head;

    if ((m->flags & WS_M_GENITIVE) != 0)
        return;
    i = behind;
    if (i + 1 < r->limit && (token[i].lex & LINK_CLASSES) != 0 &&
        (WS_IS(token[i].lex, OF)) && can_begin(r, i + 1)) {
        uint32_t first = i + 1;
        uint32_t end = statement_end(r, first, &head);
        while (first < head && r->word[first] == WS_WORD_DETERMINER)
            first++;
        while (head + 1 < end && WS_IS(token[head].lex, OF)) {
            head++; /* "of the School of Law of the University of X" */
            while (head < end && can_begin(r, head))
                head++;
        }
        if (first < head && is_of_body(r, first, head))
            state(r, FORM_OF, first, head);
        i = behind_bracket(r, end);
    }
    if (i + 1 >= r->limit)
        return;
    if (WS_IS(token[i].lex, BE)) {
        if (r->word[i + 1] == WS_WORD_DETERMINER)
            (void)state_from(r, i + 1, FORM_IS);
        return;
    }
    if (WS_IS(token[i].lex, RELATIVE)) {
        read_who(r, i + 1);
        return;
    }
    if (!is_punct(&token[i], ',') && !is_dash(&token[i]))
        return;
    uint32_t a = i + 1;
    if (is_tag(r, a)) { /* ", R-Wis.," */
        a = tag_end(r, a);
        if (a < r->limit && is_punct(&token[a], ','))
            a++;
    }
    if (a < r->limit && token[a].kind == WS_TOKEN_NUMBER && a + 1 < r->limit &&
        is_punct(&token[a + 1], ','))
        a += 2; /* an age */
    if (a + 2 < r->limit && WS_IS(token[a].lex, OF)) { /* ", of Brill, " */
        uint32_t end = statement_end(r, a + 1, &head);
        if (end < r->limit && is_punct(&token[end], ','))
            a = end + 1;
    }
    if (a >= r->limit)
        return;
    if (WS_IS(token[a].lex, RELATIVE)) {
        read_who(r, a + 1);
        return;
    }
    uint32_t end = state_from(r, a, FORM_BEHIND);
    if (end > a && end < r->limit && WS_IS(token[end].lex, RELATIVE))
        read_who(r, end + 1);
}

/* "secretary of", "Envoy for", "Senator from": at k stands the small word. */
static bool links_office(const struct reader *r, uint32_t k)
{
    const ws_token *office = &r->token[k - 1];

    return is_office(office->lex) &&
           (WS_IS(r->token[k].lex, OF) || WS_IS(r->token[k].lex, FOR) ||
            (WS_IS(r->token[k].lex, PREPOSITION) && is_capital(office)));
}

/* Where the words of sense begin that end before token end. */
static uint32_t statement_begin(const struct reader *r, uint32_t end, bool tight)
{
    const ws_token *token = r->token;
    uint32_t floor = end > r->begin + BEFORE_TOKENS ? end - BEFORE_TOKENS
                                                    : r->begin;
    uint32_t i = end;
    uint32_t first = end;

    while (i > floor) {
        uint32_t k = i - 1;
        ws_lex lex = token[k].lex;
        if (token[k].cp == ')') {
            uint32_t open = k;
            while (open > floor && token[open].cp != '(' &&
                   k - open < BRACKET_TOKENS)
                open--;
            if (token[open].cp != '(' || open == floor)
                break;
            i = open;
            continue;
        }
        if (holds_sense(r, k) && !breaks_off(r, k, false)) {
            /* "the acting chief"; but "the storm left a chief" */
            if (r->word[k] == WS_WORD_OUT && k > floor &&
                holds_sense(r, k - 1))
                break;
            first = i = k;
            continue;
        }
        if (token[k].kind == WS_TOKEN_MARK && !is_genitive(r, k) && tight) {
            /* "“Night Shift” host" */
            uint32_t open = k;
            while (open > floor && k - open < BRACKET_TOKENS &&
                   (open == k || token[open].kind != WS_TOKEN_MARK))
                open--;
            if (token[open].kind != WS_TOKEN_MARK || k - open < 2)
                break;
            first = i = open;
            continue;
        }
        if (is_genitive(r, k) && k > floor &&
            holds_sense(r, k - 1)) {
            i = k;
            continue;
        }
        if (WS_IS(lex, AND) && k > floor && holds_sense(r, k - 1) && i < end &&
            is_office(token[k - 1].lex)) {
            i = k;
            continue;
        }
        bool staff = k + 2 == end && !WS_IS(token[end - 1].lex, TITLE) &&
                     k > floor && is_office(token[k - 1].lex);
        if (tight && k > floor && links_office(r, k) && holds_sense(r, k - 1) &&
            (staff || !is_office(token[end - 1].lex))) {
            i = k;
            continue;
        }
        if (!tight && ((lex & LINK_CLASSES) != 0 ||
                       r->word[k] == WS_WORD_DETERMINER) && k > floor) {
            i = k;
            continue;
        }
        break;
    }
    return first;
}

/* "Secretary of State", "minister of public works": ends before end. */
static bool ends_office_of(const struct reader *r, uint32_t end)
{
    uint32_t k = end;

    while (k > r->begin + 1 && end - k < OFFICE_OF_TOKENS &&
           holds_sense(r, k - 1))
        k--;
    return k < end && k > r->begin + 1 && links_office(r, k - 1);
}

/* "Commerce Committee Chairman Ana Ruiz" */
static void read_title(struct reader *r)
{
    const ws_mention *m = &r->mentions->mention[r->m];
    const ws_token *token = r->token;
    uint32_t end = m->name;

    if (end == r->begin)
        return;
    if (token[end - 1].cp == ')') { /* "Director (acting) Ana Ruiz" */
        uint32_t k = end - 1;
        while (k > r->begin && token[k].cp != '(' && end - k < BRACKET_TOKENS)
            k--;
        if (token[k].cp == '(')
            end = k;
    }
    if (end == r->begin || !holds_sense(r, end - 1))
        return;
    if (WS_IS(token[end - 1].lex, HONORIFIC) &&
        (token[end - 1].lex & (WS_LEX_BIT(MALE) | WS_LEX_BIT(FEMALE))) == 0)
        state(r, FORM_HONORIFIC, end - 1, end); /* "Dr.", but not "Mr." */
    if (!is_office(token[end - 1].lex) ? !ends_office_of(r, end)
                                       : WS_IS(token[end - 1].lex, HONORIFIC) &&
                                             !WS_IS(token[end - 1].lex, TITLE))
        return;
    uint32_t first = statement_begin(r, end, true);
    if (first >= end)
        return;
    /* the words of a sentence's verb are none of it */
    while (first + 1 < end && !is_capital(&token[first]) &&
           (token[first].lex == 0 ) &&
           (token[first].shape & WS_SHAPE_HYPHEN) == 0)
        first++;
    state(r, FORM_TITLE, first, end);
}

/* "Sens. Ana Ruiz (D-Me.) and Hugh Sallis": the second one. */
static void read_list(struct reader *r)
{
    const ws_token *token = r->token;
    const ws_mention *m = &r->mentions->mention[r->m];

    if (m->first != m->name)
        return;
    for (uint32_t k = r->m; k-- > 0 && r->m - k <= LIST_MENTIONS;) {
        const ws_mention *before = &r->mentions->mention[k];
        uint32_t i = before->last;
        if (before->kind != WS_MENTION_NAME || before->first < r->begin)
            return;
        if (before->last > m->first ||
            (before->first > r->begin && token[before->first - 1].cp == '('))
            continue;
        i = behind_bracket(r, i);
        uint32_t joints = 0;
        while (i < m->first && (is_punct(&token[i], ',') ||
                                WS_IS(token[i].lex, AND) || is_tag(r, i))) {
            joints++;
            i = is_tag(r, i) ? tag_end(r, i) : i + 1;
        }
        if (i != m->first || joints == 0)
            return;
        uint32_t end = before->name;
        if (end > r->begin && is_office(token[end - 1].lex) &&
            holds_sense(r, end - 1)) {
            if (WS_IS(token[end - 1].lex, PLURAL))
                state(r, FORM_LIST, statement_begin(r, end, true), end);
            return;
        }
        m = before;
    }
}

/* "The group's director, Ana Ruiz, said" */
static void read_before(struct reader *r)
{
    const ws_mention *m = &r->mentions->mention[r->m];
    const ws_token *token = r->token;
    uint32_t comma = m->first;
    bool office;
    uint32_t head;

    if (comma < r->begin + 2 || m->first != m->name)
        return;
    comma--;
    if (is_genitive(r, comma) && comma > r->begin) {
        /* "the union's Ana Ruiz" */
        for (uint32_t k = r->m; k-- > 0 && r->m - k < 3;)
            if (r->mentions->mention[k].last == comma && is_body(r, k)) {
                state(r, FORM_OWNER, r->mentions->mention[k].name, comma);
                return;
            }
        return;
    }
    if (!is_punct(&token[comma], ','))
        return;
    const ws_token *behind = &token[behind_bracket(r, m->last)];
    if (m->last >= r->limit || (!is_punct(behind, ',') && !WS_IS(behind->lex, CUE) && !WS_IS(behind->lex, AUXILIARY) && !WS_IS(behind->lex, BE)))
        return;
    uint32_t first = statement_begin(r, comma, false);
    /* from its article on, with nothing but one statement to the comma */
    while (first < comma) {
        if (first == r->begin || !holds_sense(r, first - 1)) {
            uint32_t a = first;
            /* "a spokesman for the operator, Fenline" */
            bool inner = statement_end(r, a, &head) == comma && head < comma &&
                         m->type != WHOSAID_SOURCE_PERSON;
            if (!inner && statement_end(r, a, &head) == comma &&
                is_stated(r, a, head, false, &office) && office) {
                state(r, FORM_BEFORE, a, comma);
                return;
            }
        }
        first++;
        while (first < comma && !holds_sense(r, first))
            first++;
    }
}

/* Whether a nominal states a role: any office of somebody named; of somebody
 * unnamed a job, "Trump supporter", but no mere "woman". */
static bool tells_role(const struct reader *r, const ws_mention *m)
{
    ws_lex lex = r->token[m->head].lex;

    if (r->id != WHOSAID_NONE &&
        r->mentions->mention[r->scene->people->person[r->id].mention].kind ==
            WS_MENTION_NAME)
        return is_office(lex);
    if (WS_IS(lex, ROLE) || WS_IS(lex, TITLE))
        return true;
    for (uint32_t i = m->first; i < m->head && is_office(lex); i++)
        if (r->word[i] == WS_WORD_NAME || WS_IS(r->token[i].lex, NATIONALITY))
            return true;
    return false;
}

/* Where a statement of a nominal ends: with the name behind "a spokesman for
 * the operator, Fenline,". */
static uint32_t named_end(const struct reader *r, uint32_t end)
{
    if (end + 2 >= r->limit || !is_punct(&r->token[end], ','))
        return end;
    for (uint32_t k = r->mentions->at[end + 1];
         k < r->mentions->count && r->mentions->mention[k].head < end + NAME_TOKENS;
         k++)
        if (r->mentions->mention[k].first == end + 1 && is_body(r, k) &&
            r->mentions->mention[k].last < r->limit &&
            r->token[r->mentions->mention[k].last].kind == WS_TOKEN_PUNCT)
            return r->mentions->mention[k].last;
    return end;
}

/* "the Florida senator": what a noun phrase that means somebody says. */
static void read_nominal(struct reader *r, form kind)
{
    const ws_mention *m = &r->mentions->mention[r->m];
    uint32_t first = m->first;

    if (!tells_role(r, m) ||
        (m->flags & (WS_M_QUOTED | WS_M_PLURAL)) != 0 ||
        (is_capital(&r->token[m->head]) && m->last - m->first == 1))
        return;
    while (first < m->head && r->word[first] == WS_WORD_DETERMINER)
        first++;
    uint32_t head;
    uint32_t end = statement_end(r, first, &head);
    if (end < m->last)
        end = m->last;
    uint32_t named = m->same == WHOSAID_NONE ? named_end(r, end) : end;
    state(r, kind, first, end);
    if (named > end && r->best.body == r->best.body_end &&
        r->best.last == end) {
        r->best.body = end + 1;
        r->best.body_end = named;
    }
}

static void take_mention(struct reader *r, uint32_t m, uint32_t id)
{
    const ws_sentence *s =
        &r->scene->sentences->sentence
             [r->scene->sentences->of[r->mentions->mention[m].head]];

    r->m = m;
    r->id = id;
    r->begin = s->first;
    r->limit = s->last;
}

static void read_mention(struct reader *r, uint32_t m, uint32_t id)
{
    const ws_mention *mention = &r->mentions->mention[m];

    take_mention(r, m, id);
    if (mention->kind == WS_MENTION_NOMINAL)
        read_nominal(r, FORM_NOMINAL);
    if (mention->kind != WS_MENTION_NAME)
        return;
    read_tag(r);
    read_list(r);
    read_title(r);
    read_before(r);
    read_behind(r);
}

/* "the Maine senator", not known to be somebody named. */
static bool is_epithet(const struct reader *r, uint32_t m)
{
    const ws_mention *mention = &r->mentions->mention[m];
    uint32_t id = r->scene->people->of[m];

    return mention->kind == WS_MENTION_NOMINAL &&
           (mention->flags &
            (WS_M_INDEFINITE | WS_M_QUOTED | WS_M_PLURAL)) == 0 &&
           WS_IS(r->token[mention->first].lex, DET) &&
           WS_IS(r->token[mention->head].lex, ROLE) &&
           mention->last - mention->first > 2 &&
           (id == WHOSAID_NONE ||
            r->mentions->mention[r->scene->people->person[id].mention].kind !=
                WS_MENTION_NAME);
}

/* How well somebody mentioned as c may be meant by epithet e, in hundredths of
 * a logit. */
static int32_t fitness(const struct reader *r, const ws_mention *e,
                       const ws_mention *c, const ws_person *person)
{
    static const int16_t by_count[] = {-100, -100, -15, 25, 25, 30};
    static const int16_t by_distance[] = {25, 35, -40, -120};
    const uint32_t *of = r->scene->sentences->of;
    const uint16_t both = WS_M_MALE | WS_M_FEMALE;
    uint32_t distance = of[e->head] - of[c->head];
    int32_t score = by_count[person->count < 5 ? person->count : 5];

    score += by_distance[distance < 3 ? distance : 3];
    if (c->first == r->scene->sentences->sentence[of[c->head]].first)
        score += 70;
    if ((c->flags & WS_M_AFTER_PREPOSITION) != 0)
        score += 40;
    if (c->kind == WS_MENTION_PRONOUN)
        score += 50;
    if ((c->flags & WS_M_QUOTED) != 0)
        score -= 55;
    if ((e->flags & both) != 0 && (person->flags & both) != 0 &&
        (e->flags & person->flags & both) == 0)
        score -= 160;
    return score;
}

/* The person that "the Maine senator" means, or NONE: of those named in the
 * sentences before, the one that fits clearly best. */
static uint32_t whom(const struct reader *r, uint32_t m, int32_t margin)
{
    const ws_people *people = r->scene->people;
    const uint32_t *of = r->scene->sentences->of;
    const ws_mention *e = &r->mentions->mention[m];
    uint32_t seen[NEAR_PEOPLE];
    int32_t score[NEAR_PEOPLE];
    uint32_t most = 0;
    uint32_t n = 0;

    for (uint32_t k = m; k-- > 0 && m - k < NEAR_MENTIONS && n < NEAR_PEOPLE;) {
        const ws_mention *c = &r->mentions->mention[k];
        uint32_t id = people->of[k];
        if (of[e->head] - of[c->head] > NEAR_SENTENCES)
            break;
        if (id == WHOSAID_NONE || c->last > e->first ||
            people->person[id].type != WHOSAID_SOURCE_PERSON)
            continue;
        uint32_t was = 0;
        while (was < n && seen[was] != id)
            was++;
        if (was < n)
            continue;
        seen[n] = id;
        score[n++] = fitness(r, e, c, &people->person[id]);
        if (people->person[id].count > most)
            most = people->person[id].count;
    }
    uint32_t best = WHOSAID_NONE;
    int32_t top = LEAST_FIT;
    int32_t second = LEAST_FIT;
    for (uint32_t i = 0; i < n; i++) {
        if (people->person[seen[i]].count == most)
            score[i] += 75;
        if (score[i] > top) {
            second = top;
            top = score[i];
            best = seen[i];
        } else if (score[i] > second) {
            second = score[i];
        }
    }
    return top - second >= margin ? best : WHOSAID_NONE;
}

static struct reader reader_of(const ws_scene *scene)
{
    return (struct reader){.scene = scene,
                           .token = scene->tokens->token,
                           .word = scene->mentions->phrases.word,
                           .mentions = scene->mentions,
                           .best = {.tag = WHOSAID_NONE}};
}

void ws_roles_read(const ws_scene *scene, ws_roles *roles)
{
    struct reader r = reader_of(scene);

    r.said = roles->said;
    for (uint32_t i = 0; i < scene->people->count; i++) {
        roles->of[i] = r.best;
        roles->meant[i] = WHOSAID_NONE;
    }
    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        uint32_t id = scene->people->of[m];
        if (id == WHOSAID_NONE || roles->wanted[id] == 0 ||
            roles->meant[id] != WHOSAID_NONE || !is_epithet(&r, m))
            continue;
        roles->meant[id] = whom(&r, m, SURE_MARGIN);
        if (roles->meant[id] != WHOSAID_NONE)
            roles->wanted[roles->meant[id]] = 1;
    }
    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        uint32_t id = scene->people->of[m];
        if (is_epithet(&r, m)) {
            uint32_t meant = whom(&r, m, FIT_MARGIN);
            if (meant != WHOSAID_NONE && roles->wanted[meant] != 0) {
                r.best = roles->of[meant];
                take_mention(&r, m, meant);
                read_nominal(&r, FORM_NEAR);
                roles->of[meant] = r.best;
            }
        }
        if (id == WHOSAID_NONE || roles->wanted[id] == 0)
            continue;
        r.best = roles->of[id];
        read_mention(&r, m, id);
        roles->of[id] = r.best;
    }
}

ws_role ws_role_choose(const ws_role *person, const ws_role *beside)
{
    ws_role role = *person;

    if (!person->stated ||
        (beside->stated && beside->score + OWN_SCORE > person->score)) {
        role = *beside;
        if (role.tag == WHOSAID_NONE) {
            role.tag = person->tag;
            role.tag_end = person->tag_end;
        }
    }
    if (role.stated && role.score < LEAST_SCORE) { /* hardly a role */
        role.first = role.last;
    }
    return role;
}

ws_role ws_role_beside(const ws_scene *scene, uint32_t mention)
{
    struct reader r = reader_of(scene);

    r.alone = true;
    read_mention(&r, mention, WHOSAID_NONE);
    return r.best;
}

static whosaid_span bytes_of(const ws_token *token, uint32_t first,
                             uint32_t last)
{
    if (first >= last)
        return (whosaid_span){0, 0};
    return (whosaid_span){token[first].begin, token[last - 1].end};
}

whosaid_span ws_role_words(const ws_scene *scene, const ws_role *role)
{
    return bytes_of(scene->tokens->token, role->first, role->last);
}

whosaid_span ws_role_body(const ws_scene *scene, const ws_role *role)
{
    const ws_token *token = scene->tokens->token;

    if (role->body < role->body_end)
        return bytes_of(token, role->body, role->body_end);
    if (role->tag == WHOSAID_NONE)
        return (whosaid_span){0, 0};
    return bytes_of(token, role->tag, role->tag_end);
}
