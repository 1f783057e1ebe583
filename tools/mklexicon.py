#!/usr/bin/env python3
"""mklexicon.py - compile the word lists of a language into one C table.

    mklexicon.py src/base/lexicon.h data/en/*.tsv > src/gen/lexicon.inc

A list is UTF-8 in NFC, a row a line, sorted by the key of its first form:

    forms joined by |  TAB  classes joined by |  [TAB # why]

Classes are the names in WS_LEX_CLASSES. Lines that begin with # are comments,
but for these, which give the forms of every row of the list further classes:

    #: first CLASS...        the first form
    #: later CLASS...        every form but the first
    #: ending TEXT CLASS...  forms that end in TEXT, but not the first

A key is a form in lower case with ' for every apostrophe and without a final
full stop. A form stands once in a list; in several lists its classes unite.
Whatever breaks a rule stops the run: nothing is repaired in silence.
"""
import hashlib
import os
import re
import sys
import unicodedata

LEN_MAX = 63


class Refused(Exception):
    """A rule of the lists is broken; says where."""


def class_names(header):
    text = open(header, encoding="utf-8").read()
    body = re.search(r"#define WS_LEX_CLASSES\(X\)(.*?[^\\])\n", text, re.S)
    names = re.findall(r"\bX\((\w+)\)", body.group(1)) if body else []
    if not names or len(names) > 64 or len(set(names)) != len(names):
        raise Refused(f"{header}: no WS_LEX_CLASSES of 1 to 64 names")
    return names


def key_of(form):
    key = unicodedata.normalize("NFC", form.lower())
    key = re.sub("[\u2018\u2019\u02bc\uff07]", "'", key)
    return key[:-1] if len(key) > 1 and key.endswith(".") else key


def mask_of(text, sep, bit, where):
    mask = 0
    for name in text.split(sep):
        if name not in bit:
            raise Refused(f"{where}: no class {name!r}")
        if mask & bit[name]:
            raise Refused(f"{where}: class {name} twice")
        mask |= bit[name]
    return mask


def rule_of(line, bit, where):
    """A rule: (applies to form i, classes)."""
    words = line[2:].split()
    if words[:1] == ["first"] and len(words) > 1:
        return lambda i, form: i == 0, mask_of(" ".join(words[1:]), " ", bit, where)
    if words[:1] == ["later"] and len(words) > 1:
        return lambda i, form: i > 0, mask_of(" ".join(words[1:]), " ", bit, where)
    if words[:1] == ["ending"] and len(words) > 2:
        end = words[1]
        return (lambda i, form: i > 0 and form.endswith(end),
                mask_of(" ".join(words[2:]), " ", bit, where))
    raise Refused(f"{where}: no such rule")


def read_list(path, bit, words):
    """Add a list's words to words: key -> mask."""
    text = open(path, "rb").read().decode("utf-8")
    if text and not text.endswith("\n"):
        raise Refused(f"{path}: no newline at the end")
    seen, rules, before, rows = set(), [], "", 0
    for number, line in enumerate(text.split("\n")[:-1], 1):
        where = f"{path}:{number}"
        if unicodedata.normalize("NFC", line) != line:
            raise Refused(f"{where}: not NFC")
        if line.startswith("#:"):
            rules.append(rule_of(line, bit, where))
            continue
        if line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) not in (2, 3) or (len(fields) == 3 and
                                         not fields[2].startswith("# ")):
            raise Refused(f"{where}: want forms TAB classes [TAB # why]")
        forms = fields[0].split("|")
        classes = mask_of(fields[1], "|", bit, where)
        if not key_of(forms[0]) > before:
            raise Refused(f"{where}: {forms[0]!r} is not in order")
        before = key_of(forms[0])
        rows += 1
        for i, form in enumerate(forms):
            key = key_of(form)
            if not key or re.search(r"\s", key):
                raise Refused(f"{where}: {form!r} is not a word")
            if len(key.encode("utf-8")) > LEN_MAX:
                raise Refused(f"{where}: {form!r} is over {LEN_MAX} bytes")
            if key in seen:
                raise Refused(f"{where}: {form!r} stands here twice")
            seen.add(key)
            mask = classes
            for applies, more in rules:
                if applies(i, form):
                    mask |= more
            words[key] = words.get(key, 0) | mask
    return rows


def hash_of(data):
    """64 bits, from eight bytes at a time; src/base/lexicon.c has it too."""
    h = 0
    for at in range(0, len(data), 8):
        h ^= int.from_bytes(data[at:at + 8], "little")
        h = h * 0x9E3779B97F4A7C15 & (1 << 64) - 1
        h ^= h >> 32
    return h


def buckets_of(keys):
    """Keys by the low bits of their hashes, about one a bucket."""
    size = 1
    while size < len(keys):
        size *= 2
    buckets = [[] for _ in range(size // 2)]
    for key in keys:
        buckets[hash_of(key) & (len(buckets) - 1)].append(key)
    return buckets


def wrapped(items, width=79, indent="    "):
    line = indent
    for item in items:
        if len(line) + len(item) > width and line != indent:
            yield line.rstrip()
            line = indent
        line += item + " "
    if line != indent:
        yield line.rstrip()


def literal(data):
    out = ""
    for byte in data:
        if byte in b'"\\':
            out += "\\" + chr(byte)
        elif 32 <= byte < 127 and byte != 63:
            out += chr(byte)
        else:  # three octal digits: nothing after them is drawn in
            out += f"\\{byte:03o}"
    return out


def generate(header, paths):
    names = class_names(header)
    bit = {name: 1 << i for i, name in enumerate(names)}
    words, rows = {}, 0
    digest = hashlib.sha256()
    for path in sorted(paths, key=os.path.basename):
        digest.update(open(path, "rb").read())
        rows += read_list(path, bit, words)
    if not words:
        raise Refused("no words")
    keys = sorted(key.encode("utf-8") for key in words)
    masks = sorted(set(words.values()))
    if len(masks) > 0xFFFF or len(keys) >= 0xFFFF:
        raise Refused("a 16-bit field overflows: widen it")
    index = {mask: i for i, mask in enumerate(masks)}
    buckets = buckets_of(keys)
    rows_of = {key: bytes([len(key)]) +
               index[words[key.decode("utf-8")]].to_bytes(2, "little") + key
               for key in keys}
    pool = sum(map(len, rows_of.values()))

    folder = os.path.basename(os.path.dirname(os.path.abspath(paths[0])))
    yield "/* Generated by tools/mklexicon.py; never edited: change a list, then make gen."
    yield f" *   sources  {len(paths)} lists in data/{folder}, {rows} rows"
    yield f" *   sha256   {digest.hexdigest()}"
    yield f" *   schema   {len(keys)} words in {pool} bytes, {len(masks)} sets of"
    yield f" *            {len(names)} classes, {len(buckets)} buckets by hash */"
    yield ""
    for i, name in enumerate(names):
        yield f'static_assert(WS_LEX_{name} == {i}, "run make gen");'
    yield f'static_assert(WS_LEX_COUNT == {len(names)}, "run make gen");'
    yield ""
    yield f"#define WS_LEXICON_BUCKETS {len(buckets)}u"
    yield ""
    yield "static const ws_lex ws_lexicon_sets[] = {"
    yield from wrapped(f"0x{mask:x}u," for mask in masks)
    yield "};"
    yield ""
    yield "static const uint32_t ws_lexicon_first[WS_LEXICON_BUCKETS + 1] = {"
    at, items = 0, ["0,"]
    for bucket in buckets:
        at += sum(len(rows_of[key]) for key in bucket)
        items.append(f"{at},")
    yield from wrapped(items)
    yield "};"
    yield ""
    yield '#pragma GCC diagnostic push'
    yield '#pragma GCC diagnostic ignored "-Woverlength-strings"'
    yield "static const char ws_lexicon_pool[] ="
    line = b""
    for key in (key for bucket in buckets for key in bucket):
        if len(line) + len(rows_of[key]) > 40 and line:
            yield f'    "{literal(line)}"'
            line = b""
        line += rows_of[key]
    yield f'    "{literal(line)}"'
    yield f'    "{literal(bytes(7))}"; /* eight bytes can be read at each key */'
    yield "#pragma GCC diagnostic pop"


def main():
    if len(sys.argv) < 3:
        sys.exit("usage: mklexicon.py LEXICON.H LIST...")
    try:
        text = "\n".join(generate(sys.argv[1], sys.argv[2:])) + "\n"
    except (Refused, UnicodeDecodeError) as error:
        sys.exit(f"mklexicon.py: {error}")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
