/*
 * bare.c - genitives and contractions whose apostrophe was lost.
 *
 *   in   tokens with their classes, and how many of them have an apostrophe
 *   out  "Todds" as two tokens where it stands for "Todd's"
 *
 * 1. A document with apostrophes enough has lost none; there only "IFPIs",
 *    capitals and an s, is looked at.
 * 2. In any other each word that ends in s may be a genitive: it is a bearer
 *    and an s. Count how the document writes each bearer: as a name, in small
 *    letters, behind an article; and how often a noun follows it with its s.
 * 3. Look for what only a lost apostrophe explains: "dont", "citys", a name
 *    with and without an s. Without any of these all stays as it is.
 * 4. Cut those that a noun or a name follows and that no plural explains:
 *    "the Obamas", "Jones", "Browns" stay.
 *
 * A document may have a space for each apostrophe: "Todd s aide", "don t". There
 * the endings stand alone, and need but be told apart from words.
 *
 * Not here: "its" and "were", which are words of their own.
 */
#include "text/bare.h"

#include <string.h>

#include "text/tongue.h"

enum {
    OFTEN = 300,     /* one word of so many has an apostrophe, at least */
    SELDOM = 2000,   /* and one of so many is an ending alone */
    WORD_BYTES = 64, /* of a word that is looked up */
    NAME_WORDS = 8   /* of a name, at most */
};

/* Words that name no owner, and begin nothing that is owned. */
#define LITTLE                                                             \
    (WS_LEX_BIT(DET) | WS_LEX_BIT(POSSESSIVE) | WS_LEX_BIT(PRONOUN) |      \
     WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(CONJUNCTION) | WS_LEX_BIT(AND) | \
     WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(THAT) | WS_LEX_BIT(RELATIVE) |  \
     WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(BE) | WS_LEX_BIT(MODAL) |          \
     WS_LEX_BIT(NEGATION) | WS_LEX_BIT(TO) | WS_LEX_BIT(AS))
#define NOUN                                                              \
    (WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON) |    \
     WS_LEX_BIT(GROUP) | WS_LEX_BIT(SPEECH_NOUN) | WS_LEX_BIT(DOCUMENT) | \
     WS_LEX_BIT(WORK) | WS_LEX_BIT(ANONYMOUS))
#define VERB  (WS_LEX_BIT(COMMON_VERB) | WS_LEX_BIT(CUE))
#define GIVEN (WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE))
#define NAME  (GIVEN | WS_LEX_BIT(SURNAME))
/* Whose plural is as common as they are. */
#define MANY                                                     \
    (WS_LEX_BIT(ROLE) | WS_LEX_BIT(TITLE) | WS_LEX_BIT(PERSON) | \
     WS_LEX_BIT(NATIONALITY) | WS_LEX_BIT(HONORIFIC) | WS_LEX_BIT(TIME))
/* Who can own something without a name. */
#define OWNER (WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON) | WS_LEX_BIT(GROUP))

/* A capitalised word without its s, as the document has it. */
struct bearer {
    uint64_t hash; /* 0: a free slot */
    uint32_t named;
    uint32_t small;
    uint32_t definite; /* named, behind "the" and before no noun */
    uint32_t other;    /* with its s, before nothing owned */
};

struct reader {
    const char *bytes;
    ws_token *token;
    uint32_t count;
    struct bearer *bearer; /* [mask + 1] */
    uint32_t mask;
    uint32_t words; /* that may be cut */
    uint32_t names; /* those of them with a capital */
    uint32_t sure;  /* what only a lost apostrophe explains */
    uint32_t pairs; /* names with and without an s */
};

/* -- words ---------------------------------------------------------------- */

static uint32_t length(const ws_token *token)
{
    return token->end - token->begin;
}

/* A letter that is no capital, and s behind it. */
static bool ends_in_s(const struct reader *r, const ws_token *token)
{
    return token->kind == WS_TOKEN_WORD && length(token) > 2 &&
           r->bytes[token->end - 1] == 's' &&
           (token->shape & (WS_SHAPE_ALLCAPS | WS_SHAPE_GENITIVE |
                            WS_SHAPE_DOT | WS_SHAPE_DIGIT)) == 0;
}

/* "IFPIs": all capitals but the s. */
static bool is_acronym(const struct reader *r, const ws_token *token)
{
    for (uint32_t at = token->begin; at < token->end - 1; at++)
        if (r->bytes[at] < 'A' || r->bytes[at] > 'Z')
            return false;
    return true;
}

static ws_lex bearer_lex(const struct reader *r, const ws_token *token)
{
    return ws_lexicon_find(r->bytes + token->begin, length(token) - 1);
}

/* Whether no plural is spelled so: "citys", "Foxs". */
static bool is_no_plural(const struct reader *r, const ws_token *token)
{
    const char *end = r->bytes + token->end - 1;

    return token->lex == 0 && (ws_is_listed(WS_LIST_HISSING, end - 1, 1) ||
                               ws_is_listed(WS_LIST_HISSING, end - 2, 2));
}

/* The classes of a word with an apostrophe put in: before its last letter or
 * its last two. */
static ws_lex contraction(const char *word, uint32_t len)
{
    char key[WORD_BYTES];

    if (len < 2 || len + 1 >= sizeof key)
        return 0;
    for (uint32_t ending = 1; ending <= 2 && ending < len; ending++) {
        uint32_t head = len - ending;
        if (!ws_is_listed(WS_LIST_ENDING, word + head, ending))
            continue;
        memcpy(key, word, head);
        key[head] = '\'';
        memcpy(key + head + 1, word + head, ending);
        ws_lex lex = ws_lexicon_find(key, len + 1);
        if (lex != 0)
            return lex;
    }
    return 0;
}

/* -- what stands around --------------------------------------------------- */

static const ws_token *before(const struct reader *r, uint32_t i)
{
    return i > 0 && r->token[i - 1].paragraph == r->token[i].paragraph
               ? &r->token[i - 1]
               : NULL;
}

static const ws_token *behind(const struct reader *r, uint32_t i)
{
    return i + 1 < r->count &&
                   r->token[i + 1].paragraph == r->token[i].paragraph
               ? &r->token[i + 1]
               : NULL;
}

/* What is owned by token i, by its first word: a noun, a name, a number, a
 * title in marks. NULL: nothing that follows can be. */
static const ws_token *owned(const struct reader *r, uint32_t i)
{
    const ws_lex any = NOUN | WS_LEX_BIT(COMMON_ADJ) | WS_LEX_BIT(NATIONALITY) |
                       WS_LEX_BIT(QUANTITY);
    const ws_token *next = behind(r, i);
    bool owned = false;

    if (next == NULL || (next->shape & WS_SHAPE_SPACE) == 0)
        return NULL;
    if (next->kind == WS_TOKEN_MARK) {
        owned =
            i + 2 < r->count && (r->token[i + 2].shape & WS_SHAPE_SPACE) == 0;
    } else if (next->kind == WS_TOKEN_WORD) {
        owned =
            (next->lex & LITTLE) == 0 &&
            (ws_is_capital(next) || next->lex == 0 || (next->lex & any) != 0);
    } else {
        owned = next->kind == WS_TOKEN_NUMBER;
    }
    return owned ? next : NULL;
}

/* Whether something owned, or what a name is, may follow: "Todds catch phrase",
 * "Todds now famous", "Todds not going". No verb behind one name has no s, but
 * those of the past. */
static bool may_own(const struct reader *r, uint32_t i)
{
    const ws_token *next = behind(r, i);

    return next != NULL && ws_is_small(next) &&
           (next->lex & (LITTLE & ~WS_LEX_BIT(NEGATION))) == 0 &&
           (next->lex & (WS_LEX_BIT(CUE) | WS_LEX_BIT(ADVERB) |
                         WS_LEX_BIT(NEGATION) | WS_LEX_BIT(COMMON_VERB))) !=
               0 &&
           !WS_IS(next->lex, CUE_STRONG);
}

static bool is_definite(const struct reader *r, const ws_token *token)
{
    return token != NULL && ws_token_listed(r->bytes, token, WS_LIST_DEFINITE);
}

/* Whether a plural is likely here: "the Obamas", "two younger Clintons". */
static bool is_counted(const struct reader *r, uint32_t i)
{
    const ws_lex counts =
        WS_LEX_BIT(DET) | WS_LEX_BIT(QUANTITY) | WS_LEX_BIT(POSSESSIVE);
    const ws_token *one = before(r, i);

    if (one == NULL || WS_IS(one->lex, THAT))
        return false;
    if (one->kind == WS_TOKEN_NUMBER || (one->lex & counts) != 0)
        return true;
    const ws_token *two = before(r, i - 1);
    return ws_is_small(one) && WS_IS(one->lex, COMMON_ADJ) && two != NULL &&
           (two->lex & counts) != 0;
}

/* -- bearers -------------------------------------------------------------- */

/* The slot of a word, letters' case aside. */
static struct bearer *slot_of(const struct reader *r, uint32_t begin,
                              uint32_t end, uint64_t *hash)
{
    uint64_t h = UINT64_C(0xCBF29CE484222325);

    for (uint32_t at = begin; at < end; at++)
        h = (h ^ ((unsigned char)r->bytes[at] | 0x20U)) *
            UINT64_C(0x100000001B3);
    h |= 1;
    *hash = h;
    uint32_t slot = (uint32_t)(h >> 32) & r->mask;
    while (r->bearer[slot].hash != 0 && r->bearer[slot].hash != h)
        slot = (slot + 1) & r->mask;
    return &r->bearer[slot];
}

static struct bearer *bearer_of(const struct reader *r, const ws_token *token)
{
    uint64_t hash;

    return slot_of(r, token->begin, token->end - 1, &hash);
}

/* Count how the document has each bearer. */
static void count_bearers(struct reader *r)
{
    uint64_t hash;

    for (uint32_t i = 0; i < r->count; i++) {
        const ws_token *token = &r->token[i];
        if (ends_in_s(r, token) && ws_is_capital(token)) {
            struct bearer *bearer =
                slot_of(r, token->begin, token->end - 1, &hash);
            bearer->hash = hash;
            bearer->other += owned(r, i) == NULL;
        }
    }
    for (uint32_t i = 0; i < r->count; i++) {
        const ws_token *token = &r->token[i];
        if (token->kind != WS_TOKEN_WORD)
            continue;
        struct bearer *bearer = slot_of(r, token->begin, token->end, &hash);
        if (bearer->hash == 0)
            continue;
        bearer->named += ws_is_capital(token);
        bearer->small += !ws_is_capital(token);
        bearer->definite += ws_is_capital(token) && owned(r, i) == NULL &&
                            is_definite(r, before(r, i));
    }
}

/* -- which are cut -------------------------------------------------------- */

/* Whether a bearer is a name here: the document has it so, or the lists. */
static bool is_name(const struct bearer *bearer, ws_lex lex)
{
    const ws_lex common =
        NOUN | VERB | WS_LEX_BIT(COMMON_ADJ) | WS_LEX_BIT(COMMON_OTHER);

    if ((lex & (LITTLE | WS_LEX_BIT(NATIONALITY) | WS_LEX_BIT(TIME))) != 0)
        return false;
    if (bearer->named > 0 && bearer->small == 0 && (lex & MANY) == 0)
        return true;
    return (lex & common) == 0 &&
           (lex & (NAME | WS_LEX_BIT(PLACE) | WS_LEX_BIT(BODY))) != 0;
}

/* "IFPIs Internet unit": capitals that are no count of things. */
static bool is_cut_acronym(const struct reader *r, uint32_t i)
{
    const ws_token *token = &r->token[i];
    const ws_token *next = owned(r, i);

    if (next == NULL ||
        ws_is_listed_small(WS_LIST_COUNTED, r->bytes + token->begin,
                           length(token) - 1))
        return false;
    if ((bearer_lex(r, token) & MANY) != 0 &&
        (r->bearer == NULL || !is_name(bearer_of(r, token), 0)))
        return false;
    if (is_counted(r, i) && !is_definite(r, before(r, i)))
        return false;
    return r->sure > 0 || ws_is_capital(next) || next->kind == WS_TOKEN_MARK;
}

/* Whether a word can only be a name's first or last. */
static bool can_name(const ws_token *token)
{
    return token != NULL && token->kind == WS_TOKEN_WORD &&
           ws_is_capital(token) &&
           (token->lex == 0 || (token->lex & NAME) != 0) &&
           (token->lex & (NOUN | LITTLE | WS_LEX_BIT(BODY) | WS_LEX_BIT(PLACE) |
                          WS_LEX_BIT(TITLE))) == 0;
}

/* Whether the name that ends with token i is a body's: no office stands in it,
 * nor does it tell what for: "of Public Affairs". */
static bool is_body(const struct reader *r, uint32_t i)
{
    const ws_token *token = &r->token[i];

    for (uint32_t turn = 0; turn < NAME_WORDS; turn++) {
        const ws_token *one = before(r, i);
        if ((token->lex & (MANY | GIVEN) & ~WS_LEX_BIT(NATIONALITY)) != 0)
            return false;
        if (one == NULL || one->kind != WS_TOKEN_WORD)
            return true;
        if (!ws_is_capital(one))
            return !WS_IS(one->lex, OF) && !WS_IS(one->lex, FOR);
        token = one;
        i--;
    }
    return false;
}

/* "Posts Ed Marsh": it could be a plural, but it stands between "the" or its
 * body's first words and a person's name. */
static bool is_paper(const struct reader *r, uint32_t i, ws_lex lex)
{
    const ws_token *one = before(r, i);
    const ws_token *next = behind(r, i);
    const struct bearer *bearer = bearer_of(r, &r->token[i]);

    return (lex & MANY) == 0 && one != NULL && next != NULL &&
           (bearer->other == 0 || bearer->named > 0) &&
           (is_definite(r, one) || ws_is_capital(one)) && can_name(next) &&
           ((next->lex & GIVEN) != 0 || can_name(behind(r, i + 1))) &&
           is_body(r, i);
}

/* A name of the lists alone may be half of one that they lack: "Angelo" before
 * "Tsiaras". */
static bool is_cut_known(const struct bearer *bearer, ws_lex lex,
                         const ws_token *next)
{
    return bearer->named > 0 || WS_IS(lex, PLACE) || WS_IS(lex, BODY) ||
           !can_name(next);
}

/* "Adams", "Rogers": a name of its own, unless it only ever owns something. */
static bool is_cut_alike(const struct bearer *bearer, ws_lex lex,
                         const ws_token *token)
{
    return bearer->other == 0 &&
           ((bearer->named > 1 && bearer->small == 0) ||
            (WS_IS(lex, PLACE) && (token->lex & GIVEN) != 0));
}

static bool is_cut_name(const struct reader *r, uint32_t i)
{
    const ws_lex never = LITTLE | WS_LEX_BIT(PARTICLE) | WS_LEX_BIT(TIME);
    const ws_token *token = &r->token[i];
    const ws_token *one = before(r, i);
    const ws_token *next = owned(r, i);
    const struct bearer *bearer = bearer_of(r, token);
    ws_lex lex = bearer_lex(r, token);

    if ((token->lex & never) != 0 || (lex & LITTLE) != 0)
        return false;
    if (next == NULL)
        return token->lex == 0 && bearer->named > 1 && is_name(bearer, lex) &&
               !is_counted(r, i) && may_own(r, i);
    if (is_no_plural(r, token) && (bearer->named > 0 || lex != 0))
        return !(is_counted(r, i) && (lex & NAME) != 0);
    if (is_paper(r, i, lex))
        return true;
    if (is_counted(r, i) && !(is_definite(r, one) && bearer->definite > 0))
        return false;
    if ((token->lex & (NAME | WS_LEX_BIT(PLACE) | WS_LEX_BIT(BODY))) != 0)
        return is_cut_alike(bearer, lex, token);
    if (is_name(bearer, lex))
        return is_cut_known(bearer, lex, next);
    /* "Shinzo Abes aide": behind a given name */
    return token->lex == 0 && lex == 0 && bearer->other == 0 && one != NULL &&
           ws_is_capital(one) && (one->lex & GIVEN) != 0 &&
           (next->lex & VERB) == 0;
}

/* "mothers": whoever owns one has but one. */
static bool is_parent(const struct reader *r, const ws_token *token)
{
    const ws_list parents[] = {WS_LIST_KIN_FATHER, WS_LIST_KIN_HUSBAND,
                               WS_LIST_KIN_MOTHER, WS_LIST_KIN_WIFE};

    for (size_t i = 0; i < sizeof parents / sizeof parents[0]; i++)
        if (ws_is_listed(parents[i], r->bytes + token->begin,
                         length(token) - 1))
            return true;
    return false;
}

/* "the presidents aide", "his mothers voice": nothing else than a noun follows,
 * and one is meant. */
static bool is_cut_noun(const struct reader *r, uint32_t i)
{
    const ws_token *token = &r->token[i];
    const ws_token *next = owned(r, i);
    const ws_token *one = before(r, i);
    ws_lex lex = bearer_lex(r, token);

    if (next == NULL || (lex & LITTLE) != 0)
        return false;
    if (token->lex == 0)
        return (lex & NOUN) != 0 && next->kind == WS_TOKEN_WORD &&
               ((lex & VERB) == 0 || is_no_plural(r, token));
    return (lex & OWNER) != 0 && (lex & WS_LEX_BIT(NATIONALITY)) == 0 &&
           one != NULL &&
           (one->lex & (WS_LEX_BIT(DET) | WS_LEX_BIT(POSSESSIVE))) != 0 &&
           (next->lex & NOUN) != 0 &&
           ((next->lex & VERB) == 0 || is_parent(r, token));
}

static bool is_cut(const struct reader *r, uint32_t i, bool lost)
{
    const ws_token *token = &r->token[i];

    if (!ends_in_s(r, token))
        return false;
    if (ws_is_capital(token) && is_acronym(r, token))
        return is_cut_acronym(r, i);
    return lost &&
           (ws_is_capital(token) ? is_cut_name(r, i) : is_cut_noun(r, i));
}

/* -- a space in its place ------------------------------------------------- */

/* Whether token i is an ending alone behind a word: "Todd s", "don t". */
static bool is_parted(const struct reader *r, uint32_t i)
{
    const ws_token *token = &r->token[i];
    const ws_token *one = before(r, i);

    return ws_is_small(token) && length(token) <= 2 && one != NULL &&
           one->kind == WS_TOKEN_WORD && (one->shape & WS_SHAPE_DOT) == 0 &&
           ws_token_listed(r->bytes, token, WS_LIST_ENDING);
}

/* Class an ending alone, and the word before it where both make one. */
static void read_parted(const struct reader *r, uint32_t i)
{
    const ws_token *token = &r->token[i];
    ws_token *one = &r->token[i - 1];
    uint32_t head = length(one);
    char word[WORD_BYTES];

    if (head + length(token) >= sizeof word)
        return;
    memcpy(word, r->bytes + one->begin, head);
    memcpy(word + head, r->bytes + token->begin, length(token));
    ws_lex both = contraction(word, head + length(token));
    ws_lex rest = both & ~one->lex;
    if (WS_IS(both, NEGATION) && !WS_IS(one->lex, NEGATION)) {
        one->lex = both & ~WS_LEX_BIT(NEGATION); /* "don" */
        rest = WS_LEX_BIT(NEGATION);
    }
    r->token[i].lex = rest;
    if (both == 0 && length(token) == 1 && r->bytes[token->begin] == 's')
        r->token[i].shape |= WS_SHAPE_GENITIVE;
}

/* Read the endings that stand alone, where there are enough of them; whether
 * there are. */
static bool read_spaced(const struct reader *r)
{
    uint32_t parted = 0;

    for (uint32_t i = 0; i < r->count; i++)
        parted += is_parted(r, i);
    if ((uint64_t)parted * SELDOM < r->count)
        return false;
    for (uint32_t i = 0; i < r->count; i++)
        if (is_parted(r, i))
            read_parted(r, i);
    return true;
}

/* -- the document --------------------------------------------------------- */

/* Count the words that may be cut: of all, or acronyms alone. */
static void count_words(struct reader *r, bool all)
{
    uint8_t shape = all ? 0 : WS_SHAPE_CAPITAL;

    for (uint32_t i = 0; i < r->count; i++) {
        const ws_token *token = &r->token[i];
        if ((token->shape & shape) != shape || !ends_in_s(r, token) ||
            (!all && !is_acronym(r, token)))
            continue;
        r->words++;
        r->names += ws_is_capital(token);
    }
}

/* Class what is a contraction; count what else only a lost apostrophe
 * explains, and names with and without an s. */
static void count_evidence(struct reader *r)
{
    for (uint32_t i = 0; i < r->count; i++) {
        ws_token *token = &r->token[i];
        if (token->kind != WS_TOKEN_WORD)
            continue;
        if (token->lex == 0) {
            token->lex = contraction(r->bytes + token->begin, length(token));
            r->sure += token->lex != 0;
        }
        if (!ends_in_s(r, token) || owned(r, i) == NULL)
            continue;
        ws_lex lex = bearer_lex(r, token);
        if (is_no_plural(r, token))
            r->sure += (lex & (NOUN | WS_LEX_BIT(SURNAME))) != 0;
        else if (ws_is_capital(token) && !is_counted(r, i) &&
                 bearer_of(r, token)->named > 0 && is_cut_name(r, i))
            r->pairs++;
    }
}

/* Put the cut words' two halves in the tokens' place. */
static whosaid_status cut_words(ws_arena *arena, const struct reader *r,
                                ws_tokens *tokens, uint32_t paragraphs,
                                const uint32_t *at, uint32_t cuts)
{
    ws_token *token = WS_NEW(arena, ws_token, r->count + cuts);
    uint32_t paragraph = 0;
    uint32_t out = 0;

    if (token == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = 0, k = 0; i < r->count; i++) {
        for (; paragraph <= r->token[i].paragraph; paragraph++)
            tokens->first[paragraph] = out;
        token[out++] = r->token[i];
        if (k >= cuts || at[k] != i)
            continue;
        k++;
        ws_token *head = &token[out - 1];
        bool acronym = is_acronym(r, head);
        head->lex = bearer_lex(r, head);
        head->end--;
        head->shape |= acronym ? WS_SHAPE_ALLCAPS : 0;
        token[out] = (ws_token){.begin = head->end,
                                .end = head->end + 1,
                                .paragraph = head->paragraph,
                                .kind = WS_TOKEN_WORD,
                                .shape = WS_SHAPE_GENITIVE};
        out++;
    }
    for (; paragraph <= paragraphs; paragraph++)
        tokens->first[paragraph] = out;
    tokens->token = token;
    tokens->count = out;
    return WHOSAID_OK;
}

/* Find the words to cut, and cut them. */
static whosaid_status settle(ws_arena *arena, struct reader *r,
                             ws_tokens *tokens, uint32_t paragraphs, bool lost)
{
    uint32_t *at = WS_NEW(arena, uint32_t, r->words);
    uint32_t cuts = 0;

    if (at == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = 0; i < r->count; i++)
        if (is_cut(r, i, lost))
            at[cuts++] = i;
    return cuts == 0 ? WHOSAID_OK
                     : cut_words(arena, r, tokens, paragraphs, at, cuts);
}

/* Whether the document lost its apostrophes. */
static whosaid_status look(ws_arena *arena, struct reader *r, bool none,
                           bool *lost)
{
    uint32_t slots = 4;

    while (slots < 2 * r->names)
        slots *= 2;
    r->bearer = WS_NEW(arena, struct bearer, slots);
    if (r->bearer == NULL)
        return WHOSAID_ERR_NOMEM;
    memset(r->bearer, 0, slots * sizeof *r->bearer);
    r->mask = slots - 1;
    count_bearers(r);
    count_evidence(r);
    *lost = 2 * r->sure + r->pairs >= (none ? 1U : 2U);
    return WHOSAID_OK;
}

whosaid_status ws_bare_read(ws_arena *arena, const ws_text *text,
                            ws_tokens *tokens)
{
    struct reader r = {
        .bytes = text->bytes, .token = tokens->token, .count = tokens->count};
    bool few = (uint64_t)tokens->apostrophes * OFTEN < tokens->count;
    bool lost = false;

    count_words(&r, few);
    arena->steps += tokens->count;
    if ((!few && r.words == 0) || ws_tongue_is_other(tokens))
        return WHOSAID_OK;
    if (few && read_spaced(&r))
        few = false;
    if (few)
        WS_TRY(look(arena, &r, tokens->apostrophes == 0, &lost));
    arena->steps += (uint64_t)tokens->count * 4;
    return r.words == 0 ? WHOSAID_OK
                        : settle(arena, &r, tokens, text->paragraphs, lost);
}
