/*
 * proper.c - the capitalised words that end a noun phrase: a name or an office.
 *
 *   in   a phrase, and where its capitalised words begin
 *   out  the mention: name, role before it, type, gender
 *
 * 1. Office words before a name are its role ("Commerce Committee Chairman Ted
 *    Stevens", "campaign spokeswoman Amelia Chasse"). Where they end, the name
 *    begins.
 * 2. Words that are all office are no name: "the President", "Head of X".
 * 3. The name's own words tell a person from a body, a group, a place.
 *
 * Cost: linear in the phrase.
 *
 * Not here: which phrases there are (phrase.c, mention.c).
 */
#include "speaker/proper.h"

#include "speaker/infix.h"
#include "speaker/linked.h"
#include "speaker/paper.h"
#include "speaker/region.h"
#include "speaker/trade.h"

enum {
    BEFORE_OFFICE = 4, /* tokens between "the" and an office */
    NOUN_BYTES = 9,    /* least of a noun in no list before a name */
    ARTICLE_BYTES = 3, /* a shorter one is "a" or "an" */
    ANOTHER_BYTES = 7
};

static bool is_quoted(const ws_phrases *phrases, uint32_t i)
{
    return phrases->pieces->inside[i] != 0;
}

uint16_t ws_number_and_gender(ws_lex lex)
{
    uint16_t flags = 0;

    if (WS_IS(lex, MALE) && !WS_IS(lex, FEMALE))
        flags |= WS_M_MALE;
    if (WS_IS(lex, FEMALE) && !WS_IS(lex, MALE))
        flags |= WS_M_FEMALE;
    if (WS_IS(lex, PLURAL))
        flags |= WS_M_PLURAL;
    return flags;
}

/* "Head of ...", "Minister for ...", among the words [first, last). */
static bool is_office_of(const ws_phrases *phrases, uint32_t first,
                         uint32_t last)
{
    const ws_token *token = phrases->tokens->token;

    for (uint32_t i = first; i + 1 < last; i++) {
        if ((token[i].lex & (WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE))) != 0 &&
            (WS_IS(token[i + 1].lex, OF) || /* but "Doctors for Clean Energy" */
             (WS_IS(token[i + 1].lex, FOR) && !WS_IS(token[i].lex, PLURAL))))
            return true;
    }
    return false;
}

/* A title that is borne with a given name alone. */
static bool is_sovereign(const char *bytes, const ws_token *token)
{
    return WS_IS(token->lex, TITLE) &&
           ws_token_listed(bytes, token, WS_LIST_SOVEREIGN);
}

/* "Marine Le Pen", "Bob Dean": an office word that is a given name here. */
static bool is_given_name(const ws_phrases *phrases, uint32_t first, uint32_t i,
                          uint32_t last)
{
    const ws_token *token = phrases->tokens->token;

    /* "Con Ruiz", "Solicitor Con Ruiz"; but "Det Con Ana Ruiz" */
    if (i + 2 == last &&
        (i == first || !WS_IS(token[i - 1].lex, ABBREVIATION)) &&
        ws_token_listed(phrases->bytes, &token[i], WS_LIST_BORNE))
        return true;
    /* "Ana M. Ruiz": no Monsieur */
    if (i > first && (token[i].shape & WS_SHAPE_INITIAL) != 0)
        return true;
    if ((token[i].lex & WS_GIVEN_CLASSES) == 0 ||
        WS_IS(token[i].lex, ABBREVIATION))
        return false;
    /* "Dean Baker": no dean, nor "Don Ruiz" a don; but "Prince Harry" */
    if (i == first && i + 2 == last)
        return WS_IS(token[i + 1].lex, SURNAME) ||
               (token[i + 1].lex & WS_GIVEN_CLASSES) == 0;
    /* "Saudi Prince Omar", "Crown Prince Omar": but "Ana Princess Ruiz" */
    if (i > first && is_sovereign(phrases->bytes, &token[i]) &&
        (token[i - 1].lex & WS_GIVEN_CLASSES) == 0)
        return false;
    return i > first || WS_IS(token[i + 1].lex, PARTICLE);
}

/* "City Mayor Don Guardian": a title, then a given name and one word more. */
static bool is_called(const ws_phrases *phrases, uint32_t first, uint32_t last)
{
    const ws_token *token = phrases->tokens->token;

    return last - first > 2 && WS_IS(token[last - 3].lex, TITLE) &&
           (token[last - 2].lex & WS_GIVEN_CLASSES) != 0 &&
           (token[last - 2].lex & WS_LEX_BIT(BODY)) == 0;
}

/* "Oliver Bishop [KC]": letters end the name, so the word before them is a
 * surname, though an office's elsewhere, or letters too: "Ana Ruiz KC MP". */
static bool is_before_letters(const ws_phrases *phrases, uint32_t first,
                              uint32_t i, uint32_t last)
{
    const ws_token *token = phrases->tokens->token;

    if (i == first)
        return false;
    for (i++; i < last; i++)
        if (!WS_IS(token[i].lex, NAME_SUFFIX))
            return false;
    return true;
}

/* "Ghent-based Fenline": what ends in "-based", "-backed" is no name. */
static bool is_based(const char *bytes, const ws_token *token)
{
    return token->lex == 0 && bytes[token->end - 1] == 'd' &&
           ws_token_is_compound(bytes, token);
}

/* "Minister-elect": an office by what stands before its hyphen. */
static bool is_elect(const char *bytes, const ws_token *token)
{
    uint32_t at = token->begin;

    if (token->lex != 0 || !ws_token_is_compound(bytes, token))
        return false;
    while (bytes[at] != '-')
        at++;
    return WS_IS(ws_lexicon_find(bytes + token->begin, at - token->begin),
                 TITLE);
}

/* "Farmers [Union] of Brill": a noun that names nobody. */
static bool is_plain_noun(ws_lex lex)
{
    return WS_IS(lex, COMMON_NOUN) &&
           (lex & (WS_GIVEN_CLASSES | WS_LEX_BIT(SURNAME) | WS_LEX_BIT(PLACE) |
                   WS_OFFICE_CLASSES)) == 0;
}

/* "Minister for Local Growth Kasimir Jansons": where a name of words in no list
 * of nouns begins behind the task of an office, a noun; last where none does. */
static uint32_t behind_task(const ws_token *token, uint32_t begin,
                            uint32_t last)
{
    const ws_lex common = WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_ADJ) |
                          WS_LEX_BIT(COMMON_VERB) | WS_LEX_BIT(PLACE) |
                          WS_LEX_BIT(NATIONALITY) | WS_LEX_BIT(BODY) |
                          WS_LEX_BIT(GROUP);
    uint32_t i = last;

    while (i > begin + 1 && token[i - 1].kind == WS_TOKEN_WORD &&
           (token[i - 1].shape & WS_SHAPE_CAPITAL) != 0 &&
           (token[i - 1].lex & common) == 0)
        i--;
    return last - i == 2 && i > begin + 1 &&
                   WS_IS(token[i - 1].lex, COMMON_NOUN)
               ? i
               : last;
}

/* "HHJ Ana Ruiz", "Defence CS Jo Hill": letters in no list, then a given name
 * and a surname, are a title; but "Y.S. Jagan Reddy". */
static bool is_letters_before(const ws_phrases *phrases, uint32_t first,
                              uint32_t i, uint32_t last)
{
    const ws_token *token = phrases->tokens->token;
    ws_lex end = token[last - 1].lex;

    return i > first && i + 2 == last && token[i - 1].lex == 0 &&
           (token[i - 1].shape & WS_SHAPE_ALLCAPS) != 0 &&
           (token[i - 1].shape & WS_SHAPE_DOT) == 0 &&
           (token[i].shape & WS_SHAPE_ALLCAPS) == 0 &&
           (end & (WS_LEX_BIT(BODY) | WS_LEX_BIT(GROUP) | WS_LEX_BIT(PLACE))) ==
               0;
}

/* "PM", in capitals. */
static bool is_premier(const char *bytes, const ws_token *token)
{
    return (token->shape & WS_SHAPE_ALLCAPS) != 0 &&
           ws_is_listed_small(WS_LIST_PREMIER, bytes + token->begin,
                              token->end - token->begin);
}

/* "Sr Ana Ruiz": letters that stand behind a man's name, too, and "PM Ruiz". */
static bool is_short_title(const ws_phrases *phrases, uint32_t begin,
                           uint32_t last)
{
    const ws_token *token = &phrases->tokens->token[begin];

    if (last - begin < 2)
        return false;
    if (ws_token_listed(phrases->bytes, token, WS_LIST_ELDER))
        return (token[1].lex & WS_GIVEN_CLASSES) != 0;
    return is_premier(phrases->bytes, token) &&
           (begin == 0 || (token[-1].shape & WS_SHAPE_DIGIT) == 0) &&
           (token[1].lex & (WS_LEX_BIT(TIME) | WS_LEX_BIT(PLACE))) == 0;
}

/* "ASP Tan Wei Ming": letters before a surname that stands first. */
static bool is_letters_before_family(const ws_phrases *phrases, uint32_t first,
                                     uint32_t last)
{
    const ws_token *token = &phrases->tokens->token[first];

    return last - first > 2 && last - first < 5 &&
           (token->lex & (WS_GIVEN_CLASSES | WS_LEX_BIT(BODY) |
                          WS_LEX_BIT(PLACE) | WS_LEX_BIT(SURNAME))) == 0 &&
           (token->shape & WS_SHAPE_ALLCAPS) != 0 &&
           (token->shape & WS_SHAPE_DOT) == 0 &&
           (token[1].shape & WS_SHAPE_ALLCAPS) == 0 &&
           ws_token_listed(phrases->bytes, &token[1], WS_LIST_FAMILY) &&
           (token[last - first - 1].lex &
            (WS_LEX_BIT(BODY) | WS_LEX_BIT(GROUP) | WS_LEX_BIT(PLACE))) == 0;
}

/* "Otto [Graf] Waldern": behind a first name the title is part of the name;
 * but not "Leutnant Graf Waldern". */
static bool is_inner_noble(const ws_phrases *phrases, uint32_t first,
                           uint32_t i)
{
    const ws_token *token = phrases->tokens->token;

    return phrases->tokens->nouns && i > first &&
           phrases->word[i - 1] == WS_WORD_NAME &&
           (token[i - 1].lex & WS_OFFICE_CLASSES) == 0 &&
           ws_token_listed(phrases->bytes, &token[i], WS_LIST_NOBILITY);
}

/* "General Medical Council": no general called Medical, nor of that name. */
static bool is_general(const ws_phrases *phrases, uint32_t first, uint32_t last)
{
    const ws_token *token = phrases->tokens->token;
    const ws_lex common = WS_LEX_BIT(COMMON_ADJ) | WS_LEX_BIT(COMMON_NOUN);
    const ws_lex no =
        WS_GIVEN_CLASSES | WS_LEX_BIT(SURNAME) | WS_OFFICE_CLASSES;

    if (last - first != 3 ||
        !ws_token_listed(phrases->bytes, &token[first], WS_LIST_ADORNED))
        return false;
    return (token[first + 1].lex & common) != 0 &&
           (token[first + 1].lex & no) == 0;
}

/* "Doctors Without Borders Director Ana Ruiz": whether an office and two words
 * or more stand behind the cause that a league's name [first, last) tells. */
static bool is_led(const ws_phrases *phrases, uint32_t first, uint32_t last)
{
    const ws_lex office = WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE);
    const ws_token *token = phrases->tokens->token;

    for (uint32_t i = first + 2; i + 2 < last; i++) {
        if (phrases->word[i] == WS_WORD_NAME &&
            phrases->word[i + 1] == WS_WORD_NAME &&
            (token[i].lex & office) != 0 && !WS_IS(token[i].lex, PLURAL) &&
            (token[i].lex & WS_GIVEN_CLASSES) == 0)
            return true;
    }
    return false;
}

/* "Ms [van der Berg]", "Mayor [de Blasio]": a name begins with small words. */
static bool is_small_begin(const ws_phrases *phrases, uint32_t begin,
                           uint32_t last)
{
    const ws_token *token = phrases->tokens->token;
    uint32_t k = begin;

    while (k + 1 < last && ws_is_small(&token[k]) &&
           WS_IS(token[k].lex, PARTICLE))
        k++;
    return !phrases->tokens->foreign && k > begin &&
           phrases->word[k] == WS_WORD_NAME;
}

/* Where the name begins in the capitalised words [first, last): behind
 * titles, "Secretary of State", a nationality. last when it is all office. */
static uint32_t name_begin(const ws_phrases *phrases, uint32_t first,
                           uint32_t last)
{
    const ws_token *token = phrases->tokens->token;
    const uint8_t *word = phrases->word;
    while (first + 1 < last && is_based(phrases->bytes, &token[first]))
        first++;
    uint32_t begin = first;
    ws_lex end = token[last - 1].lex;

    /* "Revolutionary Guard Corps": a body, whatever its words; but not
     * "Head of the Revolutionary Guard Corps" */
    if (WS_IS(end, BODY) &&
        (!WS_IS(end, SURNAME) || is_general(phrases, first, last)) &&
        !WS_IS(token[first].lex, HONORIFIC) &&
        !is_office_of(phrases, first, last) && !is_called(phrases, first, last))
        return first;
    if (ws_is_league(phrases, first, last) && !is_led(phrases, first, last))
        return first;
    /* "CEO of Brill Grocers Association": a body's members, no office */
    bool grocers = WS_IS(end, BODY) && !WS_IS(end, SURNAME);
    for (uint32_t i = first; i + 1 < last; i++) {
        if (((token[i].lex & WS_OFFICE_CLASSES) != 0 ||
             is_elect(phrases->bytes, &token[i])) &&
            word[i] == WS_WORD_NAME &&
            !is_before_letters(phrases, first, i, last) &&
            !is_given_name(phrases, first, i, last) &&
            !is_inner_noble(phrases, first, i) &&
            !(WS_IS(token[i].lex, PLURAL) &&
              (grocers || is_plain_noun(token[i + 1].lex))))
            begin = i + 1;
    }
    /* "Chairman of the Staff Forum" is all office */
    if (grocers && begin > first && begin + 1 == last &&
        is_office_of(phrases, first, last))
        return last;
    if (begin > first && begin < last && word[begin] != WS_WORD_NAME &&
        token[begin].kind == WS_TOKEN_WORD && !ws_is_noble(phrases, begin) &&
        !is_small_begin(phrases, begin, last)) {
        /* "Secretary of State John Kerry": the given name shows where */
        for (uint32_t i = begin + 1; i + 1 < last; i++)
            if ((token[i].lex & WS_GIVEN_CLASSES) != 0 &&
                word[i - 1] == WS_WORD_NAME)
                return i;
        return WS_IS(token[begin].lex, FOR) ? behind_task(token, begin, last)
                                            : last;
    }
    /* "United Nations Nikki Haley", "Democrat Bob Lane": what stands before
     * the given name is no part of it */
    const ws_lex prefix =
        WS_LEX_BIT(NATIONALITY) | WS_LEX_BIT(PLACE) | WS_LEX_BIT(BODY);
    if (begin == first && last - first > 2 &&
        (token[first].lex & WS_GIVEN_CLASSES) == 0) {
        uint32_t i = first + 1;
        while (i + 1 < last && ((token[i].lex & WS_GIVEN_CLASSES) == 0 ||
                                word[i] != WS_WORD_NAME))
            i++;
        if (is_letters_before_family(phrases, first, last))
            begin = first + 1;
        else if (i + 1 < last &&
                 ((token[i - 1].lex & prefix) != 0 ||
                  ws_token_is_compound(phrases->bytes, &token[i - 1]) ||
                  ws_is_trade(phrases, first, last) ||
                  is_letters_before(phrases, first, i, last)))
            begin = i;
    }
    return begin + is_short_title(phrases, begin, last);
}

/* One title word and one name word, the title no mere honorific, belong
 * together: "Pope Francis", "Queen Elizabeth", "Prince Harry". */
static bool is_royal(const char *bytes, const ws_token *title,
                     const ws_token *name)
{
    /* Francis is a surname too */
    if (is_sovereign(bytes, title) && (name->lex & WS_GIVEN_CLASSES) != 0)
        return true;
    return WS_IS(title->lex, TITLE) && !WS_IS(title->lex, HONORIFIC) &&
           !WS_IS(title->lex, ABBREVIATION) &&
           (name->lex & WS_GIVEN_CLASSES) != 0 && !WS_IS(name->lex, SURNAME);
}

/* "Leipziger Messe": a word in no list that ends as what is of a town. */
static bool is_of_place(const ws_phrases *phrases, uint32_t i)
{
    const ws_token *token = &phrases->tokens->token[i];

    return token->lex == 0 && token->end - token->begin > 4 &&
           phrases->bytes[token->end - 2] == 'e' &&
           phrases->bytes[token->end - 1] == 'r';
}

/* "Brenton City Council": none of a family Council, for what stands before it.
 */
static bool is_council(const ws_phrases *phrases, uint32_t begin, uint32_t last)
{
    const ws_token *token = phrases->tokens->token;
    const ws_lex name = WS_GIVEN_CLASSES | WS_LEX_BIT(SURNAME);

    return last - begin > 2 && (token[last - 1].lex & WS_LEX_BIT(BODY)) != 0 &&
           (token[last - 2].lex & name) == 0 && token[last - 2].lex != 0;
}

/* "Hill & Lowe": two names that one sign joins are a firm's. */
static bool is_partners(const ws_phrases *phrases, uint32_t begin,
                        uint32_t last)
{
    for (uint32_t i = begin + 1; i + 1 < last; i++) {
        const ws_token *token = &phrases->tokens->token[i];
        if (token->end == token->begin + 1 &&
            phrases->bytes[token->begin] == '&')
            return true;
    }
    return false;
}

static uint8_t name_type(const ws_phrases *phrases, uint32_t begin,
                         uint32_t last, bool office)
{
    const ws_token *token = phrases->tokens->token;
    ws_lex end = token[last - 1].lex;
    bool given = (token[begin].lex & WS_GIVEN_CLASSES) != 0;

    /* "Kim Jong Un", and no body is called Un */
    bool family =
        last - begin == 3 && given &&
        (token[last - 1].shape & WS_SHAPE_ALLCAPS) == 0 &&
        ws_token_listed(phrases->bytes, &token[begin], WS_LIST_FAMILY);
    if (is_partners(phrases, begin, last))
        return WHOSAID_SOURCE_BODY;
    if (office || (family && token[last - 1].end - token[last - 1].begin < 4))
        return WHOSAID_SOURCE_PERSON;
    if (ws_is_league(phrases, begin, last))
        return WHOSAID_SOURCE_BODY;
    bool region = !phrases->tokens->foreign &&
                  ws_is_region(phrases->bytes, token, begin, last);
    if (!region && last - begin > 1 && given &&
        ((WS_IS(end, SURNAME) && !is_council(phrases, begin, last)) ||
         (!WS_IS(end, BODY) && !WS_IS(end, GROUP))))
        return WHOSAID_SOURCE_PERSON;
    for (uint32_t i = begin; i < last; i++)
        if (WS_IS(token[i].lex, BODY) ||
            (last - begin > 1 && WS_IS(token[i].lex, GROUP)))
            return WHOSAID_SOURCE_BODY;
    if (last - begin == 1 && (token[begin].shape & WS_SHAPE_ALLCAPS) != 0 &&
        !given && !WS_IS(end, SURNAME) && !WS_IS(end, PLACE))
        return WHOSAID_SOURCE_BODY;
    if (last - begin == 1 && WS_IS(end, NATIONALITY) && WS_IS(end, PLURAL))
        return WHOSAID_SOURCE_GROUP;
    if (phrases->tokens->nouns && last - begin == 2 &&
        is_of_place(phrases, begin))
        return WHOSAID_SOURCE_NONE;
    if (!region && last - begin > 1 && WS_IS(end, SURNAME) && last - begin < 4)
        return WHOSAID_SOURCE_PERSON;
    return WHOSAID_SOURCE_NONE;
}

uint8_t ws_noun_type(ws_lex lex)
{
    const ws_lex thing = WS_LEX_BIT(DOCUMENT) | WS_LEX_BIT(SIGN);
    if ((lex & thing) != 0 && !WS_IS(lex, PERSON) && !WS_IS(lex, ROLE))
        return WHOSAID_SOURCE_DOCUMENT;
    if (WS_IS(lex, GROUP) && !WS_IS(lex, ROLE))
        return WHOSAID_SOURCE_BODY;
    if (WS_IS(lex, ROLE) || WS_IS(lex, PERSON) || WS_IS(lex, ANONYMOUS))
        return WS_IS(lex, PLURAL) ? WHOSAID_SOURCE_GROUP
                                  : WHOSAID_SOURCE_ANONYMOUS;
    return WHOSAID_SOURCE_NONE;
}

bool ws_has_role(const ws_phrases *phrases, uint32_t first, uint32_t last)
{
    const ws_token *token = phrases->tokens->token;

    for (uint32_t i = first; i < last; i++) {
        ws_lex lex = token[i].lex;
        /* "her friend" is no job, "French inventor" is */
        bool person = WS_IS(lex, PERSON) && first > 0 &&
                      !WS_IS(token[first - 1].lex, POSSESSIVE) &&
                      !WS_IS(token[first].lex, POSSESSIVE);
        if (WS_IS(lex, ROLE) || person ||
            (WS_IS(lex, TITLE) && !WS_IS(lex, HONORIFIC)))
            return !WS_IS(lex, PLURAL);
    }
    return false;
}

/* "The former Chancellor", "the Dean": behind "the" an office, though a surname
 * elsewhere, or, right behind it, a given name. */
static bool is_the_office(const ws_phrases *phrases, uint32_t first,
                          uint32_t last)
{
    const ws_token *token = phrases->tokens->token;
    const ws_lex office = WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE);
    uint32_t the = first;

    for (uint32_t i = first; i < last; i++)
        if (phrases->word[i] != WS_WORD_NAME ||
            (token[i].lex & (WS_LEX_BIT(BODY) | WS_LEX_BIT(GROUP))) != 0)
            return false; /* "the Department of Justice" */
    while (the > 0 && first - the < BEFORE_OFFICE &&
           (the == first || phrases->word[the] == WS_WORD_NAME ||
            phrases->word[the] == WS_WORD_MODIFIER))
        the--;
    return !phrases->tokens->foreign &&
           (token[last - 1].lex & office) == office &&
           ((token[last - 1].lex & WS_GIVEN_CLASSES) == 0 || the + 2 == last) &&
           ws_token_listed(phrases->bytes, &token[the], WS_LIST_DEFINITE);
}

/* "US Ambassador", "Pennsylvania Gov.", "Vice President": the last word of
 * [first, last) is an office, and none is a name. */
static bool is_office(const ws_phrases *phrases, uint32_t first, uint32_t last)
{
    const ws_token *token = phrases->tokens->token;
    const ws_lex name = WS_GIVEN_CLASSES | WS_LEX_BIT(SURNAME);
    ws_lex end = token[last - 1].lex;

    if ((end & (WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE))) == 0 ||
        (end & (WS_LEX_BIT(HONORIFIC) | WS_LEX_BIT(PLURAL) | WS_LEX_BIT(BODY) |
                WS_LEX_BIT(GROUP))) != 0)
        return false;
    bool capitals = (token[last - 1].shape & WS_SHAPE_ALLCAPS) != 0;
    uint32_t names =
        is_the_office(phrases, first, last) ? last - 1 : last; /* up to here */
    for (uint32_t i = first; i < names; i++) {
        ws_lex lex = token[i].lex;
        if (((lex & name) != 0 && !WS_IS(lex, ABBREVIATION)) ||
            (lex == 0 && capitals)) /* "Kama Melly QC" */
            return false;
    }
    return true;
}

/* "Ms Judge": Mr and Ms before a word that is an office elsewhere; but "Mr
 * Speaker". */
static bool is_borne(const ws_phrases *phrases, uint32_t group, uint32_t begin,
                     uint32_t last)
{
    const ws_token *token = &phrases->tokens->token[begin];

    if (begin == group || begin + 1 != last ||
        (token->shape & WS_SHAPE_ALLCAPS) != 0)
        return false;
    return WS_IS(token[-1].lex, HONORIFIC) && !WS_IS(token[-1].lex, ROLE) &&
           ws_number_and_gender(token[-1].lex) != 0 &&
           !ws_token_listed(phrases->bytes, token, WS_LIST_ADDRESSED);
}

uint16_t ws_indefinite(const ws_token *first)
{
    const ws_lex told =
        WS_LEX_BIT(MALE) | WS_LEX_BIT(FEMALE) | WS_LEX_BIT(PLURAL);
    uint32_t len = first->end - first->begin;
    /* "a", "another"; not "le" and "la" of other languages */
    bool is = WS_IS(first->lex, QUANTITY) ||
              (WS_IS(first->lex, DET) && (first->lex & told) == 0 &&
               (len < ARTICLE_BYTES || len == ANOTHER_BYTES));

    return is ? WS_M_INDEFINITE : 0;
}

/* "Mitbegründer Ulrich Lampe", "die Liberale Petra Vogt": where nouns have
 * capitals, a word in no list before a given name and another is one, if an
 * article stands there or it is long. */
static bool is_noun_first(const ws_phrases *phrases, uint32_t first,
                          uint32_t group, uint32_t last)
{
    const ws_token *token = &phrases->tokens->token[group];

    return phrases->tokens->nouns && last - group > 2 && token->lex == 0 &&
           (token->shape & WS_SHAPE_ALLCAPS) == 0 &&
           (token[1].lex & WS_GIVEN_CLASSES) != 0 &&
           phrases->word[group + 1] == WS_WORD_NAME &&
           (first < group || token->end - token->begin >= NOUN_BYTES);
}

/* "newspaper", "union", "charity": one body, whatever its name. */
static bool is_body_noun(const char *bytes, const ws_token *token)
{
    const ws_lex people = WS_LEX_BIT(PLURAL) | WS_LEX_BIT(ROLE) |
                          WS_LEX_BIT(PERSON) | WS_LEX_BIT(ANONYMOUS);
    const ws_lex body = WS_LEX_BIT(BODY) | WS_LEX_BIT(DOCUMENT);

    return WS_IS(token->lex, GROUP) && (token->lex & people) == 0 &&
           ((token->lex & body) != 0 ||
            ws_token_listed(bytes, token, WS_LIST_VENTURE));
}

/* "newspaper Haaretz", "charity Clean Canals": the name at group is a body's,
 * by the noun before it; but "campaign Ruiz". */
static bool is_of_body_noun(const ws_phrases *phrases, uint32_t group,
                            uint32_t last)
{
    const ws_token *token = phrases->tokens->token;
    const ws_lex name = WS_GIVEN_CLASSES | WS_LEX_BIT(SURNAME);

    /* "battery maker Norvane" */
    if (last - group == 1 && token[group].lex == 0 &&
        ws_token_listed(phrases->bytes, &token[group - 1], WS_LIST_FIRM))
        return true;
    return is_body_noun(phrases->bytes, &token[group - 1]) &&
           (last - group > 1 || (token[group].lex & name) == 0);
}

/* The type of the name [group, last) with a noun before it. */
static uint8_t type_behind_noun(const ws_phrases *phrases, uint32_t group,
                                uint32_t last)
{
    ws_lex noun = phrases->tokens->token[group - 1].lex;

    /* "Landgericht Emden": where nouns have capitals, whose name it is */
    if (phrases->tokens->nouns)
        return ws_noun_type(noun) == WHOSAID_SOURCE_BODY
                   ? WHOSAID_SOURCE_NONE
                   : name_type(phrases, group, last, true);
    if (!is_of_body_noun(phrases, group, last))
        return name_type(phrases, group, last, true);
    uint8_t type = name_type(phrases, group, last, false);
    return type == WHOSAID_SOURCE_NONE ? WHOSAID_SOURCE_BODY : type;
}

/* "the Right Honourable Ana Ruiz MP": a given name and a surname, or a title.
 */
static bool holds_somebody(const ws_phrases *phrases, uint32_t group,
                           uint32_t last)
{
    const ws_token *token = phrases->tokens->token;

    for (uint32_t i = group; i + 1 < last; i++) {
        if (WS_IS(token[i].lex, HONORIFIC) ||
            ((token[i].lex & WS_GIVEN_CLASSES) != 0 &&
             !WS_IS(token[i].lex, PLACE) && i + 2 < last &&
             (WS_IS(token[i + 1].lex, SURNAME) || token[i + 1].lex == 0) &&
             !WS_IS(token[i + 1].lex, PLACE)))
            return true;
    }
    return false;
}

/* "the Brill South MP": by the seat. */
static bool is_by_seat(const ws_phrases *phrases, uint32_t group, uint32_t last)
{
    const ws_token *seat = &phrases->tokens->token[last - 1];

    return last - group > 1 &&
           ((WS_IS(seat->lex, NAME_SUFFIX) && WS_IS(seat->lex, ROLE)) ||
            ws_token_listed(phrases->bytes, seat, WS_LIST_SEATED)) &&
           !holds_somebody(phrases, group, last);
}

/* "the South Dakota Republican", "a Democrat": no name, for all its capitals;
 * nor "the Lib Dem", if a name follows. */
static bool is_partisan(const ws_phrases *phrases, uint32_t first,
                        uint32_t group, uint32_t last)
{
    const ws_token *end = &phrases->tokens->token[last];

    return first < group && phrases->word[first] == WS_WORD_DETERMINER &&
           (ws_token_listed(phrases->bytes, end - 1, WS_LIST_PARTISAN) ||
            (last + 1 < phrases->tokens->count && ws_is_comma(end) &&
             ws_is_capital(end + 1) &&
             ws_token_listed(phrases->bytes, end - 1, WS_LIST_PARTY)) ||
            is_by_seat(phrases, group, last));
}

/* What the words before the name, which stands at begin, tell of m. */
static void take_titles(const ws_phrases *phrases, uint32_t begin,
                        ws_mention *m)
{
    const ws_token *token = phrases->tokens->token;

    for (uint32_t i = m->first; i < m->last; i++) {
        bool kin = i + 1 == begin && WS_IS(token[i].lex, PERSON);
        if (i < begin && (kin || (token[i].lex & WS_OFFICE_CLASSES) != 0))
            m->flags |=
                ws_number_and_gender(token[i].lex) & (WS_M_MALE | WS_M_FEMALE);
        if (i < begin && WS_IS(token[i].lex, HONORIFIC))
            m->flags |= WS_M_HONORIFIC;
    }
}

static ws_mention plain_mention(const ws_phrases *phrases, uint32_t first,
                                uint32_t group, uint32_t last)
{
    const ws_token *token = phrases->tokens->token;
    const uint8_t *word = phrases->word;
    uint32_t begin = name_begin(phrases, group, last);
    ws_mention m = {.first = first,
                    .last = last,
                    .head = last - 1,
                    .tail = last,
                    .kind = WS_MENTION_NAME};

    take_titles(phrases, begin, &m);
    if (begin == group && is_noun_first(phrases, first, group, last))
        begin = group + 1;
    if (begin < last && is_office(phrases, begin, last) &&
        !is_borne(phrases, group, begin, last))
        begin = last;
    if (is_partisan(phrases, first, group, last)) {
        m.kind = WS_MENTION_NOMINAL;
        m.type = WHOSAID_SOURCE_ANONYMOUS;
        m.flags |= ws_indefinite(&token[first]);
        return m;
    }
    if (begin == last || (last - begin == 1 && begin == group &&
                          (token[begin].lex & WS_OFFICE_CLASSES) != 0 &&
                          (token[begin].lex & WS_GIVEN_CLASSES) == 0 &&
                          !WS_IS(token[begin].lex, SURNAME))) {
        /* "Head of IFPI", "the President": an office without a name */
        ws_lex end = token[last - 1].lex;
        while (begin > group &&
               ((token[begin - 1].lex & WS_OFFICE_CLASSES) == 0 ||
                (WS_IS(token[begin - 1].lex, PLURAL) &&
                 (WS_IS(end, BODY) || /* "Chair of Judges" */
                  (begin > group + 2 && WS_IS(token[begin - 2].lex, OF))))))
            begin--;
        m.head = begin > group ? begin - 1 : last - 1;
        m.kind = WS_MENTION_NOMINAL;
        m.type = ws_noun_type(token[m.head].lex);
        m.flags |= ws_number_and_gender(token[m.head].lex) |
                   ws_indefinite(&token[first]);
        return m;
    }
    if (last - begin == 1 && begin == group + 1 &&
        is_royal(phrases->bytes, &token[group], &token[begin]))
        begin = group;
    bool noun = group > first && word[group - 1] == WS_WORD_NOUN;
    bool office = noun || (begin > group &&
                           (token[begin - 1].lex & WS_OFFICE_CLASSES) != 0);
    m.name = begin;
    m.name_end = last;
    /* "The Ana Ruiz Show" is hers */
    if (last - begin == 3 && WS_IS(token[last - 1].lex, WORK) &&
        !WS_IS(token[last - 1].lex, SURNAME) &&
        (token[begin].lex & WS_GIVEN_CLASSES) != 0 &&
        (WS_IS(token[begin + 1].lex, SURNAME) || token[begin + 1].lex == 0) &&
        word[begin + 1] == WS_WORD_NAME)
        m.name_end = last - 1;
    m.type = noun && begin == group
                 ? type_behind_noun(phrases, group, m.name_end)
                 : name_type(phrases, begin, m.name_end, office);
    m.role = m.role_end = first;
    if (noun || begin > group) {
        uint32_t from = first;
        while (from < begin && word[from] == WS_WORD_DETERMINER)
            from++;
        if (ws_has_role(phrases, from, begin)) {
            m.role = from;
            m.role_end = begin;
        }
    }
    return m;
}

/* "Die „Nordzeitung“": the marks are no part of the name. */
static ws_mention paper_mention(uint32_t first, uint32_t group, uint32_t last)
{
    return (ws_mention){.first = first,
                        .last = last,
                        .head = last - 2,
                        .tail = last,
                        .name = group + 1,
                        .name_end = last - 1,
                        .role = first,
                        .role_end = first,
                        .type = WHOSAID_SOURCE_BODY,
                        .kind = WS_MENTION_NAME};
}

ws_mention ws_name_mention(const ws_phrases *phrases, uint32_t first,
                           uint32_t group, uint32_t last)
{
    return ws_is_paper_mark(&phrases->tokens->token[group]) && group + 2 < last
               ? paper_mention(first, group, last)
               : plain_mention(phrases, first, group, last);
}

/* "Sophie [in 't] Veld": tokens of it before token k of a name; or 0. */
static uint32_t infix_before(const ws_phrases *phrases, uint32_t first,
                             uint32_t k, uint32_t last)
{
    for (uint32_t n = 2; n <= 3 && k > first + n; n++)
        if (ws_infix(phrases->bytes, phrases->tokens, k - n, last) == n)
            return n;
    return 0;
}

uint32_t ws_name_group(const ws_phrases *phrases, uint32_t first, uint32_t last)
{
    const uint8_t *word = phrases->word;
    uint32_t k = last;

    while (k > first) {
        bool joined = k < last && (word[k - 1] == WS_WORD_OUT ||
                                   is_quoted(phrases, k - 1) !=
                                       is_quoted(phrases, last - 1));
        bool the = k < last && k - first > 2 &&
                   word[k - 1] == WS_WORD_DETERMINER &&
                   word[k - 2] == WS_WORD_OUT;
        uint32_t infix =
            k < last && !joined ? infix_before(phrases, first, k, last) : 0;
        if (word[k - 1] != WS_WORD_NAME && !joined && !the && infix == 0)
            break;
        k -= infix == 0 ? 1 : infix;
    }
    return k;
}
