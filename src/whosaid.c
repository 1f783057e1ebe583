/*
 * whosaid.c - the front door: arguments checked, storeys called in order.
 */
#include "whosaid.h"

#include <string.h>

#include "base/unicode.h"
#include "quote/breaks.h"
#include "quote/dialogue.h"
#include "quote/side.h"
#include "rows/result.h"
#include "speaker/author.h"
#include "speaker/awaited.h"
#include "speaker/byname.h"
#include "speaker/declined.h"
#include "speaker/described.h"
#include "speaker/echo.h"
#include "speaker/familiar.h"
#include "speaker/firm.h"
#include "speaker/group.h"
#include "speaker/kin.h"
#include "speaker/motley.h"
#include "speaker/named.h"
#include "speaker/namesake.h"
#include "speaker/narrator.h"
#include "speaker/nominal.h"
#include "speaker/opening.h"
#include "speaker/owned.h"
#include "speaker/paper.h"
#include "speaker/placed.h"
#include "speaker/referent.h"
#include "speaker/singular.h"
#include "speaker/story.h"
#include "speaker/usual.h"
#include "text/bare.h"
#include "text/tongue.h"

/* Bytes to words. */
static whosaid_status find_words(whosaid_doc *doc, const char *text, size_t len)
{
    ws_arena *a = &doc->arena;

    WS_TRY(ws_text_init(a, text, len, &doc->text));
    doc->text.spoken = doc->page != NULL && doc->page->article.spoken;
    WS_TRY(ws_tokens_cut(a, &doc->text, &doc->tokens));
    return ws_bare_read(a, &doc->text, &doc->tokens);
}

/* Words to quotations. */
static whosaid_status find_quotations(whosaid_doc *doc,
                                      whosaid_quote_style style)
{
    ws_arena *a = &doc->arena;

    WS_TRY(ws_marks_find(a, &doc->text, &doc->tokens, style, &doc->marks));
    WS_TRY(ws_sides_settle(a, &doc->tokens, &doc->marks));
    WS_TRY(ws_dialogue_mark(a, &doc->text, &doc->tokens, &doc->marks));
    WS_TRY(
        ws_pieces_find(a, &doc->text, &doc->tokens, &doc->marks, &doc->pieces));
    WS_TRY(ws_sentences_cut(a, &doc->text, &doc->tokens, &doc->pieces,
                            &doc->sentences));
    WS_TRY(ws_breaks_part(a, &doc->text, &doc->tokens, &doc->pieces,
                          &doc->sentences));
    WS_TRY(ws_quotations_join(a, &doc->text, &doc->tokens, &doc->pieces,
                              &doc->sentences, &doc->quotations));
    WS_TRY(
        ws_turns_find(a, &doc->text, &doc->tokens, &doc->pieces, &doc->turns));
    return ws_turns_join(a, &doc->tokens, &doc->turns, &doc->pieces,
                         &doc->quotations);
}

/* Who is named, and the cues that tie somebody to words. */
static whosaid_status find_people(whosaid_doc *doc)
{
    ws_arena *a = &doc->arena;

    ws_tongue_read(&doc->text, &doc->tokens);
    ws_papers_read(&doc->text, &doc->tokens, &doc->pieces);
    ws_placed_read(&doc->text, &doc->tokens, &doc->pieces, &doc->sentences);
    WS_TRY(ws_tagged(a, &doc->text, &doc->tokens, &doc->pieces, &doc->sentences,
                     &doc->tags));
    WS_TRY(ws_mentions_find(a, &doc->text, &doc->tokens, &doc->pieces,
                            &doc->sentences, &doc->mentions));
    WS_TRY(ws_people_join(a, &doc->text, &doc->tokens, &doc->mentions,
                          &doc->people));
    ws_declined_join(&doc->text, &doc->tokens, &doc->mentions, &doc->people);
    WS_TRY(ws_people_usual(a, &doc->text, &doc->tokens, &doc->mentions,
                           &doc->people));
    WS_TRY(ws_nominals_join(a, &doc->text, &doc->tokens, &doc->mentions,
                            &doc->people));
    return ws_cues_find(a, &doc->tokens, &doc->pieces, &doc->sentences,
                        &doc->mentions, &doc->cues);
}

whosaid_status ws_doc_people(whosaid_doc *doc)
{
    ws_arena *a = &doc->arena;
    ws_resolver resolver = ws_resolver_learned(doc->sentences.glued);

    WS_TRY(find_people(doc));
    ws_scene scene = ws_doc_scene(doc);
    ws_stage stage = ws_doc_stage(doc);
    ws_namesakes_join(&scene, &doc->people);
    ws_opening_join(&scene, &doc->people);
    ws_referents_join(&scene, &doc->people);
    ws_singular_find(&scene, &doc->people);
    ws_pronouns_resolve(&stage, &resolver, WS_PRONOUNS_GENDERED, &doc->people);
    WS_TRY(ws_owned_join(a, &doc->text, &doc->tokens, &doc->mentions,
                         &doc->people));
    ws_firms_join(&scene, &doc->people);
    WS_TRY(ws_authors_join(a, &scene, &doc->people));
    ws_groups_join(&doc->text, &doc->tokens, &doc->mentions, &doc->people);
    ws_pronouns_resolve(&stage, &resolver, WS_PRONOUNS_OTHER, &doc->people);
    return WHOSAID_OK;
}

/* Weigh the speakers with the reader: all, or what is asked about of those that
 * were chosen without it. */
static whosaid_status weigh_again(whosaid_doc *doc, const ws_scene *scene,
                                  const ws_ranker *ranker,
                                  const whosaid_options *options,
                                  const bool *asked)
{
    ws_arena *a = &doc->arena;
    ws_reading reading;
    ws_second second = ws_second_learned(&reading, options->read_all);

    if (asked != NULL && !ws_second_reads(&second, scene))
        return WHOSAID_OK;
    whosaid_status status =
        ws_reading_open(a, scene, ws_reader_of(options->reader),
                        options->read_all, options->allocator, &reading);

    reading.strip.asked = asked;
    if (status == WHOSAID_OK)
        status = ws_attribute(a, scene, &doc->classes, ranker, &second,
                              &doc->attribution);
    a->steps += reading.windows * WS_READER_WINDOW;
    ws_reading_close(&reading);
    return status;
}

/* Who said each quotation; by the ranker, and where that doubts by the reader,
 * if there is one. What the ranker doubts is known before anything is read, so
 * no window is longer than that needs. (What is read can make it doubt more:
 * that has a window of its own.) */
static whosaid_status choose_speakers(whosaid_doc *doc,
                                      const whosaid_options *options)
{
    ws_arena *a = &doc->arena;
    ws_scene scene = ws_doc_scene(doc);
    ws_ranker ranker = ws_ranker_learned(doc->sentences.glued);
    bool *asked;

    doc->second = options != NULL && options->reader != NULL;
    if (doc->second && options->read_all)
        return weigh_again(doc, &scene, &ranker, options, NULL);
    WS_TRY(ws_attribute(a, &scene, &doc->classes, &ranker, NULL,
                        &doc->attribution));
    /* the reader learned English: in German news it spoils more rows than it
     * mends (1.6 points of F1) */
    doc->second = doc->second && !doc->tokens.foreign;
    if (!doc->second)
        return WHOSAID_OK;
    WS_TRY(ws_attribution_doubts(a, &scene, &doc->attribution, &asked));
    return asked == NULL ? WHOSAID_OK
                         : weigh_again(doc, &scene, &ranker, options, asked);
}

/* Whom a story's "mother" and "painter" mean, who says "I" and who is called
 * how; then the pronouns once more: "he" may be somebody else. */
static whosaid_status find_cast(whosaid_doc *doc)
{
    ws_arena *a = &doc->arena;
    ws_scene scene = ws_doc_scene(doc);
    ws_stage stage = ws_doc_stage(doc);
    ws_resolver resolver = ws_resolver_learned(doc->sentences.glued);
    bool kin;

    WS_TRY(ws_kin_join(a, &doc->text, &stage, &doc->people, &kin));
    if (ws_named_genders(&scene, &doc->people) || kin)
        ws_pronouns_resolve(&stage, &resolver, WS_PRONOUNS_ALL, &doc->people);
    WS_TRY(
        ws_narrator_join(a, &scene, &doc->classes, &doc->people, &doc->talk));
    WS_TRY(ws_bynames_join(a, &scene, &doc->people, &doc->talk));
    ws_talk_call(&scene, &doc->talk);
    WS_TRY(ws_named_join(a, &scene, &doc->people));
    WS_TRY(ws_familiar_join(a, &scene, &doc->people));
    WS_TRY(ws_described_join(a, &scene, &stage, resolver.model, &doc->people));
    /* also by what is told of pronouns in stories alone */
    ws_pronouns_resolve(&stage, &resolver, WS_PRONOUNS_ALL, &doc->people);
    ws_awaited_join(&scene, &doc->people);
    doc->talk.people = doc->people.count;
    ws_talk_count(&scene, &doc->talk);
    return WHOSAID_OK;
}

/* Quotations to who said them. */
static whosaid_status find_speakers(whosaid_doc *doc,
                                    const whosaid_options *options)
{
    ws_arena *a = &doc->arena;
    ws_scene scene = ws_doc_scene(doc);
    ws_judge judge = ws_judge_learned(doc->sentences.glued);

    WS_TRY(ws_class(a, &scene, &judge, &doc->classes));
    ws_story_settle(a, &scene, &doc->classes);
    ws_echoes_class(&scene, &doc->classes);
    WS_TRY(ws_talk_find(a, &scene, &doc->classes, &doc->talk));
    if (doc->talk.story)
        WS_TRY(find_cast(doc));
    WS_TRY(choose_speakers(doc, options));
    ws_attribution_settle(&scene, &doc->attribution, &doc->people);
    WS_TRY(ws_voices(a, &scene, &doc->turns, &doc->attribution));
    ws_echoes_say(&scene, &doc->classes, &doc->attribution);
    ws_attribute_inner(&scene, &doc->classes, &doc->attribution);
    ws_motley_doubt(&scene, &doc->attribution);
    ws_attribution_settle(&scene, &doc->attribution, &doc->people);
    return WHOSAID_OK;
}

static whosaid_status run(whosaid_doc *doc, const char *text, size_t len,
                          whosaid_quote_style style,
                          const whosaid_options *options)
{
    WS_TRY(find_words(doc, text, len));
    WS_TRY(find_quotations(doc, style));
    /* nobody else's rows ask who is named: a quarter of all news quotes nobody */
    if (doc->quotations.count > 0) {
        WS_TRY(ws_doc_people(doc));
        WS_TRY(find_speakers(doc, options));
    }
    return ws_results_build(doc);
}

/* Whether a text is a page's. */
static bool is_of(const whosaid_page *page, const char *text, size_t len)
{
    return page == NULL ||
           (text == page->article.text && len == page->article.len);
}

whosaid_status whosaid_analyze(const char *text, size_t len,
                               const whosaid_options *options,
                               whosaid_doc **doc)
{
    whosaid_quote_style style = WHOSAID_QUOTES_AUTO;

    if (doc == NULL)
        return WHOSAID_ERR_ARGUMENT;
    *doc = NULL;
    if ((text == NULL && len > 0) ||
        (options != NULL &&
         (options->size < sizeof *options || !is_of(options->page, text, len))))
        return WHOSAID_ERR_ARGUMENT;
    if (options != NULL)
        style = options->quotes;
    if ((unsigned)style > WHOSAID_QUOTES_DOUBLED)
        return WHOSAID_ERR_ARGUMENT;
    if (len > WHOSAID_MAX_INPUT)
        return WHOSAID_ERR_TOO_LONG;
    whosaid_doc *made =
        WS_OBJECT(options != NULL ? options->allocator : NULL, whosaid_doc);
    if (made == NULL)
        return WHOSAID_ERR_NOMEM;
    made->page = options != NULL ? options->page : NULL;
    whosaid_status status =
        run(made, text == NULL ? "" : text, len, style, options);
    if (status != WHOSAID_OK) {
        whosaid_doc_free(made);
        return status;
    }
    *doc = made;
    return WHOSAID_OK;
}

void whosaid_doc_free(whosaid_doc *doc)
{
    if (doc != NULL)
        ws_arena_free(&doc->arena);
}

uint32_t whosaid_quote_count(const whosaid_doc *doc)
{
    return doc == NULL ? 0 : doc->quotes;
}

const whosaid_quote *whosaid_quote_at(const whosaid_doc *doc, uint32_t i)
{
    return doc == NULL || i >= doc->quotes ? NULL : &doc->quote[i];
}

uint32_t whosaid_bad_bytes(const whosaid_doc *doc)
{
    return doc == NULL ? 0 : doc->text.bad;
}

uint32_t whosaid_notes(const whosaid_doc *doc)
{
    return doc != NULL && doc->marks.unread ? WHOSAID_NOTE_DOUBLED : 0;
}

bool whosaid_utf8_check(const char *text, size_t len, size_t *at, size_t *line)
{
    return ws_utf8_check(text == NULL ? "" : text, text == NULL ? 0 : len, at,
                         line);
}

const char *whosaid_strstatus(whosaid_status status)
{
    switch (status) {
    case WHOSAID_OK:
        return "done";
    case WHOSAID_ERR_NOMEM:
        return "out of memory";
    case WHOSAID_ERR_TOO_LONG:
        return "input too long";
    case WHOSAID_ERR_ARGUMENT:
        return "wrong argument";
    case WHOSAID_ERR_WRITE:
        return "output refused";
    case WHOSAID_ERR_TABLE:
        return "not the table asked for";
    }
    return "unknown";
}

const char *whosaid_strkind(whosaid_kind kind)
{
    static const char *const word[] = {"direct",   "mixed", "turn",
                                       "scare",    "title", "term",
                                       "nickname", "sign",  "other"};

    return (size_t)kind < sizeof word / sizeof word[0] ? word[kind] : "unknown";
}

const char *whosaid_strsource(whosaid_source_type source)
{
    static const char *const word[] = {"none",  "person",    "body",
                                       "group", "anonymous", "document"};

    return (size_t)source < sizeof word / sizeof word[0] ? word[source]
                                                         : "unknown";
}

const char *whosaid_strmethod(whosaid_method method)
{
    static const char *const word[] = {
        "none",       "cue",      "colon", "according-to", "continuation",
        "transcript", "dateline", "turn",  "nearest"};

    return (size_t)method < sizeof word / sizeof word[0] ? word[method]
                                                         : "unknown";
}

const char *whosaid_strfault(whosaid_fault fault)
{
    static const char *const word[] = {
        "unclosed",  "unopened", "stray",    "continuation", "mismatched",
        "wrong-way", "inches",   "repeated", "space",        "mixed",
        "doubled",   "mojibake", "entity"};

    return (size_t)fault < sizeof word / sizeof word[0] ? word[fault]
                                                        : "unknown";
}

const char *whosaid_strverdict(whosaid_verdict verdict)
{
    static const char *const word[] = {"exact",   "edited",  "abridged",
                                       "changed", "spliced", "absent"};

    return (size_t)verdict < sizeof word / sizeof word[0] ? word[verdict]
                                                          : "unknown";
}

const char *whosaid_strspeaker_verdict(whosaid_speaker_verdict verdict)
{
    static const char *const word[] = {"unknown", "same", "other"};

    return (size_t)verdict < sizeof word / sizeof word[0] ? word[verdict]
                                                          : "unknown";
}

const char *whosaid_version(void)
{
    return WHOSAID_VERSION;
}

const char *whosaid_unicode_version(void)
{
    return ws_unicode_version();
}
