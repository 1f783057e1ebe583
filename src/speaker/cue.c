/*
 * cue.c - what ties a quotation to someone, with its subject.
 *
 *   in   tokens, pieces, sentences, mentions
 *   out  cues outside quotation marks, each with subject and hearer
 *
 * 1. Collect: verbs of speech that stand as verbs ("the claim" is a noun),
 *    "according to", a noun of speech with an owner ("her claim"), a colon
 *    before a quotation whose paragraph holds nothing but a name before it, a
 *    dash after a quotation with nothing but a name behind it.
 * 2. Subject: the mention whose tail reaches the verb; else the mention that
 *    begins behind it ("said Banks"), unless that one hears ("told Banks");
 *    else the nearest earlier mention of the sentence that nothing governs.
 *
 * Cost: linear; a search back looks at LOOK_BACK mentions at most.
 */
#include "speaker/cue.h"

#include "speaker/bullet.h"
#include "speaker/extent.h"
#include "speaker/order.h"
#include "speaker/participle.h"
#include "speaker/phrasal.h"
#include "speaker/staff.h"

enum {
    LOOK_BACK = 16,    /* mentions looked at for a subject */
    APART_TOKENS = 4,  /* tell one thing from another */
    NAME_TOKENS = 14,  /* before a colon at a paragraph's start */
    AGENT_TOKENS = 48, /* from a verb to its "by", quoted ones counted */
    BY_TOKENS = 8,     /* of these outside marks */
    ADVERB_TOKENS = 5, /* between subject and verb, verb and subject */
    HOPS = 6,          /* phrases between verb and subject */
    SILENT = 9         /* strength of a verb that only hears */
};

struct finder {
    const ws_token *token;
    const ws_pieces *pieces;
    const ws_sentences *sentences;
    const ws_mentions *mentions;
    uint32_t tokens;
    ws_cues *out;
};

static bool is_foreign(const struct finder *f)
{
    return f->mentions->phrases.tokens->foreign;
}

static const ws_sentence *sentence_of(const struct finder *f, uint32_t i)
{
    return &f->sentences->sentence[f->sentences->of[i]];
}

/* Between a subject and its verb: "have also repeatedly". */
static bool is_between(ws_lex lex)
{
    return WS_IS(lex, ADVERB) || WS_IS(lex, AUXILIARY) || WS_IS(lex, MODAL) ||
           WS_IS(lex, NEGATION) || WS_IS(lex, BE);
}

static bool in_phrase(const struct finder *f, uint32_t i)
{
    uint32_t m = f->mentions->at[i];

    /* a mention whose head is a later token may have begun before i */
    for (uint32_t n = 0; n < 2 && m + n < f->mentions->count; n++) {
        const ws_mention *mention = &f->mentions->mention[m + n];
        if (mention->first <= i && i < mention->last)
            return true;
    }
    return false;
}

static uint8_t strength_of(ws_lex lex)
{
    if (WS_IS(lex, CUE_STRONG))
        return 2;
    return WS_IS(lex, CUE_WEAK) ? 0 : 1;
}

static void add(struct finder *f, uint32_t first, uint32_t last,
                ws_cue_kind kind, uint8_t strength)
{
    f->out->cue[f->out->count++] = (ws_cue){.first = first,
                                            .last = last,
                                            .subject = WHOSAID_NONE,
                                            .hearer = WHOSAID_NONE,
                                            .patient = WHOSAID_NONE,
                                            .next = WHOSAID_NONE,
                                            .kind = (uint8_t)kind,
                                            .strength = strength};
}

/* A quotation's opening mark stands at token i. */
static bool opens_piece(const struct finder *f, uint32_t i)
{
    return i < f->tokens && f->pieces->inside[i] != 0 &&
           (i == 0 || f->pieces->inside[i - 1] != f->pieces->inside[i]);
}

/* The paragraph of token i begins at most limit tokens before it. */
static bool near_start(const struct finder *f, uint32_t i, uint32_t limit)
{
    uint32_t paragraph = f->token[i].paragraph;

    for (uint32_t n = 1; n <= limit; n++)
        if (i < n || f->token[i - n].paragraph != paragraph)
            return true;
    return false;
}

/* Whether token i is a word of a list, in small letters: not "Named By". */
static bool is_listed(const struct finder *f, uint32_t i, ws_list list)
{
    return !ws_is_capital(&f->token[i]) &&
           ws_token_listed(f->mentions->phrases.bytes, &f->token[i], list);
}

/* The same of a preposition. */
static bool is_preposition(const struct finder *f, uint32_t i, ws_list list)
{
    return WS_IS(f->token[i].lex, PREPOSITION) && is_listed(f, i, list);
}

/* "Cannot tell glass from paper", "gibt es": nothing is said. */
static bool tells_apart(const struct finder *f, uint32_t i)
{
    const ws_lex lex = f->token[i].lex;
    uint32_t last = sentence_of(f, i)->last;

    if (!WS_IS(lex, CUE_HEARER) || !WS_IS(lex, CUE_BASE))
        return ws_order_exists(&f->mentions->phrases, i);
    for (uint32_t n = i + 2; n < last && n <= i + APART_TOKENS; n++) {
        if (f->pieces->inside[n] != 0 || f->token[n].kind != WS_TOKEN_WORD)
            break;
        if (is_preposition(f, n, WS_LIST_APART))
            return !WS_IS(f->token[n - 1].lex, PRONOUN);
    }
    return false;
}

/* Behind the word of token i: in a script without spaces a word can have
 * several tokens. */
static uint32_t word_end(const struct finder *f, uint32_t i)
{
    const ws_lex on = WS_LEX_BIT(ADVERB) | WS_LEX_BIT(NAME_SUFFIX);

    do
        i++;
    while (is_foreign(f) && i < f->tokens && (f->token[i].lex & on) == on);
    return i;
}

static void collect_at(struct finder *f, uint32_t i)
{
    const ws_token *token = &f->token[i];
    ws_lex lex = token->lex;

    if (token->kind == WS_TOKEN_WORD && WS_IS(lex, ACCORDING)) {
        /* "according to", "nach Angaben von" */
        bool to =
            i + 1 < f->tokens && (WS_IS(token[1].lex, TO) ||
                                  (is_foreign(f) && WS_IS(token[1].lex, OF)));
        add(f, i, to ? i + 2 : word_end(f, i), WS_CUE_ACCORDING, 2);
    } else if (token->kind == WS_TOKEN_WORD && WS_IS(lex, CUE) &&
               !ws_verb_is_noun(f->token, sentence_of(f, i)->first, i) &&
               (!in_phrase(f, i) || WS_IS(lex, PRONOUN)) &&
               !tells_apart(f, i) &&
               !(WS_IS(lex, CALLED) && i + 1 < f->tokens &&
                 WS_IS(token[1].lex, AS))) { /* "known as" names */
        add(f, i, word_end(f, i), WS_CUE_VERB, strength_of(lex));
    } else if (token->kind == WS_TOKEN_WORD &&
               (WS_IS(lex, SPEECH_NOUN) ||
                (WS_IS(lex, CUE) && !WS_IS(lex, ROLE) && /* "the judge" */
                 ws_verb_is_noun(f->token, sentence_of(f, i)->first, i)))) {
        add(f, i, i + 1, WS_CUE_NOUN, 1);
    } else if (token->kind == WS_TOKEN_PUNCT && token->cp == ':' &&
               opens_piece(f, i + 1) && near_start(f, i, NAME_TOKENS)) {
        add(f, i, i + 1, WS_CUE_COLON, 1);
    } else if (token->kind == WS_TOKEN_PUNCT && i > 0 &&
               f->pieces->inside[i - 1] != 0 && ws_is_dash(token) &&
               !ws_is_bullet(f->token, f->tokens, f->pieces, i)) {
        add(f, i, i + 1, WS_CUE_DASH, 1);
    }
}

/* "Es", which can be an object. */
static bool is_it(const struct finder *f, uint32_t m)
{
    const ws_lex it =
        WS_LEX_BIT(SUBJECT) | WS_LEX_BIT(OBJECT) | WS_LEX_BIT(NEUTER);
    const ws_mention *mention = &f->mentions->mention[m];

    return mention->kind == WS_MENTION_PRONOUN &&
           (f->token[mention->head].lex & it) == it;
}

/* "He left the room after [Ana Ruiz] called": what looks like a part of the room
 * is the subject of a clause. */
static bool opens_clause(const struct finder *f, const ws_mention *mention)
{
    uint32_t before = mention->first;

    return before > 0 && WS_IS(f->token[before - 1].lex, SUBORDINATOR) &&
           !(WS_IS(f->token[before - 1].lex, AS) &&
             ws_is_small(&f->token[before]) &&
             !WS_IS(f->token[before].lex, DET)) &&
           is_listed(f, before - 1, WS_LIST_MOMENT);
}

/* The mention whose tail reaches token cue. */
static uint32_t close_subject(const struct finder *f, uint32_t cue)
{
    uint32_t first = sentence_of(f, cue)->first;
    uint32_t reach = cue;
    uint32_t best = WHOSAID_NONE;

    for (uint32_t n = 0; n < ADVERB_TOKENS && reach > first &&
                         is_between(f->token[reach - 1].lex) &&
                         !WS_IS(f->token[reach - 1].lex, PRONOUN);
         n++)
        reach--;
    for (uint32_t n = 0, m = f->mentions->at[cue]; n < LOOK_BACK && m > 0;
         n++, m--) {
        const ws_mention *mention = &f->mentions->mention[m - 1];
        if (mention->head < first)
            break;
        /* "am Abend sagte ...": elsewhere the verb can stand before */
        bool apt =
            (mention->flags & (WS_M_GENITIVE | WS_M_QUOTED | WS_M_OBJECT)) ==
                0 &&
            !(is_foreign(f) && (mention->flags & WS_M_AFTER_PREPOSITION) != 0);
        if (!apt || mention->tail < reach || mention->tail > cue)
            continue;
        if (f->mentions->phrases.tokens->nouns && is_it(f, m - 1)) {
            reach = mention->first; /* "wie Vogt es nennt" */
            continue;
        }
        best = m - 1;
        if ((mention->flags & WS_M_NESTED) == 0 || opens_clause(f, mention))
            break;
    }
    return best;
}

/* "her lawyer[, Ana Ruiz]" */
static bool is_named(const struct finder *f, uint32_t i)
{
    uint32_t m = i + 1 < f->tokens && ws_is_comma(&f->token[i])
                     ? f->mentions->at[i + 1]
                     : WHOSAID_NONE;

    return m < f->mentions->count && f->mentions->mention[m].first == i + 1 &&
           f->mentions->mention[m].kind == WS_MENTION_NAME;
}

/* "“...,” warned Ana Ruiz": the marks stand just before the verb. */
static bool follows_piece(const struct finder *f, uint32_t cue)
{
    return cue > 0 && f->pieces->inside[cue - 1] != 0;
}

/* The token behind a verb: "put in" has two words where marks stand before it.
 */
static uint32_t behind_verb(const struct finder *f, const ws_cue *cue)
{
    return follows_piece(f, cue->first) && !is_foreign(f) &&
                   cue->last == cue->first + 1
               ? ws_phrasal_end(f->mentions->phrases.bytes, f->token, f->tokens,
                                cue->first)
               : cue->last;
}

/* Whether nothing but a verb stands between the marks and token i. */
static bool is_next_to_marks(const struct finder *f, uint32_t i)
{
    return f->pieces->inside[i - 2] != 0 ||
           (i > 2 && f->pieces->inside[i - 3] != 0 &&
            ws_phrasal_end(f->mentions->phrases.bytes, f->token, f->tokens,
                           i - 2) == i);
}

/* "“...,” said her lawyer, Ana Ruiz", "according to her lawyer, Ana Ruiz",
 * "“...,” said her mother": not her, where the mention that follows is the
 * name's, or a person right behind verb and marks. */
static bool owns_name(const struct finder *f, uint32_t m, uint32_t i)
{
    const ws_mention *mention = &f->mentions->mention[m];
    const ws_mention *next = mention + 1;

    return mention->kind == WS_MENTION_PRONOUN &&
           WS_IS(f->token[i].lex, POSSESSIVE) && i > 1 &&
           (is_next_to_marks(f, i) || WS_IS(f->token[i - 2].lex, ACCORDING)) &&
           m + 1 < f->mentions->count && next->first == i &&
           (next->kind == WS_MENTION_NAME || is_named(f, next->tail) ||
            (is_next_to_marks(f, i) &&
             (f->token[next->head].lex &
              (WS_LEX_BIT(PERSON) | WS_LEX_BIT(ROLE))) != 0));
}

/* The mention that begins at token i or a few adverbs later. */
static uint32_t mention_behind(const struct finder *f, uint32_t i)
{
    for (uint32_t n = 0; n < 3 && i < f->tokens; n++, i++) {
        uint32_t m = f->mentions->at[i];
        uint32_t best = WHOSAID_NONE;
        for (uint32_t k = m; k < m + 5 && k < f->mentions->count; k++) {
            const ws_mention *mention = &f->mentions->mention[k];
            uint32_t staff = ws_staff_of(f->mentions, k);
            if (mention->first == i && staff != WHOSAID_NONE)
                return staff;
            if (mention->first != i || (mention->flags & WS_M_GENITIVE) != 0)
                continue;
            best = k;
            if ((mention->flags & WS_M_NESTED) == 0 && !owns_name(f, k, i))
                break;
        }
        if (best != WHOSAID_NONE)
            return best;
        if (!WS_IS(f->token[i].lex, ADVERB))
            break;
    }
    return WHOSAID_NONE;
}

/* The same in a language that puts more between: "sagte am Montag der Zeitung
 * der Minister". */
static uint32_t mention_beyond(const struct finder *f, uint32_t i)
{
    const ws_lex skipped =
        WS_LEX_BIT(ADVERB) | WS_LEX_BIT(TIME) | WS_LEX_BIT(NEGATION);
    uint32_t limit = i < f->tokens ? sentence_of(f, i)->last : i;

    for (uint32_t n = 0; n < HOPS && i < limit && f->pieces->inside[i] == 0;
         n++) {
        const ws_token *token = &f->token[i];
        uint32_t m = mention_behind(f, i);
        if (m != WHOSAID_NONE) {
            const ws_mention *mention = &f->mentions->mention[m];
            if (is_it(f, m) && mention_behind(f, i + 1) != WHOSAID_NONE) {
                i++; /* "bringt es Vogt auf den Punkt" */
                continue;
            }
            if ((mention->flags & WS_M_OBJECT) == 0 ||
                (mention->kind == WS_MENTION_PRONOUN &&
                 !f->mentions->phrases.tokens->nouns))
                return m;
            i = mention->tail > i ? mention->tail : i + 1;
        } else if ((token->lex & skipped) != 0 ||
                   token->kind == WS_TOKEN_NUMBER ||
                   (i + 1 < limit && WS_IS(token->lex, DET) &&
                    WS_IS(token[1].lex, PREPOSITION))) {
            i++; /* also "[der] für den Bau zuständige Vogt" */
        } else if (WS_IS(token->lex, PREPOSITION)) {
            uint32_t end = ws_phrase_end(&f->mentions->phrases, i + 1, limit);
            i = end > i + 1 ? end : i + 1;
        } else {
            break;
        }
    }
    return WHOSAID_NONE;
}

/* The nearest earlier mention of the sentence that no word governs. */
static uint32_t loose_subject(const struct finder *f, uint32_t cue)
{
    uint32_t first = sentence_of(f, cue)->first;
    const uint32_t governed = WS_M_GENITIVE | WS_M_QUOTED | WS_M_OBJECT |
                              WS_M_NESTED | WS_M_AFTER_PREPOSITION |
                              WS_M_RELATIVE;

    for (uint32_t n = 0, m = f->mentions->at[cue]; n < LOOK_BACK && m > 0;
         n++, m--) {
        const ws_mention *mention = &f->mentions->mention[m - 1];
        if (mention->head < first)
            break;
        if ((mention->flags & governed) != 0 ||
            (is_foreign(f) && (mention->flags & WS_M_NEUTER) != 0))
            continue;
        /* an object stands behind a verb; a subject does not */
        ws_lex before =
            mention->first > first ? f->token[mention->first - 1].lex : 0;
        /* so does one of "to jail the founder", a noun elsewhere */
        bool bare = mention->first > first + 1 &&
                    WS_IS(f->token[mention->first - 2].lex, TO) &&
                    WS_IS(before, COMMON_NOUN);
        if (WS_IS(before, COMMON_VERB) || WS_IS(before, CUE) || bare)
            continue;
        return m - 1;
    }
    return WHOSAID_NONE;
}

static void set_subject(const ws_mentions *mentions, ws_cue *cue,
                        uint32_t mention, ws_subject found)
{
    if (mention == WHOSAID_NONE)
        return;
    if (mentions->mention[mention].same != WHOSAID_NONE)
        mention = mentions->mention[mention].same;
    cue->subject = mention;
    cue->found = (uint8_t)found;
}

/* The verb of hearing before a mention says nothing itself. */
static void silence(const struct finder *f, uint32_t mention)
{
    uint32_t first = f->mentions->mention[mention].first;
    if (first == 0) /* "Ana Ruiz was attacked for saying" */
        return;
    uint32_t verb = first - 1;
    uint32_t c = f->out->at[verb];

    if (c < f->out->count && f->out->cue[c].first == verb)
        f->out->cue[c].strength = SILENT;
}

/* "[A man] described as “a loner” was held": behind a noun that is new, a
 * participle that tells of him. But "scenes witnesses described as". */
static bool is_reduced(const struct finder *f, uint32_t cue)
{
    const ws_lex other =
        WS_LEX_BIT(CUE_BASE) | WS_LEX_BIT(CUE_ING) | WS_LEX_BIT(CUE_THOUGHT);
    uint32_t m = close_subject(f, cue);

    if (is_foreign(f) || m == WHOSAID_NONE || cue + 1 >= f->tokens ||
        (f->token[cue].lex & other) != 0)
        return false;
    const ws_mention *mention = &f->mentions->mention[m];
    if (mention->kind != WS_MENTION_NOMINAL || mention->tail != cue ||
        !((mention->flags & WS_M_INDEFINITE) != 0 ||
          mention->first == sentence_of(f, cue)->first))
        return false;
    return WS_IS(f->token[cue + 1].lex, AS) ||
           (WS_IS(f->token[cue + 1].lex, OF) &&
            is_listed(f, cue, WS_LIST_ACCUSED));
}

/* "described by Ana Ruiz as", "was called “...” by Ana Ruiz": who did it, or
 * NONE. */
static uint32_t agent(const struct finder *f, uint32_t cue)
{
    const ws_sentence *s = sentence_of(f, cue);
    uint32_t before = cue;
    uint32_t outside = 0;

    if ((f->token[cue].lex & (WS_LEX_BIT(CUE_BASE) | WS_LEX_BIT(CUE_ING))) != 0)
        return WHOSAID_NONE;
    while (before > s->first && WS_IS(f->token[before - 1].lex, ADVERB) &&
           !WS_IS(f->token[before - 1].lex, BE))
        before--;
    bool passive = (before > s->first && WS_IS(f->token[before - 1].lex, BE)) ||
                   is_reduced(f, cue);
    /* "the report, written by Ana Ruiz, said" */
    if (!passive && before > s->first &&
        f->token[before - 1].kind != WS_TOKEN_WORD)
        return WHOSAID_NONE;
    for (uint32_t i = cue + 1; i + 1 < s->last && i < cue + AGENT_TOKENS; i++) {
        if (f->pieces->inside[i] != 0)
            continue;
        if (is_preposition(f, i, WS_LIST_AGENT) && (passive || i == cue + 1))
            return mention_behind(f, i + 1);
        if (!passive || ++outside > BY_TOKENS ||
            f->token[i].kind != WS_TOKEN_WORD || WS_IS(f->token[i].lex, CUE))
            break;
    }
    return WHOSAID_NONE;
}

/* "The mayor has been accused of “...”", "was then told “...”": the subject
 * is spoken to or of. Not "was determined", "was quoted". */
static bool is_passive(const struct finder *f, uint32_t cue)
{
    const ws_lex other =
        WS_LEX_BIT(CUE_BASE) | WS_LEX_BIT(CUE_ING) | WS_LEX_BIT(CUE_THOUGHT);
    uint32_t first = sentence_of(f, cue)->first;
    uint32_t i = cue;

    if ((f->token[cue].lex & other) != 0 || is_listed(f, cue, WS_LIST_CITED))
        return false;
    while (i > first && WS_IS(f->token[i - 1].lex, ADVERB) &&
           !WS_IS(f->token[i - 1].lex, BE))
        i--;
    return (i > first && WS_IS(f->token[i - 1].lex, BE)) || is_reduced(f, cue);
}

/* "Der Rat hat ihm gestern [gesagt]", "hat Marl den Leuten [geschrieben]": the
 * verb's other half stands beside its subject. */
static bool is_framed(const struct finder *f, uint32_t m)
{
    const ws_lex half = WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(MODAL);
    const ws_mention *mention = &f->mentions->mention[m];

    return (mention->tail < f->tokens &&
            (f->token[mention->tail].lex & half) != 0) ||
           (mention->first > 0 &&
            (f->token[mention->first - 1].lex & half) != 0);
}

/* "“...”, zitiert die Zeitung [den Minister]": behind a verb that quotes, and
 * its subject, the one quoted; NONE where it quotes nobody. */
static uint32_t quoted_behind(const struct finder *f, const ws_cue *cue)
{
    const ws_mention *mention = f->mentions->mention;
    uint32_t i = cue->last;
    uint32_t him = mention_behind(f, i); /* "zitierte [ihn] die Zeitung" */

    if (him != WHOSAID_NONE && mention[him].kind == WS_MENTION_PRONOUN &&
        (mention[him].flags & WS_M_OBJECT) != 0)
        return him;
    if (cue->subject != WHOSAID_NONE && mention[cue->subject].first >= i)
        i = mention[cue->subject].tail;
    uint32_t m = i < f->tokens ? mention_behind(f, i) : WHOSAID_NONE;
    if (m == WHOSAID_NONE || m == cue->subject ||
        (mention[m].kind == WS_MENTION_PRONOUN &&
         (!f->mentions->phrases.tokens->nouns ||
          (mention[m].flags & WS_M_NEUTER) != 0)) ||
        (mention[m].kind == WS_MENTION_NOMINAL &&
         mention[m].type == WHOSAID_SOURCE_NONE))
        return WHOSAID_NONE;
    return m;
}

/* "Er wurde von [Vogt] als „...“ bezeichnet": where nouns have capitals, who
 * did it stands between the verb's halves; or NONE. */
static uint32_t agent_between(const struct finder *f, uint32_t cue)
{
    uint32_t first = sentence_of(f, cue)->first;
    uint32_t half = cue;

    if (!f->mentions->phrases.tokens->nouns)
        return WHOSAID_NONE;
    for (uint32_t n = 0; n < AGENT_TOKENS && half > first; n++) {
        const ws_token *token = &f->token[--half];
        if (f->pieces->inside[half] != 0)
            continue;
        if (ws_is_comma(token) || WS_IS(token->lex, CUE))
            return WHOSAID_NONE;
        if (WS_IS(token->lex, BE))
            break;
    }
    if (!WS_IS(f->token[half].lex, BE))
        return WHOSAID_NONE;
    for (uint32_t n = 0, m = f->mentions->at[cue]; n < LOOK_BACK && m > 0;
         n++, m--) {
        const ws_mention *mention = &f->mentions->mention[m - 1];
        if (mention->first <= half + 1)
            break;
        if ((mention->flags & (WS_M_QUOTED | WS_M_NESTED)) == 0 &&
            WS_IS(f->token[mention->first - 1].lex, OF))
            return m - 1;
    }
    return WHOSAID_NONE;
}

static void verb_subject(const struct finder *f, ws_cue *cue)
{
    ws_lex lex = f->token[cue->first].lex;
    uint32_t heard = ws_participle_speaker(
        f->mentions, f->token, sentence_of(f, cue->first)->first, cue->first);
    uint32_t own = f->mentions->at[cue->first];

    if (WS_IS(lex, PRONOUN) && own < f->mentions->count &&
        f->mentions->mention[own].head == cue->first) { /* "dit-elle" */
        set_subject(f->mentions, cue, own, WS_SUBJECT_INVERTED);
        return;
    }
    if (heard != WHOSAID_NONE) {
        set_subject(f->mentions, cue, heard, WS_SUBJECT_CLOSE);
        silence(f, heard);
        return;
    }
    uint32_t behind = is_foreign(f) ? mention_beyond(f, cue->last)
                                    : mention_behind(f, behind_verb(f, cue));
    bool hearer = WS_IS(lex, CUE_HEARER);
    uint32_t by = agent(f, cue->first);

    if (by == WHOSAID_NONE)
        by = agent_between(f, cue->first);
    if (by != WHOSAID_NONE) {
        if (is_passive(f, cue->first))
            cue->patient = close_subject(f, cue->first);
        set_subject(f->mentions, cue, by, WS_SUBJECT_INVERTED);
        return;
    }
    if (behind != WHOSAID_NONE && ws_order_is_second(f->mentions, cue->first) &&
        (f->mentions->mention[behind].flags & WS_M_OBJECT) == 0) {
        set_subject(f->mentions, cue, behind, WS_SUBJECT_CLOSE);
        return;
    }
    if (is_passive(f, cue->first)) {
        cue->patient = close_subject(f, cue->first);
        return;
    }
    uint32_t close = ws_order_closed(f->mentions, cue->first);
    if (close == WHOSAID_NONE)
        close = close_subject(f, cue->first);
    if (ws_order_is_fronted(f->mentions, close, behind))
        close = behind;
    if (!WS_IS(lex, CUE_ING))
        set_subject(f->mentions, cue, close, WS_SUBJECT_CLOSE);
    bool alone = cue->subject == WHOSAID_NONE;
    bool inverted = alone && behind != WHOSAID_NONE && !WS_IS(lex, CUE_ING) &&
                    (f->mentions->mention[behind].flags & WS_M_OBJECT) == 0 &&
                    (follows_piece(f, cue->first) ||
                     (!hearer && strength_of(lex) > 1 &&
                      !ws_order_is_reported(f->mentions, behind)));
    /* "am Abend sagte Bader: ...": as close as "Bader sagte" */
    ws_subject found = is_foreign(f) && !follows_piece(f, cue->first)
                           ? WS_SUBJECT_CLOSE
                           : WS_SUBJECT_INVERTED;
    if (inverted)
        set_subject(f->mentions, cue, behind, found);
    else if (hearer || (!alone && strength_of(lex) < 2))
        cue->hearer = behind;
    if (cue->subject != WHOSAID_NONE)
        return;
    uint32_t loose = loose_subject(f, cue->first);
    set_subject(f->mentions, cue, loose,
                loose != WHOSAID_NONE && is_foreign(f) && is_framed(f, loose)
                    ? WS_SUBJECT_CLOSE
                    : WS_SUBJECT_LOOSE);
}

/* The mention that begins at token i, if one of its kind can speak. */
static uint32_t speaker_behind(const struct finder *f, uint32_t i)
{
    uint32_t m = mention_behind(f, i);

    if (m == WHOSAID_NONE)
        return m;
    const ws_mention *mention = &f->mentions->mention[m];
    bool can = mention->kind == WS_MENTION_NAME ||
               (mention->type != WHOSAID_SOURCE_NONE &&
                mention->type != WHOSAID_SOURCE_DOCUMENT);
    return can ? m : WHOSAID_NONE;
}

/* "Hieß es aus [dem Amt]": the same, but no place, "aus Hamm". */
static uint32_t body_behind(const struct finder *f, const ws_cue *cue)
{
    uint32_t m = mention_behind(f, cue->last);

    if (m == WHOSAID_NONE || WS_IS(f->token[cue->last - 1].lex, OF))
        return m;
    m = ws_order_owner(f->mentions, m);
    if (m == WHOSAID_NONE)
        return m;
    const ws_mention *mention = &f->mentions->mention[m];
    return mention->type == WHOSAID_SOURCE_NONE &&
                   mention->last - mention->first == 1 &&
                   mention->kind == WS_MENTION_NAME
               ? WHOSAID_NONE
               : m;
}

/* Whether a verb of speech stands just before a mention, or it is an object. */
static bool is_no_speaker(const struct finder *f, uint32_t m)
{
    uint32_t i = f->mentions->mention[m].first;
    uint32_t first = sentence_of(f, i)->first;

    if ((f->mentions->mention[m].flags & WS_M_OBJECT) != 0)
        return true;
    for (uint32_t n = 0;
         n < ADVERB_TOKENS && i > first && is_between(f->token[i - 1].lex); n++)
        i--;
    return i > first && WS_IS(f->token[i - 1].lex, CUE);
}

/* "Der Polizei zufolge": the mention that ends where the word begins. */
static uint32_t source_before(const struct finder *f, uint32_t i)
{
    uint32_t best = WHOSAID_NONE;

    for (uint32_t n = 0, m = f->mentions->at[i]; n < 4 && m > 0; n++, m--) {
        const ws_mention *mention = &f->mentions->mention[m - 1];
        if ((mention->flags & WS_M_QUOTED) != 0 ||
            (mention->last != i && mention->tail != i))
            continue;
        best = m - 1;
        if ((mention->flags & WS_M_NESTED) == 0)
            break;
    }
    return best;
}

static void find_subject(const struct finder *f, ws_cue *cue)
{
    if (cue->strength == SILENT) {
        cue->strength = 0;
        cue->hearer = close_subject(f, cue->first);
        return;
    }
    switch ((ws_cue_kind)cue->kind) {
    case WS_CUE_VERB:
        verb_subject(f, cue);
        if (is_foreign(f) && WS_IS(f->token[cue->first].lex, CALLED))
            set_subject(f->mentions, cue, quoted_behind(f, cue),
                        WS_SUBJECT_CLOSE);
        break;
    case WS_CUE_ACCORDING:
        if (WS_IS(f->token[cue->first].lex, NAME_SUFFIX)) {
            set_subject(f->mentions, cue, source_before(f, cue->first),
                        WS_SUBJECT_CLOSE);
            break;
        }
        set_subject(f->mentions, cue,
                    WS_IS(f->token[cue->first].lex, PREPOSITION)
                        ? body_behind(f, cue)
                        : mention_behind(f, cue->last),
                    WS_SUBJECT_INVERTED);
        break;
    case WS_CUE_DASH:
        set_subject(f->mentions, cue, mention_behind(f, cue->last),
                    WS_SUBJECT_INVERTED);
        break;
    case WS_CUE_NOUN: {
        /* "her claim", "Banks's statement": the owner just before */
        uint32_t m = f->mentions->at[cue->first];
        if (m > 0) {
            const ws_mention *owner = &f->mentions->mention[m - 1];
            uint32_t gap = cue->first - owner->last;
            if ((owner->flags & WS_M_GENITIVE) != 0 && gap <= 3)
                set_subject(f->mentions, cue, m - 1, WS_SUBJECT_CLOSE);
        }
        /* "in the words of Ana Ruiz", "a statement by her" */
        if (cue->subject == WHOSAID_NONE && cue->last < f->tokens &&
            (WS_IS(f->token[cue->last].lex, OF) ||
             is_preposition(f, cue->last, WS_LIST_COMES)))
            set_subject(f->mentions, cue, speaker_behind(f, cue->last + 1),
                        WS_SUBJECT_INVERTED);
        break;
    }
    case WS_CUE_COLON: {
        uint32_t m = f->mentions->at[cue->first];
        /* "dazu sagte Kalb: ...": the verb ties */
        if (m > 0 && f->mentions->mention[m - 1].tail == cue->first &&
            !(is_foreign(f) && is_no_speaker(f, m - 1)))
            set_subject(f->mentions, cue, m - 1, WS_SUBJECT_CLOSE);
        break;
    }
    }
}

whosaid_status ws_cues_find(ws_arena *arena, const ws_tokens *tokens,
                            const ws_pieces *pieces,
                            const ws_sentences *sentences,
                            const ws_mentions *mentions, ws_cues *cues)
{
    struct finder f = {tokens->token, pieces,        sentences,
                       mentions,      tokens->count, cues};
    size_t most = 0;

    *cues = (ws_cues){0};
    for (uint32_t i = 0; i < tokens->count; i++) {
        const ws_lex cue =
            WS_LEX_BIT(CUE) | WS_LEX_BIT(ACCORDING) | WS_LEX_BIT(SPEECH_NOUN);
        most += tokens->token[i].kind == WS_TOKEN_PUNCT ||
                (tokens->token[i].lex & cue) != 0;
    }
    cues->cue = WS_NEW(arena, ws_cue, most);
    cues->of = WS_NEW(arena, uint32_t, mentions->count);
    cues->hears = WS_NEW(arena, bool, mentions->count);
    cues->at = WS_NEW(arena, uint32_t, (size_t)tokens->count + 1);
    if (cues->at == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = 0; i < tokens->count; i++) {
        if (pieces->inside[i] == 0)
            collect_at(&f, i);
        cues->at[i + 1] = cues->count;
    }
    for (uint32_t i = 0; i < mentions->count; i++)
        cues->of[i] = WHOSAID_NONE;
    for (uint32_t i = cues->count; i > 0; i--) {
        ws_cue *cue = &cues->cue[i - 1];
        find_subject(&f, cue);
        if (cue->hearer != WHOSAID_NONE)
            cues->hears[cue->hearer] = true;
        if (cue->subject == WHOSAID_NONE)
            continue;
        cue->next = cues->of[cue->subject];
        cues->of[cue->subject] = i - 1;
    }
    arena->steps += (uint64_t)tokens->count + cues->count;
    return WHOSAID_OK;
}
