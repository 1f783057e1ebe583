/*
 * called.c - the name of a person or body as it is printed.
 *
 *   in   people, mentions
 *   out  the span of its fullest name
 *
 * A name is printed without its titles, but for a name of one word that mostly
 * has one ("Mrs. Lane") and one lent by a husband ("Mrs. David Lane"); a noun
 * phrase without its article.
 *
 * Cost: linear in the words of the name.
 */
#include "speaker/called.h"

enum {
    OF_TOKENS = 8 /* longest "of ..." printed with a noun */
};

static whosaid_span bytes_of(const ws_tokens *tokens, uint32_t first,
                             uint32_t last)
{
    if (first >= last)
        return (whosaid_span){0, 0};
    return (whosaid_span){tokens->token[first].begin,
                          tokens->token[last - 1].end};
}

/* "PhD", "DBE", which are no part of a name; "Jr." and "III" are. */
static bool is_honour(const ws_tokens *tokens, const char *bytes, uint32_t i)
{
    const ws_token *token = &tokens->token[i];
    uint32_t end = token->end;
    bool number = true;

    if (bytes[end - 1] == '.')
        end--;
    for (uint32_t k = token->begin; k < end; k++)
        number =
            number && (bytes[k] == 'I' || bytes[k] == 'V' || bytes[k] == 'X');
    return WS_IS(token->lex, NAME_SUFFIX) && !number && bytes[end - 1] >= 'A' &&
           bytes[end - 1] <= 'Z';
}

/* A name with the ", Jr." behind it and without the QC, which is an office. */
static whosaid_span whole_name(const ws_tokens *tokens,
                               const ws_mentions *mentions, const ws_mention *m)
{
    const ws_token *token = tokens->token;
    const char *bytes = mentions->phrases.bytes;
    uint32_t end = m->name_end;

    if (end + 1 < tokens->count && token[end].cp == ',' &&
        WS_IS(token[end + 1].lex, NAME_SUFFIX) &&
        !WS_IS(token[end + 1].lex, TITLE) &&
        !is_honour(tokens, bytes, end + 1) &&
        token[end].paragraph == token[end + 1].paragraph)
        return bytes_of(tokens, m->name, end + 2);
    while (
        end > m->name + 2 && WS_IS(token[end - 1].lex, NAME_SUFFIX) &&
        (WS_IS(token[end - 1].lex, TITLE) || is_honour(tokens, bytes, end - 1)))
        end--;
    return bytes_of(tokens, m->name, end);
}

/* "the", "her", "one": no part of what somebody is called; "two" is, and so are
 * "many of" and "No 10". */
static bool is_article(const ws_token *token)
{
    return !WS_IS(token[1].lex, OF) && !WS_IS(token->lex, GROUP) &&
           !ws_is_house(token) &&
           (WS_IS(token->lex, DET) || WS_IS(token->lex, POSSESSIVE) ||
            (WS_IS(token->lex, QUANTITY) && !WS_IS(token->lex, PLURAL)));
}

/* "A spokesman of the union [upon request]": where what hangs on mention m ends
 * that is part of what he is called. */
static uint32_t tail_end(const ws_tokens *tokens, const ws_mentions *mentions,
                         const ws_mention *m)
{
    for (uint32_t i = m->last + 2; i + 1 < m->close; i++) {
        bool upon = ws_token_listed(mentions->phrases.bytes,
                                    &tokens->token[i + 1], WS_LIST_OCCASION);
        if (upon && WS_IS(tokens->token[i].lex, PREPOSITION))
            return i;
    }
    return m->close;
}

static whosaid_span name_words_of(const ws_tokens *tokens,
                                  const ws_mentions *mentions,
                                  const ws_mention *m, bool titled)
{
    if (m->kind == WS_MENTION_NAME)
        return titled ? bytes_of(tokens, m->name - 1, m->name_end)
                      : whole_name(tokens, mentions, m);
    if (m->kind == WS_MENTION_PRONOUN)
        return (whosaid_span){0, 0};
    uint32_t first = m->first;
    while (first < m->head && is_article(&tokens->token[first]))
        first++;
    /* "owner of a shop", "members of Congress" */
    bool of = m->last < m->close && m->last == m->head + 1 &&
              WS_IS(tokens->token[m->last].lex, OF) &&
              !WS_IS(tokens->token[m->close - 1].lex, DET) &&
              m->close - m->last <= OF_TOKENS;
    return bytes_of(tokens, first,
                    of ? tail_end(tokens, mentions, m) : m->last);
}

whosaid_span ws_person_name(const ws_people *people, const ws_tokens *tokens,
                            const ws_mentions *mentions, uint32_t id)
{
    const ws_person *person = &people->person[id];
    const ws_mention *m =
        &mentions->mention[person->used != 0 ? person->used : person->mention];
    /* a name of one word is the fuller with its title: "Mrs. Lane", but not
     * with "the boy's mother Jane" */
    bool titled = m->name > m->first && m->name_end == m->name + 1 &&
                  (tokens->token[m->name - 1].shape & WS_SHAPE_CAPITAL) != 0 &&
                  (person->whole == 0 || person->used != 0) &&
                  person->titled * 2 > person->count;
    /* "Mrs. David Lane" */
    if (m->kind == WS_MENTION_NAME && m->name > m->first &&
        m->name_end > m->name + 1) {
        ws_lex title = tokens->token[m->name - 1].lex;
        ws_lex given = tokens->token[m->name].lex;
        titled = WS_IS(title, HONORIFIC) && WS_IS(title, FEMALE) &&
                 WS_IS(given, GIVEN_MALE) && !WS_IS(given, GIVEN_FEMALE);
    }

    return name_words_of(tokens, mentions, m, titled);
}

whosaid_span ws_people_name(const ws_people *people, const ws_tokens *tokens,
                            const ws_mentions *mentions, uint32_t mention)
{
    uint32_t id = people->of[mention];

    if (id != WHOSAID_NONE)
        return ws_person_name(people, tokens, mentions, id);
    return name_words_of(tokens, mentions, &mentions->mention[mention], false);
}
