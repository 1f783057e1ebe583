/*
 * talk.c - how a document's speech runs on.
 *
 *   in   the scene, the classes
 *   out  for each quotation its tag, the one addressed, the next one
 *
 * 1. Is it a story? Told by he, she and I outside the marks, by the questions
 *    and exclamations between them, by paragraphs of speech in a row.
 * 2. Tags: the nearest cue on either side whose unit of cue and subject
 *    touches the marks in the same paragraph.
 * 3. Vocatives: "Well, Anna, ..." "Come here, Mr. Lane!": a name between the
 *    marks with a comma, a stop or the marks on both sides.
 * 4. The narrator of a story: "I" outside the marks is one person; "my name
 *    is Pip" tells his name, or else the one by which those who talk with him
 *    call him.
 *
 * Cost: O(tokens); the mentions and cues looked at for a quotation are
 * bounded.
 */
#include "speaker/talk.h"

enum {
    CALLS_LOOKED = 24,  /* mentions of a quotation looked at */
    TOUCH = 1,          /* tokens between a cue's unit and the marks */
    STORY_QUOTES = 4,   /* fewest quotations of a story */
    STORY = 100,        /* of the points that look_at counts */
    NARRATOR_CALLS = 2, /* times that the narrator must be called by name */
    NARRATOR_TAGS = 20  /* one of so many tags at least must be "I said" */
};

#define NAME_CLASSES \
    (WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE) | WS_LEX_BIT(SURNAME))

static bool is_speech(const ws_scene *scene, const ws_classes *classes,
                      uint32_t q)
{
    return classes->kind[q] < WHOSAID_KIND_TURN &&
           ws_quotations_outer(scene->quotations, q);
}

/* Pronouns of a story outside the marks, per mille of the words there. */
static uint32_t pronouns_of(const ws_scene *scene)
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

/* Whether cue c and its subject touch the marks on one side. */
static bool touches(const ws_scene *scene, const ws_place *p, uint32_t c,
                    bool behind)
{
    if (c >= scene->cues->count)
        return false;
    const ws_cue *cue = &scene->cues->cue[c];
    if (cue->kind != WS_CUE_VERB || cue->strength == 0 ||
        cue->subject == WHOSAID_NONE)
        return false;
    const ws_mention *m = &scene->mentions->mention[cue->subject];
    uint32_t first = cue->first < m->first ? cue->first : m->first;
    uint32_t last = cue->last > m->last ? cue->last : m->last;
    uint32_t paragraph = scene->tokens->token[m->head].paragraph;
    if (behind)
        return paragraph == p->last_paragraph && first >= p->end &&
               first <= p->end + TOUCH;
    return paragraph == p->first_paragraph && last <= p->begin &&
           last + TOUCH >= p->begin;
}

static uint32_t tag_of(const ws_scene *scene, const ws_place *p)
{
    uint32_t behind = ws_scene_cue_at(scene, p->end);
    uint32_t before = ws_scene_cue_at(scene, p->begin);

    if (touches(scene, p, behind, true))
        return scene->cues->cue[behind].subject;
    if (before > 0 && touches(scene, p, before - 1, false))
        return scene->cues->cue[before - 1].subject;
    return WHOSAID_NONE;
}

/* A comma, a stop or the mark: what stands beside a name that is called. */
static bool sets_off(const ws_token *token)
{
    return token->kind == WS_TOKEN_MARK ||
           (token->kind == WS_TOKEN_PUNCT &&
            (token->cp == ',' || token->cp == '.' || token->cp == '!' ||
             token->cp == '?' || token->cp == ';' || token->cp == 0x2014));
}

/* The person addressed between the marks, or NONE. */
static uint32_t called_in(const ws_scene *scene, const ws_place *p)
{
    const ws_token *token = scene->tokens->token;
    uint32_t m = scene->mentions->at[p->begin];

    for (uint32_t n = 0; n < CALLS_LOOKED && m < scene->mentions->count;
         n++, m++) {
        const ws_mention *mention = &scene->mentions->mention[m];
        if (mention->head >= p->end)
            break;
        if ((mention->flags & WS_M_QUOTED) == 0 ||
            mention->kind != WS_MENTION_NAME ||
            mention->type == WHOSAID_SOURCE_BODY || mention->first == 0 ||
            mention->last >= scene->tokens->count)
            continue;
        const ws_token *before = &token[mention->first - 1];
        const ws_token *behind = &token[mention->last];
        bool comma = (before->kind == WS_TOKEN_PUNCT && before->cp == ',') ||
                     behind->cp == ',' || behind->cp == '!';
        /* "Humph!" opens too: there a word must be known as a name */
        bool opens = before->kind == WS_TOKEN_MARK || before->cp != ',';
        bool name = mention->name > mention->first ||
                    (token[mention->name].lex & NAME_CLASSES) != 0;
        if (comma && sets_off(before) && sets_off(behind) && (!opens || name))
            return scene->people->of[m];
    }
    return WHOSAID_NONE;
}

/* "I" outside the marks, but for "we". */
static bool is_narrator(const ws_mention *m)
{
    return m->kind == WS_MENTION_PRONOUN && (m->flags & WS_M_FIRST) != 0 &&
           (m->flags & (WS_M_PLURAL | WS_M_QUOTED)) == 0;
}

static void look_at(const ws_scene *scene, const ws_classes *classes,
                    ws_talk *talk)
{
    uint32_t next = WHOSAID_NONE;
    uint32_t count = 0;
    uint32_t lively = 0;                 /* questions, exclamations */
    uint32_t rows = 0;                   /* the next paragraph opens so too */
    uint32_t paragraph = UINT32_MAX - 1; /* of the one behind, if it opens */

    for (uint32_t q = scene->quotations->count; q > 0; q--) {
        uint32_t i = q - 1;
        talk->tag[i] = talk->called[i] = WHOSAID_NONE;
        talk->next[i] = next;
        if (!is_speech(scene, classes, i))
            continue;
        next = i;
        ws_place place = ws_scene_place(scene, i);
        int32_t last = ws_scene_last_character(scene, i);
        count++;
        lively += last == '?' || last == '!';
        rows += place.last_paragraph + 1 == paragraph;
        paragraph =
            place.opens_paragraph ? place.first_paragraph : UINT32_MAX - 1;
        talk->tag[i] = tag_of(scene, &place);
        talk->called[i] = called_in(scene, &place);
    }
    if (count < STORY_QUOTES)
        return;
    uint64_t points = (200ULL * lively + 100ULL * rows) / count;
    talk->story = points + pronouns_of(scene) >= STORY;
}

/* "My name is Pip", "I called myself Pip", "call me Pip": where the name
 * behind token i would begin, which is a narrator's word; 0 for nowhere. */
static uint32_t self_naming(const ws_scene *scene, uint32_t i)
{
    if (i + 3 >= scene->tokens->count || scene->pieces->inside[i] != 0)
        return 0;
    if (ws_scene_listed(scene, i, WS_LIST_MY)) {
        bool is = ws_scene_listed(scene, i + 1, WS_LIST_NAME) &&
                  WS_IS(scene->tokens->token[i + 2].lex, BE);
        return is ? i + 3 : 0;
    }
    bool called = i > 0 && ws_scene_listed(scene, i - 1, WS_LIST_CALL);
    return called && ws_scene_listed(scene, i, WS_LIST_ME) ? i + 1 : 0;
}

/* The person as whom the narrator makes himself known, or NONE. */
static uint32_t self_named(const ws_scene *scene)
{
    const ws_mentions *mentions = scene->mentions;

    for (uint32_t i = 0; i < scene->tokens->count; i++) {
        uint32_t at = WS_IS(scene->tokens->token[i].lex, FIRST)
                          ? self_naming(scene, i)
                          : 0;
        uint32_t m = at == 0 ? mentions->count : mentions->at[at];
        if (m < mentions->count && mentions->mention[m].name == at &&
            mentions->mention[m].kind == WS_MENTION_NAME &&
            mentions->mention[m].type != WHOSAID_SOURCE_BODY &&
            scene->people->of[m] != WHOSAID_NONE)
            return scene->people->of[m];
    }
    return WHOSAID_NONE;
}

/* Somebody is called in a quotation in another paragraph than the narrator's
 * own one. */
static void count_call(const ws_scene *scene, const ws_talk *talk,
                       uint32_t other, uint32_t own, uint32_t *calls)
{
    uint32_t id = talk->called[other];

    if (id != WHOSAID_NONE && talk->tag[other] != talk->tag[own] &&
        ws_scene_place(scene, other).first_paragraph !=
            ws_scene_place(scene, own).first_paragraph)
        calls[id]++;
}

/* The narrator's name: the person whom the quotations beside the narrator's
 * own call most, twice as often as the next, and who is hardly ever named
 * beside marks as a speaker. NONE where there is none such. */
static uint32_t narrator_of(const ws_scene *scene, const ws_classes *classes,
                            const ws_talk *talk, uint32_t *calls)
{
    uint32_t before = WHOSAID_NONE;
    uint32_t best = WHOSAID_NONE;
    uint32_t second = 0;
    uint32_t tags = 0;
    uint32_t owns = 0;

    for (uint32_t q = 0; q < scene->quotations->count; q++) {
        uint32_t tag = talk->tag[q];
        bool own =
            tag != WHOSAID_NONE && is_narrator(&scene->mentions->mention[tag]);
        tags += tag != WHOSAID_NONE;
        owns += own;
        if (own && before != WHOSAID_NONE)
            count_call(scene, talk, before, q, calls);
        if (own && talk->next[q] != WHOSAID_NONE)
            count_call(scene, talk, talk->next[q], q, calls);
        if (is_speech(scene, classes, q))
            before = q;
    }
    for (uint32_t id = 0; id < scene->people->count; id++) {
        if (calls[id] == 0 || talk->spoke[id] * 4 > calls[id])
            continue;
        if (best == WHOSAID_NONE || calls[id] > calls[best]) {
            second = best == WHOSAID_NONE ? 0 : calls[best];
            best = id;
        } else if (calls[id] > second) {
            second = calls[id];
        }
    }
    if (owns == 0 || owns * NARRATOR_TAGS < tags)
        return WHOSAID_NONE;
    uint32_t self = self_named(scene);
    if (self != WHOSAID_NONE)
        return self;
    return best != WHOSAID_NONE && calls[best] >= NARRATOR_CALLS &&
                   calls[best] >= 2 * second
               ? best
               : WHOSAID_NONE;
}

/* One person for every "I" of the story. */
static void join_narrator(const ws_scene *scene, uint32_t id, ws_people *people)
{
    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        if (!is_narrator(&scene->mentions->mention[m]))
            continue;
        if (id == WHOSAID_NONE) {
            id = people->count++;
            people->person[id] =
                (ws_person){.mention = m, .type = WHOSAID_SOURCE_PERSON};
        }
        people->of[m] = id;
        people->sure[m] = WS_SURE_ONLY;
        people->person[id].narrator = true;
    }
}

void ws_talk_count(const ws_scene *scene, ws_talk *talk)
{
    for (uint32_t i = 0; i < talk->people; i++)
        talk->spoke[i] = 0;
    for (uint32_t q = 0; q < scene->quotations->count; q++) {
        uint32_t tag = talk->tag[q];
        if (tag != WHOSAID_NONE && scene->people->of[tag] != WHOSAID_NONE)
            talk->spoke[scene->people->of[tag]]++;
    }
}

whosaid_status ws_talk_find(ws_arena *arena, const ws_scene *scene,
                            const ws_classes *classes, ws_people *people,
                            ws_talk *talk)
{
    uint32_t count = scene->quotations->count;

    *talk = (ws_talk){.narrator = WHOSAID_NONE};
    talk->tag = WS_NEW(arena, uint32_t, count);
    talk->called = WS_NEW(arena, uint32_t, count);
    talk->next = WS_NEW(arena, uint32_t, count);
    talk->spoke = WS_NEW(arena, uint32_t, (size_t)people->count + 1);
    uint32_t *calls = WS_NEW(arena, uint32_t, (size_t)people->count + 1);
    if (talk->tag == NULL || talk->called == NULL || talk->next == NULL ||
        talk->spoke == NULL || calls == NULL)
        return WHOSAID_ERR_NOMEM;
    look_at(scene, classes, talk);
    talk->people = people->count;
    ws_talk_count(scene, talk);
    if (talk->story)
        talk->narrator = narrator_of(scene, classes, talk, calls);
    if (talk->story)
        join_narrator(scene, talk->narrator, people);
    talk->people = people->count;
    ws_talk_count(scene, talk);
    arena->steps += (uint64_t)scene->tokens->count + scene->mentions->count;
    return WHOSAID_OK;
}
