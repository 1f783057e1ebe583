#!/bin/sh
# readme.sh [--write | PROGRAM] - the README does what it says.
#
#   sh       the two commands for a fresh machine, word for word; their builds
#            are only asked for (make -n), since this runs inside one
#   console  `$ command`, and below it the output that it must give
#   c, text  a program against the library, and what it must print
#
# --write puts the outputs of console commands in their places.
# From the Makefile: WHOSAID, SCRATCH, CC, FLAGS, LIBRARY, LIBS.
set -eu

cd "$(dirname "$0")/.."
unset MAKEFLAGS MAKELEVEL MFLAGS
: "${WHOSAID:?the program to test}"
scratch=${SCRATCH:-$(mktemp -d)}
mkdir -p "$scratch"
faults=0
fault() {
    echo "readme: $*"
    faults=$((faults + 1))
}

block() { # LANGUAGE: the lines of the README's blocks in it
    awk -v fence="\`\`\`$1" '
        $0 == "```" { inside = 0 }
        inside { print }
        $0 == fence { inside = 1 }' README.md
}

here() { # COMMAND: run it, this program in the place of build/whosaid
    (
        whosaid() { "$WHOSAID" "$@"; }
        eval "$(printf '%s\n' "$1" | sed 's|build/whosaid|whosaid|g')"
    )
}

# Console blocks: the README with each output made anew must be the README.
rewrite() {
    console=no
    while IFS= read -r line; do
        case $console$line in
        'no```console') console=yes ;;
        'yes```') console=no ;;
        yes'$ '*)
            printf '%s\n' "$line"
            here "${line#??}" 2>&1 || echo "(failed: $?)"
            continue
            ;;
        yes*) continue ;;
        esac
        printf '%s\n' "$line"
    done <README.md
}
rewrite >"$scratch/README.md"
if [ "${1:-}" = --write ]; then
    cp "$scratch/README.md" README.md
    exit 0
fi
diff -u README.md "$scratch/README.md" ||
    fault "a command gives other output (tests/readme.sh --write)"
grep -q '^\$ ' README.md || fault "no command with its output"

# The two commands, each one line.
block sh >"$scratch/commands"
cat >"$scratch/wanted" <<'END'
tools/setup.sh && make && build/whosaid fixtures/articles/harbour.txt
tools/setup.sh --tests && make check
END
diff -u "$scratch/wanted" "$scratch/commands" || fault "other commands"
while IFS= read -r command; do
    command=$(printf '%s\n' "$command" | sed 's/ make/ make -n/')
    here "$command" >"$scratch/output" ||
        fault "fails: $command"
    [ -s "$scratch/output" ] || fault "says nothing: $command"
done <"$scratch/commands"
here "build/whosaid fixtures/articles/harbour.txt" >"$scratch/rows"
grep -q '"Maria Lopez"' "$scratch/rows" || fault "the sample has no rows"

# The program against the library.
block c >"$scratch/use.c"
block text >"$scratch/use.wanted"
[ -s "$scratch/use.c" ] || fault "no program"
# shellcheck disable=SC2086 # lists of words
${CC:-cc} ${FLAGS:--Iinclude} -o "$scratch/use" "$scratch/use.c" \
    "${LIBRARY:?}" ${LIBS:--lutf8proc}
"$scratch/use" >"$scratch/use.output" || fault "the program fails"
diff -u "$scratch/use.wanted" "$scratch/use.output" || fault "prints otherwise"

lines=$(wc -l <README.md)
[ "$lines" -lt 150 ] || fault "$lines lines; 150 are too many"
echo "README: $faults faults"
[ "$faults" -eq 0 ]
