/*
 * wording.c - the words of a text, as they are compared.
 *
 *   in   bytes
 *   out  words with a key each; what of brackets and ellipses stands by them
 *
 * One loop sees every byte of every source, so a word of ASCII is hashed while
 * its end is looked for, and only words of other letters are folded first.
 *
 * A square bracket that nothing closes within BRACKET bytes is a mark like any
 * other, so no search for it is long.
 */
#include "check/wording.h"

#include <string.h>

#include "base/unicode.h"

#define BRACKET 400

#define SEED  UINT64_C(0xcbf29ce484222325)
#define PRIME UINT64_C(0x100000001b3)

enum { WORD = WS_CP_LETTER | WS_CP_DIGIT | WS_CP_COMBINE };

void ws_wording_init(ws_wording *w, const char *text, uint32_t len, uint32_t at)
{
    memset(w, 0, sizeof *w);
    w->text = text;
    w->len = len;
    w->at = at;
}

static uint64_t mix(uint64_t hash, unsigned char byte)
{
    return (hash ^ byte) * PRIME;
}

/* The class of the code point at a byte, 0 at the end; its bytes. */
static uint32_t class_at(const ws_wording *w, uint32_t at, int32_t *cp,
                         uint32_t *step)
{
    *cp = 0;
    *step = 0;
    if (at >= w->len)
        return 0;
    unsigned char byte = (unsigned char)w->text[at];
    if (byte < 0x80) {
        *cp = byte;
        *step = 1;
        return ws_ascii_class[byte];
    }
    *step = ws_utf8_next(w->text, w->len, at, cp);
    return ws_cp_class(*cp);
}

static bool letter_at(const ws_wording *w, uint32_t at)
{
    int32_t cp;
    uint32_t step;

    return (class_at(w, at, &cp, &step) & WS_CP_LETTER) != 0;
}

static bool digit_at(const ws_wording *w, uint32_t at)
{
    return at < w->len && w->text[at] >= '0' && w->text[at] <= '9';
}

static bool is_apostrophe(int32_t cp)
{
    return cp == '\'' || cp == '`' || cp == 0xB4 || cp == 0x2BC ||
           cp == 0x2018 || cp == 0x2019 || cp == 0x201B || cp == 0x2032 ||
           cp == 0xFF07;
}

/* Characters without a width that may stand inside a word. */
static bool is_invisible(int32_t cp)
{
    return cp == 0xAD || cp == 0x200C || cp == 0x200D || cp == 0x2060 ||
           cp == 0xFEFF;
}

/* A word of its own: %, & and signs of currency. */
static bool is_sign(int32_t cp)
{
    return cp == '$' || cp == '%' || cp == '&' || (cp >= 0xA2 && cp <= 0xA5) ||
           cp == 0x2030 || (cp >= 0x20A0 && cp <= 0x20CF);
}

/* "1,000,000": three digits follow the comma, not more. */
static bool parts_thousands(const ws_wording *w, uint32_t at)
{
    return w->text[at] == ',' && digit_at(w, at + 1) && digit_at(w, at + 2) &&
           digit_at(w, at + 3) && !digit_at(w, at + 4);
}

/* What joins a word's parts. */
enum join { APART, SILENT, SPOKEN };

/* Whether the character at a byte inside or behind a word joins it with what
 * follows; SPOKEN: as the byte in *as. */
static enum join joins(const ws_wording *w, uint32_t at, int32_t cp,
                       uint32_t step, unsigned char *as)
{
    *as = (unsigned char)cp;
    if (is_apostrophe(cp)) {
        *as = '\'';
        return letter_at(w, at + step) ? SPOKEN : APART;
    }
    if (cp == ',' || cp == '.') {
        if (!digit_at(w, at - 1) || !digit_at(w, at + 1))
            return APART;
        return parts_thousands(w, at) ? SILENT : SPOKEN;
    }
    if (cp == '[' || cp == ']') {
        int32_t before = 0;
        (void)ws_utf8_prev(w->text, at, &before);
        return (ws_cp_class(before) & WS_CP_LETTER) != 0 && letter_at(w, at + 1)
                   ? SILENT
                   : APART;
    }
    return is_invisible(cp) ? SILENT : APART;
}

/* -- folding -------------------------------------------------------------- */

/* Letters that one character stands for, or NULL. */
static const char *ligature(int32_t cp)
{
    static const char *const letters[] = {"ff",  "fi", "fl", "ffi",
                                          "ffl", "st", "st"};

    return cp >= 0xFB00 && cp <= 0xFB06 ? letters[cp - 0xFB00] : NULL;
}

size_t ws_word_fold(const char *text, uint32_t begin, uint32_t end,
                    char out[WS_WORD_FOLDED])
{
    char plain[3 * WS_WORD_BYTES];
    size_t used = 0;
    ws_wording w;

    if (end - begin > WS_WORD_BYTES)
        return 0;
    ws_wording_init(&w, text, end, begin);
    for (uint32_t at = begin; at < end;) {
        int32_t cp = 0;
        uint32_t step = 0;
        unsigned char as = 0;
        uint32_t class = class_at(&w, at, &cp, &step);
        const char *letters = ligature(cp);
        enum join join = APART;

        if ((class & WORD) == 0 && at > begin)
            join = joins(&w, at, cp, step, &as);
        for (; letters != NULL && *letters != '\0'; letters++)
            plain[used++] = *letters;
        if (join == SPOKEN) {
            plain[used++] = (char)as;
        } else if (join == APART && ligature(cp) == NULL) {
            memcpy(plain + used, text + at, step);
            used += step;
        }
        at += step;
    }
    return ws_fold(plain, used, true, out, WS_WORD_FOLDED);
}

static uint64_t folded_key(const char *text, const ws_word *word)
{
    char folded[WS_WORD_FOLDED];
    size_t len = ws_word_fold(text, word->begin, word->end, folded);
    uint64_t hash = SEED;

    for (size_t i = 0; i < len; i++)
        hash = mix(hash, (unsigned char)folded[i]);
    for (uint32_t i = word->begin; len == 0 && i < word->end; i++)
        hash = mix(hash, (unsigned char)text[i]);
    return hash;
}

/* -- words ---------------------------------------------------------------- */

/* Find the end of the word that begins at word->begin, and its key. */
static void read_word(ws_wording *w, ws_word *word)
{
    const char *text = w->text;
    uint32_t at = word->begin;
    uint64_t hash = SEED;
    bool plain = true; /* hash is the key */

    for (;;) {
        int32_t cp = 0;
        uint32_t step = 0;
        unsigned char as = 0;

        while (at < w->len && (unsigned char)text[at] < 0x80 &&
               (ws_ascii_class[(unsigned char)text[at]] & WORD) != 0)
            hash = mix(hash, (unsigned char)text[at++] | 0x20);
        uint32_t class = class_at(w, at, &cp, &step);
        if (step == 0)
            break;
        if ((class & WORD) != 0) {
            if ((class & WS_CP_IDEOGRAPH) != 0 && at > word->begin)
                break;
            plain = false;
            at += step;
            if ((class & WS_CP_IDEOGRAPH) != 0)
                break;
            continue;
        }
        enum join join = joins(w, at, cp, step, &as);
        if (join == APART)
            break;
        if (join == SPOKEN)
            hash = mix(hash, as);
        if (cp == '[' || cp == ']')
            word->flags |= WS_WORD_BRACKETED;
        at += step;
    }
    word->end = at;
    word->key = plain ? hash : folded_key(text, word);
    w->at = at;
}

/* Note where the bracket at a byte closes, if it does and holds none. */
static void open_bracket(ws_wording *w, uint32_t at)
{
    uint32_t end = w->len - at < BRACKET ? w->len : at + BRACKET;

    for (uint32_t i = at + 1; i < end && w->text[i] != '['; i++) {
        if (w->text[i] == ']') {
            w->bracket = i;
            return;
        }
    }
}

/* Kinds of quotation marks. */
enum {
    MARK_NONE,
    MARK_CURLY,
    MARK_LOW,
    MARK_ANGLE,
    MARK_STRAIGHT,
    MARK_SINGLE
};

/* Whether a single mark at a byte opens: a letter follows, none goes before. */
static bool opens_single(const ws_wording *w, uint32_t at, uint32_t step)
{
    int32_t before = ' ';

    if (at > 0)
        (void)ws_utf8_prev(w->text, at, &before);
    return letter_at(w, at + step) && (ws_cp_class(before) & WORD) == 0;
}

/* Whether a straight mark at a byte opens: white space or nothing goes before,
 * and none follows. So one that is missing misleads to the next only. */
static bool opens_straight(const ws_wording *w, uint32_t at)
{
    int32_t before = ' ';
    int32_t next = 0;
    uint32_t step = 0;

    if (at > 0)
        (void)ws_utf8_prev(w->text, at, &before);
    return (ws_cp_class(before) & (WORD | WS_CP_PUNCT)) == 0 &&
           (class_at(w, at + 1, &next, &step) & WS_CP_SPACE) == 0;
}

/* What is open behind a quotation mark: only its own kind closes one. */
static uint8_t turn_mark(const ws_wording *w, uint32_t at, int32_t cp,
                         uint32_t step)
{
    switch (w->mark) {
    case MARK_CURLY:
        return cp == 0x201D ? MARK_NONE : MARK_CURLY;
    case MARK_LOW:
        return cp == 0x201C || cp == 0x201D ? MARK_NONE : MARK_LOW;
    case MARK_ANGLE:
        return cp == 0xAB || cp == 0xBB ? MARK_NONE : MARK_ANGLE;
    case MARK_STRAIGHT:
        return cp == '"' && !opens_straight(w, at) ? MARK_NONE : MARK_STRAIGHT;
    case MARK_SINGLE:
        return is_apostrophe(cp) && !opens_single(w, at, step) ? MARK_NONE
                                                               : MARK_SINGLE;
    default:
        break;
    }
    if (cp == 0x201C)
        return MARK_CURLY;
    if (cp == 0x201E)
        return MARK_LOW;
    if (cp == 0xAB || cp == 0xBB)
        return MARK_ANGLE;
    if (cp == '"')
        return opens_straight(w, at) ? MARK_STRAIGHT : MARK_NONE;
    return is_apostrophe(cp) && opens_single(w, at, step) ? MARK_SINGLE
                                                          : MARK_NONE;
}

/* Look at one character that is no word's. A blank line closes all marks. */
static void pass(ws_wording *w, uint32_t at, int32_t cp, uint32_t class,
                 uint32_t step)
{
    if (cp == '.') {
        w->ellipsis = w->ellipsis || ++w->dots >= 3;
        return;
    }
    if ((class & WS_CP_SPACE) != 0) {
        w->lines += cp == '\n' ? 1 : 0;
        if (w->lines > 1)
            w->mark = MARK_NONE;
        return;
    }
    w->lines = 0;
    w->dots = 0;
    if ((class & WS_CP_QUOTE) != 0)
        w->mark = turn_mark(w, at, cp, step);
    w->ellipsis = w->ellipsis || cp == 0x2026;
    if (cp == '[')
        open_bracket(w, at);
}

/* Whether a word is no word of the speech: [sic], so[3]. */
static bool is_note(const ws_wording *w, const ws_word *word)
{
    const char *text = w->text;
    uint32_t begin = word->begin;

    if (begin == 0 || text[begin - 1] != '[' || word->end >= w->len ||
        text[word->end] != ']')
        return false;
    if (word->key == mix(mix(mix(SEED, 's'), 'i'), 'c'))
        return true;
    if (begin < 2 || text[begin - 2] == ' ' || text[begin - 2] == '\n')
        return false;
    for (uint32_t i = begin; i < word->end; i++)
        if (!digit_at(w, i))
            return false;
    return true;
}

/* Go to where a word begins; false at the end. *sign: it is one character. */
static bool find_word(ws_wording *w, uint32_t *sign)
{
    *sign = 0;
    while (w->at < w->len) {
        int32_t cp = 0;
        uint32_t step = 0;

        if (w->text[w->at] == ' ') {
            w->at++;
            continue;
        }
        uint32_t class = class_at(w, w->at, &cp, &step);
        if ((class & (WS_CP_LETTER | WS_CP_DIGIT)) != 0)
            return true;
        if (is_sign(cp)) {
            *sign = step;
            return true;
        }
        pass(w, w->at, cp, class, step);
        w->at += step;
    }
    return false;
}

bool ws_wording_next(ws_wording *w, ws_word *word)
{
    uint32_t sign = 0;

    while (find_word(w, &sign)) {
        word->begin = w->at;
        word->flags = w->at < w->bracket ? WS_WORD_BRACKETED : 0;
        if (sign > 0) {
            word->end = w->at += sign;
            word->key = folded_key(w->text, word);
        } else {
            read_word(w, word);
        }
        if (is_note(w, word))
            continue;
        if (w->ellipsis)
            word->flags |= WS_WORD_ELLIPSIS;
        if (w->mark != MARK_NONE)
            word->flags |= WS_WORD_MARKED;
        w->ellipsis = false;
        w->dots = 0;
        w->lines = 0;
        word->key |= word->key == 0 ? 1 : 0;
        return true;
    }
    return false;
}
