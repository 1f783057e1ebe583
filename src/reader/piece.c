/*
 * piece.c - cut a word into pieces of the vocabulary.
 *
 *   in   a word as it stands in the text
 *   out  ids of pieces
 *
 * 1. Fold it: lower case, no accents (ws_fold).
 * 2. Split it: each character that is no letter, digit or mark stands alone,
 *    white space falls out. Quotation marks become " and '.
 * 3. From the left, take the longest piece that fits (WordPiece). The hash of
 *    every beginning is made in one pass, then they are looked up from the
 *    longest down. Where nothing fits, the whole part is UNK.
 */
#include <string.h>

#include "base/unicode.h"
#include "reader/weights.h"

/* Bytes of a word that are looked at: more make no more than PIECES. */
enum { WORD_MOST = 200, FOLDED_MOST = 1024 };

static uint32_t hash_step(uint32_t hash, unsigned char byte)
{
    return (hash ^ byte) * UINT32_C(16777619);
}

/* The piece of this kind and text, or EMPTY. */
static uint16_t find(const ws_reader *reader, uint32_t hash, ws_piece_kind kind,
                     const char *text, size_t len)
{
    uint32_t mask = reader->slots - 1;
    uint32_t at = hash & mask;

    for (; reader->slot[at] != WS_WEIGHTS_EMPTY; at = (at + 1) & mask) {
        uint16_t piece = reader->slot[at];
        uint32_t from = reader->piece_at[piece];

        if (reader->piece_at[piece + 1] - from == len + 1 &&
            reader->piece_text[from] == kind &&
            memcmp(reader->piece_text + from + 1, text, len) == 0)
            return piece;
    }
    return WS_WEIGHTS_EMPTY;
}

/* The longest piece that text begins with, or EMPTY; its bytes are set. */
static uint16_t longest(const ws_reader *reader, ws_piece_kind kind,
                        const char *text, size_t len, size_t *taken)
{
    uint32_t hash[WS_WEIGHTS_KEY];
    size_t most = len < reader->longest - 1 ? len : reader->longest - 1;

    hash[0] = hash_step(UINT32_C(2166136261), (unsigned char)kind);
    for (size_t i = 0; i < most; i++)
        hash[i + 1] = hash_step(hash[i], (unsigned char)text[i]);
    for (; most > 0; most--) {
        uint16_t piece = find(reader, hash[most], kind, text, most);

        if (piece != WS_WEIGHTS_EMPTY) {
            *taken = most;
            return piece;
        }
    }
    return WS_WEIGHTS_EMPTY;
}

/* Cut one part of a word; returns how many pieces there are then. */
static uint32_t cut_part(const ws_reader *reader, const char *text, size_t len,
                         uint32_t count, uint16_t piece[WS_READER_PIECES])
{
    uint32_t before = count;
    size_t taken = 0;

    for (size_t at = 0; at < len && count < WS_READER_PIECES; at += taken) {
        uint16_t got = longest(reader, at == 0 ? WS_KIND_WORD : WS_KIND_GOES_ON,
                               text + at, len - at, &taken);

        if (got == WS_WEIGHTS_EMPTY) {
            piece[before] = WS_PIECE_UNK;
            return before + 1;
        }
        piece[count++] = got;
    }
    return count;
}

/* One form of each quotation mark. */
static int32_t plain_mark(int32_t cp)
{
    switch (cp) {
    case '\'':
    case '`':
    case 0x00B4:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x2039:
    case 0x203A:
    case 0xFF07:
        return '\'';
    default:
        return '"';
    }
}

uint32_t ws_reader_cut(const ws_reader *reader, const char *word, size_t len,
                       uint16_t piece[WS_READER_PIECES])
{
    char text[FOLDED_MOST];
    uint32_t count = 0;
    size_t from = 0;
    size_t step;

    if (len > WORD_MOST) {
        len = WORD_MOST;
        while (len > 0 && ((unsigned char)word[len] & 0xC0) == 0x80)
            len--;
    }
    len = ws_fold(word, len, false, text, sizeof text);
    for (size_t at = 0; at < len && count < WS_READER_PIECES; at += step) {
        const uint32_t joined = WS_CP_LETTER | WS_CP_DIGIT | WS_CP_COMBINE;
        int32_t cp;
        uint32_t class;

        step = ws_utf8_next(text, len, at, &cp);
        class = ws_cp_class(cp);
        if ((class & joined) != 0) {
            if (at + step == len)
                count = cut_part(reader, text + from, len - from, count, piece);
            continue;
        }
        count = cut_part(reader, text + from, at - from, count, piece);
        from = at + step;
        if ((class & WS_CP_SPACE) == 0 && count < WS_READER_PIECES) {
            char mark[4];
            uint32_t bytes = ws_utf8_put(
                (class & WS_CP_QUOTE) != 0 ? plain_mark(cp) : cp, mark);

            count = cut_part(reader, mark, bytes, count, piece);
        }
    }
    if (count == 0)
        piece[count++] = WS_PIECE_UNK;
    return count;
}
