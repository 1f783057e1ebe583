/*
 * test_html.c - HTML's tokens and character references.
 *
 * The cases stand in fixtures/html/tokens.txt: every state of the standard's
 * tokenizer and what is an error there. Each also is cut short at every byte,
 * for what that does to memory.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "html_dump.h"

struct mode {
    const char *name;
    ws_markup_mode mode;
    const char *tag; /* the start tag before */
    bool foreign;
};

static const struct mode modes[] = {
    {"data",      WS_MARKUP_DATA,      "",       false},
    {"cdata",     WS_MARKUP_DATA,      "",       true },
    {"rcdata",    WS_MARKUP_RCDATA,    "title",  false},
    {"rawtext",   WS_MARKUP_RAWTEXT,   "style",  false},
    {"script",    WS_MARKUP_SCRIPT,    "script", false},
    {"plaintext", WS_MARKUP_PLAINTEXT, "",       false},
};

static const struct mode *mode_of(const char *line)
{
    for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++) {
        size_t len = strlen(modes[i].name);

        if (strncmp(line, modes[i].name, len) == 0 && line[len] == ':')
            return &modes[i];
    }
    fixture_die("no such mode", line);
    return NULL;
}

/* Read \n \r \t \\ and \x00 in words. */
static struct fixture_buffer unescaped(const char *words, size_t len)
{
    struct fixture_buffer out = {NULL, 0, 0};

    fixture_put(&out, "", 0);
    for (size_t i = 0; i < len; i++) {
        char c = words[i];
        char hex[3] = {0};

        if (c == '\\' && words[i + 1] == 'x') {
            memcpy(hex, words + i + 2, 2);
            c = (char)strtoul(hex, NULL, 16);
            i += 3;
        } else if (c == '\\') {
            i++;
            c = words[i] == 'n'   ? '\n'
                : words[i] == 'r' ? '\r'
                : words[i] == 't' ? '\t'
                                  : words[i];
        }
        fixture_put(&out, &c, 1);
    }
    return out;
}

static bool holds(const struct mode *mode, const char *line, size_t len)
{
    const char *tab = memchr(line, '\t', len);

    if (tab == NULL)
        fixture_die("a case without a tab", line);
    struct fixture_buffer in = unescaped(line, (size_t)(tab - line));
    struct fixture_buffer want =
        unescaped(tab + 1, len - (size_t)(tab - line) - 1);
    struct fixture_buffer got =
        dump_tokens(in.bytes, in.len, mode->mode, mode->tag, mode->foreign);
    bool same =
        got.len == want.len && memcmp(got.bytes, want.bytes, got.len) == 0;

    if (!same)
        printf("%s: %.*s\n  wanted %s\n  got    %s\n", mode->name,
               (int)(tab - line), line, want.bytes, got.bytes);
    for (size_t cut = 0; cut < in.len; cut++)
        free(dump_tokens(in.bytes, cut, mode->mode, mode->tag, mode->foreign)
                 .bytes);
    free(in.bytes);
    free(want.bytes);
    free(got.bytes);
    return same;
}

static void reads_every_state(void **state)
{
    struct fixture_buffer file = fixture_read("fixtures/html/tokens.txt");
    const struct mode *mode = NULL;
    unsigned cases = 0;
    unsigned faults = 0;

    (void)state;
    for (const char *line = file.bytes, *end = NULL; *line != '\0';
         line = end + 1) {
        end = strchr(line, '\n');
        assert_non_null(end);
        if (line[0] == '#' && line[1] == '#') {
            mode = mode_of(line + 3);
        } else if (line[0] != '#' && end > line) {
            assert_non_null(mode);
            cases++;
            faults += !holds(mode, line, (size_t)(end - line));
        }
    }
    printf("%u cases, %u faults\n", cases, faults);
    assert_true(cases > 700);
    assert_int_equal(faults, 0);
    free(file.bytes);
}

/* -- references ----------------------------------------------------------- */

/* "0041 0301" as UTF-8. */
static uint32_t put_points(const char *points, char out[16])
{
    uint32_t len = 0;
    char *end = NULL;

    for (const char *at = points; *at != '\0' && *at != '\n'; at = end) {
        uint32_t cp = (uint32_t)strtoul(at, &end, 16);
        uint32_t more = cp < 0x80 ? 0 : cp < 0x800 ? 1 : cp < 0x10000 ? 2 : 3;
        static const uint8_t lead[] = {0, 0xC0, 0xE0, 0xF0};

        out[len++] = (char)(lead[more] | cp >> 6 * more);
        while (more-- > 0)
            out[len++] = (char)(0x80 | (cp >> 6 * more & 0x3F));
    }
    return len;
}

/* Each name is found, alone and in a text, and not in an attribute that goes on
 * with a letter unless it has a semicolon. */
static void knows_every_name(void **state)
{
    struct fixture_buffer file = fixture_read("data/entities.tsv");
    unsigned names = 0;

    (void)state;
    for (char *line = strtok(file.bytes, "\n"); line != NULL;
         line = strtok(NULL, "\n")) {
        char text[64];
        char value[16];
        ws_entity entity;
        char *tab = strchr(line, '\t');

        if (line[0] == '#')
            continue;
        assert_non_null(tab);
        *tab = '\0';
        uint32_t len = put_points(tab + 1, value);
        int n = snprintf(text, sizeof text, "&%s=", line);
        bool whole = line[strlen(line) - 1] == ';';
        for (int attr = 0; attr < 2; attr++) {
            uint32_t read =
                ws_entity_read(text, 0, (uint32_t)n, attr == 1, &entity);
            if (attr == 1 && !whole) {
                assert_int_equal(read, 0);
                continue;
            }
            assert_int_equal(read, n - 1);
            assert_int_equal(entity.len, len);
            assert_memory_equal(entity.bytes, value, len);
            assert_true(5 * len <= 6 * read);
        }
        names++;
    }
    assert_int_equal(names, 2231);
    free(file.bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_state),
        cmocka_unit_test(knows_every_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
