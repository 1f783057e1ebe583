/*
 * workbook.c - a workbook that somebody gives back: its first sheet as CSV.
 *
 *   in   a zip file of XML parts
 *   out  lines of cells, as a table's reader wants them
 *
 * 1. The zip file's directory names the parts; a part is unpacked whole.
 * 2. The workbook names its sheets, and its relations the part of the first.
 * 3. Cells hold their text, or its number among the shared ones.
 *
 * Only what spreadsheets write of texts and numbers is read: no formulas, no
 * dates, no passwords.
 */
#include "cli/workbook.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "whosaid.h"

bool cli_workbook_is(const char *bytes, size_t len)
{
    return len >= 4 && memcmp(bytes, "PK\3\4", 4) == 0;
}

#ifdef WS_ZLIB

#define ZLIB_CONST /* what is read is not written */
#include <zlib.h>

enum {
    END_LEN = 22,        /* of the record that ends a zip file */
    COMMENT_MAX = 65535, /* behind it */
    ENTRY_LEN = 46,      /* of a part in the directory, its name not counted */
    HEADER_LEN = 30,     /* before a part, likewise */
    COLUMNS_MAX = 1024,
    ROWS_MAX = 1048576,
    NAME_MAX_LEN = 256,
    PATH_LEN = NAME_MAX_LEN + 8
};

static const char not_whole[] = "not a whole workbook";
static const char no_memory[] = "out of memory";

/* Bytes that grow. */
struct pool {
    char *bytes;
    size_t len;
    size_t cap;
    bool failed; /* no memory, or too many */
};

static void put(struct pool *pool, const char *bytes, size_t len)
{
    if (pool->failed || len > WHOSAID_MAX_INPUT - pool->len) {
        pool->failed = true;
        return;
    }
    if (pool->len + len > pool->cap) {
        size_t cap = pool->cap == 0 ? 4096 : pool->cap;
        while (cap < pool->len + len)
            cap *= 2;
        char *grown = realloc(pool->bytes, cap);
        if (grown == NULL) {
            pool->failed = true;
            return;
        }
        pool->bytes = grown;
        pool->cap = cap;
    }
    if (len > 0)
        memcpy(pool->bytes + pool->len, bytes, len);
    pool->len += len;
}

/* -- zip ------------------------------------------------------------------ */

struct zip {
    const unsigned char *bytes;
    size_t len;
};

/* A number of so many bytes, the lowest first. */
static uint32_t number(const unsigned char *byte, int bytes)
{
    uint32_t value = 0;

    while (bytes-- > 0)
        value = value << 8 | byte[bytes];
    return value;
}

/* The record that ends the file, or NULL. */
static const unsigned char *find_end(const struct zip *zip)
{
    for (size_t n = END_LEN; n <= zip->len && n <= END_LEN + COMMENT_MAX; n++) {
        const unsigned char *end = zip->bytes + zip->len - n;
        if (memcmp(end, "PK\5\6", 4) == 0)
            return end;
    }
    return NULL;
}

/* The directory's entry of a part, or NULL. */
static const unsigned char *find_part(const struct zip *zip, const char *name)
{
    const unsigned char *end = find_end(zip);
    size_t wanted = strlen(name);
    size_t at = end != NULL ? number(end + 16, 4) : zip->len;

    while (at <= zip->len && zip->len - at >= ENTRY_LEN &&
           memcmp(zip->bytes + at, "PK\1\2", 4) == 0) {
        const unsigned char *entry = zip->bytes + at;
        size_t len = number(entry + 28, 2);
        if (len > zip->len - at - ENTRY_LEN)
            return NULL;
        if (len == wanted && memcmp(entry + ENTRY_LEN, name, len) == 0)
            return entry;
        at += ENTRY_LEN + len + number(entry + 30, 2) + number(entry + 32, 2);
    }
    return NULL;
}

/* Unpack from[packed] into to[size]. False when that is not what comes out. */
static bool unpack(const unsigned char *from, size_t packed, char *to,
                   size_t size)
{
    z_stream stream;

    memset(&stream, 0, sizeof stream);
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return false;
    stream.next_in = from;
    stream.avail_in = (uInt)packed;
    stream.next_out = (Bytef *)to;
    stream.avail_out = (uInt)size;
    int status = inflate(&stream, Z_FINISH);
    size_t left = stream.avail_out;
    (void)inflateEnd(&stream);
    return status == Z_STREAM_END && left == 0;
}

/* A part's bytes into pool, which is empty. False when it is not whole. */
static bool read_part(const struct zip *zip, const char *name,
                      struct pool *pool)
{
    const unsigned char *entry = find_part(zip, name);

    if (entry == NULL)
        return false;
    size_t at = number(entry + 42, 4);
    size_t packed = number(entry + 20, 4);
    size_t size = number(entry + 24, 4);
    if (at > zip->len || zip->len - at < HEADER_LEN || size > WHOSAID_MAX_INPUT)
        return false;
    at += HEADER_LEN + number(zip->bytes + at + 26, 2) +
          number(zip->bytes + at + 28, 2);
    if (at > zip->len || packed > zip->len - at)
        return false;
    pool->bytes = malloc(size + 1);
    pool->failed = pool->bytes == NULL;
    if (pool->failed)
        return false;
    pool->len = size;
    pool->cap = size + 1;
    if (number(entry + 10, 2) == 0) { /* as it is */
        if (packed != size)
            return false;
        memcpy(pool->bytes, zip->bytes + at, size);
    } else if (number(entry + 10, 2) != 8 ||
               !unpack(zip->bytes + at, packed, pool->bytes, size)) {
        return false;
    }
    return crc32(crc32(0, NULL, 0), (const Bytef *)pool->bytes, (uInt)size) ==
           number(entry + 16, 4);
}

/* -- XML ------------------------------------------------------------------ */

/* A part being read: tag by tag. */
struct xml {
    const char *bytes;
    size_t len;
    size_t at;
    const char *text; /* [text_len] before the tag */
    size_t text_len;
    const char *tag; /* [tag_len] between the brackets, without a / in front */
    size_t tag_len;
    size_t name_len; /* of the tag's name; its prefix is left out of tag */
    bool closes;     /* </x> */
    bool empty;      /* <x/> */
};

/* Go to the next tag. False at the end. */
static bool next_tag(struct xml *xml)
{
    size_t open = xml->at;

    while (open < xml->len && xml->bytes[open] != '<')
        open++;
    xml->text = xml->bytes + xml->at;
    xml->text_len = open - xml->at;
    size_t end = open;
    while (end < xml->len && xml->bytes[end] != '>')
        end++;
    if (end >= xml->len)
        return false;
    xml->at = end + 1;
    open++;
    xml->closes = open < end && xml->bytes[open] == '/';
    open += xml->closes ? 1 : 0;
    xml->empty = end > open && xml->bytes[end - 1] == '/';
    end -= xml->empty ? 1 : 0;
    size_t name = open;
    while (name < end && strchr(" \t\r\n", xml->bytes[name]) == NULL) {
        if (xml->bytes[name++] == ':')
            open = name;
    }
    xml->tag = xml->bytes + open;
    xml->tag_len = end - open;
    xml->name_len = name - open;
    return true;
}

static bool is_tag(const struct xml *xml, const char *name)
{
    return xml->name_len == strlen(name) &&
           memcmp(xml->tag, name, xml->name_len) == 0;
}

/* An attribute's value; its bytes, 0 when there is none. */
static size_t attribute(const struct xml *xml, const char *name,
                        const char **value)
{
    size_t len = strlen(name);

    for (size_t i = xml->name_len; i + len + 2 < xml->tag_len; i++) {
        const char *at = xml->tag + i + 1;
        char mark = at[len + 1];
        if (strchr(" \t\r\n", xml->tag[i]) == NULL ||
            memcmp(at, name, len) != 0 || at[len] != '=' ||
            (mark != '"' && mark != '\''))
            continue;
        *value = at + len + 2;
        const char *end =
            memchr(*value, mark, (size_t)(xml->tag + xml->tag_len - *value));
        return end != NULL ? (size_t)(end - *value) : 0;
    }
    return 0;
}

/* Whether len bytes are a string's. */
static bool is_text(const char *bytes, size_t len, const char *string)
{
    return len == strlen(string) && memcmp(bytes, string, len) == 0;
}

static void put_code_point(struct pool *pool, uint32_t cp)
{
    char out[4];

    if (cp < 0x80) {
        out[0] = (char)cp;
        put(pool, out, 1);
    } else if (cp < 0x800) {
        out[0] = (char)(0xC0 | cp >> 6);
        out[1] = (char)(0x80 | (cp & 0x3F));
        put(pool, out, 2);
    } else if (cp < 0x10000) {
        out[0] = (char)(0xE0 | cp >> 12);
        out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
        out[2] = (char)(0x80 | (cp & 0x3F));
        put(pool, out, 3);
    } else {
        out[0] = (char)(0xF0 | cp >> 18);
        out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
        out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
        out[3] = (char)(0x80 | (cp & 0x3F));
        put(pool, out, 4);
    }
}

/* The digits text[len] in a base; UINT32_MAX when they are none. */
static uint32_t digits(const char *text, size_t len, uint32_t base)
{
    uint32_t value = 0;

    for (size_t i = 0; i < len; i++) {
        char c = text[i];
        uint32_t digit = c >= '0' && c <= '9'   ? (uint32_t)(c - '0')
                         : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a') + 10
                         : c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A') + 10
                                                : base;
        if (digit >= base || value > 0x10FFFF)
            return UINT32_MAX;
        value = value * base + digit;
    }
    return len == 0 ? UINT32_MAX : value;
}

/* Write a code point told by its number; U+FFFD for what is none. */
static void put_number(struct pool *pool, uint32_t cp)
{
    bool none = cp > 0x10FFFF || cp == 0 || (cp >= 0xD800 && cp <= 0xDFFF);

    put_code_point(pool, none ? 0xFFFD : cp);
}

/* Write what text[len], which begins with & and ends with ;, stands for. */
static void put_reference(struct pool *pool, const char *text, size_t len)
{
    static const struct {
        const char *name;
        const char *is;
    } known[] = {
        {"&amp;",  "&" },
        {"&lt;",   "<" },
        {"&gt;",   ">" },
        {"&quot;", "\""},
        {"&apos;", "'" }
    };

    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (is_text(text, len, known[i].name)) {
            put(pool, known[i].is, 1);
            return;
        }
    }
    if (len > 4 && text[1] == '#' && (text[2] == 'x' || text[2] == 'X'))
        put_number(pool, digits(text + 3, len - 4, 16));
    else if (len > 3 && text[1] == '#')
        put_number(pool, digits(text + 2, len - 3, 10));
    else
        put(pool, text, len);
}

/* Write XML's text, references read; _x000D_ is a character, too. */
static void put_text(struct pool *pool, const char *text, size_t len)
{
    for (size_t i = 0; i < len;) {
        size_t from = i;
        while (i < len && text[i] != '&' && text[i] != '_')
            i++;
        put(pool, text + from, i - from);
        if (i == len)
            break;
        const char *end = memchr(text + i, ';', len - i < 12 ? len - i : 12);
        if (text[i] == '&' && end != NULL) {
            size_t n = (size_t)(end - text) + 1 - i;
            put_reference(pool, text + i, n);
            i += n;
        } else if (text[i] == '_' && len - i >= 7 && text[i + 1] == 'x' &&
                   text[i + 6] == '_' &&
                   digits(text + i + 2, 4, 16) != UINT32_MAX) {
            put_number(pool, digits(text + i + 2, 4, 16));
            i += 7;
        } else {
            put(pool, text + i, 1);
            i++;
        }
    }
}

/* -- the sheet ------------------------------------------------------------ */

/* Texts that cells share. */
struct shared {
    struct pool text;
    size_t *end; /* [count] of each, in text */
    size_t count;
    size_t cap;
};

static bool end_shared(struct shared *shared)
{
    if (shared->count == shared->cap) {
        size_t cap = shared->cap == 0 ? 256 : 2 * shared->cap;
        size_t *grown = realloc(shared->end, cap * sizeof *grown);
        if (grown == NULL)
            return false;
        shared->end = grown;
        shared->cap = cap;
    }
    shared->end[shared->count++] = shared->text.len;
    return true;
}

static bool read_shared(const struct pool *part, struct shared *shared)
{
    struct xml xml = {.bytes = part->bytes, .len = part->len};
    bool aside = false; /* how a word is spoken: no part of the text */

    while (next_tag(&xml)) {
        if (is_tag(&xml, "rPh"))
            aside = !xml.closes && !xml.empty;
        else if (is_tag(&xml, "t") && xml.closes && !aside)
            put_text(&shared->text, xml.text, xml.text_len);
        else if (is_tag(&xml, "si") && (xml.closes || xml.empty) &&
                 !end_shared(shared))
            return false;
    }
    return !shared->text.failed;
}

/* A sheet on its way into CSV. */
struct sheet {
    struct pool csv;
    struct pool cell; /* text of the cell being read */
    const struct shared *shared;
    uint32_t row;    /* begun so far */
    uint32_t column; /* cells of the row so far */
    bool is_shared;  /* the cell holds a shared text's number */
    bool wrong;
};

/* Write a cell. Whatever breaks a line is a space. */
static void put_cell(struct sheet *sheet)
{
    const char *text = sheet->cell.bytes;
    size_t len = sheet->cell.len;
    const struct shared *shared = sheet->shared;

    if (sheet->is_shared && len > 0) {
        uint32_t i = digits(text, len, 10);
        if (i >= shared->count) {
            sheet->wrong = true;
            return;
        }
        size_t begin = i > 0 ? shared->end[i - 1] : 0;
        text = shared->text.bytes + begin;
        len = shared->end[i] - begin;
    }
    put(&sheet->csv, "\"", 1);
    for (size_t i = 0; i < len; i++) {
        bool breaks = text[i] == '\n' || text[i] == '\r';
        put(&sheet->csv, breaks ? " " : text + i, 1);
        if (text[i] == '"')
            put(&sheet->csv, "\"", 1);
    }
    put(&sheet->csv, "\"", 1);
    sheet->cell.failed |= sheet->csv.failed;
}

/* Begin a row: empty lines stand for those left out. */
static void begin_row(struct sheet *sheet, const struct xml *xml)
{
    const char *value = NULL;
    size_t len = attribute(xml, "r", &value);
    uint32_t row = len > 0 ? digits(value, len, 10) : sheet->row + 1;

    if (row <= sheet->row || row > ROWS_MAX) {
        sheet->wrong = true;
        return;
    }
    while (sheet->row < row) {
        if (sheet->row > 0)
            put(&sheet->csv, "\n", 1);
        sheet->row++;
    }
    sheet->column = 0;
}

/* Begin a cell, "C12": empty ones stand for those left out. */
static void begin_cell(struct sheet *sheet, const struct xml *xml)
{
    const char *value = NULL;
    size_t len = attribute(xml, "r", &value);
    uint32_t column = 0;

    for (size_t i = 0; i < len && i < 4 && value[i] >= 'A' && value[i] <= 'Z';
         i++)
        column = column * 26 + (uint32_t)(value[i] - 'A') + 1;
    if (len == 0)
        column = sheet->column + 1;
    if (sheet->row == 0 || column <= sheet->column || column > COLUMNS_MAX) {
        sheet->wrong = true;
        return;
    }
    while (sheet->column < column) {
        if (sheet->column > 0)
            put(&sheet->csv, ",", 1);
        sheet->column++;
    }
    len = attribute(xml, "t", &value);
    sheet->is_shared = len == 1 && *value == 's';
    sheet->cell.len = 0;
}

static bool read_sheet(const struct pool *part, struct sheet *sheet)
{
    struct xml xml = {.bytes = part->bytes, .len = part->len};
    bool aside = false;

    while (!sheet->wrong && next_tag(&xml)) {
        if (is_tag(&xml, "rPh"))
            aside = !xml.closes && !xml.empty;
        else if (is_tag(&xml, "row") && !xml.closes)
            begin_row(sheet, &xml);
        else if (is_tag(&xml, "c") && !xml.closes)
            begin_cell(sheet, &xml);
        else if ((is_tag(&xml, "v") || is_tag(&xml, "t")) && xml.closes &&
                 !aside)
            put_text(&sheet->cell, xml.text, xml.text_len);
        else if (is_tag(&xml, "c") && xml.closes)
            put_cell(sheet);
    }
    put(&sheet->csv, "\n", 1);
    return !sheet->wrong && sheet->row > 0;
}

/* -- the workbook --------------------------------------------------------- */

/* Of the tag whose attribute key is wanted, or of the first with key and wanted "",
 * another attribute. False when there is none. */
static bool find(const struct pool *part, const char *tag, const char *key,
                 const char *wanted, const char *name, char *out)
{
    struct xml xml = {.bytes = part->bytes, .len = part->len};

    while (next_tag(&xml)) {
        const char *value = "";
        if (!is_tag(&xml, tag) || xml.closes)
            continue;
        size_t len = *key != '\0' ? attribute(&xml, key, &value) : 0;
        if (!is_text(value, len, wanted))
            continue;
        len = attribute(&xml, name, &value);
        if (len == 0 || len >= NAME_MAX_LEN)
            return false;
        memcpy(out, value, len);
        out[len] = '\0';
        return true;
    }
    return false;
}

/* The name of the first sheet's part. */
static void name_sheet(const struct zip *zip, char name[PATH_LEN])
{
    struct pool book = {NULL, 0, 0, false};
    struct pool relations = {NULL, 0, 0, false};
    char id[NAME_MAX_LEN];
    char target[NAME_MAX_LEN];

    (void)snprintf(name, PATH_LEN, "xl/worksheets/sheet1.xml");
    if (read_part(zip, "xl/workbook.xml", &book) &&
        read_part(zip, "xl/_rels/workbook.xml.rels", &relations) &&
        find(&book, "sheet", "", "", "r:id", id) &&
        find(&relations, "Relationship", "Id", id, "Target", target)) {
        (void)snprintf(name, PATH_LEN, "%s%s", target[0] == '/' ? "" : "xl/",
                       target + (target[0] == '/' ? 1 : 0));
    }
    free(book.bytes);
    free(relations.bytes);
}

char *cli_workbook_csv(const char *bytes, size_t len, size_t *csv_len,
                       const char **words)
{
    const struct zip zip = {(const unsigned char *)bytes, len};
    struct pool part = {NULL, 0, 0, false};
    struct pool strings = {NULL, 0, 0, false};
    struct shared shared = {.count = 0};
    struct sheet sheet = {.shared = &shared};
    char name[PATH_LEN];

    name_sheet(&zip, name);
    bool has_strings = find_part(&zip, "xl/sharedStrings.xml") != NULL;
    bool whole =
        read_part(&zip, name, &part) &&
        (!has_strings || (read_part(&zip, "xl/sharedStrings.xml", &strings) &&
                          read_shared(&strings, &shared))) &&
        read_sheet(&part, &sheet);
    bool failed = sheet.csv.failed || sheet.cell.failed || shared.text.failed ||
                  part.failed || strings.failed;
    free(part.bytes);
    free(strings.bytes);
    free(shared.text.bytes);
    free(shared.end);
    free(sheet.cell.bytes);
    if (whole && !failed) {
        *csv_len = sheet.csv.len;
        return sheet.csv.bytes;
    }
    *words = failed ? no_memory : not_whole;
    free(sheet.csv.bytes);
    return NULL;
}

#else

char *cli_workbook_csv(const char *bytes, size_t len, size_t *csv_len,
                       const char **words)
{
    (void)bytes;
    (void)len;
    *csv_len = 0;
    *words = "a workbook, which this program was built without: save it as CSV";
    return NULL;
}

#endif /* WS_ZLIB */
