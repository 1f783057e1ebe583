/*
 * feature.c - what speaks for and against a candidate.
 *
 *   in   the scene, a quotation, who spoke the one before
 *   out  candidates, each with one feature of every block
 *
 * 1. Gather the mentions around the quotation (gather.c).
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
#include "speaker/lead.h"

enum {                      /* looked at: */
       CUES_OF_MENTION = 4, /* cues of one mention */
       SELF_MENTIONS = 24,  /* mentions inside the marks */
       TURNS = 5,           /* turns before that count */
       NEXT_TURNS = 3,
       NEXT_LOOKED = 12, /* quotations behind */
       AHEAD = 7,        /* turns behind */
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
    uint32_t whose;    /* its person, or NONE */
    uint32_t apart;    /* paragraphs since: 0, 1, 2 for more or none */
    const ws_past *past;
    uint32_t person[TURNS];  /* who spoke each turn before, by the latest one */
    uint32_t mention[TURNS]; /* NONE: nobody known */
    uint32_t turns;
    uint32_t speakers; /* different ones among them */
    uint32_t run;      /* turns before with nothing between, at most 2 */
    uint32_t since;    /* 0 same paragraph, 1 the one before, 2, 3 farther */
    uint32_t called;   /* person addressed here, or NONE */
    uint32_t called_before;
    uint32_t called_next;
    uint32_t certain;     /* of the last two turns, those with a tag: a set */
    uint32_t ahead;       /* turns to the next tag, 0 for none */
    uint32_t named_ahead; /* whom it names */
    uint32_t next[NEXT_TURNS];      /* person named beside the next in the same
                                * paragraph, one, two paragraphs on */
    uint32_t inside[SELF_MENTIONS]; /* people named between the marks */
    uint32_t insides;
    bool story;
    uint32_t edge; /* what stands before the marks */
    uint32_t ending;
    uint32_t length;
    bool tagged; /* a tied cue touches the marks */
};

/* The first id of each block. */
enum {
#define X(name, values) BASE_##name, LAST_##name = BASE_##name + (values)-1,
    WS_FEATURE_BLOCKS(X)
#undef X
        BASE_END
};

static const uint16_t block_base[] = {
#define X(name, values) BASE_##name,
    WS_FEATURE_BLOCKS(X)
#undef X
        BASE_END};

uint32_t ws_feature_count(void)
{
    return BASE_END;
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

/* 1 or 0: sums of it are buckets without a branch that nobody can foresee. */
static uint32_t over(uint32_t n, uint32_t limit)
{
    return n > limit;
}

static uint32_t gap_bucket(uint32_t gap)
{
    return over(gap, 0) + over(gap, 1) + over(gap, 2) + over(gap, 4) +
           over(gap, 8) + over(gap, 16);
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
    for (uint32_t n = 0; n < v->insides; n++)
        if (v->inside[n] == person)
            return true;
    return false;
}

/* The people named in the quotation. */
static void look_inside(struct view *v)
{
    const ws_mentions *mentions = v->scene->mentions;
    uint32_t m = mentions->at[v->place.begin];

    for (uint32_t n = 0; n < SELF_MENTIONS && m < mentions->count; n++, m++) {
        const ws_mention *mention = &mentions->mention[m];
        if (mention->head >= v->place.end)
            break;
        if ((mention->flags & WS_M_QUOTED) != 0)
            v->inside[v->insides++] = v->scene->people->of[m];
    }
}

static uint32_t previous_bucket(const struct view *v, const ws_candidate *c)
{
    uint32_t same = 0;

    if (v->previous != WHOSAID_NONE) {
        bool whose = c->person == v->whose;
        bool person = (c->person != WHOSAID_NONE) & whose;
        bool mention = (c->mention == v->previous) & whose;
        same = mention ? 1 : person ? 2 : 3;
    }
    bool alone = v->place.opens_paragraph && v->place.closes_paragraph;
    return ((same * 3 + v->apart) * 2 + v->tagged) * 2 + alone;
}

/* Paragraphs from the quotation before to this one. */
static uint32_t apart_from(const ws_scene *scene, uint32_t before,
                           const ws_place *place)
{
    if (before == WHOSAID_NONE)
        return 2;
    ws_place b = ws_scene_bounds(scene, before);
    if (b.last_paragraph + 2 <= place->first_paragraph)
        return 2;
    return b.last_paragraph < place->first_paragraph ? 1 : 0;
}

static uint32_t governed_bucket(const ws_mention *m, bool hears)
{
    if (hears)
        return 1;
    if ((m->flags & WS_M_QUOTED) != 0)
        return 12;
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

static uint32_t near_bucket(uint32_t where)
{
    return over(where, WHERE_BEFORE) + over(where, WHERE_BEHIND_2) +
           over(where, WHERE_PARAGRAPH_2);
}

/* How often the document names somebody: 0, 1, 2, 3.., 6.., more than most. */
static uint32_t often(const struct view *v, uint32_t count, uint32_t most)
{
    uint32_t n = ws_people_often(v->scene->tokens, count);

    return over(n, 0) + over(n, 1) + over(n, 2) + over(n, 5) + over(n, most);
}

static uint32_t salience_bucket(const struct view *v, uint32_t id,
                                uint32_t where)
{
    uint32_t bucket = id == WHOSAID_NONE
                          ? 0
                          : often(v, v->scene->people->person[id].count, 11);

    return bucket * 4 + near_bucket(where);
}

/* -- the run of the talk -------------------------------------------------- */

/* The turns before that candidate c spoke, a set: 1 the last one. */
static uint32_t turns_of(const struct view *v, const ws_candidate *c)
{
    const uint32_t *whose = c->person != WHOSAID_NONE ? v->person : v->mention;
    uint32_t who = c->person != WHOSAID_NONE ? c->person : c->mention;
    uint32_t spoke = 0;

    for (uint32_t t = 0; t < v->turns; t++)
        spoke |= (uint32_t)(whose[t] == who) << t;
    return spoke;
}

/* Which of the turns before it spoke: 0 no turn is known, 1 the last one, 2
 * the one before that, 3 both, 4 an earlier one, 5 none. */
static uint32_t turn_role(const struct view *v, uint32_t spoke)
{
    return v->turns == 0      ? 0
           : (spoke & 3) != 0 ? spoke & 3
           : spoke != 0       ? 4
                              : 5;
}

static uint32_t recent_bucket(const struct view *v, uint32_t spoke)
{
    uint32_t since = 0;

    while (since < TURNS && (spoke >> since & 1) == 0)
        since++;
    return since * 4 + (v->speakers > 3 ? 3 : v->speakers);
}

/* 0 not addressed, 1 here, 2 in the turn before, 3 in the next, 4 both, 5 all. */
static uint32_t called_bucket(const struct view *v, const ws_candidate *c)
{
    bool known = c->person != WHOSAID_NONE;
    bool here = known & (v->called == c->person);
    bool before = known & (v->called_before == c->person);
    bool next = known & (v->called_next == c->person);

    if (here)
        return before || next ? 5 : 1;
    return before ? (next ? 4 : 2) : next ? 3 : 0;
}

static uint32_t next_bucket(const struct view *v, const ws_candidate *c)
{
    uint32_t value = 0;

    for (uint32_t i = 0; i < NEXT_TURNS; i++) {
        uint32_t known = v->next[i] != WHOSAID_NONE;
        value = value * 3 + (known << (v->next[i] != c->person));
    }
    return value;
}

/* Does it begin a sentence: 1 behind, 2 the one before, 3 the paragraph? */
static uint32_t beat_bucket(const struct view *v, const ws_mention *m)
{
    const ws_scene *scene = v->scene;
    const ws_place *p = &v->place;
    uint32_t sentence = scene->sentences->of[m->head];
    bool first = scene->sentences->sentence[sentence].first == m->first;

    if (m->head >= p->end) {
        bool same =
            scene->tokens->token[m->head].paragraph == p->last_paragraph;
        return same && (m->first == p->end ||
                        (first && sentence <= p->last_sentence + 1))
                   ? 1
                   : 0;
    }
    if (!first || scene->tokens->token[m->head].paragraph != p->first_paragraph)
        return 0;
    return scene->tokens->first[p->first_paragraph] == m->first ? 3
           : sentence + 1 >= p->first_sentence                  ? 2
                                                                : 0;
}

static uint32_t spoke_bucket(const struct view *v, const ws_candidate *c)
{
    const ws_talk *talk = v->scene->talk;

    return c->person == WHOSAID_NONE || c->person >= talk->people
               ? 0
               : often(v, talk->spoke[c->person], 19);
}

/* How likely the pronoun means the person: 0 where it is no pronoun. */
static uint32_t meant_bucket(const struct view *v, const ws_candidate *c)
{
    const ws_meant *meant = &v->scene->people->meant[c->mention];
    uint32_t drop = 0;

    if (v->scene->mentions->mention[c->mention].kind != WS_MENTION_PRONOUN ||
        meant->count == 0)
        return 0;
    if (c->rank > 0)
        drop = meant->drop[c->rank];
    else if (meant->count > 1)
        drop = meant->drop[1];
    uint32_t far = drop < 96 ? 0 : drop < 224 ? 1 : drop < 448 ? 2 : 3;
    if (meant->count == 1)
        return 13;
    return 1 + c->rank * 4u + far;
}

static void fill_talk(const struct view *v, ws_candidate *c, uint32_t where,
                      uint32_t kind, bool tied,
                      uint32_t value[WS_FEATURE_BLOCK_COUNT])
{
    const ws_mention *m = &v->scene->mentions->mention[c->mention];
    uint32_t story = v->story;
    uint32_t shape = !v->place.opens_paragraph   ? 2
                     : v->place.closes_paragraph ? 0
                                                 : 1;
    uint32_t what = kind == KIND_HE || kind == KIND_I ? 1
                    : m->kind == WS_MENTION_NOMINAL   ? 2
                                                      : 0;

    uint32_t spoke = turns_of(v, c);
    uint32_t role = turn_role(v, spoke);

    c->echoes = v->story && v->run > 0 && !tied && (spoke & 1) != 0;
    value[WS_FEATURE_TURN] =
        (((role * 3 + shape) * 4 + v->since) * 2 + story) * 2 +
        (tied ? 1u : 0u);
    value[WS_FEATURE_RECENT] = recent_bucket(v, spoke) * 2 + story;
    value[WS_FEATURE_CALLED] =
        ((called_bucket(v, c) * 2 + (v->called_before != WHOSAID_NONE)) * 2 +
         tied) *
            2 +
        story;
    value[WS_FEATURE_NEXT] = (next_bucket(v, c) * 2 + tied) * 2 + story;
    value[WS_FEATURE_BEAT] =
        ((tied ? 0 : beat_bucket(v, m)) * 3 + what) * 2 + story;
    value[WS_FEATURE_SPOKE] =
        (spoke_bucket(v, c) * 4 + near_bucket(where)) * 2 + story;
    value[WS_FEATURE_MEANT] = (meant_bucket(v, c) * 2 + tied) * 2 + story;
    value[WS_FEATURE_CERTAIN] = (role * 4 + v->certain) * 2 + story;
    value[WS_FEATURE_AHEAD] =
        v->ahead == 0
            ? 0
            : ((v->ahead - 1) * 2 + (v->named_ahead == c->person)) * 2 + story +
                  2;
    if (!v->story)
        return;
    value[WS_FEATURE_STORY_RUN] =
        1 + ((role * 3 + v->run) * 2 + (shape == 0)) * 2 + tied;
    value[WS_FEATURE_STORY_TIE] = 1 + value[WS_FEATURE_PLACE_TIE];
    value[WS_FEATURE_STORY_OPENING] = 1 + value[WS_FEATURE_OPENING];
    value[WS_FEATURE_STORY_RANK] = 1 + value[WS_FEATURE_RANK];
    value[WS_FEATURE_STORY_BETWEEN] = 1 + value[WS_FEATURE_BETWEEN];
}

static void look_at_tags(const ws_scene *scene, const ws_mention *m, bool tied,
                         ws_candidate *c, uint32_t *value)
{
    uint32_t named = ws_tag_named(scene->tags->tag[m->head]);
    uint32_t lead = ws_lead_of(scene, m, 1);
    uint32_t verb = ws_verb_of(scene, m);

    value[WS_FEATURE_NAMED] = (named * 4 + m->kind) * 2 + tied;
    value[WS_FEATURE_LEAD] = lead * 2 + tied;
    value[WS_FEATURE_LEADS] = ws_lead_of(scene, m, 2) * WS_LEADS + lead;
    value[WS_FEATURE_VERB] = verb * 8 + (c->where < 8 ? c->where : 7);
    c->named = (uint8_t)named;
    c->lead = (uint8_t)lead;
    c->verb = (uint8_t)verb;
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
    uint32_t raw = gap_to(v, first, last);
    uint32_t gap = gap_bucket(raw);
    uint32_t from = behind ? v->place.end : last;
    uint32_t to = behind ? first : v->place.begin;
    uint32_t same = over(where, WHERE_BEFORE) + over(where, WHERE_BEHIND_2);
    uint32_t pieces =
        where == WHERE_MIDDLE ? 0 : ws_scene_pieces_between(scene, from, to);
    uint32_t rivals = where == WHERE_MIDDLE
                          ? 0
                          : ws_scene_cues_between(v->scene, from, to, c->cue);
    uint32_t nth = rank[behind][tied];
    rank[behind][tied] += c->rank == 0; /* a pronoun counts once */
    nth = nth > 5 ? 5 : nth;
    uint32_t governed = governed_bucket(m, scene->cues->hears[c->mention]);
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
    value[WS_FEATURE_GOVERNED] = (governed * 2 + tied) * 2 + behind;
    value[WS_FEATURE_PREVIOUS] = previous_bucket(v, c);
    value[WS_FEATURE_SELF] =
        c->person == WHOSAID_NONE ? 0 : 1u + named_inside(v, c->person);
    value[WS_FEATURE_SALIENCE] = salience_bucket(v, c->person, where);
    value[WS_FEATURE_RANK] = ((nth * 2 + tied) * 2 + behind) * 2 + v->tagged;
    value[WS_FEATURE_LENGTH] = v->length * WHERE_COUNT + where;
    value[WS_FEATURE_SURE] =
        scene->people->sure[c->mention] * 2u + (m->kind == WS_MENTION_PRONOUN);
    value[WS_FEATURE_TOUCH] =
        (c->tie * 2u + (gap <= 1 ? 1u : 0u)) * 2u + behind;
    fill_talk(v, c, where, kind, tied, value);
    c->where = (uint8_t)where;
    look_at_tags(scene, m, tied, c, value);
    ws_model_ids(value, block_base, WS_FEATURE_BLOCK_COUNT, c->feature);
    c->kind = (uint8_t)kind;
    c->pieces = (uint8_t)pieces;
    c->rivals = (uint8_t)rivals;
    c->nth = (uint8_t)nth;
    c->governed = (uint8_t)governed;
    c->previous = (uint8_t)(value[WS_FEATURE_PREVIOUS] / 12);
    c->gap = (uint16_t)(raw > 999 ? 999 : raw);
    c->inside = value[WS_FEATURE_SELF] == 2;
}

/* Sort the past into turns: a paragraph is one. */
static void look_back(struct view *v)
{
    const ws_talk *talk = v->scene->talk;
    uint32_t paragraph = v->place.first_paragraph;
    uint32_t seen[TURNS];

    v->before = v->previous = v->whose = WHOSAID_NONE;
    v->called_before = WHOSAID_NONE;
    v->since = 3;
    if (v->past->count > 0) {
        v->before = v->past->turn[0].quotation;
        v->previous = v->past->turn[0].mention;
        v->whose = v->past->turn[0].person;
    }
    uint32_t begin = v->place.begin;
    for (uint32_t i = 0; i < v->past->count && v->turns < TURNS; i++) {
        uint32_t q = v->past->turn[i].quotation;
        const ws_place place = ws_scene_bounds(v->scene, q);
        uint32_t last = place.last_paragraph;
        bool bare = place.end == begin; /* nothing between but the marks */
        begin = place.begin;
        if (i == 0 && v->place.first_paragraph - last < 4)
            v->since = last == v->place.first_paragraph       ? 0
                       : last + 1 == v->place.first_paragraph ? 1
                                                              : 2;
        if (v->turns == 1 && last == paragraph &&
            v->called_before == WHOSAID_NONE)
            v->called_before = talk->called[q];
        if (last >= paragraph)
            continue;
        if (v->turns < 2 && v->run == v->turns)
            v->run += bare;
        paragraph = last;
        if (v->turns == 0)
            v->called_before = talk->called[q];
        if (v->turns < 2 && talk->tag[q] != WHOSAID_NONE)
            v->certain |= 1u << v->turns;
        uint32_t person = v->past->turn[i].person;
        bool fresh = true;
        for (uint32_t k = 0; k < v->turns; k++)
            fresh = fresh && seen[k] != person;
        v->speakers += fresh;
        seen[v->turns] = person;
        v->mention[v->turns] = v->past->turn[i].mention;
        v->person[v->turns++] =
            v->past->turn[i].mention == WHOSAID_NONE ? WHOSAID_NONE : person;
    }
}

/* Who is named beside the quotations that follow. */
static void look_ahead(struct view *v, uint32_t quotation)
{
    const ws_talk *talk = v->scene->talk;
    uint32_t q = talk->next[quotation];
    uint32_t paragraph = v->place.last_paragraph;

    v->called = talk->called[quotation];
    v->called_next = WHOSAID_NONE;
    for (uint32_t i = 0; i < NEXT_TURNS; i++)
        v->next[i] = WHOSAID_NONE;
    uint32_t turns = 0;
    for (uint32_t n = 0; n < NEXT_LOOKED && q != WHOSAID_NONE;
         n++, q = talk->next[q]) {
        ws_place place = ws_scene_bounds(v->scene, q);
        uint32_t ahead = place.first_paragraph - v->place.last_paragraph;
        uint32_t tag = talk->tag[q];
        uint32_t named =
            tag == WHOSAID_NONE ? WHOSAID_NONE : v->scene->people->of[tag];
        if (ahead < NEXT_TURNS && v->next[ahead] == WHOSAID_NONE)
            v->next[ahead] = named;
        if (ahead == 1 && v->called_next == WHOSAID_NONE)
            v->called_next = talk->called[q];
        /* turn after turn, with no paragraph between */
        if (place.first_paragraph > paragraph + 1)
            break;
        turns += place.first_paragraph > paragraph;
        paragraph = place.last_paragraph;
        if (turns > AHEAD || v->ahead != 0)
            break;
        if (turns > 0 && named != WHOSAID_NONE) {
            v->ahead = turns;
            v->named_ahead = named;
        }
    }
}

/* Tie a candidate to its best cue. */
static void tie(struct view *v, ws_candidate *c)
{
    const ws_scene *scene = v->scene;

    c->score = 0;
    c->cue = best_cue(v, c->mention);
    c->tie = WS_TIE_NONE;
    if (c->cue != WHOSAID_NONE) {
        const ws_cue *cue = &scene->cues->cue[c->cue];
        const ws_mention *m = &scene->mentions->mention[c->mention];
        uint32_t first = cue->first < m->first ? cue->first : m->first;
        uint32_t last = cue->last > m->tail ? cue->last : m->tail;
        ws_tie how = tie_of(cue);
        c->tie = (uint8_t)how;
        v->tagged =
            v->tagged || (cue->strength > 0 && gap_to(v, first, last) < 3);
    } else if (scene->cues->hears[c->mention]) {
        c->tie = WS_TIE_HEARER;
    }
}

uint32_t ws_candidates_gather(const ws_scene *scene, uint32_t quotation,
                              const ws_past *past,
                              ws_candidate candidate[WS_CANDIDATES])
{
    struct view v = {.scene = scene,
                     .place = ws_scene_place(scene, quotation),
                     .past = past,
                     .story = scene->talk->story};
    ws_gathered gathered[WS_CANDIDATES];
    uint32_t rank[2][2] = {{0}};

    look_back(&v);
    look_ahead(&v, quotation);
    look_inside(&v);
    uint32_t count = ws_gather(scene, quotation, &v.place, past, gathered);
    for (uint32_t i = 0; i < count; i++) {
        candidate[i].mention = gathered[i].mention;
        candidate[i].person = gathered[i].person;
        candidate[i].rank = gathered[i].rank;
        candidate[i].trees = 0;
    }
    v.apart = apart_from(scene, v.before, &v.place);
    v.edge = edge_of(scene, &v.place);
    v.ending = ending_of(ws_scene_last_character(scene, quotation));
    v.length = length_bucket(v.place.words);
    for (uint32_t i = 0; i < count; i++)
        tie(&v, &candidate[i]);
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
