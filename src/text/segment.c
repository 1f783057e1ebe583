/*
 * segment.c - cut a document into tokens.
 *
 *   in   bytes, paragraphs
 *   out  tokens, by begin; for each paragraph its first
 *
 * 1. Count, cheaply, no fewer places than tokens can begin at.
 * 2. Cut each paragraph from left to right. What the byte at hand is decides
 *    which cutter takes it: word, mark, punctuation, anything else.
 * 3. A word grows run by run of letters and digits. Between two runs may
 *    stand a joiner: an apostrophe, a hyphen, the dot of "U.S.", the comma of
 *    "10,000". When it can grow no more, its end is looked at again: a
 *    genitive 's is cut off, an abbreviation takes its full stop.
 *
 * Every look ahead is bounded, so the cost is linear.
 *
 * Not here: which marks are quotation marks and which apostrophes, see
 * mark.c; whether a full stop ends a sentence, see sentence.c.
 */
#include "text/segment.h"

#include <string.h>

#include "base/bytes.h"
#include "base/unicode.h"
#include "text/encoded.h"

enum {
    LOOK_AHEAD = 64, /* bytes; no local part of an address is longer */
    ALNUM = WS_CP_LETTER | WS_CP_DIGIT
};

/* Letters join only with letters of their own script. */
enum { SCRIPT_ANY, SCRIPT_HAN, SCRIPT_HIRAGANA, SCRIPT_KATAKANA, SCRIPT_OTHER };

struct cutter {
    const char *bytes;
    const unsigned char *byte; /* the same */
    uint32_t at;
    uint32_t end;  /* of the paragraph */
    uint32_t sign; /* next '@' at or after at, or end */
    uint32_t paragraph;
    bool space; /* white space, or the paragraph's begin, is before at */
    ws_token *token;
    uint32_t count;
    uint64_t steps;
};

/* A word as it grows. */
struct word {
    uint32_t begin;
    uint32_t letters;
    uint32_t parted; /* letters before the last inner dot */
    uint32_t uppers;
    uint32_t digits;
    uint32_t apostrophe; /* the last inner one; 0: none */
    uint32_t before;     /* letters << 16 | uppers, before it, capped */
    int script;
    bool dots;   /* "U.S": inner dots of an abbreviation */
    bool hyphen; /* inner */
    bool domain; /* "example.com" */
    bool web;    /* an address */
};

/* The code point at a place and what it is; past the end, nothing. What is
 * spelled out, as &quot;, is the sign it stands for. */
struct here {
    int32_t cp;
    uint32_t step;
    uint32_t class;
};

static inline struct here look(const struct cutter *cut, uint32_t at)
{
    struct here here = {WS_CP_BAD, 0, 0};

    if (at >= cut->end)
        return here;
    if (ws_encoded_begins(cut->byte[at]) &&
        (here.step = ws_encoded_read(cut->bytes, at, cut->end, &here.cp)) > 0) {
        here.class = ws_cp_class(here.cp);
    } else if (cut->byte[at] < 0x80) {
        here.cp = cut->byte[at];
        here.step = 1;
        here.class = ws_ascii_class[here.cp];
    } else {
        here.step = ws_utf8_next(cut->bytes, cut->end, at, &here.cp);
        here.class = ws_cp_class(here.cp);
    }
    return here;
}

static bool is_ascii(const struct cutter *cut, uint32_t at, char want)
{
    return at < cut->end && cut->bytes[at] == want;
}

/* High bits of the bytes that are ASCII letters. A sum carries only behind a
 * byte that is not ASCII. */
static uint64_t letters_of(uint64_t eight)
{
    uint64_t lower = eight | WS_EACH(0x20);

    return (lower + WS_EACH(0x80 - 'a')) & ~(lower + WS_EACH(0x7F - 'z')) &
           ~eight & WS_EACH(0x80);
}

/* How many bytes have their high bits set; no other bits are. */
static uint32_t count_marked(uint64_t marked)
{
    return (uint32_t)((marked >> 7) * WS_EACH(1) >> 56);
}

static int script_of(const struct here *here)
{
    if ((here->class & WS_CP_IDEOGRAPH) == 0)
        return SCRIPT_ANY;
    if (here->cp >= 0x3041 && here->cp <= 0x309F)
        return SCRIPT_HIRAGANA;
    if ((here->cp >= 0x30A0 && here->cp <= 0x30FF) ||
        (here->cp >= 0xFF66 && here->cp <= 0xFF9F))
        return SCRIPT_KATAKANA;
    return here->cp >= 0x2E80 ? SCRIPT_HAN : SCRIPT_OTHER;
}

/* U+00AD and its like: inside a word they are nothing. */
static bool is_format(const struct here *here)
{
    return (here->class & WS_CP_CONTROL) != 0 && here->cp >= 0xA0;
}

static bool is_apostrophe(int32_t cp)
{
    return cp == '\'' || cp == 0x2019;
}

static ws_token *emit(struct cutter *cut, uint32_t begin, uint32_t end,
                      ws_token_kind kind)
{
    ws_token *token = &cut->token[cut->count++];

    token->begin = begin;
    token->end = end;
    token->paragraph = cut->paragraph;
    token->kind = (uint8_t)kind;
    token->shape = cut->space ? WS_SHAPE_SPACE : 0;
    cut->space = false;
    cut->at = end;
    return token;
}

/* -- words ---------------------------------------------------------------- */

/* One letter, digit, combining or format character beyond ASCII. */
static bool take_wide(struct cutter *cut, struct word *word)
{
    struct here here = look(cut, cut->at);

    if (is_format(&here) && here.cp != 0x200B) { /* zero width space */
        struct here next = look(cut, cut->at + here.step);
        if ((next.class & ALNUM) == 0)
            return false;
    } else if ((here.class & ALNUM) != 0) {
        int script = script_of(&here);
        if (cut->at == word->begin)
            word->script = script;
        if (script != word->script)
            return false;
        word->letters += (here.class & WS_CP_LETTER) != 0;
        word->uppers += (here.class & WS_CP_UPPER) != 0;
        word->digits += (here.class & WS_CP_DIGIT) != 0;
    } else if ((here.class & WS_CP_COMBINE) == 0) {
        return false;
    }
    cut->at += here.step;
    return true;
}

/* Grow by ASCII letters and digits. */
static void take_ascii(struct cutter *cut, struct word *word)
{
    const unsigned char *byte = cut->byte;
    uint32_t begin = cut->at;
    uint32_t at = begin;
    uint32_t seen = 0; /* every class met */
    uint32_t class;

    while (at < cut->end && byte[at] < 0x80 &&
           ((class = ws_ascii_class[byte[at]]) & ALNUM) != 0) {
        seen |= class;
        at++;
    }
    cut->at = at;
    if ((seen & (WS_CP_UPPER | WS_CP_DIGIT)) == 0) {
        word->letters += at - begin;
        return;
    }
    for (at = begin; at < cut->at; at++) {
        class = ws_ascii_class[byte[at]];
        word->letters += (class & WS_CP_LETTER) != 0;
        word->uppers += (class & WS_CP_UPPER) != 0;
        word->digits += (class & WS_CP_DIGIT) != 0;
    }
}

/* Grow by letters and digits of one script. */
static void take_run(struct cutter *cut, struct word *word)
{
    uint32_t from = cut->at;

    do {
        if (word->script == SCRIPT_ANY)
            take_ascii(cut, word);
    } while (cut->at < cut->end && cut->byte[cut->at] >= 0x80 &&
             take_wide(cut, word));
    cut->steps += cut->at - from + 1;
}

/* Letters from at on, at most most; end is set behind the last. */
static uint32_t letters_at(struct cutter *cut, uint32_t at, uint32_t most,
                           uint32_t *end)
{
    uint32_t count = 0;

    for (; count < most; count++) {
        struct here here = look(cut, at);
        if ((here.class & WS_CP_LETTER) == 0)
            break;
        at += here.step;
    }
    cut->steps += count;
    *end = at;
    return count;
}

/* "com" in "example.com": a last part of a domain, after the dot. */
static bool is_domain(struct cutter *cut, uint32_t at)
{
    static const char tops[][5] = {
        "au",   "biz", "ca", "cn", "co", "com", "de",  "edu", "eu", "fr", "gov",
        "info", "int", "io", "jp", "ly", "mil", "net", "org", "ru", "tv", "uk"};
    uint32_t end;
    uint32_t len = letters_at(cut, at, 5, &end);
    struct here after = look(cut, end);

    if (len < 2 || len > 4 || end - at != len || (after.class & ALNUM) != 0)
        return false;
    for (size_t i = 0; i < sizeof tops / sizeof tops[0]; i++)
        if (strlen(tops[i]) == len &&
            memcmp(tops[i], cut->bytes + at, len) == 0)
            return true;
    return false;
}

/* Grow to the end of an address: to white space, a mark or a bracket, but
 * not with the punctuation it ends in: "see http://a.org/b." */
static void take_address(struct cutter *cut, struct word *word)
{
    uint32_t from = cut->at;

    word->web = true;
    while (cut->at < cut->end) {
        struct here here = look(cut, cut->at);
        if (here.cp == WS_CP_BAD || here.cp == '<' || here.cp == '>' ||
            (here.cp != '\'' && (here.class & WS_CP_QUOTE) != 0) ||
            (here.class & (WS_CP_SPACE | WS_CP_CONTROL)) != 0)
            break;
        cut->at += here.step;
    }
    cut->steps += cut->at - from;
    while (cut->at > from &&
           strchr(".,;:!?)]'*", cut->bytes[cut->at - 1]) != NULL)
        cut->at--;
}

/* A dot between two runs. It joins in "U.S.", "a.m.", "Ph.D.", "3.5" and
 * "example.com", not in "he said.Then". */
static bool take_dot(struct cutter *cut, struct word *word)
{
    uint32_t after = cut->at + 1;
    uint32_t before = word->letters - word->parted;
    uint32_t end;
    uint32_t next = letters_at(cut, after, 4, &end);
    struct here first = look(cut, after);
    bool numeral = (ws_cp_class(cut->byte[cut->at - 1]) & WS_CP_DIGIT) != 0;

    if (numeral && (first.class & WS_CP_DIGIT) != 0) {
        cut->at++;
        return true;
    }
    if (cut->at - word->begin == 3 && next > 0 &&
        memcmp(cut->bytes + word->begin, "www", 3) == 0) {
        take_address(cut, word);
        return false;
    }
    if (next >= 2 && is_domain(cut, after) && !word->dots) {
        word->domain = true;
        cut->at = after;
        return true;
    }
    /* "D-N.Y.": a party and a state */
    bool tag = word->hyphen && word->letters == 2 && word->uppers == 2 &&
               cut->at - word->begin == 3;
    if (tag)
        before = 1;
    if (word->digits > 0 || (word->hyphen && !tag && !word->dots) ||
        word->apostrophe != 0 || word->domain || before == 0)
        return false;
    /* "U.S", "i.e", "B.Sc"; "Ph.D." if a stop follows: not "yes.I" */
    bool joins = next == 1 && (before == 1 || is_ascii(cut, end, '.'));
    if (before == 1 && next == 2)
        joins = (first.class & WS_CP_UPPER) != 0;
    if (!joins || before > 3)
        return false;
    word->dots = true;
    word->parted = word->letters;
    cut->at = after;
    return true;
}

/* Whether a Hebrew letter stands at byte at: U+05D0..05EA. */
static bool is_hebrew(const struct cutter *cut, uint32_t at)
{
    return at + 1 < cut->end && cut->byte[at] == 0xD7 &&
           cut->byte[at + 1] >= 0x90 && cut->byte[at + 1] <= 0xAA;
}

/* A mark before an abbreviation's last letter is part of the word; behind a
 * prefix ("and", "the", "in": one letter each) it may open a quotation, but
 * not if one letter follows. */
static bool is_gershayim(const struct cutter *cut, const struct word *word,
                         const struct here *mark)
{
    static const unsigned char prefix[] = {0x91, 0x94, 0x95, 0x9B,
                                           0x9C, 0x9E, 0xA9};
    uint32_t after = cut->at + mark->step;
    uint32_t letters = 0;
    bool stem = false; /* a letter that is no prefix */

    if ((mark->cp != '"' && mark->cp != 0x05F4 && mark->cp != 0x201D) ||
        !is_hebrew(cut, after))
        return false;
    for (uint32_t at = cut->at; at >= word->begin + 2 && letters < 8; at -= 2) {
        if (!is_hebrew(cut, at - 2))
            break;
        letters++;
        stem = stem || memchr(prefix, cut->byte[at - 1], sizeof prefix) == NULL;
    }
    return letters > 0 && (stem || !is_hebrew(cut, after + 2));
}

/* A joiner and the begin of a run behind it; false when the word ends. */
static bool take_joiner(struct cutter *cut, struct word *word)
{
    struct here here = look(cut, cut->at);

    if (here.step == 0 || (here.class & WS_CP_SPACE) != 0)
        return false;

    struct here next = look(cut, cut->at + here.step);
    bool digits = (next.class & WS_CP_DIGIT) != 0 &&
                  (ws_cp_class(cut->byte[cut->at - 1]) & WS_CP_DIGIT) != 0;

    if (word->script != SCRIPT_ANY)
        return false;
    if (here.cp == ':' && word->digits == 0 &&
        is_ascii(cut, cut->at + 1, '/') && is_ascii(cut, cut->at + 2, '/')) {
        take_address(cut, word);
        return false;
    }
    if (here.cp == '.' && word->dots && next.cp == '-' &&
        (look(cut, cut->at + 2).class & ALNUM) != 0) {
        word->hyphen = true; /* "U.S.-led" */
        cut->at += 2;
        return true;
    }
    if (here.cp == '/' && word->domain) {
        take_address(cut, word);
        return false;
    }
    if ((next.class & (ALNUM | WS_CP_IDEOGRAPH)) == 0 ||
        (next.class & WS_CP_IDEOGRAPH) != 0)
        return false;
    if (here.cp == '.')
        return take_dot(cut, word);
    if (here.cp == ',' || here.cp == ':' || here.cp == '/') {
        if (!digits)
            return false;
    } else if (is_apostrophe(here.cp)) {
        word->apostrophe = cut->at;
        word->before = (word->letters < 0xFFFF ? word->letters : 0xFFFF) << 16 |
                       (word->uppers < 0xFFFF ? word->uppers : 0xFFFF);
    } else if (here.cp == '-' || here.cp == 0x2010 || here.cp == 0x2011) {
        word->hyphen = true;
    } else if (is_gershayim(cut, word, &here)) {
        cut->at += here.step;
        return true;
    } else if (here.cp != '&' && here.cp != '_') {
        return false;
    }
    cut->at += here.step;
    return true;
}

/* "a.b@example.org": the local part, the sign, two labels or more. */
static bool take_email(struct cutter *cut, struct word *word)
{
    uint32_t at = word->begin;

    if (cut->sign - at > LOOK_AHEAD || cut->sign == cut->end)
        return false;
    for (; at < cut->sign; at++) {
        unsigned char byte = cut->byte[at];
        cut->steps++;
        if (byte >= 0x80 ||
            ((ws_ascii_class[byte] & ALNUM) == 0 && byte != '.' &&
             byte != '_' && byte != '-' && byte != '+'))
            return false;
    }
    uint32_t label = 0; /* bytes of the last label */
    uint32_t dots = 0;
    for (at++; at < cut->end && at - cut->sign <= 4 * LOOK_AHEAD; at++) {
        unsigned char byte = cut->byte[at];
        cut->steps++;
        if (byte == '.' && label > 0) {
            label = 0;
            dots++;
        } else if (byte == '-' ||
                   (byte < 0x80 && (ws_ascii_class[byte] & ALNUM) != 0)) {
            label++;
        } else {
            break;
        }
    }
    if (label == 0 && dots > 0) {
        at--;
        dots--;
    }
    if (dots == 0)
        return false;
    cut->at = at;
    word->web = true;
    return true;
}

/* -- the end of a word ---------------------------------------------------- */

static ws_lex find(const struct cutter *cut, uint32_t begin, uint32_t end)
{
    return ws_lexicon_find(cut->bytes + begin, end - begin);
}

/* Whether the word ends in an apostrophe and s. */
static bool has_genitive(const struct cutter *cut, const struct word *word)
{
    uint32_t mark = word->apostrophe;

    if (mark == 0 || word->letters == 0)
        return false;
    mark += look(cut, mark).step;
    return cut->at - mark == 1 &&
           (cut->byte[mark] == 's' || cut->byte[mark] == 'S');
}

/* Words that begin a sentence and are no part of a name: "plan B. The". */
static bool is_function_word(ws_lex lex)
{
    return (lex & (WS_LEX_BIT(DET) | WS_LEX_BIT(PRONOUN) |
                   WS_LEX_BIT(POSSESSIVE) | WS_LEX_BIT(PREPOSITION) |
                   WS_LEX_BIT(CONJUNCTION) | WS_LEX_BIT(SUBORDINATOR) |
                   WS_LEX_BIT(AND) | WS_LEX_BIT(BE) | WS_LEX_BIT(MODAL) |
                   WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(ADVERB))) != 0;
}

/* The first character behind the full stop at dot, white space left out. */
static struct here beyond(struct cutter *cut, uint32_t *dot)
{
    struct here here = {WS_CP_BAD, 1, WS_CP_SPACE};
    uint32_t at = *dot;

    for (int turn = 0; turn < 4 && (here.class & WS_CP_SPACE) != 0; turn++) {
        at += here.step;
        here = look(cut, at);
        cut->steps++;
    }
    *dot = at;
    return here;
}

static bool follows_given_name(const struct cutter *cut)
{
    ws_lex lex = cut->count > 0 ? cut->token[cut->count - 1].lex : 0;

    return WS_IS(lex, GIVEN_MALE) || WS_IS(lex, GIVEN_FEMALE);
}

/* "J. K. Rowling", "George W. Bush", "Booker T.'s", "Samuel L., ..." */
static bool is_initial(struct cutter *cut, ws_lex lex)
{
    uint32_t at = cut->at;
    uint32_t end;
    struct here next = beyond(cut, &at);
    bool apart = at > cut->at + 1;

    if (next.step == 0)
        return false;
    if (!apart && (next.cp == ',' || next.cp == ';' || next.cp == '-' ||
                   is_apostrophe(next.cp)))
        return true;
    if ((next.class & WS_CP_UPPER) == 0)
        return false;

    uint32_t len = letters_at(cut, at, 16, &end);
    if (len == 1 && is_ascii(cut, end, '.'))
        return true;
    /* "as tall as I. John": the pronoun, but in "William I. Smith" */
    if (WS_IS(lex, PRONOUN) && !follows_given_name(cut))
        return false;
    return !is_function_word(find(cut, at, end));
}

/* "etc." always; a common word only before what begins no sentence, "no. 5",
 * or as a capitalised noun before a name, "Rep. Lee" but "No. Lee left". */
static bool is_abbreviation(struct cutter *cut, const struct word *word,
                            ws_lex lex)
{
    uint32_t at = cut->at;

    if (!WS_IS(lex, ABBREVIATION) && !WS_IS(lex, ABBREV_INNER))
        return false;
    if (!WS_IS(lex, COMMON_NOUN) && !WS_IS(lex, COMMON_VERB) &&
        !WS_IS(lex, COMMON_ADJ) && !WS_IS(lex, COMMON_OTHER))
        return true;

    struct here next = beyond(cut, &at);
    if ((next.class & (WS_CP_LOWER | WS_CP_DIGIT)) != 0 || next.cp == ',')
        return true;
    return (next.class & WS_CP_UPPER) != 0 && word->uppers > 0 &&
           !WS_IS(lex, COMMON_OTHER);
}

/* Whether the full stop at cut->at belongs to the word before it. */
static bool takes_stop(struct cutter *cut, const struct word *word, ws_lex lex)
{
    if (!is_ascii(cut, cut->at, '.') || is_ascii(cut, cut->at + 1, '.'))
        return false;
    if (word->dots)
        return true;
    if (word->letters == 1 && word->uppers == 1 && word->digits == 0 &&
        cut->at - word->begin <= 4 && is_initial(cut, lex))
        return true;
    return is_abbreviation(cut, word, lex);
}

static uint8_t shape_of(const struct word *word, bool capital)
{
    uint8_t shape = 0;

    if (capital)
        shape |= WS_SHAPE_CAPITAL;
    if (word->letters >= 2 && word->uppers == word->letters)
        shape |= WS_SHAPE_ALLCAPS;
    if (word->hyphen)
        shape |= WS_SHAPE_HYPHEN;
    if (word->digits > 0)
        shape |= WS_SHAPE_DIGIT;
    return shape;
}

/* "5", "3.5", "1990s", "5th", "50%"; but "7-year-old" is a word. */
static bool is_number(const struct word *word, const struct here *first)
{
    return (first->class & WS_CP_DIGIT) != 0 &&
           (word->letters == 0 || (!word->hyphen && word->letters <= 3));
}

/* The word's classes; "don&#39;t" is looked up as "don't". */
static ws_lex find_word(const struct cutter *cut, const struct word *word,
                        uint32_t end)
{
    uint32_t head = word->apostrophe - word->begin;
    uint32_t step = word->apostrophe != 0 && word->apostrophe < end
                        ? look(cut, word->apostrophe).step
                        : 0;
    char key[LOOK_AHEAD];

    if (step <= 3 || end - word->begin - step >= sizeof key)
        return find(cut, word->begin, end);
    memcpy(key, cut->bytes + word->begin, head);
    key[head] = '\'';
    memcpy(key + head + 1, cut->bytes + word->apostrophe + step,
           end - word->apostrophe - step);
    return ws_lexicon_find(key, end - word->begin - step + 1);
}

/* "Kelly-Anne", "Jean-Claude": a given name where both halves are, of the
 * gender that both have, else of the first one's; Jean is a man's then. */
static ws_lex find_double(const struct cutter *cut, uint32_t begin,
                          uint32_t end)
{
    const ws_lex given = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);
    uint32_t dash = begin;

    while (dash < end && cut->bytes[dash] != '-')
        dash++;
    if (dash + 1 >= end || (cut->byte[dash + 1] & 0x20) != 0)
        return 0;
    ws_lex one = find(cut, begin, dash) & given;
    ws_lex two = find(cut, dash + 1, end) & given;
    if (one == 0 || two == 0)
        return 0;
    bool jean = dash - begin == 4 && memcmp(cut->bytes + begin, "Jean", 4) == 0;
    if (jean && WS_IS(two, GIVEN_MALE))
        return WS_LEX_BIT(GIVEN_MALE);
    return (one & two) != 0 ? one & two : one;
}

/* Write the word down: word->begin to cut->at. */
static void end_word(struct cutter *cut, struct word *word)
{
    struct here first = look(cut, word->begin);
    uint32_t end = cut->at;
    uint32_t genitive = 0;
    ws_lex lex = 0;

    if (is_number(word, &first)) {
        end += is_ascii(cut, end, '%');
        ws_token *number = emit(cut, word->begin, end, WS_TOKEN_NUMBER);
        number->shape |= shape_of(word, false);
        return;
    }
    if (!word->web)
        lex = find_word(cut, word, end);
    if (lex == 0 && has_genitive(cut, word)) {
        genitive = end;
        end = cut->at = word->apostrophe;
        word->letters = word->before >> 16;
        word->uppers = word->before & 0xFFFF;
        lex = find(cut, word->begin, end);
    }
    if (lex == 0 && word->hyphen && (first.class & WS_CP_UPPER) != 0)
        lex = find_double(cut, word->begin, end);
    bool stop = !word->web && !word->domain && genitive == 0 &&
                takes_stop(cut, word, lex);
    ws_token *token = emit(cut, word->begin, end + stop, WS_TOKEN_WORD);
    token->lex = lex;
    if (!word->web)
        token->shape |= shape_of(word, (first.class & WS_CP_UPPER) != 0);
    if (stop)
        token->shape |= WS_SHAPE_DOT;
    if (stop && word->letters == 1 && word->uppers == 1)
        token->shape |= WS_SHAPE_INITIAL;
    if (genitive != 0) {
        token = emit(cut, end, genitive, WS_TOKEN_WORD);
        token->shape |= WS_SHAPE_GENITIVE;
    }
}

/* Most words: ASCII letters and a space behind them, so that nothing can join
 * or shorten them. False for any other. */
static bool cut_plain(struct cutter *cut)
{
    uint32_t begin = cut->at;
    uint32_t at = begin;
    uint64_t letters; /* of the last eight, zeros behind them */
    uint64_t behind;  /* 1 in the first byte that is none; 0 when all are */
    uint64_t small = 0;

    do {
        if (cut->end - at < 8)
            return false;
        uint64_t eight = ws_eight_at(cut->bytes + at);
        uint64_t others = ~letters_of(eight) & WS_EACH(0x80);
        behind = (others & (0 - others)) >> 7;
        letters = eight & (behind - 1);
        small |= letters & WS_EACH(0x20);
        at += 8;
        cut->steps++;
    } while (behind == 0);
    uint32_t end = at - 8 + count_marked((behind - 1) & WS_EACH(0x80));
    if (end == begin || cut->bytes[end] != ' ')
        return false;

    ws_token *token = emit(cut, begin, end, WS_TOKEN_WORD);
    token->lex = end - begin < 8 ? ws_lexicon_letters(letters, end - begin)
                                 : find(cut, begin, end);
    if ((cut->byte[begin] & 0x20) == 0)
        token->shape |= WS_SHAPE_CAPITAL;
    if (small == 0 && end - begin >= 2)
        token->shape |= WS_SHAPE_ALLCAPS;
    return true;
}

static void cut_word(struct cutter *cut)
{
    struct word word = {0};

    if (cut_plain(cut))
        return;
    word.begin = cut->at;
    if (!take_email(cut, &word)) {
        take_run(cut, &word);
        while (take_joiner(cut, &word))
            take_run(cut, &word);
    }
    end_word(cut, &word);
}

/* -- everything else ------------------------------------------------------ */

/* "@handle", "#tag"; otherwise the sign alone. */
static bool cut_tag(struct cutter *cut)
{
    uint32_t end = cut->at + 1;

    for (struct here here = look(cut, end);
         (here.class & (ALNUM | WS_CP_COMBINE)) != 0 || here.cp == '_';
         here = look(cut, end)) {
        end += here.step;
        cut->steps++;
    }
    if (end == cut->at + 1)
        return false;
    emit(cut, cut->at, end, WS_TOKEN_WORD);
    return true;
}

/* "U.S.'s", "Yahoo!'s": a genitive behind what is no letter. */
static bool cut_genitive(struct cutter *cut, const struct here *mark)
{
    const ws_token *before =
        cut->count > 0 ? cut->token + cut->count - 1 : NULL;
    uint32_t at = cut->at + mark->step;

    if (before == NULL || cut->space || before->end != cut->at ||
        !(before->kind == WS_TOKEN_WORD || before->kind == WS_TOKEN_NUMBER ||
          (before->kind == WS_TOKEN_PUNCT && before->cp == '!')) ||
        !(is_ascii(cut, at, 's') || is_ascii(cut, at, 'S')) ||
        (look(cut, at + 1).class & ALNUM) != 0)
        return false;
    emit(cut, cut->at, at + 1, WS_TOKEN_WORD)->shape |= WS_SHAPE_GENITIVE;
    return true;
}

/* How many of the same character stand here, up to most. */
static uint32_t repeats(struct cutter *cut, char byte, uint32_t most)
{
    uint32_t count = 0;

    while (count < most && is_ascii(cut, cut->at + count, byte))
        count++;
    cut->steps += count;
    return count;
}

static void cut_sign(struct cutter *cut, const struct here *here)
{
    ws_token_kind kind = WS_TOKEN_SYMBOL;
    uint32_t len = here->step;

    if ((here->cp == '@' || here->cp == '#') && cut_tag(cut))
        return;
    if (is_apostrophe(here->cp) && cut_genitive(cut, here))
        return;
    if ((here->class & WS_CP_QUOTE) != 0) {
        kind = WS_TOKEN_MARK;
        if ((here->cp == '\'' || here->cp == '`') && len == 1)
            len = repeats(cut, (char)here->cp, 2);
    } else if ((here->class & WS_CP_PUNCT) != 0 && here->cp != '@' &&
               here->cp != '#' && here->cp != '&') {
        kind = WS_TOKEN_PUNCT;
        if (here->cp == '.' || here->cp == '-')
            len = repeats(cut, (char)here->cp, UINT32_MAX);
        if (here->cp == ',' && repeats(cut, ',', 3) == 2) {
            kind = WS_TOKEN_MARK; /* ,,so'' */
            len = 2;
        }
    }
    uint32_t begin = cut->at;
    ws_token *token = emit(cut, begin, begin + len, kind);
    if (kind != WS_TOKEN_SYMBOL && here->cp <= UINT16_MAX)
        token->cp = (uint16_t)here->cp;
    if (here->cp == '&')
        token->lex = find(cut, begin, begin + 1);
    /* "❤️": what combines with a sign is part of it */
    for (struct here next = look(cut, cut->at);
         (next.class & WS_CP_COMBINE) != 0; next = look(cut, cut->at)) {
        cut->at += next.step;
        token->end = cut->at;
        cut->steps++;
    }
}

static void cut_paragraph(struct cutter *cut)
{
    cut->space = true;
    cut->sign = cut->at;
    while (cut->at < cut->end) {
        if (cut->sign < cut->end &&
            (cut->sign < cut->at || cut->bytes[cut->sign] != '@')) {
            const char *sign =
                memchr(cut->bytes + cut->at, '@', cut->end - cut->at);
            cut->sign = sign != NULL ? (uint32_t)(sign - cut->bytes) : cut->end;
        }
        struct here here = look(cut, cut->at);
        cut->steps++;
        if ((here.class & WS_CP_SPACE) != 0) {
            cut->space = true;
            cut->at += here.step;
        } else if ((here.class & (ALNUM | WS_CP_COMBINE)) != 0) {
            cut_word(cut);
        } else if (is_format(&here)) {
            cut->at += here.step;
        } else {
            cut_sign(cut, &here);
        }
    }
}

/* Places where tokens may begin in the run of ASCII from *at on, which is set
 * behind it. before: as below. White space but the space counts in an eight. */
static uint32_t count_ascii(const ws_text *text, uint32_t *at, int *before)
{
    const unsigned char *byte = (const unsigned char *)text->bytes;
    uint64_t word = *before == SCRIPT_ANY ? 0x80 : 0;
    uint32_t count = 0;
    uint32_t i = *at;

    for (; text->len - i >= 8; i += 8) {
        uint64_t eight = ws_eight_at(text->bytes + i);
        if ((eight & WS_EACH(0x80)) != 0)
            break;
        uint64_t signs = (eight ^ WS_EACH(' ')) + WS_EACH(0x7F);
        uint64_t digits =
            (eight + WS_EACH(0x80 - '0')) & ~(eight + WS_EACH(0x7F - '9'));
        uint64_t alnum = (letters_of(eight) | digits) & WS_EACH(0x80);
        count += count_marked(signs & ~(alnum & (alnum << 8 | word)) &
                              WS_EACH(0x80));
        word = alnum >> 56;
    }
    for (; i < text->len && byte[i] < 0x80; i++) {
        uint32_t class = ws_ascii_class[byte[i]];
        bool alnum = (class & ALNUM) != 0;
        count += (class & WS_CP_SPACE) == 0 && !(alnum && word != 0);
        word = alnum;
    }
    *at = i;
    *before = word != 0 ? SCRIPT_ANY : -1;
    return count;
}

/* No fewer than the tokens of the document: a token begins at a sign, or at
 * a letter or digit with none of its script before it. */
static uint32_t most_tokens(const ws_text *text)
{
    uint32_t count = 0;
    int before = -1; /* script of the letter before; -1: no letter */

    for (uint32_t at = 0; at < text->len;) {
        struct here here = {0, 0, 0};
        int script = -1;
        if ((unsigned char)text->bytes[at] < 0x80) {
            count += count_ascii(text, &at, &before);
            continue;
        }
        here.step = ws_utf8_next(text->bytes, text->len, at, &here.cp);
        here.class = ws_cp_class(here.cp);
        if ((here.class & (ALNUM | WS_CP_COMBINE)) != 0)
            script = script_of(&here);
        count += (here.class & WS_CP_SPACE) == 0 &&
                 (script == -1 || script != before);
        before = script;
        at += here.step;
    }
    return count;
}

whosaid_status ws_tokens_cut(ws_arena *arena, const ws_text *text,
                             ws_tokens *tokens)
{
    struct cutter cut = {0};

    *tokens = (ws_tokens){0};
    uint32_t *first = WS_NEW(arena, uint32_t, text->paragraphs + 1U);
    cut.token = WS_NEW(arena, ws_token, most_tokens(text));
    if (first == NULL || cut.token == NULL)
        return WHOSAID_ERR_NOMEM;
    cut.bytes = text->bytes;
    cut.byte = (const unsigned char *)text->bytes;
    for (uint32_t i = 0; i < text->paragraphs; i++) {
        first[i] = cut.count;
        cut.paragraph = i;
        cut.at = text->paragraph[i].begin;
        cut.end = text->paragraph[i].end;
        cut_paragraph(&cut);
    }
    first[text->paragraphs] = cut.count;
    arena->steps += text->len + cut.steps;
    tokens->token = cut.token;
    tokens->count = cut.count;
    tokens->first = first;
    return WHOSAID_OK;
}

uint32_t ws_tokens_at(const ws_tokens *tokens, uint32_t at)
{
    uint32_t low = 0;
    uint32_t high = tokens->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (tokens->token[middle].begin < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
