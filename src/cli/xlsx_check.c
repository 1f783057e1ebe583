/*
 * xlsx_check.c - whether a workbook holds what was written to it.
 *
 * libxlsxwriter puts the parts of a workbook together in temporary files and
 * does not look whether the disk took them: when it is full, a part lacks some
 * blocks, and all seems well. So the file is read back. Each part must have its
 * checksum and be XML that closes what it opens; a sheet must hold the texts
 * and the links that were written, in their order.
 *
 *   zip        the directory at its end names the parts
 *   part       inflated piece by piece, see zlib.h
 *   XML        tags and what stands between them
 */
#include "cli/xlsx_check.h"

#ifdef WS_XLSX

#include <stdio.h>
#include <string.h>
#include <zlib.h>

#define PIECE      ((size_t)16 * 1024)
#define PART_NAME  128
#define TAG_MAX    16
#define END_LEN    22 /* of the record that ends a zip file */
#define ENTRY_LEN  46 /* of a part in the directory, its name not counted */
#define HEADER_LEN 30 /* before a part, likewise */

static uint64_t add_byte(uint64_t sum, unsigned char byte)
{
    return (sum ^ byte) * UINT64_C(0x100000001b3); /* FNV-1a */
}

void cli_xlsx_sum_text(cli_xlsx_sum *sum, const char *text)
{
    for (; *text != '\0'; text++) {
        const char *code = "";

        if (*text == '&')
            code = "&amp;";
        else if (*text == '<')
            code = "&lt;";
        else if (*text == '>')
            code = "&gt;";
        if (*code == '\0')
            sum->text = add_byte(sum->text, (unsigned char)*text);
        for (; *code != '\0'; code++)
            sum->text = add_byte(sum->text, (unsigned char)*code);
    }
}

/* -- XML ------------------------------------------------------------------ */

/* A part as it is read. */
struct part {
    cli_xlsx_sum sum;  /* external: Relationship */
    char tag[TAG_MAX]; /* [tag_len] how the tag begins that is read */
    size_t tag_len;
    char last; /* byte read */
    bool in_tag;
    bool wrong;
    int32_t depth;
    uint32_t roots;
};

static bool is_tag(const struct part *part, const char *name)
{
    size_t len = strlen(name);

    return part->tag_len > len && memcmp(part->tag, name, len) == 0 &&
           (part->tag[len] == ' ' || part->tag[len] == '/');
}

static void end_tag(struct part *part)
{
    part->in_tag = false;
    if (part->tag_len > 0 && part->tag[0] == '?')
        return;
    part->roots += part->depth == 0 ? 1 : 0;
    if (part->tag_len > 0 && part->tag[0] == '/')
        part->depth--;
    else if (part->last != '/')
        part->depth++;
    part->wrong |= part->depth < 0;
    part->sum.links += is_tag(part, "hyperlink") ? 1 : 0;
    part->sum.external += is_tag(part, "Relationship") ? 1 : 0;
}

static void read_xml(struct part *part, const unsigned char *byte, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        char here = (char)byte[i];

        if (part->in_tag && here == '>') {
            end_tag(part);
        } else if (part->in_tag) {
            part->wrong |= here == '<';
            if (part->tag_len < TAG_MAX)
                part->tag[part->tag_len++] = here;
        } else if (here == '<') {
            part->in_tag = true;
            part->tag_len = 0;
        } else if (part->depth > 0) {
            part->sum.text = add_byte(part->sum.text, byte[i]);
        } else {
            part->wrong |= here != '\n';
        }
        part->last = here;
    }
}

static bool is_whole(const struct part *part)
{
    return !part->wrong && !part->in_tag && part->depth == 0 &&
           part->roots == 1;
}

/* -- zip ------------------------------------------------------------------ */

/* A number of so many bytes, the lowest first. */
static uint32_t number(const unsigned char *byte, int bytes)
{
    uint32_t value = 0;

    while (bytes-- > 0)
        value = value << 8 | byte[bytes];
    return value;
}

/* Read the part whose directory entry this is. False when it is not whole. */
static bool read_part(FILE *file, const unsigned char *entry, struct part *part)
{
    unsigned char header[HEADER_LEN];
    unsigned char in[PIECE];
    unsigned char out[PIECE];
    uint32_t skip = 0; /* the part's name, and what comes before its bytes */
    uint32_t left = number(entry + 20, 4);
    uLong crc = crc32(0, NULL, 0);
    z_stream stream;
    int status = Z_OK;

    if (number(entry + 10, 2) != 8 || /* deflated */
        fseeko(file, (off_t)number(entry + 42, 4), SEEK_SET) != 0 ||
        fread(header, 1, sizeof header, file) != sizeof header)
        return false;
    skip = number(header + 26, 2) + number(header + 28, 2);
    if (fseeko(file, skip, SEEK_CUR) != 0)
        return false;
    memset(&stream, 0, sizeof stream);
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return false;
    while (status == Z_OK && left > 0) {
        size_t n = fread(in, 1, left < PIECE ? left : PIECE, file);

        if (n == 0)
            break;
        left -= (uint32_t)n;
        stream.next_in = in;
        stream.avail_in = (uInt)n;
        do {
            stream.next_out = out;
            stream.avail_out = (uInt)PIECE;
            status = inflate(&stream, Z_NO_FLUSH);
            n = PIECE - stream.avail_out;
            crc = crc32(crc, out, (uInt)n);
            read_xml(part, out, n);
        } while (status == Z_OK && stream.avail_out == 0);
        if (status == Z_BUF_ERROR)
            status = Z_OK; /* it wants more */
    }
    (void)inflateEnd(&stream);
    return status == Z_STREAM_END && crc == number(entry + 16, 4);
}

/* Go to the directory; returns how many parts it has, 0 when there is none. */
static uint32_t find_directory(FILE *file)
{
    unsigned char end[END_LEN];

    if (fseeko(file, -(off_t)END_LEN, SEEK_END) != 0 ||
        fread(end, 1, sizeof end, file) != sizeof end ||
        memcmp(end, "PK\5\6", 4) != 0 ||
        fseeko(file, (off_t)number(end + 16, 4), SEEK_SET) != 0)
        return 0;
    return number(end + 10, 2);
}

/* Read the next entry of the directory, and the part's name. */
static bool read_entry(FILE *file, unsigned char entry[ENTRY_LEN],
                       char name[PART_NAME])
{
    if (fread(entry, 1, ENTRY_LEN, file) != ENTRY_LEN ||
        memcmp(entry, "PK\1\2", 4) != 0)
        return false;
    size_t len = number(entry + 28, 2);
    if (len >= PART_NAME || fread(name, 1, len, file) != len)
        return false;
    name[len] = '\0';
    uint32_t more = number(entry + 30, 2) + number(entry + 32, 2);
    return fseeko(file, more, SEEK_CUR) == 0;
}

/* Which sheet's part this is, from 1; 0: none's. */
static uint32_t sheet_of(const char *name, const char *folder, uint32_t sheets)
{
    char wanted[PART_NAME];
    const char *ending = strstr(folder, "_rels") != NULL ? ".rels" : "";

    for (uint32_t i = 1; i <= sheets; i++) {
        (void)snprintf(wanted, sizeof wanted, "%ssheet%u.xml%s", folder,
                       (unsigned)i, ending);
        if (strcmp(name, wanted) == 0)
            return i;
    }
    return 0;
}

static bool check_parts(FILE *file, const cli_xlsx_sum *sum, uint32_t sheets)
{
    uint32_t parts = find_directory(file);
    uint32_t found = 0; /* of the sheets and their links */
    uint32_t wanted = sheets;

    for (uint32_t i = 0; i < sheets; i++)
        wanted += sum[i].external > 0 ? 1 : 0;
    for (uint32_t i = 0; i < parts; i++) {
        unsigned char entry[ENTRY_LEN];
        char name[PART_NAME];
        struct part part;
        static const cli_xlsx_sum nothing = CLI_XLSX_SUM_INIT;

        memset(&part, 0, sizeof part);
        part.sum = nothing;
        if (!read_entry(file, entry, name))
            return false;
        off_t next = ftello(file);
        if (!read_part(file, entry, &part) || !is_whole(&part) ||
            fseeko(file, next, SEEK_SET) != 0)
            return false;
        uint32_t sheet = sheet_of(name, "xl/worksheets/", sheets);
        uint32_t links = sheet_of(name, "xl/worksheets/_rels/", sheets);
        if (sheet > 0 && (part.sum.text != sum[sheet - 1].text ||
                          part.sum.links != sum[sheet - 1].links))
            return false;
        if (links > 0 && part.sum.external != sum[links - 1].external)
            return false;
        found += sheet > 0 || links > 0 ? 1 : 0;
    }
    return found == wanted;
}

bool cli_xlsx_check(const char *path, const cli_xlsx_sum *sum, uint32_t sheets)
{
    FILE *file = fopen(path, "rb");

    if (file == NULL)
        return false;
    bool whole = check_parts(file, sum, sheets);
    (void)fclose(file); /* it was only read */
    return whole;
}

#endif /* WS_XLSX */
