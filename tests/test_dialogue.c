/* test_dialogue.c - speech without marks: dashes, and what breaks it off. */
#include "quote/dialogue.h"

#include "quoted.h"

/* Check the quotations of text, written with | between them, / between their
 * parts, > before one within another. */
static void expect_as(whosaid_quote_style style, const char *text,
                      const char *want)
{
    struct quoted q;
    struct paper got = {"", 0};

    quoted_as(&q, text, style);
    for (uint32_t i = 0; i < q.quotations.count; i++) {
        const ws_quotation *quotation = &q.quotations.quotation[i];
        if (i > 0)
            puts_on(&got, "|");
        if (quotation->parent != WHOSAID_NONE)
            puts_on(&got, ">");
        for (uint32_t k = 0; k < quotation->pieces; k++) {
            const ws_piece *piece = &q.pieces.piece[quotation->piece[k]];
            if (k > 0)
                puts_on(&got, "/");
            put(&got, text + piece->begin, piece->end - piece->begin);
        }
    }
    assert_string_equal(got.text, want);
    quoted_free(&q);
}

static void expect(const char *text, const char *want)
{
    expect_as(WHOSAID_QUOTES_AUTO, text, want);
}

static void reads_tight_dashes(void **state)
{
    (void)state;
    expect("—No lo sé —dijo Marta—. Pregúntale.", "No lo sé/Pregúntale.");
    expect("—Ven —dijo ella—, que es tarde.", "Ven/que es tarde.");
    expect("—No voy —dijo Marta.\n\n—¿Por qué? —Luis la miró.\n\n—Porque no.",
           "No voy|¿Por qué?|Porque no.");
}

static void reads_spaced_dashes(void **state)
{
    (void)state;
    expect("— Я не знаю, — сказал он, — где она.", "Я не знаю,/где она.");
    expect("— Нет! — крикнула Анна. — Завтра.", "Нет!/Завтра.");
    expect("– Nie wiem – rzekł Jan. – Może jutro.", "Nie wiem/Może jutro.");
    expect("– Myślę – dodał po chwili – że tak.", "Myślę/że tak.");
    expect("— Não sei — atalhou Pedro.\n\n— É um homem — bom.",
           "Não sei|É um homem — bom.");
}

static void reads_dashes_without_an_end(void **state)
{
    (void)state;
    expect("– Vi hann inte, säger Nina Ek.", "Vi hann inte");
    expect("– Vart ska vi? undrar hon.", "Vart ska vi?");
    expect("– Vi hann inte, skriver Nina Ek.", ""); /* a verb of news only */
    expect("— Je ne sais pas, dit-il. Demande à Paul.",
           "Je ne sais pas/Demande à Paul.");
    expect("— Non ! dit Anne. Elle partit.\n\n— Bien.", "Non !|Bien.");
}

static void reads_english_dashes(void **state)
{
    (void)state;
    expect("--Have you the key? a voice asked.\n\n"
           "--Ned has it, Tom Hale said. I had it.\n\n"
           "--Look here, he said, you fool!",
           "Have you the key?|Ned has it/I had it.|Look here/you fool!");
}

static void knows_what_is_no_dialogue(void **state)
{
    (void)state;
    expect("- more buses\n\n- Longer hours.\n\n- Cheaper fares.", "");
    expect("— More buses\n\n— Longer hours\n\n— Cheaper fares", "");
    expect("PARIS — The council met.\n\nIt was late — very late.", "");
    expect("“It runs.”\n\n— Ann Lee, chair\n\n“So it does.”\n\n— Bo Ek, cook",
           "It runs.|So it does.");
}

static void keeps_marks_within_a_dash(void **state)
{
    (void)state;
    expect("— Он сказал «нет», — ответила Анна.\n\n— Да?",
           "Он сказал «нет»,|>нет|Да?");
}

static void breaks_guillemets_at_an_incise(void **state)
{
    (void)state;
    expect("« Nous partons, dit-il. Demain. »", "Nous partons/Demain.");
    expect("« Partons ! s’écria Anne. Vite. »", "Partons !/Vite.");
    expect("« Oui, a déclaré Luc Roux, le maire. Demain. »", "Oui/Demain.");
    expect("« Je note, ajoute-t-il, que rien ne va. »",
           "Je note/que rien ne va.");
    expect("« Nous partons, dit-elle. »", "Nous partons");
    expect("«Мы едем, — сказал он. — Завтра»", "Мы едем,/Завтра");
}

static void leaves_other_words_in_guillemets(void **state)
{
    (void)state;
    expect("« Alors, peut-on partir ? »", "Alors, peut-on partir ?");
    expect("« Hier, dit le maire ou pas, il a plu. »", "Hier/il a plu.");
    expect("« Demain, note bien, nous partons. »",
           "Demain, note bien, nous partons.");
    expect("« Un vote, sans Paul. Demain. »", "Un vote, sans Paul. Demain.");
}

static void goes_by_the_style_asked_for(void **state)
{
    const char *text = "“One,” he said.\n\n- Two.\n\n'Three,' «four» ''five''";

    (void)state;
    expect_as(WHOSAID_QUOTES_DOUBLE, text, "One,");
    expect_as(WHOSAID_QUOTES_SINGLE, text, "Three,");
    expect_as(WHOSAID_QUOTES_ANGLE, text, "four");
    expect_as(WHOSAID_QUOTES_DASH, text, "Two.");
    expect_as(WHOSAID_QUOTES_DOUBLED, text, "One,|five");
    expect_as(WHOSAID_QUOTES_CORNER, text, "");
}

static void survives_every_refusal(void **state)
{
    (void)state;
    expect_every_refusal_survived("—No «sé, dit-il. Oui» —dijo Marta—. Ven.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_tight_dashes),
        cmocka_unit_test(reads_spaced_dashes),
        cmocka_unit_test(reads_dashes_without_an_end),
        cmocka_unit_test(reads_english_dashes),
        cmocka_unit_test(knows_what_is_no_dialogue),
        cmocka_unit_test(keeps_marks_within_a_dash),
        cmocka_unit_test(breaks_guillemets_at_an_incise),
        cmocka_unit_test(leaves_other_words_in_guillemets),
        cmocka_unit_test(goes_by_the_style_asked_for),
        cmocka_unit_test(survives_every_refusal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
