/*
 * uncased.c - names and words in scripts without capitals.
 *
 *   in   tokens with the classes of their language
 *   out  words of several tokens classed; likely names marked as such
 *
 * 1. Where no space stands between words, each letter is a token. The longest
 *    word of the list that begins at one is taken. A noun's classes go to its
 *    last token, where a phrase has its head, any other word's to its first.
 * 2. What is in no list is a name where an office stands before it, or a verb
 *    of saying beside it: "市长[李国强]说". In a script with spaces the verb
 *    stands before: "قال رئيس البلدية [أحمد منصور]"; a noun with its article is
 *    no first name, and two words make one.
 *
 * Cost: linear; a word has at most WORD_TOKENS tokens, a name NAME_TOKENS.
 */
#include "text/uncased.h"

enum {
    WORD_TOKENS = 5,  /* longest word of a list, in a script without spaces */
    NAME_TOKENS = 6,  /* longest name there */
    DOTTED_NAME = 14, /* of several parts */
    LEAST_NAME = 2,   /* and the shortest */
    SPACED_NAME = 2,  /* words of a name elsewhere */
    ARTICLE_BYTES = 4 /* of an article that is joined to its noun */
};

#define NOUNS                                                    \
    (WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON) | WS_LEX_BIT(GROUP) | \
     WS_LEX_BIT(HONORIFIC) | WS_LEX_BIT(DOCUMENT))
/* What goes on with the word of the token before. */
#define GOES_ON (WS_LEX_BIT(ADVERB) | WS_LEX_BIT(NAME_SUFFIX))
#define TOLD    (WS_LEX_BIT(CUE) | WS_LEX_BIT(ACCORDING))

struct reader {
    const char *bytes;
    ws_token *token;
    uint32_t count;
    const ws_uncased_words *words;
};

static bool is_uncased(const struct reader *r, uint32_t i)
{
    return ws_is_uncased(r->bytes, &r->token[i]) &&
           (r->token[i].shape & (WS_SHAPE_CAPITAL | WS_SHAPE_DIGIT)) == 0;
}

/* Whether token i follows the one before without a space. */
static bool is_joined(const struct reader *r, uint32_t i)
{
    return i > 0 && i < r->count && is_uncased(r, i) && is_uncased(r, i - 1) &&
           r->token[i].begin == r->token[i - 1].end;
}

/* Class the longest word that begins at token i; returns the token behind. */
static uint32_t read_joined(const struct reader *r, uint32_t i)
{
    uint32_t most = i + 1;

    while (most < i + WORD_TOKENS && is_joined(r, most))
        most++;
    for (uint32_t end = most; end > i; end--) {
        uint32_t begin = r->token[i].begin;
        ws_lex lex = r->words->find(r->words->list, r->bytes + begin,
                                    r->token[end - 1].end - begin);
        if (lex == 0)
            continue;
        bool noun = (lex & NOUNS) != 0;
        for (uint32_t k = i; k < end; k++)
            r->token[k].lex = noun ? WS_LEX_BIT(COMMON_ADJ) : GOES_ON;
        r->token[noun ? end - 1 : i].lex = lex;
        return end;
    }
    return i + 1;
}

static void name(const struct reader *r, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++)
        r->token[i].shape |= WS_SHAPE_CAPITAL;
}

/* A verb of saying at token i, adverbs before it passed over. */
static bool is_told_at(const struct reader *r, uint32_t i)
{
    while (i < r->count && WS_IS(r->token[i].lex, ADVERB) && is_joined(r, i))
        i++;
    return i < r->count && WS_IS(r->token[i].lex, CUE);
}

/* "贝拉克·奥巴马": the dot between the parts of a name. */
static bool is_dot(const struct reader *r, uint32_t i)
{
    return i + 1 < r->count && r->token[i].kind == WS_TOKEN_PUNCT &&
           (r->token[i].cp == 0xB7 || r->token[i].cp == 0x2027 ||
            r->token[i].cp == 0x30FB) &&
           is_uncased(r, i + 1);
}

/* The letters in no list from token i on: a name, or words out of phrases.
 * Returns the token behind. */
static uint32_t read_run(const struct reader *r, uint32_t i)
{
    uint32_t end = i + 1;
    bool dot = false;

    while (end < r->count &&
           ((r->token[end].lex == 0 && is_joined(r, end)) || is_dot(r, end) ||
            (r->token[end].lex == 0 && is_dot(r, end - 1)))) {
        dot = dot || is_dot(r, end);
        end++;
    }
    bool office = is_joined(r, i) && (r->token[i - 1].lex & NOUNS) != 0;
    uint32_t n = end - i;
    if (n >= LEAST_NAME &&
        ((n <= NAME_TOKENS && (office || is_told_at(r, end))) ||
         (dot && n <= DOTTED_NAME)))
        name(r, i, end);
    else
        for (uint32_t k = i; k < end; k++)
            r->token[k].lex = WS_LEX_BIT(COMMON_OTHER);
    return end;
}

/* Whether a word begins with an article that is written as one with it. */
static bool has_article(const struct reader *r, uint32_t i)
{
    const ws_lex article = WS_LEX_BIT(DET) | WS_LEX_BIT(NAME_SUFFIX);
    const ws_token *token = &r->token[i];

    return token->end - token->begin > ARTICLE_BYTES &&
           (r->words->find(r->words->list, r->bytes + token->begin,
                           ARTICLE_BYTES) &
            article) == article;
}

/* Names in a script with spaces: those behind a verb of saying or an office. */
static void read_spaced(const struct reader *r)
{
    bool open = false;  /* a name can stand here */
    uint32_t words = 0; /* of it so far */

    for (uint32_t i = 0; i < r->count; i++) {
        ws_lex lex = r->token[i].lex;
        if (r->token[i].kind != WS_TOKEN_WORD) {
            open = false;
            continue;
        }
        if ((lex & (NOUNS | TOLD)) != 0 && !WS_IS(lex, PLURAL)) {
            open = true;
            words = 0;
            continue;
        }
        bool particle = WS_IS(lex, PARTICLE) && words > 0;
        open = open && (lex == 0 || WS_IS(lex, PARTICLE)) && is_uncased(r, i);
        if (!open || (words == 0 && has_article(r, i)))
            continue;
        name(r, i, i + 1);
        r->token[i].lex = 0;
        words += particle ? 0 : 1;
        open = words < SPACED_NAME;
    }
}

void ws_uncased_read(const ws_text *text, ws_tokens *tokens,
                     const ws_uncased_words *words)
{
    const struct reader r = {text->bytes, tokens->token, tokens->count, words};
    uint32_t joined = 0;
    uint32_t spaced = 0;

    for (uint32_t i = 0; i < r.count; i++) {
        bool uncased = is_uncased(&r, i);
        joined += uncased && is_joined(&r, i);
        spaced += uncased && !is_joined(&r, i);
    }
    if (joined == 0 && spaced * 2 > r.count) {
        read_spaced(&r);
        return;
    }
    if (joined < spaced)
        return;
    for (uint32_t i = 0; i < r.count;)
        i = is_uncased(&r, i) ? read_joined(&r, i) : i + 1;
    for (uint32_t i = 0; i < r.count;)
        i = is_uncased(&r, i) && r.token[i].lex == 0 ? read_run(&r, i) : i + 1;
}
