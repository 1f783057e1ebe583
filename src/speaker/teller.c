/*
 * teller.c - who said what a speaker quotes.
 *
 *   in   the scene, a quotation inside another one
 *   out  the mention of a tag that stands just before or behind its marks, in
 *        the outer quotation's own words
 *
 * Cost: a bounded number of tokens and mentions a quotation.
 */
#include "speaker/teller.h"

enum {
    BEFORE_LOOKED = 6,  /* tokens before the marks looked at for a verb */
    SUBJECT_LOOKED = 4, /* adverbs and auxiliaries between subject and verb */
    MENTIONS_LOOKED = 6
};

/* No subject of a verb. */
static bool is_governed(const ws_scene *scene, const ws_mention *m)
{
    const ws_token *head = &scene->tokens->token[m->head];

    return (m->flags & (WS_M_GENITIVE | WS_M_OBJECT | WS_M_NESTED |
                        WS_M_AFTER_PREPOSITION)) != 0 ||
           WS_IS(head->lex, NATIONALITY) ||
           (m->first > 0 &&
            WS_IS(scene->tokens->token[m->first - 1].lex, PREPOSITION));
}

static bool is_verb(const ws_scene *scene, uint32_t i)
{
    ws_lex lex = scene->tokens->token[i].lex;

    return WS_IS(lex, CUE) && !WS_IS(lex, CUE_WEAK) && !WS_IS(lex, CUE_ING);
}

/* Stands in the outer quotation's own words? */
static bool is_outer(const ws_scene *scene, const ws_place *around,
                     const ws_place *p, uint32_t i)
{
    return i > around->begin && i < around->end &&
           (i < p->begin || i >= p->end) &&
           scene->tokens->token[i].kind != WS_TOKEN_MARK;
}

/* A subject pronoun at token i; I tells of the outer speaker himself. */
static bool is_pronoun(const ws_scene *scene, uint32_t i, ws_teller *teller)
{
    ws_lex lex = scene->tokens->token[i].lex;

    if (!WS_IS(lex, PRONOUN) || !WS_IS(lex, SUBJECT))
        return false;
    teller->told = true;
    teller->self = WS_IS(lex, FIRST) && !WS_IS(lex, PLURAL);
    return true;
}

/* Who stands before the verb at token i, adverbs, auxiliaries and the comma of
 * an apposition between; not what somebody would or did not say. */
static void subject_before(const ws_scene *scene, uint32_t i, ws_teller *teller)
{
    const ws_mention *mention = scene->mentions->mention;
    uint32_t reach = i;

    for (uint32_t n = 0; n < SUBJECT_LOOKED && reach > 0; n++) {
        ws_lex lex = scene->tokens->token[reach - 1].lex;
        if (WS_IS(lex, MODAL) || WS_IS(lex, NEGATION))
            return; /* nobody said it: “Sanders can say ‘...” */
        if (!WS_IS(lex, ADVERB) && !WS_IS(lex, AUXILIARY))
            break;
        reach--;
    }
    if (reach > 0 && is_pronoun(scene, reach - 1, teller))
        return;
    if (reach > 0 && scene->tokens->token[reach - 1].cp == ',')
        reach--;
    for (uint32_t m = scene->mentions->at[i], n = 0;
         m > 0 && n < MENTIONS_LOOKED; m--, n++) {
        if (mention[m - 1].tail >= reach && mention[m - 1].last <= i &&
            !is_governed(scene, &mention[m - 1])) {
            teller->told = true;
            teller->mention = m - 1;
            return;
        }
    }
}

/* The mention that begins at token i. */
static uint32_t mention_from(const ws_scene *scene, uint32_t i)
{
    uint32_t m = scene->mentions->at[i];

    for (uint32_t n = 0; n < MENTIONS_LOOKED && m < scene->mentions->count;
         n++, m++)
        if (scene->mentions->mention[m].first == i &&
            !is_governed(scene, &scene->mentions->mention[m]))
            return m;
    return WHOSAID_NONE;
}

/* "Gwen Pak told us, ‘..." */
static void look_before(const ws_scene *scene, const ws_place *around,
                        const ws_place *p, ws_teller *teller)
{
    for (uint32_t n = 1; n <= BEFORE_LOOKED && p->begin > around->begin + n;
         n++) {
        uint32_t i = p->begin - n;
        uint32_t cp = scene->tokens->token[i].cp;
        if (!is_outer(scene, around, p, i) || cp == '.' || cp == '?' ||
            cp == '!' || (n > 1 && cp == ','))
            return;
        if (is_verb(scene, i)) {
            subject_before(scene, i, teller);
            return;
        }
    }
}

/* "...,’ Gwen Pak told us", "...,’ said Gwen Pak", "...,’ she said". */
static void look_behind(const ws_scene *scene, uint32_t quotation,
                        const ws_place *around, const ws_place *p,
                        ws_teller *teller)
{
    int32_t ends = ws_scene_last_character(scene, quotation);
    uint32_t i = p->end;

    if (!is_outer(scene, around, p, i) || !is_outer(scene, around, p, i + 1) ||
        (ends != ',' && ends != '?' && ends != '!'))
        return;
    if (is_verb(scene, i)) {
        if (is_pronoun(scene, i + 1, teller))
            return;
        teller->mention = mention_from(scene, i + 1);
        teller->told = teller->mention != WHOSAID_NONE;
    } else if (is_verb(scene, i + 1) && is_pronoun(scene, i, teller)) {
        return;
    } else {
        uint32_t m = mention_from(scene, i);
        uint32_t verb =
            m == WHOSAID_NONE ? i : scene->mentions->mention[m].last;
        if (m == WHOSAID_NONE || !is_outer(scene, around, p, verb) ||
            !is_verb(scene, verb))
            return;
        teller->told = true;
        teller->mention = m;
    }
}

ws_teller ws_teller_of(const ws_scene *scene, uint32_t quotation)
{
    uint32_t parent = scene->quotations->quotation[quotation].parent;
    ws_teller teller = {.mention = WHOSAID_NONE};

    if (parent == WHOSAID_NONE)
        return teller;
    ws_place around = ws_scene_bounds(scene, parent);
    ws_place place = ws_scene_bounds(scene, quotation);
    look_before(scene, &around, &place, &teller);
    if (!teller.told)
        look_behind(scene, quotation, &around, &place, &teller);
    return teller;
}
