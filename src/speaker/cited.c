/*
 * cited.c - words between marks that are told of, not said.
 *
 *   in   the scene, a quotation's place and evidence, its neighbours
 *   out  whether its words are told of
 *
 * By what leads them in: such words as, the Danish word, stands for, click;
 * steps of a scale by each other.
 *
 * Not here: terms that nothing tells but how they look (class.c), titles.
 */
#include "speaker/cited.h"

#include "speaker/closing.h"

enum {
    WORD_WORDS = 2,    /* of "such as" a word, of a step */
    MEANING_WORDS = 8, /* of what a word means */
    SHOWN = 4,         /* tokens that one clicks on */
    TOLD_OF = 4,       /* tokens of "the Danish word" */
    SUCH_AS = 24,      /* tokens from it back to "such as" */
    ABBREVIATED = 3,   /* and from "stands for" to what does */
    NEAR = 3           /* tokens back to a verb of saying */
};

/* "Words such as “expects,” “intends” and": what stands between the marks is
 * told of, not said. */
static bool is_word(const ws_scene *scene, const ws_place *p)
{
    uint32_t first = scene->sentences->sentence[p->first_sentence].first;

    if (p->words > WORD_WORDS)
        return false;
    for (uint32_t i = p->begin; i > first + 2 && p->begin - i < SUCH_AS;) {
        if (WS_IS(scene->tokens->token[--i].lex, AS) &&
            ws_scene_listed(scene, i - 1, WS_LIST_SUCH) &&
            ws_scene_listed(scene, i - 2, WS_LIST_WORDS))
            return true;
    }
    return false;
}

/* Where a row of stretches between marks begins that ends before token i. */
static uint32_t row_begin(const ws_scene *scene, uint32_t first, uint32_t i)
{
    const uint32_t end = i;

    while (i > first && end - i < SUCH_AS &&
           (scene->pieces->inside[i - 1] != 0 ||
            ws_is_punct(&scene->tokens->token[i - 1], ',') ||
            WS_IS(scene->tokens->token[i - 1].lex, AND)))
        i--;
    return i;
}

/* The Danish word “hygge” has no match: it begins the sentence, and nobody
 * speaks there. The words “plan” and “hope” identify statements: they are told
 * of, though some verb of saying has them for its subject. */
static bool is_told_of(const ws_scene *scene, const ws_place *p,
                       const int16_t value[WS_EVIDENCE_COUNT])
{
    uint32_t first = scene->sentences->sentence[p->first_sentence].first;
    const ws_lex before =
        WS_LEX_BIT(DET) | WS_LEX_BIT(COMMON_ADJ) | WS_LEX_BIT(NATIONALITY);

    if (p->words > WORD_WORDS || p->begin < first + 2)
        return false;
    const uint32_t row = row_begin(scene, first, p->begin);

    if (row < first + 2 || row - first > TOLD_OF ||
        (row == p->begin && value[WS_EVIDENCE_CUES] != 0) ||
        !ws_scene_listed(scene, row - 1, WS_LIST_WORDS))
        return false;
    for (uint32_t i = first; i + 1 < row; i++)
        if ((scene->tokens->token[i].lex & before) == 0)
            return false;
    return true;
}

/* RLA, which stands for “regional lift authority”, or short for it: what is
 * abbreviated has letters to show. */
static bool is_long_form(const ws_scene *scene, const ws_place *p)
{
    const ws_token *token = scene->tokens->token;
    const uint32_t verb = p->begin - 2;

    if (!WS_IS(token[p->begin - 1].lex, FOR) ||
        !ws_scene_listed(scene, verb, WS_LIST_SHORT))
        return false;
    for (uint32_t i = verb; i > 0 && verb - i < ABBREVIATED; i--)
        if ((token[i - 1].shape & WS_SHAPE_ALLCAPS) != 0 &&
            token[i - 1].end - token[i - 1].begin > 1)
            return true;
    return false;
}

/* The word means “lift”; hiss, Swedish for “lift”: what it stands for. */
static bool is_meaning(const ws_scene *scene, const ws_place *p,
                       const int16_t value[WS_EVIDENCE_COUNT])
{
    const ws_token *before = &scene->tokens->token[p->begin] - 1;

    if (p->begin < 3 || p->opens_paragraph || p->words > MEANING_WORDS ||
        value[WS_EVIDENCE_PERSONAL] != 0 || value[WS_EVIDENCE_CUE_TIE] > NEAR ||
        ws_closing_tag(scene, p) != WHOSAID_NONE)
        return false;
    if (is_long_form(scene, p))
        return true;
    if (value[WS_EVIDENCE_CAPITAL] != 0)
        return false;
    if (ws_scene_listed(scene, p->begin - 1, WS_LIST_MEANS))
        return !WS_IS(before[-1].lex, SUBJECT);
    return WS_IS(before->lex, FOR) && WS_IS(before[-1].lex, NATIONALITY) &&
           (before[-2].kind == WS_TOKEN_PUNCT || WS_IS(before[-2].lex, BE));
}

/* Click “sign up,” tap on “more”; press “Start”: with a capital, for one may
 * press “the mayor”. */
static bool is_pressed(const ws_scene *scene, const ws_place *p,
                       const int16_t value[WS_EVIDENCE_COUNT])
{
    uint32_t at = p->begin;

    if (at < 2 || p->opens_paragraph || p->words > SHOWN)
        return false;
    at -= WS_IS(scene->tokens->token[at - 1].lex, PREPOSITION) ? 2 : 1;
    if (ws_scene_listed(scene, at, WS_LIST_PRESSED))
        return true;
    return at + 1 == p->begin && value[WS_EVIDENCE_CAPITAL] != 0 &&
           ws_scene_listed(scene, at, WS_LIST_KEYED);
}

static bool is_brief(const ws_scene *scene, uint32_t quotation)
{
    return ws_scene_place(scene, quotation).words <= WORD_WORDS;
}

/* Whether token i leads in a step of a scale: to, or another preposition. */
static bool is_step(const ws_scene *scene, uint32_t i, bool to)
{
    const ws_lex lex = scene->tokens->token[i].lex;

    return to ? WS_IS(lex, TO) : WS_IS(lex, PREPOSITION) && !WS_IS(lex, TO);
}

/* From “buy” to “hold”, to “hold” from “buy”: steps of some scale. */
static bool is_grade(const ws_scene *scene, uint32_t quotation,
                     const ws_place *p)
{
    if (p->words > WORD_WORDS || p->begin < 2)
        return false;
    const bool to = is_step(scene, p->begin - 1, true);

    if (!to && !is_step(scene, p->begin - 1, false))
        return false;
    if (quotation > 0 && is_brief(scene, quotation - 1)) {
        ws_place other = ws_scene_place(scene, quotation - 1);
        if (other.end + 1 == p->begin && other.begin > 0 &&
            is_step(scene, other.begin - 1, !to))
            return true;
    }
    return p->end < scene->tokens->count &&
           quotation + 1 < scene->quotations->count &&
           is_step(scene, p->end, !to) && is_brief(scene, quotation + 1) &&
           ws_scene_place(scene, quotation + 1).begin == p->end + 1;
}

bool ws_is_cited(const ws_scene *scene, uint32_t quotation, const ws_place *p,
                 const int16_t value[WS_EVIDENCE_COUNT])
{
    return is_word(scene, p) || is_told_of(scene, p, value) ||
           is_meaning(scene, p, value) || is_pressed(scene, p, value) ||
           is_grade(scene, quotation, p);
}
