/*
 * beam.c - who spoke the quotations of a story, chosen together.
 *
 *   in   the scene, the classes, a ranker
 *   out  for each quotation who spoke it, and by how much rather than another
 *
 * In a dialogue without tags a speaker is told by those around him: who spoke
 * before, and whom a tag names ten turns later. A choice made one by one cannot
 * be taken back; so several pasts are kept.
 *
 * 1. Each past that is kept ranks the candidates of the next quotation. The
 *    likeliest people continue it, each a longer past whose score is the sum of
 *    the logarithms of their chances.
 *    Who speaks twice in a row makes a past unlikely.
 * 2. Pasts that say the same of the last WS_PAST quotations are one, with the
 *    score of the better. The WS_BEAM best go on.
 * 3. Behind the last quotation the best past is read back. From there
 *    backwards each quotation learns what the best past costs in which another
 *    one spoke (max-marginals; Viterbi 1967).
 * 4. Where nobody has spoken for some paragraphs, behind enough quotations, what
 *    stands before is settled so already, and goes on as the only past.
 *
 * Cost: WS_BEAM rankings a quotation; a megabyte for the whole text.
 */
#include "speaker/beam.h"

#include "speaker/answer.h"

enum {
    FAN = 4,              /* people who continue a past */
    MOST = WS_BEAM * FAN, /* pasts before the best are taken */
    SCENE = 256,          /* quotations of one scene, fewest, */
    SCENES = 512,         /* most, */
    APART = 4,            /* and paragraphs to the next */
    BEHIND = 2 * 256,     /* Q8: a past so much below the best is left */
    FAR_BEHIND = 4 * 256, /* Q8: a candidate likewise */
    SURE = 6 * 256,       /* Q8: so far before all others one is certain */
    REPEATED = 5 * 128,   /* Q8: what a second turn in a row costs, */
    TOLD = 24             /* tokens told behind the first, at most */
};

/* A past: who spoke up to a quotation. */
typedef struct state {
    uint32_t mention;
    uint32_t person;
    uint32_t from; /* the better one that it continues, in the step before */
    int64_t score; /* Q8, of the best that leads here */
    int64_t rest;  /* and of the best from here on */
} state;

/* One of those that a state continues. */
typedef struct edge {
    uint32_t from; /* in the step before */
    uint32_t to;
    int32_t cost; /* Q8, 0 or less */
} edge;

/* What is kept of one quotation. */
typedef struct step {
    uint32_t quotation;
    state state[WS_BEAM]; /* [states], best first */
    edge edge[MOST];      /* [edges] */
    uint32_t states;
    uint32_t edges;
} step;

/* A past, continued. */
typedef struct longer {
    uint32_t from;
    uint32_t mention;
    uint32_t person;
    int32_t cost;
    int64_t score;
} longer;

typedef struct search {
    const ws_scene *scene;
    const ws_classes *classes;
    const ws_ranker *ranker;
    ws_past past[WS_BEAM]; /* of the states of the last step */
    longer longer[MOST];   /* by score, best first */
    step *step;
    uint32_t steps;
    uint32_t count; /* of them */
} search;

static bool same_speaker(uint32_t mention, uint32_t person,
                         uint32_t other_mention, uint32_t other_person)
{
    return person != WHOSAID_NONE
               ? person == other_person
               : other_person == WHOSAID_NONE && mention == other_mention;
}

static bool same_past(const ws_past *a, const ws_past *b)
{
    for (uint32_t i = 0; i < a->count; i++)
        if (!same_speaker(a->turn[i].mention, a->turn[i].person,
                          b->turn[i].mention, b->turn[i].person))
            return false;
    return true;
}

int32_t ws_beam_cost(const ws_scene *scene, const ws_classes *classes,
                     uint32_t quotation, const ws_past *past, uint32_t mention,
                     uint32_t person)
{
    if (!classes->turns || past->count == 0 || mention == WHOSAID_NONE ||
        past->turn[0].mention == WHOSAID_NONE ||
        !same_speaker(mention, person, past->turn[0].mention,
                      past->turn[0].person))
        return 0;
    ws_place here = ws_scene_place(scene, quotation);
    ws_place before = ws_scene_place(scene, past->turn[0].quotation);

    if (!here.opens_paragraph ||
        before.last_paragraph + 1 != here.first_paragraph)
        return 0;
    if (!before.opens_paragraph)
        return 0;
    uint32_t told =
        scene->tokens->first[before.last_paragraph + 1] - before.end;
    bool turn =
        before.closes_paragraph || (here.closes_paragraph && told <= TOLD);
    return turn ? REPEATED : REPEATED / 2;
}

static int32_t cost_of(const search *s, uint32_t quotation, const longer *next)
{
    const ws_past *past = &s->past[next->from];

    return ws_beam_cost(s->scene, s->classes, quotation, past, next->mention,
                        next->person) +
           ws_answer_cost(s->scene, quotation, past, next->person);
}

/* Keep them in order; equal ones as they come. */
static void put(search *s, longer next)
{
    uint32_t at = s->count;

    if (at == MOST)
        return;
    for (; at > 0 && s->longer[at - 1].score < next.score; at--)
        s->longer[at] = s->longer[at - 1];
    s->longer[at] = next;
    s->count++;
}

/* The next of the people by weight who are not taken; count for none. */
static uint32_t next_person(const ws_candidate *candidate, uint32_t count,
                            const uint64_t *weight, const bool *taken,
                            int32_t least)
{
    uint32_t best = count;

    for (uint32_t i = 0; i < count; i++) {
        if (taken[i] || candidate[i].score < least)
            continue;
        if (best == count || weight[i] > weight[best] ||
            (weight[i] == weight[best] &&
             candidate[i].score > candidate[best].score))
            best = i;
    }
    return best;
}

/* Continue a past by the people who may have spoken the quotation. Returns
 * whether nobody comes near the first. */
static bool fan_out(search *s, uint32_t quotation, uint32_t from, int64_t score)
{
    ws_candidate candidate[WS_CANDIDATES];
    uint64_t weight[WS_CANDIDATES];
    bool taken[WS_CANDIDATES] = {false};
    uint32_t count =
        ws_rank(s->scene, s->ranker, quotation, &s->past[from], candidate);
    longer next = {from, WHOSAID_NONE, WHOSAID_NONE, 0, score};
    uint64_t all = 0;
    bool sure = false;

    if (count == 0) {
        put(s, next);
        return false;
    }
    int32_t top = candidate[0].score;
    for (uint32_t i = 1; i < count; i++)
        top = candidate[i].score > top ? candidate[i].score : top;
    for (uint32_t i = 0; i < count; i++) {
        weight[i] = ws_rank_weight(candidate, count, i, top);
        all += ws_model_exp(top - candidate[i].score);
    }
    for (uint32_t n = 0; n < FAN; n++) {
        uint32_t best =
            next_person(candidate, count, weight, taken, top - FAR_BEHIND);
        if (best == count)
            break;
        next.mention = candidate[best].mention;
        next.person = candidate[best].person;
        next.cost = ws_model_log(weight[best]) - ws_model_log(all);
        next.cost -= cost_of(s, quotation, &next);
        next.score = score + next.cost;
        put(s, next);
        for (uint32_t i = 0; i < count; i++)
            taken[i] = taken[i] ||
                       same_speaker(candidate[i].mention, candidate[i].person,
                                    next.mention, next.person);
        sure = n == 0 && next_person(candidate, count, weight, taken,
                                     top - SURE) == count;
        if (sure)
            break;
    }
    return sure;
}

/* Continue all pasts. Whose tag the best one does not doubt the others cannot
 * doubt much, either: they are not ranked. */
static void continue_all(search *s, const step *before, uint32_t quotation)
{
    bool sure = false;

    s->count = 0;
    for (uint32_t i = 0; i < before->states; i++) {
        if (!sure) {
            sure = fan_out(s, quotation, i, before->state[i].score) && i == 0;
            continue;
        }
        longer same = s->longer[0];
        same.from = i;
        same.cost = -cost_of(s, quotation, &same);
        same.score = before->state[i].score + same.cost;
        put(s, same);
    }
}

/* Of the longer pasts the best, each once: the states of this step. */
static void choose_states(search *s, step *to)
{
    ws_past past[WS_BEAM] = {{.count = 0}};

    for (uint32_t i = 0; i < s->count; i++) {
        const longer *l = &s->longer[i];
        ws_past here = s->past[l->from];
        uint32_t at = 0;
        if (l->score < s->longer[0].score - BEHIND)
            break;
        ws_past_add(&here, to->quotation, l->mention, l->person);
        while (at < to->states && !same_past(&past[at], &here))
            at++;
        if (at == WS_BEAM)
            continue;
        if (at == to->states) {
            past[at] = here;
            to->state[at] =
                (state){l->mention, l->person, l->from, l->score, 0};
            to->states++;
        }
        to->edge[to->edges++] = (edge){l->from, at, l->cost};
    }
    for (uint32_t i = 0; i < to->states; i++)
        s->past[i] = past[i];
}

/* What the best way from each state of a step on costs. */
static void look_back(step *before, const step *here)
{
    for (uint32_t i = 0; i < before->states; i++)
        before->state[i].rest = INT64_MIN / 4;
    for (uint32_t i = 0; i < here->edges; i++) {
        const edge *e = &here->edge[i];
        int64_t rest = here->state[e->to].rest + e->cost;
        if (rest > before->state[e->from].rest)
            before->state[e->from].rest = rest;
    }
}

/* Who speaks in state `at` of a step, and by how much rather than another. */
static ws_lot lot_of(const step *here, uint32_t at)
{
    const state *best = &here->state[at];
    ws_lot lot = {best->mention, best->person, WS_LOT_LEAD};

    for (uint32_t i = 0; i < here->states; i++) {
        const state *other = &here->state[i];
        int64_t lead = best->score + best->rest - other->score - other->rest;
        if (!same_speaker(best->mention, best->person, other->mention,
                          other->person) &&
            lead < lot.lead)
            lot.lead = lead < 0 ? 0 : (int32_t)lead;
    }
    return lot;
}

/* Read the best past back: what stands before the next quotation is settled. */
static void settle(search *s, ws_lot *lot)
{
    uint32_t at = 0; /* the best stands first */

    for (uint32_t n = s->steps; n > 1; n--) {
        const step *here = &s->step[n - 1];
        lot[here->quotation] = lot_of(here, at);
        at = here->state[at].from;
        look_back(&s->step[n - 2], here);
    }
    s->step[0].state[0] =
        (state){WHOSAID_NONE, WHOSAID_NONE, WHOSAID_NONE, 0, 0};
    s->step[0].states = 1;
    s->steps = 1;
}

/* Whether another scene begins with a quotation. */
static bool is_next_scene(const search *s, uint32_t quotation)
{
    if (s->steps <= SCENE)
        return false;
    ws_place before = ws_scene_place(s->scene, s->step[s->steps - 1].quotation);
    ws_place here = ws_scene_place(s->scene, quotation);
    return s->steps > SCENES ||
           here.first_paragraph >= before.last_paragraph + APART;
}

whosaid_status ws_beam(ws_arena *arena, const ws_scene *scene,
                       const ws_classes *classes, const ws_ranker *ranker,
                       ws_lot *lot)
{
    uint32_t count = scene->quotations->count;
    search *s = WS_NEW(arena, search, 1);

    if (s == NULL)
        return WHOSAID_ERR_NOMEM;
    s->step = WS_NEW(arena, step, (count < SCENES ? count : SCENES) + 1);
    if (s->step == NULL)
        return WHOSAID_ERR_NOMEM;
    s->scene = scene;
    s->classes = classes;
    s->ranker = ranker;
    s->past[0].count = 0;
    s->steps = 0;
    settle(s, lot);
    for (uint32_t q = 0; q < count; q++) {
        lot[q] = (ws_lot){WHOSAID_NONE, WHOSAID_NONE, 0};
        if (!ws_class_speaks(scene, classes, q))
            continue;
        if (is_next_scene(s, q))
            settle(s, lot);
        const step *before = &s->step[s->steps - 1];
        step *here = &s->step[s->steps++];
        here->quotation = q;
        here->states = here->edges = 0;
        continue_all(s, before, q);
        choose_states(s, here);
    }
    settle(s, lot);
    arena->steps += (uint64_t)count * WS_BEAM * WS_CANDIDATES;
    return WHOSAID_OK;
}
