/*
 * tag.c - parts of speech and name types of tokens.
 *
 *   in   the tokens of one sentence, with their classes
 *   out  a tag a token
 *
 * 1. From left to right, a part of speech for each token: what it is follows
 *    from the token's kind (PUNCT), from the word alone where it is nearly
 *    always the same ("the"), or from a linear model over the word, its ending
 *    and its classes, its neighbours and the two tags before.
 * 2. From left to right, a type for each capitalised word: another linear
 *    model, over the word, the run of capitalised words that it stands in,
 *    what stands around that run, and the type before.
 *
 * A table maps a key, a hash of what one template looks at, to a row of
 * weights, one a tag. It holds the rows that count; other keys weigh nothing.
 * A bucket keeps 16 bits of each of its keys beside the 12 that chose it, so
 * about one absent key in 30,000 is taken for another: no harm, and the same
 * everywhere.
 *
 * Cost: a constant number of keys a token. Not here: which sentences matter.
 */
#include "text/tag.h"

#include <string.h>

enum {
    NEAR = 2,   /* words looked at on either side */
    FIRST = 17, /* tag of what stands before the sentence */
    LONG = 24,  /* bytes of a word looked at */
    UP = 128    /* what weights are kept above what they are */
};

enum { LANES = 8 };

/* A number of each key of a bucket, or of every other column; no compiler can be
 * left to find that what is done with them is one instruction or two. */
typedef uint16_t lanes __attribute__((vector_size(2 * LANES)));

/* A table of weights, small: each look at it may wait for far memory. A key,
 * mixed, tells its bucket and its check; the generator found a mix by which no
 * bucket has more than LANES keys, nor two with one check. */
struct ws_tag_table {
    const uint16_t (*check)[LANES]; /* [buckets]: of each key; 0: none */
    const uint16_t *first; /* [buckets]: the row before that of its first key */
    /* [rows][columns]: weights, each UP more than it is; row 0 counts
     * nothing */
    const uint8_t *weight;
    uint32_t mix;
    uint32_t shift; /* of 32 bits, those below a bucket's number */
};

#include "gen/tag.inc"

/* -- keys ----------------------------------------------------------------- */

/* A word as the templates see it. */
struct word {
    uint32_t hash;  /* of its bytes, folded; digits are alike */
    uint32_t tail;  /* of its last three bytes */
    uint32_t class; /* of its classes */
    uint32_t shape; /* its kind and shape */
};

static inline uint32_t mix(uint32_t a, uint32_t b)
{
    uint32_t h = (a ^ (b * 0x9E3779B1u)) * 0x85EBCA6Bu;

    return h ^ (h >> 15);
}

/* The key of template t that looks at one, two or three things. One bit is set
 * in all that were learned. */
static inline uint32_t key1(uint32_t t, uint32_t a)
{
    uint32_t h = (a + t * 0xC2B2AE35u) * 0x27D4EB2Fu;

    h ^= h >> 13;
    h *= 0x165667B1u;
    return (h ^ (h >> 16)) | 0x10000u;
}

static inline uint32_t key2(uint32_t t, uint32_t a, uint32_t b)
{
    return key1(t, mix(a, b));
}

static struct word word_of(const ws_text *text, const ws_token *token)
{
    const char *byte = text->bytes + token->begin;
    uint32_t len = token->end - token->begin;
    uint64_t lex = token->lex * 0x9E3779B97F4A7C15u;
    struct word word = {.class = (uint32_t)(lex >> 32),
                        .shape = (uint32_t)token->kind << 8 |
                                 (token->shape & ~(unsigned)WS_SHAPE_SPACE)};
    uint32_t h = 2166136261u;
    uint32_t tail = 0;

    if (len == 1 && (token->shape & WS_SHAPE_GENITIVE) != 0) {
        h = (h ^ '\'') * 16777619u; /* lost: see bare.c */
        tail = '\'';
    }
    if (len > LONG)
        len = LONG;
    for (uint32_t i = 0; i < len; i++) {
        uint32_t c = (unsigned char)byte[i];
        c |= (uint32_t)(c - 'A' <= 'Z' - 'A') << 5;
        c = c - '0' <= '9' - '0' ? '0' : c;
        if (c == 0xE2 && len - i > 2 && byte[i + 1] == '\x80' &&
            byte[i + 2] == '\x99') {
            c = '\''; /* U+2019 */
            i += 2;
        }
        h = (h ^ c) * 16777619u;
        tail = tail << 8 | c;
    }
    word.hash = h ^ (h >> 15);
    word.tail = tail & 0xFFFFFFu;
    return word;
}

static const struct word outside = {1, 1, 1, 1};

/* Words of a sentence around one token. */
struct window {
    struct word word[2 * NEAR + 1]; /* word[NEAR] is the token's */
};

#define AT(window, k) ((window)->word[NEAR + (k)])

static void slide(struct window *window, const ws_text *text,
                  const ws_tokens *tokens, uint32_t next, uint32_t last)
{
    memmove(window->word, window->word + 1,
            sizeof window->word - sizeof window->word[0]);
    AT(window, NEAR) =
        next < last ? word_of(text, &tokens->token[next]) : outside;
}

/* -- parts of speech ------------------------------------------------------ */

static inline uint32_t word_key(const struct word *word)
{
    return key1(0, word->hash);
}

static void pos_keys(const struct window *w, uint32_t tag1, uint32_t tag2,
                     uint32_t *key)
{
    const struct word *here = &AT(w, 0);
    const struct word *next = &AT(w, 1);
    const struct word *before = &AT(w, -1);
    uint32_t start = tag1 == FIRST;

    key[0] = word_key(here);
    key[1] = key1(1, here->tail);
    key[2] = key2(2, here->tail & 0xFFFF, here->shape);
    key[3] = key1(3, tag1);
    key[4] = key1(4, tag1 << 8 | tag2);
    key[5] = key2(5, here->hash, tag1);
    key[6] = key1(6, before->hash);
    key[7] = key1(7, next->hash);
    key[8] = key1(8, AT(w, 2).hash);
    key[9] = key1(9, AT(w, -2).hash);
    key[10] = key1(10, here->class);
    key[11] = key1(11, next->class);
    key[12] = key2(12, here->class, next->class);
    key[13] = key2(13, here->class, tag1);
    key[14] = key2(14, next->class, tag1);
    key[15] = key1(15, here->shape << 8 | start << 5 | tag1);
    key[16] = key2(16, next->tail, next->shape);
    key[17] = key2(17, here->hash, next->hash);
    key[18] = key2(18, before->hash, here->hash);
    key[19] = key2(19, here->tail, tag1);
}

static void tag_parts(const ws_text *text, const ws_tokens *tokens,
                      uint32_t first, uint32_t last, const ws_tag_judge *judge,
                      ws_tag *tag)
{
    struct window window = {
        {outside, outside, outside, outside, outside}
    };
    uint32_t key[WS_TAG_POS_KEYS];
    uint32_t tag1 = FIRST;
    uint32_t tag2 = FIRST;

    for (uint32_t i = first; i < first + NEAR; i++)
        slide(&window, text, tokens, i, last);
    for (uint32_t i = first; i < last; i++) {
        uint8_t kind = tokens->token[i].kind;
        enum ws_pos pos = WS_POS_PUNCT;
        slide(&window, text, tokens, i + NEAR, last);
        if (kind == WS_TOKEN_WORD || kind == WS_TOKEN_NUMBER ||
            kind == WS_TOKEN_SYMBOL ||
            (tokens->token[i].shape & WS_SHAPE_GENITIVE) != 0) {
            pos = judge->sure(judge->ctx, i, word_key(&AT(&window, 0)));
            if (pos == WS_POS_NONE) {
                pos_keys(&window, tag1, tag2, key);
                pos = judge->pos(judge->ctx, i, key);
            }
        }
        tag[i] = ws_tag_make(pos, WS_NAMED_NO);
        tag2 = tag1;
        tag1 = (uint32_t)pos;
    }
}

/* -- names ---------------------------------------------------------------- */

/* Parts of speech of words in names. */
static const uint32_t can_name = 1U << WS_POS_ADJ | 1U << WS_POS_NOUN |
                                 1U << WS_POS_PROPN | 1U << WS_POS_VERB |
                                 1U << WS_POS_X;

/* A capitalised word that can belong to a name. */
static bool can_be_named(const ws_token *token, ws_tag tag)
{
    if (token->kind != WS_TOKEN_WORD ||
        (token->shape & (WS_SHAPE_CAPITAL | WS_SHAPE_INITIAL)) == 0)
        return false;
    return (can_name >> ws_tag_pos(tag) & 1) != 0;
}

/* A run of such words, [first, last). */
struct run {
    uint32_t first;
    uint32_t last;
    struct word begin;
    struct word end;
    struct word before;
    struct word behind;
    uint32_t tag_before;
    uint32_t tag_behind;
};

static struct run run_at(const ws_text *text, const ws_tokens *tokens,
                         const ws_tag *tag, uint32_t at, uint32_t first,
                         uint32_t last)
{
    struct run run = {.first = at,
                      .last = at + 1,
                      .before = outside,
                      .behind = outside,
                      .tag_before = FIRST,
                      .tag_behind = FIRST};

    while (run.last < last &&
           can_be_named(&tokens->token[run.last], tag[run.last]))
        run.last++;
    run.begin = word_of(text, &tokens->token[at]);
    run.end = word_of(text, &tokens->token[run.last - 1]);
    if (at > first) {
        run.before = word_of(text, &tokens->token[at - 1]);
        run.tag_before = ws_tag_pos(tag[at - 1]);
    }
    if (run.last < last) {
        run.behind = word_of(text, &tokens->token[run.last]);
        run.tag_behind = ws_tag_pos(tag[run.last]);
    }
    return run;
}

static void name_keys(const struct run *run, const struct window *w,
                      uint32_t at, uint32_t pos, uint32_t named, uint32_t *key)
{
    const struct word *here = &AT(w, 0);
    const struct word *next = &AT(w, 1);
    const struct word *before = &AT(w, -1);
    uint32_t length = run->last - run->first;
    uint32_t place = at - run->first;

    length = length > 4 ? 4 : length;
    place = (place > 2 ? 2 : place) << 1 | (at + 1 == run->last);
    key[0] = word_key(here);
    key[1] = key1(31, before->hash);
    key[2] = key1(32, next->hash);
    key[3] = key1(33, here->class);
    key[4] = key1(34, before->class);
    key[5] = key1(35, next->class);
    key[6] = key1(36, named << 8 | pos);
    key[7] = key2(37, here->hash, named);
    key[8] = key2(38, here->class, named);
    key[9] = key1(39, here->tail);
    key[10] = key1(40, here->shape << 8 | pos);
    key[11] = key1(41, length << 8 | place << 4 | named);
    key[12] = key1(42, run->begin.hash);
    key[13] = key1(43, run->end.hash);
    key[14] = key2(44, run->end.class, run->begin.class);
    key[15] = key2(45, run->end.class, length);
    key[16] = key1(46, run->before.hash);
    key[17] = key1(47, run->behind.hash);
    key[18] = key2(48, run->before.class, length);
    key[19] = key2(49, run->behind.class, length);
    key[20] = key2(50, here->hash, next->hash);
    key[21] = key2(51, before->hash, here->hash);
    key[22] = key1(52, (run->tag_before << 8 | run->tag_behind) << 8 | named);
    key[23] = key2(53, run->end.tail, length);
}

static void tag_run(const ws_text *text, const ws_tokens *tokens,
                    const struct run *run, uint32_t last,
                    const ws_tag_judge *judge, ws_tag *tag)
{
    struct window window = {
        {outside, outside, run->before, run->begin, run->behind}
    };
    uint32_t key[WS_TAG_NAME_KEYS];
    enum ws_named named = WS_NAMED_NO;

    if (run->first + 1 < run->last)
        AT(&window, 1) = word_of(text, &tokens->token[run->first + 1]);
    if (run->first + 2 < last)
        AT(&window, 2) = word_of(text, &tokens->token[run->first + 2]);
    for (uint32_t i = run->first; i < run->last; i++) {
        if (i > run->first)
            slide(&window, text, tokens, i + NEAR, last);
        enum ws_pos pos = ws_tag_pos(tag[i]);
        name_keys(run, &window, i, (uint32_t)pos, (uint32_t)named, key);
        named = judge->named(judge->ctx, i, key);
        tag[i] = ws_tag_make(pos, named);
    }
}

static void tag_names(const ws_text *text, const ws_tokens *tokens,
                      uint32_t first, uint32_t last, const ws_tag_judge *judge,
                      ws_tag *tag)
{
    for (uint32_t i = first; i < last; i++) {
        if (!can_be_named(&tokens->token[i], tag[i]))
            continue;
        struct run run = run_at(text, tokens, tag, i, first, last);
        tag_run(text, tokens, &run, last, judge, tag);
        i = run.last;
    }
}

void ws_tag_judged(const ws_text *text, const ws_tokens *tokens, uint32_t first,
                   uint32_t last, const ws_tag_judge *judge, ws_tag *tag)
{
    tag_parts(text, tokens, first, last, judge, tag);
    tag_names(text, tokens, first, last, judge, tag);
}

/* -- the tables ----------------------------------------------------------- */

/* The row of a key; row 0 when the table lacks it. No branch: which keys are
 * there, nobody can foresee. */
static inline const uint8_t *row_of(const struct ws_tag_table *table,
                                    uint32_t key, uint32_t columns)
{
    static const lanes number = {1, 2, 3, 4, 5, 6, 7, 8};
    uint32_t hash = key * table->mix;
    uint32_t bucket = hash >> table->shift;
    uint16_t check = (uint16_t)((hash & 0xFFFF) + ((hash & 0xFFFF) == 0));
    lanes same = {check, check, check, check, check, check, check, check};
    lanes found;
    uint64_t half[2];

    memcpy(&found, table->check[bucket], sizeof found);
    found = (lanes)(found == same) & number; /* at most one is not 0 */
    memcpy(half, &found, sizeof half);
    half[0] |= half[1];
    half[0] |= half[0] >> 32;
    half[0] |= half[0] >> 16;
    uint32_t row = half[0] & 0xFFFF;
    row += (0 - (uint32_t)(row != 0)) & table->first[bucket];

    return table->weight + (size_t)row * columns;
}

static enum ws_pos sure(void *ctx, uint32_t token, uint32_t key)
{
    const uint8_t *row = row_of(&pos_table, key, WS_TAG_POS_COLUMNS);

    (void)ctx;
    (void)token;
    return row[0] == UP + WS_TAG_SURE ? (enum ws_pos)(row[1] - UP)
                                      : WS_POS_NONE;
}

/* Sums of the columns of rows, of each other column the one or the other. */
struct sums {
    lanes low;  /* of the bytes that are the low ones of a lane */
    lanes high; /* of the others */
};

/* Whether column 0, so each even one, is the low byte of a lane. */
enum { LOW_FIRST = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ };

enum { ROWS_MOST = UINT16_MAX / UINT8_MAX };

_Static_assert((int)WS_TAG_KEYS <= (int)ROWS_MOST, "a sum fits in 16 bits");
_Static_assert((int)WS_TAG_POS_COLUMNS == 2 * (int)LANES, "a row is a vector");
_Static_assert((int)WS_TAG_NAME_COLUMNS <= 2 * (int)LANES, "or part of one");

/* Add a row of so many columns. */
static inline void add_row(struct sums *sums, const uint8_t *row,
                           uint32_t columns)
{
    lanes pair = {0};

    memcpy(&pair, row, columns);
    sums->low += pair & 0xFF;
    sums->high += pair / 256; /* a shift */
}

/* The best of the first columns of sums, the first of equals: the sum above
 * how far the column is from the end. */
static inline uint32_t best(const struct sums *sums, uint32_t columns)
{
    uint32_t top = 0;

    for (uint32_t c = 0; c < columns; c++) {
        bool low = (c % 2 == 0) == LOW_FIRST;
        uint32_t sum = low ? sums->low[c / 2] : sums->high[c / 2];
        uint32_t here = sum << 8 | (columns - 1 - c);
        top = here > top ? here : top;
    }
    return columns - 1 - (top & 0xFF);
}

static enum ws_pos pos(void *ctx, uint32_t token, const uint32_t *key)
{
    struct sums sums = {{0}, {0}};

    (void)ctx;
    (void)token;
    for (uint32_t k = 0; k < WS_TAG_POS_KEYS; k++)
        add_row(&sums, row_of(&pos_table, key[k], WS_TAG_POS_COLUMNS),
                WS_TAG_POS_COLUMNS);
    uint32_t most = best(&sums, WS_TAG_POS_COLUMNS);
    return (enum ws_pos)most;
}

static enum ws_named named(void *ctx, uint32_t token, const uint32_t *key)
{
    struct sums sums = {{0}, {0}};

    (void)ctx;
    (void)token;
    for (uint32_t k = 0; k < WS_TAG_NAME_KEYS; k++)
        add_row(&sums, row_of(&named_table, key[k], WS_TAG_NAME_COLUMNS),
                WS_TAG_NAME_COLUMNS);
    uint32_t most = best(&sums, WS_NAMED_COUNT);
    return (enum ws_named)most;
}

void ws_tag_sentence(const ws_text *text, const ws_tokens *tokens,
                     uint32_t first, uint32_t last, ws_tag *tag)
{
    static const ws_tag_judge tables = {NULL, sure, pos, named};

    ws_tag_judged(text, tokens, first, last, &tables, tag);
}

whosaid_status ws_tags_init(ws_arena *arena, const ws_tokens *tokens,
                            ws_tags *tags)
{
    tags->tag = WS_NEW(arena, ws_tag, tokens->count);
    return tags->tag == NULL ? WHOSAID_ERR_NOMEM : WHOSAID_OK;
}

const char *ws_pos_name(enum ws_pos p)
{
    static const char *const name[] = {
#define X(name) #name,
        WS_POS(X)
#undef X
    };

    return (unsigned)p < WS_POS_COUNT ? name[p] : "-";
}

const char *ws_named_name(enum ws_named n)
{
    static const char *const name[] = {"-", "person", "body", "place", "other"};

    return (unsigned)n < WS_NAMED_COUNT ? name[n] : "-";
}
