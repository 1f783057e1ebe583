/*
 * byline.c - where the lines over an article end.
 *
 *   in   the first tokens of a document
 *   out  those with which a line ends though another follows on it
 *
 * Pages lose their line breaks: headline, writer, date and the first sentence
 * stand in one line, and the writer's name runs into that of whoever the
 * sentence is about. A line ends
 *
 * 1. behind "By Ana Ruiz", "Interview by Ana Ruiz and Jo Hill", with the desk
 *    and the town of the writer: ", Court Reporter", "BBC News, Brill";
 * 2. behind a name and a desk without "by": "Ana Ruiz Political editor";
 * 3. between two full names: "Ana Ruiz Jo Hill has"; between a name and those
 *    who do something: "Ana Ruiz Police have";
 * 4. behind a date that no preposition leads to, or "published 3 hours ago";
 * 5. behind whose picture it is: "PA Media", and "Share", "Save" behind these.
 *
 * Nothing but what begins with a capital, or a number, can follow.
 *
 * Cost: a bounded number of looks. Not here: lines that stand by themselves.
 */
#include "quote/byline.h"

enum {
    HEAD = 90,        /* tokens of a document that its head may take */
    HEADLINE = 20,    /* tokens before the name of a writer */
    LONG = 100,       /* of a paragraph that may be several glued together */
    WRITERS = 4,      /* of one article */
    DESK_TOKENS = 7,  /* of "Local Democracy Reporting Service" */
    PLACE_TOKENS = 5, /* of "Hereford & Worcester" */
    AGO_TOKENS = 7,   /* from "published" to "ago" */
    DATE_TOKENS = 3,  /* of "4 March 2024" */
    YEAR_BYTES = 4,
    DAY_BYTES = 2,
    FURNITURE = 6 /* "Share", "Save" */
};

struct head {
    const char *bytes;
    const ws_token *token;
    const uint32_t *inside;
    const uint32_t *first; /* of paragraphs */
    uint32_t last;         /* tokens looked at */
    ws_byline line;
};

static bool is_listed(const struct head *h, uint32_t i, ws_list list)
{
    const ws_token *token = &h->token[i];

    return i < h->last && token->kind == WS_TOKEN_WORD &&
           (ws_token_listed(h->bytes, token, list) ||
            ((token->shape & WS_SHAPE_ALLCAPS) != 0 &&
             ws_is_listed_small(list, h->bytes + token->begin,
                                token->end - token->begin)));
}

/* A word with a capital, of the paragraph of token from. */
static bool is_capital(const struct head *h, uint32_t i, uint32_t from)
{
    return i < h->last && h->token[i].kind == WS_TOKEN_WORD &&
           ws_is_capital(&h->token[i]) && h->inside[i] == 0 &&
           h->token[i].paragraph == h->token[from].paragraph;
}

/* A word with which a sentence begins and no name goes on. */
static bool is_function(ws_lex lex)
{
    return (lex & (WS_LEX_BIT(DET) | WS_LEX_BIT(POSSESSIVE) |
                   WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(CONJUNCTION) |
                   WS_LEX_BIT(SUBJECT) | WS_LEX_BIT(NEUTER) |
                   WS_LEX_BIT(SUBORDINATOR) | WS_LEX_BIT(RELATIVE) |
                   WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(MODAL))) != 0;
}

static bool is_given(const struct head *h, uint32_t i, uint32_t from)
{
    const ws_lex no =
        WS_LEX_BIT(TITLE) | WS_LEX_BIT(HONORIFIC) | WS_LEX_BIT(ABBREVIATION);
    const ws_lex given = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);

    return is_capital(h, i, from) && (h->token[i].lex & given) != 0 &&
           (h->token[i].lex & no) == 0 && !is_function(h->token[i].lex);
}

/* Whether token i is owned, or owns: "Ana Ruiz's". */
static bool is_genitive(const struct head *h, uint32_t i)
{
    return i < h->last && (h->token[i].shape & WS_SHAPE_GENITIVE) != 0;
}

/* The token behind "Ana Ruiz", "Ana B. Ruiz", "Ana ap Ruiz" at i; or i. */
static uint32_t behind_name(const struct head *h, uint32_t i)
{
    const ws_lex no = WS_LEX_BIT(BODY) | WS_LEX_BIT(HONORIFIC) |
                      WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE);
    uint32_t at = i + 1;

    if (!is_given(h, i, i))
        return i;
    while (at < h->last && at < i + 3 &&
           ((h->token[at].shape & WS_SHAPE_INITIAL) != 0 ||
            (ws_is_small(&h->token[at]) && WS_IS(h->token[at].lex, PARTICLE))))
        at++;
    if (!is_capital(h, at, i) || is_function(h->token[at].lex) ||
        ((h->token[at].lex & no) != 0 && !WS_IS(h->token[at].lex, SURNAME)) ||
        (h->token[at].shape & WS_SHAPE_DOT) != 0 ||
        (at + 1 < h->last && WS_IS(h->token[at + 1].lex, NAME_SUFFIX)) ||
        is_genitive(h, at + 1))
        return i;
    return at + 1;
}

/* "&", "and". */
static bool is_and(const struct head *h, uint32_t i)
{
    return i < h->last && ((h->token[i].kind == WS_TOKEN_WORD &&
                            WS_IS(h->token[i].lex, AND)) ||
                           h->bytes[h->token[i].begin] == '&');
}

/* The token behind what tells for whom the writer works, at i: "Court
 * Reporter", "BBC Wales", "Local Democracy Reporting Service"; or i. */
static uint32_t behind_desk(const struct head *h, uint32_t i, uint32_t from)
{
    uint32_t found = i;
    uint32_t at = i;

    if (!is_capital(h, i, from))
        return i;
    if (is_listed(h, i, WS_LIST_OUTLET)) {
        at++;
        at += is_capital(h, at, from) && !is_function(h->token[at].lex);
        found = at;
    }
    for (; at < h->last && at < i + DESK_TOKENS; at++) {
        bool desk = is_listed(h, at, WS_LIST_DESK) ||
                    (found > i && is_listed(h, at, WS_LIST_ANNEX));
        if (desk)
            found = at + 1;
        else if (found > i || is_function(h->token[at].lex) ||
                 !(is_capital(h, at, from) || is_and(h, at)))
            break;
    }
    return is_genitive(h, found) ? i : found;
}

/* The token behind ", Brill", ", Hereford & Worcester" at i; or i. */
static uint32_t behind_place(const struct head *h, uint32_t i, uint32_t from)
{
    uint32_t at = i + 1;

    if (i >= h->last || !ws_is_comma(&h->token[i]) ||
        !is_capital(h, at, from) || is_function(h->token[at].lex))
        return i;
    for (at++; at < i + PLACE_TOKENS; at++) {
        bool more = is_and(h, at) && is_capital(h, at + 1, from);
        bool place = is_capital(h, at, from) &&
                     WS_IS(h->token[at].lex, PLACE) &&
                     is_capital(h, at + 1, from);
        if (!more && !place)
            break;
        at += more;
    }
    return is_capital(h, at, from) ? at : i;
}

/* Whether a line can end before token i of the paragraph of token from. */
static bool can_follow(const struct head *h, uint32_t i, uint32_t from)
{
    const ws_token *token = &h->token[i];

    return i < h->last && token->paragraph == h->token[from].paragraph &&
           (is_capital(h, i, from) || token->kind == WS_TOKEN_NUMBER ||
            (token->kind == WS_TOKEN_MARK && h->inside[i] != 0));
}

static void add(struct head *h, uint32_t end)
{
    ws_byline *line = &h->line;

    if (line->count < WS_BYLINE_ENDS &&
        (line->count == 0 || line->end[line->count - 1] < end))
        line->end[line->count++] = end;
}

/* A line [first, last) that stands between others: where it begins the one
 * before ends. Returns the token behind it. */
static uint32_t add_line(struct head *h, uint32_t first, uint32_t last)
{
    if (first > 0 && h->inside[first - 1] == 0 &&
        h->token[first - 1].paragraph == h->token[first].paragraph)
        add(h, first - 1);
    for (uint32_t n = 0;
         n < FURNITURE && is_listed(h, last, WS_LIST_FURNISHED) &&
         can_follow(h, last + 1, first);
         n++)
        last++;
    add(h, last - 1);
    return last;
}

/* "[By] Ana Ruiz": whether a writer's name may follow token i. */
static bool is_by(const struct head *h, uint32_t i)
{
    return is_listed(h, i, WS_LIST_AGENT) && h->inside[i] == 0 &&
           (ws_is_capital(&h->token[i]) ||
            (i > 0 && is_listed(h, i - 1, WS_LIST_BILLED)));
}

/* Whether token i still belongs to the writer's name or address: "Ana Ruiz Hill
 * A man", "Ana Ruiz @anaruiz". */
static bool goes_on(const struct head *h, uint32_t i, uint32_t from)
{
    const ws_lex given = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);

    if (i >= h->last || h->bytes[h->token[i].begin] == '@')
        return i < h->last;
    return is_capital(h, i, from) && (h->token[i].lex & given) == 0 &&
           WS_IS(h->token[i].lex, SURNAME) && is_capital(h, i + 1, from) &&
           is_function(h->token[i + 1].lex);
}

/* Lines that name the writer behind "by" at token i. Returns the token behind
 * them, or i. */
static uint32_t read_by(struct head *h, uint32_t i)
{
    uint32_t end = behind_name(h, i + 1);
    uint32_t first = ws_is_capital(&h->token[i]) ? i : i - 1;

    if (end == i + 1 || h->token[end - 1].paragraph != h->token[i].paragraph)
        return i;
    for (uint32_t n = 1; n < WRITERS && end < h->last &&
                         (is_and(h, end) || ws_is_comma(&h->token[end]));
         n++) {
        uint32_t next = behind_name(h, end + 1);
        if (next == end + 1)
            break;
        end = next;
    }
    uint32_t comma =
        end < h->last && ws_is_comma(&h->token[end]) ? end + 1 : end;
    uint32_t desk = behind_desk(h, comma, i);
    if (desk > comma)
        end = behind_place(h, desk, i);
    else if (comma == end)
        end += goes_on(h, end, i);
    return can_follow(h, end, i) ? add_line(h, first, end) : i;
}

/* Several who do something: "Police have", "Councillors backed". */
static bool are_many(const struct head *h, uint32_t i, uint32_t from)
{
    const ws_lex does = WS_LEX_BIT(BE) | WS_LEX_BIT(AUXILIARY) |
                        WS_LEX_BIT(MODAL) | WS_LEX_BIT(CUE);
    ws_lex lex = h->token[i].lex;

    return is_capital(h, i, from) && i + 1 < h->last &&
           ws_is_small(&h->token[i + 1]) && (h->token[i + 1].lex & does) != 0 &&
           (is_listed(h, i, WS_LIST_FORCE) ||
            (WS_IS(lex, PLURAL) && !WS_IS(lex, BODY) && !WS_IS(lex, SURNAME) &&
             (lex & (WS_LEX_BIT(PERSON) | WS_LEX_BIT(ROLE))) != 0));
}

/* Whether a sentence begins at token i, behind a name: "A man", "Pensioner Jo
 * Hill". */
static bool begins(const struct head *h, uint32_t i, uint32_t from)
{
    const ws_lex opens =
        WS_LEX_BIT(DET) | WS_LEX_BIT(QUANTITY) | WS_LEX_BIT(PREPOSITION);
    ws_lex lex = h->token[i].lex;

    if (!is_capital(h, i, from) || i + 1 >= h->last)
        return false;
    if ((lex & opens) != 0)
        return ws_is_small(&h->token[i + 1]);
    return WS_IS(lex, PERSON) && !WS_IS(lex, SURNAME) &&
           behind_name(h, i + 1) > i + 1;
}

/* "Dr Ana Ruiz", "Hill's Ana Ruiz": a name that other words lead to. */
static bool is_titled(const struct head *h, uint32_t i)
{
    const ws_lex title =
        WS_LEX_BIT(TITLE) | WS_LEX_BIT(HONORIFIC) | WS_LEX_BIT(ROLE);

    return i > 0 && (is_genitive(h, i - 1) ||
                     (h->token[i - 1].paragraph == h->token[i].paragraph &&
                      (h->token[i - 1].lex & title) != 0));
}

/* Whether the paragraph of token i may be several that were glued. */
static bool is_long(const struct head *h, uint32_t i)
{
    const uint32_t *first = &h->first[h->token[i].paragraph];

    return first[1] - first[0] > LONG;
}

/* Whether a headline's last word stands right before token i, or nothing: four
 * names in a sentence are one person's. */
static bool is_behind_headline(const struct head *h, uint32_t i)
{
    if (i == 0)
        return true;
    const ws_token *before = &h->token[i - 1];
    return i < HEADLINE && before->kind == WS_TOKEN_WORD &&
           !is_function(before->lex) &&
           h->first[before->paragraph] == h->first[0];
}

/* Lines that name the writer at token i without a "by". Returns the token
 * behind them, or i. */
static uint32_t read_name(struct head *h, uint32_t i)
{
    uint32_t end = behind_name(h, i);

    if (end == i || WS_IS(h->token[i].lex, PLACE) || is_titled(h, i))
        return i;
    bool comma = end < h->last && ws_is_comma(&h->token[end]);
    uint32_t desk = behind_desk(h, end + comma, i);
    if (desk > end + comma) {
        uint32_t place = behind_place(h, desk, i);
        return can_follow(h, place, i) &&
                       (!comma || ws_is_capital(&h->token[desk - 1]))
                   ? add_line(h, i, place)
                   : i;
    }
    if (comma || end != i + 2 || end >= h->last || !is_long(h, i))
        return i;
    uint32_t second = behind_name(h, end);
    bool two =
        is_behind_headline(h, i) && second == end + 2 && second < h->last &&
        !WS_IS(h->token[second - 1].lex, COMMON_NOUN) &&
        !WS_IS(h->token[end].lex, PLACE) &&
        (ws_is_small(&h->token[second]) || ws_is_comma(&h->token[second]));
    if (!two && !are_many(h, end, i) && !begins(h, end, i))
        return i;
    add_line(h, i, end);
    return end;
}

/* The token behind "4 March 2024" or "March 4, 2024" at i, and the hour; or i.
 */
static uint32_t behind_date(const struct head *h, uint32_t i)
{
    const ws_token *token = h->token;

    if (i + DATE_TOKENS >= h->last)
        return i;
    uint32_t month = token[i].kind == WS_TOKEN_NUMBER ? i + 1 : i;
    uint32_t day = month == i ? i + 1 : i;
    uint32_t year = i + 2;
    year += month == i && ws_is_comma(&token[year]);
    if (!is_capital(h, month, i) || !WS_IS(token[month].lex, TIME) ||
        token[day].kind != WS_TOKEN_NUMBER ||
        token[day].end - token[day].begin > DAY_BYTES ||
        token[year].kind != WS_TOKEN_NUMBER ||
        token[year].end - token[year].begin != YEAR_BYTES)
        return i;
    uint32_t end = year + 1;
    while (end < h->last && end < year + 4 &&
           (token[end].kind == WS_TOKEN_NUMBER ||
            (token[end].kind == WS_TOKEN_WORD && WS_IS(token[end].lex, TIME) &&
             (token[end].shape & WS_SHAPE_ALLCAPS) != 0)))
        end++;
    return end;
}

/* Whether a date at token i stands in a sentence: "on Monday 4 March 2024". */
static bool is_led_to(const struct head *h, uint32_t i)
{
    if (i > 0 && WS_IS(h->token[i - 1].lex, TIME))
        i--;
    return i > 0 && h->token[i - 1].kind == WS_TOKEN_WORD &&
           (h->token[i - 1].lex &
            (WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(DET))) != 0 &&
           !(i > 1 && is_listed(h, i - 2, WS_LIST_ISSUED));
}

/* "Published 3 hours ago", "4 March 2024", "PA Media" at token i. Returns the
 * token behind it, or i. */
static uint32_t read_note(struct head *h, uint32_t i)
{
    const ws_token *token = h->token;
    uint32_t end = behind_date(h, i);

    if (end > i)
        return !is_led_to(h, i) && can_follow(h, end, i) ? add_line(h, i, end)
                                                         : i;
    if (is_capital(h, i, i) && is_listed(h, i, WS_LIST_ISSUED)) {
        for (end = i + 1; end < h->last && end < i + AGO_TOKENS; end++)
            if (is_listed(h, end, WS_LIST_PAST))
                return can_follow(h, end + 1, i) ? add_line(h, i, end + 1) : i;
        return i;
    }
    if (is_capital(h, i, i) && is_capital(h, i + 1, i) &&
        is_listed(h, i + 1, WS_LIST_STOCK) &&
        ((token[i].shape & WS_SHAPE_ALLCAPS) != 0 || token[i].lex == 0) &&
        can_follow(h, i + 2, i))
        return add_line(h, i, i + 2);
    return i;
}

ws_byline ws_byline_find(const char *bytes, const ws_tokens *tokens,
                         const ws_pieces *pieces)
{
    struct head h = {bytes,
                     tokens->token,
                     pieces->inside,
                     tokens->first,
                     tokens->count < HEAD ? tokens->count : HEAD,
                     {.count = 0}};

    if (tokens->foreign || tokens->nouns)
        return h.line;
    for (uint32_t i = 0; i < h.last;) {
        uint32_t end = i;
        if (h.inside[i] == 0)
            end = is_by(&h, i) ? read_by(&h, i) : read_name(&h, i);
        if (end == i && h.inside[i] == 0)
            end = read_note(&h, i);
        i = end > i ? end : i + 1;
    }
    return h.line;
}
