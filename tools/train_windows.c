/*
 * train_windows.c - what the reader learns from: windows of documents
 * (speaker/passage.h) and what readers said of their quotations.
 *
 * Little-endian int32 throughout; the layout is told in tools/reader/README.md.
 */
#include <stdio.h>
#include <stdlib.h>

#include "speaker/passage.h"
#include "train.h"

enum { MAGIC = 0x57535752, VERSION = 2, MOST = WS_PASSAGE_MENTIONS };
enum { TILINGS = 3 }; /* ways to cut a document into windows */

/* Who tells whom a mention truly means. */
enum { READERS, BOTH, SILVER, QUOTED };

static FILE *out;
static uint32_t windows;
static uint32_t *truth; /* [mentions of the document]: person, or NONE */
static uint32_t *teller;

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
static int32_t speech_of(const struct document *d, uint32_t q)
{
    bool speech;

    return is_judged(d, q, &speech) ? speech : -1;
}

static whosaid_span span_of(const struct document *d, uint32_t first,
                            uint32_t last)
{
    const ws_token *token = d->doc->tokens.token;

    return (whosaid_span){token[first].begin, token[last - 1].end};
}

/* A mention is one of a chain's: they begin together or share most words. A
 * program's chain tells heads. */
static bool in_chain(const struct document *d, const struct chain *c,
                     uint32_t mention, bool heads)
{
    const ws_mention *m = &d->doc->mentions.mention[mention];
    whosaid_span own = span_of(d, m->first, m->last);
    whosaid_span head = span_of(d, m->head, m->head + 1);

    for (uint32_t i = 0; i < c->befores; i++) {
        whosaid_span b = c->before[i];
        uint32_t o = overlap(own, b);
        uint32_t x = own.end - own.begin;
        uint32_t y = b.end - b.begin;
        if (overlap(head, b) > 0 &&
            (heads || own.begin == b.begin || o * 2 >= (x > y ? x : y)))
            return true;
    }
    return false;
}

/* The person of the latest name of a chain before a pronoun, else of the
 * latest noun. */
static uint32_t chain_person(const struct document *d, const struct chain *c,
                             uint32_t pronoun, bool heads)
{
    uint32_t noun = WHOSAID_NONE;

    for (uint32_t m = pronoun; m-- > 0;) {
        ws_mention_kind kind = d->doc->mentions.mention[m].kind;
        uint32_t who = d->doc->people.of[m];
        if (kind == WS_MENTION_PRONOUN || who == WHOSAID_NONE ||
            !in_chain(d, c, m, heads))
            continue;
        if (kind == WS_MENTION_NAME)
            return who;
        noun = noun == WHOSAID_NONE ? who : noun;
    }
    return heads ? WHOSAID_NONE : noun;
}

static bool sexes_agree(const struct document *d, uint32_t pronoun,
                        uint32_t person)
{
    const uint16_t both = WS_M_MALE | WS_M_FEMALE;
    uint16_t a = d->doc->mentions.mention[pronoun].flags & both;
    uint16_t b = d->doc->people.person[person].flags & both;

    return a == 0 || b == 0 || (a & b) != 0;
}

static void tell_chains(const struct document *d, const struct chain *chain,
                        size_t count, bool heads)
{
    for (size_t i = 0; i < count; i++) {
        for (uint32_t m = 0; m < d->doc->mentions.count; m++) {
            const ws_mention *p = &d->doc->mentions.mention[m];
            if (p->kind != WS_MENTION_PRONOUN ||
                d->doc->tokens.token[p->head].begin != chain[i].pronoun.begin)
                continue;
            uint32_t who = chain_person(d, &chain[i], m, heads);
            if (who == WHOSAID_NONE || (heads && !sexes_agree(d, m, who)))
                continue;
            truth[m] = who;
            teller[m] = !heads                        ? READERS
                        : d->doc->people.of[m] == who ? BOTH
                                                      : SILVER;
        }
    }
}

/* Person who is the speaker of a quotation, as readers say. */
static bool speaks(const struct document *d, const struct gold *g, uint32_t who)
{
    whosaid_span name = ws_person_name(&d->doc->people, &d->doc->tokens,
                                       &d->doc->mentions, who);

    return (name.end > name.begin && names_right(d, g, name)) ||
           tells(d, g, who);
}

/* Of the people who are the speaker by name, the one mentioned nearest. */
static uint32_t speaker_near(const struct document *d, const ws_scene *scene,
                             const struct gold *g, uint32_t at)
{
    uint32_t best = WHOSAID_NONE;
    uint32_t gap = WHOSAID_NONE;

    for (uint32_t m = 0; m < d->doc->mentions.count; m++) {
        uint32_t head = d->doc->mentions.mention[m].head;
        uint32_t who = ws_passage_person(scene, m);
        uint32_t off = head > at ? head - at : at - head;
        if (who == WHOSAID_NONE || off >= gap ||
            (who != best && !speaks(d, g, who)))
            continue;
        best = who;
        gap = off;
    }
    return best;
}

/* What stands for a named speaker: the source, and I between the marks. */
static void tell_speakers(const struct document *d, const ws_scene *scene)
{
    const uint16_t which = WS_M_FIRST | WS_M_PLURAL;

    for (uint32_t q = 0; q < d->doc->quotes; q++) {
        const struct gold *g = gold_of(d, q);
        if (g == NULL || g->names[0] == '\0' ||
            !ws_quotations_outer(scene->quotations, q))
            continue;
        uint32_t who =
            speaker_near(d, scene, g, ws_scene_bounds(scene, q).begin);
        for (uint32_t m = 0; m < d->doc->mentions.count; m++) {
            const ws_mention *x = &d->doc->mentions.mention[m];
            bool mine = ws_passage_inside(scene, m) == q;
            if (who == WHOSAID_NONE || x->kind == WS_MENTION_NAME)
                continue;
            if (mine && x->kind == WS_MENTION_PRONOUN &&
                (x->flags & which) == WS_M_FIRST) {
                truth[m] = who;
                teller[m] = QUOTED;
            } else if (!mine && g->sources > 0 && is_source(d, g, m)) {
                truth[m] = who;
                teller[m] = READERS;
            }
        }
    }
}

static void tell_truth(const struct document *d, const ws_scene *scene)
{
    size_t count = d->doc->mentions.count;

    free(truth);
    free(teller);
    truth = malloc(count * sizeof *truth + 1);
    teller = malloc(count * sizeof *teller + 1);
    if (truth == NULL || teller == NULL)
        die("out of memory");
    for (size_t m = 0; m < count; m++) {
        truth[m] = WHOSAID_NONE;
        teller[m] = READERS;
    }
    tell_chains(d, d->silver, d->silvers, true);
    tell_chains(d, d->chain, d->chains, false);
    tell_speakers(d, scene);
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
        put(id(truth[m]));
        put((int32_t)teller[m]);
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
    put(speech_of(d, q));
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

/* The first token that ends behind a byte. */
static uint32_t token_at(const struct document *d, uint32_t byte)
{
    uint32_t low = 0;
    uint32_t high = d->doc->tokens.count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (d->doc->tokens.token[middle].end <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* An indirect quotation that the window shows whole, and its source: where it
 * begins and ends, and which of the mentions are the source. Where it is not,
 * false. */
static bool put_report(const struct document *d, const ws_strip *strip,
                       const ws_passage *p, const struct report *r, bool write)
{
    uint32_t first = token_at(d, r->content.begin);
    uint32_t last = token_at(d, r->content.end - 1);
    int32_t mention[MOST];
    int32_t mentions = 0;

    if (first > last || last >= d->doc->tokens.count ||
        strip->at[first] < p->begin || strip->at[last + 1] > p->end ||
        strip->at[last + 1] <= strip->at[first])
        return false;
    for (uint32_t i = 0; i < p->mentions; i++) {
        uint32_t head = d->doc->mentions.mention[p->mention[i]].head;
        if ((head < first || head > last) &&
            stands_for(d, r->source, r->sources, p->mention[i]))
            mention[mentions++] = (int32_t)i;
    }
    if (mentions == 0 || !write)
        return mentions > 0;
    put((int32_t)(strip->at[first] - p->begin + 1));
    put((int32_t)(strip->at[last + 1] - p->begin));
    put(mentions);
    for (int32_t i = 0; i < mentions; i++)
        put(mention[i]);
    return true;
}

static void put_reports(const struct document *d, const ws_strip *strip,
                        const ws_passage *p)
{
    int32_t count = 0;

    for (size_t i = 0; i < d->reports; i++)
        count += put_report(d, strip, p, &d->report[i], false);
    put(count);
    for (size_t i = 0; i < d->reports; i++)
        (void)put_report(d, strip, p, &d->report[i], true);
}

static void put_window(const struct document *d, uint32_t number,
                       uint32_t tiling, const ws_scene *scene,
                       const ws_strip *strip, const ws_passage *p)
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
    put((int32_t)tiling);
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
    put_reports(d, strip, p);
    windows++;
}

/* Cut a document into windows. The first is made to answer less in the second
 * and third tiling, so that all windows behind it begin elsewhere. */
static void tile(const struct document *d, uint32_t number, uint32_t tiling,
                 const ws_scene *scene, const ws_strip *strip)
{
    for (uint32_t q = 0; q < strip->quotations;) {
        ws_passage p;
        ws_passage_at(scene, strip, &ws_span_all, q, &p);
        if (q == 0 && tiling > 0)
            p.answered = 1 + (p.answered - 1) * tiling / TILINGS;
        put_window(d, number, tiling, scene, strip, &p);
        q = p.answered;
    }
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
        tell_truth(d, &scene);
        for (uint32_t k = 0; k < TILINGS; k++)
            tile(d, (uint32_t)i, k, &scene, &strip);
    }
    if (fseek(out, 8, SEEK_SET) != 0)
        die(path);
    put((int32_t)windows);
    if (fclose(out) != 0)
        die(path);
    printf("%u windows of %zu documents\n", (unsigned)windows, count);
}
