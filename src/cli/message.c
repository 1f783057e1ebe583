/*
 * message.c - what the command says to a person, on standard error.
 *
 * File names come from anybody: one may hold escape sequences that repaint a
 * terminal. So names are shown with such bytes as \xNN.
 */
#include "cli/message.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "whosaid.h"

/* U+0080-009F, and the marks that turn the direction of writing: U+202A-202E,
 * U+2066-2069. In a text known to be UTF-8, in bytes 0..2 of text. */
static size_t disturbing(const unsigned char *text)
{
    if (text[0] == 0xC2 && text[1] <= 0x9F)
        return 2;
    if (text[0] == 0xE2 && text[1] == 0x80 && text[2] >= 0xAA &&
        text[2] <= 0xAE)
        return 3;
    if (text[0] == 0xE2 && text[1] == 0x81 && text[2] >= 0xA6 &&
        text[2] <= 0xA9)
        return 3;
    return 0;
}

const char *cli_printable(const char *text, char *out, size_t cap)
{
    static const char digit[] = "0123456789abcdef";
    const unsigned char *byte = (const unsigned char *)text;
    size_t at;
    size_t line;
    bool is_utf8 = whosaid_utf8_check(text, strlen(text), &at, &line);
    size_t len = 0;
    size_t escape = 0; /* bytes still to escape */

    for (; *byte != '\0'; byte++) {
        if (len + 8 > cap) { /* "\xNN", "..." and NUL */
            memcpy(out + len, "...", 3);
            len += 3;
            break;
        }
        if (escape == 0 && is_utf8)
            escape = disturbing(byte);
        if (*byte < ' ' || *byte == 0x7F || (*byte >= 0x80 && !is_utf8))
            escape = 1;
        if (escape == 0) {
            out[len++] = (char)*byte;
            continue;
        }
        out[len++] = '\\';
        out[len++] = 'x';
        out[len++] = digit[*byte >> 4];
        out[len++] = digit[*byte & 15];
        escape--;
    }
    out[len] = '\0';
    return out;
}

static bool is_shown; /* a line that the next message wipes away */

void cli_show_nothing(void)
{
    if (is_shown)
        (void)fputs("\r\033[K", stderr);
    is_shown = false;
}

void cli_show(const char *format, ...)
{
    va_list args;

    cli_show_nothing();
    (void)fputs("whosaid: ", stderr);
    va_start(args, format);
    (void)vfprintf(stderr, format, args);
    va_end(args);
    (void)fflush(stderr);
    is_shown = true;
}

void cli_say(const char *name, const char *format, ...)
{
    char shown[1024];
    va_list args;

    cli_show_nothing();
    /* If standard error is gone too, there is nobody left to tell. */
    (void)fputs("whosaid: ", stderr);
    if (name != NULL)
        (void)fprintf(stderr, "%s: ", cli_printable(name, shown, sizeof shown));
    va_start(args, format);
    (void)vfprintf(stderr, format, args);
    va_end(args);
    (void)fputc('\n', stderr);
}

const char *cli_error_words(const char *what, int error, char *out, size_t cap)
{
    char reason[128] = "unknown error";

    if (strerror_r(error, reason, sizeof reason) != 0)
        reason[sizeof reason - 1] = '\0';
    (void)snprintf(out, cap, "%s: %s", what, reason);
    return out;
}

void cli_say_error(const char *name, const char *what, int error)
{
    char words[192];

    cli_say(name, "%s", cli_error_words(what, error, words, sizeof words));
}

/* -- nearest -------------------------------------------------------------- */

#define LONGEST 24 /* bytes of a word that is compared */

static size_t least(size_t a, size_t b, size_t c)
{
    size_t ab = a < b ? a : b;

    return ab < c ? ab : c;
}

/* Letters to add, drop, change or swap to make b of a; both <= LONGEST. */
static size_t distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
    size_t row[3][LONGEST + 1]; /* the last three, by turns */

    for (size_t j = 0; j <= b_len; j++)
        row[0][j] = j;
    for (size_t i = 1; i <= a_len; i++) {
        size_t *here = row[i % 3];
        const size_t *above = row[(i + 2) % 3];
        here[0] = i;
        for (size_t j = 1; j <= b_len; j++) {
            size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            here[j] =
                least(above[j] + 1, here[j - 1] + 1, above[j - 1] + change);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                here[j] = least(here[j], here[j], row[(i + 1) % 3][j - 2] + 1);
        }
    }
    return row[a_len % 3][b_len];
}

const char *cli_nearest(const char *word, const char *const *words)
{
    size_t len = strlen(word);
    size_t best = len < 4 ? 4 : 2 * (len / 3) + 3; /* it must be less */
    const char *nearest = NULL;

    if (len == 0 || len > LONGEST)
        return NULL;
    for (; *words != NULL; words++) {
        size_t their_len = strlen(*words);
        if (their_len > LONGEST)
            continue;
        size_t far = 2 * distance(word, len, *words, their_len);
        if (far > 3 && len >= 3 && strncmp(word, *words, len) == 0)
            far = 3; /* cut short: nearer than two slips, not than one */
        if (far < best) {
            best = far;
            nearest = *words;
        }
    }
    return nearest;
}
