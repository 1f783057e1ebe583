#!/bin/sh
# check.sh PROGRAM - whosaid check from outside: rows, exit statuses, files.
#
# fixtures/check has a draft, sources, and the rows that they give; --write
# makes those anew: review the difference like code.

program=${WHOSAID:-$1}
[ -x "$program" ] || { echo "usage: check.sh PROGRAM" >&2; exit 2; }
root=$(cd "$(dirname "$0")/.." && pwd)
fixtures=$root/fixtures/check
if [ "${1:-}" = --write ]; then
    cd "$fixtures" || exit 2
    "$program" check draft.csv sources >expected.csv 2>/dev/null
    exit 0
fi
scratch=${SCRATCH:-$(mktemp -d)}
rm -rf "$scratch"
mkdir -p "$scratch" && cd "$scratch" || exit 2
trap 'cd / && rm -rf "$scratch"' EXIT
LC_ALL=C
export LC_ALL
failures=0

fail() {
    failures=$((failures + 1))
    echo "FAIL: $name: $1"
    sed 's/^/    out: /' out | head -n 5
    sed 's/^/    err: /' err | head -n 5
}

# expect NAME STATUS ARGUMENTS...: check's exit status; streams in out and err
expect() {
    name=$1
    want=$2
    shift 2
    "$program" check "$@" >out 2>err
    got=$?
    [ "$got" -eq "$want" ] || fail "exit status $got, not $want"
}

writes() {
    grep -qF -e "$1" out || fail "does not write '$1'"
}

says() {
    grep -qF -e "$1" err || fail "does not say '$1'"
}

silent() {
    [ ! -s err ] || fail "says something"
}

printf '%s\n' '“The roof will not last,” said Maria Lopez. “We have no money.”' \
    >source.txt
printf 'quote,speaker\n"The roof will not last",Maria Lopez\n' >fine.csv
printf 'quote\n"The roof will ... last"\n' >abridged.csv
printf 'quote,speaker\n"The roof will not last",Daniel Okoro\n' >other.csv
printf '“The roof will last,” said Maria Lopez.\n' >draft.txt

cd "$fixtures" || exit 2
"$program" check draft.csv sources >"$scratch/out" 2>"$scratch/err"
cd "$scratch" || exit 2
name='the rows of fixtures/check are as expected'
diff -u "$fixtures/expected.csv" out || fail 'differs'

expect 'all is fine' 0 fine.csv source.txt </dev/null
writes '"The roof will not last","exact","source.txt",1,"1..23"'
silent
expect 'another speaker is not fine' 4 other.csv source.txt
writes '"Daniel Okoro","Maria Lopez","other"'
expect 'abridged is not fine' 4 abridged.csv source.txt
writes 'The roof will [-not-] {+...+} last'
expect 'abridged may be accepted' 0 --accept abridged abridged.csv source.txt
expect 'edited may be refused' 4 --accept=exact draft.txt source.txt
expect 'a text is a draft too' 4 draft.txt source.txt
writes '"changed"'
writes 'The roof will [-not-] last'
expect 'a source from standard input' 0 fine.csv <source.txt
writes '"-"'
expect 'a source called -' 0 fine.csv - <source.txt
expect 'a draft from standard input' 0 - source.txt <fine.csv
mkdir -p folder && cp source.txt folder/
expect 'a folder of sources' 0 fine.csv folder
writes '"folder/source.txt"'
printf '%s\n' '<html>' '<article>' '<h1>The roof of the hall</h1>' \
    '<p>The town met on Monday evening to talk of what it needs this year.</p>' \
    '<p>&ldquo;The roof <b>will</b>' \
    'not last,&rdquo; said Maria Lopez, who keeps the hall.</p></article>' \
    >page.html
expect 'lines and bytes of a page are those of its file' 0 --offsets byte \
    fine.csv page.html
writes ',5,"131..160",'
printf '> She came.\n> “The roof will not last,”\n> said Maria Lopez.\n' >mail.txt
expect 'those of mail too' 0 --offsets byte fine.csv mail.txt
writes ',2,"17..39",'
expect 'no quotation at all' 0 /dev/null source.txt
[ "$(wc -l <out)" -eq 1 ] || fail 'more than the header'

# what our own program writes is a draft
"$program" -o own.csv source.txt 2>err
expect 'rows of our own, with a byte order mark' 0 own.csv source.txt
"$program" -o own.tsv source.txt 2>err
expect 'rows of our own, tabs between' 0 own.tsv source.txt

expect 'one source that is not there' 1 fine.csv nowhere.txt source.txt
says 'nowhere.txt'
writes '"exact"'
expect 'no source that is there' 1 fine.csv nowhere.txt
[ ! -s out ] || fail 'writes something'
expect 'no draft that is there' 1 nowhere.csv source.txt
[ ! -s out ] || fail 'writes something'
printf '\201' >bad.txt
expect 'a source that is not UTF-8' 1 fine.csv bad.txt source.txt
says 'not UTF-8'
expect 'with --lenient' 0 --lenient fine.csv bad.txt source.txt
printf 'a,b\n1,2\n' >table.csv
expect 'a table without quotations' 2 table.csv source.txt
says "table.csv:1: byte 0: no column 'quote'"
expect 'no source named' 2 - </dev/null
expect 'nothing named' 2
says 'needs a draft'
expect 'an option that is not' 2 --acept abridged fine.csv source.txt
says "did you mean '--accept'"
expect 'a value that is not' 2 --accept changed fine.csv source.txt
says '--accept takes VERDICT'
expect 'help' 0 --help
writes 'usage: whosaid check'
writes 'speaker_verdict'
silent

expect 'to a file' 0 -o out.csv fine.csv source.txt
[ ! -s out ] || fail 'writes to standard output'
[ "$(head -c 3 out.csv)" = "$(printf '\357\273\277')" ] || fail 'no mark'
expect 'an object a line' 0 -o out.jsonl fine.csv source.txt
cat out.jsonl >out
writes '"verdict":"exact"'
expect 'tabs' 0 -f tsv --no-header fine.csv source.txt
[ "$(wc -l <out)" -eq 1 ] || fail 'more than a row'
cp source.txt both.txt
expect 'the output is a source' 2 -o both.txt fine.csv both.txt
cmp source.txt both.txt || fail 'was written over'
if [ -w /dev/full ]; then
    name='a full disk'
    "$program" check fine.csv source.txt >/dev/full 2>err
    [ $? -eq 3 ] || fail 'exit status not 3'
else
    echo 'SKIPPED: a full disk: no /dev/full'
fi
cp source.txt check
name='a file called check'
"$program" ./check >out 2>err || fail 'not read'
writes '"./check"'

[ "$failures" -eq 0 ] || exit 1
