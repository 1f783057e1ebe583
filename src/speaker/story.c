/*
 * story.c - a document that is a story, and what is no speech in one.
 *
 *   in   the scene, the classes
 *   out  whether it is a story; in one, kinds of what nobody says
 *
 * 1. A story is told by he, she and I outside the marks, by the questions and
 *    exclamations between them, by paragraphs of speech in a row.
 * 2. There a few words in a sentence of the writer's own, in which he was
 *    "studying", are hardly ever anybody's: more must speak for them than in
 *    news, where they quote somebody.
 * 3. Nor is verse or a letter anybody's speech that is indented where nothing
 *    else is, unless a colon or a dash leads it in; nor what stands below a
 *    picture.
 * 4. A sentence between marks that stands by itself or behind another one is
 *    speech, whatever its words.
 *
 * Cost: O(tokens + paragraphs). Not here: what tells speech elsewhere.
 */
#include "speaker/story.h"

enum {
    STORY_QUOTES = 4, /* fewest quotations of a story */
    STORY = 100,      /* of the points that are counted: a story, */
    TALK_QUOTES = 8,  /* fewest that are a story by themselves, */
    TALKS = 150,      /* and their points */
    SURELY = 120,     /* and no article in the first person, */
    LONG = 1200,      /* nor an interview: so many tokens at least */
    LONGER = 1600,    /* likewise, whatever tells it */
    AGE_BYTES = 2,    /* digits of an age */
    PRONOUNS = 60,    /* else so many per mille of the words, */
    SPOKEN = 60,      /* or percent of the paragraphs begin with speech, */
    OPENED = 7,       /* so many at least */
    FEW = 20,         /* words within a sentence of the writer's own */
    SURE = 700,       /* Q8 odds that they need */
    WOVEN = 1200,     /* and where one of his words leads straight to them */
    INDENT = 2,       /* blanks that set a paragraph apart */
    INDENTS = 32,     /* and at most */
    SELDOM = 10       /* percent of the paragraphs that begin so, or fewer */
};

uint32_t ws_story_pronouns(const ws_scene *scene)
{
    const ws_lex persons =
        WS_LEX_BIT(MALE) | WS_LEX_BIT(FEMALE) | WS_LEX_BIT(FIRST);
    const ws_lex pronouns = WS_LEX_BIT(PRONOUN) | WS_LEX_BIT(POSSESSIVE);
    uint64_t words = 0;
    uint64_t found = 0;

    for (uint32_t i = 0; i < scene->tokens->count; i++) {
        const ws_token *token = &scene->tokens->token[i];
        if (token->kind != WS_TOKEN_WORD || scene->pieces->inside[i] != 0)
            continue;
        words++;
        found += (token->lex & pronouns) != 0 && (token->lex & persons) != 0;
    }
    return words == 0 ? 0 : (uint32_t)(found * 1000 / words);
}

/* The points for a story; classes may be NULL: all in marks is speech. */
static uint64_t points_of(const ws_scene *scene, const ws_classes *classes)
{
    uint32_t count = 0;
    uint32_t lively = 0;                 /* questions, exclamations */
    uint32_t rows = 0;                   /* the next paragraph opens so too */
    uint32_t paragraph = UINT32_MAX - 1; /* of the one behind, if it opens */

    for (uint32_t q = scene->quotations->count; q-- > 0;) {
        if (classes != NULL && !ws_class_speaks(scene, classes, q))
            continue;
        ws_place place = ws_scene_place(scene, q);
        int32_t last = ws_scene_last_character(scene, q);
        count++;
        lively += last == '?' || last == '!';
        rows += place.last_paragraph + 1 == paragraph;
        paragraph =
            place.opens_paragraph ? place.first_paragraph : UINT32_MAX - 1;
    }
    if (count < STORY_QUOTES)
        return 0;
    return (200ULL * lively + 100ULL * rows) / count + ws_story_pronouns(scene);
}

bool ws_story_talks(const ws_scene *scene)
{
    return scene->quotations->count >= TALK_QUOTES &&
           points_of(scene, NULL) >= TALKS;
}

/* The paragraph that a quotation opens; UINT32_MAX for none. */
static uint32_t opened_by(const ws_scene *scene, uint32_t q)
{
    ws_place place = ws_scene_place(scene, q);

    return place.opens_paragraph ? place.first_paragraph : UINT32_MAX;
}

/* Whether it is a scene of talk alone: most paragraphs begin with speech. */
static bool is_dialogue(const ws_scene *scene, const ws_classes *classes)
{
    uint32_t paragraphs = 0;
    uint32_t opened = 0;
    uint32_t last = UINT32_MAX; /* of those that open */

    for (uint32_t p = 0; p < scene->text->paragraphs; p++)
        paragraphs += scene->tokens->first[p] < scene->tokens->first[p + 1];
    for (uint32_t q = 0; q < scene->quotations->count; q++) {
        if (!ws_class_speaks(scene, classes, q))
            continue;
        uint32_t here = opened_by(scene, q);
        opened += here != UINT32_MAX && here != last;
        last = here != UINT32_MAX ? here : last;
    }
    return opened >= OPENED && opened * 100 >= SPOKEN * paragraphs;
}

/* Blanks before a paragraph, where an empty line or nothing stands above. */
static uint32_t indent_of(const ws_text *text, uint32_t paragraph)
{
    uint32_t begin = text->paragraph[paragraph].begin;
    uint32_t at = begin;

    while (at > 0 && begin - at < INDENTS &&
           (text->bytes[at - 1] == ' ' || text->bytes[at - 1] == '\t'))
        at--;
    bool apart = at == 0 ||
                 (at > 1 && text->bytes[at - 1] == '\n' &&
                  (text->bytes[at - 2] == '\n' || text->bytes[at - 2] == '\r'));
    return apart ? begin - at : 0;
}

static bool is_led_in(const ws_scene *scene, uint32_t paragraph)
{
    uint32_t first = scene->tokens->first[paragraph];

    if (first == 0)
        return false;
    const ws_token *last = &scene->tokens->token[first - 1];
    return last->kind == WS_TOKEN_PUNCT &&
           (last->cp == ':' || last->cp == '-' || last->cp == ',' ||
            (last->cp >= 0x2012 && last->cp <= 0x2015));
}

/* Verse or a letter that is set apart from the text around it. */
static bool is_set_apart(const ws_scene *scene, const ws_place *place)
{
    return place->opens_paragraph &&
           indent_of(scene->text, place->first_paragraph) >= INDENT &&
           !is_led_in(scene, place->first_paragraph);
}

/* Whether few paragraphs are indented, so that it says something. */
static bool says_indent(const ws_text *text)
{
    uint64_t indented = 0;

    for (uint32_t p = 0; p < text->paragraphs; p++)
        indented += indent_of(text, p) >= INDENT;
    return indented * 100 < (uint64_t)SELDOM * text->paragraphs;
}

/* He said "yes", "no" said she: a verb of saying touches the marks. */
static bool is_said(const ws_scene *scene, const ws_place *place)
{
    const ws_token *token = scene->tokens->token;
    uint32_t at = place->begin;

    if (at > 1 && ws_is_punct(&token[at - 1], ','))
        at--;
    return (at > 0 && WS_IS(token[at - 1].lex, CUE_STRONG)) ||
           (place->end < scene->tokens->count &&
            WS_IS(token[place->end].lex, CUE_STRONG));
}

/* A word of the writer's own leads straight to the marks: he was "studying". */
static bool is_woven(const ws_scene *scene, const ws_place *place)
{
    return place->begin > 0 &&
           scene->tokens->token[place->begin - 1].kind == WS_TOKEN_WORD;
}

/* [Illustration: "Who goes there?"]: what stands below a picture. */
static bool is_caption(const ws_scene *scene, uint32_t paragraph)
{
    uint32_t first = scene->tokens->first[paragraph];

    return first + 1 < scene->tokens->count &&
           ws_is_punct(&scene->tokens->token[first], '[') &&
           ws_scene_listed(scene, first + 1, WS_LIST_PICTURE);
}

/* A sentence between marks that stands behind another one or by itself. */
static bool is_sentence(const ws_scene *scene, uint32_t q,
                        const ws_place *place)
{
    const ws_quotation *quotation = &scene->quotations->quotation[q];
    const ws_piece *piece = &scene->pieces->piece[quotation->piece[0]];
    uint32_t ends = ws_ending(ws_scene_last_character(scene, q));
    uint32_t before = ws_before(scene, place);

    return (before == WS_SIDE_STOP || before == WS_SIDE_EDGE) &&
           (ends == 2 || ends == 3) &&
           ws_is_capital(&scene->tokens->token[piece->first]);
}

void ws_story_settle(ws_arena *arena, const ws_scene *scene,
                     ws_classes *classes)
{
    uint64_t points = points_of(scene, classes);

    classes->story = points >= STORY;
    bool told = points >= TALKS && ws_story_pronouns(scene) >= PRONOUNS;
    classes->turns = classes->story && (scene->tokens->count >= LONGER ||
                                        told || is_dialogue(scene, classes));
    arena->steps += scene->quotations->count + scene->tokens->count;
    bool whole = scene->tokens->count >= LONG;
    if (points < SURELY || (!whole && !told))
        return;
    bool seldom = says_indent(scene->text);
    for (uint32_t q = 0; q < scene->quotations->count; q++) {
        ws_place place = ws_scene_place(scene, q);
        bool left = classes->kind[q] > WHOSAID_KIND_TURN &&
                    ws_quotations_outer(scene->quotations, q);
        if (left && is_sentence(scene, q, &place))
            classes->kind[q] = WHOSAID_KIND_DIRECT;
        if (!whole || !ws_class_speaks(scene, classes, q))
            continue;
        bool apart = seldom && is_set_apart(scene, &place);
        if (apart || is_caption(scene, place.first_paragraph))
            classes->kind[q] = WHOSAID_KIND_OTHER;
        else if (classes->kind[q] == WHOSAID_KIND_MIXED && place.words <= FEW &&
                 classes->score[q] < (is_woven(scene, &place) ? WOVEN : SURE) &&
                 !is_said(scene, &place))
            classes->kind[q] = classes->rest[q];
    }
    arena->steps += scene->text->paragraphs + scene->quotations->count;
}

bool ws_story_reports(const ws_scene *scene)
{
    const ws_token *token = scene->tokens->token;
    uint32_t ages = 0;

    for (uint32_t i = 1; i + 2 < scene->tokens->count; i++) {
        uint32_t len = token[i + 1].end - token[i + 1].begin;
        ages +=
            token[i + 1].kind == WS_TOKEN_NUMBER && len == AGE_BYTES &&
            ws_is_comma(&token[i]) && ws_is_capital(&token[i - 1]) &&
            (ws_is_comma(&token[i + 2]) || token[i + 2].kind == WS_TOKEN_PUNCT);
    }
    return ages > 1;
}
