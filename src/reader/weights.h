/*
 * weights.h - the reader's weights: whosaid-reader.bin and what opens it.
 *
 * All numbers are little-endian, floats IEEE single. tools/reader/pack.py
 * writes the file:
 *
 *   0   "WSREADER"
 *   8   uint32[10]: version, bytes of the file, sections, hidden, layers,
 *       heads, intermediate, vocabulary, slots, 0
 *   48  uint32[sections][2]: where each section begins (a multiple of 64) and
 *       its bytes, which the sizes above tell beforehand
 *   then the sections, V pieces, H numbers of a state, I intermediate:
 *
 *     0  word             int8 [V][H]         by rows
 *     1  its scales       float [V]
 *     2  position         int8 [384][H]       token type 0 added
 *     3  its scales       float [384]
 *     4  small inputs     float [25][H]       case, place, start, mention,
 *                                             gender
 *     5  first norm       float [2][H]        gain, bias
 *     6  piece ends       uint32 [V + 1]      piece p: text[at[p] .. at[p+1])
 *     7  piece text       a byte of its kind (ws_piece_kind), then UTF-8
 *     8  piece slots      uint16 [slots]      open addressing, 0xFFFF empty
 *     9  heads            int8 [4][128][2H]   in the order of ws_reader_head
 *    10  their scales     float [4][2][128]   scale, bias
 *    11  distance         float [2][32]       mention, person
 *    12  logits           float [3][2H], [3]  weights, then biases
 *
 *   and for each layer four matrices (query key value; out; up; down), each
 *
 *        weights          int8 [outs/16][ins/4][16][4]
 *        by output        float [3][outs]     scale, sum of weights, bias
 *
 *   and two norms         float [2][H]        behind attention, behind down
 *
 * A piece's slot is its hash (FNV-1a, 32 bits, of kind and text) under a mask,
 * or the next free one.
 */
#ifndef WS_READER_WEIGHTS_H
#define WS_READER_WEIGHTS_H

#include "reader/reader.h"

enum {
    WS_WEIGHTS_VERSION = 1,
    WS_WEIGHTS_WIDE = 1536, /* most intermediate numbers */
    WS_WEIGHTS_LAYERS = 24, /* most layers */
    WS_WEIGHTS_HEAD = 32,   /* most numbers of an attention head */
    WS_WEIGHTS_KEY = 64,    /* most bytes of a piece, kind included */
    WS_WEIGHTS_SMALL = 25,  /* rows of small inputs */
    WS_WEIGHTS_EMPTY = 0xFFFF
};

typedef enum ws_piece_kind {
    WS_KIND_WORD,   /* starts a word */
    WS_KIND_GOES_ON /* goes on with one */
} ws_piece_kind;

/* Instruction sets, best last; results are the same. */
typedef enum ws_path {
    WS_PATH_PLAIN,
    WS_PATH_NEON,
    WS_PATH_DOT, /* NEON with SDOT */
    WS_PATH_AVX2,
    WS_PATH_VNNI, /* AVX-512 with VNNI */
    WS_PATH_AMX,  /* these and AMX */
    WS_PATHS
} ws_path;

/* out = scale * (matrix . in) + bias, by output. */
typedef struct ws_linear {
    const int8_t *weight; /* [outs / 16][ins / 4][16][4] */
    const float *scale;   /* [outs], and so on */
    const float *sum;     /* of the output's weights */
    const float *bias;
    uint32_t ins;  /* a multiple of 16 */
    uint32_t outs; /* likewise */
} ws_linear;

typedef struct ws_norm {
    const float *gain; /* [hidden] */
    const float *bias;
} ws_norm;

typedef struct ws_layer {
    ws_linear qkv; /* queries, keys, values of all heads */
    ws_linear out;
    ws_linear up;
    ws_linear down;
    ws_norm norm1;
    ws_norm norm2;
} ws_layer;

struct ws_reader {
    uint32_t hidden; /* a multiple of 16 * heads, at most WS_READER_HIDDEN */
    uint32_t layers;
    uint32_t heads;
    uint32_t wide; /* a multiple of 16, at most WS_WEIGHTS_WIDE */
    uint32_t vocabulary;
    uint32_t slots;   /* a power of two, more than vocabulary */
    uint32_t longest; /* bytes of a piece, kind included */
    ws_path path;     /* the best that this machine has */
    const int8_t *word;
    const float *word_scale;
    const int8_t *position;
    const float *position_scale;
    const float *small;
    ws_norm norm;
    const uint32_t *piece_at;
    const unsigned char *piece_text;
    const uint16_t *slot;
    const int8_t *head;
    const float *head_scale;
    const float *distance;
    const float *logit;
    ws_layer *layer; /* [layers] */
};

/* Whether this machine and build have a path. */
bool ws_path_here(ws_path path);

/* First row of each small input, and their number at the end. */
extern const uint8_t ws_reader_small[WS_READER_INPUTS + 1];

#endif /* WS_READER_WEIGHTS_H */
