/*
 * private.c - "the mother-of-three", "the defendant": one without an office.
 *
 *   in   a description, somebody told of before it
 *   out  how well he fits
 *
 * A report tells the years of those whom it is about, and the office of those
 * who treated, judged or met them; it calls the first ones by their family.
 *
 * Cost: a bounded number of mentions is looked at.
 *
 * Not here: who else is told of, and where (epithet.c, referent.c).
 */
#include "speaker/private.h"

#include "speaker/filing.h"
#include "speaker/office.h"

enum {
    NEAR_MENTIONS = 60, /* looked at */
    WORD_BYTES = 40,    /* of a word looked through */
    ROLE_WORDS = 6,     /* of an office */
    AGED = 75,          /* for one whose age is told */
    OFFICIAL = 180      /* against one in office */
};

/* "Mum of four": without hyphens; but "mother of one victim". */
static bool is_apart(const ws_scene *scene, const ws_token *head)
{
    const ws_lex sexes = WS_LEX_BIT(MALE) | WS_LEX_BIT(FEMALE);
    const ws_token *end = scene->tokens->token + scene->tokens->count;

    return head + 3 < end && WS_IS(head->lex, PERSON) &&
           (head->lex & sexes) != 0 && !WS_IS(head->lex, PLURAL) &&
           WS_IS(head[1].lex, OF) &&
           (head[2].kind == WS_TOKEN_NUMBER ||
            (ws_is_small(&head[2]) && WS_IS(head[2].lex, QUANTITY))) &&
           (head[3].kind != WS_TOKEN_WORD || WS_IS(head[3].lex, CUE));
}

bool ws_is_by_family(const ws_scene *scene, const ws_token *head)
{
    const char *word = scene->text->bytes + head->begin;
    uint32_t len = head->end - head->begin;
    uint32_t part = 0; /* behind the last hyphen */

    if ((head->shape & WS_SHAPE_HYPHEN) == 0)
        return is_apart(scene, head);
    for (uint32_t i = 1; i < len && i < WORD_BYTES; i++) {
        if (word[i] != '-')
            continue;
        if (part > 0 && WS_IS(ws_lexicon_find(word + part, i - part), OF))
            return true;
        part = i + 1;
    }
    return false;
}

bool ws_private_calls(const ws_scene *scene, uint32_t m)
{
    const ws_mention *e = &scene->mentions->mention[m];

    return !scene->tokens->foreign && e->kind == WS_MENTION_NOMINAL &&
           e->head == e->first + 1 && e->last == e->head + 1 &&
           (ws_scene_listed(scene, e->head, WS_LIST_AGED) ||
            ws_scene_listed(scene, e->head, WS_LIST_ARRAIGNED) ||
            ws_is_by_family(scene, &scene->tokens->token[e->head]));
}

/* "Dr", "PC", "coroner", "Judge": the word of an office of those who meet many.
 */
static bool is_office(const ws_scene *scene, uint32_t i)
{
    char word[WS_FILING_BYTES];
    const ws_token *token = &scene->tokens->token[i];
    uint32_t len = token->end - token->begin;

    if (ws_scene_listed(scene, i, WS_LIST_OFFICIAL))
        return true;
    if ((token->lex & (WS_LEX_BIT(HONORIFIC) | WS_LEX_BIT(TITLE))) == 0 ||
        len >= WS_FILING_BYTES)
        return false;
    for (uint32_t n = 0; n < len; n++) {
        word[n] = scene->text->bytes[token->begin + n];
        if (word[n] >= 'A' && word[n] <= 'Z')
            word[n] |= 'a' - 'A';
    }
    return ws_office_nouns(word, len)[0] != NULL;
}

static bool has_office(const ws_scene *scene, const ws_mention *c)
{
    if (c->name > c->first && is_office(scene, c->name - 1))
        return true;
    for (uint32_t i = c->role; i < c->role_end && i < c->role + ROLE_WORDS; i++)
        if (is_office(scene, i))
            return true;
    return false;
}

/* "Ana Ruiz, 44,". */
static bool has_age(const ws_scene *scene, const ws_mention *c)
{
    const ws_token *behind = &scene->tokens->token[c->name_end];

    return c->name_end + 2 < scene->tokens->count && ws_is_comma(behind) &&
           behind[1].kind == WS_TOKEN_NUMBER &&
           behind[2].kind == WS_TOKEN_PUNCT;
}

int32_t ws_private_fit(const ws_scene *scene, uint32_t m, uint32_t id)
{
    bool office = false;
    bool aged = false;

    for (uint32_t k = m; k-- > 0 && m - k < NEAR_MENTIONS;) {
        const ws_mention *c = &scene->mentions->mention[k];
        if (scene->people->of[k] != id || c->kind != WS_MENTION_NAME)
            continue;
        office = office || has_office(scene, c);
        aged = aged || has_age(scene, c);
    }
    return aged ? AGED : office ? -OFFICIAL : 0;
}

/* Whether somebody else is told of before mention m with his age, who may be
 * meant as well. */
static bool is_other_aged(const ws_scene *scene, uint32_t m, uint32_t id)
{
    for (uint32_t k = m; k-- > 0 && m - k < NEAR_MENTIONS;) {
        const ws_mention *c = &scene->mentions->mention[k];
        uint32_t other = scene->people->of[k];
        if (other != id && other != WHOSAID_NONE &&
            c->kind == WS_MENTION_NAME && has_age(scene, c) &&
            !ws_opposed(scene->mentions->mention[m].flags,
                        scene->people->person[other].flags))
            return true;
    }
    return false;
}

bool ws_private_bars(const ws_scene *scene, uint32_t m, uint32_t id)
{
    if (!ws_private_calls(scene, m))
        return false;
    int32_t fit = ws_private_fit(scene, m, id);
    return fit < 0 || (fit == 0 && is_other_aged(scene, m, id));
}

bool ws_private_is_apart(const ws_scene *scene, uint32_t m, uint32_t id)
{
    const ws_mention *e = &scene->mentions->mention[m];
    const ws_token *head = &scene->tokens->token[e->head];

    return !scene->tokens->foreign && e->head + 2 < scene->tokens->count &&
           (head->lex & (WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE))) != 0 &&
           WS_IS(head[1].lex, OF) && ws_is_capital(&head[2]) &&
           ws_private_fit(scene, m, id) > 0;
}
