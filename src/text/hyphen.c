/*
 * hyphen.c - words that a hyphen at a line's end parts.
 *
 *   in   two lines
 *   out  whether one word goes over from the first to the second, and whether
 *        the hyphen is the word's own
 *
 * A hyphen is the word's own before a capital or a digit, or where both halves
 * are words and the whole is none that the lexicon has.
 */
#include "text/hyphen.h"

#include <string.h>

#include "base/lexicon.h"
#include "base/unicode.h"

enum {
    WORD = 64,     /* bytes of half a word, at most */
    HALF = 3,      /* and of one that is a word, at least */
    SHORT = 24,    /* bytes of a line that is wrapped, at least */
    LONG = 4 * 110 /* and at most */
};

static bool is_letter(int32_t cp)
{
    return (ws_cp_class(cp) & (WS_CP_LETTER | WS_CP_COMBINE)) != 0;
}

/* Where the letters begin that end at end. */
static uint32_t word_begin(const ws_signs *plain, uint32_t begin, uint32_t end)
{
    uint32_t least = end - begin > WORD ? end - WORD : begin;

    while (end > least) {
        int32_t cp = 0;
        uint32_t step = ws_utf8_prev(plain->bytes, end, &cp);
        if (!is_letter(cp) || step > end - least)
            break;
        end -= step;
    }
    return end;
}

/* Where the letters end that begin at begin. */
static uint32_t word_end(const ws_signs *plain, uint32_t begin, uint32_t end)
{
    uint32_t most = end - begin > WORD ? begin + WORD : end;

    while (begin < most) {
        int32_t cp = 0;
        uint32_t step = ws_utf8_next(plain->bytes, most, begin, &cp);
        if (!is_letter(cp))
            break;
        begin += step;
    }
    return begin;
}

static bool is_known(const char *word, size_t len)
{
    const ws_lex common = WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_VERB) |
                          WS_LEX_BIT(COMMON_ADJ) | WS_LEX_BIT(COMMON_OTHER);

    return len >= HALF && (ws_lexicon_find(word, len) & common) != 0;
}

/* Whether two halves are words, and no word together; of a name they may
 * be. */
static bool are_words(const char *a, size_t a_len, const char *b, size_t b_len)
{
    char whole[2 * WORD];
    int32_t cp = 0;

    if (a_len > 0)
        (void)ws_utf8_next(a, a_len, 0, &cp);
    if ((ws_cp_class(cp) & WS_CP_UPPER) != 0)
        return false;
    if (!is_known(a, a_len) || !is_known(b, b_len))
        return false;
    memcpy(whole, a, a_len);
    memcpy(whole + a_len, b, b_len);
    return ws_lexicon_find(whole, a_len + b_len) == 0;
}

ws_hyphen ws_hyphen_at(const ws_signs *plain, ws_signs_line words,
                       ws_signs_line next, uint32_t *len)
{
    int32_t cp = 0;

    *len = 0;
    if (words.end == words.begin || next.begin == next.end)
        return WS_HYPHEN_NONE;
    uint32_t step = ws_utf8_prev(plain->bytes, words.end, &cp);
    if ((cp != '-' && cp != 0x2010 && cp != 0xAD) ||
        step >= words.end - words.begin)
        return WS_HYPHEN_NONE;
    uint32_t end = words.end - step;
    uint32_t begin = word_begin(plain, words.begin, end);
    (void)ws_utf8_prev(plain->bytes, end, &cp);
    bool digit = (ws_cp_class(cp) & WS_CP_DIGIT) != 0;
    (void)ws_utf8_next(plain->bytes, next.end, next.begin, &cp);
    uint32_t class = ws_cp_class(cp);
    if ((begin == end && !digit) || (class & (WS_CP_LETTER | WS_CP_DIGIT)) == 0)
        return WS_HYPHEN_NONE;
    *len = step;
    if (plain->bytes[end] == '\xC2') /* a soft hyphen */
        return WS_HYPHEN_PARTS;
    if (digit || (class & (WS_CP_UPPER | WS_CP_DIGIT)) != 0)
        return WS_HYPHEN_JOINS;
    uint32_t rest = word_end(plain, next.begin, next.end);
    /* "state-of-" "the-art": of such a word the hyphen is one more */
    if ((begin > words.begin && plain->bytes[begin - 1] == '-') ||
        (rest < next.end && plain->bytes[rest] == '-') ||
        are_words(plain->bytes + begin, end - begin, plain->bytes + next.begin,
                  rest - next.begin))
        return WS_HYPHEN_JOINS;
    return WS_HYPHEN_PARTS;
}

/* Bring the rest of a word up: the line ends behind it. */
static void bring_up(ws_signs *plain, ws_signs_line words, ws_signs_line next,
                     uint32_t hyphen)
{
    uint32_t at = next.begin;

    ws_signs_mark(plain, words.end - hyphen, next.begin, WS_SIGNS_DROP);
    while (at < next.end && plain->bytes[at] != ' ')
        at++;
    if (at < next.end)
        plain->mark[at] |= WS_SIGNS_BREAK | WS_SIGNS_DROP;
}

void ws_hyphen_mark(ws_signs *plain)
{
    ws_signs_line line;

    for (uint32_t at = plain->begin; at < plain->end; at = line.next) {
        line = ws_signs_line_at(plain, at);
        if (line.end - line.begin < SHORT || line.end - line.begin > LONG ||
            line.next == plain->end)
            continue;
        ws_signs_line words = ws_signs_words(plain, line);
        ws_signs_line next =
            ws_signs_words(plain, ws_signs_line_at(plain, line.next));
        uint32_t len = 0;
        ws_hyphen hyphen = ws_hyphen_at(plain, words, next, &len);
        if (hyphen != WS_HYPHEN_NONE && next.end - next.begin <= LONG)
            bring_up(plain, words, next, hyphen == WS_HYPHEN_PARTS ? len : 0);
    }
}
