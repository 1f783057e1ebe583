/*
 * affiliation.c - the words that name the body somebody speaks for.
 *
 *   in   mentions joined into people, a sentence
 *   out  which mention, which words of it are a body's
 *
 * Cost: linear in the words asked about.
 *
 * Not here: what the words around a name state of him (role.c).
 */
#include "speaker/affiliation.h"

#include "speaker/portfolio.h"
#include "speaker/proper.h"

enum {
    NAME_TOKENS = 6,   /* longest name of a body behind a comma */
    LISTED_TOKENS = 8, /* longest one in capitals */
    LISTED_PARTS = 3,  /* behind an office, the body last */
    OFFICE_TOKENS = 4  /* of "Chief Information Security Officer" */
};

static bool is_of_or_for(const ws_token *token)
{
    return WS_IS(token->lex, OF) || WS_IS(token->lex, FOR);
}

/* "Director", "VP": whether the office at token i is often for a task. */
static bool is_for_task(const ws_scene *scene, uint32_t i)
{
    const ws_token *token = &scene->tokens->token[i];

    return ws_scene_listed(scene, i, WS_LIST_TASKED) ||
           ((token->shape & WS_SHAPE_ALLCAPS) != 0 &&
            ws_is_listed_small(WS_LIST_TASKED,
                               scene->text->bytes + token->begin,
                               token->end - token->begin));
}

/* "[Transport] economist Ana Ruiz": a noun with which a sentence begins, before
 * an office, and of which nothing else is told. */
static bool opens_with_noun(const ws_scene *scene, uint32_t k)
{
    const ws_lex other = WS_LEX_BIT(BODY) | WS_LEX_BIT(GROUP) |
                         WS_LEX_BIT(SURNAME) | WS_LEX_BIT(PLURAL);
    const ws_mention *m = &scene->mentions->mention[k];
    const ws_token *token = &scene->tokens->token[m->name];
    const ws_sentences *sentences = scene->sentences;

    return m->first == m->name && WS_IS(token->lex, COMMON_NOUN) &&
           (token->lex & other) == 0 &&
           (token->shape & WS_SHAPE_ALLCAPS) == 0 &&
           scene->people->person[scene->people->of[k]].count < 2 &&
           sentences->sentence[sentences->of[m->name]].first == m->name &&
           m->last < scene->tokens->count &&
           !ws_is_capital(&scene->tokens->token[m->last]);
}

bool ws_is_body(const ws_scene *scene, uint32_t k)
{
    const ws_mention *m = &scene->mentions->mention[k];
    const ws_token *token = scene->tokens->token;
    uint32_t id = scene->people->of[k];

    if (m->kind != WS_MENTION_NAME || m->type == WHOSAID_SOURCE_PERSON ||
        m->type == WHOSAID_SOURCE_GROUP || id == WHOSAID_NONE)
        return false;
    /* "Verband Nord": the noun is part of the body's name, where nouns have
     * capitals */
    if (scene->tokens->nouns && m->name > m->first &&
        WS_IS(token[m->name - 1].lex, GROUP))
        return false;
    const ws_person *person = &scene->people->person[id];
    const ws_mention *full = &scene->mentions->mention[person->mention];
    ws_lex last = token[full->name_end - 1].lex;
    bool several = full->name_end - full->name > 1;
    /* "Eighteen-year-old", "Baltimore-area"; "PhD student", "TV host" */
    if (!several &&
        (ws_token_is_compound(scene->text->bytes, &token[full->name]) ||
         ws_is_listed_small(WS_LIST_COUNTED,
                            scene->text->bytes + token[full->name].begin,
                            token[full->name].end - token[full->name].begin)))
        return false;
    if (!several && opens_with_noun(scene, k))
        return false;
    /* "Department of Justice": no justice; but "Cabinet Member" */
    if (several && WS_IS(token[full->name].lex, BODY) &&
        !(full->name_end == full->name + 2 && ws_is_office(last)))
        return true;
    /* "Army Corps of Engineers", "Royal Society of Authors" */
    for (uint32_t i = full->name + 1; several && i + 1 < full->name_end; i++)
        if (WS_IS(token[i].lex, OF) &&
            (token[i - 1].lex & (WS_LEX_BIT(BODY) | WS_LEX_BIT(GROUP))) != 0)
            return true;
    /* "Marlowe coach Ana Ruiz": a team, unless Marlowe is somebody */
    bool before =
        m->last < scene->tokens->count && WS_IS(token[m->last].lex, ROLE);
    if (ws_is_office(last) || person->type == WHOSAID_SOURCE_BODY)
        return !ws_is_office(last);
    /* "Canal Care UK" */
    if (several && WS_IS(last, PLACE) &&
        (token[full->name_end - 1].shape & WS_SHAPE_ALLCAPS) != 0 &&
        (token[full->name].shape & WS_SHAPE_ALLCAPS) == 0 &&
        (token[full->name].lex & (WS_LEX_BIT(PLACE) | WS_LEX_BIT(NATIONALITY) |
                                  WS_LEX_BIT(SURNAME))) == 0)
        return true;
    return person->type != WHOSAID_SOURCE_PERSON &&
           (last & (WS_LEX_BIT(PLACE) | WS_LEX_BIT(NATIONALITY))) == 0 &&
           (several || before || !WS_IS(last, SURNAME));
}

/* "Director of [Research]", "Secretary of [State for Health]", "coordinator in
 * [Ruwe]": what an office is for, by nouns that are no body's, or where it is.
 */
static bool is_task(const ws_frame *frame, uint32_t first, uint32_t k)
{
    const ws_mention *m = &frame->scene->mentions->mention[k];
    const ws_person *person =
        &frame->scene->people->person[frame->scene->people->of[k]];
    const ws_mention *full = &frame->scene->mentions->mention[person->mention];
    const ws_token *token = frame->token;

    /* "[Housing] and Planning Minister" */
    if (ws_joins_office(&frame->scene->mentions->phrases, frame->begin, m->last,
                        frame->limit))
        return true;
    if (m->name <= first + 1 || m->first == 0)
        return false;
    const ws_token *before = &token[m->first - 1];
    if (WS_IS(before->lex, PREPOSITION) &&
        ws_scene_listed(frame->scene, m->first - 1, WS_LIST_WHERE) &&
        !ws_scene_listed(frame->scene, m->first - 1, WS_LIST_AT))
        return !ws_names_body(frame, m->name, m->name_end);
    /* a body is told of elsewhere, too, and an executive director is its */
    if ((WS_IS(before->lex, AND) || ws_is_comma(before)) &&
        ws_joins_portfolio(&frame->scene->mentions->phrases, first,
                           m->first - 1, frame->limit))
        return true;
    /* "for the Green Transition" */
    uint32_t lead = m->name - 1;
    if (frame->word[lead] == WS_WORD_DETERMINER && lead > first + 1 &&
        WS_IS(token[lead - 1].lex, FOR) &&
        !ws_names_body(frame, m->name, m->name_end))
        lead--;
    if ((m->first < m->name && m->first != lead + 1) ||
        !is_of_or_for(&token[lead]) || !ws_is_capital(&token[lead - 1]) ||
        !(is_for_task(frame->scene, lead - 1) ||
          WS_IS(token[m->name + 1].lex, FOR)) || /* "State for Roads" */
        (lead > first + 1 &&
         ws_scene_listed(frame->scene, lead - 2, WS_LIST_WHOLE)) ||
        (full->flags & (WS_M_AFTER_PREPOSITION | WS_M_NESTED)) == 0)
        return false;
    /* "Research", "Music and Manuscripts": nouns, the first one known */
    for (uint32_t i = m->name; i < m->name_end; i++) {
        ws_lex lex = token[i].lex;
        bool noun =
            (lex & (WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_ADJ))) != 0 &&
            (lex & (WS_LEX_BIT(PLACE) | WS_GIVEN_CLASSES)) == 0;
        bool joins = i > m->name &&
                     (lex == 0 || WS_IS(lex, AND) || is_of_or_for(&token[i]));
        if ((!noun && !joins) || (token[i].shape & WS_SHAPE_ALLCAPS) != 0)
            return false;
    }
    return !WS_IS(token[m->name_end - 1].lex, GROUP);
}

bool ws_is_tasked(const ws_frame *frame, uint32_t name)
{
    return name > frame->begin + 1 && is_of_or_for(&frame->token[name - 1]) &&
           ws_is_capital(&frame->token[name - 2]) &&
           is_for_task(frame->scene, name - 2);
}

uint32_t ws_body_in(const ws_frame *frame, uint32_t own, uint32_t first,
                    uint32_t last)
{
    const ws_mentions *mentions = frame->scene->mentions;
    uint32_t other = WHOSAID_NONE;

    for (uint32_t k = mentions->at[first];
         k < mentions->count && mentions->mention[k].head < last; k++) {
        const ws_mention *m = &mentions->mention[k];
        if (k == own || m->name < first || !ws_is_body(frame->scene, k) ||
            is_task(frame, first, k))
            continue;
        bool owner = (m->flags & WS_M_GENITIVE) != 0 &&
                     WS_IS(frame->token[m->name_end - 1].lex, PLACE);
        bool part = m->last < last && !WS_IS(frame->token[m->last].lex, ROLE) &&
                    frame->word[m->last] == WS_WORD_NOUN;
        if (!owner && !part)
            return k;
        if (other == WHOSAID_NONE)
            other = k;
    }
    return other;
}

uint32_t ws_body_at_words(const ws_frame *frame, uint32_t first, uint32_t last,
                          uint32_t *end)
{
    for (uint32_t i = first + 1; i + 1 < last; i++) {
        if (!ws_scene_listed(frame->scene, i, WS_LIST_AT))
            continue;
        uint32_t a = i + 1;
        a += frame->word[a] == WS_WORD_DETERMINER ? 1 : 0;
        uint32_t k = a;
        while (k < last && (ws_is_capital(&frame->token[k]) ||
                            (k + 1 < last && k > a && /* "Institute of X" */
                             WS_IS(frame->token[k].lex, OF) &&
                             WS_IS(frame->token[k - 1].lex, BODY) &&
                             ws_is_capital(&frame->token[k + 1]))))
            k++;
        *end = k;
        bool place = k == a + 1 && WS_IS(frame->token[a].lex, PLACE);
        bool part =
            k < last && ws_holds_sense(frame, k); /* "Ruiz phone bank" */
        return a < k && !place && !part && !WS_IS(frame->token[a].lex, TIME)
                   ? a
                   : first;
    }
    return first;
}

uint32_t ws_body_at(const ws_frame *frame, uint32_t own, uint32_t first,
                    uint32_t last)
{
    for (uint32_t i = first + 1;
         i + 1 < last && frame->word[i] != WS_WORD_DETERMINER; i++)
        if (ws_scene_listed(frame->scene, i, WS_LIST_AT))
            return ws_body_in(frame, own, i + 1, last);
    return WHOSAID_NONE;
}

uint32_t ws_joined_end(const ws_frame *frame, uint32_t i, uint32_t last)
{
    const ws_token *token = frame->token;
    uint32_t end = i;

    for (uint32_t k = i; k < last; k++) {
        bool joins = is_of_or_for(&token[k]) || WS_IS(token[k].lex, AND) ||
                     token[k].kind == WS_TOKEN_SYMBOL ||
                     frame->word[k] == WS_WORD_DETERMINER;
        if (ws_is_capital(&token[k]))
            end = k + 1;
        else if (k == i || !joins)
            break;
    }
    return end;
}

uint32_t ws_body_of_words(const ws_frame *frame, uint32_t first, uint32_t last)
{
    const ws_lex body = WS_LEX_BIT(BODY) | WS_LEX_BIT(GROUP);
    const ws_token *token = frame->token;

    for (uint32_t i = first + 1; i + 1 < last; i++) {
        uint32_t a = i + 2;
        if (!is_of_or_for(&token[i]) ||
            frame->word[i + 1] != WS_WORD_DETERMINER)
            continue;
        for (uint32_t k = a; k < last && ws_is_capital(&token[k]); k++)
            if ((token[k].lex & body) != 0 && !ws_is_office(token[k].lex))
                return ws_joined_end(frame, a, last) == last ? a : last;
    }
    return last;
}

bool ws_is_executive(const ws_frame *frame, uint32_t i)
{
    const ws_token *token = &frame->token[i];

    return ws_scene_listed(frame->scene, i, WS_LIST_EXECUTIVE) ||
           ((token->shape & WS_SHAPE_ALLCAPS) != 0 &&
            !WS_IS(token->lex, NAME_SUFFIX));
}

/* Whether the office that ends before token i runs all of a body, and is for no
 * task: "CEO", "managing director", "Chief Financial Officer", "co-founder". */
static bool runs_all(const ws_frame *frame, uint32_t first, uint32_t i)
{
    const ws_token *token = frame->token;

    if (!is_for_task(frame->scene, i - 1))
        return WS_IS(token[i - 1].lex, ROLE) && ws_is_executive(frame, i - 1);
    for (uint32_t k = i - 1; k > first && k + OFFICE_TOKENS > i; k--) {
        /* "chief operating officer" */
        bool chief = k < i - 1 &&
                     ws_scene_listed(frame->scene, k - 1, WS_LIST_EXECUTIVE);
        if (chief || ws_scene_listed(frame->scene, k - 1, WS_LIST_WHOLE))
            return true;
    }
    return false;
}

uint32_t ws_body_run(const ws_frame *frame, uint32_t first, uint32_t last)
{
    const ws_lex no = WS_LEX_BIT(PLACE) | WS_LEX_BIT(NATIONALITY) |
                      WS_LEX_BIT(TIME) | WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE);
    const ws_token *token = frame->token;

    for (uint32_t i = first + 1; i + 1 < last; i++) {
        if (!is_of_or_for(&token[i]) || !runs_all(frame, first, i))
            continue;
        uint32_t a = i + 1;
        a += frame->word[a] == WS_WORD_DETERMINER ? 1 : 0;
        if (a >= last || !ws_is_capital(&token[a]) ||
            ws_joined_end(frame, a, last) != last)
            continue;
        /* "founder of Brill": a place, where a word alone names one */
        return a + 1 == last && (token[a].lex & no) != 0 ? last : a;
    }
    return last;
}

uint32_t ws_body_of_place(const ws_frame *frame, uint32_t body, uint32_t end,
                          uint32_t last)
{
    const ws_token *token = frame->token;

    if (body < frame->begin + 1 || end + 1 >= last || end != body + 1 ||
        frame->word[body - 1] != WS_WORD_DETERMINER ||
        !WS_IS(token[body].lex, COMMON_NOUN) || !WS_IS(token[end].lex, OF) ||
        !ws_is_capital(&token[end + 1]))
        return end;
    while (end + 1 < last && ws_is_capital(&token[end + 1]))
        end++;
    return end + 1;
}

uint32_t ws_body_end(const ws_frame *frame, uint32_t end, uint32_t last)
{
    const ws_token *token = frame->token;
    uint32_t whole = end;

    if (end >= last || (token[end].cp != '\'' && token[end].cp != 0x2019) ||
        frame->scene->text->bytes[token[end].begin - 1] != 's')
        return end;
    for (uint32_t i = end + 1; i < last && ws_is_capital(&token[i]); i++)
        if (WS_IS(token[i].lex, BODY))
            whole = i + 1;
    return whole;
}

uint32_t ws_body_ending(const ws_frame *frame, uint32_t first, uint32_t last)
{
    const ws_token *token = frame->token;
    uint32_t a = last - 1;

    if (first + 2 > last || !ws_is_capital(&token[a]) ||
        !WS_IS(token[a].lex, BODY))
        return last;
    while (a > first && ws_is_capital(&token[a - 1]))
        a--;
    /* "at the Ohio Health Association", "CFO of Tessaly AG" */
    bool led = a > first && a + 2 <= last &&
               (frame->word[a - 1] == WS_WORD_DETERMINER ||
                (a > first + 1 && !ws_names_body(frame, first, a) &&
                 (WS_IS(frame->token[a - 1].lex, OF) ||
                  ws_scene_listed(frame->scene, a - 1, WS_LIST_AT))));
    return led ? a : last;
}

uint32_t ws_body_opening(const ws_frame *frame, uint32_t first, uint32_t last)
{
    const ws_token *token = frame->token;
    uint32_t end = first;

    if (first + 1 < last && ws_is_initials(&token[first]) &&
        ws_is_office(token[first + 1].lex))
        return first + 1;
    if ((token[first].shape & WS_SHAPE_DOT) != 0) /* "U.S. District Judge" */
        return first;
    for (uint32_t i = first;
         i + 1 < last && (ws_is_capital(&token[i]) || ws_is_genitive(frame, i));
         i++) {
        if (i > first && WS_IS(token[i].lex, BODY) &&
            !ws_is_office(token[i].lex))
            end = i + 1;
    }
    return end;
}

uint32_t ws_body_alone(const ws_frame *frame, uint32_t first, uint32_t last)
{
    const ws_mentions *mentions = frame->scene->mentions;

    for (uint32_t i = first + 1; i + 1 < last; i++) {
        if (!WS_IS(frame->token[i].lex, AND))
            continue;
        for (uint32_t k = mentions->at[i + 1];
             k < mentions->count && mentions->mention[k].head < last &&
             mentions->mention[k].head < i + LISTED_TOKENS;
             k++) {
            const ws_mention *m = &mentions->mention[k];
            bool full = m->name_end > m->name + 1 || m->name > m->first;
            bool office = m->role < m->role_end && m->role == i + 1;
            if (m->kind == WS_MENTION_NAME && full &&
                m->type == WHOSAID_SOURCE_PERSON &&
                (m->first == i + 1 || m->name == i + 1 || office))
                return i;
        }
    }
    return last;
}

uint32_t ws_body_named(const ws_frame *frame, uint32_t end)
{
    const ws_mentions *mentions = frame->scene->mentions;

    if (end + 2 >= frame->limit || !ws_is_comma(&frame->token[end]))
        return end;
    uint32_t k = mentions->at[end + 1];
    for (; k < mentions->count; k++) {
        const ws_mention *name = &mentions->mention[k];
        if (name->head >= end + NAME_TOKENS)
            break;
        if (name->first == end + 1 && ws_is_body(frame->scene, k) &&
            name->last < frame->limit &&
            frame->token[name->last].kind == WS_TOKEN_PUNCT)
            return name->last;
    }
    return end;
}

/* Behind the words in capitals from token i on: "Energy & Tides". */
static uint32_t capitals_end(const ws_frame *frame, uint32_t i)
{
    const ws_token *token = frame->token;
    uint32_t end = i;

    for (uint32_t k = i; k < frame->limit && k < i + LISTED_TOKENS; k++) {
        bool joins = WS_IS(token[k].lex, AND) || WS_IS(token[k].lex, OF) ||
                     token[k].kind == WS_TOKEN_SYMBOL;
        if (ws_is_capital(&token[k]))
            end = k + 1;
        else if (k == i || (!joins && !ws_is_genitive(frame, k)))
            break;
    }
    return end;
}

/* Whether [first, end) in capitals can be a body behind a comma: by its words,
 * or closed by a mark and no place, time, office or person. */
static bool can_be_listed(const ws_frame *frame, uint32_t first, uint32_t end)
{
    const ws_lex no = WS_LEX_BIT(PLACE) | WS_LEX_BIT(NATIONALITY) |
                      WS_LEX_BIT(TIME) | WS_LEX_BIT(ROLE) | WS_LEX_BIT(TITLE);
    const ws_token *token = frame->token;
    const ws_mentions *mentions = frame->scene->mentions;
    bool closed = end >= frame->limit || token[end].kind == WS_TOKEN_PUNCT;

    if (end == first)
        return false;
    for (uint32_t k = mentions->at[first];
         k < mentions->count && mentions->mention[k].head < end; k++) {
        const ws_mention *m = &mentions->mention[k];
        bool person = m->type == WHOSAID_SOURCE_PERSON && m->name_end == end;
        uint32_t c = frame->scene->cues->of[k];
        bool speaks = c != WHOSAID_NONE && /* but "Ana Ruiz, MD, Hill: “...” */
                      frame->scene->cues->cue[c].kind != WS_CUE_COLON &&
                      m->type != WHOSAID_SOURCE_BODY;
        if (m->kind == WS_MENTION_NAME && m->first <= first + 1 &&
            (person || speaks))
            return false;
    }
    if (ws_names_body(frame, first, end))
        return true;
    /* "Chief Data Officer, Brill Grocers" */
    if (closed && end > first + 1 && WS_IS(token[end - 1].lex, PLURAL) &&
        (token[first].lex & (no | WS_GIVEN_CLASSES)) == 0 &&
        !WS_IS(token[end - 1].lex, TITLE) && !WS_IS(token[end - 1].lex, TIME))
        return true;
    return closed && (token[end - 1].lex & no) == 0 &&
           (token[first].lex & WS_GIVEN_CLASSES) == 0 &&
           (!WS_IS(token[first].lex, COMMON_VERB) ||
            WS_IS(token[first].lex, COMMON_ADJ));
}

/* ", at Hill Corp.": where the name begins behind the comma at i; i where none
 * does. */
static uint32_t listed_at(const ws_frame *frame, uint32_t i)
{
    uint32_t first = i + 2;

    if (first >= frame->limit || !ws_is_comma(&frame->token[i]) ||
        !ws_scene_listed(frame->scene, i + 1, WS_LIST_AT))
        return i;
    first += frame->word[first] == WS_WORD_DETERMINER ? 1 : 0;
    return first < frame->limit && ws_is_capital(&frame->token[first]) ? first
                                                                       : i;
}

/* Whether the capitals [first, end) can be a task: nouns, of nobody and no
 * place. sure: what stands around them leaves nothing else to be; then they may
 * be a surname elsewhere, a group, and but one of them known. */
static bool can_be_task(const ws_frame *frame, uint32_t first, uint32_t end,
                        bool sure)
{
    const ws_lex common = WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_ADJ);
    const ws_lex never =
        WS_LEX_BIT(BODY) | WS_LEX_BIT(PLACE) | WS_GIVEN_CLASSES;
    const ws_lex no = never | WS_LEX_BIT(GROUP) | WS_LEX_BIT(SURNAME);
    const ws_token *token = frame->token;
    bool known = false;

    for (uint32_t i = first; i < end; i++) {
        if (token[i].kind != WS_TOKEN_WORD || WS_IS(token[i].lex, AND))
            continue;
        bool noun = (token[i].lex & common) != 0;
        if ((token[i].lex & (sure ? never : no)) != 0 ||
            (!noun && (!sure || token[i].lex != 0)))
            return false;
        known = known || noun;
    }
    return known || !sure;
}

/* "Vice President, [Product Marketing], Hill": whether what stands in capitals
 * behind the office that ends at token end is its task, since a body that can be
 * one stands behind it; *body and *behind are where. */
static bool is_listed_task(const ws_frame *frame, uint32_t end, uint32_t first,
                           uint32_t task, uint32_t *body, uint32_t *behind)
{
    const ws_token *token = frame->token;

    if (end < frame->begin + 2 || !is_for_task(frame->scene, end - 1) ||
        !ws_is_capital(&token[end - 1]) || task + 1 >= frame->limit ||
        !ws_is_comma(&token[task]) || !ws_is_capital(&token[task + 1]) ||
        ws_is_told_body(frame, first, task))
        return false;
    uint32_t next = task + 1;
    uint32_t last = capitals_end(frame, next);
    /* "Vice President", "VP"; a director alone may be a body's, of a town */
    bool letters = (token[end - 1].shape & WS_SHAPE_ALLCAPS) != 0;
    bool named =
        ws_names_body(frame, next, last) || ws_is_told_body(frame, next, last);
    if (!letters && !named &&
        (!ws_is_capital(&token[end - 2]) ||
         ws_scene_listed(frame->scene, end - 2, WS_LIST_WHOLE)))
        return false;
    if (!can_be_task(frame, first, task, letters || named) ||
        last >= frame->limit || token[last].kind != WS_TOKEN_PUNCT ||
        ws_is_office(token[next].lex) || !can_be_listed(frame, next, last))
        return false;
    *body = next;
    *behind = last;
    return true;
}

uint32_t ws_body_listed(const ws_frame *frame, uint32_t end, uint32_t *behind)
{
    const ws_token *token = frame->token;
    uint32_t i = end;

    for (uint32_t n = 0; n < LISTED_PARTS; n++) {
        uint32_t first = listed_at(frame, i);
        bool at = first > i;
        if (!at)
            first = i + 1;
        if (first >= frame->limit || !ws_is_comma(&token[i]) ||
            !ws_is_capital(&token[first]))
            return end;
        uint32_t k = capitals_end(frame, first);
        if (k + 1 < frame->limit &&
            ws_scene_listed(frame->scene, k, WS_LIST_AT)) {
            first = k + 1; /* "Supply at Hill" */
            first += frame->word[first] == WS_WORD_DETERMINER ? 1 : 0;
            k = capitals_end(frame, first);
            at = true;
        }
        /* ", Head of Supply, Hill Corp.", ", Supply, at Hill Corp." */
        bool office = !at && ws_is_office(token[first].lex) &&
                      (token[first].lex & WS_GIVEN_CLASSES) == 0;
        if (office || (!at && listed_at(frame, k) > k)) {
            i = k;
            continue;
        }
        uint32_t body = first;
        if (!at && is_listed_task(frame, end, first, k, &body, behind))
            return body;
        if (!can_be_listed(frame, first, k))
            return end;
        *behind = k;
        return first;
    }
    return end;
}

bool ws_is_told_body(const ws_frame *frame, uint32_t first, uint32_t last)
{
    const ws_mentions *mentions = frame->scene->mentions;
    uint32_t k = mentions->at[last - 1];

    if (k >= mentions->count || mentions->mention[k].name != first ||
        mentions->mention[k].name_end != last || !ws_is_body(frame->scene, k))
        return false;
    return frame->scene->people->person[frame->scene->people->of[k]].count > 1;
}

bool ws_names_body(const ws_frame *frame, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++)
        if (ws_is_capital(&frame->token[i]) &&
            (frame->token[i].lex & (WS_LEX_BIT(BODY) | WS_LEX_BIT(GROUP))) != 0)
            return true;
    return false;
}

bool ws_is_initials(const ws_token *token)
{
    const ws_lex no = WS_LEX_BIT(PLACE) | WS_LEX_BIT(NATIONALITY) |
                      WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE);

    return (token->shape & WS_SHAPE_ALLCAPS) != 0 &&
           token->end - token->begin > 2 && (token->lex & no) == 0;
}

bool ws_is_of_body(const ws_frame *frame, uint32_t first, uint32_t last)
{
    const ws_lex body = WS_LEX_BIT(BODY) | WS_LEX_BIT(GROUP);
    ws_lex end = frame->token[last - 1].lex;
    bool named = false;

    for (uint32_t i = first; i < last; i++) {
        named = named || frame->word[i] == WS_WORD_NAME;
        if (ws_is_capital(&frame->token[i]) &&
            (frame->token[i].lex & body) != 0)
            return true;
    }
    if (!ws_is_capital(&frame->token[last - 1]))
        return named && (end & body) != 0;
    return !WS_IS(end, PLACE) && !WS_IS(end, TIME);
}
