/*
 * people.h - the file of people that are known.
 */
#ifndef CLI_PEOPLE_H
#define CLI_PEOPLE_H

#include "whosaid.h"

/* Read a file of people. False when it cannot be, or is no such table: said
 * so. */
bool cli_people_read(const char *name, whosaid_people **people);

/* Say which names that were met are ambiguous, each once.
 *
 *   name     of the file
 *   writer   may be NULL: then there is nothing to say
 */
void cli_people_say(const char *name, const whosaid_writer *writer);

#endif /* CLI_PEOPLE_H */
