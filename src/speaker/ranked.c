/*
 * ranked.c - "the Bishop", who is Bishop Lane.
 *
 *   in   people while they are joined
 *   out  the person whose title a name of one word behind "the" is
 *
 * Bishop, Parson, Constable, Duke are surnames, too, and so names. Behind "the"
 * such a word is somebody's title, if the document has somebody who bears it
 * before a name.
 *
 * Cost: a bounded number of people is looked at.
 *
 * Not here: "the colonel", which is no surname (nominal.c).
 */
#include "speaker/ranked.h"

/* A word that is an office, a title or a kin's. */
static bool may_be_title(const ws_joiner *j, uint32_t word)
{
    const ws_lex office = WS_LEX_BIT(TITLE) | WS_LEX_BIT(HONORIFIC) |
                          WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON);
    const ws_token *token = &j->token[word];

    return token->kind == WS_TOKEN_WORD && ws_is_capital(token) &&
           (token->shape & WS_SHAPE_GENITIVE) == 0 &&
           !WS_IS(token->lex, ABBREVIATION) && (token->lex & office) != 0;
}

void ws_ranked_file(ws_joiner *j, uint32_t m, uint32_t id)
{
    const ws_mention *mention = &j->mentions->mention[m];
    uint32_t last = ws_last_word(&j->names, mention);

    if (last > mention->first && mention->type != WHOSAID_SOURCE_BODY &&
        may_be_title(j, last - 1))
        ws_join_file(j, ws_join_key(j, last - 1, last, WS_KEY_RANK), id);
}

uint32_t ws_ranked(const ws_joiner *j, uint32_t m, bool *shared)
{
    const ws_mention *mention = &j->mentions->mention[m];
    bool noun = mention->kind == WS_MENTION_NOMINAL;
    uint32_t word = noun ? mention->head : mention->name;
    uint32_t best = WHOSAID_NONE;
    uint32_t n = 0;

    if (word == 0 || (!noun && mention->name_end != word + 1) ||
        !may_be_title(j, word) ||
        !ws_token_listed(j->names.text->bytes, &j->token[word - 1],
                         WS_LIST_DEFINITE))
        return WHOSAID_NONE;
    uint64_t key = ws_join_key(j, word, word + 1, WS_KEY_RANK);
    for (uint32_t e = ws_join_find(j, key, 0); e != 0 && n < WS_FILING_CHAIN;
         e = ws_join_find(j, key, e), n++) {
        uint32_t id = j->files.entry[e].id;
        if (id == best)
            continue;
        *shared = best != WHOSAID_NONE;
        bool met = j->last[id] < m;
        bool later = best == WHOSAID_NONE || j->last[id] > j->last[best];
        if (best == WHOSAID_NONE || (met && (later || j->last[best] > m)))
            best = id;
    }
    return best;
}
