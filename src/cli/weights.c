/*
 * weights.c - the second reader's weights, mapped.
 *
 *   in   --model, or where the program lies
 *   out  a reader
 */
#include "cli/weights.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/message.h"

#define PATH_ROOM 4096

/* Map a file. Returns 0, or why not. */
static int map(const char *path, cli_weights *weights)
{
    struct stat file;
    int fd = open(path, O_RDONLY);

    if (fd < 0)
        return errno;
    int why = fstat(fd, &file) != 0 ? errno : 0;
    if (why == 0 && !S_ISREG(file.st_mode))
        why = EINVAL;
    if (why == 0 && file.st_size > 0) { /* nothing cannot be mapped */
        weights->size = (size_t)file.st_size;
        weights->bytes =
            mmap(NULL, weights->size, PROT_READ, MAP_PRIVATE, fd, 0);
        why = weights->bytes == MAP_FAILED ? errno : 0;
    }
    (void)close(fd);
    if (why != 0)
        *weights = (cli_weights){0};
    return why;
}

/* Where the program's own weights lie: beside it, or where make install puts
 * them. Returns false when that is too long or cannot be told. */
static bool beside(const char *where, char *path)
{
    ssize_t len = readlink("/proc/self/exe", path, PATH_ROOM - 1);

    if (len <= 0 || len >= PATH_ROOM - 1)
        return false;
    path[len] = '\0';
    char *slash = strrchr(path, '/');
    size_t used = slash == NULL ? 0 : (size_t)(slash - path) + 1;
    int more = snprintf(path + used, PATH_ROOM - used, "%s", where);
    return more > 0 && (size_t)more < PATH_ROOM - used;
}

static bool open_named(const char *path, cli_weights *weights)
{
    int why = map(path, weights);

    if (why == EINVAL)
        cli_say(path, "not a file");
    else if (why != 0)
        cli_say_error(path, "cannot be read", why);
    if (why != 0)
        return false;
    whosaid_status status = whosaid_reader_open(weights->bytes, weights->size,
                                                NULL, &weights->reader);
    if (status != WHOSAID_OK) {
        cli_say(path, "%s",
                status == WHOSAID_ERR_ARGUMENT
                    ? "not the weights of a reader that this version knows"
                    : whosaid_strstatus(status));
        cli_weights_close(weights);
        return false;
    }
    return true;
}

bool cli_weights_open(const cli_options *options, cli_weights *weights)
{
    static const char *const places[] = {"whosaid-reader.bin",
                                         "../share/whosaid/whosaid-reader.bin"};
    char path[PATH_ROOM];

    *weights = (cli_weights){0};
    if (options->reading == CLI_READING_NEVER)
        return true;
    if (options->model != NULL)
        return open_named(options->model, weights);
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        if (beside(places[i], path) && access(path, F_OK) == 0)
            return open_named(path, weights);
    cli_say(NULL,
            "--reader: no whosaid-reader.bin beside the program; name one "
            "with --model");
    return false;
}

void cli_weights_close(cli_weights *weights)
{
    whosaid_reader_close(weights->reader);
    if (weights->bytes != NULL)
        (void)munmap(weights->bytes, weights->size);
    *weights = (cli_weights){0};
}
