/*
 * nearest.c - whom "dieser" means: the one who was told of last.
 *
 *   in   a pronoun of that kind which speaks, mentions with their people
 *   out  its person
 *
 *   »...«, fragte er [den Bauern]. »Nichts«, gestand [dieser].
 *
 * Such a word is used where "er" would be the one who spoke or acted before: it
 * tells of the other one, whose words or name stand nearest.
 *
 * Cost: a bounded number of mentions.
 */
#include "speaker/nearest.h"

enum {
    MENTIONS = 20, /* looked at */
    PARAGRAPHS = 2 /* back */
};

uint32_t ws_nearest_told(const ws_stage *s, uint32_t pronoun)
{
    const ws_mention *p = &s->mentions->mention[pronoun];
    const ws_token *token = s->tokens->token;
    uint32_t spoke = WHOSAID_NONE;

    if (!s->tokens->nouns || s->cues->of[pronoun] == WHOSAID_NONE ||
        !ws_token_listed(s->text->bytes, &token[p->first], WS_LIST_LATTER))
        return WHOSAID_NONE;
    for (uint32_t n = 1; n <= MENTIONS && n <= pronoun; n++) {
        uint32_t q = pronoun - n;
        const ws_mention *m = &s->mentions->mention[q];
        uint32_t id = s->people->of[q];
        if (token[m->head].paragraph + PARAGRAPHS < token[p->head].paragraph)
            break;
        if ((m->flags & (WS_M_QUOTED | WS_M_GENITIVE | WS_M_PLURAL)) != 0 ||
            id == WHOSAID_NONE)
            continue;
        if (spoke == WHOSAID_NONE && s->cues->of[q] != WHOSAID_NONE &&
            ws_rival_aloud(s, q)) {
            spoke = id; /* another answers him */
            continue;
        }
        const ws_person *person = &s->people->person[id];
        bool somebody = person->type == WHOSAID_SOURCE_PERSON ||
                        person->type == WHOSAID_SOURCE_ANONYMOUS;
        if (id != spoke && somebody &&
            !ws_opposed(ws_rival_gender(person), p->flags))
            return id;
    }
    return WHOSAID_NONE;
}
