/*
 * feature.c - what speaks for and against a candidate.
 *
 *   in   the scene, a quotation, who spoke the one before
 *   out  candidates, each with one feature of every block
 *
 * 1. Gather the mentions around the quotation.
 * 2. For each the cue that ties it best: the one nearest to the marks of
 *    those whose subject it is.
 * 3. Features: where it stands, how it is tied, how far the unit of mention
 *    and cue is from the marks, what stands between, what governs it, what
 *    the quotation's edges look like, who spoke before.
 *
 * Cost: each pair looks at a bounded number of tokens and cues.
 */
#include "speaker/feature.h"

#include "base/unicode.h"

enum {
    SENTENCES_BEFORE = 5,
    SENTENCES_BEHIND = 2,
    CUES_OF_MENTION = 4, /* cues of one mention looked at */
    LOOKED_AT = 128,     /* mentions looked at on either side */
    SELF_MENTIONS = 24,  /* mentions inside the marks looked at */
    VERB_TOKENS = 5      /* tokens behind a mention, to its verb */
};

/* Where a candidate stands. */
enum {
    WHERE_MIDDLE,
    WHERE_BEHIND,      /* same sentence */
    WHERE_BEFORE,      /* same sentence */
    WHERE_BEFORE_1,    /* sentence before, same paragraph */
    WHERE_BEFORE_2,    /* earlier, same paragraph */
    WHERE_BEHIND_1,    /* next sentence, same paragraph */
    WHERE_BEHIND_2,    /* later, same paragraph */
    WHERE_PARAGRAPH_1, /* last sentence of the paragraph before */
    WHERE_PARAGRAPH_2, /* earlier in that paragraph */
    WHERE_PARAGRAPH_3, /* paragraph before that one, or earlier */
    WHERE_NEXT,        /* the paragraph behind */
    WHERE_FAR,
    WHERE_COUNT
};

/* What kind of mention. */
enum {
    KIND_PERSON,
    KIND_BODY,
    KIND_NAME,
    KIND_PLACE,
    KIND_NOMINAL,
    KIND_GROUP,
    KIND_ORGANISATION,
    KIND_DOCUMENT,
    KIND_THING,
    KIND_HE,
    KIND_THEY,
    KIND_I,
    KIND_IT,
    KIND_OTHER,
    KIND_COUNT
};

struct view {
    const ws_scene *scene;
    ws_place place;
    uint32_t before;   /* the quotation before, or NONE */
    uint32_t previous; /* its mention, or NONE */
    uint32_t apart;    /* paragraphs since: 0, 1, 2 for more or none */
    uint32_t edge;     /* what stands before the marks */
    uint32_t ending;
    uint32_t length;
    bool tagged; /* a tied cue touches the marks */
};

static const uint16_t block_size[] = {
#define X(name, values) (values),
    WS_FEATURE_BLOCKS(X)
#undef X
};

uint32_t ws_feature_count(void)
{
    return ws_model_count(block_size, WS_FEATURE_BLOCK_COUNT);
}

const char *ws_feature_block_name(uint32_t block)
{
    static const char *const name[] = {
#define X(name, values) #name,
        WS_FEATURE_BLOCKS(X)
#undef X
    };

    return block < WS_FEATURE_BLOCK_COUNT ? name[block] : "unknown";
}

static uint32_t kind_of(const ws_scene *scene, uint32_t mention)
{
    const ws_mention *m = &scene->mentions->mention[mention];
    uint32_t id = scene->people->of[mention];
    uint8_t type = m->type;

    if (m->kind == WS_MENTION_PRONOUN) {
        if ((m->flags & WS_M_FIRST) != 0)
            return KIND_I;
        if ((m->flags & (WS_M_MALE | WS_M_FEMALE)) != 0)
            return KIND_HE;
        if ((m->flags & WS_M_PLURAL) != 0)
            return KIND_THEY;
        return (m->flags & WS_M_NEUTER) != 0 ? KIND_IT : KIND_OTHER;
    }
    if (m->kind == WS_MENTION_NAME) {
        if (id != WHOSAID_NONE)
            type = scene->people->person[id].type;
        if (type == WHOSAID_SOURCE_PERSON)
            return KIND_PERSON;
        if (type == WHOSAID_SOURCE_BODY)
            return KIND_BODY;
        return WS_IS(scene->tokens->token[m->head].lex, PLACE) ? KIND_PLACE
                                                               : KIND_NAME;
    }
    switch (type) {
    case WHOSAID_SOURCE_ANONYMOUS:
    case WHOSAID_SOURCE_PERSON:
        return KIND_NOMINAL;
    case WHOSAID_SOURCE_GROUP:
        return KIND_GROUP;
    case WHOSAID_SOURCE_BODY:
        return KIND_ORGANISATION;
    case WHOSAID_SOURCE_DOCUMENT:
        return KIND_DOCUMENT;
    default:
        return KIND_THING;
    }
}

static uint32_t where_is(const struct view *v, const ws_mention *m)
{
    const ws_scene *scene = v->scene;
    const ws_place *p = &v->place;
    uint32_t sentence = scene->sentences->of[m->head];
    uint32_t paragraph = scene->tokens->token[m->head].paragraph;

    if (m->head >= p->begin && m->head < p->end)
        return WHERE_MIDDLE;
    if (m->head >= p->end) {
        if (sentence == p->last_sentence)
            return WHERE_BEHIND;
        if (paragraph == p->last_paragraph)
            return sentence == p->last_sentence + 1 ? WHERE_BEHIND_1
                                                    : WHERE_BEHIND_2;
        return paragraph == p->last_paragraph + 1 ? WHERE_NEXT : WHERE_FAR;
    }
    if (sentence == p->first_sentence)
        return WHERE_BEFORE;
    if (paragraph == p->first_paragraph)
        return sentence + 1 == p->first_sentence ? WHERE_BEFORE_1
                                                 : WHERE_BEFORE_2;
    if (paragraph + 1 == p->first_paragraph) {
        uint32_t last =
            scene->sentences->of[scene->tokens->first[p->first_paragraph] - 1];
        return sentence == last ? WHERE_PARAGRAPH_1 : WHERE_PARAGRAPH_2;
    }
    return WHERE_PARAGRAPH_3;
}

static ws_tie tie_of(const ws_cue *cue)
{
    switch ((ws_cue_kind)cue->kind) {
    case WS_CUE_ACCORDING:
        return WS_TIE_ACCORDING;
    case WS_CUE_NOUN:
        return WS_TIE_NOUN;
    case WS_CUE_COLON:
        return WS_TIE_COLON;
    case WS_CUE_DASH:
        return WS_TIE_DASH;
    case WS_CUE_VERB:
        break;
    }
    uint32_t base = cue->found == WS_SUBJECT_CLOSE      ? WS_TIE_CLOSE_WEAK
                    : cue->found == WS_SUBJECT_INVERTED ? WS_TIE_INVERTED_WEAK
                                                        : WS_TIE_LOOSE_WEAK;
    return (ws_tie)(base + cue->strength);
}

/* Tokens between [first, last) and the marks of the quotation. */
static uint32_t gap_to(const struct view *v, uint32_t first, uint32_t last)
{
    const ws_place *p = &v->place;

    if (first >= p->end)
        return first - p->end;
    if (last <= p->begin)
        return p->begin - last;
    return 0;
}

/* The cue that ties a mention best; NONE when no cue does. */
static uint32_t best_cue(const struct view *v, uint32_t mention)
{
    const ws_cues *cues = v->scene->cues;
    uint32_t best = WHOSAID_NONE;
    uint32_t best_gap = UINT32_MAX;
    uint32_t n = 0;

    for (uint32_t c = cues->of[mention];
         c != WHOSAID_NONE && n < CUES_OF_MENTION; c = cues->cue[c].next, n++) {
        uint32_t gap = gap_to(v, cues->cue[c].first, cues->cue[c].last);
        gap += cues->cue[c].strength == 0 ? 6 : 0;
        if (gap < best_gap) {
            best_gap = gap;
            best = c;
        }
    }
    return best;
}

static uint32_t gap_bucket(uint32_t gap)
{
    static const uint8_t upto[] = {0, 1, 2, 4, 8, 16};
    uint32_t i = 0;

    while (i < 6 && gap > upto[i])
        i++;
    return i;
}

/* Other cues with a subject in tokens [from, to): 0, 1, 2. */
static uint32_t cues_between(const struct view *v, uint32_t from, uint32_t to,
                             uint32_t own)
{
    uint32_t count = 0;

    for (uint32_t c = ws_scene_cue_at(v->scene, from);
         c < v->scene->cues->count && v->scene->cues->cue[c].first < to &&
         count < 2;
         c++)
        count += c != own && v->scene->cues->cue[c].subject != WHOSAID_NONE &&
                 v->scene->cues->cue[c].strength > 0;
    return count;
}

static uint32_t edge_of(const ws_scene *scene, const ws_place *p)
{
    if (p->opens_paragraph)
        return 0;
    const ws_token *token = &scene->tokens->token[p->begin - 1];
    if (token->kind == WS_TOKEN_WORD) {
        if (WS_IS(token->lex, THAT))
            return 4;
        if (WS_IS(token->lex, CUE))
            return 5;
        return WS_IS(token->lex, DET) || WS_IS(token->lex, POSSESSIVE) ? 6 : 7;
    }
    if (scene->pieces->inside[p->begin - 1] != 0)
        return 3;
    return token->cp == ':' ? 1 : token->cp == ',' ? 2 : 3;
}

static uint32_t ending_of(int32_t cp)
{
    switch (cp) {
    case ',':
        return 0;
    case '.':
        return 1;
    case '?':
    case '!':
        return 2;
    case 0x2014:
    case 0x2013:
    case '-':
    case 0x2026:
        return 3;
    default:
        return 4;
    }
}

static uint32_t length_bucket(uint32_t words)
{
    return words < 4 ? 0 : words < 9 ? 1 : words < 25 ? 2 : 3;
}

static bool named_inside(const struct view *v, uint32_t person)
{
    uint32_t m = v->scene->mentions->at[v->place.begin];

    for (uint32_t n = 0; n < SELF_MENTIONS && m < v->scene->mentions->count;
         n++, m++) {
        const ws_mention *mention = &v->scene->mentions->mention[m];
        if (mention->head >= v->place.end)
            break;
        if ((mention->flags & WS_M_QUOTED) != 0 &&
            v->scene->people->of[m] == person)
            return true;
    }
    return false;
}

static uint32_t previous_bucket(const struct view *v, uint32_t mention)
{
    const uint32_t *of = v->scene->people->of;
    uint32_t same = 0;

    if (v->previous != WHOSAID_NONE) {
        bool person =
            of[mention] != WHOSAID_NONE && of[mention] == of[v->previous];
        same = mention == v->previous ? 1 : person ? 2 : 3;
    }
    uint32_t alone =
        v->place.opens_paragraph && v->place.closes_paragraph ? 1 : 0;
    return ((same * 3 + v->apart) * 2 + v->tagged) * 2 + alone;
}

/* Paragraphs from the quotation before to this one. */
static uint32_t apart_from(const ws_scene *scene, uint32_t before,
                           const ws_place *place)
{
    if (before == WHOSAID_NONE)
        return 2;
    ws_place b = ws_scene_place(scene, before);
    if (b.last_paragraph + 2 <= place->first_paragraph)
        return 2;
    return b.last_paragraph < place->first_paragraph ? 1 : 0;
}

static uint32_t governed_bucket(const ws_mention *m, bool hears)
{
    if (hears)
        return 1;
    if ((m->flags & WS_M_NESTED) != 0)
        return 2 + ((m->flags & WS_M_AFTER_PREPOSITION) != 0);
    if ((m->flags & WS_M_GENITIVE) != 0)
        return 4 + ((m->flags & WS_M_AFTER_PREPOSITION) != 0);
    if ((m->flags & WS_M_AFTER_PREPOSITION) != 0)
        return 6;
    if ((m->flags & WS_M_OBJECT) != 0)
        return 7;
    if ((m->flags & WS_M_RELATIVE) != 0)
        return 8;
    if ((m->flags & WS_M_INDEFINITE) != 0)
        return 9;
    if ((m->flags & WS_M_HEADLINE) != 0)
        return 10;
    return (m->flags & WS_M_FIRST) != 0 ? 11 : 0;
}

static uint32_t salience_bucket(const struct view *v, uint32_t mention,
                                uint32_t where)
{
    uint32_t id = v->scene->people->of[mention];
    uint32_t count =
        id == WHOSAID_NONE ? 0 : v->scene->people->person[id].count;
    uint32_t bucket = count < 3 ? count : count < 6 ? 3 : count < 12 ? 4 : 5;
    uint32_t near = where <= WHERE_BEFORE        ? 0
                    : where <= WHERE_BEHIND_2    ? 1
                    : where <= WHERE_PARAGRAPH_2 ? 2
                                                 : 3;

    return bucket * 4 + near;
}

/* What a mention leads to, over adverbs and auxiliaries: the part of speech
 * there, or one of these. */
enum { VERB_OF_SPEECH = WS_POS_COUNT + 1, VERB_AUXILIARY };

static uint32_t verb_of(const ws_scene *scene, const ws_mention *m)
{
    const ws_sentences *sentences = scene->sentences;
    uint32_t last = sentences->sentence[sentences->of[m->head]].last;
    uint32_t seen = WS_POS_NONE;

    for (uint32_t i = m->tail, n = 0; i < last && n < VERB_TOKENS; i++, n++) {
        enum ws_pos pos = ws_tag_pos(scene->tags->tag[i]);
        bool spoken = WS_IS(scene->tokens->token[i].lex, CUE);
        if (pos == WS_POS_VERB)
            return spoken ? VERB_OF_SPEECH : WS_POS_VERB;
        if (pos == WS_POS_AUX)
            seen = VERB_AUXILIARY;
        else if (pos != WS_POS_ADV && pos != WS_POS_PART)
            return seen != WS_POS_NONE ? seen : (uint32_t)pos;
    }
    return seen;
}

/* Part of speech of the token k before a mention in its sentence; one more
 * than there are where the sentence begins. */
static uint32_t lead_of(const ws_scene *scene, const ws_mention *m, uint32_t k)
{
    const ws_sentences *sentences = scene->sentences;
    uint32_t first = sentences->sentence[sentences->of[m->head]].first;

    return m->first >= first + k ? ws_tag_pos(scene->tags->tag[m->first - k])
                                 : WS_POS_COUNT + 1;
}

enum { LEADS = WS_POS_COUNT + 2 };

static void look_at_tags(const ws_scene *scene, const ws_mention *m,
                         uint32_t where, bool tied, uint32_t *value)
{
    uint32_t named = ws_tag_named(scene->tags->tag[m->head]);
    uint32_t lead = lead_of(scene, m, 1);

    value[WS_FEATURE_NAMED] = (named * 4 + m->kind) * 2 + tied;
    value[WS_FEATURE_LEAD] = lead * 2 + tied;
    value[WS_FEATURE_LEADS] = lead_of(scene, m, 2) * LEADS + lead;
    value[WS_FEATURE_VERB] = verb_of(scene, m) * 8 + (where < 8 ? where : 7);
}

static void fill(const struct view *v, ws_candidate *c, uint32_t rank[2][2])
{
    const ws_scene *scene = v->scene;
    const ws_mention *m = &scene->mentions->mention[c->mention];
    uint32_t where = where_is(v, m);
    uint32_t kind = kind_of(scene, c->mention);
    bool behind = m->head >= v->place.end;
    bool tied = c->tie != WS_TIE_NONE && c->tie != WS_TIE_HEARER;
    uint32_t first = m->first;
    uint32_t last = m->last;

    if (c->cue != WHOSAID_NONE) {
        const ws_cue *cue = &scene->cues->cue[c->cue];
        first = cue->first < first ? cue->first : first;
        last = cue->last > last ? cue->last : last;
    }
    uint32_t gap = gap_bucket(gap_to(v, first, last));
    uint32_t from = behind ? v->place.end : last;
    uint32_t to = behind ? first : v->place.begin;
    uint32_t same = where <= WHERE_BEFORE ? 0 : where <= WHERE_BEHIND_2 ? 1 : 2;
    uint32_t pieces =
        where == WHERE_MIDDLE ? 0 : ws_scene_pieces_between(scene, from, to);
    uint32_t rivals =
        where == WHERE_MIDDLE ? 0 : cues_between(v, from, to, c->cue);
    uint32_t nth = rank[behind][tied]++;
    nth = nth > 5 ? 5 : nth;
    uint32_t value[WS_FEATURE_BLOCK_COUNT] = {0};

    value[WS_FEATURE_PLACE_TIE] = where * 16 + c->tie;
    value[WS_FEATURE_PLACE_KIND] = where * KIND_COUNT + kind;
    value[WS_FEATURE_TIE_GAP] = (c->tie * 7u + gap) * 2u + (behind ? 1u : 0u);
    value[WS_FEATURE_KIND_TIE] = kind * 16 + c->tie;
    value[WS_FEATURE_BETWEEN] = (pieces * 3 + same) * 2 + behind;
    value[WS_FEATURE_RIVALS] = ((rivals * 2 + tied) * 2 + behind) * 3 + same;
    value[WS_FEATURE_EDGE] = v->edge * WHERE_COUNT + where;
    value[WS_FEATURE_ENDING] =
        (v->ending * WHERE_COUNT + where) * 2 + v->place.closes_paragraph;
    value[WS_FEATURE_OPENING] =
        (v->place.opens_paragraph * 2u + v->place.closes_paragraph) *
            WHERE_COUNT +
        where;
    value[WS_FEATURE_GOVERNED] =
        (governed_bucket(m, scene->cues->hears[c->mention]) * 2 + tied) * 2 +
        behind;
    value[WS_FEATURE_PREVIOUS] = previous_bucket(v, c->mention);
    value[WS_FEATURE_SELF] =
        scene->people->of[c->mention] == WHOSAID_NONE
            ? 0
            : 1u + named_inside(v, scene->people->of[c->mention]);
    value[WS_FEATURE_SALIENCE] = salience_bucket(v, c->mention, where);
    value[WS_FEATURE_RANK] = ((nth * 2 + tied) * 2 + behind) * 2 + v->tagged;
    value[WS_FEATURE_LENGTH] = v->length * WHERE_COUNT + where;
    value[WS_FEATURE_SURE] =
        scene->people->sure[c->mention] * 2u + (m->kind == WS_MENTION_PRONOUN);
    value[WS_FEATURE_TOUCH] =
        (c->tie * 2u + (gap <= 1 ? 1u : 0u)) * 2u + behind;
    look_at_tags(scene, m, where, tied, value);
    ws_model_ids(value, block_size, WS_FEATURE_BLOCK_COUNT, c->feature);
}

/* Add the mentions [from, to) that stand outside marks. */
static uint32_t take(const ws_mentions *mentions, uint32_t from, uint32_t to,
                     ws_candidate candidate[WS_CANDIDATES], uint32_t count)
{
    for (uint32_t m = from, n = 0;
         m < to && n < LOOKED_AT && count < WS_CANDIDATES; m++, n++)
        if ((mentions->mention[m].flags & WS_M_QUOTED) == 0)
            candidate[count++].mention = m;
    return count;
}

/* Mentions of the window, the previous speaker's added. */
static uint32_t gather(const struct view *v,
                       ws_candidate candidate[WS_CANDIDATES])
{
    const ws_sentences *sentences = v->scene->sentences;
    const ws_mentions *mentions = v->scene->mentions;
    const ws_place *p = &v->place;
    uint32_t low = p->first_sentence > SENTENCES_BEFORE
                       ? p->first_sentence - SENTENCES_BEFORE
                       : 0;
    uint32_t high = p->last_sentence + SENTENCES_BEHIND;
    uint32_t count = 0;

    if (high >= sentences->count)
        high = sentences->count - 1;
    uint32_t from = mentions->at[sentences->sentence[low].first];
    uint32_t to = mentions->at[sentences->sentence[high].last];
    uint32_t middle = mentions->at[p->begin];
    /* backwards from the marks to where enough stand, then forwards */
    uint32_t first = middle;
    for (uint32_t kept = 0, n = 0;
         first > from && kept < WS_CANDIDATES / 2 && n < LOOKED_AT; n++) {
        first--;
        kept += (mentions->mention[first].flags & WS_M_QUOTED) == 0;
    }
    if (v->previous != WHOSAID_NONE && v->previous < first)
        candidate[count++].mention = v->previous;
    uint32_t behind = mentions->at[p->end];
    count = take(mentions, first, middle, candidate, count);
    count = take(mentions, middle, behind, candidate, count);
    return take(mentions, behind, to, candidate, count);
}

uint32_t ws_candidates_gather(const ws_scene *scene, uint32_t quotation,
                              uint32_t before, uint32_t previous,
                              ws_candidate candidate[WS_CANDIDATES])
{
    struct view v = {.scene = scene,
                     .place = ws_scene_place(scene, quotation),
                     .before = before,
                     .previous = previous};
    uint32_t count = gather(&v, candidate);
    uint32_t rank[2][2] = {
        {0, 0},
        {0, 0}
    };

    v.apart = apart_from(scene, before, &v.place);
    v.edge = edge_of(scene, &v.place);
    v.ending = ending_of(ws_scene_last_character(scene, quotation));
    v.length = length_bucket(v.place.words);
    for (uint32_t i = 0; i < count; i++) {
        ws_candidate *c = &candidate[i];
        c->score = 0;
        c->cue = best_cue(&v, c->mention);
        c->tie = WS_TIE_NONE;
        if (c->cue != WHOSAID_NONE) {
            const ws_cue *cue = &scene->cues->cue[c->cue];
            const ws_mention *m = &scene->mentions->mention[c->mention];
            uint32_t first = cue->first < m->first ? cue->first : m->first;
            uint32_t last = cue->last > m->tail ? cue->last : m->tail;
            ws_tie tie = tie_of(cue);
            c->tie = (uint8_t)tie;
            v.tagged =
                v.tagged || (cue->strength > 0 && gap_to(&v, first, last) < 3);
        } else if (scene->cues->hears[c->mention]) {
            c->tie = WS_TIE_HEARER;
        }
    }
    /* ranks count outwards from the marks: backwards before, forwards behind */
    for (uint32_t i = count; i > 0; i--)
        if (scene->mentions->mention[candidate[i - 1].mention].head <
            v.place.end)
            fill(&v, &candidate[i - 1], rank);
    for (uint32_t i = 0; i < count; i++)
        if (scene->mentions->mention[candidate[i].mention].head >= v.place.end)
            fill(&v, &candidate[i], rank);
    return count;
}
