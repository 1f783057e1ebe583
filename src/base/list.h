/*
 * list.h - short lists of words, each asked for by one rule.
 *
 * A class of the lexicon goes with each token of a document; what only one rule
 * asks of few tokens stands here instead. The code names the list, its words
 * are in data/lists.tsv.
 */
#ifndef WS_LIST_H
#define WS_LIST_H

#include <stdbool.h>
#include <stddef.h>

/* One line a list; the generator reads the names here. */
#define WS_LISTS(X)                                                                \
    X(ABOUT) /* about: whom a note at the end of a release tells of follows */     \
    X(ACADEMIC) /* Univ.-Prof.: the first half of a title that a hyphen joins */   \
    X(ACCUSED)   /* accused of: behind a noun, it never speaks */                  \
    X(ADDRESSED) /* Mr Speaker: an office behind Mr, and no surname */             \
    X(ADORNED) /* great, new: adjectives of which names of bodies are made */      \
    X(AGED)    /* the youngster: one whose age the reader knows */                 \
    X(AGENT)   /* by: who did it follows */                                        \
    X(AIMED)   /* looked, smiled: at somebody, and at no place */                  \
    X(ANNEX)   /* news, service: goes on what a desk is called */                  \
    X(ANONYMITY) /* named, anonymous: what some do not, or do, want to be */       \
    X(ANOTHER)   /* another, one: stands for somebody by itself */                 \
    X(ANSWER)    /* Antwort: of whoever was asked, not of the one who asks */      \
    X(ANYONE)    /* the man, the woman: whoever was told of */                     \
    X(APART)     /* from: what something is told from follows */                   \
    X(ARRAIGNED) /* the defendant: whoever is in office is none */                 \
    X(ARTICLE)   /* articles that no class tells */                                \
    X(ASKED)     /* asked: an answer follows, another's */                         \
    X(AT)        /* the body that one works at follows */                          \
    X(AUTHOR)    /* author: of what has a title */                                 \
    X(BEASTS)    /* fox, hare: where one speaks, all do */                         \
    X(BECOMES)   /* became: what somebody is follows, not whom he met */           \
    X(BEFORE_VOWEL) /* an: the article there */                                    \
    X(BEHALF)       /* behalf: whose a statement is that another reads */          \
    X(BESIDES)      /* auch, sogar: before one more who speaks */                  \
    X(BILLED)       /* interview, words: before the by of a byline */              \
    X(BORNE)        /* Con: a rank, and where it stands first a given name */      \
    X(BRANDED)      /* called, described: a name given, which may follow as */     \
    X(CABINET)      /* secretary, behind its task: sits in a government */         \
    X(CALL)         /* I call myself */                                            \
    X(CALLED)       /* charity: a body that is no firm, by what it is */           \
    X(CAME)         /* came: behind the words, what they were */                   \
    X(CEASED)       /* former, retired: no more what follows */                    \
    X(CHANTED)      /* chanting: what many do together */                          \
    X(CHIEFS)       /* chef: ends a noun of whoever runs something */              \
    X(CHIMED)       /* broke, put: with "in" they say */                           \
    X(CITED)        /* quoted: a passive whose subject speaks */                   \
    X(COMES)        /* by, from: whose words they are follows */                   \
    X(CONSTABLE)    /* constable, inspector: a rank of the police */               \
    X(CONTRAST) /* while: a clause that sets another speaker against the first */  \
    X(CORPS)    /* department: may end the name of a police force */               \
    X(COUNTED)   /* acronyms of what there are many of: MPs */                     \
    X(CRIES)     /* cry, chant: somebody unknown called out what came */           \
    X(DEFINITE)  /* the */                                                         \
    X(DEPICTION) /* description: of something as what follows */                   \
    X(DESK) /* reporter, critic: what a byline tells of its writer ends so */      \
    X(DIED) /* an obituary begins */                                               \
    X(DIRECTS) /* direktor: office of one who runs something */                    \
    X(DUBS)    /* nannte: a word in marks behind das is what it says */            \
    X(EDITION) /* Post, Mail: behind a time of day, a paper's name */              \
    X(EITHER)  /* Hauptmann: an office that a woman bears by the same noun */      \
    X(ELDER)   /* Sr: behind the name of one who has a son of that name */         \
    X(ENDING)  /* what an apostrophe parts from its word */                        \
    X(ESCAPED) /* entfuhr: words, and whom they did follows */                     \
    X(EXCLAIMED) /* behind a comma or a dash no name, though a capital opens it */ \
    X(EXECUTIVE) /* chief, founder: who runs a firm */                             \
    X(EXISTS)    /* gibt es: there is something, and nothing is said */            \
    X(FACTIONS)  /* Grünen: a body before the hyphen of an office */              \
    X(FAMILY)    /* Kim: a surname that stands before two short given names */     \
    X(FIELDS)    /* IT: before the hyphen of an office, and no body */             \
    X(FILIAL)    /* bin, a/l: the name of a father follows, left out later */      \
    X(FIRM)      /* company, bank: a firm by what it is */                         \
    X(FONDLY)    /* my, dear: before a word by which somebody is addressed */      \
    X(FORCE)     /* police: ends the name of a police force */                     \
    X(FRIENDS)   /* of a cause or a town: a body's name begins */                  \
    X(FURNISHED) /* share, save: what stands over an article */                    \
    X(GENERAL)   /* manager, officer: of many offices */                           \
    X(GOES)      /* goes by: the name somebody is known by follows */              \
    X(GOVERNING) /* MP, leader: who may sit in one, too */                         \
    X(GRADE)     /* chief, detective: goes with a rank of the police */            \
    X(GROUPED)   /* group: a body that is no firm, of many names */                \
    X(HALF)      /* before a nationality, as in the South African */               \
    X(HEADLESS)  /* 'er, 'bout: words that lost their first letters */             \
    X(HEADS)     /* Regierungschef: what whoever leads is called */                \
    X(HEARD)     /* heard: what others said */                                     \
    X(HISSING)   /* behind these letters no plural is made by s alone */           \
    X(HOUSEHOLD) /* family */                                                      \
    X(HOW)       /* how: a clause is told */                                       \
    X(IDENTIFIED) /* identified as: the name of one who was spoken of follows */   \
    X(IN)         /* in */                                                         \
    X(INFIX)      /* in, op: between a Dutch given name and surname, */            \
    X(INFIX_LAST) /* and what may stand behind them there */                       \
    X(INFIX_VERB) /* do: between Portuguese names, a verb elsewhere */             \
    X(INNER) /* in, am: where something is, and not where it comes from */         \
    X(INTRODUCED) /* who introduced himself so: his name follows */                \
    X(INVERTED)   /* pronouns joined to their verb, as in "dit-il" */              \
    X(ISSUED)     /* published, updated: a date or an age follows */               \
    X(JEAN)       /* a man's name before a man's, a woman's before others */       \
    X(KEYED)      /* press, select: likewise, if it has a capital */               \
    X(KIN_AUNT)   /* whom "her aunt" and the like mean, one list each */           \
    X(KIN_BROTHER)                                                                 \
    X(KIN_DAUGHTER)                                                                \
    X(KIN_FATHER)                                                                  \
    X(KIN_GRANDFATHER)                                                             \
    X(KIN_GRANDMOTHER)                                                             \
    X(KIN_HUSBAND)                                                                 \
    X(KIN_MOTHER)                                                                  \
    X(KIN_NEPHEW)                                                                  \
    X(KIN_NIECE)                                                                   \
    X(KIN_SISTER)                                                                  \
    X(KIN_SON)                                                                     \
    X(KIN_UNCLE)                                                                   \
    X(KIN_WIFE)                                                                    \
    X(KNIGHT)   /* Sir, Dame: a given name follows */                              \
    X(KNOW)     /* wissen: who wants to has asked */                               \
    X(LANDMARK) /* what a street's or a bay's name ends with */                    \
    X(LATTER)   /* dieser: an article that stands for the one told of last */      \
    X(LEAD)     /* lead: who leads, where nothing but an office can stand */       \
    X(LEADING)  /* Premierminister: an office whose bearer leads */                \
    X(LEGAL)    /* plc: ends the name of a firm, in small letters, too */          \
    X(LEGIBLE) /* lesen: behind "zu", what the words of a paper can be done to */  \
    X(LIVED)    /* an obituary goes on */                                          \
    X(LIVING)   /* child, being: common nouns of what may speak */                 \
    X(LOOKS)    /* old, tall: which of two who are told of */                      \
    X(LOWERED)  /* count, private: an office with a capital alone */               \
    X(MADAM)    /* by which a woman is addressed, */                               \
    X(MANLY)    /* titles that few but men bore in the stories of old */           \
    X(ME)       /* me, myself */                                                   \
    X(MEANS)    /* means: what a word stands for follows */                        \
    X(MEMBER)   /* from, at, with: the body that one is of follows */              \
    X(MERE)     /* next, best: before an office, which may be nobody's yet */      \
    X(MINISTER) /* minister */                                                     \
    X(MISSIVE)  /* statement, letter: speaks for who wrote it */                   \
    X(MOMENT)   /* when: a clause of its own, whoever speaks in it */              \
    X(MOTTO)    /* motto, slogan: words that a thing or a body has */              \
    X(MOTTOES)  /* Motto, Titel: behind "unter", whose words nobody says */        \
    X(MUTATING) /* Ó, Ní: a small letter may stand before the name's capital */  \
    X(MY)       /* my */                                                           \
    X(NAME)     /* name */                                                         \
    X(NAMELESS)  /* no name, wherever a capital opens it */                        \
    X(NARRATED)  /* he, she, they: a sentence of narration begins */               \
    X(NEIGHBOUR) /* owner: an official whom a local paper may open with */         \
    X(NETWORK)   /* X: where people write, by one letter */                        \
    X(NOBILITY)  /* Freiherr: a title between a name and its particle */           \
    X(NOBLE)     /* titles of one lady: Baroness Lane is Lady Lane */              \
    X(NONBINARY) /* is called they */                                              \
    X(NTH)       /* third: behind an article stands for somebody */                \
    X(OCCASION)  /* Anfrage: upon which an official speaks */                      \
    X(OFFICED)   /* parlamentarischer: of an office, no body */                    \
    X(OFFICIAL)  /* who speaks in many articles without a name */                  \
    X(OLDER)     /* elder: the parent, or of two brothers one */                   \
    X(ON)        /* a street follows */                                            \
    X(ONE)       /* one: of several */                                             \
    X(ORDINAL) /* am, die: a number and a full stop behind it are an ordinal */    \
    X(ORGAN)   /* board: of the body whose name follows */                         \
    X(OTHERS)  /* others: stands for several by itself */                          \
    X(OUT)     /* out, back: goes with a verb of saying */                         \
    X(OUTLET)  /* BBC, Sky: for whom a writer works */                             \
    X(PANEL)   /* bodies that are called by what they sit on */                    \
    X(PARTING)  /* last, dying: of the words that somebody left */                 \
    X(PARTISAN) /* Democrat: behind an article and a place, one of a party */      \
    X(PARTS)    /* of somebody, as in "her head" */                                \
    X(PARTY)   /* Tory: behind an article and before a name, one of a party */     \
    X(PAST)    /* ago: so long before */                                           \
    X(PEER)    /* Sir, Lord: the style of one who is not "Mr." */                  \
    X(PICTURE) /* illustration: what is said below it is told elsewhere */         \
    X(POST)    /* manager, spokesman: always of some body */                       \
    X(POSTED)  /* auf: stands before such a letter */                              \
    X(POSTS) /* Kämmerer, trainer: one bearer each, and nobody has two of them */ \
    X(PRACTICE)  /* auditors, lawyers: many, and by a name one firm */             \
    X(PREMIER)   /* PM: letters of an office before a name */                      \
    X(PRESS)     /* papers and agencies: whom people tell things */                \
    X(PRESSED)   /* clicked: what a screen shows follows */                        \
    X(PRIME)     /* first, prime: of ministers, the one all readers know */        \
    X(PRINTS)    /* reporters and editors: they are a paper's own */               \
    X(PROFILE)   /* account, page: where somebody writes */                        \
    X(PROMISE)   /* threat, demand: to do what the one whose it is says */         \
    X(PROMPTED)  /* asked whether: opens a sentence, who answers follows */        \
    X(PUBLIC)    /* council, court: in the name of what is no firm */              \
    X(READS)     /* reads: what a letter does, and no body */                      \
    X(RECALLS)   /* recalled: the words of another follow */                       \
    X(REFLEXIVE) /* himself: shows whether a man or a woman bears a name */        \
    X(REGION)    /* what stands before a place, as in South Carolina */            \
    X(REPLIES)   /* reply: of one who was asked */                                 \
    X(RUNS)      /* manager, coach: who talks for a club */                        \
    X(SAINT)     /* St: before a name that a body can bear */                      \
    X(SCHOOL)    /* schools have superintendents, too */                           \
    X(SEATED)    /* MP: behind an article and a place, one by his seat */          \
    X(SEATS)     /* Stadtrat, Metzger: before a full name one of them */           \
    X(SENT)      /* sent, wrote: a paper that somebody wrote follows */            \
    X(SHORT)     /* stands: for what letters are short for */                      \
    X(SHOWS)     /* who is shown shouting speaks */                                \
    X(SINGLED)   /* first, worst: one of many */                                   \
    X(SIR)       /* and a man */                                                   \
    X(SOMEONE)   /* somebody: nobody whom the text tells of */                     \
    X(SONS)      /* Fitz: begins a surname that has another capital inside */      \
    X(SOVEREIGN) /* titles borne with a given name alone */                        \
    X(SPOTS)     /* Dorf, Stammtisch: where "es heißt" is said by nobody */       \
    X(STOCK)     /* images, wire: ends the name of who sells pictures */           \
    X(STREET)    /* what a street lived on ends with */                            \
    X(STYLED)    /* king, sheikh: a title borne with a given name */               \
    X(SUCH)      /* such as: before words told of */                               \
    X(TAILLESS)  /* o', wi': words that lost their last letters */                 \
    X(TAPED)     /* clip, video: of somebody who is heard or seen */               \
    X(TASKED)    /* director: of what it is for, or of a body */                   \
    X(THEN)      /* da: behind a verb of saying no conjunction */                  \
    X(TONES)     /* Stimme: whose it is follows, and speaks */                     \
    X(TOWARDS)   /* an, für: to whom, of whom a letter is, not whose */           \
    X(TRADED) /* designer, giant: of one name before which it stands, a firm */    \
    X(TRADER)  /* developer, owner: what a firm can be as well as a man */         \
    X(TRADES)  /* er, ist: what nouns of persons end in */                         \
    X(TRIED)   /* Angeklagte: whoever has an office is none */                     \
    X(UNSEEN)  /* voice: of somebody whom a story has not shown yet */             \
    X(UTTERED) /* call, slogan: what stands behind it is said */                   \
    X(VAGUE)   /* rival, candidate: what one is to others, no office */            \
    X(VENTURE) /* nouns of a body that no name ends with */                        \
    X(VOICE)   /* spokesman: for a body, or for somebody */                        \
    X(WANTS)   /* wants, stays: of himself somebody has told so */                 \
    X(WENT)    /* went, ran: with "on" they say */                                 \
    X(WHAT)    /* what somebody calls so */                                        \
    X(WHERE)   /* in, at, near: a place follows */                                 \
    X(WHICH)   /* which: a thing */                                                \
    X(WHOLE)   /* executive: a director of all of a body */                        \
    X(WHOSE)   /* whose: what is told of one by another follows */                 \
    X(WHY)     /* why, if: what somebody is asked follows */                       \
    X(WIFE)    /* Mrs: the name may be a husband's */                              \
    X(WITH)    /* with her adding: she speaks too */                               \
    X(WOMANLY) /* titles that few but women bore there */                          \
    X(WORDS)   /* what words told of are called */                                 \
    X(WRITTEN) /* in, on, via: before a letter in which somebody said so */        \
    X(YOUNGER) /* younger: the child, or of two brothers the other */

typedef enum ws_list {
#define X(name) WS_LIST_##name,
    WS_LISTS(X)
#undef X
        WS_LIST_COUNT
} ws_list;

/* Whether a word is in a list: in small letters or with a capital first, a
 * final full stop left out. O(log words of the list). */
bool ws_is_listed(ws_list list, const char *word, size_t len);

/* Whether the small letters of a word are in a list: "PhD", "VP". Longer words
 * than acronyms are not. O(log words of the list). */
bool ws_is_listed_small(ws_list list, const char *word, size_t len);

/* Word i of a list, NULL behind the last, for the test that walks it. */
const char *ws_list_word(ws_list list, size_t i, size_t *len);

#endif /* WS_LIST_H */
