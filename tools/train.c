/*
 * train.c - learn the weights of speaker/class.h and speaker/feature.h.
 *
 *   usage: train OUT_DIR ANY_DIR GOLD... [-k FOLDS]
 *          train --join OUT_DIR GOLD... -k FOLDS -r 0=READER [-r 1,2=READER]
 *          train --rows OUT_DIR GOLD... -k FOLDS
 *          train --ablate - GOLD...
 *          train --windows OUT READER GOLD...
 *
 * GOLD files are made by gold.py. Writes the weights of one language into
 * OUT_DIR, those of any into ANY_DIR; mkmodel.py compiles them. -k keeps what is
 * learned without each fold for --join, which learns what joins the two readers
 * from the documents of folds that a reader has not seen. --rows writes a CSV a
 * set: each document's rows by what was learned without it. --ablate writes
 * nothing: it prints what each family of features adds.
 *
 *   class       speech or not, over the stretches that readers judged: see
 *               train_class.c
 *   attribute   which candidate of a quotation, which person of a pronoun:
 *               train_choice.c, train_rank.c
 *   confidence  whether rows of held-out folds were right: train_held.c,
 *               train_trust.c
 *
 * What readers said is read by train_gold.c; what is right by it, train_right.c
 * says. The features come from the library itself. The same input gives the same
 * weights.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "train.h"

enum {
    SMALL = 500, /* quotations of a set */
    ROUNDS = 3   /* of resolving pronouns with what the round before learned */
};

/* Of least loss on held-out folds. */
static const double L2_QUOTATIONS = 20;
static const double L2_PRONOUNS = 5;

static struct document *documents;
static size_t document_count;
static struct choices quotations;
static struct choices pronouns;
static size_t pronoun_sources;
static size_t pronoun_covered;
static size_t resolved[2]; /* as the round's models have them: news, novels */
static size_t resolved_right[2];

void die(const char *what)
{
    fprintf(stderr, "train: %s\n", what);
    exit(1);
}

void *grow(void *array, size_t count, size_t size)
{
    if (count != 0 && (count & (count - 1)) != 0)
        return array;
    void *more = realloc(array, (count == 0 ? 1 : count * 2) * size);
    if (more == NULL)
        die("out of memory");
    return more;
}

const ws_reader *open_reader(ws_arena *arena, const char *path)
{
    const ws_reader *reader = NULL;
    FILE *f = fopen(path, "rb");

    if (f == NULL || fseek(f, 0, SEEK_END) != 0)
        die(path);
    long size = ftell(f);
    size_t room = ((size_t)size + 63) / 64 * 64;
    unsigned char *bytes = aligned_alloc(64, room);
    if (size < 0 || bytes == NULL || fseek(f, 0, SEEK_SET) != 0 ||
        fread(bytes, 1, (size_t)size, f) != (size_t)size ||
        ws_reader_open(arena, bytes, (size_t)size, &reader) != WHOSAID_OK)
        die(path);
    fclose(f);
    return reader;
}

static void free_example(struct example *e)
{
    free(e->feature);
    free(e->right);
    free(e->mention);
    free(e->person);
}

static bool same_example(const struct example *a, const struct example *b,
                         uint32_t blocks)
{
    const uint32_t n = a->candidates;

    if (b->candidates != n || a->past.count != b->past.count)
        return false;
    for (uint32_t k = 0; k < WS_PAST && k < a->past.count; k++)
        if (a->past.turn[k].quotation != b->past.turn[k].quotation ||
            a->past.turn[k].mention != b->past.turn[k].mention ||
            a->past.turn[k].person != b->past.turn[k].person)
            return false;
    return memcmp(a->feature, b->feature, n * blocks * sizeof *a->feature) ==
               0 &&
           memcmp(a->right, b->right, n * sizeof *a->right) == 0 &&
           memcmp(a->mention, b->mention, n * sizeof *a->mention) == 0 &&
           memcmp(a->person, b->person, n * sizeof *a->person) == 0;
}

static struct example *add_example(struct choices *c,
                                   const struct example *like,
                                   uint32_t candidates, unsigned fold)
{
    unlearn_choices(c);
    c->example = grow(c->example, c->count, sizeof *c->example);
    struct example *e = &c->example[c->count++];
    *e = *like;
    e->weight = like->document->weight;
    e->candidates = candidates;
    e->fold = fold;
    e->feature = malloc(candidates * c->blocks * sizeof *e->feature);
    e->right = malloc(candidates * sizeof *e->right);
    e->mention = calloc(candidates, sizeof *e->mention);
    e->person = calloc(candidates, sizeof *e->person);
    if (e->feature == NULL || e->mention == NULL || e->person == NULL ||
        e->right == NULL)
        die("out of memory");
    return e;
}

/* One pronoun: what is right of its rivals. */
static void learn_pronoun(const struct document *d, uint32_t pronoun,
                          const ws_rival *rival, const bool *right,
                          uint32_t count)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < count; i++)
        n += right[i];
    pronoun_sources++;
    pronoun_covered += n > 0;
    if (n == 0 || n == count)
        return;
    struct example seen = {.document = d, .pronoun = pronoun};
    struct example *e = add_example(&pronouns, &seen, count, d->fold);
    for (uint32_t i = 0; i < count; i++) {
        memcpy(e->feature + i * WS_PRONOUN_BLOCK_COUNT, rival[i].feature,
               sizeof rival[i].feature);
        e->person[i] = rival[i].person;
        resolved_right[d->chains > 0] +=
            right[i] && d->doc->people.of[pronoun] == rival[i].person;
    }
    resolved[d->chains > 0]++;
    memcpy(e->right, right, count * sizeof *right);
}

/* A pronoun that stands for a named speaker. */
static void collect_pronoun(struct document *d, const struct gold *g,
                            uint32_t mention)
{
    ws_rival rival[WS_RIVALS];
    ws_stage stage = ws_doc_stage(d->doc);

    if (mention == WHOSAID_NONE || g->names[0] == '\0' ||
        d->doc->mentions.mention[mention].kind != WS_MENTION_PRONOUN ||
        (d->doc->mentions.mention[mention].flags &
         (WS_M_FIRST | WS_M_SECOND | WS_M_RELATIVE)) != 0)
        return;
    uint32_t count = ws_rivals_gather(&stage, mention, rival);
    bool right[WS_RIVALS];
    for (uint32_t i = 0; i < count; i++)
        right[i] =
            names_right(d, g,
                        ws_people_name(&d->doc->people, &d->doc->tokens,
                                       &d->doc->mentions, rival[i].nearest));
    learn_pronoun(d, mention, rival, right, count);
}

/* The pronouns of a document whose coreference readers told. */
static void collect_chains(struct document *d)
{
    ws_stage stage = ws_doc_stage(d->doc);
    uint32_t m = 0;

    for (size_t i = 0; i < d->chains; i++) {
        const struct chain *c = &d->chain[i];
        ws_rival rival[WS_RIVALS];
        bool right[WS_RIVALS];
        for (m = 0; m < d->doc->mentions.count; m++) {
            const ws_mention *p = &d->doc->mentions.mention[m];
            if (p->kind == WS_MENTION_PRONOUN &&
                (p->flags & (WS_M_FIRST | WS_M_SECOND | WS_M_QUOTED)) == 0 &&
                d->doc->tokens.token[p->head].begin == c->pronoun.begin)
                break;
        }
        if (m == d->doc->mentions.count)
            continue;
        uint32_t count = ws_rivals_gather(&stage, m, rival);
        for (uint32_t k = 0; k < count; k++)
            right[k] = stands_for(d, c->before, c->befores, rival[k].nearest);
        learn_pronoun(d, m, rival, right, count);
    }
}

/* Drop the last example where it is the one of the same quotation that readers
 * told of: that one counts twice. */
static void merge_guessed(struct choices *c, const struct document *d)
{
    struct example *e = &c->example[c->count - 1];

    for (size_t i = d->first_example; i < d->last_example; i++) {
        struct example *told = &c->example[i];
        if (told->quotation != e->quotation)
            continue;
        if (!same_example(told, e, c->blocks))
            return;
        told->weight += e->weight;
        free_example(e);
        c->count--;
        return;
    }
}

/* The quotations of a document, who spoke before as readers say or, guessed,
 * as the program would have it. */
static void collect(struct document *d, bool guessed)
{
    if (!guessed)
        d->first_example = quotations.count;
    ws_scene scene = ws_doc_scene(d->doc);
    ws_past past = {.count = 0};

    for (uint32_t q = 0; q < d->doc->quotes; q++) {
        const struct gold *g = gold_of(d, q);
        bool outer = ws_quotations_outer(&d->doc->quotations, q);
        if (g == NULL || !outer)
            continue;
        ws_candidate candidate[WS_CANDIDATES];
        bool right[WS_CANDIDATES];
        if (guessed)
            past = ws_attribution_past(&d->guess, q);
        uint32_t count = ws_candidates_gather(&scene, q, &past, candidate);
        struct example seen = {.document = d, .quotation = q, .past = past};
        uint32_t n = mark_readings(d, g, candidate, count, right);
        uint32_t previous = WHOSAID_NONE;
        uint32_t person = WHOSAID_NONE;
        for (uint32_t i = 0; i < count; i++)
            if (right[i] &&
                (previous == WHOSAID_NONE || previous != d->doc->talk.tag[q])) {
                previous = candidate[i].mention;
                person = candidate[i].person;
            }
        if (!guessed)
            ws_past_add(&past, q, previous, person);
        if (n == 0 || n == count)
            continue;
        struct example *e = add_example(&quotations, &seen, count, d->fold);
        for (uint32_t i = 0; i < count; i++) {
            memcpy(e->feature + i * WS_FEATURE_BLOCK_COUNT,
                   candidate[i].feature, sizeof candidate[i].feature);
            e->mention[i] = candidate[i].mention;
            e->person[i] = candidate[i].person;
        }
        memcpy(e->right, right, count * sizeof *right);
        if (guessed)
            merge_guessed(&quotations, d);
        if (!guessed && (g->sources > 0 || previous == d->doc->talk.tag[q]))
            collect_pronoun(d, g, previous);
    }
    if (!guessed)
        d->last_example = quotations.count;
}

void write_weights(const char *dir, const char *name, const int16_t *w,
                   const char *(*block_name)(uint32_t), const uint32_t *size,
                   uint32_t blocks, int32_t bias)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.tsv", dir, name);
    FILE *f = fopen(path, "w");

    if (f == NULL)
        die(path);
    fprintf(f, "# %s: weights learned by tools/train.c, Q8; see MODELS.md\n",
            name);
    fprintf(f, "bias\t0\t%d\n", (int)bias);
    for (uint32_t b = 0, id = 0; b < blocks; b++)
        for (uint32_t i = 0; i < size[b]; i++, id++)
            fprintf(f, "%s\t%u\t%d\n", block_name(b), (unsigned)i, w[id]);
    if (fclose(f) != 0)
        die(path);
}

static const uint32_t pronoun_size[] = {
#define X(name, values) values,
    WS_PRONOUN_BLOCKS(X)
#undef X
};

static const uint32_t attribute_size[] = {
#define X(name, values) values,
    WS_FEATURE_BLOCKS(X)
#undef X
};

static void forget_choices(struct choices *c)
{
    unlearn_choices(c);
    for (size_t i = 0; i < c->count; i++)
        free_example(&c->example[i]);
    free(c->example);
    c->example = NULL;
    c->count = 0;
}

/* Let each document be decided by weights learned without it, and learn from
 * what went wrong before a quotation too. */
static void guess(void)
{
    static int16_t weight[1 << 15];

    for (unsigned fold = 0; fold < FOLDS; fold++) {
        ws_model model = {weight, ws_feature_count(), 0};
        const ws_forest none = {NULL, 0, 0, NULL};
        ws_ranker ranker = {&model, &none};
        learn_choices(&quotations, fold, fold, weight);
        for (size_t i = 0; i < document_count; i++) {
            struct document *d = &documents[i];
            ws_scene scene = ws_doc_scene(d->doc);
            if (d->fold == fold &&
                ws_attribute(&d->doc->arena, &scene, &d->doc->classes, &ranker,
                             NULL, &d->guess) != WHOSAID_OK)
                die("out of memory");
        }
    }
    for (size_t i = 0; i < document_count; i++)
        collect(&documents[i], true);
}

/* Start a round anew. */
static void forget(void)
{
    forget_choices(&quotations);
    forget_choices(&pronouns);
    pronoun_sources = 0;
    pronoun_covered = 0;
    memset(resolved, 0, sizeof resolved);
    memset(resolved_right, 0, sizeof resolved_right);
}

/* Weights and trees for pronouns: without each fold, and from all. */
static struct resolvers {
    int16_t weight[FOLDS + 1][512];
    ws_tree tree[FOLDS + 1][RIVAL_TREES];
    ws_forest forest[FOLDS + 1];
} resolvers;

static void learn_resolvers(bool trees)
{
    for (unsigned f = 0; f <= FOLDS; f++) {
        learn_choices(&pronouns, f, f, resolvers.weight[f]);
        if (trees)
            resolvers.forest[f] = learn_rivals(&pronouns, f, resolvers.tree[f]);
    }
}

/* What scores the candidates of each fold, learned without it. */
static struct scorers {
    int16_t *weight[FOLDS];
    ws_tree tree[FOLDS][RANK_TREES];
    ws_forest forest[FOLDS];
    ws_model model[FOLDS];
} scorers;

static ws_ranker ranker_without(unsigned fold)
{
    scorers.model[fold] =
        (ws_model){scorers.weight[fold], ws_feature_count(), 0};
    return (ws_ranker){&scorers.model[fold], &scorers.forest[fold]};
}

void pass_speaker_folds(void)
{
    for (unsigned f = 0; f < FOLDS; f++) {
        int16_t *weight = resolvers.weight[f];
        pass_weights(&weight, ws_pronoun_feature_count());
        memcpy(resolvers.weight[f], weight,
               ws_pronoun_feature_count() * sizeof *weight);
        pass_forest(&resolvers.forest[f]);
        pass_weights(&scorers.weight[f], ws_feature_count());
        pass_forest(&scorers.forest[f]);
    }
}

/* Resolve the pronouns of a document by models that have not seen it. */
static void resolve_without(struct document *d)
{
    ws_model model = {resolvers.weight[d->fold], ws_pronoun_feature_count(), 0};
    ws_resolver resolver = {&model, &resolvers.forest[d->fold]};
    ws_stage stage = ws_doc_stage(d->doc);
    ws_scene scene = ws_doc_scene(d->doc);

    ws_pronouns_resolve(&stage, &resolver, WS_PRONOUNS_ALL, &d->doc->people);
    ws_talk_count(&scene, &d->doc->talk);
    find_narrator(d);
}

/* Resolve the pronouns of every document by models that have not seen it, and
 * collect what there is to learn. */
static void resolve_and_collect(void)
{
    forget();
    for (size_t i = 0; i < document_count; i++) {
        struct document *d = &documents[i];
        resolve_without(d);
        collect(d, false);
        collect_chains(d);
    }
    printf("pronouns right on held-out folds: news %.2f %% of %zu, novels %.2f "
           "%% of %zu\n",
           100.0 * (double)resolved_right[0] / (double)(resolved[0] + 1),
           resolved[0],
           100.0 * (double)resolved_right[1] / (double)(resolved[1] + 1),
           resolved[1]);
}

static void print(const struct tally *t)
{
    struct held held = test_choices(&quotations);

    printf("documents %zu, quotations learned %zu, pronouns %zu of %zu (%zu "
           "covered)\n",
           document_count, quotations.count, pronouns.count, pronoun_sources,
           pronoun_covered);
    printf("held-out folds: choice %.2f %%, loss %.4f\n", 100 * held.right,
           held.loss);
    held = test_choices(&pronouns);
    printf("held-out folds: pronoun %.2f %%, loss %.4f\n", 100 * held.right,
           held.loss);
    printf("whole pipeline: covered %.2f %%, mention %.2f %%, name %.2f %%\n",
           100.0 * (double)t->covered / (double)(t->mention_all + 1),
           100.0 * (double)t->mention_right / (double)(t->mention_all + 1),
           100.0 * (double)t->name_right / (double)(t->name_all + 1));
    printf("in novels: known %.2f %%, covered %.2f %%, ",
           100.0 * (double)t->novel_known / (double)(t->novel_all + 1),
           100.0 * (double)t->novel_covered / (double)(t->novel_all + 1));
    printf("name %.2f %%, shown %.2f %%\n",
           100.0 * (double)t->novel_right / (double)(t->novel_all + 1),
           100.0 * (double)t->novel_shown / (double)(t->novel_all + 1));
}

/* What belongs together in speaker/feature.h. */
static const struct family {
    const char *name;
    const char *blocks; /* between spaces */
} families[] = {
    {"cues that tie it",              " PLACE_TIE TIE_GAP KIND_TIE TOUCH RIVALS GOVERNED "},
    {"where and what it is",          " PLACE_KIND BETWEEN RANK "                         },
    {"the quotation's edges",         " EDGE ENDING OPENING LENGTH "                      },
    {"who spoke before and after",
     " PREVIOUS TURN RECENT CALLED NEXT BEAT SPOKE CERTAIN AHEAD "                        },
    {"what the document tells of it", " SELF SALIENCE SURE MEANT "                        },
    {"parts of speech, name types",   " NAMED LEAD LEADS VERB "                           },
    {"weights of stories",
     " STORY_TIE STORY_OPENING STORY_RANK STORY_BETWEEN "                                 },
};

/* Held-out figures of the whole pipeline, in percent. */
static void try_folds(const char *name, bool trees)
{
    static int16_t weight[1 << 15];
    static ws_tree tree[RANK_TREES];
    struct tally tally = {0};

    for (unsigned fold = 0; fold < FOLDS; fold++) {
        ws_model model = {weight, ws_feature_count(), 0};
        ws_forest forest = {tree, 0, 0, NULL};
        if (trees)
            forest = learn_rank(&quotations, fold, tree);
        ws_ranker ranker = {&model, &forest};
        learn_choices(&quotations, fold, fold, weight);
        for (size_t i = 0; i < document_count; i++)
            if (documents[i].fold == fold)
                test_document(&documents[i], &ranker, &tally);
    }
    printf("| %s | %.1f | %.1f | %.1f |\n", name,
           100.0 * (double)tally.mention_right /
               (double)(tally.mention_all + 1),
           100.0 * (double)tally.name_right / (double)(tally.name_all + 1),
           100.0 * (double)tally.novel_right / (double)(tally.novel_all + 1));
}

/* What each family of features adds: without it. */
static void ablate(void)
{
    printf("| | mention | name | name in novels |\n| --- | --- | --- | --- "
           "|\n");
    try_folds("line and trees", true);
    try_folds("the line alone", false);
    for (size_t f = 0; f < sizeof families / sizeof *families; f++) {
        char name[128];
        unlearn_choices(&quotations);
        quotations.unseen = 0;
        for (uint32_t b = 0; b < WS_FEATURE_BLOCK_COUNT; b++) {
            char word[64];
            snprintf(word, sizeof word, " %s ", ws_feature_block_name(b));
            if (strstr(families[f].blocks, word) != NULL)
                quotations.unseen |= (uint64_t)1 << b;
        }
        snprintf(name, sizeof name, "the line without %s", families[f].name);
        try_folds(name, false);
    }
    unlearn_choices(&quotations);
    quotations.unseen = ~(uint64_t)0;
    try_folds("the nearest candidate", false);
}

/* Readers behind -r: number f has not seen the documents of fold f. */
static const ws_reader *readers[FOLDS];

/* Behind -k: where what is learned without each fold is kept. */
static const char *folds_file;

/* "1,2=FILE": a reader that has not seen the folds 1 and 2. */
static void add_reader(const char *argument)
{
    static ws_arena arena[FOLDS];
    static unsigned count;
    const char *path = strchr(argument, '=');

    if (path == NULL || count == FOLDS)
        die("-r FOLDS=FILE");
    ws_arena_init(&arena[count], NULL);
    const ws_reader *reader = open_reader(&arena[count++], path + 1);
    for (const char *s = argument; s < path; s++)
        if (*s >= '0' && *s < '0' + FOLDS)
            readers[*s - '0'] = reader;
}

static void read_documents(int argc, char **argv, int first)
{
    for (int i = first; i < argc; i++)
        if (strcmp(argv[i], "-r") == 0 && i + 1 < argc)
            add_reader(argv[++i]);
        else if (strcmp(argv[i], "-k") == 0 && i + 1 < argc)
            folds_file = argv[++i];
        else
            read_gold(argv[i], (unsigned)(i - first), &documents,
                      &document_count);
    for (size_t i = 0; i < document_count; i++)
        if (whosaid_analyze(documents[i].text, documents[i].len, NULL,
                            &documents[i].doc) != WHOSAID_OK)
            die(documents[i].path);
}

/* Documents of a small set count twice: texts of other kinds are many. */
static void weigh_documents(void)
{
    for (size_t i = 0; i < document_count; i++) {
        size_t golds = 0;
        for (size_t k = 0; k < document_count; k++)
            golds +=
                documents[k].set == documents[i].set ? documents[k].golds : 0;
        documents[i].weight = golds < SMALL ? 2 : 1;
    }
}

/* What the reader learns from. */
static int dump_windows(int argc, char **argv)
{
    ws_arena arena;

    ws_arena_init(&arena, NULL);
    const ws_reader *reader = open_reader(&arena, argv[3]);
    read_documents(argc, argv, 4);
    for (size_t i = 0; i < document_count; i++)
        find_narrator(&documents[i]);
    write_windows(argv[2], reader, documents, document_count);
    ws_arena_free(&arena);
    return 0;
}

/* Let what was learned without a document tell its speech, its people and its
 * sources. Returns what scored these. */
static ws_ranker attribute_without(struct document *d)
{
    ws_ranker ranker = ranker_without(d->fold);
    ws_scene scene = ws_doc_scene(d->doc);

    class_without(d);
    resolve_without(d);
    if (ws_attribute(&d->doc->arena, &scene, &d->doc->classes, &ranker, NULL,
                     &d->doc->attribution) != WHOSAID_OK)
        die("out of memory");
    return ranker;
}

/* Learn what joins the two scorers, from what each fold's were kept. */
static int join(int argc, char **argv)
{
    read_documents(argc, argv, 3);
    if (folds_file == NULL)
        die("usage: train --join OUT_DIR GOLD... -k FOLDS -r READERS");
    pass_folds(folds_file, false);
    for (size_t i = 0; i < document_count; i++) {
        struct document *d = &documents[i];
        if (readers[d->fold] == NULL)
            continue;
        ws_ranker ranker = attribute_without(d);
        second_add(d, &ranker, readers[d->fold]);
    }
    learn_second(argv[2]);
    return 0;
}

/* What the scorer asks of documents that were not learned from. */
static int cross_validate(int argc, char **argv)
{
    read_documents(argc, argv, 3);
    if (folds_file == NULL)
        die("usage: train --rows OUT_DIR GOLD... -k FOLDS");
    pass_folds(folds_file, false);
    for (size_t i = 0; i < document_count; i++)
        (void)attribute_without(&documents[i]);
    for (int i = 3; i < argc && argv[i][0] != '-'; i++)
        write_rows(argv[2], argv[i], (unsigned)(i - 3), documents,
                   document_count);
    return 0;
}

int main(int argc, char **argv)
{
    struct tally tally = {0};
    static int16_t weight[1 << 15];
    static ws_tree tree[RANK_TREES];

    if (argc < 4)
        die("usage: train OUT_DIR ANY_DIR GOLD...");
    if (strcmp(argv[1], "--windows") == 0)
        return dump_windows(argc, argv);
    if (strcmp(argv[1], "--join") == 0)
        return join(argc, argv);
    if (strcmp(argv[1], "--rows") == 0)
        return cross_validate(argc, argv);
    quotations.blocks = WS_FEATURE_BLOCK_COUNT;
    quotations.features = ws_feature_count();
    quotations.l2 = L2_QUOTATIONS;
    pronouns.l2 = L2_PRONOUNS;
    pronouns.blocks = WS_PRONOUN_BLOCK_COUNT;
    pronouns.features = ws_pronoun_feature_count();
    read_documents(argc, argv, 3);
    weigh_documents();
    if (strcmp(argv[1], "--ablate") != 0)
        learn_class(argv[1], argv[2], documents, document_count);
    for (size_t i = 0; strcmp(argv[1], "--ablate") != 0 && i < document_count;
         i++)
        class_without(&documents[i]);
    for (int round = 0; round < ROUNDS; round++) {
        resolve_and_collect();
        learn_resolvers(round + 1 == ROUNDS);
    }
    resolve_and_collect();
    guess();
    if (strcmp(argv[1], "--ablate") == 0) {
        ablate();
        return 0;
    }
    for (unsigned fold = 0; fold < FOLDS; fold++) {
        int16_t *own = malloc(sizeof weight);
        if (own == NULL)
            die("out of memory");
        scorers.weight[fold] = own;
        scorers.forest[fold] =
            learn_rank(&quotations, fold, scorers.tree[fold]);
        learn_choices(&quotations, fold, fold, own);
        ws_ranker ranker = ranker_without(fold);
        for (size_t i = 0; i < document_count; i++)
            if (documents[i].fold == fold)
                test_document(&documents[i], &ranker, &tally);
    }
    if (folds_file != NULL)
        pass_folds(folds_file, true);
    print(&tally);
    ws_forest forest = learn_rank(&quotations, FOLDS, tree);
    write_trees(argv[1], "attribute-trees", &forest, ws_witness_name);
    learn_choices(&quotations, FOLDS, FOLDS, weight);
    write_weights(argv[1], "attribute", weight, ws_feature_block_name,
                  attribute_size, WS_FEATURE_BLOCK_COUNT, 0);
    write_trees(argv[1], "pronoun-trees", &resolvers.forest[FOLDS],
                ws_claim_name);
    write_weights(argv[1], "pronoun", resolvers.weight[FOLDS],
                  ws_pronoun_block_name, pronoun_size, WS_PRONOUN_BLOCK_COUNT,
                  0);
    learn_trust(argv[1], false);
    return 0;
}
