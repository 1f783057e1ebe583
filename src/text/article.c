/*
 * article.c - of all of a page's paragraphs, the article's.
 *
 *   in   paragraphs, and the elements that they stand in
 *   out  the article's text
 *
 * 1. Weigh each paragraph: the words of it that are no links, and its commas;
 *    a short one, and one that is mostly links, weighs nothing.
 * 2. Drop what its tag or class calls no part of the article (nav, aside, form,
 *    "comments"), unless it holds two fifths of the page: some pages are one
 *    form.
 * 3. Choose where the article is: what the page calls its articleBody, its
 *    articles but short ones (teasers), its main part; each if it holds two
 *    fifths of the page's weight. Else the smallest element that holds nearly
 *    all of the weight. In doubt more is kept rather than less.
 * 4. Keep what stands there, but captions and lists of links, and the headline.
 * 5. Block quotes: one whose words stand in the text as well is a pull quote,
 *    and dropped. One behind a colon, or with words on whose it is, gets the
 *    marks of a quotation, those words a dash before them.
 * 6. Where all that is next to nothing, take JSON-LD's articleBody.
 *
 * O(page). Not here: what is never text of the page, see layout.c.
 */
#include "text/article.h"

#include <string.h>

#include "base/unicode.h"
#include "text/ldjson.h"
#include "text/repeat.h"

enum {
    BRIEF = 40,   /* bytes; a paragraph that says less weighs nothing */
    COMMA = 25,   /* what one weighs */
    TEASER = 140, /* an article that weighs less is none */
    CLOSED = 3,   /* bytes of a mark */
    DASH = 4,     /* bytes of a dash and a space */
    LABEL = 24    /* bytes of what stands before a link to another article */
};

/* What is found of a node. A set of bits. */
enum {
    IS_DROPPED = 1,
    IS_HEADER = 2, /* dropped, but it may hold the headline */
    IS_IN = 4      /* in the article */
};

/* A block quote. */
struct quote {
    bool repeats; /* the text's words */
    bool cited;   /* somebody is named, or a colon leads in */
    bool marked;  /* it has marks of its own */
};

struct choice {
    ws_layout *layout;
    const ws_blocks *blocks;
    uint32_t *own;       /* [nodes] weight of a node's own paragraphs */
    uint32_t *all;       /* [nodes] and of all below */
    uint8_t *is;         /* [nodes] IS_* */
    struct quote *quote; /* [quotes + 1] */
};

static const char *text_of(const struct choice *c, const ws_block *block)
{
    return c->blocks->text + block->begin;
}

/* -- weights -------------------------------------------------------------- */

static uint32_t weigh(const struct choice *c, const ws_block *block)
{
    const char *text = text_of(c, block);
    uint32_t len = block->end - block->begin;
    uint32_t plain = len - block->linked;
    uint32_t commas = 0;

    if (plain < BRIEF || plain < block->linked ||
        block->role == WS_BLOCK_CAPTION || block->role == WS_BLOCK_CITE ||
        block->role == WS_BLOCK_HEADING || block->role == WS_BLOCK_TITLE)
        return 0;
    for (uint32_t i = 0; i < len; i++)
        commas += text[i] == ',';
    commas *= COMMA;
    return plain + (commas < plain ? commas : plain);
}

/* The weight of each node, without what is dropped. */
static void weigh_nodes(struct choice *c)
{
    uint32_t nodes = c->layout->nodes;

    memset(c->all, 0, nodes * sizeof *c->all);
    for (uint32_t i = nodes; i-- > 0;) {
        if ((c->is[i] & IS_DROPPED) != 0)
            c->own[i] = 0;
        c->all[i] += c->own[i];
        if (i > 0)
            c->all[c->layout->node[i].parent] += c->all[i];
    }
}

/* Step 2 of the room's comment. */
static void drop(struct choice *c)
{
    const ws_node *node = c->layout->node;
    uint32_t most = c->all[0] / 5 * 2;

    for (uint32_t i = 1; i < c->layout->nodes; i++) {
        c->is[i] = c->is[node[i].parent];
        if ((node[i].is & WS_NODE_SOFT) != 0 && c->all[i] <= most)
            c->is[i] |= IS_DROPPED;
        if ((node[i].is & WS_NODE_HEADER) != 0 && c->all[i] <= most)
            c->is[i] |= IS_HEADER;
    }
}

/* -- where the article is ------------------------------------------------- */

/* The heaviest node of a kind. */
static uint32_t heaviest(const struct choice *c, uint32_t kind)
{
    uint32_t most = 0;

    for (uint32_t i = 0; i < c->layout->nodes; i++)
        if ((c->layout->node[i].is & kind) != 0 && c->all[i] > most)
            most = c->all[i];
    return most;
}

/* Take the nodes of a kind that weigh at least so much, and what is in them:
 * their weight. */
static uint32_t take_kind(struct choice *c, uint32_t kind, uint32_t least)
{
    const ws_node *node = c->layout->node;
    uint32_t weight = 0;

    for (uint32_t i = 0; i < c->layout->nodes; i++) {
        bool in = i > 0 && (c->is[node[i].parent] & IS_IN) != 0;
        in = in || ((node[i].is & kind) != 0 && c->all[i] >= least);
        c->is[i] = (uint8_t)(in ? c->is[i] | IS_IN : c->is[i] & ~IS_IN);
        weight += in ? c->own[i] : 0;
    }
    return weight;
}

/* Take the smallest element that holds nearly all the weight. */
static void take_smallest(struct choice *c)
{
    const ws_node *node = c->layout->node;
    uint32_t root = 0;

    /* those that hold so much are in each other: the last is the innermost */
    for (uint32_t i = 0; i < c->layout->nodes; i++)
        if (c->all[i] >= c->all[0] - c->all[0] / 7 && c->all[i] > 0)
            root = i;
    while ((node[root].is & WS_NODE_TEXT) != 0)
        root = node[root].parent;
    for (uint32_t i = 0; i < c->layout->nodes; i++) {
        bool in = i == root || (i > 0 && (c->is[node[i].parent] & IS_IN) != 0);
        c->is[i] = (uint8_t)(in ? c->is[i] | IS_IN : c->is[i] & ~IS_IN);
    }
}

/* Step 3. */
static void find_article(struct choice *c)
{
    uint32_t enough = c->all[0] / 5 * 2;
    uint32_t best = heaviest(c, WS_NODE_ARTICLE);
    uint32_t least = best / 10 > TEASER ? best / 10 : TEASER;
    uint32_t articles = take_kind(c, WS_NODE_ARTICLE, least);
    uint32_t body = take_kind(c, WS_NODE_BODY, 1);

    if (body >= enough && body >= articles / 4 * 3 && body > 0)
        return;
    if (articles >= enough && articles > 0) {
        (void)take_kind(c, WS_NODE_ARTICLE, least);
        return;
    }
    uint32_t held = take_kind(c, WS_NODE_MAIN, 1);
    if (held < enough || held == 0)
        take_smallest(c);
}

/* -- paragraphs ----------------------------------------------------------- */

static bool ends_sentence(const char *text, uint32_t len)
{
    int32_t cp = 0;

    for (int i = 0; i < 3 && len > 0; i++) {
        len -= ws_utf8_prev(text, len, &cp);
        if (cp == '.' || cp == '!' || cp == '?')
            return cp == '.';
        if ((ws_cp_class(cp) & WS_CP_QUOTE) == 0)
            return false;
    }
    return false;
}

/* Bytes of a paragraph's label, "Read more: "; 0: there is none. */
static uint32_t label_len(const char *text, uint32_t len)
{
    for (uint32_t at = 0; at + 1 < len && at < LABEL; at++)
        if (text[at] == ':')
            return at + 2;
    return 0;
}

/* A paragraph that is nothing but links: to other articles, unless it is a
 * whole sentence. Before one may stand what it is. */
static bool is_links(const struct choice *c, const ws_block *block)
{
    uint32_t len = block->end - block->begin;
    uint32_t rest = len - label_len(text_of(c, block), len);

    return block->linked > 0 && block->linked >= rest - rest / 10 &&
           block->role != WS_BLOCK_TITLE && block->role != WS_BLOCK_CITE &&
           !ends_sentence(text_of(c, block), len);
}

static bool same_text(const struct choice *c, const ws_block *a,
                      const ws_block *b)
{
    uint32_t len = a->end - a->begin;

    return b->end - b->begin == len &&
           memcmp(text_of(c, a), text_of(c, b), len) == 0;
}

/* Step 4. */
static void keep_blocks(struct choice *c)
{
    ws_block *title = NULL;
    ws_block *before = NULL; /* the last headline before all that is kept */
    bool any = false;

    for (uint32_t i = 0; i < c->blocks->count; i++) {
        ws_block *block = &c->blocks->block[i];
        uint8_t is = c->is[block->node];
        bool is_title = block->role == WS_BLOCK_TITLE;
        block->keep = (is & IS_IN) != 0 && block->role != WS_BLOCK_CAPTION &&
                      (is & IS_DROPPED) == 0 && !is_links(c, block) &&
                      ((is & IS_HEADER) == 0 || is_title);
        if (is_title && (is & IS_DROPPED) == 0 && !any && !block->keep &&
            block->linked * 2 < block->end - block->begin)
            before = block;
        any = any || block->keep;
        if (is_title && block->keep) {
            if (title != NULL && same_text(c, title, block))
                block->keep = false;
            else if (title == NULL)
                title = block;
        }
    }
    if (title == NULL && before != NULL)
        before->keep = true;
}

/* -- block quotes --------------------------------------------------------- */

static bool is_quote_text(const ws_block *block)
{
    return block->keep && block->quote != 0 && block->role == WS_BLOCK_QUOTE;
}

/* Whether a text begins with a dash, as "— Ann Lee" does. */
static bool begins_dash(const char *text, uint32_t len)
{
    int32_t cp = 0;

    if (len == 0)
        return false;
    ws_utf8_next(text, len, 0, &cp);
    return cp == 0x2013 || cp == 0x2014 || cp == 0x2015 ||
           (len > 1 && text[0] == '-' && text[1] == '-');
}

static bool begins_mark(const char *text, uint32_t len)
{
    int32_t cp = 0;

    ws_utf8_next(text, len, 0, &cp);
    return (ws_cp_class(cp) & WS_CP_QUOTE) != 0 && cp != '`';
}

/* Find the words of block quotes in the running text. */
static whosaid_status find_repeats(ws_arena *scratch, struct choice *c)
{
    ws_repeats repeats;
    uint32_t quotes = c->layout->quotes;
    const ws_block *block = c->blocks->block;
    uint32_t count = c->blocks->count;

    WS_TRY(ws_repeats_init(scratch, quotes + 1, &repeats));
    for (uint32_t i = 0; i < count;) {
        uint32_t first = i;
        uint32_t quote = block[i].quote;
        while (
            i < count && is_quote_text(&block[i]) && block[i].quote == quote &&
            !begins_dash(text_of(c, &block[i]), block[i].end - block[i].begin))
            i++;
        if (i > first && repeats.repeat[quote].first == 0)
            ws_repeats_set(&repeats, quote, text_of(c, &block[first]),
                           block[i - 1].end - block[first].begin);
        i += i == first ? 1 : 0;
    }
    for (uint32_t i = 0; i < count; i++)
        if (block[i].keep && block[i].quote == 0)
            ws_repeats_look(&repeats, text_of(c, &block[i]),
                            block[i].end - block[i].begin);
    for (uint32_t q = 1; q <= quotes; q++)
        c->quote[q].repeats = ws_repeats_met(&repeats, q);
    scratch->steps += c->blocks->len;
    return WHOSAID_OK;
}

/* Whether a quote's paragraph tells whose it is: then it is a cite. */
static void find_cites(struct choice *c)
{
    const ws_block *last = NULL; /* kept, outside block quotes */
    uint32_t quote = 0;

    for (uint32_t i = 0; i < c->blocks->count; i++) {
        ws_block *block = &c->blocks->block[i];
        uint32_t len = block->end - block->begin;
        if (!block->keep)
            continue;
        if (block->quote == 0) {
            last = block;
            continue;
        }
        struct quote *q = &c->quote[block->quote];
        if (block->quote != quote) { /* it begins here */
            quote = block->quote;
            q->marked = begins_mark(text_of(c, block), len);
            q->cited = last != NULL && c->blocks->text[last->end - 1] == ':';
        } else if (begins_dash(text_of(c, block), len)) {
            block->role = WS_BLOCK_CITE;
        }
        q->cited = q->cited || block->role == WS_BLOCK_CITE;
        last = NULL;
    }
}

/* Step 5. */
static whosaid_status settle_quotes(ws_arena *scratch, struct choice *c)
{
    if (c->layout->quotes == 0)
        return WHOSAID_OK;
    WS_TRY(find_repeats(scratch, c));
    for (uint32_t i = 0; i < c->blocks->count; i++) {
        ws_block *block = &c->blocks->block[i];
        if (block->quote != 0 && c->quote[block->quote].repeats)
            block->keep = false;
    }
    find_cites(c);
    return WHOSAID_OK;
}

/* -- the text ------------------------------------------------------------- */

/* An article being written. */
struct writer {
    ws_arena *arena;
    ws_article *article;
    uint32_t behind; /* the page's bytes that are written */
};

/* Write what the page has not: it stands before a place. */
static void insert(struct writer *w, const char *words, uint32_t from,
                   uint32_t to)
{
    uint32_t len = (uint32_t)strlen(words);

    ws_map_other(w->arena, &w->article->map, w->article->len, from, to);
    memcpy(w->article->text + w->article->len, words, len);
    w->article->len += len;
}

/* Write a paragraph of the layout. */
static void write_block(struct writer *w, const ws_blocks *blocks,
                        const ws_block *block)
{
    ws_article *article = w->article;
    const ws_map *map = &blocks->map;
    uint32_t len = block->end - block->begin;

    for (uint32_t r = block->run;
         r < map->runs && map->run[r].text < block->end; r++) {
        uint32_t at = article->len + (map->run[r].text - block->begin);
        if (map->run[r].until == WS_RUN_SAME)
            ws_map_same(w->arena, &article->map, at, map->run[r].source);
        else
            ws_map_other(w->arena, &article->map, at, map->run[r].source,
                         map->run[r].until);
    }
    memcpy(article->text + article->len, blocks->text + block->begin, len);
    article->len += len;
    whosaid_span all = {block->begin, block->end};
    w->behind = ws_map_source(map, all).end;
}

/* Whether block i, in a block quote, is its last paragraph of words. */
static bool ends_quote(const ws_blocks *blocks, uint32_t i)
{
    const ws_block *block = blocks->block;

    for (uint32_t next = i + 1; next < blocks->count; next++)
        if (block[next].keep)
            return block[next].quote != block[i].quote ||
                   block[next].role == WS_BLOCK_CITE;
    return true;
}

/* Write kept block i, and what goes before and behind it. */
static void write_kept(struct writer *w, const struct choice *c, uint32_t i)
{
    const ws_block *block = &c->blocks->block[i];
    const struct quote *q = &c->quote[block->quote];
    uint32_t len = block->end - block->begin;
    whosaid_span first = {block->begin, block->begin + 1};
    uint32_t from = ws_map_source(&c->blocks->map, first).begin;
    bool words = q->cited && block->role == WS_BLOCK_QUOTE && !q->marked;

    if (w->article->len > 0)
        insert(w, "\n\n", w->behind, from);
    if (words)
        insert(w, "\u201C", from, from);
    else if (block->role == WS_BLOCK_CITE &&
             !begins_dash(text_of(c, block), len))
        insert(w, "\u2014 ", from, from);
    if (block->role == WS_BLOCK_TITLE &&
        w->article->title.end == w->article->title.begin)
        w->article->title =
            (whosaid_span){w->article->len, w->article->len + len};
    write_block(w, c->blocks, block);
    if (words && ends_quote(c->blocks, i))
        insert(w, "\u201D", w->behind, w->behind);
}

static whosaid_status write_article(const struct choice *c, ws_arena *arena,
                                    ws_article *article)
{
    struct writer w = {arena, article, 0};
    size_t room = 1;

    for (uint32_t i = 0; i < c->blocks->count; i++) {
        const ws_block *block = &c->blocks->block[i];
        if (block->keep)
            room += block->end - block->begin + 2 +
                    (block->quote != 0 ? 2 * CLOSED + DASH : 0);
    }
    article->text = WS_NEW(arena, char, room);
    if (article->text == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = 0; i < c->blocks->count; i++)
        if (c->blocks->block[i].keep)
            write_kept(&w, c, i);
    return arena->failed ? WHOSAID_ERR_NOMEM : WHOSAID_OK;
}

/* Step 6: the text is a string of JSON. */
static whosaid_status write_json(ws_arena *arena, const char *bytes,
                                 whosaid_span body, ws_article *article)
{
    memset(article, 0, sizeof *article);
    article->text = WS_NEW(arena, char, body.end - body.begin + 4);
    if (article->text == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t at = body.begin; at < body.end;) {
        uint32_t len = 0;
        char out[4];
        uint32_t read = ws_ldjson_char(bytes, at, body.end, out, &len);
        if (len > 0 && (read > 1 || bytes[at] != out[0]))
            ws_map_other(arena, &article->map, article->len, at, at + read);
        else if (len > 0)
            ws_map_same(arena, &article->map, article->len, at);
        memcpy(article->text + article->len, out, len);
        article->len += len;
        at += read;
    }
    arena->steps += article->len;
    return arena->failed ? WHOSAID_ERR_NOMEM : WHOSAID_OK;
}

static whosaid_status choose(ws_arena *scratch, ws_layout *layout,
                             struct choice *c)
{
    c->layout = layout;
    c->blocks = &layout->blocks;
    c->own = WS_NEW(scratch, uint32_t, layout->nodes);
    c->all = WS_NEW(scratch, uint32_t, layout->nodes);
    c->is = WS_NEW(scratch, uint8_t, layout->nodes);
    c->quote = WS_NEW(scratch, struct quote, (size_t)layout->quotes + 1);
    if (scratch->failed)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = 0; i < c->blocks->count; i++)
        c->own[c->blocks->block[i].node] += weigh(c, &c->blocks->block[i]);
    weigh_nodes(c);
    drop(c);
    weigh_nodes(c);
    find_article(c);
    keep_blocks(c);
    scratch->steps += c->blocks->len + 8 * (uint64_t)layout->nodes;
    return settle_quotes(scratch, c);
}

whosaid_status ws_article_make(ws_arena *scratch, ws_arena *arena,
                               const char *bytes, ws_layout *layout,
                               ws_article *article)
{
    struct choice c;
    whosaid_span body = layout->head.body;

    memset(article, 0, sizeof *article);
    WS_TRY(choose(scratch, layout, &c));
    WS_TRY(write_article(&c, arena, article));
    if (article->len < TEASER && body.end - body.begin > 2 * article->len)
        return write_json(arena, bytes, body, article);
    return WHOSAID_OK;
}
