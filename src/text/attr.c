/*
 * attr.c - the attributes of a tag that say something of its text.
 *
 * The names of classes are anybody's, but the words in them recur: what stands
 * in "related-links" or "relatedLinks" is not the article. A word alone decides
 * nothing: see article.c, which keeps what holds much of the page.
 */
#include "text/attr.h"

#include <string.h>

static const char *const names[WS_ATTRS] = {
    "class", "content",  "datetime", "hidden", "href", "http-equiv",
    "id",    "itemprop", "lang",     "name",   "open", "property",
    "rel",   "role",     "style",    "type"};

void ws_attrs_read(const ws_markup *html, const ws_markup_token *tag,
                   ws_attrs *attrs)
{
    uint32_t at = tag->words.end;
    ws_markup_attr attr;

    attrs->has = 0;
    if (tag->all.end - tag->words.end <= 1) /* "<p>" */
        return;
    while (ws_markup_attr_next(html, &at, &attr)) {
        for (uint32_t i = 0; i < WS_ATTRS; i++) {
            if (!ws_markup_is(html, attr.name, names[i]))
                continue;
            if ((attrs->has & 1U << i) == 0)
                attrs->value[i] = attr.value;
            attrs->has |= 1U << i;
            break;
        }
    }
}

bool ws_attrs_is(const ws_markup *html, const ws_attrs *attrs, ws_attr attr,
                 const char *lower)
{
    return (attrs->has & 1U << attr) != 0 &&
           ws_markup_is(html, attrs->value[attr], lower);
}

/* The next run of bytes without white space in words; false: none is left. */
static bool next_word(const ws_markup *html, whosaid_span *words,
                      whosaid_span *word)
{
    uint32_t at = words->begin;

    while (at < words->end && ws_markup_is_space(html->bytes[at]))
        at++;
    word->begin = at;
    while (at < words->end && !ws_markup_is_space(html->bytes[at]))
        at++;
    word->end = words->begin = at;
    return word->end > word->begin;
}

bool ws_attrs_has(const ws_markup *html, const ws_attrs *attrs, ws_attr attr,
                  const char *lower)
{
    whosaid_span word;

    if ((attrs->has & 1U << attr) == 0)
        return false;
    whosaid_span words = attrs->value[attr];
    while (next_word(html, &words, &word))
        if (ws_markup_is(html, word, lower))
            return true;
    return false;
}

/* -- classes -------------------------------------------------------------- */

struct meaning {
    const char *word;
    uint32_t class;
};

/* Words that mean a pull quote together, "pull-quote", but not "pull-left". */
enum { PULL_WORD = 256, QUOTE_WORD = 512 };

/* Whole names of classes. */
static const struct meaning whole[] = {
    {"screen-reader-text", WS_CLASS_HIDDEN},
    {"sr-only",            WS_CLASS_HIDDEN},
    {"visually-hidden",    WS_CLASS_HIDDEN},
    {"visuallyhidden",     WS_CLASS_HIDDEN},
};

/* Words in them; with a star, words that begin so. */
static const struct meaning parts[] = {
    {"ad",          WS_CLASS_JUNK   },
    {"ads",         WS_CLASS_JUNK   },
    {"advert*",     WS_CLASS_JUNK   },
    {"banner",      WS_CLASS_JUNK   },
    {"breadcrumb*", WS_CLASS_JUNK   },
    {"caption",     WS_CLASS_CAPTION},
    {"comment",     WS_CLASS_JUNK   },
    {"commentlist", WS_CLASS_JUNK   },
    {"comments",    WS_CLASS_JUNK   },
    {"consent",     WS_CLASS_JUNK   },
    {"cookie",      WS_CLASS_JUNK   },
    {"cookies",     WS_CLASS_JUNK   },
    {"credit",      WS_CLASS_CAPTION},
    {"credits",     WS_CLASS_CAPTION},
    {"disqus",      WS_CLASS_JUNK   },
    {"footer",      WS_CLASS_JUNK   },
    {"infobox",     WS_CLASS_JUNK   },
    {"menu",        WS_CLASS_JUNK   },
    {"modal",       WS_CLASS_JUNK   },
    {"mostread",    WS_CLASS_JUNK   },
    {"nav",         WS_CLASS_JUNK   },
    {"navbar",      WS_CLASS_JUNK   },
    {"navigation",  WS_CLASS_JUNK   },
    {"newsletter*", WS_CLASS_JUNK   },
    {"outbrain*",   WS_CLASS_JUNK   },
    {"popular",     WS_CLASS_JUNK   },
    {"popup",       WS_CLASS_JUNK   },
    {"promo",       WS_CLASS_JUNK   },
    {"promos",      WS_CLASS_JUNK   },
    {"pull",        PULL_WORD       },
    {"pullquote",   WS_CLASS_PULL   },
    {"quote",       QUOTE_WORD      },
    {"recommend*",  WS_CLASS_JUNK   },
    {"references",  WS_CLASS_JUNK   },
    {"reflist",     WS_CLASS_JUNK   },
    {"related*",    WS_CLASS_JUNK   },
    {"share",       WS_CLASS_JUNK   },
    {"sharedaddy",  WS_CLASS_JUNK   },
    {"sharing",     WS_CLASS_JUNK   },
    {"sidebar",     WS_CLASS_JUNK   },
    {"signup",      WS_CLASS_JUNK   },
    {"social",      WS_CLASS_JUNK   },
    {"sponsor*",    WS_CLASS_JUNK   },
    {"subscribe",   WS_CLASS_JUNK   },
    {"taboola*",    WS_CLASS_JUNK   },
    {"toolbar",     WS_CLASS_JUNK   },
    {"trending",    WS_CLASS_JUNK   },
};

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool means(const ws_markup *html, whosaid_span word, const char *lower)
{
    size_t len = strlen(lower);
    char start[16];

    if (lower[len - 1] != '*')
        return ws_markup_is(html, word, lower);
    if (word.end - word.begin < len - 1 || len > sizeof start)
        return false;
    memcpy(start, lower, len - 1);
    start[len - 1] = '\0';
    word.end = word.begin + (uint32_t)len - 1;
    return ws_markup_is(html, word, start);
}

static uint32_t meaning_of(const ws_markup *html, whosaid_span word,
                           const struct meaning *of, size_t count)
{
    char first = (char)(html->bytes[word.begin] | 0x20);

    for (size_t i = 0; i < count; i++)
        if (of[i].word[0] == first && means(html, word, of[i].word))
            return of[i].class;
    return 0;
}

/* The words in one name: "relatedLinks", "related-links". */
static uint32_t class_of(const ws_markup *html, whosaid_span name)
{
    uint32_t class =
        meaning_of(html, name, whole, sizeof whole / sizeof whole[0]);
    uint32_t at = name.begin;

    while (at < name.end) {
        uint32_t begin = at;
        if (!ws_markup_is_letter(html->bytes[at])) {
            at++;
            continue;
        }
        do {
            at++;
        } while (at < name.end && ws_markup_is_letter(html->bytes[at]) &&
                 (!is_upper(html->bytes[at]) || is_upper(html->bytes[at - 1])));
        class |= meaning_of(html, (whosaid_span){begin, at}, parts,
                            sizeof parts / sizeof parts[0]);
    }
    if ((class & PULL_WORD) != 0 && (class & QUOTE_WORD) != 0)
        class |= WS_CLASS_PULL;
    return class & ~(uint32_t)(PULL_WORD | QUOTE_WORD);
}

uint32_t ws_attrs_class(const ws_markup *html, const ws_attrs *attrs)
{
    static const ws_attr in[] = {WS_ATTR_CLASS, WS_ATTR_ID};
    uint32_t class = 0;
    whosaid_span name;

    for (size_t i = 0; i < sizeof in / sizeof in[0]; i++) {
        if ((attrs->has & 1U << in[i]) == 0)
            continue;
        whosaid_span words = attrs->value[in[i]];
        while (next_word(html, &words, &name))
            class |= class_of(html, name);
    }
    return class;
}

/* -- what is not to be seen ----------------------------------------------- */

/* Whether a style says NAME: VALUE, white space and case aside. O(style). */
static bool says(const ws_markup *html, whosaid_span style, const char *words)
{
    size_t n = 0;

    for (uint32_t at = style.begin; at < style.end; at++) {
        char c = html->bytes[at];
        if (ws_markup_is_space(c))
            continue;
        if (c >= 'A' && c <= 'Z')
            c = (char)(c | 0x20);
        /* no word here begins again inside itself */
        n = c == words[n] ? n + 1 : (c == words[0] ? 1 : 0);
        if (words[n] == '\0')
            return true;
    }
    return false;
}

bool ws_attrs_hide(const ws_markup *html, const ws_attrs *attrs)
{
    if ((attrs->has & 1U << WS_ATTR_HIDDEN) != 0 &&
        !ws_attrs_is(html, attrs, WS_ATTR_HIDDEN, "until-found"))
        return true;
    if ((attrs->has & 1U << WS_ATTR_STYLE) == 0)
        return false;
    whosaid_span style = attrs->value[WS_ATTR_STYLE];
    return says(html, style, "display:none") ||
           says(html, style, "visibility:hidden");
}
