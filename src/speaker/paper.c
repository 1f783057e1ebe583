/*
 * paper.c - names that stand between marks: "die „Nordzeitung“ schreibt".
 *
 *   in   tokens with the classes of their language, pieces
 *   out  pieces that are names stand outside marks
 *
 * German papers set the names of others between marks, and so do those who
 * write of clubs and bands. Such a name can be who speaks, or who is told.
 *
 * 1. A few words with capitals, closed by a mark, nothing but small words
 *    between them.
 * 2. Before them stands a noun of a paper or a body: "der Verein „Nordlicht“".
 * 3. Or an article, "die", and beside that a verb of saying, "laut", or the
 *    noun of what papers print: "ein Bericht der „Nordzeitung“".
 *
 * Cost: a bounded number of words a piece.
 *
 * Not here: titles of books and films, which stay between their marks
 * (class.c).
 */
#include "speaker/paper.h"

enum {
    NAME_TOKENS = 6,  /* longest such name */
    ARTICLE_BYTES = 3 /* of "die" */
};

struct reader {
    const char *bytes;
    ws_token *token;
    uint32_t count;
};

/* Words with capitals, and small ones between them. */
static bool is_name(const ws_token *token, const ws_piece *piece)
{
    const ws_lex little = WS_LEX_BIT(DET) | WS_LEX_BIT(PREPOSITION) |
                          WS_LEX_BIT(AND) | WS_LEX_BIT(OF);

    if (piece->depth > 0 || piece->unclosed || piece->first == 0 ||
        piece->last - piece->first > NAME_TOKENS)
        return false;
    for (uint32_t i = piece->first; i < piece->last; i++) {
        if (token[i].kind == WS_TOKEN_PUNCT && token[i].cp != '-')
            return false;
        if (ws_is_small(&token[i]) && piece->last - piece->first > 1 &&
            (i == piece->first || i + 1 == piece->last ||
             (token[i].lex & little) == 0))
            return false;
    }
    return token[piece->first].kind == WS_TOKEN_WORD;
}

/* "Die", "der": one of whom readers know; not "von". */
static bool is_article(const struct reader *r, uint32_t i)
{
    const ws_token *token = &r->token[i];

    return token->kind == WS_TOKEN_WORD &&
           (WS_IS(token->lex, DET) ||
            (WS_IS(token->lex, OF) && r->bytes[token->end - 1] != 'n')) &&
           !WS_IS(token->lex, QUANTITY) &&
           token->end - token->begin == ARTICLE_BYTES;
}

static bool says(const ws_token *token)
{
    return ws_is_small(token) && WS_IS(token->lex, CUE_STRONG);
}

/* "Schreibt [die]", "laut [der]", "ein Bericht [der]", "Angaben [des]". */
static bool leads_to_paper(const ws_token *token)
{
    const ws_lex printed = WS_LEX_BIT(DOCUMENT) | WS_LEX_BIT(SPEECH_NOUN);

    return says(token) ||
           (token->kind == WS_TOKEN_WORD && WS_IS(token->lex, ACCORDING)) ||
           (ws_is_capital(token) && (token->lex & printed) != 0);
}

/* "Ein Sprecher [der Gruppe]", "laut [dem Verein]": behind it a body's noun is
 * no object. */
static bool leads_to_body(const struct reader *r, uint32_t noun)
{
    const ws_lex owned = WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON) |
                         WS_LEX_BIT(DOCUMENT) | WS_LEX_BIT(SPEECH_NOUN) |
                         WS_LEX_BIT(ACCORDING);

    return noun > 1 && is_article(r, noun - 1) &&
           r->token[noun - 2].kind == WS_TOKEN_WORD &&
           (r->token[noun - 2].lex & owned) != 0;
}

/* "Die Gruppe": token noun, with its article, opens a sentence. */
static bool leads_sentence(const struct reader *r, uint32_t noun)
{
    uint32_t first = noun > 0 && is_article(r, noun - 1) ? noun - 1 : noun;

    return first == 0 || ws_is_punct(&r->token[first - 1], '.') ||
           r->token[first - 1].paragraph != r->token[first].paragraph;
}

static bool is_finite(const ws_token *token)
{
    const ws_lex verb = WS_LEX_BIT(CUE) | WS_LEX_BIT(AUXILIARY) |
                        WS_LEX_BIT(MODAL) | WS_LEX_BIT(COMMON_VERB) |
                        WS_LEX_BIT(BE);

    return ws_is_small(token) && (token->lex & verb) != 0;
}

/* "„Nordblick“ berichtete, ...": what opens the sentence is the subject of a
 * verb of saying, for none stands behind that. */
static bool is_subject(const struct reader *r, uint32_t open, uint32_t verb)
{
    const ws_lex on = WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(THAT);
    const ws_token *token = r->token;

    if (verb + 1 >= r->count || !says(&token[verb]) ||
        (open > 0 && token[open - 1].paragraph == token[open].paragraph &&
         !ws_is_punct(&token[open - 1], '.')))
        return false;
    return token[verb + 1].kind == WS_TOKEN_PUNCT ||
           (token[verb + 1].lex & on) != 0;
}

static bool names_body(const struct reader *r, const ws_piece *piece)
{
    const ws_lex body =
        WS_LEX_BIT(GROUP) | WS_LEX_BIT(DOCUMENT) | WS_LEX_BIT(WORK);
    const ws_token *token = r->token;
    uint32_t open = piece->first - 1;

    if (token[open].kind != WS_TOKEN_MARK)
        return false;
    if (is_subject(r, open, piece->last + 1))
        return true;
    if (open == 0 || token[open - 1].paragraph != token[open].paragraph)
        return false;
    const ws_token *before = &token[open - 1];
    if (WS_IS(before->lex, ACCORDING)) /* "laut „Nordblick“" */
        return before->kind == WS_TOKEN_WORD;
    bool article = is_article(r, open - 1);
    bool behind = piece->last + 1 < r->count && says(&token[piece->last + 1]);
    if (ws_is_small(&token[piece->first])) /* "die „tzl“ schreibt" */
        return behind && article;
    if (article)
        return behind || (open > 1 && leads_to_paper(before - 1));
    if (!ws_is_capital(before) || (before->lex & body) == 0)
        return false;
    return behind || leads_to_body(r, open - 1) ||
           (!WS_IS(before->lex, WORK) && leads_sentence(r, open - 1) &&
            piece->last + 1 < r->count &&
            is_finite(&r->token[piece->last + 1]));
}

void ws_papers_read(const ws_text *text, ws_tokens *tokens, ws_pieces *pieces)
{
    const struct reader r = {text->bytes, tokens->token, tokens->count};

    if (!tokens->foreign || !tokens->nouns)
        return;
    for (uint32_t p = 0; p < pieces->count; p++) {
        const ws_piece *piece = &pieces->piece[p];
        if (!is_name(r.token, piece) || piece->last >= r.count ||
            r.token[piece->last].kind != WS_TOKEN_MARK ||
            !names_body(&r, piece))
            continue;
        for (uint32_t i = piece->first - 1; i <= piece->last; i++) {
            pieces->inside[i] = 0;
            r.token[i].lex = WS_LEX_BIT(BODY) | WS_LEX_BIT(COMMON_OTHER);
        }
    }
}
