/*
 * alike.h - what the words of a name tell, and which two can be one person's.
 */
#ifndef WS_ALIKE_H
#define WS_ALIKE_H

#include "speaker/filing.h"
#include "speaker/naming.h"

#define WS_NAME_GENDERS (WS_M_MALE | WS_M_FEMALE)

/* What names are read in. */
typedef struct ws_names {
    const ws_text *text;
    const ws_token *token;
    uint32_t tokens;
    const ws_sentences *sentences;
    const ws_filing *files; /* folds words */
} ws_names;

/* The last word of a name, a token; "Jr." and the like left out. */
uint32_t ws_last_word(const ws_names *names, const ws_mention *m);

/* Its words, punctuation left out. */
uint32_t ws_name_words(const ws_names *names, const ws_mention *m);

/* The gender that a mention tells: its honorific, else its given name, else
 * its office ("spokesman Hope Lane" is a woman). */
uint16_t ws_gender_told(const ws_names *names, const ws_mention *m);

/* Likewise of a mention of somebody whose full name stands at full: in an
 * article the surname of Ana Darwin tells nothing, though Darwin is also a given
 * name. */
uint16_t ws_gender_told_of(const ws_names *names, const ws_mention *m,
                           const ws_mention *full);

/* "Mrs." before a name. */
bool ws_is_wife(const ws_names *names, const ws_mention *m);

/* Whether a token can be a given name. */
bool ws_is_given(const ws_names *names, uint32_t word);

/* "Moon Jae-in", "Tong Yung-soo": the surname stands first. */
bool ws_is_surname_first(const ws_names *names, const ws_mention *m);

/* "Tyler Chan Chi-wai": the surname stands in the middle. */
bool ws_is_surname_inside(const ws_names *names, const ws_mention *m);

/* "Kim Jong Un", "Tan Chuan Jin": it may, of three words. */
bool ws_may_be_surname_first(const ws_names *names, const ws_mention *m);

/* Whether the last word of a name is a surname, or in no list. */
bool ws_is_surname(const ws_names *names, const ws_mention *full);

/* Whether each is a given name that a list has, and a surname. */
bool ws_are_given(const ws_names *names, const ws_mention *a,
                  const ws_mention *b);

/* Whether two names with the same last word have the same first word too, its
 * initial or short form. */
bool ws_same_name(const ws_names *names, const ws_mention *a,
                  const ws_mention *b);

/* Whether a longer name can be of the one who is called by its tail: "Ana
 * Vargas Pardo" is "Vargas Pardo", "Mary Jane Hill" is not Jane Hill. */
bool ws_can_shorten(const ws_names *names, const ws_mention *full,
                    const ws_mention *tail);

/* "A KISS FOR ANNA" over a chapter is no name of Anna's. */
bool ws_is_caption(const ws_names *names, const ws_mention *m);

/* "Coalition to Stop Ruiz": what a body is for or against ends its name.
 * O(words). */
bool ws_has_cause(const ws_names *names, const ws_mention *m);

/* "The Ebelings", "the Ebeling family": several, none of whom is he or she. */
bool ws_is_household(const ws_names *names, const ws_mention *m);

/* "In Hong Kong", "at Anime North". */
bool ws_is_placed(const ws_names *names, const ws_mention *m);

/* "Fenline" of Fenline Motors: a body named by its first word, which is the
 * token word; no other kind of name. Only in an article. */
bool ws_is_short_body(const ws_names *names, uint32_t word,
                      const ws_mention *full);

#endif /* WS_ALIKE_H */
