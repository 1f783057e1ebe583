/*
 * doc.h - everything found in one document, stage by stage.
 *
 * The front door fills it in dataflow order; the writers read it.
 */
#ifndef WS_DOC_H
#define WS_DOC_H

#include "speaker/voice.h"
#include "text/page.h"

struct whosaid_doc {
    ws_arena arena; /* owns all below */
    ws_text text;
    const whosaid_page *page; /* that the text is of, or NULL */
    ws_tokens tokens;
    ws_marks marks;
    ws_pieces pieces;
    ws_sentences sentences;
    ws_quotations quotations;
    ws_turns turns;
    ws_tags tags;
    ws_mentions mentions;
    ws_people people;
    ws_cues cues;
    ws_classes classes;
    ws_talk talk;
    ws_attribution attribution;
    bool second;          /* a reader was there to be asked */
    whosaid_quote *quote; /* [quotes], by begin of their first part */
    uint32_t quotes;
};

/* The people that a document's words mean, once its quotations are found. The
 * front door leaves it out where nothing is quoted; a test of who is named may
 * call it then. Errors: NOMEM. O(tokens). */
WHOSAID_MUST_USE whosaid_status ws_doc_people(whosaid_doc *doc);

#endif /* WS_DOC_H */
