#!/bin/sh
# records.sh PROGRAM - what programs read: JSON lines, web annotations and brat
# standoff of articles, good and spoiled, read back by Python; and that a run
# whose inputs fail tells so in its lines.
set -u

program=$1
[ -x "$program" ] || { echo "usage: records.sh PROGRAM" >&2; exit 2; }
case $program in /*) ;; *) program=$PWD/$program ;; esac

root=$(cd "$(dirname "$0")/.." && pwd)
scratch=${SCRATCH:-$(mktemp -d)}
rm -rf "$scratch"
mkdir -p "$scratch" && cd "$scratch" || exit 2
trap 'cd / && rm -rf "$scratch"' EXIT

failures=0
fail() {
    failures=$((failures + 1))
    echo "FAIL: $1"
    sed 's/^/    out: /' out 2>/dev/null | head -n 5
}

# -- failures in band -----------------------------------------------------------

printf '"We will leave before the winter," said Ann Lee.\n' >ann.txt
printf 'a \201 byte\n' >bad.txt
mkdir none
: >none/picture.png

is() { # WHAT STATUS LINES: of a run just made
    [ "$status" -eq "$2" ] || fail "$1: exit status $status, not $2"
    [ "$(wc -l <out)" -eq "$3" ] || fail "$1: not $3 lines"
}
tells() { # LINE DOCUMENT
    sed -n "$1p" out | grep -q "^{\"document\":\"$2\",\"error\":\".*\"}$" ||
        fail "line $1 does not tell of $2"
}
"$program" -f jsonl missing.txt ann.txt bad.txt none ann.txt >out 2>err
status=$?
is 'some fail' 1 5
tells 1 missing.txt
tells 3 bad.txt
tells 4 none
[ "$(wc -l <err)" -eq 3 ] || fail "not as many messages as failures"
while IFS= read -r line; do # the same words
    words=${line#whosaid: *: }
    grep -qF "${words#*: }" out || fail "not in band: $line"
done <err

"$program" -f jsonl missing.txt >out 2>/dev/null
status=$?
is 'all fail' 1 1
tells 1 missing.txt
"$program" -o out missing.txt 2>/dev/null
status=$?
is 'all fail, csv' 1 1 # as it was
"$program" -o all.jsonl missing.txt none 2>/dev/null
status=$?
cp all.jsonl out
is 'all fail, -o' 1 2
"$program" -f jsonl <ann.txt >>out
[ "$(tail -n 1 out | cut -c 1-15)" = '{"document":"-"' ] || fail "-o .jsonl"
"$program" -f jsonl missing.txt >/dev/full 2>/dev/null
[ $? -eq 3 ] || fail "/dev/full goes unnoticed"
for mode in --lint --explain --dump-candidates; do
    "$program" -f jsonl "$mode" missing.txt >out 2>/dev/null
    [ ! -s out ] || fail "$mode writes records"
done

# -- what does not go together --------------------------------------------------

refuses() { # TEXT OPTIONS...
    text=$1
    shift
    rm -f new.ann
    "$program" "$@" >out 2>err
    [ $? -eq 2 ] || fail "$*: not refused"
    grep -qF -e "$text" err || fail "$*: does not say '$text'"
    [ ! -s out ] && [ ! -e new.ann ] || fail "$*: writes something"
}
refuses 'one article' -f brat ann.txt ann.txt
refuses 'is a folder' -o new.ann none
refuses '--columns' -f brat --columns quote ann.txt
refuses '--columns' -f annotations --columns quote ann.txt
refuses '--offsets' -f annotations --offsets byte ann.txt
refuses '--candidates' -f csv --candidates ann.txt
"$program" -o new.ann ann.txt || fail "-o FILE.ann"
grep -q '^T1	Quotation 1 33	We will leave' new.ann || fail "no standoff"

# -- read back --------------------------------------------------------------------

if ! command -v python3 >/dev/null; then
    echo "SKIPPED: no python3 to read the records with"
    [ "$failures" -eq 0 ]
    exit
fi
mkdir spoiled
python3 - "$root"/fixtures/articles/*.txt <<'END' || exit 1
import random
import sys

chance = random.Random(13)
articles = [open(name, "rb").read() for name in sys.argv[1:]]
bits = [b"\r\n", b"\r", b"\xff", b"\xe2\x80", b"\0", b"\x1b[1m", b"\t", b'"',
        b"\\", b"\xe2\x80\xa8", b"\xc2\x85", b"\xf0\x9d\x84\x9e", b"\x0b", b"=",
        b"\xed\xa0\x80", b"\xef\xbf\xbe", b"\xe2\x80\xae", b"</script>"]


def spoil(text):
    for _ in range(60):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(bits) + text[at:]
    return text


def write(name, text):
    with open(f"spoiled/{name}.txt", "wb") as file:
        file.write(text)


for i, article in enumerate(articles[:4]):
    write(f"{i}", spoil(article))
whole = b"".join(articles)
write("crlf", whole.replace(b"\n", b"\r\n"))
write("bom", b"\xef\xbb\xbf" + articles[0])
write("wide a%?#", articles[1].replace(b"a", b"\xf0\x9d\x84\x9e"))
END
python3 "$root/tests/records.py" "$program" "$root/docs/quotes.schema.json" \
    "$root"/fixtures/articles/harbour.txt "$root"/fixtures/articles/[!h]*.txt \
    spoiled/*.txt || failures=$((failures + 1))

echo "$failures failures"
[ "$failures" -eq 0 ]
