/*
 * element.c - HTML's elements by name.
 *
 * The names that matter stand in one sorted table. A name that does not,
 * <amp-img> or <font>, gets one of a few numbers by a hash, so that an end tag
 * finds the begin of its like.
 */
#include "text/element.h"

#include <string.h>

enum { LONGEST_NAME = 13 };

struct row {
    char name[LONGEST_NAME];
    uint8_t element;
    uint8_t traits;
};

/* By name. */
static const struct row rows[] = {
    {"a",             WS_ELEMENT_A,            0                                                 },
    {"address",       WS_ELEMENT_DIV,          WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P                  },
    {"applet",        WS_ELEMENT_DROPPED,      WS_TRAIT_DROP                                     },
    {"area",          WS_ELEMENT_VOID,         WS_TRAIT_VOID                                     },
    {"article",       WS_ELEMENT_ARTICLE,      WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P                  },
    {"aside",         WS_ELEMENT_ASIDE,
     WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_SOFT                                            },
    {"audio",         WS_ELEMENT_DROPPED,      WS_TRAIT_DROP                                     },
    {"b",             WS_ELEMENT_PLAIN,        WS_TRAIT_LEAVES                                   },
    {"base",          WS_ELEMENT_VOID,         WS_TRAIT_VOID                                     },
    {"basefont",      WS_ELEMENT_VOID,         WS_TRAIT_VOID                                     },
    {"bgsound",       WS_ELEMENT_VOID,         WS_TRAIT_VOID                                     },
    {"big",           WS_ELEMENT_PLAIN,        WS_TRAIT_LEAVES                                   },
    {"blockquote",    WS_ELEMENT_BLOCKQUOTE,
     WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_LEAVES                                          },
    {"body",          WS_ELEMENT_BODY,         WS_TRAIT_BLOCK | WS_TRAIT_LEAVES                  },
    {"br",            WS_ELEMENT_BR,           WS_TRAIT_VOID | WS_TRAIT_LEAVES                   },
    {"button",        WS_ELEMENT_BUTTON,       WS_TRAIT_DROP                                     },
    {"canvas",        WS_ELEMENT_DROPPED,      WS_TRAIT_DROP                                     },
    {"caption",       WS_ELEMENT_FIGCAPTION,   WS_TRAIT_BLOCK                                    },
    {"center",        WS_ELEMENT_DIV,
     WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_LEAVES                                          },
    {"cite",          WS_ELEMENT_CITE,         0                                                 },
    {"code",          WS_ELEMENT_PLAIN,        WS_TRAIT_LEAVES                                   },
    {"col",           WS_ELEMENT_VOID,         WS_TRAIT_VOID                                     },
    {"colgroup",      WS_ELEMENT_TR,           WS_TRAIT_BLOCK                                    },
    {"command",       WS_ELEMENT_VOID,         WS_TRAIT_VOID                                     },
    {"datalist",      WS_ELEMENT_DROPPED,      WS_TRAIT_DROP                                     },
    {"dd",            WS_ELEMENT_DD,           WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_LEAVES},
    {"details",       WS_ELEMENT_DIV,          WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P                  },
    {"dialog",        WS_ELEMENT_DIALOG,
     WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_SOFT                                            },
    {"dir",           WS_ELEMENT_LIST,         WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P                  },
    {"div",           WS_ELEMENT_DIV,          WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_LEAVES},
    {"dl",            WS_ELEMENT_DL,           WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_LEAVES},
    {"dt",            WS_ELEMENT_DD,           WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_LEAVES},
    {"em",            WS_ELEMENT_PLAIN,        WS_TRAIT_LEAVES                                   },
    {"embed",         WS_ELEMENT_VOID,         WS_TRAIT_VOID | WS_TRAIT_LEAVES                   },
    {"fieldset",      WS_ELEMENT_DIV,          WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P                  },
    {"figcaption",    WS_ELEMENT_FIGCAPTION,   WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P                  },
    {"figure",        WS_ELEMENT_FIGURE,       WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P                  },
    {"footer",        WS_ELEMENT_FOOTER,
     WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_SOFT                                            },
    {"foreignobject", WS_ELEMENT_FOREIGN_HTML, WS_TRAIT_SCOPE                                    },
    {"form",          WS_ELEMENT_FORM,         WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_SOFT  },
    {"frame",         WS_ELEMENT_VOID,         WS_TRAIT_VOID                                     },
    {"h1",            WS_ELEMENT_H1,           WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_LEAVES},
    {"h2",            WS_ELEMENT_HEADING,
     WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_LEAVES                                          },
    {"h3",            WS_ELEMENT_HEADING,
     WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_LEAVES                                          },
    {"h4",            WS_ELEMENT_HEADING,
     WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_LEAVES                                          },
    {"h5",            WS_ELEMENT_HEADING,
     WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_LEAVES                                          },
    {"h6",            WS_ELEMENT_HEADING,
     WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_LEAVES                                          },
    {"head",          WS_ELEMENT_DIV,          WS_TRAIT_LEAVES                                   },
    {"header",        WS_ELEMENT_HEADER,       WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P                  },
    {"hgroup",        WS_ELEMENT_DIV,          WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P                  },
    {"hr",            WS_ELEMENT_VOID,
     WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_VOID | WS_TRAIT_LEAVES                          },
    {"html",          WS_ELEMENT_HTML,         WS_TRAIT_BLOCK                                    },
    {"i",             WS_ELEMENT_PLAIN,        WS_TRAIT_LEAVES                                   },
    {"iframe",        WS_ELEMENT_RAW,          WS_TRAIT_DROP                                     },
    {"img",           WS_ELEMENT_VOID,         WS_TRAIT_VOID | WS_TRAIT_LEAVES                   },
    {"input",         WS_ELEMENT_VOID,         WS_TRAIT_VOID                                     },
    {"keygen",        WS_ELEMENT_VOID,         WS_TRAIT_VOID                                     },
    {"legend",        WS_ELEMENT_DIV,          WS_TRAIT_BLOCK                                    },
    {"li",            WS_ELEMENT_LI,           WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_LEAVES},
    {"link",          WS_ELEMENT_LINK,         WS_TRAIT_VOID                                     },
    {"listing",       WS_ELEMENT_PRE,
     WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_LEAVES                                          },
    {"main",          WS_ELEMENT_MAIN,         WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P                  },
    {"map",           WS_ELEMENT_DROPPED,      WS_TRAIT_DROP                                     },
    {"math",          WS_ELEMENT_FOREIGN,      WS_TRAIT_DROP                                     },
    {"menu",          WS_ELEMENT_LIST,
     WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_LEAVES                                          },
    {"meta",          WS_ELEMENT_META,         WS_TRAIT_VOID | WS_TRAIT_LEAVES                   },
    {"nav",           WS_ELEMENT_NAV,          WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_SOFT  },
    {"nobr",          WS_ELEMENT_PLAIN,        WS_TRAIT_LEAVES                                   },
    {"noembed",       WS_ELEMENT_RAW,          WS_TRAIT_DROP                                     },
    {"noframes",      WS_ELEMENT_RAW,          WS_TRAIT_DROP                                     },
    {"noscript",      WS_ELEMENT_RAW,          WS_TRAIT_DROP                                     },
    {"object",        WS_ELEMENT_DROPPED,      WS_TRAIT_DROP                                     },
    {"ol",            WS_ELEMENT_LIST,         WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_LEAVES},
    {"optgroup",      WS_ELEMENT_DIV,          WS_TRAIT_BLOCK                                    },
    {"option",        WS_ELEMENT_DIV,          WS_TRAIT_BLOCK                                    },
    {"p",             WS_ELEMENT_P,            WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_LEAVES},
    {"param",         WS_ELEMENT_VOID,         WS_TRAIT_VOID                                     },
    {"plaintext",     WS_ELEMENT_PLAINTEXT,    WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P                  },
    {"pre",           WS_ELEMENT_PRE,          WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_LEAVES},
    {"q",             WS_ELEMENT_Q,            0                                                 },
    {"rp",            WS_ELEMENT_DROPPED,      WS_TRAIT_DROP                                     },
    {"rt",            WS_ELEMENT_DROPPED,      WS_TRAIT_DROP                                     },
    {"ruby",          WS_ELEMENT_PLAIN,        WS_TRAIT_LEAVES                                   },
    {"s",             WS_ELEMENT_PLAIN,        WS_TRAIT_LEAVES                                   },
    {"script",        WS_ELEMENT_SCRIPT,       WS_TRAIT_DROP                                     },
    {"search",        WS_ELEMENT_DIV,          WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P                  },
    {"section",       WS_ELEMENT_DIV,          WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P                  },
    {"select",        WS_ELEMENT_SELECT,       WS_TRAIT_DROP                                     },
    {"small",         WS_ELEMENT_PLAIN,        WS_TRAIT_LEAVES                                   },
    {"source",        WS_ELEMENT_VOID,         WS_TRAIT_VOID                                     },
    {"span",          WS_ELEMENT_PLAIN,        WS_TRAIT_LEAVES                                   },
    {"strike",        WS_ELEMENT_PLAIN,        WS_TRAIT_LEAVES                                   },
    {"strong",        WS_ELEMENT_PLAIN,        WS_TRAIT_LEAVES                                   },
    {"style",         WS_ELEMENT_RAW,          WS_TRAIT_DROP                                     },
    {"sub",           WS_ELEMENT_PLAIN,        WS_TRAIT_LEAVES                                   },
    {"summary",       WS_ELEMENT_DIV,          WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P                  },
    {"sup",           WS_ELEMENT_PLAIN,        WS_TRAIT_LEAVES                                   },
    {"svg",           WS_ELEMENT_FOREIGN,      WS_TRAIT_DROP                                     },
    {"table",         WS_ELEMENT_TABLE,
     WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_SCOPE | WS_TRAIT_LEAVES                         },
    {"tbody",         WS_ELEMENT_TR,           WS_TRAIT_BLOCK                                    },
    {"td",            WS_ELEMENT_TD,           WS_TRAIT_BLOCK | WS_TRAIT_SCOPE                   },
    {"template",      WS_ELEMENT_TEMPLATE,     WS_TRAIT_DROP | WS_TRAIT_SCOPE                    },
    {"textarea",      WS_ELEMENT_TEXTAREA,     WS_TRAIT_DROP                                     },
    {"tfoot",         WS_ELEMENT_TR,           WS_TRAIT_BLOCK                                    },
    {"th",            WS_ELEMENT_TD,           WS_TRAIT_BLOCK | WS_TRAIT_SCOPE                   },
    {"thead",         WS_ELEMENT_TR,           WS_TRAIT_BLOCK                                    },
    {"time",          WS_ELEMENT_TIME,         0                                                 },
    {"title",         WS_ELEMENT_TITLE,        WS_TRAIT_DROP                                     },
    {"tr",            WS_ELEMENT_TR,           WS_TRAIT_BLOCK                                    },
    {"track",         WS_ELEMENT_VOID,         WS_TRAIT_VOID                                     },
    {"tt",            WS_ELEMENT_PLAIN,        WS_TRAIT_LEAVES                                   },
    {"u",             WS_ELEMENT_PLAIN,        WS_TRAIT_LEAVES                                   },
    {"ul",            WS_ELEMENT_LIST,         WS_TRAIT_BLOCK | WS_TRAIT_ENDS_P | WS_TRAIT_LEAVES},
    {"var",           WS_ELEMENT_PLAIN,        WS_TRAIT_LEAVES                                   },
    {"video",         WS_ELEMENT_DROPPED,      WS_TRAIT_DROP                                     },
    {"wbr",           WS_ELEMENT_WBR,          WS_TRAIT_VOID                                     },
    {"xmp",           WS_ELEMENT_RAW,          WS_TRAIT_DROP                                     },
};

/* The row of a name in lower case, ended with NULs; NULL when it has none. */
static const struct row *find_row(const char name[LONGEST_NAME])
{
    uint32_t low = 0;
    uint32_t high = sizeof rows / sizeof rows[0];

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = memcmp(rows[middle].name, name, LONGEST_NAME);
        if (order == 0)
            return &rows[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

uint32_t ws_element_find(const ws_markup *html, whosaid_span name,
                         uint32_t *traits)
{
    char lower[LONGEST_NAME] = {0};
    uint32_t len = name.end - name.begin;
    uint32_t hash = len;

    for (uint32_t i = 0; i < len && i < LONGEST_NAME; i++) {
        char c = html->bytes[name.begin + i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c | 0x20);
        lower[i] = c;
        hash = hash * 31 + (unsigned char)c;
    }
    const struct row *row = len <= LONGEST_NAME ? find_row(lower) : NULL;
    *traits = row != NULL ? row->traits : 0;
    if (row != NULL && row->element != WS_ELEMENT_PLAIN)
        return row->element;
    return WS_ELEMENT_PLAIN + (hash ^ hash >> 8) % WS_PLAIN_ELEMENTS;
}

ws_markup_mode ws_element_mode(uint32_t element)
{
    if (element == WS_ELEMENT_TITLE || element == WS_ELEMENT_TEXTAREA)
        return WS_MARKUP_RCDATA;
    if (element == WS_ELEMENT_RAW)
        return WS_MARKUP_RAWTEXT;
    if (element == WS_ELEMENT_SCRIPT)
        return WS_MARKUP_SCRIPT;
    return element == WS_ELEMENT_PLAINTEXT ? WS_MARKUP_PLAINTEXT
                                           : WS_MARKUP_DATA;
}
