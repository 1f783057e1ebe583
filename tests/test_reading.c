/* test_reading.c - what the reader says of quotations: chances that are such,
 * the same whichever quotations were asked about before.
 *
 * With the weights of reader_model.h, which know little and say anything.
 */
#include <math.h>
#include <stdio.h>

#include "reader_model.h"
#include "speaker.h"

#include "speaker/reading.h"

static const char talk[] =
    "Ann Lee met Bo Hill in the hall. \"We will stay,\" said Lee, the "
    "mayor.\n\n"
    "\"Nobody asked us about it,\" Maria Lopez told reporters. \"It came too "
    "late,\" she said.\n\n\"No,\" said Ann Lee. \"Bo Hill was here.\"\n";

enum { REPEATS = 12, MOST = 5 * REPEATS };

struct read {
    struct tiny tiny;
    ws_arena arena;
    const ws_reader *reader;
    char text[REPEATS * sizeof talk];
    whosaid_doc *doc;
    ws_scene scene;
    ws_reading reading;
};

static void read_open(struct read *r, bool each)
{
    r->tiny = tiny_reader();
    r->text[0] = '\0';
    for (int i = 0; i < REPEATS; i++)
        memcpy(r->text + (size_t)i * (sizeof talk - 1), talk, sizeof talk);
    ws_arena_init(&r->arena, NULL);
    assert_int_equal(
        ws_reader_open(&r->arena, r->tiny.bytes, r->tiny.size, &r->reader),
        WHOSAID_OK);
    r->doc = analyse(r->text);
    r->scene = ws_doc_scene(r->doc);
    assert_int_equal(ws_reading_open(&r->arena, &r->scene, r->reader, each,
                                     NULL, &r->reading),
                     WHOSAID_OK);
    assert_int_equal(r->reading.strip.quotations, MOST);
}

static void read_close(struct read *r)
{
    ws_reading_close(&r->reading);
    whosaid_doc_free(r->doc);
    ws_arena_free(&r->arena);
    free(r->tiny.bytes);
}

static void ask(struct read *r, uint32_t i, ws_opinion *opinion)
{
    uint32_t quotation = r->reading.strip.quotation[i];

    assert_int_equal(ws_reading_ask(&r->reading, &r->scene, quotation, opinion),
                     WHOSAID_OK);
}

static double chance(int32_t log)
{
    assert_in_range(-log, 0, -WS_OPINION_FLOOR);
    return log == WS_OPINION_FLOOR ? 0 : exp(log / 256.0);
}

static void add_up(bool each)
{
    static struct read r;
    static ws_opinion o;

    read_open(&r, each);
    for (uint32_t i = 0; i < MOST; i++) {
        ask(&r, i, &o);
        double mentions = chance(o.none);
        double people = chance(o.nobody);
        for (uint32_t k = 0; k < o.count; k++) {
            bool counted = false;
            mentions += chance(o.mention[k]);
            for (uint32_t j = 0; j < k; j++)
                counted = counted || o.who[j] == o.who[k];
            if (o.who[k] == WHOSAID_NONE || counted)
                continue;
            double most = 0; /* a mention inside the quotation has none */
            for (uint32_t j = k; j < o.count; j++)
                if (o.who[j] == o.who[k] && chance(o.person[j]) > most)
                    most = chance(o.person[j]);
            people += most;
        }
        assert_true(o.count > 4);
        assert_true(mentions > 0.9 && mentions < 1.1);
        assert_true(people > 0.9 && people < 1.1);
    }
    /* a window answers several */
    assert_in_range(r.reading.windows, 2, MOST / 2);
    read_close(&r);
}

static void chances_add_up_to_one(void **state)
{
    (void)state;
    add_up(true);
    add_up(false);
}

/* Where some are asked about, the window of one begins with it. */
static void some_windows_begin_with_what_is_asked(void **state)
{
    static struct read r;
    static ws_opinion o;

    (void)state;
    for (uint32_t step = 1; step < MOST; step += 6) {
        read_open(&r, false);
        for (uint32_t i = 0; i < MOST; i += step) {
            uint64_t windows = r.reading.windows;
            ask(&r, i, &o);
            const ws_passage *p = &r.reading.passage;
            assert_in_range(i, p->answers, p->answered - 1);
            assert_true(r.reading.windows == windows || p->answers == i);
        }
        read_close(&r);
    }
}

static void who_stands_in_the_quotation_is_no_source(void **state)
{
    static struct read r;
    static ws_opinion o;

    (void)state;
    read_open(&r, true);
    for (uint32_t i = 0; i < MOST; i++) {
        ask(&r, i, &o);
        for (uint32_t k = 0; k < o.count; k++)
            if (ws_passage_inside(&r.scene, o.which[k]) ==
                r.reading.strip.quotation[i])
                assert_int_equal(o.mention[k], WS_OPINION_FLOOR);
    }
    read_close(&r);
}

static void opinions_do_not_hang_on_what_was_asked(void **state)
{
    static struct read all;
    static struct read some;
    static ws_opinion a;
    static ws_opinion b;

    (void)state;
    for (uint32_t step = 1; step < MOST; step += 6) {
        uint32_t same = 0;

        read_open(&all, true);
        read_open(&some, true);
        for (uint32_t i = 0; i < MOST; i++) {
            ask(&all, i, &a);
            if (i % step != 0)
                continue;
            ask(&some, i, &b);
            assert_int_equal(a.count, b.count);
            assert_int_equal(a.none, b.none);
            assert_int_equal(a.nobody, b.nobody);
            assert_int_equal(a.speech, b.speech);
            assert_memory_equal(a.which, b.which, a.count * sizeof *a.which);
            assert_memory_equal(a.mention, b.mention,
                                a.count * sizeof *a.mention);
            assert_memory_equal(a.person, b.person, a.count * sizeof *a.person);
            same++;
        }
        assert_true(same > 0);
        assert_true(some.reading.windows <= all.reading.windows);
        read_close(&all);
        read_close(&some);
    }
}

static void tells_of_candidates(void **state)
{
    static struct read r;
    static ws_opinion o;
    ws_candidate candidate;
    ws_told told;

    (void)state;
    read_open(&r, true);
    ask(&r, 0, &o);
    memset(&candidate, 0, sizeof candidate);
    candidate.person = WHOSAID_NONE;
    for (uint32_t i = 0; i < o.count; i++) {
        candidate.mention = o.which[i];
        told = ws_opinion_of(&o, &candidate);
        assert_int_equal(told.mention, o.mention[i]);
        assert_int_equal(told.person, o.nobody);
    }
    candidate.mention = WHOSAID_NONE; /* not shown */
    candidate.person = UINT32_MAX - 1;
    told = ws_opinion_of(&o, &candidate);
    assert_int_equal(told.mention, o.none);
    assert_int_equal(told.person, o.nobody);
    read_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chances_add_up_to_one),
        cmocka_unit_test(some_windows_begin_with_what_is_asked),
        cmocka_unit_test(who_stands_in_the_quotation_is_no_source),
        cmocka_unit_test(opinions_do_not_hang_on_what_was_asked),
        cmocka_unit_test(tells_of_candidates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
