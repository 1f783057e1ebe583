/*
 * check.h - whosaid check DRAFT SOURCE...: quotations against their sources.
 */
#ifndef CLI_CHECK_H
#define CLI_CHECK_H

/* Run the command. argv[0] is its name, "check". Returns the exit status. */
int cli_check(int argc, char **argv);

#endif /* CLI_CHECK_H */
