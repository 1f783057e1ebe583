/*
 * kernel_plain.c - the reader's inner loops in plain C, and the choice among paths.
 */
#include "reader/kernel.h"

#include "reader/lanes.h"

static ws_row plain_quantise(const float *x, size_t count, void *whole)
{
    return ws_lanes_quantise(x, count, whole);
}

/* Sixteen outputs of one row. */
static void plain_tile8(const int8_t *w, size_t ins, const uint8_t *in,
                        int32_t *out)
{
    int32_t sum[16] = {0};

    for (size_t k = 0; k < ins; k += 4, w += 64) {
        for (size_t i = 0; i < 16; i++) {
            sum[i] += in[k] * w[4 * i] + in[k + 1] * w[4 * i + 1] +
                      in[k + 2] * w[4 * i + 2] + in[k + 3] * w[4 * i + 3];
        }
    }
    memcpy(out, sum, sizeof sum);
}

static void plain_dot8(const ws_linear *linear, void *whole, size_t rows,
                       int32_t *out)
{
    size_t ins = linear->ins;
    size_t outs = linear->outs;

    for (size_t o = 0; o < outs; o += 16) {
        for (size_t r = 0; r < rows; r++)
            plain_tile8(linear->weight + o * ins, ins,
                        (const uint8_t *)whole + r * ins, out + r * outs + o);
    }
}

static void plain_tile16(const int16_t *w, size_t ins, const int16_t *in,
                         int32_t *out)
{
    int32_t sum[16] = {0};

    for (size_t k = 0; k < ins; k += 2, w += 32) {
        for (size_t i = 0; i < 16; i++)
            sum[i] += in[k] * w[2 * i] + in[k + 1] * w[2 * i + 1];
    }
    memcpy(out, sum, sizeof sum);
}

static void plain_dot16(const ws_words *words, const int16_t *in, size_t stride,
                        size_t rows, int32_t *out)
{
    for (size_t o = 0; o < words->outs; o += 16) {
        for (size_t r = 0; r < rows; r++)
            plain_tile16(words->weight + o * words->ins, words->ins,
                         in + r * stride, out + r * words->outs + o);
    }
}

static void plain_row8(const int8_t *weight, const int16_t *in, size_t ins,
                       size_t outs, int32_t *out)
{
    for (size_t o = 0; o < outs; o++)
        out[o] = ws_lanes_row(weight + o * ins, in, ins);
}

WS_LANES_OF(plain, (unused))

const ws_kernel ws_kernel_plain = {
    1,           plain_quantise, plain_dot8,
    plain_dot16, plain_row8,     plain_finish,
    plain_gelu,  plain_norm,     plain_shares,
    plain_level, plain_pack,
};

#ifdef __x86_64__

bool ws_path_here(ws_path path)
{
    bool avx2 = __builtin_cpu_supports("avx2") != 0;
    bool vnni = avx2 && __builtin_cpu_supports("avx512f") != 0 &&
                __builtin_cpu_supports("avx512vnni") != 0 &&
                __builtin_cpu_supports("avx512bw") != 0 &&
                __builtin_cpu_supports("avx512dq") != 0 &&
                __builtin_cpu_supports("avx512vl") != 0;

    return path == WS_PATH_PLAIN || (path == WS_PATH_AVX2 && avx2) ||
           (path == WS_PATH_VNNI && vnni) ||
           (path == WS_PATH_AMX && vnni && ws_kernel_has_amx());
}

const ws_kernel *ws_kernel_of(ws_path path)
{
    if (path == WS_PATH_AMX)
        return &ws_kernel_amx;
    if (path == WS_PATH_VNNI)
        return &ws_kernel_vnni;
    return path == WS_PATH_AVX2 ? &ws_kernel_avx2 : &ws_kernel_plain;
}

#elif defined(__aarch64__)

bool ws_path_here(ws_path path)
{
    return path == WS_PATH_PLAIN || path == WS_PATH_NEON ||
           (path == WS_PATH_DOT && ws_kernel_has_dot());
}

const ws_kernel *ws_kernel_of(ws_path path)
{
    if (path == WS_PATH_DOT)
        return &ws_kernel_dot;
    return path == WS_PATH_NEON ? &ws_kernel_neon : &ws_kernel_plain;
}

#else

bool ws_path_here(ws_path path)
{
    return path == WS_PATH_PLAIN;
}

const ws_kernel *ws_kernel_of(ws_path path)
{
    (void)path;
    return &ws_kernel_plain;
}

#endif
