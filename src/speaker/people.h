/*
 * people.h - the people of a document, and which mentions mean them.
 */
#ifndef WS_PEOPLE_H
#define WS_PEOPLE_H

#include "speaker/filing.h"
#include "speaker/mention.h"

/* A person, body or other named thing of the document. */
typedef struct ws_person {
    uint32_t mention; /* the one that gives the fullest name */
    uint32_t used;    /* the one printed in its place; 0 none */
    uint32_t count;   /* mentions by name */
    uint32_t whole;   /* of them by a name of two words or more */
    uint32_t titled;  /* of them by title and one word: "Mrs. Lane" */
    uint32_t many;    /* of them by a family's: "the Lanes" */
    uint32_t placed;  /* of them behind "in" or "at": a place's */
    uint32_t nouns;   /* mentions by a noun */
    uint32_t says;    /* mentions that are a cue's subject */
    uint32_t heard;   /* mentions that somebody told something */
    uint32_t outside; /* mentions by name or noun outside marks */
    uint32_t he;      /* pronouns that mean it, by gender */
    uint32_t she;
    uint16_t shown; /* gender that the pronouns show, where flags have none */
    uint16_t torn;  /* gender of no fewer, where both pronouns mean it */
    uint16_t flags; /* WS_M_MALE, WS_M_FEMALE, WS_M_PLURAL */
    uint8_t type;   /* whosaid_source_type */
    bool narrator;  /* says I in a story: no he or she */
    bool they;      /* is called they: no he or she either */
    bool late;      /* whose life an obituary tells */
} ws_person;

/* How surely a mention means its person. */
typedef enum ws_sure {
    WS_SURE_NONE,    /* it means nobody that the document names */
    WS_SURE_PRONOUN, /* one of several that it may mean */
    WS_SURE_ONLY,    /* the only one that the pronoun may mean */
    WS_SURE_NOMINAL, /* "the mayor", and the document names one */
    WS_SURE_SHARED,  /* a surname that two people bear: the latest one */
    WS_SURE_NAME,
    WS_SURE_DESCRIBED, /* "the Texas senator", by chances: people->told */
    WS_SURES
} ws_sure;

enum { WS_MEANT = 3 }; /* people kept that a pronoun may mean */

/* Whom a pronoun may mean, likeliest first. */
typedef struct ws_meant {
    uint32_t person[WS_MEANT];
    uint16_t drop[WS_MEANT]; /* Q8 score below the first one's */
    uint16_t count;
} ws_meant;

typedef struct ws_people {
    ws_person *person; /* [count], by first mention of two words or more */
    uint32_t count;
    uint32_t *of;     /* [mentions]: index of the person, or WHOSAID_NONE */
    uint8_t *sure;    /* [mentions]: ws_sure */
    ws_meant *meant;  /* [mentions]: of pronouns */
    uint32_t *never;  /* [mentions]: of nominals, somebody of the same office
                      * whom it cannot mean, or NONE */
    uint16_t *told;   /* [mentions]: of descriptions weighed, the chance that it
                      * means its person, or where that has no name that it
                      * means nobody named, 1/10000; 0 not weighed */
    ws_filing stated; /* what is stated of them: speaker/nominal.h */
} ws_people;

#endif /* WS_PEOPLE_H */
