/*
 * reader_model.h - weights of a tiny reader, made by code: what the reader's
 * tests and its fuzz target read with.
 *
 * Pseudo-random numbers of a fixed seed; 64 numbers of a state, so that each
 * loop of a kernel and its rest are walked. See reader/weights.h for the form.
 */
#ifndef WS_TEST_READER_MODEL_H
#define WS_TEST_READER_MODEL_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "reader/weights.h"

enum {
    TINY_HIDDEN = 64,
    TINY_LAYERS = 2,
    TINY_HEADS = 2,
    TINY_WIDE = 112,
    TINY_SLOTS = 128,
    TINY_SECTIONS = 13 + 10 * TINY_LAYERS,
    TINY_TABLE = 48, /* where the table of sections begins */
    TINY_MOST = 1 << 19
};

/* A kind, then the text; the order is the ids'. */
static const char *const tiny_pieces[] = {
    "\2[PAD]", "\2[UNK]", "\2[CLS]", "\2[SEP]", "\2[MASK]",
    "\1ing",   "\1s",     "\1a",     "\1b",     "\1n",
};

/* Whole words, kind 0 (which ends no C string within). */
static const char *const tiny_words[] = {
    "say", "said", "a", "b", "jose", "\"", "'", ".", "-", "n", "\xe2\x80\x94",
};

enum {
    TINY_OTHERS = sizeof tiny_pieces / sizeof *tiny_pieces,
    TINY_WORDS = sizeof tiny_words / sizeof *tiny_words,
    TINY_PIECES = TINY_OTHERS + TINY_WORDS
};

struct tiny {
    unsigned char *bytes; /* 64-byte aligned */
    size_t size;
    uint32_t section; /* the next one */
    uint32_t seed;
};

static inline void tiny_number(struct tiny *tiny, size_t at, size_t number)
{
    for (unsigned i = 0; i < 4; i++)
        tiny->bytes[at + i] = (unsigned char)(number >> (8 * i));
}

static inline uint32_t tiny_random(struct tiny *tiny)
{
    tiny->seed = tiny->seed * 1664525U + 1013904223U;
    return tiny->seed >> 8;
}

/* Begin a section of size bytes. */
static inline unsigned char *tiny_section(struct tiny *tiny, size_t size)
{
    size_t row = TINY_TABLE + (size_t)8 * tiny->section++;

    tiny->size = (tiny->size + 63) / 64 * 64;
    tiny_number(tiny, row, tiny->size);
    tiny_number(tiny, row + 4, size);
    tiny->size += size;
    if (tiny->size > TINY_MOST)
        abort();
    return tiny->bytes + tiny->size - size;
}

static inline unsigned char *tiny_bytes(struct tiny *tiny, size_t count)
{
    unsigned char *to = tiny_section(tiny, count);

    for (size_t i = 0; i < count; i++)
        to[i] =
            (unsigned char)(int8_t)((int32_t)(tiny_random(tiny) % 255) - 127);
    return to;
}

/* Floats between middle - spread and middle + spread. */
static inline unsigned char *tiny_floats(struct tiny *tiny, size_t count,
                                         float middle, float spread)
{
    unsigned char *to = tiny_section(tiny, count * sizeof(float));

    for (size_t i = 0; i < count; i++) {
        uint32_t random = tiny_random(tiny);
        float unit = (float)random / 8388608.0f - 1.0f;
        float number = middle + spread * unit;

        memcpy(to + i * sizeof number, &number, sizeof number);
    }
    return to;
}

static inline void tiny_norm(struct tiny *tiny)
{
    unsigned char *to = tiny_floats(tiny, (size_t)2 * TINY_HIDDEN, 1.0f, 0.5f);

    for (size_t i = 0; i < TINY_HIDDEN; i++) {
        float bias = (float)(i % 7) * 0.1f - 0.3f;
        memcpy(to + (TINY_HIDDEN + i) * sizeof bias, &bias, sizeof bias);
    }
}

static inline void tiny_linear(struct tiny *tiny, size_t ins, size_t outs)
{
    const unsigned char *weight = tiny_bytes(tiny, ins * outs);
    unsigned char *to = tiny_floats(tiny, 3 * outs, 0.002f, 0.001f);

    for (size_t o = 0; o < outs; o++) {
        float ones = 0.0f;

        for (size_t k = 0; k < ins; k++) {
            size_t at = o / 16 * 16 * ins + k / 4 * 64 + o % 16 * 4 + k % 4;
            ones += (float)(int8_t)weight[at];
        }
        memcpy(to + (outs + o) * sizeof ones, &ones, sizeof ones);
    }
}

static inline void tiny_vocabulary(struct tiny *tiny)
{
    unsigned char *ends =
        tiny_section(tiny, (TINY_PIECES + 1) * sizeof(uint32_t));
    unsigned char text[256];
    unsigned char *slot;
    uint32_t at[TINY_PIECES + 1] = {0};

    for (uint32_t i = 0; i < TINY_PIECES; i++) {
        const char *piece =
            i < TINY_OTHERS ? tiny_pieces[i] : tiny_words[i - TINY_OTHERS];
        uint32_t len = (uint32_t)strlen(piece);
        uint32_t to = at[i];

        if (i >= TINY_OTHERS)
            text[to++] = 0;
        memcpy(text + to, piece, len);
        at[i + 1] = to + len;
    }
    memcpy(ends, at, sizeof at);
    memcpy(tiny_section(tiny, at[TINY_PIECES]), text, at[TINY_PIECES]);
    slot = tiny_section(tiny, TINY_SLOTS * sizeof(uint16_t));
    memset(slot, 0xFF, TINY_SLOTS * sizeof(uint16_t));
    for (uint16_t i = 0; i < TINY_PIECES; i++) {
        uint32_t hash = 2166136261U;

        for (uint32_t j = at[i]; j < at[i + 1]; j++)
            hash = (hash ^ text[j]) * 16777619U;
        hash %= TINY_SLOTS;
        while (slot[2 * hash] != 0xFF || slot[2 * hash + 1] != 0xFF)
            hash = (hash + 1) % TINY_SLOTS;
        memcpy(slot + (size_t)2 * hash, &i, sizeof i);
    }
}

/* Make the weights; the caller frees bytes. */
static inline struct tiny tiny_reader(void)
{
    struct tiny tiny = {NULL, TINY_TABLE + (size_t)8 * TINY_SECTIONS, 0, 1};
    static const uint32_t sizes[] = {
        WS_WEIGHTS_VERSION, 0,         TINY_SECTIONS, TINY_HIDDEN, TINY_LAYERS,
        TINY_HEADS,         TINY_WIDE, TINY_PIECES,   TINY_SLOTS,  0};

    tiny.bytes = aligned_alloc(64, TINY_MOST);
    if (tiny.bytes == NULL)
        abort();
    memset(tiny.bytes, 0, TINY_MOST);
    memcpy(tiny.bytes, "WSREADER", 8);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        tiny_number(&tiny, 8 + 4 * i, sizes[i]);
    tiny_bytes(&tiny, (size_t)TINY_PIECES * TINY_HIDDEN);
    tiny_floats(&tiny, TINY_PIECES, 0.01f, 0.005f);
    tiny_bytes(&tiny, (size_t)WS_READER_WINDOW * TINY_HIDDEN);
    tiny_floats(&tiny, WS_READER_WINDOW, 0.005f, 0.002f);
    tiny_floats(&tiny, (size_t)WS_WEIGHTS_SMALL * TINY_HIDDEN, 0.0f, 0.5f);
    tiny_norm(&tiny);
    tiny_vocabulary(&tiny);
    tiny_bytes(&tiny, (size_t)WS_HEADS * WS_READER_KEY * 2 * TINY_HIDDEN);
    tiny_floats(&tiny, (size_t)WS_HEADS * 2 * WS_READER_KEY, 0.001f, 0.0005f);
    tiny_floats(&tiny, (size_t)2 * WS_READER_BUCKETS, 0.0f, 1.0f);
    tiny_floats(&tiny, (size_t)WS_LOGITS * (2 * TINY_HIDDEN + 1), 0.0f, 0.1f);
    for (uint32_t i = 0; i < TINY_LAYERS; i++) {
        tiny_linear(&tiny, TINY_HIDDEN, (size_t)3 * TINY_HIDDEN);
        tiny_linear(&tiny, TINY_HIDDEN, TINY_HIDDEN);
        tiny_linear(&tiny, TINY_HIDDEN, TINY_WIDE);
        tiny_linear(&tiny, TINY_WIDE, TINY_HIDDEN);
        tiny_norm(&tiny);
        tiny_norm(&tiny);
    }
    tiny_number(&tiny, 12, tiny.size);
    return tiny;
}

/* A window of count positions that uses all pieces and inputs. */
static inline void tiny_window(ws_window *window, uint32_t count)
{
    memset(window, 0, sizeof *window);
    window->count = count;
    for (uint32_t i = 0; i < count; i++) {
        window->piece[i] = (uint16_t)(i * 7 % TINY_PIECES);
        window->wanted[i] = true;
        for (uint32_t input = 0; input < WS_READER_INPUTS; input++)
            window->input[input][i] = (uint8_t)((i + input) % 3);
    }
}

#endif /* WS_TEST_READER_MODEL_H */
