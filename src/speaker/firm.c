/*
 * firm.c - which firm "the firm" is.
 *
 *   in   mentions, the people that the others of them mean
 *   out  the body that a bare noun of a body means, which is known for one then
 *
 * "The firm" says no more than that it is one. The body meant is the one that
 * was the subject of the latest clause about any, of those that the noun can
 * mean: a court is no firm. Where two are told of, it must have been the
 * subject just before, and no other named since, or be named twice as often.
 *
 * A name in no list may be a firm's, but also a product's: it is meant only
 * where no body and no other such name is.
 *
 * Cost: a bounded number of mentions is looked at before each.
 *
 * Not here: "the board" of the Harbour Board (owned.c), "it" (neuter.c).
 */
#include "speaker/firm.h"

#include "speaker/paper.h"
#include "speaker/proper.h"
#include "speaker/wired.h"

enum {
    LOOKED_AT = 80,  /* mentions before the noun */
    NAME_TOKENS = 8, /* of a name, looked through */
    NEAR = 4,        /* short paragraphs, */
    FAR = 120,       /* tokens back to what is told to be a firm */
    DATELINE = 10,   /* tokens of "HANOI, July 9 (Reuters)" */
    TOLD = 8,        /* firms that a text tells to be such */
    BOTH_TOKENS = 4, /* "Hill and Lowe," */
    OFTEN = 3        /* fewest times that what a text is about is named */
};

/* What is told of before a noun. */
struct told {
    uint32_t subject; /* the latest mention that is one, or NONE */
    uint32_t id;      /* whom it means */
    bool rival;       /* another is named since, */
    bool several;     /* or at all; */
    uint32_t most;    /* how often the one of these named most */
};

bool ws_is_force(const ws_scene *scene, const ws_mention *m)
{
    uint32_t last = m->name_end - 1;

    if (m->kind != WS_MENTION_NAME || m->type == WHOSAID_SOURCE_PERSON ||
        m->name_end < m->name + 2)
        return false;
    if (ws_scene_listed(scene, last, WS_LIST_CORPS))
        last--;
    return last > m->name && ws_is_capital(&scene->tokens->token[m->name]) &&
           ws_is_capital(&scene->tokens->token[last]) &&
           ws_scene_listed(scene, last, WS_LIST_FORCE);
}

/* "The firm", "the firm's". */
static bool is_bare(const ws_scene *scene, const ws_mention *m)
{
    return m->kind == WS_MENTION_NOMINAL && m->head == m->first + 1 &&
           m->same == WHOSAID_NONE &&
           (m->flags &
            (WS_M_QUOTED | WS_M_JOINT | WS_M_INDEFINITE | WS_M_PLURAL)) == 0 &&
           ws_scene_listed(scene, m->first, WS_LIST_DEFINITE) &&
           (m->type == WHOSAID_SOURCE_BODY ||
            ws_scene_listed(scene, m->head, WS_LIST_FIRM) ||
            (m->type == WHOSAID_SOURCE_GROUP &&
             ws_scene_listed(scene, m->head, WS_LIST_CORPS)));
}

/* Whether a name can be that of a firm: no court, no newspaper. */
static bool is_business(const ws_scene *scene, const ws_mention *full)
{
    for (uint32_t i = full->name;
         i < full->name_end && i < full->name + NAME_TOKENS; i++)
        if (ws_scene_listed(scene, i, WS_LIST_PUBLIC) ||
            ws_is_paper(&scene->tokens->token[i]))
            return false;
    return true;
}

/* "Chip designer Velaris", "the shot's maker, Corvane": whether what stands
 * before a name tells that it is a firm's. A designer of two names is a man or
 * a woman. */
static bool is_traded(const ws_scene *scene, const ws_mention *full)
{
    uint32_t end = full->role != full->role_end ? full->role_end : full->name;

    if (full->kind != WS_MENTION_NAME || end == 0 || end > full->name ||
        full->name - end > 1 ||
        (full->name > end && !ws_is_comma(&scene->tokens->token[end])))
        return false;
    uint32_t noun = end - 1;
    if (!ws_is_small(&scene->tokens->token[noun])) /* "[Business] Insider" */
        return false;
    return ws_scene_listed(scene, noun, WS_LIST_FIRM) ||
           (full->name_end == full->name + 1 && noun > 0 &&
            scene->tokens->token[noun - 1].kind == WS_TOKEN_WORD &&
            !WS_IS(scene->tokens->token[noun - 1].lex, DET) &&
            ws_scene_listed(scene, noun, WS_LIST_TRADED));
}

/* Whether a name in no list, borne by nobody who is a man or a woman, may be a
 * body's. */
static bool may_be_body(const ws_scene *scene, const ws_person *person)
{
    const ws_lex human = WS_GIVEN_CLASSES | WS_LEX_BIT(SURNAME) |
                         WS_LEX_BIT(HONORIFIC) | WS_LEX_BIT(PLACE) |
                         WS_LEX_BIT(NATIONALITY) | WS_LEX_BIT(TIME) |
                         WS_LEX_BIT(ROLE) | WS_LEX_BIT(TITLE);
    const ws_mention *full = &scene->mentions->mention[person->mention];
    ws_lex last = scene->tokens->token[full->name_end - 1].lex;

    bool made = full->role != full->role_end &&
                ws_scene_listed(scene, full->role_end - 1, WS_LIST_FIRM);
    /* "chip designer Fenline Micro": nobody of that trade */
    bool trade =
        person->type == WHOSAID_SOURCE_PERSON && is_traded(scene, full);
    if ((person->type != WHOSAID_SOURCE_NONE && !trade) ||
        person->titled != 0 || person->he != 0 || person->she != 0 ||
        person->shown != 0 || person->placed != 0 ||
        (person->flags & (WS_M_MALE | WS_M_FEMALE)) != 0 ||
        (full->name > full->first + 1 && !trade))
        return false;
    /* "the operator, Fenline": a firm's noun; but "the nurse, Fenline" */
    if (full->role != full->role_end && !made && !trade)
        return false;
    /* "Severn Trent Water": by its last word */
    if (full->name_end > full->name + 1 &&
        (last & (human | WS_LEX_BIT(COMMON_NOUN))) == WS_LEX_BIT(COMMON_NOUN) &&
        !ws_scene_listed(scene, full->name_end - 1, WS_LIST_LANDMARK))
        return true;
    for (uint32_t i = full->name;
         i < full->name_end && i < full->name + NAME_TOKENS; i++)
        if ((scene->tokens->token[i].lex & human) != 0)
            return false;
    return true;
}

/* "HANOI (Reuters) -": whose report it is, and nobody told of in it. */
static bool is_desk(const ws_scene *scene, const ws_mention *m)
{
    const ws_token *token = scene->tokens->token;

    return m->first > 0 && m->last < scene->tokens->count &&
           token[m->first - 1].cp == '(' && token[m->last].cp == ')' &&
           (scene->tokens->first[token[m->first].paragraph] + DATELINE >
                m->first ||
            (m->last + 1 < scene->tokens->count &&
             ws_is_dash(&token[m->last + 1])));
}

/* Whether mention k is of a body that the noun can mean, and no paper that was
 * told: "she told the Post. The company said". sure: by its name. */
static bool is_fit(const ws_scene *scene, uint32_t k, bool firm, bool sure)
{
    const ws_mention *m = &scene->mentions->mention[k];
    uint32_t id = scene->people->of[k];

    if (id == WHOSAID_NONE || m->kind == WS_MENTION_PRONOUN ||
        (m->flags & (WS_M_QUOTED | WS_M_JOINT)) != 0 || is_desk(scene, m) ||
        (firm && scene->cues->hears[k]))
        return false;
    const ws_person *person = &scene->people->person[id];
    const ws_mention *full = &scene->mentions->mention[person->mention];
    if (full->kind != WS_MENTION_NAME || (firm && !is_business(scene, full)) ||
        ws_is_dateline(scene->tokens->token, scene->tokens->count, full))
        return false;
    return person->type == WHOSAID_SOURCE_BODY ||
           (!sure && may_be_body(scene, person));
}

/* "Fenline, [the logistics company] that": what it is, wherever it stands. */
static bool is_told_firm(const ws_scene *scene, const ws_mention *k)
{
    return k->kind == WS_MENTION_NOMINAL && k->same != WHOSAID_NONE &&
           ws_scene_listed(scene, k->head, WS_LIST_FIRM);
}

/* What is told of in the mentions before m. */
static struct told look_back(const ws_scene *scene, uint32_t m, bool firm,
                             bool sure)
{
    const uint16_t other =
        WS_M_GENITIVE | WS_M_NESTED | WS_M_OBJECT | WS_M_AFTER_PREPOSITION;
    struct told told = {.subject = WHOSAID_NONE, .id = WHOSAID_NONE};
    uint32_t first = WHOSAID_NONE;

    for (uint32_t n = 1; n <= LOOKED_AT && n <= m; n++) {
        const ws_mention *k = &scene->mentions->mention[m - n];
        uint32_t id = scene->people->of[m - n];
        if (!is_fit(scene, m - n, firm, sure))
            continue;
        if (first == WHOSAID_NONE)
            first = id;
        told.several = told.several || id != first;
        if (told.subject == WHOSAID_NONE &&
            ((k->flags & other) == 0 || is_told_firm(scene, k))) {
            told.subject = m - n;
            told.id = id;
            told.rival = told.several;
        }
    }
    for (uint32_t n = 1; told.several && n <= LOOKED_AT && n <= m; n++) {
        uint32_t id = scene->people->of[m - n];
        if (id == told.id || !is_fit(scene, m - n, firm, sure))
            continue;
        uint32_t count = scene->people->person[id].count;
        told.most = count > told.most ? count : told.most;
    }
    return told;
}

/* Whether it was told of in the paragraph of a token or the one before, and no
 * other since; or nothing else was told of, or by far less often. */
static bool is_sure(const ws_scene *scene, const struct told *told,
                    uint32_t token)
{
    const ws_token *at = scene->tokens->token;

    if (told->subject == WHOSAID_NONE)
        return false;
    uint32_t there = scene->mentions->mention[told->subject].head;
    uint32_t count = scene->people->person[told->id].count;
    return !told->several ||
           (!told->rival && at[token].paragraph - at[there].paragraph < 2) ||
           (count >= OFTEN && count >= 2 * told->most);
}

/* Whether a name in no list spoke last, behind the bodies told of: "Norvane said
 * that ... The company said". */
static bool is_fresh(const ws_scene *scene, const struct told *body,
                     const struct told *other, uint32_t token)
{
    const ws_token *at = scene->tokens->token;

    if (other->subject == WHOSAID_NONE || other->id == body->id ||
        scene->cues->of[other->subject] == WHOSAID_NONE ||
        (body->subject != WHOSAID_NONE && other->subject < body->subject))
        return false;
    uint32_t there = scene->mentions->mention[other->subject].head;
    return at[token].paragraph - at[there].paragraph < 2;
}

/* Whose name mention k is, which what stands before it tells to be a firm's; or
 * NONE. */
static uint32_t traded_at(const ws_scene *scene, uint32_t k)
{
    uint32_t id = scene->people->of[k];

    return is_fit(scene, k, true, false) &&
                   is_traded(scene, &scene->mentions->mention[k])
               ? id
               : WHOSAID_NONE;
}

/* "Its rival, Denebex": whether mention k is one name in no list, whoever bears
 * it. */
static bool is_odd(const ws_scene *scene, uint32_t k)
{
    uint32_t id = scene->people->of[k];

    if (scene->mentions->mention[k].kind != WS_MENTION_NAME ||
        id == WHOSAID_NONE || is_desk(scene, &scene->mentions->mention[k]))
        return false;
    const ws_mention *full =
        &scene->mentions->mention[scene->people->person[id].mention];
    return full->kind == WS_MENTION_NAME && full->name_end == full->name + 1 &&
           scene->tokens->token[full->name].lex == 0;
}

/* "A win for chip designer Velaris. The company": the one so told of just
 * before m, where no other that may be a firm is named with it or since; or
 * NONE. */
static uint32_t traded_before(const ws_scene *scene, uint32_t m)
{
    const ws_mention *mention = scene->mentions->mention;
    const ws_token *token = scene->tokens->token;
    const uint32_t *of = scene->sentences->of;
    uint32_t found = WHOSAID_NONE;
    uint32_t sentence = 0;

    for (uint32_t n = 1; n <= LOOKED_AT && n <= m; n++) {
        uint32_t at = mention[m - n].head;
        if (mention[m].head - at > FAR ||
            token[mention[m].head].paragraph - token[at].paragraph > NEAR ||
            (found != WHOSAID_NONE && of[at] != sentence))
            break;
        if (!is_fit(scene, m - n, true, false) && !is_odd(scene, m - n))
            continue;
        if (found == WHOSAID_NONE) {
            found = traded_at(scene, m - n);
            sentence = of[at];
        }
        if (scene->people->of[m - n] != found)
            return WHOSAID_NONE;
    }
    return found;
}

/* Whom the bare noun m means, or NONE. */
static uint32_t meant_by(const ws_scene *scene, uint32_t m)
{
    const ws_mention *mention = scene->mentions->mention;
    bool firm = ws_scene_listed(scene, mention[m].head, WS_LIST_FIRM);

    if (!firm && !ws_scene_listed(scene, mention[m].head, WS_LIST_CALLED) &&
        !ws_scene_listed(scene, mention[m].head, WS_LIST_GROUPED))
        return WHOSAID_NONE;
    uint32_t traded = firm ? traded_before(scene, m) : WHOSAID_NONE;
    if (traded != WHOSAID_NONE)
        return traded;
    struct told told = look_back(scene, m, firm, true);
    struct told other = {.subject = WHOSAID_NONE};
    if (firm && (told.subject == WHOSAID_NONE ? told.several : true))
        other = look_back(scene, m, firm, false);
    if (is_fresh(scene, &told, &other, mention[m].head))
        return other.id;
    if (told.subject != WHOSAID_NONE)
        return is_sure(scene, &told, mention[m].head) ? told.id : WHOSAID_NONE;
    if (told.several || !firm)
        return WHOSAID_NONE;
    told = look_back(scene, m, firm, false);
    return told.several ? WHOSAID_NONE : told.id;
}

/* "The force": the police named last before it, where no other is; or NONE. */
static uint32_t force_before(const ws_scene *scene, uint32_t m)
{
    const ws_people *people = scene->people;
    uint32_t found = WHOSAID_NONE;
    uint32_t is = people->of[m];

    if (!is_bare(scene, &scene->mentions->mention[m]) ||
        !ws_scene_listed(scene, scene->mentions->mention[m].head,
                         WS_LIST_CORPS) ||
        (is != WHOSAID_NONE &&
         scene->mentions->mention[people->person[is].mention].kind ==
             WS_MENTION_NAME))
        return WHOSAID_NONE;
    for (uint32_t n = 1; n <= LOOKED_AT && n <= m; n++) {
        const ws_mention *k = &scene->mentions->mention[m - n];
        uint32_t id = people->of[m - n];
        /* "Devon and [Cornwall Police]" is part of the next one */
        bool part =
            n > 1 && (k[1].flags & WS_M_JOINT) != 0 && k[1].last == k->last;
        if (id == WHOSAID_NONE || part || (k->flags & WS_M_QUOTED) != 0 ||
            !ws_is_force(scene, k))
            continue;
        if (found != WHOSAID_NONE && found != id)
            return WHOSAID_NONE;
        found = id;
    }
    return found;
}

/* "Fenline, a chain with shops in Brill,": whether the mention before nominal m
 * hangs on nothing. */
static bool is_subject_of(const ws_scene *scene, uint32_t m)
{
    return m > 0 && (scene->mentions->mention[m - 1].flags &
                     (WS_M_AFTER_PREPOSITION | WS_M_OBJECT)) == 0;
}

/* ", a Denver firm": whether the nominal m tells what the name before its comma,
 * which ends at *last then, is. */
static bool tells_firm(const ws_scene *scene, uint32_t m, uint32_t *last)
{
    const ws_mention *e = &scene->mentions->mention[m];
    const ws_token *token = scene->tokens->token;

    if (e->kind != WS_MENTION_NOMINAL || e->first < BOTH_TOKENS ||
        (e->flags & (WS_M_PLURAL | WS_M_QUOTED)) != 0 ||
        !ws_is_comma(&token[e->first - 1]) ||
        !WS_IS(token[e->first].lex, DET) ||
        !ws_scene_listed(scene, e->head, WS_LIST_FIRM))
        return false;
    /* but "the flight left Brill, the airline said", "in Brill, a firm shut" */
    const ws_token *behind = &token[e->close];
    bool ends = e->close >= scene->tokens->count ||
                behind->kind == WS_TOKEN_PUNCT || WS_IS(behind->lex, RELATIVE);
    *last = e->first - 2;
    return (ends || is_subject_of(scene, m)) &&
           scene->cues->of[m] == WHOSAID_NONE && ws_is_capital(&token[*last]);
}

/* The person of a name that ends at token last and may be a firm's; or NONE. */
static uint32_t one_of(const ws_scene *scene, uint32_t m, uint32_t last)
{
    for (uint32_t n = 1; n < BOTH_TOKENS && n <= m; n++) {
        const ws_mention *k = &scene->mentions->mention[m - n];
        uint32_t id = scene->people->of[m - n];
        if (k->kind != WS_MENTION_NAME || k->last != last + 1 ||
            (k->flags & (WS_M_JOINT | WS_M_GENITIVE)) != 0 ||
            id == WHOSAID_NONE)
            continue;
        const ws_person *person = &scene->people->person[id];
        bool open = person->type == WHOSAID_SOURCE_NONE &&
                    person->titled + person->he + person->she == 0 &&
                    (scene->tokens->token[k->name].lex &
                     (WS_GIVEN_CLASSES | WS_LEX_BIT(PLACE))) == 0;
        return open || person->type == WHOSAID_SOURCE_BODY ? id : WHOSAID_NONE;
    }
    return WHOSAID_NONE;
}

/* The person as whom two names are told of together, "Marsh and Tilling" at
 * [last - 2, last], or NONE. */
static uint32_t both_of(const ws_scene *scene, uint32_t last)
{
    const ws_token *token = scene->tokens->token;
    const char *bytes = scene->text->bytes;

    for (uint32_t k = 0; k < scene->mentions->count; k++) {
        const ws_mention *both = &scene->mentions->mention[k];
        if (both->kind == WS_MENTION_NAME && (both->flags & WS_M_JOINT) != 0 &&
            both->last == both->first + 3 &&
            ws_token_same(bytes, &token[both->first], &token[last - 2]) &&
            ws_token_same(bytes, &token[both->last - 1], &token[last]))
            return scene->people->of[k];
    }
    return WHOSAID_NONE;
}

/* Whether mention k is the noun of a firm. */
static bool is_firm_noun(const ws_scene *scene, uint32_t k)
{
    const ws_mention *e = &scene->mentions->mention[k];

    return e->kind == WS_MENTION_NOMINAL &&
           (e->flags & (WS_M_PLURAL | WS_M_QUOTED)) == 0 &&
           ws_scene_listed(scene, e->head, WS_LIST_FIRM);
}

/* The nouns of firms from m on that mean what m means are person id's. */
static void give(const ws_scene *scene, uint32_t m, uint32_t id,
                 ws_people *people)
{
    uint32_t was = people->of[m];

    people->person[id].type = WHOSAID_SOURCE_BODY;
    people->person[id].flags &= (uint16_t)~WS_M_PLURAL;
    for (uint32_t k = m; k < scene->mentions->count; k++) {
        if (k != m && (was == WHOSAID_NONE || people->of[k] != was ||
                       !is_firm_noun(scene, k)))
            continue;
        people->of[k] = id;
        people->sure[k] = WS_SURE_NOMINAL;
    }
}

/* What the text tells to be a firm, behind its name. */
static void join_told(const ws_scene *scene, ws_people *people)
{
    const ws_token *token = scene->tokens->token;
    uint32_t told = 0;
    uint32_t pairs = 0; /* looked for in the whole text */

    for (uint32_t m = 0; m < scene->mentions->count && told < TOLD; m++) {
        uint32_t last = 0;
        uint32_t id = WHOSAID_NONE;
        if (!tells_firm(scene, m, &last))
            continue;
        if (WS_IS(token[last - 1].lex, AND) && pairs++ < TOLD)
            id = both_of(scene, last);
        id = id == WHOSAID_NONE ? one_of(scene, m, last) : id;
        if (id == WHOSAID_NONE || id == people->of[m])
            continue;
        give(scene, m, id, people);
        told++;
    }
}

/* Whether mention m means somebody already: but "the retailer" that means only
 * what it says is not known. */
static bool is_known(const ws_scene *scene, uint32_t m)
{
    uint32_t id = scene->people->of[m];

    if (id == WHOSAID_NONE)
        return false;
    uint32_t full = scene->people->person[id].mention;
    return !is_firm_noun(scene, full) ||
           (scene->mentions->mention[full].flags & WS_M_INDEFINITE) != 0;
}

void ws_firms_join(const ws_scene *scene, ws_people *people)
{
    if (scene->tokens->foreign)
        return;
    join_told(scene, people);
    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        uint32_t id = force_before(scene, m);
        if (id == WHOSAID_NONE && !is_known(scene, m) &&
            is_bare(scene, &scene->mentions->mention[m]))
            id = meant_by(scene, m);
        if (id == WHOSAID_NONE)
            continue;
        people->of[m] = id;
        people->sure[m] = WS_SURE_NOMINAL;
        people->person[id].type = WHOSAID_SOURCE_BODY; /* by its noun */
    }
}

uint32_t ws_firm_owning(const ws_scene *scene, uint32_t token)
{
    struct told told =
        look_back(scene, scene->mentions->at[token], false, true);

    if (told.subject != WHOSAID_NONE)
        return is_sure(scene, &told, token) ? told.id : WHOSAID_NONE;
    if (told.several)
        return WHOSAID_NONE;
    /* a name in no list that says something is no film and no bridge */
    told = look_back(scene, scene->mentions->at[token], false, false);
    return is_sure(scene, &told, token) &&
                   scene->people->person[told.id].says > 0
               ? told.id
               : WHOSAID_NONE;
}
