/*
 * pattern.h - which files of a folder are read, by patterns of the shell.
 */
#ifndef CLI_PATTERN_H
#define CLI_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

#define CLI_PATTERNS_MAX 64

/* Patterns as given, the last counts no more than the first. Begin with all
 * zero. */
typedef struct cli_patterns {
    const char *include[CLI_PATTERNS_MAX];
    const char *exclude[CLI_PATTERNS_MAX];
    size_t includes;
    size_t excludes;
} cli_patterns;

/* Add a pattern. Says so when there are too many. */
bool cli_patterns_add(cli_patterns *patterns, const char *pattern,
                      bool exclude);

/*
 * Whether a file or folder is left out, and whether a file is asked for.
 *
 *   path   behind the folder that was named, "2024/may/a.txt"; a pattern
 *          without a slash is of its last part
 */
bool cli_patterns_exclude(const cli_patterns *patterns, const char *path);
bool cli_patterns_include(const cli_patterns *patterns, const char *path);

#endif /* CLI_PATTERN_H */
