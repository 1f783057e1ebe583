/*
 * hash.h - one keyless name for a run of bytes: SipHash-2-4, 128 bits.
 *
 * The key is fixed (bytes 0, 1, ... 15): the same bytes give the same hash on
 * every machine and in every release. Bytes may come in any number of pieces.
 */
#ifndef WS_HASH_H
#define WS_HASH_H

#include <stddef.h>
#include <stdint.h>

typedef struct ws_hash {
    uint64_t v[4];
    uint64_t tail; /* bytes not yet mixed in, lowest first */
    uint64_t len;  /* bytes so far */
} ws_hash;

typedef struct ws_hash_value {
    uint64_t low; /* the first eight bytes of the hash, little-endian */
    uint64_t high;
} ws_hash_value;

void ws_hash_init(ws_hash *hash);

/* Add bytes. bytes may be NULL when len is 0. O(len). */
void ws_hash_add(ws_hash *hash, const char *bytes, size_t len);

/* Add a number as eight bytes, lowest first. */
void ws_hash_add_number(ws_hash *hash, uint64_t number);

/* The hash of all bytes so far; more may be added afterwards. */
ws_hash_value ws_hash_end(const ws_hash *hash);

#endif /* WS_HASH_H */
