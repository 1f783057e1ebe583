/* test_class.c - is what stands between marks speech, and of which kind. */
#include "speaker.h"

#include <stdio.h>

/* The quotation of these words is of this kind. */
static void expect(const char *text, const char *words, whosaid_kind kind)
{
    whosaid_doc *doc = analyse(text);
    bool found = false;

    for (uint32_t q = 0; q < whosaid_quote_count(doc); q++) {
        const whosaid_quote *quote = whosaid_quote_at(doc, q);
        whosaid_span part = quote->part[0];
        if (part.end - part.begin != strlen(words) ||
            memcmp(text + part.begin, words, strlen(words)) != 0)
            continue;
        found = true;
        if (quote->kind != kind)
            fail_msg("%s, not %s: “%s” in: %s", whosaid_strkind(quote->kind),
                     whosaid_strkind(kind), words, text);
    }
    if (!found)
        fail_msg("no quotation “%s” in: %s", words, text);
    whosaid_doc_free(doc);
}

static void takes_a_whole_sentence_for_direct_speech(void **state)
{
    (void)state;
    expect("“The lift is stuck again,” Vera Molnar said.",
           "The lift is stuck again,", WHOSAID_KIND_DIRECT);
    expect("Vera Molnar said: “The lift is stuck again.”",
           "The lift is stuck again.", WHOSAID_KIND_DIRECT);
}

static void keeps_a_fragment_tied_by_a_cue(void **state)
{
    (void)state;
    expect("Vera Molnar said the lift was “stuck again” on Monday and called "
           "the landlord’s plan “a bad joke on every tenant.”",
           "stuck again", WHOSAID_KIND_MIXED);
    expect("The mayor, Ida Holm, said the verdict was “deeply unfair.”",
           "deeply unfair.", WHOSAID_KIND_MIXED);
}

static void keeps_a_sentence_without_a_tag(void **state)
{
    (void)state;
    expect("Vera Molnar looked at the stairs.\n\n“I am eighty-one years old, "
           "and I will not climb them again.”\n\nNobody answered.\n",
           "I am eighty-one years old, and I will not climb them again.",
           WHOSAID_KIND_DIRECT);
}

static void takes_a_title_for_a_title(void **state)
{
    (void)state;
    expect("She wrote the novel “The Glass Harbour” in a single winter.",
           "The Glass Harbour", WHOSAID_KIND_TITLE);
    expect("The band closed the evening with the song “Concrete Lullaby” and "
           "left.",
           "Concrete Lullaby", WHOSAID_KIND_TITLE);
}

static void takes_a_nickname_for_a_nickname(void **state)
{
    (void)state;
    expect("Ivan “Red” Petrov opened the shop in May.", "Red",
           WHOSAID_KIND_NICKNAME);
}

static void takes_words_on_a_placard_for_a_sign(void **state)
{
    (void)state;
    expect("Marchers carried a red banner with “Bread Now” on it.", "Bread Now",
           WHOSAID_KIND_SIGN);
}

static void takes_so_called_for_a_scare_quote(void **state)
{
    (void)state;
    expect("The so-called “experts” had never seen the bridge.", "experts",
           WHOSAID_KIND_SCARE);
}

static void takes_a_value_in_markup_for_nothing(void **state)
{
    (void)state;
    expect("The page <a href=\"index.html\"> came back empty, she said.",
           "index.html", WHOSAID_KIND_OTHER);
}

static void trusts_the_marks_of_a_language_it_was_not_taught(void **state)
{
    (void)state;
    expect("Die Bürgermeisterin nannte den Vorschlag am Montag „völlig "
           "abwegig“ und verließ danach wortlos den Saal.",
           "völlig abwegig", WHOSAID_KIND_MIXED);
    expect("Przewodniczący uznał ten pomysł za „zupełnie nierealny” i "
           "wyszedł z sali bez słowa.",
           "zupełnie nierealny", WHOSAID_KIND_MIXED);
}

static void tells_titles_in_a_language_it_was_not_taught(void **state)
{
    (void)state;
    expect("El grupo grabó tres discos: «Mapas», «Norte» y «Agua», y se "
           "separó en mayo.",
           "Mapas", WHOSAID_KIND_TITLE);
    expect("Zespół wydał płyty „Mapy”, „Północ” i „Woda”, po czym zniknął ze "
           "sceny.",
           "Mapy", WHOSAID_KIND_TITLE);
}

static void keeps_speech_where_letters_have_no_case(void **state)
{
    (void)state;
    expect("صدرت رواية في الخريف.\n\nوقالت رئيسة البلدية: \"لن نغلق الجسر هذا "
           "الشتاء مهما حدث\".",
           "لن نغلق الجسر هذا الشتاء مهما حدث", WHOSAID_KIND_DIRECT);
    expect("市长王莉在会上说，这座桥“非常安全”，不会关闭。", "非常安全",
           WHOSAID_KIND_MIXED);
}

static uint32_t sight_of(const char *text)
{
    whosaid_doc *doc = analyse(text);
    ws_scene scene = ws_doc_scene(doc);
    uint32_t sight = ws_outline_sight(&scene);

    whosaid_doc_free(doc);
    return sight & (WS_SEES_CASE | WS_SEES_NOUNS);
}

static void sees_what_capitals_tell(void **state)
{
    (void)state;
    assert_int_equal(sight_of("Zespół wydał w maju płytę i zniknął ze sceny na "
                              "długo, zanim Anna Wilk go odnalazła."),
                     WS_SEES_CASE);
    assert_int_equal(sight_of("Die Bürgermeisterin lehnte am Montag den "
                              "Vorschlag der Händler ab und verließ nach einer "
                              "Stunde wortlos den Saal im alten Rathaus, ohne "
                              "der Presse eine Erklärung zu geben."),
                     WS_SEES_CASE | WS_SEES_NOUNS);
    assert_int_equal(sight_of("市长王莉在会上说，这座桥不会关闭。"), 0);
    assert_int_equal(sight_of(""), 0);
}

static void scores_the_same_evidence_the_same(void **state)
{
    int16_t value[WS_EVIDENCE_COUNT] = {0};
    const ws_judge judge = ws_judge_learned(false);
    int32_t once = ws_class_score(&judge, value);

    (void)state;
    assert_int_equal(once, ws_class_score(&judge, value));
    value[WS_EVIDENCE_LINEAR] = 2000;
    assert_true(ws_class_score(&judge, value) > once);
}

/* A story's dialogue, again and again, then the text. */
static void expect_in_story(const char *text, const char *words,
                            whosaid_kind kind)
{
    enum { BYTES = 16384, ROUNDS = 60 };
    static char story[BYTES];
    size_t at = 0;

    for (int i = 0; i < ROUNDS; i++)
        at += (size_t)snprintf(
            story + at, BYTES - at,
            "“Where is he?” she asked, and she looked at him.\n\n“I will "
            "not tell you!” he cried. He shook his head at her.\n\n");
    (void)snprintf(story + at, BYTES - at, "%s", text);
    expect(story, words, kind);
}

static void takes_a_scrap_of_a_story_for_none(void **state)
{
    const char *text = "He was, he let her know, “studying” at Geneva, and "
                       "she believed it.\n\n";

    (void)state;
    expect_in_story(text, "studying", WHOSAID_KIND_SCARE);
    expect_in_story("“I will go,” he said.\n\n", "I will go,",
                    WHOSAID_KIND_DIRECT);
}

static void takes_verse_set_apart_in_a_story_for_none(void **state)
{
    const char *song = "She sat down at the window.\n\n"
                       "    “The lift goes up, the lift goes down.”\n\n";
    const char *led = "She sang to him:\n\n"
                      "    “The lift goes up, the lift goes down.”\n\n";
    const char *words = "The lift goes up, the lift goes down.";

    (void)state;
    expect_in_story(song, words, WHOSAID_KIND_OTHER);
    expect_in_story(led, words, WHOSAID_KIND_DIRECT);
}

static void names_all_evidence(void **state)
{
    (void)state;
    for (uint32_t v = 0; v < WS_EVIDENCE_COUNT; v++)
        assert_string_not_equal(ws_evidence_name(v), "unknown");
    assert_string_equal(ws_evidence_name(WS_EVIDENCE_COUNT), "unknown");
    for (uint32_t v = 0; v < WS_OUTLINE_COUNT; v++)
        assert_string_not_equal(ws_outline_name(v), "unknown");
    assert_string_equal(ws_outline_name(WS_OUTLINE_COUNT), "unknown");
}

/* In a story; one of this length is none of an article. */
static void hears_nobody_below_a_picture(void **state)
{
    static const char turn[] =
        "“Did you see the mule?” she asked him. He had seen it, and he told "
        "her so while he hung up his coat beside the door of the kitchen.\n\n"
        "“Where was it?” she said. “Did it look at you?”\n\n";
    static const char caption[] = "[Illustration: “Did it look at you?”]\n\n";
    static char text[40 * sizeof turn + sizeof caption];
    size_t at = 0;

    (void)state;
    for (int n = 0; n < 39; n++, at += sizeof turn - 1)
        memcpy(text + at, turn, sizeof turn);
    memcpy(text + at, caption, sizeof caption);
    whosaid_doc *doc = analyse(text);
    size_t count = whosaid_quote_count(doc);
    for (uint32_t q = 0; q < count; q++) {
        const whosaid_quote *quote = whosaid_quote_at(doc, q);
        bool below = quote->part[0].begin > at;
        if (below == (quote->kind < WHOSAID_KIND_TURN))
            fail_msg("%s at %u", whosaid_strkind(quote->kind),
                     (unsigned)quote->part[0].begin);
    }
    whosaid_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hears_nobody_below_a_picture),
        cmocka_unit_test(takes_a_whole_sentence_for_direct_speech),
        cmocka_unit_test(keeps_a_fragment_tied_by_a_cue),
        cmocka_unit_test(keeps_a_sentence_without_a_tag),
        cmocka_unit_test(takes_a_title_for_a_title),
        cmocka_unit_test(takes_a_nickname_for_a_nickname),
        cmocka_unit_test(takes_words_on_a_placard_for_a_sign),
        cmocka_unit_test(takes_so_called_for_a_scare_quote),
        cmocka_unit_test(takes_a_value_in_markup_for_nothing),
        cmocka_unit_test(trusts_the_marks_of_a_language_it_was_not_taught),
        cmocka_unit_test(tells_titles_in_a_language_it_was_not_taught),
        cmocka_unit_test(keeps_speech_where_letters_have_no_case),
        cmocka_unit_test(sees_what_capitals_tell),
        cmocka_unit_test(scores_the_same_evidence_the_same),
        cmocka_unit_test(takes_a_scrap_of_a_story_for_none),
        cmocka_unit_test(takes_verse_set_apart_in_a_story_for_none),
        cmocka_unit_test(names_all_evidence),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
