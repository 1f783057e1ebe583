/*
 * bureau.c - whom a German office is for.
 *
 *   in   the words that state an office
 *   out  the body in them
 *
 * 1. "VW-Chef", "SPD-Fraktionschefin", "Grünen-Politikerin": what stands before
 *    the last hyphen of the office, in capitals or known as a body's; but not
 *    "IT-Anwältin", "US-Präsident".
 * 2. "Sprecherin der Polizei Köln", "Leiter des Instituts für Wetterkunde an der
 *    Universität": the noun of a body behind the office, with the names and the
 *    "für" that belong to it. A short noun alone, "der Polizei", tells none.
 * 3. No body is "Parlamentarischer" of "Parlamentarischer Geschäftsführer", nor a
 *    short noun that is declined: "Betreiber des geschlossenen Kinos".
 *
 * Cost: linear in the words.
 *
 * Not here: documents in English, bodies known by their names (affiliation.c).
 */
#include "speaker/bureau.h"

#include "base/unicode.h"

enum {
    LEAST_LETTERS = 2, /* of a body's initials */
    LEAST_NOUN = 14,   /* bytes of a body's noun that tells enough alone */
    BODY_WORDS = 24,   /* words behind a body's noun looked at */
    WORD_BYTES = 64    /* longest word looked up */
};

/* Whether a word is in capitals: "VW", "FPÖ". */
static bool is_initials(const char *word, uint32_t len)
{
    const char umlauts[] = "\x84\x96\x9C"; /* behind 0xC3 */

    for (uint32_t i = 0; i < len; i++) {
        bool umlaut = word[i] == '\xC3' && i + 1 < len &&
                      memchr(umlauts, word[i + 1], sizeof umlauts - 1) != NULL;
        i += umlaut ? 1 : 0;
        if (!umlaut && (word[i] < 'A' || word[i] > 'Z'))
            return false;
    }
    return true;
}

/* Whether the word before a hyphen, "VW", is a body's. */
static bool is_body(const char *word, uint32_t len)
{
    const ws_lex no = WS_LEX_BIT(PLACE) | WS_LEX_BIT(NATIONALITY) |
                      WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE);
    char folded[WORD_BYTES];
    size_t n = ws_fold(word, len, true, folded, sizeof folded);
    ws_lex lex = ws_lexicon_find(word, len);

    if (ws_is_listed(WS_LIST_FACTIONS, folded, n))
        return true;
    if (len < LEAST_LETTERS || (lex & no) != 0 ||
        ws_is_listed(WS_LIST_FIELDS, folded, n))
        return false;
    return is_initials(word, len) || WS_IS(lex, BODY);
}

/* "VW-Chef": the bytes before the hyphen of token i that are a body's. */
static whosaid_span in_compound(const ws_scene *scene, uint32_t i)
{
    const ws_token *token = &scene->tokens->token[i];
    const char *bytes = scene->text->bytes;
    uint32_t at = token->end;

    while (at > token->begin && bytes[at - 1] != '-')
        at--;
    if (at < token->begin + LEAST_LETTERS + 1 || !ws_is_office(token->lex) ||
        !is_body(bytes + token->begin, at - 1 - token->begin))
        return (whosaid_span){0, 0};
    return (whosaid_span){token->begin, at - 1};
}

/* Where the body ends whose noun stands at token i: behind names and "für" with
 * its noun. */
static uint32_t body_end(const ws_token *token, uint32_t i, uint32_t last)
{
    uint32_t end = i + 1;

    for (;;) {
        uint32_t k = end;
        if (k < last && WS_IS(token[k].lex, FOR))
            k++;
        if (k > end && k < last && WS_IS(token[k].lex, DET))
            k++;
        if (k >= last || !ws_is_capital(&token[k]))
            return end;
        end = k + 1;
    }
}

whosaid_span ws_bureau_of(const ws_scene *scene, const ws_role *role)
{
    const ws_lex body = WS_LEX_BIT(GROUP) | WS_LEX_BIT(BODY);
    const ws_lex leads = WS_LEX_BIT(OF) | WS_LEX_BIT(PREPOSITION);
    const ws_token *token = scene->tokens->token;
    uint32_t first = role->first;
    uint32_t last = role->last;
    bool elsewhere = role->body < role->body_end &&
                     (role->body < first || role->body >= last);
    bool led = false; /* behind the office and a word that leads to the body */

    for (uint32_t i = first; i < last && scene->tokens->nouns && !elsewhere;
         i++) {
        whosaid_span part = led ? (whosaid_span){0, 0} : in_compound(scene, i);
        if (part.begin < part.end)
            return part;
        if (ws_is_small(&token[i])) {
            led = led || (i > first && (token[i].lex & leads) != 0);
            continue;
        }
        if (!led || !ws_is_capital(&token[i]) || (token[i].lex & body) == 0 ||
            WS_IS(token[i].lex, ROLE))
            continue;
        uint32_t end = body_end(token, i, last);
        if (end > i + 1 || token[i].end - token[i].begin >= LEAST_NOUN ||
            ws_scene_listed(scene, i, WS_LIST_FACTIONS))
            return (whosaid_span){token[i].begin, token[end - 1].end};
        break;
    }
    return (whosaid_span){0, 0};
}

uint32_t ws_bureau_end(const ws_scene *scene, uint32_t first, uint32_t end)
{
    const ws_lex body = WS_LEX_BIT(GROUP) | WS_LEX_BIT(BODY);
    const ws_tokens *tokens = scene->tokens;

    if (!tokens->nouns || first >= end || end >= tokens->count ||
        (tokens->token[end - 1].lex & body) == 0 ||
        !WS_IS(tokens->token[end].lex, FOR))
        return end;
    uint32_t last = tokens->first[tokens->token[end].paragraph + 1];
    return body_end(tokens->token, end - 1,
                    last < end + BODY_WORDS ? last : end + BODY_WORDS);
}

bool ws_bureau_is_noun(const ws_scene *scene, uint32_t first, uint32_t end)
{
    const ws_token *token = scene->tokens->token;
    const ws_token *word = &token[first];

    if (!scene->tokens->nouns || end != first + 1 || first == 0)
        return false;
    if (ws_scene_listed(scene, first, WS_LIST_OFFICED))
        return true;
    const ws_token *before = word - 1;
    bool told = ws_is_small(before) && before->lex == 0 && first > 1;
    const ws_token *article = told ? before - 1 : before;

    return (word->lex & ~WS_LEX_BIT(COMMON_NOUN)) == 0 &&
           (word->shape & (WS_SHAPE_HYPHEN | WS_SHAPE_ALLCAPS)) == 0 &&
           scene->text->bytes[word->end - 1] == 's' &&
           WS_IS(article->lex, OF) && /* "des", not "der" */
           scene->text->bytes[article->end - 1] == 's' &&
           (told || word->end - word->begin < LEAST_NOUN);
}

uint32_t ws_bureau_office(const ws_scene *scene, uint32_t first, uint32_t last)
{
    const ws_lex known = WS_LEX_BIT(OF) | WS_LEX_BIT(PREPOSITION) |
                         WS_LEX_BIT(DET) | WS_LEX_BIT(AND) |
                         WS_LEX_BIT(ADVERB) | WS_LEX_BIT(PARTICLE);
    const ws_token *token = scene->tokens->token;

    if (!scene->tokens->nouns || first >= last)
        return first;
    /* "der 44-Jährige": an age is no office */
    if ((token[first].shape & WS_SHAPE_HYPHEN) != 0 &&
        (token[first].shape & WS_SHAPE_DIGIT) != 0 &&
        WS_IS(token[first].lex, PERSON))
        return last;
    for (uint32_t i = first; i + 1 < last && !ws_is_office(token[i].lex); i++)
        if (i > first && ws_is_small(&token[i]) &&
            (token[i].lex & known) == 0 && ws_is_capital(&token[i + 1]))
            return i + 1;
    return first;
}
