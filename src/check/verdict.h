/*
 * verdict.h - what became of a quotation's words, and of its speaker.
 */
#ifndef WS_VERDICT_H
#define WS_VERDICT_H

#include "check/align.h"
#include "check/draft.h"
#include "check/spoken.h"

/* What lies between two words of a quotation, of the draft's or the source's.
 * From the third on in the order of the verdicts. */
typedef enum ws_gap_kind {
    WS_GAP_NONE,
    WS_GAP_BREAK,    /* the source breaks its quotation off and goes on */
    WS_GAP_EDITED,   /* only other spaces and marks */
    WS_GAP_ABRIDGED, /* see whosaid_verdict */
    WS_GAP_CHANGED,
    WS_GAP_APART
} ws_gap_kind;

/* A gap: before word `to` of the quotation, or behind its last word. */
typedef struct ws_gap {
    uint32_t from; /* words of draft [from, to) are not the source's */
    uint32_t to;
    uint32_t last; /* spot before it, or NONE: before the first */
    uint32_t next; /* spot behind it, or behind all spots */
    uint32_t left; /* words of source between that are left out */
    ws_gap_kind kind;
    bool far;         /* that cannot be counted: left is an estimate */
    bool ellipsis;    /* the draft marks something left out */
    bool edge;        /* before the first word found, or behind the last */
    bool split;       /* the source's words go on in another stretch */
    bool speech_only; /* of source only words of speech count */
    uint32_t quote;   /* then: only this quotation's, or NONE: of any */
} ws_gap;

typedef struct ws_judgement {
    whosaid_verdict verdict;
    uint32_t cost; /* how much differs: to choose between places */
    whosaid_speaker_verdict speaker;
    whosaid_span who; /* the source's speaker; bytes */
    ws_gap *gap;      /* [gaps], but of the kind NONE, in order */
    uint32_t gaps;
    whosaid_span *piece; /* [pieces] where the words stand; bytes */
    uint32_t pieces;
} ws_judgement;

/* Make room for the judgement of any quotation of so many words at most.
 * Errors: NOMEM. */
WHOSAID_MUST_USE whosaid_status ws_judgement_init(ws_arena *arena,
                                                  uint32_t words,
                                                  ws_judgement *judgement);

/*
 * Judge a quotation laid beside a source.
 *
 *   align    its map is the quotation's
 *   spoken   open where the words stand
 *   more     the words stand elsewhere in the source, too, unseen
 *   arena    only its steps
 *
 * O(words * log parts of the source).
 */
void ws_verdict(ws_arena *arena, const ws_quoted *quoted, const ws_align *align,
                const ws_spoken *spoken, bool more, ws_judgement *judgement);

/* Whether the case of two words that are the same differs beyond the first
 * letter: "us" and "US". */
bool ws_verdict_case(const ws_quoted *quoted, uint32_t word,
                     const ws_align *align);

/* Whether a spot in a gap counts as a word left out. */
bool ws_verdict_counts(const ws_spoken *spoken, const ws_align *align,
                       const ws_gap *gap, uint32_t spot);

#endif /* WS_VERDICT_H */
