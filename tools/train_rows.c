/*
 * train_rows.c - the rows of documents read by what was learned without them,
 * for the scorer: figures by cross-validation.
 *
 *   in   documents whose speech, people and sources were told by their folds'
 *        weights
 *   out  a CSV a set, as the program writes it
 *
 * Confidence is by the tables in use: what it learned from are held-out rows,
 * these among them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "speaker/voice.h"
#include "train.h"

static bool put(void *ctx, const char *bytes, size_t len)
{
    return fwrite(bytes, 1, len, ctx) == len;
}

/* What the program does behind the choice of the speakers. */
static void finish(whosaid_doc *doc)
{
    ws_scene scene = ws_doc_scene(doc);

    ws_attribution_settle(&scene, &doc->attribution, &doc->people);
    if (ws_voices(&doc->arena, &scene, &doc->turns, &doc->attribution) !=
        WHOSAID_OK)
        die("out of memory");
    ws_attribute_inner(&scene, &doc->classes, &doc->attribution);
    ws_attribution_settle(&scene, &doc->attribution, &doc->people);
    if (ws_results_build(doc) != WHOSAID_OK)
        die("out of memory");
}

static const char *base(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash == NULL ? path : slash + 1;
}

static FILE *open_set(const char *dir, const char *gold, char *path,
                      size_t size)
{
    const char *name = base(gold);
    int stem = (int)strcspn(name, ".");

    snprintf(path, size, "%s/%.*s.csv", dir, stem, name);
    FILE *f = fopen(path, "wb");
    if (f == NULL)
        die(path);
    return f;
}

void write_rows(const char *dir, const char *gold, unsigned set,
                const struct document *documents, size_t count)
{
    char path[4096];
    FILE *f = open_set(dir, gold, path, sizeof path);
    const whosaid_sink sink = {put, f};
    whosaid_writer *writer;

    if (whosaid_writer_new(NULL, &sink, NULL, &writer) != WHOSAID_OK)
        die(path);
    for (size_t i = 0; i < count; i++) {
        const char *name = base(documents[i].path);
        if (documents[i].set != set)
            continue;
        finish(documents[i].doc);
        if (whosaid_writer_add(writer, name, strlen(name), documents[i].doc) !=
            WHOSAID_OK)
            die(path);
    }
    if (whosaid_writer_close(writer) != WHOSAID_OK || fclose(f) != 0)
        die(path);
    whosaid_writer_free(writer);
}
