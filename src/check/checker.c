/*
 * checker.c - a draft's quotations against sources, one source at a time.
 *
 *   in   a draft, then sources
 *   out  for each quotation the best that was found, as a row
 *
 * 1. Index the words of the draft's quotations; those that say the same share
 *    a group.
 * 2. Search each source for all groups at once. What is seen there becomes
 *    cases: all the words in order, or, where there is no such, some of them.
 * 3. Try the cases in the order in which they stand in the source, so that a
 *    long one is analysed block by block, and keep for each quotation the
 *    judgement that is best. A quotation with nothing left to find is done.
 *
 * What is kept of a judgement are the cells of its row, in one piece of memory
 * a quotation. So the memory is bounded by the draft and one source, and the
 * time by their lengths: a group is tried WORTHLESS times at most without any
 * gain, and after that only where its verdict would be a better one.
 */
#include "check/checker.h"

#include <string.h>

#include "base/unicode.h"
#include "check/changes.h"
#include "check/outcome.h"
#include "rows/offset.h"
#include "rows/out.h"
#include "text/document.h"
#include "text/page.h"

#define NONE WHOSAID_NONE

enum {
    WORTHLESS = 256, /* cases of a group tried without gain */
    CERTAIN = 3,     /* words that are missing and cannot be spelled apart */
    NAMED = 64,      /* of its quotations whose documents are tried even then */
    SPAN_LEN = 23    /* "4294967295..4294967295" and ";" */
};

/* A group, and who says it. */
struct said {
    uint32_t first; /* quotation, from 1; the others follow by next */
    uint32_t worthless;
    uint8_t *flags; /* [words] of any of them */
};

/* A place in a source where a group may stand. */
struct trial_case {
    uint32_t group;
    uint32_t at;                     /* byte */
    const ws_occurrence *occurrence; /* NULL: some words in some places */
};

struct whosaid_checker {
    ws_arena arena; /* owns all but results' bytes; this struct too */
    whosaid_check_options options;
    ws_draft draft;
    ws_index index;
    ws_search search;
    ws_align align;
    ws_judgement judgement; /* the one at hand */
    ws_outcome *result;     /* [draft.count] */
    uint32_t *next;         /* [draft.count] quotation of the same group */
    struct said *said;      /* [index.groups] */
};

/* One source at hand. */
struct source {
    whosaid_checker *checker;
    ws_cell name;
    ws_arena arena;
    ws_spoken spoken;
    ws_offsets offsets;
    const whosaid_page *page; /* that it is of, or NULL */
    bool counted;             /* offsets are ready */
    uint32_t line;            /* of byte line_at */
    uint32_t line_at;
};

/* -- the draft ------------------------------------------------------------ */

/* Put the quotations into groups. */
static whosaid_status group_quotes(whosaid_checker *c)
{
    ws_draft *draft = &c->draft;

    WS_TRY(ws_index_init(&c->arena, draft->words, draft->count, &c->index));
    c->said = WS_NEW(&c->arena, struct said, draft->count);
    c->next = WS_NEW(&c->arena, uint32_t, draft->count);
    c->result = WS_NEW(&c->arena, ws_outcome, draft->count);
    if (c->arena.failed)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = draft->count; i-- > 0;) {
        ws_quoted *quoted = &draft->quoted[i];

        c->result[i].verdict = WHOSAID_VERDICT_ABSENT;
        if (quoted->words == 0)
            continue;
        quoted->group = ws_index_add(&c->index, quoted->word, quoted->words);
        struct said *said = &c->said[quoted->group];
        if (said->first == 0)
            said->flags = WS_NEW(&c->arena, uint8_t, quoted->words);
        if (said->flags == NULL)
            return WHOSAID_ERR_NOMEM;
        for (uint32_t w = 0; w < quoted->words; w++)
            said->flags[w] |= (uint8_t)quoted->word[w].flags;
        c->next[i] = said->first;
        said->first = i + 1;
    }
    return ws_index_close(&c->arena, &c->index);
}

static whosaid_status start(whosaid_checker *c, const char *draft, size_t len,
                            whosaid_table_error *error)
{
    WS_TRY(ws_draft_read(&c->arena, draft, len, &c->options, &c->draft, error));
    WS_TRY(group_quotes(c));
    WS_TRY(ws_search_init(&c->arena, &c->index, &c->search));
    WS_TRY(ws_judgement_init(&c->arena, c->index.longest, &c->judgement));
    return ws_align_init(&c->arena, &c->index, &c->align);
}

whosaid_status whosaid_checker_new(const char *draft, size_t len,
                                   const whosaid_check_options *options,
                                   whosaid_checker **checker,
                                   whosaid_table_error *error)
{
    static const whosaid_check_options defaults = WHOSAID_CHECK_OPTIONS_INIT;
    whosaid_table_error unseen;

    if (checker == NULL)
        return WHOSAID_ERR_ARGUMENT;
    *checker = NULL;
    if (options == NULL)
        options = &defaults;
    if ((draft == NULL && len > 0) || options->size < sizeof *options ||
        (unsigned)options->offsets > WHOSAID_OFFSETS_UTF16 ||
        (unsigned)options->quotes > WHOSAID_QUOTES_DOUBLED)
        return WHOSAID_ERR_ARGUMENT;
    if (len > WHOSAID_MAX_INPUT)
        return WHOSAID_ERR_TOO_LONG;
    whosaid_checker *made = WS_OBJECT(options->allocator, whosaid_checker);
    if (made == NULL)
        return WHOSAID_ERR_NOMEM;
    made->options = *options;
    whosaid_status status = start(made, draft != NULL ? draft : "", len,
                                  error != NULL ? error : &unseen);
    if (status != WHOSAID_OK) {
        whosaid_checker_free(made);
        return status;
    }
    *checker = made;
    return WHOSAID_OK;
}

void whosaid_checker_free(whosaid_checker *checker)
{
    if (checker == NULL)
        return;
    whosaid_allocator memory = checker->arena.source;
    for (uint32_t i = 0; checker->result != NULL && i < checker->draft.count;
         i++)
        memory.free(memory.ctx, checker->result[i].bytes);
    ws_arena_free(&checker->arena);
}

/* -- results -------------------------------------------------------------- */

/* Whether nothing better can be found for a quotation. */
static bool is_done(const whosaid_checker *c, uint32_t i)
{
    const ws_outcome *r = &c->result[i];
    const ws_quoted *quoted = &c->draft.quoted[i];

    return r->verdict == WHOSAID_VERDICT_EXACT &&
           (quoted->speaker.len == 0 || r->speaker == WHOSAID_SPEAKER_SAME) &&
           (quoted->document.len == 0 || r->preferred);
}

/* Changed and spliced are of one rank: what differs decides. */
static uint32_t rank(whosaid_verdict verdict)
{
    return verdict == WHOSAID_VERDICT_SPLICED ? WHOSAID_VERDICT_CHANGED
                                              : (uint32_t)verdict;
}

static bool is_better(const ws_judgement *j, bool preferred,
                      const ws_outcome *r)
{
    if (r->bytes == NULL)
        return true;
    if (rank(j->verdict) != rank(r->verdict))
        return rank(j->verdict) < rank(r->verdict);
    if (j->cost / 4 != r->cost / 4)
        return j->cost < r->cost;
    if ((j->speaker == WHOSAID_SPEAKER_SAME) !=
        (r->speaker == WHOSAID_SPEAKER_SAME))
        return j->speaker == WHOSAID_SPEAKER_SAME;
    if (preferred != r->preferred)
        return preferred;
    return j->cost < r->cost;
}

/* A name without "./" before it. */
static ws_cell plain_name(ws_cell name)
{
    while (name.len > 2 && memcmp(name.text, "./", 2) == 0) {
        name.text += 2;
        name.len -= 2;
    }
    return name;
}

static bool is_named(ws_cell document, ws_cell name)
{
    document = plain_name(document);
    name = plain_name(name);
    return document.len > 0 && document.len == name.len &&
           memcmp(document.text, name.text, name.len) == 0;
}

/* Line of byte at, in a page's file; asked for mostly in order. */
static uint32_t line_of(struct source *s, uint32_t at)
{
    const char *text = s->page != NULL ? s->page->bytes : s->spoken.text;
    size_t len = s->page != NULL ? s->page->len : s->spoken.len;

    if (s->page != NULL)
        at = whosaid_page_source(s->page, (whosaid_span){at, at}).begin;
    if (at < s->line_at) {
        s->line = 1;
        s->line_at = 0;
    }
    while (s->line_at < at) {
        uint32_t plain = (uint32_t)ws_utf8_plain(text, at, s->line_at);
        s->line_at = plain;
        if (plain >= at)
            break;
        uint32_t end = ws_utf8_line_end(text, len, plain);
        s->line += end > 0 ? 1 : 0;
        s->line_at += end > 0 ? end : 1;
    }
    return s->line;
}

/* "12..40;50..60" */
static ws_cell write_spans(struct source *s, const ws_judgement *j)
{
    char *out = WS_NEW(&s->arena, char, (size_t)j->pieces *SPAN_LEN);
    size_t len = 0;

    for (uint32_t i = 0; out != NULL && i < j->pieces; i++) {
        if (i > 0)
            out[len++] = ';';
        len +=
            ws_put_number(out + len, ws_offset(&s->offsets, j->piece[i].begin));
        out[len++] = '.';
        out[len++] = '.';
        len +=
            ws_put_number(out + len, ws_offset(&s->offsets, j->piece[i].end));
    }
    return (ws_cell){out, len};
}

/* The source's words, pieces one space apart. */
static ws_cell write_words(struct source *s, const ws_judgement *j)
{
    size_t len = j->pieces;

    for (uint32_t i = 0; i < j->pieces; i++)
        len += j->piece[i].end - j->piece[i].begin;
    char *out = WS_NEW(&s->arena, char, len);
    len = 0;
    for (uint32_t i = 0; out != NULL && i < j->pieces; i++) {
        whosaid_span piece = j->piece[i];

        if (i > 0)
            out[len++] = ' ';
        memcpy(out + len, s->spoken.text + piece.begin,
               piece.end - piece.begin);
        len += piece.end - piece.begin;
    }
    return (ws_cell){out, len};
}

/* Make the result of a quotation this one. */
static whosaid_status keep(struct source *s,
                           const ws_cell cell[WS_OUTCOME_CELLS], ws_outcome *r)
{
    const whosaid_allocator *memory = &s->checker->arena.source;
    size_t len = 1;

    for (size_t i = 0; i < WS_OUTCOME_CELLS; i++)
        len += cell[i].len;
    char *bytes = memory->alloc(memory->ctx, len);
    if (bytes == NULL)
        return WHOSAID_ERR_NOMEM;
    memory->free(memory->ctx, r->bytes);
    r->bytes = bytes;
    for (size_t i = 0; i < WS_OUTCOME_CELLS; i++) {
        if (cell[i].len > 0)
            memcpy(bytes, cell[i].text, cell[i].len);
        r->cell[i] = (ws_cell){bytes, cell[i].len};
        bytes += cell[i].len;
    }
    return WHOSAID_OK;
}

static whosaid_status take(struct source *s, uint32_t i, const ws_judgement *j,
                           bool preferred)
{
    whosaid_checker *c = s->checker;
    ws_outcome *r = &c->result[i];
    ws_cell cell[WS_OUTCOME_CELLS];

    memset(cell, 0, sizeof cell);
    if (!s->counted) {
        ws_text text = {.bytes = s->spoken.text, .len = s->spoken.len};
        WS_TRY(
            ws_offsets_init(&s->arena, &text, c->options.offsets, &s->offsets));
        s->offsets.page = s->page;
        s->counted = true;
    }
    cell[WS_OUTCOME_DOCUMENT] = s->name;
    cell[WS_OUTCOME_SPANS] = write_spans(s, j);
    cell[WS_OUTCOME_WORDS] = write_words(s, j);
    cell[WS_OUTCOME_WHO] =
        (ws_cell){s->spoken.text + j->who.begin, j->who.end - j->who.begin};
    WS_TRY(ws_changes(&s->arena, &c->draft.quoted[i], &c->align, &s->spoken, j,
                      &cell[WS_OUTCOME_CHANGES]));
    if (s->arena.failed)
        return WHOSAID_ERR_NOMEM;
    WS_TRY(keep(s, cell, r));
    r->line = line_of(s, j->piece[0].begin);
    r->cost = j->cost;
    r->verdict = j->verdict;
    r->speaker = j->speaker;
    r->preferred = preferred;
    return WHOSAID_OK;
}

/* -- cases ---------------------------------------------------------------- */

/* Try the quotations of a group on the case laid out in align. */
static whosaid_status judge(struct source *s, uint32_t group)
{
    whosaid_checker *c = s->checker;
    struct said *said = &c->said[group];
    bool more = c->search.sight[group].more || said->worthless >= WORTHLESS;
    bool done = true;
    bool gain = false;

    for (uint32_t n = said->first; n != 0; n = c->next[n - 1]) {
        const ws_quoted *quoted = &c->draft.quoted[n - 1];
        bool preferred = is_named(quoted->document, s->name);
        ws_judgement *j = &c->judgement;

        if (is_done(c, n - 1))
            continue;
        ws_verdict(&s->arena, quoted, &c->align, &s->spoken, more, j);
        if (is_better(j, preferred, &c->result[n - 1])) {
            WS_TRY(take(s, n - 1, j, preferred));
            gain = true;
        }
        done = done && is_done(c, n - 1);
    }
    c->search.sight[group].done = done;
    said->worthless += gain ? 0 : 1;
    return WHOSAID_OK;
}

/* Whether a case of all the words, or of some, may still bring a gain. */
static bool is_worth(const struct source *s, uint32_t group, bool whole)
{
    const whosaid_checker *c = s->checker;
    const struct said *said = &c->said[group];
    whosaid_verdict best =
        whole ? WHOSAID_VERDICT_EDITED : WHOSAID_VERDICT_ABRIDGED;
    uint32_t named = NAMED;

    if (c->search.sight[group].done)
        return false;
    if (said->worthless < WORTHLESS)
        return true;
    for (uint32_t n = said->first; n != 0; n = c->next[n - 1]) {
        if (c->result[n - 1].verdict > best)
            return true;
        if (named > 0 && is_named(c->draft.quoted[n - 1].document, s->name))
            return true;
        named -= named > 0 ? 1 : 0;
    }
    return false;
}

/* Whether the words laid out in align may bring a gain, before their source is
 * analysed: what differs by some words for certain is compared with what was
 * found elsewhere. */
static bool is_closer(const whosaid_checker *c, uint32_t group)
{
    const struct said *said = &c->said[group];
    uint32_t words = c->index.group[group].words;
    uint32_t missing = 0;
    uint32_t looked = 0;

    for (uint32_t i = 0; i < words; i++) {
        bool bracketed = (said->flags[i] & WS_WORD_BRACKETED) != 0;
        missing += c->align.map[i] == NONE && !bracketed ? 1 : 0;
    }
    if (missing < CERTAIN)
        return true; /* they may be spelled apart */
    for (uint32_t n = said->first; n != 0; n = c->next[n - 1]) {
        const ws_outcome *r = &c->result[n - 1];

        if (looked++ == NAMED || r->bytes == NULL ||
            rank(r->verdict) > WHOSAID_VERDICT_CHANGED ||
            (rank(r->verdict) == WHOSAID_VERDICT_CHANGED &&
             r->cost / 4 >= (2 * missing + 1) / 4))
            return true;
    }
    return false;
}

static whosaid_status try_case(struct source *s, const struct trial_case *at)
{
    whosaid_checker *c = s->checker;
    ws_sight *sight = &c->search.sight[at->group];

    if (!is_worth(s, at->group, at->occurrence != NULL))
        return WHOSAID_OK;
    if (at->occurrence != NULL) {
        ws_align_whole(&c->align, at->group, at->occurrence);
    } else if (!ws_align_places(&c->align, at->group, c->said[at->group].flags,
                                sight->place, sight->places) ||
               !is_closer(c, at->group)) {
        return WHOSAID_OK;
    }
    uint32_t first = 0;
    uint32_t words = c->index.group[at->group].words;
    while (first < words && c->align.map[first] == NONE)
        first++;
    if (first == words)
        return WHOSAID_OK;
    WS_TRY(
        ws_spoken_open(&s->spoken, c->align.spot[c->align.map[first]].begin));
    return judge(s, at->group);
}

static void sift(struct trial_case *list, size_t root, size_t count)
{
    struct trial_case held = list[root];

    for (;;) {
        size_t child = 2 * root + 1;

        if (child >= count)
            break;
        if (child + 1 < count && list[child + 1].at > list[child].at)
            child++;
        if (list[child].at <= held.at)
            break;
        list[root] = list[child];
        root = child;
    }
    list[root] = held;
}

/* By where they stand. */
static void sort_cases(struct trial_case *list, size_t count)
{
    for (size_t i = count / 2; i-- > 0;)
        sift(list, i, count);
    for (size_t end = count; end-- > 1;) {
        struct trial_case last = list[end];
        list[end] = list[0];
        list[0] = last;
        sift(list, 0, end);
    }
}

/* The cases of all groups seen. */
static whosaid_status try_all(struct source *s)
{
    ws_search *search = &s->checker->search;
    size_t most = 0;
    size_t count = 0;

    for (uint32_t i = 0; i < search->count; i++) {
        const ws_sight *sight = &search->sight[search->touched[i]];
        most += (size_t)sight->occurrences[0] + sight->occurrences[1] + 1;
    }
    struct trial_case *list = WS_NEW(&s->arena, struct trial_case, most);
    if (list == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = 0; i < search->count; i++) {
        uint32_t group = search->touched[i];
        const ws_sight *sight = &search->sight[group];

        for (const ws_occurrence *o = sight->occurrence; o != NULL; o = o->next)
            list[count++] = (struct trial_case){group, o->begin, o};
        if (sight->occurrence == NULL && sight->places > 0)
            list[count++] =
                (struct trial_case){group, sight->place[0].begin, NULL};
    }
    sort_cases(list, count);
    for (size_t i = 0; i < count; i++)
        WS_TRY(try_case(s, &list[i]));
    return WHOSAID_OK;
}

/* Look for the quotations in a text, which may be a page's. */
static whosaid_status add(whosaid_checker *checker, ws_cell name,
                          const char *text, size_t len,
                          const whosaid_page *page)
{
    struct source s;

    if (len > WHOSAID_MAX_INPUT)
        return WHOSAID_ERR_TOO_LONG;
    memset(&s, 0, sizeof s);
    s.checker = checker;
    s.page = page;
    s.name = (ws_cell){name.text != NULL ? name.text : "", name.len};
    s.line = 1;
    ws_arena_init(&s.arena, &checker->arena.source);
    ws_spoken_init(&s.spoken, &checker->arena.source, checker->options.quotes,
                   text != NULL ? text : "", (uint32_t)len);
    checker->align.text = s.spoken.text;
    checker->align.len = s.spoken.len;
    whosaid_status status =
        ws_search_run(&s.arena, s.spoken.text, s.spoken.len, &checker->search);
    if (status == WHOSAID_OK)
        status = try_all(&s);
    checker->arena.steps +=
        s.arena.steps + s.spoken.steps + checker->align.steps;
    checker->align.steps = 0;
    ws_spoken_free(&s.spoken);
    ws_arena_free(&s.arena);
    return status;
}

whosaid_status whosaid_checker_add(whosaid_checker *checker, const char *name,
                                   size_t name_len, const char *text,
                                   size_t len)
{
    if (checker == NULL || (name == NULL && name_len > 0) ||
        (text == NULL && len > 0))
        return WHOSAID_ERR_ARGUMENT;
    return add(checker, (ws_cell){name, name_len}, text, len, NULL);
}

whosaid_status whosaid_checker_add_page(whosaid_checker *checker,
                                        const char *name, size_t name_len,
                                        const whosaid_page *page)
{
    size_t len = 0;

    if (checker == NULL || (name == NULL && name_len > 0) || page == NULL)
        return WHOSAID_ERR_ARGUMENT;
    const char *text = whosaid_page_text(page, &len);
    return add(checker, (ws_cell){name, name_len}, text, len, page);
}

/* -- rows ----------------------------------------------------------------- */

uint64_t ws_checker_steps(const whosaid_checker *checker)
{
    return checker->arena.steps;
}

uint32_t whosaid_checker_count(const whosaid_checker *checker)
{
    return checker == NULL ? 0 : checker->draft.count;
}

whosaid_checked whosaid_checker_at(const whosaid_checker *checker, uint32_t i)
{
    const ws_outcome *r = &checker->result[i];

    return (whosaid_checked){r->verdict, r->speaker};
}

whosaid_status whosaid_checker_write(const whosaid_checker *checker,
                                     const whosaid_row_options *options,
                                     const whosaid_sink *sink,
                                     whosaid_counts *counts)
{
    static const whosaid_row_options defaults = WHOSAID_ROW_OPTIONS_INIT;
    whosaid_counts unseen;

    if (options == NULL)
        options = &defaults;
    if (checker == NULL || sink == NULL || sink->write == NULL ||
        options->size < sizeof *options)
        return WHOSAID_ERR_ARGUMENT;
    return ws_outcomes_write(&checker->draft, checker->result, options, sink,
                             counts != NULL ? counts : &unseen);
}
