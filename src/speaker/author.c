/*
 * author.c - whose words a letter, a statement, a post holds.
 *
 *   in   mentions with their people, cues
 *   out  the writer for mentions of what was written, where he is told
 *
 * A report, a law, a lawsuit speaks for itself; a letter or a statement speaks
 * for who wrote it. It is told
 *
 * 1. beside it: "a text from [Ana Ruiz]", "[her] letter", "a post on [the
 *    mayor's] account", "a statement on [his] behalf", "a letter [he] wrote";
 * 2. by the clause it stands in: "in a statement, [Ruiz] said", "[Ruiz]
 *    released a statement", "the letter was sent by [Ruiz]";
 * 3. by a verb made of its noun: "[Ruiz] tweeted".
 *
 * Each is filed under its noun; "the statement" is the latest one filed. One
 * brought in whose writer nobody tells is filed as nobody's.
 *
 * Cost: a bounded number of looks a mention.
 *
 * Not here: "it" (writer.c, neuter.c), what a report says.
 */
#include "speaker/author.h"

#include "speaker/filing.h"

enum {
    FROM_TOKENS = 8,   /* from the letter to "from" */
    BEHALF_TOKENS = 6, /* of "on Ana Ruiz's behalf" */
    WROTE_TOKENS = 3,  /* of "had just written" */
    NEAR_MENTIONS = 6, /* looked at for an owner or a sender */
    CLAUSE_CUES = 6,   /* of a sentence, looked at */
    SENT_TOKENS = 20,  /* from the letter to "was sent by" */
    MADE_BYTES = 12,   /* longest "emailed" */
    ENDING_BYTES = 2,  /* of "ed" */
    OFFICE_TOKENS = 9, /* of an office and the name behind it */
    FORGOTTEN = 12     /* paragraphs without a letter of the noun */
};

enum { KEY_NOUN = 1 }; /* what writers are filed as */

struct authors {
    const ws_scene *scene;
    const ws_token *token;
    const ws_mention *mention;
    ws_people *people;
    ws_filing files; /* ids are mentions */
    uint32_t *of;    /* [mentions]: of those filed, the person, or NONE */
    uint32_t *where; /* [mentions]: likewise, the paragraph last told of */
};

static bool is_listed(const struct authors *a, uint32_t i, ws_list list)
{
    return ws_scene_listed(a->scene, i, list);
}

/* Whether mention m is one writing of those that speak for their writers. */
static bool is_missive(const struct authors *a, uint32_t m)
{
    const ws_mention *k = &a->mention[m];

    return k->kind == WS_MENTION_NOMINAL &&
           (k->flags & (WS_M_QUOTED | WS_M_PLURAL | WS_M_GENITIVE)) == 0 &&
           is_listed(a, k->head, WS_LIST_MISSIVE);
}

/* The end of the sentence of mention m. */
static uint32_t sentence_end(const struct authors *a, uint32_t m)
{
    const ws_sentences *sentences = a->scene->sentences;

    return sentences->sentence[sentences->of[a->mention[m].head]].last;
}

/* The person or body that mention k means, one with a name; or NONE. */
static uint32_t person_of(const struct authors *a, uint32_t k)
{
    const ws_mention *m = &a->mention[k];
    uint32_t id = a->people->of[m->same != WHOSAID_NONE ? m->same : k];

    if (id == WHOSAID_NONE ||
        a->people->person[id].type == WHOSAID_SOURCE_DOCUMENT ||
        a->mention[a->people->person[id].mention].kind != WS_MENTION_NAME)
        return WHOSAID_NONE;
    return id;
}

/* Whether nothing but words stands in [i, end). */
static bool are_words(const struct authors *a, uint32_t i, uint32_t end)
{
    while (i < end && a->token[i].kind == WS_TOKEN_WORD)
        i++;
    return i >= end;
}

/* The mention that begins at token i, the longest one, or behind an office
 * there the name; or NONE. */
static uint32_t mention_at(const struct authors *a, uint32_t i)
{
    const ws_mentions *mentions = a->scene->mentions;
    uint32_t found = WHOSAID_NONE;

    for (uint32_t k = mentions->at[i];
         k < mentions->count && k < mentions->at[i] + NEAR_MENTIONS; k++)
        if (a->mention[k].first == i &&
            (a->mention[k].flags & (WS_M_GENITIVE | WS_M_QUOTED)) == 0)
            found = k;
    for (uint32_t k = mentions->at[i];
         found == WHOSAID_NONE && k < mentions->count &&
         a->mention[k].head < i + OFFICE_TOKENS;
         k++) {
        if (a->mention[k].first > i &&
            a->mention[k].type == WHOSAID_SOURCE_PERSON &&
            are_words(a, i, a->mention[k].first))
            found = k;
    }
    return found;
}

/* A word that no "from" behind it is the letter's for: a verb, "that". */
static bool breaks_off(const ws_token *token)
{
    const ws_lex verb = WS_LEX_BIT(CUE_STRONG) | WS_LEX_BIT(BE) |
                        WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(MODAL) |
                        WS_LEX_BIT(RELATIVE) | WS_LEX_BIT(THAT);

    return token->kind == WS_TOKEN_MARK || (token->lex & verb) != 0;
}

/* "A text on Monday from [Ana Ruiz]": whose it is, or NONE. */
static uint32_t sent_from(const struct authors *a, uint32_t m, bool *told)
{
    uint32_t end = sentence_end(a, m);
    uint32_t first = a->mention[m].head + 1;

    for (uint32_t i = first; i + 1 < end && i < first + FROM_TOKENS; i++) {
        if (breaks_off(&a->token[i]))
            break;
        if (!is_listed(a, i, WS_LIST_COMES))
            continue;
        /* "a letter seen by Ana Ruiz", "signed by 200 farmers" */
        bool by = is_listed(a, i, WS_LIST_AGENT);
        uint32_t k = mention_at(a, i + 1);
        if (by &&
            ((i > first && !is_listed(a, i - 1, WS_LIST_SENT)) ||
             (k != WHOSAID_NONE && a->mention[k].kind != WS_MENTION_NAME)))
            break;
        *told = k != WHOSAID_NONE;
        return *told ? person_of(a, k) : WHOSAID_NONE;
    }
    return WHOSAID_NONE;
}

/* The mention that owns the noun at head of a phrase from first on: "[Ruiz]'s
 * letter", "[her] letter"; or NONE. */
static uint32_t owner_of(const struct authors *a, uint32_t first, uint32_t head)
{
    uint32_t k = a->scene->mentions->at[head];
    uint32_t found = WHOSAID_NONE;

    for (uint32_t n = 1; n <= NEAR_MENTIONS && n <= k; n++) {
        const ws_mention *owner = &a->mention[k - n];
        if (owner->head < first)
            break;
        bool his = owner->kind == WS_MENTION_PRONOUN &&
                   WS_IS(a->token[owner->head].lex, POSSESSIVE);
        if (owner->head < head && (his || (owner->flags & WS_M_GENITIVE) != 0))
            return k - n;
    }
    return found;
}

/* "A post on [her] account": where it was written is its writer's. */
static uint32_t posted_by(const struct authors *a, uint32_t m)
{
    uint32_t end = sentence_end(a, m);
    uint32_t i = a->mention[m].head + 1;

    if (i + 1 >= end || !WS_IS(a->token[i].lex, PREPOSITION))
        return WHOSAID_NONE;
    for (uint32_t k = a->scene->mentions->at[i + 1];
         k < a->scene->mentions->count &&
         k < a->scene->mentions->at[i + 1] + NEAR_MENTIONS;
         k++)
        if (a->mention[k].first == i + 1 && a->mention[k].head < end &&
            is_listed(a, a->mention[k].head, WS_LIST_PROFILE))
            return owner_of(a, i + 1, a->mention[k].head);
    return WHOSAID_NONE;
}

/* "Read a statement on [his] behalf", "on behalf of [Ruiz]": or NONE. */
static uint32_t read_for(const struct authors *a, uint32_t m)
{
    uint32_t end = sentence_end(a, m);
    uint32_t i = a->mention[m].head + 1;

    if (i + 3 >= end || !is_listed(a, i, WS_LIST_ON))
        return WHOSAID_NONE;
    if (is_listed(a, i + 1, WS_LIST_BEHALF))
        return WS_IS(a->token[i + 2].lex, OF) ? mention_at(a, i + 3)
                                              : WHOSAID_NONE;
    for (uint32_t k = i + 2; k < end && k < i + BEHALF_TOKENS; k++)
        if (is_listed(a, k, WS_LIST_BEHALF))
            return owner_of(a, i + 1, k);
    return WHOSAID_NONE;
}

/* "A letter that [he] had written", "a statement [the firm] issued": or NONE.
 */
static uint32_t wrote(const struct authors *a, uint32_t m)
{
    uint32_t end = sentence_end(a, m);
    uint32_t i = a->mention[m].head + 1;

    if (i < end &&
        ((a->token[i].lex & (WS_LEX_BIT(THAT) | WS_LEX_BIT(RELATIVE))) != 0))
        i++;
    uint32_t k = i < end ? mention_at(a, i) : WHOSAID_NONE;
    if (k == WHOSAID_NONE || a->mention[k].first != i)
        return WHOSAID_NONE;
    i = a->mention[k].last;
    for (uint32_t n = 0; n < WROTE_TOKENS && i + n < end; n++) {
        if (is_listed(a, i + n, WS_LIST_SENT))
            return k;
        if ((a->token[i + n].lex &
             (WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(ADVERB))) == 0)
            break;
    }
    return WHOSAID_NONE;
}

/* Whose verb of saying a cue is, or NONE; the paper is not in "a memo seen by
 * the Herald, she warned". */
static uint32_t sayer_of(const struct authors *a, const ws_cue *cue)
{
    if (cue->kind != WS_CUE_VERB || cue->subject == WHOSAID_NONE ||
        (a->mention[cue->subject].flags & WS_M_AFTER_PREPOSITION) != 0)
        return WHOSAID_NONE;
    return cue->subject;
}

/* The subject of the verb of saying that goes with "in a statement" at mention
 * m: the nearest before it in its sentence, else the first behind. */
static uint32_t said_in(const struct authors *a, uint32_t m)
{
    const ws_cues *cues = a->scene->cues;
    const ws_sentences *sentences = a->scene->sentences;
    const ws_mention *k = &a->mention[m];
    const ws_sentence *own = &sentences->sentence[sentences->of[k->head]];
    uint32_t c = cues->at[k->first];

    for (uint32_t n = 1; n <= CLAUSE_CUES && n <= c; n++) {
        const ws_cue *cue = &cues->cue[c - n];
        if (cue->first < own->first)
            break;
        if (sayer_of(a, cue) != WHOSAID_NONE)
            return cue->subject;
    }
    for (uint32_t n = 0; n < CLAUSE_CUES && c + n < cues->count; n++) {
        const ws_cue *cue = &cues->cue[c + n];
        if (cue->first >= own->last)
            break;
        if (sayer_of(a, cue) != WHOSAID_NONE && cue->subject != m)
            return cue->subject;
    }
    return WHOSAID_NONE;
}

/* "[Ruiz] released a statement": the sentence's subject, where the verb before
 * mention m is one of writing; or NONE. */
static uint32_t sent_by(const struct authors *a, uint32_t m)
{
    const uint16_t other = WS_M_QUOTED | WS_M_GENITIVE | WS_M_OBJECT |
                           WS_M_AFTER_PREPOSITION | WS_M_RELATIVE | WS_M_NESTED;
    const ws_sentences *sentences = a->scene->sentences;
    uint32_t verb = a->mention[m].first;
    uint32_t first =
        sentences->sentence[sentences->of[a->mention[m].head]].first;

    if (verb == first || !is_listed(a, verb - 1, WS_LIST_SENT))
        return WHOSAID_NONE;
    for (uint32_t k = a->scene->mentions->at[first]; k < m; k++)
        if ((a->mention[k].flags & other) == 0)
            return k;
    return WHOSAID_NONE;
}

/* "The email was sent on Monday by [Ana Ruiz]": or NONE. */
static uint32_t was_sent_by(const struct authors *a, uint32_t m)
{
    uint32_t end = sentence_end(a, m);
    uint32_t first = a->mention[m].head + 1;
    bool sent = false;

    for (uint32_t i = first; i + 1 < end && i < first + SENT_TOKENS; i++) {
        if (a->token[i].kind == WS_TOKEN_MARK)
            break;
        if (sent && is_listed(a, i, WS_LIST_COMES))
            return mention_at(a, i + 1);
        sent = sent || (is_listed(a, i, WS_LIST_SENT) &&
                        WS_IS(a->token[i - 1].lex, BE));
    }
    return WHOSAID_NONE;
}

/* "In a statement", "via her account". */
static bool is_place(const struct authors *a, uint32_t m)
{
    uint32_t first = a->mention[m].first;

    return first > 0 && WS_IS(a->token[first - 1].lex, PREPOSITION) &&
           is_listed(a, first - 1, WS_LIST_WRITTEN);
}

/* Whose mention m is by what stands with it. told: something says so, whether
 * or not it is known who that is. own: the words beside it do. */
static uint32_t writer_of(const struct authors *a, uint32_t m, bool *told,
                          bool *own)
{
    uint32_t k = was_sent_by(a, m);

    if (k == WHOSAID_NONE) {
        uint32_t id = sent_from(a, m, told);
        *own = *told;
        if (*told)
            return id;
    }
    if (k == WHOSAID_NONE)
        k = owner_of(a, a->mention[m].first, a->mention[m].head);
    if (k == WHOSAID_NONE)
        k = posted_by(a, m);
    if (k == WHOSAID_NONE)
        k = read_for(a, m);
    if (k == WHOSAID_NONE)
        k = wrote(a, m);
    *own = k != WHOSAID_NONE;
    if (k == WHOSAID_NONE && is_place(a, m))
        k = said_in(a, m);
    if (k == WHOSAID_NONE)
        k = sent_by(a, m);
    *told = k != WHOSAID_NONE;
    return *told ? person_of(a, k) : WHOSAID_NONE;
}

/* File person id, told at mention m, under a key. */
static void file(struct authors *a, uint64_t key, uint32_t m, uint32_t id)
{
    a->of[m] = id;
    a->where[m] = a->token[a->mention[m].head].paragraph;
    ws_filing_put(&a->files, key, m);
}

static uint64_t key_of(const struct authors *a, uint32_t m)
{
    uint32_t head = a->mention[m].head;

    return ws_filing_key(&a->files, head, head + 1, KEY_NOUN);
}

/* "Ruiz tweeted": the cue files its subject under "tweet". */
static void file_made(struct authors *a, const ws_cue *cue)
{
    char word[WS_FILING_BYTES];
    size_t len = ws_filing_fold(&a->files, cue->first, word);

    if (cue->kind != WS_CUE_VERB || cue->subject == WHOSAID_NONE ||
        len <= ENDING_BYTES || len > MADE_BYTES ||
        !WS_IS(a->token[cue->first].lex, CUE_WRITE) ||
        !ws_is_listed(WS_LIST_MISSIVE, word, len - ENDING_BYTES))
        return;
    uint32_t id = person_of(a, cue->subject);
    if (id != WHOSAID_NONE)
        file(a, ws_filing_hash(word, len - ENDING_BYTES, KEY_NOUN),
             cue->subject, id);
}

/* The latest writer filed under the noun of mention m, if that was not long
 * ago; or NONE. */
static uint32_t latest(struct authors *a, uint32_t m)
{
    uint32_t here = a->token[a->mention[m].head].paragraph;
    uint32_t e = ws_filing_find(&a->files, key_of(a, m), 0);

    if (e == 0)
        return WHOSAID_NONE;
    uint32_t k = a->files.entry[e].id;
    if (here > a->where[k] + FORGOTTEN)
        return WHOSAID_NONE;
    a->where[k] = here;
    return a->of[k];
}

/* Give mention m its writer, or file whose it is. */
static void join(struct authors *a, uint32_t m)
{
    const ws_mention *k = &a->mention[m];
    bool told = false;
    bool own = false;
    uint32_t id = writer_of(a, m, &told, &own);
    bool brings = (k->flags & WS_M_INDEFINITE) != 0;

    if (told || brings)
        file(a, key_of(a, m), m, id);
    else if (!is_place(a, m))
        id = latest(a, m);
    bool stands = (k->flags & WS_M_AFTER_PREPOSITION) == 0 ||
                  a->scene->cues->of[m] != WHOSAID_NONE;
    if (id == WHOSAID_NONE || a->people->of[m] != WHOSAID_NONE || !stands ||
        (brings && !own))
        return;
    a->people->of[m] = id;
    a->people->sure[m] = WS_SURE_NOMINAL;
}

whosaid_status ws_authors_join(ws_arena *arena, const ws_scene *scene,
                               ws_people *people)
{
    struct authors a = {.scene = scene,
                        .token = scene->tokens->token,
                        .mention = scene->mentions->mention,
                        .people = people};
    uint32_t count = scene->mentions->count;
    uint32_t c = 0;

    if (scene->tokens->foreign)
        return WHOSAID_OK;
    WS_TRY(ws_filing_init(arena, scene->text, scene->tokens,
                          (size_t)count + scene->cues->count + 1, &a.files));
    a.of = WS_NEW(arena, uint32_t, (size_t)count + 1);
    a.where = WS_NEW(arena, uint32_t, (size_t)count + 1);
    if (a.of == NULL || a.where == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t m = 0; m < count; m++) {
        while (c < scene->cues->count &&
               scene->cues->cue[c].first < a.mention[m].head)
            file_made(&a, &scene->cues->cue[c++]);
        if (is_missive(&a, m))
            join(&a, m);
    }
    arena->steps += (uint64_t)count + scene->cues->count;
    return WHOSAID_OK;
}
