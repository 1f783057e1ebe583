/*
 * neuter.c - whom an "it" that says something means: a firm, or a letter.
 *
 *   in   mentions with their people, an "it" that says something
 *   out  whom it means
 *
 * A name in no list is no body's as far as the words go, and so none that "it"
 * can mean. Where it is the subject of what was told just before, where nothing
 * shows a man, a woman or a place, and where no body is told of since, it is.
 * Or "it" is a letter: what has spoken last, what came, what reads.
 *
 * Cost: bounded.
 */
#include "speaker/neuter.h"

#include "speaker/proper.h"

enum {
    LOOKED_AT = 16,        /* mentions before the pronoun */
    BEFORE = 6,            /* of a sentence, before its subject */
    DOCUMENT_MENTIONS = 24 /* looked at for a document */
};

/* Whether a word of the name is one that people bear. */
static bool is_human(const ws_stage *s, const ws_mention *m)
{
    const ws_lex human = WS_GIVEN_CLASSES | WS_LEX_BIT(SURNAME) |
                         WS_LEX_BIT(HONORIFIC) | WS_LEX_BIT(PARTICLE);

    for (uint32_t i = m->name; i < m->name_end; i++)
        if ((s->tokens->token[i].lex & human) != 0)
            return true;
    return m->name > m->first || m->name_end <= m->name;
}

/* "A spokesman for [Norsea]", "a [Norsea] spokesman": whose words he speaks. */
static bool is_spoken_for(const ws_stage *s, const ws_mention *m)
{
    const ws_token *token = s->tokens->token;
    bool behind =
        m->first > 1 && WS_IS(token[m->first - 1].lex, FOR) &&
        ws_token_listed(s->text->bytes, &token[m->first - 2], WS_LIST_VOICE);

    return behind ||
           (m->last < s->tokens->count &&
            ws_token_listed(s->text->bytes, &token[m->last], WS_LIST_VOICE));
}

/* Whether nobody is he or she by the name of person id, and nothing shows a
 * man, a woman or a place. */
static bool is_nobody(const ws_stage *s, uint32_t id)
{
    const ws_person *person = &s->people->person[id];
    const ws_mention *full = &s->mentions->mention[person->mention];

    return full->kind == WS_MENTION_NAME &&
           person->type == WHOSAID_SOURCE_NONE && person->titled == 0 &&
           (person->flags & (WS_M_MALE | WS_M_FEMALE | WS_M_PLURAL)) == 0 &&
           person->shown == 0 && person->he == 0 && person->she == 0 &&
           person->placed == 0 && full->role == full->role_end &&
           !is_human(s, full);
}

/* Whether person id may be a firm: its name in full has two words. */
static bool may_be_body(const ws_stage *s, uint32_t id)
{
    const ws_mention *full =
        &s->mentions->mention[s->people->person[id].mention];

    return is_nobody(s, id) && full->name_end - full->name > 1;
}

static bool is_rival(const ws_rival *rival, uint32_t rivals, uint32_t id)
{
    for (uint32_t i = 0; i < rivals; i++)
        if (rival[i].person == id)
            return true;
    return false;
}

uint32_t ws_neuter_named(const ws_stage *s, uint32_t pronoun,
                         const ws_rival *rival, uint32_t rivals)
{
    const ws_mention *mention = s->mentions->mention;
    const ws_token *token = s->tokens->token;
    uint32_t here = token[mention[pronoun].head].paragraph;

    for (uint32_t n = 1; n <= LOOKED_AT && n <= pronoun; n++) {
        const ws_mention *m = &mention[pronoun - n];
        uint32_t id = s->people->of[pronoun - n];
        uint32_t apart = here - token[m->head].paragraph;
        if (apart > 1 || (apart == 1 && rivals > 0))
            break;
        if ((m->flags & WS_M_QUOTED) != 0 || id == WHOSAID_NONE ||
            (m->kind == WS_MENTION_PRONOUN && (m->flags & WS_M_NEUTER) != 0))
            continue;
        if (is_rival(rival, rivals, id))
            return WHOSAID_NONE;
        if (m->kind == WS_MENTION_NAME && is_spoken_for(s, m)) {
            bool body = s->people->person[id].type == WHOSAID_SOURCE_BODY;
            return body || is_nobody(s, id) ? id : WHOSAID_NONE;
        }
        if (m->kind != WS_MENTION_NAME ||
            ws_rival_stand(s, pronoun - n) == WS_STAND_NESTED ||
            (m->flags & (WS_M_AFTER_PREPOSITION | WS_M_GENITIVE)) != 0)
            continue;
        return may_be_body(s, id) ? id : WHOSAID_NONE;
    }
    return WHOSAID_NONE;
}

/* The document that nominal m is, brought in as such if need be. */
uint32_t ws_document_of(ws_people *people, uint32_t m)
{
    if (people->of[m] == WHOSAID_NONE) {
        people->person[people->count] = (ws_person){
            .mention = m, .count = 1, .type = WHOSAID_SOURCE_DOCUMENT};
        people->of[m] = people->count++;
    }
    return people->of[m];
}

/* Whether no mention of its sentence before q can be the sentence's subject. */
static bool is_foremost(const ws_stage *s, uint32_t q)
{
    const ws_mention *mention = s->mentions->mention;
    uint32_t here = s->sentences->of[mention[q].head];

    for (uint32_t n = 1; n <= BEFORE && n <= q; n++) {
        const ws_mention *m = &mention[q - n];
        if (s->sentences->of[m->head] != here)
            return true;
        if ((m->flags & (WS_M_NESTED | WS_M_AFTER_PREPOSITION)) == 0)
            return false;
    }
    return true;
}

/* Whether mention q is one document, by its noun. */
static bool is_document(const ws_mention *m)
{
    return m->kind == WS_MENTION_NOMINAL &&
           m->type == WHOSAID_SOURCE_DOCUMENT &&
           (m->flags & (WS_M_PLURAL | WS_M_GENITIVE | WS_M_NESTED)) == 0;
}

/* "A letter came.": mention q is a document that "it" can mean though it has
 * not spoken. */
static bool comes_up(const ws_stage *s, uint32_t q)
{
    const ws_mention *m = &s->mentions->mention[q];

    return is_document(m) && (m->flags & WS_M_INDEFINITE) != 0 &&
           ws_rival_stand(s, q) == WS_STAND_SUBJECT && is_foremost(s, q);
}

/* Whether mention q is an "it" that means a letter, or who wrote it. */
static bool is_letter(const ws_people *people, const ws_mention *m, uint32_t id)
{
    return (m->flags & WS_M_NEUTER) != 0 && id != WHOSAID_NONE &&
           (people->person[id].type == WHOSAID_SOURCE_DOCUMENT ||
            people->person[id].type == WHOSAID_SOURCE_PERSON);
}

/* "They sent a letter that asked for a bill. “...,” it reads": the document of
 * the sentence before that has one, the first there that is new, or else the
 * first; or what "it" meant last, if that is one; or NONE. */
static uint32_t read_before(const ws_stage *s, uint32_t pronoun,
                            ws_people *people)
{
    const ws_mention *mention = s->mentions->mention;
    const ws_token *token = s->tokens->token;
    const uint32_t *of = s->sentences->of;
    uint32_t here = token[mention[pronoun].head].paragraph;
    uint32_t found = WHOSAID_NONE;
    bool is_new = false;

    for (uint32_t n = 1; n <= DOCUMENT_MENTIONS && n <= pronoun; n++) {
        uint32_t q = pronoun - n;
        const ws_mention *m = &mention[q];
        uint32_t id = people->of[q];
        if (here - token[m->head].paragraph > 1 ||
            (found != WHOSAID_NONE && of[m->head] != of[mention[found].head]))
            break;
        if ((m->flags & WS_M_QUOTED) != 0)
            continue;
        if (is_letter(people, m, id))
            return id;
        bool brings = (m->flags & WS_M_INDEFINITE) != 0;
        if (!is_document(m) || (is_new && !brings))
            continue;
        is_new = brings;
        found = q;
    }
    return found == WHOSAID_NONE ? found : ws_document_of(people, found);
}

/* "The letter says ... “...,” it adds": the document that spoke last before,
 * nobody else since; or NONE. */
uint32_t ws_neuter_document(const ws_stage *s, uint32_t pronoun,
                            ws_people *people)
{
    const ws_mention *mention = s->mentions->mention;
    const ws_token *token = s->tokens->token;
    uint32_t here = token[mention[pronoun].head].paragraph;
    const ws_cue *cue = &s->cues->cue[s->cues->of[pronoun]];

    if (ws_token_listed(s->text->bytes, &token[cue->first], WS_LIST_READS))
        return read_before(s, pronoun, people);
    for (uint32_t n = 1; n <= DOCUMENT_MENTIONS && n <= pronoun; n++) {
        uint32_t q = pronoun - n;
        uint32_t id = people->of[q];
        if (token[mention[q].head].paragraph + 1 < here)
            break;
        if ((mention[q].flags & WS_M_QUOTED) != 0)
            continue;
        if (token[mention[q].head].paragraph == here && comes_up(s, q))
            return ws_document_of(people, q);
        /* nor is "in a message posted online it said" the message */
        if (s->cues->of[q] == WHOSAID_NONE ||
            (mention[q].flags & WS_M_AFTER_PREPOSITION) != 0) {
            if (mention[q].type == WHOSAID_SOURCE_BODY &&
                ws_rival_stand(s, q) == WS_STAND_SUBJECT)
                break;
            continue;
        }
        if (mention[q].kind == WS_MENTION_NOMINAL &&
            mention[q].type == WHOSAID_SOURCE_DOCUMENT)
            return ws_document_of(people, q);
        return is_letter(people, &mention[q], id) ? id : WHOSAID_NONE;
    }
    return WHOSAID_NONE;
}
