/*
 * kin.c - who "her mother" is.
 *
 *   in   mentions, people, pronouns with theirs
 *   out  the person of each noun of kinship whose owner is known
 *
 * A noun of kinship and the person who owns it are a tie: "her mother" and
 * "Ana's mamma" are one, if she is Ana. Whom a tie means is
 * 1. told: "her mother, Mrs. Hale"; whose wife she is is her husband, and whose
 *    daughter she is is her father or mother;
 * 2. known by the name: Ana Hale's mother and Mr. Hale's wife are Mrs. Hale;
 * 3. seen by where it stands: of those of its sex who are named around it, the
 *    one whom most of its places have in common.
 *
 * Cost: O(mentions); the mentions looked at around each are bounded.
 */
#include "speaker/kin.h"

#include "speaker/filing.h"

enum {
    NEAR_OWNER = 4, /* mentions looked at for an owner */
    BEFORE = 24,    /* and for people named around */
    BEHIND = 12,
    AROUND = 8, /* most people of one place */
    PLACES = 3  /* fewest that somebody must have in common */
};

typedef enum kin {
    KIN_NONE,
    KIN_MOTHER,
    KIN_FATHER,
    KIN_SISTER,
    KIN_BROTHER,
    KIN_WIFE,
    KIN_HUSBAND,
    KIN_DAUGHTER,
    KIN_SON,
    KIN_AUNT,
    KIN_UNCLE,
    KIN_NIECE,
    KIN_NEPHEW,
    KIN_GRANDMOTHER,
    KIN_GRANDFATHER
} kin;

static const struct {
    ws_list list;
    kin kin;
} kins[] = {
    {WS_LIST_KIN_AUNT,        KIN_AUNT       },
    {WS_LIST_KIN_BROTHER,     KIN_BROTHER    },
    {WS_LIST_KIN_DAUGHTER,    KIN_DAUGHTER   },
    {WS_LIST_KIN_FATHER,      KIN_FATHER     },
    {WS_LIST_KIN_GRANDFATHER, KIN_GRANDFATHER},
    {WS_LIST_KIN_GRANDMOTHER, KIN_GRANDMOTHER},
    {WS_LIST_KIN_HUSBAND,     KIN_HUSBAND    },
    {WS_LIST_KIN_MOTHER,      KIN_MOTHER     },
    {WS_LIST_KIN_NEPHEW,      KIN_NEPHEW     },
    {WS_LIST_KIN_NIECE,       KIN_NIECE      },
    {WS_LIST_KIN_SISTER,      KIN_SISTER     },
    {WS_LIST_KIN_SON,         KIN_SON        },
    {WS_LIST_KIN_UNCLE,       KIN_UNCLE      },
    {WS_LIST_KIN_WIFE,        KIN_WIFE       }
};

/* The narrator of a story, who owns "my mother". */
#define OWNER_I (WHOSAID_NONE - 1)

enum { KEY_TIE = 1, KEY_NEAR, KEY_MR, KEY_MRS };

struct tie {
    uint32_t owner;
    uint32_t person; /* whom it means, or NONE */
    uint32_t places;
    uint32_t best; /* places where somebody stands, most and next */
    uint32_t second;
    kin kin;
    bool seen; /* not told */
};

struct near {
    uint32_t tie;
    uint32_t person;
    uint32_t places;
};

struct families {
    const ws_text *text;
    const ws_stage *stage;
    ws_people *people;
    ws_filing files;
    struct tie *tie; /* [ties] */
    uint32_t ties;
    struct near *near; /* [nears] */
    uint32_t nears;
    uint32_t *of; /* [mentions]: tie, or NONE */
};

static const ws_mention *mention_at(const struct families *f, uint32_t m)
{
    return &f->stage->mentions->mention[m];
}

static const ws_mention *full_of(const struct families *f, uint32_t id)
{
    return mention_at(f, f->people->person[id].mention);
}

/* The token of the noun that a mention is, or that stands before its name:
 * "Ana's daughter Jo"; NONE where there is none. */
static uint32_t noun_at(const ws_mention *m)
{
    if (m->kind == WS_MENTION_NOMINAL)
        return m->head;
    return m->kind == WS_MENTION_NAME && m->role < m->role_end &&
                   m->role_end == m->name
               ? m->role_end - 1
               : WHOSAID_NONE;
}

static kin kin_of(const struct families *f, uint32_t m)
{
    const ws_mention *mention = mention_at(f, m);
    uint32_t noun = noun_at(mention);

    if (noun == WHOSAID_NONE ||
        (mention->flags & (WS_M_QUOTED | WS_M_PLURAL | WS_M_JOINT)) != 0 ||
        !WS_IS(f->stage->tokens->token[noun].lex, PERSON))
        return KIN_NONE;
    const ws_token *head = &f->stage->tokens->token[noun];
    for (size_t i = 0; i < sizeof kins / sizeof kins[0]; i++)
        if (ws_token_listed(f->text->bytes, head, kins[i].list))
            return kins[i].kin;
    return KIN_NONE;
}

static uint16_t sex_of(kin k)
{
    switch (k) {
    case KIN_MOTHER:
    case KIN_SISTER:
    case KIN_WIFE:
    case KIN_DAUGHTER:
    case KIN_AUNT:
    case KIN_NIECE:
    case KIN_GRANDMOTHER:
        return WS_M_FEMALE;
    case KIN_FATHER:
    case KIN_BROTHER:
    case KIN_HUSBAND:
    case KIN_SON:
    case KIN_UNCLE:
    case KIN_NEPHEW:
    case KIN_GRANDFATHER:
        return WS_M_MALE;
    case KIN_NONE:
        break;
    }
    return 0;
}

/* "Mr. Hale", "Mrs. Hale", "Dr. Hale", "Captain Hale": the key of such a name,
 * or 0. */
static uint64_t elder_key(const struct families *f, const ws_mention *m)
{
    const ws_token *title = &f->stage->tokens->token[m->name - 1];

    if (m->kind != WS_MENTION_NAME || m->name == m->first ||
        m->name_end != m->name + 1)
        return 0;
    if (ws_token_listed(f->text->bytes, title, WS_LIST_WIFE))
        return ws_filing_key(&f->files, m->name, m->name_end, KEY_MRS);
    bool man = (m->flags & WS_M_FEMALE) == 0 &&
               (WS_IS(title->lex, HONORIFIC) ||
                ws_token_listed(f->text->bytes, title, WS_LIST_MANLY));
    return man ? ws_filing_key(&f->files, m->name, m->name_end, KEY_MR) : 0;
}

/* "Aunt Sylvia": whether somebody is called by the word of a tie. */
static bool is_called_so(const struct families *f, uint32_t person, kin k)
{
    const ws_mention *full = full_of(f, person);
    const ws_token *first = &f->stage->tokens->token[full->first];

    for (size_t i = 0; i < sizeof kins / sizeof kins[0]; i++)
        if (kins[i].kin == k)
            return ws_token_listed(f->text->bytes, first, kins[i].list);
    return false;
}

/* Whether somebody's name is a mother's, as "Mrs. Hale", or an aunt's. */
static bool is_named_so(const struct families *f, uint32_t id, kin k)
{
    bool parent = k == KIN_MOTHER || k == KIN_FATHER;

    return is_called_so(f, id, k) ||
           (parent && elder_key(f, full_of(f, id)) != 0);
}

/* Whom a pronoun means that owns a tie: of Mrs. Hale and Ana, "her mother" is
 * Ana's. */
static uint32_t owner_meant(const struct families *f, uint32_t pronoun, kin k)
{
    const ws_meant *meant = &f->people->meant[pronoun];
    uint32_t id = f->people->of[pronoun];

    if (id == WHOSAID_NONE || !is_named_so(f, id, k))
        return id;
    for (uint32_t i = 0; i < meant->count; i++)
        if (!is_named_so(f, meant->person[i], k))
            return meant->person[i];
    return id;
}

/* Whose mother: the person, OWNER_I, or NONE. */
static uint32_t owner_of(const struct families *f, uint32_t m, kin of)
{
    const ws_mention *noun = mention_at(f, m);

    for (uint32_t n = 1; n <= NEAR_OWNER && n <= m; n++) {
        const ws_mention *k = mention_at(f, m - n);
        bool pronoun = k->kind == WS_MENTION_PRONOUN && k->head == noun->first;
        bool name = k->kind == WS_MENTION_NAME && k->first == noun->first &&
                    (k->flags & WS_M_GENITIVE) != 0;
        if (pronoun && (k->flags & WS_M_FIRST) != 0)
            return (k->flags & WS_M_PLURAL) != 0 ? WHOSAID_NONE : OWNER_I;
        if (pronoun)
            return owner_meant(f, m - n, of);
        if (name)
            return f->people->of[m - n];
    }
    return WHOSAID_NONE;
}

static uint64_t pair_key(uint32_t a, uint32_t b, unsigned part)
{
    uint32_t pair[2] = {a, b};

    return ws_filing_hash((const char *)pair, sizeof pair, part);
}

/* The tie of an owner, made at need. */
static uint32_t tie_of(struct families *f, uint32_t owner, kin k)
{
    uint64_t key = pair_key(owner, (uint32_t)k, KEY_TIE);
    uint32_t e = ws_filing_find(&f->files, key, 0);

    if (e != 0)
        return f->files.entry[e].id;
    f->tie[f->ties] =
        (struct tie){.owner = owner, .kin = k, .person = WHOSAID_NONE};
    ws_filing_put(&f->files, key, f->ties);
    return f->ties++;
}

static bool has_name(const struct families *f, uint32_t id)
{
    return id != WHOSAID_NONE && full_of(f, id)->kind == WS_MENTION_NAME;
}

/* What the owner of a tie is to whom it means: her husband, the father of his
 * daughter. KIN_NONE where that is not known, or may be said of another. */
static kin back_of(const struct families *f, const struct tie *tie)
{
    if (tie->kin == KIN_WIFE || tie->kin == KIN_HUSBAND)
        return tie->kin == KIN_WIFE ? KIN_HUSBAND : KIN_WIFE;
    if ((tie->kin != KIN_DAUGHTER && tie->kin != KIN_SON) ||
        tie->owner == OWNER_I)
        return KIN_NONE;
    const ws_person *owner = &f->people->person[tie->owner];
    uint16_t sex = ws_rival_gender(owner);
    bool he = sex == WS_M_MALE || (sex == 0 && owner->he > owner->she);
    bool she = sex == WS_M_FEMALE || (sex == 0 && owner->she > owner->he);
    return he ? KIN_FATHER : she ? KIN_MOTHER : KIN_NONE;
}

/* "Her mother, Mrs. Hale": what the document tells of a tie. */
static void tell(struct families *f, uint32_t m)
{
    struct tie *tie = &f->tie[f->of[m]];
    uint32_t id = f->people->of[m];
    bool told = mention_at(f, m)->same != WHOSAID_NONE ||
                mention_at(f, m)->kind == WS_MENTION_NAME;

    if (!told || !has_name(f, id) || id == tie->owner)
        return;
    tie->person = id;
    kin back = back_of(f, tie);
    if (back != KIN_NONE && tie->owner != OWNER_I && has_name(f, tie->owner)) {
        uint32_t owner = tie->owner;
        struct tie *other = &f->tie[tie_of(f, id, back)];
        if (other->person == WHOSAID_NONE)
            other->person = owner;
    }
}

/* File who is called "Mr. Hale" and "Mrs. Hale"; of two alike nobody. */
static void file_elders(struct families *f)
{
    for (uint32_t m = 0; m < f->stage->mentions->count; m++) {
        uint32_t id = f->people->of[m];
        uint64_t key = id == WHOSAID_NONE ? 0 : elder_key(f, mention_at(f, m));
        uint32_t e = key == 0 ? 0 : ws_filing_find(&f->files, key, 0);
        uint32_t known = e == 0 ? id : f->files.entry[e].id;
        if (key == 0 || (e != 0 && (known == id || known == WHOSAID_NONE)))
            continue;
        ws_filing_put(&f->files, key, known == id ? id : WHOSAID_NONE);
    }
}

/* The one called "Mrs. Hale", or "Mr. Hale", by the surname of person id. */
static uint32_t elder(const struct families *f, uint32_t id, unsigned part)
{
    const ws_mention *full = full_of(f, id);
    uint32_t last = full->name_end - 1;
    uint32_t e = ws_filing_find(
        &f->files, ws_filing_key(&f->files, last, last + 1, part), 0);

    return e == 0 ? WHOSAID_NONE : f->files.entry[e].id;
}

/* "Her mother", said of Ana Hale: Mrs. Hale; "his wife", of Mr. Hale: likewise.
 */
static void tell_by_name(struct families *f, struct tie *tie)
{
    bool parent = tie->kin == KIN_MOTHER || tie->kin == KIN_FATHER;
    bool spouse = tie->kin == KIN_WIFE || tie->kin == KIN_HUSBAND;

    if ((!parent && !spouse) || tie->person != WHOSAID_NONE ||
        tie->owner == OWNER_I || !has_name(f, tie->owner))
        return;
    uint32_t mr = elder(f, tie->owner, KEY_MR);
    uint32_t mrs = elder(f, tie->owner, KEY_MRS);
    uint32_t id = sex_of(tie->kin) == WS_M_MALE ? mr : mrs;
    bool is_elder = tie->owner == mr || tie->owner == mrs;
    if (id != tie->owner && is_elder == spouse)
        tie->person = id;
}

/* How much one place tells where somebody is named around a tie: who is called
 * so needs no other; Mr. and Mrs. Hale are parents and married. */
static uint32_t weight_of(const struct families *f, uint32_t person, kin k)
{
    bool elders =
        k == KIN_MOTHER || k == KIN_FATHER || k == KIN_WIFE || k == KIN_HUSBAND;

    if (is_called_so(f, person, k))
        return PLACES;
    return elders && elder_key(f, full_of(f, person)) != 0 ? 2 : 1;
}

/* Note that somebody is named around a tie, once a place. */
static void note(struct families *f, uint32_t tie, uint32_t person)
{
    uint64_t key = pair_key(tie, person, KEY_NEAR);
    uint32_t e = ws_filing_find(&f->files, key, 0);
    uint32_t places = weight_of(f, person, f->tie[tie].kin);

    if (e != 0) {
        f->near[f->files.entry[e].id].places += places;
        return;
    }
    f->near[f->nears] = (struct near){tie, person, places};
    ws_filing_put(&f->files, key, f->nears++);
}

/* Somebody of the tie's sex with a name, not its owner. */
static bool may_be(const struct families *f, const struct tie *tie, uint32_t m)
{
    uint32_t id = f->people->of[m];

    if (id == tie->owner || !has_name(f, id) ||
        (mention_at(f, m)->flags & WS_M_QUOTED) != 0)
        return false;
    const ws_person *person = &f->people->person[id];
    return person->type == WHOSAID_SOURCE_PERSON &&
           ws_rival_gender(person) == sex_of(tie->kin);
}

/* Who is named around mention m. */
static void look_around(struct families *f, uint32_t m)
{
    const struct tie *tie = &f->tie[f->of[m]];
    uint32_t mentions = f->stage->mentions->count;
    uint32_t seen[AROUND];
    uint32_t count = 0;
    uint32_t first = m < BEFORE ? 0 : m - BEFORE;
    uint32_t last = m + BEHIND < mentions ? m + BEHIND : mentions;

    for (uint32_t k = first; k < last && count < AROUND; k++) {
        uint32_t i = 0;
        if (k == m || !may_be(f, tie, k))
            continue;
        while (i < count && seen[i] != f->people->of[k])
            i++;
        if (i == count)
            seen[count++] = f->people->of[k];
    }
    f->tie[f->of[m]].places++;
    for (uint32_t i = 0; i < count; i++)
        note(f, f->of[m], seen[i]);
}

/* Whom most of a tie's places have in common. */
static void settle(struct families *f)
{
    uint32_t least = f->stage->tokens->count < WS_ARTICLE ? PLACES - 1 : PLACES;

    for (uint32_t i = 0; i < f->nears; i++) {
        const struct near *near = &f->near[i];
        struct tie *tie = &f->tie[near->tie];
        if (tie->person != WHOSAID_NONE && !tie->seen)
            continue;
        if (near->places > tie->best) {
            tie->second = tie->best;
            tie->best = near->places;
            tie->person = near->person;
            tie->seen = true;
        } else if (near->places > tie->second) {
            tie->second = near->places;
        }
    }
    for (uint32_t t = 0; t < f->ties; t++) {
        struct tie *tie = &f->tie[t];
        if (tie->seen && (tie->best < least || 2 * tie->best < tie->places ||
                          tie->best < 2 * tie->second))
            tie->person = WHOSAID_NONE;
    }
}

static whosaid_status init(ws_arena *arena, const ws_tokens *tokens,
                           struct families *f)
{
    uint32_t mentions = f->stage->mentions->count;
    size_t nouns = 0;
    size_t elders = 0;

    f->of = WS_NEW(arena, uint32_t, mentions);
    if (f->of == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t m = 0; m < mentions; m++) {
        f->of[m] = WHOSAID_NONE;
        nouns += kin_of(f, m) != KIN_NONE;
        elders += (mention_at(f, m)->flags & WS_M_HONORIFIC) != 0;
    }
    WS_TRY(ws_filing_init(arena, f->text, tokens,
                          nouns * (AROUND + 2) + elders + 1, &f->files));
    f->tie = WS_NEW(arena, struct tie, 2 * nouns + 1);
    f->near = WS_NEW(arena, struct near, nouns * AROUND + 1);
    return f->tie == NULL || f->near == NULL ? WHOSAID_ERR_NOMEM : WHOSAID_OK;
}

whosaid_status ws_kin_join(ws_arena *arena, const ws_text *text,
                           const ws_stage *stage, ws_people *people,
                           bool *changed)
{
    struct families f = {.text = text, .stage = stage, .people = people};

    *changed = false;
    WS_TRY(init(arena, stage->tokens, &f));
    for (uint32_t m = 0; m < stage->mentions->count; m++) {
        kin k = kin_of(&f, m);
        uint32_t owner = k == KIN_NONE ? WHOSAID_NONE : owner_of(&f, m, k);
        if (owner == WHOSAID_NONE)
            continue;
        f.of[m] = tie_of(&f, owner, k);
        tell(&f, m);
    }
    file_elders(&f);
    for (uint32_t t = 0; t < f.ties; t++)
        tell_by_name(&f, &f.tie[t]);
    for (uint32_t m = 0; m < stage->mentions->count; m++)
        if (f.of[m] != WHOSAID_NONE && f.tie[f.of[m]].person == WHOSAID_NONE)
            look_around(&f, m);
    settle(&f);
    for (uint32_t m = 0; m < stage->mentions->count; m++) {
        uint32_t id =
            f.of[m] == WHOSAID_NONE ? WHOSAID_NONE : f.tie[f.of[m]].person;
        if (id == WHOSAID_NONE || has_name(&f, people->of[m]))
            continue;
        people->of[m] = id;
        people->sure[m] = WS_SURE_NOMINAL;
        *changed = true;
    }
    arena->steps += (uint64_t)stage->mentions->count * 3;
    return WHOSAID_OK;
}
