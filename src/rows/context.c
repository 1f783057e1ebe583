/*
 * context.c - what stands around a quotation.
 *
 *   in   a place in the text
 *   out  some words on one side of it
 *
 * First count the code points off, then, when that ends inside a word, give
 * the piece of the word up. A piece that is all there is stays, as in scripts
 * that part no words.
 */
#include "rows/context.h"

#include "base/unicode.h"

static bool is_space(int32_t cp)
{
    return (ws_cp_class(cp) & WS_CP_SPACE) != 0;
}

/* The code point at byte at, < text->len. */
static int32_t here(const ws_text *text, uint32_t at)
{
    int32_t cp = 0;

    (void)ws_utf8_next(text->bytes, text->len, at, &cp);
    return cp;
}

/* The code point that ends at byte at, > 0. */
static int32_t behind(const ws_text *text, uint32_t at)
{
    int32_t cp = 0;

    (void)ws_utf8_prev(text->bytes, at, &cp);
    return cp;
}

static uint32_t next(const ws_text *text, uint32_t at)
{
    int32_t cp = 0;

    return at + ws_utf8_next(text->bytes, text->len, at, &cp);
}

static uint32_t previous(const ws_text *text, uint32_t at)
{
    int32_t cp = 0;

    return at - ws_utf8_prev(text->bytes, at, &cp);
}

whosaid_span ws_context_before(const ws_text *text, uint32_t at)
{
    uint32_t from = at;

    for (int i = 0; i < WS_CONTEXT && from > 0; i++)
        from = previous(text, from);
    if (from == 0 && at > 0 && here(text, 0) == 0xFEFF)
        return (whosaid_span){next(text, 0), at};
    if (from == 0)
        return (whosaid_span){0, at};
    uint32_t word = from;
    while (word < at && !is_space(here(text, word)) &&
           !is_space(behind(text, word)))
        word = next(text, word);
    while (word < at && is_space(here(text, word)))
        word = next(text, word);
    return (whosaid_span){word < at ? word : from, at};
}

whosaid_span ws_context_after(const ws_text *text, uint32_t at)
{
    uint32_t to = at;

    for (int i = 0; i < WS_CONTEXT && to < text->len; i++)
        to = next(text, to);
    if (to == text->len)
        return (whosaid_span){at, to};
    uint32_t word = to;
    while (word > at && !is_space(here(text, word)) &&
           !is_space(behind(text, word)))
        word = previous(text, word);
    while (word > at && is_space(behind(text, word)))
        word = previous(text, word);
    return (whosaid_span){at, word > at ? word : to};
}
