#!/bin/sh
# round.sh PROGRAM - rows across documents and across runs: groups,
# corrections given back, two runs compared, the summary.
#
# Each case names what holds and says so only when it does not. Works in
# $SCRATCH, or a temporary folder, and removes what it made.

# shellcheck source=tests/steps.inc
. "$(dirname "$0")/steps.inc"

cat >first.txt <<'END'
"The council will keep the old library open through the winter," said Ann Lee.

"Nobody asked us about it," said Maria Lopez, a teacher.
END
cat >second.txt <<'END'
The paper was late again.

"The council will keep the library open through the winter," said Ivan Horvat.

"Nobody asked us about it," said Maria Lopez.
END

# -- groups --------------------------------------------------------------------

holds "the same words in two articles, and nearly the same, are one group"
run --columns quote_id first.txt
one=$(sed -n 2p out)
two=$(sed -n 3p out)
run --columns document,duplicate_of,group,group_change --no-header first.txt second.txt
ends 0
silent
gives <<END
"first.txt","",$one,""
"first.txt","",$two,""
"second.txt","",$one,"1 word fewer, other speaker"
"second.txt",$two,$two,""
END

holds "diff of one file shows what a saying became in other articles"
run -o rows.csv first.txt second.txt
run diff rows.csv
ends 4
silent
gives <<END
group,document,quote_id,speaker,quote,changes,first_document,first_speaker
$one,"second.txt",$(sed -n '4s/^[^,]*,\([^,]*\),.*/\1/p' rows.csv),"Ivan Horvat","The council will keep the library open through the winter,","… will keep the [-old-] library open through …","first.txt","Ann Lee"
END
run -o rows.csv first.txt
run diff --no-header -o none.csv rows.csv
ends 0
silent
run diff --columns speaker rows.csv
ends 2
tells '--columns does not go with diff of one file'
run diff -o rows.csv rows.csv
ends 2
run --columns quote_id,quote -o few.csv first.txt
run diff few.csv
ends 2
tells "few.csv: no column 'group'"

holds "--no-duplicates leaves duplicates and groups empty"
run --no-duplicates --columns duplicate_of,group,group_change --no-header first.txt second.txt
ends 0
silent
gives <<'END'
"","",""
"","",""
"","",""
"","",""
END
run --no-duplicates --unique first.txt
ends 2
tells '--unique and --no-duplicates do not go together'

# -- corrections ---------------------------------------------------------------

# What a person does in a spreadsheet; the columns are by their names.
spreadsheet() { # SED-SCRIPT FILE: our rows, changed and saved
    sed "$1" rows >"$2"
}

holds "a corrected file given back keeps what a person changed"
run --columns quote_id,speaker,role,quote first.txt
cp out rows
spreadsheet '1s/$/,verdict/; 2s/"Ann Lee","",\(.*\)/"Anna Lee","mayor",\1,"checked, ok"/; 3s/$/,/' fixed.csv
run --corrections fixed.csv --columns speaker,role,affiliation,duplicate_of,reviewed,verdict first.txt
ends 0
silent
gives <<'END'
speaker,role,affiliation,duplicate_of,reviewed,verdict
"Anna Lee","mayor","","","yes","checked, ok"
"Maria Lopez","teacher","","","",""
END

holds "a second round keeps it too, and the columns stand behind all others"
run --corrections fixed.csv first.txt
cp out again.csv
head -n 1 out | grep -q ',group,group_change,reviewed,verdict$' || fail "columns elsewhere"
run --corrections again.csv first.txt
ends 0
silent
cmp -s out again.csv || fail "another file"

holds "without a column for it the whole file is reviewed"
spreadsheet '' same.csv
run --corrections same.csv --columns speaker,reviewed --no-header first.txt second.txt
ends 0
silent
gives <<'END'
"Ann Lee","yes"
"Maria Lopez","yes"
"Ivan Horvat",""
"Maria Lopez",""
END

holds "a file that a program saved with semicolons, CRLF, BOM and another order"
{
    printf '\357\273\277verdict;speaker;quote_id\r\n'
    printf '"=1+1";"Anna\nLee";%s\r\n' "$one"
} >fixed.csv
run --corrections fixed.csv --columns speaker,verdict --no-header first.txt
ends 0
gives <<'END'
"Anna Lee","'=1+1"
"Maria Lopez",""
END

holds "the apostrophe before a formula, and kept line breaks, are no change"
printf '"We win the cup," said =Ann.\n\n"We\nwin, and\nwin again," said Maria Lopez.\n' >guard.txt
run --newlines keep guard.txt
cp out rows.csv
run --no-guard -f tsv guard.txt
cp out rows.tsv
run --columns speaker,evidence,quote guard.txt
cp out plain
for f in rows.csv rows.tsv; do
    run --corrections "$f" --columns speaker,evidence,quote guard.txt
    ends 0
    cmp -s out plain || fail "other cells after $f"
done

holds "a renamed article is found again by its words"
cp first.txt renamed.txt
run first.txt
sed 's/"Ann Lee"/"Anna Lee"/' out >fixed.csv
run --corrections fixed.csv --columns speaker,reviewed --no-header renamed.txt
ends 0
tells 'fixed.csv: 2 rows found again by the words only'
gives <<'END'
"Anna Lee","yes"
"Maria Lopez","yes"
END

holds "a quotation edited lightly is found again in its own article"
mkdir -p edited
sed 's/winter,"/WINTER!"/; s/about it,"/about them,"/' first.txt >edited/first.txt
(
    cd edited || exit 2
    cp ../second.txt ../fixed.csv .
    "$program" --corrections fixed.csv --columns speaker,reviewed --no-header \
        first.txt second.txt >../out 2>../err
)
status=$?
ends 0
tells 'fixed.csv: 2 rows found again by the words only'
gives <<'END'
"Anna Lee","yes"
"Maria Lopez",""
"Ivan Horvat",""
"Maria Lopez","yes"
END

holds "what fits nothing any more is told by its line"
printf '"Nobody asked us about it," said Maria Lopez.\n\n"NOBODY asked us about it!" said Ann Lee.\n' >other.txt
run --corrections fixed.csv --columns speaker,reviewed --no-header other.txt
ends 0
tells 'fixed.csv: 1 row of first.txt, which was not read this time'
tells 'fixed.csv:3: its quote_id is gone, and its words do not tell which quotation it is for'
tells 'fixed.csv: 2 of 2 rows not used'
gives <<'END'
"Maria Lopez",""
"Ann Lee",""
END

holds "a row whose document was read is told by its line, others a document a line"
run first.txt second.txt
cp out both.csv
mkdir -p less
printf 'Nothing was said.\n' >less/first.txt
(cd less && "$program" --corrections ../both.csv first.txt >../out 2>../err)
status=$?
ends 0
grep -q '^whosaid: ../both.csv:[23]: fits no quotation any more$' err || fail "not by line"
tells '../both.csv: 2 rows of second.txt, which was not read this time'
tells '../both.csv: 4 of 4 rows not used'
[ "$(wc -l <err)" -eq 4 ] || fail "other lines"
i=0
{
    echo document,quote_id
    while [ $i -lt 30 ]; do
        echo "d$i.txt,q00000000000000$((10 + i))"
        i=$((i + 1))
    done
} >wide.csv
run --corrections wide.csv first.txt
tells 'wide.csv: 1 row of d19.txt, which was not read this time'
tells 'wide.csv: and rows of 10 more documents that were not read'
tells 'wide.csv: 30 of 30 rows not used'

holds "a second row for one quotation is told, unless it is the same"
{
    cat fixed.csv
    sed -n 2p fixed.csv
    sed -n '2s/"Anna Lee"/"Hannah Lee"/p' fixed.csv
} >twice.csv
run --corrections twice.csv --columns speaker --no-header first.txt
ends 0
tells 'twice.csv:5: a second row for this quote_id, not used'
tells 'twice.csv: 1 of 4 rows not used'
gives <<'END'
"Anna Lee"
"Maria Lopez"
END

holds "many that fit nothing are counted, the first of them named"
{
    echo quote_id,speaker
    i=10
    while [ $i -lt 60 ]; do
        echo "q00000000000000$i,Ann"
        i=$((i + 1))
    done
} >many.csv
run --corrections many.csv first.txt
ends 0
tells 'many.csv: 50 of 50 rows not used; the first of them are told'
[ "$(wc -l <err)" -eq 21 ] || fail "other lines"

holds "a corrected speaker is looked up among the people, and counts for duplicates"
printf 'name,aliases,id\nAnna B. Lee,Anna Lee,p1\n' >people.csv
run --people people.csv --corrections fixed.csv --columns speaker,id,duplicate_of,reviewed --no-header first.txt
ends 0
silent
gives <<'END'
"Anna B. Lee","p1","","yes"
"Maria Lopez","","","yes"
END
printf '"We will wait and see," said Ann Lee.\n\n"We will wait and see," said Jo Hill.\n' >wait.txt
run --columns quote_id,speaker wait.txt
sed 's/"Jo Hill"/"Ann Lee"/' out >fixed.csv
run --corrections fixed.csv --columns speaker --unique --no-header wait.txt
ends 0
gives <<'END'
"Ann Lee"
END

holds "standard input is looked at twice too"
"$program" --columns quote_id,speaker <first.txt >rows
sed 's/"Ann Lee"/"Anna Lee"/' rows >fixed.csv
"$program" --corrections fixed.csv --columns speaker --no-header - <first.txt >out 2>err
status=$?
ends 0
silent
gives <<'END'
"Anna Lee"
"Maria Lopez"
END

holds "JSON lines hold the corrections, and failures in their place"
run first.txt
sed 's/"Ann Lee"/"Anna Lee"/' out >fixed.csv
printf 'bad \201\n' >bad.txt
run -f jsonl --corrections fixed.csv --columns speaker,reviewed,verdict bad.txt first.txt
ends 1
gives <<'END'
{"document":"bad.txt","error":"byte 4: not UTF-8 (0x81); try --encoding windows-1252 or another, or --lenient"}
{"speaker":"Anna Lee","reviewed":"yes","verdict":null}
{"speaker":"Maria Lopez","reviewed":"yes","verdict":null}
END
run diff -f jsonl fixed.csv fixed.csv
ends 2
tells 'diff writes csv or tsv, not jsonl'

holds "an XLSX becomes a file of corrections by one line"
run first.txt
sed 's/"Ann Lee"/"Anna Lee"/' out >fixed.csv
if command -v ssconvert >/dev/null && ssconvert fixed.csv saved.xlsx >/dev/null 2>&1; then
    ssconvert saved.xlsx fixed.csv >/dev/null 2>&1 || fail "ssconvert"
    run --corrections fixed.csv --columns speaker,role,reviewed --no-header first.txt
    ends 0
    silent
    gives <<'END'
"Anna Lee","","yes"
"Maria Lopez","teacher","yes"
END
else
    skip "no ssconvert (Gnumeric)"
fi

holds "a file of corrections that is none is refused before anything is written"
echo old >kept.csv
for wrong in 'speaker\nAnn\n' 'quote_id,speaker,speaker\nq1,a,b\n' '' 'quote_id\n"q\n' '\377\n' \
    'quote_id,kind\nq1,speech\n'; do
    # shellcheck disable=SC2059 # a format of ours
    printf "$wrong" >wrong.csv
    run --corrections wrong.csv -o kept.csv first.txt
    ends 2
    grep -q '^whosaid: wrong.csv:[0-9]*: byte' err || fail "does not say where"
    [ "$(cat kept.csv)" = old ] || fail "overwritten"
done
run --corrections no.csv first.txt
ends 2
run --corrections fixed.csv -o fixed.csv first.txt
ends 2
tells 'fixed.csv: is the output, so it is not read'
printf 'name,verdict\nAnn,x\n' >people.csv
run --corrections fixed.csv --people people.csv first.txt
ends 2
tells "people.csv: has a column 'verdict', which --corrections adds"
run --columns verdict first.txt
ends 2
run --corrections fixed.csv --lint first.txt
ends 2
tells '--corrections goes with rows only'

# -- two runs compared ---------------------------------------------------------

holds "diff of a run and itself is empty, and no difference"
run first.txt second.txt
cp out old.csv
run diff old.csv old.csv
ends 0
silent
gives <<'END'
change,document,quote_id,column,old,new,speaker,quote
END
run -f tsv --newlines keep --no-guard first.txt second.txt
cp out old.tsv
run diff old.csv old.tsv
ends 0

holds "diff lists rows added, gone, moved and changed, cell by cell"
mkdir -p new
cat >new/first.txt <<'END'
"Wait for it," said Jo Hill.

"The council will keep the old library open through the winter," said Anna Lee.
END
cat >new/second.txt <<'END'
"Nobody asked us about IT!" said Maria Lopez.
END
cat >new/third.txt <<'END'
"The council will keep the library open through the winter," said Ivan Horvat.
END
(cd new && "$program" first.txt second.txt third.txt) >new.csv
run diff --columns document,speaker,quote --no-header old.csv new.csv
ends 4
silent
cut -d , -f 1,2,4- out >cut
mv cut out
sed -i 's/"quote_id","q[^"]*","q[^"]*"/"quote_id",Q,Q/' out
gives <<'END'
"changed","first.txt","speaker","Ann Lee","Anna Lee","Anna Lee","The council will keep the old library open through the winter,"
"gone","first.txt","","","","Maria Lopez","Nobody asked us about it,"
"moved","third.txt","quote_id",Q,Q,"Ivan Horvat","The council will keep the library open through the winter,"
"moved","third.txt","document","second.txt","third.txt","Ivan Horvat","The council will keep the library open through the winter,"
"moved","second.txt","quote_id",Q,Q,"Maria Lopez","Nobody asked us about IT!"
"moved","second.txt","quote","Nobody asked us about it,","Nobody asked us about IT!","Maria Lopez","Nobody asked us about IT!"
"added","first.txt","","","","Jo Hill","Wait for it,"
END
run diff --summary -f tsv -o diff.tsv old.csv new.csv
ends 4
tells '1 row changed, 2 moved, 1 added, 1 gone, 0 the same'
head -n 1 diff.tsv | grep -q 'change	document	quote_id' || fail "no tabs"

holds "a row that stands elsewhere is not changed, nor one that names a moved row"
{
    printf 'Rain again.\n\n'
    cat first.txt
} >new/first.txt
sed 's/winter,"/winter!"/' second.txt >new/second.txt
(cd new && "$program" first.txt second.txt) >new.csv
run diff old.csv new.csv
ends 4
grep -Ev 'quote_id,|"confidence"' out >told
[ "$(grep -c . told)" -eq "$(grep -c '"moved"' told)" ] ||
    fail "more than moved"
run diff --columns line old.csv new.csv
[ "$(grep -c '"changed","first.txt",.*"line"' out)" -eq 2 ] || fail "no line asked for"

holds "diff says what it passes over"
cut -d , -f 1-20 new.csv >short.csv
printf 'quote_id,speaker\n' >short.csv
run diff old.csv short.csv
ends 4
tells 'old.csv: 20 columns that the other file has not, not compared'
[ "$(grep -c '"gone"' out)" -eq 4 ] || fail "not all gone"

holds "diff refuses what it cannot compare"
run diff old.csv old.csv old.csv
ends 2
tells 'diff takes two files: whosaid diff OLD.csv NEW.csv; or one, whose groups it compares'
run diff --all old.csv new.csv
ends 2
tells '--all does not go with diff'
run diff --columns speaker,spaeker old.csv new.csv
ends 2
tells "old.csv: no column 'spaeker'"
run diff --columns speaker,speaker old.csv new.csv
ends 2
run diff no.csv new.csv
ends 1
run diff old.csv first.txt
ends 1
run diff -o new.csv old.csv new.csv
ends 2
tells 'new.csv: is the output, so it is not read'
if [ -w /dev/full ]; then
    "$program" diff old.csv new.csv >/dev/full 2>err
    status=$?
    ends 3
fi

holds "diff is a command only as the first word"
cp first.txt diff
run --columns speaker --no-header ./diff
ends 0
lines=$(wc -l <out)
[ "$lines" -eq 2 ] || fail "the file is not read"
run --columns speaker --no-header diff
ends 0
[ "$(wc -l <out)" -eq 2 ] || fail "the file is not read behind an option"

# -- summary -------------------------------------------------------------------

holds "--summary counts on standard error"
printf '"No," said Ann Lee.\n\n"=Yes," said Ann Lee.\n' >few.txt
printf 'It rained.\n\n"Perhaps we go home."\n' >none.txt
run --summary few.txt none.txt first.txt
ends 0
tells '3 documents, 5 quotations, 2 speakers, 1 without a speaker, 1 cell guarded'
run --summary none.txt
tells '1 document, 1 quotation, 0 speakers, 1 without a speaker, 0 cells guarded'

echo "$cases cases, $failures failures"
[ "$failures" -eq 0 ]
