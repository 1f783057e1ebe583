"""Workbooks, by what openpyxl finds in them.

    xlsx.py PROGRAM [all]   in an empty folder; all: also whole sheets
"""
import hashlib
import os
import pty
import subprocess
import sys

import openpyxl

program = sys.argv[1]
failures = 0


def check(what, holds, *seen):
    global failures
    if not holds:
        failures += 1
        print("FAIL:", what, *seen)


def run(*arguments, status=0, **more):
    done = subprocess.run([program, *arguments], capture_output=True, **more)
    check(arguments, done.returncode == status, done)
    return done.stderr.decode()


def rows(book, sheet):
    return [list(row) for row in book[sheet].iter_rows(values_only=True)]


def write(name, text):
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    with open(name, "w", encoding="utf-8") as file:
        file.write(text)


write("two.txt", '"Nobody told us anything at all," said Maria Lopez, a '
      'teacher.\n\n"We have waited since the morning," said Ivan Horvat.\n\n'
      '"It is cold," Lopez said.\n')
write("ann.txt", '"We will leave before the winter comes," said Ann Lee.\n\n'
      '"Nobody knows," a spokeswoman said.\n')
write("bo.txt", '"Nobody has asked," a spokeswoman said.\n')
write("https:/a.example/b%20c.txt", '"We sail tomorrow," said Maria Lopez.\n')
write("people.csv", "name,aliases,id\nMaria P. Lopez,Maria Lopez,=2\n")
files = ["two.txt", "ann.txt", "bo.txt", "https://a.example/b%20c.txt"]

# -- what it holds ---------------------------------------------------------

run("-o", "a.xlsx", *files)
book = openpyxl.load_workbook("a.xlsx")
check("three sheets", book.sheetnames == ["Quotes", "Speakers", "About"])
quotes = book["Quotes"]
table = rows(book, "Quotes")
names = table[0]
check("all columns", len(names) == 22 and names[0] == "document")
check("all rows", len(table) == 8, len(table))
check("header stays", quotes.freeze_panes == "A2")
check("filter", quotes.auto_filter.ref == "A1:V8", quotes.auto_filter.ref)
at = {name: i for i, name in enumerate(names)}
quote = quotes.cell(2, at["quote"] + 1)
check("wrapped", quote.alignment.wrap_text)
check("text stays text", quote.number_format == "@")
check("wide", quotes.column_dimensions["F"].width > 60)
confidence = quotes.cell(2, at["confidence"] + 1)
check("a number", isinstance(confidence.value, (int, float)))
check("with two digits", confidence.number_format == "0.00")
check("line", quotes.cell(3, at["line"] + 1).value == 3)
scales = [(r.sqref, [x.type for x in r.rules])
          for r in quotes.conditional_formatting]
check("colour scale", len(scales) == 1 and str(scales[0][0]) == "L2:L8" and
      scales[0][1] == ["colorScale"], scales)
link = quotes.cell(8, 1)
check("link", link.hyperlink is not None and
      link.hyperlink.target == "https://a.example/b%20c.txt", link.hyperlink)
check("no link", quotes.cell(2, 1).hyperlink is None)

speakers = rows(book, "Speakers")
check("columns of Speakers", speakers[0] == [
    "name", "role", "affiliation", "source_type", "quotations", "words",
    "documents", "first"])
check("first speaker", speakers[1] == [
    "Maria Lopez", "teacher", None, "person", 3, 12, 2, "two.txt"],
    speakers[1])
check("nameless speakers are told apart",
      [r[0] for r in speakers].count("spokeswoman") == 2, speakers)
first = book["Speakers"]["H2"].hyperlink
check("first leads to its row", first.location == "'Quotes'!A2", first)

about = {row[0]: row[1] for row in reversed(rows(book, "About"))}
check("made by", about["made by"].startswith("whosaid "), about)
check("counts", about["documents"] == 4 and about["quotations"] == 7 and
      about["speakers"] == 5, about)
check("no options", about["options"] == "none")
check("meanings", all(about.get(name) for name in names + speakers[0]))
created = str(book.properties.created)
check("a date that stays", created == "2000-01-01 00:00:00", created)

# -- options ---------------------------------------------------------------

run("-o", "b.xlsx", "--columns", "quote,line", "--no-header", *files)
book = openpyxl.load_workbook("b.xlsx")
table = rows(book, "Quotes")
check("--columns and --no-header", len(table) == 7 and table[0] == [
    "Nobody told us anything at all,", 1], table)
check("nothing stays", book["Quotes"].freeze_panes is None)
check("no filter", book["Quotes"].auto_filter.ref is None)
check("speakers without their columns", rows(book, "Speakers") == speakers)
about = {row[0]: row[1] for row in rows(book, "About")}
check("options", about["options"] == "--columns quote,line --no-header", about)

run("-o", "c.xlsx", "--people", "people.csv", "--columns", "id,speaker",
    "two.txt")
book = openpyxl.load_workbook("c.xlsx")
table = rows(book, "Quotes")
check("--people", table[:2] == [["id", "speaker"], ["=2", "Maria P. Lopez"]],
      table)
check("no formula", book["Quotes"]["A2"].data_type == "s")

run("-o", "d.xlsx", "--columns", "quote", "--newlines", "keep", "-",
    input=b'"We sail\nat dawn," said Ann Lee.\n')
check("--newlines keep", rows(openpyxl.load_workbook("d.xlsx"), "Quotes")[1] ==
      ["We sail\nat dawn,"])

run("-o", "empty.xlsx", "/dev/null")
check("no row", [len(rows(openpyxl.load_workbook("empty.xlsx"), s))
                 for s in ("Quotes", "Speakers")] == [1, 1])

# -- the file --------------------------------------------------------------


def digest(name):
    with open(name, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


run("-o", "again.xlsx", *files, env=dict(os.environ, TZ="Asia/Tokyo"))
check("the same rows give the same bytes", digest("a.xlsx") ==
      digest("again.xlsx"))
with open("out.xlsx", "wb") as out:
    subprocess.run([program, "-f", "xlsx", *files], stdout=out, check=True)
check("standard output", rows(openpyxl.load_workbook("out.xlsx"), "Quotes") ==
      rows(openpyxl.load_workbook("a.xlsx"), "Quotes"))
with open("/dev/full", "wb") as full:
    done = subprocess.run([program, "-f", "xlsx", *files], stdout=full,
                          stderr=subprocess.PIPE)
check("a full disk is told", done.returncode == 3 and
      b"No space left" in done.stderr, done)
write("old.xlsx", "old")
said = run("-o", "old.xlsx", "missing.txt", status=1)
check("kept when nothing is read", open("old.xlsx").read() == "old", said)
master, slave = pty.openpty()
done = subprocess.run([program, "-f", "xlsx", *files], stdout=slave,
                      stderr=subprocess.PIPE, timeout=20)
check("not onto a terminal", done.returncode == 2 and
      b"-o quotes.xlsx" in done.stderr, done)
run("--explain", "-o", "why.xlsx", "two.txt", status=2)
check("--explain is no workbook", not os.path.exists("why.xlsx"))

# -- limits ----------------------------------------------------------------

write("long.txt", '“' + "on and on, " * 4000 + '” said Ann Lee.\n')
said = run("-o", "long.xlsx", "--columns", "quote", "long.txt")
check("a cut cell is told", "1 cell cut to the 32767 characters" in said, said)
cell = rows(openpyxl.load_workbook("long.xlsx"), "Quotes")[1][0]
check("a cut cell", len(cell) == 32767 and cell.endswith("…"), len(cell))

if "all" in sys.argv[2:]:
    write("https:/a.example/many.txt", "".join(
        '"We sail on day %d," said Ann Lee.\n\n' % i for i in range(65532)))
    said = run("-o", "many.xlsx", "--columns", "document", "--no-header",
               "https://a.example/many.txt")
    check("links left out are told", "2 cells left without" in said, said)
    cells = [row[0] for row in openpyxl.load_workbook("many.xlsx")[
        "Quotes"].iter_rows()]
    check("links", sum(c.hyperlink is not None for c in cells) == 65530 and
          len(cells) == 65532)
    write("whole.txt", "".join('"No," said Ann.\n\n' for i in range(1048577)))
    said = run("-o", "whole.xlsx", "--columns", "line", "--all", "whole.txt")
    check("a second sheet is told", "go on in 'Quotes 2'" in said, said)
    book = openpyxl.load_workbook("whole.xlsx", read_only=True)
    sizes = [book[s].max_row for s in ("Quotes", "Quotes 2")]
    check("a second sheet", sizes == [1048576, 3], sizes)

left = [f for f in os.listdir(".") if f.startswith((".whosaid-", "tmp."))]
check("nothing is left", not left, left)
print("%d failures" % failures)
sys.exit(1 if failures else 0)
