#!/bin/sh
# pages.sh PROGRAM - pages of HTML give the rows of their articles.
#
# 1. fixtures/html/X.html, pages in the shapes that sites have, give X.csv.
#    --write makes those anew: review the difference like code.
# 2. In them the words stand at the bytes that --offsets byte says.
# 3. Articles dressed as HTML give the rows of the text; also the corpora, where
#    there are any.
set -eu

program=${WHOSAID:?the program to test}
scratch=${SCRATCH:-$(mktemp -d)}
rm -rf "$scratch"
mkdir -p "$scratch"
here=$(cd "$(dirname "$0")" && pwd)
shared=${SHARED:-$here/../../shared}
columns=document,speaker,role,affiliation,quote,kind,cue,mention,method
columns=$columns,confidence
page_columns=speaker,quote,kind,cue,mention,method,confidence,line,title,url
page_columns=$page_columns,date,language
faults=0

if ! command -v python3 >/dev/null; then
    echo "SKIPPED: pages: no python3, so places and dressed articles were not" \
        "compared"
fi
python() { # ARGUMENTS: of pages.py, where there is Python
    ! command -v python3 >/dev/null || python3 "$here/pages.py" "$@"
}

cd "$here/../fixtures/html"
for page in *.html; do
    name=${page%.html}
    if [ "${1:-}" = --write ]; then
        "$program" --columns "$page_columns" "$page" >"$name.csv"
        continue
    fi
    "$program" --columns "$page_columns" "$page" >"$scratch/$name.csv" ||
        faults=$((faults + 1))
    diff -u "$name.csv" "$scratch/$name.csv" || faults=$((faults + 1))
    "$program" --columns quote,quote_spans,line --no-guard --offsets byte \
        "$page" >"$scratch/places.csv"
    python places "$page" "$scratch/places.csv" ||
        faults=$((faults + 1))
done
[ "${1:-}" = --write ] && exit 0

dressed() { # FOLDER: its texts and its pages give the same rows
    command -v python3 >/dev/null || return 0
    rm -rf "$scratch/pages"
    mkdir -p "$scratch/pages"
    python dress "$1" "$scratch/pages"
    "$program" --columns "$columns" "$1" >"$scratch/text.csv" 2>/dev/null
    "$program" --columns "$columns" "$scratch/pages" >"$scratch/html.csv" \
        2>/dev/null
    python same "$scratch/text.csv" "$scratch/html.csv" ||
        faults=$((faults + 1))
}

dressed ../articles
for page in "$scratch"/pages/*.html; do
    [ -e "$page" ] || continue
    "$program" --columns quote,quote_spans,line --no-guard --offsets byte \
        "$page" >"$scratch/places.csv"
    python places "$page" "$scratch/places.csv" || faults=$((faults + 1))
done
found=no
for corpus in news-dev release-train; do
    [ -d "$shared/corpora/$corpus/texts" ] || continue
    found=yes
    dressed "$shared/corpora/$corpus/texts"
done
[ "$found" = yes ] ||
    echo "SKIPPED: pages: no corpora in $shared, so none was read as HTML"

echo "$faults faults"
[ "$faults" -eq 0 ]
