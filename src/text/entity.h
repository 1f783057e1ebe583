/*
 * entity.h - HTML's character references: &amp; &#8220; &eacute
 */
#ifndef WS_ENTITY_H
#define WS_ENTITY_H

#include <stdbool.h>
#include <stdint.h>

/* The most bytes that a reference stands for. */
#define WS_ENTITY_MAX 6

/* What a reference stands for, as UTF-8. */
typedef struct ws_entity {
    char bytes[WS_ENTITY_MAX];
    uint8_t len;
} ws_entity;

/*
 * Read the reference at bytes[at], an ampersand; at < end.
 *
 *   value    it stands in an attribute's value, where a name without its
 *            semicolon is none when = or a letter or digit follows
 *   entity   set when there is one
 *
 * Its length in bytes, never less than five sixths of entity->len; 0: the
 * ampersand stands for itself. O(1).
 */
uint32_t ws_entity_read(const char *bytes, uint32_t at, uint32_t end,
                        bool value, ws_entity *entity);

#endif /* WS_ENTITY_H */
