/*
 * help.c - the table of options, and what is printed from it.
 *
 * Whether standard output took it all is asked once, at the end of main().
 */
#include "cli/help.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "whosaid.h"

const cli_option cli_option_table[] = {
    {CLI_OPTION_OUTPUT,          'o', "output",          "FILE",
     "write to FILE, whole or not at all, instead of standard output"                                     },
    {CLI_OPTION_FORMAT,          'f', "format",          "FORMAT",
     "write csv (default), tsv, xlsx, jsonl (all there is), annotations (W3C), "
     "brat or review (a page of HTML to check rows in); without it, the ending "
     "of -o FILE chooses"                                                                                 },
    {CLI_OPTION_EXCEL,           0,   "excel",           NULL,
     "write CSV as Excel likes it: a byte order mark, lines that end in CRLF"                             },
    {CLI_OPTION_EXCEL_LOCALE,    0,   "excel-locale",    "us|eu",
     "us: --excel; eu: the same for an Excel of continental Europe, with ; "
     "between cells and decimal commas"                                                                   },
    {CLI_OPTION_COLUMNS,         0,   "columns",         "NAMES",
     "write these columns, in this order: speaker,quote"                                                  },
    {CLI_OPTION_PEOPLE,          0,   "people",          "FILE",
     "give speakers the names that this CSV file has for them (columns name, "
     "aliases), and add its other columns to the rows"                                                    },
    {CLI_OPTION_CORRECTIONS,     0,   "corrections",     "FILE",
     "keep what a person changed in the rows of this CSV file (speaker, role, "
     "...), and add its columns reviewed and verdict"                                                     },
    {CLI_OPTION_ALL,             0,   "all",             NULL,
     "also write what is nobody's speech: titles, terms, scare quotes"                                    },
    {CLI_OPTION_UNIQUE,          0,   "unique",          NULL,
     "leave out rows with the words and speaker of an earlier one"                                        },
    {CLI_OPTION_NO_DUPLICATES,   0,   "no-duplicates",   NULL,
     "leave duplicate_of and group empty, and remember no row: for input "
     "without "
     "end"                                                                                                },
    {CLI_OPTION_MIN_CONFIDENCE,  0,   "min-confidence",  "X",
     "leave the speaker empty below this confidence, 0 to 1 "
     "(default %D)"                                                                                       },
    {CLI_OPTION_READER,          0,   "reader",          "never|auto|always",
     "let a second reader, a small transformer, read nothing (never, the "
     "default), the passages where the first choice of a speaker is doubted "
     "(auto), or all passages (always): slower, and more speakers are right"                              },
    {CLI_OPTION_MODEL,           0,   "model",           "FILE",
     "the second reader's weights, whosaid-reader.bin, in place of those "
     "installed"                                                                                          },
    {CLI_OPTION_EXPLAIN,         0,   "explain",         NULL,
     "instead of rows, show the candidates for each quotation and why one was "
     "chosen"                                                                                             },
    {CLI_OPTION_DUMP_CANDIDATES, 0,   "dump-candidates", NULL,
     "instead of rows, write where the candidates for each quotation stand, in "
     "bytes, for measuring"                                                                               },
    {CLI_OPTION_LINT,            0,   "lint",            NULL,
     "instead of rows, write FILE:LINE:COLUMN and what is wrong with a mark "
     "there"                                                                                              },
    {CLI_OPTION_NEWLINES,        0,   "newlines",        "space|keep",
     "make a line break in a cell one space (default), or keep it"                                        },
    {CLI_OPTION_NO_GUARD,        0,   "no-guard",        NULL,
     "put no apostrophe before a cell's leading = + - or @"                                               },
    {CLI_OPTION_NO_HEADER,       0,   "no-header",       NULL,
     "leave out the line with the columns' names"                                                         },
    {CLI_OPTION_OFFSETS,         0,   "offsets",         "codepoint|byte|utf16",
     "count the spans in Unicode code points (default), bytes or UTF-16 units"                            },
    {CLI_OPTION_CANDIDATES,      0,   "candidates",      NULL,
     "with -f jsonl: add to each row who was weighed, with scores"                                        },
    {CLI_OPTION_LENIENT,         0,   "lenient",         NULL,
     "take bytes that are not UTF-8 as separators instead of refusing the "
     "file"                                                                                               },
    {CLI_OPTION_ENCODING,        0,   "encoding",        "NAME",
     "read text in this encoding, as latin1 or shift_jis (default: UTF-8, or "
     "windows-1252 where all agrees with that); mojibake: UTF-8 that was taken "
     "for windows-1252"                                                                                   },
    {CLI_OPTION_INPUT_FORMAT,    0,   "input-format",    "FORMAT",
     "read the input as an HTML page (html), as JSON lines, a text each "
     "(jsonl), "
     "as CSV, likewise (csv), or as text as it stands (text); auto (default) "
     "sees which it is, CSV aside, and whether text is laid out as mail, "
     "Markdown or subtitles"                                                                              },
    {CLI_OPTION_INCLUDE,         0,   "include",         "PATTERN",
     "of folders read the files of this pattern, as '*.md', and no others; may "
     "stand more than once"                                                                               },
    {CLI_OPTION_EXCLUDE,         0,   "exclude",         "PATTERN",
     "likewise, do not read the files and folders of this pattern"                                        },
    {CLI_OPTION_FILES_FROM,      0,   "files-from",      "FILE",
     "also read the files and folders named in FILE, one a line; - is standard "
     "input"                                                                                              },
    {CLI_OPTION_NULL,            0,   "null",            NULL,
     "with --files-from: a NUL stands behind each name, as of find -print0"                               },
    {CLI_OPTION_TEXT_FIELD,      0,   "text-field",      "NAME",
     "with JSON lines: the field that is the text; else it is found and said"                             },
    {CLI_OPTION_HTML_FIELD,      0,   "html-field",      "NAME",
     "likewise, the field that is an HTML page"                                                           },
    {CLI_OPTION_ID_FIELD,        0,   "id-field",        "NAME",
     "likewise, the field that is written as document, in place of FILE:LINE"                             },
    {CLI_OPTION_TEXT_COLUMN,     0,   "text-column",     "NAME",
     "with CSV: as --text-field"                                                                          },
    {CLI_OPTION_ID_COLUMN,       0,   "id-column",       "NAME",                 "with CSV: as --id-field"},
    {CLI_OPTION_LINE_BUFFERED,   0,   "line-buffered",   NULL,
     "send the rows of each text on at once"                                                              },
    {CLI_OPTION_SUMMARY,         0,   "summary",         NULL,
     "say how many documents, quotations and speakers there were, on standard "
     "error"                                                                                              },
    {CLI_OPTION_QUOTE_STYLE,     0,   "quote-style",     "STYLE",
     "take only these marks for the document's outer ones: auto (default: as "
     "it shows), double, single, angle, low, corner, dash, or doubled for "
     "''so''"                                                                                             },
    {CLI_OPTION_HELP,            'h', "help",            NULL,                   "print this and exit"    },
    {CLI_OPTION_VERSION,         'V', "version",         NULL,
     "print the version, and that of Unicode, and exit"                                                   },
    {CLI_OPTION_GENERATE,        0,   "generate",        "WHAT",                 NULL                     },
    {CLI_OPTION_HELP,            0,   NULL,              NULL,                   NULL                     },
};

void cli_help(void)
{
    static char whole[16 * 1024];
    const char *name = NULL;

    /* written at once, at the end, so that the reason of a failure is known */
    (void)setvbuf(stdout, whole, _IOFBF, sizeof whole);
    cli_print(
        "Find the quotations in articles and say who spoke them, as CSV and "
        "more.\n"
        "\n"
        "  whosaid article.txt > quotes.csv     one article\n"
        "  whosaid -o quotes.csv articles/      every *.txt and *.html in a "
        "folder\n"
        "  curl -s URL | whosaid                from standard input\n"
        "  whosaid --columns speaker,quote article.txt\n"
        "  whosaid --explain article.txt        why this speaker?\n"
        "  whosaid --lint article.txt           what is wrong with its marks\n"
        "  whosaid check draft.csv articles/    are its quotations there?\n"
        "  whosaid diff old.csv new.csv         what changed between two runs\n"
        "  whosaid diff quotes.csv              what a saying became "
        "elsewhere\n"
        "\n"
        "usage: whosaid [OPTIONS] [FILE|DIR|-]...\n"
        "       whosaid check [OPTIONS] DRAFT [SOURCE|DIR|-]...\n"
        "       whosaid diff [OPTIONS] OLD [NEW]\n"
        "\n");
    cli_print_options(cli_option_table);
    cli_print("\nColumns:\n");
    for (uint32_t i = 0; (name = whosaid_column_name(i)) != NULL; i++)
        cli_print_pair(name, whosaid_column_help(i), 17);
    cli_print(
        "\n"
        "Input is text or HTML; with no FILE, or -, standard input.\n"
        "Exit: 0 done, also when there is no quotation; 1 some input failed "
        "and the rest\nwas written; 2 wrong usage; 3 output could not be "
        "written; 4 check,\ndiff or --lint found something.\n");
}

void cli_version(void)
{
    (void)printf("whosaid %s (Unicode %s)\n", whosaid_version(),
                 whosaid_unicode_version());
}

/* -- the manual page ------------------------------------------------------ */

bool cli_generate(const char *what)
{
    const char *name = NULL;

    if (strcmp(what, "man-options") == 0) {
        cli_print_man_options(cli_option_table);
        return true;
    }
    if (strcmp(what, "man-columns") != 0)
        return false;
    for (uint32_t i = 0; (name = whosaid_column_name(i)) != NULL; i++)
        cli_print_man_column(name, whosaid_column_help(i));
    return true;
}
