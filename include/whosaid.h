/*
 * whosaid.h - who said what, in plain text.
 *
 * The whole public interface. A document goes in as UTF-8 bytes; quotations
 * come out as byte ranges into those same bytes, each with a speaker or with
 * an honest "unknown". A writer turns documents into rows.
 *
 *   offsets   bytes into the caller's input, half-open: [begin, end)
 *   strings   pointer + length, not NUL-terminated, may contain NUL
 *   memory    everything returned belongs to the object it came from
 *   errors    a whosaid_status; whosaid_strstatus() puts it into words
 *   threads   no global state; one document per thread needs no locking
 */
#ifndef WHOSAID_H
#define WHOSAID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define WHOSAID_API      __attribute__((visibility("default")))
#define WHOSAID_MUST_USE __attribute__((warn_unused_result))
#else
#define WHOSAID_API
#define WHOSAID_MUST_USE
#endif

/* The one place that holds the version; the Makefile reads it here. */
#define WHOSAID_VERSION "0.1.0"

/* How a call ended. Values are part of the ABI: append, never renumber. */
typedef enum whosaid_status {
    WHOSAID_OK = 0,
    WHOSAID_ERR_NOMEM,    /* the allocator said no */
    WHOSAID_ERR_TOO_LONG, /* input over WHOSAID_MAX_INPUT bytes */
    WHOSAID_ERR_ARGUMENT, /* a NULL or out-of-range argument */
    WHOSAID_ERR_WRITE,    /* the sink refused bytes */
    WHOSAID_ERR_TABLE     /* not such a table as was asked for */
} whosaid_status;

/* Longest input accepted, in bytes; keeps every offset in 32 bits. */
#define WHOSAID_MAX_INPUT ((size_t)1 << 30)

/* "No such row", for the index fields below. */
#define WHOSAID_NONE UINT32_MAX

/* A half-open range of input bytes. begin <= end <= input length, and both
 * ends sit on code point boundaries. begin == end: there is none. */
typedef struct whosaid_span {
    uint32_t begin;
    uint32_t end;
} whosaid_span;

/* Where memory comes from. Both functions must be set. */
typedef struct whosaid_allocator {
    void *(*alloc)(void *ctx, size_t size); /* NULL means "no" */
    void (*free)(void *ctx, void *ptr);     /* ptr may be NULL */
    void *ctx;                              /* passed through untouched */
} whosaid_allocator;

/* What stands between the marks. The first three are somebody's speech. */
typedef enum whosaid_kind {
    WHOSAID_KIND_DIRECT = 0, /* whole words of speech */
    WHOSAID_KIND_MIXED,      /* a quoted fragment in the writer's sentence */
    WHOSAID_KIND_TURN,       /* after a transcript's label, without marks */
    WHOSAID_KIND_SCARE,      /* "so-called": the writer's distance */
    WHOSAID_KIND_TITLE,      /* of a book, film, song, law, ... */
    WHOSAID_KIND_TERM,       /* a word as a word, a name of a thing */
    WHOSAID_KIND_NICKNAME,   /* Dwayne "The Rock" Johnson */
    WHOSAID_KIND_SIGN,       /* words on a placard, a label, a form */
    WHOSAID_KIND_OTHER
} whosaid_kind;

typedef enum whosaid_source_type {
    WHOSAID_SOURCE_NONE = 0,  /* nobody can be told */
    WHOSAID_SOURCE_PERSON,    /* a named person */
    WHOSAID_SOURCE_BODY,      /* a company, ministry, team, ... */
    WHOSAID_SOURCE_GROUP,     /* several people: residents, critics */
    WHOSAID_SOURCE_ANONYMOUS, /* one unnamed person: a source, an aide */
    WHOSAID_SOURCE_DOCUMENT   /* a report, a letter, a law */
} whosaid_source_type;

/* How a quotation was tied to its speaker. */
typedef enum whosaid_method {
    WHOSAID_METHOD_NONE = 0,
    WHOSAID_METHOD_CUE,          /* a verb of speech: says, told */
    WHOSAID_METHOD_COLON,        /* Name: "..." */
    WHOSAID_METHOD_ACCORDING_TO, /* according to Name */
    WHOSAID_METHOD_CONTINUATION, /* goes on from the quotation before */
    WHOSAID_METHOD_TRANSCRIPT,   /* NAME: words without marks */
    WHOSAID_METHOD_DATELINE,     /* "..." -- Name */
    WHOSAID_METHOD_TURN,         /* the other voice of a dialogue */
    WHOSAID_METHOD_NEAREST       /* nothing ties it but nearness */
} whosaid_method;

/* Which marks a document's quotations stand in. Other marks may still stand
 * inside them. */
typedef enum whosaid_quote_style {
    WHOSAID_QUOTES_AUTO = 0, /* as the document shows; kinds may mix */
    WHOSAID_QUOTES_DOUBLE,   /* "so", straight or curly */
    WHOSAID_QUOTES_SINGLE,   /* 'so' */
    WHOSAID_QUOTES_ANGLE,    /* guillemets, either way round */
    WHOSAID_QUOTES_LOW,      /* low mark, then high mark */
    WHOSAID_QUOTES_CORNER,   /* East Asian corner brackets */
    WHOSAID_QUOTES_DASH,     /* paragraphs that begin with a dash */
    WHOSAID_QUOTES_DOUBLED   /* ''so'', two apostrophes */
} whosaid_quote_style;

/* What a reader of a document's rows should know of it. A set of bits. */
typedef enum whosaid_note {
    WHOSAID_NOTE_DOUBLED = 1 /* '' stands for marks, and was not read */
} whosaid_note;

/* One quotation. All spans are bytes of the input. */
typedef struct whosaid_quote {
    const whosaid_span *part; /* [parts], by begin: the words, no marks */
    uint32_t parts;           /* >= 1 */
    whosaid_span speaker;     /* fullest name or noun phrase; may be empty */
    whosaid_span role;        /* office or job; may be empty */
    whosaid_span affiliation; /* body spoken for; may be empty */
    whosaid_span cue;         /* "says", "according to", ":"; may be empty */
    whosaid_span mention;     /* the words that stand for the speaker */
    whosaid_span evidence;    /* the words that decided it */
    whosaid_kind kind;
    whosaid_source_type source;
    whosaid_method method;
    uint32_t confidence; /* that it is right as a whole, 0..10000 */
    uint32_t paragraph;  /* where part[0] stands, from 1 */
    uint32_t line;       /* likewise */
    uint32_t parent;     /* quotation around this one, or NONE */
} whosaid_quote;

/* An HTML page: the text of its article, and where that stood. Opaque. */
typedef struct whosaid_page whosaid_page;

/*
 * Weights of the second reader: a compact transformer that reads the passages
 * where the first choice of a speaker is doubted. Opaque; shared by threads.
 */
typedef struct whosaid_reader whosaid_reader;

/*
 * Open weights, as make reader-model writes them. Magic, version, sizes and
 * every offset are checked. On Linux, where the machine has AMX, the process
 * asks to use it; from then on its signal stacks need 11 KiB more.
 *
 *   bytes      [size], 64-byte aligned (a mapped file is). Borrowed: must
 *              outlive *reader
 *   allocator  NULL: malloc and free
 *   reader     set on WHOSAID_OK, NULL otherwise; whosaid_reader_close() it
 *
 * Errors: NOMEM; ARGUMENT: these are no such weights. O(1) in size but for the
 * vocabulary.
 */
WHOSAID_API WHOSAID_MUST_USE whosaid_status whosaid_reader_open(
    const void *bytes, size_t size, const whosaid_allocator *allocator,
    whosaid_reader **reader);

/* Give it back. NULL is allowed. No analysis may be under way with it. */
WHOSAID_API void whosaid_reader_close(whosaid_reader *reader);

/* What may be asked of an analysis. Begin with WHOSAID_OPTIONS_INIT. */
typedef struct whosaid_options {
    size_t size; /* sizeof(whosaid_options): lets the struct grow */
    const whosaid_allocator *allocator; /* NULL: malloc and free */
    whosaid_quote_style quotes;
    const whosaid_page *page;     /* that the text is of; NULL: of none. Lines,
                               * and byte offsets in rows, are then the page's.
                               * Must outlive the document */
    const whosaid_reader *reader; /* reads where the choice is doubted, English
                                   * texts alone; NULL: no second reader. Only
                                   * used during the analysis */
    bool read_all;                /* it reads every quotation's passage, of
                                   * whatever language */
} whosaid_options;

#define WHOSAID_OPTIONS_INIT                                                  \
    {                                                                         \
        sizeof(whosaid_options), NULL, WHOSAID_QUOTES_AUTO, NULL, NULL, false \
    }

/* One analysed document. Opaque. */
typedef struct whosaid_doc whosaid_doc;

/*
 * Find every quotation in a text and say who spoke it.
 *
 *   text, len   UTF-8; need not end in NUL; may hold NUL and ill-formed bytes.
 *               Borrowed: must outlive *doc. NULL is allowed when len is 0.
 *   options     NULL for the defaults
 *   doc         set on WHOSAID_OK, NULL otherwise; whosaid_doc_free() it
 *
 * Errors: NOMEM, TOO_LONG, ARGUMENT. Ill-formed UTF-8 is not an error: a bad
 * byte is a separator, keeps its place in every offset, and is counted.
 * O(len) time and memory. No shared state: safe from any thread.
 */
WHOSAID_API WHOSAID_MUST_USE whosaid_status
whosaid_analyze(const char *text, size_t len, const whosaid_options *options,
                whosaid_doc **doc);

/* Give a document and everything in it back. NULL is allowed. */
WHOSAID_API void whosaid_doc_free(whosaid_doc *doc);

/* How many quotations, of every kind, the document holds. */
WHOSAID_API uint32_t whosaid_quote_count(const whosaid_doc *doc);

/* Quotation i, 0 <= i < whosaid_quote_count(doc), by begin of its first part.
 * NULL when out of range. Belongs to doc. */
WHOSAID_API const whosaid_quote *whosaid_quote_at(const whosaid_doc *doc,
                                                  uint32_t i);

/* Ill-formed bytes met in the document. */
WHOSAID_API uint32_t whosaid_bad_bytes(const whosaid_doc *doc);

/* What there is to note: a set of whosaid_note. */
WHOSAID_API uint32_t whosaid_notes(const whosaid_doc *doc);

/*
 * Find the first ill-formed UTF-8 byte of a text, as RFC 3629 defines it.
 *
 *   at     set to its byte offset, from 0, when there is one
 *   line   set to the line it stands in, from 1
 *
 * True when the whole text is well-formed. O(len).
 */
WHOSAID_API bool whosaid_utf8_check(const char *text, size_t len, size_t *at,
                                    size_t *line);

/* -- pages ---------------------------------------------------------------- */

/* What a page tells of itself. */
typedef enum whosaid_page_field {
    WHOSAID_PAGE_TITLE = 0, /* the headline, else the page's title */
    WHOSAID_PAGE_URL,       /* its own address: the canonical one */
    WHOSAID_PAGE_DATE,      /* of publication, as the page writes it */
    WHOSAID_PAGE_LANGUAGE   /* a language tag, as en-GB */
} whosaid_page_field;

#define WHOSAID_PAGE_FIELDS 4

/*
 * Read an HTML page and find the text of its article.
 *
 *   html, len   UTF-8, any bytes; borrowed: must outlive *page
 *   allocator   NULL: malloc and free
 *   page        set on WHOSAID_OK, NULL otherwise; whosaid_page_free() it
 *
 * The text has a blank line between paragraphs and a line end for a br. White
 * space is folded, references are read, a q has its marks. What stands beside
 * the article (navigation, adverts, captions, comments) is left out where the
 * page shows what it is; in doubt it is kept. A block quote gets marks where a
 * colon before it or words below it tell whose it is; one that repeats the
 * article's words is left out.
 *
 * Errors: NOMEM, TOO_LONG, ARGUMENT. No HTML is an error. O(len).
 */
WHOSAID_API WHOSAID_MUST_USE whosaid_status
whosaid_html_read(const char *html, size_t len,
                  const whosaid_allocator *allocator, whosaid_page **page);

/* The article's text, *len bytes; belongs to page. */
WHOSAID_API const char *whosaid_page_text(const whosaid_page *page,
                                          size_t *len);

/* What the page tells of itself, *len bytes, NUL behind; "" when it does not.
 * Belongs to page. */
WHOSAID_API const char *whosaid_page_field_at(const whosaid_page *page,
                                              whosaid_page_field field,
                                              size_t *len);

/* The bytes of the page that a span of its text stands for: from the first
 * word to the last, tags between them too. O(log tags). */
WHOSAID_API whosaid_span whosaid_page_source(const whosaid_page *page,
                                             whosaid_span text);

/* Give a page back. NULL is allowed. */
WHOSAID_API void whosaid_page_free(whosaid_page *page);

/* Whether bytes look like an HTML page: a doctype or one of its usual tags
 * comes first, white space and comments aside. O(1). */
WHOSAID_API bool whosaid_html_looks(const char *bytes, size_t len);

/* The encoding that a page names near its begin (meta charset), as a span of
 * its bytes; empty: none. O(1). */
WHOSAID_API whosaid_span whosaid_html_charset(const char *bytes, size_t len);

/*
 * Read a plain text that is laid out for another purpose, so that signs which
 * are not its words stand in them: mail (lines that begin with >), Markdown,
 * subtitles (SubRip, WebVTT), a book with Gutenberg's words around it.
 *
 *   text, len   UTF-8, bad bytes allowed; borrowed: must outlive *page
 *   page        set to its words, with places as for a page of HTML; to NULL
 *               where a text is clearly none of these, or on an error
 *
 * Errors: NOMEM, TOO_LONG, ARGUMENT. O(len).
 */
WHOSAID_API WHOSAID_MUST_USE whosaid_status
whosaid_plain_read(const char *text, size_t len,
                   const whosaid_allocator *allocator, whosaid_page **page);

/* -- people --------------------------------------------------------------- */

/* People that a newsroom knows, to be found again in the rows. Opaque. Only
 * read by those who use it: one may serve any number of threads. */
typedef struct whosaid_people whosaid_people;

/* What is wrong with a table that was given, and where. */
typedef struct whosaid_table_error {
    const char *words; /* constant, without a full stop */
    size_t at;         /* byte of the table, from 0 */
    size_t len;        /* of the words there that are wrong; 0: none to show */
    size_t line;       /* from 1 */
} whosaid_table_error;

/*
 * Read a table of people: CSV (RFC 4180; LF, CRLF or CR end lines, a byte order
 * mark may come first, lines without a cell filled are passed over).
 *
 *   bytes, len   UTF-8; copied. The first line names the columns: `name`,
 *                perhaps `aliases` (between them ; or |), and any others that
 *                are not the rows' own, to be joined to the rows
 *   allocator    NULL: malloc and free
 *   people       set on WHOSAID_OK, NULL otherwise; whosaid_people_free() it
 *   error        NULL, or filled in on TABLE
 *
 * Errors: NOMEM, TOO_LONG, ARGUMENT, TABLE. O(len).
 */
WHOSAID_API WHOSAID_MUST_USE whosaid_status whosaid_people_read(
    const char *bytes, size_t len, const whosaid_allocator *allocator,
    whosaid_people **people, whosaid_table_error *error);

/* Name of column i of those joined to the rows, from 0, in the table's order.
 * NULL when i is past the last. Ends with NUL; belongs to people. */
WHOSAID_API const char *whosaid_people_column(const whosaid_people *people,
                                              uint32_t i);

/* Give a table back. NULL is allowed. */
WHOSAID_API void whosaid_people_free(whosaid_people *people);

/* -- corrections ---------------------------------------------------------- */

/* Rows that a person went through, given back. Opaque. */
typedef struct whosaid_corrections whosaid_corrections;

/* How a row that was given back fits what there is now. */
typedef enum whosaid_fit {
    WHOSAID_FIT_ID = 0,    /* there is its quote_id */
    WHOSAID_FIT_DOCUMENT,  /* only its words, once in the same document */
    WHOSAID_FIT_WORDS,     /* only its words, once in another document */
    WHOSAID_FIT_SAME,      /* it is in the table twice; the first counts */
    WHOSAID_FIT_NONE,      /* not any more */
    WHOSAID_FIT_AMBIGUOUS, /* only its words, and it cannot be told which */
    WHOSAID_FIT_REPEATED,  /* its quote_id is in the table before, with other
                            * cells; the first counts */
    WHOSAID_FIT_UNREAD     /* not any more, but its document was not read */
} whosaid_fit;

typedef struct whosaid_correction {
    size_t line; /* of the table, where it begins, from 1 */
    whosaid_fit fit;
    uint32_t first;       /* row of the table that first names its document */
    const char *document; /* [document_len], lives as long as the table */
    size_t document_len;
} whosaid_correction;

/*
 * Read rows that are given back: a file that a writer wrote as CSV or TSV,
 * and a person changed and saved, with , ; or TAB between the cells.
 *
 *   bytes, len    UTF-8; copied. The first line names the columns: `quote_id`,
 *                 `quote` or both; `document`; those to be kept: `speaker`,
 *                 `role`, `affiliation`, `kind`, `source_type`, `cue`,
 *                 `mention`, `evidence`; `reviewed` and `verdict`. Others are
 *                 passed over
 *   allocator     NULL: malloc and free
 *   corrections   set on WHOSAID_OK, NULL otherwise
 *   error         NULL, or filled in on TABLE
 *
 * Errors: NOMEM, TOO_LONG, ARGUMENT, TABLE. O(len).
 */
WHOSAID_API WHOSAID_MUST_USE whosaid_status whosaid_corrections_read(
    const char *bytes, size_t len, const whosaid_allocator *allocator,
    whosaid_corrections **corrections, whosaid_table_error *error);

/*
 * Look at a document before any is written, so that rows can be found again
 * whose quote_id is gone. After all documents, whosaid_corrections_settle().
 * Without these two only rows with the same quote_id are.
 *
 *   name, name_len   as whosaid_writer_add() will have it
 *   all              as the writer's option
 *
 * Errors: NOMEM, ARGUMENT. O(bytes inside quotations).
 */
WHOSAID_API WHOSAID_MUST_USE whosaid_status
whosaid_corrections_note(whosaid_corrections *corrections, const char *name,
                         size_t name_len, const whosaid_doc *doc, bool all);

/* Settle which quotation each row belongs to; once. From then on they are only
 * read: they may serve any number of writers and threads. O(rows). */
WHOSAID_API void whosaid_corrections_settle(whosaid_corrections *corrections);

/* How many rows were given back, 0 for NULL; and row i of them, from 0, below
 * that. */
WHOSAID_API uint32_t
whosaid_correction_count(const whosaid_corrections *corrections);
WHOSAID_API whosaid_correction
whosaid_correction_at(const whosaid_corrections *corrections, uint32_t i);

/* Name of column i of those that corrections join to the rows, behind all
 * others: reviewed, verdict. NULL past the last, and for NULL. Constant. */
WHOSAID_API const char *
whosaid_corrections_column(const whosaid_corrections *corrections, uint32_t i);

/* Give corrections back. NULL is allowed. */
WHOSAID_API void whosaid_corrections_free(whosaid_corrections *corrections);

/* -- rows ----------------------------------------------------------------- */

/* Takes the bytes of the output in order, whole characters in each call. Returns
 * false to refuse. */
typedef struct whosaid_sink {
    bool (*write)(void *ctx, const char *bytes, size_t len);
    void *ctx;
} whosaid_sink;

/* The unit of quote_spans, mention_span and cue_span. */
typedef enum whosaid_offsets {
    WHOSAID_OFFSETS_CODEPOINT = 0,
    WHOSAID_OFFSETS_BYTE,
    WHOSAID_OFFSETS_UTF16
} whosaid_offsets;

/* What kind of file the rows become. */
typedef enum whosaid_format {
    WHOSAID_FORMAT_CSV = 0,     /* RFC 4180, LF, text always quoted */
    WHOSAID_FORMAT_TSV,         /* parted by tabs, nothing quoted */
    WHOSAID_FORMAT_JSONL,       /* an object a line: docs/quotes.schema.json */
    WHOSAID_FORMAT_ANNOTATIONS, /* W3C Web Annotations, one a line */
    WHOSAID_FORMAT_BRAT,        /* standoff, for one document only */
    WHOSAID_FORMAT_REVIEW, /* a page of HTML: the texts, marked, and rows */
    WHOSAID_FORMAT_CELLS   /* no bytes: cells, for a whosaid_table */
} whosaid_format;

/* One cell, made clean: valid UTF-8, nothing at its ends that is white space,
 * no control characters but TAB and LF; each other line break is LF. */
typedef struct whosaid_cell {
    const char *text; /* [len], then NUL; lives until the call returns */
    size_t len;
    bool is_number; /* decimal digits with perhaps a point; may be empty */
} whosaid_cell;

/* Takes rows, cell by cell, in place of bytes: first the columns' names, but
 * with no_header, then the rows. Returns false to refuse. */
typedef struct whosaid_table {
    bool (*row)(void *ctx, const whosaid_cell *cell, uint32_t cells);
    void *ctx;
} whosaid_table;

/* The format's name, as in csv; NULL when i is past the last. Constant. */
WHOSAID_API const char *whosaid_format_name(uint32_t i);

/* Below this chance (0..10000) a row's speaker stays empty by default. */
#define WHOSAID_MIN_CONFIDENCE 5000

/* How rows are written. Begin with WHOSAID_ROW_OPTIONS_INIT. */
typedef struct whosaid_row_options {
    size_t size;             /* sizeof(whosaid_row_options) */
    const char *columns;     /* "a,b,c"; NULL: all, in their own order */
    uint32_t min_confidence; /* 0..10000; below it the speaker is empty */
    whosaid_offsets offsets;
    bool all;           /* also what is nobody's speech */
    bool unique;        /* leave duplicates out */
    bool keep_newlines; /* line breaks in a cell stay */
    bool no_guard;      /* no apostrophe before = + - @ */
    bool no_header;
    const whosaid_people *people; /* NULL: none; must outlive the writer */
    whosaid_format format;
    bool bom;                   /* CSV, TSV: begin with a byte order mark */
    bool crlf;                  /* CSV, TSV: CRLF ends a line */
    bool semicolon;             /* CSV: ; parts the cells */
    bool candidates;            /* JSONL: also who was weighed, with scores */
    bool decimal_comma;         /* CSV with semicolon, TSV: 0,90 for 0.90 */
    const whosaid_table *table; /* CELLS: who takes them; copied */
    bool no_duplicates; /* keep nothing of what was written: duplicate_of and
                         * group stay empty, and unique leaves nothing out */
    const whosaid_corrections *corrections; /* NULL: none; must outlive the
                                             * writer */
    bool count_speakers; /* 64 bytes at most are kept for each */
} whosaid_row_options;

#define WHOSAID_ROW_OPTIONS_INIT                                               \
    {                                                                          \
        sizeof(whosaid_row_options), NULL, WHOSAID_MIN_CONFIDENCE,             \
            WHOSAID_OFFSETS_CODEPOINT, false, false, false, false, false,      \
            NULL, WHOSAID_FORMAT_CSV, false, false, false, false, false, NULL, \
            false, NULL, false                                                 \
    }

/* Columns written where none are asked for; those behind them, which say what
 * a page tells of itself, only by name. */
#define WHOSAID_COLUMNS 22

/* The columns, in order: name and one sentence on each. NULL when i is past
 * the last. Constant. A table of people joins its own behind the first
 * WHOSAID_COLUMNS; of two with one name that one is written. */
WHOSAID_API const char *whosaid_column_name(uint32_t i);
WHOSAID_API const char *whosaid_column_help(uint32_t i);

/* Writes documents as rows of one file. Opaque. It remembers what was said
 * in earlier documents, for duplicate_of and group: 64 bytes at most a
 * quotation, unless no_duplicates. */
typedef struct whosaid_writer whosaid_writer;

/*
 * Start a file of rows and write what it opens with.
 *
 * With people, a speaker whose words are the name or an alias of one of them,
 * case aside, gets that one's name and further cells. Words that several bear
 * stay as they are, and their further cells empty. quote_id and duplicate_of
 * are the same as without.
 *
 * With corrections, a row that was given back has the cells that a person
 * changed, and the columns reviewed and verdict stand behind all others. A
 * corrected speaker counts for people, duplicate_of and group; quote_id is the
 * same as without. A table of people with a column of these two names is an
 * ARGUMENT error.
 *
 *   options   NULL for the defaults; columns is read here, not kept
 *   sink      copied; NULL is allowed with CELLS, which write no bytes
 *   writer    set on WHOSAID_OK, NULL otherwise; whosaid_writer_free() it
 *
 * Errors: NOMEM, ARGUMENT (also an unknown or repeated column), WRITE.
 */
WHOSAID_API WHOSAID_MUST_USE whosaid_status
whosaid_writer_new(const whosaid_row_options *options, const whosaid_sink *sink,
                   const whosaid_allocator *allocator, whosaid_writer **writer);

/*
 * Write the rows of one document.
 *
 *   name, name_len   the `document` cell; UTF-8, any bytes are made valid
 *   doc              only read; may be freed afterwards
 *
 * Errors: NOMEM, WRITE, ARGUMENT (also a second document, where the format has
 * room for one). After an error the file is incomplete.
 */
WHOSAID_API WHOSAID_MUST_USE whosaid_status
whosaid_writer_add(whosaid_writer *writer, const char *name, size_t name_len,
                   const whosaid_doc *doc);

/*
 * Note that a document could not be read. Formats that have room for it say so
 * where its rows would be: JSONL and REVIEW have.
 *
 *   words   why, ending with NUL
 *
 * Errors: NOMEM, WRITE, ARGUMENT.
 */
WHOSAID_API WHOSAID_MUST_USE whosaid_status
whosaid_writer_failed(whosaid_writer *writer, const char *name, size_t name_len,
                      const char *words);

/* Write what the file closes with. Nothing can be added after that. Some formats
 * are not whole without. Errors: NOMEM, WRITE, ARGUMENT. */
WHOSAID_API WHOSAID_MUST_USE whosaid_status
whosaid_writer_close(whosaid_writer *writer);

/* What was written so far. */
typedef struct whosaid_counts {
    uint64_t documents;
    uint64_t rows;
    uint64_t attributed; /* rows with a speaker */
    uint64_t guarded;    /* cells with an apostrophe put before them */
    uint64_t replaced;   /* bytes that could not be written as they were */
    uint64_t speakers;   /* names of speakers, each once; with count_speakers */
} whosaid_counts;

WHOSAID_API whosaid_counts whosaid_writer_counts(const whosaid_writer *writer);

/* A name that several of the people bear. */
typedef struct whosaid_ambiguous {
    const char *name; /* [name_len] as the table first has it */
    size_t name_len;
    uint32_t line[2]; /* of the table, where the first two begin */
    uint32_t people;  /* that bear it */
    uint64_t rows;    /* written so far with it as speaker */
} whosaid_ambiguous;

/* Ambiguous name i, from 0, in the table's order, also those without rows.
 * False when i is past the last. O(1). */
WHOSAID_API bool whosaid_writer_ambiguous(const whosaid_writer *writer,
                                          uint32_t i,
                                          whosaid_ambiguous *ambiguous);

/* Give a writer back. NULL is allowed. Writes nothing. */
WHOSAID_API void whosaid_writer_free(whosaid_writer *writer);

/* -- two runs ------------------------------------------------------------- */

/* Rows of an earlier run, read back. Opaque. Only read by those who use it. */
typedef struct whosaid_sheet whosaid_sheet;

/*
 * Read rows back: CSV or TSV as a writer wrote it, perhaps changed and saved
 * by another program. Borrows nothing.
 *
 *   bytes, len   UTF-8. The first line names the columns: `quote_id`, `quote`
 *                or both
 *   error        NULL, or filled in on TABLE
 *
 * Errors: NOMEM, TOO_LONG, ARGUMENT, TABLE. O(len).
 */
WHOSAID_API WHOSAID_MUST_USE whosaid_status whosaid_sheet_read(
    const char *bytes, size_t len, const whosaid_allocator *allocator,
    whosaid_sheet **sheet, whosaid_table_error *error);

/* Name of column i of a sheet, from 0. NULL past the last. Ends with NUL;
 * belongs to the sheet. */
WHOSAID_API const char *whosaid_sheet_column(const whosaid_sheet *sheet,
                                             uint32_t i);

/* Give a sheet back. NULL is allowed. */
WHOSAID_API void whosaid_sheet_free(whosaid_sheet *sheet);

/* How two runs differ, in rows. */
typedef struct whosaid_differences {
    uint64_t same;
    uint64_t changed; /* cells of it, with the same quote_id */
    uint64_t moved;   /* another quote_id, found by the words */
    uint64_t added;
    uint64_t gone;
    uint32_t columns[2]; /* that only the old, only the new run has */
} whosaid_differences;

/*
 * Write what changed between two runs: a table with the columns change (added,
 * gone, changed, moved), document, quote_id, column, old, new, speaker, quote;
 * a line for each row added or gone, and for each cell changed.
 *
 *   options   NULL for the defaults. columns: those to compare, which both runs
 *             must have; NULL: all that both have, but those that tell where a
 *             quotation stands. format: CSV or TSV, with bom, crlf, semicolon,
 *             keep_newlines, no_guard and no_header
 *   found     set; on an error to what was found so far
 *
 * Errors: NOMEM, WRITE, ARGUMENT. O(bytes of both).
 */
WHOSAID_API WHOSAID_MUST_USE whosaid_status
whosaid_diff(const whosaid_sheet *old_run, const whosaid_sheet *new_run,
             const whosaid_row_options *options, const whosaid_sink *sink,
             const whosaid_allocator *allocator, whosaid_differences *found);

/*
 * Write what one saying became from article to article, from the rows of one
 * run: a table with the columns group, document, quote_id, speaker, quote,
 * changes, first_document and first_speaker; a line for each row that says its
 * group's first row with other words, shown in changes as a word diff ("he went
 * [-on-] {+away+}"), or by another speaker. Groups come in the order of their
 * first rows.
 *
 *   sheet     with the columns group and quote
 *   options   as of whosaid_diff(), columns NULL
 *   found     set to the number of lines; on an error to those so far
 *
 * Errors: NOMEM, WRITE, ARGUMENT. O(bytes).
 */
WHOSAID_API WHOSAID_MUST_USE whosaid_status whosaid_diff_groups(
    const whosaid_sheet *sheet, const whosaid_row_options *options,
    const whosaid_sink *sink, const whosaid_allocator *allocator,
    uint64_t *found);

/* -- for people who look closer ------------------------------------------- */

/*
 * Explain a document for a person to read: each quotation, its candidates
 * with what speaks for and against each, and the choice. The layout is no
 * interface. Errors: NOMEM, WRITE, ARGUMENT.
 */
WHOSAID_API WHOSAID_MUST_USE whosaid_status
whosaid_explain(const whosaid_doc *doc, const char *name, size_t name_len,
                const whosaid_sink *sink);

/*
 * Write who was weighed for each outermost quotation of marks, a line each:
 * the name, the quoted words, the candidates; tabs between. Spans are bytes of
 * the text, "12..40;50..60". For measuring the scorer. Errors: NOMEM, WRITE,
 * ARGUMENT.
 */
WHOSAID_API WHOSAID_MUST_USE whosaid_status
whosaid_dump_candidates(const whosaid_doc *doc, const char *name,
                        size_t name_len, const whosaid_sink *sink);

/* -- lint ----------------------------------------------------------------- */

/* What may be wrong with a mark. Each has a short name for people to search
 * for, see whosaid_strfault(). */
typedef enum whosaid_fault {
    WHOSAID_FAULT_UNCLOSED = 0, /* opens, and nothing closes it */
    WHOSAID_FAULT_UNOPENED,     /* closes what nothing opened */
    WHOSAID_FAULT_STRAY,        /* may open or close, and does neither */
    WHOSAID_FAULT_CONTINUATION, /* goes on, or the mark before is missing */
    WHOSAID_FAULT_MISMATCHED,   /* opened with one kind, closed with another */
    WHOSAID_FAULT_WRONG_WAY,    /* an opening mark that closes, ... */
    WHOSAID_FAULT_INCHES,       /* a curly mark behind a length */
    WHOSAID_FAULT_REPEATED,     /* the same mark again, right behind it */
    WHOSAID_FAULT_SPACE,        /* white space between mark and words */
    WHOSAID_FAULT_MIXED,        /* straight marks among curly ones, ... */
    WHOSAID_FAULT_DOUBLED,      /* two apostrophes for one mark */
    WHOSAID_FAULT_MOJIBAKE,     /* a mark read in the wrong encoding */
    WHOSAID_FAULT_ENTITY        /* a mark still written as in HTML */
} whosaid_fault;

typedef struct whosaid_finding {
    whosaid_span span;  /* the mark, or the bytes that stand for it */
    whosaid_span other; /* MISMATCHED: the closing mark; else empty */
    uint32_t line;      /* of span.begin, from 1 */
    uint32_t column;    /* likewise, in code points; a byte order mark and the
                         * lines before are not counted */
    uint32_t count;     /* of MIXED, DOUBLED, MOJIBAKE and ENTITY, which come
                         * once a document, at the first of so many; else 1 */
    uint32_t among;     /* MIXED: marks of the other kind; else 0 */
    whosaid_fault fault;
} whosaid_finding;

/* The faults of one document's marks. Opaque. */
typedef struct whosaid_report whosaid_report;

/*
 * Look for what is wrong with a document's marks.
 *
 *   doc         borrowed, and its text: both must outlive *report
 *   allocator   NULL: malloc and free
 *   report      set on WHOSAID_OK, NULL otherwise; whosaid_report_free() it
 *
 * Errors: NOMEM, ARGUMENT. O(len).
 */
WHOSAID_API WHOSAID_MUST_USE whosaid_status
whosaid_lint(const whosaid_doc *doc, const whosaid_allocator *allocator,
             whosaid_report **report);

/* Give a report back. NULL is allowed. */
WHOSAID_API void whosaid_report_free(whosaid_report *report);

WHOSAID_API uint32_t whosaid_finding_count(const whosaid_report *report);

/* Finding i, 0 <= i < whosaid_finding_count(report), by begin of its span.
 * NULL when out of range. Belongs to report. */
WHOSAID_API const whosaid_finding *
whosaid_finding_at(const whosaid_report *report, uint32_t i);

/* Room for the words on any finding, in bytes. */
#define WHOSAID_WORDS_MAX 160

/* Put what is wrong into words: UTF-8 without a full stop, ended with NUL.
 * Returns out; "" when i is out of range. O(1). */
WHOSAID_API const char *whosaid_finding_words(const whosaid_report *report,
                                              uint32_t i,
                                              char out[WHOSAID_WORDS_MAX]);

/* -- check ---------------------------------------------------------------- */

/* What became of a quotation's words, best first. */
typedef enum whosaid_verdict {
    WHOSAID_VERDICT_EXACT = 0, /* word for word, and mark for mark */
    WHOSAID_VERDICT_EDITED,    /* other marks, spacing or capitals */
    WHOSAID_VERDICT_ABRIDGED,  /* left out behind an ellipsis, or changed in
                                * square brackets */
    WHOSAID_VERDICT_CHANGED,   /* words differ */
    WHOSAID_VERDICT_SPLICED,   /* of parts that stand apart in the source */
    WHOSAID_VERDICT_ABSENT     /* in no source */
} whosaid_verdict;

/* Whether the source gives them to the same speaker. */
typedef enum whosaid_speaker_verdict {
    WHOSAID_SPEAKER_UNKNOWN = 0, /* one of them names nobody, or who can tell */
    WHOSAID_SPEAKER_SAME,
    WHOSAID_SPEAKER_OTHER /* certainly another person */
} whosaid_speaker_verdict;

/* Draft against sources. Opaque. */
typedef struct whosaid_checker whosaid_checker;

/* How to check. Begin with WHOSAID_CHECK_OPTIONS_INIT. */
typedef struct whosaid_check_options {
    size_t size;                        /* sizeof(whosaid_check_options) */
    const whosaid_allocator *allocator; /* NULL: malloc and free */
    whosaid_offsets offsets;            /* of quote_spans */
    whosaid_quote_style quotes;         /* of all texts */
    bool table; /* the draft is a table even if it has no column `quote` */
} whosaid_check_options;

#define WHOSAID_CHECK_OPTIONS_INIT                                      \
    {                                                                   \
        sizeof(whosaid_check_options), NULL, WHOSAID_OFFSETS_CODEPOINT, \
            WHOSAID_QUOTES_AUTO, false                                  \
    }

/*
 * Start with the quotations of a draft.
 *
 *   draft, len   a CSV table with a column `quote`, perhaps `speaker`,
 *                `document` and `confidence`, as the writer writes it too; any
 *                other text's quotations are looked for. Copied
 *   options      NULL for the defaults
 *   checker      set on WHOSAID_OK, NULL otherwise; whosaid_checker_free() it
 *   error        NULL, or filled in on TABLE
 *
 * Errors: NOMEM, TOO_LONG, ARGUMENT, TABLE. O(len).
 */
WHOSAID_API WHOSAID_MUST_USE whosaid_status whosaid_checker_new(
    const char *draft, size_t len, const whosaid_check_options *options,
    whosaid_checker **checker, whosaid_table_error *error);

/*
 * Look for the quotations in a source. The best verdict of all sources stays;
 * of equals the one with the same speaker, in the document that the draft
 * names, in the earliest source.
 *
 *   name, name_len   its `document` cell; copied
 *   text, len        UTF-8 as for whosaid_analyze(); only read
 *
 * Errors: NOMEM, TOO_LONG, ARGUMENT. O(len), and an analysis where words are
 * found. Nothing of a source is kept but what its rows need.
 */
WHOSAID_API WHOSAID_MUST_USE whosaid_status
whosaid_checker_add(whosaid_checker *checker, const char *name, size_t name_len,
                    const char *text, size_t len);

/* The same for a page's text: lines, and with WHOSAID_OFFSETS_BYTE spans too,
 * are those of the file that the page was read from. */
WHOSAID_API WHOSAID_MUST_USE whosaid_status
whosaid_checker_add_page(whosaid_checker *checker, const char *name,
                         size_t name_len, const whosaid_page *page);

/* Write the rows, one a quotation, in the draft's order. Of options, format
 * (CSV, TSV, JSONL) and what says how cells are written. counts: NULL, or set.
 * Errors: WRITE, ARGUMENT. */
WHOSAID_API WHOSAID_MUST_USE whosaid_status whosaid_checker_write(
    const whosaid_checker *checker, const whosaid_row_options *options,
    const whosaid_sink *sink, whosaid_counts *counts);

/* One quotation's verdicts. */
typedef struct whosaid_checked {
    whosaid_verdict verdict;
    whosaid_speaker_verdict speaker;
} whosaid_checked;

/* How many quotations the draft has; what became of quotation i, from 0, in
 * the draft's order. i must be in range. O(1). */
WHOSAID_API uint32_t whosaid_checker_count(const whosaid_checker *checker);
WHOSAID_API whosaid_checked whosaid_checker_at(const whosaid_checker *checker,
                                               uint32_t i);

/* The columns of these rows, as whosaid_column_name() and _help(). */
WHOSAID_API const char *whosaid_check_column_name(uint32_t i);
WHOSAID_API const char *whosaid_check_column_help(uint32_t i);

/* Give a checker back. NULL is allowed. */
WHOSAID_API void whosaid_checker_free(whosaid_checker *checker);

/* -- words ---------------------------------------------------------------- */

/* Constant words for each value; "unknown" for any other. */
WHOSAID_API const char *whosaid_strstatus(whosaid_status status);
WHOSAID_API const char *whosaid_strkind(whosaid_kind kind);
WHOSAID_API const char *whosaid_strsource(whosaid_source_type source);
WHOSAID_API const char *whosaid_strmethod(whosaid_method method);
WHOSAID_API const char *whosaid_strfault(whosaid_fault fault);
WHOSAID_API const char *whosaid_strverdict(whosaid_verdict verdict);
WHOSAID_API const char *
whosaid_strspeaker_verdict(whosaid_speaker_verdict verdict);

/* The library's version, and that of the Unicode data it runs with. */
WHOSAID_API const char *whosaid_version(void);
WHOSAID_API const char *whosaid_unicode_version(void);

#ifdef __cplusplus
}
#endif

#endif /* WHOSAID_H */
