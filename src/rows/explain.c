/*
 * explain.c - the reasons for each speaker, for a person to read.
 *
 *   in   a document whose stages have run
 *   out  text: each quotation, its candidates from the best down, and what
 *        speaks for and against each
 *
 * The candidates are gathered again with what the choice knew, so nothing is
 * kept for explaining.
 */
#include <stdio.h>
#include <string.h>

#include "base/unicode.h"
#include "rows/result.h"
#include "speaker/called.h"

enum {
    SHOWN = 5,         /* candidates shown */
    REASONS = 6,       /* features shown for each, weightiest first */
    QUOTE_BYTES = 100, /* of a quotation */
    WORDS_BYTES = 60   /* of a mention */
};

struct page {
    const whosaid_doc *doc;
    const whosaid_sink *sink;
    bool failed;
};

static void put(struct page *page, const char *bytes, size_t len)
{
    if (!page->failed && len > 0)
        page->failed = !page->sink->write(page->sink->ctx, bytes, len);
}

static void put_words(struct page *page, const char *words)
{
    put(page, words, strlen(words));
}

static void put_number(struct page *page, int32_t number)
{
    char out[16];
    int n = snprintf(out, sizeof out, "%d", (int)number);

    if (n > 0)
        put(page, out, (size_t)n);
}

/* Bytes of the text, on one line, at most most of them, cut between code
 * points. What a terminal might obey becomes a space, an ill-formed byte
 * U+FFFD. */
static void put_text(struct page *page, const char *bytes, size_t len,
                     size_t most)
{
    size_t from = 0;
    size_t at = 0;

    while (at < len) {
        int32_t cp;
        uint32_t n = ws_utf8_next(bytes, len, at, &cp);
        bool plain = cp != WS_CP_BAD &&
                     (ws_cp_class(cp) & (WS_CP_CONTROL | WS_CP_NEWLINE)) == 0;
        if (at + n > most)
            break;
        if (!plain) {
            put(page, bytes + from, at - from);
            put_words(page, cp == WS_CP_BAD ? "\xEF\xBF\xBD" : " ");
            from = at + n;
        }
        at += n;
    }
    put(page, bytes + from, at - from);
    if (at < len)
        put_words(page, "...");
}

static void put_span(struct page *page, whosaid_span span, size_t most)
{
    put_text(page, page->doc->text.bytes + span.begin, span.end - span.begin,
             most);
}

/* The weightiest features of a candidate. */
static void put_reasons(struct page *page, const ws_candidate *c)
{
    uint32_t shown = 0;
    bool done[WS_FEATURE_BLOCK_COUNT] = {false};
    const ws_model *model = &ws_model_attribute[page->doc->sentences.glued];

    while (shown++ < REASONS) {
        uint32_t best = WS_FEATURE_BLOCK_COUNT;
        int32_t most = 25; /* a tenth of a unit says nothing */
        for (uint32_t b = 0; b < WS_FEATURE_BLOCK_COUNT; b++) {
            int32_t weight = model->weight[c->feature[b]];
            int32_t size = weight < 0 ? -weight : weight;
            if (!done[b] && size > most) {
                most = size;
                best = b;
            }
        }
        if (best == WS_FEATURE_BLOCK_COUNT)
            break;
        done[best] = true;
        put_words(page, "  ");
        put_words(page, ws_feature_block_name(best));
        put_words(page, " ");
        put_number(page, model->weight[c->feature[best]]);
    }
    if (c->trees != 0) {
        put_words(page, "  trees ");
        put_number(page, c->trees);
    }
    put_words(page, "\n");
}

static void put_candidate(struct page *page, const ws_candidate *c, bool chosen)
{
    const whosaid_doc *doc = page->doc;
    whosaid_span words = ws_doc_candidate_words(doc, c);
    whosaid_span name = ws_doc_candidate_name(doc, c);

    put_words(page, chosen ? "  * " : "    ");
    put_number(page, c->score);
    put_words(page, "  ");
    put_span(page, words, WORDS_BYTES);
    if (name.end > name.begin) {
        put_words(page, " = ");
        put_span(page, name, WORDS_BYTES);
    }
    put_words(page, ", line ");
    put_number(page, (int32_t)ws_text_line(&doc->text, words.begin));
    if (c->cue != WHOSAID_NONE) {
        const ws_cue *cue = &doc->cues.cue[c->cue];
        put_words(page, ", cue \"");
        put_span(page,
                 (whosaid_span){doc->tokens.token[cue->first].begin,
                                doc->tokens.token[cue->last - 1].end},
                 WORDS_BYTES);
        put_words(page, "\"");
    }
    put_words(page, "\n           ");
    put_reasons(page, c);
}

static void put_candidates(struct page *page, uint32_t q)
{
    ws_candidate candidate[WS_CANDIDATES];
    uint32_t count = ws_doc_candidates(page->doc, q, candidate);

    for (uint32_t i = 0; i < SHOWN && i < count; i++)
        put_candidate(page, &candidate[i],
                      ws_doc_chose(page->doc, q, &candidate[i]));
}

/* The odds of its being speech at all, and the weightiest reasons of the linear
 * model where it was asked. */
static void put_class(struct page *page, uint32_t q)
{
    uint16_t feature[WS_CLASS_BLOCK_COUNT];
    ws_scene scene = ws_doc_scene(page->doc);
    uint32_t count = ws_class_features(&scene, q, feature);
    bool done[WS_CLASS_BLOCK_COUNT] = {false};
    const ws_model *model = &ws_model_class[page->doc->sentences.glued];

    put_words(page, "  speech? ");
    put_number(page, page->doc->classes.score[q]);
    if (!page->doc->classes.reads) {
        put_words(page, "  by its outline: the words are not known\n");
        return;
    }
    for (uint32_t shown = 0; shown < REASONS; shown++) {
        uint32_t best = 0;
        for (uint32_t b = 1; b < count; b++) {
            int32_t more = model->weight[feature[b]];
            int32_t most = model->weight[feature[best]];
            more = more < 0 ? -more : more;
            most = most < 0 ? -most : most;
            if (!done[b] && (done[best] || more > most))
                best = b;
        }
        done[best] = true;
        put_words(page, "  ");
        put_words(page, ws_class_block_name(best));
        put_words(page, " ");
        put_number(page, model->weight[feature[best]]);
    }
    put_words(page, "\n");
}

static void put_percent(struct page *page, uint8_t percent)
{
    put_words(page, " ");
    put_number(page, percent);
    put_words(page, " %");
}

/* What the second reader said, and what that weighs beside the first score. */
static void put_reader(struct page *page, uint32_t q)
{
    const whosaid_doc *doc = page->doc;
    const ws_choice *choice = &doc->attribution.choice[q];
    const ws_liked *liked = &choice->liked;
    uint32_t from = doc->talk.story ? WS_SECOND_STORY_FIRST : WS_SECOND_FIRST;

    if (!doc->second)
        return;
    if (!choice->read) {
        put_words(page, "  reader? not asked\n");
        return;
    }
    put_words(page, "  reader? \"");
    ws_candidate words = {.mention = liked->mention};
    if (liked->mention != WHOSAID_NONE)
        put_span(page, ws_doc_candidate_words(doc, &words), WORDS_BYTES);
    else
        put_words(page, "nobody");
    put_words(page, "\"");
    put_percent(page, liked->mention_chance);
    put_words(page, ", ");
    whosaid_span name = {0, 0};
    if (liked->person != WHOSAID_NONE)
        name = ws_person_name(&doc->people, &doc->tokens, &doc->mentions,
                              liked->person);
    if (name.end > name.begin)
        put_span(page, name, WORDS_BYTES);
    else
        put_words(page, "nobody named near");
    put_percent(page, liked->person_chance);
    put_words(page, ", speech");
    put_percent(page, liked->speech);
    for (uint32_t k = WS_SECOND_FIRST; k <= WS_SECOND_PERSON; k++) {
        put_words(page, "  ");
        put_words(page, ws_second_name(k));
        put_words(page, " ");
        put_number(page, ws_model_second.weight[from + k]);
    }
    put_words(page, "\n");
}

static void put_quote(struct page *page, uint32_t q, const char *name,
                      size_t name_len)
{
    const whosaid_quote *quote = &page->doc->quote[q];

    put_text(page, name, name_len, 400);
    put_words(page, ":");
    put_number(page, (int32_t)quote->line);
    put_words(page, ": ");
    put_words(page, whosaid_strkind(quote->kind));
    put_words(page, " \"");
    put_span(page, quote->part[0], QUOTE_BYTES);
    put_words(page, quote->parts > 1 ? " ...\"\n  " : "\"\n  ");
    if (quote->speaker.end > quote->speaker.begin)
        put_span(page, quote->speaker, WORDS_BYTES);
    else
        put_words(page, "nobody");
    put_words(page, ", by ");
    put_words(page, whosaid_strmethod(quote->method));
    put_words(page, ", confidence ");
    put_number(page, (int32_t)(quote->confidence / 100));
    put_words(page, " %\n");
    if (quote->kind == WHOSAID_KIND_TURN)
        return; /* its label says it all */
    put_class(page, q);
    put_reader(page, q);
    put_candidates(page, q);
}

whosaid_status whosaid_explain(const whosaid_doc *doc, const char *name,
                               size_t name_len, const whosaid_sink *sink)
{
    if (doc == NULL || sink == NULL || sink->write == NULL ||
        (name == NULL && name_len > 0))
        return WHOSAID_ERR_ARGUMENT;
    struct page page = {doc, sink, false};
    for (uint32_t q = 0; q < doc->quotes && !page.failed; q++)
        put_quote(&page, q, name, name_len);
    return page.failed ? WHOSAID_ERR_WRITE : WHOSAID_OK;
}

static void put_range(struct page *page, bool first, whosaid_span span)
{
    char out[32];
    int n = snprintf(out, sizeof out, "%s%u..%u", first ? "" : ";",
                     (unsigned)span.begin, (unsigned)span.end);

    if (n > 0)
        put(page, out, (size_t)n);
}

static void dump(struct page *page, uint32_t q, const char *name,
                 size_t name_len)
{
    const whosaid_doc *doc = page->doc;
    const whosaid_quote *quote = &doc->quote[q];
    ws_scene scene = ws_doc_scene(doc);
    ws_past past = ws_attribution_past(&doc->attribution, q);
    ws_candidate candidate[WS_CANDIDATES];
    uint32_t count = ws_candidates_gather(&scene, q, &past, candidate);

    put_text(page, name, name_len, 400);
    put_words(page, "\t");
    for (uint32_t p = 0; p < quote->parts; p++)
        put_range(page, p == 0, quote->part[p]);
    put_words(page, "\t");
    for (uint32_t i = 0; i < count; i++) {
        const ws_mention *m = &doc->mentions.mention[candidate[i].mention];
        whosaid_span words = {doc->tokens.token[m->first].begin,
                              doc->tokens.token[m->last - 1].end};
        put_range(page, i == 0, words);
    }
    put_words(page, "\n");
}

whosaid_status whosaid_dump_candidates(const whosaid_doc *doc, const char *name,
                                       size_t name_len,
                                       const whosaid_sink *sink)
{
    if (doc == NULL || sink == NULL || sink->write == NULL ||
        (name == NULL && name_len > 0))
        return WHOSAID_ERR_ARGUMENT;
    struct page page = {doc, sink, false};
    for (uint32_t q = 0; q < doc->quotes && !page.failed; q++)
        if (doc->quote[q].kind != WHOSAID_KIND_TURN &&
            ws_quotations_outer(&doc->quotations, q))
            dump(&page, q, name, name_len);
    return page.failed ? WHOSAID_ERR_WRITE : WHOSAID_OK;
}
