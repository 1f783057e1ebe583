/*
 * concern.c - "die Gewerkschaft", said of the union just told of by its name.
 *
 *   in   mentions joined into people
 *   out  for a bare noun of a body, the body that it means
 *
 * Papers name a union once: "Die IG Bau warnte. „...“, teilte die Gewerkschaft
 * mit." Its name tells a reader who knows it what it is; a list of all such
 * names there is not.
 *
 * 1. The noun is definite, of one, with no word more: "der Konzern".
 * 2. It means the name that opens the sentence before in its paragraph, where
 *    nothing says that it is somebody's, a place's or a paper's.
 * 3. A noun of a firm means the only one told of whose name ends in what a firm
 *    is by law: "AG". Where there are two, nobody.
 *
 * Cost: a bounded number of mentions is looked at before each.
 *
 * Not here: documents in English (firm.c), a noun that stands beside the name,
 * "der Verband Nord", or ends its first word (nominal.c).
 */
#include "speaker/concern.h"

#include "speaker/paper.h"
#include "speaker/proper.h"

enum {
    LOOKED_AT = 80, /* mentions before the noun */
    NAME_TOKENS = 8 /* of a name, looked through */
};

/* "Der Verband der Müller": whose it is follows. */
static bool is_owned(const ws_scene *scene, const ws_mention *m)
{
    return m->last < scene->tokens->count &&
           WS_IS(scene->tokens->token[m->last].lex, OF);
}

/* "Der Konzern", "die Gewerkschaft": no word more. */
static bool is_bare(const ws_scene *scene, const ws_mention *m)
{
    const uint16_t other = WS_M_QUOTED | WS_M_JOINT | WS_M_INDEFINITE |
                           WS_M_NESTED | WS_M_GENITIVE;
    ws_lex article = scene->tokens->token[m->first].lex;
    /* "die Unternehmen", but "das Unternehmen" */
    bool several = (m->flags & WS_M_PLURAL) != 0 && !WS_IS(article, NEUTER);

    return m->kind == WS_MENTION_NOMINAL && m->head == m->first + 1 &&
           m->last == m->head + 1 && (m->flags & other) == 0 &&
           m->same == WHOSAID_NONE && !is_owned(scene, m) && !several &&
           WS_IS(article, DET) && !WS_IS(article, QUANTITY) &&
           (ws_scene_listed(scene, m->head, WS_LIST_FIRM) ||
            ws_scene_listed(scene, m->head, WS_LIST_CALLED));
}

/* Whether a name may be a body's: of nobody who is a man or a woman, no place's
 * and no newspaper's. */
static bool may_be_body(const ws_scene *scene, const ws_person *person)
{
    const ws_lex human = WS_GIVEN_CLASSES | WS_LEX_BIT(HONORIFIC) |
                         WS_LEX_BIT(NATIONALITY) | WS_LEX_BIT(TIME) |
                         WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON);
    const ws_mention *full = &scene->mentions->mention[person->mention];
    const ws_token *token = scene->tokens->token;

    if (full->kind != WS_MENTION_NAME || (full->flags & WS_M_JOINT) != 0)
        return false;
    if (person->type == WHOSAID_SOURCE_BODY)
        return true;
    if (person->type != WHOSAID_SOURCE_NONE || person->titled != 0 ||
        person->he != 0 || person->she != 0 ||
        (person->flags & (WS_M_MALE | WS_M_FEMALE)) != 0 ||
        ws_person_is_place(person))
        return false;
    for (uint32_t i = full->name;
         i < full->name_end && i < full->name + NAME_TOKENS; i++)
        if ((token[i].lex & human) != 0 || ws_is_paper(&token[i]) ||
            (WS_IS(token[i].lex, PLACE) && full->name_end == full->name + 1))
            return false;
    return true;
}

/* "Kessel AG": by what a firm is by law. */
static bool is_firm(const ws_scene *scene, const ws_mention *name)
{
    const ws_token *last = &scene->tokens->token[name->name_end - 1];

    return name->name_end > name->name + 1 && WS_IS(last->lex, BODY) &&
           !WS_IS(last->lex, COMMON_NOUN) &&
           ((last->shape & WS_SHAPE_ALLCAPS) != 0 ||
            ws_is_listed_small(WS_LIST_LEGAL, scene->text->bytes + last->begin,
                               last->end - last->begin)); /* "GmbH" */
}

/* "Kessel AG", "die Bahn", or told of more than once: a word alone that opens a
 * sentence may be any, "Betroffen ist das Werk". */
static bool is_surely_name(const ws_scene *scene, uint32_t k)
{
    const ws_mention *c = &scene->mentions->mention[k];
    const ws_person *person = &scene->people->person[scene->people->of[k]];

    return person->type == WHOSAID_SOURCE_BODY || person->count > 1 ||
           c->name_end > c->name + 1 || c->name > c->first;
}

/* Whether name c opens its sentence, behind an article at most, and that is the
 * one before that of noun m in its paragraph. */
static bool opens_before(const ws_scene *scene, const ws_mention *c,
                         const ws_mention *m)
{
    const uint32_t *of = scene->sentences->of;
    const ws_token *token = scene->tokens->token;
    uint32_t first = scene->sentences->sentence[of[c->head]].first;

    return of[m->head] - of[c->head] == 1 &&
           token[c->head].paragraph == token[m->head].paragraph &&
           (c->name == first ||
            (c->name == first + 1 && WS_IS(token[first].lex, DET)));
}

/* The body that the bare noun m means, or NONE. */
static uint32_t meant_by(const ws_scene *scene, uint32_t m)
{
    const ws_people *people = scene->people;
    const ws_mention *mention = scene->mentions->mention;
    bool firm = ws_scene_listed(scene, mention[m].head, WS_LIST_FIRM);
    uint32_t found = WHOSAID_NONE;

    for (uint32_t n = 0, k = m; n < LOOKED_AT && k > 0; n++) {
        const ws_mention *c = &mention[--k];
        uint32_t id = people->of[k];
        if (id == WHOSAID_NONE || c->kind != WS_MENTION_NAME ||
            (c->flags & (WS_M_QUOTED | WS_M_JOINT | WS_M_GENITIVE)) != 0 ||
            !may_be_body(scene, &people->person[id]))
            continue;
        if (opens_before(scene, c, &mention[m]) && is_surely_name(scene, k))
            return id;
        if (!firm || !is_firm(scene, &mention[people->person[id].mention]))
            continue;
        if (found != WHOSAID_NONE && found != id)
            return WHOSAID_NONE;
        found = id;
    }
    return found;
}

bool ws_concern_join(const ws_scene *scene, uint32_t m, ws_people *people)
{
    uint32_t is = people->of[m];

    if (!scene->tokens->foreign || !scene->tokens->nouns ||
        !is_bare(scene, &scene->mentions->mention[m]) ||
        (is != WHOSAID_NONE &&
         scene->mentions->mention[people->person[is].mention].kind ==
             WS_MENTION_NAME))
        return false;
    uint32_t id = meant_by(scene, m);
    if (id == WHOSAID_NONE)
        return false;
    people->of[m] = id;
    people->sure[m] = WS_SURE_NOMINAL;
    people->person[id].type = WHOSAID_SOURCE_BODY; /* by its noun */
    return true;
}
