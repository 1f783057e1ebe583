/*
 * train_outline.c - learn what is speech where no word is known: trees over
 * speaker/outline.h, from the English stretches that readers judged.
 *
 * Each stretch is learned from three times, as documents of three kinds would
 * show it: without capitals; with those of nouns; as it is. Verbs of saying are
 * seen in every other one, for few languages have all of theirs listed. Each
 * kind has a score of its own from which on a stretch is speech; one more tree
 * holds them. Odd speech (see train_class.c) is learned from too: who knows less
 * lets more through.
 */
#include <stdio.h>
#include <stdlib.h>

#include "boost.h"
#include "train.h"

enum { TREES = 250, SCRIPTS = 3, SIGHTS = 2 * SCRIPTS };

static const double RATE = 0.06;

static const uint32_t case_seen[SCRIPTS] = {0, WS_SEES_CASE | WS_SEES_NOUNS,
                                            WS_SEES_CASE}; /* by SCRIPT */

/* Share of held-out speech that may be lost: less in scripts that are farther
 * from the one that was learned from. */
static const double lost[SCRIPTS] = {0.0015, 0.0015, 0.0055};

struct outlines { /* SIGHTS rows a judged stretch */
    const struct judged *judged;
    size_t rows;
    int16_t *value;
    double *weight;
    bool *yes;
};

static void look(const struct document *documents, struct outlines *o)
{
    ws_arena arena;
    ws_view view;
    uint32_t last = UINT32_MAX;

    ws_arena_init(&arena, NULL);
    for (size_t i = 0; i < o->rows; i++) {
        const struct judged *j = &o->judged[i / SIGHTS];
        ws_scene scene = ws_doc_scene(documents[j->document].doc);
        if (j->document != last) {
            ws_arena_free(&arena);
            ws_judge judge = ws_judge_learned(scene.sentences->glued);
            if (ws_view_init(&arena, &scene, judge.model, &view) != WHOSAID_OK)
                die("out of memory");
            last = j->document;
        }
        view.scene = &scene;
        uint32_t says = i % SIGHTS < SCRIPTS ? WS_SEES_SAYING : 0;
        ws_outline(&view, j->quotation, case_seen[i % SCRIPTS] | says,
                   o->value + i * WS_OUTLINE_COUNT);
        o->yes[i] = j->speech;
    }
    ws_arena_free(&arena);
}

/* Scores of held-out rows. */
static void test_folds(const struct outlines *o, int32_t *held)
{
    static ws_tree tree[TREES];
    int32_t *score = malloc((TREES + 1) * o->rows * sizeof *score);

    if (score == NULL)
        die("out of memory");
    for (unsigned f = 0; f < FOLDS; f++) {
        for (size_t i = 0; i < o->rows; i++)
            o->weight[i] = o->judged[i / SIGHTS].fold != f;
        struct boost_set set = {o->value,         o->weight, o->yes, o->rows,
                                WS_OUTLINE_COUNT, NULL,      NULL,   0};
        (void)boost_learn(&set, TREES, RATE, tree, score);
        for (size_t i = 0; i < o->rows; i++)
            if (o->judged[i / SIGHTS].fold == f)
                held[i] = score[TREES * o->rows + i];
    }
    free(score);
}

/* A tree that takes each script's least score of speech away. */
static ws_tree level_tree(const int32_t from[SCRIPTS])
{
    ws_tree tree = {
        .feature = {WS_OUTLINE_SCRIPT, WS_OUTLINE_SCRIPT, WS_OUTLINE_SCRIPT,
                    WS_OUTLINE_SCRIPT,                                                  WS_OUTLINE_SCRIPT},
        .above = {0,                 1,                 INT16_MAX,         INT16_MAX, INT16_MAX        }
    };

    for (unsigned script = 0; script < SCRIPTS; script++)
        tree.leaf[(1u << script) - 1] = (int16_t)-from[script];
    return tree;
}

void learn_outline(const char *dir, const struct document *documents,
                   const struct judged *judged, size_t count)
{
    static ws_tree tree[TREES + 1];
    size_t rows = count * SIGHTS;
    struct outlines o = {
        judged, rows, calloc(rows * WS_OUTLINE_COUNT, sizeof *o.value),
        calloc(rows, sizeof *o.weight), calloc(rows, sizeof *o.yes)};
    int32_t *held = calloc(rows, sizeof *held);
    int32_t from[SCRIPTS];

    if (o.value == NULL || o.weight == NULL || o.yes == NULL || held == NULL)
        die("out of memory");
    look(documents, &o);
    test_folds(&o, held);
    printf("speech or not by the outline, no capitals, nouns', all\n");
    for (size_t i = 0; i < rows; i++)
        o.weight[i] = 1;
    struct boost_set set = {o.value,          o.weight, o.yes, rows,
                            WS_OUTLINE_COUNT, NULL,     NULL,  0};
    for (size_t s = 0; s < SCRIPTS; s++) {
        struct boost_set some = {NULL, o.weight + s, o.yes + s, rows - s,
                                 0,    NULL,         NULL,      0};
        from[s] = threshold(&some, held + s, SCRIPTS, lost[s]);
    }
    int32_t bias = boost_learn(&set, TREES, RATE, tree, NULL);
    tree[TREES] = level_tree(from);
    ws_forest forest = {tree, TREES + 1, bias, NULL};
    write_trees(dir, "class-outline", &forest, ws_outline_name);
    free(o.value);
    free(o.weight);
    free(o.yes);
    free(held);
}
