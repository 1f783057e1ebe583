/*
 * renamed.c - "der Geistliche", said of the one of whom the sentence before
 * tells.
 *
 *   in   mentions joined into people, cues
 *   out  for a noun that speaks, the person that it means
 *
 * German papers seldom repeat a name: behind "Bischof Lampe warnte" stands
 * "„...“, sagte der Geistliche". No list has all such nouns, but who speaks is
 * somebody, and an article says that readers know him.
 *
 * 1. The noun is the subject of a verb of saying, definite, of one, with
 *    nothing that hangs on it, and called so for the first time. "Der Mann",
 *    "die 58-Jährige" may have been somebody else before. Not "auch der
 *    Wirt", "der Wirt am Markt", one more.
 * 2. He is the first of whom the sentence before tells, outside marks, in the
 *    paragraph; past sentences about a pronoun or what somebody owns. Where the
 *    paragraph begins with the words, the only one of whom the paragraph before
 *    tells.
 * 3. Where that is nobody, or one of another sex: the only one with a name, of
 *    those told of in the sentences before, whose sex the noun has. In a story
 *    not whoever spoke in the paragraph before.
 * 4. Not one of another sex, nor who hears it; "der Richter" only where nothing
 *    says that he is something else.
 *
 * Cost: a bounded number of mentions.
 *
 * Not here: nouns of an office that the text told of (nominal.c), those weighed
 * by how near and how often people are named (epithet.c).
 */
#include "speaker/renamed.h"

#include "speaker/besides.h"
#include "speaker/measured.h"
#include "speaker/sole.h"

enum {
    BACK_MENTIONS = 40, /* looked at */
    BACK_SENTENCES = 4, /* from a noun to whom it means */
    FAR_MENTIONS = 80,  /* looked at for the only one of a sex */
    FAR_SENTENCES = 15, /* from a noun to the only one of its sex */
    THE_BYTES = 3,      /* of an article */
    ROLE_WORDS = 12,    /* of an office, looked at */
    AGE_TOKENS = 300,   /* looked at for an age told before */
    TOLD_TOKENS = 30,   /* of a sentence that may be reported */
    LEAST_PART = 3,     /* bytes of what stands before the end of a compound */
    ENDING_BYTES = 5    /* that two nouns of one office share */
};

#define BOTH (WS_M_MALE | WS_M_FEMALE)

/* "58-Jährige" */
static bool is_aged(const ws_scene *scene, uint32_t i)
{
    const ws_token *token = &scene->tokens->token[i];
    char first = scene->text->bytes[token->begin];

    return (token->shape & WS_SHAPE_HYPHEN) != 0 && first >= '0' &&
           first <= '9';
}

/* "Der Mann", "die 58-Jährige", "der Schwede": anybody of a kind. */
static bool is_anyone(const ws_scene *scene, const ws_mention *e)
{
    if (e->head == e->first + 1 + WS_MEASURED) /* "der 41 Jahre alte Däne" */
        return ws_is_measured(scene->tokens, e->first + 1);
    return e->head == e->first + 1 &&
           (is_aged(scene, e->head) ||
            ws_scene_listed(scene, e->head, WS_LIST_ANYONE));
}

/* "Der Politiker", "der SPD-Politiker": one of many offices. */
static bool is_general(const ws_scene *scene, uint32_t i)
{
    const ws_token *token = &scene->tokens->token[i];
    const char *bytes = scene->text->bytes;
    uint32_t at = token->end;

    while (at > token->begin && bytes[at - 1] != '-')
        at--;
    return ws_is_listed(WS_LIST_GENERAL, bytes + at, token->end - at) ||
           ws_is_listed(WS_LIST_HEADS, bytes + at, token->end - at);
}

/* The sex that a noun or its article tells, or 0. */
static uint16_t sex_of(const ws_scene *scene, const ws_mention *e)
{
    ws_lex article = scene->tokens->token[e->first].lex;
    uint16_t told = e->flags & BOTH;

    if (told != 0 && told != BOTH)
        return told;
    if (WS_IS(article, MALE))
        return WS_M_MALE;
    return WS_IS(article, FEMALE) ? WS_M_FEMALE : 0;
}

/* "Sagten die Geistlichen": the verb of a mention is one of several. */
static bool is_of_many(const ws_scene *scene, uint32_t m)
{
    const ws_cue *cue = &scene->cues->cue[scene->cues->of[m]];
    const ws_token *verb = &scene->tokens->token[cue->first];

    return scene->text->bytes[verb->end - 1] == 'n';
}

/* "Der Lehrling wird rot. „...“": a noun opens the sentence before marks. */
static bool opens_before_marks(const ws_scene *scene, const ws_mention *e)
{
    const ws_sentence *s =
        &scene->sentences->sentence[scene->sentences->of[e->head]];

    return e->first == s->first && s->last < scene->tokens->count &&
           scene->pieces->inside[s->last] != 0 &&
           scene->pieces->inside[s->first] == 0 &&
           scene->tokens->token[s->last].paragraph ==
               scene->tokens->token[e->head].paragraph;
}

/* Marks stand in the sentence of token i, or open the next: "Die Wirtin lacht.
 * „...“" */
static bool has_marks(const ws_scene *scene, uint32_t i)
{
    const ws_sentence *s = &scene->sentences->sentence[scene->sentences->of[i]];
    bool behind = s->last < scene->tokens->count &&
                  scene->pieces->inside[s->last] != 0 &&
                  scene->tokens->token[s->last].paragraph ==
                      scene->tokens->token[i].paragraph;

    return behind || scene->pieces->inside[s->first] != 0 ||
           scene->pieces->opened[s->last] > scene->pieces->opened[s->first];
}

/* An office, a woman; or a word of which nothing is known. */
static bool is_of_somebody(const ws_scene *scene, const ws_mention *e)
{
    return e->type == WHOSAID_SOURCE_ANONYMOUS ||
           (e->type == WHOSAID_SOURCE_NONE &&
            !WS_IS(scene->tokens->token[e->head].lex, COMMON_NOUN));
}

/* "Der Leiter der Wache": somebody of whom something is told; but "der
 * SPD-Politiker hielt der Union vor", "die Juristin vom Verband". */
static bool tells_more(const ws_scene *scene, const ws_mention *e)
{
    return e->close != e->last &&
           WS_IS(scene->tokens->token[e->last].lex, OF) &&
           !is_general(scene, e->head);
}

/* "Sagte der Geistliche": whether mention m may be a noun for somebody told
 * of. In a story "Der Alte schwieg" may be anybody. */
static bool is_noun(const ws_scene *scene, uint32_t m, bool story)
{
    const uint16_t other = WS_M_INDEFINITE | WS_M_QUOTED | WS_M_PLURAL |
                           WS_M_JOINT | WS_M_NESTED | WS_M_GENITIVE |
                           WS_M_AFTER_PREPOSITION;
    const ws_mention *e = &scene->mentions->mention[m];
    const ws_token *the = &scene->tokens->token[e->first];
    uint32_t id = scene->people->of[m];
    uint32_t cue = scene->cues->of[m];

    if (e->kind != WS_MENTION_NOMINAL || (e->flags & other) != 0 ||
        (cue == WHOSAID_NONE
             ? story || !opens_before_marks(scene, e)
             : scene->cues->cue[cue].subject != m || is_of_many(scene, m)) ||
        !is_of_somebody(scene, e) || e->same != WHOSAID_NONE ||
        e->head == e->first || tells_more(scene, e) ||
        the->end - the->begin != THE_BYTES || !WS_IS(the->lex, DET) ||
        (WS_IS(the->lex, NEUTER) && (e->flags & WS_M_FEMALE) == 0) ||
        !has_marks(scene, e->head) || ws_is_besides(scene, m))
        return false;
    return id == WHOSAID_NONE || scene->people->person[id].mention == m ||
           is_anyone(scene, e);
}

/* "Wien (APA)", "die Lage": nobody who could speak. */
static bool is_thing(const ws_scene *scene, uint32_t k)
{
    const ws_mention *c = &scene->mentions->mention[k];
    uint32_t id = scene->people->of[k];

    if (c->kind == WS_MENTION_PRONOUN)
        return false;
    if (c->kind == WS_MENTION_NOMINAL)
        return c->type != WHOSAID_SOURCE_ANONYMOUS &&
               c->type != WHOSAID_SOURCE_GROUP;
    return id == WHOSAID_NONE ||
           scene->people->person[id].type == WHOSAID_SOURCE_BODY ||
           ws_person_is_place(&scene->people->person[id]) ||
           (scene->people->person[id].type == WHOSAID_SOURCE_NONE &&
            c->name_end == c->name + 1 && scene->people->person[id].count < 2 &&
            scene->cues->of[k] == WHOSAID_NONE);
}

/* Somebody of whom a sentence can tell. */
static bool is_subject(const ws_mention *c)
{
    const uint16_t governed =
        WS_M_OBJECT | WS_M_AFTER_PREPOSITION | WS_M_GENITIVE | WS_M_NESTED |
        WS_M_QUOTED | WS_M_RELATIVE | WS_M_FIRST | WS_M_SECOND | WS_M_NEUTER;

    return (c->flags & governed) == 0 &&
           (c->type != WHOSAID_SOURCE_NONE || c->kind != WS_MENTION_NOMINAL);
}

/* "Ein Fahrer", "der Angeklagte": brought in, without a name; "Anwohner" are
 * several. */
static bool is_nameless(const ws_scene *scene, const ws_mention *c,
                        const ws_person *person)
{
    const ws_mention *full = &scene->mentions->mention[person->mention];
    const ws_lex article = WS_LEX_BIT(DET) | WS_LEX_BIT(POSSESSIVE);

    return c->kind == WS_MENTION_NOMINAL && full->kind == WS_MENTION_NOMINAL &&
           (c->flags & (WS_M_PLURAL | WS_M_JOINT)) == 0 &&
           (scene->tokens->token[c->first].lex & article) != 0 &&
           person->type == WHOSAID_SOURCE_ANONYMOUS;
}

/* A person, or several words with capitals of which nothing is known. */
static bool is_person(const ws_scene *scene, const ws_person *person)
{
    const ws_mention *full = &scene->mentions->mention[person->mention];

    return full->kind == WS_MENTION_NAME &&
           (person->type == WHOSAID_SOURCE_PERSON ||
            ws_sole_is_unknown(scene, person));
}

/* "Parteichefin" behind "Grünen-Chefin": both words end alike. */
static bool ends_alike(const ws_scene *scene, uint32_t a, uint32_t b)
{
    const ws_token *one = &scene->tokens->token[a];
    const ws_token *two = &scene->tokens->token[b];
    const char *bytes = scene->text->bytes;

    if (one->end - one->begin < ENDING_BYTES ||
        two->end - two->begin < ENDING_BYTES)
        return false;
    for (uint32_t n = 1; n < ENDING_BYTES; n++)
        if (bytes[one->end - n] != bytes[two->end - n])
            return false;
    return true;
}

/* Where the end of the word at token i begins that is in a list, at least
 * LEAST_PART bytes in; 0 where none is. */
static uint32_t ending_in(const ws_scene *scene, uint32_t i, ws_list list)
{
    const ws_token *token = &scene->tokens->token[i];
    const char *bytes = scene->text->bytes;

    for (uint32_t at = token->begin + LEAST_PART; at < token->end; at++)
        if (ws_is_listed(list, bytes + at, token->end - at))
            return at;
    return 0;
}

/* "Der Museumschef" behind "Direktor Lampe", "Museumsleiter Lampe": the words of
 * mention c tell of an office that directs, the same thing if any is told. */
static bool directs_same(const ws_scene *scene, const ws_mention *e,
                         const ws_mention *c)
{
    const ws_token *noun = &scene->tokens->token[e->head];
    const char *bytes = scene->text->bytes;

    if (ending_in(scene, e->head, WS_LIST_CHIEFS) == 0)
        return false;
    for (uint32_t i = c->role; i < c->role_end && i < c->role + ROLE_WORDS;
         i++) {
        const ws_token *role = &scene->tokens->token[i];
        if (ws_scene_listed(scene, i, WS_LIST_DIRECTS))
            return true;
        if (role->end - role->begin > LEAST_PART &&
            noun->end - noun->begin > LEAST_PART &&
            memcmp(bytes + role->begin, bytes + noun->begin, LEAST_PART) == 0 &&
            ending_in(scene, i, WS_LIST_DIRECTS) != 0)
            return true;
    }
    return false;
}

/* "Der Richter" behind "Landrat Lampe": who has an office that is another; "der
 * Angeklagte" has none. */
static bool is_another(const ws_scene *scene, const ws_mention *e,
                       const ws_mention *c)
{
    bool office = c->role != c->role_end || (c->flags & WS_M_HONORIFIC) != 0;

    if (directs_same(scene, e, c))
        return false;
    if (office && ws_scene_listed(scene, e->head, WS_LIST_TRIED))
        return true;
    if (!WS_IS(scene->tokens->token[e->head].lex, ANONYMOUS) ||
        is_general(scene, e->head) || c->role == c->role_end)
        return false;
    for (uint32_t i = c->role; i < c->role_end && i < c->role + ROLE_WORDS; i++)
        if (ends_alike(scene, i, e->head))
            return false;
    return true;
}

/* "Der WDR-Intendant" behind "Bundespräsident Lampe": who has any office that is
 * no such one. */
static bool has_other_office(const ws_scene *scene, const ws_mention *e,
                             const ws_mention *c)
{
    if (c->role == c->role_end || is_anyone(scene, e) ||
        !WS_IS(scene->tokens->token[e->head].lex, ROLE) ||
        is_general(scene, e->head) || directs_same(scene, e, c))
        return false;
    for (uint32_t i = c->role; i < c->role_end && i < c->role + ROLE_WORDS; i++)
        if (ends_alike(scene, i, e->head))
            return false;
    return true;
}

/* "Der Regierungschef" is no backbencher: whether the words of mention c tell
 * of an office that leads. */
static bool leads(const ws_scene *scene, const ws_mention *c)
{
    for (uint32_t i = c->role; i < c->role_end && i < c->role + ROLE_WORDS; i++)
        if (WS_IS(scene->tokens->token[i].lex, ANONYMOUS) ||
            ws_scene_listed(scene, i, WS_LIST_LEADING))
            return true;
    return false;
}

/* Whether mention c, the first of whom a sentence tells, may be whom noun m
 * means. */
static bool may_mean(const ws_scene *scene, uint32_t m, uint32_t k, bool story)
{
    const ws_people *people = scene->people;
    const ws_mention *e = &scene->mentions->mention[m];
    const ws_mention *c = &scene->mentions->mention[k];
    const ws_person *person = &people->person[people->of[k]];
    const ws_mention *full = &scene->mentions->mention[person->mention];
    ws_stage stage = {.tokens = scene->tokens,
                      .pieces = scene->pieces,
                      .sentences = scene->sentences,
                      .mentions = scene->mentions,
                      .cues = scene->cues,
                      .people = people};
    uint16_t sex = sex_of(scene, e);
    bool known = people->of[m] != WHOSAID_NONE &&
                 people->person[people->of[m]].mention != m;

    if (ws_scene_listed(scene, e->head, WS_LIST_HEADS) && !leads(scene, c) &&
        !leads(scene, full))
        return false;
    if (ws_opposed(sex, person->flags) || people->never[m] == people->of[k] ||
        is_another(scene, e, c) || is_another(scene, e, full) ||
        ws_is_other_post(scene, m, people->of[k]) ||
        (ws_rival_apart(&stage, m, people->of[k]) &
         (WS_APART_TALKED | WS_APART_HEARER)) != 0)
        return false;
    /* a report calls "den Angeklagten" so, and "den Mann", too */
    bool she = sex == WS_M_FEMALE && (c->flags & WS_M_FEMALE) == 0;
    if (is_nameless(scene, c, person))
        return is_anyone(scene, e) && !she &&
               (story || (c->flags & WS_M_INDEFINITE) != 0);
    return !known && is_person(scene, person);
}

/* "Merle sei die Ruhigste": a sentence that somebody told, by its verb. */
static bool is_reported(const ws_scene *scene, uint32_t sentence)
{
    const ws_sentence *s = &scene->sentences->sentence[sentence];

    for (uint32_t i = s->first; i < s->last && i < s->first + TOLD_TOKENS;
         i++) {
        if (WS_IS(scene->tokens->token[i].lex, CUE_THOUGHT) &&
            ws_is_small(&scene->tokens->token[i]) &&
            scene->pieces->inside[i] == 0)
            return true;
    }
    return false;
}

/* "[Der Betreiber der Halle], Armin Gsell,": what mention found is, a name that
 * stands behind the comma. */
static bool is_named_behind(const ws_scene *scene, const ws_mention *c,
                            uint32_t found)
{
    const ws_token *token = scene->tokens->token;

    if (found == WHOSAID_NONE)
        return false;
    const ws_mention *name = &scene->mentions->mention[found];
    return name->kind == WS_MENTION_NAME && c->kind == WS_MENTION_NOMINAL &&
           c->close + 1 == name->first && ws_is_comma(&token[c->close]) &&
           name->last < scene->tokens->count && ws_is_comma(&token[name->last]);
}

/* The first of whom the sentence of mention k tells, k its last one; NONE where
 * a pronoun, or what somebody owns, is all. *open: it tells of others. */
static uint32_t told_in(const ws_scene *scene, uint32_t k, bool *others)
{
    const uint32_t *of = scene->sentences->of;
    const ws_mention *mention = scene->mentions->mention;
    uint32_t sentence = of[mention[k].head];
    uint32_t found = WHOSAID_NONE;
    uint32_t speaker = WHOSAID_NONE;
    bool speaks = false;

    for (uint32_t n = 0; n < BACK_MENTIONS; n++, k--) {
        const ws_mention *c = &mention[k];
        if (of[c->head] != sentence)
            break;
        /* "seine Frau Petra", but "ihre Kollegin Petra Lampe" */
        bool owned = (WS_IS(scene->tokens->token[c->first].lex, POSSESSIVE) &&
                      c->name_end < c->name + 2) ||
                     c->kind == WS_MENTION_PRONOUN;
        /* not "Limburger" of "der Limburger Bischof Lampe" */
        bool part = found != WHOSAID_NONE && mention[found].first <= c->first &&
                    c->last <= mention[found].last;
        if (scene->cues->of[k] != WHOSAID_NONE) {
            speaker = speaks ? WHOSAID_NONE : k;
            speaks = true;
        }
        /* "die Richter nahm er in Schutz" */
        bool many = (c->flags & WS_M_PLURAL) != 0;
        if (is_subject(c) && !owned && !part && !many && !is_thing(scene, k) &&
            !is_named_behind(scene, c, found))
            found = k;
        if (k == 0)
            break;
    }
    if (!speaks && is_reported(scene, sentence))
        found = WHOSAID_NONE;
    /* "der Fahrer habe sich gestellt, sagte Lampe": he who says so */
    if (found != WHOSAID_NONE && speaker != WHOSAID_NONE &&
        is_reported(scene, sentence) && is_subject(&mention[speaker]) &&
        !is_thing(scene, speaker))
        found = speaker;
    *others = found != WHOSAID_NONE;
    if (found == WHOSAID_NONE || scene->people->of[found] == WHOSAID_NONE)
        return WHOSAID_NONE;
    return found;
}

/* "Der Sieg ging an [Emil Lampe].": the only one with a name in the sentence of
 * mention k, its last one, where no pronoun stands for another; or NONE. */
static uint32_t named_in(const ws_scene *scene, uint32_t k)
{
    const uint32_t *of = scene->sentences->of;
    const ws_mention *mention = scene->mentions->mention;
    uint32_t sentence = of[mention[k].head];
    uint32_t found = WHOSAID_NONE;

    for (uint32_t n = 0; n < BACK_MENTIONS; n++, k--) {
        const ws_mention *c = &mention[k];
        uint32_t id = scene->people->of[k];
        if (of[c->head] != sentence)
            break;
        if (c->kind == WS_MENTION_PRONOUN && (c->flags & BOTH) != 0)
            return WHOSAID_NONE;
        bool named = c->kind == WS_MENTION_NAME && id != WHOSAID_NONE &&
                     c->name_end > c->name + 1 &&
                     !(c->first > 0 && /* "gegründet von Lampe" */
                       WS_IS(scene->tokens->token[c->first - 1].lex, OF)) &&
                     is_person(scene, &scene->people->person[id]);
        if (named && found != WHOSAID_NONE && scene->people->of[found] != id)
            return WHOSAID_NONE;
        if (named)
            found = k;
        if (k == 0)
            break;
    }
    return found;
}

/* The one of whom the sentences before mention m tell in its paragraph, or
 * NONE; *begins: there are none. */
static uint32_t told_before(const ws_scene *scene, uint32_t m, bool *begins)
{
    const ws_mention *mention = scene->mentions->mention;
    const ws_token *token = scene->tokens->token;
    const uint32_t *of = scene->sentences->of;
    uint32_t own = of[mention[m].head];
    uint32_t k = m;

    *begins = true;
    for (uint32_t n = 0, back = 0; k > 0 && n < BACK_MENTIONS; n++) {
        const ws_mention *c = &mention[--k];
        bool others = false;
        if (token[c->head].paragraph != token[mention[m].head].paragraph)
            break;
        if ((c->flags & WS_M_QUOTED) != 0 || of[c->head] == own)
            continue;
        *begins = false;
        uint32_t found = told_in(scene, k, &others);
        if (!others && back == 0 && is_anyone(scene, &mention[m])) {
            found = named_in(scene, k);
            others = found != WHOSAID_NONE;
        }
        if (others || ++back == BACK_SENTENCES)
            return found;
        while (k > 0 && n < BACK_MENTIONS &&
               of[mention[k - 1].head] == of[c->head]) {
            k--;
            n++;
        }
    }
    return WHOSAID_NONE;
}

/* Whether person id speaks in paragraph at, by a mention around mention k. */
static bool speaks_in(const ws_scene *scene, uint32_t k, uint32_t id,
                      uint32_t at)
{
    const ws_mentions *mentions = scene->mentions;

    for (uint32_t n = 0, q = k; n < BACK_MENTIONS; n++, q--) {
        const ws_mention *c = &mentions->mention[q];
        if (scene->tokens->token[c->head].paragraph != at)
            break;
        bool he = scene->people->of[q] == id ||
                  (c->kind == WS_MENTION_PRONOUN && (c->flags & BOTH) != 0 &&
                   !ws_opposed(c->flags, scene->people->person[id].flags));
        if (he && (c->flags & WS_M_QUOTED) == 0 &&
            scene->cues->of[q] != WHOSAID_NONE && has_marks(scene, c->head))
            return true;
        if (q == 0)
            break;
    }
    return false;
}

/* The only one with a name of whom the paragraph before that of mention m
 * tells, or NONE. *last: the last mention of that paragraph. */
static uint32_t only_before(const ws_scene *scene, uint32_t m, uint32_t *last)
{
    const ws_people *people = scene->people;
    const ws_mention *mention = scene->mentions->mention;
    const ws_token *token = scene->tokens->token;
    uint32_t here = token[mention[m].head].paragraph;
    uint32_t found = WHOSAID_NONE;

    *last = WHOSAID_NONE;
    for (uint32_t k = m, n = 0; k > 0 && n < BACK_MENTIONS; n++) {
        const ws_mention *c = &mention[--k];
        uint32_t at = token[c->head].paragraph;
        uint32_t id = people->of[k];
        if (at + 1 < here)
            break;
        if (at + 1 == here && *last == WHOSAID_NONE)
            *last = k;
        if (at == here || (c->flags & WS_M_QUOTED) != 0 || id == WHOSAID_NONE ||
            (!is_person(scene, &people->person[id]) &&
             ((c->flags & WS_M_INDEFINITE) == 0 ||
              !is_nameless(scene, c, &people->person[id]))))
            continue;
        if (found != WHOSAID_NONE && people->of[found] != id)
            return WHOSAID_NONE;
        found = k;
    }
    return found;
}

/* "Die Wirtin", "der Gast": whether noun m tells enough for the only woman or
 * man about. An office may be that of somebody else. */
static bool is_calling(const ws_scene *scene, uint32_t m)
{
    const ws_mention *e = &scene->mentions->mention[m];
    ws_lex head = scene->tokens->token[e->head].lex;

    /* "der WDR-Intendant": of a body that nobody was told to be of */
    bool of_body = WS_IS(head, ROLE) &&
                   (scene->tokens->token[e->head].shape & WS_SHAPE_HYPHEN) != 0;
    return is_anyone(scene, e) || (!WS_IS(head, ANONYMOUS) && !of_body) ||
           is_general(scene, e->head);
}

/* The only one of the sex of noun m who is told of in the sentences before, not
 * person barred; NONE where there are two, or one whose sex is not told, or one
 * without a name whom the noun does not mean: only "die Frau" can. */
static uint32_t only_of_sex(const ws_scene *scene, uint32_t m, uint32_t barred)
{
    const ws_people *people = scene->people;
    const ws_mention *mention = scene->mentions->mention;
    const uint32_t *of = scene->sentences->of;
    uint16_t sex = sex_of(scene, &mention[m]);
    bool anyone = is_anyone(scene, &mention[m]);
    bool heads = ws_scene_listed(scene, mention[m].head, WS_LIST_HEADS);
    uint32_t found = WHOSAID_NONE;

    if (sex == 0 || !is_calling(scene, m))
        return WHOSAID_NONE;
    for (uint32_t k = m, n = 0; k > 0 && n < FAR_MENTIONS; n++) {
        const ws_mention *c = &mention[--k];
        uint32_t id = people->of[k];
        if (of[mention[m].head] - of[c->head] > FAR_SENTENCES)
            break;
        if ((c->flags & WS_M_QUOTED) != 0 || id == WHOSAID_NONE ||
            id == barred || id == people->of[m] ||
            c->kind == WS_MENTION_PRONOUN)
            continue;
        const ws_person *person = &people->person[id];
        bool nameless = is_nameless(scene, c, person);
        bool kin = WS_IS(scene->tokens->token[c->first].lex, POSSESSIVE);
        /* "dem Gast", "das Kind": a woman's noun would tell of her */
        bool she = (person->flags & WS_M_FEMALE) != 0;
        if (nameless && !is_subject(c))
            continue;
        if ((!nameless && !is_person(scene, person)) ||
            ws_opposed(sex, person->flags) ||
            (nameless && ((kin && !anyone) || (sex == WS_M_FEMALE && !she))))
            continue;
        if (heads && !leads(scene, c) &&
            !leads(scene, &mention[person->mention]))
            continue;
        if (has_other_office(scene, &mention[m], &mention[person->mention]))
            continue;
        if ((nameless && !anyone) || (person->flags & sex) == 0 ||
            (found != WHOSAID_NONE && people->of[found] != id))
            return WHOSAID_NONE;
        found = k;
    }
    return found;
}

/* Whom noun m means by the sentences before, a mention, or NONE. */
static uint32_t meant_by(const ws_scene *scene, uint32_t m, bool story)
{
    const uint32_t *of = scene->people->of;
    uint32_t barred = WHOSAID_NONE;
    uint32_t last;
    bool begins;
    uint32_t k = told_before(scene, m, &begins);

    if (begins) {
        k = only_before(scene, m, &last);
        /* an answer to whoever spoke there */
        if (story && k != WHOSAID_NONE &&
            speaks_in(scene, last, of[k],
                      scene->tokens->token[scene->mentions->mention[k].head]
                          .paragraph)) {
            barred = of[k];
            k = WHOSAID_NONE;
        }
    }
    if (k != WHOSAID_NONE && may_mean(scene, m, k, story))
        return k;
    k = only_of_sex(scene, m, barred);
    return k != WHOSAID_NONE && may_mean(scene, m, k, story) ? k : WHOSAID_NONE;
}

/* "Ein 27-jähriger Berliner": whether a word told that age before token i, of
 * somebody. */
static bool is_age_told(const ws_scene *scene, uint32_t i)
{
    const ws_token *token = scene->tokens->token;
    const char *bytes = scene->text->bytes;
    uint32_t len = 0;

    /* the digits: the hyphen behind them may be one of Unicode's */
    while (token[i].begin + len < token[i].end &&
           bytes[token[i].begin + len] >= '0' &&
           bytes[token[i].begin + len] <= '9')
        len++;
    for (uint32_t k = i, n = 0; k > 0 && n < AGE_TOKENS; n++) {
        const ws_token *t = &token[--k];
        if (ws_is_small(t) && (t->shape & WS_SHAPE_HYPHEN) != 0 &&
            t->end - t->begin > len + 1 && bytes[t->begin + len] == '-' &&
            memcmp(bytes + t->begin, bytes + token[i].begin, len) == 0)
            return true;
    }
    return false;
}

/* "Er habe seine Kollegin verfolgt. „...“, sagte die 29-Jährige": whether the
 * sentence before noun m tells of one without a name who may be of that age. */
static bool is_of_unnamed(const ws_scene *scene, uint32_t m)
{
    const ws_mention *mention = scene->mentions->mention;
    const uint32_t *of = scene->sentences->of;
    uint16_t sex = sex_of(scene, &mention[m]);

    if (!is_aged(scene, mention[m].head))
        return false;
    for (uint32_t k = m, n = 0; k > 0 && n < BACK_MENTIONS; n++) {
        const ws_mention *c = &mention[--k];
        if (of[mention[m].head] - of[c->head] > 1)
            break;
        if (c->kind == WS_MENTION_NOMINAL && (c->flags & BOTH) == sex &&
            (c->flags & WS_M_QUOTED) == 0 &&
            WS_IS(scene->tokens->token[c->first].lex, POSSESSIVE) &&
            !is_named_behind(scene, c, k + 1 < m ? k + 1 : WHOSAID_NONE))
            return true;
    }
    return false;
}

bool ws_renamed_join(const ws_scene *scene, uint32_t m, bool story,
                     ws_people *people)
{
    if (!scene->tokens->foreign || !scene->tokens->nouns ||
        !is_noun(scene, m, story))
        return false;
    if (is_of_unnamed(scene, m) ||
        (is_aged(scene, scene->mentions->mention[m].head) &&
         people->of[m] != WHOSAID_NONE &&
         people->person[people->of[m]].mention == m &&
         is_age_told(scene, scene->mentions->mention[m].head)))
        return true;
    uint32_t k = meant_by(scene, m, story);
    if (k == WHOSAID_NONE)
        return false;
    people->of[m] = people->of[k];
    people->sure[m] = WS_SURE_PRONOUN;
    return true;
}
