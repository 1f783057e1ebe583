/*
 * stating.c - a statement of somebody's role: what it says, and how well.
 *
 *   in   the words of a statement, and the form in which they stand
 *   out  the office, the body, a score; the best statement so far is kept
 *
 * What is read is weighed by its form (form.c), its length and its place, with
 * weights from the training sets; the first of equals wins.
 *
 * Cost: linear in the statement.
 *
 * Not here: where statements stand (role.c), which words name a body
 * (affiliation.c).
 */
#include "speaker/stating.h"

#include <string.h>

#include "speaker/affiliation.h"
#include "speaker/employer.h"
#include "speaker/firm.h"
#include "speaker/vague.h"

/* In hundredths of a logit, from statements of the training sets. */
enum {
    SHOUTED_SCORE = -800,
    HEADLINE_SCORE = -19,
    QUOTED_SCORE = -41,
    FULL_SCORE = 35,    /* beside a full name */
    SHORT_SCORE = 69,   /* "Sen." */
    TITLE_SCORE = 20,   /* one word that is a title: "President" */
    PLAIN_SCORE = -110, /* one word that is none: "rival" */
    INDEFINITE_SCORE = -105,
    COURTESY_SCORE = 150, /* behind a title of one word */
    BODY_SCORE = 25
};

enum { TOLD_MENTIONS = 120 }; /* looked at for a name told elsewhere */

static uint32_t words_of_sense(const ws_stating *r, uint32_t first,
                               uint32_t last)
{
    uint32_t words = 0;

    for (uint32_t i = first; i < last && words < WS_FORM_WORDS; i++)
        words += ws_holds_sense(&r->frame, i);
    return words;
}

/* "SEN. RUIZ": a headline in capitals. */
static bool is_shouted(const ws_stating *r, const ws_mention *m, uint32_t first,
                       uint32_t last)
{
    if (first >= last || (m->flags & WS_M_HEADLINE) == 0)
        return false;
    return (r->token[last - 1].shape & WS_SHAPE_ALLCAPS) != 0 &&
           (r->token[m->last - 1].shape & WS_SHAPE_ALLCAPS) != 0;
}

/* How often the person was called just this before; counts it. */
static uint32_t said_before(ws_stating *r, ws_form kind, uint32_t first,
                            uint32_t last)
{
    uint64_t h = 0xcbf29ce484222325ULL ^ ((r->id + 1) * 0x9e3779b97f4a7c15ULL);

    if (r->said == NULL || (kind != WS_FORM_NEAR && kind != WS_FORM_NOMINAL &&
                            kind != WS_FORM_TITLE && kind != WS_FORM_BEHIND))
        return 0;
    for (uint32_t i = first; i < last; i++)
        for (uint32_t k = r->token[i].begin; k < r->token[i].end; k++)
            h = (h ^ (unsigned char)r->scene->text->bytes[k]) *
                0x100000001b3ULL;
    uint8_t *said = &r->said[(h ^ (h >> 32)) & (WS_ROLE_SLOTS - 1)];
    uint32_t before = *said;
    if (before < WS_FORM_AGAIN)
        ++*said;
    return before;
}

/* Whether what begins at name is behind a "for" in a statement. */
static bool is_behind_for(const ws_stating *r, uint32_t first, uint32_t name)
{
    uint32_t i = name - 1;

    i -= r->frame.word[i] == WS_WORD_DETERMINER && i > first ? 1 : 0;
    return i > first && WS_IS(r->token[i].lex, FOR);
}

/* "Management Board of [Hill Bank]", "[Rural] Railways Alliance": the body whose
 * organ is named, and all of a name that the tagger cut. */
static void mend_body(const ws_stating *r, uint32_t first, ws_role *role)
{
    const ws_lex no = WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE) | WS_LEX_BIT(TIME) |
                      WS_LEX_BIT(BODY) | WS_LEX_BIT(DET);
    const ws_token *token = r->token;
    uint32_t i = role->body;

    for (uint32_t k = i + 1; k + 1 < role->body_end; k++) {
        if (WS_IS(token[k].lex, OF) &&
            ws_scene_listed(r->scene, k - 1, WS_LIST_ORGAN) &&
            ws_names_body(&r->frame, k + 1, role->body_end)) {
            role->body = k + 1;
            return;
        }
    }
    while (i > first) {
        /* "[Rohini Residents’] Welfare Association" */
        bool joins = i > first + 1 && ws_is_capital(&token[i - 2]) &&
                     (WS_IS(token[i - 1].lex, AND) || token[i - 1].cp == '&' ||
                      (token[i - 1].kind == WS_TOKEN_MARK &&
                       ws_is_genitive(&r->frame, i - 1)));
        uint32_t word = joins ? i - 2 : i - 1;
        if (!ws_is_capital(&token[word]) || (token[word].lex & no) != 0 ||
            ws_scene_listed(r->scene, word, WS_LIST_CEASED))
            break;
        i = word;
    }
    role->body = i;
}

/* Whether the name of mention k is the words [first, last), or begins with them:
 * "[Tidewell] CEO" of "Tidewell Energy". */
static bool is_named(const ws_stating *r, uint32_t k, uint32_t first,
                     uint32_t last)
{
    const ws_mention *m = &r->mentions->mention[k];

    bool longer = m->name_end - m->name > last - first;
    if (m->kind != WS_MENTION_NAME || m->name_end - m->name < last - first)
        return false;
    for (uint32_t i = 0; i < last - first; i++) {
        const ws_token *a = &r->token[first + i];
        const ws_token *b = &r->token[m->name + i];
        if (b->lex != 0 && longer) /* "Library Repairs" */
            return false;
        if (a->end - a->begin != b->end - b->begin ||
            memcmp(r->scene->text->bytes + a->begin,
                   r->scene->text->bytes + b->begin, a->end - a->begin) != 0)
            return false;
    }
    return true;
}

/* "Chairman and CEO": whether an office from token i on runs a firm. */
static bool runs_firm(const ws_stating *r, uint32_t i, uint32_t last)
{
    for (uint32_t k = i; k < last; k++)
        if (ws_is_executive(&r->frame, k))
            return true;
    return false;
}

/* "[Clean Water Now] Executive Director", "[Tidewell] CEO": where the body ends
 * that the statement opens with, by a name that the document has elsewhere; its
 * mention, or NONE. */
static uint32_t opening_told(const ws_stating *r, uint32_t first, uint32_t last)
{
    const ws_lex no =
        WS_LEX_BIT(PLACE) | WS_LEX_BIT(NATIONALITY) | WS_LEX_BIT(SURNAME);
    const ws_people *people = r->scene->people;
    uint32_t end = first;

    while (end < last && ws_is_capital(&r->token[end]) &&
           !ws_is_office(r->token[end].lex) &&
           !ws_scene_listed(r->scene, end, WS_LIST_WHOLE))
        end++;
    if (end == first || end == last || /* "Crime and Policing Minister" */
        WS_IS(r->token[end].lex, AND))
        return WHOSAID_NONE;
    for (uint32_t n = 1; n <= TOLD_MENTIONS && n <= r->m; n++) {
        uint32_t k = r->m - n;
        uint32_t id = people->of[k];
        if (id == WHOSAID_NONE || !is_named(r, k, first, end))
            continue;
        const ws_person *person = &people->person[id];
        const ws_mention *full = &r->mentions->mention[person->mention];
        bool firm = person->type == WHOSAID_SOURCE_NONE &&
                    person->placed == 0 &&
                    (r->token[full->name_end - 1].lex & no) == 0 &&
                    runs_firm(r, end, last);
        return person->type == WHOSAID_SOURCE_BODY || firm ? person->mention
                                                           : WHOSAID_NONE;
    }
    return WHOSAID_NONE;
}

/* Whether a body named by its words behind "at" in [first, last) stands right
 * behind the task for which body was taken. */
static bool is_at_words(const ws_stating *r, uint32_t body, uint32_t first,
                        uint32_t last)
{
    uint32_t end;

    if (body == WHOSAID_NONE)
        return false;
    const ws_mention *m = &r->mentions->mention[body];
    uint32_t at = m->name_end;
    if (at + 1 >= last || m->name < first + 2 || m->first != m->name ||
        !WS_IS(r->token[m->name - 1].lex, OF) ||
        !ws_scene_listed(r->scene, at, WS_LIST_AT))
        return false;
    return ws_body_at_words(&r->frame, first, last, &end) > at;
}

/* Whether the name of body is a part of [first, last), told of nowhere else. */
static bool holds_name(const ws_stating *r, uint32_t first, uint32_t last,
                       uint32_t body)
{
    const ws_people *people = r->scene->people;
    const ws_mention *m = &r->mentions->mention[body];

    return people->person[people->of[body]].count < 2 && first < last &&
           m->name >= first && m->name_end <= last &&
           m->name_end - m->name < last - first;
}

/* Keep the body that the statement [first, last) names by its capitals, where
 * no other is known in it, or a part of that name. */
static bool take_employer(const ws_stating *r, uint32_t first, uint32_t last,
                          uint32_t body, ws_role *role)
{
    uint32_t end;
    uint32_t whose = ws_employer_in(&r->frame, first, last, &end);
    bool none = body == WHOSAID_NONE && role->body == role->body_end;
    bool part = role->body < role->body_end && role->body >= whose &&
                role->body_end < end; /* "Royal College [of Nursing]" */

    if (whose == last ||
        (!none && !part &&
         (body == WHOSAID_NONE || !holds_name(r, whose, end, body))))
        return false;
    role->body = whose;
    role->body_end = end;
    return true;
}

/* The fullest name of the body in [first, last), where the role has none yet,
 * or a longer one for its own. */
static void name_body(const ws_stating *r, uint32_t first, uint32_t last,
                      ws_role *role)
{
    const ws_people *people = r->scene->people;
    uint32_t body = ws_body_in(&r->frame, r->m, first, last);
    uint32_t short_name =
        first + ws_scene_listed(r->scene, first, WS_LIST_CEASED);
    uint32_t opening = ws_body_opening(&r->frame, short_name, last);
    /* "Hill Fund director for the Brill Republic" */
    if (body != WHOSAID_NONE && opening > short_name &&
        r->mentions->mention[body].first > opening + 1 &&
        is_behind_for(r, opening, r->mentions->mention[body].first))
        body = WHOSAID_NONE;
    if (body == WHOSAID_NONE && role->body == role->body_end &&
        opening > short_name) {
        role->body = short_name;
        role->body_end = opening;
    }
    uint32_t ending = ws_body_ending(&r->frame, first, last);
    if (role->body == role->body_end && ending < last &&
        (body == WHOSAID_NONE || r->mentions->mention[body].name_end < last)) {
        role->body = ending;
        role->body_end = last;
        return;
    }
    uint32_t at = ws_body_at(&r->frame, r->m, first, last);
    uint32_t end = first;
    /* "Head of Disputes at Hill Crisp", by its words */
    if (at == WHOSAID_NONE && is_at_words(r, body, first, last))
        body = WHOSAID_NONE;
    body = at != WHOSAID_NONE ? at : body;
    uint32_t words = body == WHOSAID_NONE && role->body == role->body_end
                         ? ws_body_at_words(&r->frame, first, last, &end)
                         : first;
    if (words > first) {
        role->body = words;
        role->body_end = end;
    }
    uint32_t told = body == WHOSAID_NONE && role->body == role->body_end
                        ? opening_told(r, short_name, last)
                        : WHOSAID_NONE;
    if (told != WHOSAID_NONE) {
        role->body = r->mentions->mention[told].name;
        role->body_end = r->mentions->mention[told].name_end;
    }
    uint32_t of = body == WHOSAID_NONE && role->body == role->body_end
                      ? ws_body_of_words(&r->frame, first, last)
                      : last;
    if (of == last && body == WHOSAID_NONE && role->body == role->body_end)
        of = ws_body_run(&r->frame, first, last);
    if (of < last) {
        role->body = of;
        role->body_end = last;
    }
    if (take_employer(r, first, last, body, role))
        return;
    if (body == WHOSAID_NONE ||
        (role->body < role->body_end &&
         r->mentions->mention[body].last != role->body_end))
        return;
    uint32_t full = people->person[people->of[body]].mention;
    role->body = r->mentions->mention[full].name;
    role->body_end = r->mentions->mention[full].name_end;
    if (full == body)
        role->body_end = ws_body_end(&r->frame, role->body_end, last);
    if (full == body && people->person[people->of[body]].count < 2)
        mend_body(r, first, role);
    role->body_end =
        ws_body_of_place(&r->frame, role->body, role->body_end, last);
    if (role->body + 1 < role->body_end &&
        ws_scene_listed(r->scene, role->body, WS_LIST_CEASED))
        role->body++; /* "Former Rovers midfielder" */
}

/* Who owns the office at first: "[the company]'s chairman", "[its] chairman"; a
 * person, or NONE. A name owns it by itself. */
static uint32_t owner_of(const ws_stating *r, uint32_t first)
{
    const ws_mentions *mentions = r->mentions;
    uint32_t k = mentions->at[first];
    uint32_t own = first;

    if (k < mentions->count && mentions->mention[k].head <= first + 1 &&
        (mentions->mention[k].flags & WS_M_GENITIVE) != 0)
        return mentions->mention[k].kind == WS_MENTION_NAME
                   ? WHOSAID_NONE
                   : r->scene->people->of[k];
    if (!WS_IS(r->token[own].lex, POSSESSIVE) && own > r->frame.begin)
        own--;
    if (WS_IS(r->token[own].lex, POSSESSIVE))
        return WS_IS(r->token[own].lex, NEUTER) ? ws_firm_owning(r->scene, own)
                                                : WHOSAID_NONE;
    if (!ws_is_genitive(&r->frame, own) || own == r->frame.begin)
        return WHOSAID_NONE;
    k = mentions->at[own - 1];
    bool noun = k < mentions->count && mentions->mention[k].head + 1 == own &&
                mentions->mention[k].kind != WS_MENTION_NAME;
    return noun ? r->scene->people->of[k] : WHOSAID_NONE;
}

/* "The company's chairman", "its chairman": the body that owns the office, where
 * the document names it. */
static void name_owner(const ws_stating *r, uint32_t first, ws_role *role)
{
    const ws_people *people = r->scene->people;

    if (role->body < role->body_end)
        return;
    uint32_t id = owner_of(r, first);
    if (id == WHOSAID_NONE)
        return;
    const ws_person *person = &people->person[id];
    const ws_mention *full = &r->mentions->mention[person->mention];
    bool body = person->type == WHOSAID_SOURCE_BODY ||
                (person->type == WHOSAID_SOURCE_NONE && person->says > 0);
    if (full->kind != WS_MENTION_NAME || !body)
        return;
    role->body = full->name;
    role->body_end = full->name_end;
}

/* How well the words [first, last) in a form tell the role. */
static int32_t score_of(ws_stating *r, ws_form kind, uint32_t first,
                        uint32_t last)
{
    const ws_mention *m = &r->mentions->mention[r->m];
    uint32_t words = words_of_sense(r, first, last);
    if (r->listed && words < WS_FORM_WORDS)
        words++; /* the body's name tells, too */
    /* "Rep. Ana Ruiz, chair of the Harbour Committee": as if it came first */
    bool courtesy = r->courtesy && kind == WS_FORM_BEHIND &&
                    words_of_sense(r, r->best.first, r->best.last) < 2 &&
                    (r->listed || ws_names_body(&r->frame, first, last));
    bool fresh =
        r->said != NULL && (r->best.score < WS_STATING_LEAST || courtesy);
    int32_t score =
        ws_form_score(kind, words, said_before(r, kind, first, last), fresh);

    /* "A police spokesman, Colonel Ana Ruiz," */
    if (r->courtesy && kind == WS_FORM_BEFORE &&
        words_of_sense(r, r->best.first, r->best.last) < 2)
        score += COURTESY_SCORE;
    if ((m->flags & WS_M_HEADLINE) != 0)
        score += HEADLINE_SCORE;
    if (is_shouted(r, m, first, last))
        score += SHOUTED_SCORE;
    if ((m->flags & WS_M_QUOTED) != 0)
        score += QUOTED_SCORE;
    if (m->kind == WS_MENTION_NAME && m->name_end - m->name > 1)
        score += FULL_SCORE;
    if (kind == WS_FORM_TITLE && (r->token[last - 1].shape & WS_SHAPE_DOT) != 0)
        score += SHORT_SCORE;
    if (kind == WS_FORM_TITLE && words < 2)
        score +=
            WS_IS(r->token[last - 1].lex, TITLE) ? TITLE_SCORE : PLAIN_SCORE;
    if (kind == WS_FORM_NOMINAL && (m->flags & WS_M_INDEFINITE) != 0)
        score += INDEFINITE_SCORE;
    int32_t loss = ws_vague_loss(&r->frame, kind, first, last);
    /* "Sens.": better told so than not at all */
    return kind == WS_FORM_LIST && score >= WS_STATING_LEAST &&
                   score - loss < WS_STATING_LEAST
               ? WS_STATING_LEAST
               : score - loss;
}

/* Whether a form tells the role right beside the name. */
static bool stands_beside(ws_form kind)
{
    return kind == WS_FORM_BEHIND || kind == WS_FORM_OF ||
           kind == WS_FORM_OWNER || kind == WS_FORM_BEFORE ||
           kind == WS_FORM_TITLE || kind == WS_FORM_WHO_IS;
}

/* "Lead author Ana Ruiz, a physician at Hill College": where the heavier of two
 * statements names no body, it is of the other's, unless that is no more; and
 * "NBC's Ana Ruiz, a host", where it is a body and no more, has that office. */
static void lend(ws_role *to, const ws_role *from, bool ceased)
{
    if (from->score < WS_STATING_LEAST || to->score < WS_STATING_LEAST)
        return;
    if (to->first == to->last && to->beside && from->beside &&
        from->first < from->last) {
        to->first = from->first;
        to->last = from->last;
    } else if (to->first < to->last && to->body == to->body_end && !ceased) {
        to->body = from->body;
        to->body_end = from->body_end;
    }
}

/* The statement role, or the best one so far, keeps what the other tells. */
static void keep_both(ws_stating *r, ws_role *role)
{
    bool heavier = role->score > r->best.score;
    const ws_role *from = heavier ? &r->best : role;
    bool ceased = from->first < from->last &&
                  ws_scene_listed(r->scene, from->first, WS_LIST_CEASED);

    if (heavier || role->beside)
        lend(heavier ? role : &r->best, from, ceased);
}

/* "Sen. Ana Ruiz", "the senator from Maine": the fuller of the two is at least
 * as heavy as the other. */
static void weigh_short(ws_stating *r, ws_form kind, ws_role *role)
{
    ws_role *best = &r->best;

    if (best->score < WS_STATING_LEAST || role->score < WS_STATING_LEAST)
        return;
    if (best->score >= role->score && kind != WS_FORM_NEAR &&
        ws_says_in_full(&r->frame, role->first, role->last, best->first,
                        best->last))
        role->score = best->score + 1;
    else if (role->score > best->score &&
             ws_says_in_full(&r->frame, best->first, best->last, role->first,
                             role->last))
        best->score = role->score;
}

/* A statement of a form: the office [first, last), or with WS_FORM_OF and
 * WS_FORM_OWNER the body alone. */
void ws_state(ws_stating *r, ws_form kind, uint32_t first, uint32_t last)
{
    const ws_mention *m = &r->mentions->mention[r->m];

    if (ws_states_nothing(&r->frame, first, last))
        return;
    /* "[one] of its authors" */
    if (first > r->frame.begin && first < last &&
        WS_IS(r->token[first].lex, OF) &&
        r->frame.word[first - 1] == WS_WORD_DETERMINER)
        first--;
    ws_role role = {.first = first,
                    .last = last,
                    .tag = r->best.tag,
                    .tag_end = r->best.tag_end};

    if (kind == WS_FORM_OF || kind == WS_FORM_OWNER) {
        role.last = first;
        role.body = first;
        role.body_end = last;
    }
    uint32_t plain = ws_statement_plain(&r->frame, first, last);
    name_body(r, first, plain, &role);
    name_owner(r, first, &role);
    role.score = score_of(r, kind, first, plain);
    if (role.body < role.body_end)
        role.score += BODY_SCORE;
    /* "coach Ana Ruiz of the union": both */
    uint32_t office = m->name; /* "coach Dr Ana Ruiz of the union" */
    if (office > m->first && WS_IS(r->token[office - 1].lex, HONORIFIC) &&
        r->best.last + 1 == office)
        office--;
    if (kind == WS_FORM_OF && r->best.last == office &&
        r->best.first < r->best.last && r->best.body == r->best.body_end &&
        last - first < WS_STATING_LOOSE &&
        ws_names_body(&r->frame, first, last)) {
        r->best.body = role.body;
        r->best.body_end = role.body_end;
        return;
    }
    r->courtesy = r->courtesy || kind == WS_FORM_TITLE;
    role.beside = stands_beside(kind);
    weigh_short(r, kind, &role);
    keep_both(r, &role);
    if (role.score > r->best.score)
        r->best = role;
}

/* The mention looked at opens its line, or stands behind a dash or a bullet
 * there: whoever signs. */
static bool is_signature(const ws_stating *r)
{
    uint32_t first = r->mentions->mention[r->m].first;

    if (first > r->frame.begin + 1 && ws_is_dash(&r->token[first - 1]) &&
        r->token[first - 2].kind == WS_TOKEN_MARK)
        return true; /* “...” – Ana Ruiz, officer, Pilots United */
    return first == r->frame.begin ||
           (first == r->frame.begin + 1 &&
            r->token[first - 1].kind != WS_TOKEN_WORD); /* "-", "•" */
}

uint32_t ws_state_lists(const ws_stating *r, uint32_t end, uint32_t head,
                        uint32_t *behind)
{
    uint16_t flags = r->mentions->mention[r->m].flags;

    if ((flags & WS_M_HEADLINE) != 0 && !is_signature(r))
        return end;
    uint32_t body = ws_body_listed(&r->frame, end, behind);
    /* ", pediatrician, Hill Clinic." */
    if (body > end && !ws_is_capital(&r->token[head - 1]) &&
        ((!ws_names_body(&r->frame, body, *behind) &&
          !ws_is_told_body(&r->frame, body, *behind) && !is_signature(r)) ||
         (*behind < r->frame.limit &&
          r->token[*behind].kind != WS_TOKEN_PUNCT)))
        return end;
    return body;
}

void ws_state_listed(ws_stating *r, uint32_t end, uint32_t head)
{
    uint32_t behind = end;

    if (r->best.last != end)
        return;
    uint32_t body = ws_state_lists(r, end, head, &behind);
    /* "Head of Estates, Hill Trust" */
    bool task = r->best.body < r->best.body_end && r->best.body_end == end &&
                body > end && ws_names_body(&r->frame, body, behind) &&
                ws_is_tasked(&r->frame, r->best.body);
    if (body == end || (r->best.body < r->best.body_end && !task))
        return;
    uint32_t last = body - 1; /* "Vice President, Supply at Hill Corp." */
    while (last > end && (ws_is_comma(&r->token[last - 1]) ||
                          r->frame.word[last] == WS_WORD_DETERMINER ||
                          ws_scene_listed(r->scene, last - 1, WS_LIST_AT)))
        last--;
    r->best.last = last;
    r->best.body = body;
    r->best.body_end = behind;
}
