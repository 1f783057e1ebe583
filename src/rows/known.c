/*
 * known.c - the people that a newsroom knows, and who of them a speaker is.
 *
 *   in   a table of people as CSV; later the words of a speaker
 *   out  the entry that alone bears these words as name or alias
 *
 * 1. Count what can be at most, and take the memory for it at once.
 * 2. Read the cells, one by one, into one copy of the bytes, quotes taken off.
 *    Each ends with NUL. An entry is a run of cells; a short line has fewer.
 * 3. Fold each name and alias and put it into a table of hashes with the entry
 *    that bears it. Another entry that bears it too makes it ambiguous.
 *
 * A name is compared whole, with its titles: "Dr. Ann Lee" is not "Ann Lee".
 *
 * Not here: CSV on its way out, see csv.c; which rows are asked for, see row.c.
 */
#include "rows/known.h"

#include <string.h>

#include "base/hash.h"
#include "base/unicode.h"

#define FOLD_BYTES (4 * WS_FOLD_MAX)

struct cell {
    const char *text; /* ends with NUL, may hold others */
    size_t len;
};

/* One of the people. */
struct entry {
    uint32_t cell;  /* its first */
    uint32_t cells; /* <= columns; what is missing is empty */
    uint32_t line;
};

/* A name or alias. */
struct name {
    struct cell cell; /* as it first came */
    uint32_t entry;   /* the first that bears it */
    uint32_t second;  /* the second */
    uint32_t last;    /* the last */
    uint32_t bearers; /* how many do */
    uint32_t number;  /* among the ambiguous, when several do */
};

struct slot {
    ws_hash_value key;
    uint32_t name; /* from 1; 0: free */
};

struct whosaid_people {
    ws_arena arena; /* owns all, this struct too */
    struct cell *cell;
    uint32_t cells;
    struct entry *entry;
    uint32_t entries;
    struct name *name;
    uint32_t names;
    uint32_t *ambiguous; /* [doubles] names */
    uint32_t doubles;
    struct slot *slot; /* [slots] */
    size_t slots;      /* a power of two, at least half of them free */
    uint32_t columns;
    uint32_t name_column;
    uint32_t alias_column;            /* or NONE */
    uint32_t extra[WS_KNOWN_COLUMNS]; /* [extras] columns joined to the rows */
    uint32_t extras;
};

const ws_known ws_known_nobody = {WHOSAID_NONE, WHOSAID_NONE};

/* -- names ---------------------------------------------------------------- */

/* The hash of a name, folded. False when it has none. */
static bool make_key(const char *text, size_t len, ws_hash_value *key)
{
    char folded[FOLD_BYTES];
    ws_hash hash;

    ws_trim(&text, &len);
    size_t n = ws_fold(text, len, true, folded, sizeof folded);
    ws_hash_init(&hash);
    ws_hash_add(&hash, folded, n);
    *key = ws_hash_end(&hash);
    return n > 0;
}

/* The slot that holds key, or the free one where it would go. */
static struct slot *find_slot(const whosaid_people *people, ws_hash_value key)
{
    size_t i = (size_t)key.low & (people->slots - 1);

    while (people->slot[i].name != 0 && (people->slot[i].key.low != key.low ||
                                         people->slot[i].key.high != key.high))
        i = (i + 1) & (people->slots - 1);
    return &people->slot[i];
}

/* Note that the last entry bears a name. False when it has no key. */
static bool add_name(whosaid_people *people, struct cell cell)
{
    uint32_t entry = people->entries - 1;
    ws_hash_value key;

    if (!make_key(cell.text, cell.len, &key))
        return false;
    struct slot *slot = find_slot(people, key);
    if (slot->name == 0) {
        people->name[people->names++] =
            (struct name){cell, entry, entry, entry, 1, WHOSAID_NONE};
        slot->key = key;
        slot->name = people->names;
        return true;
    }
    struct name *name = &people->name[slot->name - 1];
    if (name->last == entry) /* it calls itself so twice */
        return true;
    name->last = entry;
    name->bearers++;
    if (name->bearers == 2) {
        name->second = entry;
        name->number = people->doubles;
        people->ambiguous[people->doubles++] = slot->name - 1;
    }
    return true;
}

/* -- cells ---------------------------------------------------------------- */

/* A table being read. */
struct reader {
    const char *bytes;
    size_t len;
    size_t at;
    size_t line; /* from 1 */
    char *out;   /* the cells' bytes so far */
    whosaid_people *people;
    whosaid_people_error error;
};

/* A place in the table. */
struct place {
    size_t at;
    size_t line;
};

static struct place here(const struct reader *r)
{
    return (struct place){r->at, r->line};
}

/* Say what is wrong with len bytes at a place. Returns false. */
static bool fault(struct reader *r, struct place place, size_t len,
                  const char *words)
{
    r->error.words = words;
    r->error.at = place.at;
    r->error.len = len;
    r->error.line = place.line;
    return false;
}

static bool is_line_end(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* Go behind one byte and count its line; CRLF is one line end. */
static char step(struct reader *r)
{
    char byte = r->bytes[r->at++];

    if (byte == '\r' ||
        (byte == '\n' && (r->at < 2 || r->bytes[r->at - 2] != '\r')))
        r->line++;
    return byte;
}

/* Whether a cell ends here. */
static bool at_end(const struct reader *r)
{
    return r->at == r->len || r->bytes[r->at] == ',' ||
           is_line_end(r->bytes[r->at]);
}

static bool read_quoted(struct reader *r)
{
    struct place open = here(r);

    (void)step(r);
    for (;;) {
        if (r->at == r->len)
            return fault(r, open, 0, "a quote opens here, and none closes it");
        char byte = step(r);
        if (byte == '"') {
            if (r->at == r->len || r->bytes[r->at] != '"')
                break;
            (void)step(r);
        }
        *r->out++ = byte;
    }
    if (!at_end(r))
        return fault(r, here(r), 0, "text behind a closing quote");
    return true;
}

/* Read one cell, without white space at its ends, up to what ends it. */
static bool read_cell(struct reader *r, struct cell *cell)
{
    char *from = r->out;

    if (r->at < r->len && r->bytes[r->at] == '"') {
        if (!read_quoted(r))
            return false;
    } else {
        while (!at_end(r))
            *r->out++ = step(r);
    }
    cell->text = from;
    cell->len = (size_t)(r->out - from);
    ws_trim(&cell->text, &cell->len);
    r->out = from + (cell->text - from) + cell->len;
    *r->out++ = '\0';
    return true;
}

/* Go behind a comma; at the end of the line, behind that, and false. */
static bool next_cell(struct reader *r)
{
    if (r->at == r->len)
        return false;
    char byte = step(r);
    if (byte == '\r' && r->at < r->len && r->bytes[r->at] == '\n')
        (void)step(r);
    return byte == ',';
}

/* -- lines ---------------------------------------------------------------- */

static bool is_own_column(const char *name)
{
    const char *own = NULL;

    for (uint32_t i = 0; (own = whosaid_column_name(i)) != NULL; i++)
        if (strcmp(own, name) == 0)
            return true;
    return false;
}

/* Take the last cell read, that began at a place, for a column's name. */
static bool add_column(struct reader *r, struct place place)
{
    whosaid_people *people = r->people;
    uint32_t column = people->columns;
    const struct cell *cell = &people->cell[column];
    size_t len = r->at - place.at;

    if (cell->len == 0)
        return fault(r, place, len, "a column without a name");
    if (column == WS_KNOWN_COLUMNS)
        return fault(r, place, len, "more than 256 columns");
    if (is_own_column(cell->text))
        return fault(r, place, len,
                     "a column with the name of one of whosaid's own");
    for (uint32_t i = 0; i < column; i++)
        if (strcmp(people->cell[i].text, cell->text) == 0)
            return fault(r, place, len, "a second column of this name");
    if (strcmp(cell->text, "name") == 0)
        people->name_column = column;
    else if (strcmp(cell->text, "aliases") == 0)
        people->alias_column = column;
    else
        people->extra[people->extras++] = column;
    people->columns++;
    return true;
}

static bool read_header(struct reader *r)
{
    struct place first = here(r);
    struct place place;

    do {
        place = here(r);
        if (!read_cell(r, &r->people->cell[r->people->cells++]) ||
            !add_column(r, place))
            return false;
    } while (next_cell(r));
    if (r->people->name_column == WHOSAID_NONE)
        return fault(r, first, 0, "no column 'name' in the first line");
    return true;
}

static struct cell cell_of(const whosaid_people *people, uint32_t entry,
                           uint32_t column)
{
    const struct entry *e = &people->entry[entry];

    if (column >= e->cells)
        return (struct cell){"", 0};
    return people->cell[e->cell + column];
}

/* Note the aliases of the last entry: a;b|c. */
static bool add_aliases(whosaid_people *people)
{
    if (people->alias_column == WHOSAID_NONE)
        return true;
    struct cell all =
        cell_of(people, people->entries - 1, people->alias_column);

    for (size_t at = 0; at < all.len; at++) {
        struct cell one = {all.text + at, 0};

        while (at < all.len && all.text[at] != ';' && all.text[at] != '|')
            at++;
        one.len = (size_t)(all.text + at - one.text);
        ws_trim(&one.text, &one.len);
        if (one.len > 0 && !add_name(people, one))
            return false;
    }
    return true;
}

/* Read a line: one entry, if any of its cells is filled. */
static bool read_entry(struct reader *r)
{
    whosaid_people *people = r->people;
    struct place first = here(r);
    struct entry entry = {people->cells, 0, (uint32_t)r->line};
    size_t filled = 0;

    do {
        struct cell *cell = &people->cell[people->cells];

        if (entry.cells == people->columns)
            return fault(r, here(r), 0, "a cell more than there are columns");
        if (!read_cell(r, cell))
            return false;
        filled += cell->len;
        people->cells++;
        entry.cells++;
    } while (next_cell(r));
    if (filled == 0)
        return true;
    people->entry[people->entries++] = entry;
    struct cell name =
        cell_of(people, people->entries - 1, people->name_column);
    if (name.len == 0)
        return fault(r, first, 0, "no name in this line");
    if (!add_name(people, name) || !add_aliases(people))
        return fault(r, first, 0, "a name too long to be looked up");
    return true;
}

static bool read_table(struct reader *r)
{
    struct place place = here(r);

    if (!ws_utf8_check(r->bytes, r->len, &place.at, &place.line))
        return fault(r, place, 0, "not UTF-8; iconv converts it");
    if (r->len >= 3 && memcmp(r->bytes, "\xEF\xBB\xBF", 3) == 0)
        r->at = 3;
    while (r->at < r->len) {
        if (is_line_end(r->bytes[r->at]))
            (void)step(r);
        else if (!(r->people->columns == 0 ? read_header(r) : read_entry(r)))
            return false;
    }
    if (r->people->columns == 0)
        return fault(r, here(r), 0, "no first line with the columns' names");
    return true;
}

/* -- the table ------------------------------------------------------------ */

/* Take the memory for all that a table of such bytes can hold. */
static whosaid_status reserve(struct reader *r)
{
    whosaid_people *people = r->people;
    ws_arena *arena = &people->arena;
    size_t lines = 1;
    size_t cells = 0;
    size_t names = 0;
    size_t slots = 4;

    for (size_t i = 0; i < r->len; i++) {
        char byte = r->bytes[i];

        lines += is_line_end(byte);
        cells += byte == ',';
        names += byte == ';' || byte == '|';
    }
    cells += lines;
    names += 2 * lines; /* a name each, and one alias more than marks */
    while (slots < 2 * names)
        slots *= 2;
    people->cell = WS_NEW(arena, struct cell, cells);
    people->entry = WS_NEW(arena, struct entry, lines);
    people->name = WS_NEW(arena, struct name, names);
    people->ambiguous = WS_NEW(arena, uint32_t, names);
    people->slot = WS_NEW(arena, struct slot, slots);
    people->slots = slots;
    r->out = WS_NEW(arena, char, r->len + 1);
    return arena->failed ? WHOSAID_ERR_NOMEM : WHOSAID_OK;
}

whosaid_status whosaid_people_read(const char *bytes, size_t len,
                                   const whosaid_allocator *allocator,
                                   whosaid_people **people,
                                   whosaid_people_error *error)
{
    struct reader r = {
        bytes, len, 0, 1, NULL, NULL, {NULL, 0, 0, 0}
    };
    ws_arena arena;

    if (people == NULL)
        return WHOSAID_ERR_ARGUMENT;
    *people = NULL;
    if (bytes == NULL && len > 0)
        return WHOSAID_ERR_ARGUMENT;
    if (len > WHOSAID_MAX_INPUT)
        return WHOSAID_ERR_TOO_LONG;
    if (bytes == NULL)
        r.bytes = "";
    ws_arena_init(&arena, allocator);
    /* the table lives in its own arena, which moves into it */
    r.people = WS_NEW(&arena, whosaid_people, 1);
    if (r.people == NULL)
        return WHOSAID_ERR_NOMEM;
    r.people->arena = arena;
    r.people->name_column = WHOSAID_NONE;
    r.people->alias_column = WHOSAID_NONE;
    whosaid_status status = reserve(&r);
    if (status == WHOSAID_OK && !read_table(&r)) {
        status = WHOSAID_ERR_PEOPLE;
        if (error != NULL)
            *error = r.error;
    }
    if (status != WHOSAID_OK) {
        whosaid_people_free(r.people);
        return status;
    }
    *people = r.people;
    return WHOSAID_OK;
}

void whosaid_people_free(whosaid_people *people)
{
    if (people == NULL)
        return;
    ws_arena arena = people->arena;
    ws_arena_free(&arena);
}

const char *whosaid_people_column(const whosaid_people *people, uint32_t i)
{
    if (people == NULL || i >= people->extras)
        return NULL;
    return people->cell[people->extra[i]].text;
}

/* -- asked by the rows ---------------------------------------------------- */

ws_known ws_known_find(const whosaid_people *people, const char *text,
                       size_t len)
{
    ws_known known = ws_known_nobody;
    ws_hash_value key;

    if (!make_key(text, len, &key))
        return known;
    const struct slot *slot = find_slot(people, key);
    if (slot->name == 0)
        return known;
    const struct name *name = &people->name[slot->name - 1];
    if (name->bearers == 1)
        known.entry = name->entry;
    else
        known.ambiguous = name->number;
    return known;
}

const char *ws_known_name(const whosaid_people *people, uint32_t entry,
                          size_t *len)
{
    struct cell cell = cell_of(people, entry, people->name_column);

    *len = cell.len;
    return cell.text;
}

const char *ws_known_cell(const whosaid_people *people, uint32_t entry,
                          uint32_t column, size_t *len)
{
    struct cell cell = cell_of(people, entry, people->extra[column]);

    *len = cell.len;
    return cell.text;
}

uint32_t ws_known_ambiguous(const whosaid_people *people)
{
    return people != NULL ? people->doubles : 0;
}

whosaid_ambiguous ws_known_ambiguous_at(const whosaid_people *people,
                                        uint32_t i)
{
    const struct name *name = &people->name[people->ambiguous[i]];
    whosaid_ambiguous found = {
        name->cell.text,
        name->cell.len,
        {people->entry[name->entry].line, people->entry[name->second].line},
        name->bearers,
        0
    };

    return found;
}
