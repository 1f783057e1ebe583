/*
 * train_tags.c - learn the weights of text/tag.h.
 *
 *   usage: train_tags OUT_DIR TAGS
 *
 * TAGS is made by gold_tags.py. Writes tag.tsv into OUT_DIR; mktag.py compiles
 * it. Sets whose name ends in -dev are not learned from but measured.
 *
 *   1. Words that are nearly always the same part of speech are sure.
 *   2. Keys seen LEAST times with the tags of readers get a row.
 *   3. Two softmax regressions learn over all of these, decoding as the
 *      program does: from left to right, with the tags that they gave.
 *      AdaGrad, in a fixed order. (An averaged perceptron over the same keys
 *      erred a tenth more often: it takes every slip of the silver to heart.)
 *   4. The keys that weigh most are kept; two others learn from them alone.
 *   5. Weights are rounded to a byte.
 *
 * The text is cut by the library itself, and the keys are its own; what
 * readers tagged is laid over its tokens by place. The same input gives the
 * same weights.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rows/doc.h"
#include "text/tag.h"

enum {
    LEAST = 3,
    SURE_LEAST = 20, /* times that a sure word was seen */
    FIRST_PASSES = 2,
    PASSES = 3,
    READ_TIMES = 2,  /* what readers tagged is learned twice a pass */
    POS_KEPT = 7500, /* rows of the tables */
    NAME_KEPT = 5500,
    MANY = 5000, /* importance ends growing with how often a key is seen */
    SMALL = 1,   /* rounded weights no larger are dropped */
    SETS = 8,
    UNKNOWN = 255
};

static const double SURE_SHARE = 0.98;
static const float RATE = 0.1F;
static const float LEAST_GRADIENT = 0.002F;

struct set {
    char name[32];
    bool held;  /* measured, not learned from */
    bool named; /* has types of names */
    bool read;  /* tagged by readers */
};

struct gold { /* a word as readers tagged it */
    uint32_t begin;
    uint32_t end;
    uint8_t pos;
    uint8_t named;
};

struct piece { /* one text */
    char *bytes;
    size_t len;
    ws_text text;
    ws_tokens tokens;
    ws_tag *tag;    /* [tokens] */
    uint8_t *pos;   /* [tokens]: as readers have it, or UNKNOWN */
    uint8_t *named; /* likewise */
    struct gold *gold;
    size_t golds;
    struct set *set;
};

struct range { /* one sentence */
    struct piece *piece;
    uint32_t first;
    uint32_t last;
};

static struct set sets[SETS];
static size_t set_count;
static struct piece *pieces;
static size_t piece_count;
static struct range *ranges;
static size_t range_count;

static void die(const char *what)
{
    fprintf(stderr, "train_tags: %s\n", what);
    exit(1);
}

static void *need(void *block)
{
    if (block == NULL)
        die("out of memory");
    return block;
}

static void *grow(void *array, size_t count, size_t size)
{
    if (count != 0 && (count & (count - 1)) != 0)
        return array;
    return need(realloc(array, (count == 0 ? 1 : count * 2) * size));
}

/* -- reading -------------------------------------------------------------- */

static struct set *set_named(const char *name)
{
    for (size_t i = 0; i < set_count; i++)
        if (strcmp(sets[i].name, name) == 0)
            return &sets[i];
    if (set_count == SETS)
        die("too many sets");
    struct set *set = &sets[set_count++];
    snprintf(set->name, sizeof set->name, "%s", name);
    set->held = strstr(name, "-dev") != NULL;
    set->named = strncmp(name, "ewt", 3) != 0;
    set->read = strncmp(name, "silver", 6) != 0;
    return set;
}

static struct piece *add_piece(struct set *set)
{
    pieces = grow(pieces, piece_count, sizeof *pieces);
    struct piece *piece = &pieces[piece_count++];
    *piece = (struct piece){.set = set};
    return piece;
}

static void read_file(struct piece *piece, const char *path)
{
    FILE *f = fopen(path, "rb");
    size_t cap = 1 << 16;
    size_t n;

    if (f == NULL)
        die(path);
    piece->bytes = need(malloc(cap));
    while ((n = fread(piece->bytes + piece->len, 1, cap - piece->len, f)) > 0) {
        piece->len += n;
        if (piece->len == cap)
            piece->bytes = need(realloc(piece->bytes, cap *= 2));
    }
    if (ferror(f))
        die(path);
    fclose(f);
}

static uint8_t pos_named(const char *name)
{
    for (int p = 0; p < WS_POS_COUNT; p++)
        if (strcmp(name, ws_pos_name((enum ws_pos)p)) == 0)
            return (uint8_t)p;
    return WS_POS_X;
}

static uint8_t type_named(const char *name)
{
    for (int n = 0; n < WS_NAMED_COUNT; n++)
        if (strcmp(name, ws_named_name((enum ws_named)n)) == 0)
            return (uint8_t)n;
    die(name);
    return 0;
}

static void add_gold(struct piece *piece, const char *fields)
{
    char pos[16];
    char named[16];
    unsigned begin;
    unsigned end;

    if (sscanf(fields, "%u\t%u\t%15s\t%15s", &begin, &end, pos, named) != 4)
        die(fields);
    piece->gold = grow(piece->gold, piece->golds, sizeof *piece->gold);
    piece->gold[piece->golds++] =
        (struct gold){begin, end, pos_named(pos), type_named(named)};
}

static void read_gold(const char *path)
{
    static char line[1 << 16];
    FILE *f = fopen(path, "r");
    struct set *set = NULL;
    struct piece *piece = NULL;

    if (f == NULL)
        die(path);
    while (fgets(line, sizeof line, f) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == 'S') {
            set = set_named(line + 2);
        } else if (line[0] == 'F') {
            piece = add_piece(set);
            read_file(piece, line + 2);
        } else if (line[0] == 'T') {
            piece = add_piece(set);
            piece->len = strlen(line + 2);
            piece->bytes =
                memcpy(need(malloc(piece->len + 1)), line + 2, piece->len + 1);
        } else if (piece != NULL) {
            add_gold(piece, line + 2);
        }
    }
    fclose(f);
}

/* -- tokens --------------------------------------------------------------- */

static void add_range(size_t piece, uint32_t first, uint32_t last)
{
    if (first == last)
        return;
    ranges = grow(ranges, range_count, sizeof *ranges);
    ranges[range_count++] = (struct range){&pieces[piece], first, last};
}

/* The tag of a token: that of the word at its begin; behind a hyphen, of the
 * last word that ends in it. */
static void lay_gold(struct piece *piece)
{
    size_t g = 0;

    for (uint32_t i = 0; i < piece->tokens.count; i++) {
        const ws_token *token = &piece->tokens.token[i];
        piece->pos[i] = piece->named[i] = UNKNOWN;
        while (g < piece->golds && piece->gold[g].end <= token->begin)
            g++;
        if (g == piece->golds || piece->gold[g].begin >= token->end)
            continue;
        size_t last = g;
        if ((token->shape & WS_SHAPE_HYPHEN) != 0)
            while (last + 1 < piece->golds &&
                   piece->gold[last + 1].end <= token->end)
                last++;
        piece->pos[i] = piece->gold[last].pos;
        if (piece->set->named)
            piece->named[i] = piece->gold[last].named;
    }
}

static void cut(size_t at)
{
    struct piece *piece = &pieces[at];
    whosaid_doc *doc;

    if (whosaid_analyze(piece->bytes, piece->len, NULL, &doc) != WHOSAID_OK)
        die("out of memory");
    uint32_t count = doc->tokens.count;
    piece->text.bytes = piece->bytes;
    piece->text.len = (uint32_t)piece->len;
    piece->tokens.count = count;
    piece->tokens.token = need(calloc(count + 1, sizeof(ws_token)));
    memcpy(piece->tokens.token, doc->tokens.token, count * sizeof(ws_token));
    piece->tag = need(calloc(count + 1, sizeof *piece->tag));
    piece->pos = need(calloc(count + 1, 1));
    piece->named = need(calloc(count + 1, 1));
    for (uint32_t s = 0; s < doc->sentences.count; s++)
        add_range(at, doc->sentences.sentence[s].first,
                  doc->sentences.sentence[s].last);
    whosaid_doc_free(doc);
    lay_gold(piece);
}

/* -- one model ------------------------------------------------------------ */

struct row {
    uint32_t key; /* 0: free */
    uint32_t seen;
    uint32_t index; /* of its weights; UINT32_MAX: none */
};

struct model {
    uint32_t columns;
    uint32_t keys;
    struct row *row; /* [mask + 1] */
    uint32_t mask;
    uint32_t rows; /* with weights */
    float *weight; /* [rows][columns] */
    float *spread; /* sum of squared gradients */
    int8_t *rounded;
};

static struct row *row_of(struct model *m, uint32_t key)
{
    uint32_t at = key * 0x9E3779B1u >> 7 & m->mask;

    while (m->row[at].key != 0 && m->row[at].key != key)
        at = (at + 1) & m->mask;
    return &m->row[at];
}

static void see(struct model *m, const uint32_t *key)
{
    for (uint32_t k = 0; k < m->keys; k++) {
        struct row *row = row_of(m, key[k]);
        row->key = key[k];
        row->seen++;
    }
}

static void start(struct model *m)
{
    size_t n = (size_t)m->rows * m->columns + 1;

    free(m->weight);
    free(m->spread);
    m->weight = need(calloc(n, sizeof *m->weight));
    m->spread = need(calloc(n, sizeof *m->spread));
}

/* What of the keys has a row. */
static uint32_t rows_of(struct model *m, const uint32_t *key, uint32_t *index)
{
    uint32_t n = 0;

    for (uint32_t k = 0; k < m->keys; k++) {
        const struct row *row = row_of(m, key[k]);
        if (row->key != 0 && row->index != UINT32_MAX)
            index[n++] = row->index;
    }
    return n;
}

static uint32_t best(const float *score, uint32_t columns)
{
    uint32_t top = 0;

    for (uint32_t c = 1; c < columns; c++)
        if (score[c] > score[top])
            top = c;
    return top;
}

static void step(struct model *m, const uint32_t *index, uint32_t n,
                 uint32_t column, float gradient)
{
    for (uint32_t k = 0; k < n; k++) {
        size_t i = (size_t)index[k] * m->columns + column;
        m->spread[i] += gradient * gradient;
        m->weight[i] -= RATE * gradient / sqrtf(m->spread[i] + 1e-6F);
    }
}

/* What the model says; what is right, if known, is learned. */
static uint32_t learn(struct model *m, const uint32_t *key, uint32_t choices,
                      uint32_t right)
{
    float score[WS_TAG_POS_COLUMNS] = {0};
    uint32_t index[WS_TAG_KEYS];
    uint32_t n = rows_of(m, key, index);
    float sum = 0;

    for (uint32_t k = 0; k < n; k++)
        for (uint32_t c = 0; c < choices; c++)
            score[c] += m->weight[(size_t)index[k] * m->columns + c];
    uint32_t top = best(score, choices);
    if (right >= choices)
        return top;
    float most = score[top];
    for (uint32_t c = 0; c < choices; c++)
        sum += score[c] = expf(score[c] - most);
    for (uint32_t c = 0; c < choices; c++) {
        float gradient = score[c] / sum - (c == right ? 1.0F : 0.0F);
        if (fabsf(gradient) >= LEAST_GRADIENT)
            step(m, index, n, c, gradient);
    }
    return top;
}

static uint32_t tell(struct model *m, const uint32_t *key, uint32_t choices)
{
    float score[WS_TAG_POS_COLUMNS] = {0};
    uint32_t index[WS_TAG_KEYS];
    uint32_t n = rows_of(m, key, index);

    for (uint32_t k = 0; k < n; k++)
        for (uint32_t c = 0; c < choices; c++)
            score[c] += m->rounded[(size_t)index[k] * m->columns + c];
    return best(score, choices);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;

    return (x < y) - (x > y);
}

/* Keep the rows that weigh most, most of them. */
static void keep(struct model *m, uint32_t most)
{
    double *size = need(calloc(m->rows + 1, sizeof *size));
    double *order = need(calloc(m->rows + 1, sizeof *order));
    uint32_t kept = 0;

    for (uint32_t at = 0; at <= m->mask; at++) {
        struct row *row = &m->row[at];
        if (row->key == 0 || row->index == UINT32_MAX)
            continue;
        double sum = 0;
        for (uint32_t c = 0; c < m->columns; c++)
            sum += fabs((double)m->weight[(size_t)row->index * m->columns + c]);
        size[row->index] =
            sum * sqrt(row->seen < MANY ? (double)row->seen : MANY);
    }
    memcpy(order, size, m->rows * sizeof *order);
    qsort(order, m->rows, sizeof *order, by_size);
    double least = m->rows > most ? order[most] : 0;
    for (uint32_t at = 0; at <= m->mask; at++) {
        struct row *row = &m->row[at];
        if (row->key == 0 || row->index == UINT32_MAX)
            continue;
        row->index = size[row->index] > least ? kept++ : UINT32_MAX;
    }
    m->rows = kept;
    free(size);
    free(order);
    start(m);
}

/* Weights as bytes: all but one in a thousand as large as they are. */
static void round_off(struct model *m)
{
    size_t n = (size_t)m->rows * m->columns;
    double *order = need(calloc(n + 1, sizeof *order));

    for (size_t i = 0; i < n; i++)
        order[i] = fabs((double)m->weight[i]);
    qsort(order, n, sizeof *order, by_size);
    double scale = n == 0 ? 1 : 127 / (order[n / 1000] + 1e-9);
    m->rounded = need(calloc(n + 1, sizeof *m->rounded));
    for (size_t i = 0; i < n; i++) {
        double v = (double)m->weight[i] * scale;
        v = fabs(v) <= SMALL + 0.5 ? 0 : v > 127 ? 127 : v < -127 ? -127 : v;
        m->rounded[i] = (int8_t)lrint(v);
    }
    free(order);
}

/* -- sure words ----------------------------------------------------------- */

struct word {
    uint32_t key;
    uint32_t seen;
    uint32_t times[WS_POS_COUNT];
    uint8_t sure; /* 1 + part of speech */
};

enum { WORDS = 1 << 18 };
static struct word words[WORDS];

static struct word *word_at(uint32_t key)
{
    uint32_t at = key * 0x9E3779B1u >> 7 & (WORDS - 1);

    while (words[at].key != 0 && words[at].key != key)
        at = (at + 1) & (WORDS - 1);
    return &words[at];
}

static void find_sure(void)
{
    for (size_t i = 0; i < WORDS; i++) {
        struct word *w = &words[i];
        for (uint32_t p = 0; p < WS_TAG_POS_COLUMNS; p++)
            if (w->seen >= SURE_LEAST && w->times[p] >= SURE_SHARE * w->seen)
                w->sure = (uint8_t)(p + 1);
    }
}

/* -- judges --------------------------------------------------------------- */

enum phase { PHASE_WORDS, PHASE_SEE, PHASE_LEARN, PHASE_TELL };

static struct {
    enum phase phase;
    const struct piece *piece;
    struct model pos;
    struct model named;
} state;

static enum ws_pos judge_sure(void *ctx, uint32_t token, uint32_t key)
{
    struct word *w = word_at(key);
    uint8_t right = state.piece->pos[token];

    (void)ctx;
    if (state.phase == PHASE_WORDS && right < WS_POS_COUNT) {
        w->key = key;
        w->seen++;
        w->times[right]++;
    }
    return w->key != 0 && w->sure != 0 ? (enum ws_pos)(w->sure - 1)
                                       : WS_POS_NONE;
}

static enum ws_pos judge_pos(void *ctx, uint32_t token, const uint32_t *key)
{
    uint8_t right = state.piece->pos[token];
    uint32_t told;

    (void)ctx;
    switch (state.phase) {
    case PHASE_WORDS:
        break;
    case PHASE_SEE:
        see(&state.pos, key);
        break;
    case PHASE_LEARN:
        told = learn(&state.pos, key, WS_TAG_POS_COLUMNS, right);
        return (enum ws_pos)told;
    case PHASE_TELL:
        told = tell(&state.pos, key, WS_TAG_POS_COLUMNS);
        return (enum ws_pos)told;
    }
    return right < WS_POS_COUNT ? (enum ws_pos)right : WS_POS_X;
}

static enum ws_named judge_named(void *ctx, uint32_t token, const uint32_t *key)
{
    uint8_t right = state.piece->named[token];
    uint32_t told;

    (void)ctx;
    switch (state.phase) {
    case PHASE_WORDS:
        break;
    case PHASE_SEE:
        see(&state.named, key);
        break;
    case PHASE_LEARN:
        told = learn(&state.named, key, WS_NAMED_COUNT, right);
        return (enum ws_named)told;
    case PHASE_TELL:
        told = tell(&state.named, key, WS_NAMED_COUNT);
        return (enum ws_named)told;
    }
    return right < WS_NAMED_COUNT ? (enum ws_named)right : WS_NAMED_NO;
}

static void tag(const struct range *range)
{
    static const ws_tag_judge judge = {NULL, judge_sure, judge_pos,
                                       judge_named};
    struct piece *piece = range->piece;

    state.piece = piece;
    ws_tag_judged(&piece->text, &piece->tokens, range->first, range->last,
                  &judge, piece->tag);
}

/* All sentences to learn from, once, in some order. */
static void pass(enum phase phase, uint64_t *seed)
{
    uint32_t *order = need(calloc(range_count, sizeof *order));

    for (uint32_t i = 0; i < range_count; i++)
        order[i] = i;
    for (uint32_t i = (uint32_t)range_count; i > 1; i--) {
        *seed = *seed * 6364136223846793005ULL + 1442695040888963407ULL;
        uint32_t k = (uint32_t)((*seed >> 33) % i);
        uint32_t swap = order[i - 1];
        order[i - 1] = order[k];
        order[k] = swap;
    }
    state.phase = phase;
    for (size_t i = 0; i < range_count; i++) {
        const struct range *range = &ranges[order[i]];
        bool twice = phase == PHASE_LEARN && range->piece->set->read;
        for (int n = 0; n < (twice ? READ_TIMES : 1); n++)
            if (!range->piece->set->held)
                tag(range);
    }
    free(order);
}

/* -- figures -------------------------------------------------------------- */

struct tally {
    size_t tokens, right, sure;
    size_t token[WS_NAMED_COUNT][3]; /* told, gold, both */
    size_t span[WS_NAMED_COUNT][3];
};

static uint8_t told_at(const struct piece *p, uint32_t i)
{
    enum ws_named named = ws_tag_named(p->tag[i]);

    return (uint8_t)named;
}

/* A reader's type of a capitalised word; of others, none. */
static uint8_t gold_at(const struct piece *p, uint32_t i)
{
    return p->named[i] == UNKNOWN ||
                   (p->tokens.token[i].shape &
                    (WS_SHAPE_CAPITAL | WS_SHAPE_INITIAL)) == 0
               ? 0
               : p->named[i];
}

static uint32_t span_end(const struct range *r, uint32_t at,
                         uint8_t (*type)(const struct piece *, uint32_t))
{
    uint32_t end = at;

    while (end < r->last && type(r->piece, end) == type(r->piece, at))
        end++;
    return end;
}

static void count(const struct range *r, struct tally *t)
{
    const struct piece *p = r->piece;

    for (uint32_t i = r->first; i < r->last; i++) {
        if (p->pos[i] == UNKNOWN)
            continue;
        t->tokens++;
        t->right += p->pos[i] == ws_tag_pos(p->tag[i]);
        uint8_t told = told_at(p, i);
        uint8_t gold = gold_at(p, i);
        t->token[told][0]++;
        t->token[gold][1]++;
        t->token[gold][2] += told == gold;
        bool opens_told =
            told != 0 && (i == r->first || told_at(p, i - 1) != told);
        bool opens_gold =
            gold != 0 && (i == r->first || gold_at(p, i - 1) != gold);
        t->span[told][0] += opens_told;
        t->span[gold][1] += opens_gold;
        t->span[gold][2] += opens_told && opens_gold && told == gold &&
                            span_end(r, i, told_at) == span_end(r, i, gold_at);
    }
}

static double f1(const size_t n[3])
{
    return 200.0 * (double)n[2] / (double)(n[0] + n[1] + (n[0] + n[1] == 0));
}

static void measure(void)
{
    state.phase = PHASE_TELL;
    for (size_t s = 0; s < set_count; s++) {
        struct tally t = {0};
        for (size_t i = 0; i < range_count; i++)
            if (ranges[i].piece->set == &sets[s]) {
                tag(&ranges[i]);
                count(&ranges[i], &t);
            }
        printf("%-10s %7zu tokens, part of speech right %.2f %%", sets[s].name,
               t.tokens, 100.0 * (double)t.right / (double)(t.tokens + 1));
        for (int n = 1; sets[s].named && n < WS_NAMED_COUNT; n++)
            printf("; %s %.1f %.1f", ws_named_name((enum ws_named)n),
                   f1(t.token[n]), f1(t.span[n]));
        printf("\n");
    }
}

/* -- writing -------------------------------------------------------------- */

static int by_key(const void *a, const void *b)
{
    uint32_t x = (*(const struct row *const *)a)->key;
    uint32_t y = (*(const struct row *const *)b)->key;

    return (x > y) - (x < y);
}

/* key, then a letter for each column with its weight. */
static void write_model(FILE *f, const char *name, struct model *m)
{
    struct row **order = need(calloc(m->rows + 1, sizeof *order));
    uint32_t n = 0;

    for (uint32_t at = 0; at <= m->mask; at++)
        if (m->row[at].key != 0 && m->row[at].index != UINT32_MAX)
            order[n++] = &m->row[at];
    qsort(order, n, sizeof *order, by_key);
    for (uint32_t i = 0; i < n; i++) {
        fprintf(f, "%s\t%08x\t", name, (unsigned)order[i]->key);
        for (uint32_t c = 0; c < m->columns; c++) {
            int w = m->rounded[(size_t)order[i]->index * m->columns + c];
            if (w != 0)
                fprintf(f, "%c%d", 'a' + (int)c, w);
        }
        fprintf(f, "\n");
    }
    free(order);
}

static int by_word(const void *a, const void *b)
{
    uint32_t x = ((const struct word *)a)->key;
    uint32_t y = ((const struct word *)b)->key;

    return (x > y) - (x < y);
}

static void write_all(const char *dir)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/tag.tsv", dir);
    FILE *f = fopen(path, "w");

    if (f == NULL)
        die(path);
    fprintf(f, "# tag: keys of text/tag.c and their weights, a letter a "
               "column; learned by tools/train_tags.c, see MODELS.md\n");
    qsort(words, WORDS, sizeof *words, by_word);
    for (size_t i = 0; i < WORDS; i++)
        if (words[i].sure != 0)
            fprintf(f, "sure\t%08x\t%c\n", (unsigned)words[i].key,
                    'a' + words[i].sure - 1);
    write_model(f, "pos", &state.pos);
    write_model(f, "named", &state.named);
    if (fclose(f) != 0)
        die(path);
}

static void make_model(struct model *m, uint32_t columns, uint32_t keys)
{
    m->columns = columns;
    m->keys = keys;
    m->mask = (1u << 24) - 1;
    m->row = need(calloc((size_t)m->mask + 1, sizeof *m->row));
}

/* Rows for the keys that were seen often enough. */
static void number_rows(struct model *m)
{
    for (uint32_t at = 0; at <= m->mask; at++)
        m->row[at].index = m->row[at].seen >= LEAST ? m->rows++ : UINT32_MAX;
    start(m);
}

int main(int argc, char **argv)
{
    uint64_t seed = 20161109;

    if (argc != 3)
        die("usage: train_tags OUT_DIR TAGS");
    read_gold(argv[2]);
    for (size_t i = 0; i < piece_count; i++)
        cut(i);
    make_model(&state.pos, WS_TAG_POS_COLUMNS, WS_TAG_POS_KEYS);
    make_model(&state.named, WS_TAG_NAME_COLUMNS, WS_TAG_NAME_KEYS);
    pass(PHASE_WORDS, &seed);
    find_sure();
    pass(PHASE_SEE, &seed);
    number_rows(&state.pos);
    number_rows(&state.named);
    printf("sentences %zu, rows %u and %u\n", range_count,
           (unsigned)state.pos.rows, (unsigned)state.named.rows);
    for (int i = 0; i < FIRST_PASSES; i++)
        pass(PHASE_LEARN, &seed);
    keep(&state.pos, POS_KEPT);
    keep(&state.named, NAME_KEPT);
    for (int i = 0; i < PASSES; i++)
        pass(PHASE_LEARN, &seed);
    round_off(&state.pos);
    round_off(&state.named);
    measure();
    write_all(argv[1]);
    return 0;
}
