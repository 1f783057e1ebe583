/*
 * train_held.c - documents of held-out folds, read by what was learned without
 * them.
 *
 *   in   a document, what scores its candidates
 *   out  how many mentions and names are right; its rows, for learn_trust()
 */
#include "train.h"

enum {
    SHOWN =
        WHOSAID_MIN_CONFIDENCE /* least confidence of a speaker shown, 1/10000 */
};

/* The same of a novel, apart: is the speaker known by name at all, is he among
 * the candidates, is he shown? */
static void test_novel(const struct document *d, const struct gold *g,
                       const ws_scene *scene, const ws_attribution *out,
                       uint32_t q, bool right, struct tally *t)
{
    ws_candidate candidate[WS_CANDIDATES];
    bool among[WS_CANDIDATES];
    ws_past past = ws_attribution_past(out, q);
    uint32_t count = ws_candidates_gather(scene, q, &past, candidate);
    bool known = false;

    for (uint32_t m = 0; !known && m < d->doc->mentions.count; m++) {
        whosaid_span name = name_of(d, m, d->doc->people.of[m]);
        known = name.end > name.begin && names_right(d, g, name);
    }
    t->novel_all++;
    t->novel_known += known;
    t->novel_covered += mark_right(d, g, candidate, count, among) > 0;
    t->novel_right += right;
    t->novel_shown += right && out->choice[q].confidence >= SHOWN;
}

void trust_rows(const struct document *d)
{
    for (uint32_t q = 0; q < d->doc->quotes; q++) {
        const ws_choice *c = &d->doc->attribution.choice[q];
        bool known;
        if (c->mention == WHOSAID_NONE)
            continue;
        bool right = is_right(d, q, gold_of(d, q),
                              name_of(d, c->mention, c->person), &known);
        if (known)
            trust_add(d, c, right, whosaid_quote_at(d->doc, q)->parts);
    }
}

static void test_row(const struct document *d, const ws_scene *scene,
                     uint32_t q, struct tally *t)
{
    const struct gold *g = gold_of(d, q);
    const ws_attribution *out = &d->doc->attribution;
    const ws_choice *c = &out->choice[q];
    whosaid_span name = name_of(d, c->mention, c->person);

    if (g != NULL && g->sources > 0) {
        t->mention_all++;
        t->mention_right += is_source(d, g, c->mention);
        ws_candidate candidate[WS_CANDIDATES];
        ws_past past = ws_attribution_past(out, q);
        uint32_t count = ws_candidates_gather(scene, q, &past, candidate);
        bool covered = false;
        for (uint32_t i = 0; i < count; i++)
            covered = covered || is_source(d, g, candidate[i].mention);
        t->covered += covered;
    }
    if (g == NULL || g->names[0] == '\0')
        return;
    bool right = name.end > name.begin && names_right(d, g, name);
    t->name_all++;
    t->name_right += right;
    if (d->chains > 0)
        test_novel(d, g, scene, out, q, right, t);
}

void test_document(struct document *d, const ws_ranker *ranker, struct tally *t)
{
    ws_scene scene = ws_doc_scene(d->doc);

    if (ws_attribute(&d->doc->arena, &scene, &d->doc->classes, ranker, NULL,
                     &d->doc->attribution) != WHOSAID_OK)
        die("out of memory");
    trust_rows(d);
    for (uint32_t q = 0; q < d->doc->quotes; q++)
        if (d->doc->attribution.choice[q].mention != WHOSAID_NONE)
            test_row(d, &scene, q, t);
}
