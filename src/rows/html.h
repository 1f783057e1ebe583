/*
 * html.h - text of others as HTML: nothing in it is taken for markup.
 */
#ifndef WS_HTML_H
#define WS_HTML_H

#include "rows/out.h"

/*
 * Write a text as the content of an element, or as the value of an attribute
 * that stands in double quotes. Each returns how many bytes became U+FFFD:
 * what no reader takes (see ws_out_run()), and VT and the C1 controls.
 *
 * CR, CRLF and NEL become LF, as a browser reads the first two. A mark that
 * turns the direction of what follows (U+202A-202E, U+2066-2069) is shown and
 * turns nothing: in content it stands alone in a <bdi class="turn">, in a value
 * it becomes U+FFFD. A reader of the page without its tags finds the text, with
 * one UTF-16 unit or two for each code point as ever.
 *
 * O(len).
 */
size_t ws_html_text(ws_out *out, const char *text, size_t len);
size_t ws_html_value(ws_out *out, const char *text, size_t len);

/* Whether a text is the address of a web page: http:// or https:// and more. */
bool ws_html_is_address(const char *text, size_t len);

/* Write it as a value. O(len). */
void ws_html_address(ws_out *out, const char *text, size_t len);

/*
 * Write, as a value, the address of words in a web page: a text fragment.
 *
 *   page    for which ws_html_is_address() holds
 *   words   [parts] in their order, each in one paragraph; the last may be the
 *           first too
 *   around  [2] words before and behind, so that others that are the same are
 *           passed over; each may be empty; NULL: neither
 *
 * Few words are named whole, many by the first and the last few.
 * O(bytes of page + bytes of the first and last words).
 */
void ws_html_fragment(ws_out *out, ws_cell page, const ws_cell *words,
                      uint32_t parts, const ws_cell *around);

#endif /* WS_HTML_H */
