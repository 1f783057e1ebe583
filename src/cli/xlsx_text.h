/*
 * xlsx_text.h - what a workbook makes of a text, and how to keep it from that.
 */
#ifndef CLI_XLSX_TEXT_H
#define CLI_XLSX_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#define CLI_XLSX_CELL    32767 /* units of UTF-16 that a cell holds */
#define CLI_XLSX_LINK    2079  /* bytes of a link */
#define CLI_XLSX_ESCAPED (3 * CLI_XLSX_CELL + 8) /* bytes of a cell */

/*
 * Write a text as a cell has it: an underscore that would begin a code as in
 * "_x0041_", which readers take for A, becomes _x005F_; what is too long is cut
 * and ends with an ellipsis.
 *
 *   text   good UTF-8 without controls, ending with NUL, as out does
 *
 * False when it was cut.
 */
bool cli_xlsx_escape(const char *text, char out[CLI_XLSX_ESCAPED]);

/* Whether a text is nothing but a link that a workbook can hold: http or https,
 * in the characters of RFC 3986, and short enough. */
bool cli_xlsx_is_link(const char *text);

/* About how many lines a text takes in a column so many characters wide. */
size_t cli_xlsx_lines(const char *text, double width);

#endif /* CLI_XLSX_TEXT_H */
