/*
 * bytes.h - eight bytes at a time, for loops that see every byte; digits.
 */
#ifndef WS_BYTES_H
#define WS_BYTES_H

#include <stdint.h>

/* Eight times the same byte. */
#define WS_EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Eight bytes as a number, the first one lowest: one load, on most machines. */
static inline uint64_t ws_eight_at(const char *bytes)
{
    const unsigned char *byte = (const unsigned char *)bytes;

    return (uint64_t)byte[0] | (uint64_t)byte[1] << 8 |
           (uint64_t)byte[2] << 16 | (uint64_t)byte[3] << 24 |
           (uint64_t)byte[4] << 32 | (uint64_t)byte[5] << 40 |
           (uint64_t)byte[6] << 48 | (uint64_t)byte[7] << 56;
}

/* The value of a hexadecimal digit, 16 for what is none. */
static inline uint32_t ws_hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return (uint32_t)(c - '0');
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a') + 10 : 16;
}

#endif /* WS_BYTES_H */
