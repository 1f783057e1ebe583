/*
 * id.c - a name for each quotation that stays from run to run.
 *
 *   in   a document's quotations and its name
 *   out  a 64-bit number each
 *
 * With H for SipHash-2-4 (base/hash.h) and numbers as eight bytes, lowest
 * first:
 *
 *   words = H(the words), 16 bytes; parts joined by one space, every run of
 *           white space as one space, so that CRLF for LF changes nothing
 *   id    = first 8 bytes of H(length of name, name, words, occurrence)
 *           as a number, lowest byte first; printed as q and hex digits
 *
 * occurrence counts from 0 the quotations with the same words before this one.
 * It makes ids differ inside a document; it counts quotations of every kind,
 * so that an id does not hang on which kinds are asked for.
 */
#include "rows/id.h"

#include "base/hash.h"
#include "base/unicode.h"

/* Where the quotations with some words are counted. */
struct tally {
    ws_hash_value words;
    uint64_t count; /* 0: free */
};

/* Bytes of white space at text[at], or 0. */
static uint32_t space_at(const char *text, uint32_t end, uint32_t at)
{
    unsigned char byte = (unsigned char)text[at];
    int32_t cp = 0;

    if (byte < 0x80)
        return byte == ' ' || (byte >= '\t' && byte <= '\r') ? 1 : 0;
    uint32_t step = ws_utf8_next(text, end, at, &cp);
    return (ws_cp_class(cp) & WS_CP_SPACE) != 0 ? step : 0;
}

/* Whether words with single spaces between them end at text[at]. */
static bool ends_run(const char *text, uint32_t end, uint32_t at)
{
    if ((unsigned char)text[at] > ' ' && (unsigned char)text[at] < 0x80)
        return false;
    if (text[at] == ' ' && at + 1 < end && space_at(text, end, at + 1) == 0)
        return false;
    return space_at(text, end, at) != 0;
}

static void add_part(ws_hash *hash, const char *text, whosaid_span part)
{
    bool between = hash->len != 0; /* a space is due before the next word */
    uint32_t at = part.begin;

    while (at < part.end) {
        uint32_t space = space_at(text, part.end, at);

        while (space != 0) {
            between = hash->len != 0;
            at += space;
            space = at < part.end ? space_at(text, part.end, at) : 0;
        }
        uint32_t from = at;
        while (at < part.end && !ends_run(text, part.end, at))
            at++;
        if (at > from && between)
            ws_hash_add(hash, " ", 1);
        ws_hash_add(hash, text + from, at - from);
        between = false;
    }
}

static ws_hash_value words_of(const char *text, const whosaid_quote *quote)
{
    ws_hash hash;

    ws_hash_init(&hash);
    for (uint32_t i = 0; i < quote->parts; i++)
        add_part(&hash, text, quote->part[i]);
    return ws_hash_end(&hash);
}

/* How often these words were counted before; counts them. */
static uint64_t count_words(struct tally *tally, size_t slots,
                            ws_hash_value words)
{
    size_t i = (size_t)words.low & (slots - 1);

    while (tally[i].count != 0 && (tally[i].words.low != words.low ||
                                   tally[i].words.high != words.high))
        i = (i + 1) & (slots - 1);
    tally[i].words = words;
    return tally[i].count++;
}

whosaid_status ws_ids_make(ws_arena *arena, const whosaid_doc *doc,
                           const char *name, size_t name_len, uint64_t **id)
{
    size_t slots = 2;

    *id = NULL;
    if (doc->quotes == 0)
        return WHOSAID_OK;
    while (slots / 2 < doc->quotes)
        slots *= 2;
    struct tally *tally = WS_NEW(arena, struct tally, slots);
    uint64_t *made = WS_NEW(arena, uint64_t, doc->quotes);
    if (tally == NULL || made == NULL)
        return WHOSAID_ERR_NOMEM;

    while (name_len >= 2 && name[0] == '.' && name[1] == '/') {
        name += 2;
        name_len -= 2;
    }
    ws_hash start;
    ws_hash_init(&start);
    ws_hash_add_number(&start, name_len);
    ws_hash_add(&start, name, name_len);
    for (uint32_t i = 0; i < doc->quotes; i++) {
        ws_hash_value words = words_of(doc->text.bytes, &doc->quote[i]);
        ws_hash hash = start;

        ws_hash_add_number(&hash, words.low);
        ws_hash_add_number(&hash, words.high);
        ws_hash_add_number(&hash, count_words(tally, slots, words));
        made[i] = ws_hash_end(&hash).low;
    }
    *id = made;
    return WHOSAID_OK;
}

void ws_id_put(uint64_t id, char out[WS_ID_LEN])
{
    static const char digit[] = "0123456789abcdef";

    out[0] = 'q';
    for (unsigned i = 1; i < WS_ID_LEN; i++)
        out[i] = digit[(id >> (4 * (16 - i))) & 15];
}

bool ws_id_get(const char *text, size_t len, uint64_t *id)
{
    *id = 0;
    if (len != WS_ID_LEN || text[0] != 'q')
        return false;
    for (size_t i = 1; i < WS_ID_LEN; i++) {
        char c = text[i];
        bool letter = c >= 'a' && c <= 'f';

        if (!letter && (c < '0' || c > '9'))
            return false;
        *id = *id << 4 | (uint64_t)(letter ? c - 'a' + 10 : c - '0');
    }
    return true;
}
