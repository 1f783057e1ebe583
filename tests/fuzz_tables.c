/*
 * fuzz_tables.c - any bytes as a table that is given back; the promises of
 * whosaid.h must hold.
 *
 * The first byte says where the bytes are cut in two: the first part is an old
 * run, the second a new one, and all of it corrections and people.
 */
#include "fuzz.h"

static void check_error(const char *bytes, size_t len,
                        const whosaid_table_error *error)
{
    (void)bytes;
    require(error->words[0] != '\0' && error->line >= 1);
    require(error->at <= len && error->len <= len - error->at);
}

static const char text[] =
    "\"The council will keep the library open,\" said Ann Lee.\n\n"
    "\"No,\" said Maria Lopez. \"=Yes.\"\n\n\"no!\" said Bo Hill.\n";

/* The rows of the text, with corrections or without. */
static struct output rows_of(whosaid_corrections *corrections)
{
    struct output out = {NULL, 0, 0};
    const whosaid_sink sink = {keep, &out};
    whosaid_row_options options = WHOSAID_ROW_OPTIONS_INIT;
    whosaid_writer *writer = NULL;
    whosaid_doc *doc = NULL;
    size_t at;
    size_t line;

    require(whosaid_analyze(text, sizeof text - 1, NULL, &doc) == WHOSAID_OK);
    if (corrections != NULL) {
        require(whosaid_corrections_note(corrections, "a", 1, doc, false) ==
                WHOSAID_OK);
        whosaid_corrections_settle(corrections);
    }
    options.corrections = corrections;
    options.count_speakers = true;
    require(whosaid_writer_new(&options, &sink, NULL, &writer) == WHOSAID_OK);
    require(whosaid_writer_add(writer, "a", 1, doc) == WHOSAID_OK);
    whosaid_counts counts = whosaid_writer_counts(writer);
    require(counts.speakers <= counts.attributed);
    require(counts.attributed <= counts.rows);
    require(whosaid_utf8_check(out.bytes, out.len, &at, &line));
    whosaid_writer_free(writer);
    whosaid_doc_free(doc);
    return out;
}

/* What corrections did stays when the rows are given back once more. */
static void check_corrections(const char *bytes, size_t len)
{
    whosaid_corrections *corrections = NULL;
    whosaid_table_error error = {"", 0, 0, 0};
    whosaid_status status =
        whosaid_corrections_read(bytes, len, NULL, &corrections, &error);

    require((status == WHOSAID_OK) == (corrections != NULL));
    if (status != WHOSAID_OK) {
        require(status == WHOSAID_ERR_TABLE);
        check_error(bytes, len, &error);
        return;
    }
    struct output once = rows_of(corrections);
    for (uint32_t i = 0; i < whosaid_correction_count(corrections); i++) {
        whosaid_correction found = whosaid_correction_at(corrections, i);
        require(found.fit <= WHOSAID_FIT_UNREAD && found.line >= 1);
    }
    whosaid_corrections_free(corrections);

    require(whosaid_corrections_read(once.bytes, once.len, NULL, &corrections,
                                     NULL) == WHOSAID_OK);
    struct output again = rows_of(corrections);
    for (uint32_t i = 0; i < whosaid_correction_count(corrections); i++)
        require(whosaid_correction_at(corrections, i).fit == WHOSAID_FIT_ID);
    require(once.len == again.len);
    require(memcmp(once.bytes, again.bytes, once.len) == 0);
    whosaid_corrections_free(corrections);
    free(once.bytes);
    free(again.bytes);
}

static whosaid_differences diff(const whosaid_sheet *old_run,
                                const whosaid_sheet *new_run)
{
    struct output out = {NULL, 0, 0};
    const whosaid_sink sink = {keep, &out};
    whosaid_differences found;
    size_t at;
    size_t line;

    require(whosaid_diff(old_run, new_run, NULL, &sink, NULL, &found) ==
            WHOSAID_OK);
    require(whosaid_utf8_check(out.bytes, out.len, &at, &line));
    free(out.bytes);
    return found;
}

static whosaid_sheet *sheet_of(const char *bytes, size_t len)
{
    whosaid_sheet *sheet = NULL;
    whosaid_table_error error = {"", 0, 0, 0};
    whosaid_status status =
        whosaid_sheet_read(bytes, len, NULL, &sheet, &error);

    require((status == WHOSAID_OK) == (sheet != NULL));
    if (status != WHOSAID_OK) {
        require(status == WHOSAID_ERR_TABLE);
        check_error(bytes, len, &error);
    }
    return sheet;
}

/* What a sheet's groups became: lines of UTF-8, or no such sheet. */
static void check_groups(const whosaid_sheet *sheet)
{
    struct output out = {NULL, 0, 0};
    const whosaid_sink sink = {keep, &out};
    uint64_t found = 0;
    size_t at;
    size_t line;
    whosaid_status status =
        whosaid_diff_groups(sheet, NULL, &sink, NULL, &found);

    require(status == WHOSAID_OK || status == WHOSAID_ERR_ARGUMENT);
    if (status == WHOSAID_OK)
        require(whosaid_utf8_check(out.bytes, out.len, &at, &line));
    free(out.bytes);
}

static void check_diff(const char *bytes, size_t len, size_t cut)
{
    whosaid_sheet *sheet[2] = {sheet_of(bytes, cut),
                               sheet_of(bytes + cut, len - cut)};

    for (int i = 0; i < 2; i++) {
        if (sheet[i] == NULL)
            continue;
        check_groups(sheet[i]);
        whosaid_differences none = diff(sheet[i], sheet[i]);
        /* a row without id and words has no partner, not even itself */
        require(none.changed == 0 && none.moved == 0);
        require(none.gone == none.added);
    }
    if (sheet[0] != NULL && sheet[1] != NULL) {
        whosaid_differences there = diff(sheet[0], sheet[1]);
        whosaid_differences back = diff(sheet[1], sheet[0]);
        require(there.gone == back.added && there.added == back.gone);
        require(there.moved == back.moved);
    }
    whosaid_sheet_free(sheet[0]);
    whosaid_sheet_free(sheet[1]);
}

static void check_people(const char *bytes, size_t len)
{
    whosaid_people *people = NULL;
    whosaid_table_error error = {"", 0, 0, 0};
    whosaid_status status =
        whosaid_people_read(bytes, len, NULL, &people, &error);

    if (status != WHOSAID_OK) {
        require(status == WHOSAID_ERR_TABLE);
        check_error(bytes, len, &error);
    }
    whosaid_people_free(people);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    size_t cut = 0;

    if (size > 0) {
        cut = (size - 1) * data[0] / 256;
        bytes++;
        size--;
    }
    check_corrections(bytes, size);
    check_diff(bytes, size, cut);
    check_people(bytes, size);
    return 0;
}
