/*
 * referent.c - "the Texas senator said": whom a description means.
 *
 *   in   mentions joined into people, cues, what is stated of the people
 *   out  people->of and people->sure of descriptions; people->told: how likely
 *
 * 1. The people named before the description are gathered, nearest first; not
 *    one whom its words name, who hears it, or of the other sex.
 * 2. Each is weighed: how near he stands and how, how often he is named, how
 *    long ago he spoke; whether what is stated of him agrees with the words
 *    ("Texas"), whether another place is stated; whether the sentence goes on
 *    with "his" or "her"; whom the same noun meant before.
 * 3. So is that it means none of them: "the first witness", "the designer" who
 *    came in as "a designer", the organizer of something.
 * 4. What is weighed becomes chances. Where one of the people has LEAST, he is
 *    meant. Where nobody has, the row tells so by its confidence.
 *
 * The weights were learned (a choice among the people and nobody, squares of
 * weights added to the loss) from 397 descriptions of the training sets, most of
 * them labelled for this, those near quotations counting thrice. On documents
 * left out and near quotations 95 of 111 given to somebody were his, and the
 * chances held; of the rules before, 97 of 127. Not learned, for want of such:
 * OF_HIS, AGED, PARTISAN, ELSEWHERE, CALLED and the weight of being named in the words.
 *
 * Cost: a bounded number of mentions is looked at.
 *
 * Not here: "the mayor" where the document names a mayor (nominal.c), bynames
 * (epithet.c), "the painter" of a story (described.c).
 */
#include "speaker/referent.h"

#include <string.h>

#include "speaker/concern.h"
#include "speaker/epithet.h"
#include "speaker/nominal.h"
#include "speaker/private.h"
#include "speaker/renamed.h"
#include "speaker/shortened.h"
#include "speaker/sole.h"
#include "speaker/story.h"

enum {
    STORY_PRONOUNS = 60, /* per mille of the words outside the marks */
    FEATURE_QUOTES = 8,  /* most of a short report on somebody */
    SENTENCES = 12,      /* from a name to a description */
    MENTIONS = 90,       /* looked at in between */
    MENTIONS_NOUN = 200, /* looked at for the noun of one */
    PEOPLE = 12,         /* that it may mean */
    WORDS = 12,          /* of it looked at */
    GOES_ON = 30,        /* tokens looked at behind it */
    IN_OFFICE = 700,     /* for one whose age is told, and no office */
    OF_HIS = 640,        /* for one told of with a name in it, Q8 */
    AGED = 1200,         /* for one whose age the reader knows, Q8, */
    PARTISAN = 900,      /* and for one whose party */
    ELSEWHERE = 1200,    /* against one of another place, Q8 */
    AGE_BYTES = 2,       /* of an age */
    SEAT_BYTES = 4,      /* of "D-Pa" at least */
    BESIDE = 200,        /* tokens of its sentence looked at for marks */
    LEAST = 5500,        /* chance of one who is meant, 1/10000 */
    CALLED = 8000 /* of one who is called so beside marks: eight of ten */
};

#define BOTH (WS_M_MALE | WS_M_FEMALE)

/* Somebody named before a description, and where. */
struct told {
    uint32_t id;
    uint32_t nearest; /* mention; outside quotations where there is one */
    uint32_t spoke;   /* latest mention that is a cue's subject, or NONE */
    bool outside;
    bool his;       /* a body's name in it is his: "his Hill Rovers" */
    bool agrees;    /* a word with a capital is stated of him */
    bool denies;    /* another place, nationality or age is */
    bool elsewhere; /* he is of another place, as the text goes */
};

/* A description and those that it may mean. */
struct look {
    const ws_scene *scene;
    const ws_mention *e;
    uint32_t m;
    uint32_t count;
    struct told told[PEOPLE];
    uint32_t known; /* a person with a name who is called so, or NONE */
    uint32_t same;  /* whom its noun meant last, or NONE */
    uint32_t agree; /* how many of them agree */
    bool quotes;    /* marks stand in its sentence */
    uint16_t sex;   /* of the "his" or "her" that follows */
};

/* "A designer" came in just before: she is "the designer". */
static bool is_brought_in(const ws_scene *scene, uint32_t m)
{
    const uint32_t *of = scene->sentences->of;
    const ws_mention *e = &scene->mentions->mention[m];
    uint32_t id = scene->people->of[m];

    if (id == WHOSAID_NONE)
        return false;
    const ws_mention *full =
        &scene->mentions->mention[scene->people->person[id].mention];
    return full->kind == WS_MENTION_NOMINAL &&
           ((full->flags & WS_M_INDEFINITE) != 0 ||
            !WS_IS(scene->tokens->token[full->first].lex, DET)) &&
           of[e->head] - of[full->head] <= SENTENCES;
}

/* Whether mention k is a person's: also of one in no list, who speaks. */
static bool is_somebody(const ws_scene *scene, uint32_t k)
{
    const ws_person *person = &scene->people->person[scene->people->of[k]];
    const ws_mention *full = &scene->mentions->mention[person->mention];

    return full->kind == WS_MENTION_NAME &&
           (person->type == WHOSAID_SOURCE_PERSON ||
            (person->type == WHOSAID_SOURCE_NONE &&
             scene->cues->of[k] != WHOSAID_NONE &&
             full->name_end - full->name > 1));
}

/* "The victim, who does not wish to be named,": nobody whom the text names. */
static bool is_nameless(const ws_scene *scene, uint32_t m)
{
    const ws_mention *e = &scene->mentions->mention[m];
    const ws_token *token = scene->tokens->token;
    uint32_t end =
        scene->sentences->sentence[scene->sentences->of[e->head]].last;
    uint32_t i = e->close;

    i += i < end && ws_is_comma(&token[i]) ? 1 : 0;
    if (i >= end || !WS_IS(token[i].lex, RELATIVE))
        return false;
    for (uint32_t n = 0; n < WORDS && i < end; n++, i++) {
        if (token[i].kind == WS_TOKEN_PUNCT || scene->pieces->inside[i] != 0)
            return false;
        if (ws_scene_listed(scene, i, WS_LIST_ANONYMITY))
            return true;
    }
    return false;
}

/* "The judge told him": the judge is not he. */
static bool hears(const ws_scene *scene, uint32_t m, uint32_t id)
{
    const ws_cue *cue = &scene->cues->cue[scene->cues->of[m]];

    return cue->hearer != WHOSAID_NONE && scene->people->of[cue->hearer] == id;
}

/* What is stated of somebody against the words of the description. */
static void compare(struct look *look, struct told *told)
{
    const ws_scene *scene = look->scene;
    const ws_mention *e = look->e;

    for (uint32_t i = e->first + 1; i < e->close && i < e->first + WORDS; i++) {
        ws_says says = i == e->head
                           ? WS_SAYS_NOTHING
                           : ws_nominal_says(scene->people, i, told->id);
        told->agrees =
            told->agrees ||
            (says == WS_SAYS_SO && ws_is_capital(&scene->tokens->token[i]));
        told->denies = told->denies || says == WS_SAYS_OTHERWISE;
    }
    look->agree += told->agrees;
}

/* Whom it means by what he is called: where he was named too long ago, too. */
static void gather_known(struct look *look)
{
    const ws_scene *scene = look->scene;
    uint32_t k = look->m;

    if (look->known == WHOSAID_NONE || look->count == PEOPLE)
        return;
    for (uint32_t i = 0; i < look->count; i++)
        if (look->told[i].id == look->known)
            return;
    for (uint32_t n = 0; n < MENTIONS_NOUN && k > 0; n++)
        if (scene->people->of[--k] == look->known)
            break;
    struct told *told = &look->told[look->count++];
    *told = (struct told){
        .id = look->known,
        .nearest = k,
        .spoke = WHOSAID_NONE,
        .outside = (scene->mentions->mention[k].flags & WS_M_QUOTED) == 0};
    compare(look, told);
}

/* "Bill Vance of Iowa" is "the Iowa senator", and not "the Maine senator". */
static void compare_origin(const struct look *look, const ws_mention *c,
                           struct told *told)
{
    const ws_scene *scene = look->scene;
    const ws_token *token = scene->tokens->token;
    const ws_mention *e = look->e;
    uint32_t place = c->last + 1;

    if (place >= scene->tokens->count || !WS_IS(token[c->last].lex, OF) ||
        !WS_IS(token[place].lex, PLACE))
        return;
    for (uint32_t i = e->first + 1; i < e->head && i < e->first + WORDS; i++) {
        if (!WS_IS(token[i].lex, PLACE))
            continue;
        bool so = ws_token_same(scene->text->bytes, &token[i], &token[place]);
        told->agrees = told->agrees || so;
        told->elsewhere = told->elsewhere || !so;
        return;
    }
}

/* "Bill Vance, R-Iowa," is "the Iowa Republican", and neither "the Maine
 * senator" nor a Democrat. */
static void compare_seat(const struct look *look, const ws_mention *c,
                         struct told *told)
{
    const ws_scene *scene = look->scene;
    const char *bytes = scene->text->bytes;
    const ws_token *token = scene->tokens->token;
    const ws_mention *e = look->e;
    uint32_t at = c->last + 1;

    if (at >= scene->tokens->count ||
        !(ws_is_comma(&token[at - 1]) || token[at - 1].cp == '(') ||
        (token[at].shape & WS_SHAPE_HYPHEN) == 0 ||
        token[at].end - token[at].begin < SEAT_BYTES ||
        bytes[token[at].begin + 1] != '-')
        return;
    const char *seat = bytes + token[at].begin;
    for (uint32_t i = e->first + 1; i <= e->head && i < e->first + WORDS; i++) {
        bool party = ws_scene_listed(scene, i, WS_LIST_PARTISAN);
        if (!(party || WS_IS(token[i].lex, PLACE)) || !ws_is_capital(&token[i]))
            continue;
        bool so = bytes[token[i].begin] == seat[party ? 0 : 2];
        told->agrees = told->agrees || so;
        told->elsewhere = told->elsewhere || !so;
    }
}

/* The people named before, nearest first. */
static void gather(struct look *look)
{
    const ws_scene *scene = look->scene;
    const ws_people *people = scene->people;
    const uint32_t *of = scene->sentences->of;
    uint32_t m = look->m;
    uint32_t asker = ws_sole_asker(scene, m);

    for (uint32_t k = m; k-- > 0 && m - k < MENTIONS;) {
        const ws_mention *c = &scene->mentions->mention[k];
        uint32_t id = people->of[k];
        uint32_t i = 0;
        if (of[look->e->head] - of[c->head] > SENTENCES)
            break;
        if (id == WHOSAID_NONE || id == asker || c->last > look->e->first ||
            c->kind == WS_MENTION_PRONOUN || !is_somebody(scene, k))
            continue;
        while (i < look->count && look->told[i].id != id)
            i++;
        struct told *told = &look->told[i];
        if (i == look->count) {
            if (i == PEOPLE ||
                ws_opposed(look->e->flags, people->person[id].flags) ||
                id == people->never[m] || hears(scene, m, id) ||
                ws_epithet_names(scene, m, id) || ws_epithet_bars(scene, m, id))
                continue;
            *told =
                (struct told){.id = id, .nearest = k, .spoke = WHOSAID_NONE};
            compare(look, told);
            look->count++;
        }
        bool agreed = told->agrees;
        compare_origin(look, c, told);
        compare_seat(look, c, told);
        look->agree += told->agrees && !agreed;
        if (!told->outside && (c->flags & WS_M_QUOTED) == 0) {
            told->nearest = k;
            told->outside = true;
        }
        if (told->spoke == WHOSAID_NONE && scene->cues->of[k] != WHOSAID_NONE)
            told->spoke = k;
        told->his = told->his || ws_epithet_shares(scene, m, k);
    }
}

/* "The Ohio senator" is not "the Maine senator": both have words with a capital,
 * and none is the same. */
static bool is_told_apart(const struct look *look, const ws_mention *c)
{
    const ws_scene *scene = look->scene;
    const ws_token *token = scene->tokens->token;
    const ws_mention *e = look->e;
    bool ours = false;
    bool theirs = false;

    for (uint32_t i = e->first + 1; i < e->head && i < e->first + WORDS; i++) {
        ours = ours || ws_is_capital(&token[i]);
        for (uint32_t k = c->first; k < c->head && k < c->first + WORDS; k++) {
            if (!ws_is_capital(&token[k]) || WS_IS(token[k].lex, DET))
                continue;
            theirs = true;
            if (ws_token_same(scene->text->bytes, &token[i], &token[k]))
                return false;
        }
    }
    return ours && theirs;
}

/* Whom the noun of the description meant last, a person with a name, or NONE. */
static uint32_t meant_last(const struct look *look)
{
    const ws_scene *scene = look->scene;
    const ws_people *people = scene->people;

    for (uint32_t k = look->m; k-- > 0 && look->m - k < MENTIONS_NOUN;) {
        const ws_mention *c = &scene->mentions->mention[k];
        uint32_t id = people->of[k];
        if (c->kind != WS_MENTION_NOMINAL || id == WHOSAID_NONE ||
            (c->flags & WS_M_NESTED) != 0 ||
            !ws_token_same(scene->text->bytes, &scene->tokens->token[c->head],
                           &scene->tokens->token[look->e->head]) ||
            is_told_apart(look, c))
            continue;
        uint32_t full = people->person[id].mention;
        if (scene->mentions->mention[full].kind == WS_MENTION_NAME)
            return id;
    }
    return WHOSAID_NONE;
}

/* The sex of the first "he", "her" or the like with which the sentence goes on
 * outside quotation marks, or 0. */
static uint16_t goes_on(const struct look *look)
{
    const ws_scene *scene = look->scene;
    const ws_lex either = WS_LEX_BIT(PRONOUN) | WS_LEX_BIT(POSSESSIVE);
    uint32_t from = look->e->last;
    uint32_t end =
        scene->sentences->sentence[scene->sentences->of[look->e->head]].last;

    for (uint32_t i = from; i < end && i < from + GOES_ON; i++) {
        ws_lex lex = scene->tokens->token[i].lex;
        bool he = WS_IS(lex, MALE);
        if ((lex & either) != 0 && scene->pieces->inside[i] == 0 &&
            he != WS_IS(lex, FEMALE))
            return he ? WS_M_MALE : WS_M_FEMALE;
    }
    return 0;
}

/* "The senator said that Ruiz", "“Ruiz has lied,” the senator said": not Ruiz,
 * mostly. Q8. */
static int32_t weigh_apart(const struct look *look, uint32_t id)
{
    ws_stage stage = ws_scene_stage(look->scene);
    uint32_t apart = ws_rival_apart(&stage, look->m, id);
    int32_t score = 0;

    if ((apart & WS_APART_BEHIND) != 0)
        score -= 68;
    if ((apart & WS_APART_TALKED) != 0 && ws_rival_aloud(&stage, look->m))
        score -= 256;
    return score;
}

static uint32_t bucket(uint32_t n, const uint8_t *upto, uint32_t most)
{
    uint32_t i = 0;

    while (i < most && n > upto[i])
        i++;
    return i;
}

/* How he stands to the description, Q8. */
static int32_t weigh_place(const struct look *look, uint32_t at)
{
    static const uint8_t sentence_upto[] = {0, 1, 2, 5};
    static const int16_t by_sentence[] = {140, 178, 0, -386, -493};
    static const int16_t by_paragraph[] = {367, -65, 0};
    static const uint8_t count_upto[] = {1, 2, 4, 8};
    static const int16_t by_count[] = {-149, -110, 0, 83, 84};
    static const uint8_t since_upto[] = {0, 1, 3};
    static const int16_t since[] = {-77, 41, 44, 0};
    static const int16_t since_aloud[] = {-454, 535, 186, -138};
    const uint16_t other =
        WS_M_GENITIVE | WS_M_NESTED | WS_M_OBJECT | WS_M_AFTER_PREPOSITION;
    const ws_scene *scene = look->scene;
    const uint32_t *of = scene->sentences->of;
    const ws_token *token = scene->tokens->token;
    const struct told *told = &look->told[at];
    const ws_mention *c = &scene->mentions->mention[told->nearest];
    uint32_t paragraphs =
        token[look->e->head].paragraph - token[c->head].paragraph;
    uint32_t count = scene->people->person[told->id].count;
    int32_t score =
        by_sentence[bucket(of[look->e->head] - of[c->head], sentence_upto, 4)] +
        by_paragraph[paragraphs < 2 ? paragraphs : 2] +
        by_count[bucket(count, count_upto, 4)];

    if (told->spoke != WHOSAID_NONE) {
        uint32_t then = of[scene->mentions->mention[told->spoke].head];
        uint32_t n = bucket(of[look->e->head] - then, since_upto, 3);
        score += look->quotes ? since_aloud[n] : since[n];
    } else {
        score -= look->quotes ? 32 : 0;
    }
    score -= (c->flags & WS_M_GENITIVE) != 0 ? 95 : 0;
    score += (c->flags & other) == 0 ? 117 : 0;
    score -= told->outside ? 0 : 294;
    score -= of[look->e->head] - of[c->head] > SENTENCES ? 200 : 0;
    return at > 2 ? score - 211 : score;
}

/* How he fits the words and what follows, Q8. */
static int32_t weigh_words(const struct look *look, uint32_t at)
{
    const ws_people *people = look->scene->people;
    const struct told *told = &look->told[at];
    const ws_person *person = &people->person[told->id];
    uint16_t sex = person->flags & BOTH;
    uint32_t most = 0;
    int32_t score = 0;

    for (uint32_t i = 0; i < look->count; i++) {
        uint32_t count = people->person[look->told[i].id].count;
        most = count > most ? count : most;
    }
    score += person->count == most ? 30 : 0;
    score += told->id == look->known ? 688 : 0;
    score += told->agrees ? look->agree == 1 ? 311 : 27 : 0;
    score += told->his ? OF_HIS : 0;
    score -= told->denies ? 264 : 0;
    score -= told->elsewhere ? ELSEWHERE : 0;
    score += look->same == told->id ? 506 : 0;
    if (told->id != look->known &&
        ws_private_is_apart(look->scene, look->m, told->id))
        score -= IN_OFFICE;
    if (look->sex != 0 && sex == look->sex)
        score += 472;
    else if (look->sex != 0 && sex != 0 && sex != BOTH)
        score -= 54;
    if (ws_private_calls(look->scene, look->m)) /* of hundredths, Q8 */
        score += ws_private_fit(look->scene, look->m, told->id) * 5 / 2;
    return score + weigh_apart(look, told->id);
}

/* "The Christie supporter": a word of it is in the name of somebody told of. */
static bool has_name(const struct look *look)
{
    const ws_scene *scene = look->scene;
    const ws_mention *e = look->e;

    for (uint32_t i = e->first + 1; i < e->head && i < e->first + WORDS; i++) {
        if (!ws_is_capital(&scene->tokens->token[i]))
            continue;
        for (uint32_t k = 0; k < look->count; k++) {
            const ws_person *person = &scene->people->person[look->told[k].id];
            const ws_mention *full = &scene->mentions->mention[person->mention];
            for (uint32_t n = full->name; n < full->name_end; n++)
                if (ws_token_same(scene->text->bytes, &scene->tokens->token[i],
                                  &scene->tokens->token[n]))
                    return true;
        }
    }
    return false;
}

/* "The first witness", "the deadliest". */
static bool is_singled_out(const struct look *look)
{
    for (uint32_t i = look->e->first + 1;
         i < look->e->head && i < look->e->first + WORDS; i++)
        if (ws_scene_listed(look->scene, i, WS_LIST_SINGLED))
            return true;
    return false;
}

/* Whether marks stand beside the description and its cue. */
static bool is_aloud(const ws_scene *scene, uint32_t m)
{
    ws_stage stage = ws_scene_stage(scene);

    return ws_rival_aloud(&stage, m);
}

/* Whether a quotation stands in the description's sentence or beside it. */
static bool has_quotes(const ws_scene *scene, uint32_t m)
{
    const ws_mention *e = &scene->mentions->mention[m];
    const ws_sentence *s =
        &scene->sentences->sentence[scene->sentences->of[e->head]];
    uint32_t first = e->first > BESIDE ? e->first - BESIDE : 0;
    uint32_t last = e->last + BESIDE;

    first = first > s->first ? first : s->first;
    last = last < s->last ? last : s->last;
    for (uint32_t i = first; i < last; i++)
        if (scene->pieces->inside[i] != 0)
            return true;
    return is_aloud(scene, m);
}

/* "The Harbour Street star, 41, said": an age is told of one named before. */
static bool is_aged(const struct look *look)
{
    const ws_token *token = look->scene->tokens->token;
    uint32_t i = look->e->last;

    return i + 2 < look->scene->tokens->count && ws_is_comma(&token[i]) &&
           token[i + 1].kind == WS_TOKEN_NUMBER &&
           token[i + 1].end - token[i + 1].begin == AGE_BYTES &&
           ws_is_comma(&token[i + 2]);
}

/* How well nobody named before is meant, Q8. */
static int32_t weigh_nobody(const struct look *look)
{
    const ws_scene *scene = look->scene;
    const ws_mention *e = look->e;
    const ws_token *token = scene->tokens->token;
    ws_lex head = token[e->head].lex;
    uint32_t sentence = scene->sentences->of[e->head];
    uint32_t id = scene->people->of[look->m];
    int32_t score = 440;

    if (look->known != WHOSAID_NONE)
        score += 133;
    else if (id != WHOSAID_NONE && scene->people->person[id].mention != look->m)
        score += 124;
    score -= look->quotes ? 89 : 0;
    score += is_brought_in(scene, look->m) ? 396 : 0;
    score += e->close > e->last ? 299 : 0;
    score += is_singled_out(look) ? 573 : 0;
    score += has_name(look) ? 411 : 0;
    score += ws_epithet_calls(scene, look->m) ? 249 : 0;
    score -= ws_scene_listed(scene, e->head, WS_LIST_AGED) ? AGED : 0;
    score -= is_aged(look) ? AGED : 0;
    score -= ws_scene_listed(scene, e->head, WS_LIST_PARTISAN) ? PARTISAN : 0;
    score += WS_IS(head, PERSON) && !WS_IS(head, ROLE) ? 115 : 0;
    score -= WS_IS(head, TITLE) ? 405 : 0;
    if (e->head > e->first + 1 && WS_IS(token[e->first + 1].lex, COMMON_ADJ))
        score -= 170;
    score -=
        e->first == scene->tokens->first[token[e->first].paragraph] ? 172 : 0;
    score -= e->first == scene->sentences->sentence[sentence].first ? 198 : 0;
    return score;
}

/* Whom the description means by what he is called ("the mayor"), a person with
 * a name, or NONE. */
static uint32_t known_as(const ws_scene *scene, uint32_t m)
{
    uint32_t id = scene->people->of[m];

    if (id == WHOSAID_NONE)
        return WHOSAID_NONE;
    uint32_t full = scene->people->person[id].mention;
    return scene->mentions->mention[full].kind == WS_MENTION_NAME
               ? id
               : WHOSAID_NONE;
}

/* The chances of those gathered, and at [count] that of nobody, 1/10000. */
static void weigh(const struct look *look, uint32_t chance[PEOPLE + 1])
{
    int32_t score[PEOPLE + 1];
    int32_t top = weigh_nobody(look);
    uint64_t all = 0;

    score[look->count] = top;
    for (uint32_t i = 0; i < look->count; i++) {
        score[i] = weigh_place(look, i) + weigh_words(look, i);
        top = score[i] > top ? score[i] : top;
    }
    for (uint32_t i = 0; i <= look->count; i++)
        all += ws_model_exp(top - score[i]);
    for (uint32_t i = 0; i <= look->count; i++)
        chance[i] =
            (uint32_t)(ws_model_exp(top - score[i]) * UINT64_C(10000) / all);
}

/* Weigh description m. */
static void join_description(const ws_scene *scene, uint32_t m,
                             ws_people *people)
{
    struct look look = {.scene = scene,
                        .e = &scene->mentions->mention[m],
                        .m = m,
                        .known = known_as(scene, m)};
    uint32_t chance[PEOPLE + 1];
    uint32_t best = 0;

    /* "The youngster said", and only one was told of */
    if (look.known == WHOSAID_NONE && ws_epithet_calls(scene, m) &&
        is_aloud(scene, m)) {
        ws_epithet_join(scene, m, true, people);
        if (known_as(scene, m) != WHOSAID_NONE) {
            people->told[m] = CALLED;
            return;
        }
    }
    gather(&look);
    gather_known(&look);
    if (look.count == 0)
        return;
    look.same = meant_last(&look);
    look.sex = goes_on(&look);
    look.quotes = has_quotes(scene, m);
    weigh(&look, chance);
    for (uint32_t i = 1; i < look.count; i++)
        best = chance[i] > chance[best] ? i : best;
    if (chance[best] >= LEAST && look.told[best].id != look.known) {
        people->of[m] = look.told[best].id;
        people->sure[m] = WS_SURE_DESCRIBED;
    } else if (chance[best] < LEAST) { /* as it was: known, or nobody named */
        best = 0;
        while (best < look.count && look.told[best].id != look.known)
            best++;
    }
    people->told[m] = (uint16_t)(chance[best] > 0 ? chance[best] : 1);
}

/* "The painter", a noun of what somebody does. */
static bool is_office(const ws_scene *scene, uint32_t m)
{
    uint32_t head = scene->mentions->mention[m].head;

    return WS_IS(scene->tokens->token[head].lex, ROLE);
}

/* “Is there a bed?” asked Ruth. / “No,” said the porter: a paragraph of talk
 * behind another one, so a new turn; of whom the one before tells is rather
 * whom the porter answers. */
static bool is_turn(const ws_scene *scene, uint32_t m)
{
    const uint32_t *inside = scene->pieces->inside;
    const ws_mention *e = &scene->mentions->mention[m];
    uint32_t here = scene->tokens->token[e->head].paragraph;

    return here > 0 && scene->cues->of[m] != WHOSAID_NONE &&
           scene->tokens->first[here - 1] < scene->tokens->first[here] &&
           inside[scene->tokens->first[here]] != 0 &&
           inside[scene->tokens->first[here - 1]] != 0;
}

/* "[The retired brigadier] told the council" was somebody with a name: "the
 * brigadier", who is the same one, is he, too. */
static bool join_same(const ws_scene *scene, uint32_t m, ws_people *people)
{
    const ws_mention *e = &scene->mentions->mention[m];
    uint32_t id = people->of[m];

    if (id == WHOSAID_NONE || e->kind != WS_MENTION_NOMINAL ||
        (e->flags & WS_M_INDEFINITE) != 0)
        return false;
    uint32_t full = people->person[id].mention;
    uint32_t named = people->of[full];
    if (full >= m || named == id || named == WHOSAID_NONE ||
        scene->mentions->mention[people->person[named].mention].kind !=
            WS_MENTION_NAME)
        return false;
    people->of[m] = named;
    people->sure[m] = WS_SURE_DESCRIBED;
    people->told[m] = people->told[full];
    return true;
}

void ws_referents_join(const ws_scene *scene, ws_people *people)
{
    bool article = scene->tokens->count < WS_ARTICLE;
    /* what offices are called must be known: ANONYMOUS ones of data */
    bool offices = article;
    /* nor in a story, where many are "the captain" to each other; "the girl"
     * and "the Irishman" of one are named elsewhere (named.c, described.c) */
    bool talks = ws_story_talks(scene);
    bool told = ws_story_pronouns(scene) >= STORY_PRONOUNS &&
                !(article && ws_story_reports(scene));
    bool described = article && !scene->tokens->foreign && !told && !talks;
    bool story = talks || (told && scene->quotations->count > FEATURE_QUOTES);

    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        if (is_nameless(scene, m) || ws_renamed_join(scene, m, story, people) ||
            ws_concern_join(scene, m, people) ||
            (article && ws_shortened_join(scene, m, people)))
            continue;
        if (described && ws_is_description(scene, m))
            join_description(scene, m, people);
        else if (article && !talks && !scene->tokens->foreign &&
                 join_same(scene, m, people))
            continue;
        else if (!talks ||
                 (article && is_office(scene, m) && !is_turn(scene, m)))
            ws_epithet_join(scene, m, offices, people);
    }
}
