/*
 * statement.h - the words around a name that can state an office.
 */
#ifndef WS_STATEMENT_H
#define WS_STATEMENT_H

#include "speaker/scene.h"

/* A sentence, as the rooms of roles see it. */
typedef struct ws_frame {
    const ws_scene *scene;
    const ws_token *token;
    const uint8_t *word; /* [tokens]: ws_word */
    uint32_t begin;      /* the sentence: tokens [begin, limit) */
    uint32_t limit;
} ws_frame;

typedef enum ws_stated {
    WS_STATED_NOT,   /* somebody's name, a place, many people */
    WS_STATED_LOOSE, /* "a Democrat": no office is known in it */
    WS_STATED_OFFICE
} ws_stated;

/* The sentence of a token. */
ws_frame ws_frame_of(const ws_scene *scene, uint32_t token);

/* Nouns of offices, jobs, persons; words that lead to "... of the union". */
bool ws_is_office(ws_lex lex);
bool ws_is_link(ws_lex lex);

/* Whether token i is a word of sense in a noun phrase, no small word. */
bool ws_holds_sense(const ws_frame *frame, uint32_t i);

/* "'s", or the mark behind "Sanders'". */
bool ws_is_genitive(const ws_frame *frame, uint32_t i);

/* Whether a noun phrase can begin or go on with token i. */
bool ws_can_begin(const ws_frame *frame, uint32_t i);

/* Behind the bracket opened at i; i when it does not close soon. */
uint32_t ws_bracket_end(const ws_frame *frame, uint32_t i);

/* "R-Wis.": whether it stands at i, and the token behind it and its stop. */
bool ws_is_tag(const ws_frame *frame, uint32_t i);
uint32_t ws_tag_end(const ws_frame *frame, uint32_t i);

/* "Con, Hill and Bole": the end of a party's name, at token i, before a seat;
 * or NONE. */
uint32_t ws_party_end(const ws_frame *f, uint32_t i);

/* End of the noun phrase at a with its "of ...", "and ..." and lists; a when
 * none stands there. head: end of what stands before the first "of ...". */
uint32_t ws_statement_end(const ws_frame *frame, uint32_t a, uint32_t *head);

/* "author of “Salt Roads”": where the statement [first, last) ends without the
 * work between marks that it ends with; last where none does. O(words). */
uint32_t ws_statement_plain(const ws_frame *frame, uint32_t first,
                            uint32_t last);

/* What the noun phrase [a, head) states. plural: many people will do. */
ws_stated ws_is_stated(const ws_frame *frame, uint32_t a, uint32_t head,
                       bool plural);

/* First word of the noun phrase that ends before token end; end when none
 * does. tight: nothing but a title, as it stands before a name. */
uint32_t ws_statement_begin(const ws_frame *frame, uint32_t end, bool tight);

/* Whether "Secretary of State", "envoy for the North" ends before end. */
bool ws_ends_office_of(const ws_frame *frame, uint32_t end);

#endif /* WS_STATEMENT_H */
