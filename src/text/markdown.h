/*
 * markdown.h - the signs of Markdown in a text.
 */
#ifndef WS_MARKDOWN_H
#define WS_MARKDOWN_H

#include "text/signs.h"

/* Whether a text is clearly Markdown: a link, or two of headings and bold
 * words. mark is not needed. O(len). */
bool ws_markdown_is(const ws_signs *plain);

/* Mark the signs: what they say is for the eye. O(len). */
void ws_markdown_mark(ws_signs *plain);

#endif /* WS_MARKDOWN_H */
