/*
 * train_windows.c - what the reader learns from: windows of documents
 * (speaker/passage.h) and what readers said of their quotations.
 *
 * Little-endian int32 throughout; the layout is told in tools/reader/train.py.
 */
#include <stdio.h>
#include <stdlib.h>

#include "speaker/passage.h"
#include "train.h"

enum { MAGIC = 0x57535752, VERSION = 1, MOST = WS_PASSAGE_MENTIONS };

static FILE *out;
static uint32_t windows;

static void put(int32_t n)
{
    unsigned char b[4];

    for (int i = 0; i < 4; i++)
        b[i] = (unsigned char)((uint32_t)n >> (8 * i));
    if (fwrite(b, 1, 4, out) != 4)
        die("windows: cannot write");
}

static int32_t id(uint32_t n)
{
    return n == WHOSAID_NONE ? -1 : (int32_t)n;
}

/* Speech 1, none 0, -1 where readers do not say. */
static int32_t speech_of(const struct document *d, uint32_t q,
                         const struct gold *g)
{
    const whosaid_quote *quote = whosaid_quote_at(d->doc, q);

    if (g != NULL)
        return 1;
    if (d->complete)
        return 0;
    for (size_t i = 0; i < d->rests; i++)
        if (same_stretch(quote->part[0], d->rest[i].span))
            return 0;
    return -1;
}

static void put_mentions(const ws_scene *scene, const ws_strip *strip,
                         const ws_passage *p, const uint32_t *in,
                         uint32_t quotations)
{
    for (uint32_t i = 0; i < p->mentions; i++) {
        uint32_t m = p->mention[i];
        uint32_t first;
        uint32_t head;
        uint32_t inside = ws_passage_inside(scene, m);
        int32_t at = -1;
        ws_passage_mention(scene, strip, p, m, &first, &head);
        for (uint32_t k = 0; k < quotations && inside != WHOSAID_NONE; k++)
            at = in[k] == inside ? (int32_t)k : at;
        put((int32_t)first);
        put((int32_t)head);
        put(id(ws_passage_person(scene, m)));
        put(scene->mentions->mention[m].kind);
        put(at);
    }
}

/* What readers said of a quotation, as far as the window shows it. */
static void put_quotation(const struct document *d, const ws_scene *scene,
                          const ws_strip *strip, const ws_passage *p,
                          uint32_t q, bool answered)
{
    const struct gold *g = gold_of(d, q);
    uint32_t open;
    uint32_t close;
    int32_t mention[MOST];
    int32_t person[MOST];
    int32_t mentions = 0;
    int32_t people = 0;

    for (uint32_t i = 0; g != NULL && i < p->mentions; i++) {
        uint32_t m = p->mention[i];
        uint32_t who = ws_passage_person(scene, m);
        whosaid_span name =
            who == WHOSAID_NONE
                ? (whosaid_span){0, 0}
                : ws_person_name(&d->doc->people, &d->doc->tokens,
                                 &d->doc->mentions, who);
        bool seen = false;
        if (g->sources > 0 && is_source(d, g, m))
            mention[mentions++] = (int32_t)i;
        if (who == WHOSAID_NONE ||
            !((name.end > name.begin && names_right(d, g, name)) ||
              tells(d, g, who)))
            continue;
        for (int32_t k = 0; k < people; k++)
            seen = seen || person[k] == (int32_t)who;
        if (!seen)
            person[people++] = (int32_t)who;
    }
    ws_passage_marks(scene, strip, p, q, &open, &close);
    put((int32_t)open);
    put((int32_t)close);
    put(answered);
    put(speech_of(d, q, g));
    put(g == NULL ? -1 : g->sources > 0 ? 1 : g->nobody ? 0 : -1);
    put(g == NULL                 ? -1
        : g->names[0] != '\0'     ? 1
        : g->nobody || g->unnamed ? 0
                                  : -1);
    put(mentions);
    put(people);
    for (int32_t k = 0; k < mentions; k++)
        put(mention[k]);
    for (int32_t k = 0; k < people; k++)
        put(person[k]);
}

static void put_window(const struct document *d, uint32_t number,
                       const ws_scene *scene, const ws_strip *strip,
                       const ws_passage *p)
{
    static ws_window window;
    uint32_t in[MOST];
    uint32_t quotations = 0;
    uint32_t answers = 0;

    ws_passage_window(scene, strip, p, &window);
    for (uint32_t i = 0; i < strip->quotations && quotations < MOST; i++) {
        ws_place place = ws_scene_bounds(scene, strip->quotation[i]);
        bool within = strip->at[place.begin] >= p->begin &&
                      strip->at[place.end] <= p->end;
        bool asked = i >= p->answers && i < p->answered;
        if (!within && !asked)
            continue;
        answers = i == p->answers ? quotations : answers;
        in[quotations++] = strip->quotation[i];
    }
    put((int32_t)number);
    put((int32_t)d->set);
    put((int32_t)d->fold);
    put((int32_t)window.count);
    put((int32_t)p->mentions);
    put((int32_t)quotations);
    for (uint32_t i = 0; i < window.count; i++)
        put(window.piece[i]);
    for (uint32_t k = 0; k < WS_READER_INPUTS; k++)
        for (uint32_t i = 0; i < window.count; i++)
            put(window.input[k][i]);
    put_mentions(scene, strip, p, in, quotations);
    for (uint32_t k = 0; k < quotations; k++)
        put_quotation(d, scene, strip, p, in[k],
                      k >= answers && k < answers + (p->answered - p->answers));
    windows++;
}

void write_windows(const char *path, const ws_reader *reader,
                   const struct document *documents, size_t count)
{
    out = fopen(path, "wb");
    if (out == NULL)
        die(path);
    put(MAGIC);
    put(VERSION);
    put(0);
    for (size_t i = 0; i < count; i++) {
        const struct document *d = &documents[i];
        ws_scene scene = ws_doc_scene(d->doc);
        ws_strip strip;
        if (ws_strip_cut(&d->doc->arena, &scene, reader, &strip) != WHOSAID_OK)
            die("out of memory");
        for (uint32_t q = 0; q < strip.quotations;) {
            ws_passage p;
            ws_passage_at(&scene, &strip, &ws_span_all, q, &p);
            put_window(d, (uint32_t)i, &scene, &strip, &p);
            q = p.answered;
        }
    }
    if (fseek(out, 8, SEEK_SET) != 0)
        die(path);
    put((int32_t)windows);
    if (fclose(out) != 0)
        die(path);
    printf("%u windows of %zu documents\n", (unsigned)windows, count);
}
