/*
 * report.h - what is wrong with the marks of one document.
 */
#ifndef WS_REPORT_H
#define WS_REPORT_H

#include "quote/lint.h"
#include "text/page.h"

struct whosaid_report {
    ws_arena arena;           /* owns all below */
    const ws_text *text;      /* the document's; borrowed */
    const whosaid_page *page; /* likewise; NULL: the text is of none */
    ws_findings findings;
};

#endif /* WS_REPORT_H */
