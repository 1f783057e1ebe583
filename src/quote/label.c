/*
 * label.c - lines that begin as a speaker's label does.
 *
 *   in   tokens, pieces
 *   out  labels, by line: a few capitalised words that can be a name or an
 *        office, and a colon; or the letters of a question and its answer
 *
 * At each line's beginning, outside quotation marks: a time stamp and stars
 * are stepped over, then come the words, a bracket ("R-Ohio"), a colon.
 * Words that name things ("Note", "Photo", "Iowa") make no label.
 *
 * Cost: a bounded look at each line's beginning.
 *
 * Not here: whether the document is a transcript at all (turn.c).
 */
#include "quote/label.h"

#include <string.h>

#include "base/unicode.h"

enum {
    LABEL_TOKENS = 6,
    BRACKET_TOKENS = 8, /* "(R-Ohio)" */
    STAR_TOKENS = 3,
    KEY_BYTES = 256,
    INITIALS = 4, /* most letters of "CD:" */
    NAMED = 16    /* people whose initials are known */
};

/* A common word with one of these can stand for somebody all the same. */
#define SOMEBODY                                                               \
    (WS_LEX_BIT(SURNAME) | WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE) | \
     WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON) | WS_LEX_BIT(TITLE) |               \
     WS_LEX_BIT(GROUP) | WS_LEX_BIT(HONORIFIC))

#define THINGS                                                              \
    (WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_VERB) |                    \
     WS_LEX_BIT(COMMON_ADJ) | WS_LEX_BIT(COMMON_OTHER) | WS_LEX_BIT(TIME) | \
     WS_LEX_BIT(WORK) | WS_LEX_BIT(DOCUMENT) | WS_LEX_BIT(SIGN) |           \
     WS_LEX_BIT(PLACE) | WS_LEX_BIT(ADVERB) | WS_LEX_BIT(SPEECH_NOUN) |     \
     WS_LEX_BIT(CUE) | WS_LEX_BIT(ABBREVIATION) | WS_LEX_BIT(ANONYMOUS))

struct reader {
    const char *bytes;
    const ws_token *token;
    const uint32_t *inside;
    uint32_t end; /* of the paragraph, a token */
};

static bool is_punct(const struct reader *r, uint32_t i, uint16_t cp)
{
    return i < r->end && r->token[i].kind == WS_TOKEN_PUNCT &&
           r->token[i].cp == cp;
}

static uint32_t skip_stars(const struct reader *r, uint32_t i)
{
    uint32_t limit = i + STAR_TOKENS;

    while (i < limit && (is_punct(r, i, '*') || is_punct(r, i, '_')))
        i++;
    return i;
}

/* "10:02 RUIZ:", "[00:10:02] RUIZ:": behind the time stamp. */
static uint32_t skip_time(const struct reader *r, uint32_t i)
{
    bool bracket = is_punct(r, i, '[') || is_punct(r, i, '(');
    uint32_t k = i + bracket;

    if (k >= r->end || r->token[k].kind != WS_TOKEN_NUMBER)
        return i;
    k++;
    if (!bracket)
        return k;
    return is_punct(r, k, ']') || is_punct(r, k, ')') ? k + 1 : i;
}

static uint32_t skip_bracket(const struct reader *r, uint32_t i)
{
    if (!is_punct(r, i, '('))
        return i;
    for (uint32_t k = i + 1; k < r->end && k < i + BRACKET_TOKENS; k++)
        if (is_punct(r, k, ')'))
            return k + 1;
    return i;
}

/* "Q." */
static bool is_dotted_voice(const struct reader *r, uint32_t i)
{
    return WS_IS(r->token[i].lex, VOICE) &&
           (r->token[i].shape & WS_SHAPE_DOT) != 0;
}

/* Whether token i can go on the label begun at first. */
static bool is_label_word(const struct reader *r, uint32_t first, uint32_t i)
{
    const ws_token *token = &r->token[i];
    const ws_lex small = WS_LEX_BIT(PARTICLE) | WS_LEX_BIT(OF) |
                         WS_LEX_BIT(AND) | WS_LEX_BIT(DET) | WS_LEX_BIT(FOR);

    if (i > first && is_dotted_voice(r, i - 1))
        return false; /* "Q. Do you" */
    if (ws_is_capital(token))
        return true;
    if (i == first)
        return false;
    if (token->kind == WS_TOKEN_WORD)
        return (token->lex & small) != 0;
    if (token->kind == WS_TOKEN_NUMBER)
        return i == first + 1; /* "SPEAKER 2" */
    return token->kind == WS_TOKEN_PUNCT && token->cp == ',' &&
           i + 1 < r->end && ws_is_capital(&r->token[i + 1]);
}

/* Last word of the name in [first, last): before a comma, "Jr." left out. */
static uint32_t name_word(const struct reader *r, uint32_t first, uint32_t last)
{
    uint32_t i = first;

    while (i + 1 < last && !is_punct(r, i + 1, ','))
        i++;
    while (i > first && (WS_IS(r->token[i].lex, NAME_SUFFIX) ||
                         r->token[i].kind == WS_TOKEN_NUMBER))
        i--;
    return i;
}

static uint32_t key_of(const struct reader *r, uint32_t i, uint32_t next)
{
    char key[KEY_BYTES];
    const ws_token *token = &r->token[i];
    size_t len = ws_fold(r->bytes + token->begin, token->end - token->begin,
                         true, key, sizeof key);
    uint32_t h = 2166136261u;

    /* "SPEAKER 1" and "SPEAKER 2" are two */
    if (next < r->end && r->token[next].kind == WS_TOKEN_NUMBER)
        for (uint32_t at = r->token[next].begin; at < r->token[next].end; at++)
            h = (h ^ (unsigned char)r->bytes[at]) * 16777619u;
    for (size_t k = 0; k < len; k++)
        h = (h ^ (unsigned char)key[k]) * 16777619u;
    return h;
}

/* Whether the words [first, last) can stand for somebody. */
static bool is_somebody(const struct reader *r, uint32_t first, uint32_t last)
{
    uint32_t name = name_word(r, first, last);
    ws_lex lex = r->token[name].lex;
    bool the = name > first && WS_IS(r->token[first].lex, DET);

    if (!ws_is_capital(&r->token[name]))
        return false;
    if ((lex & SOMEBODY) != 0)
        return !WS_IS(lex, DOCUMENT) && !WS_IS(lex, TIME);
    if ((lex & THINGS) == 0)
        return true;
    /* "The Courier", "Ana Field": what stands before makes a name of it */
    return (the && !WS_IS(lex, TIME) && !WS_IS(lex, PLACE)) ||
           (name > first && (r->token[first].lex & SOMEBODY) != 0);
}

static uint8_t style_of(const struct reader *r, uint32_t first, uint32_t last)
{
    if (last - first == 1 && WS_IS(r->token[first].lex, VOICE))
        return WS_LABEL_VOICE;
    for (uint32_t i = first; i < last; i++)
        if (ws_is_capital(&r->token[i]) &&
            (r->token[i].shape & (WS_SHAPE_ALLCAPS | WS_SHAPE_INITIAL)) == 0)
            return WS_LABEL_NAME;
    return WS_LABEL_CAPITALS;
}

/* What stands behind a label begins as a sentence does. */
static bool begins_sentence(const struct reader *r, uint32_t i)
{
    if (i >= r->end) /* the words come in the next paragraph */
        return true;
    const ws_token *token = &r->token[i];
    if ((token->shape & WS_SHAPE_SPACE) == 0 && !is_punct(r, i - 1, '*'))
        return false;
    return token->kind != WS_TOKEN_WORD || ws_is_capital(token) ||
           ((token->lex & (WS_LEX_BIT(FIRST) | WS_LEX_BIT(SECOND))) != 0);
}

/* "((WN))", a colon behind it or not. */
static bool read_brackets(const struct reader *r, uint32_t i, ws_label *label)
{
    uint32_t k = i + 2;

    if (!is_punct(r, i, '(') || !is_punct(r, i + 1, '('))
        return false;
    while (k < r->end && k < i + 2 + LABEL_TOKENS &&
           r->token[k].kind == WS_TOKEN_WORD)
        k++;
    if (k == i + 2 || !is_punct(r, k, ')') || !is_punct(r, k + 1, ')'))
        return false;
    label->first = label->name = i + 2;
    label->last = k;
    label->mark = k + 2;
    label->mark_end = label->mark + is_punct(r, k + 2, ':');
    label->words = label->mark_end;
    label->style = WS_LABEL_BRACKETS;
    label->key = 1; /* all of them are the one who asks */
    return true;
}

static bool read_label(const struct reader *r, uint32_t i, ws_label *label)
{
    uint32_t k = skip_stars(r, skip_time(r, i));
    uint32_t first = k;

    label->line = i;
    if (read_brackets(r, k, label))
        return true;
    while (k < r->end && k - first < LABEL_TOKENS && is_label_word(r, first, k))
        k++;
    if (k == first)
        return false;
    label->first = first;
    label->last = k;
    label->style = style_of(r, first, k);
    k = skip_stars(r, skip_bracket(r, k));
    bool held = k == label->last && is_dotted_voice(r, first);
    bool dot = held || (label->style == WS_LABEL_VOICE && is_punct(r, k, '.'));
    if (!dot && !is_punct(r, k, ':'))
        return false;
    label->mark = dot ? first : k; /* "Q." */
    label->mark_end = held ? first + 1 : k + 1;
    label->words = skip_stars(r, label->mark_end);
    if (!begins_sentence(r, label->words) ||
        (label->style != WS_LABEL_VOICE && !is_somebody(r, first, label->last)))
        return false;
    uint32_t name = name_word(r, first, label->last);
    label->name = name;
    label->key = key_of(r, name, name + 1);
    return true;
}

/* Token i begins a line. */
static bool begins_line(const struct reader *r, uint32_t i)
{
    if (i == 0 || r->token[i - 1].paragraph != r->token[i].paragraph)
        return true;
    if ((r->token[i].shape & WS_SHAPE_SPACE) == 0)
        return false;
    for (uint32_t at = r->token[i - 1].end; at < r->token[i].begin; at++)
        if (r->bytes[at] == '\n' || r->bytes[at] == '\r')
            return true;
    return false;
}

static bool is_outside(const struct reader *r, const ws_label *label)
{
    for (uint32_t i = label->line; i < label->words; i++)
        if (r->inside[i] != 0)
            return false;
    return true;
}

/* Read the label at the beginning of each line; labels->label may be NULL,
 * then they are only counted. A line's first token stands at or behind the
 * place where it begins. */
static void read_lines(struct reader *r, const ws_text *text,
                       const ws_tokens *tokens, ws_labels *labels)
{
    uint32_t i = 0;

    labels->count = 0;
    for (uint32_t n = 0; n < text->lines; n++) {
        uint32_t before = i;
        ws_label label;
        while (i < tokens->count && r->token[i].begin < text->line[n])
            i++;
        if (i == tokens->count)
            return;
        if (n > 0 && i == before) /* the line before had no token */
            continue;
        r->end = tokens->first[r->token[i].paragraph + 1];
        if (!begins_line(r, i) || !read_label(r, i, &label) ||
            !is_outside(r, &label))
            continue;
        if (labels->label != NULL)
            labels->label[labels->count] = label;
        labels->count++;
    }
}

/* Somebody who has a label in full. */
struct named {
    char initials[INITIALS];
    uint32_t count; /* of those */
    uint32_t key;
    bool shared; /* somebody else has the same */
};

/* Initials of "Clara Dunn"; false: of one word, or not plain. */
static bool read_initials(const struct reader *r, const ws_label *label,
                          struct named *named)
{
    named->count = 0;
    for (uint32_t i = label->first; i <= label->name; i++) {
        char c = r->bytes[r->token[i].begin];
        if (!ws_is_capital(&r->token[i]) || c < 'A' || c > 'Z' ||
            named->count == INITIALS)
            return false;
        named->initials[named->count++] = c;
    }
    named->key = label->key;
    named->shared = false;
    return named->count > 1;
}

/* Whether a label is one word, and that these initials. */
static bool is_initials(const struct reader *r, const ws_label *label,
                        const struct named *named)
{
    const ws_token *token = &r->token[label->first];

    return label->style == WS_LABEL_CAPITALS &&
           label->last - label->first == 1 &&
           token->end - token->begin == named->count &&
           memcmp(r->bytes + token->begin, named->initials, named->count) == 0;
}

/* "CD:" has the key of "Clara Dunn:", where she alone is called so. */
static void join_initials(const struct reader *r, ws_labels *labels)
{
    struct named named[NAMED];
    struct named found;
    uint32_t count = 0;

    for (uint32_t n = 0; n < labels->count && count < NAMED; n++) {
        uint32_t i = 0;
        if (labels->label[n].style != WS_LABEL_NAME ||
            !read_initials(r, &labels->label[n], &found))
            continue;
        while (i < count &&
               (named[i].count != found.count ||
                memcmp(named[i].initials, found.initials, found.count) != 0))
            i++;
        if (i == count)
            named[count++] = found;
        named[i].shared = named[i].shared || named[i].key != found.key;
    }
    for (uint32_t n = 0; count > 0 && n < labels->count; n++) {
        for (uint32_t i = 0; i < count; i++)
            if (!named[i].shared &&
                is_initials(r, &labels->label[n], &named[i]))
                labels->label[n].key = named[i].key;
    }
}

whosaid_status ws_labels_find(ws_arena *arena, const ws_text *text,
                              const ws_tokens *tokens, const ws_pieces *pieces,
                              ws_labels *labels)
{
    struct reader r = {text->bytes, tokens->token, pieces->inside, 0};

    *labels = (ws_labels){0};
    read_lines(&r, text, tokens, labels);
    if (labels->count > 0) {
        labels->label = WS_NEW(arena, ws_label, labels->count);
        if (labels->label == NULL) {
            labels->count = 0;
            return WHOSAID_ERR_NOMEM;
        }
        read_lines(&r, text, tokens, labels);
        join_initials(&r, labels);
    }
    arena->steps += 2 * (uint64_t)tokens->count + 2 * (uint64_t)text->lines;
    return WHOSAID_OK;
}
