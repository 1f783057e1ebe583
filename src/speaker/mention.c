/*
 * mention.c - who could be speaking: names, noun phrases, pronouns.
 *
 *   in   tokens, classed for noun phrases (phrase.c), pieces, sentences
 *   out  mentions, ordered by their head word
 *
 * 1. Walk each sentence. A pronoun is a mention; at any other word that can
 *    begin a noun phrase, take the longest one.
 * 2. A phrase that ends in capitalised words is a name (proper.c). One that
 *    ends in a noun of a person, body or document is a nominal. Names inside a
 *    phrase are mentions too.
 * 3. Look behind: "of ..." phrases, brackets, an apposition (", Head of X,"),
 *    a clause between commas with the verb of speech after it. What hangs on
 *    a mention ends at its tail, so a verb there has this mention as subject.
 * 4. Two joined by "and" (joint.c).
 *
 * Inside quotation marks only names are taken: they can tell a full name but
 * never speak there. Cost: linear; every look ahead is bounded (below).
 *
 * Not here: which mentions are one person (person.c).
 */
#include "speaker/mention.h"

#include "speaker/agree.h"
#include "speaker/apposed.h"
#include "speaker/extent.h"
#include "speaker/joint.h"
#include "speaker/other.h"
#include "speaker/press.h"
#include "speaker/proper.h"
#include "speaker/unclosed.h"
#include "speaker/wired.h"

enum {
    FAMILY_BYTES = 24,      /* of "grandfather-of" */
    BRACKET_TOKENS = 16,    /* longest "(...)" stepped over */
    PHRASE_TOKENS = 40,     /* longest phrase with its genitives */
    PARTICIPLE_TOKENS = 14, /* longest "sent to the staff" before a cue */
    CLAUSE_TOKENS = 45,     /* longest clause between commas before a cue */
    OWNER_TOKENS = 3,  /* words between a noun and its verb that say whose */
    IDLE_MENTIONS = 8, /* looked at for a subject */
    OF_MENTIONS = 3,   /* and for the "one" of "one of the guests" */
};

#define PRONOUN_CLASSES \
    (WS_LEX_BIT(PRONOUN) | WS_LEX_BIT(SUBJECT) | WS_LEX_BIT(POSSESSIVE))

/* "said", of the classes that tell it from "saying" and from "told of" */
#define SAYS                                                                 \
    (WS_LEX_BIT(CUE_STRONG) | WS_LEX_BIT(CUE_HEARER) | WS_LEX_BIT(CUE_ING) | \
     WS_LEX_BIT(CUE_BASE))

struct finder {
    const char *bytes;
    const ws_token *token;
    const ws_phrases *phrases;
    ws_mentions *out;
    uint32_t limit;   /* end of the sentence, a token */
    uint32_t hanging; /* tokens before this one hang on an earlier mention */
    uint32_t owner;   /* first token of a phrase whose genitive stands just
                      * before, or WHOSAID_NONE */
};

static bool is_quoted(const struct finder *f, uint32_t i)
{
    return f->phrases->pieces->inside[i] != 0;
}

static ws_mention *add(struct finder *f, ws_mention mention)
{
    ws_mention *slot = &f->out->mention[f->out->count++];
    const ws_token *token = f->token;

    if (f->phrases->tokens->foreign)
        ws_agree(f->phrases, &mention);
    *slot = mention;
    slot->close = slot->last;
    slot->same = WHOSAID_NONE;
    if (is_quoted(f, mention.head))
        slot->flags |= WS_M_QUOTED;
    if (mention.first < f->hanging)
        slot->flags |= WS_M_NESTED;
    if (f->phrases->headline[f->phrases->sentences->of[mention.head]])
        slot->flags |= WS_M_HEADLINE;
    if (mention.first > 0) {
        ws_lex before = token[mention.first - 1].lex;
        if (WS_IS(before, PREPOSITION) || WS_IS(before, OF) ||
            WS_IS(before, FOR) || WS_IS(before, TO))
            slot->flags |= WS_M_AFTER_PREPOSITION;
    }
    if (mention.last < f->limit &&
        (f->phrases->word[mention.last] == WS_WORD_GENITIVE ||
         ws_owns(f->phrases, mention.last, f->limit)))
        slot->flags |= WS_M_GENITIVE;
    return slot;
}

/* "Somebody", "nobody": what hangs on it belongs to it. */
static bool is_anybody(ws_lex lex)
{
    const ws_lex both = WS_LEX_BIT(SUBJECT) | WS_LEX_BIT(OBJECT);
    const ws_lex other = WS_LEX_BIT(SECOND) | WS_LEX_BIT(NEUTER) |
                         WS_LEX_BIT(FIRST) | WS_LEX_BIT(RELATIVE) |
                         WS_LEX_BIT(MALE) | WS_LEX_BIT(FEMALE) |
                         WS_LEX_BIT(PLURAL);

    return (lex & both) == both && (lex & other) == 0;
}

static void add_pronoun(struct finder *f, uint32_t i)
{
    ws_lex lex = f->token[i].lex;
    uint16_t flags = ws_number_and_gender(lex);
    uint32_t tail =
        is_anybody(lex) ? ws_phrase_tail(f->phrases, i + 1, f->limit) : i + 1;

    if (WS_IS(lex, FIRST))
        flags |= WS_M_FIRST;
    if (WS_IS(lex, SECOND))
        flags |= WS_M_SECOND;
    if (WS_IS(lex, NEUTER))
        flags |= WS_M_NEUTER;
    if (WS_IS(lex, RELATIVE))
        flags |= WS_M_RELATIVE;
    if (WS_IS(lex, POSSESSIVE) && !WS_IS(lex, OBJECT))
        flags |= WS_M_GENITIVE;
    if (WS_IS(lex, OBJECT) && !WS_IS(lex, SUBJECT))
        flags |= WS_M_OBJECT;
    (void)add(f, (ws_mention){.first = i,
                              .last = i + 1,
                              .head = i,
                              .tail = tail,
                              .flags = flags,
                              .kind = WS_MENTION_PRONOUN});
    if (tail > i + 1 && tail > f->hanging)
        f->hanging = tail;
}

/* "IFPIs": capitals and an s, a genitive whose apostrophe was lost. */
static bool lost_genitive(const struct finder *f, uint32_t i)
{
    const ws_token *token = &f->token[i];
    uint32_t len = token->end - token->begin;
    const char *word = f->bytes + token->begin;

    if (len < 4 || word[len - 1] != 's')
        return false;
    for (uint32_t k = 0; k + 1 < len; k++)
        if (word[k] < 'A' || word[k] > 'Z')
            return false;
    return true;
}

/* Names inside [first, last) that are only part of a larger phrase. */
static void add_inner_names(struct finder *f, uint32_t first, uint32_t last)
{
    const uint8_t *word = f->phrases->word;

    for (uint32_t i = first; i < last;) {
        if (word[i] != WS_WORD_NAME) {
            i++;
            continue;
        }
        uint32_t from = i;
        if (lost_genitive(f, i) && i + 1 < last) {
            ws_mention *owner =
                add(f, ws_name_mention(f->phrases, i, i, i + 1));
            owner->flags |= WS_M_GENITIVE | WS_M_NESTED;
            i++;
            continue;
        }
        while (i < last && (word[i] == WS_WORD_NAME ||
                            (word[i] == WS_WORD_OUT && i + 1 < last)))
            i++;
        uint32_t end = i;
        while (word[end - 1] == WS_WORD_OUT)
            end--;
        ws_mention *m = add(f, ws_name_mention(f->phrases, from, from, end));
        m->flags |= WS_M_NESTED;
    }
}

/* "(R-Wis.)", "(Reuters)": the token behind brackets opened at i. */
static uint32_t skip_brackets(const struct finder *f, uint32_t i)
{
    if (i >= f->limit || f->token[i].cp != '(')
        return i;
    for (uint32_t k = i + 1; k < f->limit && k < i + BRACKET_TOKENS; k++)
        if (f->token[k].cp == ')')
            return k + 1;
    return i;
}

/* Behind ", ..., " where the clause is closed just before a cue. */
static uint32_t skip_clause(const struct finder *f, uint32_t i)
{
    const ws_token *token = f->token;

    if (i >= f->limit || token[i].kind != WS_TOKEN_PUNCT ||
        !(ws_is_comma(&token[i]) || token[i].cp == 0x2014 ||
          token[i].cp == 0x2013 || token[i].cp == '-') ||
        (i + 1 < f->limit && /* "Ruiz, said it would, and an aide, who ..." */
         (token[i + 1].lex & SAYS) == WS_LEX_BIT(CUE_STRONG)))
        return i;
    for (uint32_t k = i + 1; k < f->limit && k < i + CLAUSE_TOKENS; k++) {
        if (is_quoted(f, k))
            break;
        if (token[k].kind == WS_TOKEN_PUNCT && token[k].cp == token[i].cp &&
            ws_phrase_is_subject(f->phrases, k + 1, f->limit))
            return k + 1;
    }
    return i;
}

/* The phrase at i, its genitives and its "of ..." taken in; i if none. */
static uint32_t whole_phrase(const struct finder *f, uint32_t i)
{
    const uint8_t *word = f->phrases->word;
    uint32_t end = ws_phrase_end(f->phrases, i, f->limit);

    while (end > i && end + 1 < f->limit && end < i + PHRASE_TOKENS &&
           word[end] == WS_WORD_GENITIVE) {
        uint32_t more = ws_phrase_end(f->phrases, end + 1, f->limit);
        if (more == end + 1)
            break;
        end = more;
    }
    return end;
}

static bool has_office(const struct finder *f, uint32_t first, uint32_t last)
{
    const ws_lex office =
        WS_OFFICE_CLASSES | WS_LEX_BIT(PERSON) | WS_LEX_BIT(ANONYMOUS);

    for (uint32_t i = first; i < last; i++) {
        ws_lex lex = f->token[i].lex;
        /* "Ana, Tom's mother"; a novel's "mother" is whose the page is */
        bool kin = WS_IS(lex, PERSON) && ws_is_small(&f->token[i]) &&
                   f->phrases->tokens->count < WS_ARTICLE;
        bool title = WS_IS(lex, HONORIFIC) && !kin;
        if ((lex & office) != 0 && !title)
            return true;
    }
    return false;
}

/* The office that stands at a: behind its article, with its "of ...". Sets
 * the role and returns the token behind it; a when none stands there. */
static uint32_t office_at(const struct finder *f, uint32_t a, ws_mention *m)
{
    uint32_t end = whole_phrase(f, a);

    if (end == a || !has_office(f, a, end))
        return a;
    /* ", Mr. Lane, ..." and ", President Obama and" go on a list of people */
    uint32_t group = ws_name_group(f->phrases, a, end);
    if (group < end &&
        ws_name_mention(f->phrases, a, group, end).kind == WS_MENTION_NAME)
        return a;
    while (a < end && f->phrases->word[a] == WS_WORD_DETERMINER &&
           !WS_IS(f->token[a].lex, POSSESSIVE))
        a++;
    m->role = a;
    m->role_end = ws_phrase_tail(f->phrases, end, f->limit);
    return m->role_end;
}

/* "Ana Ruiz is a nurse": what the verb behind a name says of it. */
static void predicate(const struct finder *f, ws_mention *m)
{
    const ws_token *token = f->token;

    if (m->last + 2 < f->limit && WS_IS(token[m->last].lex, BE) &&
        WS_IS(token[m->last + 1].lex, DET))
        (void)office_at(f, m->last + 1, m);
}

/* ", Head of X", ", 34, a nurse", ", who is a nurse at Y": the role after a
 * name that ends at i. Sets role and returns the token behind it, or i. */
static uint32_t apposition(const struct finder *f, uint32_t i, ws_mention *m)
{
    const ws_token *token = f->token;

    if (i + 2 >= f->limit || !ws_is_comma(&token[i]))
        return i;
    uint32_t a = i + 1;
    if (f->phrases->tokens->nouns && WS_IS(token[a].lex, HONORIFIC))
        return i; /* "Lampe, Herr Richter": who is told so */
    if (token[a].kind == WS_TOKEN_NUMBER && ws_is_comma(&token[a + 1]))
        a += 2; /* an age */
    if (a + 1 < f->limit && WS_IS(token[a].lex, RELATIVE) &&
        WS_IS(token[a + 1].lex, BE))
        a += 2;
    uint32_t role = m->role;
    uint32_t role_end = m->role_end;
    uint32_t behind = office_at(f, a, m);
    /* "Speaking to Ana Ruiz, the mayor said", "For Ana Ruiz, the mayor is a
     * hero": another */
    if (behind > a &&
        (ws_phrase_is_subject(f->phrases, behind, f->limit) ||
         ws_phrase_is_fronted(f->phrases->tokens, m->first, behind) ||
         ws_is_kin_list(f->phrases, a, behind, f->limit))) {
        m->role = role;
        m->role_end = role_end;
        return i;
    }
    return behind == a ? i : behind;
}

/* "a sign that read", "the paper, which notes": behind a thing that ends at i,
 * the verb of its clause, which is a verb of speech; else i. */
static uint32_t clause_verb(const struct finder *f, uint32_t i,
                            const ws_mention *m)
{
    const ws_token *token = f->token;
    uint32_t a = i < f->limit && ws_is_comma(&token[i]) ? i + 1 : i;

    if (a >= f->limit || m->type == WHOSAID_SOURCE_PERSON ||
        m->type == WHOSAID_SOURCE_ANONYMOUS || is_quoted(f, a) ||
        (token[a].lex & (WS_LEX_BIT(SUBJECT) | WS_LEX_BIT(OBJECT))) != 0)
        return i;
    bool relative =
        WS_IS(token[a].lex, RELATIVE) || (WS_IS(token[a].lex, THAT) && a == i);
    return relative && ws_phrase_is_subject(f->phrases, a + 1, f->limit) ? a + 1
                                                                         : i;
}

/* "a letter [sent to the staff] said": the verb of speech behind a participle
 * at i and its complements; else i. */
static uint32_t skip_participle(const struct finder *f, uint32_t i)
{
    const ws_lex stop = WS_LEX_BIT(THAT) | WS_LEX_BIT(RELATIVE) |
                        WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(CONJUNCTION) |
                        WS_LEX_BIT(SUBJECT) | WS_LEX_BIT(BE) |
                        WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(MODAL);
    const ws_lex link =
        WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(TO) | WS_LEX_BIT(FOR);
    const ws_token *token = f->token;

    if (i + 3 >= f->limit || token[i].kind != WS_TOKEN_WORD ||
        f->phrases->word[i] != WS_WORD_OUT || is_quoted(f, i) ||
        (token[i].lex & (WS_LEX_BIT(COMMON_VERB) | WS_LEX_BIT(CUE))) == 0 ||
        (token[i].lex & (WS_LEX_BIT(CUE_STRONG) | WS_LEX_BIT(CUE_ING) |
                         WS_LEX_BIT(CUE_BASE))) != 0 ||
        (token[i + 1].lex & link) == 0)
        return i;
    char last = f->bytes[token[i].end - 1];
    if (last != 'd' && last != 'n' && last != 't')
        return i;
    for (uint32_t k = i + 2; k < f->limit && k < i + PARTICIPLE_TOKENS; k++) {
        if (token[k].kind == WS_TOKEN_PUNCT || is_quoted(f, k) ||
            (token[k].lex & stop) != 0)
            break;
        if (f->phrases->word[k] == WS_WORD_OUT && WS_IS(token[k].lex, CUE) &&
            (WS_IS(token[k].lex, CUE_STRONG) ||
             !WS_IS(token[k].lex, COMMON_NOUN)) &&
            !WS_IS(token[k].lex, CUE_ING) &&
            !(k + 1 < f->limit && (token[k + 1].lex & link) != 0))
            return k;
    }
    return i;
}

/* "Rzecznik policji": behind a noun at i, words in no list that say whose, up
 * to a verb of speech; else i. */
static uint32_t skip_owner(const struct finder *f, uint32_t i)
{
    for (uint32_t k = i; k < f->limit && k < i + OWNER_TOKENS; k++) {
        if (f->token[k].kind != WS_TOKEN_WORD || f->token[k].lex != 0 ||
            is_quoted(f, k))
            break;
        if (ws_phrase_is_subject(f->phrases, k + 1, f->limit))
            return k + 1;
    }
    return i;
}

/* ", 34,": an age behind token i. */
static bool is_aged(const struct finder *f, uint32_t i)
{
    const ws_token *age = &f->token[i + 1];

    return i + 2 < f->limit && ws_is_comma(&f->token[i]) &&
           age->kind == WS_TOKEN_NUMBER && age->end - age->begin == 2 &&
           f->bytes[age->begin] != '0' && ws_is_comma(&f->token[i + 2]);
}

/* What hangs on a mention. */
static void look_behind(struct finder *f, ws_mention *m)
{
    uint32_t tail = m->last;

    if (m->kind == WS_MENTION_NAME && m->type == WHOSAID_SOURCE_NONE &&
        m->name_end > m->name + 1 && is_aged(f, m->last))
        m->type = WHOSAID_SOURCE_PERSON;

    if ((m->flags & WS_M_GENITIVE) != 0)
        return;
    tail = skip_brackets(f, tail);
    uint32_t behind = ws_press_is_told(f->phrases, m->first, tail)
                          ? tail
                          : ws_phrase_tail(f->phrases, tail, f->limit);
    behind = skip_brackets(f, behind);
    if (f->phrases->tokens->foreign && m->kind == WS_MENTION_NOMINAL)
        behind = skip_owner(f, behind);
    /* "Ana Ruiz of the union said"; but "saw Ana Ruiz in Rome" */
    if (m->kind == WS_MENTION_NOMINAL || m->type != WHOSAID_SOURCE_PERSON ||
        behind == f->limit || ws_is_comma(&f->token[behind]) ||
        ws_phrase_is_subject(f->phrases, behind, f->limit))
        tail = behind;
    m->close = tail;
    m->tail = tail;
    if (tail > f->hanging)
        f->hanging = tail;
    if (ws_is_dateline(f->token, f->phrases->tokens->count, m))
        return; /* "COLUMBUS, Ohio - The mayor left, saying": it is no clause */
    /* "Ruiz, secretary of State, a lawyer": no lawyer named State */
    const uint16_t part = WS_M_NESTED | WS_M_AFTER_PREPOSITION;
    bool bears = m->type == WHOSAID_SOURCE_PERSON ||
                 (m->type == WHOSAID_SOURCE_NONE && (m->flags & part) != part &&
                  !ws_is_spot(f->phrases, m));
    if (m->kind == WS_MENTION_NAME && m->role == m->role_end && bears) {
        behind = apposition(f, tail, m);
        if (behind > f->hanging)
            f->hanging = behind;
        if (m->role == m->role_end)
            predicate(f, m);
    }
    /* "In a statement to the paper, X said": no subject before the comma */
    bool apt = (m->flags & WS_M_AFTER_PREPOSITION) == 0 &&
               (m->kind == WS_MENTION_NAME || m->type != WHOSAID_SOURCE_NONE);
    m->tail = apt ? skip_clause(f, tail) : tail;
    if (m->tail == tail)
        m->tail = ws_unclosed_end(f->phrases, m, tail, f->limit);
    if (m->tail == tail)
        m->tail = clause_verb(f, tail, m);
    if (m->tail == tail && apt)
        m->tail = skip_participle(f, tail);
    if (m->tail > f->hanging)
        f->hanging = m->tail;
}

/* Whether a phrase of a noun that ends at last, with what hangs on it, is the
 * subject of a verb of speech. */
static bool is_spoken(const struct finder *f, uint32_t last, uint8_t type)
{
    const ws_mention thing = {.type = type};

    if (ws_phrase_is_subject(f->phrases, last, f->limit) ||
        clause_verb(f, last, &thing) != last)
        return true;
    /* of "one of the guests" the guests are the mention */
    if (type != WHOSAID_SOURCE_NONE ||
        f->phrases->word[last - 1] == WS_WORD_DETERMINER)
        return false;
    uint32_t tail = ws_phrase_tail(f->phrases, last, f->limit);
    return tail > last && ws_phrase_is_subject(f->phrases, tail, f->limit);
}

/* "a steeplejack, who", "the quarrymen who": only people are told of so. The
 * type of a phrase that ends at last by it, or NONE. */
static uint8_t told_by_who(const struct finder *f, uint32_t last)
{
    uint32_t i = last;

    i += i < f->limit && ws_is_comma(&f->token[i]) ? 1 : 0;
    if (i >= f->limit || !WS_IS(f->token[i].lex, RELATIVE) ||
        !WS_IS(f->token[i].lex, PRONOUN) ||
        f->phrases->word[last - 1] != WS_WORD_THING)
        return WHOSAID_SOURCE_NONE;
    const ws_token *noun = &f->token[last - 1];
    bool many = WS_IS(noun->lex, PLURAL) ||
                (noun->lex == 0 && f->bytes[noun->end - 1] == 's');
    return many ? WHOSAID_SOURCE_GROUP : WHOSAID_SOURCE_ANONYMOUS;
}

/* "one of the guests": the "one" taken in alone is no other. */
static void take_over(struct finder *f, ws_mention *m)
{
    for (ws_mention *k = m; k > f->out->mention && m - k < OF_MENTIONS; k--) {
        if (k[-1].first != m->first || k[-1].last != m->first + 1)
            continue;
        k[-1].flags |= WS_M_NESTED;
        k[-1].same = (uint32_t)(m - f->out->mention);
        m->flags &= (uint16_t)~WS_M_NESTED;
        return;
    }
}

/* "Lale ... [hasarı] açıkladı": in a language without articles, words in no
 * list behind somebody who can be the subject. */
static bool is_idle(const struct finder *f, uint32_t first)
{
    const uint16_t governed = WS_M_QUOTED | WS_M_GENITIVE | WS_M_OBJECT |
                              WS_M_AFTER_PREPOSITION | WS_M_RELATIVE;
    uint32_t sentence = f->phrases->sentences->of[first];

    if (!f->phrases->tokens->foreign || f->token[first].lex != 0)
        return false;
    for (uint32_t n = 1; n <= IDLE_MENTIONS && n <= f->out->count; n++) {
        const ws_mention *m = &f->out->mention[f->out->count - n];
        if (f->phrases->sentences->of[m->head] != sentence)
            break;
        if ((m->flags & governed) == 0 &&
            (m->kind == WS_MENTION_NAME || m->type != WHOSAID_SOURCE_NONE))
            return true;
    }
    return false;
}

/* The word behind the last hyphen of a token, in the lexicon. */
static ws_lex last_part(const struct finder *f, uint32_t i)
{
    uint32_t end = f->token[i].end;
    uint32_t at = end;

    while (at > f->token[i].begin && f->bytes[at - 1] != '-')
        at--;
    return ws_lexicon_find(f->bytes + at, end - at);
}

/* "The mum-of-two", "the 44-year-old": a person, by family or age. */
static bool is_by_family_or_age(const struct finder *f, uint32_t first,
                                uint32_t head)
{
    const ws_token *token = &f->token[head];
    const char *word = f->bytes + token->begin;
    uint32_t len = token->end - token->begin;
    uint32_t part = 0; /* behind the last hyphen */

    if ((token->shape & (WS_SHAPE_HYPHEN | WS_SHAPE_CAPITAL)) !=
            WS_SHAPE_HYPHEN ||
        token->lex != 0 || !WS_IS(f->token[first].lex, DET))
        return false;
    if (word[0] >= '0' && word[0] <= '9')
        return WS_IS(last_part(f, head), COMMON_ADJ);
    for (uint32_t i = 1; i < len && i < FAMILY_BYTES; i++) {
        if (word[i] != '-')
            continue;
        ws_lex lex = ws_lexicon_find(word + part, i - part);
        if (part > 0 || !WS_IS(lex, PERSON))
            return part > 0 && WS_IS(lex, OF);
        part = i + 1;
    }
    return false;
}

/* "Her head", "his back": a part of somebody; but "her head of staff". */
static bool is_part(const struct finder *f, uint32_t first, uint32_t last)
{
    const ws_lex one =
        WS_LEX_BIT(MALE) | WS_LEX_BIT(FEMALE) | WS_LEX_BIT(FIRST);

    return WS_IS(f->token[first].lex, POSSESSIVE) &&
           (f->token[first].lex & one) != 0 &&
           !WS_IS(f->token[first].lex, PLURAL) &&
           (last >= f->limit || (!WS_IS(f->token[last].lex, OF) &&
                                 !WS_IS(f->token[last].lex, FOR))) &&
           ws_token_listed(f->bytes, &f->token[last - 1], WS_LIST_PARTS);
}

static uint8_t type_of(const struct finder *f, uint32_t first, uint32_t last)
{
    uint8_t type = is_part(f, first, last)
                       ? WHOSAID_SOURCE_NONE
                       : ws_noun_type(f->token[last - 1].lex);

    if (type == WHOSAID_SOURCE_NONE)
        type = told_by_who(f, last);
    if (type == WHOSAID_SOURCE_NONE && is_by_family_or_age(f, first, last - 1))
        type = WHOSAID_SOURCE_ANONYMOUS;
    return type;
}

/* "In [dem Brief] heißt es": where nouns have capitals, what tells a source. */
static bool is_written(const struct finder *f, uint32_t first)
{
    const ws_lex told = WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(ACCORDING);

    return f->phrases->tokens->nouns && first > 0 &&
           (f->token[first - 1].lex & told) == told;
}

/* In another language, a noun of no list that cannot be who speaks. */
static bool is_nobody(const struct finder *f, uint32_t first, uint32_t last,
                      bool alone, bool behind)
{
    const ws_lex many = WS_LEX_BIT(QUANTITY) | WS_LEX_BIT(PLURAL);
    const ws_token *token = f->token;
    ws_lex lex = token[last - 1].lex;

    /* "zu den Vorwürfen sagte er" */
    if (f->phrases->tokens->foreign && !is_written(f, first) &&
        ((first > 0 && WS_IS(token[first - 1].lex, PREPOSITION)) ||
         (WS_IS(token[first].lex, DET) && WS_IS(token[first].lex, OBJECT))))
        return true;
    if (!f->phrases->tokens->nouns)
        return false;
    if (first > 0 && WS_IS(token[first - 1].lex, SUBORDINATOR) &&
        !WS_IS(token[first].lex, DET)) /* "als Grund nannte" */
        return true;
    /* "etwas anderes": no noun; but "sagte dieser", "sagten viele" */
    return !alone && !((lex & many) == many && behind) &&
           (token[last - 1].shape & (WS_SHAPE_CAPITAL | WS_SHAPE_DIGIT)) == 0;
}

/* The phrase [first, last), which does not end in a name. */
static void add_nominal(struct finder *f, uint32_t first, uint32_t last)
{
    const ws_token *token = f->token;
    ws_lex lex = token[last - 1].lex;
    uint8_t type = type_of(f, first, last);
    bool spoken = is_spoken(f, last, type);
    /* "“Go home,” read one" */
    bool behind = first > 1 && WS_IS(token[first - 1].lex, CUE) &&
                  (WS_IS(token[first - 1].lex, CUE_STRONG) ||
                   f->phrases->pieces->inside[first - 2] != 0);

    /* an article alone is no phrase, nor "this urged"; "another said" and
     * "both urged" are */
    bool alone = f->phrases->word[last - 1] == WS_WORD_DETERMINER;
    bool strong = last < f->limit && WS_IS(token[last].lex, CUE_STRONG);
    bool half = WS_IS(lex, DET) && f->phrases->tokens->foreign; /* "der ein" */
    bool article = alone && (half || !WS_IS(lex, QUANTITY)) &&
                   (token[last - 1].end - token[last - 1].begin < 4 ||
                    (!strong && !behind));
    if (is_quoted(f, last - 1) || article)
        return;
    if (type == WHOSAID_SOURCE_NONE &&
        (is_nobody(f, first, last, half && behind, behind) ||
         (!spoken && !behind && !is_written(f, first)) || is_idle(f, first)))
        return;
    uint32_t from = f->owner != WHOSAID_NONE ? f->owner : first;
    uint16_t flags = ws_number_and_gender(lex);
    /* "one of the victims", "many of his friends": the few, not the many */
    bool some = from > 1 && WS_IS(token[from - 1].lex, OF) &&
                WS_IS(token[from - 2].lex, QUANTITY) &&
                token[from - 2].kind == WS_TOKEN_WORD && WS_IS(lex, PLURAL);
    if (some) {
        from -= 2;
        flags |= WS_M_INDEFINITE;
        if (!WS_IS(token[from].lex, PLURAL) && !WS_IS(token[from].lex, DET)) {
            flags &= (uint16_t)~WS_M_PLURAL;
            if (type == WHOSAID_SOURCE_GROUP)
                type = WHOSAID_SOURCE_ANONYMOUS;
        }
    }
    flags |= ws_indefinite(&token[first]);
    ws_mention *m = add(f, (ws_mention){.first = from,
                                        .last = last,
                                        .head = last - 1,
                                        .tail = last,
                                        .role = last,
                                        .role_end = last,
                                        .flags = flags,
                                        .type = type,
                                        .kind = WS_MENTION_NOMINAL});
    if (some)
        take_over(f, m);
    look_behind(f, m);
    ws_body_behind(f->phrases, f->limit, f->out, m);
    ws_joint_find(f->phrases, f->limit, f->out);
}

/* "(R-Wis.)", or the R of it: no name. */
static bool is_tag(const struct finder *f, uint32_t i)
{
    const char *word = f->bytes + f->token[i].begin;
    uint32_t len = f->token[i].end - f->token[i].begin;

    return len == 1 || (len > 3 && word[1] == '-' && word[0] >= 'A' &&
                        word[0] <= 'Z' && word[2] >= 'A' && word[2] <= 'Z');
}

/* "The Women's Institute": a name with a genitive in it. */
static uint32_t add_owned_body(struct finder *f, uint32_t first, uint32_t last,
                               uint32_t whole)
{
    uint32_t name = last;

    while (name > first && f->phrases->word[name - 1] == WS_WORD_NAME)
        name--;
    ws_mention body = ws_owned_body(first, name, whole);
    ws_mention office;
    bool over = ws_office_over(f->phrases, &body, &office);
    ws_mention *m = add(f, over ? office : body);
    if (over)
        add(f, body)->flags |= WS_M_NESTED;
    look_behind(f, m);
    ws_joint_find(f->phrases, f->limit, f->out);
    f->owner = WHOSAID_NONE;
    return whole;
}

/* Take in the phrase that begins at i; returns the token behind it. */
static uint32_t add_phrase(struct finder *f, uint32_t i)
{
    uint32_t last = ws_phrase_end(f->phrases, i, f->limit);

    if (last == i)
        return i + 1;
    uint32_t whole = ws_phrase_owned_body(f->phrases, i, last, f->limit);
    if (whole > last)
        return add_owned_body(f, i, last, whole);
    uint32_t group = ws_name_group(f->phrases, i, last);
    add_inner_names(f, i, group < last ? group : last);
    if (last - group == 1 && is_tag(f, group)) {
        f->owner = WHOSAID_NONE;
        return last;
    }
    if (group < last) {
        ws_mention m = ws_name_mention(f->phrases, i, group, last);
        if (f->owner != WHOSAID_NONE && m.role != m.role_end)
            m.first = f->owner;
        ws_mention *slot = add(f, m);
        if (m.kind == WS_MENTION_NOMINAL)
            add_inner_names(f, m.head + 1, last);
        ws_office_before(f->phrases, f->out, slot);
        look_behind(f, slot);
        ws_apposed(f->phrases, f->limit, f->out, slot);
        ws_joint_find(f->phrases, f->limit, f->out);
    } else {
        add_nominal(f, i, last);
    }
    bool owner =
        last + 1 < f->limit && (f->phrases->word[last] == WS_WORD_GENITIVE ||
                                ws_owns(f->phrases, last, f->limit));
    f->owner = owner ? i : WHOSAID_NONE;
    return f->owner != WHOSAID_NONE ? last + 1 : last;
}

static void walk_sentence(struct finder *f, const ws_sentence *s)
{
    f->limit = s->last;
    f->hanging = 0;
    f->owner = WHOSAID_NONE;
    for (uint32_t i = s->first; i < s->last;) {
        const ws_token *token = &f->token[i];
        ws_mention other;
        uint32_t behind = ws_other(f->phrases, s->first, i, f->limit, &other);
        if (behind > i) {
            look_behind(f, add(f, other));
            f->owner = WHOSAID_NONE;
            i = behind;
            continue;
        }
        bool pronoun =
            token->kind == WS_TOKEN_WORD && !is_quoted(f, i) &&
            (WS_IS(token->lex, PRONOUN) || WS_IS(token->lex, SUBJECT) ||
             (WS_IS(token->lex, POSSESSIVE) &&
              (WS_IS(token->lex, MALE) || WS_IS(token->lex, FEMALE) ||
               WS_IS(token->lex, PLURAL))));
        if (pronoun && f->phrases->word[i] != WS_WORD_NAME)
            add_pronoun(f, i);
        if (f->phrases->word[i] == WS_WORD_OUT ||
            f->phrases->word[i] == WS_WORD_GENITIVE) {
            f->owner = WHOSAID_NONE;
            i++;
            continue;
        }
        i = add_phrase(f, i);
    }
}

whosaid_status ws_mentions_find(ws_arena *arena, const ws_text *text,
                                const ws_tokens *tokens,
                                const ws_pieces *pieces,
                                const ws_sentences *sentences,
                                ws_mentions *mentions)
{
    ws_phrases *phrases = &mentions->phrases;
    uint32_t most = 0;

    *mentions = (ws_mentions){0};
    WS_TRY(ws_phrases_class(arena, text, tokens, pieces, sentences, phrases));
    const ws_lex two = PRONOUN_CLASSES | WS_LEX_BIT(AND);
    for (uint32_t i = 0; i < tokens->count; i++)
        most += (tokens->token[i].lex & two) != 0 ? 2u : 1u;
    mentions->mention = WS_NEW(arena, ws_mention, most);
    mentions->at = WS_NEW(arena, uint32_t, (size_t)tokens->count + 1);
    if (mentions->mention == NULL || mentions->at == NULL)
        return WHOSAID_ERR_NOMEM;
    struct finder f = {text->bytes, tokens->token, phrases, mentions, 0,
                       0,           WHOSAID_NONE};
    for (uint32_t i = 0; i < sentences->count; i++)
        walk_sentence(&f, &sentences->sentence[i]);
    for (uint32_t i = 0, m = 0; i <= tokens->count; i++) {
        while (m < mentions->count && mentions->mention[m].head < i)
            m++;
        mentions->at[i] = m;
    }
    arena->steps += (uint64_t)tokens->count + mentions->count;
    return WHOSAID_OK;
}
