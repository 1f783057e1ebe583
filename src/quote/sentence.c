/*
 * sentence.c - sentences of the narration.
 *
 *   in   tokens, pieces
 *   out  sentences: runs of tokens that cover all of them
 *
 * 1. Between any two tokens of a paragraph a sentence may end; inside a piece
 *    none does. A paragraph's end ends one.
 * 2. In the narration a terminator ends it if a sentence can begin behind it;
 *    the full stop of an abbreviation only if one surely does.
 *    German ordinals, "am 3. März", go on.
 * 3. Behind a piece the terminator within its marks counts, unless a tag
 *    follows: "Go!" Maria said. In doubt ? and ! go on, a full stop ends.
 *    A bullet begins one wherever it stands.
 * 4. A headline ends where shout.c says so, the lines over an article where
 *    byline.c does.
 *
 * Every look ahead is bounded: O(tokens).
 */
#include "quote/sentence.h"

#include "base/list.h"
#include "quote/byline.h"
#include "quote/shout.h"

enum {
    TAG_TOKENS = 7,    /* within which a tag's cue stands */
    BACK_TOKENS = 4,   /* nested marks before a terminator */
    ORDINAL_BYTES = 3, /* digits of an ordinal */
    MANY = 6           /* sentences that no paragraph of most texts has */
};

struct splitter {
    const char *bytes;
    const ws_token *token;
    const uint32_t *inside;
    uint32_t count;
};

/* Words that begin a sentence and are no part of a name. */
static const ws_lex function_words =
    WS_LEX_BIT(DET) | WS_LEX_BIT(POSSESSIVE) | WS_LEX_BIT(PREPOSITION) |
    WS_LEX_BIT(CONJUNCTION) | WS_LEX_BIT(AND) | WS_LEX_BIT(THAT) |
    WS_LEX_BIT(RELATIVE) | WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(SUBJECT) |
    WS_LEX_BIT(NEUTER) | WS_LEX_BIT(QUANTITY) | WS_LEX_BIT(ADVERB) |
    WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(BE) | WS_LEX_BIT(MODAL);

static bool is_ideographic(uint16_t cp)
{
    return cp == 0x3002 || cp == 0xFF01 || cp == 0xFF1F || cp == 0xFF0E;
}

static bool is_terminator(const ws_token *token)
{
    return token->kind == WS_TOKEN_PUNCT &&
           (token->cp == '.' || token->cp == '!' || token->cp == '?' ||
            token->cp == 0x2026 || token->cp == 0x061F || token->cp == 0x06D4 ||
            token->cp == 0x0964 || is_ideographic(token->cp));
}

static bool is_closing(const ws_token *token)
{
    return token->kind == WS_TOKEN_PUNCT &&
           (token->cp == ')' || token->cp == ']' || token->cp == '}');
}

static bool is_apart(const ws_token *token)
{
    return (token->shape & WS_SHAPE_SPACE) != 0;
}

/* Whether a sentence can begin with the token. */
static bool can_begin(const ws_token *token)
{
    switch ((ws_token_kind)token->kind) {
    case WS_TOKEN_WORD:
        /* a letter that has no case begins one as well as another */
        return (token->shape & WS_SHAPE_CAPITAL) != 0 ||
               (token->shape & WS_SHAPE_DIGIT) != 0;
    case WS_TOKEN_NUMBER:
    case WS_TOKEN_MARK:
    case WS_TOKEN_SYMBOL:
        return is_apart(token);
    case WS_TOKEN_PUNCT:
        break;
    }
    return is_apart(token) && !is_terminator(token) && token->cp != ',' &&
           token->cp != ';' && token->cp != ':' && !is_closing(token);
}

/* The full stop of a word: "in the U.S. The", "at 5 p.m. Police". */
static bool abbreviation_ends(const struct splitter *s, uint32_t i)
{
    const ws_token *word = &s->token[i];
    const ws_token *next = &s->token[i + 1];

    if (WS_IS(word->lex, ABBREV_INNER))
        return false;
    if ((word->shape & WS_SHAPE_INITIAL) != 0)
        return false;
    if (next->kind == WS_TOKEN_MARK)
        return s->inside[i + 1] != 0 && i + 2 < s->count &&
               (s->token[i + 2].shape & WS_SHAPE_CAPITAL) != 0;
    if (next->kind != WS_TOKEN_WORD || (next->shape & WS_SHAPE_CAPITAL) == 0)
        return false;
    if ((word->shape & WS_SHAPE_CAPITAL) == 0) /* "p.m. Monday" goes on */
        return !WS_IS(next->lex, TIME) && !WS_IS(next->lex, PLACE) &&
               (next->shape & (WS_SHAPE_ALLCAPS | WS_SHAPE_DOT)) == 0;
    return (next->lex & function_words) != 0;
}

/* "[13]" from token i on: a note belongs to the sentence before it. */
static bool begins_note(const struct splitter *s, uint32_t i)
{
    return i + 2 < s->count && s->token[i].cp == '[' &&
           s->token[i].kind == WS_TOKEN_PUNCT &&
           s->token[i + 1].kind == WS_TOKEN_NUMBER &&
           is_closing(&s->token[i + 2]);
}

/* A finite verb other than a cue: then the words ahead are no tag. */
static bool is_verb(const ws_token *token)
{
    return WS_IS(token->lex, BE) || WS_IS(token->lex, MODAL) ||
           WS_IS(token->lex, AUXILIARY);
}

/* "Told of the [comment], Ana": a noun behind its article, and no cue. */
static bool is_noun(const struct splitter *s, uint32_t at)
{
    const ws_lex article = WS_LEX_BIT(DET) | WS_LEX_BIT(POSSESSIVE);

    return (s->token[at - 1].lex & article) != 0 &&
           !WS_IS(s->token[at - 1].lex, SUBJECT);
}

/* Whether a tag begins with token i, behind a piece: a cue comes before any
 * other verb and any end. A full stop before it asks for a whole tag,
 * "Maria said." or "said Maria", or it would be a sentence of its own. */
static bool begins_tag(const struct splitter *s, uint32_t i, bool strict)
{
    uint32_t paragraph = s->token[i].paragraph;

    for (uint32_t at = i; at < s->count && at < i + TAG_TOKENS; at++) {
        const ws_token *token = &s->token[at];
        if (token->paragraph != paragraph || s->inside[at] != 0 ||
            is_terminator(token))
            return false;
        bool cue =
            strict ? WS_IS(token->lex, CUE_STRONG) : WS_IS(token->lex, CUE);
        if (cue && (token->shape & WS_SHAPE_CAPITAL) == 0 &&
            (at == i || !is_noun(s, at))) {
            if (!strict || at + 1 >= s->count)
                return true;
            token++;
            return token->paragraph != paragraph || is_terminator(token) ||
                   (token->kind == WS_TOKEN_PUNCT && token->cp == ',') ||
                   WS_IS(token->lex, TIME);
        }
        if (is_verb(token) || (strict && token->kind == WS_TOKEN_PUNCT))
            return false;
    }
    return false;
}

/* The last token of words in the piece whose closing mark is token i. */
static const ws_token *ending_of(const struct splitter *s, uint32_t i)
{
    uint32_t at = i;

    while (at > 0 && i - at < BACK_TOKENS &&
           (s->token[at].kind == WS_TOKEN_MARK || is_closing(&s->token[at])) &&
           s->inside[at - 1] == s->inside[i])
        at--;
    return &s->token[at];
}

/* Whether a sentence ends between token i, the last one of a piece, and token
 * n, which follows it or the note behind it. */
static bool ends_behind(const struct splitter *s, uint32_t i, uint32_t n)
{
    const ws_token *ending = ending_of(s, i);
    const ws_token *next = &s->token[n];
    bool stop = is_terminator(ending) && !ws_is_ellipsis(ending);
    bool doubt = ending->cp != '.';

    if (ending->kind == WS_TOKEN_WORD)
        stop = (ending->shape & WS_SHAPE_DOT) != 0;
    if (!stop || begins_note(s, n))
        return false;
    if (s->inside[n] != 0) /* one piece directly behind another */
        return can_begin(next) || next->kind == WS_TOKEN_MARK;
    if (!can_begin(next))
        return false;
    return !begins_tag(s, n, !doubt);
}

/* "2." at a paragraph's begin, its full stop token i: the item follows. */
static bool is_item_number(const struct splitter *s, uint32_t i)
{
    uint32_t paragraph = s->token[i].paragraph;

    return s->token[i].cp == '.' && i > 0 &&
           s->token[i - 1].kind == WS_TOKEN_NUMBER &&
           s->token[i - 1].paragraph == paragraph &&
           (i < 2 || s->token[i - 2].paragraph != paragraph);
}

/* "Am 3. März", "die 28. Ausgabe": the full stop at token i makes an ordinal of
 * the number before it, as it does in German behind an article. */
static bool is_ordinal(const struct splitter *s, uint32_t i)
{
    const ws_token *token = &s->token[i];

    return token->cp == '.' && i > 1 && i + 1 < s->count &&
           token[-1].kind == WS_TOKEN_NUMBER &&
           token[-1].end - token[-1].begin <= ORDINAL_BYTES &&
           token[-1].end == token->begin && is_apart(&token[1]) &&
           token[1].kind == WS_TOKEN_WORD &&
           (token[1].lex & function_words) == 0 &&
           token[-2].kind == WS_TOKEN_WORD &&
           ws_token_listed(s->bytes, &token[-2], WS_LIST_ORDINAL);
}

/* The token before the brackets, marks and notes that token i ends. */
static uint32_t reach_back(const struct splitter *s, uint32_t i)
{
    uint32_t paragraph = s->token[i].paragraph;
    uint32_t at = i;

    while (at > 2 && i - at < BACK_TOKENS && s->inside[at] == 0 &&
           s->token[at - 1].paragraph == paragraph) {
        if (begins_note(s, at - 2) && s->token[at - 3].paragraph == paragraph)
            at -= 3;
        else if (is_closing(&s->token[at]) ||
                 s->token[at].kind == WS_TOKEN_MARK)
            at--;
        else
            break;
    }
    return at;
}

/* "... of the yearResidents say": a line and the one behind it were glued
 * together. */
static bool runs_on(const struct splitter *s, uint32_t i)
{
    const ws_token *next = &s->token[i + 1];

    if (next->kind != WS_TOKEN_WORD || is_apart(next))
        return false;
    char last = s->bytes[s->token[i].end - 1];
    char first = s->bytes[next->begin];
    bool ends = (last >= 'a' && last <= 'z') ||
                s->token[i].kind == WS_TOKEN_NUMBER; /* "Town 6Manager" */
    if (s->token[i].kind == WS_TOKEN_NUMBER && next->end - next->begin > 1 &&
        (s->bytes[next->begin + 1] < 'a' || s->bytes[next->begin + 1] > 'z'))
        return false; /* "19:30GMT", "1500MHz" */
    return ends && first >= 'A' && first <= 'Z' &&
           next->begin == s->token[i].end;
}

/* Whether the narration's sentence ends with token i. */
static bool ends_outside(const struct splitter *s, uint32_t i)
{
    /* nearly every token: a word in the middle of a sentence */
    if ((s->token[i].kind == WS_TOKEN_WORD ||
         s->token[i].kind == WS_TOKEN_NUMBER) &&
        (s->token[i].shape & WS_SHAPE_DOT) == 0)
        return runs_on(s, i);

    const ws_token *next = &s->token[i + 1];
    uint32_t at = reach_back(s, i);
    const ws_token *token = &s->token[at];

    /* "(So it was.) Then": brackets and marks that touch belong to it */
    if (is_closing(next) || begins_note(s, i + 1) ||
        (next->kind == WS_TOKEN_MARK && !is_apart(next) &&
         s->inside[i + 1] == 0))
        return false;
    if (token->kind == WS_TOKEN_WORD && (token->shape & WS_SHAPE_DOT) != 0)
        return at == i && abbreviation_ends(s, i);
    if (s->inside[at] != 0)
        return at != i && ends_behind(s, at, i + 1);
    if (!is_terminator(token) || is_item_number(s, at) || is_ordinal(s, at))
        return false;
    if (is_ideographic(token->cp))
        return !is_terminator(next);
    /* "3 .5", ".com": no white space, no new sentence but a capital */
    if (!is_apart(next) && next->kind != WS_TOKEN_WORD &&
        next->kind != WS_TOKEN_MARK)
        return false;
    return can_begin(next) ||
           (next->kind == WS_TOKEN_MARK && s->inside[i + 1] != 0);
}

/* "96 docks • A “zero-wait” system • Solar panels": the items of a list whose
 * lines were glued together. */
static bool is_bullet(const ws_token *token)
{
    return token->kind == WS_TOKEN_PUNCT && is_apart(token) &&
           (token->cp == 0x2022 || token->cp == 0x25CF || token->cp == 0x25AA);
}

static bool ends(const struct splitter *s, uint32_t i)
{
    if (i + 1 >= s->count || s->token[i + 1].paragraph != s->token[i].paragraph)
        return true;
    if (s->inside[i + 1] == 0 && is_bullet(&s->token[i + 1]))
        return true;
    if (s->inside[i] == 0)
        return ends_outside(s, i);
    return s->inside[i + 1] != s->inside[i] && ends_behind(s, i, i + 1);
}

bool ws_sentences_glued(const ws_tokens *tokens, const ws_sentences *sentences)
{
    const ws_sentence *sentence = sentences->sentence;
    uint64_t within = 0;

    for (uint32_t from = 0, to = 0; from < sentences->count; from = to) {
        uint32_t paragraph = tokens->token[sentence[from].first].paragraph;
        while (to < sentences->count &&
               tokens->token[sentence[to].first].paragraph == paragraph)
            to++;
        if (to - from >= MANY)
            within += sentence[to - 1].last - sentence[from].first;
    }
    return 4 * within >= 3 * (uint64_t)tokens->count && within > 0;
}

whosaid_status ws_sentences_cut(ws_arena *arena, const ws_text *text,
                                const ws_tokens *tokens,
                                const ws_pieces *pieces,
                                ws_sentences *sentences)
{
    struct splitter s = {text->bytes, tokens->token, pieces->inside,
                         tokens->count};
    uint32_t count = 0;
    uint32_t begin = 0;
    uint32_t headline = ws_shout_end(tokens, pieces);

    *sentences = (ws_sentences){0};
    ws_byline head = ws_byline_find(text->bytes, tokens, pieces);
    uint32_t line = 0;
    uint32_t *of = WS_NEW(arena, uint32_t, s.count);
    if (of == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = 0; i < s.count; i++) {
        bool over = line < head.count && head.end[line] == i;
        line += over;
        of[i] = count;
        count += over || i == headline || ends(&s, i);
    }
    ws_sentence *sentence = WS_NEW(arena, ws_sentence, count);
    if (sentence == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = 0; i < s.count; i++) {
        if (i + 1 < s.count && of[i + 1] == of[i])
            continue;
        sentence[of[i]] = (ws_sentence){begin, i + 1};
        begin = i + 1;
    }
    arena->steps += 2 * (uint64_t)s.count;
    sentences->sentence = sentence;
    sentences->count = count;
    sentences->of = of;
    sentences->glued = ws_sentences_glued(tokens, sentences);
    return WHOSAID_OK;
}
