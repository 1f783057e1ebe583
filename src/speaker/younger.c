/*
 * younger.c - "the younger Malone": which of those who bear a surname.
 *
 *   in   people filed under the last words of their full names
 *   out  the one that a surname behind "the younger", "the elder" means
 *
 *   Reg Malone, 58, and his brother Patrick Malone, 51, ... [the younger Malone]
 *   His son, Jack Hill, ... [the younger Mr Hill]
 *
 * The ages behind two full names tell which; else what stands before one of
 * them: "his son", "her father", "his younger brother". Where one is known, and
 * is the father, the younger is somebody else.
 *
 * Cost: a bounded number of people and tokens is looked at.
 *
 * Not here: a surname with no such word (bearer.c).
 */
#include "speaker/younger.h"

enum {
    BEFORE = 5, /* tokens before a name that tell whose kin it is */
    DIGITS = 3  /* of an age */
};

/* What one's kin before a name says of the bearer's age. */
enum { YOUNG = -1, UNTOLD = 0, OLD = 1 };

static bool is_listed(const ws_joiner *j, uint32_t i, ws_list list)
{
    return ws_token_listed(j->names.text->bytes, &j->token[i], list);
}

uint32_t ws_younger(const ws_joiner *j, uint32_t m)
{
    const ws_mention *mention = &j->mentions->mention[m];
    uint32_t i = mention->name;

    if (j->names.tokens >= WS_ARTICLE || mention->name_end != i + 1 ||
        mention->type == WHOSAID_SOURCE_BODY)
        return WHOSAID_NONE;
    if (i > 0 && WS_IS(j->token[i - 1].lex, HONORIFIC))
        i--;
    if (i < 2 || !is_listed(j, i - 2, WS_LIST_DEFINITE))
        return WHOSAID_NONE;
    return is_listed(j, i - 1, WS_LIST_YOUNGER) ||
                   is_listed(j, i - 1, WS_LIST_OLDER)
               ? i - 1
               : WHOSAID_NONE;
}

/* "Reg Malone, 58": the age behind a full name, 0 where none stands there. */
static uint32_t age_of(const ws_joiner *j, const ws_mention *full)
{
    uint32_t i = full->name_end;
    uint32_t age = 0;

    if (i + 1 >= j->names.tokens || !ws_is_comma(&j->token[i]) ||
        j->token[i + 1].kind != WS_TOKEN_NUMBER)
        return 0;
    const ws_token *number = &j->token[i + 1];
    for (uint32_t at = number->begin; at < number->end; at++) {
        char digit = j->names.text->bytes[at];
        if (digit < '0' || digit > '9' || at - number->begin >= DIGITS)
            return 0;
        age = 10 * age + (uint32_t)(digit - '0');
    }
    return age;
}

static bool is_any(const ws_joiner *j, uint32_t i, const ws_list *list,
                   uint32_t count)
{
    for (uint32_t n = 0; n < count; n++)
        if (is_listed(j, i, list[n]))
            return true;
    return false;
}

/* "His son, Jack Hill", "her father Tom Hill". */
static int kin_of(const ws_joiner *j, const ws_mention *full)
{
    static const ws_list young[] = {WS_LIST_YOUNGER, WS_LIST_KIN_SON,
                                    WS_LIST_KIN_DAUGHTER, WS_LIST_KIN_NEPHEW,
                                    WS_LIST_KIN_NIECE};
    static const ws_list old[] = {WS_LIST_OLDER,           WS_LIST_KIN_FATHER,
                                  WS_LIST_KIN_MOTHER,      WS_LIST_KIN_UNCLE,
                                  WS_LIST_KIN_GRANDFATHER, WS_LIST_KIN_AUNT,
                                  WS_LIST_KIN_GRANDMOTHER};

    for (uint32_t n = 1; n <= BEFORE && n <= full->name; n++) {
        uint32_t i = full->name - n;
        if (is_any(j, i, young, sizeof young / sizeof *young))
            return YOUNG;
        if (is_any(j, i, old, sizeof old / sizeof *old))
            return OLD;
        if ((j->token[i].kind != WS_TOKEN_WORD && !ws_is_comma(&j->token[i])) ||
            WS_IS(j->token[i].lex, AND))
            break;
    }
    return UNTOLD;
}

/* Which of two is the younger: YOUNG the first, OLD the second. */
static int compared(const ws_joiner *j, const ws_mention *a,
                    const ws_mention *b)
{
    uint32_t ages[2] = {age_of(j, a), age_of(j, b)};

    if (ages[0] != 0 && ages[1] != 0 && ages[0] != ages[1])
        return ages[0] < ages[1] ? YOUNG : OLD;
    int kin = kin_of(j, a) - kin_of(j, b);
    return kin < 0 ? YOUNG : kin > 0 ? OLD : UNTOLD;
}

uint32_t ws_younger_of(const ws_joiner *j, uint32_t m, bool *other)
{
    const ws_mention *mention = &j->mentions->mention[m];
    uint32_t word = mention->name;
    uint64_t key = ws_join_key(j, word, word + 1, WS_KEY_LAST);
    uint16_t gender = ws_gender_told(&j->names, mention);
    uint32_t at = ws_younger(j, m);
    uint32_t best = WHOSAID_NONE;
    uint32_t bearers = 0;
    bool told = true;

    *other = false;
    if (at == WHOSAID_NONE)
        return WHOSAID_NONE;
    int wanted = is_listed(j, at, WS_LIST_YOUNGER) ? YOUNG : OLD;
    uint32_t e = ws_join_find(j, key, 0);
    for (uint32_t n = 0; e != 0 && n < WS_FILING_CHAIN;
         e = ws_join_find(j, key, e), n++) {
        uint32_t id = j->files.entry[e].id;
        const ws_mention *full =
            &j->mentions->mention[j->out->person[id].mention];
        if (id == best || full->type == WHOSAID_SOURCE_BODY ||
            ws_opposed(gender, ws_gender_so_far(j, id)))
            continue;
        bearers++;
        int than =
            best == WHOSAID_NONE
                ? wanted
                : compared(j, full,
                           &j->mentions->mention[j->out->person[best].mention]);
        told = told && than != UNTOLD;
        if (than == wanted)
            best = id;
    }
    if (bearers == 1) {
        int kin =
            kin_of(j, &j->mentions->mention[j->out->person[best].mention]);
        told = kin == wanted;
        *other = kin != UNTOLD && kin != wanted;
    } else {
        *other = bearers > 1 && !told;
    }
    return told ? best : WHOSAID_NONE;
}
