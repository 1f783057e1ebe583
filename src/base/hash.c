/*
 * hash.c - SipHash-2-4 with a 128-bit result, after Aumasson and Bernstein.
 *
 *   in   bytes, in pieces
 *   out  128 bits, well mixed in every bit
 *
 * Long enough that two different quotations never share one by chance, so a
 * table may keep the hash in place of the words.
 *
 * Not here: protection from someone who picks words to fill one slot of a
 * table; the key is public. It would cost them 2^20 tries a word at a million
 * words.
 */
#include "base/hash.h"

#include "base/bytes.h"

static uint64_t rotate(uint64_t x, unsigned bits)
{
    return (x << bits) | (x >> (64 - bits));
}

static void stir(uint64_t v[4], unsigned rounds)
{
    while (rounds-- > 0) {
        v[0] += v[1];
        v[1] = rotate(v[1], 13) ^ v[0];
        v[0] = rotate(v[0], 32);
        v[2] += v[3];
        v[3] = rotate(v[3], 16) ^ v[2];
        v[0] += v[3];
        v[3] = rotate(v[3], 21) ^ v[0];
        v[2] += v[1];
        v[1] = rotate(v[1], 17) ^ v[2];
        v[2] = rotate(v[2], 32);
    }
}

static void mix(ws_hash *hash, uint64_t word)
{
    hash->v[3] ^= word;
    stir(hash->v, 2);
    hash->v[0] ^= word;
}

void ws_hash_init(ws_hash *hash)
{
    const uint64_t key0 = 0x0706050403020100U;
    const uint64_t key1 = 0x0f0e0d0c0b0a0908U;

    hash->v[0] = key0 ^ 0x736f6d6570736575U;
    hash->v[1] = key1 ^ 0x646f72616e646f6dU ^ 0xee;
    hash->v[2] = key0 ^ 0x6c7967656e657261U;
    hash->v[3] = key1 ^ 0x7465646279746573U;
    hash->tail = 0;
    hash->len = 0;
}

void ws_hash_add(ws_hash *hash, const char *bytes, size_t len)
{
    uint64_t shift = 8 * (hash->len & 7);

    hash->len += len;
    for (; len >= 8; bytes += 8, len -= 8) {
        uint64_t eight = ws_eight_at(bytes);
        mix(hash, hash->tail | eight << shift);
        hash->tail = shift == 0 ? 0 : eight >> (64 - shift);
    }
    for (; len > 0; bytes++, len--) {
        hash->tail |= (uint64_t)(unsigned char)*bytes << shift;
        shift = (shift + 8) & 63;
        if (shift == 0) {
            mix(hash, hash->tail);
            hash->tail = 0;
        }
    }
}

void ws_hash_add_number(ws_hash *hash, uint64_t number)
{
    char bytes[8];

    for (unsigned i = 0; i < 8; i++)
        bytes[i] = (char)(unsigned char)(number >> (8 * i));
    ws_hash_add(hash, bytes, sizeof bytes);
}

ws_hash_value ws_hash_end(const ws_hash *hash)
{
    ws_hash end = *hash;
    ws_hash_value value;

    mix(&end, end.tail | end.len << 56);
    end.v[2] ^= 0xee;
    stir(end.v, 4);
    value.low = end.v[0] ^ end.v[1] ^ end.v[2] ^ end.v[3];
    end.v[1] ^= 0xdd;
    stir(end.v, 4);
    value.high = end.v[0] ^ end.v[1] ^ end.v[2] ^ end.v[3];
    return value;
}
