/*
 * cut.h - where the records of an input end: lines, or those of CSV, in which
 * a quoted cell may hold line ends.
 */
#ifndef CLI_CUT_H
#define CLI_CUT_H

#include <stdbool.h>
#include <stddef.h>

/* Begin with all zero but is_csv. */
typedef struct cli_cut {
    bool is_csv;
    char parting; /* CSV: what parts cells; 0 before the first line ends */
    unsigned char cell; /* CSV: where in a cell we are */
    size_t count[3];    /* CSV: , ; TAB outside quotes in the first line */
} cli_cut;

/* How many of bytes belong to the record at hand, its line end too. 0 when it
 * does not end in them: then all do, and the next call goes on behind them. */
size_t cli_cut_end(cli_cut *cut, const char *bytes, size_t len);

/* A record of an input. */
typedef struct cli_record {
    const char *name;  /* of the input */
    const char *bytes; /* [len], without line end */
    size_t len;
    size_t number; /* in the input, from 0 */
    size_t line;   /* where it begins, from 1 */
    size_t at;     /* likewise, in bytes */
    char parting;  /* CSV: what parts cells; else 0 */
    bool *over;    /* set it when the input's rest is not wanted */
} cli_record;

#endif /* CLI_CUT_H */
