/*
 * echo.h - what a headline quotes of the words below it.
 */
#ifndef WS_ECHO_H
#define WS_ECHO_H

#include "speaker/attribute.h"

/* Class as speech what a heading quotes, where a quotation that is speech has
 * the same words: “Mayor hits out at ‘reckless’ plan”. Only in an article.
 * O(tokens): few headings are looked at. */
void ws_echoes_class(const ws_scene *scene, ws_classes *classes);

/* Give the quotations of headings the speaker of the words that they echo, where
 * he is surer. Likewise. */
void ws_echoes_say(const ws_scene *scene, const ws_classes *classes,
                   ws_attribution *attribution);

#endif /* WS_ECHO_H */
