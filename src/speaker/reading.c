/*
 * reading.c - what the reader says of a quotation.
 *
 *   in   the scene, a quotation
 *   out  chances of mentions and people, in integers
 *
 * Pointer networks over the reader's states (Vinyals et al. 2015): one from the
 * quotation's marks to the mention that is its source, one to any mention of
 * the person who spoke (the chances of a person's mentions add up).
 *
 * Scores are made integers before they are compared, so the chances are the
 * same on every machine.
 *
 * Cost: a window read where the one at hand does not answer.
 */
#include "speaker/reading.h"

enum { SCORE_MOST = 64 * 256, FLOOR = WS_OPINION_FLOOR };

whosaid_status ws_reading_open(ws_arena *arena, const ws_scene *scene,
                               const ws_reader *reader, bool all,
                               const whosaid_allocator *source,
                               ws_reading *reading)
{
    *reading = (ws_reading){.reader = reader,
                            .span = all ? &ws_span_each : &ws_span_some};
    ws_arena_init(&reading->scratch, source);
    return ws_strip_cut(arena, scene, reader, &reading->strip);
}

void ws_reading_close(ws_reading *reading)
{
    ws_arena_free(&reading->scratch);
}

/* Q8, within what chances can tell. */
static int32_t fixed(float score)
{
    float s = score * 256.0F;

    return s >= (float)SCORE_MOST    ? SCORE_MOST
           : s <= -(float)SCORE_MOST ? -SCORE_MOST
                                     : (int32_t)(s < 0 ? s - 0.5F : s + 0.5F);
}

/* Natural logarithm of n / 65536 in Q8, n > 0: binary digits by squaring. */
static int32_t log_of(uint64_t n)
{
    enum { LN2 = 45426 /* Q16 */ };
    int32_t whole = 0;

    while (n >= (uint64_t)1 << 32) {
        n >>= 1;
        whole++;
    }
    while (n < (uint64_t)1 << 31) {
        n <<= 1;
        whole--;
    }
    int64_t log2 = (int64_t)(whole + 15) * 65536; /* n is in [2^31, 2^32) */
    for (int bit = 15; bit >= 0; bit--) {
        n = (n * n) >> 31;
        if (n >= (uint64_t)1 << 32) {
            n >>= 1;
            log2 += (int64_t)1 << bit;
        }
    }
    return (int32_t)(log2 * LN2 / 65536 / 256);
}

static bool reads(const ws_reading *reading, uint32_t quotation)
{
    const ws_strip *strip = &reading->strip;
    const ws_passage *p = &reading->passage;

    return reading->state != NULL &&
           strip->quotation[p->answers] <= quotation &&
           strip->quotation[p->answered - 1] >= quotation;
}

/* Find the window that answers a quotation, and read it. Where only some are
 * asked about it is that of this one: it answers most of those behind. */
static whosaid_status turn_to(ws_reading *reading, const ws_scene *scene,
                              uint32_t quotation)
{
    ws_window window;
    ws_strip *strip = &reading->strip;
    ws_passage *p = &reading->passage;

    reading->state = NULL;
    ws_arena_free(&reading->scratch);
    while (reading->span != &ws_span_each &&
           reading->next + 1 < strip->quotations &&
           strip->quotation[reading->next] < quotation)
        reading->next++;
    do {
        ws_passage_at(scene, strip, reading->span, reading->next, p);
        reading->next = p->answered;
    } while (strip->quotation[p->answered - 1] < quotation &&
             reading->next < strip->quotations);
    ws_passage_window(scene, strip, p, &window);
    float *state = WS_NEW(&reading->scratch, float,
                          (size_t)window.count *WS_READER_HIDDEN);
    if (state == NULL)
        return WHOSAID_ERR_NOMEM;
    WS_TRY(ws_reader_read(&reading->scratch, reading->reader, &window, state));
    reading->state = state;
    reading->windows++;
    return WHOSAID_OK;
}

/* One pointer: from the marks to the mentions. */
typedef struct pointer {
    ws_reader_head query;
    ws_reader_head key;
    ws_reader_logit none;
} pointer;

static const float *state_at(const ws_reading *reading, uint32_t at)
{
    return reading->state + (size_t)at * WS_READER_HIDDEN;
}

/* Scores of the mentions, Q8; INT32_MIN where one may not be pointed to. Returns
 * that of none. */
static int32_t point(const ws_reading *reading, const ws_scene *scene,
                     uint32_t quotation, const pointer *to, int32_t *score)
{
    const ws_passage *p = &reading->passage;
    float query[WS_READER_KEY];
    float key[WS_READER_KEY];
    uint32_t open;
    uint32_t close;
    uint32_t first;
    uint32_t head;

    ws_passage_marks(scene, &reading->strip, p, quotation, &open, &close);
    ws_reader_project(reading->reader, to->query, state_at(reading, open),
                      state_at(reading, close), query);
    for (uint32_t i = 0; i < p->mentions; i++) {
        uint32_t m = p->mention[i];
        score[i] = INT32_MIN;
        if (ws_passage_inside(scene, m) == quotation)
            continue;
        ws_passage_mention(scene, &reading->strip, p, m, &first, &head);
        ws_reader_project(reading->reader, to->key, state_at(reading, first),
                          state_at(reading, head), key);
        score[i] = fixed(ws_reader_score(reading->reader, to->query, query, key,
                                         (int32_t)head - (int32_t)open));
    }
    return fixed(ws_reader_logit_of(reading->reader, to->none,
                                    state_at(reading, open),
                                    state_at(reading, close)));
}

static int32_t at_least(int32_t n)
{
    return n < FLOOR ? FLOOR : n;
}

/* Scores into logarithms of chances, each mention's own or, where who tells the
 * people, its person's. Returns that of none. */
static int32_t settle(const uint32_t *who, uint32_t count, int32_t none,
                      int32_t *score)
{
    uint64_t weight[WS_PASSAGE_MENTIONS] = {0};
    int32_t top = none;

    for (uint32_t i = 0; i < count; i++) {
        if (who != NULL && who[i] == WHOSAID_NONE)
            score[i] = INT32_MIN;
        top = score[i] > top ? score[i] : top;
    }
    uint64_t all = ws_model_exp(top - none);
    for (uint32_t i = 0; i < count; i++) {
        weight[i] = score[i] == INT32_MIN ? 0 : ws_model_exp(top - score[i]);
        all += weight[i];
    }
    for (uint32_t i = 0; i < count; i++) {
        uint64_t own = weight[i];
        for (uint32_t k = 0; who != NULL && own != 0 && k < count; k++)
            own += k != i && who[k] == who[i] ? weight[k] : 0;
        score[i] = own == 0 ? FLOOR : at_least(log_of(own) - log_of(all));
    }
    uint64_t rest = ws_model_exp(top - none);
    return rest == 0 ? FLOOR : at_least(log_of(rest) - log_of(all));
}

whosaid_status ws_reading_ask(ws_reading *reading, const ws_scene *scene,
                              uint32_t quotation, ws_opinion *opinion)
{
    static const pointer mention = {WS_HEAD_MENTION_QUERY, WS_HEAD_MENTION_KEY,
                                    WS_LOGIT_MENTION_NONE};
    static const pointer person = {WS_HEAD_PERSON_QUERY, WS_HEAD_PERSON_KEY,
                                   WS_LOGIT_PERSON_NONE};
    const ws_passage *p = &reading->passage;
    uint32_t open;
    uint32_t close;

    if (reading->known != NULL && reading->known[quotation] != NULL) {
        *opinion = *reading->known[quotation];
        return WHOSAID_OK;
    }
    if (!reads(reading, quotation))
        WS_TRY(turn_to(reading, scene, quotation));
    uint32_t count = p->mentions;
    opinion->count = count;
    for (uint32_t i = 0; i < count; i++) {
        opinion->which[i] = p->mention[i];
        opinion->who[i] = ws_passage_person(scene, p->mention[i]);
    }
    int32_t none = point(reading, scene, quotation, &mention, opinion->mention);
    opinion->none = settle(NULL, count, none, opinion->mention);
    none = point(reading, scene, quotation, &person, opinion->person);
    opinion->nobody = settle(opinion->who, count, none, opinion->person);
    ws_passage_marks(scene, &reading->strip, p, quotation, &open, &close);
    opinion->speech = fixed(ws_reader_logit_of(reading->reader, WS_LOGIT_SPEECH,
                                               state_at(reading, open),
                                               state_at(reading, close)));
    return WHOSAID_OK;
}

/* -- what is told of a candidate ------------------------------------------ */

static int32_t mention_of(const ws_opinion *opinion, uint32_t mention)
{
    uint32_t low = 0;
    uint32_t high = opinion->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (opinion->which[middle] < mention)
            low = middle + 1;
        else
            high = middle;
    }
    return low < opinion->count && opinion->which[low] == mention
               ? opinion->mention[low]
               : opinion->none;
}

static int32_t person_of(const ws_opinion *opinion, uint32_t person)
{
    int32_t told = INT32_MIN;

    for (uint32_t i = 0; person != WHOSAID_NONE && i < opinion->count; i++)
        if (opinion->who[i] == person && opinion->person[i] > told)
            told = opinion->person[i];
    return told == INT32_MIN ? opinion->nobody : told;
}

ws_told ws_opinion_of(const ws_opinion *opinion, const ws_candidate *candidate)
{
    return (ws_told){mention_of(opinion, candidate->mention),
                     person_of(opinion, candidate->person)};
}
