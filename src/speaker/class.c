/*
 * class.c - is what stands between marks speech, and of which kind.
 *
 *   in   the scene: tokens, pieces, sentences, quotations, cues
 *   out  a kind for every quotation
 *
 * 1. A linear model that knows words and trees that weigh its score with the
 *    rest of the evidence, both learned from stretches between marks that
 *    readers called speech or not: their sum says how likely it is speech.
 * 2. A document whose words are mostly not known is in a language that nobody
 *    taught: there trees judge by the outline, and in doubt trust the marks.
 * 3. Speech is direct when it can stand alone, mixed when the writer's
 *    sentence goes through it. The rest is sorted by rules: nickname, title,
 *    sign, term, scare.
 *
 * Cost: a constant number of looks a quotation. Not here: who said it, and
 * what is otherwise in stories.
 */
#include "speaker/class.h"

#include "speaker/cited.h"
#include "speaker/closing.h"
#include "speaker/motto.h"
#include "speaker/paper.h"
#include "speaker/proper.h"
#include "speaker/teller.h"
#include "speaker/titled.h"

#include "base/saying.h"
#include "base/unicode.h"

enum {
    CUES = 16,        /* of a sentence, looked at */
    SIGN_REACH = 6,   /* tokens before the marks looked at for a placard */
    SIGN_BEHIND = 2,  /* and behind them */
    LONG = 6,         /* words: no term is longer */
    NEAR = 3,         /* tokens back to called */
    SENTENCE = 4,     /* words of one that a headline begins with */
    RETORT = 2,       /* and of one that a colon leads in */
    TITLE_WORDS = 5,  /* of a title that a noun before it tells */
    PHRASE_WORDS = 8, /* of a noun phrase before marks, looked at */
    EXCERPT = 160,    /* tokens of a few sentences, the rest not there: */
    LEAN = 64,        /* Q8: there so much against speech does not count */
    LEAN_ABROAD = 10, /* and where the words are not known */
    PUT_TOKENS = 14,  /* from "as" to the end of its verb */
    BLOCK = 8         /* quotations that the trees look at together */
};

/* A whole saying, or a piece of the writer's own sentence? */
static bool is_whole(const ws_scene *scene, uint32_t quotation,
                     const ws_place *p)
{
    const ws_quotation *q = &scene->quotations->quotation[quotation];
    const ws_piece *piece = &scene->pieces->piece[q->piece[0]];
    const ws_token *first = &scene->tokens->token[piece->first];
    uint32_t before = ws_before(scene, p);
    uint32_t ends = ws_ending(ws_scene_last_character(scene, quotation));
    int32_t cp = 0;
    (void)ws_utf8_next(scene->text->bytes, scene->text->len, first->begin, &cp);
    /* many scripts have no capitals */
    bool capital =
        first->kind != WS_TOKEN_WORD || (ws_cp_class(cp) & WS_CP_LOWER) == 0;

    if (before == WS_SIDE_EDGE || before == WS_SIDE_COLON ||
        before == WS_SIDE_STOP || before == WS_SIDE_COMMA)
        return capital || p->words > 8;
    return capital && ends != 0 && p->words > 3;
}

/* 《...》 hold a title, but where a speech is led in, as some papers do. */
static bool is_titled(const ws_scene *scene, uint32_t quotation,
                      const ws_place *p)
{
    const ws_quotation *q = &scene->quotations->quotation[quotation];
    uint32_t before = ws_before(scene, p);

    return scene->pieces->piece[q->piece[0]].family == WS_MARK_TITLE &&
           before != WS_SIDE_COLON && before != WS_SIDE_COMMA &&
           ws_ending(ws_scene_last_character(scene, quotation)) == 0;
}

/* "Robert W. “Bobby” Lane": the marks stand inside somebody's name. */
static bool is_in_name(const ws_scene *scene, const ws_place *p)
{
    const ws_mentions *mentions = scene->mentions;

    for (uint32_t k = mentions->at[p->end];
         k < mentions->count && mentions->mention[k].head <= p->end + 1; k++) {
        if (mentions->mention[k].kind == WS_MENTION_NAME &&
            mentions->mention[k].name < p->begin &&
            mentions->mention[k].name_end > p->end)
            return true;
    }
    return false;
}

/* <a href="...">: a value in left-over markup. */
static bool is_attribute(const ws_scene *scene, const ws_place *p)
{
    uint32_t open = scene->tokens->token[p->begin].begin;

    return open > 0 && scene->text->bytes[open - 1] == '=';
}

/* A title has capitals, and more than one word or something that it is the
 * title of; of what has none, a single word keeps its distance from itself
 * more often than it is explained, and several are a term. */
whosaid_kind ws_class_rest(const int16_t value[WS_EVIDENCE_COUNT])
{
    const int16_t words = value[WS_EVIDENCE_WORDS];
    const int16_t before = value[WS_EVIDENCE_BEFORE];
    const bool small = value[WS_EVIDENCE_CAPITAL] == 0;

    if (before == WS_SIDE_NAME && value[WS_EVIDENCE_AFTER] == WS_SIDE_NAME &&
        words <= 3)
        return WHOSAID_KIND_NICKNAME;
    if (value[WS_EVIDENCE_SIGN] <= SIGN_REACH ||
        value[WS_EVIDENCE_SIGN_BEHIND] <= SIGN_BEHIND)
        return WHOSAID_KIND_SIGN;
    if (value[WS_EVIDENCE_CALLED] == 0) /* so-called */
        return WHOSAID_KIND_SCARE;
    if (before == WS_SIDE_WORK ||
        (!small && words > 1 && (value[WS_EVIDENCE_CASE] >= 2 || words > 4)))
        return WHOSAID_KIND_TITLE;
    if (before == WS_SIDE_CALLED || before == WS_SIDE_AS)
        return WHOSAID_KIND_TERM;
    if (!small && value[WS_EVIDENCE_BEFORE_LINK] != WS_LINK_DETERMINER)
        return WHOSAID_KIND_TITLE;
    if (words > LONG)
        return WHOSAID_KIND_OTHER;
    return small && words == 1 ? WHOSAID_KIND_SCARE : WHOSAID_KIND_TERM;
}

/* "So-called" and "known as" name; so do "titled", "a paper called" and "by the
 * name of" before words with capitals. Nobody speaks, whatever stands near. */
static bool is_named(const int16_t value[WS_EVIDENCE_COUNT])
{
    const int16_t link = value[WS_EVIDENCE_BEFORE_LINK];
    const int16_t link2 = value[WS_EVIDENCE_BEFORE_LINK2];
    const int16_t called = value[WS_EVIDENCE_CALLED];

    if (called == 0)
        return true;
    if (value[WS_EVIDENCE_BEFORE] == WS_SIDE_CALLED && link == WS_LINK_AS)
        return true;
    if (value[WS_EVIDENCE_CASE] < 2)
        return false;
    return value[WS_EVIDENCE_BEFORE] == WS_SIDE_CALLED ||
           (called == 1 &&
            (link2 == WS_LINK_NOUN || link2 == WS_LINK_DETERMINER)) ||
           (called == 2 && link == WS_LINK_OF);
}

/* "Die sogenannte", "le soi-disant" before the marks: likewise. */
static bool is_named_abroad(const ws_scene *scene, const ws_place *p)
{
    if (p->opens_paragraph)
        return false;
    const ws_token *token = &scene->tokens->token[p->begin - 1];
    const ws_saying *row =
        token->kind == WS_TOKEN_WORD
            ? ws_saying_find(scene->text->bytes + token->begin,
                             token->end - token->begin)
            : NULL;
    return row != NULL && row->use == WS_SAYING_CALLED;
}

/* "Sagte Vogt [am Freitag] der „Welt“": nothing but a time, or nothing, in
 * tokens [first, last). */
static bool is_time(const ws_scene *scene, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++)
        if (!WS_IS(scene->tokens->token[i].lex, TIME) &&
            !(i + 1 < last && WS_IS(scene->tokens->token[i].lex, PREPOSITION)))
            return false;
    return true;
}

/* "Sagte Vogt dem „Kurier“", "Vogt sagte der „Neuen Post“": the dative of whom
 * a verb with its subject tells something, just behind them. */
static bool is_told_to(const ws_scene *scene, const ws_place *p)
{
    const ws_token *token = scene->tokens->token;
    const uint32_t article = p->begin - 1;
    if (article == 0)
        return false;
    const ws_lex lex = token[article].lex;
    const char last = scene->text->bytes[token[article].end - 1];
    const bool dem = WS_IS(lex, DET) && WS_IS(lex, OBJECT) && last == 'm';
    const bool der =
        (WS_IS(lex, OF) || (WS_IS(lex, DET) && WS_IS(lex, MALE))) &&
        last == 'r'; /* taken for a genitive behind a noun */

    if (!dem && !der)
        return false;
    if (WS_IS(token[article - 1].lex, PREPOSITION) &&
        (WS_IS(token[article - 1].lex, ADVERB) || /* gegenüber */
         (ws_scene_listed(scene, article - 1, WS_LIST_WITH) && article > 1 &&
          WS_IS(token[article - 2].lex, SPEECH_NOUN)))) /* Interview mit */
        return true;
    for (uint32_t k = ws_scene_cue_at(scene, article), n = 0; n < 2 && k > 0;
         n++) {
        const ws_cue *cue = &scene->cues->cue[--k];
        if (cue->kind != WS_CUE_VERB || cue->subject == WHOSAID_NONE ||
            scene->sentences->of[cue->first] != p->first_sentence)
            continue;
        const ws_mention *m = &scene->mentions->mention[cue->subject];
        if (cue->last == article ||
            (m->first == cue->last && m->head < article &&
             is_time(scene, m->head + 1, article)))
            return true;
    }
    return false;
}

/* The words are as those of a title: capitals, little ones between. */
static bool has_capitals(const ws_scene *scene, const ws_place *p)
{
    const ws_lex little = WS_LEX_BIT(DET) | WS_LEX_BIT(PREPOSITION) |
                          WS_LEX_BIT(AND) | WS_LEX_BIT(OF);
    const ws_token *token = scene->tokens->token;

    for (uint32_t i = p->begin, words = 0; i < p->end; i++) {
        if (token[i].kind != WS_TOKEN_WORD)
            continue;
        if (ws_is_small(&token[i]) &&
            (words == 0 || (token[i].lex & little) == 0))
            return false;
        words++;
    }
    return true;
}

/* "Für die „Nordzeitung“", "im „Morgenblatt“": behind a preposition and its
 * article, with no word of what it is. */
static bool is_governed(const ws_scene *scene, const ws_place *p)
{
    const ws_token *token = scene->tokens->token;
    uint32_t first = scene->sentences->sentence[p->first_sentence].first;
    uint32_t at = p->begin - 1;

    if (!scene->tokens->nouns || p->opens_paragraph || at <= first ||
        p->words > TITLE_WORDS)
        return false;
    bool joined = WS_IS(token[at].lex, PREPOSITION) &&
                  WS_IS(token[at].lex, OBJECT); /* "im" */
    bool apart = WS_IS(token[at].lex, DET) && !WS_IS(token[at].lex, QUANTITY) &&
                 WS_IS(token[at - 1].lex, PREPOSITION) &&
                 !WS_IS(token[at - 1].lex, OF);
    return (joined || apart) && has_capitals(scene, p);
}

/* "Dem Magazin „Strom“", "ihr Album „Glas und Eis“": where nouns have capitals,
 * a few words with capitals behind a noun of what has a title, or of a paper
 * that is told something. */
static bool is_titled_abroad(const ws_scene *scene, const ws_place *p)
{
    const ws_lex titled = WS_LEX_BIT(DOCUMENT) | WS_LEX_BIT(WORK);

    if (!scene->tokens->nouns || p->opens_paragraph || p->words > TITLE_WORDS)
        return false;
    const ws_token *token = scene->tokens->token;
    if (ws_is_paper_mark(&token[p->begin]))
        return true;
    if ((!ws_is_capital(&token[p->begin - 1]) ||
         (token[p->begin - 1].lex & titled) == 0) &&
        !is_told_to(scene, p))
        return false;
    return has_capitals(scene, p);
}

/* "Das „Kurier“-Gespräch": part of a word. */
static bool is_compound(const ws_scene *scene, const ws_place *p)
{
    const ws_token *token = scene->tokens->token;

    if (scene->tokens->nouns && !p->opens_paragraph &&
        scene->text->bytes[token[p->begin - 1].end - 1] == '-' &&
        (token[p->begin].shape & WS_SHAPE_SPACE) == 0)
        return true; /* "das RBN-„Abendblatt“" */
    return scene->tokens->nouns && p->end + 1 < scene->tokens->count &&
           token[p->end].cp == '-' &&
           (token[p->end].shape & WS_SHAPE_SPACE) == 0 &&
           (token[p->end + 1].shape & WS_SHAPE_SPACE) == 0 &&
           ws_is_capital(&token[p->end + 1]) &&
           !ws_scene_listed(scene, p->end + 1, WS_LIST_UTTERED);
}

/* The first token of the noun phrase whose noun stands at i, or of the one that
 * owns it: small words that describe it, and articles. */
static uint32_t phrase_before(const ws_scene *scene, uint32_t first,
                              uint32_t noun)
{
    const ws_lex verb = WS_LEX_BIT(CUE) | WS_LEX_BIT(AUXILIARY) |
                        WS_LEX_BIT(MODAL) | WS_LEX_BIT(COMMON_VERB) |
                        WS_LEX_BIT(BE) | WS_LEX_BIT(PRONOUN) | WS_LEX_BIT(AND) |
                        WS_LEX_BIT(CONJUNCTION) | WS_LEX_BIT(SUBORDINATOR);
    const ws_token *token = scene->tokens->token;
    uint32_t i = noun;

    while (i > first && noun - i < PHRASE_WORDS) {
        const ws_token *before = &token[i - 1];
        bool owner = ws_is_capital(before) && WS_IS(token[i].lex, OF);
        if (!(ws_is_small(before) && (before->lex & verb) == 0) && !owner &&
            !(i == first + 1 && WS_IS(before->lex, DET)))
            break;
        i--;
        if (WS_IS(before->lex, PREPOSITION) && !WS_IS(before->lex, OF))
            break;
    }
    return i;
}

/* "Das Bündnis „Ein Dach“ fordert", "mit der Aktion „Sauberes Tal“": where
 * nouns have capitals, what stands right behind a thing that opens a sentence
 * or follows a preposition is its name; no verb of saying before it. */
static bool is_named_thing(const ws_scene *scene, const ws_place *p)
{
    const ws_lex other = WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON) |
                         WS_LEX_BIT(ANONYMOUS) | WS_LEX_BIT(TIME) |
                         WS_LEX_BIT(SPEECH_NOUN) | WS_LEX_BIT(ACCORDING);
    const ws_token *token = scene->tokens->token;
    uint32_t first = scene->sentences->sentence[p->first_sentence].first;
    uint32_t noun = p->begin - 1;

    if (!scene->tokens->nouns || p->opens_paragraph || noun <= first ||
        p->words > TITLE_WORDS || !ws_is_capital(&token[noun]) ||
        ws_scene_listed(scene, noun, WS_LIST_UTTERED) ||
        (token[noun].lex & other) != 0 || WS_IS(token[noun].lex, GIVEN_MALE) ||
        WS_IS(token[noun].lex, GIVEN_FEMALE) || p->begin + 1 >= p->end ||
        !ws_is_capital(&token[p->begin + 1]) ||
        token[p->end - 2].kind != WS_TOKEN_WORD)
        return false;
    uint32_t cue = ws_scene_cue_at(scene, first);
    if (cue < scene->cues->count && scene->cues->cue[cue].first < p->begin)
        return false;
    uint32_t at = phrase_before(scene, first, noun);
    return at < noun && (at == first || (WS_IS(token[at].lex, PREPOSITION) &&
                                         !WS_IS(token[at].lex, OF)));
}

/* "Unter dem Motto „Linde lebt“ ist eine Kundgebung geplant": what goes under
 * such a name, where nobody in the sentence says anything. */
static bool is_motto(const ws_scene *scene, const ws_place *p)
{
    const ws_token *token = scene->tokens->token;
    const ws_sentence *s = &scene->sentences->sentence[p->first_sentence];
    uint32_t noun = p->begin > 0 ? p->begin - 1 : 0;

    if (!scene->tokens->nouns || p->opens_paragraph || noun <= s->first ||
        !ws_scene_listed(scene, noun, WS_LIST_MOTTOES))
        return false;
    uint32_t at = phrase_before(scene, s->first, noun);
    if (!WS_IS(token[at].lex, PREPOSITION) && /* "Unter" */
        (at == s->first || !WS_IS(token[at - 1].lex, PREPOSITION)))
        return false;
    for (uint32_t n = 0, c = ws_scene_cue_at(scene, s->first);
         n < CUES && c < scene->cues->count; n++, c++) {
        const ws_cue *cue = &scene->cues->cue[c];
        if (cue->first >= s->last)
            break;
        if (cue->kind == WS_CUE_VERB && cue->strength > 0 &&
            cue->subject != WHOSAID_NONE)
            return false;
    }
    return true;
}

bool ws_class_may_name(const ws_scene *scene, uint32_t q)
{
    ws_place p = ws_scene_place(scene, q);

    return is_compound(scene, &p) || is_governed(scene, &p) ||
           is_named_thing(scene, &p) || is_motto(scene, &p);
}

/* Notes: “Shoreline” is a trade mark: the words are part of a clause. */
static bool is_subject(const ws_scene *scene, const ws_place *p)
{
    const ws_lex verb =
        WS_LEX_BIT(BE) | WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(MODAL);

    return p->end < scene->tokens->count && !p->closes_paragraph &&
           (scene->tokens->token[p->end].lex & verb) != 0;
}

/* A single mark's words among double ones: a headline's, it may be. */
static bool is_odd(const ws_scene *scene, uint32_t quotation)
{
    const ws_quotation *q = &scene->quotations->quotation[quotation];

    return !scene->pieces->singles &&
           scene->pieces->piece[q->piece[0]].family == WS_MARK_SINGLE;
}

/* "Ana Ruiz said: “...", "Ana Ruiz: “...": a strong cue with its subject stands
 * just before the marks. */
static bool is_told(const ws_scene *scene, const ws_place *p)
{
    uint32_t k = ws_scene_cue_at(scene, p->begin);

    if (k == 0 || p->begin == 0 ||
        scene->tokens->token[p->begin - 1].cp != ':' || is_subject(scene, p))
        return false;
    for (uint32_t n = 0; n < 2 && k > 0; n++) { /* the colon, and the verb */
        const ws_cue *cue = &scene->cues->cue[--k];
        if (cue->subject != WHOSAID_NONE && p->begin - cue->last < 2 &&
            (cue->kind == WS_CUE_COLON || cue->strength > 1) &&
            scene->sentences->of[cue->first] == p->first_sentence)
            return true;
    }
    return false;
}

/* Dev, Luton: "Remember the bypass?": a colon leads in a sentence. */
static bool is_sentence(const int16_t value[WS_EVIDENCE_COUNT])
{
    const int16_t ends = value[WS_EVIDENCE_ENDS];

    return value[WS_EVIDENCE_BEFORE] == WS_SIDE_COLON &&
           (ends == 2 || ends == 3) && value[WS_EVIDENCE_WORDS] >= RETORT &&
           value[WS_EVIDENCE_CAPITAL] != 0 && value[WS_EVIDENCE_CASE] < 2 &&
           value[WS_EVIDENCE_SIGN] > SIGN_REACH;
}

static bool is_led_in(const ws_scene *scene, uint32_t quotation,
                      const ws_place *p, const int16_t value[WS_EVIDENCE_COUNT])
{
    return !is_odd(scene, quotation) &&
           (is_told(scene, p) || is_sentence(value));
}

/* "I rang twice." "Nobody came.": a sentence that nothing parts from the one
 * before, which is speech. */
static bool goes_on(const ws_scene *scene, const ws_classes *classes,
                    uint32_t quotation, const int16_t value[WS_EVIDENCE_COUNT])
{
    const int16_t ends = value[WS_EVIDENCE_ENDS];

    if (quotation == 0 || value[WS_EVIDENCE_PREVIOUS_GAP] != 0 ||
        value[WS_EVIDENCE_OPENS] != 0 || value[WS_EVIDENCE_DEPTH] != 0 ||
        value[WS_EVIDENCE_CAPITAL] == 0 || (ends != 2 && ends != 3) ||
        classes->kind[quotation - 1] != WHOSAID_KIND_DIRECT)
        return false;
    uint32_t before = ws_ending(ws_scene_last_character(scene, quotation - 1));
    return before == 2 || before == 3;
}

/* “No ice, no August,” as an engineer put it. */
static bool is_put(const ws_scene *scene, uint32_t quotation, const ws_place *p)
{
    int32_t last = ws_scene_last_character(scene, quotation);
    uint32_t k = ws_scene_cue_at(scene, p->end);

    if (p->end >= scene->tokens->count || last != ',' ||
        !WS_IS(scene->tokens->token[p->end].lex, AS) || k == scene->cues->count)
        return false;
    const ws_cue *cue = &scene->cues->cue[k];
    return cue->subject != WHOSAID_NONE && cue->kind == WS_CUE_VERB &&
           scene->mentions->mention[cue->subject].first == p->end + 1 &&
           cue->last - p->end < PUT_TOKENS;
}

/* “A,” she said, “b”: parts that a tag joins are speech. */
static bool is_interrupted(const ws_scene *scene, uint32_t quotation)
{
    const ws_quotation *q = &scene->quotations->quotation[quotation];

    for (uint32_t i = 1; i < q->pieces; i++) {
        const ws_piece *piece = &scene->pieces->piece[q->piece[i]];
        if (piece->goes_on == WHOSAID_NONE && piece->depth == 0)
            return true;
    }
    return false;
}

/* "The words: “That is all": nobody leaves a title's mark open so far. */
static bool is_left_open(const ws_scene *scene, uint32_t quotation,
                         const ws_place *p)
{
    const ws_quotation *q = &scene->quotations->quotation[quotation];

    return scene->pieces->piece[q->piece[0]].unclosed && p->words > LONG &&
           !p->opens_paragraph && ws_before(scene, p) == WS_SIDE_COLON;
}

/* Ministers "misled" tenants, an inquiry has found: no title or nickname. */
static bool is_reported(const ws_scene *scene, const ws_place *p,
                        const int16_t value[WS_EVIDENCE_COUNT])
{
    return value[WS_EVIDENCE_CAPITAL] == 0 &&
           value[WS_EVIDENCE_BEFORE] != WS_SIDE_CALLED &&
           value[WS_EVIDENCE_CALLED] > NEAR &&
           ws_closing_tag(scene, p) != WHOSAID_NONE;
}

/* The hall was "my second home": few name or explain a thing so. */
static bool is_own(const int16_t value[WS_EVIDENCE_COUNT])
{
    return value[WS_EVIDENCE_CAPITAL] == 0 && value[WS_EVIDENCE_WORDS] > 1 &&
           value[WS_EVIDENCE_PERSONAL] > 0 && value[WS_EVIDENCE_DEPTH] == 0 &&
           value[WS_EVIDENCE_BEFORE] != WS_SIDE_CALLED &&
           value[WS_EVIDENCE_CALLED] > NEAR;
}

/* Ruiz called the bridge “a gift”: no thing's name begins with that article. */
static bool is_judged(const ws_scene *scene, const ws_place *p,
                      const int16_t value[WS_EVIDENCE_COUNT])
{
    const ws_token *first = &scene->tokens->token[p->begin + 1];
    uint32_t k = ws_scene_cue_at(scene, p->begin);

    if (value[WS_EVIDENCE_CAPITAL] != 0 || value[WS_EVIDENCE_WORDS] < 2 ||
        value[WS_EVIDENCE_DEPTH] != 0 || p->begin + 2 >= p->end ||
        value[WS_EVIDENCE_CALLED] > NEAR || !WS_IS(first->lex, DET) ||
        ws_indefinite(first) == 0 || k == 0)
        return false;
    const ws_cue *cue = &scene->cues->cue[k - 1];
    return cue->kind == WS_CUE_VERB && cue->subject != WHOSAID_NONE &&
           cue->last + NEAR > p->begin &&
           scene->mentions->mention[cue->subject].kind != WS_MENTION_NOMINAL;
}

/* "Slow", "blind" and "out of touch": of what is told in a row all is said. */
static bool is_listed(const ws_classes *classes, uint32_t quotation,
                      const int16_t value[WS_EVIDENCE_COUNT])
{
    return quotation > 0 && value[WS_EVIDENCE_PREVIOUS_LIST] != 0 &&
           value[WS_EVIDENCE_PREVIOUS_GAP] > 0 &&
           value[WS_EVIDENCE_DEPTH] == 0 && value[WS_EVIDENCE_CAPITAL] == 0 &&
           classes->kind[quotation - 1] == WHOSAID_KIND_MIXED;
}

/* 'We lost it all': a night on Quay Road: a headline begins with speech. */
static bool is_headline(const ws_scene *scene, const ws_place *p,
                        const int16_t value[WS_EVIDENCE_COUNT])
{
    return value[WS_EVIDENCE_OPENS] != 0 && value[WS_EVIDENCE_HEADING] != 0 &&
           value[WS_EVIDENCE_WORDS] >= SENTENCE &&
           ws_beside(scene, p->end, p->last_paragraph) == WS_SIDE_COLON &&
           (value[WS_EVIDENCE_PERSONAL] > 0 ||
            (value[WS_EVIDENCE_VERBS] > 0 && value[WS_EVIDENCE_CASE] < 2));
}

/* A colon before the marks and no list behind it, where cues are not known. */
static bool follows_colon(const ws_scene *scene, const ws_place *p)
{
    uint32_t after = ws_beside(scene, p->end, p->last_paragraph);

    return !p->opens_paragraph && ws_before(scene, p) == WS_SIDE_COLON &&
           (after == WS_SIDE_EDGE || after == WS_SIDE_STOP);
}

ws_judge ws_judge_learned(bool glued)
{
    return (ws_judge){&ws_model_class[glued], &ws_forest_class[glued]};
}

_Static_assert((int)WS_EVIDENCE_COUNT <= (int)WS_FOREST_VALUES &&
                   (int)WS_OUTLINE_COUNT <= (int)WS_FOREST_VALUES,
               "a block is asked at once");

static int32_t mean_of(const int16_t value[WS_EVIDENCE_COUNT], int32_t trees)
{
    return (value[WS_EVIDENCE_LINEAR] + trees) / 2;
}

int32_t ws_class_score(const ws_judge *judge,
                       const int16_t value[WS_EVIDENCE_COUNT])
{
    return mean_of(value, ws_forest_score(judge->forest, value));
}

/* The evidence by words of a block of quotations from first on, which rules read
 * too, and their scores: by the words where they are known, else by the
 * outline. */
static void score_block(const ws_view *view, const ws_judge *judge,
                        uint32_t first, uint32_t sight,
                        int16_t value[BLOCK][WS_EVIDENCE_COUNT], int32_t *score)
{
    const ws_quotation *quotation = &view->scene->quotations->quotation[first];
    uint32_t left = view->scene->quotations->count - first;
    uint32_t count = left < BLOCK ? left : BLOCK;
    int16_t outline[BLOCK][WS_OUTLINE_COUNT] = {{0}};
    bool reads = ws_view_reads(view);

    for (uint32_t i = 0; i < count; i++) {
        if (quotation[i].turn != 0)
            continue; /* nobody asks */
        ws_evidence(view, first + i, value[i]);
        if (!reads)
            ws_outline(view, first + i, sight, outline[i]);
    }
    if (!reads) {
        ws_forest_scores(&ws_forest_outline, outline[0], WS_OUTLINE_COUNT,
                         count, score);
        return;
    }
    ws_forest_scores(judge->forest, value[0], WS_EVIDENCE_COUNT, count, score);
    for (uint32_t i = 0; i < count; i++)
        score[i] = mean_of(value[i], score[i]);
}

/* Whether something shows that words are speech whose score is too low. */
static bool is_shown(const ws_scene *scene, const ws_classes *classes,
                     uint32_t quotation, const ws_place *p,
                     const int16_t value[WS_EVIDENCE_COUNT])
{
    if (is_led_in(scene, quotation, p, value) ||
        is_left_open(scene, quotation, p) ||
        goes_on(scene, classes, quotation, value) ||
        is_listed(classes, quotation, value) ||
        ws_teller_of(scene, quotation).told ||
        ws_is_signed(scene, quotation, p))
        return true;
    /* in doubt the marks are trusted: a term lost is less than speech lost */
    if (scene->tokens->count < EXCERPT && value[WS_EVIDENCE_DEPTH] == 0 &&
        classes->score[quotation] >= (classes->reads ? -LEAN : -LEAN_ABROAD))
        return true;
    if (!classes->reads)
        return follows_colon(scene, p);
    return is_interrupted(scene, quotation) || is_put(scene, quotation, p) ||
           is_reported(scene, p, value) || is_own(value) ||
           is_headline(scene, p, value) || is_judged(scene, p, value);
}

bool ws_class_speaks(const ws_scene *scene, const ws_classes *classes,
                     uint32_t q)
{
    return classes->kind[q] < WHOSAID_KIND_TURN &&
           ws_quotations_outer(scene->quotations, q);
}

/* What a quotation is; its score is known. */
static whosaid_kind kind_of(const ws_scene *scene, const ws_classes *classes,
                            uint32_t q, const int16_t value[WS_EVIDENCE_COUNT])
{
    ws_place p = ws_scene_place(scene, q);

    if (is_attribute(scene, &p))
        return WHOSAID_KIND_OTHER;
    if (is_in_name(scene, &p))
        return WHOSAID_KIND_NICKNAME;
    if (is_titled(scene, q, &p) || is_titled_abroad(scene, &p))
        return WHOSAID_KIND_TITLE;
    if (classes->reads && ws_is_cited(scene, q, &p, value))
        return WHOSAID_KIND_TERM;
    if (classes->reads && ws_is_title(scene, &p, value))
        return WHOSAID_KIND_TITLE;
    if (classes->reads && ws_is_motto(scene, &p))
        return WHOSAID_KIND_SIGN;
    if (is_named(value) || (!classes->reads && is_named_abroad(scene, &p)) ||
        (classes->score[q] < 0 && !is_shown(scene, classes, q, &p, value)))
        return (whosaid_kind)classes->rest[q];
    return is_whole(scene, q, &p) ? WHOSAID_KIND_DIRECT : WHOSAID_KIND_MIXED;
}

whosaid_status ws_class(ws_arena *arena, const ws_scene *scene,
                        const ws_judge *judge, ws_classes *classes)
{
    int16_t value[BLOCK][WS_EVIDENCE_COUNT] = {{0}};
    uint32_t count = scene->quotations->count;
    ws_view view;

    *classes = (ws_classes){0};
    classes->kind = WS_NEW(arena, uint8_t, count);
    classes->rest = WS_NEW(arena, uint8_t, count);
    classes->score = WS_NEW(arena, int32_t, count);
    if (classes->kind == NULL || classes->rest == NULL ||
        classes->score == NULL)
        return WHOSAID_ERR_NOMEM;
    WS_TRY(ws_view_init(arena, scene, judge->model, &view));
    classes->reads = ws_view_reads(&view);
    uint32_t sight = classes->reads ? 0 : ws_outline_sight(scene);
    for (uint32_t q = 0; q < count; q++) {
        uint32_t i = q % BLOCK;
        if (i == 0)
            score_block(&view, judge, q, sight, value, classes->score + q);
        if (scene->quotations->quotation[q].turn != 0) {
            classes->kind[q] = WHOSAID_KIND_TURN;
            classes->score[q] = 0;
            continue;
        }
        whosaid_kind rest = ws_class_rest(value[i]);
        classes->rest[q] = (uint8_t)rest;
        whosaid_kind kind = kind_of(scene, classes, q, value[i]);
        classes->kind[q] = (uint8_t)kind;
    }
    arena->steps += count;
    return WHOSAID_OK;
}
