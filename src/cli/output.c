/*
 * output.c - where the rows go.
 *
 * A file is written whole or not at all: under a temporary name in the same
 * folder, brought to disk, then renamed. A signal that ends the program takes
 * the temporary file along.
 */
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/message.h"

#define LINKS_MAX 40
#define NAMES_MAX 100

/* -- signals -------------------------------------------------------------- */

/* What to remove when a signal ends the program; set while nothing can come. */
static char *volatile doomed;

static const int deadly[] = {SIGHUP, SIGINT, SIGTERM};

#define DEADLY (sizeof deadly / sizeof deadly[0])

static void die(int signal_number)
{
    if (doomed != NULL)
        (void)unlink(doomed);
    (void)signal(signal_number, SIG_DFL);
    (void)raise(signal_number);
}

static void doom(char *temporary)
{
    struct sigaction action;
    struct sigaction old;
    sigset_t all;
    sigset_t before;

    memset(&action, 0, sizeof action);
    action.sa_handler = die;
    (void)sigemptyset(&action.sa_mask);
    (void)sigfillset(&all);
    (void)pthread_sigmask(SIG_BLOCK, &all, &before);
    doomed = temporary;
    for (size_t i = 0; i < DEADLY; i++)
        if (sigaction(deadly[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            (void)sigaction(deadly[i], &action, NULL);
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
}

/* -- names ---------------------------------------------------------------- */

/* Bytes of a path up to and with its last slash. */
static size_t folder_len(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash != NULL ? (size_t)(slash - path) + 1 : 0;
}

/* folder (the first len bytes) and name as one new string. */
static char *join(const char *folder, size_t len, const char *name)
{
    size_t name_len = strlen(name);
    char *path = malloc(len + name_len + 1);

    if (path == NULL)
        return NULL;
    memcpy(path, folder, len);
    memcpy(path + len, name, name_len + 1);
    return path;
}

/* The file that a name stands for, through symbolic links: the link stays and
 * its target is replaced. NULL, with errno, when that cannot be told. */
static char *follow(const char *name)
{
    char target[4096];
    char *path = join("", 0, name);

    for (int i = 0; path != NULL && i < LINKS_MAX; i++) {
        ssize_t len = readlink(path, target, sizeof target - 1);
        if (len < 0)
            return path;
        target[len] = '\0';
        char *next =
            join(path, target[0] == '/' ? 0 : folder_len(path), target);
        free(path);
        path = next;
    }
    free(path);
    errno = ELOOP;
    return NULL;
}

/* -- opening -------------------------------------------------------------- */

/* Make a temporary file in a folder, which ends with a slash: the first len
 * bytes of path. Its descriptor, or -1. */
static int make_temporary(cli_output *output, const char *path, size_t len,
                          mode_t mode)
{
    char name[64];
    int descriptor = -1;

    for (int i = 0; i < NAMES_MAX && descriptor < 0; i++) {
        (void)snprintf(name, sizeof name, ".whosaid-%ld-%d.tmp", (long)getpid(),
                       i);
        free(output->temporary);
        output->temporary = join(path, len, name);
        if (output->temporary == NULL)
            return -1;
        descriptor = open(output->temporary, O_WRONLY | O_CREAT | O_EXCL, mode);
        if (descriptor < 0 && errno != EEXIST)
            return -1;
    }
    return descriptor;
}

/* Open a file to be replaced; old is what stands there, or NULL. */
static bool open_beside(cli_output *output, const struct stat *old)
{
    output->final = follow(output->name);
    if (output->final == NULL)
        return false;
    if (old != NULL && access(output->final, W_OK) != 0)
        return false;
    int descriptor =
        make_temporary(output, output->final, folder_len(output->final), 0666);
    if (descriptor < 0)
        return false;
    doom(output->temporary);
    if (old != NULL)
        (void)fchmod(descriptor, old->st_mode & 0777);
    output->stream = fdopen(descriptor, "wb");
    if (output->stream == NULL)
        (void)close(descriptor);
    return output->stream != NULL;
}

const char *cli_output_path(cli_output *output)
{
    static const char folder[] = "/tmp/"; /* POSIX has it */

    if (output->temporary != NULL)
        return output->temporary;
    int descriptor = make_temporary(output, folder, sizeof folder - 1, 0600);
    if (descriptor >= 0) {
        doom(output->temporary);
        if (close(descriptor) == 0)
            return output->temporary;
    }
    cli_say_error(folder, "cannot write", errno);
    return NULL;
}

static void remember(cli_output *output, const struct stat *file)
{
    output->is_regular = S_ISREG(file->st_mode);
    output->device = file->st_dev;
    output->inode = file->st_ino;
}

bool cli_output_open(cli_output *output, const char *name)
{
    struct stat file;
    struct stat standard;
    bool has_standard = fstat(STDOUT_FILENO, &standard) == 0;

    memset(output, 0, sizeof *output);
    output->name = name;
    bool exists = name != NULL && stat(name, &file) == 0;
    if (name == NULL ||
        (exists && has_standard && file.st_dev == standard.st_dev &&
         file.st_ino == standard.st_ino)) {
        output->stream = stdout;
        if (has_standard)
            remember(output, &standard);
        return true;
    }
    if (exists)
        remember(output, &file);
    if (exists && !S_ISREG(file.st_mode))
        output->stream = fopen(name, "wb");
    else if (exists || errno == ENOENT)
        (void)open_beside(output, exists ? &file : NULL);
    if (output->stream != NULL)
        return true;
    cli_say_error(name, "cannot write", errno);
    cli_output_drop(output);
    return false;
}

bool cli_output_is(const cli_output *output, const struct stat *file)
{
    return output->is_regular && output->device == file->st_dev &&
           output->inode == file->st_ino;
}

/* -- writing -------------------------------------------------------------- */

static void note_error(cli_output *output)
{
    if (output->error == 0)
        output->error = errno != 0 ? errno : EIO;
}

bool cli_output_write(void *ctx, const char *bytes, size_t len)
{
    cli_output *output = ctx;

    errno = 0;
    if (fwrite(bytes, 1, len, output->stream) == len)
        return true;
    note_error(output);
    return false;
}

bool cli_output_flush(cli_output *output)
{
    errno = 0;
    if (fflush(output->stream) == 0)
        return true;
    note_error(output);
    return false;
}

/* Write what another hand left in the temporary file. */
static void send_on(cli_output *output)
{
    char bytes[16 * 1024];
    size_t len = 0;
    FILE *from = fopen(output->temporary, "rb");

    if (from == NULL) {
        note_error(output);
        return;
    }
    while ((len = fread(bytes, 1, sizeof bytes, from)) > 0)
        if (!cli_output_write(output, bytes, len))
            break;
    if (ferror(from) != 0)
        note_error(output);
    (void)fclose(from); /* it was only read */
}

static void finish(cli_output *output)
{
    errno = 0;
    if (output->final == NULL && output->temporary != NULL)
        send_on(output);
    errno = 0;
    if (fflush(output->stream) != 0 || ferror(output->stream) != 0)
        note_error(output);
    if (output->final != NULL && output->error == 0 &&
        fsync(fileno(output->stream)) != 0 && errno != EINVAL)
        note_error(output); /* EINVAL: a file system that cannot */
    if (fclose(output->stream) != 0)
        note_error(output);
    output->stream = NULL;
    if (output->final == NULL || output->error != 0)
        return;
    if (rename(output->temporary, output->final) != 0) {
        note_error(output);
        return;
    }
    doomed = NULL;
    free(output->temporary);
    output->temporary = NULL;
}

bool cli_output_close(cli_output *output)
{
    const char *name = output->name != NULL ? output->name : "standard output";

    finish(output);
    if (output->error != 0)
        cli_say_error(name, "cannot write", output->error);
    cli_output_drop(output);
    return output->error == 0;
}

void cli_output_drop(cli_output *output)
{
    if (output->stream != NULL)
        (void)fclose(output->stream);
    output->stream = NULL;
    if (output->temporary != NULL)
        (void)unlink(output->temporary);
    doomed = NULL;
    free(output->temporary);
    free(output->final);
    output->temporary = NULL;
    output->final = NULL;
}
