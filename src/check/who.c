/*
 * who.c - whether two names may be one person's.
 *
 *   in   two names as they are written
 *   out  same, other or unknown
 *
 * 1. Cut each name into words, what stands behind a comma aside. Titles and
 *    whatever has a small letter before the name go, and particles and "Jr".
 * 2. Same: every word of the shorter stands in the longer, an initial for a
 *    name that begins with it; not "Mrs Banks" for Jeremy.
 * 3. Other, which accuses: only two persons whose names are whole, or have a
 *    title, and who share nothing. "Ford" may be a company, "Robert" may be
 *    Bob, and a name from another alphabet is spelled in several ways.
 */
#include "check/who.h"

#include <string.h>

#include "base/lexicon.h"
#include "base/unicode.h"

enum { WORDS = 8, WORD_LEN = 48, WHOLE_LEN = 4 * WS_FOLD_MAX };

struct word {
    char text[WORD_LEN]; /* [len] folded, accents left out */
    size_t len;
    ws_lex lex;
    bool capital;
    bool initial; /* one letter */
};

struct name {
    struct word word[WORDS]; /* [words] */
    size_t words;
    bool titled;
    bool male; /* as title or given name show */
    bool female;
    bool foreign; /* letters other than Latin */
};

/* -- reading -------------------------------------------------------------- */

/* End of the word at text[at]; letters, digits and apostrophes. */
static size_t word_end(ws_cell cell, size_t at)
{
    while (at < cell.len) {
        int32_t cp = 0;
        uint32_t step = ws_utf8_next(cell.text, cell.len, at, &cp);
        uint32_t class = ws_cp_class(cp);

        if ((class & (WS_CP_LETTER | WS_CP_DIGIT | WS_CP_COMBINE)) == 0 &&
            cp != '\'' && cp != 0x2019)
            break;
        at += step;
    }
    return at;
}

static void read_word(ws_cell cell, struct word *word)
{
    int32_t cp = 0;

    word->len = ws_fold(cell.text, cell.len, false, word->text, WORD_LEN);
    word->lex = ws_lexicon_find(cell.text, cell.len);
    (void)ws_utf8_next(cell.text, cell.len, 0, &cp);
    word->capital = (ws_cp_class(cp) & WS_CP_LOWER) == 0;
    word->initial = word->len == 1;
}

/* Whether a word before a name is none of its words. */
static bool is_title(const struct word *word)
{
    if (word->initial && word->capital) /* "M. Lopez" may be Maria */
        return false;
    if (!word->capital || WS_IS(word->lex, HONORIFIC) || WS_IS(word->lex, DET))
        return true;
    return (WS_IS(word->lex, TITLE) || WS_IS(word->lex, ROLE)) &&
           !WS_IS(word->lex, GIVEN_MALE) && !WS_IS(word->lex, GIVEN_FEMALE);
}

static bool is_attached(const struct word *word)
{
    return WS_IS(word->lex, PARTICLE) || WS_IS(word->lex, NAME_SUFFIX);
}

static void note_gender(struct name *name, const struct word *word)
{
    name->male = name->male || WS_IS(word->lex, MALE);
    name->female = name->female || WS_IS(word->lex, FEMALE);
}

static void note_given(struct name *name)
{
    ws_lex lex = name->words > 1 ? name->word[0].lex : 0;

    if (name->male || name->female)
        return;
    name->male = WS_IS(lex, GIVEN_MALE) && !WS_IS(lex, GIVEN_FEMALE);
    name->female = WS_IS(lex, GIVEN_FEMALE) && !WS_IS(lex, GIVEN_MALE);
}

static void put_word(struct name *name, const struct word *word)
{
    if (name->words == 0 && is_title(word)) {
        name->titled = name->titled || (word->capital && word->len > 0 &&
                                        !WS_IS(word->lex, DET));
        note_gender(name, word);
        return;
    }
    if (name->words == WORDS || word->len == 0 || is_attached(word))
        return;
    for (size_t i = 0; i < word->len; i++)
        name->foreign = name->foreign || (unsigned char)word->text[i] >= 0x80;
    name->word[name->words++] = *word;
}

static void read_name(ws_cell cell, struct name *name)
{
    size_t at = 0;

    memset(name, 0, sizeof *name);
    while (at < cell.len && cell.text[at] != ',' && cell.text[at] != '(') {
        size_t end = word_end(cell, at);

        if (end > at) {
            struct word word;
            read_word((ws_cell){cell.text + at, end - at}, &word);
            put_word(name, &word);
            at = end;
        } else {
            int32_t cp = 0;
            at += ws_utf8_next(cell.text, cell.len, at, &cp);
        }
    }
    note_given(name);
}

/* -- comparing ------------------------------------------------------------ */

static bool equal(const struct word *a, const struct word *b)
{
    return a->len == b->len && memcmp(a->text, b->text, a->len) == 0;
}

/* Whether one is the other, or its initial. */
static bool agree(const struct word *a, const struct word *b)
{
    return equal(a, b) ||
           ((a->initial || b->initial) && a->text[0] == b->text[0]);
}

/* Letters to change to make one word the other. */
static size_t distance(const struct word *a, const struct word *b)
{
    size_t row[WORD_LEN + 1];

    for (size_t j = 0; j <= b->len; j++)
        row[j] = j;
    for (size_t i = 1; i <= a->len; i++) {
        size_t corner = row[0];

        row[0] = i;
        for (size_t j = 1; j <= b->len; j++) {
            size_t best = corner + (a->text[i - 1] != b->text[j - 1] ? 1 : 0);
            corner = row[j];
            if (row[j] + 1 < best)
                best = row[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            row[j] = best;
        }
    }
    return row[b->len];
}

/* Whether two words may be spellings of one. */
static bool alike(const struct word *a, const struct word *b)
{
    size_t least = a->len < b->len ? a->len : b->len;

    if (agree(a, b))
        return true;
    if (least >= 3 && memcmp(a->text, b->text, 3) == 0)
        return true;
    return least >= 4 && distance(a, b) <= (least >= 6 ? 3 : 2);
}

/* Whether each word of the shorter name stands in the longer. */
static bool is_shorter(const struct name *shorter, const struct name *longer)
{
    bool used[WORDS] = {false};
    bool whole = false; /* one that is no initial */

    for (size_t i = 0; i < shorter->words; i++) {
        size_t found = longer->words;

        for (size_t j = 0; j < longer->words; j++) {
            const struct word *mine = &shorter->word[i];
            const struct word *theirs = &longer->word[j];

            if (used[j] || !agree(mine, theirs))
                continue;
            if (found == longer->words || equal(mine, theirs))
                found = j;
        }
        if (found == longer->words)
            return false;
        used[found] = true;
        whole = whole || (equal(&shorter->word[i], &longer->word[found]) &&
                          !shorter->word[i].initial);
    }
    return whole;
}

static bool share(const struct name *a, const struct name *b)
{
    for (size_t i = 0; i < a->words; i++)
        for (size_t j = 0; j < b->words; j++)
            if (alike(&a->word[i], &b->word[j]))
                return true;
    return false;
}

static bool is_given(const struct word *word)
{
    return WS_IS(word->lex, GIVEN_MALE) || WS_IS(word->lex, GIVEN_FEMALE);
}

/* Whether a word stands in the names of bodies, and is no surname too. */
static bool is_bodys(const struct word *word)
{
    return (WS_IS(word->lex, BODY) || WS_IS(word->lex, GROUP)) &&
           !WS_IS(word->lex, SURNAME);
}

/* Whether a name is surely a person's: "Maria Lopez", "Mr Banks". */
static bool is_person(const struct name *name)
{
    const struct word *last =
        &name->word[name->words > 0 ? name->words - 1 : 0];

    if (name->words == 0 || name->foreign || !last->capital)
        return false;
    for (size_t i = 0; i < name->words; i++)
        if (is_bodys(&name->word[i]))
            return false;
    if (WS_IS(last->lex, SURNAME) && !last->initial)
        return name->titled || (name->words > 1 && (is_given(&name->word[0]) ||
                                                    name->word[0].initial));
    return name->words > 1 && is_given(&name->word[0]) &&
           !WS_IS(name->word[0].lex, PLACE) && !WS_IS(last->lex, PLACE) &&
           !WS_IS(last->lex, COMMON_NOUN) && !last->initial;
}

/* Whether they are the same words, but for an article. */
static bool same_words(ws_cell a, ws_cell b)
{
    char mine[WHOLE_LEN];
    char theirs[WHOLE_LEN];
    ws_cell *cell[] = {&a, &b};

    for (size_t i = 0; i < 2; i++) {
        size_t end = word_end(*cell[i], 0);

        if (end < cell[i]->len && cell[i]->text[end] == ' ' &&
            WS_IS(ws_lexicon_find(cell[i]->text, end), DET)) {
            cell[i]->text += end + 1;
            cell[i]->len -= end + 1;
        }
    }
    size_t len = ws_fold(a.text, a.len, false, mine, sizeof mine);
    return len > 0 &&
           len == ws_fold(b.text, b.len, false, theirs, sizeof theirs) &&
           memcmp(mine, theirs, len) == 0;
}

whosaid_speaker_verdict ws_who_compare(ws_cell draft, ws_cell source)
{
    struct name mine;
    struct name theirs;

    ws_trim(&draft.text, &draft.len);
    ws_trim(&source.text, &source.len);
    if (draft.len == 0 || source.len == 0)
        return WHOSAID_SPEAKER_UNKNOWN;
    if (same_words(draft, source))
        return WHOSAID_SPEAKER_SAME;
    read_name(draft, &mine);
    read_name(source, &theirs);
    if (mine.words == 0 || theirs.words == 0)
        return WHOSAID_SPEAKER_UNKNOWN;
    if (mine.words <= theirs.words ? is_shorter(&mine, &theirs)
                                   : is_shorter(&theirs, &mine)) {
        bool apart = (mine.male && theirs.female && !mine.female) ||
                     (mine.female && theirs.male && !mine.male);
        return apart ? WHOSAID_SPEAKER_UNKNOWN : WHOSAID_SPEAKER_SAME;
    }
    if (is_person(&mine) && is_person(&theirs) && !share(&mine, &theirs))
        return WHOSAID_SPEAKER_OTHER;
    return WHOSAID_SPEAKER_UNKNOWN;
}
