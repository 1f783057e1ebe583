#!/bin/sh
# recipes.sh PROGRAM - PDF and Word through pdftotext and pandoc.
#
# Articles are set on small pages, with a running head, a page number and
# hyphens, and as Word's files; what the recipes of the manual make of those
# gives the rows of the text. Rows of PDF also stand at the bytes that
# --offsets byte says.

program=$1
[ -x "$program" ] || { echo "usage: recipes.sh PROGRAM" >&2; exit 2; }
case $program in /*) ;; *) program=$PWD/$program ;; esac

here=$(cd "$(dirname "$0")" && pwd)
fixtures=$here/../fixtures
scratch=${SCRATCH:-$(mktemp -d)}
rm -rf "$scratch"
mkdir -p "$scratch" && cd "$scratch" || exit 2
trap 'cd / && rm -rf "$scratch"' EXIT
failures=0

fail() {
    failures=$((failures + 1))
    echo "FAIL: $1"
}

missing() { # COMMAND...: those of them that are not there
    for tool; do
        command -v "$tool" >/dev/null || printf ' %s' "$tool"
    done
}

rows() { # ARGUMENTS: who said what
    "$program" --no-header --no-duplicates --columns speaker,quote,kind \
        "$@" 2>err
}

cat >letters.sed <<'END'
s/^$/.sp 0.6v/
s/'/\\[aq]/g
s/“/\\[lq]/g
s/”/\\[rq]/g
s/‘/\\[oq]/g
s/’/\\[cq]/g
END
set_pages() { # TEXT WIDTH: in PostScript; a paragraph is a line of TEXT
    {
        printf '.pl 5.5i\n.ll %s\n.po 1i\n.hy 1\n.ad b\n.ps 11\n.vs 14\n' "$2"
        # the head stands at a page's top, the foot at its bottom
        printf "%s\n" ".de HD" "'sp 0.5i" \
            ".tl 'The Estuary Weekly''Monday 3 March 2025'" "'sp 0.4i" ".." \
            ".de FT" "'sp 0.4i" ".tl ''- % -''" "'bp" ".." \
            ".wh 0 HD" ".wh -1i FT"
        sed -f letters.sed "$1"
    } | groff -Kutf8 -Tps >pages.ps
}

same() { # NAME OPTION: rows in got are those in want
    # without -layout or -raw pdftotext drops hyphens that are a word's own
    if [ "$2" = none ]; then
        sed 's/-//g' want >want.plain
        sed 's/-//g' got >got.plain
    else
        cp want want.plain
        cp got got.plain
    fi
    diff want.plain got.plain >differs || {
        fail "$1 with $2"
        head -n 8 differs
    }
}

# The bytes at quote_spans begin and end as the words do.
places() { # FILE
    "$program" --columns quote,quote_spans --no-guard --offsets byte \
        --newlines space - <"$1" >places.csv 2>err
    python3 - "$1" <<'END' || fail "$1: places"
import csv, re, sys
text = open(sys.argv[1], 'rb').read()
faults = 0
for row in csv.DictReader(open('places.csv', encoding='utf-8')):
    parts = [p.split('..') for p in row['quote_spans'].split(';')]
    first = text[int(parts[0][0]):int(parts[0][1])].decode().split()
    last = text[int(parts[-1][0]):int(parts[-1][1])].decode().split()
    words = row['quote'].split()
    if not words[0].startswith(first[0].rstrip('-')) or not words[-1].endswith(last[-1]):
        print(row, first[0], last[-1])
        faults += 1
sys.exit(faults > 0)
END
}

none=$(missing groff ps2pdf pdftotext python3)
if [ -n "$none" ]; then
    echo "SKIPPED: recipes: no PDF was read, without$none" \
        "(tools/setup.sh --readers)"
else
    for text in "$fixtures"/recipes/*.txt "$fixtures"/articles/*.txt; do
        rows "$text" >want
        for width in 4.2i 3.1i; do
            set_pages "$text" "$width"
            ps2pdf pages.ps pages.pdf
            options='-layout -raw none'
            case $text in
            # short lines of people who take turns, all close together: without
            # their layout nothing tells them from one paragraph
            */harbour.txt | */lamp.txt | */turbine.txt) options=-layout ;;
            esac
            for option in $options; do
                set -- "$option"
                [ "$option" = none ] && set --
                pdftotext "$@" pages.pdf - >page.txt
                rows - <page.txt >got
                same "$(basename "$text") at $width" "$option"
                places page.txt
            done
        done
    done
fi

none=$(missing pandoc)
if [ -n "$none" ]; then
    echo "SKIPPED: recipes: no Word file was read, without$none" \
        "(tools/setup.sh --readers)"
else
    for text in "$fixtures"/recipes/*.txt "$fixtures"/articles/*.txt; do
        rows "$text" >want
        pandoc -f markdown-smart -o text.docx "$text"
        pandoc -t plain text.docx | rows - >got
        same "$(basename "$text") in Word" wrapped
        pandoc -t plain --wrap=none text.docx | rows - >got
        same "$(basename "$text") in Word" unwrapped
    done
fi

echo "$failures failures"
[ "$failures" -eq 0 ]
