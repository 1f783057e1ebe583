/*
 * column.c - the columns of a row: what they are called, what is in them.
 *
 *   in   -
 *   out  one table
 *
 * Not here: how a cell is made, see row.c; the columns that a table of people
 * or of corrections brings, see writer.c.
 */
#include "rows/column.h"

#include <stddef.h>

const ws_column ws_columns[WS_COLUMNS_ALL] = {
    {"document",     "the input's name as given; - for standard input",                   false},
    {"quote_id",     "q and 16 hex digits that name this quotation from run to run",
     false                                                                                     },
    {"speaker",
     "who said it, by the fullest name in the document; empty when nobody can "
     "be told",                                                                           false},
    {"role",         "the speaker's office or job, as the document states it",            false},
    {"affiliation",  "the body that the speaker speaks for",                              false},
    {"quote",        "the words, without the outer marks",                                false},
    {"kind",
     "direct, mixed or turn; with --all also scare, title, term, nickname, "
     "sign, other",                                                                       false},
    {"source_type",  "person, body, group, anonymous, document or none",                  false},
    {"cue",          "the words that tie quotation and speaker, as says or according to",
     false                                                                                     },
    {"mention",
     "the words beside the quotation that stand for the speaker, as he",                  false},
    {"method",
     "how it was tied: cue, colon, according-to, continuation, transcript, "
     "dateline, turn, nearest or none",                                                   false},
    {"confidence",
     "0.00 to 1.00: of the rows at 0.90, nine in ten have the right speaker",             true },
    {"evidence",     "the words that decided it",                                         false},
    {"paragraph",    "where it begins, from 1",                                           true },
    {"line",         "where it begins, from 1",                                           true },
    {"quote_spans",
     "where its words stand: 12..40, end exclusive, ; between parts",                     false},
    {"mention_span", "where the mention stands",                                          false},
    {"cue_span",     "where the cue stands",                                              false},
    {"duplicate_of",
     "quote_id of the first row with the same words by the same speaker",                 false},
    {"parent",       "quote_id of the quotation that this one stands in",                 false},
    {"group",
     "quote_id of the first row with the same or nearly the same words, "
     "whoever said them; its own when there is none before",                              false},
    {"group_change",
     "what differs from that row: other words, so many words more or fewer, "
     "other speaker; whosaid diff FILE shows which words",                                false},
    {"title",        "an HTML page's headline or title; only when asked for",             false},
    {"url",          "a page's own address; only when asked for",                         false},
    {"date",         "when a page says it was published; only when asked for",            false},
    {"language",     "a page's language, as en-GB; only when asked for",                  false},
};

const char *whosaid_column_name(uint32_t i)
{
    return i < WS_COLUMNS_ALL ? ws_columns[i].name : NULL;
}

const char *whosaid_column_help(uint32_t i)
{
    return i < WS_COLUMNS_ALL ? ws_columns[i].help : NULL;
}
