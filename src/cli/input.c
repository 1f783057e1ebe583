/*
 * input.c - files, folders and standard input, each text read whole, or record
 * by record.
 *
 * A failure is told and counted, and the rest goes on. Folders are walked with
 * a stack of our own, each read and closed before the next is opened.
 */
#include "cli/input.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/message.h"
#include "cli/stream.h"
#include "whosaid.h"

#define FIRST_CAP ((size_t)64 * 1024)
#define PATH_LEN  4096
#define DEPTH_MAX 128 /* folders in folders */
#define NAMED_MAX 5   /* files left out that are named */

void cli_input_init(cli_input *input, const cli_taker *taker)
{
    memset(input, 0, sizeof *input);
    input->taker = *taker;
}

void cli_input_free(cli_input *input)
{
    free(input->buffer);
    input->buffer = NULL;
    input->cap = 0;
}

static cli_taken refuse_words(const cli_input *input, const char *name,
                              const char *words)
{
    if (input->taker.refuse != NULL)
        return input->taker.refuse(input->taker.ctx, name, words);
    cli_say(name, "%s", words);
    return CLI_REFUSED;
}

static cli_taken refuse(const cli_input *input, const char *name,
                        const char *what, int error)
{
    char words[192];

    return refuse_words(input, name,
                        cli_error_words(what, error, words, sizeof words));
}

/* -- one text ------------------------------------------------------------- */

/* Make the buffer hold at least cap bytes; keeps what is in it. */
static bool reserve(cli_input *input, size_t cap)
{
    if (cap <= input->cap)
        return true;
    char *buffer = realloc(input->buffer, cap);
    if (buffer == NULL)
        return false;
    input->buffer = buffer;
    input->cap = cap;
    return true;
}

static bool is_too_long(const struct stat *file)
{
    return S_ISREG(file->st_mode) && file->st_size > 0 &&
           (uintmax_t)file->st_size > WHOSAID_MAX_INPUT;
}

/* How much to make ready for a file: its size and one byte, to see its end;
 * but some say 0 and hold more, as those in /proc. */
static size_t expected(const struct stat *file)
{
    if (!S_ISREG(file->st_mode) || file->st_size < (off_t)FIRST_CAP)
        return FIRST_CAP;
    return (size_t)file->st_size + 1;
}

static cli_taken refuse_long(const cli_input *input, const char *name)
{
    char words[80];

    (void)snprintf(words, sizeof words,
                   "longer than %zu bytes, too long for one text",
                   WHOSAID_MAX_INPUT);
    return refuse_words(input, name, words);
}

static cli_taken read_whole(cli_input *input, const char *name,
                            cli_stream *stream, const struct stat *file)
{
    size_t len = 0;
    size_t got = 1;

    if (is_too_long(file))
        return refuse_long(input, name);
    bool has_room = reserve(input, expected(file));
    while (has_room && got > 0 && len <= WHOSAID_MAX_INPUT) {
        if (!cli_stream_read(stream, input->buffer + len, input->cap - len,
                             &got))
            return refuse_words(input, name, stream->words);
        len += got;
        if (len == input->cap && len <= WHOSAID_MAX_INPUT)
            has_room = reserve(input, len * 2);
    }
    if (!has_room)
        return refuse(input, name, "cannot read", ENOMEM);
    if (len > WHOSAID_MAX_INPUT)
        return refuse_long(input, name);
    return input->taker.take(input->taker.ctx, name, input->buffer, len);
}

/* -- records -------------------------------------------------------------- */

/* An input of records; the one at hand is buffer[begin..scanned) so far. */
struct records {
    cli_cut cut;
    cli_record next; /* the one at hand */
    size_t begin;
    size_t scanned;
    size_t len;    /* read */
    bool is_long;  /* it is longer than may be, and is passed over */
    bool is_over;  /* the rest is not wanted */
    bool is_ended; /* the input is */
    bool refused;  /* one was */
};

/* Hand the record at hand over. */
static cli_taken hand_over(cli_input *input, struct records *r)
{
    const char *bytes = input->buffer + r->begin;
    size_t len = r->scanned - r->begin;
    size_t lines = 0;
    cli_taken taken = CLI_TAKEN;

    for (const char *at = bytes;
         len > 0 && (at = memchr(at, '\n', len - (size_t)(at - bytes))) != NULL;
         at++)
        lines++;
    r->next.bytes = bytes;
    r->next.len = len - (len > 0 && bytes[len - 1] == '\n' ? 1 : 0);
    r->next.parting = r->cut.parting;
    if (r->cut.is_csv && r->cut.parting == 0) /* the input ends here */
        r->next.parting = ',';
    if (!r->is_long)
        taken = input->taker.record(input->taker.ctx, &r->next);
    r->refused |= taken == CLI_REFUSED;
    r->is_long = false;
    r->next.number++;
    r->next.at += len;
    r->next.line += lines;
    r->begin = r->scanned;
    return taken;
}

/* Let go of what is in the buffer of a record that is too long. */
static cli_taken pass_over(const cli_input *input, struct records *r)
{
    char shown[1024];
    char place[1056];
    cli_taken taken = CLI_TAKEN;

    if (!r->is_long) {
        (void)snprintf(place, sizeof place, "%s:%zu",
                       cli_printable(r->next.name, shown, sizeof shown),
                       r->next.line);
        taken = refuse_long(input, place);
        r->refused = true;
    }
    for (size_t i = r->begin; i < r->len; i++)
        r->next.line += input->buffer[i] == '\n' ? 1 : 0;
    r->next.at += r->len - r->begin;
    r->begin = r->scanned = r->len = 0;
    r->is_long = true;
    return taken;
}

/* Read more behind what there is of the record at hand. */
static cli_taken read_more(cli_input *input, struct records *r,
                           cli_stream *stream)
{
    size_t got = 0;
    cli_taken taken = CLI_TAKEN;

    if (r->begin > 0) {
        memmove(input->buffer, input->buffer + r->begin, r->len - r->begin);
        r->scanned -= r->begin;
        r->len -= r->begin;
        r->begin = 0;
    }
    if (r->len > WHOSAID_MAX_INPUT || (r->is_long && r->len > 0))
        taken = pass_over(input, r);
    else if (r->len == input->cap && !reserve(input, input->cap * 2))
        return refuse(input, r->next.name, "cannot read", ENOMEM);
    if (taken == CLI_STOP)
        return taken;
    if (!cli_stream_read(stream, input->buffer + r->len, input->cap - r->len,
                         &got))
        return refuse_words(input, r->next.name, stream->words);
    r->is_ended = got == 0;
    r->len += got;
    return CLI_TAKEN;
}

static cli_taken read_records(cli_input *input, const char *name,
                              cli_stream *stream, const cli_cut *cut)
{
    struct records r;
    cli_taken taken = CLI_TAKEN;

    memset(&r, 0, sizeof r);
    r.cut = *cut;
    r.next.name = name;
    r.next.line = 1;
    r.next.over = &r.is_over;
    if (!reserve(input, FIRST_CAP))
        return refuse(input, name, "cannot read", ENOMEM);
    while (taken != CLI_STOP && !r.is_over && !r.is_ended) {
        size_t used =
            cli_cut_end(&r.cut, input->buffer + r.scanned, r.len - r.scanned);
        if (used > 0) {
            r.scanned += used;
            taken = hand_over(input, &r);
            continue;
        }
        r.scanned = r.len;
        taken = read_more(input, &r, stream);
        if (taken != CLI_TAKEN)
            return taken;
    }
    if (taken != CLI_STOP && !r.is_over && r.len > r.begin)
        taken = hand_over(input, &r);
    if (taken == CLI_STOP)
        return taken;
    return r.refused ? CLI_REFUSED : CLI_TAKEN;
}

/* -- one file ------------------------------------------------------------- */

static cli_taken read_stream(cli_input *input, const char *name, FILE *from,
                             const struct stat *file)
{
    const cli_taker *taker = &input->taker;
    cli_cut cut = {
        false, 0, 0, {0, 0, 0}
    };
    cli_stream stream;

    cli_stream_init(&stream, fileno(from));
    bool is_cut = taker->cuts != NULL && taker->cuts(taker->ctx, name, &cut);
    cli_taken taken = is_cut ? read_records(input, name, &stream, &cut)
                             : read_whole(input, name, &stream, file);
    cli_stream_free(&stream);
    return taken;
}

static cli_taken read_standard(cli_input *input)
{
    struct stat file;

    if (fstat(fileno(stdin), &file) != 0)
        return refuse(input, "-", "cannot read", errno);
    if (S_ISDIR(file.st_mode))
        return refuse(input, "-", "cannot read", EISDIR);
    cli_taken taken = input->taker.admit(input->taker.ctx, "-", &file);
    return taken == CLI_TAKEN ? read_stream(input, "-", stdin, &file) : taken;
}

static cli_taken read_file(cli_input *input, const char *name,
                           const struct stat *file)
{
    cli_taken taken = input->taker.admit(input->taker.ctx, name, file);

    if (taken != CLI_TAKEN)
        return taken;
    FILE *stream = fopen(name, "rb");
    if (stream == NULL)
        return refuse(input, name, "cannot open", errno);
    taken = read_stream(input, name, stream, file);
    (void)fclose(stream); /* it was only read */
    return taken;
}

/* -- folders -------------------------------------------------------------- */

struct folder {
    struct dirent **entry; /* [count], by name */
    int count;
    int next;
    size_t path_len; /* of this folder, with a slash at its end */
};

struct walk {
    struct folder folder[DEPTH_MAX]; /* a stack */
    int depth;
    size_t texts;        /* files met that are read */
    size_t others;       /* files that are not */
    char named[512];     /* the first of those */
    size_t top;          /* length of the folder named, with a slash */
    char path[PATH_LEN]; /* of the entry at hand */
};

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static void leave(struct walk *walk)
{
    struct folder *folder = &walk->folder[--walk->depth];

    for (int i = 0; i < folder->count; i++)
        free(folder->entry[i]);
    free(folder->entry);
}

/* Go into the folder whose path is in walk->path. */
static cli_taken enter(const cli_input *input, struct walk *walk)
{
    size_t len = strlen(walk->path);
    struct folder folder = {NULL, 0, 0, 0};

    if (walk->depth == DEPTH_MAX || len + 2 > PATH_LEN)
        return refuse(input, walk->path, "folders too deep", ENAMETOOLONG);
    folder.count = scandir(walk->path, &folder.entry, NULL, by_bytes);
    if (folder.count < 0)
        return refuse(input, walk->path, "cannot read", errno);
    if (walk->path[len - 1] != '/')
        walk->path[len++] = '/';
    walk->path[len] = '\0';
    folder.path_len = len;
    walk->folder[walk->depth++] = folder;
    return CLI_TAKEN;
}

static void leave_out(struct walk *walk, const char *name)
{
    char shown[80];
    size_t len = strlen(walk->named);

    walk->others++;
    if (walk->others > NAMED_MAX + 1)
        return;
    if (walk->others == NAMED_MAX + 1)
        (void)snprintf(walk->named + len, sizeof walk->named - len, ", ...");
    else
        (void)snprintf(walk->named + len, sizeof walk->named - len, "%s%s",
                       walk->others > 1 ? ", " : "",
                       cli_printable(name, shown, sizeof shown));
}

/* Whether a file is read. */
static bool is_wanted(const cli_taker *taker, const struct walk *walk,
                      const char *name)
{
    const cli_patterns *patterns = taker->patterns;

    if (patterns != NULL && patterns->includes > 0)
        return cli_patterns_include(patterns, walk->path + walk->top);
    return taker->wants != NULL && taker->wants(name);
}

/* The entry whose path is in walk->path. */
static cli_taken visit(cli_input *input, struct walk *walk, const char *name)
{
    struct stat file;
    struct stat itself;

    if (lstat(walk->path, &itself) != 0)
        return refuse(input, walk->path, "cannot read", errno);
    const cli_patterns *patterns = input->taker.patterns;
    bool is_out = patterns != NULL &&
                  cli_patterns_exclude(patterns, walk->path + walk->top);
    if (S_ISDIR(itself.st_mode) && !is_out)
        return enter(input, walk);
    if (is_out || !is_wanted(&input->taker, walk, name)) {
        leave_out(walk, name);
        return CLI_TAKEN;
    }
    if (stat(walk->path, &file) != 0)
        return refuse(input, walk->path, "cannot open", errno);
    if (!S_ISREG(file.st_mode)) {
        leave_out(walk, name);
        return CLI_TAKEN;
    }
    walk->texts++;
    return read_file(input, walk->path, &file);
}

/* The next entry of the innermost folder, or out of it. */
static cli_taken step(cli_input *input, struct walk *walk)
{
    struct folder *folder = &walk->folder[walk->depth - 1];

    if (folder->next == folder->count) {
        leave(walk);
        return CLI_TAKEN;
    }
    const char *name = folder->entry[folder->next++]->d_name;
    size_t len = strlen(name);
    if (name[0] == '.') /* hidden, "." and ".." among them */
        return CLI_TAKEN;
    if (folder->path_len + len + 1 > PATH_LEN) {
        walk->path[folder->path_len] = '\0';
        return refuse(input, walk->path, "a name in it is too long",
                      ENAMETOOLONG);
    }
    memcpy(walk->path + folder->path_len, name, len + 1);
    return visit(input, walk, name);
}

/* One line on what was left out; a folder without any text has failed. */
static cli_taken say_others(const cli_input *input, const struct walk *walk,
                            const char *name)
{
    char words[sizeof walk->named + 96];
    const cli_patterns *patterns = input->taker.patterns;
    bool given =
        patterns != NULL && patterns->includes + patterns->excludes > 0;

    if (walk->texts == 0) {
        (void)snprintf(words, sizeof words, "no %s in this folder%s%s",
                       given ? "file as --include and --exclude say"
                             : "*.txt, *.html or *.jsonl file",
                       walk->others > 0 ? ", only: " : "", walk->named);
        return refuse_words(input, name, words);
    }
    if (walk->others > 0) {
        cli_say(name, "%zu %s left out, %s: %s", walk->others,
                walk->others == 1 ? "file" : "files",
                given ? "as the patterns say" : "not *.txt, *.html or *.jsonl",
                walk->named);
    }
    return CLI_TAKEN;
}

static cli_taken read_folder(cli_input *input, const char *name)
{
    struct walk walk;
    size_t len = strlen(name);

    memset(&walk, 0, sizeof walk);
    if (len >= PATH_LEN)
        return refuse(input, name, "cannot read", ENAMETOOLONG);
    memcpy(walk.path, name, len + 1);
    cli_taken taken = enter(input, &walk);
    if (taken != CLI_TAKEN)
        return taken;
    walk.top = walk.folder[0].path_len;
    while (taken != CLI_STOP && walk.depth > 0) {
        taken = step(input, &walk);
        input->refused += taken == CLI_REFUSED ? 1 : 0;
    }
    while (walk.depth > 0)
        leave(&walk);
    if (taken == CLI_STOP)
        return taken;
    return say_others(input, &walk, name);
}

/* -- one input ------------------------------------------------------------ */

bool cli_input_read(cli_input *input, const char *name)
{
    struct stat file;
    cli_taken taken = CLI_REFUSED;

    if (strcmp(name, "-") == 0)
        taken = read_standard(input);
    else if (stat(name, &file) != 0)
        taken = refuse(input, name, "cannot open", errno);
    else if (S_ISDIR(file.st_mode))
        taken = read_folder(input, name);
    else
        taken = read_file(input, name, &file);
    input->refused += taken == CLI_REFUSED ? 1 : 0;
    return taken != CLI_STOP;
}

/* -- lists ---------------------------------------------------------------- */

/* Refuse a list, or something in it. False when the taker wants no more. */
static bool refuse_list(cli_input *input, const char *list, const char *words)
{
    input->refused++;
    return refuse_words(input, list, words) != CLI_STOP;
}

/* A name of a list, without what stands behind it. Returns its length. */
static size_t trim_name(char *name, size_t len, char behind)
{
    if (len > 0 && name[len - 1] == behind)
        name[--len] = '\0';
    if (len > 0 && behind == '\n' && name[len - 1] == '\r')
        name[--len] = '\0';
    return len;
}

static bool read_list(cli_input *input, const char *list, FILE *from,
                      char behind)
{
    char words[160];
    char *name = NULL;
    size_t cap = 0;
    size_t names = 0;
    ssize_t got = 0;
    bool more = true;

    errno = 0;
    while (more && (got = getdelim(&name, &cap, behind, from)) > 0) {
        size_t len = trim_name(name, (size_t)got, behind);

        names += len > 0 ? 1 : 0;
        if (strlen(name) != len)
            more = refuse_list(input, list,
                               "a NUL in a name; --null ends names with it");
        else if (from == stdin && strcmp(name, "-") == 0)
            more = refuse_list(input, list, "names itself");
        else if (len > 0)
            more = cli_input_read(input, name);
        errno = 0;
    }
    if (more && feof(from) == 0) {
        (void)cli_error_words("cannot read", errno != 0 ? errno : EIO, words,
                              sizeof words);
        more = refuse_list(input, list, words);
    } else if (more && names == 0) {
        more = refuse_list(input, list, "names no file");
    }
    free(name);
    return more;
}

bool cli_input_read_list(cli_input *input, const char *list, char behind)
{
    char words[160];

    if (strcmp(list, "-") == 0)
        return read_list(input, list, stdin, behind);
    FILE *from = fopen(list, "rb");
    if (from == NULL) {
        (void)cli_error_words("cannot open", errno, words, sizeof words);
        return refuse_list(input, list, words);
    }
    bool more = read_list(input, list, from, behind);
    (void)fclose(from); /* it was only read */
    return more;
}
