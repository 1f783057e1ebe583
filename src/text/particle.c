/*
 * particle.c - "von", "van den": the little words in front of a last name.
 *
 *   in   tokens with the classes of their language
 *   out  of the prepositions and articles within names, particles
 *
 *   die Ärztin Petra [von der] Aue ... sagte [von der] Aue
 *
 * 1. A preposition that can be a particle, behind a given name or a rank: what
 *    follows it is a last name, and so it is elsewhere.
 * 2. A noun can be one behind an office and a given name, where the sentence
 *    goes on with a verb or stops: "Chefin Petra [von] Alten lobt".
 * 3. "Van" is no preposition there: the article behind it is the name's.
 *
 * Cost: a bounded number of looks a token.
 */
#include "text/particle.h"

enum {
    PARTICLES = 3, /* most in a name: "von und zu" */
    NAMES = 8      /* kept that have some */
};

#define GIVEN (WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE))

/* Last names that stand behind particles. */
struct names {
    uint32_t name[NAMES];
    uint32_t count;
};

/* Whether a word as it stands is a particle of names: "von", "der". */
static bool is_particle(const char *bytes, const ws_token *token)
{
    const ws_lex abbreviated =
        WS_LEX_BIT(ABBREVIATION) | WS_LEX_BIT(ABBREV_INNER);

    return token->kind == WS_TOKEN_WORD && (token->lex & ~abbreviated) != 0 &&
           WS_IS(
               ws_lexicon_find(bytes + token->begin, token->end - token->begin),
               PARTICLE);
}

/* The word with a capital behind the particles at token i, or count. */
static uint32_t behind_any(const char *bytes, const ws_token *token, uint32_t i,
                           uint32_t count)
{
    const ws_lex link = WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(DET) |
                        WS_LEX_BIT(AND) | WS_LEX_BIT(PARTICLE);
    uint32_t k = i;

    while (k < count && k < i + PARTICLES && (token[k].lex & link) != 0 &&
           (is_particle(bytes, &token[k]) || /* "von und zu" */
            (k > i && k + 1 < count && WS_IS(token[k].lex, AND) &&
             is_particle(bytes, &token[k + 1]))))
        k++;
    bool name = k > i && k < count && token[k].kind == WS_TOKEN_WORD &&
                !ws_is_small(&token[k]) &&
                (token[k].shape & WS_SHAPE_ALLCAPS) == 0;
    return name ? k : count;
}

uint32_t ws_particles_behind(const char *bytes, const ws_token *token,
                             uint32_t i, uint32_t count)
{
    uint32_t last = behind_any(bytes, token, i, count);

    return last < count && WS_IS(token[last].lex, COMMON_NOUN) ? count : last;
}

/* Behind the noun at token i the sentence goes on with a verb, or stops: "Petra
 * von Alten lobt", but "Petra von Nachbarn geholfen". */
static bool closes(const ws_token *token, uint32_t i, uint32_t count)
{
    const ws_lex verb = WS_LEX_BIT(CUE) | WS_LEX_BIT(AUXILIARY) |
                        WS_LEX_BIT(BE) | WS_LEX_BIT(MODAL);

    return i + 1 == count || token[i + 1].kind != WS_TOKEN_WORD ||
           token[i + 1].paragraph != token[i].paragraph ||
           (ws_is_small(&token[i + 1]) && (token[i + 1].lex & verb) != 0);
}

/* Somebody's office, or another noun of what somebody is, stands before the
 * word at token i. */
static bool is_told(const ws_token *token, uint32_t i)
{
    const ws_lex office = WS_LEX_BIT(ROLE) | WS_LEX_BIT(HONORIFIC) |
                          WS_LEX_BIT(PERSON) | WS_LEX_BIT(NATIONALITY);

    return i > 0 && (token[i - 1].lex & office) != 0 && !ws_is_small(&token[i]);
}

/* The preposition at token i, before the last name at token last, stands behind
 * a given name or a rank. */
static bool is_first(const char *bytes, const ws_token *token, uint32_t i,
                     uint32_t last, uint32_t count)
{
    if (i == 0)
        return false;
    const ws_token *before = &token[i - 1];
    bool told = is_told(token, i - 1);
    bool given = (before->lex & GIVEN) != 0;
    bool of = WS_IS(token[i].lex, OF);

    if (WS_IS(token[last].lex, COMMON_NOUN))
        return of && told && given && last == i + 1 &&
               !WS_IS(token[last].lex, PLURAL) && closes(token, last, count);
    /* "Tim zu Wied", but "Tim zu Lena", "Tim am Montag" */
    if (!of)
        return told && given && last == i + 1 && token[last].lex == 0;
    bool noble = i > 1 && /* "Jan Freiherr von Wied" */
                 ws_token_listed(bytes, before, WS_LIST_NOBILITY) &&
                 ws_is_capital(&token[i - 2]);
    /* "Hauptmann von Salis", but "der Bischof von Fulda" */
    bool see = i > 1 && WS_IS(token[i - 2].lex, DET) &&
               !ws_token_listed(bytes, before, WS_LIST_NOBILITY);
    bool ranked = (token[last].lex & ~WS_LEX_BIT(SURNAME)) == 0 &&
                  !ws_is_small(before) &&
                  ((WS_IS(before->lex, HONORIFIC) && !see) ||
                   (ws_token_listed(bytes, before, WS_LIST_MANLY) && !see) ||
                   ws_token_listed(bytes, before, WS_LIST_NOBILITY));
    return noble || ranked ||
           (given && (told || !WS_IS(before->lex, SURNAME))) ||
           (told && before->lex == 0);
}

/* Whether the last name at token last stands behind particles elsewhere, or
 * behind a verb of saying and two of them: "sagte von der Aue". */
static bool is_known(const char *bytes, const ws_token *token,
                     const struct names *names, uint32_t i, uint32_t last)
{
    if (WS_IS(token[i].lex, OF) && i > 0 && WS_IS(token[i - 1].lex, CUE) &&
        last > i + 1 && !WS_IS(token[last].lex, COMMON_NOUN))
        return true;
    for (uint32_t n = 0; n < names->count; n++)
        if (ws_token_same(bytes, &token[names->name[n]], &token[last]))
            return true;
    return false;
}

void ws_particles_read(const char *bytes, ws_token *token, uint32_t count)
{
    struct names names = {.count = 0};

    for (uint32_t i = 0; i + 2 < count; i++) {
        bool foreign = ws_is_small(&token[i]) && /* "van den Bosch" */
                       token[i].lex == WS_LEX_BIT(PARTICLE);
        if ((!foreign && !WS_IS(token[i].lex, PREPOSITION)) ||
            WS_IS(token[i].lex, DET) || !is_particle(bytes, &token[i]))
            continue;
        uint32_t last = behind_any(bytes, token, i, count);
        if (last == count)
            continue;
        bool first = !foreign && is_first(bytes, token, i, last, count);
        if (!foreign && !first && !is_known(bytes, token, &names, i, last))
            continue;
        if (first && names.count < NAMES)
            names.name[names.count++] = last;
        if (WS_IS(token[last].lex, COMMON_NOUN))
            token[last].lex = WS_LEX_BIT(SURNAME);
        while (i < last)
            token[i++].lex = WS_LEX_BIT(PARTICLE);
    }
}
