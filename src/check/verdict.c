/*
 * verdict.c - what became of a quotation's words, and of its speaker.
 *
 *   in   a quotation, its words in a source, what the source says of itself
 *   out  the verdict, and the gaps that led to it
 *
 * 1. Gaps: where the next word of the quotation is not the next of the source,
 *    or stands in another part of a quotation there. The words of "he said"
 *    between two parts of one quotation, or of two that the same person speaks
 *    one after the other, are the writer's and were never spoken: they do not
 *    count.
 * 2. Each gap has a kind of its own, and the worst is the verdict. Without
 *    any, it is exact if the bytes agree too, white space aside.
 * 3. The speaker is that of the quotation that holds all the words; nobody
 *    when some stand outside. That it is another than the draft says is told
 *    only when everything speaks for it: a wrong accusation is worse than
 *    none.
 */
#include "check/verdict.h"

#include <string.h>

#include "base/unicode.h"
#include "check/who.h"

#define NONE WHOSAID_NONE

/* How far, in bytes, an ellipsis may leap: outside quotations, and from one
 * quotation to the next of the same speaker. */
enum { LEAP_TEXT = 1500, LEAP_SPEECH = 400 };

/* Words left out in silence that make two parts of one, with a full stop among
 * them. */
enum { SENTENCE = 6 };

/* A quotation on trial. */
struct trial {
    const ws_quoted *quoted;
    const ws_align *align;
    const ws_spoken *spoken;
    ws_judgement *judgement;
};

/* How the parts of speech that two words of a source stand in go together. */
enum bond {
    BOND_NONE,   /* neither or only one stands in speech */
    BOND_SAME,   /* one part, or one inside the other */
    BOND_NEXT,   /* two parts of one quotation */
    BOND_VOICE,  /* two quotations of one speaker */
    BOND_OTHER,  /* of two speakers, or nobody knows */
    BOND_AGAINST /* certainly of two */
};

static ws_cell cell_of(const ws_spoken *spoken, whosaid_span span)
{
    return (ws_cell){spoken->text + span.begin, span.end - span.begin};
}

static const ws_spot *spot_at(const struct trial *t, uint32_t spot)
{
    return &t->align->spot[spot];
}

/* Whether one quotation stands in the other. */
static bool holds(const ws_spoken *spoken, uint32_t outer, uint32_t inner)
{
    for (uint32_t depth = 0; inner != NONE && depth < 8; depth++) {
        if (inner == outer)
            return true;
        inner = ws_spoken_parent(spoken, inner);
    }
    return false;
}

static enum bond bond(const ws_spoken *spoken, const ws_spoken_part *a,
                      const ws_spoken_part *b)
{
    bool sure = false;
    bool also = false;

    if (a == NULL || b == NULL)
        return BOND_NONE;
    if (a->quote == b->quote)
        return a->part == b->part ? BOND_SAME : BOND_NEXT;
    if (holds(spoken, a->quote, b->quote) || holds(spoken, b->quote, a->quote))
        return BOND_SAME;
    ws_cell mine = cell_of(spoken, ws_spoken_speaker(spoken, a->quote, &sure));
    ws_cell theirs =
        cell_of(spoken, ws_spoken_speaker(spoken, b->quote, &also));
    switch (ws_who_compare(mine, theirs)) {
    case WHOSAID_SPEAKER_SAME:
        return BOND_VOICE;
    case WHOSAID_SPEAKER_OTHER:
        return sure && also ? BOND_AGAINST : BOND_OTHER;
    case WHOSAID_SPEAKER_UNKNOWN:
        break;
    }
    return BOND_OTHER;
}

/* -- gaps ----------------------------------------------------------------- */

bool ws_verdict_counts(const ws_spoken *spoken, const ws_align *align,
                       const ws_gap *gap, uint32_t spot)
{
    const ws_spoken_part *part = NULL;

    if (!gap->speech_only)
        return true;
    part = ws_spoken_at(spoken, align->spot[spot].begin);
    return part != NULL &&
           (gap->quote == NONE || holds(spoken, gap->quote, part->quote));
}

/* Whether no word begins in text[from, to). */
static bool is_bare(const struct trial *t, uint32_t from, uint32_t to)
{
    ws_wording wording;
    ws_word word;

    ws_wording_init(&wording, t->align->text, t->align->len, from);
    return !ws_wording_next(&wording, &word) || word.begin >= to;
}

/* Whether a quotation breaks off behind one word and goes on with another:
 * from part to part, with none of its words between. */
static bool breaks_off(const struct trial *t, const ws_gap *gap,
                       const ws_spoken_part *a, const ws_spoken_part *b)
{
    return b->part == a->part + 1 &&
           is_bare(t, spot_at(t, gap->last)->end, a->span.end) &&
           is_bare(t, b->span.begin, spot_at(t, gap->next)->begin);
}

static bool all_bracketed(const struct trial *t, const ws_gap *gap)
{
    for (uint32_t i = gap->from; i < gap->to; i++)
        if ((t->quoted->word[i].flags & WS_WORD_BRACKETED) == 0)
            return false;
    return gap->from < gap->to;
}

/* Add the folded letters of a word; false when there is no room. */
static bool add_letters(const char *text, uint32_t begin, uint32_t end,
                        char out[WS_WORD_FOLDED], size_t *len)
{
    char folded[WS_WORD_FOLDED];
    size_t n = ws_word_fold(text, begin, end, folded);

    if (n == 0 || n > WS_WORD_FOLDED - *len)
        return false;
    memcpy(out + *len, folded, n);
    *len += n;
    return true;
}

/* Whether only spaces and hyphens differ: "follow-up", "followup". */
static bool same_letters(const struct trial *t, const ws_gap *gap)
{
    char mine[WS_WORD_FOLDED];
    char theirs[WS_WORD_FOLDED];
    size_t len = 0;
    size_t their_len = 0;

    for (uint32_t i = gap->from; i < gap->to; i++) {
        const ws_word *word = &t->quoted->word[i];
        if (!add_letters(t->quoted->text.text, word->begin, word->end, mine,
                         &len))
            return false;
    }
    for (uint32_t i = gap->last + 1; i < gap->next; i++) {
        const ws_spot *spot = spot_at(t, i);
        if (ws_verdict_counts(t->spoken, t->align, gap, i) &&
            !add_letters(t->align->text, spot->begin, spot->end, theirs,
                         &their_len))
            return false;
    }
    return len > 0 && len == their_len && memcmp(mine, theirs, len) == 0;
}

/* Whether what is left out is a sentence, or the end of one and more. */
static bool skips_sentence(const struct trial *t, const ws_gap *gap)
{
    uint32_t end = spot_at(t, gap->next)->begin;

    if (gap->left < SENTENCE)
        return false;
    for (uint32_t i = spot_at(t, gap->last)->end; i < end; i++) {
        char byte = t->align->text[i];
        if (byte == '.' || byte == '!' || byte == '?')
            return true;
    }
    return false;
}

/* The kind of a gap whose words of source can be counted. */
static ws_gap_kind near_kind(const struct trial *t, const ws_gap *gap,
                             enum bond bond)
{
    bool apart = bond == BOND_AGAINST;

    if (gap->from == gap->to && gap->left == 0) {
        if (apart)
            return WS_GAP_APART;
        if (bond == BOND_NEXT)
            return WS_GAP_BREAK;
        return bond == BOND_VOICE || bond == BOND_OTHER ? WS_GAP_EDITED
                                                        : WS_GAP_NONE;
    }
    if (apart)
        return WS_GAP_APART;
    if (gap->from < gap->to && gap->left > 0 && same_letters(t, gap))
        return WS_GAP_EDITED;
    if (all_bracketed(t, gap) || (gap->from == gap->to && gap->ellipsis))
        return WS_GAP_ABRIDGED;
    if (gap->from == gap->to && (bond == BOND_OTHER || skips_sentence(t, gap)))
        return WS_GAP_APART;
    return WS_GAP_CHANGED;
}

/* Likewise when they cannot. */
static ws_gap_kind far_kind(const struct trial *t, const ws_gap *gap,
                            enum bond bond)
{
    uint32_t bytes = spot_at(t, gap->next)->begin - spot_at(t, gap->last)->end;

    if (!gap->ellipsis && !all_bracketed(t, gap))
        return WS_GAP_APART;
    switch (bond) {
    case BOND_SAME:
    case BOND_NEXT:
        return WS_GAP_ABRIDGED;
    case BOND_VOICE:
        return bytes <= LEAP_SPEECH ? WS_GAP_ABRIDGED : WS_GAP_APART;
    case BOND_NONE:
        return bytes <= LEAP_TEXT ? WS_GAP_ABRIDGED : WS_GAP_APART;
    case BOND_OTHER:
    case BOND_AGAINST:
        break;
    }
    return WS_GAP_APART;
}

/* Find the kind of a gap between two words that were found. */
static void look_between(const struct trial *t, ws_gap *gap)
{
    const ws_spot *last = spot_at(t, gap->last);
    const ws_spot *next = spot_at(t, gap->next);

    if (gap->next <= gap->last) {
        gap->kind = WS_GAP_APART;
        gap->split = true;
        return;
    }
    const ws_spoken_part *a = ws_spoken_at(t->spoken, last->begin);
    const ws_spoken_part *b = ws_spoken_at(t->spoken, next->begin);
    enum bond tie = bond(t->spoken, a, b);
    gap->left = next->at - last->at - 1;
    gap->far = gap->left > WS_ALIGN_NEAR;
    gap->speech_only = tie != BOND_NONE;
    if (tie == BOND_NEXT || tie == BOND_SAME)
        gap->quote = holds(t->spoken, b->quote, a->quote) ? b->quote : a->quote;
    if (gap->far) {
        if (tie == BOND_NEXT && gap->from == gap->to &&
            breaks_off(t, gap, a, b)) {
            gap->kind = WS_GAP_BREAK;
            gap->left = 0;
        } else {
            gap->kind = far_kind(t, gap, tie);
        }
    } else {
        gap->left = 0;
        for (uint32_t i = gap->last + 1; i < gap->next; i++)
            gap->left += ws_verdict_counts(t->spoken, t->align, gap, i) ? 1 : 0;
        gap->kind = near_kind(t, gap, tie);
    }
    gap->split =
        gap->kind == WS_GAP_APART || (tie != BOND_NONE && tie != BOND_SAME);
}

/* Whether one spot follows another in the same sentence and part. */
static bool go_together(const struct trial *t, uint32_t first)
{
    const ws_spot *a = spot_at(t, first);
    const ws_spot *b = spot_at(t, first + 1);

    if (a->at + 1 != b->at ||
        ws_spoken_at(t->spoken, a->begin) != ws_spoken_at(t->spoken, b->begin))
        return false;
    for (uint32_t i = a->end; i < b->begin; i++) {
        char byte = t->align->text[i];
        if (byte == '.' || byte == '!' || byte == '?')
            return false;
    }
    return true;
}

/* Find the kind of a gap before the first word found, or behind the last. As
 * many words of the source stand beside it, if its sentence has them, and are
 * what the draft's stand for. */
static void look_beside(const struct trial *t, ws_gap *gap)
{
    uint32_t words = gap->to - gap->from;

    gap->edge = true;
    if (gap->last != NONE) {
        gap->next = gap->last + 1;
        while (gap->left < words && gap->next < t->align->spots &&
               go_together(t, gap->next - 1)) {
            gap->next++;
            gap->left++;
        }
    } else {
        gap->last = gap->next - 1;
        while (gap->left < words && gap->last != NONE &&
               go_together(t, gap->last)) {
            gap->last--;
            gap->left++;
        }
    }
    if (gap->left > 0 && same_letters(t, gap))
        gap->kind = WS_GAP_EDITED;
    else
        gap->kind = all_bracketed(t, gap) ? WS_GAP_ABRIDGED : WS_GAP_CHANGED;
}

/* Note a gap, unless there is none. */
static void note(struct trial *t, ws_gap *gap)
{
    for (uint32_t i = gap->from;
         i <= gap->to && i < t->quoted->words && gap->last != NONE; i++) {
        if ((t->quoted->word[i].flags & WS_WORD_ELLIPSIS) != 0)
            gap->ellipsis = true;
    }
    if (gap->last != NONE && gap->next != NONE)
        look_between(t, gap);
    else if (gap->from < gap->to)
        look_beside(t, gap);
    else
        return;
    if (gap->kind != WS_GAP_NONE)
        t->judgement->gap[t->judgement->gaps++] = *gap;
}

static void find_gaps(struct trial *t)
{
    const uint32_t *map = t->align->map;
    uint32_t words = t->quoted->words;
    uint32_t from = 0;
    uint32_t last = NONE;

    for (uint32_t i = 0; i <= words; i++) {
        uint32_t next = i < words ? map[i] : NONE;
        ws_gap gap;

        if (i < words && next == NONE)
            continue;
        memset(&gap, 0, sizeof gap);
        gap.from = from;
        gap.to = i;
        gap.last = last;
        gap.next = next;
        gap.quote = NONE;
        note(t, &gap);
        last = next;
        from = i + 1;
    }
}

/* -- pieces --------------------------------------------------------------- */

/* Where a part ends, white space left out; at least at a word's end. */
static uint32_t part_end(const struct trial *t, const ws_spot *word)
{
    const ws_spoken_part *part = ws_spoken_at(t->spoken, word->begin);
    ws_cell cell = {"", 0};

    if (part == NULL || part->span.end <= word->end)
        return word->end;
    cell = cell_of(t->spoken, (whosaid_span){word->begin, part->span.end});
    ws_trim(&cell.text, &cell.len);
    return word->begin + (uint32_t)cell.len;
}

static uint32_t part_begin(const struct trial *t, const ws_spot *word)
{
    const ws_spoken_part *part = ws_spoken_at(t->spoken, word->begin);
    ws_cell cell = {"", 0};

    if (part == NULL)
        return word->begin;
    cell = cell_of(t->spoken, (whosaid_span){part->span.begin, word->end});
    ws_trim(&cell.text, &cell.len);
    return word->end - (uint32_t)cell.len;
}

/* What stands before the first word in the draft, if it does in the source. */
static uint32_t with_lead(const struct trial *t, uint32_t begin)
{
    uint32_t lead = t->quoted->word[0].begin;

    if (t->align->map[0] != NONE && lead <= begin &&
        memcmp(t->quoted->text.text, t->align->text + begin - lead, lead) == 0)
        return begin - lead;
    return begin;
}

/* Likewise behind the last. */
static uint32_t with_tail(const struct trial *t, uint32_t end)
{
    const ws_quoted *q = t->quoted;
    uint32_t at = q->word[q->words - 1].end;
    uint32_t tail = (uint32_t)q->text.len - at;

    if (t->align->map[q->words - 1] != NONE && tail <= t->align->len - end &&
        memcmp(q->text.text + at, t->align->text + end, tail) == 0)
        return end + tail;
    return end;
}

static void find_pieces(struct trial *t)
{
    ws_judgement *j = t->judgement;
    const uint32_t *map = t->align->map;
    uint32_t words = t->quoted->words;
    uint32_t first = NONE;
    uint32_t last = NONE;

    for (uint32_t i = 0; i < words; i++) {
        if (map[i] == NONE)
            continue;
        first = first == NONE ? map[i] : first;
        last = map[i];
    }
    if (j->gaps > 0 && j->gap[0].edge && j->gap[0].from == 0)
        first = j->gap[0].last + 1;
    if (j->gaps > 0 && j->gap[j->gaps - 1].edge &&
        j->gap[j->gaps - 1].to == words)
        last = j->gap[j->gaps - 1].next - 1;
    whosaid_span piece = {with_lead(t, spot_at(t, first)->begin), 0};
    for (uint32_t g = 0; g < j->gaps; g++) {
        const ws_gap *gap = &j->gap[g];

        if (!gap->split)
            continue;
        bool whole = gap->kind == WS_GAP_BREAK || gap->kind == WS_GAP_EDITED;
        const ws_spot *before = spot_at(t, gap->last);
        const ws_spot *behind = spot_at(t, gap->next);
        piece.end = whole ? part_end(t, before) : before->end;
        j->piece[j->pieces++] = piece;
        piece.begin = whole ? part_begin(t, behind) : behind->begin;
    }
    piece.end = with_tail(t, spot_at(t, last)->end);
    j->piece[j->pieces++] = piece;
}

/* -- the same bytes ------------------------------------------------------- */

/* Compare the draft from *at on with a stretch of source, each run of white
 * space there one space. */
static bool matches(const struct trial *t, whosaid_span piece, size_t *at)
{
    ws_cell text = t->quoted->text;

    for (uint32_t i = piece.begin; i < piece.end;) {
        int32_t cp = 0;
        uint32_t step = ws_utf8_next(t->align->text, piece.end, i, &cp);

        if ((ws_cp_class(cp) & WS_CP_SPACE) != 0) {
            if (*at == 0 || text.text[*at - 1] != ' ') {
                if (*at >= text.len || text.text[*at] != ' ')
                    return false;
                ++*at;
            }
        } else {
            if (step > text.len - *at ||
                memcmp(text.text + *at, t->align->text + i, step) != 0)
                return false;
            *at += step;
        }
        i += step;
    }
    return true;
}

static bool is_exact(const struct trial *t)
{
    const ws_judgement *j = t->judgement;
    ws_cell text = t->quoted->text;
    size_t at = 0;

    for (uint32_t i = 0; i < j->pieces; i++) {
        if (i > 0 && at < text.len && text.text[at] == ' ')
            at++;
        if (!matches(t, j->piece[i], &at))
            return false;
    }
    return at == text.len;
}

bool ws_verdict_case(const ws_quoted *quoted, uint32_t word,
                     const ws_align *align)
{
    const ws_word *mine = &quoted->word[word];
    const ws_spot *theirs = &align->spot[align->map[word]];
    uint32_t len = mine->end - mine->begin;

    if (len != theirs->end - theirs->begin)
        return false;
    for (uint32_t i = 1; i < len; i++) {
        char a = quoted->text.text[mine->begin + i];
        char b = align->text[theirs->begin + i];

        if (a != b && (a ^ b) == 0x20 && (a & 0x80) == 0)
            return true;
    }
    return false;
}

/* -- the speaker ---------------------------------------------------------- */

/* The quotation that holds all the words that were found, or, when several
 * of one speaker do, the first. NONE: there is none. */
static uint32_t find_holder(const struct trial *t, bool *sure)
{
    const ws_spoken_part *held = NULL;
    bool also = false;

    *sure = true;
    for (uint32_t i = 0; i < t->quoted->words; i++) {
        uint32_t spot = t->align->map[i];

        if (spot == NONE)
            continue;
        const ws_spoken_part *part =
            ws_spoken_at(t->spoken, spot_at(t, spot)->begin);
        if (part == NULL)
            return NONE;
        if (held == NULL)
            held = part;
        if (part->quote == held->quote)
            continue;
        enum bond tie = bond(t->spoken, held, part);
        if (tie != BOND_SAME && tie != BOND_VOICE)
            return NONE;
        if (tie == BOND_VOICE) {
            (void)ws_spoken_speaker(t->spoken, part->quote, &also);
            *sure = *sure && also;
        } else if (!holds(t->spoken, held->quote, part->quote)) {
            held = part;
        }
    }
    return held != NULL ? held->quote : NONE;
}

/* Whether nearly all the words are the source's. */
static bool is_close(const struct trial *t)
{
    uint32_t found = 0;

    for (uint32_t i = 0; i < t->quoted->words; i++)
        found += t->align->map[i] != NONE ? 1 : 0;
    return found >= WS_GRAM &&
           (uint64_t)found * 5 >= (uint64_t)t->quoted->words * 4;
}

static void judge_speaker(struct trial *t, bool more)
{
    ws_judgement *j = t->judgement;
    bool sure = false;
    bool certain = false;
    uint32_t quote = find_holder(t, &sure);

    if (quote == NONE)
        return;
    j->who = ws_spoken_speaker(t->spoken, quote, &certain);
    j->speaker = ws_who_compare(t->quoted->speaker, cell_of(t->spoken, j->who));
    if (j->speaker == WHOSAID_SPEAKER_OTHER &&
        (!sure || !certain || more || !t->quoted->sure || !is_close(t)))
        j->speaker = WHOSAID_SPEAKER_UNKNOWN;
}

/* -- all ------------------------------------------------------------------ */

static void judge_words(struct trial *t)
{
    static const whosaid_verdict verdict[] = {
        WHOSAID_VERDICT_EXACT,   WHOSAID_VERDICT_EXACT,
        WHOSAID_VERDICT_EDITED,  WHOSAID_VERDICT_ABRIDGED,
        WHOSAID_VERDICT_CHANGED, WHOSAID_VERDICT_SPLICED};
    ws_judgement *j = t->judgement;
    ws_gap_kind worst = WS_GAP_NONE;

    for (uint32_t i = 0; i < j->gaps; i++) {
        const ws_gap *gap = &j->gap[i];
        uint32_t left = gap->left < 20 ? gap->left : 20;

        worst = gap->kind > worst ? gap->kind : worst;
        if (gap->kind >= WS_GAP_ABRIDGED)
            j->cost += 2 * (gap->to - gap->from) + left + 1;
        if (gap->kind == WS_GAP_APART)
            j->cost += 6;
    }
    j->verdict = verdict[worst];
    if (j->verdict == WHOSAID_VERDICT_EXACT && !is_exact(t))
        j->verdict = WHOSAID_VERDICT_EDITED;
}

whosaid_status ws_judgement_init(ws_arena *arena, uint32_t words,
                                 ws_judgement *judgement)
{
    memset(judgement, 0, sizeof *judgement);
    judgement->gap = WS_NEW(arena, ws_gap, (size_t)words + 1);
    judgement->piece = WS_NEW(arena, whosaid_span, (size_t)words + 2);
    return arena->failed ? WHOSAID_ERR_NOMEM : WHOSAID_OK;
}

void ws_verdict(ws_arena *arena, const ws_quoted *quoted, const ws_align *align,
                const ws_spoken *spoken, bool more, ws_judgement *judgement)
{
    struct trial t = {quoted, align, spoken, judgement};

    judgement->gaps = 0;
    judgement->pieces = 0;
    judgement->cost = 0;
    judgement->speaker = WHOSAID_SPEAKER_UNKNOWN;
    judgement->who = (whosaid_span){0, 0};
    find_gaps(&t);
    find_pieces(&t);
    judge_words(&t);
    judge_speaker(&t, more);
    arena->steps += quoted->words;
}
