/*
 * talk.c - how a document's speech runs on.
 *
 *   in   the scene, the classes
 *   out  for each quotation its tag, the one addressed, the next one
 *
 * 1. Tags: the nearest cue on either side whose unit of cue and subject
 *    touches the marks in the same paragraph.
 * 2. Vocatives: "Well, Anna, ..." "Come here, Mr. Lane!": a name between the
 *    marks with a comma, a stop or the marks on both sides. Where one begins
 *    the words, a list or the story must have the name.
 *
 * Not here: who says "I" (narrator.c), who "Dolly" is (byname.c).
 *
 * Cost: O(tokens); the mentions and cues looked at for a quotation are
 * bounded.
 */
#include "speaker/talk.h"

#include "speaker/address.h"
#include "speaker/presented.h"

enum {
    CALLS_LOOKED = 24, /* mentions of a quotation looked at */
    WITHIN = 4,        /* pieces */
    TOUCH = 1          /* tokens between a cue's unit and the marks */
};

#define NAME_CLASSES \
    (WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE) | WS_LEX_BIT(SURNAME))

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

/* The subject of a tag behind the first piece of a quotation, in its middle. */
static uint32_t tag_within(const ws_scene *scene, uint32_t q)
{
    const ws_quotation *quotation = &scene->quotations->quotation[q];

    for (uint32_t k = 0; k + 1 < quotation->pieces && k < WITHIN; k++) {
        const ws_piece *piece = &scene->pieces->piece[quotation->piece[k]];
        const ws_piece *next = &scene->pieces->piece[quotation->piece[k + 1]];
        ws_place p = {.end = piece->last, .last_paragraph = piece->paragraph};
        if (piece->paragraph != next->paragraph)
            break;
        while (p.end < next->first &&
               scene->tokens->token[p.end].kind == WS_TOKEN_MARK)
            p.end++;
        uint32_t behind = ws_scene_cue_at(scene, p.end);
        if (touches(scene, &p, behind, true) &&
            scene->mentions->mention[scene->cues->cue[behind].subject].last <
                next->first)
            return scene->cues->cue[behind].subject;
    }
    return WHOSAID_NONE;
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

/* Of one who speaks, or is named in full: no list need have the name. */
static bool speaks_here(const ws_scene *scene, uint32_t m)
{
    uint32_t id = scene->people->of[m];

    if (id == WHOSAID_NONE)
        return false;
    const ws_person *person = &scene->people->person[id];
    /* where nouns have capitals, two words may be any: "Friß Eicheln!" */
    return person->says > 0 || person->titled > 0 ||
           (person->whole > 0 && !scene->tokens->nouns);
}

/* The mention that addresses somebody between the marks, or NONE. */
static uint32_t call_in(const ws_scene *scene, const ws_talk *talk,
                        const ws_place *p, bool known)
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
                    (token[mention->name].lex & NAME_CLASSES) != 0 ||
                    (known && speaks_here(scene, m));
        if (comma && sets_off(before) && sets_off(behind) && (!opens || name))
            return m;
        if (talk->story && name && ws_presented_you(scene->tokens, mention))
            return m;
    }
    return WHOSAID_NONE;
}

static void look_at(const ws_scene *scene, const ws_classes *classes,
                    ws_talk *talk)
{
    uint32_t next = WHOSAID_NONE;

    for (uint32_t q = scene->quotations->count; q > 0; q--) {
        uint32_t i = q - 1;
        talk->tag[i] = talk->by[i] = WHOSAID_NONE;
        talk->call[i] = talk->called[i] = WHOSAID_NONE;
        talk->sex[i] = 0;
        talk->next[i] = next;
        if (!ws_class_speaks(scene, classes, i))
            continue;
        next = i;
        ws_place place = ws_scene_place(scene, i);
        talk->tag[i] = tag_of(scene, &place);
        talk->by[i] = talk->tag[i];
        if (talk->story && talk->tag[i] == WHOSAID_NONE)
            talk->by[i] = tag_within(scene, i);
        talk->call[i] = call_in(scene, talk, &place, false);
        if (talk->story)
            talk->sex[i] = ws_address_sex(scene, &place);
        if (talk->call[i] != WHOSAID_NONE)
            talk->called[i] = scene->people->of[talk->call[i]];
    }
}

void ws_talk_call(const ws_scene *scene, ws_talk *talk)
{
    for (uint32_t q = 0; q < scene->quotations->count; q++) {
        if (talk->call[q] != WHOSAID_NONE || (q > 0 && talk->next[q - 1] != q))
            continue;
        ws_place place = ws_scene_place(scene, q);
        talk->call[q] = call_in(scene, talk, &place, true);
        if (talk->call[q] != WHOSAID_NONE)
            talk->called[q] = scene->people->of[talk->call[q]];
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

uint32_t ws_talk_speaker(const ws_scene *scene, uint32_t q,
                         const uint32_t *before)
{
    const ws_talk *talk = scene->talk;
    uint32_t here = ws_scene_place(scene, q).first_paragraph;

    if (talk->tag[q] != WHOSAID_NONE || before[0] == WHOSAID_NONE)
        return talk->tag[q];
    uint32_t last = ws_scene_place(scene, before[0]).last_paragraph;
    uint32_t tag = talk->tag[before[0]];
    if (last == here)
        return tag;
    if (before[1] == WHOSAID_NONE || last + 1 != here)
        return WHOSAID_NONE;
    uint32_t turn = talk->tag[before[1]];
    bool alternate = ws_scene_place(scene, before[1]).last_paragraph + 1 ==
                         ws_scene_place(scene, before[0]).first_paragraph &&
                     turn != WHOSAID_NONE &&
                     (tag == WHOSAID_NONE ||
                      scene->people->of[tag] != scene->people->of[turn]);
    return alternate ? turn : WHOSAID_NONE;
}

whosaid_status ws_talk_find(ws_arena *arena, const ws_scene *scene,
                            const ws_classes *classes, ws_talk *talk)
{
    uint32_t count = scene->quotations->count;

    *talk = (ws_talk){.narrator = WHOSAID_NONE, .story = classes->story};
    talk->tag = WS_NEW(arena, uint32_t, count);
    talk->by = WS_NEW(arena, uint32_t, count);
    talk->call = WS_NEW(arena, uint32_t, count);
    talk->called = WS_NEW(arena, uint32_t, count);
    talk->next = WS_NEW(arena, uint32_t, count);
    talk->sex = WS_NEW(arena, uint16_t, count);
    talk->spoke = WS_NEW(arena, uint32_t, (size_t)scene->people->count + 1);
    if (talk->tag == NULL || talk->by == NULL || talk->call == NULL ||
        talk->called == NULL || talk->next == NULL || talk->sex == NULL ||
        talk->spoke == NULL)
        return WHOSAID_ERR_NOMEM;
    look_at(scene, classes, talk);
    talk->people = scene->people->count;
    ws_talk_count(scene, talk);
    arena->steps += (uint64_t)scene->tokens->count + scene->mentions->count;
    return WHOSAID_OK;
}
