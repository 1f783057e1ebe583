/*
 * filing.c - who is called by a word: ids filed under words and found again.
 *
 *   in   words or bytes, and what part of a name or office they are
 *   out  ids, the newest first
 *
 * Not here: which words name whom (person.c, nominal.c).
 */
#include "speaker/filing.h"

#include "base/unicode.h"

enum {
    MOST_ENTRIES = 1 << 30, /* indices stay in 32 bits */
    MOST_INITIALS = 12,     /* of a body's name */
    SLIP_LETTERS = 5        /* shortest word that a slip is seen in */
};

#define SEED 0xcbf29ce484222325ULL

static uint64_t mix(uint64_t h)
{
    h ^= h >> 33;
    h *= 0xff51afd7ed558ccdULL;
    h ^= h >> 33;
    h *= 0xc4ceb9fe1a85ec53ULL;
    return h ^ (h >> 33);
}

static uint64_t hash_bytes(uint64_t h, const char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++)
        h = (h ^ (unsigned char)bytes[i]) * 0x100000001b3ULL;
    return h;
}

whosaid_status ws_filing_init(ws_arena *arena, const ws_text *text,
                              const ws_tokens *tokens, size_t count,
                              ws_filing *filing)
{
    if (count > MOST_ENTRIES)
        return WHOSAID_ERR_NOMEM;
    *filing = (ws_filing){.bytes = text->bytes,
                          .token = tokens->token,
                          .most = (uint32_t)count + 1,
                          .slots = 16};
    while (filing->slots < filing->most)
        filing->slots *= 2;
    filing->entry = WS_NEW(arena, ws_filing_entry, filing->most);
    filing->slot = WS_NEW(arena, uint32_t, filing->slots);
    return filing->entry == NULL || filing->slot == NULL ? WHOSAID_ERR_NOMEM
                                                         : WHOSAID_OK;
}

size_t ws_filing_fold(const ws_filing *filing, uint32_t i,
                      char key[WS_FILING_BYTES])
{
    const ws_token *token = &filing->token[i];
    size_t len =
        ws_fold(filing->bytes + token->begin, token->end - token->begin, false,
                key, WS_FILING_BYTES);

    while (len > 1 && key[len - 1] == '.')
        len--;
    return len;
}

/* Far apart: no first letter brings two parts together. */
static uint64_t seed_of(unsigned part)
{
    return SEED ^ (part * 0x9e3779b97f4a7c15ULL);
}

uint64_t ws_filing_hash(const char *bytes, size_t len, unsigned part)
{
    return mix(hash_bytes(hash_bytes(seed_of(part), bytes, len), " ", 1));
}

uint64_t ws_filing_key(const ws_filing *filing, uint32_t first, uint32_t last,
                       unsigned part)
{
    char key[WS_FILING_BYTES];
    uint64_t h = seed_of(part);

    for (uint32_t i = first; i < last; i++) {
        if (filing->token[i].kind != WS_TOKEN_WORD)
            continue;
        h = hash_bytes(h, key, ws_filing_fold(filing, i, key));
        h = hash_bytes(h, " ", 1);
    }
    return mix(h);
}

uint64_t ws_filing_slip(const ws_filing *filing, uint32_t i, unsigned part)
{
    char word[WS_FILING_BYTES];
    size_t len = ws_filing_fold(filing, i, word);

    if (len < SLIP_LETTERS)
        return 0;
    size_t kept = 1;
    char before = word[0];
    for (size_t n = 1; n < len; n++) {
        char letter = word[n];
        if (letter == before)
            continue;
        size_t at = kept++;
        before = letter;
        while (at > 1 && word[at - 1] > letter) {
            word[at] = word[at - 1];
            at--;
        }
        word[at] = letter;
    }
    return kept < SLIP_LETTERS ? 0 : ws_filing_hash(word, kept, part);
}

uint64_t ws_filing_initials(const ws_filing *filing, uint32_t first,
                            uint32_t last, unsigned part)
{
    char key[MOST_INITIALS];
    size_t len = 0;

    for (uint32_t i = first; i < last && len < MOST_INITIALS; i++) {
        char c = filing->bytes[filing->token[i].begin];
        if (ws_is_capital(&filing->token[i]) && c >= 'A' && c <= 'Z')
            key[len++] = (char)(c - 'A' + 'a');
    }
    return len < 2 ? 0 : ws_filing_hash(key, len, part);
}

void ws_filing_put(ws_filing *filing, uint64_t hash, uint32_t id)
{
    uint32_t at = (uint32_t)hash & (filing->slots - 1);

    if (filing->entries + 1 >= filing->most)
        return;
    filing->entry[++filing->entries] =
        (ws_filing_entry){hash, id, filing->slot[at]};
    filing->slot[at] = filing->entries;
}

uint32_t ws_filing_find(const ws_filing *filing, uint64_t hash, uint32_t e)
{
    uint32_t n = 0;

    e = e == 0 ? filing->slot[(uint32_t)hash & (filing->slots - 1)]
               : filing->entry[e].next;
    while (e != 0 && filing->entry[e].hash != hash && n++ < WS_FILING_CHAIN)
        e = filing->entry[e].next;
    return e != 0 && filing->entry[e].hash == hash ? e : 0;
}
