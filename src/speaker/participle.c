/*
 * participle.c - who speaks by a verb that hangs on another.
 *
 *   in   mentions, a verb of speech
 *   out  the mention that is its subject, though it is no sentence's
 *
 *   They heard [Ana Ruiz] say ...      a verb that only hears
 *   The film shows [Ana Ruiz] shouting ...
 *   a clip of [Ana Ruiz] saying ...
 *   The paper quoted [Ana Ruiz] as saying ...
 *   They attacked [Ana Ruiz] for saying ...
 *   They attacked the mayor, [Ana Ruiz], as cold for saying ...
 *   [Ana Ruiz] was attacked by them for saying ...
 *   a letter from [Ana Ruiz] saying ...
 *   Ana Ruiz held up [a sign] saying ...
 *   ..., with [Ana Ruiz] adding ...    a British desk's second voice
 *   ..., and [Ana Ruiz] calling it ... a third
 *   ..., as [students] marched, chanting ...
 *
 * Cost: LOOK_BACK mentions at most. Not here: verbs that stand alone (cue.c).
 */
#include "speaker/participle.h"

enum {
    LOOK_BACK = 16, /* mentions looked at */
    ADVERBS = 2,    /* before a participle */
    BRANDING = 5    /* tokens of "as cold and careless" */
};

struct look {
    const ws_mentions *mentions;
    const ws_token *token;
    uint32_t first; /* of the sentence */
    uint32_t cue;
};

bool ws_verb_is_noun(const ws_token *token, uint32_t first, uint32_t i)
{
    if (!WS_IS(token[i].lex, COMMON_NOUN) || i == first)
        return false;
    ws_lex before = token[i - 1].lex;
    if (WS_IS(before, DET) || WS_IS(before, POSSESSIVE) || WS_IS(before, OF) ||
        WS_IS(before, FOR) || (token[i - 1].shape & WS_SHAPE_GENITIVE) != 0)
        return true;
    /* "the track in question": of a work it is no verb */
    if (WS_IS(before, PREPOSITION) && !WS_IS(before, TO) && i > first + 2 &&
        WS_IS(token[i].lex, CUE_BASE) && WS_IS(token[i - 2].lex, WORK))
        return true;
    return WS_IS(before, COMMON_ADJ) && !WS_IS(before, ADVERB) &&
           !WS_IS(before, COMMON_NOUN) && i > first + 1 &&
           WS_IS(token[i - 2].lex, DET);
}

static bool is_listed(const struct look *l, uint32_t i, ws_list list)
{
    return ws_is_small(&l->token[i]) &&
           ws_token_listed(l->mentions->phrases.bytes, &l->token[i], list);
}

/* Whether the word before a mention makes the participle its verb: one that
 * hears or shows, or "with". */
static bool is_made_to_speak(const struct look *l, uint32_t before)
{
    const ws_token *token = &l->token[before];

    if (WS_IS(token->lex, CUE_THOUGHT) || is_listed(l, before, WS_LIST_SHOWS))
        return !ws_verb_is_noun(l->token, l->first, before);
    if (!WS_IS(l->token[l->cue].lex, CUE_ING))
        return false;
    return is_listed(l, before, WS_LIST_WITH) ||
           (WS_IS(token->lex, OF) && before > l->first &&
            is_listed(l, before - 1, WS_LIST_TAPED));
}

/* "..., and Jo Hill [calling]": another one's participle behind "and", where he
 * has no verb of his own. */
static bool is_coordinate(const struct look *l, const ws_mention *mention)
{
    return WS_IS(l->token[l->cue].lex, CUE_ING) &&
           mention->kind == WS_MENTION_NAME &&
           (mention->flags & (WS_M_NESTED | WS_M_JOINT)) == 0 &&
           mention->first > l->first + 1 &&
           WS_IS(l->token[mention->first - 1].lex, AND);
}

/* Whether a mention reaches to the participle, or to adverbs before it: "with
 * Ana Ruiz recently [promising]". */
static bool reaches(const struct look *l, const ws_mention *mention)
{
    uint32_t i = l->cue;

    for (uint32_t n = 0; n < ADVERBS && i > l->first + 1 && mention->tail < i &&
                         WS_IS(l->token[i - 1].lex, ADVERB);
         n++)
        i--;
    return mention->tail == i;
}

/* ", with its head, Ana Ruiz, [adding]"; but "He argued with Jo Hill, adding",
 * where the comma goes back to him. */
static bool follows_comma(const struct look *l, uint32_t with)
{
    return with > l->first + 1 && ws_is_comma(&l->token[with - 1]) &&
           is_listed(l, with, WS_LIST_WITH);
}

/* "heard Ana Ruiz [say]", "with Ana Ruiz [telling]": the mention, or NONE. */
static uint32_t overheard(const struct look *l)
{
    if ((l->token[l->cue].lex & (WS_LEX_BIT(CUE_BASE) | WS_LEX_BIT(CUE_ING))) ==
        0)
        return WHOSAID_NONE;
    bool comma = ws_is_comma(&l->token[l->cue - 1]);
    for (uint32_t n = 0, m = l->mentions->at[l->cue]; n < LOOK_BACK && m > 0;
         n++, m--) {
        const ws_mention *mention = &l->mentions->mention[m - 1];
        if (mention->head < l->first)
            break;
        if (!reaches(l, mention) || mention->first <= l->first ||
            (mention->flags & (WS_M_GENITIVE | WS_M_QUOTED)) != 0)
            continue;
        if ((is_made_to_speak(l, mention->first - 1) &&
             (!comma || follows_comma(l, mention->first - 1))) ||
            (!comma && is_coordinate(l, mention)))
            return mention->same != WHOSAID_NONE ? mention->same : m - 1;
    }
    return WHOSAID_NONE;
}

/* "quoted Ana Ruiz, of the union, as [saying]": the one quoted, or NONE. */
static uint32_t quoted(const struct look *l)
{
    if (!WS_IS(l->token[l->cue].lex, CUE_ING) ||
        !WS_IS(l->token[l->cue - 1].lex, AS))
        return WHOSAID_NONE;
    for (uint32_t n = 0, m = l->mentions->at[l->cue]; n < LOOK_BACK && m > 0;
         n++, m--) {
        const ws_mention *mention = &l->mentions->mention[m - 1];
        if (mention->head < l->first)
            break;
        if (mention->first > l->first && mention->last < l->cue &&
            (mention->flags & (WS_M_GENITIVE | WS_M_QUOTED | WS_M_NESTED)) ==
                0 &&
            WS_IS(l->token[mention->first - 1].lex, CUE) &&
            !ws_verb_is_noun(l->token, l->first, mention->first - 1))
            return m - 1;
    }
    return WHOSAID_NONE;
}

/* First token of a mention with the title before it and of "the mayor," before
 * a name, which goes with it. */
static uint32_t begins(const struct look *l, uint32_t m)
{
    const ws_mention *mention = &l->mentions->mention[m];
    uint32_t first = mention->first;

    if (m > 0 && mention->kind == WS_MENTION_NAME && first > l->first + 1 &&
        ws_is_comma(&l->token[first - 1])) {
        const ws_mention *before = mention - 1;
        if (before->kind == WS_MENTION_NOMINAL && before->last + 1 == first &&
            before->first > l->first)
            return before->first;
    }
    return mention->role < mention->role_end && mention->role < first &&
                   mention->role > l->first
               ? mention->role
               : first;
}

/* The mention that ends at token end, or one between commas there: "the mayor,
 * Ana Ruiz,"; without the flags of a set; or NONE. */
static uint32_t ending_at(const struct look *l, uint32_t end, uint16_t none)
{
    bool comma = ws_is_comma(&l->token[end - 1]);

    for (uint32_t n = 0, m = l->mentions->at[end]; n < LOOK_BACK && m > 0;
         n++, m--) {
        const ws_mention *mention = &l->mentions->mention[m - 1];
        if (mention->head < l->first)
            break;
        if (mention->first <= l->first || (mention->flags & none) != 0)
            continue;
        if (mention->last == end ||
            (comma && mention->last + 1 == end &&
             ws_is_comma(&l->token[mention->first - 1]) &&
             begins(l, m - 1) < mention->first))
            return m - 1;
    }
    return WHOSAID_NONE;
}

/* "Attacked Ana Ruiz [as cold and careless] for calling": where that begins
 * which ends at token end; end where nothing does. */
static uint32_t before_branding(const struct look *l, uint32_t end)
{
    for (uint32_t n = 1; n <= BRANDING && end > l->first + n; n++) {
        const ws_token *token = &l->token[end - n];
        if (WS_IS(token->lex, AS) && n > 1)
            return end - n;
        if (!ws_is_small(token) ||
            (!WS_IS(token->lex, COMMON_ADJ) && !WS_IS(token->lex, AND) &&
             !WS_IS(token->lex, ADVERB) && token->lex != 0))
            break;
    }
    return end;
}

/* "Ana Ruiz was attacked [by] Jo Hill": she, of whom the passive before token
 * by tells, or NONE. */
static uint32_t attacked(const struct look *l, uint32_t by)
{
    const ws_lex verb = WS_LEX_BIT(CUE) | WS_LEX_BIT(COMMON_VERB);

    if (by < l->first + 3 || !is_listed(l, by, WS_LIST_AGENT) ||
        (l->token[by - 1].lex & verb) == 0 || !WS_IS(l->token[by - 2].lex, BE))
        return WHOSAID_NONE;
    for (uint32_t n = 0, m = l->mentions->at[by - 2]; n < LOOK_BACK && m > 0;
         n++, m--) {
        const ws_mention *mention = &l->mentions->mention[m - 1];
        if (mention->head < l->first)
            break;
        if (mention->tail == by - 2 &&
            (mention->flags & (WS_M_GENITIVE | WS_M_QUOTED | WS_M_NESTED)) == 0)
            return m - 1;
    }
    return WHOSAID_NONE;
}

/* "Attacked Ana Ruiz for [calling]", "accused her of [lying]": the object of the
 * verb before, or NONE. Not in "said sorry to Ana Ruiz for calling". */
static uint32_t blamed(const struct look *l)
{
    const ws_lex verb = WS_LEX_BIT(CUE) | WS_LEX_BIT(COMMON_VERB);
    const ws_lex tied = WS_LEX_BIT(FOR) | WS_LEX_BIT(OF);
    uint32_t end = l->cue - 1;

    if (!WS_IS(l->token[l->cue].lex, CUE_ING) || end <= l->first ||
        (l->token[end].lex & tied) == 0 || ws_is_capital(&l->token[end]))
        return WHOSAID_NONE;
    uint32_t m =
        ending_at(l, before_branding(l, end), WS_M_NESTED | WS_M_QUOTED);
    if (m == WHOSAID_NONE)
        return m;
    uint32_t before = begins(l, m) - 1;
    if (WS_IS(l->token[end].lex, FOR) && is_listed(l, before, WS_LIST_AGENT))
        return attacked(l, before);
    return (l->token[before].lex & verb) != 0 &&
                   !ws_verb_is_noun(l->token, l->first, before)
               ? m
               : WHOSAID_NONE;
}

/* "A letter from Ana Ruiz [saying]": who wrote it, or NONE. But in "read a letter
 * from Ana Ruiz, saying" the comma goes back to who read it. */
static uint32_t wrote(const struct look *l)
{
    if (!WS_IS(l->token[l->cue].lex, CUE_ING))
        return WHOSAID_NONE;
    uint32_t m = ending_at(l, l->cue, WS_M_QUOTED);
    if (m == WHOSAID_NONE)
        return m;
    uint32_t from = begins(l, m) - 1;
    return from > l->first && is_listed(l, from, WS_LIST_COMES) &&
                   WS_IS(l->token[from - 1].lex, DOCUMENT)
               ? m
               : WHOSAID_NONE;
}

/* "Ana Ruiz held up a sign [saying]": what bears the words, or NONE. */
static uint32_t borne(const struct look *l)
{
    if (!WS_IS(l->token[l->cue].lex, CUE_ING))
        return WHOSAID_NONE;
    uint32_t m = ending_at(l, l->cue, WS_M_QUOTED | WS_M_GENITIVE);
    if (m == WHOSAID_NONE)
        return m;
    const ws_mention *mention = &l->mentions->mention[m];
    ws_lex lex = l->token[mention->head].lex;
    return mention->kind == WS_MENTION_NOMINAL && mention->last == l->cue &&
                   WS_IS(lex, SIGN) && !WS_IS(lex, DOCUMENT)
               ? m
               : WHOSAID_NONE;
}

/* "Police stood by as students marched, [chanting]": the many of the clause that
 * the participle closes, or NONE; chanting is what many do. */
static uint32_t chanted(const struct look *l)
{
    const ws_lex opens =
        WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(AS) | WS_LEX_BIT(RELATIVE);

    if (!WS_IS(l->token[l->cue].lex, CUE_ING) ||
        !ws_is_comma(&l->token[l->cue - 1]) ||
        !is_listed(l, l->cue, WS_LIST_CHANTED))
        return WHOSAID_NONE;
    for (uint32_t n = 0, m = l->mentions->at[l->cue]; n < LOOK_BACK && m > 0;
         n++, m--) {
        const ws_mention *mention = &l->mentions->mention[m - 1];
        if (mention->first <= l->first + 1)
            break;
        if ((l->token[mention->first - 1].lex & opens) == 0)
            continue;
        bool many = mention->kind == WS_MENTION_NOMINAL &&
                    (mention->flags & WS_M_PLURAL) != 0 &&
                    (mention->flags & (WS_M_GENITIVE | WS_M_QUOTED)) == 0;
        return many ? m - 1 : WHOSAID_NONE;
    }
    return WHOSAID_NONE;
}

uint32_t ws_participle_speaker(const ws_mentions *mentions,
                               const ws_token *token, uint32_t first,
                               uint32_t cue)
{
    const struct look l = {mentions, token, first, cue};

    if (cue == first || cue == 0)
        return WHOSAID_NONE;
    uint32_t heard = overheard(&l);
    if (heard == WHOSAID_NONE)
        heard = quoted(&l);
    if (heard == WHOSAID_NONE)
        heard = blamed(&l);
    if (heard == WHOSAID_NONE)
        heard = chanted(&l);
    if (heard == WHOSAID_NONE)
        heard = borne(&l);
    return heard != WHOSAID_NONE ? heard : wrote(&l);
}
