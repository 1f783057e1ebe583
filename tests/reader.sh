#!/bin/sh
# reader.sh PROGRAM - the second reader: which weights are taken, which refused,
# and that it reads anything to the end, the same each time.
#
# Each case names what holds and says so only when it does not. Works in
# $SCRATCH, or a temporary folder, and removes what it made. MODEL names other
# weights than those of the checkout.

# shellcheck source=tests/steps.inc
. "$(dirname "$0")/steps.inc"

model=${MODEL:-$root/data/en/weights/whosaid-reader.bin}

cat >ann.txt <<'END'
"The council will keep the old library open," said Ann Lee, the mayor.

"Nobody asked us about it," Maria Lopez, a teacher, told reporters. "It came
too late for that."
END

# The program where no weights lie beside it.
mkdir -p alone/bin alone/share/whosaid
cp "$program" alone/bin/whosaid
built=$program
program=$scratch/alone/bin/whosaid

# -- weights that are none -------------------------------------------------------

printf 'as it was\n' >kept.csv
cp kept.csv before.csv

refuses() { # MODEL TEXT: with every word that reads
    for word in auto always; do
        run --reader "$word" --model "$1" -o kept.csv ann.txt
        ends 2
        tells "$1: $2"
        writes_nothing
        cmp -s before.csv kept.csv || fail "writes rows"
        no_leftovers .
    done
}

holds "weights that are none are refused before anything is written"
: >empty.bin
printf 'WSREADER' >short.bin
{ printf 'WSREADER\001\000\000\000' && head -c 5000 /dev/zero; } >sizes.bin
{ printf 'WSWRITER' && head -c 5000 /dev/zero; } >magic.bin
for file in empty short sizes magic; do
    refuses $file.bin "not the weights of a reader that this version knows"
done
refuses ann.txt "not the weights of a reader that this version knows"
refuses none.bin "cannot be read: No such file or directory"
refuses . "not a file"

holds "the same where they lie beside the program"
cp magic.bin alone/bin/whosaid-reader.bin
run --reader auto -o kept.csv ann.txt
ends 2
says "alone/bin/whosaid-reader.bin: not the weights"
run --reader never ann.txt
ends 0
rm alone/bin/whosaid-reader.bin

holds "--reader wants weights"
for word in auto always; do
    run --reader $word -o kept.csv ann.txt
    ends 2
    tells "--reader: no whosaid-reader.bin beside the program; name one with --model"
    cmp -s before.csv kept.csv || fail "writes rows"
done

holds "--reader takes three words"
run --reader sometimes ann.txt
ends 2
tells "--reader takes never|auto|always, not 'sometimes'"
writes_nothing

holds "never is what is done without the option"
run ann.txt
ends 0
silent
cp out plain.csv
run --reader never ann.txt
silent
gives <plain.csv
run --reader never --model none.bin ann.txt
ends 0
silent
gives <plain.csv

# -- the weights -----------------------------------------------------------------

holds "the rest"
if [ ! -f "$model" ]; then
    skip "no $model: nothing was read with it"
    echo "$cases cases, $failures failures"
    [ "$failures" -eq 0 ]
    exit
fi

# Optimised code reads 25 KB/s or more, other code a twentieth of that.
many=10000
case ${FLAGS:-} in *-O3*) ;; *) many=300 ;; esac

holds "weights cut short or lengthened are refused"
size=$(wc -c <"$model")
head -c $((size / 2)) "$model" >half.bin
head -c $((size - 1)) "$model" >less.bin
{ cat "$model" && printf x; } >more.bin
for file in half less more; do
    refuses $file.bin "not the weights of a reader that this version knows"
done
rm half.bin less.bin more.bin

holds "weights are found beside the program, and where they are installed"
run --reader always --model "$model" ann.txt
ends 0
silent
cp out always.csv
for place in bin share/whosaid; do
    ln -s "$model" "alone/$place/whosaid-reader.bin"
    run --reader always ann.txt
    ends 0
    silent
    gives <always.csv
    run --reader never ann.txt
    gives <plain.csv
    rm "alone/$place/whosaid-reader.bin"
done
program=$built

mkdir texts
cp ann.txt "$root/fixtures/golden/raid.txt" "$root/fixtures/articles/library.txt" texts

holds "the same rows each time, over a folder and file by file"
run --reader always --model "$model" --no-duplicates --no-header texts
ends 0
cp out once.csv
run --reader always --model "$model" --no-duplicates --no-header texts
gives <once.csv
: >each.csv
for file in texts/*; do
    run --reader always --model "$model" --no-duplicates --no-header "$file"
    ends 0
    cat out >>each.csv
done
cp each.csv out
gives <once.csv

holds "a text that is not in English is read only where all are"
cat >bad.txt <<'END'
Der Stadtrat hat am Montag über das alte Hallenbad beraten. Bürgermeisterin Karin
Voss traf sich zuvor mit dem Verein. Sein Vorsitzender war enttäuscht.

„Das Bad ist unser Herz“, hieß es danach.

„Wir hätten gern länger geredet.“
END
run --reader never bad.txt
cp out never.csv
run --reader auto --model "$model" bad.txt
ends 0
silent
gives <never.csv
run --reader always --model "$model" bad.txt
ends 0
if cmp -s out never.csv; then fail "always read nothing"; fi

holds "quotations and their words are those that never gives"
run --reader always --model "$model" --all --columns quote_id,quote texts
ends 0
cp out words.csv
run --reader never --all --columns quote_id,quote texts
gives <words.csv

holds "auto names the speakers"
run --reader auto --model "$model" --columns speaker --no-header ann.txt
ends 0
silent
gives <<'END'
"Ann Lee"
"Maria Lopez"
"Maria Lopez"
END
run --reader always --model "$model" --columns speaker --no-header ann.txt
ends 0
gives <<'END'
"Ann Lee"
"Maria Lopez"
"Maria Lopez"
END

holds "the reader goes with other outputs"
for word in --explain --lint --dump-candidates -fjsonl; do
    run --reader always --model "$model" "$word" ann.txt
    ends 0
done

# -- any text --------------------------------------------------------------------

repeat() { # COUNT WORDS: that often
    awk -v n="$1" -v s="$2" 'BEGIN { while (n-- > 0) printf "%s", s }'
}

reads() { # FILE: to the end
    case_name="always reads $1 to the end"
    cases=$((cases + 1))
    for word in always auto; do
        run --reader $word --model "$model" --all "$1"
        ends 0
        grep -q Sanitizer err && fail "the sanitizer speaks"
    done
}

: >nothing.txt
printf '"' >mark.txt
printf '""' >marks.txt
printf '\n\n  \n' >blank.txt
repeat 300000 a >token.txt
{ printf '"' && repeat 300000 b && printf '," said Ann Lee.\n'; } >quoted-token.txt
{ printf 'Ann Lee spoke. "No," said ' && repeat 3000 Mc && printf '.\n'; } >name.txt
{ printf 'Ann Lee spoke.\n' && repeat "$many" '"No." '; } >many.txt
repeat "$many" '"No," said Ann. ' | head -c 12000 >said.txt
{ printf '"' && repeat 20000 'Ann Lee met Bo Hill in the hall, and he said that she left. ' &&
    printf '," said Maria Lopez.\n'; } >long.txt
{ printf '"' && repeat 400 'Ann Lee and Bo Hill left us. ' &&
    printf '," said Maria Lopez. "Yes," he said. "' &&
    repeat 400 'Bo Hill and Ann Lee left us. ' && printf '"\n'; } >both.txt
{ repeat 300 '"So ' && repeat 300 'it is" '; } >nested.txt
{ printf '"A\0B," said Ann\0Lee. \0\0\0"' && head -c 3000 /dev/zero && printf '"\n'; } >nul.txt
{ printf '„Wir bleiben hier“, sagte Anna Groß. »Nein«, sagte er.\n\n' &&
    printf '« Nous restons », a dit Zoé Lefèvre.\n\n— Нет, — сказала Анна.\n\n' &&
    printf '「行きます」と田中は言った。\n\nقالت "لا" ليلى.\n\n“नहीं,” उसने कहा।\n'; } >tongues.txt
{ printf '"\377\376 no," said Ann \303 Lee. "\360\237"\n'; } >bytes.txt
repeat 3000 '" ' >only-marks.txt
repeat 2000 'Ann Lee, Bo Hill, ' >names.txt
{ cat names.txt && printf '"No," he said. ' && cat names.txt; } >among-names.txt

for file in nothing mark marks blank token quoted-token name many said long both \
    nested nul tongues only-marks names among-names; do
    reads $file.txt
done

holds "bytes that are not UTF-8 stop nothing"
run --reader always --lenient --model "$model" --all bytes.txt
ends 0

echo "$cases cases, $failures failures"
[ "$failures" -eq 0 ]
