/*
 * heard.h - a short text and what a reader says of it, for the tests of the
 * rooms that listen to one.
 */
#ifndef WS_TEST_HEARD_H
#define WS_TEST_HEARD_H

#include "speaker.h"

#include "speaker/second.h"

static const char TEXT[] =
    "Vera Molnar met Ida Holm on Monday.\n\n“The lift is stuck again,” she "
    "said. Holm left.\n";

enum { LIKELY = -64, UNLIKELY = -512, NONE = -1024, NOBODY = -768 };

/* The reader points at "she", and at Ida Holm, whose mentions share a chance. */
static inline ws_opinion opinion_of(const whosaid_doc *doc)
{
    static const struct {
        const char *words;
        int32_t mention;
        int32_t person;
    } told[] = {
        {"Vera Molnar", UNLIKELY - 100, UNLIKELY},
        {"Ida Holm",    UNLIKELY - 200, LIKELY  },
        {"she",         LIKELY,         0       },
        {"Holm",        UNLIKELY,       LIKELY  },
    };
    ws_opinion o = {.none = NONE, .nobody = NOBODY, .speech = 1024};

    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        uint32_t m = mention_at(doc, told[i].words, 0);
        assert_int_not_equal(m, WHOSAID_NONE);
        bool named = doc->mentions.mention[m].kind != WS_MENTION_PRONOUN;
        o.which[o.count] = m;
        o.who[o.count] = named ? doc->people.of[m] : WHOSAID_NONE;
        o.mention[o.count] = told[i].mention;
        o.person[o.count++] = named ? told[i].person : WS_OPINION_FLOOR;
    }
    return o;
}

static inline ws_candidate candidate_of(const whosaid_doc *doc,
                                        const char *mention, const char *person,
                                        int32_t score)
{
    return (ws_candidate){.mention = mention_at(doc, mention, 0),
                          .person = doc->people.of[mention_at(doc, person, 0)],
                          .score = score};
}

#endif /* WS_TEST_HEARD_H */
