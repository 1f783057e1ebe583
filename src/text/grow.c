/*
 * grow.c - how far a word goes.
 *
 *   in   the paragraph's bytes, where a word begins
 *   out  where it ends, what it is made of
 *
 * An address of mail is taken whole. Any other word grows run by run of letters
 * and digits. Between two runs may stand a joiner: an apostrophe, a hyphen, the
 * dot of "U.S.", the comma of "10,000".
 *
 * Every look ahead is bounded, so the cost is linear.
 *
 * Not here: what is cut off its end again, see segment.c.
 */
#include "text/grow.h"

#include <string.h>

enum {
    LOOK_AHEAD = 64 /* bytes; no local part of an address is longer */
};

int ws_script_of(const ws_here *here)
{
    if ((here->class & WS_CP_IDEOGRAPH) == 0)
        return WS_SCRIPT_ANY;
    if (here->cp >= 0x3041 && here->cp <= 0x309F)
        return WS_SCRIPT_HIRAGANA;
    if ((here->cp >= 0x30A0 && here->cp <= 0x30FF) ||
        (here->cp >= 0xFF66 && here->cp <= 0xFF9F))
        return WS_SCRIPT_KATAKANA;
    return here->cp >= 0x2E80 ? WS_SCRIPT_HAN : WS_SCRIPT_OTHER;
}

/* "PeÃ±a": the second half of a letter that was written as two. The first is
 * a capital A with a tilde or a circumflex, in one character or in two. */
static bool is_torn(const ws_cutter *cut, const ws_grown *word,
                    const ws_here *here)
{
    const unsigned char *at = cut->byte + cut->at;

    if (here->cp < 0x80 || here->cp > 0xBF || here->cp == 0xAB ||
        here->cp == 0xBB || cut->at < word->begin + 3 ||
        (at[-1] != 0x82 && at[-1] != 0x83))
        return false;
    return at[-2] == 0xC3 || (at[-2] == 0xCC && at[-3] == 'A');
}

/* One letter, digit, combining or format character beyond ASCII. */
static bool take_wide(ws_cutter *cut, ws_grown *word)
{
    ws_here here = ws_look(cut, cut->at);

    if (ws_is_format(&here) && here.cp != 0x200B) { /* zero width space */
        ws_here next = ws_look(cut, cut->at + here.step);
        if ((next.class & WS_ALNUM) == 0)
            return false;
    } else if ((here.class & WS_ALNUM) != 0) {
        int script = ws_script_of(&here);
        if (cut->at == word->begin)
            word->script = script;
        if (script != word->script ||
            (script == WS_SCRIPT_HAN && cut->at != word->begin))
            return false;
        word->letters += (here.class & WS_CP_LETTER) != 0;
        word->uppers += (here.class & WS_CP_UPPER) != 0;
        word->digits += (here.class & WS_CP_DIGIT) != 0;
    } else if ((here.class & WS_CP_COMBINE) == 0 &&
               !is_torn(cut, word, &here)) {
        return false;
    }
    cut->at += here.step;
    return true;
}

/* Grow by ASCII letters and digits. */
static void take_ascii(ws_cutter *cut, ws_grown *word)
{
    const unsigned char *byte = cut->byte;
    uint32_t begin = cut->at;
    uint32_t at = begin;
    uint32_t seen = 0; /* every class met */
    uint32_t class;

    while (at < cut->end && byte[at] < 0x80 &&
           ((class = ws_ascii_class[byte[at]]) & WS_ALNUM) != 0) {
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
static void take_run(ws_cutter *cut, ws_grown *word)
{
    uint32_t from = cut->at;

    do {
        if (word->script == WS_SCRIPT_ANY)
            take_ascii(cut, word);
    } while (cut->at < cut->end && cut->byte[cut->at] >= 0x80 &&
             take_wide(cut, word));
    cut->steps += cut->at - from + 1;
}

uint32_t ws_letters_at(ws_cutter *cut, uint32_t at, uint32_t most,
                       uint32_t *end)
{
    uint32_t count = 0;

    for (; count < most; count++) {
        ws_here here = ws_look(cut, at);
        if ((here.class & WS_CP_LETTER) == 0)
            break;
        at += here.step;
    }
    cut->steps += count;
    *end = at;
    return count;
}

/* "com" in "example.com": a last part of a domain, after the dot. */
static bool is_domain(ws_cutter *cut, uint32_t at)
{
    static const char tops[][5] = {
        "au",   "biz", "ca", "cn", "co", "com", "de",  "edu", "eu", "fr", "gov",
        "info", "int", "io", "jp", "ly", "mil", "net", "org", "ru", "tv", "uk"};
    uint32_t end;
    uint32_t len = ws_letters_at(cut, at, 5, &end);
    ws_here after = ws_look(cut, end);

    if (len < 2 || len > 4 || end - at != len || (after.class & WS_ALNUM) != 0)
        return false;
    for (size_t i = 0; i < sizeof tops / sizeof tops[0]; i++)
        if (strlen(tops[i]) == len &&
            memcmp(tops[i], cut->bytes + at, len) == 0)
            return true;
    return false;
}

/* Grow to the end of an address: to white space, a mark or a bracket, but
 * not with the punctuation it ends in: "see http://a.org/b." */
static void take_address(ws_cutter *cut, ws_grown *word)
{
    uint32_t from = cut->at;

    word->web = true;
    while (cut->at < cut->end) {
        ws_here here = ws_look(cut, cut->at);
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
static bool take_dot(ws_cutter *cut, ws_grown *word)
{
    uint32_t after = cut->at + 1;
    uint32_t before = word->letters - word->parted;
    uint32_t end;
    uint32_t next = ws_letters_at(cut, after, 4, &end);
    ws_here first = ws_look(cut, after);
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
    bool joins = next == 1 && (before == 1 || ws_is_ascii(cut, end, '.'));
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
static bool is_hebrew(const ws_cutter *cut, uint32_t at)
{
    return at + 1 < cut->end && cut->byte[at] == 0xD7 &&
           cut->byte[at + 1] >= 0x90 && cut->byte[at + 1] <= 0xAA;
}

/* A mark before an abbreviation's last letter is part of the word; behind a
 * prefix ("and", "the", "in": one letter each) it may open a quotation, but
 * not if one letter follows. */
static bool is_gershayim(const ws_cutter *cut, const ws_grown *word,
                         const ws_here *mark)
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

/* "Ravi s/o Muthu", "Kumar a/l Samy": whose child, in two small letters alone, a
 * stroke at cut->at between. */
static bool is_stroked(const ws_cutter *cut, const ws_grown *word)
{
    uint32_t at = cut->at;

    return word->begin + 1 == at && at + 1 < cut->end &&
           cut->byte[at - 1] >= 'a' && cut->byte[at - 1] <= 'z' &&
           (cut->byte[at + 1] == 'o' || cut->byte[at + 1] == 'l' ||
            cut->byte[at + 1] == 'p') &&
           (ws_look(cut, at + 2).class & WS_ALNUM) == 0;
}

/* A joiner and the begin of a run behind it; false when the word ends. */
static bool take_joiner(ws_cutter *cut, ws_grown *word)
{
    ws_here here = ws_look(cut, cut->at);

    if (here.step == 0 || (here.class & WS_CP_SPACE) != 0)
        return false;

    ws_here next = ws_look(cut, cut->at + here.step);
    bool digits = (next.class & WS_CP_DIGIT) != 0 &&
                  (ws_cp_class(cut->byte[cut->at - 1]) & WS_CP_DIGIT) != 0;

    if (word->script != WS_SCRIPT_ANY)
        return false;
    if (here.cp == ':' && word->digits == 0 &&
        ws_is_ascii(cut, cut->at + 1, '/') &&
        ws_is_ascii(cut, cut->at + 2, '/')) {
        take_address(cut, word);
        return false;
    }
    if (here.cp == '.' && word->dots && next.cp == '-' &&
        (ws_look(cut, cut->at + 2).class & WS_ALNUM) != 0) {
        word->hyphen = true; /* "U.S.-led" */
        cut->at += 2;
        return true;
    }
    if (here.cp == '/' && word->domain) {
        take_address(cut, word);
        return false;
    }
    if ((next.class & (WS_ALNUM | WS_CP_IDEOGRAPH)) == 0 ||
        (next.class & WS_CP_IDEOGRAPH) != 0)
        return false;
    if (here.cp == '.')
        return take_dot(cut, word);
    if (here.cp == ',' || here.cp == ':' || here.cp == '/') {
        if (!digits && !(here.cp == '/' && is_stroked(cut, word)))
            return false;
    } else if (ws_is_apostrophe(here.cp)) {
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
static bool take_email(ws_cutter *cut, ws_grown *word)
{
    uint32_t at = word->begin;

    if (cut->sign - at > LOOK_AHEAD || cut->sign == cut->end)
        return false;
    for (; at < cut->sign; at++) {
        unsigned char byte = cut->byte[at];
        cut->steps++;
        if (byte >= 0x80 ||
            ((ws_ascii_class[byte] & WS_ALNUM) == 0 && byte != '.' &&
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
                   (byte < 0x80 && (ws_ascii_class[byte] & WS_ALNUM) != 0)) {
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

void ws_word_grow(ws_cutter *cut, ws_grown *word)
{
    if (take_email(cut, word))
        return;
    take_run(cut, word);
    while (take_joiner(cut, word))
        take_run(cut, word);
}
