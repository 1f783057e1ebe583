/*
 * pattern.c - which files of a folder are read.
 *
 * A pattern is one of the shell's (*, ?, [...]). With a slash it is of the
 * whole path below the folder that was named, where a star matches slashes
 * too; else of a name.
 */
#include "cli/pattern.h"

#include <fnmatch.h>
#include <string.h>

#include "cli/message.h"

bool cli_patterns_add(cli_patterns *patterns, const char *pattern, bool exclude)
{
    size_t *count = exclude ? &patterns->excludes : &patterns->includes;

    if (*count == CLI_PATTERNS_MAX) {
        cli_say(NULL, "more than %d patterns of --%s", CLI_PATTERNS_MAX,
                exclude ? "exclude" : "include");
        return false;
    }
    if (exclude)
        patterns->exclude[*count] = pattern;
    else
        patterns->include[*count] = pattern;
    ++*count;
    return true;
}

static bool is_any(const char *const *pattern, size_t count, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash != NULL ? slash + 1 : path;

    for (size_t i = 0; i < count; i++) {
        bool whole = strchr(pattern[i], '/') != NULL;
        if (fnmatch(pattern[i], whole ? path : name, 0) == 0)
            return true;
    }
    return false;
}

bool cli_patterns_exclude(const cli_patterns *patterns, const char *path)
{
    return is_any(patterns->exclude, patterns->excludes, path);
}

bool cli_patterns_include(const cli_patterns *patterns, const char *path)
{
    return is_any(patterns->include, patterns->includes, path);
}
