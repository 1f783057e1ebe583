/*
 * scene.h - what the choosing rooms see of a document, and where a
 * quotation stands in it.
 */
#ifndef WS_SCENE_H
#define WS_SCENE_H

#include "speaker/pronoun.h"
#include "speaker/tagged.h"

typedef struct ws_talk ws_talk; /* speaker/talk.h */

typedef struct ws_scene {
    const ws_text *text;
    const ws_tokens *tokens;
    const ws_pieces *pieces;
    const ws_sentences *sentences;
    const ws_tags *tags;
    const ws_quotations *quotations;
    const ws_mentions *mentions;
    const ws_cues *cues;
    const ws_people *people;
    const ws_talk *talk; /* NULL before the classes are known */
} ws_scene;

/* Whether token i is a word of a list. */
static inline bool ws_scene_listed(const ws_scene *scene, uint32_t i,
                                   ws_list list)
{
    return ws_token_listed(scene->text->bytes, &scene->tokens->token[i], list);
}

/* Where a quotation stands, in tokens: its marks lie in [begin, end). */
typedef struct ws_place {
    uint32_t begin;
    uint32_t end;
    uint32_t first_sentence;
    uint32_t last_sentence;
    uint32_t first_paragraph;
    uint32_t last_paragraph;
    uint32_t words;        /* words inside the marks */
    bool opens_paragraph;  /* nothing stands before it there */
    bool closes_paragraph; /* nothing but marks and stops behind it */
} ws_place;

/* Only begin, end and the paragraphs. O(1). */
ws_place ws_scene_bounds(const ws_scene *scene, uint32_t quotation);

/* O(pieces of the quotation). */
ws_place ws_scene_place(const ws_scene *scene, uint32_t quotation);

/* Code point of the last character inside the last piece; 0 for none. */
int32_t ws_scene_last_character(const ws_scene *scene, uint32_t quotation);

/* Outermost pieces whose opening mark stands in tokens [from, to): 0..3, 3
 * for more. Only the first 400 tokens count. O(1). */
uint32_t ws_scene_pieces_between(const ws_scene *scene, uint32_t from,
                                 uint32_t to);

/* The first cue at token at <= tokens->count or later; cues->count when there
 * is none. O(1). */
uint32_t ws_scene_cue_at(const ws_scene *scene, uint32_t at);

/* Cues but own, with a subject, in tokens [from, to): 0, 1, 2. Only the first 24
 * count. O(log cues). */
uint32_t ws_scene_cues_between(const ws_scene *scene, uint32_t from,
                               uint32_t to, uint32_t own);

/* What the pronoun rooms read of a scene, whether or not it is a story. */
ws_stage ws_scene_stage(const ws_scene *scene);

#endif /* WS_SCENE_H */
