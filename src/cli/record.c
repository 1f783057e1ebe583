/*
 * record.c - records of JSON lines and CSV: which field is the text.
 *
 *   in   records, one by one, and the fields asked for
 *   out  texts, each named by its record's id, else NAME:LINE
 *
 * A field that was not asked for is guessed, from the first record that has one
 * of the usual names, and said.
 */
#include "cli/record.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef WS_JANSSON
#include <jansson.h>
#endif

#include "cli/message.h"

#define NAME_LEN 4200

/* What texts, pages and ids are usually called, the likeliest first. */
static const char *const text_names[] = {
    "text", "body", "content", "articleBody", "maintext", "raw_text", NULL};
static const char *const html_names[] = {"html", NULL};
static const char *const id_names[] = {"id", "_id", "url", NULL};

enum { TEXT, HTML, ID };

/* A field's value. */
struct value {
    const char *bytes; /* [len], NUL behind; NULL: there is none */
    size_t len;
};

/* -- telling -------------------------------------------------------------- */

/* Refuse a record, at a byte of it. */
static cli_taken refuse(const cli_record *record, const cli_reader *reader,
                        size_t at, const char *words)
{
    char shown[1024];
    char place[1056];
    char line[400];

    (void)snprintf(place, sizeof place, "%s:%zu",
                   cli_printable(record->name, shown, sizeof shown),
                   record->line);
    (void)snprintf(line, sizeof line, "byte %zu: %s", record->at + at, words);
    return reader->refuse(reader->ctx, place, place, line);
}

static bool is_same(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* Say what was guessed, unless that is what was said last. */
static void say_guess(cli_records *records, const cli_record *record)
{
    const cli_fields *used = &records->used;
    const char *option = record->parting != 0 ? "column" : "field";
    char html[80] = "";
    char id[80] = "";

    if ((records->asked.text != NULL || records->asked.html != NULL) &&
        (records->asked.id != NULL || used->id == NULL))
        return;
    if (is_same(records->said.text, used->text) &&
        is_same(records->said.html, used->html) &&
        is_same(records->said.id, used->id))
        return;
    records->said = *used;
    if (used->html != NULL && records->asked.html == NULL)
        (void)snprintf(html, sizeof html, "pages from '%s' (--html-field)",
                       used->html);
    else if (used->text != NULL && records->asked.text == NULL)
        (void)snprintf(html, sizeof html, "texts from '%s' (--text-%s)",
                       used->text, option);
    if (used->id != NULL && records->asked.id == NULL)
        (void)snprintf(id, sizeof id, "%snames from '%s' (--id-%s)",
                       html[0] != '\0' ? ", " : "", used->id, option);
    cli_say(record->name, "takes %s%s", html, id);
}

static cli_taken refuse_field(const cli_record *record,
                              const cli_reader *reader, const char *what,
                              const char *name)
{
    char shown[128];
    char words[256];

    (void)snprintf(words, sizeof words, "%s '%s'", what,
                   cli_printable(name, shown, sizeof shown));
    return refuse(record, reader, 0, words);
}

/* How long a byte order mark before a record is; 0: there is none. */
static size_t mark_len(const cli_record *record)
{
    return record->number == 0 && record->len >= 3 &&
                   memcmp(record->bytes, "\xEF\xBB\xBF", 3) == 0
               ? 3
               : 0;
}

/* -- texts ---------------------------------------------------------------- */

static cli_taken read_value(const cli_record *record, const cli_reader *reader,
                            const struct value value[3])
{
    char name[NAME_LEN];
    cli_source source = {.name = NULL};
    size_t which = value[HTML].bytes != NULL ? HTML : TEXT;

    if (value[ID].bytes != NULL && value[ID].len != strlen(value[ID].bytes))
        return refuse(record, reader, 0, "a NUL in the record's id");
    if (value[which].len > WHOSAID_MAX_INPUT)
        return refuse(record, reader, 0,
                      whosaid_strstatus(WHOSAID_ERR_TOO_LONG));
    (void)snprintf(name, sizeof name, "%s:%zu", record->name, record->line);
    source.name = name;
    if (value[ID].bytes != NULL && value[ID].len > 0)
        source.name = value[ID].bytes;
    source.bytes = value[which].bytes;
    source.len = value[which].len;
    return cli_source_read(
        &source, which == HTML ? CLI_SOURCE_HTML : CLI_SOURCE_TEXT, reader);
}

/* -- JSON lines ----------------------------------------------------------- */

#ifdef WS_JANSSON

/* The first of names that an object has as a string. */
static const char *guess_member(const json_t *object, const char *const *names)
{
    for (; *names != NULL; names++)
        if (json_is_string(json_object_get(object, *names)))
            return *names;
    return NULL;
}

/* Find out which fields there are. False: not yet. */
static bool guess_members(cli_records *records, const cli_record *record,
                          const json_t *object)
{
    cli_fields *used = &records->used;

    if (used->text != NULL || used->html != NULL)
        return true;
    *used = records->asked;
    if (used->text == NULL && used->html == NULL)
        used->text = guess_member(object, text_names);
    if (used->text == NULL && used->html == NULL)
        used->html = guess_member(object, html_names);
    if (used->text == NULL && used->html == NULL)
        return false;
    const json_t *text =
        used->text != NULL ? json_object_get(object, used->text) : NULL;
    if (records->asked.text == NULL && json_is_string(text) &&
        whosaid_html_looks(json_string_value(text), json_string_length(text))) {
        used->html = used->text;
        used->text = NULL;
    }
    for (const char *const *name = id_names; *name != NULL && used->id == NULL;
         name++) {
        const json_t *id = json_object_get(object, *name);
        if (json_is_string(id) || json_is_integer(id))
            used->id = *name;
    }
    say_guess(records, record);
    return true;
}

/* The members that are used; a number of an id is written to room. */
static cli_taken read_members(const cli_records *records,
                              const cli_record *record,
                              const cli_reader *reader, const json_t *object)
{
    const cli_fields *used = &records->used;
    const char *const name[3] = {used->text, used->html, used->id};
    struct value value[3] = {
        {NULL, 0},
        {NULL, 0},
        {NULL, 0}
    };
    char room[32];

    for (size_t i = 0; i < 3; i++) {
        const json_t *member =
            name[i] != NULL ? json_object_get(object, name[i]) : NULL;

        if (json_is_string(member)) {
            value[i].bytes = json_string_value(member);
            value[i].len = json_string_length(member);
        } else if (i == ID && json_is_integer(member)) {
            (void)snprintf(room, sizeof room, "%lld",
                           (long long)json_integer_value(member));
            value[i] = (struct value){room, strlen(room)};
        } else if (member != NULL && !json_is_null(member) && i != ID) {
            return refuse_field(record, reader, "no string in field", name[i]);
        }
    }
    if (value[TEXT].bytes == NULL && value[HTML].bytes == NULL)
        return refuse_field(record, reader, "no field",
                            used->text != NULL ? used->text : used->html);
    return read_value(record, reader, value);
}

/* Why bytes are not JSON, and where. */
static cli_taken refuse_json(const cli_record *record, const cli_reader *reader,
                             const json_error_t *error)
{
    char shown[JSON_ERROR_TEXT_LENGTH * 2];
    char words[sizeof shown + 32];
    size_t at = error->position > 0 ? (size_t)error->position - 1 : 0;

    (void)snprintf(words, sizeof words, "not JSON: %s",
                   cli_printable(error->text, shown, sizeof shown));
    return refuse(record, reader, at, words);
}

static cli_taken read_json(cli_records *records, const cli_record *record,
                           const cli_reader *reader)
{
    json_error_t error;
    cli_taken taken = CLI_REFUSED;
    size_t mark = mark_len(record);

    memset(&error, 0, sizeof error);
    json_t *object = json_loadb(record->bytes + mark, record->len - mark,
                                JSON_ALLOW_NUL, &error);
    if (object == NULL) {
        error.position += (int)mark;
        return refuse_json(record, reader, &error);
    }
    if (!json_is_object(object)) {
        taken = refuse(record, reader, 0, "not a JSON object");
    } else if (!guess_members(records, record, object)) {
        taken = refuse(record, reader, 0,
                       "no field that is known to hold a text; --text-field "
                       "names one");
    } else {
        taken = read_members(records, record, reader, object);
    }
    json_decref(object);
    return taken;
}

#else

static cli_taken read_json(cli_records *records, const cli_record *record,
                           const cli_reader *reader)
{
    (void)records;
    *record->over = true;
    return refuse(record, reader, 0,
                  "this whosaid was built without jansson, which reads JSON "
                  "lines");
}

#endif

/* -- CSV ------------------------------------------------------------------ */

/* A line of CSV being read. */
struct cells {
    const char *at;
    const char *end;
    char parting;
    char *out;         /* where the next cell is copied to */
    const char *fault; /* what is wrong, or NULL */
    const char *where; /* it is wrong */
    bool is_behind;    /* there is no further cell */
};

static bool is_wrong(struct cells *c, const char *where, const char *words)
{
    c->where = where;
    c->fault = words;
    return false;
}

/* Copy what stands in quotes. False: it is wrong. */
static bool copy_quoted(struct cells *c)
{
    const char *opens = c->at++;

    for (;;) {
        const char *quote = c->at < c->end
                                ? memchr(c->at, '"', (size_t)(c->end - c->at))
                                : NULL;

        if (quote == NULL)
            return is_wrong(c, opens, "a quote opens here, and none closes it");
        memcpy(c->out, c->at, (size_t)(quote - c->at));
        c->out += quote - c->at;
        c->at = quote + 1;
        if (c->at == c->end || *c->at != '"')
            break;
        *c->out++ = '"';
        c->at++;
    }
    if (c->at < c->end && *c->at != c->parting)
        return is_wrong(c, c->at, "text behind a closing quote");
    return true;
}

/* Read the next cell. False when there is none, or it is wrong. */
static bool next_cell(struct cells *c, struct value *value)
{
    char *from = c->out;

    if (c->is_behind)
        return false;
    if (c->at < c->end && *c->at == '"') {
        if (!copy_quoted(c))
            return false;
    } else {
        while (c->at < c->end && *c->at != c->parting)
            *c->out++ = *c->at++;
    }
    value->bytes = from;
    value->len = (size_t)(c->out - from);
    *c->out++ = '\0';
    c->is_behind = c->at == c->end;
    c->at += c->is_behind ? 0 : 1;
    return true;
}

/* Begin to read a line. False: no memory. */
static bool begin_cells(cli_records *records, const cli_record *record,
                        struct cells *c)
{
    size_t mark = mark_len(record);

    if (record->len + 1 > records->cap) {
        char *cells = realloc(records->cells, record->len + 1);
        if (cells == NULL)
            return false;
        records->cells = cells;
        records->cap = record->len + 1;
    }
    memset(c, 0, sizeof *c);
    c->at = record->bytes + mark;
    c->end = record->bytes + record->len;
    c->end -= record->len > mark && c->end[-1] == '\r' ? 1 : 0;
    c->parting = record->parting;
    c->out = records->cells;
    return true;
}

/* How well one of names is what a column is called: 0 the best. SIZE_MAX: it is
 * called none of them. */
static size_t rank_of(const struct value *cell, const char *const *names)
{
    for (size_t i = 0; names[i] != NULL; i++)
        if (strcmp(cell->bytes, names[i]) == 0)
            return i;
    return SIZE_MAX;
}

/* Read the columns' names, and choose. Returns the name asked for that there
 * is not, or "" where none of the usual ones is, or NULL. */
static const char *choose_columns(cli_records *records, struct cells *c)
{
    cli_fields *used = &records->used;
    const char *const *const usual[3] = {text_names, html_names, id_names};
    const char *const asked[3] = {records->asked.text, records->asked.html,
                                  records->asked.id};
    const char *name[3] = {NULL, NULL, NULL};
    size_t best[3] = {SIZE_MAX, SIZE_MAX, SIZE_MAX};
    struct value cell = {NULL, 0};

    for (records->columns = 0; next_cell(c, &cell); records->columns++) {
        for (size_t i = 0; i < 3; i++) {
            const char *const one[2] = {asked[i], NULL};
            const char *const *names = asked[i] != NULL ? one : usual[i];
            size_t rank = rank_of(&cell, names);

            if (rank < best[i]) {
                best[i] = rank;
                name[i] = names[rank];
                records->column[i] = records->columns;
            }
        }
    }
    if (c->fault != NULL)
        return NULL;
    for (size_t i = 0; i < 3; i++)
        if (asked[i] != NULL && name[i] == NULL)
            return asked[i];
    if (asked[HTML] != NULL && asked[TEXT] == NULL)
        name[TEXT] = NULL;
    if (asked[HTML] == NULL && name[TEXT] != NULL)
        name[HTML] = NULL;
    *used = (cli_fields){name[TEXT], name[HTML], name[ID]};
    return used->text == NULL && used->html == NULL ? "" : NULL;
}

/* Read the first line. Without it the rest cannot be read. */
static cli_taken read_header(cli_records *records, const cli_record *record,
                             const cli_reader *reader, struct cells *c)
{
    if (memchr(c->at, '\r', (size_t)(c->end - c->at)) != NULL) {
        *record->over = true;
        return refuse(record, reader, 0,
                      "a carriage return in the columns' names; lines end in "
                      "LF or CRLF");
    }
    const char *missing = choose_columns(records, c);

    *record->over = missing != NULL || c->fault != NULL;
    if (c->fault != NULL)
        return refuse(record, reader, (size_t)(c->where - record->bytes),
                      c->fault);
    if (missing != NULL && missing[0] != '\0')
        return refuse_field(record, reader, "no column", missing);
    if (missing != NULL)
        return refuse(record, reader, 0,
                      "no column that is known to hold a text; --text-column "
                      "names one");
    say_guess(records, record);
    return CLI_TAKEN;
}

static cli_taken read_csv(cli_records *records, const cli_record *record,
                          const cli_reader *reader)
{
    const cli_fields *used = &records->used;
    const char *const name[3] = {used->text, used->html, used->id};
    struct value value[3] = {
        {NULL, 0},
        {NULL, 0},
        {NULL, 0}
    };
    struct value cell = {NULL, 0};
    struct cells c;

    if (!begin_cells(records, record, &c))
        return refuse(record, reader, 0, whosaid_strstatus(WHOSAID_ERR_NOMEM));
    if (records->columns == 0)
        return read_header(records, record, reader, &c);
    size_t columns = 0;
    for (; next_cell(&c, &cell); columns++) {
        for (size_t i = 0; i < 3; i++)
            if (name[i] != NULL && records->column[i] == columns)
                value[i] = cell;
    }
    if (c.fault != NULL)
        return refuse(record, reader, (size_t)(c.where - record->bytes),
                      c.fault);
    if (columns > records->columns)
        return refuse(record, reader, 0, "a cell more than there are columns");
    if (value[HTML].bytes == NULL || value[HTML].len == 0)
        value[HTML].bytes = NULL;
    if (value[TEXT].bytes == NULL && value[HTML].bytes == NULL)
        return refuse_field(record, reader, "no cell in column",
                            used->text != NULL ? used->text : used->html);
    return read_value(record, reader, value);
}

/* -- any ------------------------------------------------------------------ */

/* Whether there is nothing but white space. */
static bool is_blank(const cli_record *record)
{
    for (size_t i = 0; i < record->len; i++)
        if (strchr(" \t\r", record->bytes[i]) == NULL ||
            record->bytes[i] == '\0')
            return false;
    return true;
}

/* A record whose bad bytes are U+FFFD, and how many there are. False: no
 * memory. */
static bool mend(cli_records *records, cli_record *record, size_t *bad)
{
    const char *bytes = record->bytes;
    size_t left = record->len;
    size_t len = 0;
    size_t at = 0;
    size_t line = 0;

    if (3 * left > records->mended_cap) {
        char *room = realloc(records->mended, 3 * left);
        if (room == NULL)
            return false;
        records->mended = room;
        records->mended_cap = 3 * left;
    }
    for (*bad = 0; !whosaid_utf8_check(bytes, left, &at, &line); ++*bad) {
        memcpy(records->mended + len, bytes, at);
        memcpy(records->mended + len + at, "\xEF\xBF\xBD", 3);
        len += at + 3;
        bytes += at + 1;
        left -= at + 1;
    }
    memcpy(records->mended + len, bytes, left);
    record->bytes = records->mended;
    record->len = len + left;
    return true;
}

/* Read a record that is not UTF-8 all the same, and say so. */
static cli_taken read_mended(cli_records *records, const cli_record *record,
                             const cli_reader *reader)
{
    cli_record mended = *record;
    char shown[1024];
    char place[1056];
    size_t bad = 0;

    if (!mend(records, &mended, &bad))
        return refuse(record, reader, 0, whosaid_strstatus(WHOSAID_ERR_NOMEM));
    (void)snprintf(place, sizeof place, "%s:%zu",
                   cli_printable(record->name, shown, sizeof shown),
                   record->line);
    cli_say(place, "%zu byte%s not UTF-8, read as U+FFFD", bad,
            bad == 1 ? "" : "s");
    return record->parting != 0 ? read_csv(records, &mended, reader)
                                : read_json(records, &mended, reader);
}

cli_taken cli_record_read(cli_records *records, const cli_record *record,
                          const cli_reader *reader)
{
    char words[64];
    size_t at = 0;
    size_t line = 0;

    if (record->number == 0) {
        memset(&records->used, 0, sizeof records->used);
        records->columns = 0;
    }
    if (is_blank(record))
        return CLI_TAKEN;
    if (!whosaid_utf8_check(record->bytes, record->len, &at, &line)) {
        if (records->lenient)
            return read_mended(records, record, reader);
        (void)snprintf(words, sizeof words, "not UTF-8 (0x%02x)",
                       (unsigned)(unsigned char)record->bytes[at]);
        return refuse(record, reader, at, words);
    }
    return record->parting != 0 ? read_csv(records, record, reader)
                                : read_json(records, record, reader);
}

void cli_records_free(cli_records *records)
{
    free(records->cells);
    free(records->mended);
    records->mended = NULL;
    records->mended_cap = 0;
    records->cells = NULL;
    records->cap = 0;
}
