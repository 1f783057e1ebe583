/*
 * generate.c - news-like text of any length, the same on every machine.
 *
 *     bench_generate BYTES >FILE
 *
 * Sentences from patterns, words and names by a small counter-based mixer.
 * About one sentence in three holds a quotation, as in news. It stands in for
 * a corpus where there is none, so its speed is only near that of real text.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint32_t state = 1;

static uint32_t draw(uint32_t below)
{
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % below;
}

#define PICK(list) ((list)[draw(sizeof(list) / sizeof *(list))])

static const char *const given[] = {
    "Maria", "Daniel", "Ingrid", "Peter", "Ruth",  "Walter", "Helen",   "Osric",
    "Amara", "Anil",   "Gwen",   "Hugh",  "Priya", "Lars",   "Rosalind"};

static const char *const surname[] = {
    "Lopez", "Okoro", "Halvorsen", "Quill", "Adeyemi", "Finch",     "Marsh",
    "Nwosu", "Raman", "Benning",   "Peake", "Bowen",   "Pritchard", "Sallis"};

static const char *const role[] = {"chief executive of the harbour authority",
                                   "a spokesman for the ministry",
                                   "who leads the union",
                                   "mayor of Sandholm",
                                   "a nurse from the islands",
                                   "head of the Marine Unit"};

static const char *const cue[] = {"said",  "said",   "said",   "told reporters",
                                  "added", "warned", "argued", "wrote"};

static const char *const word[] = {
    "the",     "the",    "a",       "of",     "to",      "and",     "in",
    "that",    "for",    "on",      "with",   "was",     "has",     "had",
    "not",     "ferry",  "council", "budget", "harbour", "strike",  "offer",
    "people",  "report", "winter",  "roof",   "library", "company", "police",
    "morning", "new",    "second",  "large",  "open",    "decided", "agreed",
    "waited",  "costs",  "islands", "month",  "year",    "still",   "again"};

/* Words without a full stop; the first one capital. Returns their bytes. */
static size_t clause(uint32_t words)
{
    size_t len = 0;

    for (uint32_t i = 0; i < words; i++) {
        const char *next = PICK(word);

        if (i == 0)
            len += (size_t)printf("%c%s", next[0] - 'a' + 'A', next + 1);
        else
            len += (size_t)printf("%s %s", draw(12) == 0 ? "," : "", next);
    }
    return len;
}

static size_t quotation(void)
{
    size_t len = (size_t)printf("“");

    len += clause(5 + draw(15));
    switch (draw(4)) {
    case 0:
        return len + (size_t)printf(",” %s %s %s, %s.", PICK(cue), PICK(given),
                                    PICK(surname), PICK(role));
    case 1:
        return len + (size_t)printf(",” %s %s.", PICK(surname), PICK(cue));
    case 2:
        return len + (size_t)printf(",” %s said.", draw(2) ? "she" : "he");
    default:
        return len + (size_t)printf(".”");
    }
}

static size_t statement(void)
{
    size_t len = clause(8 + draw(20));

    return len + (size_t)printf(".");
}

int main(int argc, char **argv)
{
    long long want = argc == 2 ? strtoll(argv[1], NULL, 10) : 0;
    size_t len = 0;

    if (want <= 0) {
        fprintf(stderr, "usage: bench_generate BYTES\n");
        return 2;
    }
    while (len < (size_t)want) {
        for (uint32_t i = 1 + draw(4); i > 0; i--) {
            len += draw(3) == 0 ? quotation() : statement();
            len += (size_t)printf(i > 1 ? " " : "\n\n");
        }
    }
    return fflush(stdout) != 0 || ferror(stdout);
}
