/* test_who.c - whether two names may be one person's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "check/who.h"

static whosaid_speaker_verdict compare(const char *a, const char *b)
{
    return ws_who_compare((ws_cell){a, strlen(a)}, (ws_cell){b, strlen(b)});
}

/* The same whichever is the draft's. */
static void expect(const char *a, const char *b, whosaid_speaker_verdict want)
{
    if (compare(a, b) != want || compare(b, a) != want)
        fail_msg("%s and %s: %s, %s", a, b,
                 whosaid_strspeaker_verdict(compare(a, b)),
                 whosaid_strspeaker_verdict(compare(b, a)));
}

static void knows_a_shorter_name(void **state)
{
    static const char *const shorter[] = {
        "Jeremy Banks",
        "Banks",
        "Mr Banks",
        "Mr. Banks",
        "J. Banks",
        "Jeremy P. Banks",
        "JEREMY BANKS",
        "Dr. J. Banks",
        "President Banks",
        "Jeremy",
        "Jeremy Banks Jr.",
        "Banks, Jeremy",
        "the union leader Jeremy Banks",
    };

    (void)state;
    for (size_t i = 0; i < sizeof shorter / sizeof shorter[0]; i++)
        expect(shorter[i], "Jeremy Banks", WHOSAID_SPEAKER_SAME);
    expect("Jos\xC3\xA9 Garcia",
           "Jose Garc\xC3\xAD"
           "a",
           WHOSAID_SPEAKER_SAME);
    expect("von der Leyen", "Ursula von der Leyen", WHOSAID_SPEAKER_SAME);
    expect("Xi Jinping", "Jinping Xi", WHOSAID_SPEAKER_SAME);
    expect("M. Lopez", "Maria Lopez", WHOSAID_SPEAKER_SAME);
    expect("police", "the police", WHOSAID_SPEAKER_SAME);
    expect("Police", "police", WHOSAID_SPEAKER_SAME);
}

static void accuses_only_whole_persons(void **state)
{
    (void)state;
    expect("Maria Lopez", "Jeremy Banks", WHOSAID_SPEAKER_OTHER);
    expect("Mr Finch", "Jeremy Banks", WHOSAID_SPEAKER_OTHER);
    expect("Finch", "Jeremy Banks", WHOSAID_SPEAKER_UNKNOWN);
    expect("Ford", "Jeremy Banks", WHOSAID_SPEAKER_UNKNOWN);
    expect("police", "Jeremy Banks", WHOSAID_SPEAKER_UNKNOWN);
    expect("the mayor", "Jeremy Banks", WHOSAID_SPEAKER_UNKNOWN);
    expect("Virginia Police", "Jeremy Banks", WHOSAID_SPEAKER_UNKNOWN);
    expect("", "Jeremy Banks", WHOSAID_SPEAKER_UNKNOWN);
    expect("", "", WHOSAID_SPEAKER_UNKNOWN);
}

static void lets_go_what_may_be_one(void **state)
{
    (void)state;
    expect("Robert Banks", "Bob Banks", WHOSAID_SPEAKER_UNKNOWN);
    expect("Maria Lopez", "Maria Santos", WHOSAID_SPEAKER_UNKNOWN);
    expect("Mrs Banks", "Jeremy Banks", WHOSAID_SPEAKER_UNKNOWN);
    expect("Mrs Banks", "Mr Banks", WHOSAID_SPEAKER_UNKNOWN);
    expect("Muammar Gaddafi", "Moammar Gadhafi", WHOSAID_SPEAKER_UNKNOWN);
    expect("\xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD \xD0\x9A\xD1\x83\xD0\xBD",
           "Jeremy Banks", WHOSAID_SPEAKER_UNKNOWN);
}

static void takes_long_names(void **state)
{
    char name[6000];

    (void)state;
    for (size_t i = 0; i + 1 < sizeof name; i++)
        name[i] = i % 7 == 6 ? ' ' : (char)('A' + i % 26);
    name[sizeof name - 1] = '\0';
    (void)compare(name, "Jeremy Banks");
    memset(name, 'a', sizeof name - 1);
    (void)compare(name, name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_a_shorter_name),
        cmocka_unit_test(accuses_only_whole_persons),
        cmocka_unit_test(lets_go_what_may_be_one),
        cmocka_unit_test(takes_long_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
