/*
 * statement.c - the words around a name that can state an office.
 *
 *   in   a sentence's tokens with their classes
 *   out  where such words begin and end, and whether they state an office
 *
 * From a token on, the words of a statement are a noun phrase with its "of
 * ...", its "and ..." and the list that a comma goes on with; before a name,
 * a noun phrase is read from its end. Neither crosses a verb.
 *
 * Cost: every look ends after a bounded number of words.
 *
 * Not here: which of the statements about somebody is the best (role.c).
 */
#include "speaker/statement.h"

#include "speaker/linked.h"
#include "speaker/portfolio.h"

enum {
    STATED_TOKENS = 36,   /* longest statement */
    PARTY_TOKENS = 4,     /* "Lib Dem", and a comma */
    YEAR_BYTES = 4,       /* of "2012" */
    BEFORE_TOKENS = 24,   /* longest one before a name */
    BRACKET_TOKENS = 6,   /* longest "(FEMA)", "(R-Wis.)" */
    LIST_TOKENS = 8,      /* longest part of "x, y and z" */
    OFFICE_OF_TOKENS = 8, /* words of "... of public works" */
    WORK_TOKENS = 14,     /* of the title of a work */
    TAG_BYTES = 4         /* shortest "R-Me" */
};

/* What is no participle before a noun. */
#define FUNCTION_CLASSES                                               \
    (WS_LEX_BIT(CUE_STRONG) | WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(BE) | \
     WS_LEX_BIT(MODAL) | WS_LEX_BIT(PRONOUN))

ws_frame ws_frame_of(const ws_scene *scene, uint32_t token)
{
    const ws_sentences *sentences = scene->sentences;
    const ws_sentence *own = &sentences->sentence[sentences->of[token]];

    return (ws_frame){scene, scene->tokens->token,
                      scene->mentions->phrases.word, own->first, own->last};
}

bool ws_is_office(ws_lex lex)
{
    return (lex & (WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE) | WS_LEX_BIT(PERSON) |
                   WS_LEX_BIT(ANONYMOUS))) != 0;
}

bool ws_is_link(ws_lex lex)
{
    return (lex & (WS_LEX_BIT(PREPOSITION) | WS_LEX_BIT(OF) | WS_LEX_BIT(FOR) |
                   WS_LEX_BIT(TO))) != 0;
}

bool ws_holds_sense(const ws_frame *f, uint32_t i)
{
    uint8_t word = f->word[i];

    /* "Senate Minority Leader", "Secretary of State": small words in capitals */
    if (word == WS_WORD_DETERMINER && i > f->begin &&
        (f->word[i - 1] == WS_WORD_NAME || ws_is_capital(&f->token[i - 1])) &&
        (ws_is_capital(&f->token[i]) ||
         (WS_IS(f->token[i].lex, QUANTITY) && i + 1 < f->limit &&
          f->word[i + 1] == WS_WORD_NOUN)))
        return true;
    /* "acting chairman", "fired manager" */
    if (word == WS_WORD_OUT && i + 1 < f->limit &&
        WS_IS(f->token[i].lex, COMMON_VERB) &&
        (f->token[i].lex & FUNCTION_CLASSES) == 0 &&
        (f->word[i + 1] == WS_WORD_NOUN || f->word[i + 1] == WS_WORD_THING ||
         f->word[i + 1] == WS_WORD_MODIFIER || f->word[i + 1] == WS_WORD_NAME))
        return true;
    /* "die Ministerin genieße": where nouns have capitals, no noun */
    if (word == WS_WORD_THING && f->scene->tokens->nouns &&
        !ws_is_capital(&f->token[i]) &&
        (i + 1 >= f->limit || !ws_is_capital(&f->token[i + 1])))
        return false;
    return word == WS_WORD_NAME || word == WS_WORD_NOUN ||
           word == WS_WORD_THING || word == WS_WORD_MODIFIER;
}

bool ws_is_genitive(const ws_frame *f, uint32_t i)
{
    const ws_token *token = &f->token[i];

    if (f->word[i] == WS_WORD_GENITIVE)
        return true;
    return token->kind == WS_TOKEN_MARK && i > f->begin && i + 1 < f->limit &&
           (token->cp == '\'' || token->cp == 0x2019) &&
           (token->shape & WS_SHAPE_SPACE) == 0 &&
           (token[1].shape & WS_SHAPE_SPACE) != 0 &&
           f->word[i - 1] == WS_WORD_NAME &&
           f->scene->text->bytes[token->begin - 1] == 's';
}

bool ws_can_begin(const ws_frame *f, uint32_t i)
{
    return i < f->limit &&
           (ws_holds_sense(f, i) || f->word[i] == WS_WORD_DETERMINER);
}

uint32_t ws_bracket_end(const ws_frame *f, uint32_t i)
{
    if (i >= f->limit || f->token[i].cp != '(')
        return i;
    for (uint32_t k = i + 1; k < f->limit && k <= i + BRACKET_TOKENS; k++)
        if (f->token[k].cp == ')')
            return k + 1;
    return i;
}

/* "Norvik–Brill": a dash without space. */
static bool joins_words(const ws_frame *f, uint32_t i)
{
    return ws_is_dash(&f->token[i]) &&
           (f->token[i].shape & WS_SHAPE_SPACE) == 0 && i + 1 < f->limit &&
           (f->token[i + 1].shape & WS_SHAPE_SPACE) == 0 &&
           ws_is_capital(&f->token[i + 1]);
}

/* A verb where a noun phrase could end: "the aide claims". */
static bool breaks_off(const ws_frame *f, uint32_t i, bool noun)
{
    const ws_token *token = &f->token[i];

    if (ws_is_capital(token) || ws_is_office(token->lex) ||
        WS_IS(token->lex, GROUP))
        return false;
    /* "the union's fired manager": no verb stands there */
    if (i > f->begin && ws_is_genitive(f, i - 1))
        return false;
    /* "chair of the judging panel" */
    if (i > f->begin && WS_IS(token->lex, CUE_ING) &&
        f->word[i - 1] == WS_WORD_DETERMINER && ws_can_begin(f, i + 1))
        return false;
    if (WS_IS(token->lex, CUE) && !WS_IS(token->lex, COMMON_NOUN))
        return true;
    /* "the novelist talks to", "the minister claims the" */
    if (noun && WS_IS(token->lex, CUE) && i > f->begin && i + 1 < f->limit &&
        (token->lex & (WS_LEX_BIT(CUE_BASE) | WS_LEX_BIT(CUE_ING))) == 0 &&
        WS_IS(token[-1].lex, ROLE) && !ws_is_capital(&token[-1]) &&
        !ws_holds_sense(f, i + 1))
        return true;
    return noun && WS_IS(token->lex, COMMON_VERB) &&
           !WS_IS(token->lex, COMMON_NOUN) && !WS_IS(token->lex, COMMON_ADJ);
}

/* ", and treasurer"; not ", and Ana Ruiz": behind the and at k. */
static bool ends_in_office(const ws_frame *f, uint32_t k)
{
    bool office = false;

    for (uint32_t i = k + 1; i < k + LIST_TOKENS && ws_can_begin(f, i); i++)
        office = ws_is_office(f->token[i].lex);
    return office;
}

/* Whether the words at a and b are both names or neither. */
static bool are_alike(const ws_frame *f, uint32_t a, uint32_t b)
{
    return ws_can_begin(f, b) &&
           ws_is_capital(&f->token[a]) == ws_is_capital(&f->token[b]);
}

/* ", innovation and ...": the list that a comma at i goes on with. */
static bool goes_on(const ws_frame *f, uint32_t i)
{
    const ws_token *token = f->token;
    uint32_t k = i + 1;

    if (k < f->limit && WS_IS(token[k].lex, AND))
        return ends_in_office(f, k);
    for (; k < f->limit && k <= i + LIST_TOKENS; k++) {
        if (WS_IS(token[k].lex, AND))
            return k > i + 1 && are_alike(f, i + 1, k + 1) &&
                   f->word[k + 1] != WS_WORD_DETERMINER;
        if (ws_is_comma(&token[k])) {
            if (k > i + 1 && k + 1 < f->limit && WS_IS(token[k + 1].lex, AND))
                return are_alike(f, i + 1, k + 2);
            continue;
        }
        if ((!ws_can_begin(f, k) && !ws_is_link(token[k].lex)) ||
            breaks_off(f, k, true))
            return false;
    }
    return false;
}

/* "and", "&", "/" between two nouns at i. */
static bool joins_nouns(const ws_frame *f, uint32_t i)
{
    const ws_token *token = &f->token[i];

    return (WS_IS(token->lex, AND) || token->kind == WS_TOKEN_SYMBOL ||
            token->cp == '/' || joins_words(f, i)) &&
           ws_can_begin(f, i + 1) && !breaks_off(f, i + 1, true);
}

/* "to win so-called primaries", but not "to Lane", "to many". */
static bool is_infinitive(const ws_frame *f, uint32_t i)
{
    return WS_IS(f->token[i].lex, TO) && i + 1 < f->limit &&
           f->word[i + 1] == WS_WORD_OUT &&
           WS_IS(f->token[i + 1].lex, COMMON_VERB);
}

/* "University [of] Kent professor": at k the small word inside the name of a
 * body. */
static bool links_body(const ws_frame *f, uint32_t k, uint32_t limit)
{
    const ws_lex body = WS_LEX_BIT(BODY) | WS_LEX_BIT(GROUP);
    const ws_lex office = WS_LEX_BIT(TITLE) | WS_LEX_BIT(ROLE);

    return k > f->begin && (f->token[k - 1].lex & body) != 0 &&
           (f->token[k - 1].lex & office) == 0 &&
           ws_links_name(&f->scene->mentions->phrases, f->begin, k, limit);
}

/* "author [of “Salt Roads”]": behind the work between marks that the "of" at i
 * leads to, and whose author stands before it; i where none does. */
static uint32_t work_end(const ws_frame *f, uint32_t i, uint32_t limit)
{
    const ws_token *token = f->token;

    if (!WS_IS(token[i].lex, OF) || !ws_is_office(token[i - 1].lex) ||
        i + 3 >= limit || token[i + 1].kind != WS_TOKEN_MARK ||
        token[i + 2].kind != WS_TOKEN_WORD || !ws_is_capital(&token[i + 2]))
        return i;
    for (uint32_t k = i + 3; k < limit && k <= i + WORK_TOKENS; k++)
        if (token[k].kind == WS_TOKEN_MARK && !ws_is_genitive(f, k) &&
            token[k].cp != 0x2019)
            return k + 1;
    return i;
}

uint32_t ws_statement_plain(const ws_frame *f, uint32_t first, uint32_t last)
{
    if (first == last || f->token[last - 1].kind != WS_TOKEN_MARK)
        return last;
    for (uint32_t i = first + 1; i + 1 < last; i++)
        if (work_end(f, i, last) == last)
            return i;
    return last;
}

uint32_t ws_statement_end(const ws_frame *f, uint32_t a, uint32_t *head)
{
    const ws_token *token = f->token;
    uint32_t i = a;
    uint32_t last = a; /* behind the last word of sense */
    bool open = true;  /* an article can stand here */
    uint32_t most = f->limit < a + STATED_TOKENS ? f->limit : a + STATED_TOKENS;

    *head = 0;
    while (i < most) {
        bool more = last > a;
        uint32_t behind = more ? ws_bracket_end(f, i) : i;
        if (behind > i) {
            i = behind;
            open = false;
        } else if (ws_holds_sense(f, i) && !breaks_off(f, i, !open)) {
            open = false;
            last = ++i;
        } else if (open && f->word[i] == WS_WORD_DETERMINER) {
            i++;
        } else if (last == i && more && ws_is_genitive(f, i)) {
            last = ++i;
            open = false;
            if (*head != 0 && !ws_is_office(token[*head - 1].lex))
                *head = 0; /* "Friends of the Sea's director": it comes yet */
        } else if (more && work_end(f, i, f->limit) > i) {
            *head = *head == 0 ? last : *head;
            last = work_end(f, i, f->limit);
            break; /* what follows tells of the work */
        } else if (more && joins_nouns(f, i)) {
            open = true;
            i++;
        } else if (more &&
                   ((ws_is_link(token[i].lex) && !WS_IS(token[i].lex, AS) &&
                     ws_can_begin(f, i + 1) && !is_infinitive(f, i) &&
                     !ws_scene_listed(f->scene, i + 1, WS_LIST_OCCASION)) ||
                    (ws_is_comma(&token[i]) && goes_on(f, i)))) {
            /* "Obama's Office of Management director": it comes yet */
            *head = *head == 0 && !links_body(f, i, most) ? last : *head;
            open = true;
            i += WS_IS(token[i + 1].lex, AND) ? 2 : 1;
        } else {
            break;
        }
    }
    /* "landlady for 31 [years]" */
    if (last > a + 2 && token[last - 1].kind == WS_TOKEN_NUMBER &&
        token[last - 1].end - token[last - 1].begin < YEAR_BYTES &&
        ws_is_link(token[last - 2].lex))
        last -= 2;
    if (*head == 0 || *head > last)
        *head = last;
    return last;
}

/* "VP Finance", "Director Legal Affairs": an office in capitals, then nothing
 * but its task. */
static bool opens_with_office(const ws_frame *f, uint32_t a, uint32_t last)
{
    const ws_lex no = WS_LEX_BIT(SURNAME) | WS_LEX_BIT(PLACE) |
                      WS_LEX_BIT(NATIONALITY) | WS_LEX_BIT(GROUP) |
                      WS_LEX_BIT(GIVEN_MALE) | WS_LEX_BIT(GIVEN_FEMALE);
    uint32_t office = a;

    while (office < last && ws_is_capital(&f->token[office]) &&
           WS_IS(f->token[office].lex, TITLE) &&
           !WS_IS(f->token[office].lex, HONORIFIC))
        office++;
    for (uint32_t i = office; i < last; i++) {
        if (!ws_is_capital(&f->token[i]) ||
            (f->token[i].lex &
             (WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(COMMON_ADJ))) == 0 ||
            (f->token[i].lex & no) != 0)
            return false;
    }
    return office > a && office < last;
}

ws_stated ws_is_stated(const ws_frame *f, uint32_t a, uint32_t head,
                       bool plural)
{
    const ws_token *token = f->token;
    uint32_t last = head;

    while (last > a &&
           (ws_is_genitive(f, last - 1) || !ws_holds_sense(f, last - 1)))
        last--;
    if (last == a || (WS_IS(token[last - 1].lex, PLURAL) && !plural))
        return WS_STATED_NOT;
    /* "the commissioner responsible for ..." */
    while (last > a + 1 && f->word[last - 1] == WS_WORD_MODIFIER &&
           !ws_is_capital(&token[last - 1]) &&
           !ws_is_office(token[last - 1].lex))
        last--;
    const ws_token *end = &token[last - 1];
    /* "technical lead", but not "the Ruiz lead" */
    if (last > a + 1 && !ws_is_capital(end) && !ws_is_capital(end - 1) &&
        end[-1].kind == WS_TOKEN_WORD &&
        ws_scene_listed(f->scene, last - 1, WS_LIST_LEAD))
        return WS_STATED_OFFICE;
    /* "Hugo's father", but not "Father" */
    if (ws_is_office(end->lex) &&
        !(WS_IS(end->lex, HONORIFIC) && ws_is_capital(end)))
        return WS_STATED_OFFICE;
    if (opens_with_office(f, a, last))
        return WS_STATED_OFFICE;
    if ((f->word[last - 1] == WS_WORD_NAME ||
         f->word[last - 1] == WS_WORD_MODIFIER) &&
        !WS_IS(end->lex, NATIONALITY))
        return WS_STATED_NOT; /* "President Obama", a place, a body */
    return WS_STATED_LOOSE;
}

/* "secretary of", "Envoy for", "Senator from": at k stands the small word. */
static bool links_office(const ws_frame *f, uint32_t k)
{
    const ws_token *office = &f->token[k - 1];
    ws_lex lex = f->token[k].lex;

    /* "Secretary of State [for] Health" */
    if (k > f->begin + 2 && WS_IS(lex, FOR) && !ws_is_office(office->lex) &&
        ws_is_capital(office) && WS_IS(office[-1].lex, OF) &&
        ws_is_capital(&office[-2]))
        office -= 2;
    return ws_is_office(office->lex) && /* "pages of messages" */
           (!WS_IS(office->lex, PLURAL) || ws_is_capital(office)) &&
           (WS_IS(lex, OF) || WS_IS(lex, FOR) ||
            (WS_IS(lex, PREPOSITION) && ws_is_capital(office)));
}

/* "Secretary of [the] Treasury Ana Ruiz": at k an article, the office before it
 * and what it is for in capitals. */
static bool leads_task(const ws_frame *f, uint32_t k)
{
    const ws_token *token = f->token;

    return k > f->begin + 1 && k + 1 < f->limit && ws_is_small(&token[k]) &&
           WS_IS(token[k].lex, DET) && ws_is_capital(&token[k + 1]) &&
           ws_is_capital(&token[k - 2]) && WS_IS(token[k - 2].lex, TITLE) &&
           (WS_IS(token[k - 1].lex, OF) || WS_IS(token[k - 1].lex, FOR));
}

/* The token that opens the bracket or the marks that token k closes; k when
 * none does. */
static uint32_t opening(const ws_frame *f, uint32_t k, uint32_t least)
{
    const ws_token *token = f->token;
    bool mark = token[k].kind == WS_TOKEN_MARK;

    for (uint32_t i = k; i-- > least && k - i <= BRACKET_TOKENS;)
        if (mark ? token[i].kind == WS_TOKEN_MARK : token[i].cp == '(')
            return i;
    return k;
}

/* "Transport [for] the North's chief", "Customs [and] Border Protection
 * spokesman": at k the small word inside a body's name in capitals, which an
 * office in small letters or a genitive follows before token end. */
static bool joins_capitals(const ws_frame *f, uint32_t k, uint32_t end)
{
    const ws_lex noun = WS_LEX_BIT(COMMON_NOUN) | WS_LEX_BIT(GROUP);
    const ws_token *token = f->token;
    bool both = WS_IS(token[k].lex, AND);
    uint32_t i = k + 1;

    if (!ws_is_capital(&token[k - 1]) || ws_is_office(token[k - 1].lex) ||
        (token[k - 1].lex & noun) == 0 || (!both && !WS_IS(token[k].lex, FOR)))
        return false;
    i += !both && f->word[i] == WS_WORD_DETERMINER ? 1 : 0;
    uint32_t first = i;
    while (i < end && ws_is_capital(&token[i]) && !ws_is_office(token[i].lex))
        i++;
    if (both) { /* "Search and Rescue coordinator", two nouns */
        return (i > first + 1 || (i > first && (token[first].lex & noun) != 0 &&
                                  ((token[first].lex | token[k - 1].lex) &
                                   WS_LEX_BIT(SURNAME)) == 0)) &&
               i < end && !ws_is_capital(&token[i]) && !ws_is_genitive(f, i);
    }
    return i > first && i < end && ws_is_genitive(f, i);
}

/* Whether the statement that ends before end can begin left of the small word
 * at k: "Clinton['s] aide", "writer [and] actor", "Secretary [of] State". */
static bool crosses(const ws_frame *f, uint32_t k, uint32_t end, bool tight)
{
    ws_lex lex = f->token[k].lex;

    if (tight &&
        (ws_joins_portfolio(&f->scene->mentions->phrases, f->begin, k,
                            f->limit) ||
         ws_joins_office(&f->scene->mentions->phrases, f->begin, k, f->limit)))
        return true; /* "Minister for Women [and] Equalities Ana Ruiz" */
    if (!ws_holds_sense(f, k - 1) || (!tight && ws_is_link(lex)))
        return !tight && ws_is_link(lex);
    if (ws_is_genitive(f, k))
        return true;
    if (WS_IS(lex, PARTICLE) && ws_is_capital(&f->token[k - 1]) &&
        ws_is_capital(&f->token[k + 1]))
        return true; /* "Piet [van] Oost's son" */
    if (WS_IS(lex, AND))
        return ws_is_office(f->token[k - 1].lex) ||
               (tight && (ws_joins_tasks(&f->scene->mentions->phrases, k) ||
                          joins_capitals(f, k, end)));
    if (tight && (links_body(f, k, end) || joins_capitals(f, k, end)))
        return true;
    /* "Chief of Staff Ana Ruiz", but "mother of Judge Ana Ruiz" */
    return tight && links_office(f, k) &&
           (!ws_is_office(f->token[end - 1].lex) ||
            (k + 2 == end && (!WS_IS(f->token[end - 1].lex, TITLE) ||
                              !ws_is_capital(&f->token[end - 1]))));
}

/* A stop or a comma, which ends what is said. */
static bool is_stopped(const ws_frame *f, uint32_t i)
{
    return f->token[i].kind == WS_TOKEN_PUNCT && f->token[i].cp != ')';
}

/* "The storm [left] a chief", "has [named] former captain"; but "the [acting]
 * chief", "chief [operating] officer". At k stands what could be either. */
static bool is_verb(const ws_frame *f, uint32_t k)
{
    const ws_token *before = &f->token[k - 1];
    const char *end = f->scene->text->bytes + f->token[k].end;

    if ((before->lex & (WS_LEX_BIT(AUXILIARY) | WS_LEX_BIT(BE))) != 0)
        return true;
    return ws_holds_sense(f, k - 1) &&
           (!WS_IS(before->lex, ROLE) || end[-1] != 'g');
}

uint32_t ws_statement_begin(const ws_frame *f, uint32_t end, bool tight)
{
    const ws_token *token = f->token;
    uint32_t least =
        end > f->begin + BEFORE_TOKENS ? end - BEFORE_TOKENS : f->begin;
    uint32_t first = end;

    for (uint32_t i = end; i > least;) {
        uint32_t k = i - 1;
        bool mark = token[k].kind == WS_TOKEN_MARK && !ws_is_genitive(f, k);
        if (token[k].cp == ')' || (mark && tight)) {
            uint32_t open = opening(f, k, least);
            /* “Night Shift” host; but “Go home,” mayor Ana Ruiz said */
            if (open + 1 >= k ||
                (open == f->begin && (!mark || is_stopped(f, k - 1))) ||
                (mark && is_stopped(f, k - 1)))
                break;
            i = open;
            first = mark ? open : first; /* "“Night Shift” host" */
        } else if (ws_holds_sense(f, k) && !breaks_off(f, k, false)) {
            if (f->word[k] == WS_WORD_OUT && k > least && is_verb(f, k))
                break;
            first = i = k;
        } else if (k > least &&
                   (crosses(f, k, end, tight) ||
                    (tight && f->word[k] == WS_WORD_DETERMINER &&
                     k > least + 1 &&
                     (leads_task(f, k) || (WS_IS(token[k - 1].lex, FOR) &&
                                           joins_capitals(f, k - 1, end)))) ||
                    (!tight && f->word[k] == WS_WORD_DETERMINER))) {
            i = k;
        } else {
            break;
        }
    }
    return first;
}

bool ws_ends_office_of(const ws_frame *f, uint32_t end)
{
    uint32_t k = end;

    while (k > f->begin + 1 && end - k < OFFICE_OF_TOKENS &&
           (ws_holds_sense(f, k - 1) ||
            ws_joins_portfolio(&f->scene->mentions->phrases, f->begin, k - 1,
                               f->limit)))
        k--;
    return k < end && k > f->begin + 1 &&
           (links_office(f, k - 1) || leads_task(f, k - 1));
}

bool ws_is_tag(const ws_frame *f, uint32_t i)
{
    if (i >= f->limit || !ws_is_capital(&f->token[i]) ||
        f->token[i].end - f->token[i].begin < TAG_BYTES)
        return false;
    const char *bytes = f->scene->text->bytes + f->token[i].begin;
    return bytes[1] == '-' && bytes[2] >= 'A' && bytes[2] <= 'Z';
}

uint32_t ws_tag_end(const ws_frame *f, uint32_t i)
{
    return i + 2 < f->limit && ws_is_punct(&f->token[i + 1], '.') ? i + 2
                                                                  : i + 1;
}

uint32_t ws_party_end(const ws_frame *f, uint32_t i)
{
    for (uint32_t k = i + 1; k < i + PARTY_TOKENS && k + 1 < f->limit; k++) {
        if (ws_is_comma(&f->token[k]))
            return ws_is_capital(&f->token[k + 1]) ? k : WHOSAID_NONE;
        if (!ws_is_capital(&f->token[k]))
            break;
    }
    return WHOSAID_NONE;
}
