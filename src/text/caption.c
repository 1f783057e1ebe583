/*
 * caption.c - subtitles: SubRip and WebVTT.
 *
 *   in   a text with lines "00:00:01,000 --> 00:00:04,000"
 *   out  marks: numbers, times and tags dropped, cues joined
 *
 * Cues go on in each other as lines do; a new paragraph comes where one begins
 * with a speaker's label, and after a pause. WebVTT's voice, <v Ana Ruiz>, is a
 * label.
 */
#include "text/caption.h"

#include <string.h>

enum {
    PAUSE = 3000, /* milliseconds */
    LABEL = 40    /* bytes of a label, at most */
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Read a time: behind it, or at. */
static uint32_t read_time(const ws_signs *plain, uint32_t at, uint32_t end,
                          uint32_t *time)
{
    uint32_t from = at;
    uint32_t part = 0;
    uint32_t colons = 0;

    *time = 0;
    for (; at < end && at < from + 12; at++) {
        char c = plain->bytes[at];
        if (is_digit(c)) {
            part = part * 10 + (uint32_t)(c - '0');
        } else if (c == ':' && colons < 2) {
            *time = (*time + part) * 60;
            part = 0;
            colons++;
        } else if (c == ',' || c == '.') {
            break;
        } else {
            return from;
        }
    }
    if (colons == 0 || at + 4 > end || !is_digit(plain->bytes[at + 1]) ||
        !is_digit(plain->bytes[at + 2]) || !is_digit(plain->bytes[at + 3]))
        return from;
    *time = (*time + part) * 1000;
    for (uint32_t i = 1, unit = 100; i <= 3; i++, unit /= 10)
        *time += (uint32_t)(plain->bytes[at + i] - '0') * unit;
    return at + 4;
}

static bool read_times(const ws_signs *plain, ws_signs_line line,
                       uint32_t *begin, uint32_t *end)
{
    uint32_t at = read_time(plain, line.begin, line.end, begin);

    if (at == line.begin || !ws_signs_has(plain, at, line.end, " --> "))
        return false;
    return read_time(plain, at + 5, line.end, end) > at + 5;
}

bool ws_caption_is_time(const ws_signs *plain, ws_signs_line line)
{
    uint32_t begin = 0;
    uint32_t end = 0;

    return read_times(plain, line, &begin, &end);
}

/* Whether words begin with a speaker's label, or a dash that changes the
 * speaker: "RUIZ: ", "- ", ">> ". */
static bool is_labelled(const ws_signs *plain, ws_signs_line words)
{
    uint32_t at = words.begin;
    uint32_t limit = words.end < at + LABEL ? words.end : at + LABEL;

    if (at == words.end)
        return false;
    if (ws_signs_has(plain, at, words.end, "- ") ||
        ws_signs_has(plain, at, words.end, ">>") ||
        ws_signs_has(plain, at, words.end, "<v"))
        return true;
    unsigned char first = (unsigned char)plain->bytes[at];
    if (!(first >= 'A' && first <= 'Z') && first < 0x80)
        return false;
    while (at < limit && strchr(":!?\",;", plain->bytes[at]) == NULL)
        at++;
    return at < limit && plain->bytes[at] == ':';
}

/* Drop "<i>" and "{\an8}" in a line; "<v Ana>" is "Ana: ". */
static void mark_tags(ws_signs *plain, ws_signs_line line)
{
    for (uint32_t at = line.begin; at < line.end; at++) {
        char c = plain->bytes[at];
        if (c != '<' && !ws_signs_has(plain, at, line.end, "{\\"))
            continue;
        const char *close =
            memchr(plain->bytes + at, c == '<' ? '>' : '}', line.end - at);
        if (close == NULL)
            return;
        uint32_t stop = (uint32_t)(close - plain->bytes);
        if (ws_signs_has(plain, at, stop, "<v ") ||
            ws_signs_has(plain, at, stop, "<v.")) {
            while (at < stop && plain->bytes[at] != ' ')
                plain->mark[at++] |= WS_SIGNS_DROP;
            plain->mark[at] |= WS_SIGNS_DROP;
            plain->mark[stop] |= WS_SIGNS_COLON;
        } else {
            ws_signs_mark(plain, at, stop + 1, WS_SIGNS_DROP);
        }
        at = stop;
    }
}

/* Drop ">> " and "- " before a speaker's label; where there is none, the signs
 * stay, since they say that another one speaks. */
static void mark_change(ws_signs *plain, ws_signs_line words)
{
    uint32_t at = words.begin;

    while (at < words.end &&
           (plain->bytes[at] == '>' || plain->bytes[at] == '-' ||
            plain->bytes[at] == ' '))
        at++;
    if (is_labelled(plain, (ws_signs_line){at, words.end, words.next}))
        ws_signs_mark(plain, words.begin, at, WS_SIGNS_DROP);
}

/* One line of a cue; spoken: words stand before it. */
static void mark_words(ws_signs *plain, ws_signs_line line, bool pause,
                       bool spoken)
{
    ws_signs_line words = ws_signs_words(plain, line);
    bool labelled = is_labelled(plain, words);

    if ((labelled || pause) && spoken) {
        plain->mark[line.begin] |= WS_SIGNS_BREAK;
        if (line.begin > 0)
            plain->mark[line.begin - 1] &= (uint8_t)~WS_SIGNS_SPACE;
        if (line.begin > 0)
            plain->mark[line.begin - 1] |= WS_SIGNS_BREAK | WS_SIGNS_DROP;
    }
    if (ws_signs_has(plain, words.begin, words.end, "- ") ||
        ws_signs_has(plain, words.begin, words.end, ">>"))
        mark_change(plain, words);
    mark_tags(plain, line);
    /* the next line goes on in this one */
    ws_signs_mark(plain, line.end, line.next, WS_SIGNS_DROP);
    if (line.next > line.end)
        plain->mark[line.next - 1] |= WS_SIGNS_SPACE;
}

void ws_caption_mark(ws_signs *plain)
{
    uint32_t before = 0; /* when the last cue ends */
    uint32_t begin = 0;
    uint32_t end = 0;
    bool in_cue = false;
    bool pause = false;
    bool spoken = false;
    ws_signs_line line;

    for (uint32_t at = plain->begin; at < plain->end; at = line.next) {
        line = ws_signs_line_at(plain, at);
        bool blank = ws_signs_words(plain, line).begin == line.end;
        if (read_times(plain, line, &begin, &end)) {
            pause = begin > before + PAUSE;
            before = end;
            in_cue = true;
        } else if (in_cue && !blank) {
            mark_words(plain, line, pause, spoken);
            pause = false;
            spoken = true;
            continue;
        }
        in_cue = in_cue && !blank;
        ws_signs_mark(plain, line.begin, line.next, WS_SIGNS_DROP);
    }
}
