/* test_tongue.c - documents in a language that the lists cannot read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"
#include "text/tongue.h"

/* A document's tokens, read. */
struct reading {
    ws_arena arena;
    ws_text text;
    ws_tokens tokens;
};

static void read_text(struct reading *r, const char *text)
{
    ws_arena_init(&r->arena, NULL);
    assert_int_equal(ws_text_init(&r->arena, text, strlen(text), &r->text),
                     WHOSAID_OK);
    assert_int_equal(ws_tokens_cut(&r->arena, &r->text, &r->tokens),
                     WHOSAID_OK);
    ws_tongue_read(&r->text, &r->tokens);
}

/* The classes of the first token that is word. */
static ws_lex classes(const struct reading *r, const char *word)
{
    for (uint32_t i = 0; i < r->tokens.count; i++) {
        const ws_token *token = &r->tokens.token[i];
        if (token->end - token->begin == strlen(word) &&
            memcmp(r->text.bytes + token->begin, word, strlen(word)) == 0)
            return token->lex;
    }
    fail_msg("no token %s", word);
    return 0;
}

static void gives_words_the_classes_of_their_language(void **state)
{
    struct reading r;

    (void)state;
    read_text(&r, "Die Polizei war schnell da, sagte Umweltministerin Anna "
                  "Berg gestern. Er selbst habe nichts gehört, so der "
                  "Sprecher der Bahn in Kiel.");
    assert_true(r.tokens.plain < 55);
    assert_true(WS_IS(classes(&r, "sagte"), CUE));
    assert_true(WS_IS(classes(&r, "Er"), MALE));
    assert_true(classes(&r, "war") ==
                (WS_LEX_BIT(BE) | WS_LEX_BIT(AUXILIARY))); /* no battle */
    assert_true(WS_IS(classes(&r, "Umweltministerin"), FEMALE));
    assert_true(WS_IS(classes(&r, "Anna"), GIVEN_FEMALE));
    assert_true(classes(&r, "schnell") == 0);
    ws_arena_free(&r.arena);
}

static void tells_whose_office_it_is(void **state)
{
    struct reading r;

    (void)state;
    read_text(&r, "Das habe der Verband nicht gewusst, sagte ein Sprecher des "
                  "Vereins und wies alles zurück. Die Kritik an dem Vorhaben "
                  "teilte er nicht.");
    assert_true(WS_IS(classes(&r, "der"), DET));
    assert_true(WS_IS(classes(&r, "des"), OF));
    assert_false(WS_IS(classes(&r, "des"), DET));
    ws_arena_free(&r.arena);
}

static void looks_behind_an_elision(void **state)
{
    struct reading r;

    (void)state;
    read_text(&r, "Ce n'est pas prêt, a déclaré l’adjointe au maire de la "
                  "ville, qui habite dans le quartier depuis des années.");
    assert_true(WS_IS(classes(&r, "l’adjointe"), ROLE));
    ws_arena_free(&r.arena);
}

static void leaves_its_own_language_alone(void **state)
{
    static const char text[] = "The mayor said that the war was over, and he "
                               "told the council so in the evening. Er, no.";
    struct reading r;
    struct reading plain;

    (void)state;
    read_text(&r, text);
    assert_true(r.tokens.plain >= 55);
    ws_arena_init(&plain.arena, NULL);
    assert_int_equal(
        ws_text_init(&plain.arena, text, strlen(text), &plain.text),
        WHOSAID_OK);
    assert_int_equal(ws_tokens_cut(&plain.arena, &plain.text, &plain.tokens),
                     WHOSAID_OK);
    for (uint32_t i = 0; i < r.tokens.count; i++)
        assert_true(r.tokens.token[i].lex == plain.tokens.token[i].lex);
    ws_arena_free(&plain.arena);
    ws_arena_free(&r.arena);
}

static void leaves_a_language_it_does_not_know_alone(void **state)
{
    struct reading r;

    (void)state;
    read_text(&r, "Umuntu wasebenza kakhulu ngalolo suku, kodwa war akazange "
                  "abuye ekhaya ebusuku nabangane bakhe.");
    assert_true(r.tokens.plain < 55);
    assert_true(classes(&r, "war") != 0);
    ws_arena_free(&r.arena);
    read_text(&r, "");
    assert_int_equal(r.tokens.known, 100);
    ws_arena_free(&r.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_words_the_classes_of_their_language),
        cmocka_unit_test(tells_whose_office_it_is),
        cmocka_unit_test(looks_behind_an_elision),
        cmocka_unit_test(leaves_its_own_language_alone),
        cmocka_unit_test(leaves_a_language_it_does_not_know_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
