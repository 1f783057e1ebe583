/*
 * placed.c - words that are what they are by where they stand.
 *
 *   in   tokens with the classes of their language, pieces, sentences
 *   out  some of them verbs of saying or adverbs
 *
 * German says much with verbs that say nothing elsewhere: "„...“, legte Vogt
 * nach", "„...“, ist sich Vogt sicher". No list has them all, but order tells
 * them.
 *
 * 1. A word in small letters behind marks and a comma, where the quotation, or
 *    a clause in the mood of reported speech, opens the sentence: the verb of
 *    its tag, if a subject can stand behind it.
 * 2. A word in small letters before marks, or before their colon, behind a noun
 *    or a name that opens the sentence: "Die Nordzeitung titelte: „...“".
 * 3. A word with a capital that opens a sentence, before a verb and "sich" and
 *    a subject: "Zurückhaltend äußerte sich die Polizei". It is no name.
 *
 * Cost: a bounded number of looks at each mark and sentence.
 */
#include "speaker/placed.h"

enum {
    TAG_TOKENS = 14,   /* of a tag, looked through for its second verb */
    AFTER_VERB = 4,    /* words between a verb and its subject */
    FRONT_TOKENS = 12, /* from a sentence's first word to its verb */
    CLAUSE_TOKENS = 40 /* before the marks, looked through */
};

struct reader {
    const char *bytes;
    ws_token *token;
    const ws_pieces *pieces;
    const ws_sentences *sentences;
    uint32_t count;
};

/* "Sich". */
static bool is_reflexive(ws_lex lex)
{
    return WS_IS(lex, ADVERB) && WS_IS(lex, OBJECT);
}

/* "Die [Antwort]", "der [knappe Sieg]": a noun that is nobody. */
static bool names_thing(const struct reader *r, uint32_t i)
{
    const ws_lex people = WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON) |
                          WS_LEX_BIT(GROUP) | WS_LEX_BIT(ANONYMOUS);

    for (uint32_t n = 0; n < AFTER_VERB && i < r->count; n++, i++)
        if (ws_is_capital(&r->token[i]))
            return WS_IS(r->token[i].lex, COMMON_NOUN) &&
                   (r->token[i].lex & people) == 0;
    return false;
}

/* A subject can begin at token i. */
static bool opens_subject(const struct reader *r, uint32_t i)
{
    const ws_token *token = &r->token[i];
    const ws_lex people = WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON) |
                          WS_LEX_BIT(GROUP) | WS_LEX_BIT(HONORIFIC);

    if (token->kind != WS_TOKEN_WORD || r->pieces->inside[i] != 0)
        return false;
    if (ws_is_capital(token))
        return !WS_IS(token->lex, COMMON_NOUN) || (token->lex & people) != 0;
    if (WS_IS(token->lex, DET) || WS_IS(token->lex, QUANTITY))
        return !WS_IS(token->lex, OBJECT) && !names_thing(r, i + 1);
    return WS_IS(token->lex, SUBJECT);
}

/* The same behind a few words from token i on. */
static bool leads_to_subject(const struct reader *r, uint32_t i)
{
    const ws_lex object = WS_LEX_BIT(PRONOUN) | WS_LEX_BIT(NEUTER);

    for (uint32_t n = 0; n < AFTER_VERB && i < r->count; n++, i++) {
        const ws_token *token = &r->token[i];
        bool time = i + 1 < r->count && WS_IS(token->lex, PREPOSITION) &&
                    WS_IS(token[1].lex, TIME); /* "am Montag" */
        bool passed = ws_is_small(token) &&
                      (WS_IS(token->lex, ADVERB) || time ||
                       (token->lex & object) == object); /* "bringt es" */
        i += time ? 1 : 0;
        if (!passed)
            return opens_subject(r, i);
    }
    return false;
}

/* No verb in a tag: a word that opens a clause or a phrase. */
static bool is_other(ws_lex lex)
{
    const ws_lex other =
        WS_LEX_BIT(DET) | WS_LEX_BIT(POSSESSIVE) | WS_LEX_BIT(PREPOSITION) |
        WS_LEX_BIT(OF) | WS_LEX_BIT(FOR) | WS_LEX_BIT(AND) |
        WS_LEX_BIT(CONJUNCTION) | WS_LEX_BIT(THAT) | WS_LEX_BIT(RELATIVE) |
        WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(NEGATION) | WS_LEX_BIT(PRONOUN) |
        WS_LEX_BIT(QUANTITY) | WS_LEX_BIT(ADVERB) | WS_LEX_BIT(TIME) |
        WS_LEX_BIT(ACCORDING) | WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(MODAL) |
        WS_LEX_BIT(CUE_WRITE) | WS_LEX_BIT(CUE_THOUGHT) |
        WS_LEX_BIT(SPEECH_NOUN);

    return (lex & other & ~WS_LEX_BIT(AUXILIARY)) != 0 ||
           (WS_IS(lex, AUXILIARY) && !WS_IS(lex, BE)) ||
           (WS_IS(lex, CUE) && !WS_IS(lex, CUE_WEAK));
}

/* The piece that ends before the comma before token i, or in one, or NULL. */
static const ws_piece *piece_before(const struct reader *r, uint32_t i)
{
    const uint32_t *inside = r->pieces->inside;
    uint32_t at = i - 1;

    if (inside[at] == 0) {
        if (!ws_is_comma(&r->token[at]) || at == 0)
            return NULL;
        at--;
    } else if (at == 0 || r->token[at].kind != WS_TOKEN_MARK ||
               (r->token[at - 1].cp != ',' && r->token[at - 1].cp != '?' &&
                r->token[at - 1].cp != '!')) {
        return NULL;
    }
    if (inside[at] == 0 || r->token[at].kind != WS_TOKEN_MARK)
        return NULL;
    return &r->pieces->piece[inside[at] - 1];
}

/* Whether a piece opens its sentence, or a clause of reported speech with
 * nothing else does. */
static bool opens_sentence(const struct reader *r, const ws_piece *piece)
{
    uint32_t open = piece->first > 0 ? piece->first - 1 : 0;
    uint32_t first = r->sentences->sentence[r->sentences->of[open]].first;
    bool mood = false;

    for (uint32_t i = open; i > first && open - i < CLAUSE_TOKENS; i--) {
        /* "die Antwort: Man sei" */
        if (!ws_is_punct(&r->token[i - 1], ':') ||
            r->pieces->inside[i - 1] != 0)
            continue;
        first = i;
        break;
    }
    if (open - first > CLAUSE_TOKENS)
        return false;
    for (uint32_t i = first; i < open; i++) {
        ws_lex lex = r->token[i].lex;
        if (r->pieces->inside[i] != 0)
            continue;
        if (r->token[i].kind != WS_TOKEN_WORD || WS_IS(lex, CUE) ||
            WS_IS(lex, SUBORDINATOR))
            return false;
        mood = mood || (WS_IS(lex, CUE_THOUGHT) && ws_is_small(&r->token[i]));
    }
    return mood || open == first;
}

/* "„...?“, [wollte] Vogt von ihm wissen": whether a modal asks. */
static bool asks(const struct reader *r, uint32_t i)
{
    if (!WS_IS(r->token[i].lex, MODAL) || r->token[i - 1].cp != ',')
        return false;
    for (uint32_t k = i + 1; k < r->count && k < i + TAG_TOKENS &&
                             r->token[k].kind == WS_TOKEN_WORD;
         k++)
        if (ws_is_small(&r->token[k]) &&
            ws_token_listed(r->bytes, &r->token[k], WS_LIST_KNOW))
            return true;
    return false;
}

static bool is_tag_verb(const struct reader *r, uint32_t i)
{
    if (r->pieces->inside[i] != 0 || !ws_is_small(&r->token[i]) ||
        (is_other(r->token[i].lex) && !asks(r, i)) ||
        !leads_to_subject(r, i + 1))
        return false;
    const ws_piece *piece = piece_before(r, i);
    return piece != NULL && opens_sentence(r, piece);
}

/* Marks open at token i, or behind a colon there. */
static bool opens_marks(const struct reader *r, uint32_t i)
{
    if (i < r->count && r->token[i].cp == ':')
        i++;
    return i < r->count && r->pieces->inside[i] != 0 &&
           r->token[i].kind == WS_TOKEN_MARK;
}

/* "Die Polizei [zählte] „...“", "Vogt [titelt]: „...“": the second part of a
 * sentence, of which nothing before the marks is left. */
static bool is_main_verb(const struct reader *r, uint32_t i)
{
    const ws_lex other = WS_LEX_BIT(CUE) | WS_LEX_BIT(AUXILIARY) |
                         WS_LEX_BIT(MODAL) | WS_LEX_BIT(COMMON_VERB) |
                         WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(THAT);
    uint32_t first = r->sentences->sentence[r->sentences->of[i]].first;
    char last = r->bytes[r->token[i].end - 1];

    if (i == first || !ws_is_small(&r->token[i]) || r->token[i].lex != 0 ||
        r->pieces->inside[i] != 0 || !opens_marks(r, i + 1) ||
        !ws_is_capital(&r->token[i - 1]) || (last != 'e' && last != 't'))
        return false;
    if (i - first > FRONT_TOKENS || !opens_subject(r, first))
        return false;
    for (uint32_t k = first; k < i; k++)
        if (r->token[k].kind != WS_TOKEN_WORD ||
            (ws_is_small(&r->token[k]) && (r->token[k].lex & other) != 0))
            return false;
    return true;
}

/* "Zurückhaltend äußerte sich ...": token i opens its sentence. */
static bool is_adverb(const struct reader *r, uint32_t i)
{
    if (i + 3 >= r->count || r->token[i].lex != 0 ||
        !ws_is_capital(&r->token[i]) ||
        (r->token[i].shape & WS_SHAPE_ALLCAPS) != 0 ||
        !ws_is_small(&r->token[i + 1]) || !is_reflexive(r->token[i + 2].lex))
        return false;
    return leads_to_subject(r, i + 3);
}

void ws_placed_read(const ws_text *text, ws_tokens *tokens,
                    const ws_pieces *pieces, const ws_sentences *sentences)
{
    const struct reader r = {text->bytes, tokens->token, pieces, sentences,
                             tokens->count};

    if (!tokens->foreign || !tokens->nouns)
        return;
    for (uint32_t s = 0; s < sentences->count; s++)
        if (is_adverb(&r, sentences->sentence[s].first))
            r.token[sentences->sentence[s].first].lex = WS_LEX_BIT(ADVERB);
    for (uint32_t i = 1; i < tokens->count; i++) {
        bool behind = r.token[i - 1].kind == WS_TOKEN_MARK ||
                      ws_is_comma(&r.token[i - 1]);
        if ((behind && is_tag_verb(&r, i)) || is_main_verb(&r, i))
            r.token[i].lex = WS_LEX_BIT(CUE) | WS_LEX_BIT(CUE_STRONG);
    }
}
