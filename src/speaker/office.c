/*
 * office.c - what else one of an office is called.
 *
 *   in   a word of an office, in small letters
 *   out  nouns
 *
 * Not here: who bears an office (nominal.c).
 */
#include "speaker/office.h"

#include <string.h>

struct office {
    const char *office;
    const char *noun[WS_OFFICE_NOUNS];
};

/* By office. */
static const struct office called[] = {
    {"ambassador",    {"diplomat"}                                },
    {"attorney",      {"lawyer"}                                  },
    {"author",        {"writer"}                                  },
    {"baron",         {"peer", "lordship"}                        },
    {"baroness",      {"peer", "ladyship"}                        },
    {"barrister",     {"lawyer"}                                  },
    {"boss",          {"manager", "coach"}                        },
    {"canon",         {"priest", "clergyman"}                     },
    {"captain",       {"skipper"}                                 },
    {"ceo",           {"boss", "executive"}                       },
    {"chairman",      {"chair"}                                   },
    {"chairwoman",    {"chair"}                                   },
    {"cllr",          {"councillor"}                              },
    {"coach",         {"manager", "boss"}                         },
    {"congressman",   {"lawmaker", "representative"}              },
    {"congresswoman", {"lawmaker", "representative"}              },
    {"constable",     {"officer", "policeman"}                    },
    {"councillor",    {"politician"}                              },
    {"councilman",    {"councillor", "councilor"}                 },
    {"countess",      {"ladyship"}                                },
    {"dci",           {"detective", "officer"}                    },
    {"dcs",           {"detective", "officer"}                    },
    {"det",           {"detective", "officer"}                    },
    {"detective",     {"officer"}                                 },
    {"di",            {"detective", "officer"}                    },
    {"doktor",        {"arzt", "mediziner"}                       },
    {"dr",            {"doctor", "academic", "scientist", "arzt"} },
    {"ds",            {"detective", "officer"}                    },
    {"earl",          {"peer", "lordship"}                        },
    {"envoy",         {"diplomat"}                                },
    {"father",        {"priest"}                                  },
    {"founder",       {"entrepreneur"}                            },
    {"fr",            {"priest"}                                  },
    {"goalkeeper",    {"keeper"}                                  },
    {"gp",            {"doctor", "medic"}                         },
    {"headmaster",    {"head", "headteacher"}                     },
    {"headteacher",   {"head"}                                    },
    {"influencer",    {"creator"}                                 },
    {"insp",          {"officer"}                                 },
    {"inspector",     {"officer"}                                 },
    {"judge",         {"lordship", "ladyship"}                    },
    {"justice",       {"judge"}                                   },
    {"kc",            {"barrister", "lawyer"}                     },
    {"king",          {"monarch"}                                 },
    {"lady",          {"peer", "ladyship"}                        },
    {"lord",          {"peer", "lordship"}                        },
    {"manager",       {"boss", "coach"}                           },
    {"marquess",      {"peer", "lordship"}                        },
    {"marquis",       {"lordship"}                                },
    {"mp",            {"member", "politician", "backbencher"}     },
    {"novelist",      {"author", "writer"}                        },
    {"pc",            {"officer", "constable"}                    },
    {"pope",          {"pontiff"}                                 },
    {"prof",          {"academic", "scientist"}                   },
    {"professor",     {"academic", "scientist"}                   },
    {"qc",            {"barrister", "lawyer"}                     },
    {"queen",         {"monarch"}                                 },
    {"rapper",        {"musician"}                                },
    {"recorder",      {"judge"}                                   },
    {"rep",           {"lawmaker", "representative"}              },
    {"rev",           {"vicar", "priest", "clergyman", "minister"}},
    {"revd",          {"vicar", "priest", "clergyman", "minister"}},
    {"reverend",      {"vicar", "priest", "clergyman", "minister"}},
    {"sen",           {"lawmaker"}                                },
    {"senator",       {"lawmaker"}                                },
    {"sergeant",      {"officer"}                                 },
    {"sgt",           {"officer", "sergeant"}                     },
    {"singer",        {"musician"}                                },
    {"sir",           {"baronet", "knight"}                       },
    {"skipper",       {"captain"}                                 },
    {"solicitor",     {"lawyer"}                                  },
    {"striker",       {"forward"}                                 },
    {"supt",          {"officer"}                                 },
    {"surgeon",       {"doctor", "medic"}                         },
    {"verteidiger",   {"anwalt"}                                  },
    {"vicar",         {"priest", "clergyman"}                     },
    {"viscount",      {"peer", "lordship"}                        },
    {"wpc",           {"officer", "constable"}                    },
    {"writer",        {"author"}                                  },
};

const char *const *ws_office_nouns(const char *word, size_t len)
{
    static const char *const none[WS_OFFICE_NOUNS] = {NULL};
    size_t low = 0;
    size_t high = sizeof called / sizeof called[0];

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct office *at = &called[middle];
        size_t all = strlen(at->office);
        int order = memcmp(at->office, word, all < len ? all : len);

        if (order == 0 && all == len)
            return at->noun;
        if (order < 0 || (order == 0 && all < len))
            low = middle + 1;
        else
            high = middle;
    }
    return none;
}
