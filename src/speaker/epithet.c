/*
 * epithet.c - "the Maine senator", said of somebody named before.
 *
 *   in   mentions joined into people
 *   out  for an epithet, the person that it means
 *
 * The people mentioned in the sentences before are weighed by how near they
 * are, how often the document names them and how they stand there. The weights
 * were found on the training sets, where a speaker's role tells whom an
 * epithet means. "The striker", with no word more, is the one person of whom
 * its paragraph has told so far, or else the one before.
 *
 * Cost: a bounded number of mentions is looked at.
 *
 * Not here: "the mayor" where the document names a mayor (nominal.c).
 */
#include "speaker/epithet.h"

#include <string.h>

#include "speaker/ahead.h"
#include "speaker/arrived.h"
#include "speaker/besides.h"
#include "speaker/met.h"
#include "speaker/newcomer.h"
#include "speaker/nominal.h"
#include "speaker/private.h"
#include "speaker/sole.h"

enum {
    THE_BYTES = 3,      /* of a definite article */
    LEAST_CLITIC = 5,   /* bytes of one and its noun, and more */
    NEAR_SENTENCES = 6, /* from a name to its epithet */
    NEAR_MENTIONS = 60, /* mentions looked at in between */
    WITHIN = 3,         /* mentions in its own words */
    NEAR_PEOPLE = 5,    /* people that it may mean */
    OWNER_TOKENS = 12,  /* of it, looked at for a genitive */
    NAME_TOKENS = 12,   /* behind a mention, looked at for one */
    TOLD_BACK = 2,      /* sentences, from who was told of to "this one" */
    OF_HIS = 150,       /* for one told of with the epithet's name */
    STATED = 75,        /* for one of whom it is stated */
    OTHER = 1000,       /* for one who is another */
    ROLE_WORDS = 12,    /* of an office, looked at */
    OPENED = 165,       /* for a national of whom the article opens */
    RUNNING = 150,      /* for one who runs a club */
    LEAST_FIT = -100,   /* of a person */
    MOST_NAMED = 75     /* for the one named most */
};

/* "the senator's spokesman": not the senator, whom the words before describe.
 */
static bool is_owned(const ws_scene *scene, const ws_mention *m)
{
    for (uint32_t i = m->first; i < m->head && i < m->first + OWNER_TOKENS; i++)
        if ((scene->tokens->token[i].shape & WS_SHAPE_GENITIVE) != 0)
            return true;
    return false;
}

/* Somebody named, or brought in as "a senior adviser", who is not. */
static bool is_known(const ws_scene *scene, uint32_t id)
{
    const ws_mention *full =
        &scene->mentions->mention[scene->people->person[id].mention];

    return full->kind == WS_MENTION_NAME ||
           (full->flags & WS_M_INDEFINITE) != 0;
}

/* "The prime minister": one whom every reader knows; no other name of
 * somebody in the article. */
static bool is_premier(const ws_scene *scene, uint32_t head)
{
    return head > 0 && ws_scene_listed(scene, head, WS_LIST_MINISTER) &&
           ws_scene_listed(scene, head - 1, WS_LIST_PRIME);
}

bool ws_is_epithet(const ws_scene *scene, uint32_t m)
{
    const ws_mention *mention = &scene->mentions->mention[m];
    uint32_t id = scene->people->of[m];

    if ((id != WHOSAID_NONE && is_known(scene, id)) ||
        scene->people->told[m] != 0)
        return false;
    return !(scene->tokens->foreign && !scene->tokens->nouns) &&
           mention->kind == WS_MENTION_NOMINAL &&
           (mention->flags & (WS_M_INDEFINITE | WS_M_QUOTED | WS_M_PLURAL)) ==
               0 &&
           WS_IS(scene->tokens->token[mention->first].lex, DET) &&
           WS_IS(scene->tokens->token[mention->head].lex, ROLE) &&
           mention->last - mention->first > 2 &&
           !is_premier(scene, mention->head) && !is_owned(scene, mention);
}

/* "Father-of-two", "44-year-old". */
static bool is_by_family_or_age(const ws_scene *scene, const ws_token *head)
{
    char first = scene->text->bytes[head->begin];
    bool years =
        (head->shape & WS_SHAPE_HYPHEN) != 0 && first >= '0' && first <= '9';

    return years || ws_is_by_family(scene, head);
}

/* "the Dane", "the 44-year-old": what a writer
 * calls somebody named before, to name him otherwise; never how somebody is
 * brought in. */
static bool is_byname(const ws_scene *scene, uint32_t m)
{
    const ws_mention *mention = &scene->mentions->mention[m];
    const ws_token *token = scene->tokens->token;
    const ws_token *head = &token[mention->head];
    uint32_t id = scene->people->of[m];

    if (mention->kind == WS_MENTION_PRONOUN || mention->same != WHOSAID_NONE ||
        (mention->flags & (WS_M_INDEFINITE | WS_M_QUOTED | WS_M_PLURAL)) != 0 ||
        !WS_IS(token[mention->first].lex, DET) || /* not "another" */
        token[mention->first].end - token[mention->first].begin != THE_BYTES ||
        mention->last != mention->head + 1)
        return false;
    if (mention->head != mention->first + 1) {
        /* "the South African", "the 38-year-old Serb" */
        if ((head->shape & WS_SHAPE_CAPITAL) != 0) {
            return mention->head == mention->first + 2 &&
                   WS_IS(head->lex, NATIONALITY) && !WS_IS(head->lex, PLURAL) &&
                   (ws_scene_listed(scene, mention->first + 1, WS_LIST_HALF) ||
                    is_by_family_or_age(scene, &token[mention->first + 1]));
        }
        /* "the 55-year-old lorry driver" */
        /* but "the 22-page letter", "the 12-member panel" */
        return is_by_family_or_age(scene, &token[mention->first + 1]) &&
               mention->type != WHOSAID_SOURCE_DOCUMENT &&
               mention->type != WHOSAID_SOURCE_BODY &&
               mention->type != WHOSAID_SOURCE_GROUP &&
               mention->close == mention->last &&
               scene->cues->of[m] != WHOSAID_NONE;
    }
    if ((head->shape & WS_SHAPE_CAPITAL) != 0 &&
        !is_by_family_or_age(scene, head))
        return WS_IS(head->lex, NATIONALITY) && !WS_IS(head->lex, PLURAL);
    return mention->kind == WS_MENTION_NOMINAL &&
           (id == WHOSAID_NONE || scene->people->person[id].mention == m) &&
           is_by_family_or_age(scene, head);
}

/* "the transport secretary": an office of a government with its task. */
static bool is_of_cabinet(const ws_scene *scene, const ws_mention *e)
{
    return e->head > e->first + 1 &&
           ws_scene_listed(scene, e->head, WS_LIST_CABINET);
}

/* "Commuter Ana Ruiz": a calling before the name that is no office; she sits in
 * no cabinet. */
static bool is_private(const ws_scene *scene, const ws_mention *c)
{
    const ws_lex calling =
        WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON) | WS_LEX_BIT(COMMON_NOUN);
    const ws_lex other = WS_LEX_BIT(HONORIFIC) | WS_LEX_BIT(NAME_SUFFIX) |
                         WS_LEX_BIT(PLURAL) | WS_LEX_BIT(GROUP) |
                         WS_LEX_BIT(BODY) | WS_LEX_BIT(PLACE);

    if (c->kind != WS_MENTION_NAME || c->name <= c->first)
        return false;
    const ws_token *noun = &scene->tokens->token[c->name - 1];
    return (noun->lex & calling) != 0 && (noun->lex & other) == 0 &&
           (noun->shape & WS_SHAPE_GENITIVE) == 0 &&
           !ws_scene_listed(scene, c->name - 1, WS_LIST_GOVERNING);
}

/* "RMT general secretary Ana Ruiz" is no "transport secretary": the same office
 * of another task. */
static bool has_other_task(const ws_scene *scene, const ws_mention *e,
                           const ws_mention *c)
{
    const ws_token *token = scene->tokens->token;

    return c->kind == WS_MENTION_NAME && c->name > c->first + 1 &&
           ws_token_same(scene->text->bytes, &token[c->name - 1],
                         &token[e->head]) &&
           ws_is_small(&token[c->name - 2]) &&
           ws_is_small(&token[e->head - 1]) &&
           !ws_token_same(scene->text->bytes, &token[c->name - 2],
                          &token[e->head - 1]);
}

/* How well somebody mentioned as c may be meant by epithet e, in hundredths of
 * a logit. */
static int32_t fitness(const ws_scene *scene, const ws_mention *e,
                       const ws_mention *c, const ws_person *person)
{
    static const int16_t by_count[] = {-100, -100, -15, 25, 25, 30};
    static const int16_t by_distance[] = {25, 35, -40, -120};
    const uint32_t *of = scene->sentences->of;
    uint32_t distance = of[e->head] - of[c->head];
    int32_t score = by_count[person->count < 5 ? person->count : 5];

    score += by_distance[distance < 3 ? distance : 3];
    if (c->first == scene->sentences->sentence[of[c->head]].first)
        score += 70;
    if ((c->flags & WS_M_AFTER_PREPOSITION) != 0)
        score += 40;
    if (c->kind == WS_MENTION_PRONOUN)
        score += 50;
    if ((c->flags & WS_M_QUOTED) != 0)
        score -= 55;
    if (ws_opposed(e->flags, person->flags))
        score -= 160;
    return score;
}

bool ws_epithet_names(const ws_scene *scene, uint32_t m, uint32_t id)
{
    const ws_mentions *mentions = scene->mentions;
    const ws_mention *e = &mentions->mention[m];

    for (uint32_t n = 1; n <= WITHIN && n <= m; n++)
        if (mentions->mention[m - n].head >= e->first &&
            scene->people->of[m - n] == id)
            return true;
    for (uint32_t n = 1; n <= WITHIN && m + n < mentions->count; n++)
        if (mentions->mention[m + n].head < e->close &&
            scene->people->of[m + n] == id)
            return true;
    return false;
}

bool ws_epithet_shares(const ws_scene *scene, uint32_t m, uint32_t k)
{
    const ws_mention *e = &scene->mentions->mention[m];
    const ws_mention *c = &scene->mentions->mention[k];
    const ws_token *token = scene->tokens->token;
    const char *bytes = scene->text->bytes;
    uint32_t end =
        scene->sentences->sentence[scene->sentences->of[c->head]].last;

    for (uint32_t i = e->first + 1; i < e->head && i < e->first + WITHIN; i++) {
        uint32_t len = token[i].end - token[i].begin;
        if (!ws_is_capital(&token[i]) || !WS_IS(token[i].lex, BODY) ||
            (token[i].shape & WS_SHAPE_ALLCAPS) != 0 ||
            (token[i].lex & (WS_LEX_BIT(NATIONALITY) | WS_LEX_BIT(PLACE))) != 0)
            continue;
        for (uint32_t n = c->last; n < end && n < c->last + NAME_TOKENS; n++) {
            if (n == i)
                break; /* the epithet itself */
            if (token[n].end - token[n].begin == len &&
                memcmp(bytes + token[n].begin, bytes + token[i].begin, len) ==
                    0)
                return true;
        }
    }
    return false;
}

/* What is stated of person id against the words of byname m. */
static ws_says said_of(const ws_scene *scene, uint32_t m, uint32_t id)
{
    const ws_mention *e = &scene->mentions->mention[m];
    ws_says all = WS_SAYS_NOTHING;

    for (uint32_t i = e->first + 1; i < e->last && i <= e->first + WITHIN;
         i++) {
        ws_says says = ws_nominal_says(scene->people, i, id);
        if (says == WS_SAYS_OTHERWISE)
            return says;
        all = says == WS_SAYS_SO ? says : all;
    }
    return all;
}

/* "The Serb said", of one who was "the Spaniard" before: not he. */
static bool is_of_another_land(const ws_scene *scene, uint32_t m, uint32_t id)
{
    const ws_mentions *mentions = scene->mentions;
    const ws_token *token = scene->tokens->token;
    const char *bytes = scene->text->bytes;
    const ws_token *land = &token[mentions->mention[m].head];

    if (!WS_IS(land->lex, NATIONALITY))
        return false;
    for (uint32_t k = m; k-- > 0 && m - k < NEAR_MENTIONS;) {
        const ws_token *other = &token[mentions->mention[k].head];
        if (scene->people->of[k] == id && WS_IS(other->lex, NATIONALITY) &&
            is_byname(scene, k) &&
            (other->end - other->begin != land->end - land->begin ||
             memcmp(bytes + other->begin, bytes + land->begin,
                    land->end - land->begin) != 0))
            return true;
    }
    return false;
}

/* "Asked if he was sorry, the striker said": not a woman. */
static bool is_asked_as_other(const ws_scene *scene, uint32_t m, uint32_t id)
{
    ws_stage stage = ws_scene_stage(scene);

    return ws_opposed(ws_asked_as(&stage, m),
                      ws_rival_gender(&scene->people->person[id]));
}

/* "Ana has won it," said the 44-year-old: not Ana; nor one whose age or country
 * is another, nor who hears it. */
static bool is_another(const ws_scene *scene, uint32_t m, uint32_t id)
{
    ws_stage stage = ws_scene_stage(scene);

    return said_of(scene, m, id) == WS_SAYS_OTHERWISE ||
           is_asked_as_other(scene, m, id) ||
           is_of_another_land(scene, m, id) ||
           (ws_rival_apart(&stage, m, id) &
            (WS_APART_TALKED | WS_APART_HEARER)) != 0;
}

bool ws_epithet_bars(const ws_scene *scene, uint32_t m, uint32_t id)
{
    const ws_mention *e = &scene->mentions->mention[m];
    const ws_mention *c =
        &scene->mentions->mention[scene->people->person[id].mention];

    return ws_is_met(scene, m, id) || is_asked_as_other(scene, m, id) ||
           (is_of_cabinet(scene, e) &&
            (is_private(scene, c) || has_other_task(scene, e, c)));
}

/* The people mentioned before epithet m and how well each fits; how many. */
static uint32_t people_before(const ws_scene *scene, uint32_t m,
                              uint32_t seen[NEAR_PEOPLE],
                              int32_t score[NEAR_PEOPLE])
{
    const ws_people *people = scene->people;
    const uint32_t *of = scene->sentences->of;
    const ws_mention *e = &scene->mentions->mention[m];
    bool told[NEAR_PEOPLE];
    uint32_t n = 0;

    for (uint32_t k = m; k-- > 0 && m - k < NEAR_MENTIONS && n < NEAR_PEOPLE;) {
        const ws_mention *c = &scene->mentions->mention[k];
        uint32_t id = people->of[k];
        if (of[e->head] - of[c->head] > NEAR_SENTENCES)
            break;
        if (id == WHOSAID_NONE || id == people->never[m] ||
            c->last > e->first || ws_epithet_names(scene, m, id) ||
            people->person[id].type != WHOSAID_SOURCE_PERSON ||
            ws_epithet_bars(scene, m, id))
            continue;
        uint32_t was = 0;
        while (was < n && seen[was] != id)
            was++;
        if (was == n) {
            seen[n] = id;
            told[n] = false;
            score[n++] = fitness(scene, e, c, &people->person[id]);
        }
        if (!told[was] && ws_epithet_shares(scene, m, k)) {
            told[was] = true;
            score[was] += OF_HIS;
        }
    }
    return n;
}

/* Weigh what is stated of those who may be called by byname m. What is stated
 * of two, "the Texan" of a senator and a governor, tells neither; who is named
 * in the words may be one of them. */
static void weigh_stated(const ws_scene *scene, uint32_t m,
                         const uint32_t *seen, int32_t *score, uint32_t n)
{
    bool so[NEAR_PEOPLE];
    uint32_t stated = 0;

    for (uint32_t i = 0; i < n; i++) {
        so[i] = said_of(scene, m, seen[i]) == WS_SAYS_SO;
        stated += so[i];
        score[i] -= !so[i] && is_another(scene, m, seen[i]) ? OTHER : 0;
    }
    for (uint32_t i = 0; i < n && stated == 1; i++)
        score[i] += so[i] ? STATED : 0;
}

/* "Vale manager Ana Ruiz" */
static bool is_running(const ws_scene *scene, const ws_mention *c)
{
    for (uint32_t i = c->role; i < c->role_end && i < c->role + ROLE_WORDS; i++)
        if (ws_scene_listed(scene, i, WS_LIST_RUNS))
            return true;
    return false;
}

/* Sentences with which an article opens: a headline, which no full stop ends,
 * and one more. */
static uint32_t led(const ws_scene *scene)
{
    const ws_sentence *s = &scene->sentences->sentence[0];

    return s->last > 0 && ws_is_punct(&scene->tokens->token[s->last - 1], '.')
               ? 1
               : 2;
}

/* "The Spaniard said": of those whom a match report names, rather one with
 * whom it opens, or who runs the club, than a player of the sentence before. */
static int32_t national_fit(const ws_scene *scene, uint32_t m, uint32_t id)
{
    bool opens = false;
    bool others = false;
    bool runs = false;

    for (uint32_t n = 0; n < NEAR_MENTIONS && n < m; n++) {
        const ws_mention *early = &scene->mentions->mention[n];
        const ws_mention *late = &scene->mentions->mention[m - 1 - n];
        if (scene->people->of[n] == id && early->kind == WS_MENTION_NAME) {
            opens = opens ||
                    (!others && scene->sentences->of[early->head] < led(scene));
            runs = runs || is_running(scene, early);
        }
        others = others || early->type == WHOSAID_SOURCE_PERSON;
        if (scene->people->of[m - 1 - n] == id)
            runs = runs || is_running(scene, late);
    }
    return (opens ? OPENED : 0) + (runs ? RUNNING : 0);
}

/* "The Spaniard said" */
static bool is_national(const ws_scene *scene, uint32_t m)
{
    const ws_mention *e = &scene->mentions->mention[m];

    return scene->cues->of[m] != WHOSAID_NONE && !scene->tokens->foreign &&
           WS_IS(scene->tokens->token[e->head].lex, NATIONALITY);
}

/* Weigh who talks of those who may be called "the Spaniard". */
static void weigh_nationals(const ws_scene *scene, uint32_t m,
                            const uint32_t *seen, int32_t *score, uint32_t n)
{
    if (!is_national(scene, m))
        return;
    for (uint32_t i = 0; i < n; i++)
        score[i] += national_fit(scene, m, seen[i]);
}

uint32_t ws_epithet_of(const ws_scene *scene, uint32_t m, int32_t margin)
{
    const ws_person *person = scene->people->person;
    uint32_t seen[NEAR_PEOPLE];
    int32_t score[NEAR_PEOPLE];
    uint32_t n = people_before(scene, m, seen, score);
    uint32_t most = 0;
    uint32_t best = WHOSAID_NONE;
    int32_t top = LEAST_FIT;
    int32_t second = LEAST_FIT;

    if (is_byname(scene, m)) {
        weigh_stated(scene, m, seen, score, n);
        weigh_nationals(scene, m, seen, score, n);
        for (uint32_t i = 0; i < n && ws_private_calls(scene, m); i++)
            score[i] += ws_private_fit(scene, m, seen[i]);
    }
    for (uint32_t i = 0; i < n; i++)
        if (person[seen[i]].count > most)
            most = person[seen[i]].count;
    for (uint32_t i = 0; i < n; i++) {
        if (person[seen[i]].count == most)
            score[i] += MOST_NAMED;
        if (score[i] > top) {
            second = top;
            top = score[i];
            best = seen[i];
        } else if (score[i] > second) {
            second = score[i];
        }
    }
    if (best != WHOSAID_NONE && ws_private_is_apart(scene, m, best))
        return WHOSAID_NONE;
    return top - second >= margin ? best : WHOSAID_NONE;
}

/* Nothing hangs on it: "die Autorin bei der Lesung" tells no more of her. */
static bool closes_with_head(const ws_scene *scene, const ws_mention *e)
{
    return e->close == e->last ||
           (scene->tokens->foreign &&
            !WS_IS(scene->tokens->token[e->last].lex, OF));
}

/* The token of the article of mention e: its first one, or where nouns have
 * capitals, the one before it: "nach Angaben [des] Ministers". */
static uint32_t article_of(const ws_scene *scene, const ws_mention *e)
{
    const ws_token *first = &scene->tokens->token[e->first];
    bool before = scene->tokens->nouns && e->first > 0 &&
                  !WS_IS(first->lex, DET) && WS_IS(first[-1].lex, OF) &&
                  ws_is_small(&first[-1]);

    return before ? e->first - 1 : e->first;
}

/* "L'éditrice": the article is part of the word. */
static bool holds_article(const ws_scene *scene, const ws_token *token)
{
    const char *word = scene->text->bytes + token->begin;
    uint32_t len = token->end - token->begin;

    return len > LEAST_CLITIC && (word[0] == 'l' || word[0] == 'L') &&
           (word[1] == '\'' || memcmp(word + 1, "\xE2\x80\x99", 3) == 0);
}

/* The article at token i says that its noun is known: three bytes of English
 * and German, any other that counts nothing elsewhere. */
static bool is_definite(const ws_scene *scene, const ws_mention *e, uint32_t i)
{
    const ws_token *the = &scene->tokens->token[i];

    if (scene->tokens->foreign && !scene->tokens->nouns)
        return (WS_IS(the->lex, DET) && !WS_IS(the->lex, QUANTITY) &&
                e->head > i) ||
               (e->head == i && holds_article(scene, the));
    return the->end - the->begin == THE_BYTES &&
           (WS_IS(the->lex, DET) || i < e->first);
}

/* "Le technicien", "la mujer": in a language of which fewer nouns are known, an
 * office or somebody by sex, with no word more. */
static bool is_plain_calling(const ws_scene *scene, const ws_mention *e)
{
    const ws_lex sexes = WS_LEX_BIT(MALE) | WS_LEX_BIT(FEMALE);
    ws_lex lex = scene->tokens->token[e->head].lex;

    return e->head <= e->first + 1 && !WS_IS(lex, ANONYMOUS) &&
           (WS_IS(lex, ROLE) || (WS_IS(lex, PERSON) && (lex & sexes) != 0));
}

bool ws_epithet_calls(const ws_scene *scene, uint32_t m)
{
    const uint16_t other = WS_M_INDEFINITE | WS_M_QUOTED | WS_M_PLURAL |
                           WS_M_NESTED | WS_M_GENITIVE;
    const ws_mention *e = &scene->mentions->mention[m];
    uint32_t article = article_of(scene, e);
    const ws_token *head = &scene->tokens->token[e->head];
    uint32_t id = scene->people->of[m];
    /* "der SPD-Vorsitzende", "der SPD-Mann" */
    bool of_party = scene->tokens->nouns && e->head == article + 1 &&
                    (head->shape & WS_SHAPE_HYPHEN) != 0;

    if (e->kind != WS_MENTION_NOMINAL || (e->flags & other) != 0 ||
        e->type != WHOSAID_SOURCE_ANONYMOUS || e->same != WHOSAID_NONE ||
        !closes_with_head(scene, e) || !is_definite(scene, e, article) ||
        (WS_IS(head->lex, ANONYMOUS) && !of_party) ||
        (id != WHOSAID_NONE && scene->people->person[id].mention != m))
        return false;
    if (of_party)
        return true;
    if (scene->tokens->foreign && !scene->tokens->nouns)
        return is_plain_calling(scene, e);
    if (!WS_IS(head->lex, ROLE))
        return e->head == e->first + 1 && /* "the youngster" */
               ws_scene_listed(scene, e->head, WS_LIST_AGED);
    /* not "the judge told him": an official speaks to the one told of */
    if (e->head == e->first + 1 && !scene->tokens->foreign)
        return !ws_scene_listed(scene, e->head, WS_LIST_OFFICIAL);
    if (scene->tokens->foreign) /* "der frühere Prediger" */
        return e->head <= article + 2;
    return ws_scene_listed(scene, e->first + 1, WS_LIST_CEASED);
}

/* Of those told of in the sentence before that of mention m, the only one, or
 * NONE. */
static uint32_t only_just_before(const ws_scene *scene, uint32_t m)
{
    const ws_people *people = scene->people;
    const ws_mention *e = &scene->mentions->mention[m];
    const uint32_t *of = scene->sentences->of;
    uint32_t found = WHOSAID_NONE;

    for (uint32_t k = m; k-- > 0 && m - k < NEAR_MENTIONS;) {
        const ws_mention *c = &scene->mentions->mention[k];
        uint32_t id = people->of[k];
        if (of[c->head] + 1 < of[e->head] ||
            scene->tokens->token[c->head].paragraph !=
                scene->tokens->token[e->head].paragraph)
            break;
        if ((c->flags & WS_M_QUOTED) != 0 || id == WHOSAID_NONE ||
            people->person[id].type == WHOSAID_SOURCE_BODY)
            continue;
        if (found != WHOSAID_NONE && found != id)
            return WHOSAID_NONE;
        found = id;
    }
    if (found == WHOSAID_NONE || found == people->never[m] ||
        people->person[found].type != WHOSAID_SOURCE_PERSON ||
        ws_opposed(e->flags, people->person[found].flags))
        return WHOSAID_NONE;
    return found;
}

/* "The teenager [himself]": the sex that the word behind tells, or 0. */
static uint16_t himself(const ws_scene *scene, const ws_mention *e)
{
    if (e->last >= scene->tokens->count ||
        !ws_scene_listed(scene, e->last, WS_LIST_REFLEXIVE))
        return 0;
    ws_lex lex = scene->tokens->token[e->last].lex;
    return (uint16_t)((WS_IS(lex, MALE) ? WS_M_MALE : 0) |
                      (WS_IS(lex, FEMALE) ? WS_M_FEMALE : 0));
}

static void join_calling(const ws_scene *scene, uint32_t m, ws_people *people)
{
    const ws_mention *e = &scene->mentions->mention[m];
    bool plain = !scene->tokens->foreign || e->head == article_of(scene, e) + 1;
    uint32_t id = plain ? ws_sole(scene, m) : WHOSAID_NONE;

    if (id == WHOSAID_NONE && scene->tokens->foreign)
        id = only_just_before(scene, m);
    if (id == WHOSAID_NONE && scene->tokens->nouns && plain)
        id = ws_epithet_of(scene, m, WS_EPITHET_SURE);
    if (id == WHOSAID_NONE || is_another(scene, m, id) ||
        ws_is_met(scene, m, id) || ws_is_other_post(scene, m, id) ||
        ws_opposed(himself(scene, e), scene->people->person[id].flags) ||
        ws_private_bars(scene, m, id))
        return;
    people->of[m] = id;
    people->sure[m] = WS_SURE_PRONOUN;
}

/* "The former England man", "the dinner lady": by what he was or does. */
static bool is_man_of(const ws_scene *scene, const ws_mention *e)
{
    const ws_token *token = scene->tokens->token;
    const ws_token *before = &token[e->head - 1];

    if (e->head < e->first + 2 || scene->tokens->foreign)
        return false;
    return (e->head > e->first + 2 &&
            ws_scene_listed(scene, e->first + 1, WS_LIST_CEASED)) ||
           (ws_is_small(before) && WS_IS(before->lex, COMMON_NOUN) &&
            !WS_IS(before->lex, COMMON_ADJ));
}

/* "The Texas senator said": by what the reader knows or learns. */
static bool is_by_office(const ws_scene *scene, uint32_t m)
{
    const ws_mention *e = &scene->mentions->mention[m];
    const ws_lex sexes = WS_LEX_BIT(MALE) | WS_LEX_BIT(FEMALE);
    ws_lex head = scene->tokens->token[e->head].lex;
    /* not "the man", whoever he is */
    bool tells =
        WS_IS(head, ROLE) ||
        (WS_IS(head, PERSON) && ((head & sexes) == 0 || is_man_of(scene, e)));

    return tells && !WS_IS(head, ANONYMOUS) &&
           e->type == WHOSAID_SOURCE_ANONYMOUS && e->same == WHOSAID_NONE &&
           (e->head > e->first + 1 ||
            !ws_scene_listed(scene, e->head, WS_LIST_OFFICIAL)) &&
           !is_premier(scene, e->head) && !is_owned(scene, e);
}

bool ws_is_description(const ws_scene *scene, uint32_t m)
{
    const uint16_t other =
        WS_M_INDEFINITE | WS_M_QUOTED | WS_M_PLURAL | WS_M_JOINT | WS_M_NESTED;
    const ws_mention *e = &scene->mentions->mention[m];
    const ws_token *the = &scene->tokens->token[e->first];

    return e->kind == WS_MENTION_NOMINAL &&
           scene->cues->of[m] != WHOSAID_NONE && (e->flags & other) == 0 &&
           the->end - the->begin == THE_BYTES && WS_IS(the->lex, DET) &&
           !is_byname(scene, m) &&
           (is_by_office(scene, m) || ws_epithet_calls(scene, m) ||
            ws_is_epithet(scene, m));
}

/* "Dieser sagte", "sagte dieser": in another language, whoever was told of
 * last, outside marks, in the sentence before or in this one; or NONE. */
static uint32_t last_told(const ws_scene *scene, uint32_t m)
{
    const ws_people *people = scene->people;
    const ws_mention *e = &scene->mentions->mention[m];
    const uint32_t *of = scene->sentences->of;

    for (uint32_t k = m; k-- > 0 && m - k < NEAR_MENTIONS;) {
        const ws_mention *c = &scene->mentions->mention[k];
        uint32_t id = people->of[k];
        if ((c->flags & (WS_M_QUOTED | WS_M_GENITIVE)) != 0)
            continue;
        if (of[c->head] + TOLD_BACK < of[e->head] ||
            scene->tokens->token[c->head].paragraph !=
                scene->tokens->token[e->head].paragraph)
            break;
        if (id == WHOSAID_NONE || c->kind == WS_MENTION_PRONOUN ||
            ws_opposed(e->flags, people->person[id].flags))
            continue;
        if (people->person[id].type == WHOSAID_SOURCE_PERSON ||
            (people->person[id].type == WHOSAID_SOURCE_ANONYMOUS &&
             (c->flags & WS_M_PLURAL) == 0) ||
            ws_sole_is_unknown(scene, &people->person[id]))
            return id;
    }
    return WHOSAID_NONE;
}

/* An article of four bytes or more alone, of a man or a woman. */
static bool is_demonstrative(const ws_scene *scene, uint32_t m)
{
    const ws_mention *e = &scene->mentions->mention[m];
    const ws_token *token = &scene->tokens->token[e->first];

    return scene->tokens->nouns && e->kind == WS_MENTION_NOMINAL &&
           e->head == e->first && e->last == e->first + 1 &&
           WS_IS(token->lex, DET) &&
           (WS_IS(token->lex, MALE) || WS_IS(token->lex, FEMALE)) &&
           (e->flags & WS_M_QUOTED) == 0;
}

/* "Hartmann was gracious. “...,” the German said": the first who is named in
 * the paragraph of mention m, before any marks, or in one before it that opens
 * with none, is person id. */
static bool opens_here(const ws_scene *scene, uint32_t m, uint32_t id)
{
    const uint16_t part = WS_M_GENITIVE | WS_M_NESTED | WS_M_QUOTED;
    const ws_mentions *mentions = scene->mentions;
    const ws_token *token = scene->tokens->token;
    uint32_t here = token[mentions->mention[m].head].paragraph;
    uint32_t first = scene->tokens->first[here];

    if (scene->pieces->inside[first] != 0) {
        const uint32_t *opened = scene->pieces->opened;
        uint32_t before = here > 0 ? scene->tokens->first[here - 1] : first;
        if (before == first || (opened[before] != opened[first] &&
                                scene->pieces->inside[before] != 0))
            return false;
        first = before;
    }
    for (uint32_t k = mentions->at[first];
         k < m && k < mentions->at[first] + WITHIN; k++) {
        const ws_mention *c = &mentions->mention[k];
        if (c->kind == WS_MENTION_NAME && (c->flags & part) == 0 &&
            scene->people->of[k] != WHOSAID_NONE)
            return scene->people->of[k] == id;
    }
    return false;
}

/* "Skipper Ana Lund watched. “...,” said the Dane." */
static uint32_t arrived(const ws_scene *scene, uint32_t m)
{
    ws_stage stage = ws_scene_stage(scene);

    return ws_arrived(&stage, m);
}

void ws_epithet_join(const ws_scene *scene, uint32_t m, bool offices,
                     ws_people *people)
{
    bool article = scene->tokens->count < WS_ARTICLE;

    if (offices && ws_epithet_calls(scene, m) && !ws_is_besides(scene, m) &&
        !ws_is_newcomer(scene, m))
        join_calling(scene, m, people);
    if (is_demonstrative(scene, m)) {
        people->of[m] = last_told(scene, m);
        people->sure[m] = WS_SURE_PRONOUN;
        return;
    }
    if (!is_byname(scene, m))
        return;
    /* an age is that of the one just told of, not of the one most named */
    bool name = scene->mentions->mention[m].kind == WS_MENTION_NAME;
    bool national = name && is_national(scene, m);
    uint32_t id = name ? WHOSAID_NONE : ws_aged(scene, m);
    if (id == WHOSAID_NONE && !name)
        id = ws_newcomer(scene, m);
    if (id == WHOSAID_NONE && article && (!name || national))
        id = ws_sole(scene, m);
    if (id != WHOSAID_NONE && national && !opens_here(scene, m, id))
        id = WHOSAID_NONE;
    if (id == WHOSAID_NONE)
        id = arrived(scene, m);
    int32_t margin = name ? WS_EPITHET_BYNAME : WS_EPITHET_SURE;
    if (national)
        margin = WS_EPITHET_LIKELY;
    if (id == WHOSAID_NONE || is_another(scene, m, id) ||
        ws_private_bars(scene, m, id))
        id = ws_epithet_of(scene, m, margin);
    if (id == WHOSAID_NONE && article && name && !national)
        id = ws_sole(scene, m);
    if (id == WHOSAID_NONE || is_another(scene, m, id))
        return;
    people->of[m] = id;
    people->sure[m] = WS_SURE_PRONOUN;
}
