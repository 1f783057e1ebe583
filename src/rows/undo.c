/*
 * undo.c - cells of a file that we wrote and somebody gives back.
 *
 *   in   cells, as they came back or as the text has them
 *   out  which are the same
 *
 * Writing a cell changes three things: white space at its ends goes, a line
 * break becomes a space, an apostrophe comes before what looks like a formula.
 * What no reader takes becomes U+FFFD. Whoever gives a file back may have
 * written it with other options, or saved it with another program; so every
 * run of white space counts as one space, and an apostrophe at such a place
 * does not count.
 *
 * Not here: how they are written. See csv.c.
 */
#include "rows/undo.h"

#include "base/hash.h"
#include "base/unicode.h"
#include "rows/out.h"

ws_cell ws_undo(ws_cell given)
{
    static const int32_t opener[] = {'=',    '+',    '-',    '@',   '"',
                                     0xFF1D, 0xFF0B, 0xFF0D, 0xFF20};
    int32_t cp = 0;

    ws_trim(&given.text, &given.len);
    if (given.len < 2 || given.text[0] != '\'')
        return given;
    ws_utf8_next(given.text, given.len, 1, &cp);
    for (size_t i = 0; i < sizeof opener / sizeof opener[0]; i++)
        if (cp == opener[i])
            return (ws_cell){given.text + 1, given.len - 1};
    return given;
}

ws_cell ws_undo_document(ws_cell given)
{
    given = ws_undo(given);
    while (given.len >= 2 && given.text[0] == '.' && given.text[1] == '/') {
        given.text += 2;
        given.len -= 2;
    }
    return given;
}

/* The next code point of a cell as it is compared; takes it off. False at its
 * end. */
static bool next(ws_cell *rest, int32_t *cp)
{
    bool space = false;
    size_t at = 0;

    while (at < rest->len) {
        size_t step = ws_utf8_next(rest->text, rest->len, at, cp);
        bool is_space = (ws_cp_class(*cp) & WS_CP_SPACE) != 0;

        if (space && !is_space)
            break;
        at += step;
        space = is_space;
        if (!space)
            break;
    }
    if (at == 0)
        return false;
    if (space)
        *cp = ' ';
    else if (!ws_is_writable(*cp))
        *cp = 0xFFFD;
    rest->text += at;
    rest->len -= at;
    return true;
}

static bool is_same(ws_cell one, ws_cell two)
{
    int32_t a = 0;
    int32_t b = 0;
    bool more = true;

    while (more) {
        more = next(&one, &a);
        if (more != next(&two, &b) || (more && a != b))
            return false;
    }
    return true;
}

bool ws_undo_same(ws_cell one, ws_cell two)
{
    return is_same(ws_undo(one), ws_undo(two));
}

uint64_t ws_undo_hash(ws_cell cell)
{
    ws_cell rest = ws_undo(cell);
    int32_t cp = 0;
    char bytes[4];
    ws_hash hash;

    ws_hash_init(&hash);
    while (next(&rest, &cp))
        ws_hash_add(&hash, bytes, ws_utf8_put(cp, bytes));
    return ws_hash_end(&hash).low;
}
