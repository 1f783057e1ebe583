/*
 * result.c - what the stages found, as the caller sees it.
 *
 *   in   the stages of a document
 *   out  one whosaid_quote for each quotation, all spans in bytes
 */
#include "rows/result.h"

#include "speaker/badge.h"
#include "speaker/called.h"
#include "speaker/force.h"
#include "speaker/role.h"

enum { EVIDENCE_BYTES = 400 }; /* longest stretch shown as evidence */

ws_scene ws_doc_scene(const whosaid_doc *doc)
{
    return (ws_scene){.text = &doc->text,
                      .tokens = &doc->tokens,
                      .pieces = &doc->pieces,
                      .sentences = &doc->sentences,
                      .tags = &doc->tags,
                      .quotations = &doc->quotations,
                      .mentions = &doc->mentions,
                      .cues = &doc->cues,
                      .people = &doc->people,
                      .talk = &doc->talk};
}

ws_stage ws_doc_stage(const whosaid_doc *doc)
{
    return (ws_stage){.text = &doc->text,
                      .tokens = &doc->tokens,
                      .pieces = &doc->pieces,
                      .sentences = &doc->sentences,
                      .mentions = &doc->mentions,
                      .cues = &doc->cues,
                      .people = &doc->people,
                      .story = doc->talk.story};
}

static whosaid_span span_of(const whosaid_doc *doc, uint32_t first,
                            uint32_t last)
{
    if (first >= last)
        return (whosaid_span){0, 0};
    return (whosaid_span){doc->tokens.token[first].begin,
                          doc->tokens.token[last - 1].end};
}

static whosaid_source_type source_of(const whosaid_doc *doc, uint32_t mention)
{
    uint32_t id = doc->people.of[mention];
    const ws_mention *m = &doc->mentions.mention[mention];

    if (id == WHOSAID_NONE)
        return m->kind == WS_MENTION_PRONOUN    ? WHOSAID_SOURCE_NONE
               : m->type == WHOSAID_SOURCE_NONE ? WHOSAID_SOURCE_ANONYMOUS
                                                : (whosaid_source_type)m->type;
    uint8_t type = doc->people.person[id].type;
    return type == WHOSAID_SOURCE_NONE ? WHOSAID_SOURCE_PERSON
                                       : (whosaid_source_type)type;
}

/* From the mention to the cue, where they stand together. */
static whosaid_span evidence_of(const whosaid_doc *doc, const ws_choice *choice)
{
    const ws_mention *m = &doc->mentions.mention[choice->mention];
    whosaid_span own = span_of(doc, m->first, m->last);

    if (choice->cue == WHOSAID_NONE)
        return own;
    const ws_cue *cue = &doc->cues.cue[choice->cue];
    uint32_t first = cue->first < m->first ? cue->first : m->first;
    uint32_t last = cue->last > m->last ? cue->last : m->last;
    whosaid_span all = span_of(doc, first, last);
    return all.end - all.begin <= EVIDENCE_BYTES ? all : own;
}

/* The mention that names the source: another one for "the Maine senator", and
 * for a pronoun that means somebody else beside other words. */
static uint32_t named_by(const whosaid_doc *doc, const ws_roles *roles,
                         const ws_choice *choice)
{
    uint32_t id = doc->people.of[choice->mention];
    bool other = choice->person != WHOSAID_NONE && choice->person != id;

    if (other)
        id = choice->person;
    if (id == WHOSAID_NONE || (roles->meant[id] == WHOSAID_NONE && !other))
        return choice->mention;
    return doc->people
        .person[roles->meant[id] == WHOSAID_NONE ? id : roles->meant[id]]
        .mention;
}

/* What is stated of the source, or beside the mention itself. */
static ws_role role_of(const whosaid_doc *doc, const ws_roles *roles,
                       uint32_t named, uint32_t mention)
{
    uint32_t id = doc->people.of[named];
    ws_scene scene = ws_doc_scene(doc);
    ws_role beside = ws_role_beside(&scene, mention);

    ws_role role =
        id == WHOSAID_NONE ? beside : ws_role_choose(&roles->of[id], &beside);
    ws_force_take(&scene, roles->force, &role);
    return role;
}

static void fill_speaker(const whosaid_doc *doc, const ws_roles *roles,
                         const ws_choice *choice, whosaid_quote *quote)
{
    const ws_mention *m = &doc->mentions.mention[choice->mention];

    uint32_t named = named_by(doc, roles, choice);

    quote->speaker =
        ws_people_name(&doc->people, &doc->tokens, &doc->mentions, named);
    quote->mention = span_of(doc, m->first, m->last);
    ws_scene scene = ws_doc_scene(doc);
    ws_role role = role_of(doc, roles, named, choice->mention);
    quote->role = ws_badge_role(&scene, &role);
    quote->affiliation = ws_badge_body(&scene, &role);
    if (choice->cue != WHOSAID_NONE)
        quote->cue = span_of(doc, doc->cues.cue[choice->cue].first,
                             doc->cues.cue[choice->cue].last);
    quote->evidence = evidence_of(doc, choice);
    quote->method = (whosaid_method)choice->method;
    quote->confidence = choice->confidence;
    quote->source = source_of(doc, named);
    if (quote->speaker.begin == quote->speaker.end)
        quote->source = WHOSAID_SOURCE_NONE;
}

/* A turn: the label is mention and evidence, whoever it means. */
static void fill_turn(const whosaid_doc *doc, const ws_roles *roles, uint32_t q,
                      whosaid_quote *quote)
{
    const ws_choice *choice = &doc->attribution.choice[q];
    const ws_label *label =
        &doc->turns.turn[doc->quotations.quotation[q].turn - 1].label;

    if (choice->mention != WHOSAID_NONE)
        fill_speaker(doc, roles, choice, quote);
    if (quote->speaker.begin == quote->speaker.end) {
        quote->speaker = ws_voice_words(&doc->tokens, label);
        quote->source = quote->speaker.begin == quote->speaker.end
                            ? WHOSAID_SOURCE_NONE
                            : WHOSAID_SOURCE_PERSON;
    }
    /* capitals alone make no body: "OYELARAN:" */
    if (quote->source == WHOSAID_SOURCE_BODY &&
        label->style == WS_LABEL_CAPITALS && label->last - label->first == 1 &&
        (doc->tokens.token[label->first].lex &
         (WS_LEX_BIT(BODY) | WS_LEX_BIT(GROUP))) == 0)
        quote->source = WHOSAID_SOURCE_PERSON;
    quote->method = WHOSAID_METHOD_TRANSCRIPT;
    quote->confidence = choice->confidence;
    quote->mention = span_of(doc, label->first, label->last);
    quote->cue = span_of(doc, label->mark, label->mark_end);
    quote->evidence = span_of(doc, label->line, label->words);
}

/* The roles of the people that speak. */
static whosaid_status read_roles(whosaid_doc *doc, ws_roles *roles)
{
    ws_scene scene = ws_doc_scene(doc);

    roles->of = WS_NEW(&doc->arena, ws_role, doc->people.count);
    roles->meant = WS_NEW(&doc->arena, uint32_t, doc->people.count);
    roles->wanted = WS_NEW(&doc->arena, uint8_t, doc->people.count);
    roles->said = WS_NEW(&doc->arena, uint8_t, WS_ROLE_SLOTS);
    if (doc->arena.failed)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t q = 0; q < doc->quotations.count; q++) {
        const ws_choice *choice = &doc->attribution.choice[q];
        if (choice->mention == WHOSAID_NONE)
            continue;
        uint32_t id = choice->person != WHOSAID_NONE
                          ? choice->person
                          : doc->people.of[choice->mention];
        if (id != WHOSAID_NONE)
            roles->wanted[id] = 1;
    }
    ws_roles_read(&scene, roles);
    roles->force = ws_force_find(&scene);
    doc->arena.steps += doc->mentions.count;
    return WHOSAID_OK;
}

/* Quotations' lines in their page; they come by their place. */
static void find_lines(const whosaid_doc *doc, whosaid_quote *quote)
{
    ws_page_place place = {0, 1, 0};

    if (doc->page == NULL)
        return;
    for (uint32_t q = 0; q < doc->quotations.count; q++) {
        ws_page_move(doc->page, &place,
                     whosaid_page_source(doc->page, quote[q].part[0]).begin);
        quote[q].line = place.line;
    }
}

whosaid_status ws_results_build(whosaid_doc *doc)
{
    ws_roles roles;
    uint32_t count = doc->quotations.count;
    whosaid_quote *quote = WS_NEW(&doc->arena, whosaid_quote, count);
    whosaid_span *part = WS_NEW(&doc->arena, whosaid_span, doc->pieces.count);

    if (quote == NULL || part == NULL)
        return WHOSAID_ERR_NOMEM;
    WS_TRY(read_roles(doc, &roles));
    for (uint32_t q = 0; q < count; q++) {
        const ws_quotation *from = &doc->quotations.quotation[q];
        const ws_choice *choice = &doc->attribution.choice[q];
        quote[q].part = part;
        quote[q].parts = from->pieces;
        for (uint32_t i = 0; i < from->pieces; i++) {
            const ws_piece *piece = &doc->pieces.piece[from->piece[i]];
            *part++ = (whosaid_span){piece->begin, piece->end};
        }
        quote[q].kind = (whosaid_kind)doc->classes.kind[q];
        quote[q].parent = from->parent;
        quote[q].paragraph =
            doc->text.paragraph[doc->pieces.piece[from->piece[0]].paragraph]
                .number;
        quote[q].line = ws_text_line(&doc->text, quote[q].part[0].begin);
        if (from->turn != 0)
            fill_turn(doc, &roles, q, &quote[q]);
        else if (choice->mention != WHOSAID_NONE)
            fill_speaker(doc, &roles, choice, &quote[q]);
    }
    find_lines(doc, quote);
    doc->quote = quote;
    doc->quotes = count;
    doc->arena.steps += doc->pieces.count;
    return WHOSAID_OK;
}

/* -- candidates ----------------------------------------------------------- */

uint32_t ws_doc_candidates(const whosaid_doc *doc, uint32_t quotation,
                           ws_candidate candidate[WS_CANDIDATES])
{
    if (quotation >= doc->quotations.count ||
        doc->quote[quotation].kind == WHOSAID_KIND_TURN ||
        doc->attribution.choice[quotation].mention == WHOSAID_NONE)
        return 0;
    ws_scene scene = ws_doc_scene(doc);
    ws_past past = ws_attribution_past(&doc->attribution, quotation);
    ws_ranker ranker = ws_ranker_learned(doc->sentences.glued);
    uint32_t count = ws_rank(&scene, &ranker, quotation, &past, candidate);
    ws_candidates_sort(candidate, count);
    return count;
}

whosaid_span ws_doc_candidate_words(const whosaid_doc *doc,
                                    const ws_candidate *candidate)
{
    const ws_mention *m = &doc->mentions.mention[candidate->mention];

    return span_of(doc, m->first, m->last);
}

whosaid_span ws_doc_candidate_name(const whosaid_doc *doc,
                                   const ws_candidate *candidate)
{
    return candidate->person == WHOSAID_NONE
               ? ws_people_name(&doc->people, &doc->tokens, &doc->mentions,
                                candidate->mention)
               : ws_person_name(&doc->people, &doc->tokens, &doc->mentions,
                                candidate->person);
}

bool ws_doc_chose(const whosaid_doc *doc, uint32_t quotation,
                  const ws_candidate *candidate)
{
    const ws_choice *choice = &doc->attribution.choice[quotation];

    return candidate->mention == choice->mention &&
           candidate->person == choice->person;
}
