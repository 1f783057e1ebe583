/*
 * nominal.c - whom "the mayor" means.
 *
 *   in   mentions, the people that are named
 *   out  the person of each nominal, and how surely; people without a name
 *
 * Mentions are taken in order. A mention with a role files its person under
 * the nouns of the role; a definite nominal is given to the latest person
 * filed under its noun; any other nominal is somebody new, who is filed too.
 *
 * Not here: people with names (person.c), pronouns (pronoun.c).
 */
#include "speaker/nominal.h"

#include "speaker/filing.h"

enum { ROLE_WORDS = 12 /* words of a role filed */ };

/* What a key is filed as. */
enum { KEY_ROLE = 1 };

#define OFFICE (WS_LEX_BIT(ROLE) | WS_LEX_BIT(TITLE) | WS_LEX_BIT(PERSON))

struct joiner {
    const ws_token *token;
    const ws_mentions *mentions;
    ws_people *out;
    ws_filing files;
};

static bool opposed(uint16_t a, uint16_t b)
{
    const uint16_t both = WS_M_MALE | WS_M_FEMALE;

    return (a & both) != 0 && (b & both) != 0 && (a & b & both) == 0;
}

/* "the mayor": the latest person whose role has the noun; "the spokeswoman":
 * the latest unnamed one called so; any other noun is somebody new. */
static void join_nominal(struct joiner *j, uint32_t m)
{
    const ws_mention *mention = &j->mentions->mention[m];
    bool definite = (mention->flags & (WS_M_INDEFINITE | WS_M_NESTED)) == 0;
    uint32_t head = mention->head;
    uint64_t key = ws_filing_key(&j->files, head, head + 1, KEY_ROLE);
    uint32_t e = definite ? ws_filing_find(&j->files, key, 0) : 0;

    if (e != 0 &&
        !opposed(mention->flags, j->out->person[j->files.entry[e].id].flags)) {
        uint32_t id = j->files.entry[e].id;
        const ws_mention *full =
            &j->mentions->mention[j->out->person[id].mention];
        j->out->of[m] = id;
        j->out->sure[m] =
            full->kind == WS_MENTION_NAME ? WS_SURE_NOMINAL : WS_SURE_NONE;
        return;
    }
    uint32_t id = j->out->count++;
    j->out->person[id] =
        (ws_person){.mention = m,
                    .tag = WHOSAID_NONE,
                    .body = WHOSAID_NONE,
                    .role = WHOSAID_NONE,
                    .flags = mention->flags & (WS_M_MALE | WS_M_FEMALE),
                    .type = WHOSAID_SOURCE_ANONYMOUS};
    j->out->of[m] = id;
    j->out->sure[m] = WS_SURE_NONE;
    ws_filing_put(&j->files, key, id);
}

/* A mention with a role: its person can be called by the nouns in it. */
static void file_role(struct joiner *j, uint32_t m)
{
    const ws_mention *mention = &j->mentions->mention[m];

    for (uint32_t i = mention->role, n = 0;
         i < mention->role_end && n < ROLE_WORDS; i++, n++)
        if ((j->token[i].lex & OFFICE) != 0)
            ws_filing_put(&j->files,
                          ws_filing_key(&j->files, i, i + 1, KEY_ROLE),
                          j->out->of[m]);
}

static void join_all(struct joiner *j)
{
    uint32_t bearer = WHOSAID_NONE; /* latest mention with a role behind it */

    for (uint32_t m = 0; m < j->mentions->count; m++) {
        const ws_mention *mention = &j->mentions->mention[m];
        uint32_t id = j->out->of[m];
        if (id != WHOSAID_NONE)
            file_role(j, m);
        if (id != WHOSAID_NONE && mention->role > mention->head)
            bearer = m;
        /* "Ana Ruiz, mayor of Brill": the mayor is she */
        uint32_t same = mention->same;
        if (same == WHOSAID_NONE && bearer != WHOSAID_NONE &&
            mention->kind == WS_MENTION_NOMINAL &&
            j->mentions->mention[bearer].role <= mention->head &&
            mention->head < j->mentions->mention[bearer].role_end)
            same = bearer;
        if (same != WHOSAID_NONE) {
            j->out->of[m] = j->out->of[same];
            j->out->sure[m] = WS_SURE_NAME;
            continue;
        }
        if (mention->kind == WS_MENTION_NOMINAL &&
            mention->type == WHOSAID_SOURCE_ANONYMOUS &&
            (mention->flags & WS_M_QUOTED) == 0)
            join_nominal(j, m);
    }
}

whosaid_status ws_nominals_join(ws_arena *arena, const ws_text *text,
                                const ws_tokens *tokens,
                                const ws_mentions *mentions, ws_people *people)
{
    struct joiner j = {
        .token = tokens->token, .mentions = mentions, .out = people};
    size_t keys = 0;

    for (uint32_t m = 0; m < mentions->count; m++) {
        const ws_mention *mention = &mentions->mention[m];
        uint32_t words = mention->role_end - mention->role;
        keys += words < ROLE_WORDS ? words : ROLE_WORDS;
        keys += mention->kind == WS_MENTION_NOMINAL;
    }
    WS_TRY(ws_filing_init(arena, text, tokens, keys + 1, &j.files));
    join_all(&j);
    arena->steps += (uint64_t)mentions->count * 2;
    return WHOSAID_OK;
}
