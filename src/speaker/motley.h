/*
 * motley.h - rows of a paragraph whose marks are of two shapes.
 */
#ifndef WS_MOTLEY_H
#define WS_MOTLEY_H

#include "speaker/attribute.h"

/*
 * Doubt the choices for quotations of a paragraph in which straight double
 * marks stand beside curly ones: "so”. Where its quotations begin and end is a
 * guess there, whoever spoke. Only the confidence changes.
 *
 * O(tokens): a paragraph is read once for each level of quotations in it.
 */
void ws_motley_doubt(const ws_scene *scene, ws_attribution *attribution);

#endif /* WS_MOTLEY_H */
