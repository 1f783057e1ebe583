/*
 * block.c - a page's text, paragraph by paragraph, as it is met.
 *
 *   in   texts, line ends and q elements, in the page's order
 *   out  paragraphs, and where each of their bytes stood
 *
 * White space is one space, none at the ends; so is &nbsp;. What only says
 * where a line may be broken (&shy; and the like) is left out. What comes
 * before a character is written with it: so nothing is ever taken back.
 */
#include "text/block.h"

#include <string.h>

#include "base/unicode.h"
#include "text/entity.h"

/* What a byte may begin that is not written as it is. */
enum { PLAIN, SPACE, OTHER };

enum { LEVELS = 64 }; /* of q elements that get marks */

static const uint8_t kind_of[256] = {
    [0] = OTHER,    ['\t'] = SPACE, ['\n'] = SPACE, ['\f'] = SPACE,
    ['\r'] = SPACE, [' '] = SPACE,  ['&'] = OTHER,  [0xC2] = OTHER,
    [0xE2] = OTHER, [0xEF] = OTHER};

whosaid_status ws_blocks_init(ws_arena *arena, const char *bytes, uint32_t len,
                              ws_blocks *blocks)
{
    memset(blocks, 0, sizeof *blocks);
    blocks->arena = arena;
    blocks->bytes = bytes;
    /* a reference is five sixths as long as what it stands for, or longer; a
     * mark is no longer than its tag, nor a line end or a space */
    blocks->text = WS_NEW(arena, char, (size_t)len + len / 5 + WS_ENTITY_MAX);
    return arena->failed ? WHOSAID_ERR_NOMEM : WHOSAID_OK;
}

void ws_blocks_end(ws_blocks *blocks)
{
    if (blocks->open && !blocks->arena->failed)
        blocks->block[blocks->count - 1].end = blocks->len;
    blocks->open = false;
    blocks->breaks = 0;
    blocks->spaced = false;
}

static void begin(ws_blocks *blocks)
{
    ws_block *room =
        ws_map_room(blocks->arena, blocks->block, sizeof *blocks->block,
                    blocks->count, &blocks->cap);

    if (room == NULL)
        return;
    blocks->block = room;
    room[blocks->count++] = (ws_block){
        blocks->len, blocks->len,   blocks->map.runs,      blocks->node,
        0,           blocks->quote, (uint8_t)blocks->role, false};
    blocks->open = true;
}

/* Write bytes that stand for a stretch of the page. */
static void put(ws_blocks *blocks, const char *bytes, uint32_t len,
                whosaid_span source)
{
    ws_map_other(blocks->arena, &blocks->map, blocks->len, source.begin,
                 source.end);
    memcpy(blocks->text + blocks->len, bytes, len);
    blocks->len += len;
    if (blocks->linked && !blocks->arena->failed)
        blocks->block[blocks->count - 1].linked += len;
}

static void put_space(ws_blocks *blocks)
{
    whosaid_span space = blocks->space;

    if (space.end - space.begin == 1 && blocks->bytes[space.begin] == ' ') {
        ws_map_same(blocks->arena, &blocks->map, blocks->len, space.begin);
        blocks->text[blocks->len++] = ' ';
    } else {
        put(blocks, " ", 1, space);
    }
}

/* A mark of the innermost q element: double, but single inside a double. */
static void put_mark(ws_blocks *blocks, bool opens, whosaid_span tag)
{
    static const char *const mark[2][2] = {
        {"\u201D", "\u201C"},
        {"\u2019", "\u2018"}
    };
    uint64_t around = blocks->marked & ((UINT64_C(1) << blocks->level) - 1);
    int inner = 0;

    for (; around != 0; around &= around - 1)
        inner ^= 1;
    put(blocks, mark[inner][opens ? 1 : 0], 3, tag);
}

static bool is_mark(const char *bytes, uint32_t len)
{
    int32_t cp = 0;

    ws_utf8_next(bytes, len, 0, &cp);
    return (ws_cp_class(cp) & WS_CP_QUOTE) != 0;
}

/* Write what stands before the character that comes. False: no memory. */
static bool write_before(ws_blocks *blocks, const char *next, uint32_t len)
{
    if (blocks->opens && blocks->mark.begin < blocks->space.begin)
        blocks->spaced = false; /* in the q, before its words */
    if (blocks->opens && blocks->breaks > 0 &&
        blocks->mark.begin < blocks->broken.begin)
        blocks->mark = (whosaid_span){blocks->broken.end, blocks->broken.end};
    if (blocks->breaks > 1)
        ws_blocks_end(blocks);
    if (!blocks->open)
        begin(blocks);
    else if (blocks->breaks == 1)
        put(blocks, "\n", 1, blocks->broken);
    else if (blocks->spaced)
        put_space(blocks);
    blocks->breaks = 0;
    blocks->spaced = false;
    if (blocks->opens && !blocks->arena->failed) {
        blocks->opens = false;
        if (!is_mark(next, len) && blocks->level < LEVELS) {
            blocks->marked |= UINT64_C(1) << blocks->level;
            put_mark(blocks, true, blocks->mark);
        }
    }
    return !blocks->arena->failed;
}

/* Write the page's own bytes. */
static void copy(ws_blocks *blocks, uint32_t from, uint32_t to)
{
    uint32_t len = to - from;

    if (!write_before(blocks, blocks->bytes + from, len))
        return;
    ws_map_same(blocks->arena, &blocks->map, blocks->len, from);
    memcpy(blocks->text + blocks->len, blocks->bytes + from, len);
    blocks->len += len;
    if (blocks->linked)
        blocks->block[blocks->count - 1].linked += len;
}

static void note_space(ws_blocks *blocks, uint32_t from, uint32_t to)
{
    if (!blocks->spaced)
        blocks->space.begin = from;
    blocks->spaced = true;
    blocks->space.end = to;
}

/* Line ends are some in pre. */
static void note_white(ws_blocks *blocks, uint32_t from, uint32_t to)
{
    note_space(blocks, from, to);
    for (uint32_t at = from; blocks->pre && at < to; at++) {
        bool is_end = blocks->bytes[at] == '\n' || blocks->bytes[at] == '\r';
        if (blocks->bytes[at] == '\r' && at + 1 < to &&
            blocks->bytes[at + 1] == '\n')
            at++;
        if (is_end)
            ws_blocks_break(blocks, (whosaid_span){at, at + 1});
    }
}

/* -- characters that are not written as they are --------------------------- */

/* What becomes of a code point: 0 nothing, ' ' a space, else itself. */
static int32_t folded(int32_t cp)
{
    switch (cp) {
    case 0:
    case 0xAD:   /* soft hyphen */
    case 0x200B: /* zero width space: wbr in another dress */
    case 0x2060: /* word joiner */
    case 0xFEFF:
        return 0;
    case '\t':
    case '\n':
    case '\f':
    case '\r':
    case 0xA0:
    case 0x2028:
    case 0x2029:
        return ' ';
    default:
        return cp;
    }
}

/* Write what stands at at, len bytes of the page. */
static void add_point(ws_blocks *blocks, int32_t cp, uint32_t at, uint32_t len)
{
    int32_t as = folded(cp);

    if (as == ' ')
        note_space(blocks, at, at + len);
    else if (as != 0)
        copy(blocks, at, at + len);
}

static void add_entity(ws_blocks *blocks, const ws_entity *entity, uint32_t at,
                       uint32_t len)
{
    int32_t cp = 0;
    uint32_t step = ws_utf8_next(entity->bytes, entity->len, 0, &cp);
    int32_t as = step == entity->len ? folded(cp) : cp;

    if (as == ' ')
        note_space(blocks, at, at + len);
    else if (as != 0 && write_before(blocks, entity->bytes, entity->len))
        put(blocks, entity->bytes, entity->len, (whosaid_span){at, at + len});
}

/* What begins at at with a byte of kind OTHER: its bytes. */
static uint32_t add_other(ws_blocks *blocks, const ws_markup_token *text,
                          uint32_t at)
{
    ws_entity entity;
    int32_t cp = 0;
    uint32_t end = text->words.end;

    if (blocks->bytes[at] == '&' && text->decoded) {
        uint32_t len = ws_entity_read(blocks->bytes, at, end, false, &entity);
        if (len > 0) {
            add_entity(blocks, &entity, at, len);
            return len;
        }
    }
    uint32_t len = ws_utf8_next(blocks->bytes, end, at, &cp);
    add_point(blocks, cp, at, len);
    return len;
}

void ws_blocks_add(ws_blocks *blocks, const ws_markup_token *text)
{
    const unsigned char *byte = (const unsigned char *)blocks->bytes;
    uint32_t at = text->words.begin;
    uint32_t end = text->words.end;

    while (at < end && !blocks->arena->failed) {
        uint32_t from = at;
        /* words, and lone spaces between them */
        while (at < end && (kind_of[byte[at]] == PLAIN ||
                            (byte[at] == ' ' && at > from && at + 1 < end &&
                             kind_of[byte[at + 1]] == PLAIN)))
            at++;
        if (at > from)
            copy(blocks, from, at);
        if (at == end)
            break;
        from = at;
        if (kind_of[byte[at]] == OTHER) {
            at += add_other(blocks, text, at);
            continue;
        }
        while (at < end && kind_of[byte[at]] == SPACE)
            at++;
        note_white(blocks, from, at);
    }
}

/* -- tags ----------------------------------------------------------------- */

void ws_blocks_break(ws_blocks *blocks, whosaid_span tag)
{
    if (!blocks->open)
        return;
    if (blocks->breaks == 0)
        blocks->broken.begin = tag.begin;
    blocks->broken.end = tag.end;
    blocks->breaks++;
}

void ws_blocks_quote(ws_blocks *blocks, whosaid_span tag)
{
    blocks->level++;
    blocks->opens = true;
    blocks->mark = tag;
}

void ws_blocks_unquote(ws_blocks *blocks, whosaid_span tag)
{
    uint64_t bit = blocks->level < LEVELS ? UINT64_C(1) << blocks->level : 0;

    if (blocks->level == 0)
        return;
    if ((blocks->marked & bit) != 0 && blocks->open && tag.end > tag.begin &&
        !blocks->arena->failed) {
        put_mark(blocks, false, tag);
        /* what stands before it in the page comes behind it in the text */
        blocks->space = (whosaid_span){tag.end, tag.end};
        blocks->broken = (whosaid_span){tag.end, tag.end};
    }
    blocks->marked &= ~bit;
    blocks->opens = false; /* nothing stood in it */
    blocks->level--;
}
