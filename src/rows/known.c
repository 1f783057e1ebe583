/*
 * known.c - the people that a newsroom knows, and who of them a speaker is.
 *
 *   in   a table of people; later the words of a speaker
 *   out  the entry that alone bears these words as name or alias
 *
 * 1. Read the table, and what its columns are for. An entry is a line.
 * 2. Fold each name and alias and put it into a table of hashes with the entry
 *    that bears it. Another entry that bears it too makes it ambiguous.
 *
 * A name is compared whole, with its titles: "Dr. Ann Lee" is not "Ann Lee".
 *
 * Not here: how a table is read, see table.c; which rows are asked for, see
 * row.c.
 */
#include "rows/known.h"

#include <string.h>

#include "base/hash.h"
#include "base/slots.h"
#include "base/unicode.h"
#include "rows/column.h"
#include "rows/table.h"

#define FOLD_BYTES (4 * WS_FOLD_MAX)

/* A name or alias. */
struct name {
    ws_cell cell;     /* as it first came */
    uint32_t entry;   /* the first that bears it */
    uint32_t second;  /* the second */
    uint32_t last;    /* the last */
    uint32_t bearers; /* how many do */
    uint32_t number;  /* among the ambiguous, when several do */
};

struct whosaid_people {
    ws_arena arena; /* owns all, this struct too */
    ws_table table; /* a record is an entry */
    struct name *name;
    uint32_t names;
    uint32_t *ambiguous; /* [doubles] names */
    uint32_t doubles;
    ws_slots slots; /* names */
    uint32_t name_column;
    uint32_t alias_column;            /* or NONE */
    uint32_t extra[WS_KNOWN_COLUMNS]; /* [extras] columns joined to the rows */
    uint32_t extras;
};

const ws_known ws_known_nobody = {WHOSAID_NONE, WHOSAID_NONE};

/* -- names ---------------------------------------------------------------- */

/* The hash of a name, folded. False when it has none. */
static bool make_key(const char *text, size_t len, uint64_t *key)
{
    char folded[FOLD_BYTES];
    ws_hash hash;

    ws_trim(&text, &len);
    size_t n = ws_fold(text, len, true, folded, sizeof folded);
    ws_hash_init(&hash);
    ws_hash_add(&hash, folded, n);
    *key = ws_hash_end(&hash).low;
    return n > 0;
}

/* Note that an entry bears a name; the last one noted is not behind it. False
 * when it has no key. */
static bool add_name(whosaid_people *people, uint32_t entry, ws_cell cell)
{
    uint64_t key = 0;

    if (!make_key(cell.text, cell.len, &key))
        return false;
    ws_slot *slot = ws_slots_find(&people->slots, key);
    if (slot->value == 0) {
        people->name[people->names++] =
            (struct name){cell, entry, entry, entry, 1, WHOSAID_NONE};
        slot->key = key;
        slot->value = people->names;
        return true;
    }
    struct name *name = &people->name[slot->value - 1];
    if (name->last == entry) /* it calls itself so twice */
        return true;
    name->last = entry;
    name->bearers++;
    if (name->bearers == 2) {
        name->second = entry;
        name->number = people->doubles;
        people->ambiguous[people->doubles++] = slot->value - 1;
    }
    return true;
}

/* -- the table ------------------------------------------------------------ */

static bool is_own_column(const char *name)
{
    for (uint32_t i = 0; i < WS_COLUMNS; i++)
        if (strcmp(ws_columns[i].name, name) == 0)
            return true;
    return false;
}

/* Say what is wrong at a place. Returns false. */
static bool fault(whosaid_table_error *error, ws_table_record place, size_t len,
                  const char *words)
{
    *error = (whosaid_table_error){words, place.at, len, place.line};
    return false;
}

/* Take column i for what it is. */
static bool add_column(whosaid_people *people, uint32_t i,
                       whosaid_table_error *error)
{
    const ws_table_cell *cell = &people->table.cell[i];
    const char *name = cell->words.text;
    const ws_table_record place = {0, 0, cell->at, people->table.line};

    if (cell->words.len == 0)
        return fault(error, place, cell->len, "a column without a name");
    if (i == WS_KNOWN_COLUMNS)
        return fault(error, place, cell->len, "more than 256 columns");
    if (is_own_column(name))
        return fault(error, place, cell->len,
                     "a column with the name of one of whosaid's own");
    if (ws_table_column(&people->table, name) != i)
        return fault(error, place, cell->len, "a second column of this name");
    if (strcmp(name, "name") == 0)
        people->name_column = i;
    else if (strcmp(name, "aliases") == 0)
        people->alias_column = i;
    else
        people->extra[people->extras++] = i;
    return true;
}

static bool add_columns(whosaid_people *people, whosaid_table_error *error)
{
    const ws_table *table = &people->table;
    const ws_table_record first = {0, 0, table->cell[0].at, table->line};

    for (uint32_t i = 0; i < table->columns; i++)
        if (!add_column(people, i, error))
            return false;
    if (people->name_column == WHOSAID_NONE)
        return fault(error, first, 0, "no column 'name' in the first line");
    return true;
}

/* Note the aliases of an entry: a;b|c. */
static bool add_aliases(whosaid_people *people, uint32_t entry)
{
    ws_cell all = ws_table_at(&people->table, entry, people->alias_column);

    for (size_t at = 0; at < all.len; at++) {
        ws_cell one = {all.text + at, 0};

        while (at < all.len && all.text[at] != ';' && all.text[at] != '|')
            at++;
        one.len = (size_t)(all.text + at - one.text);
        ws_trim(&one.text, &one.len);
        if (one.len > 0 && !add_name(people, entry, one))
            return false;
    }
    return true;
}

static bool add_entry(whosaid_people *people, uint32_t entry,
                      whosaid_table_error *error)
{
    const ws_table_record place = people->table.record[entry];
    ws_cell name = ws_table_at(&people->table, entry, people->name_column);

    if (name.len == 0)
        return fault(error, place, 0, "no name in this line");
    if (!add_name(people, entry, name) || !add_aliases(people, entry))
        return fault(error, place, 0, "a name too long to be looked up");
    return true;
}

/* Take the memory for all the names that there can be. */
static whosaid_status reserve(whosaid_people *people)
{
    const ws_table *table = &people->table;
    ws_arena *arena = &people->arena;
    size_t names = 2 * (size_t)table->records; /* one alias more than marks */

    for (uint32_t i = 0; i < table->records; i++) {
        ws_cell all = ws_table_at(table, i, people->alias_column);
        for (size_t at = 0; at < all.len; at++)
            names += all.text[at] == ';' || all.text[at] == '|';
    }
    people->name = WS_NEW(arena, struct name, names);
    people->ambiguous = WS_NEW(arena, uint32_t, names);
    WS_TRY(ws_slots_init(arena, names, &people->slots));
    return arena->failed ? WHOSAID_ERR_NOMEM : WHOSAID_OK;
}

static whosaid_status read_people(whosaid_people *people, const char *bytes,
                                  size_t len, whosaid_table_error *error)
{
    WS_TRY(ws_table_read(&people->arena, bytes, len, &people->table, error));
    if (!add_columns(people, error))
        return WHOSAID_ERR_TABLE;
    WS_TRY(reserve(people));
    for (uint32_t i = 0; i < people->table.records; i++)
        if (!add_entry(people, i, error))
            return WHOSAID_ERR_TABLE;
    return WHOSAID_OK;
}

whosaid_status whosaid_people_read(const char *bytes, size_t len,
                                   const whosaid_allocator *allocator,
                                   whosaid_people **people,
                                   whosaid_table_error *error)
{
    whosaid_table_error ignored;

    if (people == NULL)
        return WHOSAID_ERR_ARGUMENT;
    *people = NULL;
    if (bytes == NULL && len > 0)
        return WHOSAID_ERR_ARGUMENT;
    if (len > WHOSAID_MAX_INPUT)
        return WHOSAID_ERR_TOO_LONG;
    whosaid_people *made = WS_OBJECT(allocator, whosaid_people);
    if (made == NULL)
        return WHOSAID_ERR_NOMEM;
    made->name_column = WHOSAID_NONE;
    made->alias_column = WHOSAID_NONE;
    whosaid_status status = read_people(made, bytes != NULL ? bytes : "", len,
                                        error != NULL ? error : &ignored);
    if (status != WHOSAID_OK) {
        whosaid_people_free(made);
        return status;
    }
    *people = made;
    return WHOSAID_OK;
}

void whosaid_people_free(whosaid_people *people)
{
    if (people != NULL)
        ws_arena_free(&people->arena);
}

const char *whosaid_people_column(const whosaid_people *people, uint32_t i)
{
    if (people == NULL || i >= people->extras)
        return NULL;
    return people->table.cell[people->extra[i]].words.text;
}

/* -- asked by the rows ---------------------------------------------------- */

ws_known ws_known_find(const whosaid_people *people, const char *text,
                       size_t len)
{
    ws_known known = ws_known_nobody;
    uint64_t key = 0;

    if (!make_key(text, len, &key))
        return known;
    const ws_slot *slot = ws_slots_find(&people->slots, key);
    if (slot->value == 0)
        return known;
    const struct name *name = &people->name[slot->value - 1];
    if (name->bearers == 1)
        known.entry = name->entry;
    else
        known.ambiguous = name->number;
    return known;
}

const char *ws_known_name(const whosaid_people *people, uint32_t entry,
                          size_t *len)
{
    ws_cell cell = ws_table_at(&people->table, entry, people->name_column);

    *len = cell.len;
    return cell.text;
}

const char *ws_known_cell(const whosaid_people *people, uint32_t entry,
                          uint32_t column, size_t *len)
{
    ws_cell cell = ws_table_at(&people->table, entry, people->extra[column]);

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
        {people->table.record[name->entry].line,
                    people->table.record[name->second].line},
        name->bearers,
        0
    };

    return found;
}
