/*
 * train_folds.c - what was learned without each fold, kept in a file, so that
 * what leans on it (train_second.c) can be learned without learning it anew.
 *
 * The numbers as they lie in memory: for this machine, and this build, alone.
 */
#include <stdio.h>
#include <stdlib.h>

#include "train.h"

enum { MAGIC = 0x46534a57 };

static FILE *file;
static bool keeping; /* else read */

static void pass(void *bytes, size_t size)
{
    size_t n =
        keeping ? fwrite(bytes, 1, size, file) : fread(bytes, 1, size, file);

    if (n != size)
        die("folds: cannot be read or kept");
}

void pass_weights(int16_t **weight, uint32_t count)
{
    uint32_t n = count;

    pass(&n, sizeof n);
    if (n != count)
        die("folds: of another build");
    if (!keeping)
        *weight = malloc((n + 1) * sizeof **weight);
    if (*weight == NULL)
        die("out of memory");
    pass(*weight, n * sizeof **weight);
}

void pass_number(int32_t *number)
{
    pass(number, sizeof *number);
}

void pass_forest(ws_forest *forest)
{
    ws_tree *tree = NULL;

    pass(&forest->trees, sizeof forest->trees);
    pass(&forest->bias, sizeof forest->bias);
    if (!keeping)
        forest->tree = tree = malloc((forest->trees + 1) * sizeof *tree);
    if (!keeping && tree == NULL)
        die("out of memory");
    for (uint32_t t = 0; t < forest->trees; t++) {
        ws_tree one = keeping ? forest->tree[t] : (ws_tree){{0}, {0}, {0}};
        pass(&one, sizeof one);
        if (!keeping)
            tree[t] = one;
    }
}

void pass_folds(const char *path, bool keep)
{
    int32_t magic = MAGIC;

    keeping = keep;
    file = fopen(path, keep ? "wb" : "rb");
    if (file == NULL)
        die(path);
    pass_number(&magic);
    if (magic != MAGIC)
        die("folds: no such file");
    pass_class_folds();
    pass_speaker_folds();
    if (fclose(file) != 0)
        die(path);
}
