/* test_slots.c - a table of hashes. */
#include "base/slots.h"

#include "support.h"

static void finds_what_was_put_in(void **state)
{
    enum { KEYS = 1000 };
    ws_arena arena;
    ws_slots slots;

    (void)state;
    ws_arena_init(&arena, NULL);
    assert_int_equal(ws_slots_init(&arena, KEYS, &slots), WHOSAID_OK);
    assert_true(slots.slots >= 2 * (size_t)KEYS);
    for (uint32_t i = 0; i < KEYS; i++) {
        ws_slot *slot = ws_slots_find(&slots, i);
        assert_int_equal(slot->value, 0);
        *slot = (ws_slot){i, i + 1};
    }
    for (uint32_t i = 0; i < KEYS; i++)
        assert_int_equal(ws_slots_find(&slots, i)->value, i + 1);
    assert_int_equal(ws_slots_find(&slots, KEYS)->value, 0);
    ws_slots_clear(&slots);
    assert_int_equal(ws_slots_find(&slots, 1)->value, 0);
    ws_arena_free(&arena);
}

/* Keys that count up, in the low bits or the high, must not stand in a row. */
static void mixes_keys_that_are_no_hashes(void **state)
{
    enum { KEYS = 4096 };
    ws_arena arena;
    ws_slots slots;

    (void)state;
    for (unsigned shift = 0; shift <= 48; shift += 16) {
        size_t aside = 0;

        ws_arena_init(&arena, NULL);
        assert_int_equal(ws_slots_init(&arena, KEYS, &slots), WHOSAID_OK);
        for (uint64_t i = 0; i < KEYS; i++)
            *ws_slots_find(&slots, i << shift) = (ws_slot){i << shift, 1};
        for (size_t i = 1; i < slots.slots; i++)
            aside += slots.slot[i].value != 0 && slots.slot[i - 1].value != 0;
        assert_true(aside < KEYS);
        ws_arena_free(&arena);
    }
}

static void takes_none(void **state)
{
    struct failing f = {0, 1, 0};
    const whosaid_allocator source = failing_source(&f);
    ws_arena arena;
    ws_slots slots;

    (void)state;
    ws_arena_init(&arena, NULL);
    assert_int_equal(ws_slots_init(&arena, 0, &slots), WHOSAID_OK);
    assert_int_equal(ws_slots_find(&slots, 7)->value, 0);
    ws_arena_free(&arena);
    ws_arena_init(&arena, &source);
    assert_int_equal(ws_slots_init(&arena, 8, &slots), WHOSAID_ERR_NOMEM);
    ws_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_was_put_in),
        cmocka_unit_test(mixes_keys_that_are_no_hashes),
        cmocka_unit_test(takes_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
