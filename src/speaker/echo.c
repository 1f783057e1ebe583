/*
 * echo.c - what a headline quotes of the words below it.
 *
 *   in   the classes of the quotations, later their speakers
 *   out  class and speaker of quotations in headings
 *
 *   Mayor hits out at ‘reckless’ plan
 *   ...
 *   Ms Ruiz said it was “reckless and late”.
 *
 * A desk that marks speech with double marks puts single ones into its headings,
 * where the models see terms and titles. Words that somebody says below are his
 * in the heading, too: also in a crosshead or a caption.
 *
 * Cost: HEADINGS times the tokens of an article at most.
 */
#include "speaker/echo.h"

#include <string.h>

#include "base/unicode.h"

enum {
    HEADINGS = 12,   /* quotations in headings looked at */
    HEADS = 4,       /* lines over a text in one line */
    HEADING = 30,    /* tokens of one at most */
    WORDS = 14,      /* of a quotation in one */
    WORD_BYTES = 48, /* of a word */
    TELLING = 3,     /* words that nobody says by chance */
    SHORT = 14,      /* tokens of what fewer may echo */
    SURE = 5000,     /* confidence of a speaker who is shown, 1/10000 */
    ECHOED = 9500    /* of one by an echo, of that of the words echoed */
};

/* A quotation's words: tokens that are no punctuation. */
struct words {
    uint32_t count;
    uint32_t token[WORDS];
};

static bool is_word(const ws_token *token)
{
    return token->kind == WS_TOKEN_WORD || token->kind == WS_TOKEN_NUMBER;
}

/* Where the paragraph, or where paragraphs were glued together the sentence, of
 * a quotation begins and ends. */
static void heading_of(const ws_scene *scene, uint32_t q, uint32_t *first,
                       uint32_t *last)
{
    ws_place p = ws_scene_bounds(scene, q);

    *first = scene->tokens->first[p.first_paragraph];
    *last = scene->tokens->first[p.first_paragraph + 1];
    if (scene->sentences->glued) {
        const ws_sentence *s =
            &scene->sentences->sentence[scene->sentences->of[p.begin]];
        *first = s->first;
        *last = s->last;
    }
}

/* "‘We lost all’: village tells of flood By Ana Ruiz", glued to what follows:
 * whether a quotation stands in one of the first lines, which no stop ends. */
static bool is_in_head(const ws_scene *scene, uint32_t q)
{
    ws_place p = ws_scene_bounds(scene, q);
    uint32_t sentence = scene->sentences->of[p.begin];
    const ws_sentence *s = &scene->sentences->sentence[sentence];
    const ws_token *end = &scene->tokens->token[s->last - 1];

    return sentence < HEADS && p.last_sentence == sentence &&
           s->last - s->first <= HEADING && end->kind == WS_TOKEN_WORD &&
           (end->shape & WS_SHAPE_DOT) == 0;
}

/* Whether a quotation stands in a heading: a short paragraph that no stop ends,
 * of which it is a part. */
static bool is_in_heading(const ws_scene *scene, uint32_t q)
{
    ws_place p = ws_scene_bounds(scene, q);
    const uint32_t *first = scene->tokens->first;

    if (scene->sentences->glued)
        return is_in_head(scene, q);
    return p.first_paragraph == p.last_paragraph &&
           first[p.first_paragraph + 1] - first[p.first_paragraph] <= HEADING &&
           !ws_paragraph_stops(scene, p.first_paragraph);
}

/* The words of a quotation of one piece; none where it has too many. */
static struct words words_of(const ws_scene *scene, uint32_t q)
{
    const ws_quotation *quotation = &scene->quotations->quotation[q];
    const ws_piece *piece = &scene->pieces->piece[quotation->piece[0]];
    struct words words = {0};

    if (quotation->pieces != 1)
        return words;
    for (uint32_t i = piece->first; i < piece->last; i++) {
        if (!is_word(&scene->tokens->token[i]))
            continue;
        if (words.count == WORDS)
            return (struct words){0};
        words.token[words.count++] = i;
    }
    return words;
}

static bool same_word(const ws_scene *scene, uint32_t i, uint32_t k)
{
    const ws_token *a = &scene->tokens->token[i];
    const ws_token *b = &scene->tokens->token[k];
    char one[WORD_BYTES];
    char other[WORD_BYTES];

    if (a->end - a->begin != b->end - b->begin ||
        a->end - a->begin >= WORD_BYTES)
        return false;
    size_t n = ws_fold(scene->text->bytes + a->begin, a->end - a->begin, true,
                       one, sizeof one);
    size_t m = ws_fold(scene->text->bytes + b->begin, b->end - b->begin, true,
                       other, sizeof other);
    return n == m && memcmp(one, other, n) == 0;
}

/* Whether the words stand in tokens [first, last), one behind the other. */
static bool holds(const ws_scene *scene, const struct words *words,
                  uint32_t first, uint32_t last)
{
    for (; first < last; first++) {
        uint32_t k = 0;
        for (uint32_t i = first; i < last && k < words->count; i++) {
            if (!is_word(&scene->tokens->token[i]))
                continue;
            if (!same_word(scene, i, words->token[k]))
                break;
            k++;
        }
        if (k == words->count)
            return true;
    }
    return false;
}

/* "Mayor says she ‘may’ sue", "Study: ‘likely’ more": whether a verb of speech
 * or a colon stands in the heading. */
static bool tells_of_speech(const ws_scene *scene, uint32_t q)
{
    uint32_t first;
    uint32_t last;
    heading_of(scene, q, &first, &last);
    uint32_t c = ws_scene_cue_at(scene, first);

    if (c < scene->cues->count && scene->cues->cue[c].first < last)
        return true;
    for (uint32_t i = first; i < last; i++)
        if (ws_is_punct(&scene->tokens->token[i], ':'))
            return true;
    return false;
}

/* The first quotation below that is speech and has the words of quotation q of
 * a heading; or NONE. */
static uint32_t echoed(const ws_scene *scene, const ws_classes *classes,
                       uint32_t q)
{
    const ws_quotations *quotations = scene->quotations;
    struct words words = words_of(scene, q);
    /* anybody may say "newcomer" */
    bool few = words.count < TELLING && !tells_of_speech(scene, q);

    if (words.count == 0)
        return WHOSAID_NONE;
    for (uint32_t r = 0; r < quotations->count; r++) {
        const ws_quotation *quotation = &quotations->quotation[r];
        bool speaks = classes->kind[r] == WHOSAID_KIND_TURN ||
                      ws_class_speaks(scene, classes, r);
        if (r == q || !speaks || is_in_heading(scene, r))
            continue;
        for (uint32_t i = 0; i < quotation->pieces; i++) {
            const ws_piece *piece = &scene->pieces->piece[quotation->piece[i]];
            if ((!few || piece->last - piece->first <= SHORT) &&
                holds(scene, &words, piece->first, piece->last))
                return r;
        }
    }
    return WHOSAID_NONE;
}

static bool is_article(const ws_scene *scene, const ws_classes *classes)
{
    return !scene->tokens->foreign && !classes->story && classes->reads &&
           scene->tokens->count < WS_ARTICLE;
}

/* "Harbour Lights" among small words: a name. */
static bool is_name(const ws_scene *scene, const struct words *words,
                    uint32_t q)
{
    const ws_token *token = scene->tokens->token;
    uint32_t first;
    uint32_t last;
    bool small = false;

    heading_of(scene, q, &first, &last);

    for (uint32_t i = 0; i < words->count; i++)
        if (ws_is_small(&token[words->token[i]]))
            return false;
    for (uint32_t i = first; i < last; i++)
        small = small || ws_is_small(&token[i]);
    return small;
}

/* Whether what was taken for no speech may be some. */
static bool may_speak(const ws_scene *scene, const ws_classes *classes,
                      const struct words *words, uint32_t q)
{
    switch ((whosaid_kind)classes->kind[q]) {
    case WHOSAID_KIND_SCARE:
    case WHOSAID_KIND_TERM:
        return true;
    case WHOSAID_KIND_TITLE:
        return words->count > 1 && !is_name(scene, words, q);
    case WHOSAID_KIND_DIRECT:
    case WHOSAID_KIND_MIXED:
    case WHOSAID_KIND_TURN:
    case WHOSAID_KIND_NICKNAME:
    case WHOSAID_KIND_SIGN:
    case WHOSAID_KIND_OTHER:
        break;
    }
    return false;
}

void ws_echoes_class(const ws_scene *scene, ws_classes *classes)
{
    uint32_t looked = 0;

    if (!is_article(scene, classes))
        return;
    for (uint32_t q = 0; q < scene->quotations->count; q++) {
        if (!ws_quotations_outer(scene->quotations, q) ||
            !is_in_heading(scene, q))
            continue;
        struct words words = words_of(scene, q);
        if (!may_speak(scene, classes, &words, q) || looked++ == HEADINGS ||
            echoed(scene, classes, q) == WHOSAID_NONE)
            continue;
        const ws_token *first = &scene->tokens->token[words.token[0]];
        classes->kind[q] = ws_is_capital(first) && words.count > 2
                               ? WHOSAID_KIND_DIRECT
                               : WHOSAID_KIND_MIXED;
    }
}

/* "Shopkeeper tells of raid": whether somebody has no name, whom the words below
 * may give one. */
static bool is_nameless(const ws_scene *scene, uint32_t id)
{
    return id != WHOSAID_NONE &&
           scene->people->person[id].type == WHOSAID_SOURCE_ANONYMOUS;
}

void ws_echoes_say(const ws_scene *scene, const ws_classes *classes,
                   ws_attribution *attribution)
{
    uint32_t looked = 0;

    if (!is_article(scene, classes))
        return;
    for (uint32_t q = 0; q < scene->quotations->count; q++) {
        ws_choice *choice = &attribution->choice[q];
        if (!ws_class_speaks(scene, classes, q) || !is_in_heading(scene, q) ||
            looked++ == HEADINGS)
            continue;
        uint32_t r = echoed(scene, classes, q);
        if (r == WHOSAID_NONE)
            continue;
        const ws_choice *said = &attribution->choice[r];
        uint32_t sure = said->confidence * ECHOED / 10000;
        bool names = is_nameless(scene, choice->person) &&
                     said->person != WHOSAID_NONE &&
                     !is_nameless(scene, said->person);
        if (said->mention == WHOSAID_NONE || said->confidence < SURE ||
            (choice->mention != WHOSAID_NONE && choice->confidence >= sure &&
             !names))
            continue;
        choice->confidence = sure;
        /* the heading names him itself */
        if (choice->mention != WHOSAID_NONE && choice->person == said->person)
            continue;
        choice->mention = said->mention;
        choice->person = said->person;
        choice->cue = WHOSAID_NONE;
        choice->method = WHOSAID_METHOD_NEAREST;
    }
}
