/*
 * kernel_amx.c - products of matrices with AMX, sixteen times as many at once.
 *
 * A tile of inputs is 16 rows of 64 bytes, one of weights 64 inputs of 16
 * outputs, which lie in the file as it wants them. Two tiles of each are held:
 * four of sums.
 *
 * Linux lets a process use tiles once it has asked. That holds for all its
 * threads, and their signal stacks must have room for the tiles from then on.
 */
#include "reader/kernel.h"

#ifdef __x86_64__

#include <cpuid.h>
#include <immintrin.h>
#include <string.h>

#ifdef __linux__
#include <sys/syscall.h>

/* <unistd.h> has it for no POSIX program. */
extern long syscall(long number, ...);
#endif

#define AMX __attribute__((target("amx-tile,amx-int8")))

enum { ROWS = 16, BYTES = 64, WIDE = 16 };

bool ws_kernel_has_amx(void)
{
#if defined(__linux__) && defined(SYS_arch_prctl)
    enum { ASK = 0x1023, TILES = 18, AMX_TILE = 1 << 24, AMX_INT8 = 1 << 25 };
    unsigned a;
    unsigned b;
    unsigned c;
    unsigned d;

    return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 &&
           (d & AMX_TILE) != 0 && (d & AMX_INT8) != 0 &&
           syscall(SYS_arch_prctl, ASK, TILES) == 0;
#else
    return false;
#endif
}

/* Tiles of so many rows, but those of weights, which are whole. */
AMX static void shape(size_t rows)
{
    struct {
        uint8_t palette;
        uint8_t start;
        uint8_t none[14];
        uint16_t bytes[16];
        uint8_t rows[16];
    } tiles = {.palette = 1};

    for (int i = 0; i < 8; i++) {
        tiles.bytes[i] = BYTES;
        tiles.rows[i] = i < 6 ? (uint8_t)rows : ROWS;
    }
    /* Before gcc 14 it is not told that all of tiles is read, nor what tiles
     * are loaded from: what was written must be in memory. */
    __asm__ volatile("" : : "r"(&tiles) : "memory");
    _tile_loadconfig(&tiles);
}

bool ws_amx_fits(const ws_linear *linear)
{
    return linear->ins % BYTES == 0 && linear->outs % (2 * WIDE) == 0;
}

/* 32 outputs of rows that begin at a and at b. */
AMX static void square(const ws_linear *linear, size_t o, const uint8_t *a,
                       const uint8_t *b, int32_t *to_a, int32_t *to_b)
{
    size_t ins = linear->ins;
    const int8_t *weight = linear->weight + o * ins;
    size_t line = linear->outs * sizeof *to_a;

    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
    for (size_t k = 0; k < ins; k += BYTES) {
        _tile_loadd(4, a + k, ins);
        _tile_loadd(6, weight + WIDE * k, BYTES);
        _tile_loadd(7, weight + WIDE * (k + ins), BYTES);
        _tile_loadd(5, b + k, ins);
        _tile_dpbusd(0, 4, 6);
        _tile_dpbusd(1, 4, 7);
        _tile_dpbusd(2, 5, 6);
        _tile_dpbusd(3, 5, 7);
    }
    _tile_stored(0, to_a + o, line);
    _tile_stored(1, to_a + o + WIDE, line);
    _tile_stored(2, to_b + o, line);
    _tile_stored(3, to_b + o + WIDE, line);
}

/* Where rows are no multiple of 32, the last tiles lie partly or wholly on
 * those before and give the same once more. */
AMX void ws_amx_dot8(const ws_linear *linear, void *whole, size_t rows,
                     int32_t *out)
{
    const uint8_t *in = whole;
    size_t high = rows < ROWS ? rows : ROWS;
    size_t last = rows - high;

    shape(high);
    for (size_t o = 0; o < linear->outs; o += (size_t)2 * WIDE) {
        for (size_t r = 0; r < rows; r += (size_t)2 * ROWS) {
            size_t a = r < last ? r : last;
            size_t b = r + ROWS < last ? r + ROWS : last;

            square(linear, o, in + a * linear->ins, in + b * linear->ins,
                   out + a * linear->outs, out + b * linear->outs);
        }
    }
    _tile_release();
}

#endif
