/*
 * layout.c - a page's paragraphs, the article's and all others.
 *
 *   in   a page's bytes
 *   out  paragraphs, the block elements around them, what the head tells
 *
 * The open elements stand on a stack, as browsers have it, but only as much of
 * their rules as the text shows: what an end tag ends, which begin ends which
 * element, where a paragraph ends. Formatting elements that are closed in the
 * wrong order do nothing to the text, so nothing is done about them.
 *
 * The stack holds DEEPEST elements; deeper ones take the place of the last, as
 * in browsers. So each tag costs at most that much, and a page's time is
 * linear in its length whatever its tags.
 *
 * What is never text of the page is left out here (scripts, forms' fields, what
 * is hidden); what is only no part of the article, in article.c.
 */
#include "text/layout.h"

#include <string.h>

#include "text/element.h"

enum { DEEPEST = 512 };

/* What an open element does until it ends. A set of bits. */
enum {
    OPEN_DROPS = 1, /* its text is none */
    OPEN_BLOCK = 2,
    OPEN_SCOPE = 4,
    OPEN_QUOTE = 8,    /* the outermost block quote */
    OPEN_CITE = 16,    /* says whose it is */
    OPEN_CAPTION = 32, /* under a picture */
    OPEN_JSON = 64     /* a script that is JSON-LD */
};

struct open {
    uint16_t element;
    uint16_t is;
    uint32_t node; /* of the text in it */
};

struct walk {
    ws_arena *arena;
    ws_markup html;
    ws_layout *layout;
    struct open open[DEEPEST];
    uint32_t depth;
    uint32_t count[WS_ELEMENTS]; /* open ones */
    uint32_t dropping;           /* open elements that drop */
    uint32_t cites;              /* open, and likewise */
    uint32_t captions;
    uint32_t link;   /* depth at which the link began, from 1; 0: none */
    uint32_t figure; /* block quote in the figure at hand; 0: none */
    ws_markup_token token;
    ws_attrs attrs; /* of the start tag at hand */
};

/* -- the stack ------------------------------------------------------------ */

/* What the next paragraph is, by what is open. */
static void settle(struct walk *w)
{
    ws_blocks *blocks = &w->layout->blocks;

    blocks->node = w->depth > 0 ? w->open[w->depth - 1].node : 0;
    blocks->pre = w->count[WS_ELEMENT_PRE] > 0;
    blocks->linked = w->link != 0;
    if (w->cites > 0)
        blocks->role = WS_BLOCK_CITE;
    else if (w->captions > 0)
        blocks->role = WS_BLOCK_CAPTION;
    else if (blocks->quote != 0)
        blocks->role = WS_BLOCK_QUOTE;
    else if (w->count[WS_ELEMENT_H1] > 0)
        blocks->role = WS_BLOCK_TITLE;
    else
        blocks->role =
            w->count[WS_ELEMENT_HEADING] > 0 ? WS_BLOCK_HEADING : WS_BLOCK_TEXT;
}

/* The innermost element ends; tag is its end tag, or empty. */
static void pop(struct walk *w, whosaid_span tag)
{
    ws_blocks *blocks = &w->layout->blocks;
    const struct open *open = &w->open[--w->depth];

    w->count[open->element]--;
    if (open->element == WS_ELEMENT_Q)
        ws_blocks_unquote(blocks, tag);
    if ((open->is & (OPEN_BLOCK | OPEN_CITE)) != 0 && w->dropping == 0)
        ws_blocks_end(blocks);
    w->dropping -= (open->is & OPEN_DROPS) != 0 ? 1 : 0;
    w->cites -= (open->is & OPEN_CITE) != 0 ? 1 : 0;
    w->captions -= (open->is & OPEN_CAPTION) != 0 ? 1 : 0;
    if ((open->is & OPEN_QUOTE) != 0)
        blocks->quote = 0;
    if (open->element == WS_ELEMENT_FIGURE)
        w->figure = 0;
    if (w->link > w->depth)
        w->link = 0;
}

/* Elements end, from the innermost to the one at index i. */
static void pop_to(struct walk *w, uint32_t i, whosaid_span tag)
{
    static const whosaid_span none = {0, 0};

    while (w->depth > i)
        pop(w, w->depth == i + 1 ? tag : none);
    settle(w);
}

static bool is_table_part(uint32_t element)
{
    return element == WS_ELEMENT_TD || element == WS_ELEMENT_TR ||
           element == WS_ELEMENT_TABLE;
}

/* The open element that an end tag ends: its index, or DEEPEST. */
static uint32_t find_open(const struct walk *w, uint32_t element, bool block)
{
    if (w->count[element] == 0)
        return DEEPEST;
    for (uint32_t i = w->depth; i-- > 0;) {
        const struct open *open = &w->open[i];
        if (open->element == element)
            return i;
        if (!block && (open->is & OPEN_BLOCK) != 0)
            return DEEPEST;
        if ((open->is & OPEN_SCOPE) != 0 &&
            !(open->element == WS_ELEMENT_TD && is_table_part(element)))
            return DEEPEST;
    }
    return DEEPEST;
}

static uint32_t add_node(struct walk *w, uint32_t is)
{
    ws_layout *layout = w->layout;
    uint32_t parent = w->depth > 0 ? w->open[w->depth - 1].node : 0;
    ws_node *room = ws_map_room(w->arena, layout->node, sizeof *room,
                                layout->nodes, &layout->cap);

    if (room == NULL)
        return 0;
    layout->node = room;
    layout->node[layout->nodes] = (ws_node){parent, is};
    return layout->nodes++;
}

static void push(struct walk *w, struct open open)
{
    static const whosaid_span none = {0, 0};

    if (w->depth == DEEPEST)
        pop(w, none);
    w->count[open.element]++;
    w->dropping += (open.is & OPEN_DROPS) != 0 ? 1 : 0;
    w->cites += (open.is & OPEN_CITE) != 0 ? 1 : 0;
    w->captions += (open.is & OPEN_CAPTION) != 0 ? 1 : 0;
    w->open[w->depth++] = open;
    settle(w);
}

/* -- which begin ends which element --------------------------------------- */

/* The nearest of two elements, up to one that is a wall for them: its index, or
 * DEEPEST. */
static uint32_t find_like(const struct walk *w, uint32_t element, uint32_t wall)
{
    if (w->count[element] == 0)
        return DEEPEST;
    for (uint32_t i = w->depth; i-- > 0;) {
        const struct open *open = &w->open[i];
        if (open->element == element)
            return i;
        if (open->element == wall || (open->is & OPEN_SCOPE) != 0)
            return DEEPEST;
    }
    return DEEPEST;
}

/* A row or a cell begins: those before it in its table end. */
static void end_cells(struct walk *w, uint32_t element)
{
    static const whosaid_span none = {0, 0};

    if (w->count[WS_ELEMENT_TABLE] == 0)
        return;
    for (uint32_t i = w->depth; i-- > 0;) {
        uint32_t at = w->open[i].element;
        bool is_wall = at == WS_ELEMENT_TABLE || at == WS_ELEMENT_TEMPLATE ||
                       (element == WS_ELEMENT_TD && at == WS_ELEMENT_TR);
        if (is_wall) {
            pop_to(w, i + 1, none);
            return;
        }
    }
}

/* What ends where an element begins. */
static void end_implied(struct walk *w, uint32_t element, uint32_t traits)
{
    static const whosaid_span none = {0, 0};
    uint32_t i = DEEPEST;

    if (element == WS_ELEMENT_LI)
        i = find_like(w, WS_ELEMENT_LI, WS_ELEMENT_LIST);
    else if (element == WS_ELEMENT_DD)
        i = find_like(w, WS_ELEMENT_DD, WS_ELEMENT_DL);
    else if (element == WS_ELEMENT_TD || element == WS_ELEMENT_TR)
        end_cells(w, element);
    if (i < DEEPEST)
        pop_to(w, i, none);
    if ((traits & WS_TRAIT_ENDS_P) != 0 && w->count[WS_ELEMENT_BUTTON] == 0)
        i = find_open(w, WS_ELEMENT_P, true);
    else
        i = DEEPEST;
    if (i < DEEPEST)
        pop_to(w, i, none);
}

/* -- start tags ----------------------------------------------------------- */

/* Whether the tag stands in SVG or MathML, as far as the tokenizer goes. */
static bool is_foreign(const struct walk *w)
{
    return w->count[WS_ELEMENT_FOREIGN] > 0 &&
           w->count[WS_ELEMENT_FOREIGN_HTML] == 0;
}

/* What a block element is for the choice of the article. */
static uint32_t node_is(const struct walk *w, uint32_t element, uint32_t traits,
                        uint32_t class)
{
    const ws_markup *html = &w->html;
    const ws_attrs *attrs = &w->attrs;
    bool in_article =
        w->count[WS_ELEMENT_ARTICLE] + w->count[WS_ELEMENT_MAIN] > 0;
    uint32_t is = (traits & WS_TRAIT_SOFT) != 0 ? WS_NODE_SOFT : 0;

    if (element == WS_ELEMENT_P || element == WS_ELEMENT_LI ||
        element == WS_ELEMENT_DD || element == WS_ELEMENT_BLOCKQUOTE)
        is |= WS_NODE_TEXT;
    if (element == WS_ELEMENT_ARTICLE)
        is |= WS_NODE_ARTICLE;
    if (element == WS_ELEMENT_MAIN ||
        ws_attrs_is(html, attrs, WS_ATTR_ROLE, "main"))
        is |= WS_NODE_MAIN;
    if (ws_attrs_has(html, attrs, WS_ATTR_ITEMPROP, "articlebody"))
        is |= WS_NODE_BODY;
    if (element == WS_ELEMENT_HEADER && !in_article)
        is |= WS_NODE_HEADER;
    if (ws_attrs_is(html, attrs, WS_ATTR_ROLE, "navigation") ||
        ws_attrs_is(html, attrs, WS_ATTR_ROLE, "complementary"))
        is |= WS_NODE_SOFT;
    if (element == WS_ELEMENT_DIALOG && (attrs->has & 1U << WS_ATTR_OPEN) == 0)
        is |= WS_NODE_SOFT;
    if ((class & WS_CLASS_JUNK) != 0 && element != WS_ELEMENT_BODY &&
        element != WS_ELEMENT_HTML &&
        (is & (WS_NODE_ARTICLE | WS_NODE_MAIN | WS_NODE_BODY)) == 0)
        is |= WS_NODE_SOFT;
    /* in a block quote a footer says whose it is */
    if (w->layout->blocks.quote != 0)
        is &= ~(uint32_t)WS_NODE_SOFT;
    return is;
}

/* What an element does to the roles of the text in it. */
static uint32_t role_bits(struct walk *w, uint32_t element, uint32_t class)
{
    ws_blocks *blocks = &w->layout->blocks;

    if (blocks->quote == 0 &&
        (element == WS_ELEMENT_BLOCKQUOTE || (class & WS_CLASS_PULL) != 0)) {
        blocks->quote = ++w->layout->quotes;
        if (w->count[WS_ELEMENT_FIGURE] > 0)
            w->figure = blocks->quote;
        return OPEN_QUOTE;
    }
    if (blocks->quote != 0) {
        bool cites = element == WS_ELEMENT_CITE ||
                     element == WS_ELEMENT_FOOTER ||
                     element == WS_ELEMENT_FIGCAPTION;
        return cites ? OPEN_CITE : 0;
    }
    if (element == WS_ELEMENT_FIGCAPTION && w->figure != 0) {
        blocks->quote = w->figure;
        return OPEN_CITE | OPEN_QUOTE;
    }
    if (element == WS_ELEMENT_FIGCAPTION || (class & WS_CLASS_CAPTION) != 0)
        return OPEN_CAPTION;
    return 0;
}

/* Whether the link that begins here has an address for its text, as short ones
 * have that stand behind the words of a post: "pic.twitter.com/x". */
static bool is_short_link(const struct walk *w)
{
    static const char *const begins[] = {"pic.twitter.com/", "pic.x.com/",
                                         "https://t.co/", "http://t.co/"};
    const char *text = w->html.bytes + w->token.all.end;
    size_t len = w->html.len - w->token.all.end;

    for (size_t i = 0; i < sizeof begins / sizeof begins[0]; i++) {
        size_t n = strlen(begins[i]);
        if (len > n && memcmp(text, begins[i], n) == 0)
            return true;
    }
    return false;
}

/* Open an element that may hold text. */
static void open_element(struct walk *w, uint32_t element, uint32_t traits)
{
    const ws_markup *html = &w->html;
    bool is_block = (traits & WS_TRAIT_BLOCK) != 0;
    uint32_t class = ws_attrs_class(html, &w->attrs);
    struct open open = {(uint16_t)element, 0,
                        w->depth > 0 ? w->open[w->depth - 1].node : 0};
    uint32_t is = 0;

    /* some pages hide themselves until a script shows them */
    bool whole = element == WS_ELEMENT_HTML || element == WS_ELEMENT_BODY ||
                 element == WS_ELEMENT_MAIN || element == WS_ELEMENT_ARTICLE;
    if ((traits & WS_TRAIT_DROP) != 0 ||
        (!whole &&
         ((class & WS_CLASS_HIDDEN) != 0 || ws_attrs_hide(html, &w->attrs))))
        is |= OPEN_DROPS;
    if (element == WS_ELEMENT_A && is_short_link(w))
        is |= OPEN_DROPS;
    is |= (traits & WS_TRAIT_SCOPE) != 0 ? OPEN_SCOPE : 0;
    is |= is_block ? OPEN_BLOCK : 0;
    if (is_block)
        open.node = add_node(w, node_is(w, element, traits, class));
    if (is_block || (element == WS_ELEMENT_CITE && w->cites == 0))
        is |= role_bits(w, element, class);
    if ((is & OPEN_CITE) != 0 && w->dropping == 0)
        ws_blocks_end(&w->layout->blocks);
    if (element == WS_ELEMENT_SCRIPT &&
        ws_attrs_is(html, &w->attrs, WS_ATTR_TYPE, "application/ld+json"))
        is |= OPEN_JSON;
    open.is = (uint16_t)is;
    push(w, open);
    if (element == WS_ELEMENT_Q && w->dropping == 0)
        ws_blocks_quote(&w->layout->blocks, w->token.all);
}

/* Tags that hold nothing. */
static void take_void(struct walk *w, uint32_t element)
{
    ws_head *head = &w->layout->head;

    if (element == WS_ELEMENT_BR && w->dropping == 0)
        ws_blocks_break(&w->layout->blocks, w->token.all);
    else if (element == WS_ELEMENT_META)
        ws_head_meta(head, &w->html, &w->attrs);
    else if (element == WS_ELEMENT_LINK)
        ws_head_link(head, &w->html, &w->attrs);
}

static void end_tag(struct walk *w, uint32_t element, uint32_t traits);

static void start_tag(struct walk *w)
{
    uint32_t traits = 0;
    uint32_t element = ws_element_find(&w->html, w->token.words, &traits);
    static const whosaid_span none = {0, 0};

    if (is_foreign(w) && (traits & WS_TRAIT_LEAVES) != 0)
        pop_to(w, find_open(w, WS_ELEMENT_FOREIGN, true), none);
    ws_attrs_read(&w->html, &w->token, &w->attrs);
    if (w->token.solidus && (is_foreign(w) || element == WS_ELEMENT_FOREIGN))
        return;
    if (!is_foreign(w)) {
        if (ws_element_mode(element) != WS_MARKUP_DATA)
            ws_markup_enter(&w->html, ws_element_mode(element), &w->token);
        end_implied(w, element, traits);
    }
    if ((traits & WS_TRAIT_BLOCK) != 0 && w->dropping == 0)
        ws_blocks_end(&w->layout->blocks);
    if ((traits & WS_TRAIT_VOID) != 0) {
        take_void(w, element);
        return;
    }
    if (element == WS_ELEMENT_HTML)
        ws_head_lang(&w->layout->head, &w->attrs);
    if (element == WS_ELEMENT_TIME)
        ws_head_time(&w->layout->head, &w->html, &w->attrs);
    if (element == WS_ELEMENT_A)
        end_tag(w, WS_ELEMENT_A, 0); /* no link in a link */
    open_element(w, element, traits);
    if (element == WS_ELEMENT_A && w->link == 0) {
        w->link = w->depth;
        settle(w);
    }
}

/* -- end tags and text ---------------------------------------------------- */

static void end_tag(struct walk *w, uint32_t element, uint32_t traits)
{
    bool is_block = (traits & WS_TRAIT_BLOCK) != 0;
    bool drops = (traits & WS_TRAIT_DROP) != 0;

    if (element == WS_ELEMENT_BODY || element == WS_ELEMENT_HTML)
        return; /* what comes behind is the body's, too */
    uint32_t i = find_open(w, element, is_block || drops);
    if (i < DEEPEST)
        pop_to(w, i, w->token.all);
    else if (element == WS_ELEMENT_BR && w->dropping == 0)
        ws_blocks_break(&w->layout->blocks, w->token.all);
    else if (is_block && w->dropping == 0)
        ws_blocks_end(&w->layout->blocks);
}

static void take_text(struct walk *w)
{
    const struct open *open = w->depth > 0 ? &w->open[w->depth - 1] : NULL;

    if (w->dropping == 0) {
        ws_blocks_add(&w->layout->blocks, &w->token);
        return;
    }
    if (open != NULL && (open->is & OPEN_JSON) != 0)
        ws_head_json(&w->layout->head, &w->html, w->token.words);
    if (open != NULL && open->element == WS_ELEMENT_TITLE && !is_foreign(w))
        ws_head_title(&w->layout->head, w->token.words);
}

static void take(struct walk *w)
{
    uint32_t traits = 0;

    switch (w->token.kind) {
    case WS_MARKUP_TEXT:
        take_text(w);
        break;
    case WS_MARKUP_START:
        start_tag(w);
        break;
    case WS_MARKUP_CLOSE: {
        uint32_t element = ws_element_find(&w->html, w->token.words, &traits);
        end_tag(w, element, traits);
        break;
    }
    case WS_MARKUP_COMMENT:
    case WS_MARKUP_DOCTYPE:
    case WS_MARKUP_END:
        break;
    }
    w->html.foreign = is_foreign(w);
}

whosaid_status ws_layout_read(ws_arena *arena, const char *bytes, uint32_t len,
                              ws_layout *layout)
{
    struct walk *w = WS_NEW(arena, struct walk, 1);

    memset(layout, 0, sizeof *layout);
    if (w == NULL)
        return WHOSAID_ERR_NOMEM;
    WS_TRY(ws_blocks_init(arena, bytes, len, &layout->blocks));
    w->arena = arena;
    w->layout = layout;
    (void)add_node(w, 0);
    ws_markup_init(&w->html, bytes, len);
    while (!arena->failed && ws_markup_next(&w->html, &w->token)) {
        take(w);
        arena->steps += 1 + w->depth / 64;
    }
    ws_blocks_end(&layout->blocks);
    arena->steps += len;
    return arena->failed ? WHOSAID_ERR_NOMEM : WHOSAID_OK;
}
