/*
 * address.h - "yes, sir": of which sex those are whom words address.
 */
#ifndef WS_ADDRESS_H
#define WS_ADDRESS_H

#include "speaker/scene.h"

/* WS_M_MALE or WS_M_FEMALE: a man or a woman is addressed without a name
 * between the marks of a quotation; 0 where nobody is, or both. O(tokens). */
uint16_t ws_address_sex(const ws_scene *scene, const ws_place *place);

#endif /* WS_ADDRESS_H */
