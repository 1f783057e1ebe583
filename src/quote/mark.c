/*
 * mark.c - quotation marks, and what their neighbours allow them to be.
 *
 *   in   tokens
 *   out  the marks that may open or close a quotation, by begin
 *
 * 1. Collect the MARK tokens that stand in the table below.
 * 2. See what stands on each side of a mark. Marks that touch are looked
 *    through, so that both of “‘ see the same space and the same word.
 * 3. Take a census of the document: which way its guillemets point, whether
 *    single marks are its first convention.
 * 4. Judge each mark. A straight one goes by its sides alone; a curly one by
 *    its shape, unless its sides say otherwise ("”It was over“"). Apostrophes,
 *    feet, inches and minutes are left out.
 *
 * What the sides leave open is left open: pair.c decides it. O(tokens).
 *
 * Not here: which mark closes which, see pair.c.
 */
#include "quote/mark.h"

#include "base/unicode.h"
#include "quote/elided.h"

/* What stands beside a mark. */
enum edge {
    EDGE_SPACE, /* white space, or the paragraph's edge */
    EDGE_OPEN,  /* ( [ and the like: a word follows */
    EDGE_STOP,  /* . , ) and the like: something ended */
    EDGE_PAUSE, /* a dash, a slash, "..." before words: says nothing */
    EDGE_DIGIT,
    EDGE_WORD,
    EDGE_OTHER, /* a symbol */
    EDGE_MARK   /* a mark that touches; looked through */
};

enum { ELIDED_BYTES = 6 }; /* of what stands before an apostrophe: "lorsqu'" */

enum role {
    ROLE_EITHER,
    ROLE_OPEN,
    ROLE_CLOSE,
    ROLE_LOW, /* only opens */
    ROLE_LAST /* only closes */
};

struct shape {
    uint16_t cp;
    uint8_t family;
    uint8_t role;
};

/* One character each, by code point: data/marks.tsv. */
#include "gen/marks.inc"

/* A mark before it is judged. */
struct found {
    uint32_t token;
    struct shape shape;
    uint8_t left; /* enum edge */
    uint8_t right;
};

struct finder {
    const ws_text *text;
    const ws_tokens *tokens;
    const ws_token *token;
    struct found *found;
    uint32_t count;
    uint32_t both; /* '' that may be two single marks */
    bool inward;   /* guillemets: »so« */
    bool low;      /* „so“: what opens elsewhere closes here */
    bool singles;
    bool unread; /* '' stands for both marks: single ones are inner ones */
    bool lasts;  /* likewise, in a short text; it is read */
    bool parted; /* '' stands for two single marks */
    whosaid_quote_style style;
};

enum { SHORT = 250 /* tokens: '' may stand for both marks, not for code */ };

/* -- collecting ----------------------------------------------------------- */

static bool shape_of(const ws_token *token, struct shape *shape)
{
    uint32_t low = 0;
    uint32_t high = sizeof shapes / sizeof shapes[0];
    uint32_t len = token->end - token->begin;

    if (len == 2 && token->cp < 0x80) { /* '' `` ,, */
        shape->cp = token->cp;
        shape->family = WS_MARK_DOUBLE;
        shape->role = token->cp == ','   ? ROLE_LOW
                      : token->cp == '`' ? ROLE_OPEN
                                         : ROLE_LAST;
        return true;
    }
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (shapes[middle].cp < token->cp)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == sizeof shapes / sizeof shapes[0] || shapes[low].cp != token->cp)
        return false;
    *shape = shapes[low];
    return true;
}

static bool is_dash(uint16_t cp)
{
    return cp == '-' || cp == '/' || (cp >= 0x2010 && cp <= 0x2015);
}

static bool opens_bracket(uint16_t cp)
{
    return cp == '(' || cp == '[' || cp == '{' || cp == 0x00BF ||
           cp == 0x00A1 || cp == 0xFF08 || cp == 0x3010;
}

/* What the token beside a mark is to it: an enum edge. */
static uint8_t edge_of(const ws_token *token, bool on_the_left)
{
    switch ((ws_token_kind)token->kind) {
    case WS_TOKEN_MARK:
        return EDGE_MARK;
    case WS_TOKEN_NUMBER:
        return EDGE_DIGIT;
    case WS_TOKEN_WORD:
        /* "... Inc.”": its full stop ends what stands before the mark */
        return on_the_left && (token->shape & WS_SHAPE_DOT) != 0 ? EDGE_STOP
                                                                 : EDGE_WORD;
    case WS_TOKEN_SYMBOL:
        return EDGE_OTHER;
    case WS_TOKEN_PUNCT:
        break;
    }
    if (is_dash(token->cp))
        return EDGE_PAUSE;
    if (opens_bracket(token->cp))
        return EDGE_OPEN;
    /* “...and then”: before words an ellipsis ends nothing */
    if (!on_the_left && (token->cp == 0x2026 ||
                         (token->cp == '.' && token->end - token->begin > 1)))
        return EDGE_PAUSE;
    return EDGE_STOP;
}

static bool touches(const struct finder *f, uint32_t left, uint32_t right)
{
    return f->token[left].paragraph == f->token[right].paragraph &&
           (f->token[right].shape & WS_SHAPE_SPACE) == 0;
}

/* "Parle d'« un texte »", "dell'«affare»": what stands before the guillemet i is
 * an elision, no end of words. */
static bool follows_elision(const struct finder *f, uint32_t i)
{
    const struct found *m = &f->found[i];

    if (m->shape.family != WS_MARK_ANGLE || m->shape.role != ROLE_OPEN ||
        i == 0 || f->found[i - 1].token + 1 != m->token ||
        (f->found[i - 1].shape.cp != '\'' &&
         f->found[i - 1].shape.cp != 0x2019) ||
        f->found[i - 1].left != EDGE_WORD)
        return false;
    const ws_token *word = &f->token[m->token - 2];
    return word->end - word->begin <= ELIDED_BYTES;
}

/* Both sides of each mark; marks that touch share theirs. */
static void see_sides(struct finder *f)
{
    for (uint32_t i = 0; i < f->count; i++) {
        struct found *m = &f->found[i];
        if (m->token == 0 || !touches(f, m->token - 1, m->token))
            m->left = EDGE_SPACE;
        else
            m->left = edge_of(&f->token[m->token - 1], true);
        if (m->left == EDGE_MARK && follows_elision(f, i))
            m->left = EDGE_OPEN;
        if (m->left == EDGE_MARK)
            m->left = i > 0 && f->found[i - 1].token + 1 == m->token
                          ? f->found[i - 1].left
                          : EDGE_OTHER;
    }
    for (uint32_t i = f->count; i-- > 0;) {
        struct found *m = &f->found[i];
        if (m->token + 1 >= f->tokens->count ||
            !touches(f, m->token, m->token + 1))
            m->right = EDGE_SPACE;
        else
            m->right = edge_of(&f->token[m->token + 1], false);
        if (m->right == EDGE_MARK)
            m->right = i + 1 < f->count && f->found[i + 1].token == m->token + 1
                           ? f->found[i + 1].right
                           : EDGE_OTHER;
    }
}

/* -- the census ----------------------------------------------------------- */

/* How much the sides speak for opening less how much for closing: -2..2. */
static int lean(const struct found *m)
{
    int open = (m->left == EDGE_SPACE || m->left == EDGE_OPEN) +
               (m->right == EDGE_WORD || m->right == EDGE_DIGIT ||
                m->right == EDGE_OPEN || m->right == EDGE_OTHER);
    int close = (m->right == EDGE_SPACE || m->right == EDGE_STOP) +
                (m->left == EDGE_WORD || m->left == EDGE_DIGIT ||
                 m->left == EDGE_STOP || m->left == EDGE_OTHER);

    return open - close;
}

static bool starts_paragraph(const struct finder *f, const struct found *m)
{
    return m->token == 0 ||
           f->token[m->token - 1].paragraph != f->token[m->token].paragraph;
}

/* A sentence may begin with the token: a capital, a number, a bracket. */
static bool begins_line(const ws_token *token)
{
    return (token->shape & WS_SHAPE_CAPITAL) != 0 ||
           token->kind == WS_TOKEN_NUMBER ||
           (token->kind == WS_TOKEN_PUNCT && opens_bracket(token->cp));
}

/* 'One.'Two.': paragraphs were glued together without a space; where no stop
 * ends a headline, tokens part it: 'One'When. */
static bool is_glued(const struct finder *f, const struct found *m)
{
    uint32_t right = m->token + 1;

    if (m->left == EDGE_WORD && m->right == EDGE_WORD)
        return begins_line(&f->token[right]);
    if (m->left != EDGE_STOP || m->right == EDGE_SPACE || m->right == EDGE_STOP)
        return false;
    if (f->token[right].kind == WS_TOKEN_MARK)
        right++; /* ’‘ */
    return right < f->tokens->count && begins_line(&f->token[right]);
}

/* 'One.''Two.': two single marks that touch, the first one closes. */
static bool is_both(const struct finder *f, const struct found *m)
{
    return m->shape.role == ROLE_LAST && m->left == EDGE_STOP &&
           m->right != EDGE_SPACE && m->right != EDGE_STOP &&
           f->token[m->token - 1].cp != ',' &&
           begins_line(&f->token[m->token + 1]);
}

/* A sentence begins behind the mark, and another one or a clause ends before
 * it, or nothing stands there. */
static bool begins_sentence(const struct finder *f, const struct found *m)
{
    const ws_token *right = &f->token[m->token + 1];

    if (m->right != EDGE_WORD || (right->shape & WS_SHAPE_CAPITAL) == 0 ||
        m->shape.role == ROLE_CLOSE)
        return false;
    if (starts_paragraph(f, m))
        return true;
    const ws_token *left = right - 2;
    return left->kind == WS_TOKEN_PUNCT &&
           (left->cp == ',' || left->cp == ':' || left->cp == '.' ||
            left->cp == '?' || left->cp == '!');
}

/* ''Tis late,' she said: the first of two single marks that touch opens, the
 * second one stands for letters left out. */
static bool is_before_elision(const struct finder *f, const struct found *m)
{
    return m->shape.role == ROLE_LAST && m->right != EDGE_SPACE &&
           (m->left == EDGE_SPACE || m->left == EDGE_OPEN ||
            m->left == EDGE_STOP) &&
           ws_elided_head(f->text, f->tokens, m->token);
}

/* Single marks that stand around words, two by two: ‘so’, not the lads’ dogs.
 * at: the one that opened, or NONE. */
static bool encloses(const struct finder *f, uint32_t i, uint32_t *at)
{
    const struct found *m = &f->found[i];
    bool apart = m->left == EDGE_SPACE || m->left == EDGE_OPEN;

    if (apart && m->shape.role != ROLE_CLOSE &&
        (m->right == EDGE_WORD || m->right == EDGE_DIGIT) &&
        !ws_elided_head(f->text, f->tokens, m->token)) {
        *at = i;
        return false;
    }
    if (*at == WHOSAID_NONE || m->shape.role == ROLE_OPEN || apart ||
        (m->right != EDGE_SPACE && m->right != EDGE_STOP) ||
        f->token[m->token].paragraph != f->token[f->found[*at].token].paragraph)
        return false;
    const ws_token *left = &f->token[m->token - 1];
    if (m->left == EDGE_WORD && m->right == EDGE_SPACE &&
        f->text->bytes[left->end - 1] == 's')
        return false;
    *at = WHOSAID_NONE;
    return true;
}

static void take_census(struct finder *f)
{
    uint32_t outward = 0;
    uint32_t inward = 0;
    uint32_t lows = 0;    /* „ */
    uint32_t highs = 0;   /* “ with its sides those of an opener */
    uint32_t doubles = 0; /* marks of every other family */
    uint32_t closers = 0; /* single ones with a stop before them */
    uint32_t openers = 0; /* and before a sentence */
    uint32_t pairs = 0;   /* of single ones */
    uint32_t lasts = 0;   /* '' */
    uint32_t at = WHOSAID_NONE;

    for (uint32_t i = 0; i < f->count; i++) {
        const struct found *m = &f->found[i];
        int way = starts_paragraph(f, m) ? 2 : lean(m);
        /* "» and so on": repeated at the head of each paragraph */
        if (way == 2 && m->shape.role == ROLE_CLOSE && m->right == EDGE_SPACE)
            way = 0;
        if (m->shape.family == WS_MARK_SINGLE) {
            closers += m->left == EDGE_STOP && (way < 0 || is_glued(f, m));
            openers += way == 2 && begins_sentence(f, m);
            pairs += encloses(f, i, &at);
            continue;
        }
        if (m->shape.role == ROLE_LAST) {
            bool both = is_both(f, m) || is_before_elision(f, m);
            f->both += both;
            lasts += !both;
            continue;
        }
        doubles++;
        lows += m->shape.role == ROLE_LOW;
        highs += m->shape.role == ROLE_OPEN && way == 2 &&
                 m->shape.family == WS_MARK_DOUBLE;
        if (m->shape.family != WS_MARK_ANGLE &&
            m->shape.family != WS_MARK_SINGLE_ANGLE)
            continue;
        if (m->shape.role == ROLE_CLOSE)
            way = -way;
        outward += way > 0;
        inward += way < 0;
    }
    f->inward = inward > outward;
    f->low = f->style == WHOSAID_QUOTES_LOW || lows > highs;
    if (f->style == WHOSAID_QUOTES_AUTO) {
        if (lasts == 0)
            closers += f->both;
        else
            lasts += f->both;
        uint32_t singles = closers > openers ? closers : openers;
        f->singles = (pairs > singles ? pairs : singles) > doubles / 2;
        bool lone = lasts > doubles;
        f->unread = lone && lasts > 3 && f->tokens->count > SHORT;
        f->lasts = lone && lasts > 1 && f->tokens->count <= SHORT;
    } else {
        f->singles = f->style == WHOSAID_QUOTES_SINGLE;
    }
    f->parted = f->singles && lasts == 0;
}

/* -- judging -------------------------------------------------------------- */

static bool is_alnum(uint8_t edge)
{
    return edge == EDGE_WORD || edge == EDGE_DIGIT;
}

/* A number that already holds minutes or feet: 51°30'25", 5'10". */
static bool has_prime(const struct finder *f, const ws_token *number)
{
    for (uint32_t at = number->begin; at < number->end; at++) {
        unsigned char byte = (unsigned char)f->text->bytes[at];
        if (byte == '\'' || byte == 0xE2) /* ' ’ ′ */
            return true;
    }
    return false;
}

/* 6'5", 6' 5", 3"x4", 51°30'25"N: a length or an angle, no quotation. */
static bool is_measure(const struct finder *f, const struct found *m)
{
    const ws_token *before = m->token > 0 ? &f->token[m->token - 1] : NULL;

    if (m->left != EDGE_DIGIT || before == NULL ||
        before->kind != WS_TOKEN_NUMBER || m->shape.role == ROLE_OPEN)
        return false;
    if (is_alnum(m->right) || m->shape.cp == 0x2032 || m->shape.cp == 0x2033)
        return true;
    if (has_prime(f, before))
        return true;
    return m->token > 2 && f->token[m->token - 2].kind == WS_TOKEN_MARK &&
           f->token[m->token - 3].kind == WS_TOKEN_NUMBER &&
           (f->token[m->token - 2].shape & WS_SHAPE_SPACE) == 0;
}

/* A comma or a colon stands before the mark, or nothing in its paragraph. */
static bool follows_lead(const struct finder *f, const struct found *m)
{
    if (starts_paragraph(f, m))
        return true;
    const ws_token *before = &f->token[m->token - 1];
    return before->kind == WS_TOKEN_MARK ||
           (before->kind == WS_TOKEN_PUNCT &&
            (before->cp == ',' || before->cp == ':'));
}

/* In 1961, ’62 and ’63 */
static bool follows_number(const struct finder *f, const struct found *m)
{
    return !starts_paragraph(f, m) && m->token > 1 &&
           f->token[m->token - 1].kind == WS_TOKEN_PUNCT &&
           f->token[m->token - 2].kind == WS_TOKEN_NUMBER;
}

/* ‘She called it “grim.” ’: a space parts a mark that closes from what ended
 * before it. */
static bool ends_apart(const struct finder *f, const struct found *m)
{
    if (m->left != EDGE_SPACE ||
        (m->right != EDGE_SPACE && m->right != EDGE_STOP) ||
        m->shape.role == ROLE_OPEN || m->shape.role == ROLE_LOW ||
        starts_paragraph(f, m))
        return false;
    const ws_token *left = &f->token[m->token - 1];
    return left->kind == WS_TOKEN_MARK || edge_of(left, true) == EDGE_STOP;
}

/* Likewise from a sentence that begins behind it. */
static bool begins_apart(const struct finder *f, const struct found *m)
{
    const ws_token *right = &f->token[m->token + 1];

    return m->token + 1 < f->tokens->count &&
           right->paragraph == f->token[m->token].paragraph &&
           (right->shape & WS_SHAPE_CAPITAL) != 0;
}

/* ‘So,’she said: a mark that closes touches the next word; not Inc.’s. Where
 * double marks come first another mark stands between: "He said, 'So.'"No." */
static bool closes_tight(const struct finder *f, const struct found *m)
{
    return m->left == EDGE_STOP && m->right == EDGE_WORD &&
           m->shape.role != ROLE_OPEN && m->shape.role != ROLE_LOW &&
           f->token[m->token - 1].kind == WS_TOKEN_PUNCT;
}

static void judge_single(const struct finder *f, const struct found *m,
                         ws_mark *mark)
{
    bool wrong_way = m->shape.role == ROLE_CLOSE;

    if (f->singles && ends_apart(f, m)) {
        mark->straight = m->shape.role == ROLE_EITHER;
        mark->can_open = mark->straight && m->right == EDGE_SPACE &&
                         begins_apart(f, m); /* 'So.' ' No, so.' */
        mark->can_close = true;
        return;
    }
    if (f->singles && is_glued(f, m)) {
        mark->straight = m->shape.role == ROLE_EITHER;
        mark->can_open = m->shape.role != ROLE_CLOSE;
        mark->can_close = m->shape.role == ROLE_CLOSE || mark->straight;
        return;
    }
    if (closes_tight(f, m) &&
        (f->singles || f->token[m->token + 1].kind == WS_TOKEN_MARK)) {
        mark->can_close = true;
        return;
    }
    if (f->singles && m->shape.role == ROLE_OPEN && m->left == EDGE_SPACE &&
        m->right == EDGE_SPACE) { /* ‘ So’ */
        mark->can_open = true;
        return;
    }
    if ((m->left == EDGE_SPACE || m->left == EDGE_OPEN ||
         m->left == EDGE_PAUSE) &&
        m->right != EDGE_SPACE && m->right != EDGE_STOP) {
        bool elision = ws_elided_head(f->text, f->tokens, m->token);
        mark->doubtful = elision || wrong_way;
        mark->can_open = !mark->doubtful || follows_lead(f, m);
        if (elision && (wrong_way || follows_number(f, m)))
            mark->can_open = false;
        return;
    }
    /* shouldn‘t: a letter on both sides */
    if (m->shape.role == ROLE_LOW || m->left == EDGE_SPACE ||
        m->left == EDGE_OPEN || is_alnum(m->right) ||
        ws_elided_tail(f->text, f->tokens, m->token))
        return;
    mark->can_close = true;
    mark->doubtful = m->left != EDGE_STOP || m->shape.role == ROLE_OPEN;
}

/* Never turned round, and no space beside them says anything. */
static bool is_asian(const struct found *m)
{
    return m->shape.family == WS_MARK_CORNER ||
           m->shape.family == WS_MARK_TITLE;
}

static void judge(const struct finder *f, const struct found *m, ws_mark *mark)
{
    int way = lean(m);
    uint8_t role = m->shape.role;

    if (is_measure(f, m) || (f->unread && m->shape.family == WS_MARK_SINGLE))
        return;
    if (m->shape.family == WS_MARK_SINGLE) {
        judge_single(f, m, mark);
        return;
    }
    if (f->inward && (m->shape.family == WS_MARK_ANGLE ||
                      m->shape.family == WS_MARK_SINGLE_ANGLE))
        role = role == ROLE_OPEN ? ROLE_CLOSE : ROLE_OPEN;
    if (f->low && m->shape.family == WS_MARK_DOUBLE && role == ROLE_OPEN)
        role = ROLE_CLOSE;
    switch ((enum role)role) {
    case ROLE_EITHER:
        mark->straight = true;
        mark->can_open = way >= 0;
        mark->can_close = way <= 0;
        break;
    case ROLE_OPEN:
        mark->can_close = way == -2 && !is_asian(m);
        mark->can_open = !mark->can_close || m->right == EDGE_SPACE;
        break;
    case ROLE_CLOSE:
        mark->can_close = true;
        mark->can_open = way == 2 && !is_asian(m);
        break;
    case ROLE_LOW:
        mark->can_open = true;
        break;
    case ROLE_LAST: /* '' closes what `` or ,, opened */
        mark->can_close = true;
        break;
    }
}

/* Where each paragraph's words begin and end decides what starts and ends
 * it. Marks come in order, so each token is looked at once. */
static void see_paragraphs(ws_marks *marks, const ws_tokens *tokens)
{
    uint32_t paragraph = WHOSAID_NONE;
    uint32_t begin = 0; /* first token that is no mark */
    uint32_t end = 0;   /* behind the last one of words */

    for (uint32_t i = 0; i < marks->count; i++) {
        ws_mark *mark = &marks->mark[i];
        if (mark->paragraph != paragraph) {
            paragraph = mark->paragraph;
            begin = tokens->first[paragraph];
            end = tokens->first[paragraph + 1];
            while (end > begin &&
                   (tokens->token[end - 1].kind == WS_TOKEN_PUNCT ||
                    tokens->token[end - 1].kind == WS_TOKEN_MARK))
                end--;
            while (begin < tokens->first[paragraph + 1] &&
                   tokens->token[begin].kind == WS_TOKEN_MARK)
                begin++;
        }
        mark->starts_paragraph = mark->token < begin;
        mark->ends_paragraph = mark->token >= end;
    }
}

/* Two single marks of one token: the first opens, the second one is an
 * apostrophe. */
static void open_before_elision(ws_mark *mark)
{
    mark->family = WS_MARK_SINGLE;
    mark->straight = true;
    mark->can_open = true;
    mark->can_close = false;
    mark->end = mark->begin + 1;
}

/* Two single marks of one token: the first closes, the second opens. */
static void part(ws_mark *mark, uint32_t *count)
{
    mark->family = WS_MARK_SINGLE;
    mark->straight = true;
    mark->can_open = false;
    mark->can_close = true;
    mark->doubtful = false;
    mark->end = mark->begin + 1;
    mark[1] = mark[0];
    mark[1].begin = mark->end;
    mark[1].end = mark->end + 1;
    mark[1].can_open = true;
    mark[1].can_close = false;
    *count += 2;
}

static uint32_t collect(struct finder *f)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < f->tokens->count; i++) {
        struct shape shape = {0, 0, 0};
        if (f->token[i].kind != WS_TOKEN_MARK ||
            !shape_of(&f->token[i], &shape))
            continue;
        if (shape.role == ROLE_LAST && f->style == WHOSAID_QUOTES_DOUBLED)
            shape.role = ROLE_EITHER;
        if (f->found != NULL)
            f->found[count] = (struct found){i, shape, 0, 0};
        count++;
    }
    return count;
}

whosaid_status ws_marks_find(ws_arena *arena, const ws_text *text,
                             const ws_tokens *tokens, whosaid_quote_style style,
                             ws_marks *marks)
{
    struct finder f = {
        .text = text, .tokens = tokens, .token = tokens->token, .style = style};

    *marks = (ws_marks){0};
    f.count = collect(&f);
    f.found = WS_NEW(arena, struct found, f.count);
    if (f.found == NULL)
        return WHOSAID_ERR_NOMEM;
    (void)collect(&f);
    see_sides(&f);
    take_census(&f);
    ws_mark *mark = WS_NEW(arena, ws_mark, (size_t)f.count + f.both);
    if (mark == NULL)
        return WHOSAID_ERR_NOMEM;
    for (uint32_t i = 0; f.lasts && i < f.count; i++) {
        if (f.found[i].shape.role == ROLE_LAST)
            f.found[i].shape.role = ROLE_EITHER;
    }
    marks->mark = mark;
    marks->singles = f.singles;
    marks->unread = f.unread;
    marks->style = (uint8_t)style;
    for (uint32_t i = 0; i < f.count; i++) {
        const struct found *m = &f.found[i];
        const ws_token *token = &f.token[m->token];
        ws_mark *next = &mark[marks->count];

        *next = (ws_mark){.begin = token->begin,
                          .end = token->end,
                          .token = m->token,
                          .paragraph = token->paragraph,
                          .family = m->shape.family};
        judge(&f, m, next);
        bool elided = f.parted && is_before_elision(&f, m);
        if (elided)
            open_before_elision(next);
        if (f.parted && !elided && is_both(&f, m))
            part(next, &marks->count);
        else
            marks->count += next->can_open || next->can_close;
    }
    see_paragraphs(marks, tokens);
    arena->steps += 2 * (uint64_t)tokens->count + 4 * (uint64_t)f.count;
    return WHOSAID_OK;
}
