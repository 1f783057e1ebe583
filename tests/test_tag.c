/*
 * test_tag.c - parts of speech and name types.
 */
#include <stdio.h>

#include "support.h"
#include "text/tag.h"

struct tagged {
    ws_arena arena;
    ws_text text;
    ws_tokens tokens;
    ws_tags tags;
};

static void tagged_init(struct tagged *t, const char *text)
{
    ws_arena_init(&t->arena, NULL);
    assert_int_equal(ws_text_init(&t->arena, text, strlen(text), &t->text),
                     WHOSAID_OK);
    assert_int_equal(ws_tokens_cut(&t->arena, &t->text, &t->tokens),
                     WHOSAID_OK);
    assert_int_equal(ws_tags_init(&t->arena, &t->tokens, &t->tags), WHOSAID_OK);
}

/* The tags of a text as words: "DET NOUN VERB PROPN:person". */
static void describe(const struct tagged *t, char *out, size_t cap)
{
    size_t len = 0;

    out[0] = '\0';
    for (uint32_t i = 0; i < t->tokens.count; i++) {
        ws_tag tag = t->tags.tag[i];
        enum ws_named named = ws_tag_named(tag);
        len += (size_t)snprintf(
            out + len, cap - len, "%s%s%s%s", i == 0 ? "" : " ",
            ws_pos_name(ws_tag_pos(tag)), named == WS_NAMED_NO ? "" : ":",
            named == WS_NAMED_NO ? "" : ws_named_name(named));
    }
}

static void expect(const char *text, const char *want)
{
    struct tagged t;
    char got[512];

    tagged_init(&t, text);
    ws_tag_sentence(&t.text, &t.tokens, 0, t.tokens.count, t.tags.tag);
    describe(&t, got, sizeof got);
    assert_string_equal(got, want);
    ws_arena_free(&t.arena);
}

static void tells_parts_of_speech(void **state)
{
    (void)state;
    expect("The mayor will visit the harbour on Monday.",
           "DET NOUN AUX VERB DET NOUN ADP PROPN PUNCT");
    expect("She does not run the school.", "PRON AUX PART VERB DET NOUN PUNCT");
}

static void tells_a_noun_from_a_verb_by_what_stands_beside_it(void **state)
{
    (void)state;
    expect("They report that the report was late.",
           "PRON VERB SCONJ DET NOUN AUX ADJ PUNCT");
}

static void tells_what_a_name_stands_for(void **state)
{
    (void)state;
    expect("Ana Ruiz, who leads the Harbour Workers Union, flew to Paris.",
           "PROPN:person PROPN:person PUNCT PRON VERB DET PROPN:body "
           "PROPN:body PROPN:body PUNCT VERB ADP PROPN:place PUNCT");
    expect("Mr. Okafor met officials in Lagos.",
           "PROPN PROPN:person VERB NOUN ADP PROPN:place PUNCT");
}

static void tags_inside_quotation_marks(void **state)
{
    (void)state;
    expect("“We can't fish there,” said Tomas Berg.",
           "PUNCT PRON AUX VERB ADV PUNCT PUNCT VERB PROPN:person "
           "PROPN:person PUNCT");
}

static void tags_any_bytes(void **state)
{
    (void)state;
    expect("", "");
    expect("\xFF\xC3", "SYM SYM");
}

/* Only the sentence is touched, and it has the same tags anywhere. */
static void tags_one_sentence_alone(void **state)
{
    static const char alone[] = "Maria Lopez sold the boat.";
    static const char among[] =
        "It rained.\n\nMaria Lopez sold the boat.\n\nIt rained.";
    struct tagged one;
    struct tagged three;

    (void)state;
    tagged_init(&one, alone);
    tagged_init(&three, among);
    uint32_t first = three.tokens.first[1];
    uint32_t last = three.tokens.first[2];
    assert_int_equal(last - first, one.tokens.count);
    ws_tag_sentence(&one.text, &one.tokens, 0, one.tokens.count, one.tags.tag);
    ws_tag_sentence(&three.text, &three.tokens, first, last, three.tags.tag);
    for (uint32_t i = 0; i < three.tokens.count; i++) {
        bool inside = i >= first && i < last;
        assert_int_equal(three.tags.tag[i],
                         inside ? one.tags.tag[i - first] : 0);
    }
    assert_int_equal(ws_tag_pos(three.tags.tag[0]), WS_POS_NONE);
    ws_arena_free(&one.arena);
    ws_arena_free(&three.arena);
}

static void a_tag_keeps_both_of_its_parts(void **state)
{
    (void)state;
    for (int p = 0; p < WS_POS_COUNT; p++)
        for (int n = 0; n < WS_NAMED_COUNT; n++) {
            ws_tag tag = ws_tag_make((enum ws_pos)p, (enum ws_named)n);
            assert_int_not_equal(tag, 0);
            assert_int_equal(ws_tag_pos(tag), p);
            assert_int_equal(ws_tag_named(tag), n);
        }
    assert_string_equal(ws_pos_name(WS_POS_NONE), "-");
    assert_string_equal(ws_named_name(WS_NAMED_COUNT), "-");
}

static void survives_every_refusal(void **state)
{
    size_t fail_at = 0;
    whosaid_status status;

    (void)state;
    do {
        struct failing failing = {0, ++fail_at, 0};
        whosaid_allocator source = failing_source(&failing);
        ws_arena arena;
        ws_token token[3] = {{0}};
        ws_tokens tokens = {.token = token, .count = 3};
        ws_tags tags;

        ws_arena_init(&arena, &source);
        status = ws_tags_init(&arena, &tokens, &tags);
        if (status != WHOSAID_OK) {
            assert_int_equal(status, WHOSAID_ERR_NOMEM);
            assert_null(tags.tag);
        }
        ws_arena_free(&arena);
        assert_int_equal(failing.live, 0);
    } while (status != WHOSAID_OK);
    assert_true(fail_at > 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_parts_of_speech),
        cmocka_unit_test(tells_a_noun_from_a_verb_by_what_stands_beside_it),
        cmocka_unit_test(tells_what_a_name_stands_for),
        cmocka_unit_test(tags_inside_quotation_marks),
        cmocka_unit_test(tags_any_bytes),
        cmocka_unit_test(tags_one_sentence_alone),
        cmocka_unit_test(a_tag_keeps_both_of_its_parts),
        cmocka_unit_test(survives_every_refusal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
