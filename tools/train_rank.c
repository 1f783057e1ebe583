/*
 * train_rank.c - learn the trees that weigh the best of a choice again: of the
 * candidates of a quotation, of the people that a pronoun may mean.
 *
 * Boosted over speaker/witness.h and speaker/claim.h, from the linear scores on, with the loss of
 * a choice (conditional logit): only choices whose linear scores leave
 * doubt, as in the program. What trees learn from is scored by linear models
 * that have not seen the document, as the documents that they will meet.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "boost.h"
#include "train.h"

static const double RATE_RANK = 0.06;
static const double RATE_RIVALS = 0.06;

struct rows { /* one row a finalist */
    int16_t *value;
    double *weight;
    bool *yes;
    uint32_t *choice;
    int32_t *base;
    size_t count;
};

static void add_rows(const struct example *e, uint32_t choice,
                     const ws_model *model, struct rows *rows)
{
    ws_candidate finalist[WS_CANDIDATES];
    ws_scene scene = ws_doc_scene(e->document->doc);
    uint32_t count =
        ws_rank_linear(&scene, model, e->quotation, &e->past, finalist);

    if (!ws_rank_doubts(finalist, count))
        return;
    for (uint32_t i = 0; i < count; i++) {
        size_t r = rows->count++;
        bool right = false;
        for (uint32_t k = 0; k < e->candidates; k++)
            right =
                right || (e->right[k] && e->mention[k] == finalist[i].mention &&
                          e->person[k] == finalist[i].person);
        ws_finalist f = {finalist, count, i};
        ws_witness(&scene, e->quotation, &e->past, &f,
                   rows->value + r * WS_WITNESS_COUNT);
        rows->weight[r] = e->weight;
        rows->yes[r] = right;
        rows->choice[r] = choice;
        rows->base[r] = finalist[i].score;
    }
}

static struct rows room(const struct choices *c, size_t each, size_t values)
{
    size_t most = c->count * each;
    struct rows rows = {malloc(most * values * sizeof *rows.value),
                        malloc(most * sizeof *rows.weight),
                        malloc(most * sizeof *rows.yes),
                        malloc(most * sizeof *rows.choice),
                        malloc(most * sizeof *rows.base),
                        0};

    if (rows.value == NULL || rows.weight == NULL || rows.yes == NULL ||
        rows.choice == NULL || rows.base == NULL)
        die("out of memory");
    return rows;
}

static ws_forest boost_rows(struct rows *rows, uint32_t values, uint32_t trees,
                            double rate, ws_tree *tree)
{
    struct boost_set set = {rows->value, rows->weight, rows->yes,
                            rows->count, values,       rows->choice,
                            rows->base,  SEED_CHOICES};
    int32_t bias = boost_learn(&set, trees, rate, tree, NULL);

    free(rows->value);
    free(rows->weight);
    free(rows->yes);
    free(rows->choice);
    free(rows->base);
    return (ws_forest){tree, trees, bias, NULL};
}

/* The rows of all choices outside a fold, those of each other fold scored by a
 * linear model that has not seen it either. */
static void add_all(struct choices *c, unsigned without,
                    void (*add)(const struct example *, uint32_t,
                                const ws_model *, struct rows *),
                    struct rows *rows)
{
    int16_t *weight = malloc(c->features * sizeof *weight);

    if (weight == NULL)
        die("out of memory");
    for (unsigned g = 0; g < FOLDS; g++) {
        if (g == without)
            continue;
        learn_choices(c, without, g, weight);
        ws_model model = {weight, c->features, 0};
        for (size_t k = 0; k < c->count; k++)
            if (c->example[k].fold == g)
                add(&c->example[k], (uint32_t)k, &model, rows);
    }
    free(weight);
}

ws_forest learn_rank(struct choices *c, unsigned without, ws_tree *tree)
{
    struct rows rows = room(c, WS_FINALISTS, WS_WITNESS_COUNT);

    add_all(c, without, add_rows, &rows);
    return boost_rows(&rows, WS_WITNESS_COUNT, RANK_TREES, RATE_RANK, tree);
}

/* -- whom a pronoun means ------------------------------------------------- */

static void add_rivals(const struct example *e, uint32_t choice,
                       const ws_model *model, struct rows *rows)
{
    ws_rival rival[WS_RIVALS];
    ws_stage stage = ws_doc_stage(e->document->doc);
    uint32_t count = ws_pronoun_linear(&stage, model, e->pronoun, rival);

    if (!ws_pronoun_doubts(rival, count))
        return;
    int16_t value[WS_CLAIMANTS][WS_CLAIM_COUNT];
    uint32_t kept = ws_claims(&stage, e->pronoun, rival, count, value);

    for (uint32_t i = 0; i < kept; i++) {
        size_t r = rows->count++;
        bool right = false;
        for (uint32_t k = 0; k < e->candidates; k++)
            right = right || (e->right[k] && e->person[k] == rival[i].person);
        memcpy(rows->value + r * WS_CLAIM_COUNT, value[i], sizeof value[i]);
        rows->weight[r] = e->weight;
        rows->yes[r] = right;
        rows->choice[r] = choice;
        rows->base[r] = rival[i].score;
    }
}

ws_forest learn_rivals(struct choices *c, unsigned without, ws_tree *tree)
{
    struct rows rows = room(c, WS_CLAIMANTS, WS_CLAIM_COUNT);

    add_all(c, without, add_rivals, &rows);
    return boost_rows(&rows, WS_CLAIM_COUNT, RIVAL_TREES, RATE_RIVALS, tree);
}

void write_trees(const char *dir, const char *name, const ws_forest *forest,
                 const char *(*value_name)(uint32_t))
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.tsv", dir, name);
    FILE *f = fopen(path, "w");

    if (f == NULL)
        die(path);
    fprintf(f,
            "# %s: learned by make train; questions, then leaves (bit d: "
            "answer d), Q8; see MODELS.md\n",
            name);
    fprintf(f, "bias\t%d\n", (int)forest->bias);
    for (uint32_t t = 0; t < forest->trees; t++) {
        const ws_tree *tree = &forest->tree[t];
        for (uint32_t d = 0; d < WS_FOREST_DEPTH; d++)
            fprintf(f, "%s%s>%d", d == 0 ? "" : " ",
                    value_name(tree->feature[d]), tree->above[d]);
        for (uint32_t l = 0; l < WS_FOREST_LEAVES; l++)
            fprintf(f, "%c%d", l == 0 ? '\t' : ' ', tree->leaf[l]);
        fprintf(f, "\n");
    }
    if (fclose(f) != 0)
        die(path);
}
