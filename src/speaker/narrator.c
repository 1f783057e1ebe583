/*
 * narrator.c - who says "I" in a story.
 *
 *   in   the scene, the classes, tags and those addressed
 *   out  one person for every "I" outside the marks
 *
 * 1. "My name is Pip" tells the name, and so does "Your sister, Ana" behind all.
 * 2. Else those who talk with the narrator call him by it: it is the name in
 *    the quotations beside the narrator's own, or in all of their paragraphs.
 * 3. Else it is the name by which people are addressed most often in the whole
 *    story, of those that stand hardly ever outside the marks, where the
 *    narrator says "I".
 *    A name beside marks as their speaker's is nobody's who says "I said".
 * 4. "Ned" is Ned Hale or Edward Hale, if only one full name begins so.
 *
 * Cost: O(tokens + mentions + people).
 */
#include "speaker/narrator.h"

#include <string.h>

#include "base/nickname.h"
#include "speaker/filing.h"
#include "speaker/presented.h"

enum {
    FAREWELL = 8,          /* tokens before the name that ends a letter */
    SPEECHES = 3,          /* quotations of a paragraph looked at */
    BEAT = 3,              /* tokens from the marks to "I" behind them */
    NARRATOR_CALLS = 2,    /* times that the narrator must be called by name */
    NARRATOR_TAGS = 20,    /* one of so many tags at least must be "I said" */
    NARRATOR_ADDRESSED = 6 /* times that he must be addressed, by whomever */
};

/* How a person's name is used. */
struct uses {
    uint32_t calls;     /* in quotations beside the narrator's own */
    uint32_t around;    /* likewise, or elsewhere in their paragraphs */
    uint32_t addressed; /* in any quotation */
    uint32_t tags;      /* beside marks as the speaker's */
    uint32_t inside;    /* between marks */
    uint32_t outside;
};

bool ws_is_narrator(const ws_mention *m)
{
    return m->kind == WS_MENTION_PRONOUN && (m->flags & WS_M_FIRST) != 0 &&
           (m->flags & (WS_M_PLURAL | WS_M_QUOTED)) == 0;
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

/* "Your affectionate sister, / Cordelia": the person whose name ends a letter,
 * or NONE. */
static uint32_t signed_by(const ws_scene *scene)
{
    const ws_token *token = scene->tokens->token;
    uint32_t m = scene->mentions->count;
    uint32_t end = scene->tokens->count;

    while (end > 0 && token[end - 1].kind != WS_TOKEN_WORD)
        end--;
    if (m == 0 || scene->mentions->mention[m - 1].last != end)
        return WHOSAID_NONE;
    const ws_mention *name = &scene->mentions->mention[m - 1];
    if (name->kind != WS_MENTION_NAME || (name->flags & WS_M_QUOTED) != 0 ||
        name->type == WHOSAID_SOURCE_BODY)
        return WHOSAID_NONE;
    for (uint32_t i = name->first, n = 0; i > 0 && n < FAREWELL; i--, n++) {
        uint32_t p = token[i - 1].paragraph;
        bool near = p + 1 >= token[name->first].paragraph;
        bool opens = scene->tokens->first[p] + FAREWELL >= name->first;
        if (near && opens && WS_IS(token[i - 1].lex, SECOND))
            return scene->people->of[m - 1];
    }
    return WHOSAID_NONE;
}

/* "Are you Pip?", which the narrator answers. */
static bool is_asked(const ws_scene *scene, uint32_t call)
{
    return call != WHOSAID_NONE &&
           ws_presented_you(scene->tokens, &scene->mentions->mention[call]);
}

/* "Herr", "Captain": no name of anybody's. */
static bool is_title(const ws_scene *scene, uint32_t call)
{
    const ws_mention *m = &scene->mentions->mention[call];
    ws_lex lex = scene->tokens->token[m->name].lex;

    return m->name_end == m->name + 1 &&
           (WS_IS(lex, HONORIFIC) || WS_IS(lex, TITLE));
}

/* “Let him be, Ned,” she said. / “Mind your business,” growled Hale: whether in
 * this paragraph or the next somebody else than the narrator answers quotation
 * q. */
static bool is_answered(const ws_scene *scene, const ws_talk *talk, uint32_t q)
{
    uint32_t next = talk->next[q];

    if (next == WHOSAID_NONE || talk->tag[q] == WHOSAID_NONE ||
        talk->tag[next] == WHOSAID_NONE)
        return false;
    uint32_t caller = scene->people->of[talk->tag[q]];
    uint32_t id = scene->people->of[talk->tag[next]];
    return id != WHOSAID_NONE && id != caller && id != talk->called[q] &&
           !ws_is_narrator(&scene->mentions->mention[talk->tag[next]]) &&
           ws_scene_bounds(scene, q).last_paragraph + 1 >=
               ws_scene_bounds(scene, next).first_paragraph;
}

/* Somebody is called in a quotation in another paragraph than the narrator's
 * own one. */
static void count_call(const ws_scene *scene, const ws_talk *talk,
                       uint32_t other, uint32_t own, bool next,
                       struct uses *uses)
{
    uint32_t id = talk->called[other];

    if (id != WHOSAID_NONE && !is_title(scene, talk->call[other]) &&
        (talk->tag[other] != talk->tag[own] ||
         talk->tag[own] == WHOSAID_NONE) &&
        !is_answered(scene, talk, other) &&
        ws_scene_place(scene, other).first_paragraph !=
            ws_scene_place(scene, own).first_paragraph) {
        uint32_t times =
            is_asked(scene, talk->call[other]) ? NARRATOR_CALLS : 1;
        uses[id].calls += next ? times : 0;
        uses[id].around += times;
    }
}

/* Whether a quotation's tag is the narrator; a name's is counted. */
static bool is_own(const ws_scene *scene, uint32_t tag, struct uses *uses)
{
    if (tag == WHOSAID_NONE)
        return false;
    const ws_mention *m = &scene->mentions->mention[tag];
    uint32_t id = scene->people->of[tag];
    if (m->kind == WS_MENTION_NAME && id != WHOSAID_NONE)
        uses[id].tags++;
    return ws_is_narrator(m);
}

/* "“...” But I was looking for my shoes": whether the words behind quotation q
 * tell what the narrator does. */
static bool is_own_beat(const ws_scene *scene, uint32_t q)
{
    ws_place place = ws_scene_place(scene, q);
    uint32_t m = scene->mentions->at[place.end];

    if (place.closes_paragraph || m >= scene->mentions->count)
        return false;
    const ws_mention *first = &scene->mentions->mention[m];
    return ws_is_narrator(first) && (first->flags & WS_M_GENITIVE) == 0 &&
           first->head <= place.end + BEAT &&
           scene->tokens->token[first->head].paragraph == place.last_paragraph;
}

/* Count who is called in the paragraph of speech before quotation q and in the
 * one behind it: “Well, Ned?” said he. “What do you think?” */
static void count_beside(const ws_scene *scene, const ws_talk *talk,
                         const uint32_t *before, uint32_t q, struct uses *uses)
{
    uint32_t behind = talk->next[q];
    uint32_t last = WHOSAID_NONE;

    for (uint32_t n = 0; n < SPEECHES && before[n] != WHOSAID_NONE; n++) {
        uint32_t here = ws_scene_bounds(scene, before[n]).last_paragraph;
        if (n > 0 && here != last)
            break;
        last = here;
        count_call(scene, talk, before[n], q, n == 0, uses);
    }
    for (uint32_t n = 0; n < SPEECHES && behind != WHOSAID_NONE;
         n++, behind = talk->next[behind]) {
        uint32_t here = ws_scene_bounds(scene, behind).first_paragraph;
        if (n > 0 && here != last)
            break;
        last = here;
        count_call(scene, talk, behind, q, n == 0, uses);
    }
}

/* Count how names are addressed; whether the story has enough of "I said". */
static bool count_talk(const ws_scene *scene, const ws_classes *classes,
                       const ws_talk *talk, struct uses *uses)
{
    uint32_t before[SPEECHES]; /* the latest first */
    uint32_t tags = 0;
    uint32_t owns = 0;

    for (uint32_t n = 0; n < SPEECHES; n++)
        before[n] = WHOSAID_NONE;
    for (uint32_t q = 0; q < scene->quotations->count; q++) {
        bool own = is_own(scene, talk->tag[q], uses);
        tags += talk->tag[q] != WHOSAID_NONE;
        owns += own;
        if (talk->called[q] != WHOSAID_NONE)
            uses[talk->called[q]].addressed++;
        if (!own && is_asked(scene, talk->call[q]))
            uses[talk->called[q]].calls++;
        own = own ||
              (talk->tag[q] == WHOSAID_NONE &&
               ws_class_speaks(scene, classes, q) && is_own_beat(scene, q));
        if (own)
            count_beside(scene, talk, before, q, uses);
        if (!ws_class_speaks(scene, classes, q))
            continue;
        for (uint32_t n = SPEECHES - 1; n > 0; n--)
            before[n] = before[n - 1];
        before[0] = q;
    }
    return owns > 0 && owns * NARRATOR_TAGS >= tags;
}

/* Count where names stand. */
static void count_names(const ws_scene *scene, struct uses *uses)
{
    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        const ws_mention *mention = &scene->mentions->mention[m];
        uint32_t id = scene->people->of[m];
        if (mention->kind != WS_MENTION_NAME || id == WHOSAID_NONE)
            continue;
        uses[id].inside += (mention->flags & WS_M_QUOTED) != 0;
        uses[id].outside += (mention->flags & WS_M_QUOTED) == 0;
    }
}

/* Named between marks only. */
static bool is_unseen(const struct uses *use)
{
    return use->outside * 10 <= use->inside && use->tags == 0;
}

/* Whether the quotations beside the narrator's own call somebody often enough:
 * where few do, others may too; in a few pages one tells it of somebody of whom
 * nothing else is told. */
static bool is_called(const struct uses *use, bool few)
{
    return use->calls >= NARRATOR_CALLS ||
           (use->calls > 0 && (use->addressed >= NARRATOR_CALLS || few) &&
            is_unseen(use));
}

/* The person whom the quotations beside the narrator's own call most, twice as
 * often as the next, or NONE. */
static uint32_t most_called(const struct uses *uses, uint32_t people, bool few)
{
    uint32_t best = WHOSAID_NONE;
    uint32_t second = 0;

    for (uint32_t id = 0; id < people; id++) {
        uint32_t calls = uses[id].calls;
        if (calls == 0 || uses[id].tags * 4 > calls)
            continue;
        if (best == WHOSAID_NONE || calls > uses[best].calls) {
            second = best == WHOSAID_NONE ? 0 : uses[best].calls;
            best = id;
        } else if (calls > second) {
            second = calls;
        }
    }
    return best != WHOSAID_NONE && is_called(&uses[best], few) &&
                   uses[best].calls >= 2 * second
               ? best
               : WHOSAID_NONE;
}

/* Likewise whom they call in all of their paragraphs. */
static uint32_t most_around(struct uses *uses, uint32_t people, bool few)
{
    for (uint32_t id = 0; id < people; id++)
        uses[id].calls = uses[id].around;
    return most_called(uses, people, few);
}

/* Of those who are named between marks only, the one most often addressed,
 * half as often again as the next, or NONE. */
static uint32_t most_addressed(const struct uses *uses, uint32_t people)
{
    uint32_t best = WHOSAID_NONE;
    uint32_t second = 0;

    for (uint32_t id = 0; id < people; id++) {
        const struct uses *use = &uses[id];
        if (use->addressed == 0 || !is_unseen(use))
            continue;
        if (best == WHOSAID_NONE || use->addressed > uses[best].addressed) {
            second = best == WHOSAID_NONE ? 0 : uses[best].addressed;
            best = id;
        } else if (use->addressed > second) {
            second = use->addressed;
        }
    }
    return best != WHOSAID_NONE && uses[best].addressed >= NARRATOR_ADDRESSED &&
                   2 * uses[best].addressed >= 3 * second
               ? best
               : WHOSAID_NONE;
}

/* "Ned" and "Ned Hale", "Edward Hale": whether a name's first word is another,
 * or one of which it is short. */
static bool begins_so(const ws_filing *files, uint32_t word, uint32_t first)
{
    char x[WS_FILING_BYTES];
    char y[WS_FILING_BYTES];
    size_t xlen = ws_filing_fold(files, word, x);
    size_t ylen = ws_filing_fold(files, first, y);

    return (xlen == ylen && memcmp(x, y, xlen) == 0) ||
           ws_is_nickname(x, xlen, y, ylen);
}

/* Of one word. */
static bool is_single(const ws_mention *m)
{
    return m->kind == WS_MENTION_NAME && m->name_end == m->name + 1;
}

/* "Ned": the one person whose full name begins so, or the same again. */
static uint32_t full_of(const ws_scene *scene, const ws_filing *files,
                        uint32_t id)
{
    const ws_mention *mention = scene->mentions->mention;
    const ws_mention *m = &mention[scene->people->person[id].mention];
    uint32_t found = id;

    for (uint32_t k = 0; k < scene->people->count && is_single(m); k++) {
        const ws_person *other = &scene->people->person[k];
        const ws_mention *full = &mention[other->mention];
        if (other->whole == 0 || full->kind != WS_MENTION_NAME ||
            full->name_end < full->name + 2 ||
            (full->flags & WS_M_JOINT) != 0 ||
            !begins_so(files, m->name, full->name))
            continue;
        if (found != id)
            return id;
        found = k;
    }
    return found;
}

/* "Edward Hale", once, and "Mr. Hale" ever after: whoever is called so and is
 * named between marks only, or the same again. */
static uint32_t usual_of(const ws_scene *scene, const ws_filing *files,
                         const struct uses *uses, uint32_t id)
{
    const ws_person *person = scene->people->person;
    const ws_mention *mention = scene->mentions->mention;
    const ws_mention *full = &mention[person[id].mention];
    uint64_t key = ws_filing_key(files, full->name_end - 1, full->name_end, 0);
    uint32_t found = id;

    for (uint32_t k = 0; k < scene->people->count && !is_single(full); k++) {
        const ws_mention *m = &mention[person[k].mention];
        if (is_single(m) && is_unseen(&uses[k]) &&
            person[k].count > person[found].count &&
            ws_filing_key(files, m->name, m->name_end, 0) == key)
            found = k;
    }
    return found;
}

/* One person for every "I" of the story. */
static void join(const ws_scene *scene, uint32_t id, ws_people *people)
{
    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        if (!ws_is_narrator(&scene->mentions->mention[m]))
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

/* Two names, and one person. */
static void merge(const ws_scene *scene, uint32_t was, uint32_t id,
                  ws_people *people, ws_talk *talk)
{
    if (was == id)
        return;
    for (uint32_t m = 0; m < scene->mentions->count; m++)
        if (people->of[m] == was)
            people->of[m] = id;
    for (uint32_t q = 0; q < scene->quotations->count; q++)
        if (talk->called[q] == was)
            talk->called[q] = id;
    people->person[id].count += people->person[was].count;
    people->person[was].count = 0;
}

whosaid_status ws_narrator_join(ws_arena *arena, const ws_scene *scene,
                                const ws_classes *classes, ws_people *people,
                                ws_talk *talk)
{
    struct uses *uses = WS_NEW(arena, struct uses, (size_t)people->count + 1);
    uint32_t id = WHOSAID_NONE;
    ws_filing files;

    if (uses == NULL)
        return WHOSAID_ERR_NOMEM;
    WS_TRY(ws_filing_init(arena, scene->text, scene->tokens, 1, &files));
    if (count_talk(scene, classes, talk, uses)) {
        count_names(scene, uses);
        id = self_named(scene);
        if (id == WHOSAID_NONE)
            id = signed_by(scene);
        if (id == WHOSAID_NONE)
            id = most_called(uses, people->count,
                             scene->tokens->count < WS_ARTICLE);
        if (id == WHOSAID_NONE)
            id = most_around(uses, people->count,
                             scene->tokens->count < WS_ARTICLE);
        if (id == WHOSAID_NONE)
            id = most_addressed(uses, people->count);
    }
    if (id != WHOSAID_NONE) {
        uint32_t full = full_of(scene, &files, id);
        uint32_t usual = usual_of(scene, &files, uses, full);
        merge(scene, id, full, people, talk);
        merge(scene, full, usual, people, talk);
        id = usual;
    }
    join(scene, id, people);
    talk->narrator = id;
    arena->steps += (uint64_t)scene->tokens->count + scene->mentions->count;
    return WHOSAID_OK;
}
