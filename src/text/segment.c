/*
 * segment.c - cut a document into tokens.
 *
 *   in   bytes, paragraphs
 *   out  tokens, by begin; for each paragraph its first
 *
 * 1. Count, cheaply, no fewer places than tokens can begin at.
 * 2. Cut each paragraph from left to right. What the byte at hand is decides
 *    which cutter takes it: word, mark, punctuation, anything else.
 * 3. When a word can grow no more (grow.c), its end is looked at again: a
 *    genitive 's is cut off, an abbreviation takes its full stop.
 *
 * Every look ahead is bounded, so the cost is linear.
 *
 * Not here: which marks are quotation marks and which apostrophes, see
 * mark.c; whether a full stop ends a sentence, see sentence.c.
 */
#include "text/segment.h"

#include <string.h>

#include "base/bytes.h"
#include "base/unicode.h"
#include "text/grow.h"
#include "text/seam.h"

enum {
    KEY_BYTES = 64,        /* of the longest word spelled out */
    NICKNAME_LETTERS = 16, /* of the longest one behind an initial */
    ACCENTED = 0xC3,       /* first byte of É and the like */
    GLUED = 3              /* letters of the shortest word ending a headline */
};

/* High bits of the bytes that are ASCII letters. A sum carries only behind a
 * byte that is not ASCII. */
static uint64_t letters_of(uint64_t eight)
{
    uint64_t lower = eight | WS_EACH(0x20);

    return (lower + WS_EACH(0x80 - 'a')) & ~(lower + WS_EACH(0x7F - 'z')) &
           ~eight & WS_EACH(0x80);
}

/* How many bytes have their high bits set; no other bits are. */
static uint32_t count_marked(uint64_t marked)
{
    return (uint32_t)((marked >> 7) * WS_EACH(1) >> 56);
}

static ws_token *emit(ws_cutter *cut, uint32_t begin, uint32_t end,
                      ws_token_kind kind)
{
    ws_token *token = &cut->token[cut->count++];

    token->begin = begin;
    token->end = end;
    token->paragraph = cut->paragraph;
    token->kind = (uint8_t)kind;
    token->shape = cut->space ? WS_SHAPE_SPACE : 0;
    cut->space = false;
    cut->at = end;
    return token;
}

/* -- the end of a word ---------------------------------------------------- */

static ws_lex find(const ws_cutter *cut, uint32_t begin, uint32_t end)
{
    return ws_lexicon_find(cut->bytes + begin, end - begin);
}

/* Whether the word ends in an apostrophe and s. */
static bool has_genitive(const ws_cutter *cut, const ws_grown *word)
{
    uint32_t mark = word->apostrophe;

    if (mark == 0 || word->letters == 0)
        return false;
    mark += ws_look(cut, mark).step;
    return cut->at - mark == 1 &&
           (cut->byte[mark] == 's' || cut->byte[mark] == 'S');
}

/* Words that begin a sentence and are no part of a name: "plan B. The". */
static bool is_function_word(ws_lex lex)
{
    return (lex & (WS_LEX_BIT(DET) | WS_LEX_BIT(PRONOUN) |
                   WS_LEX_BIT(POSSESSIVE) | WS_LEX_BIT(PREPOSITION) |
                   WS_LEX_BIT(CONJUNCTION) | WS_LEX_BIT(SUBORDINATOR) |
                   WS_LEX_BIT(AND) | WS_LEX_BIT(BE) | WS_LEX_BIT(MODAL) |
                   WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(ADVERB))) != 0;
}

/* The first character behind the full stop at dot, white space left out. */
static ws_here beyond(ws_cutter *cut, uint32_t *dot)
{
    ws_here here = {WS_CP_BAD, 1, WS_CP_SPACE};
    uint32_t at = *dot;

    for (int turn = 0; turn < 4 && (here.class & WS_CP_SPACE) != 0; turn++) {
        at += here.step;
        here = ws_look(cut, at);
        cut->steps++;
    }
    *dot = at;
    return here;
}

/* Look up the plain words that wait for it. */
static void look_up(ws_cutter *cut)
{
    ws_lex lex[WS_PLAIN_WORDS];

    ws_lexicon_find_plain(cut->plain, cut->plains, lex);
    for (uint32_t i = 0; i < cut->plains; i++)
        cut->token[cut->of[i]].lex = lex[i];
    cut->plains = 0;
}

static bool follows_given_name(ws_cutter *cut)
{
    if (cut->count == 0)
        return false;
    look_up(cut);
    const ws_token *before = &cut->token[cut->count - 1];
    /* "Wayne A. I. Smith" */
    return WS_IS(before->lex, GIVEN_MALE) || WS_IS(before->lex, GIVEN_FEMALE) ||
           (before->shape & WS_SHAPE_INITIAL) != 0;
}

/* "Robert W. “Bobby” Smith": a short name between marks or brackets at at, then
 * a capital. */
static bool nickname_begins(ws_cutter *cut, uint32_t at)
{
    uint32_t letters = 0;
    ws_here here = ws_look(cut, at);

    if ((here.class & WS_CP_QUOTE) == 0 && here.cp != '(')
        return false;
    at += here.step;
    here = ws_look(cut, at);
    if ((here.class & WS_CP_UPPER) == 0)
        return false;
    for (; letters < NICKNAME_LETTERS; letters++) {
        here = ws_look(cut, at);
        cut->steps++;
        if ((here.class & (WS_CP_LETTER | WS_CP_SPACE)) == 0)
            break;
        at += here.step;
    }
    if ((here.class & WS_CP_QUOTE) == 0 && here.cp != ')')
        return false;
    at += here.step;
    if (!ws_is_ascii(cut, at, ' '))
        return false;
    return (ws_look(cut, at + 1).class & WS_CP_UPPER) != 0;
}

/* "J. K. Rowling", "George W. Bush", "Booker T.'s", "Samuel L., ..." */
static bool is_initial(ws_cutter *cut, ws_lex lex)
{
    uint32_t at = cut->at;
    uint32_t end;
    ws_here next = beyond(cut, &at);
    bool apart = at > cut->at + 1;

    if (next.step == 0)
        return false;
    if (!apart && (next.cp == ',' || next.cp == ';' || next.cp == '-' ||
                   ws_is_apostrophe(next.cp)))
        return true;
    if (apart && nickname_begins(cut, at))
        return follows_given_name(cut);
    if ((next.class & WS_CP_UPPER) == 0)
        return false;

    uint32_t len = ws_letters_at(cut, at, 16, &end);
    if (len == 1 && ws_is_ascii(cut, end, '.'))
        return true;
    /* "as tall as I. John": the pronoun, but in "William I. Smith" */
    if (WS_IS(lex, PRONOUN) && !follows_given_name(cut))
        return false;
    return !is_function_word(find(cut, at, end));
}

/* "etc." always; a common word only before what begins no sentence, "no. 5",
 * or as a capitalised noun before a name, "Rep. Lee" but "No. Lee left". */
static bool is_abbreviation(ws_cutter *cut, const ws_grown *word, ws_lex lex)
{
    uint32_t at = cut->at;

    if (!WS_IS(lex, ABBREVIATION) && !WS_IS(lex, ABBREV_INNER))
        return false;
    if (!WS_IS(lex, COMMON_NOUN) && !WS_IS(lex, COMMON_VERB) &&
        !WS_IS(lex, COMMON_ADJ) && !WS_IS(lex, COMMON_OTHER))
        return true;

    ws_here next = beyond(cut, &at);
    if ((next.class & (WS_CP_LOWER | WS_CP_DIGIT)) != 0 || next.cp == ',')
        return true;
    return (next.class & WS_CP_UPPER) != 0 && word->uppers > 0 &&
           !WS_IS(lex, COMMON_OTHER);
}

/* "Schrieb er auf X. Ana": what is called by one letter, behind the word with
 * which it is written there. */
static bool is_network(const ws_cutter *cut, const ws_grown *word)
{
    if (cut->count == 0)
        return false;
    const ws_token *before = &cut->token[cut->count - 1];
    return before->kind == WS_TOKEN_WORD &&
           ws_is_listed(WS_LIST_NETWORK, cut->bytes + word->begin,
                        cut->at - word->begin) &&
           ws_is_listed(WS_LIST_POSTED, cut->bytes + before->begin,
                        before->end - before->begin);
}

/* Whether the full stop at cut->at belongs to the word before it. */
static bool takes_stop(ws_cutter *cut, const ws_grown *word, ws_lex lex)
{
    if (!ws_is_ascii(cut, cut->at, '.') || ws_is_ascii(cut, cut->at + 1, '.'))
        return false;
    if (word->dots)
        return true;
    if (word->letters == 1 && word->uppers == 1 && word->digits == 0 &&
        cut->at - word->begin <= 4 && is_initial(cut, lex))
        return !is_network(cut, word);
    return is_abbreviation(cut, word, lex);
}

static uint8_t shape_of(const ws_grown *word, bool capital)
{
    uint8_t shape = 0;

    if (capital)
        shape |= WS_SHAPE_CAPITAL;
    if (word->letters >= 2 && word->uppers == word->letters)
        shape |= WS_SHAPE_ALLCAPS;
    if (word->hyphen)
        shape |= WS_SHAPE_HYPHEN;
    if (word->digits > 0)
        shape |= WS_SHAPE_DIGIT;
    return shape;
}

/* "Ó hEochaidh", "Ní hÓgáin": a surname's first letter, behind the one that Irish
 * sets before it where such a word is followed by the name. */
static bool is_mutated(const ws_cutter *cut, uint32_t begin, uint32_t end)
{
    const unsigned char *name = cut->byte + begin;

    if (end < begin + 4 || name[0] < 'a' || name[0] > 'z' || cut->count == 0 ||
        !((name[1] >= 'A' && name[1] <= 'Z') || name[1] == ACCENTED) ||
        cut->byte[end - 1] < 'a')
        return false;
    const ws_token *before = &cut->token[cut->count - 1];
    bool letter = before->end - before->begin == 2 && /* Ó */
                  cut->byte[before->begin] == ACCENTED;
    return letter || ws_token_listed(cut->bytes, before, WS_LIST_MUTATING) ||
           (cut->count > 1 && before->end - before->begin == 2 && /* Mac an */
            ws_token_listed(cut->bytes, before - 1, WS_LIST_MUTATING));
}

/* "5", "3.5", "1990s", "5th", "50%"; but "7-year-old" is a word. */
static bool is_number(const ws_grown *word, const ws_here *first)
{
    return (first->class & WS_CP_DIGIT) != 0 &&
           (word->letters == 0 || (!word->hyphen && word->letters <= 3));
}

/* The word's classes; "don&#39;t" is looked up as "don't". */
static ws_lex find_word(const ws_cutter *cut, const ws_grown *word,
                        uint32_t end)
{
    uint32_t head = word->apostrophe - word->begin;
    uint32_t step = word->apostrophe != 0 && word->apostrophe < end
                        ? ws_look(cut, word->apostrophe).step
                        : 0;
    char key[KEY_BYTES];

    if (step <= 3 || end - word->begin - step >= sizeof key)
        return find(cut, word->begin, end);
    memcpy(key, cut->bytes + word->begin, head);
    key[head] = '\'';
    memcpy(key + head + 1, cut->bytes + word->apostrophe + step,
           end - word->apostrophe - step);
    return ws_lexicon_find(key, end - word->begin - step + 1);
}

/* "Kelly-Anne", "Jean-Claude": a given name where both halves are, of the
 * gender that both have, else of the first one's; Jean is a man's then. */
static ws_lex find_double(const ws_cutter *cut, uint32_t begin, uint32_t end)
{
    const ws_lex given = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);
    uint32_t dash = begin;

    while (dash < end && cut->bytes[dash] != '-')
        dash++;
    if (dash + 1 >= end || (cut->byte[dash + 1] & 0x20) != 0)
        return 0;
    ws_lex one = find(cut, begin, dash) & given;
    ws_lex two = find(cut, dash + 1, end) & given;
    if (one == 0 || two == 0)
        return 0;
    if (WS_IS(two, GIVEN_MALE) &&
        ws_is_listed(WS_LIST_JEAN, cut->bytes + begin, dash - begin))
        return WS_LEX_BIT(GIVEN_MALE);
    return (one & two) != 0 ? one & two : one;
}

/* "... never had'When Ann", "on Monday'A man": no letter was left out, two words
 * were glued at a mark, and the second one begins a sentence. */
static bool is_glued(const ws_cutter *cut, const ws_grown *word, uint32_t end)
{
    const ws_lex common = WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_VERB) |
                          WS_LEX_BIT(COMMON_ADJ) | WS_LEX_BIT(COMMON_OTHER) |
                          WS_LEX_BIT(TIME);
    const ws_lex given = WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);
    const ws_lex opens = WS_LEX_BIT(DET) | WS_LEX_BIT(SUBJECT) |
                         WS_LEX_BIT(POSSESSIVE) | WS_LEX_BIT(HONORIFIC);
    uint32_t letters = word->before >> 16;
    uint32_t uppers = word->before & 0xFFFF;
    uint32_t at = word->apostrophe;

    bool capitals = uppers > 1 && uppers == letters;
    if (at == 0 || letters < GLUED || (uppers > 1 && !capitals))
        return false;
    uint32_t behind = at + ws_look(cut, at).step;
    if (behind >= end || (ws_look(cut, behind).class & WS_CP_UPPER) == 0 ||
        (behind + 1 < end &&
         (ws_look(cut, behind + 1).class & WS_CP_LOWER) == 0))
        return false;
    ws_lex lex = find(cut, behind, end);
    /* "say Tesco'Brother Luke", "OVER HELL'A dad" */
    if (capitals || (find(cut, word->begin, at) & common) == 0)
        return letters > GLUED && (lex & opens) != 0;
    return is_function_word(lex) ||
           (letters > GLUED && uppers == 0 && (lex & given) != 0);
}

/* The next capital behind the word's first character, before end; or end. */
static uint32_t inner_capital(const ws_cutter *cut, uint32_t begin,
                              uint32_t end, uint32_t *letters)
{
    uint32_t at = begin + ws_look(cut, begin).step;

    *letters = 1;
    while (at < end) {
        ws_here here = ws_look(cut, at);
        if ((here.class & WS_CP_UPPER) != 0)
            break;
        ++*letters;
        at += here.step == 0 ? 1 : here.step;
    }
    return at;
}

/* "... of the yearResidents say", "Court ReporterAn inquest": a line and the one
 * behind it were glued together, where two known words meet and the second one
 * begins a sentence. "iPhone", "LinkedIn" and "YouTube" are one. The place of
 * the second one, or 0; letters: of the first. */
static uint32_t runs_on(const ws_cutter *cut, const ws_grown *word,
                        uint32_t end, uint32_t *letters)
{
    const ws_lex noun = WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(ROLE);
    const ws_lex opens =
        WS_LEX_BIT(DET) | WS_LEX_BIT(SUBJECT) | WS_LEX_BIT(POSSESSIVE);
    /* "openDemocracy", "easyHotel" are one word */
    const ws_lex who = WS_LEX_BIT(PLURAL) | WS_LEX_BIT(HONORIFIC) |
                       WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);
    bool capital = (ws_look(cut, word->begin).class & WS_CP_UPPER) != 0;
    uint32_t uppers = capital ? 2 : 1;

    if (word->uppers < uppers ||
        (word->uppers > uppers && !ws_seam_is_near(cut)) || word->dots ||
        word->domain || word->web || word->digits > 0)
        return 0;
    uint32_t at = inner_capital(cut, word->begin, end, letters);
    uint32_t behind = at + ws_look(cut, at).step;
    if (at >= end || *letters <= GLUED || cut->byte[at - 1] < 'a' ||
        cut->byte[at - 1] > 'z' || cut->byte[at] >= 0x80 ||
        (word->apostrophe != 0 && word->apostrophe < at) ||
        (behind < end && behind != word->apostrophe &&
         (ws_look(cut, behind).class & WS_CP_LOWER) == 0))
        return 0;
    if (word->hyphen && (end = ws_seam_hyphen(cut, at, end)) == 0)
        return 0;
    ws_lex first = find(cut, word->begin, at);
    uint32_t tail = word->apostrophe > at ? word->apostrophe : end;
    uint32_t next_letters = 0;
    if (word->uppers > uppers) /* the next line's own word */
        tail = inner_capital(cut, at, tail, &next_letters);
    if (ws_seam_at(cut, (whosaid_span){word->begin, at},
                   (whosaid_span){at, tail}))
        return at;
    ws_lex second = find(cut, at, tail);
    bool begins = (second & opens) != 0;
    if (word->uppers > uppers ||
        (capital ? (first & noun) == 0 || !begins
                 : !begins && (first == 0 || (second & who) == 0)))
        return 0;
    return at;
}

/* "12:41Owen": write the number down alone, the word is cut next. Whether there
 * was one. */
static bool ends_at_seam(ws_cutter *cut, const ws_grown *word)
{
    uint32_t end = ws_seam_number(cut, word, cut->at);

    if (end == 0)
        return false;
    cut->at = end;
    emit(cut, word->begin, end, WS_TOKEN_NUMBER)->shape |= WS_SHAPE_DIGIT;
    return true;
}

/* Write the word down: word->begin to cut->at. */
static void end_word(ws_cutter *cut, ws_grown *word)
{
    ws_here first = ws_look(cut, word->begin);
    uint32_t end = cut->at;
    uint32_t genitive = 0;
    ws_lex lex = 0;

    if (ends_at_seam(cut, word))
        return;
    if (is_number(word, &first)) {
        end += ws_is_ascii(cut, end, '%');
        ws_token *number = emit(cut, word->begin, end, WS_TOKEN_NUMBER);
        number->shape |= shape_of(word, false);
        return;
    }
    cut->apostrophes += word->apostrophe != 0;
    if (!word->web)
        lex = find_word(cut, word, end);
    uint32_t letters = 0;
    uint32_t next = lex == 0 ? runs_on(cut, word, end, &letters) : 0;
    if (next != 0) {
        end = cut->at = next;
        word->letters = letters;
        word->uppers = (first.class & WS_CP_UPPER) != 0;
        lex = find(cut, word->begin, end);
    } else if (lex == 0 && is_glued(cut, word, end)) {
        end = cut->at = word->apostrophe;
        word->letters = word->before >> 16;
        word->uppers = word->before & 0xFFFF;
        lex = find(cut, word->begin, end);
    } else if (lex == 0 && has_genitive(cut, word)) {
        genitive = end;
        end = cut->at = word->apostrophe;
        word->letters = word->before >> 16;
        word->uppers = word->before & 0xFFFF;
        lex = find(cut, word->begin, end);
    }
    if (lex == 0 && word->hyphen && (first.class & WS_CP_UPPER) != 0)
        lex = find_double(cut, word->begin, end);
    bool stop = !word->web && !word->domain && genitive == 0 &&
                takes_stop(cut, word, lex);
    bool capital = (first.class & WS_CP_UPPER) != 0 ||
                   (word->uppers > 0 && is_mutated(cut, word->begin, end));
    ws_token *token = emit(cut, word->begin, end + stop, WS_TOKEN_WORD);
    token->lex = lex;
    if (!word->web)
        token->shape |= shape_of(word, capital);
    if (stop)
        token->shape |= WS_SHAPE_DOT;
    if (stop && word->letters == 1 && word->uppers == 1)
        token->shape |= WS_SHAPE_INITIAL;
    if (genitive != 0) {
        token = emit(cut, end, genitive, WS_TOKEN_WORD);
        token->shape |= WS_SHAPE_GENITIVE;
    }
}

/* Whether nothing can join letters to what follows them, nor shorten them. */
static bool is_parting(char byte)
{
    return byte == ' ' || byte == ',' || byte == '\n' || byte == ';' ||
           byte == '?' || byte == '!' || byte == ')' || byte == '"';
}

/* Most words: ASCII letters that what follows parts from all else; looked up
 * some at a time. False for any other. */
static bool cut_plain(ws_cutter *cut)
{
    uint32_t begin = cut->at;
    uint32_t at = begin;
    uint64_t behind; /* 1 in the first byte that is none; 0 when all are */
    uint64_t small = 0;
    uint64_t large = 0; /* behind the first letter */
    uint64_t inner = ~UINT64_C(0xFF);
    uint64_t hash = 0;

    do {
        if (cut->end - at < 8)
            return false;
        uint64_t eight = ws_eight_at(cut->bytes + at);
        uint64_t others = ~letters_of(eight) & WS_EACH(0x80);
        behind = (others & (0 - others)) >> 7;
        uint64_t letters = eight & (behind - 1);
        small |= letters & WS_EACH(0x20);
        large |= letters & ~(letters << 1) & WS_EACH(0x40) & inner;
        inner = ~UINT64_C(0);
        if (letters != 0)
            hash = ws_plain_add(hash, letters);
        at += 8;
        cut->steps++;
    } while (behind == 0);
    uint32_t end = at - 8 + count_marked((behind - 1) & WS_EACH(0x80));
    if (end == begin || !is_parting(cut->bytes[end]) ||
        (large != 0 && small != 0)) /* "McRae", "the endThe" */
        return false;

    if (cut->plains == WS_PLAIN_WORDS)
        look_up(cut);
    cut->of[cut->plains] = cut->count;
    cut->plain[cut->plains++] =
        (ws_plain_word){cut->bytes + begin, hash, end - begin};
    bool capital =
        (cut->byte[begin] & 0x20) == 0 ||
        ((cut->byte[begin + 1] & 0x20) == 0 && is_mutated(cut, begin, end));
    ws_token *token = emit(cut, begin, end, WS_TOKEN_WORD);
    if (capital)
        token->shape |= WS_SHAPE_CAPITAL;
    if (small == 0 && end - begin >= 2)
        token->shape |= WS_SHAPE_ALLCAPS;
    return true;
}

static void cut_word(ws_cutter *cut)
{
    ws_grown word = {0};

    if (cut_plain(cut))
        return;
    word.begin = cut->at;
    ws_word_grow(cut, &word);
    end_word(cut, &word);
}

/* -- everything else ------------------------------------------------------ */

/* "@handle", "#tag"; otherwise the sign alone. */
static bool cut_tag(ws_cutter *cut)
{
    uint32_t end = cut->at + 1;

    bool handle = cut->bytes[cut->at] == '@';

    for (ws_here here = ws_look(cut, end);
         (here.class & (WS_ALNUM | WS_CP_COMBINE)) != 0 || here.cp == '_' ||
         (handle && here.cp == '.' && end > cut->at + 1 &&
          (ws_look(cut, end + 1).class & WS_ALNUM) != 0);
         here = ws_look(cut, end)) {
        end += here.step;
        cut->steps++;
    }
    if (end == cut->at + 1)
        return false;
    emit(cut, cut->at, end, WS_TOKEN_WORD);
    return true;
}

/* "U.S.'s", "Yahoo!'s": a genitive behind what is no letter. */
static bool cut_genitive(ws_cutter *cut, const ws_here *mark)
{
    const ws_token *before =
        cut->count > 0 ? cut->token + cut->count - 1 : NULL;
    uint32_t at = cut->at + mark->step;

    if (before == NULL || cut->space || before->end != cut->at ||
        !(before->kind == WS_TOKEN_WORD || before->kind == WS_TOKEN_NUMBER ||
          (before->kind == WS_TOKEN_PUNCT && before->cp == '!')) ||
        !(ws_is_ascii(cut, at, 's') || ws_is_ascii(cut, at, 'S')) ||
        (ws_look(cut, at + 1).class & WS_ALNUM) != 0)
        return false;
    emit(cut, cut->at, at + 1, WS_TOKEN_WORD)->shape |= WS_SHAPE_GENITIVE;
    cut->apostrophes++;
    return true;
}

/* How many of the same character stand here, up to most. */
static uint32_t repeats(ws_cutter *cut, char byte, uint32_t most)
{
    uint32_t count = 0;

    while (count < most && ws_is_ascii(cut, cut->at + count, byte))
        count++;
    cut->steps += count;
    return count;
}

/* "Lt.[-]Col. Ruiz", "Univ.[-]Prof. Ruiz": two titles, as "Lt. Col. Ruiz". */
static bool joins_titles(const ws_cutter *cut, const ws_here *here)
{
    const ws_token *before =
        cut->count > 0 ? cut->token + cut->count - 1 : NULL;

    return here->cp == '-' && before != NULL && before->end == cut->at &&
           (before->shape & WS_SHAPE_DOT) != 0 &&
           (before->shape & WS_SHAPE_CAPITAL) != 0 &&
           ((before->lex & (WS_LEX_BIT(TITLE) | WS_LEX_BIT(HONORIFIC))) != 0 ||
            ws_is_listed(WS_LIST_ACADEMIC, cut->bytes + before->begin,
                         before->end - before->begin - 1)) &&
           (ws_look(cut, cut->at + 1).class & WS_CP_UPPER) != 0;
}

static void cut_sign(ws_cutter *cut, const ws_here *here)
{
    ws_token_kind kind = WS_TOKEN_SYMBOL;
    uint32_t len = here->step;

    if (joins_titles(cut, here)) {
        cut->token[cut->count - 1].lex |= WS_LEX_BIT(TITLE);
        cut->at += here->step;
        return;
    }
    if ((here->cp == '@' || here->cp == '#') && cut_tag(cut))
        return;
    if (ws_is_apostrophe(here->cp) && cut_genitive(cut, here))
        return;
    if ((here->class & WS_CP_QUOTE) != 0) {
        kind = WS_TOKEN_MARK;
        if ((here->cp == '\'' || here->cp == '`') && len == 1)
            len = repeats(cut, (char)here->cp, 2);
    } else if ((here->class & WS_CP_PUNCT) != 0 && here->cp != '@' &&
               here->cp != '#' && here->cp != '&') {
        kind = WS_TOKEN_PUNCT;
        if (here->cp == '.' || here->cp == '-')
            len = repeats(cut, (char)here->cp, UINT32_MAX);
        if (here->cp == ',' && repeats(cut, ',', 3) == 2) {
            kind = WS_TOKEN_MARK; /* ,,so'' */
            len = 2;
        }
    }
    uint32_t begin = cut->at;
    ws_token *token = emit(cut, begin, begin + len, kind);
    if (kind != WS_TOKEN_SYMBOL && here->cp <= UINT16_MAX)
        token->cp = (uint16_t)here->cp;
    if (here->cp == '&')
        token->lex = find(cut, begin, begin + 1);
    /* "❤️": what combines with a sign is part of it */
    for (ws_here next = ws_look(cut, cut->at);
         (next.class & WS_CP_COMBINE) != 0; next = ws_look(cut, cut->at)) {
        cut->at += next.step;
        token->end = cut->at;
        cut->steps++;
    }
}

static void cut_paragraph(ws_cutter *cut)
{
    cut->space = true;
    cut->sign = cut->at;
    while (cut->at < cut->end) {
        if (cut->sign < cut->end &&
            (cut->sign < cut->at || cut->bytes[cut->sign] != '@')) {
            const char *sign =
                memchr(cut->bytes + cut->at, '@', cut->end - cut->at);
            cut->sign = sign != NULL ? (uint32_t)(sign - cut->bytes) : cut->end;
        }
        ws_here here = ws_look(cut, cut->at);
        cut->steps++;
        if ((here.class & WS_CP_SPACE) != 0) {
            cut->space = true;
            cut->at += here.step;
        } else if ((here.class & (WS_ALNUM | WS_CP_COMBINE)) != 0) {
            cut_word(cut);
        } else if (ws_is_format(&here)) {
            cut->at += here.step;
        } else {
            cut_sign(cut, &here);
        }
    }
}

/* Places where tokens may begin in the run of ASCII from *at on, which is set
 * behind it. before: as below. White space but the space counts in an eight. */
static uint32_t count_ascii(const ws_text *text, uint32_t *at, int *before)
{
    const unsigned char *byte = (const unsigned char *)text->bytes;
    uint64_t word = *before == WS_SCRIPT_ANY ? 0x80 : 0;
    uint64_t small = 0; /* 0x80: a small letter of ASCII is before */
    uint32_t count = 0;
    uint32_t i = *at;

    for (; text->len - i >= 8; i += 8) {
        uint64_t eight = ws_eight_at(text->bytes + i);
        if ((eight & WS_EACH(0x80)) != 0)
            break;
        uint64_t signs = (eight ^ WS_EACH(' ')) + WS_EACH(0x7F);
        uint64_t digits =
            (eight + WS_EACH(0x80 - '0')) & ~(eight + WS_EACH(0x7F - '9'));
        uint64_t letters = letters_of(eight);
        uint64_t alnum = (letters | digits) & WS_EACH(0x80);
        uint64_t smalls = letters & (eight & WS_EACH(0x20)) << 2;
        uint64_t runs = letters & ~smalls & (smalls << 8 | small);
        count += count_marked(
            ((signs & ~(alnum & (alnum << 8 | word))) | runs) & WS_EACH(0x80));
        word = alnum >> 56;
        small = smalls >> 56;
    }
    for (; i < text->len && byte[i] < 0x80; i++) {
        uint32_t class = ws_ascii_class[byte[i]];
        bool alnum = (class & WS_ALNUM) != 0;
        bool runs = small != 0 && byte[i] >= 'A' && byte[i] <= 'Z';
        count += (class & WS_CP_SPACE) == 0 && (!(alnum && word != 0) || runs);
        word = alnum;
        small = byte[i] >= 'a' && byte[i] <= 'z';
    }
    *at = i;
    *before = word != 0 ? WS_SCRIPT_ANY : -1;
    return count;
}

/* No fewer than the tokens of the document: a token begins at a sign, at a
 * letter or digit with none of its script before it, or where two words run
 * on: at a capital of ASCII behind a small letter of it; or, in the document's
 * head, behind a number. */
static uint32_t most_tokens(const ws_text *text)
{
    uint32_t count = 0;
    int before = -1; /* script of the letter before; -1: no letter */

    for (uint32_t at = 0; at < text->len;) {
        ws_here here = {0, 0, 0};
        int script = -1;
        if ((unsigned char)text->bytes[at] < 0x80) {
            count += count_ascii(text, &at, &before);
            continue;
        }
        here.step = ws_utf8_next(text->bytes, text->len, at, &here.cp);
        here.class = ws_cp_class(here.cp);
        if ((here.class & (WS_ALNUM | WS_CP_COMBINE)) != 0)
            script = ws_script_of(&here);
        count += (here.class & WS_CP_SPACE) == 0 &&
                 (script == -1 || script == WS_SCRIPT_HAN || script != before);
        before = script;
        at += here.step;
    }
    return count + WS_SEAM_HEAD + 1; /* "2024Police" */
}

whosaid_status ws_tokens_cut(ws_arena *arena, const ws_text *text,
                             ws_tokens *tokens)
{
    ws_cutter cut = {0};

    *tokens = (ws_tokens){0};
    uint32_t *first = WS_NEW(arena, uint32_t, text->paragraphs + 1U);
    cut.token = WS_NEW(arena, ws_token, most_tokens(text));
    if (first == NULL || cut.token == NULL)
        return WHOSAID_ERR_NOMEM;
    cut.bytes = text->bytes;
    cut.byte = (const unsigned char *)text->bytes;
    for (uint32_t i = 0; i < text->paragraphs; i++) {
        first[i] = cut.count;
        cut.paragraph = i;
        cut.at = text->paragraph[i].begin;
        cut.end = text->paragraph[i].end;
        cut_paragraph(&cut);
    }
    look_up(&cut);
    first[text->paragraphs] = cut.count;
    arena->steps += text->len + cut.steps;
    tokens->token = cut.token;
    tokens->count = cut.count;
    tokens->first = first;
    tokens->apostrophes = cut.apostrophes;
    return WHOSAID_OK;
}

uint32_t ws_tokens_at(const ws_tokens *tokens, uint32_t at)
{
    uint32_t low = 0;
    uint32_t high = tokens->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (tokens->token[middle].begin < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool ws_token_is_compound(const char *bytes, const ws_token *token)
{
    uint32_t at = token->end;

    if ((token->shape & WS_SHAPE_HYPHEN) == 0)
        return false;
    while (at > token->begin && bytes[at - 1] != '-')
        at--;
    return at > token->begin && at < token->end && bytes[at] >= 'a' &&
           bytes[at] <= 'z';
}
