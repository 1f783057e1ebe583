/*
 * form.c - how well a form tells somebody's role.
 *
 *   in   a form, the length of what is stated in it, what was told before
 *   out  its weight, to compare statements by
 *
 * The weights are fitted to the training sets: a title before a name is
 * trusted at any length, an apposition where it is the first that is told, "is"
 * hardly ever.
 *
 * Not here: reading the statements, and where they stand (role.c).
 */
#include "speaker/form.h"

/* Weights by words of sense, by being the first statement about a person, and
 * by how often the same words came before. */
static const struct weight {
    int16_t words[WS_FORM_WORDS];
    int16_t first;
    int16_t again[WS_FORM_AGAIN + 1];
} weights[WS_FORMS] = {
    [WS_FORM_TITLE] = {{-16, 78, 120, 170, 80},        60,  {0}            },
    [WS_FORM_LIST] = {{-250, -20, -36, -70, -70},     60,  {0}            },
    [WS_FORM_BEFORE] = {{-168, -100, 0, -100, -50},     0,   {0}            },
    [WS_FORM_BEHIND] = {{-300, -105, -107, -65, -70},   248, {0}            },
    [WS_FORM_LOOSE] = {{-300, -90, -120, -80, -95},    126, {0}            },
    [WS_FORM_WHO_IS] = {{-176, -60, -120, -90, 17},     250, {0}            },
    [WS_FORM_WHO_AS] = {{-300, -40, -120, -49, -36},    250, {0}            },
    [WS_FORM_WHO] = {{-398, -380, -310, -310, -299}, 250, {0}            },
    [WS_FORM_IS] = {{-424, -316, -250, -236, -174}, 33,  {0}            },
    [WS_FORM_NOMINAL] = {{-105, 45, 80, 80, 120},        110, {-57, 106, 168}},
    [WS_FORM_OF] = {{-280, -150, -60, -110, -109},  215, {0}            },
    [WS_FORM_OWNER] = {{80, 0, -60, -28, -21},         160, {0}            },
    [WS_FORM_NEAR] = {{-148, -86, -40, -90, -95},     210, {-62, 172, 172}},
    [WS_FORM_HONORIFIC] = {{-300, -300, -300, -300, -300}, 120, {0}            },
};

int32_t ws_form_score(ws_form form, uint32_t words, uint32_t again, bool fresh)
{
    const struct weight *weight = &weights[form];

    return weight->words[words == 0 ? 0 : words - 1] + weight->again[again] +
           (fresh ? weight->first : 0);
}
