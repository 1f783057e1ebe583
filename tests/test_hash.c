/* test_hash.c - the hash beneath quote_id and duplicate_of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/hash.h"

/* Bytes 0, 1, ... len - 1, as in the vectors of SipHash's authors. */
static ws_hash_value count_up(size_t len)
{
    ws_hash hash;

    ws_hash_init(&hash);
    for (size_t i = 0; i < len; i++) {
        char byte = (char)i;
        ws_hash_add(&hash, &byte, 1);
    }
    return ws_hash_end(&hash);
}

static void agrees_with_the_published_vectors(void **state)
{
    ws_hash_value empty = count_up(0);
    ws_hash_value one = count_up(1);
    ws_hash_value fifteen = count_up(15);

    (void)state;
    assert_true(empty.low == 0xe6a825ba047f81a3U);
    assert_true(empty.high == 0x930255c71472f66dU);
    assert_true(one.low == 0x44af996bd8c187daU);
    assert_true(one.high == 0x45fc229b11597634U);
    assert_true(fifteen.low == 0x11a8b03399e99354U);
    assert_true(fifteen.high == 0xd9c3cf970fec087eU);
}

static void does_not_care_how_bytes_are_cut(void **state)
{
    static const char text[] = "The words of a quotation, cut anywhere.";
    ws_hash whole;

    (void)state;
    ws_hash_init(&whole);
    ws_hash_add(&whole, text, sizeof text);
    ws_hash_value want = ws_hash_end(&whole);
    for (size_t cut = 0; cut <= sizeof text; cut++) {
        ws_hash hash;
        ws_hash_init(&hash);
        ws_hash_add(&hash, text, cut);
        ws_hash_add(&hash, NULL, 0);
        ws_hash_add(&hash, text + cut, sizeof text - cut);
        assert_true(ws_hash_end(&hash).low == want.low);
        assert_true(ws_hash_end(&hash).high == want.high);
    }
}

static void takes_a_number_as_eight_bytes(void **state)
{
    ws_hash number;
    ws_hash bytes;

    (void)state;
    ws_hash_init(&number);
    ws_hash_add_number(&number, 0x0102030405060708U);
    ws_hash_init(&bytes);
    ws_hash_add(&bytes, "\x08\x07\x06\x05\x04\x03\x02\x01", 8);
    assert_true(ws_hash_end(&number).low == ws_hash_end(&bytes).low);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_published_vectors),
        cmocka_unit_test(does_not_care_how_bytes_are_cut),
        cmocka_unit_test(takes_a_number_as_eight_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
