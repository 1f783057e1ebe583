/*
 * spoken.c - what a source itself says of who spoke where.
 *
 *   in   a source, byte offsets where words of a draft were found
 *   out  the quotations that hold them, and their speakers
 *
 * The whole analysis is run, over the source or, when that is long, over the
 * block at hand; so a source costs it once at most.
 */
#include "check/spoken.h"

#include <string.h>

#include "base/unicode.h"

#define NONE WHOSAID_NONE

/* From this confidence on a speaker may be held against a draft. */
enum { SURE = 8000 };

void ws_spoken_init(ws_spoken *spoken, const whosaid_allocator *source,
                    whosaid_quote_style style, const char *text, uint32_t len)
{
    memset(spoken, 0, sizeof *spoken);
    spoken->source = *source;
    spoken->style = style;
    spoken->text = text;
    spoken->len = len;
    spoken->block = NONE;
    ws_arena_init(&spoken->arena, source);
}

void ws_spoken_free(ws_spoken *spoken)
{
    whosaid_doc_free(spoken->doc);
    ws_arena_free(&spoken->arena);
    spoken->doc = NULL;
    spoken->block = NONE;
    spoken->parts = 0;
}

/* -- parts ---------------------------------------------------------------- */

static bool is_speech(const whosaid_quote *quote)
{
    return quote->kind <= WHOSAID_KIND_TURN;
}

/* Order parts by begin, those around others first. Quotations come by their
 * first part, so few are out of place; but a hostile text may have many: heaps
 * keep their promise. */
static bool is_after(const ws_spoken_part *a, const ws_spoken_part *b)
{
    if (a->span.begin != b->span.begin)
        return a->span.begin > b->span.begin;
    return a->span.end < b->span.end;
}

static void sift(ws_spoken_part *part, uint32_t root, uint32_t count)
{
    ws_spoken_part held = part[root];

    for (;;) {
        uint32_t child = 2 * root + 1;

        if (child >= count)
            break;
        if (child + 1 < count && is_after(&part[child + 1], &part[child]))
            child++;
        if (!is_after(&part[child], &held))
            break;
        part[root] = part[child];
        root = child;
    }
    part[root] = held;
}

static void sort_parts(ws_spoken_part *part, uint32_t count)
{
    for (uint32_t i = count / 2; i-- > 0;)
        sift(part, i, count);
    for (uint32_t end = count; end-- > 1;) {
        ws_spoken_part last = part[end];
        part[end] = part[0];
        part[0] = last;
        sift(part, 0, end);
    }
}

/* Which part stands in which: one pass with the open ones as a chain. */
static void nest_parts(ws_spoken *spoken)
{
    uint32_t open = NONE;

    for (uint32_t i = 0; i < spoken->parts; i++) {
        ws_spoken_part *part = &spoken->part[i];

        while (open != NONE && spoken->part[open].span.end <= part->span.begin)
            open = spoken->part[open].outer;
        part->outer = open;
        open = i;
    }
}

static whosaid_status collect_parts(ws_spoken *spoken)
{
    uint32_t quotes = whosaid_quote_count(spoken->doc);
    size_t count = 0;

    for (uint32_t i = 0; i < quotes; i++)
        count += whosaid_quote_at(spoken->doc, i)->parts;
    spoken->parts = 0;
    spoken->part = WS_NEW(&spoken->arena, ws_spoken_part, count);
    if (spoken->part == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = 0; i < quotes; i++) {
        const whosaid_quote *quote = whosaid_quote_at(spoken->doc, i);

        for (uint32_t p = 0; is_speech(quote) && p < quote->parts; p++) {
            whosaid_span span = {spoken->begin + quote->part[p].begin,
                                 spoken->begin + quote->part[p].end};
            spoken->part[spoken->parts++] = (ws_spoken_part){span, i, p, NONE};
        }
    }
    sort_parts(spoken->part, spoken->parts);
    nest_parts(spoken);
    return WHOSAID_OK;
}

/* -- blocks --------------------------------------------------------------- */

/* The first byte from at on that begins a line, or near it a code point. */
static uint32_t line_begin(const ws_spoken *spoken, uint32_t at)
{
    const char *found = NULL;

    if (at == 0 || at >= spoken->len)
        return at >= spoken->len ? spoken->len : 0;
    size_t room = spoken->len - at < 4096 ? spoken->len - at : 4096;
    found = memchr(spoken->text + at, '\n', room);
    if (found != NULL)
        return (uint32_t)(found - spoken->text) + 1;
    while (at < spoken->len && ((unsigned char)spoken->text[at] & 0xC0) == 0x80)
        at++;
    return at;
}

whosaid_status ws_spoken_open(ws_spoken *spoken, uint32_t at)
{
    bool whole = spoken->len <= WS_SPOKEN_BLOCK + WS_SPOKEN_BEFORE;
    uint32_t block = whole ? 0 : at / WS_SPOKEN_BLOCK;
    whosaid_options options = WHOSAID_OPTIONS_INIT;

    if (block == spoken->block)
        return WHOSAID_OK;
    ws_spoken_free(spoken);
    spoken->begin = 0;
    spoken->end = spoken->len;
    if (!whole) {
        uint32_t first = block * WS_SPOKEN_BLOCK;
        if (first > WS_SPOKEN_BEFORE)
            spoken->begin = line_begin(spoken, first - WS_SPOKEN_BEFORE);
        spoken->end =
            line_begin(spoken, first + WS_SPOKEN_BLOCK + WS_SPOKEN_BEHIND);
    }
    options.allocator = &spoken->source;
    options.quotes = spoken->style;
    spoken->steps += spoken->end - spoken->begin;
    WS_TRY(whosaid_analyze(spoken->text + spoken->begin,
                           spoken->end - spoken->begin, &options,
                           &spoken->doc));
    WS_TRY(collect_parts(spoken));
    spoken->block = block;
    return WHOSAID_OK;
}

/* -- questions ------------------------------------------------------------ */

const ws_spoken_part *ws_spoken_at(const ws_spoken *spoken, uint32_t at)
{
    uint32_t low = 0;
    uint32_t high = spoken->parts;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (spoken->part[middle].span.begin <= at)
            low = middle + 1;
        else
            high = middle;
    }
    uint32_t i = low > 0 ? low - 1 : NONE;
    while (i != NONE && spoken->part[i].span.end <= at)
        i = spoken->part[i].outer;
    return i != NONE ? &spoken->part[i] : NULL;
}

bool ws_spoken_part_of(const ws_spoken *spoken, uint32_t quote, uint32_t part,
                       whosaid_span *span)
{
    const whosaid_quote *q = whosaid_quote_at(spoken->doc, quote);

    if (q == NULL || part >= q->parts)
        return false;
    *span = (whosaid_span){spoken->begin + q->part[part].begin,
                           spoken->begin + q->part[part].end};
    return true;
}

uint32_t ws_spoken_parent(const ws_spoken *spoken, uint32_t quote)
{
    const whosaid_quote *q = whosaid_quote_at(spoken->doc, quote);

    return q != NULL ? q->parent : NONE;
}

whosaid_span ws_spoken_speaker(const ws_spoken *spoken, uint32_t quote,
                               bool *sure)
{
    const whosaid_quote *q = whosaid_quote_at(spoken->doc, quote);

    *sure = false;
    if (q == NULL || q->speaker.begin == q->speaker.end ||
        q->confidence < WHOSAID_MIN_CONFIDENCE)
        return (whosaid_span){0, 0};
    *sure = q->source == WHOSAID_SOURCE_PERSON && q->confidence >= SURE;
    return (whosaid_span){spoken->begin + q->speaker.begin,
                          spoken->begin + q->speaker.end};
}
