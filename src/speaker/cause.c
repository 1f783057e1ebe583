/*
 * cause.c - a body's name of common words, where a sentence begins.
 *
 *   in   tokens
 *   out  whether a first word, whose capital proves nothing, is a name's
 *
 *   Human Rights Watch said    Global Witness calls     Age Concern Brill said
 *   Sport England said         Southern Water said      Border Force said
 *   Make UK said               Just Stop Oil said       Public Health Wales said
 *
 * What follows it up to a verb of speech has capitals, too, and is nobody's name
 * or office: common words, a country at the end, or a word of bodies that is a
 * common one as well. "Meanwhile Border Force said" begins with an adverb.
 *
 * Cost: a bounded number of words.
 *
 * Not here: "Friends of the Fens" (league.c), "Citizens Advice" (phrase.c).
 */
#include "speaker/cause.h"

#include "base/list.h"

enum {
    CAUSE_TOKENS = 3, /* more words of "Human Rights Watch" */
    TITLED_TOKENS = 5 /* of "Great Ormond Street Hospital", likewise */
};

#define GIVEN (WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE))

#define COMMON                                           \
    (WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_VERB) | \
     WS_LEX_BIT(COMMON_ADJ) | WS_LEX_BIT(COMMON_OTHER) | WS_LEX_BIT(ADVERB))

/* Words that end the search, unless a word is one of bodies too. */
#define NEVER                                                                  \
    (GIVEN | WS_LEX_BIT(SURNAME) | WS_LEX_BIT(PLACE) | WS_LEX_BIT(HONORIFIC) | \
     WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE) | WS_LEX_BIT(NATIONALITY) |          \
     WS_LEX_BIT(DET) | WS_LEX_BIT(POSSESSIVE) | WS_LEX_BIT(PREPOSITION) |      \
     WS_LEX_BIT(OF) | WS_LEX_BIT(FOR) | WS_LEX_BIT(TO) | WS_LEX_BIT(AS) |      \
     WS_LEX_BIT(AND) | WS_LEX_BIT(CONJUNCTION) | WS_LEX_BIT(THAT) |            \
     WS_LEX_BIT(RELATIVE) | WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(NEGATION) |  \
     WS_LEX_BIT(PRONOUN) | WS_LEX_BIT(SUBJECT) | WS_LEX_BIT(OBJECT) |          \
     WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(MODAL) | WS_LEX_BIT(BE) |              \
     WS_LEX_BIT(QUANTITY) | WS_LEX_BIT(TIME) | WS_LEX_BIT(ACCORDING))

static bool has_capital(const ws_token *token)
{
    const uint32_t shape = WS_SHAPE_CAPITAL | WS_SHAPE_GENITIVE;

    return token->kind == WS_TOKEN_WORD &&
           (token->shape & shape) == WS_SHAPE_CAPITAL;
}

/* Whether the first word can be a name's before the word next. */
static bool can_begin(const ws_token *first, const ws_token *next)
{
    const ws_lex noun =
        COMMON | WS_LEX_BIT(PERSON) | WS_LEX_BIT(GROUP) | WS_LEX_BIT(DOCUMENT) |
        WS_LEX_BIT(SPEECH_NOUN) | WS_LEX_BIT(WORK) | WS_LEX_BIT(SIGN) |
        WS_LEX_BIT(CUE_ING) | WS_LEX_BIT(CUE_BASE) | WS_LEX_BIT(CUE) |
        WS_LEX_BIT(CUE_STRONG) | WS_LEX_BIT(CUE_WEAK) | WS_LEX_BIT(CUE_HEARER) |
        WS_LEX_BIT(PLURAL);
    ws_lex lex = first->lex;

    if (WS_IS(lex, NATIONALITY) && WS_IS(lex, COMMON_ADJ)) /* "Southern" */
        return WS_IS(next->lex, COMMON_NOUN);
    if ((lex & COMMON) == 0 || (lex & ~noun) != 0)
        return false;
    /* "Just Stop Oil"; but "Now Border Force said" */
    return !WS_IS(lex, ADVERB) || WS_IS(next->lex, COMMON_VERB);
}

/* "Sport [England]", "Make [UK]": a country behind a noun or a verb; but
 * "neighbouring Ghana", "Midfielder Chad Hill". */
static bool is_country(const ws_token *first, const ws_token *token)
{
    const ws_lex other = WS_LEX_BIT(COMMON_ADJ) | WS_LEX_BIT(ADVERB) |
                         WS_LEX_BIT(PERSON) | WS_LEX_BIT(COMMON_OTHER);

    if (!WS_IS(token->lex, PLACE) || (token->lex & GIVEN) != 0)
        return false;
    return (first->lex & other) == 0 &&
           (WS_IS(first->lex, COMMON_NOUN) ||
            (token->shape & WS_SHAPE_ALLCAPS) != 0);
}

/* A word that goes on the name: a common one, also of bodies. */
static bool goes_on(const ws_token *token)
{
    ws_lex lex = token->lex;

    if ((lex & COMMON) == 0 || (WS_IS(lex, PERSON) && WS_IS(lex, PLURAL)))
        return false;
    return (lex & NEVER) == 0;
}

/* "Transport for London said": a thing's noun, and what it is for, right before
 * a verb of speech. */
static bool is_for(const ws_tokens *tokens, uint32_t i)
{
    const ws_token *token = &tokens->token[i];
    const ws_lex who = WS_LEX_BIT(GROUP) | WS_LEX_BIT(PERSON);
    uint32_t last = i + 2;

    if (last >= tokens->count || !WS_IS(token[1].lex, FOR) ||
        !WS_IS(token->lex, COMMON_NOUN) || (token->lex & who) != 0)
        return false;
    while (last < tokens->count && last < i + 2 + CAUSE_TOKENS &&
           has_capital(&tokens->token[last]))
        last++;
    return last > i + 2 && last < tokens->count &&
           WS_IS(tokens->token[last].lex, CUE_STRONG);
}

/* "Great Western Railway has said", "Mid Devon Council will": an adjective of
 * which names are made, then others up to a noun of bodies or things, and a verb
 * or a genitive. But "New Brill Council leader". */
static bool is_titled(const char *bytes, const ws_tokens *tokens, uint32_t i)
{
    const ws_lex verb = WS_LEX_BIT(CUE) | WS_LEX_BIT(BE) |
                        WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(MODAL);
    const ws_lex noun =
        WS_LEX_BIT(BODY) | WS_LEX_BIT(GROUP) | WS_LEX_BIT(COMMON_NOUN);
    const ws_lex human = WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON) |
                         WS_LEX_BIT(TITLE) | WS_LEX_BIT(HONORIFIC) |
                         WS_LEX_BIT(PLURAL) | GIVEN;
    const ws_token *token = tokens->token;
    uint32_t last = i + 1;

    if (!ws_token_listed(bytes, &token[i], WS_LIST_ADORNED))
        return false;
    while (last < tokens->count && last <= i + TITLED_TOKENS &&
           has_capital(&token[last]))
        last++;
    ws_lex end = token[last - 1].lex;
    return last > i + 2 && last < tokens->count && (end & noun) != 0 &&
           (end & human) == 0 &&
           ((token[last].lex & verb) != 0 ||
            (token[last].shape & WS_SHAPE_GENITIVE) != 0 ||
            (ws_is_comma(&token[last]) && last + 1 < tokens->count &&
             WS_IS(token[last + 1].lex, RELATIVE)));
}

bool ws_opens_cause(const char *bytes, const ws_tokens *tokens, uint32_t i)
{
    const ws_token *token = tokens->token;
    uint32_t last = i + 1;

    if (tokens->foreign || last >= tokens->count)
        return false;
    if (is_titled(bytes, tokens, i))
        return true;
    if (!can_begin(&token[i], &token[last]))
        return false;
    if (is_for(tokens, i))
        return true;
    while (last < tokens->count && last <= i + CAUSE_TOKENS &&
           has_capital(&token[last])) {
        bool place = last > i + 1 ? WS_IS(token[last].lex, PLACE)
                                  : is_country(&token[i], &token[last]);
        /* "Age Concern Brill", "Public Health England" */
        bool town = last > i + 1 && (token[last].lex & GIVEN) == 0 &&
                    (token[last].lex == 0 || WS_IS(token[last].lex, SURNAME));
        last++;
        if (place || town) { /* "Age Concern Harlow Vale" */
            last += last < tokens->count && has_capital(&token[last]);
            break;
        }
        if (!goes_on(&token[last - 1]))
            return false;
    }
    if (last == i + 1 || last + 1 >= tokens->count)
        return false;
    return WS_IS(token[last].lex, CUE) ||
           (ws_is_comma(&token[last]) && WS_IS(token[last + 1].lex, RELATIVE));
}
