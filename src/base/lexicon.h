/*
 * lexicon.h - what is known about a word, from the tables in data/.
 *
 * Every word list of a language is compiled into one table: a folded word and
 * the set of classes it belongs to. The code asks for classes and never for
 * words, so a language is data.
 */
#ifndef WS_LEXICON_H
#define WS_LEXICON_H

#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"

/* One line a class; the generator reads the names here. At most 64. */
#define WS_LEX_CLASSES(X)                                                     \
    X(DET)          /* a, the, this, another */                               \
    X(POSSESSIVE)   /* my, his, their: before a noun */                       \
    X(PREPOSITION)  /* of, in, for, with, ... */                              \
    X(OF)           /* of */                                                  \
    X(FOR)          /* for */                                                 \
    X(TO)           /* to */                                                  \
    X(AS)           /* as */                                                  \
    X(AND)          /* and, & */                                              \
    X(CONJUNCTION)  /* but, or, nor, yet */                                   \
    X(THAT)         /* that, as a conjunction or relative */                  \
    X(RELATIVE)     /* who, which, whom, whose, where */                      \
    X(SUBORDINATOR) /* when, while, after, because, if, although */           \
    X(NEGATION)     /* not, never, n't, without */                            \
    X(AUXILIARY)    /* have, had, did, was being */                           \
    X(BE)           /* is, was, are, were, be, been, being */                 \
    X(MODAL)        /* would, will, can, should */                            \
    X(PRONOUN)      /* personal pronoun that can be a subject or object */    \
    X(SUBJECT)      /* he, she, they, I, we, who */                           \
    X(OBJECT)       /* him, her, them, me, us */                              \
    X(MALE)         /* he, him; Mr; spokesman, father */                      \
    X(FEMALE)       /* she, her; Mrs; spokeswoman, mother */                  \
    X(PLURAL)       /* they, we; officials, residents */                      \
    X(FIRST)        /* first person: I, we, my */                             \
    X(SECOND)       /* second person: you, your */                            \
    X(NEUTER)       /* it, its */                                             \
    X(QUANTITY)     /* one, two, several, many, both, dozens */               \
    X(ADVERB)       /* also, later, then, recently, reportedly */             \
    X(TIME)         /* weekday and month names, today, yesterday */           \
    X(CUE)          /* a form of a verb that can report speech */             \
    X(CUE_STRONG)   /* nearly always reports: said, told, added */            \
    X(CUE_WEAK)     /* often does something else: showed, went, laughed */    \
    X(CUE_HEARER)   /* its object hears: told, asked, assured */              \
    X(CUE_ING)      /* present participle: saying */                          \
    X(CUE_BASE)     /* bare form: say */                                      \
    X(CUE_THOUGHT)  /* thought, wondered: not said aloud */                   \
    X(CUE_WRITE)    /* wrote, tweeted, posted */                              \
    X(CUE_DENY)     /* denied, refused */                                     \
    X(ACCORDING)    /* according, per: TO follows unless it stands alone */   \
    X(SPEECH_NOUN)  /* statement, comment, interview, speech, tweet */        \
    X(DOCUMENT)     /* report, letter, study, poll, bill: can speak */        \
    X(SIGN)         /* placard, banner, sign, label, T-shirt */               \
    X(WORK)         /* book, film, song, episode, album: has a title */       \
    X(CALLED)       /* called, dubbed, titled, known, nicknamed, so-called */ \
    X(GIVEN_MALE)   /* given name borne by men */                             \
    X(GIVEN_FEMALE) /* given name borne by women */                           \
    X(SURNAME)      /* one of the common surnames */                          \
    X(HONORIFIC)    /* Mr, Mrs, Dr, Sir: before a name, not an office */      \
    X(TITLE)        /* office before a name: President, Sen., Judge */        \
    X(ROLE)         /* noun of an office or job: minister, analyst */         \
    X(PERSON)       /* noun of a person: woman, witness, resident */          \
    X(GROUP)        /* noun of a group: police, government, company */        \
    X(ANONYMOUS)    /* source, insider, official: often unnamed */            \
    X(BODY)         /* marks a body's name: Inc, University, Party */         \
    X(PLACE)        /* country, state, city, region */                        \
    X(NATIONALITY)  /* American, British; also Republican, Catholic */        \
    X(PARTICLE)     /* de, van, von, al: inside a name */                     \
    X(NAME_SUFFIX)  /* Jr, Sr, III: after a name */                           \
    X(VOICE)        /* a transcript's Q and A: a label that names nobody */   \
    X(ABBREVIATION) /* written with a full stop: etc., Inc., a.m. */          \
    X(ABBREV_INNER) /* never ends a sentence: Mr., Sen., vs. */               \
    X(COMMON_NOUN)  /* frequent word, seen as a noun in lower case */         \
    X(COMMON_VERB)  /* likewise as a verb form */                             \
    X(COMMON_ADJ)   /* likewise as an adjective */                            \
    X(COMMON_OTHER) /* likewise as any other word */

enum ws_lex_class {
#define X(name) WS_LEX_##name,
    WS_LEX_CLASSES(X)
#undef X
        WS_LEX_COUNT
};

/* A set of classes: bit i for class i. */
typedef uint64_t ws_lex;

#define WS_LEX_BIT(name) ((ws_lex)1 << WS_LEX_##name)

/* Whether any of the set's classes is there. */
#define WS_IS(lex, name) (((lex)&WS_LEX_BIT(name)) != 0)

/*
 * The classes of a word, 0 when it stands in no list. Case, apostrophe form
 * and a final full stop of an abbreviation do not matter.
 *
 *   word, len   UTF-8 bytes; over 63 bytes no word is known
 *
 * Pure. O(len).
 */
ws_lex ws_lexicon_find(const char *word, size_t len);

/* A word of ASCII letters. Eights of bytes can be read from bytes on as far as
 * the word goes. */
typedef struct ws_plain_word {
    const char *bytes;
    uint64_t hash; /* as ws_plain_add has it */
    uint32_t len;  /* 1 or more */
} ws_plain_word;

/* What eight bytes of a key are mixed with; tools/mklexicon.py has it, too. */
#define WS_LEXICON_MIX UINT64_C(0x9E3779B97F4A7C15)

/* Add eight bytes, of which the first is the lowest, to the hash of a plain
 * word, 0 to begin with: letters, and zeros behind the last. */
static inline uint64_t ws_plain_add(uint64_t hash, uint64_t letters)
{
    /* of zeros and letters these have 0x40, and 0x20 makes them lower case */
    hash ^= letters | (letters & WS_EACH(0x40)) >> 1;
    hash *= WS_LEXICON_MIX;
    return hash ^ hash >> 32;
}

enum { WS_PLAIN_WORDS = 16 }; /* most words looked up at once */

/* The classes of count words, at most WS_PLAIN_WORDS: lex [count] is filled.
 * At once, so that none waits for the memory of another. O(bytes). */
void ws_lexicon_find_plain(const ws_plain_word *word, uint32_t count,
                           ws_lex *lex);

/* For the test that walks the table: the folded key and the classes of the row
 * at *at, which is 0 for the first and is moved on to the next; NULL behind the
 * last. */
const char *ws_lexicon_row(size_t *at, size_t *len, ws_lex *classes);

#endif /* WS_LEXICON_H */
