/*
 * train_right.c - what is right by what readers said: a mention, a name, a row.
 *
 *   in   a document as the program reads it and as readers did
 *   out  which quotation is whose, which candidate is right
 *
 * As the scorers of the corpora decide it.
 */
#include <string.h>

#include "base/unicode.h"
#include "train.h"

uint32_t overlap(whosaid_span a, whosaid_span b)
{
    uint32_t begin = a.begin > b.begin ? a.begin : b.begin;
    uint32_t end = a.end < b.end ? a.end : b.end;

    return end > begin ? end - begin : 0;
}

bool same_stretch(whosaid_span a, whosaid_span b)
{
    uint32_t o = overlap(a, b);
    uint32_t x = a.end - a.begin;
    uint32_t y = b.end - b.begin;

    return o > 0 && o * 10 >= (x > y ? x : y) * 7;
}

const struct gold *gold_of(const struct document *d, uint32_t q)
{
    const whosaid_quote *quote = whosaid_quote_at(d->doc, q);

    for (size_t i = 0; i < d->golds; i++)
        for (uint32_t s = 0; s < d->gold[i].quotes; s++)
            for (uint32_t p = 0; p < quote->parts; p++)
                if (same_stretch(quote->part[p], d->gold[i].quote[s]))
                    return &d->gold[i];
    return NULL;
}

const struct rest *rest_of(const struct document *d, uint32_t q)
{
    const whosaid_quote *quote = whosaid_quote_at(d->doc, q);

    for (size_t i = 0; i < d->rests; i++)
        if (same_stretch(quote->part[0], d->rest[i].span))
            return &d->rest[i];
    return NULL;
}

/* Touches speech that it is not: the marks were paired wrongly, or by another
 * rule. Nor were stretches looked at whose marks are of two shapes, or that
 * are values in left-over markup. */
static bool is_doubtful(const struct document *d, uint32_t q)
{
    const whosaid_quote *quote = whosaid_quote_at(d->doc, q);
    const ws_piece *piece =
        &d->doc->pieces.piece[d->doc->quotations.quotation[q].piece[0]];
    const char *open = d->text + piece->open;
    const char *close = d->text + piece->end;

    for (size_t i = 0; i < d->golds; i++)
        for (uint32_t s = 0; s < d->gold[i].quotes; s++)
            for (uint32_t p = 0; p < quote->parts; p++)
                if (overlap(quote->part[p], d->gold[i].quote[s]) > 0)
                    return true;
    bool curly = strncmp(open, "\xE2\x80\x9C", 3) == 0;
    bool ends_curly = strncmp(close, "\xE2\x80\x9D", 3) == 0;
    return strncmp(open, "\xE2\x80\x9D", 3) == 0 || (curly && *close == '"') ||
           (*open == '"' && ends_curly) || (piece->open > 0 && open[-1] == '=');
}

bool is_judged(const struct document *d, uint32_t q, bool *speech)
{
    *speech = gold_of(d, q) != NULL;
    return *speech || rest_of(d, q) != NULL ||
           (d->complete && ws_quotations_outer(&d->doc->quotations, q) &&
            !is_doubtful(d, q));
}

/* The sex that a title tells: 'm', 'f', 'x' for none; 0 where it is no word
 * to be left out. */
static char title_sex(const char *word, size_t len)
{
    static const struct {
        const char *word;
        char sex;
    } titles[] = {
        {"mr",     'm'},
        {"sir",    'm'},
        {"lord",   'm'},
        {"mrs",    'f'},
        {"miss",   'f'},
        {"ms",     'f'},
        {"lady",   'f'},
        {"madame", 'f'},
        {"dr",     'x'},
        {"prof",   'x'},
        {"rev",    'x'},
        {"the",    'x'},
        {"a",      'x'},
        {"an",     'x'},
        {"his",    'x'},
        {"her",    'x'},
        {"my",     'x'},
    };

    for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++)
        if (strlen(titles[i].word) == len &&
            memcmp(titles[i].word, word, len) == 0)
            return titles[i].sex;
    return 0;
}

/* Folded words of a name, dots and the titles before it left out; sex is what
 * they tell. */
static size_t name_key(const char *s, size_t len, char *out, size_t cap,
                       char *sex)
{
    char folded[256];
    size_t n = ws_fold(s, len, false, folded, sizeof folded);
    size_t count = 0;

    for (size_t i = 0; i < n && count + 1 < cap;) {
        size_t word = 0;
        while (i < n && (folded[i] == ' ' || folded[i] == '.'))
            i++;
        while (i + word < n && folded[i + word] != ' ' &&
               folded[i + word] != '.')
            word++;
        char told = count == 0 ? title_sex(folded + i, word) : 0;
        if (told == 'm' || told == 'f')
            *sex = told;
        if (told == 0 && word > 0 && count + word + 1 < cap) {
            if (count > 0)
                out[count++] = ' ';
            memcpy(out + count, folded + i, word);
            count += word;
        }
        i += word;
    }
    return count;
}

static bool same_name(const char *a, size_t alen, const char *b, size_t blen)
{
    char x[256];
    char y[256];
    char man = 0;
    char other = 0;
    size_t m = name_key(a, alen, x, sizeof x, &man);
    size_t n = name_key(b, blen, y, sizeof y, &other);

    if (m == 0 || n == 0 || (man != 0 && other != 0 && man != other))
        return false;
    if (m == n && memcmp(x, y, m) == 0)
        return true;
    /* one's last word and first word those of the other */
    size_t i = 0;
    size_t k = 0;
    while (i < m && i < n && x[m - 1 - i] == y[n - 1 - i] &&
           x[m - 1 - i] != ' ')
        i++;
    while (k < m && k < n && x[k] == y[k] && x[k] != ' ')
        k++;
    bool last =
        i > 0 && i < m && i < n && x[m - 1 - i] == ' ' && y[n - 1 - i] == ' ';
    bool first = k > 0 && k < m && k < n && x[k] == ' ' && y[k] == ' ';
    return last && first;
}

bool names_right(const struct document *d, const struct gold *g,
                 whosaid_span speaker)
{
    const char *s = g->names;

    while (*s != '\0') {
        size_t len = strcspn(s, "|");
        if (same_name(d->text + speaker.begin, speaker.end - speaker.begin, s,
                      len))
            return true;
        s += len + (s[len] == '|');
    }
    return false;
}

/* "I" of a story: no plural, outside the marks. */
static uint32_t narrator_tag(const struct document *d, uint32_t q)
{
    uint32_t tag = d->doc->talk.tag[q];

    if (!d->doc->talk.story || tag == WHOSAID_NONE)
        return WHOSAID_NONE;
    const ws_mention *m = &d->doc->mentions.mention[tag];
    return m->kind == WS_MENTION_PRONOUN && (m->flags & WS_M_FIRST) != 0 &&
                   (m->flags & WS_M_PLURAL) == 0
               ? d->doc->people.of[tag]
               : WHOSAID_NONE;
}

void find_narrator(struct document *d)
{
    d->narrator = WHOSAID_NONE;
    for (uint32_t q = 0; q < d->doc->quotes; q++) {
        const struct gold *g = gold_of(d, q);
        uint32_t id = narrator_tag(d, q);
        if (id == WHOSAID_NONE || g == NULL || g->names[0] == '\0' ||
            d->narrator != WHOSAID_NONE)
            continue;
        d->narrator = id;
        d->narrator_names = g->names;
    }
}

/* Person id is the narrator, and so is the quotation's speaker. */
bool tells(const struct document *d, const struct gold *g, uint32_t id)
{
    return id != WHOSAID_NONE && id == d->narrator &&
           strcmp(g->names, d->narrator_names) == 0;
}

/* As the scorer decides it. */
bool stands_for(const struct document *d, const whosaid_span *span,
                uint32_t count, uint32_t mention)
{
    const ws_mention *m = &d->doc->mentions.mention[mention];
    whosaid_span own = {d->doc->tokens.token[m->first].begin,
                        d->doc->tokens.token[m->last - 1].end};

    for (uint32_t i = 0; i < count; i++) {
        uint32_t o = overlap(own, span[i]);
        uint32_t x = own.end - own.begin;
        uint32_t y = span[i].end - span[i].begin;
        if (o > 0 && o * 2 >= (x < y ? x : y) && x <= 2 * y + 25)
            return true;
    }
    return false;
}

/* The name that a row would have. */
whosaid_span name_of(const struct document *d, uint32_t mention,
                     uint32_t person)
{
    return person != WHOSAID_NONE
               ? ws_person_name(&d->doc->people, &d->doc->tokens,
                                &d->doc->mentions, person)
               : ws_people_name(&d->doc->people, &d->doc->tokens,
                                &d->doc->mentions, mention);
}

bool is_source(const struct document *d, const struct gold *g, uint32_t mention)
{
    return stands_for(d, g->source, g->sources, mention);
}

uint32_t mark_right(const struct document *d, const struct gold *g,
                    const ws_candidate *c, uint32_t count, bool *right)
{
    uint32_t n = 0;
    uint32_t outer = 0;

    for (uint32_t i = 0; i < count; i++) {
        const ws_mention *m = &d->doc->mentions.mention[c[i].mention];
        right[i] = g->sources > 0 && is_source(d, g, c[i].mention);
        n += right[i];
        outer += right[i] && (m->flags & WS_M_NESTED) == 0;
    }
    if (outer > 0)
        for (uint32_t i = 0; i < count; i++)
            if (right[i] && (d->doc->mentions.mention[c[i].mention].flags &
                             WS_M_NESTED) != 0) {
                right[i] = false;
                n--;
            }
    if (n > 0)
        return n;
    for (uint32_t i = 0; i < count; i++) {
        whosaid_span name = name_of(d, c[i].mention, c[i].person);
        right[i] = (name.end > name.begin && names_right(d, g, name)) ||
                   tells(d, g, c[i].person);
        n += right[i];
    }
    return n;
}

uint32_t mark_readings(const struct document *d, const struct gold *g,
                       const ws_candidate *c, uint32_t count, bool *right)
{
    uint32_t n = mark_right(d, g, c, count, right);
    bool named[WS_CANDIDATES] = {false};
    uint32_t some = 0;

    for (uint32_t i = 0; i < count; i++) {
        whosaid_span name = name_of(d, c[i].mention, c[i].person);
        named[i] = right[i] && g->names[0] != '\0' &&
                   ((name.end > name.begin && names_right(d, g, name)) ||
                    tells(d, g, c[i].person));
        some += named[i];
    }
    if (some == 0)
        return n;
    for (uint32_t i = 0; i < count; i++)
        right[i] = named[i];
    return some;
}

/* Whether the row of a choice is right, by the words, the mention and the name
 * that it would have; false in *known where readers do not say. */
bool is_right(const struct document *d, uint32_t q, const struct gold *g,
              whosaid_span name, bool *known)
{
    const ws_choice *c = &d->doc->attribution.choice[q];

    *known = name.end > name.begin;
    if (g == NULL) {
        *known = *known && d->complete;
        return false;
    }
    if (g->nobody)
        return false;
    bool named = names_right(d, g, name);
    if (g->names[0] == '\0') {
        *known = *known && g->sources > 0;
        return is_source(d, g, c->mention);
    }
    return named || (g->unnamed && c->person == WHOSAID_NONE &&
                     is_source(d, g, c->mention));
}
