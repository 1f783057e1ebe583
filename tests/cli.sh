#!/bin/sh
# cli.sh PROGRAM - the command from outside: streams, exit codes, files.
#
# Each case names what holds and says so only when it does not. Works in
# $SCRATCH, or a temporary folder, and removes what it made.

# shellcheck source=tests/steps.inc
. "$(dirname "$0")/steps.inc"

header=document,quote_id,speaker,role,affiliation,quote,kind,source_type
header=$header,cue,mention,method,confidence,evidence,paragraph,line
header=$header,quote_spans,mention_span,cue_span,duplicate_of,parent,group,group_change

cat >ann.txt <<'END'
"We will leave before the winter comes," said Ann Lee.
END
cat >two.txt <<'END'
The train was late again, and nobody on the platform knew why.

"Nobody told us anything at all about it," said Maria Lopez, a teacher.

"We have waited here since the early morning," said Ivan Horvat.
END
printf 'It rained all day. Nobody spoke.\n' >none.txt
: >empty.txt

# -- rows on standard output ---------------------------------------------------

holds "one article gives a header and its rows, and says nothing"
run two.txt
ends 0
silent
lines 3
[ "$(head -n 1 out)" = "$header" ] || fail "another header"
writes '"two.txt","q'
writes '"Nobody told us anything at all about it,"'

holds "no quotation is no failure"
run none.txt
ends 0
silent
[ "$(cat out)" = "$header" ] || fail "more or less than the header"

holds "an empty file is no failure"
run empty.txt
ends 0
lines 1

holds "standard input is read when no file is named, and for -"
"$program" <ann.txt >out 2>err
status=$?
ends 0
lines 2
writes '"-","q'
cp out first
"$program" - <ann.txt >out 2>err
cmp -s out first || fail "- is not the same"

holds "files keep their order, and one may come twice"
run two.txt ann.txt two.txt
ends 0
lines 6
[ "$(sed -n '2p;4p;5p' out | cut -d , -f 1 | tr '\n' ' ')" = \
    '"two.txt" "ann.txt" "two.txt" ' ] || fail "another order"

holds "the second time is marked as duplicate, or left out"
run --columns duplicate_of two.txt two.txt
[ "$(grep -c '^"q' out)" -eq 2 ] || fail "not two duplicates"
run --unique two.txt two.txt
lines 3

holds "the same input gives the same bytes"
run two.txt ann.txt
cp out first
run two.txt ann.txt
cmp -s out first || fail "other bytes"

# -- options -------------------------------------------------------------------

holds "--help goes to standard output and lists what there is"
run --help
ends 0
silent
for word in --no-duplicates --output --excel --excel-locale --columns --people --all --unique --min-confidence --explain --lint \
    --newlines --no-guard --no-header --offsets --lenient --encoding --quote-style --help --version \
    quote_id 'whosaid article.txt' Exit; do
    writes "$word"
done
cp out first
run -h
cmp -s out first || fail "-h is not the same"
[ "$(awk 'length > 80' out | wc -l)" -eq 0 ] || fail "wider than a terminal"

holds "--version names program and Unicode"
run --version
ends 0
lines 1
writes 'whosaid '
writes 'Unicode '
run -V
lines 1

holds "the manual is what the program says of itself (else: make man)"
(cd "$root" && sh tools/mkman.sh "$program") >out 2>err
cmp -s out "$root/docs/whosaid.1" || fail "docs/whosaid.1 is stale"

holds "--columns chooses and orders"
run --columns quote,document ann.txt
ends 0
[ "$(head -n 1 out)" = quote,document ] || fail "another header"
writes '"We will leave before the winter comes,","ann.txt"'

holds "an unknown column is refused with the nearest and the whole list"
run --columns speaker,quot ann.txt
ends 2
writes_nothing
says "no column 'quot'"
says "did you mean 'quote'?"
says 'mention_span, cue_span, duplicate_of, parent'

holds "a column may come once, and none may be empty"
run --columns quote,cue,quote ann.txt
ends 2
says "'quote' twice"
run --columns quote, ann.txt
ends 2
run --columns= ann.txt
ends 2

holds "an unknown option is refused with the nearest"
run --colums quote ann.txt
ends 2
writes_nothing
says "no option '--colums'"
says "did you mean '--columns'?"
run -x ann.txt
ends 2
run --min ann.txt
says "did you mean '--min-confidence'?"

holds "values are checked"
for value in 1.1 -1 x 0,5 '' . 50% 1e-1; do
    run --min-confidence "$value" ann.txt
    ends 2
    says 'from 0 to 1'
done
for value in 0 1 0.5 .5 1.000 0.123456; do
    run --min-confidence "$value" ann.txt
    ends 0
done
run --newlines both ann.txt
ends 2
says 'space|keep'
run --offsets bytes ann.txt
ends 2
says "did you mean 'byte'?"

holds "an option that wants a value says so; a switch takes none"
run ann.txt --columns
ends 2
says '--columns needs a value'
run --all=yes ann.txt
ends 2
says '--all takes no value'

holds "options may follow files; -- ends them"
run ann.txt --no-header
ends 0
lines 1
cp ann.txt ./-x.txt
run --no-guard -- -x.txt
ends 0
writes '"-x.txt"'
run -- --help
ends 1
says '--help: cannot open'

holds "a doubtful speaker is left empty, the row stays"
run --min-confidence 0 --columns quote ann.txt
cp out first
run --min-confidence 1 --columns quote ann.txt
cmp -s out first || fail "rows are lost"

# -- people --------------------------------------------------------------------

cat >people.csv <<'END'
name,aliases,id,team
Ann Lee,A. Lee,p1,red
Maria P. Lopez,Maria Lopez;Lopez,=2,"blue, green"
Ivan Horvat,,p3,
Ivan Horvat,,p4,red
END

holds "--people gives names and joins the other columns at the end"
run --people people.csv ann.txt two.txt
ends 0
lines 4
[ "$(head -n 1 out)" = "$header,id,team" ] || fail "another header"
writes ',"Ann Lee",'
writes ',"p1","red"'
writes ',"Maria P. Lopez",'
writes ',"'"'"'=2","blue, green"'
writes ',"Ivan Horvat",'
[ "$(grep -c ',"",""$' out)" -eq 1 ] || fail "cells of an ambiguous name"

holds "an ambiguous name is told once, at the end"
run --people people.csv two.txt two.txt
ends 0
says "people.csv: 'Ivan Horvat' is ambiguous: 2 people, the first in lines 4 and 5; 2 rows left"
[ "$(grep -c ambiguous err)" -eq 1 ] || fail "not once"
run --people people.csv ann.txt
silent

holds "--columns takes the columns of the people too, wherever it stands"
run --columns team,quote,id --people people.csv ann.txt
ends 0
[ "$(head -n 1 out)" = team,quote,id ] || fail "another header"
writes '"red","We will leave before the winter comes,","p1"'
run --columns team,quote ann.txt
ends 2
writes_nothing
says "no column 'team'"
run --people people.csv --columns tem ann.txt
ends 2
writes_nothing
says "did you mean 'team'?"
says 'language, id, team'

holds "ids and duplicates are the same with and without people"
run --columns quote_id,duplicate_of,quote two.txt ann.txt two.txt
cp out first
run --people people.csv --columns quote_id,duplicate_of,quote two.txt ann.txt two.txt
cmp -s out first || fail "others"

holds "a file of people that is none is refused before anything is written"
wrong() { # LINE:TEXT
    echo old >kept.csv
    run --people wrong.csv -o kept.csv ann.txt
    ends 2
    writes_nothing
    says "wrong.csv:$1"
    [ "$(cat kept.csv)" = old ] || fail "output touched"
}
printf 'nom,id\nAnn Lee,1\n' >wrong.csv
wrong "1: byte 0: no column 'name'"
printf 'name,id\nAnn Lee,1\nBo,"2\n' >wrong.csv
wrong '3: byte 21: a quote opens here'
printf 'name,id\nAnn Lee,1,2\n' >wrong.csv
wrong '2: byte 18: a cell more'
printf 'name,id\nAnn L\351e,1\n' >wrong.csv
wrong '2: byte 13: not UTF-8'
printf 'name,role\nAnn Lee,1\n' >wrong.csv
wrong "1: byte 5: a column with the name of one of whosaid's own: 'role'"
: >wrong.csv
wrong '1: byte 0: no first line'
run --people no.csv ann.txt
ends 2
writes_nothing
says 'no.csv: cannot open'
run --people . ann.txt
ends 2
says '.: cannot read'

holds "the file of people is not overwritten"
cp people.csv kept.csv
run --people kept.csv -o kept.csv ann.txt
ends 2
says 'kept.csv: is the output'
cmp -s people.csv kept.csv || fail "overwritten"

holds "--explain explains"
run --explain ann.txt
ends 0
[ -s out ] || fail "nothing"
[ "$(head -n 1 out)" != "$header" ] || fail "rows"

holds "--dump-candidates writes a line a quotation: name, words, candidates"
printf 'Ana Ruiz met Tom Lane. “We sail,” Ruiz said.\n' >dump.txt
run --dump-candidates dump.txt
ends 0
[ "$(cat out)" = "dump.txt	26..34	0..8;13..21;38..42" ] || fail "other candidates"

printf '“We sail," she said.\n\nÉ “so” (“it is.\n' >marks.txt

holds "--lint writes what is wrong, by place, and ends with 4"
run --lint marks.txt ann.txt
ends 4
silent
lines 2
[ "$(cut -d ' ' -f 1 out | tr '\n' ' ')" = 'marks.txt:1:1: marks.txt:3:9: ' ] ||
    fail "other places"
writes 'opened with “, closed with " [mismatched]'
writes '“ opens, and nothing closes it [unclosed]'

holds "--lint finds nothing, writes nothing and ends with 0"
run --lint ann.txt two.txt none.txt empty.txt
ends 0
silent
writes_nothing

holds "--lint reads standard input and folders"
"$program" --lint <marks.txt >out 2>err
status=$?
ends 4
lines 2
writes '-:3:9: '
mkdir desk
cp marks.txt desk/b.txt
cp marks.txt desk/a.txt
run --lint desk
ends 4
[ "$(cut -d : -f 1,2 out | tr '\n' ' ')" = \
    'desk/a.txt:1 desk/a.txt:3 desk/b.txt:1 desk/b.txt:3 ' ] ||
    fail "another order"

holds "--lint that could not read everything ends with 1"
run --lint missing.txt marks.txt
ends 1
lines 2
run --lint missing.txt
ends 1
writes_nothing

holds "--lint -o writes the file, an empty one too"
run --lint marks.txt -o lint.out
ends 4
writes_nothing
[ "$(wc -l <lint.out)" -eq 2 ] || fail "not two lines"
run --lint ann.txt -o lint.out
ends 0
[ ! -s lint.out ] || fail "not empty"

holds "--lint counts columns in code points, bad bytes as one"
printf '\303\251\377“so\n' >bad-column.txt
run --lint --lenient bad-column.txt
ends 4
writes 'bad-column.txt:1:3: '
run --lint bad-column.txt
ends 1
says --lenient

holds "--lint and --explain are two things"
run --lint --explain marks.txt
ends 2
writes_nothing
says 'do not go together'

holds "line breaks become one space, or stay"
printf '"We will leave\nbefore the winter," said Ann Lee.\n' >break.txt
run --columns quote --no-header break.txt
writes '"We will leave before the winter,"'
run --columns quote --no-header --newlines keep break.txt
[ "$(cat out)" = '"We will leave
before the winter,"' ] || fail "not kept"

holds "a formula is guarded, and that is said"
printf '"=1+1 is what we wrote on the board," said Ann Lee.\n' >formula.txt
run --columns quote --no-header formula.txt
writes "\"'=1+1"
says '1 cell guarded'
run --columns quote --no-header --no-guard formula.txt
writes '"=1+1'
silent

# -- inputs that fail ----------------------------------------------------------

holds "a missing file is named, the rest is written"
run missing.txt ann.txt
ends 1
lines 2
says 'whosaid: missing.txt: cannot open: No such file or directory'

holds "when nothing can be read nothing is written"
run missing.txt
ends 1
writes_nothing

holds "a file too long is refused at once"
if truncate -s 1073741825 long.txt 2>/dev/null; then
    run long.txt ann.txt
    ends 1
    lines 2
    says 'long.txt: longer than 1073741824 bytes'
    rm long.txt
else
    skip "no room for a sparse file"
fi

holds "an unreadable file is named"
if [ "$(id -u)" -eq 0 ]; then
    skip "root reads every file"
else
    cp ann.txt locked.txt
    chmod 0 locked.txt
    run locked.txt ann.txt
    ends 1
    lines 2
    says 'locked.txt: cannot open: Permission denied'
fi

holds "a folder as standard input is refused"
"$program" <. >out 2>err
status=$?
ends 1
says 'whosaid: -: cannot read'

holds "closed standard input is an error, not an empty text"
"$program" <&- >out 2>err
status=$?
ends 1
writes_nothing
says 'whosaid: -: cannot read'

# -- pages ---------------------------------------------------------------------

cat >page.html <<'END'
<!DOCTYPE html>
<html lang="en-GB"><head><title>Rain | The Site</title>
<meta property="article:published_time" content="2024-05-01">
<link rel="canonical" href="https://site.example/rain"></head>
<body><nav><a href="/">Home</a></nav>
<h1>Rain</h1>
<p>It rained in Aldermouth all day, and nobody left the house.</p>
<p>&ldquo;We will <b>leave</b> before the winter,&rdquo; said Ann Lee.</p>
END

holds "a page of HTML is known by what it begins with"
run --columns speaker,quote,line --no-header page.html
ends 0
silent
[ "$(cat out)" = '"Ann Lee","We will leave before the winter,",8' ] ||
    fail "other rows"
"$program" --columns speaker,quote,line --no-header <page.html >first 2>err
cmp -s out first || fail "other rows from standard input"

holds "bytes count in the page, code points in its text"
run --columns quote_spans --no-header --offsets byte page.html
begin=$(sed 's/"\([0-9]*\).*/\1/' out)
end=$(sed 's/.*\.\([0-9]*\)"/\1/' out)
[ "$(tail -c +$((begin + 1)) page.html | head -c $((end - begin)))" = \
    'We will <b>leave</b> before the winter,' ] || fail "other words there"
run --columns quote_spans --no-header page.html
writes '"68..100"'

holds "what a page tells of itself is there when asked for"
run --columns title,url,date,language --no-header page.html ann.txt
[ "$(cat out)" = '"Rain","https://site.example/rain","2024-05-01","en-GB"
"","","",""' ] || fail "other cells"
run page.html
[ "$(head -n 1 out)" = "$header" ] || fail "another header"

holds "a people's column of that name comes first"
printf 'name,title\nAnn Lee,Dr\n' >titled.csv
run --people titled.csv --columns title --no-header page.html
[ "$(cat out)" = '"Dr"' ] || fail "another title"

holds "--input-format says what it is"
printf 'It rained.\n\n"So there <b>it</b> is," said Ann Lee.\n' >tags.htm
run --input-format text --columns quote --no-header tags.htm
[ "$(cat out)" = '"So there <b>it</b> is,"' ] || fail "other rows"
run --columns quote --no-header tags.htm
[ "$(cat out)" = '"So there it is,"' ] || fail "other rows"
printf 'It rained. <p>&ldquo;We go,&rdquo; said Ann Lee.' >late.bin
run --input-format html --columns quote --no-header late.bin
writes '"We go,"'
run --input-format htm late.bin
ends 2
says "did you mean 'html'?"

holds "the marks of a page are linted at their places in it"
printf '<p>It rained.\n<p><b>“We</b> sail,\" she said.\n' >lint.html
run --lint lint.html
ends 4
writes 'lint.html:2:7: '

holds "a page is read in the encoding that it names"
printf '<meta charset="ISO-8859-1"><p>\223Caf\351,\224 said Ann Lee.' >latin.html
run --columns speaker,quote --no-header latin.html
ends 0
silent
[ "$(cat out)" = '"Ann Lee","Café,"' ] || fail "other rows"
printf '<meta charset="Shift_JIS"><p>\201u\202\240\202\240\201v said Ann Lee.' >sjis.html
run --columns quote --no-header sjis.html
ends 0
silent
writes 'ああ'

holds "unless it is UTF-8, or names one that nobody knows"
printf '<meta charset="ISO-8859-1"><p>“Café,” said Ann Lee.' >not-latin.html
run --columns speaker,quote --no-header not-latin.html
ends 0
silent
[ "$(cat out)" = '"Ann Lee","Café,"' ] || fail "other rows"
printf '<meta charset="utf-9"><p>“caf\351' >nine.html
run nine.html
ends 1
says 'nine.html:1: byte 31: not UTF-8 (0xe9); the page says that it is utf-9; try --encoding NAME, or --lenient'
run --lenient nine.html
ends 0

# -- layouts -------------------------------------------------------------------

cat >mail.eml <<'END'
Ann Lee wrote:
> It rained. "We will leave before
> the winter," said Bo Ray.
END

holds "mail is read without its signs, lines and bytes count in the file"
run --columns speaker,quote,line --no-header mail.eml
ends 0
silent
[ "$(cat out)" = '"Bo Ray","We will leave before the winter,",2' ] ||
    fail "other rows"
run --columns quote_spans --no-header --offsets byte mail.eml
begin=$(sed 's/"\([0-9]*\).*/\1/' out)
end=$(sed 's/.*\.\([0-9]*\)"/\1/' out)
[ "$(tail -c +$((begin + 1)) mail.eml | head -c $((end - begin)))" = \
    'We will leave before
> the winter,' ] || fail "other words there"

holds "--input-format text reads it as it stands"
run --columns quote --no-header --input-format text mail.eml
writes '"We will leave before > the winter,"'

holds "a table of rows is no such text for check"
printf 'quote,speaker\n"**So** [it](http:a.b) is","Ann"\n' >draft.csv
cp draft.csv draft.dat
printf '“So it is,” said Ann. “**So** it is.”\n' >source.txt
for draft in draft.csv draft.dat; do
    run check --no-header $draft source.txt
    writes '[it](http:a.b)'
done

# -- UTF-16 --------------------------------------------------------------------

holds "UTF-16 without a byte order mark is read, and said"
run --no-header --columns speaker,quote ann.txt
cp out first
for name in UTF-16LE UTF-16BE; do
    iconv -f UTF-8 -t $name ann.txt >wide.txt
    run --no-header --columns speaker,quote wide.txt
    ends 0
    cmp -s out first || fail "other rows in $name"
    says 'wide.txt: read as UTF-16, without a byte order mark'
done
printf 'a\0b\0c\0d\0e' >odd.txt
run odd.txt
ends 0
silent

# -- pictures ------------------------------------------------------------------

holds "nobody in a picture speaks in the next paragraph"
printf '%s\n\n' 'Susan Okafor, who leads the council, disagreed on Monday night.' \
    'Greta Munk outside the town hall. Photo: Rob Dunmore/Coast Press' \
    '“Somebody has to pay for the dredging,” she said.' >picture.txt
run --no-header --columns speaker,line picture.txt
[ "$(cat out)" = '"Susan Okafor",5' ] || fail "another speaker"

# -- subtitles -----------------------------------------------------------------

holds "a label that comes once names who speaks, a dash another"
printf '1\n00:00:01,000 --> 00:00:04,000\nRUIZ: We stay open,\nwhatever comes.\n\n2\n00:00:04,500 --> 00:00:08,000\n- Do you mean that?\n- I mean it all.\n' >one.srt
run --no-header --columns speaker,quote,kind one.srt
ends 0
[ "$(cat out)" = '"RUIZ","We stay open, whatever comes.","turn"' ] ||
    fail "other rows"

# -- folders -------------------------------------------------------------------

mkdir -p tree/b/c tree/.git
for f in tree/b.txt tree/a.txt tree/B.txt tree/b/z.txt tree/b/c/y.txt \
    tree/.hidden.txt tree/.git/x.txt; do
    cp ann.txt "$f"
done
printf x >tree/notes.md
printf x >tree/b/page.pdf
ln -s .. tree/b/loop
ln -s ../ann.txt tree/link.txt

holds "a folder is walked in the order of bytes"
run --columns document --no-header tree
ends 0
[ "$(tr '\n' ' ' <out)" = '"tree/B.txt" "tree/a.txt" "tree/b/c/y.txt" '\
'"tree/b/z.txt" "tree/b.txt" "tree/link.txt" ' ] || fail "another order"
says 'whosaid: tree: 3 files left out, not *.txt, *.html or *.jsonl: '
says notes.md
says page.pdf

holds "a slash at a folder's end changes nothing"
cp out first
run --columns document --no-header tree/
cmp -s out first || fail "other names"

holds "patterns choose the files of folders"
cp ann.txt tree/b/m.md
run --columns document --no-header --include '*.md' --exclude notes.md tree
ends 0
[ "$(tr '\n' ' ' <out)" = '"tree/b/m.md" ' ] || fail "other files"
says 'left out, as the patterns say: '
run --columns document --no-header --exclude c --exclude 'b/z*' \
    --exclude='*[Bk].txt' tree
ends 0
[ "$(tr '\n' ' ' <out)" = '"tree/a.txt" "tree/b.txt" ' ] || fail "other files"
run --columns document --no-header --include 'b/*.txt' tree
[ "$(tr '\n' ' ' <out)" = '"tree/b/c/y.txt" "tree/b/z.txt" ' ] ||
    fail "other files"
run --include '*.nothing' tree
ends 1
says 'no file as --include and --exclude say in this folder'
run --columns document --no-header --exclude '*.txt' ann.txt
ends 0
writes ann.txt
rm tree/b/m.md

holds "pages in a folder are read"
mkdir site
cp page.html site/b.html
cp page.html site/a.htm
cp ann.txt site/c.txt
run --columns document --no-header site
[ "$(tr '\n' ' ' <out)" = '"site/a.htm" "site/b.html" "site/c.txt" ' ] ||
    fail "another order"
silent

holds "folders too deep are told, the rest is read"
deep=deep
i=0
while [ $i -lt 130 ]; do
    deep=$deep/d
    i=$((i + 1))
done
mkdir -p $deep
cp ann.txt deep/z.txt
run deep
ends 1
lines 2
says 'folders too deep'

holds "a folder without *.txt is told and fails"
mkdir bare
printf x >bare/a.md
run bare ann.txt
ends 1
lines 2
says 'whosaid: bare: no *.txt, *.html or *.jsonl file'
says a.md

holds "one bad file in a folder does not stop the others"
mkdir mixed
cp ann.txt mixed/a.txt
printf '"caf\201," said Ann.\n' >mixed/b.txt
cp ann.txt mixed/c.txt
run --columns document mixed
ends 1
lines 3
says 'whosaid: mixed/b.txt:1: byte 4: not UTF-8 (0x81)'

# -- encodings -----------------------------------------------------------------

printf '“Nous étions là,” said Zoë.\n\nIt’s “caf\222” €5.\n' >bad.txt

holds "bytes that are not UTF-8 are refused by line and byte"
run bad.txt ann.txt
ends 1
lines 2
says 'whosaid: bad.txt:3: byte 49: not UTF-8 (0x92)'
says --lenient
says windows-1252

holds "--lenient takes them as separators and counts them"
run --lenient bad.txt two.txt
ends 0
says 'whosaid: 1 byte not UTF-8 in 1 text, taken as separators'
writes '"Nobody told us'

# -- conventions ---------------------------------------------------------------

cat >doubled.txt <<'END'
''The lift is stuck,'' Vera Molnar said. ''Nobody came,'' she said.
END
for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do
    echo "The lift in the old house on the square had been out of order for a week, and for a day more." >>doubled.txt
done

holds "two apostrophes are not read, and the option that reads them is named"
run doubled.txt
ends 0
lines 1
says 'whosaid: 1 text with two apostrophes for quotation marks'
says '--quote-style doubled'
run --quote-style doubled doubled.txt
ends 0
silent
lines 3
writes '"The lift is stuck,"'

holds "--quote-style takes one of its words"
run --quote-style duoble doubled.txt
ends 2
says "did you mean 'double'?"

holds "a file in UTF-16 is read as its byte order mark says"
printf '“We will léave,” said Ann Lee. \360\237\231\202\n' >plain.txt
run --columns speaker,quote,quote_spans,line --no-header plain.txt
cp out first
for order in LE BE; do
    mark='\377\376'
    [ $order = LE ] || mark='\376\377'
    { printf "$mark" && iconv -f UTF-8 -t UTF-16$order plain.txt; } >wide.txt
    run --columns speaker,quote,quote_spans,line --no-header wide.txt
    ends 0
    silent
    cmp -s out first || fail "other rows of UTF-16$order"
    run --columns speaker,quote,quote_spans,line --no-header \
        --encoding latin1 wide.txt
    cmp -s out first || fail "other rows of UTF-16$order, asked for another"
done
printf '\377\376H\000\000\334i' >odd.txt
run odd.txt
ends 1
says 'odd.txt:1: byte 4: not UTF-16LE (0x00); try --encoding NAME, or --lenient'
run --lenient odd.txt
ends 0

holds "what all agrees with windows-1252 is read so, with a note"
printf '\223We will l\351ave,\224 said Ann Lee.\n' >windows.txt
printf '“We will léave,” said Ann Lee.\n' >plain.txt
run --columns speaker,quote,quote_spans --no-header plain.txt
cp out first
run --columns speaker,quote,quote_spans --no-header windows.txt
ends 0
cmp -s out first || fail "other rows"
says 'whosaid: windows.txt: not UTF-8, read as windows-1252 (--encoding NAME'
run --lenient --columns speaker,quote,quote_spans --no-header windows.txt
cmp -s out first || fail "other rows with --lenient"
run --columns speaker,quote,quote_spans --no-header --encoding LATIN1 windows.txt
ends 0
silent
cmp -s out first || fail "other rows when asked for"
"$program" <windows.txt >out 2>err
says 'whosaid: -: not UTF-8, read as windows-1252'
run --columns quote_spans --no-header --offsets byte windows.txt
writes '"3..18"'

holds "bytes that windows-1252 has not are refused, and text that is UTF-8 else"
for byte in 81 8d 8f 90 9d 00; do
    printf "caf\\351 \\$(printf %03o 0x$byte)\n" >no-windows.txt
    run no-windows.txt
    ends 1
    says 'no-windows.txt:1: byte 3: not UTF-8 (0xe9)'
    says --encoding
done

holds "--encoding takes what iconv knows"
printf '"\362\305\313\301," said Ann Lee.\n' >koi.txt
run --columns quote --no-header --encoding koi8-r koi.txt
ends 0
silent
writes '"Река,"'
run --encoding utf-8 windows.txt
ends 1
says 'not UTF-8 (0x93)'
for name in nowhere-8 '' ascii//TRANSLIT; do
    run --encoding "$name" koi.txt
    ends 2
    says "no encoding '$name'"
done
{
    i=0
    while [ $i -lt 3000 ]; do
        printf '"\362\305\313\301," said Ann Lee.\n'
        i=$((i + 1))
    done
} >long.txt
run --columns quote --no-header --encoding koi8-r long.txt
lines 3000
[ "$(sort -u out)" = '"Река,"' ] || fail "other words in a long text"

holds "mojibake is told, and mended when asked for"
printf '“We léave,” said Ann Lee. “Now.” ‘So’ 東 \360\237\231\202 é\n' >plain.txt
run --columns speaker,quote --no-header plain.txt
cp out first
for c1 in 's/\xc2\x9d//g' ''; do
    python3 -c 'import sys
high = dict(zip(range(128, 160), map(chr, [
    8364, 129, 8218, 402, 8222, 8230, 8224, 8225, 710, 8240, 352, 8249, 338,
    141, 381, 143, 144, 8216, 8217, 8220, 8221, 8226, 8211, 8212, 732, 8482,
    353, 8250, 339, 157, 382, 376])))
words = "".join(high.get(b, chr(b)) for b in sys.stdin.buffer.read())
sys.stdout.buffer.write(words.encode())' <plain.txt | sed "$c1" >moji.txt 2>/dev/null ||
        skip "no python3"
    [ -s moji.txt ] || break
    run --columns speaker,quote moji.txt
    ends 0
    says 'whosaid: moji.txt: was read in the wrong encoding once (mojibake); --encoding mojibake mends it'
    run --columns speaker,quote --no-header --encoding mojibake moji.txt
    ends 0
    silent
    cmp -s out first || fail "other rows when mended"
done
run --columns speaker,quote --no-header --encoding mojibake plain.txt
cmp -s out first || fail "good text is changed"

holds "a byte order mark is no error"
printf '\357\273\277"We will leave before winter," said Ann Lee.\n' >mark.txt
run --columns quote,quote_spans mark.txt
ends 0
writes '"We will leave before winter,","2..30"'

# -- output that fails ---------------------------------------------------------

holds "a full disk is told"
if [ -w /dev/full ]; then
    for arguments in two.txt --help --version '--explain two.txt' \
        '--lint marks.txt'; do
        "$program" $arguments >/dev/full 2>err
        status=$?
        : >out
        ends 3
        says 'standard output: cannot write: No space left on device'
    done
    run two.txt -o /dev/full
    ends 3
    says '/dev/full: cannot write: No space left on device'
else
    skip "no /dev/full"
fi

holds "closed standard output is told"
"$program" two.txt >&- 2>err
status=$?
: >out
ends 3
says 'cannot write'

holds "closed standard error loses the messages only"
"$program" missing.txt two.txt -o closed.rows 2>&- >out
status=$?
ends 1
[ "$(head -n 1 closed.rows)" = "$header" ] || fail "messages in the output"
[ "$(wc -l <closed.rows)" -eq 3 ] || fail "lines in the output"

holds "a reader that leaves ends the program quietly"
: >err
long=$(for i in 1 2 3 4 5 6 7 8 9; do
    printf 'two.txt %.0s' 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0
done)
{ "$program" $long $long $long 2>err; echo $? >left; } | head -n 1 >out
status=$(cat left)
ends 141
silent

# -- -o ------------------------------------------------------------------------

mkdir o
holds "-o writes the file that standard output would get"
run two.txt
cp out first
run two.txt -o o/new.rows
ends 0
writes_nothing
cmp -s first o/new.rows || fail "another file"
run two.txt --output=o/new2.rows
cmp -s first o/new2.rows || fail "--output= differs"
run two.txt -oo/new3.rows
cmp -s first o/new3.rows || fail "-oFILE differs"
no_leftovers o

holds "-o gives a new file the usual mode and keeps an old file's"
(umask 027 && "$program" two.txt -o o/mode.rows)
[ "$(ls -l o/mode.rows | cut -c 1-10)" = -rw-r----- ] || fail "new mode"
chmod 604 o/mode.rows
run two.txt -o o/mode.rows
[ "$(ls -l o/mode.rows | cut -c 1-10)" = -rw----r-- ] || fail "old mode"

holds "-o leaves an old file alone when nothing could be read"
echo old >o/old.rows
run missing.txt -o o/old.rows
ends 1
says 'o/old.rows: nothing written'
[ "$(cat o/old.rows)" = old ] || fail "replaced"
run missing.txt -o o/none.rows
[ ! -e o/none.rows ] || fail "made"
no_leftovers o

holds "-o writes what could be read when only some failed"
run missing.txt two.txt -o o/some.rows
ends 1
cmp -s o/some.rows first || fail "another file"

holds "-o leaves an old file alone when the disk has no room"
(ulimit -f 1; # half a kilobyte or one
        "$program" $long $long -o o/old.rows >out 2>err)
status=$?
ends 3
says 'o/old.rows: cannot write'
[ "$(cat o/old.rows)" = old ] || fail "replaced"
no_leftovers o

holds "-o does not write over an input"
cp two.txt o/in.txt
run ann.txt o/in.txt -o o/in.txt
ends 2
says 'o/in.txt: is the output'
cmp -s two.txt o/in.txt || fail "written over"
ln o/in.txt o/alias.rows
run o/in.txt -o o/alias.rows
ends 2
cmp -s two.txt o/in.txt || fail "written over by another name"
run o -o o/in.txt
ends 2
"$program" -o o/in.txt <o/in.txt >out 2>err
status=$?
ends 2
cmp -s two.txt o/in.txt || fail "written over from standard input"
no_leftovers o

holds "standard output that is an input is not read"
cp two.txt o/append.txt
"$program" o/append.txt ann.txt >>o/append.txt 2>err
status=$?
: >out
ends 1
says 'o/append.txt: is the output'

holds "-o follows a link and keeps it"
echo old >o/target.rows
ln -s target.rows o/link.rows
run two.txt -o o/link.rows
ends 0
[ -L o/link.rows ] || fail "the link is gone"
cmp -s o/target.rows first || fail "another file"
ln -s round.rows o/round.rows
run two.txt -o o/round.rows
ends 3

holds "-o writes a pipe or device straight"
run two.txt -o /dev/null
ends 0
[ -c /dev/null ] || fail "/dev/null is gone"
mkfifo pipe
cat pipe >piped &
run two.txt -o pipe
wait
ends 0
cmp -s piped first || fail "another file"
"$program" two.txt -o /dev/stdout 2>err >out
status=$?
ends 0
cmp -s out first || fail "/dev/stdout differs"

holds "-o tells where it cannot write"
run two.txt -o nowhere/x.csv
ends 3
says 'nowhere/x.csv: cannot write: No such file or directory'
run two.txt -o o
ends 3
says 'o: cannot write: Is a directory'

holds "a signal leaves no file behind"
mkfifo slow
"$program" slow -o o/old.rows >out 2>err &
pid=$!
exec 9>slow # the program waits for more
for i in 1 2 3 4 5 6 7 8 9 10; do
    ls o/.whosaid-* >/dev/null 2>&1 && break
    sleep 0.1
done
kill -TERM "$pid"
wait "$pid" 2>/dev/null
status=$?
exec 9>&-
ends 143
[ "$(cat o/old.rows)" = old ] || fail "replaced"
no_leftovers o

holds "-o FILE.csv begins with a byte order mark, since Excel needs it"
run two.txt
{ printf '\357\273\277'; cat out; } >first
run two.txt -o o/mark.csv
ends 0
cmp -s first o/mark.csv || fail "another file"

holds "-o FILE.tsv and -f tsv write tabs"
run -f tsv --columns line,kind two.txt
ends 0
[ "$(sed -n 1p out)" = "$(printf 'line\tkind')" ] || fail "no tab in the header"
cp out first
run --columns line,kind -o o/two.tsv two.txt
ends 0
cmp -s first o/two.tsv || fail "another file"
run -f tsv --columns line,kind -o o/two.rows two.txt
cmp -s first o/two.rows || fail "-f does not win"
run -f pdf two.txt
ends 2
says "--format takes FORMAT, not 'pdf'"

holds "--excel begins with a byte order mark and ends lines in CRLF"
run two.txt
{ printf '\357\273\277'; sed 's/$/\r/' out; } >first
run --excel two.txt
ends 0
cmp -s first out || fail "another file"
run --excel-locale us two.txt
cmp -s first out || fail "us is not the same"
run --excel -o o/excel.csv two.txt
cmp -s first o/excel.csv || fail "not with -o"

holds "--excel-locale eu writes semicolons and decimal commas"
run --excel-locale eu --columns quote,confidence,line two.txt
ends 0
grep -q '^"Nobody.*";[01],[0-9][0-9];3.$' out || fail "another row"
run --columns quote,confidence,line two.txt
grep -q '^"Nobody.*",[01][.][0-9][0-9],3$' out || fail "also without"
run --excel-locale fr two.txt
ends 2
says 'us|eu'

holds "a file that begins with ID is taken for another kind, so it does not"
printf 'name,ID,id\nAnn Lee,7,8\n' >id.csv
run --people id.csv --columns ID,id ann.txt
[ "$(head -n 1 out)" = '"ID",id' ] || fail "another header"
run --people id.csv --columns id,ID ann.txt
[ "$(head -n 1 out)" = 'id,ID' ] || fail "quoted elsewhere"

holds "jq takes what the manual says it takes"
if command -v jq >/dev/null; then
    "$program" -f jsonl ann.txt | jq -r '.speaker, .parts[].text' >out 2>err
    printf 'Ann Lee\nWe will leave before the winter comes,\n' >want
    cmp -s want out || fail "other lines"
else
    skip "no jq"
fi

holds "what writes lines of text takes no format of rows"
for option in --explain --lint --dump-candidates; do
    for asked in "-f csv" "-f jsonl" "-f review" "-o o/no.xlsx" "-o o/no.html" "-o o/no.ann"; do
        # shellcheck disable=SC2086 # two words
        run $option $asked two.txt
        ends 2
        says "$option writes lines of text, not "
        writes_nothing
    done
done
[ ! -e o/no.xlsx ] || fail "made"
run --explain -o o/why.txt two.txt
ends 0
run --explain two.txt
cmp -s out o/why.txt || fail "another text in the file"

holds "a workbook is a file, or no workbook: see xlsx.sh"
run -f xlsx two.txt
if [ "$status" -eq 2 ]; then
    says 'without libxlsxwriter'
    writes_nothing
    run -o o/no.xlsx two.txt
    ends 2
    [ ! -e o/no.xlsx ] || fail "made"
else
    ends 0
    silent
    [ "$(head -c 2 out)" = PK ] || fail "no workbook"
    run -o o/two.xlsx two.txt
    cmp -s out o/two.xlsx && fail "written to standard output too"
    [ "$(head -c 2 o/two.xlsx)" = PK ] || fail "no workbook in the file"
    run -o pipe.xlsx --candidates two.txt
    ends 2
    says 'does not go with -f xlsx'
    mkfifo wide-pipe
    cat wide-pipe >piped &
    run -f xlsx -o wide-pipe two.txt
    wait
    ends 0
    [ "$(head -c 2 piped)" = PK ] || fail "no workbook in a pipe"
    echo old >o/old.xlsx
    (ulimit -f 4; "$program" two.txt -o o/old.xlsx >out 2>err)
    status=$?
    ends 3
    says 'o/old.xlsx: cannot write'
    [ "$(cat o/old.xlsx)" = old ] || fail "replaced"
    no_leftovers o
fi

# -- names ---------------------------------------------------------------------

escape=$(printf '\033')
hostile=$(printf 'a\033[31m\302\233b\nc\377.txt')

holds "a file name cannot repaint the terminal"
run "$hostile"
ends 1
grep -q "$escape" err && fail "raw escape"
says 'a\x1b[31m\xc2\x9bb\x0ac\xff.txt: cannot open'
run --columns "$escape[31m" ann.txt
grep -q "$escape" err && fail "raw escape in a column"
run "--$escape[31m" ann.txt
grep -q "$escape" err && fail "raw escape in an option"

holds "nor can one that is good UTF-8, nor a very long one"
run "$(printf 'a\302\233b\342\200\256c\342\201\246d\303\251.txt')"
says 'a\xc2\x9bb\xe2\x80\xaec\xe2\x81\xa6d'
says "$(printf 'd\303\251.txt')"
run "$(printf '%01500d' 0)"
ends 1
says '000...: cannot open'

holds "a file name cannot break a row"
cp ann.txt "$hostile"
cp ann.txt '=a,"b.txt'
run --columns document "$hostile" '=a,"b.txt'
ends 0
lines 3
writes "\"'=a,\"\"b.txt\""
grep -q "$escape" out && fail "raw escape in a row"

holds "nor a line of --lint"
cp marks.txt "$hostile"
run --lint "$hostile"
ends 4
lines 2
grep -q "$escape" out && fail "raw escape"

# -- with python3 --------------------------------------------------------------

cat >check.py <<'END'
import csv, sys

unit, text_name, csv_name = sys.argv[1:]
raw = open(text_name, "rb").read()
rows = list(csv.DictReader(open(csv_name, encoding="utf-8", newline="")))
lines = open(csv_name, "rb").read().split(b"\n")
assert lines[-1] == b"" and len(lines) == len(rows) + 2, "one line a record"
assert rows, "no row"


def cut(span):
    begin, end = map(int, span.split(".."))
    if unit == "byte":
        return raw[begin:end].decode("utf-8", "surrogateescape")
    if unit == "utf16":
        wide = raw.decode("utf-8").encode("utf-16-le")
        return wide[2 * begin : 2 * end].decode("utf-16-le")
    return raw.decode("utf-8", "surrogateescape")[begin:end]


for row in rows:
    assert None not in row and None not in row.values(), "columns"
    parts = [cut(span) for span in row["quote_spans"].split(";")]
    want = " ".join(" ".join(parts).split())
    assert row["quote"] == want, (row["quote"], want)
    for column in "mention", "cue":
        if row[column + "_span"]:
            assert cut(row[column + "_span"]) == row[column], column
    assert 0 <= float(row["confidence"]) <= 1
END

cat >wide.txt <<'END'
😀 It was “late”, as they say, in Zürich.

“Nobody — nobody at all — told us
about the 😀 sign on the door,” said Zoë Müller. “We have waited here since
the early morning.”
END

holds "rows read back in Python, spans in every unit"
if command -v python3 >/dev/null; then
    for unit in codepoint byte utf16; do
        run --no-guard --offsets "$unit" wide.txt
        ends 0
        python3 check.py "$unit" wide.txt out 2>err || fail "$unit: reading"
    done
else
    skip "no python3"
fi

holds "without arguments a terminal gets the usage"
cat >terminal.py <<'END'
import os, pty, subprocess, sys

master, slave = pty.openpty()
done = subprocess.run([sys.argv[1]], stdin=slave, capture_output=True,
                      timeout=10)
assert done.returncode == 2, done
assert b"usage: whosaid" in done.stderr and not done.stdout, done
END
if command -v python3 >/dev/null; then
    python3 terminal.py "$program" >out 2>err || fail "not so"
else
    skip "no python3"
fi

echo "$cases cases, $failures failures"
[ "$failures" -eq 0 ]
