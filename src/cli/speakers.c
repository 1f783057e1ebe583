/*
 * speakers.c - who spoke, how often, how much: counted over the rows.
 *
 * Speakers are found by their names in a balanced tree, so that no choice of
 * names makes it slow. O(log speakers + bytes) a row.
 */
#include "cli/speakers.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "whosaid.h"

void cli_speakers_init(cli_speakers *speakers)
{
    memset(speakers, 0, sizeof *speakers);
}

/* Whether speakers of this type have names, so that one name is one speaker
 * in all documents. */
static bool is_named(const char *source_type)
{
    return strcmp(source_type, whosaid_strsource(WHOSAID_SOURCE_PERSON)) == 0 ||
           strcmp(source_type, whosaid_strsource(WHOSAID_SOURCE_BODY)) == 0;
}

/* tsearch() hands over what it keeps: pointers to speakers. */
static int by_name(const void *a, const void *b)
{
    const cli_speaker_key *one = a; /* first in its speaker */
    const cli_speaker_key *other = b;
    int order = strcmp(one->name, other->name);
    if (order != 0)
        return order;
    bool named = is_named(one->source_type);
    if (named != is_named(other->source_type))
        return named ? -1 : 1;
    return named ? 0 : strcmp(one->document, other->document);
}

/* Runs between white space of ASCII. */
static uint64_t count_words(const char *text)
{
    uint64_t words = 0;

    while (*(text += strspn(text, " \t\n")) != '\0') {
        words++;
        text += strcspn(text, " \t\n");
    }
    return words;
}

/* Let a string be a copy of text. */
static bool keep(char **string, const char *text)
{
    char *copy = strdup(text);

    if (copy == NULL)
        return false;
    free(*string);
    *string = copy;
    return true;
}

static void free_speaker(cli_speaker *speaker)
{
    for (int i = 0; i < 3; i++)
        free(speaker->text[i]);
    free(speaker->role);
    free(speaker->affiliation);
    free(speaker);
}

/* Make room for one more in the list. */
static bool make_room(cli_speakers *speakers)
{
    size_t cap = speakers->cap < 64 ? 64 : 2 * speakers->cap;

    if (speakers->count < speakers->cap)
        return true;
    cli_speaker **grown =
        realloc(speakers->speaker, cap * sizeof(cli_speaker *));
    if (grown == NULL)
        return false;
    speakers->speaker = grown;
    speakers->cap = cap;
    return true;
}

/* A new speaker, in the list and in the tree; NULL: no memory. */
static cli_speaker *add_speaker(cli_speakers *speakers, const cli_said *said)
{
    cli_speaker *made = calloc(1, sizeof *made);

    if (made == NULL)
        return NULL;
    made->sheet = said->sheet;
    made->row = said->row;
    made->order = speakers->count;
    bool kept = keep(&made->text[0], said->key.name) &&
                keep(&made->text[1], said->key.source_type) &&
                keep(&made->text[2], said->key.document) &&
                keep(&made->role, said->role) &&
                keep(&made->affiliation, said->affiliation) &&
                make_room(speakers);
    made->key.name = made->text[0];
    made->key.source_type = made->text[1];
    made->key.document = made->text[2];
    if (!kept || tsearch(made, &speakers->tree, by_name) == NULL) {
        free_speaker(made);
        return NULL;
    }
    speakers->speaker[speakers->count++] = made;
    return made;
}

/* The speaker of a row, or NULL. The tree only reads what it compares. */
static cli_speaker *find_speaker(const cli_speakers *speakers,
                                 const cli_said *said)
{
    cli_speaker *const *found = tfind(&said->key, &speakers->tree, by_name);

    return found != NULL ? *found : NULL;
}

/* Take what no row before this one gave. */
static bool complete(cli_speaker *speaker, const cli_said *said)
{
    if (speaker->role[0] == '\0' && !keep(&speaker->role, said->role))
        return false;
    return speaker->affiliation[0] != '\0' ||
           keep(&speaker->affiliation, said->affiliation);
}

bool cli_speakers_add(cli_speakers *speakers, const cli_said *said)
{
    if (speakers->document == NULL ||
        strcmp(speakers->document, said->key.document) != 0) {
        if (!keep(&speakers->document, said->key.document))
            return false;
        speakers->documents++;
    }
    if (said->key.name[0] == '\0')
        return true;
    cli_speaker *speaker = find_speaker(speakers, said);
    if (speaker == NULL)
        speaker = add_speaker(speakers, said);
    else if (!complete(speaker, said))
        return false;
    if (speaker == NULL)
        return false;
    speaker->quotations++;
    speaker->words += count_words(said->quote);
    speaker->documents += speaker->last != speakers->documents ? 1 : 0;
    speaker->last = speakers->documents;
    return true;
}

static int by_quotations(const void *a, const void *b)
{
    const cli_speaker *one = *(cli_speaker *const *)a;
    const cli_speaker *other = *(cli_speaker *const *)b;

    if (one->quotations != other->quotations)
        return one->quotations > other->quotations ? -1 : 1;
    return one->order < other->order ? -1 : one->order > other->order;
}

void cli_speakers_sort(cli_speakers *speakers)
{
    if (speakers->count > 1)
        qsort(speakers->speaker, speakers->count, sizeof(cli_speaker *),
              by_quotations);
}

void cli_speakers_free(cli_speakers *speakers)
{
    for (size_t i = 0; i < speakers->count; i++) {
        (void)tdelete(speakers->speaker[i], &speakers->tree, by_name);
        free_speaker(speakers->speaker[i]);
    }
    free(speakers->speaker);
    free(speakers->document);
}
