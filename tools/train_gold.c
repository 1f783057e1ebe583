/*
 * train_gold.c - documents, and what readers said of them.
 *
 *   in   a file that gold.py made
 *   out  its documents with their texts, quotations, sources, pronouns,
 *        indirect quotations and what else stands between marks
 *
 * Not here: what of a document's rows is right by it, see train_right.c.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "train.h"

static char *copy(const char *s)
{
    char *out = malloc(strlen(s) + 1);
    if (out == NULL)
        die("out of memory");
    return strcpy(out, s);
}

static uint32_t parse_spans(const char *s, whosaid_span *span)
{
    uint32_t count = 0;

    while (*s != '\0' && count < MAX_SPANS) {
        char *end;
        unsigned long a = strtoul(s, &end, 10);
        unsigned long b = strtoul(end + 2, &end, 10);
        span[count++] = (whosaid_span){(uint32_t)a, (uint32_t)b};
        s = *end == ';' ? end + 1 : end;
    }
    return count;
}

static void read_text(struct document *d)
{
    FILE *f = fopen(d->path, "rb");

    if (f == NULL)
        die(d->path);
    size_t cap = 1 << 16;
    d->text = malloc(cap);
    size_t n;
    while (d->text != NULL &&
           (n = fread(d->text + d->len, 1, cap - d->len, f)) > 0) {
        d->len += n;
        if (d->len == cap)
            d->text = realloc(d->text, cap *= 2);
    }
    if (d->text == NULL || ferror(f))
        die(d->path);
    fclose(f);
}

static whosaid_kind kind_named(const char *name)
{
    static const whosaid_kind kinds[] = {
        WHOSAID_KIND_SCARE, WHOSAID_KIND_TITLE,    WHOSAID_KIND_TERM,
        WHOSAID_KIND_SIGN,  WHOSAID_KIND_NICKNAME,
    };

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(name, whosaid_strkind(kinds[i])) == 0)
            return kinds[i];
    return WHOSAID_KIND_OTHER;
}

static void read_chain(struct chain **chain, size_t *count, const char *pronoun,
                       const char *before)
{
    whosaid_span span[MAX_SPANS];

    if (parse_spans(pronoun, span) == 0)
        return;
    *chain = grow(*chain, *count, sizeof **chain);
    struct chain *c = &(*chain)[(*count)++];
    c->pronoun = span[0];
    c->befores = parse_spans(before, span);
    c->before = malloc(c->befores * sizeof *span + 1);
    if (c->before == NULL)
        die("out of memory");
    memcpy(c->before, span, c->befores * sizeof *span);
}

static void read_report(struct document *d, const char *content,
                        const char *source)
{
    whosaid_span span[MAX_SPANS];
    uint32_t count = parse_spans(content, span);

    if (count == 0)
        return;
    d->report = grow(d->report, d->reports, sizeof *d->report);
    struct report *r = &d->report[d->reports++];
    r->content = (whosaid_span){span[0].begin, span[count - 1].end};
    r->sources = parse_spans(source, r->source);
}

void read_gold(const char *path, unsigned set, struct document **documents,
               size_t *count)
{
    static char line[1 << 16];
    FILE *f = fopen(path, "r");

    if (f == NULL)
        die(path);
    while (fgets(line, sizeof line, f) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        const char *field[4] = {line, "", "", ""};
        int fields = 1;
        for (char *p = line; *p != '\0' && fields < 4; p++)
            if (*p == '\t') {
                *p = '\0';
                field[fields++] = p + 1;
            }
        if (line[0] == 'D') {
            *documents = grow(*documents, *count, sizeof **documents);
            struct document *d = &(*documents)[*count];
            memset(d, 0, sizeof *d);
            d->path = copy(field[1]);
            d->set = set;
            d->fold = (unsigned)((*count)++ % FOLDS);
            read_text(d);
            continue;
        }
        struct document *d = &(*documents)[*count - 1];
        if (line[0] == 'Q') {
            d->gold = grow(d->gold, d->golds, sizeof *d->gold);
            struct gold *g = &d->gold[d->golds++];
            g->quotes = parse_spans(field[1], g->quote);
            g->sources = parse_spans(field[2], g->source);
            g->names = copy(field[3]);
            g->nobody = g->unnamed = false;
        } else if (line[0] == 'N') {
            d->gold[d->golds - 1].nobody = strcmp(field[1], "nobody") == 0;
            d->gold[d->golds - 1].unnamed = strcmp(field[1], "unnamed") == 0;
        } else if (line[0] == 'P') {
            read_chain(&d->chain, &d->chains, field[1], field[2]);
        } else if (line[0] == 'S') {
            read_chain(&d->silver, &d->silvers, field[1], field[2]);
        } else if (line[0] == 'I') {
            read_report(d, field[1], field[2]);
        } else if (line[0] == 'C') {
            d->complete = true;
        } else if (line[0] == 'U') {
            whosaid_span span[MAX_SPANS];
            if (parse_spans(field[1], span) == 0)
                continue;
            d->rest = grow(d->rest, d->rests, sizeof *d->rest);
            d->rest[d->rests++] = (struct rest){span[0], kind_named(field[2])};
        }
    }
    fclose(f);
}
