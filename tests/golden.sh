#!/bin/sh
# golden.sh [--write | PROGRAM] - articles and their rows, byte for byte.
#
# fixtures/golden/X.txt gives X.csv, and X.all.csv with --all where there is
# one. --write makes the rows anew: review the difference like code.
# The program is $WHOSAID.
set -eu

program=${WHOSAID:?the program to test}
scratch=${SCRATCH:-$(mktemp -d)}
mkdir -p "$scratch"
cd "$(dirname "$0")/../fixtures/golden"
faults=0
compared=0

golden() { # EXPECTED OPTIONS...: the rows are on standard output
    expected=$1
    shift
    if [ "$write" = yes ]; then
        "$program" "$@" >"$expected"
        return
    fi
    compared=$((compared + 1))
    "$program" "$@" >"$scratch/$expected" || faults=$((faults + 1))
    diff -u "$expected" "$scratch/$expected" || faults=$((faults + 1))
}

write=no
[ "${1:-}" = --write ] && write=yes
for article in *.txt; do
    name=${article%.txt}
    golden "$name.csv" "$article"
    if [ -e "$name.all.csv" ]; then
        golden "$name.all.csv" --all "$article"
    fi
done
[ "$write" = yes ] && exit 0

# What raid.txt is there for, in words: two quotations, each twice; one name on
# all four; the second found by continuation; a scare quote that is no row.
is() { # WHAT WANTED GOT
    [ "$2" = "$3" ] && return
    echo "raid: $1: wanted '$2', got '$3'"
    faults=$((faults + 1))
}
column() { # NAME: its distinct values, with their number
    "$program" --columns "$1" raid.txt | tail -n +2 | tr -d '"' | sort |
        uniq -c | sed 's/^ *//' | tr '\n' ';'
}
is rows 5 "$("$program" raid.txt | wc -l | tr -d ' ')"
is 'unique rows' 3 "$("$program" --unique raid.txt | wc -l | tr -d ' ')"
is speaker '4 Harold Finlay;' "$(column speaker)"
is role '4 Head of ISGAs Plant Forgery Unit;' "$(column role)"
is affiliation '4 ISGA;' "$(column affiliation)"
is method '2 continuation;2 cue;' "$(column method)"
ids=$("$program" --columns quote_id raid.txt | sed -n '2,3p')
is duplicates "$ids" \
    "$("$program" --columns duplicate_of raid.txt | sed -n '4,5p')"
is 'the scare quote' 1 "$("$program" --all --columns quote,kind raid.txt |
    grep -cE '^"bag fillers","?(scare|term)"?$')"

echo "$compared files compared, $faults faults"
[ "$compared" -gt 0 ] && [ "$faults" -eq 0 ]
