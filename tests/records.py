"""records.py PROGRAM SCHEMA FILE... - the record formats of a text, read back.

For each FILE: every line of -f jsonl is parsed by Python and compared with the
CSV's cells and with the text at its spans, in each unit; the annotations and
the standoff are read as their standards say and compared with the records.
With the module jsonschema every line is checked against SCHEMA too; without,
"SKIPPED: ..." says so.
"""
import csv
import io
import json
import re
import subprocess
import sys
import tempfile

try:
    from jsonschema import Draft202012Validator
except ImportError:
    Draft202012Validator = None

csv.field_size_limit(sys.maxsize)
faults = 0
checks = 0
where = ""


def check(what, got, want):
    global faults, checks
    checks += 1
    if got != want or type(got) is not type(want):
        faults += 1
        if faults <= 20:
            print(f"FAIL: {where}: {what}: {got!r}, not {want!r}")


def run(*options):
    done = subprocess.run([program, *options], capture_output=True)
    if done.returncode != 0:
        sys.exit(f"records.py: {options}: status {done.returncode}: "
                 f"{done.stderr.decode(errors='replace')}")
    return done.stdout.decode("utf-8")  # strictly


def no_constant(name):
    raise ValueError(f"{name} is no JSON")


def no_twins(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        raise ValueError(f"a key twice: {keys}")
    return dict(pairs)


def lines(output):
    """The objects of lines of JSON. Nothing but LF ends a line, for anybody."""
    if output and not output.endswith("\n"):
        check("the last line", "open", "ended")
    check("lines, for str.splitlines", len(output.splitlines()),
          output.count("\n"))
    return [json.loads(line, parse_constant=no_constant,
                       object_pairs_hook=no_twins)
            for line in output.split("\n")[:-1]]


def shown(text):
    """Bytes that are not UTF-8, one by one, as U+FFFD."""
    return re.sub("[\udc80-\udcff]", "\ufffd", text)


class Text:
    """A document, cut by the offsets of any unit."""

    def __init__(self, raw):
        self.raw = raw
        self.text = raw.decode("utf-8", "surrogateescape")
        self.wide = self.text.encode("utf-16-le", "surrogatepass")

    def cut(self, span, unit):
        begin, end = span["begin"], span["end"]
        if unit == "byte":
            part = self.raw[begin:end].decode("utf-8", "surrogateescape")
        elif unit == "utf16":
            part = self.wide[2 * begin:2 * end].decode("utf-16-le",
                                                       "surrogatepass")
        else:
            part = self.text[begin:end]
        return shown(part)


def cell(value):
    """A value as the cell of --newlines keep --no-guard."""
    if value is None:
        return ""
    text = re.sub("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]", "\ufffd", value)
    return text.strip("\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004"
                      "\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f"
                      "\u205f\u3000")


def spans_cell(spans):
    return ";".join(f"{s['begin']}..{s['end']}" for s in spans)


def check_row(record, row, text, unit):
    """A record against its row of CSV and against the text."""
    for name, value in row.items():
        got = record[name]
        if name == "quote_spans":
            check(name, spans_cell(got), value)
        elif name.endswith("_span"):
            check(name, spans_cell([got] if got else []), value)
        elif name == "confidence":
            check(name, f"{got:.2f}", value)
        elif name in ("paragraph", "line"):
            check(name, str(got), value)
        else:
            check(name, cell(got), value)
    check("offsets", record["offsets"], unit)
    for name in ("speaker_text", "role", "affiliation", "mention", "cue",
                 "evidence"):
        span = record[name.replace("_text", "") + "_span"]
        got = text.cut(span, unit) if span else None
        check(name + " at its span", got, record[name])
    check("speaker", record["speaker"], record["speaker_text"])
    parts = record["parts"]
    check("parts", [{"begin": p["begin"], "end": p["end"]} for p in parts],
          record["quote_spans"])
    for part in parts:
        check("a part", text.cut(part, unit), part["text"])
    check("quote", re.sub(r"\s+", "", record["quote"]),
          re.sub(r"\s+", "", "".join(p["text"] for p in parts)))


def check_context(record, text):
    """What stands around it, in code points."""
    begin = record["parts"][0]["begin"]
    end = record["parts"][-1]["end"]
    before = record["before"] or ""
    after = record["after"] or ""
    whole = shown(text.text)
    check("before", whole[begin - len(before):begin], before)
    check("after", whole[end:end + len(after)], after)
    for name, context in (("before", before), ("after", after)):
        check(name + ", its length", len(context) <= 120, True)
    for part in record["parts"]:
        for name, mark in (("open", part["open"]), ("close", part["close"])):
            side = (whole[:part["begin"]].rstrip() if name == "open"
                    else whole[part["end"]:].lstrip())
            if mark is not None:
                check(name, side.endswith(mark) if name == "open"
                      else side.startswith(mark), True)
                check(name + ", its length", len(mark) <= 4, True)


def check_annotation(note, record, text):
    check("@context", note["@context"], "http://www.w3.org/ns/anno.jsonld")
    check("type", note["type"], "Annotation")
    digits = note["id"].removeprefix("urn:uuid:").replace("-", "")
    check("id", "q" + digits[:12] + digits[13:16] + digits[17],
          record["quote_id"])
    body = note.get("body")
    if record["kind"] in ("direct", "mixed", "turn"):
        check("body", body["value"] if body else None, record["speaker"])
    else:
        check("body", body["value"], record["kind"])
    targets = note["target"]
    if isinstance(targets, dict):
        targets = [targets]
    check("targets", len(targets), len(record["parts"]))
    whole = shown(text.text)
    for target, part in zip(targets, record["parts"]):
        check("source", bool(re.fullmatch(r"[!#$%&'()*+,./:;=?@~\w-]*",
                                          target["source"], re.ASCII)), True)
        words, place = target["selector"]
        check("exact", words["exact"], part["text"])
        check("start", place["start"], part["begin"])
        check("end", place["end"], part["end"])
        check("prefix", whole[:place["start"]].endswith(words["prefix"]), True)
        check("suffix", whole[place["end"]:].startswith(words["suffix"]), True)


def check_standoff(output, records, raw):
    """As brat reads it: text mode, so that CRLF is one character."""
    text = io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8",
                            errors="surrogateescape").read()
    texts, said, notes = {}, {}, {}
    check("standoff lines", len(output.splitlines()), output.count("\n"))
    for line in output.splitlines():
        name, rest, *tail = line.split("\t")
        check("an id comes once", name in texts, False)
        if name[0] == "T":
            kind, places = rest.split(" ", 1)
            cuts = [text[int(a):int(b)]
                    for a, b in (p.split(" ") for p in places.split(";"))]
            check("text", " ".join(cuts), "\t".join(tail))
            texts[name] = (kind, " ".join(cuts))
        elif name[0] == "R":
            kind, one, two = rest.split(" ")
            one, two = one.removeprefix("Arg1:"), two.removeprefix("Arg2:")
            check("relation", texts[one][0], "Quotation")
            check("relation", texts[two][0],
                  "Speaker" if kind == "SaidBy" else "Cue")
            said[one, kind] = texts[two][1]
        else:
            kind, target = rest.split(" ")
            check("note", (name[0], kind), ("#", "AnnotatorNotes"))
            notes[target] = tail[0]
    quotations = [n for n, (kind, _) in texts.items()
                  if kind not in ("Speaker", "Cue")]
    flat = lambda words: " ".join(re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029"
                                         "\ufffd-\uffff]", " ",
                                         words or "").split())
    told = [r for r in records if flat(r["quote"])]
    check("quotations", len(quotations), len(told))
    for name, record in zip(quotations, told):
        check("words", " ".join(texts[name][1].split()), flat(record["quote"]))
        check("mention", " ".join(said.get((name, "SaidBy"), "").split()),
              flat(record["mention"]))
        check("cue", " ".join(said.get((name, "CuedBy"), "").split()),
              flat(record["cue"]))
        check("speaker", notes.get(name, ""), flat(record["speaker"]))


def check_schema(records):
    for record in records:
        for fault in schema.iter_errors(record):
            check(f"schema: {fault.message[:200]}", "/".join(
                str(key) for key in fault.absolute_path), "")


def check_file(path, options):
    global where
    with open(path, "rb") as file:
        raw = file.read()
    text = Text(raw)
    records = []
    for unit in ("codepoint", "byte", "utf16"):
        where = f"{path} {' '.join(options)} {unit}"
        asked = [*options, "--lenient", "--offsets", unit, path]
        records = lines(run("-f", "jsonl", *asked))
        sheet = run("--newlines", "keep", "--no-guard", *asked)
        rows = list(csv.DictReader(io.StringIO(sheet, newline="")))
        check("rows", len(records), len(rows))
        for record, row in zip(records, rows):
            check_row(record, row, text, unit)
        if schema:
            check_schema(records)
        if unit == "codepoint":
            marks = records
    where = f"{path} {' '.join(options)}"
    for record in marks:
        check_context(record, text)
    records = lines(run("-f", "annotations", "--lenient", *options, path))
    check("annotations", len(records), len(marks))
    for note, record in zip(records, marks):
        check_annotation(note, record, text)
    check_standoff(run("-f", "brat", "--lenient", *options, path), marks, raw)
    return len(marks)


def check_candidates(path):
    """What --candidates adds."""
    global where
    where = f"{path} --candidates"
    with open(path, "rb") as file:
        text = Text(file.read())
    records = lines(run("-f", "jsonl", "--candidates", path))
    if schema:
        check_schema(records)
    weighed = 0
    for record in records:
        found = record["candidates"]
        weighed += len(found)
        scores = [c["score"] for c in found]
        check("scores", scores, sorted(scores, reverse=True))
        for candidate in found:
            check("text", text.cut(candidate, "codepoint"), candidate["text"])
        chosen = [c for c in found if c["chosen"]]
        if record["method"] == "cue" and found:
            check("the chosen one", [c["text"] for c in chosen],
                  [record["mention"]])
    check("some were weighed", weighed > len(records), True)


def check_people(path):
    """What --people changes: the name, and an object of its own."""
    global where
    where = f"{path} --people"
    before = lines(run("-f", "jsonl", path))
    names = sorted({r["speaker"] for r in before if r["speaker"]})
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["name", "aliases", "id", "note"])
        for i, name in enumerate(names[1:]):
            out.writerow([f"Dr {name}", name, f"p{i}", ""])
        file.flush()
        after = lines(run("-f", "jsonl", "--people", file.name, path))
    if schema:
        check_schema(after)
    check("rows", len(after), len(before))
    for record, plain in zip(after, before):
        name = plain["speaker"]
        known = name in names[1:]
        check("speaker", record["speaker"], f"Dr {name}" if known else name)
        check("speaker_text", record["speaker_text"], name)
        check("people", record["people"],
              {"id": f"p{names.index(name) - 1}", "note": ""}
              if known else None)


def check_rejects():
    """That the schema takes no line that is broken: it must be able to fail."""
    good = lines(run("-f", "jsonl", files[0]))[0]
    broken = [{**good, "confidence": "0.90"}, {**good, "quote_id": "12"},
              {**good, "quote_spans": "1..2"}, {**good, "error": "no"},
              {**good, "mention_span": [1, 2]}, {**good, "speaker": ""},
              {**good, "kind": "indirect"}, {"document": "a"},
              {key: good[key] for key in good if key != "parts"}]
    for i, record in enumerate(broken):
        check(f"broken record {i} is valid", schema.is_valid(record), False)
    check("keys", set(good),
          set(keys) - {"people", "candidates", "reviewed", "verdict", "title",
                       "url", "date", "language"})


def check_columns():
    """That the schema has every column of --help, and a page's cells fit it."""
    names = [line.split()[0] for line in run("--help").split("Columns:")[1]
             .split("\n\n")[0].splitlines()
             if line.startswith("  ") and line[2] != " "]
    check("columns", len(names) >= 26, True)
    check("columns without a schema", [n for n in names if n not in keys], [])
    page = ("<!doctype html><html lang=en-GB><title>A title</title><meta "
            "property=article:published_time content=2024-01-02><link "
            "rel=canonical href=http://a.example/b><article><p>The rain had "
            "not ended when they met.</p><p>“We will leave before the "
            "winter,” said Ann Lee, a teacher.</p></article>")
    with tempfile.NamedTemporaryFile("w", encoding="utf-8",
                                     suffix=".html") as file:
        file.write(page)
        file.flush()
        for asked in (",".join(names), "title,url,date,language"):
            found = lines(run("-f", "jsonl", "--columns", asked, file.name))
            check("rows of a page", len(found), 1)
            for record in found:
                for name in asked.split(","):
                    check("column " + name, name in record, True)
                part = {"$schema": described["$schema"],
                        "$ref": "#/$defs/keys", "$defs": described["$defs"]}
                for fault in Draft202012Validator(part).iter_errors(record):
                    check(f"schema: {fault.message[:200]}", "", None)
                check("title", record["title"], "A title")
                check("language", record["language"], "en-GB")


program, schema_path, *files = sys.argv[1:]
with open(schema_path, encoding="utf-8") as schema_file:
    described = json.load(schema_file)
keys = described["$defs"]["keys"]["properties"]
schema = None
if Draft202012Validator:
    Draft202012Validator.check_schema(described)
    schema = Draft202012Validator(described)
    check_rejects()
    check_columns()
else:
    print("SKIPPED: the schema: python3 has no jsonschema")
total = 0
for each in files:
    total += check_file(each, [])
    check_file(each, ["--all"])
check_candidates(files[0])
check_people(files[0])
print(f"{len(files)} files, {total} quotations, {checks} checks, "
      f"{faults} faults")
sys.exit(1 if faults or total == 0 else 0)
