#!/bin/sh
# streams.sh PROGRAM - corpora: JSON lines, CSV, gzip.
#
# 1. What is read and what refused, and that the rest goes on.
# 2. Input without end goes through as it comes, in bounded memory.
# 3. Articles turned into them give the rows of the text; also the corpora,
#    where there are any.

# shellcheck source=tests/steps.inc
. "$(dirname "$0")/steps.inc"
here=$root/tests
shared=${SHARED:-$root/../shared}

# -- JSON lines -------------------------------------------------------------

cat >one.jsonl <<'END'
{"id": "first", "text": "\"We will leave before winter,\" said Ann Lee."}
END
run one.jsonl
has_json=yes
if grep -q 'built without jansson' err; then
    has_json=no
    holds "JSON lines"
    ends 1
    skip "this program was built without jansson"
fi

json() {
    holds "the text is found, the document named, and both are said once"
    cat one.jsonl one.jsonl >two.jsonl
    run --columns document,speaker,quote two.jsonl
    ends 0
    lines 3
    writes '"first","Ann Lee","We will leave before winter,"'
    says "two.jsonl: takes texts from 'text' (--text-field), names from 'id'"
    [ "$(wc -l <err)" -eq 1 ] || fail "says more"

    holds "fields that are named are not said"
    cat >named.jsonl <<'END'
{"n": 7, "x": {"text": 1}, "say": "\"We will leave,\" said Ann Lee.", "text": ""}
{"n": "\u00e9\ud83d\ude00", "say": "\u201cWe will leave,\u201d said Ann Lee."}
END
    run --text-field say --id-field n --columns document,quote,quote_spans \
        named.jsonl
    ends 0
    silent
    writes '"7","We will leave,","1..15"'
    writes '"é😀","We will leave,","1..15"'

    holds "bad records are told with line and byte, and the rest goes on"
    {
        echo '{"text": "\"We will leave,\" said Ann Lee."}'
        echo '{"text": "cut'
        echo
        echo '[1]'
        echo '{"text": 5}'
        echo '{"body": "no text"}'
        printf '{"text": "\377"}\n'
        printf '{"text": "\\"We will stay,\\" said Bob Ray."}'
    } >bad.jsonl
    run --columns document,quote bad.jsonl
    ends 1
    lines 3
    writes '"bad.jsonl:1","We will leave,"'
    writes '"bad.jsonl:8","We will stay,"'
    says 'bad.jsonl:2: byte '
    says 'bad.jsonl:4: byte 60: not a JSON object'
    says "bad.jsonl:5: byte 64: no string in field 'text'"
    says "bad.jsonl:6: byte 76: no field 'text'"
    says 'bad.jsonl:7: byte 106: not UTF-8 (0xff)'
    run -f jsonl bad.jsonl
    ends 1
    lines 7
    writes '{"document":"bad.jsonl:4","error":"byte 60: not a JSON object"}'

    holds "a field that holds a page is read as one"
    cat >page.jsonl <<'END'
{"html": "<html><body><article><p><q>We will leave,</q> said <b>Ann Lee</b>.</p></article></body></html>"}
END
    run --columns document,speaker,quote page.jsonl
    ends 0
    writes '"page.jsonl:1","Ann Lee","We will leave,"'
    says "takes pages from 'html' (--html-field)"
    sed 's/"html"/"body"/' page.jsonl >body.jsonl
    run --columns document,speaker,quote body.jsonl
    writes '"body.jsonl:1","Ann Lee","We will leave,"'
    says "takes pages from 'body' (--html-field)"

    holds "standard input, other names, folders"
    mkdir -p folder
    cp one.jsonl folder/a.ndjson
    cp one.jsonl folder/b.jsonl
    run --columns quote folder
    ends 0
    lines 3
    [ "$(grep -c takes err)" -eq 1 ] || fail "does not say it once"
    feed one.jsonl --input-format jsonl --columns document
    ends 0
    writes first

    holds "no text in it"
    echo '{"a": "b"}' >none.jsonl
    run none.jsonl
    ends 1
    says 'none.jsonl:1: byte 0: no field that is known to hold a text'
    : >empty.jsonl
    run empty.jsonl
    [ "$status" -le 1 ] || fail "exit status $status"

    holds "corrections go with records"
    run --columns quote_id,document,speaker,quote one.jsonl
    { sed 's/Ann Lee/Anna Lee/' out; } >fixed.csv
    run --columns document,speaker,quote --corrections fixed.csv one.jsonl \
        bad.jsonl
    ends 1
    writes '"first","Anna Lee"'
    writes '"bad.jsonl:8"'

    holds "check reads records"
    printf '"We will leave before winter," said Ann Lee.\n' >draft.txt
    run check draft.txt one.jsonl
    ends 0
    writes first

    holds "deep and long records"
    {
        printf '{"text":'
        head -c 100000 /dev/zero | tr '\0' '['
        echo
        printf '{"text":"'
        head -c 300000 /dev/zero | tr '\0' 'a'
        printf ' \\"We will leave,\\" said Ann Lee."}\n'
    } >deep.jsonl
    run --columns document,quote deep.jsonl
    ends 1
    says 'deep.jsonl:1: byte '
    writes '"deep.jsonl:2","We will leave,"'

    holds "a text's rows are there before the next text is read"
    rm -f pipe
    mkfifo pipe
    "$program" --input-format jsonl --line-buffered --no-duplicates \
        --columns document,quote - <pipe >out 2>err &
    child=$!
    exec 3>pipe
    cat one.jsonl >&3
    n=0
    while [ "$n" -lt 100 ] && ! grep -q first out; do
        sleep 0.1
        n=$((n + 1))
    done
    writes '"first"'
    exec 3>&-
    wait "$child" || fail "exit status $?"

    holds "input without end takes bounded memory"
    awk 'BEGIN { for (i = 0; i < 60000; i++) printf "{\"id\":%d,\"text\":" \
        "\"\\\"We will leave tomorrow %d,\\\" said Ann Lee.%0900d\"}\n", \
        i, i, 0 }' >long.jsonl
    if ! (ulimit -v 40000 && "$program" --version) >/dev/null 2>&1; then
        skip "memory cannot be limited here" # the sanitizers' own
    else
        (ulimit -v 40000 && cat long.jsonl | "$program" --input-format jsonl \
            --no-duplicates --columns document -) >out 2>err
        status=$?
        ends 0
        lines 60001
    fi
    rm -f long.jsonl
}
[ "$has_json" = no ] || json

# -- CSV --------------------------------------------------------------------

holds "the text column is found, a cell keeps its line ends"
printf 'id,text\r\n1,"""We will leave,"" said Ann Lee.\r\n\r\n""So will' >a.csv
printf ' we,"" said Bob Ray."\r\n\r\n,"""We will stay,"" said Carl Orr."\r\n' \
    >>a.csv
run --input-format csv --columns document,speaker,line a.csv
ends 0
lines 4
writes '"1","Ann Lee",1'
writes '"1","Bob Ray",3'
writes '"a.csv:6","Carl Orr",1'
says "takes texts from 'text' (--text-column), names from 'id' (--id-column)"

holds "named columns, semicolons, a byte order mark"
printf '\357\273\277"say";"a;b"\n"""Stay; here,"" said Ann Lee.";x,"y\n' >b.csv
run --input-format csv --text-column say --id-column 'a;b' \
    --columns document,quote b.csv
ends 0
silent
writes '"x,""y","Stay; here,"'

holds "bad lines of CSV are told, and the rest goes on"
cat >c.csv <<'END'
text,id
"""We will leave,"" said Ann Lee.",1
"a"b,2
a,b,c
"""We will stay,"" said Bob Ray.",5
"a
END
run --input-format csv --columns document,quote c.csv
ends 1
lines 3
says 'c.csv:3: byte 48: text behind a closing quote'
says 'c.csv:4: byte 52: a cell more than there are columns'
says 'c.csv:6: byte 94: a quote opens here, and none closes it'
writes '"5"'

holds "no such column"
run --input-format csv --text-column none c.csv
ends 1
says "c.csv:1: byte 0: no column 'none'"
[ "$(wc -l <err)" -eq 1 ] || fail "says more"
printf 'a,b\n1,2\n' >d.csv
run --input-format csv d.csv
ends 1
says 'd.csv:1: byte 0: no column that is known to hold a text'
printf 'a\rtext\r' >e.csv
run --input-format csv e.csv
ends 1
says 'carriage return'

# -- gzip -------------------------------------------------------------------

printf '"We will leave before winter," said Ann Lee.\n' >ann.txt
gzip -c ann.txt >ann.txt.gz
run ann.txt.gz
has_gzip=yes
if grep -q 'this whosaid was built without' err; then
    has_gzip=no
    holds "gzip"
    ends 1
    skip "this program was built without zlib"
fi

packed() {
    holds "a packed text, in members, zeros behind"
    run --columns document,speaker ann.txt.gz
    ends 0
    silent
    writes '"ann.txt.gz","Ann Lee"'
    { gzip -c ann.txt; gzip -c ann.txt; head -c 1000 /dev/zero; } >two.gz
    feed two.gz --columns quote
    ends 0
    lines 3

    holds "packed files of all kinds in a folder"
    rm -rf many
    mkdir many
    cp ann.txt.gz many/
    printf '<p><q>We will leave,</q> said Ann Lee.</p>' |
        gzip -c >many/page.html.gz
    run --columns document,speaker many
    ends 0
    lines 3

    holds "a long one"
    awk 'BEGIN { for (i = 0; i < 20000; i++) print "\"We will leave " i \
        ",\" said Ann Lee.\n" }' >long.txt
    gzip -c long.txt >long.txt.gz
    run --columns quote,quote_spans long.txt.gz
    cp out want
    run --columns quote,quote_spans long.txt
    cmp -s out want || fail "differs"

    holds "one cut off, at every byte"
    size=$(wc -c <ann.txt.gz)
    n=3
    while [ "$n" -lt "$size" ]; do
        head -c "$n" ann.txt.gz >cut.gz
        run cut.gz
        ends 1
        says "cut.gz: byte $n: cut off"
        n=$((n + 7))
    done

    holds "a corrupt one, and text behind one"
    { head -c 15 ann.txt.gz; printf '\377\377\377\377\377\377'; } >bad.gz
    run bad.gz
    ends 1
    says 'bad.gz: byte '
    { cat ann.txt.gz; echo more; } >behind.gz
    run behind.gz
    ends 1
    says "behind.gz: byte $size: not of gzip"
}
[ "$has_gzip" = no ] || packed

# -- lists ------------------------------------------------------------------

holds "files named in a list"
printf '"We will stay," said Bob Ray.\n' >'b ray.txt'
printf 'ann.txt\r\n\nb ray.txt' >list
run --files-from list --columns document
ends 0
lines 3
writes '"b ray.txt"'
feed list --files-from - --columns document 'b ray.txt'
ends 0
lines 4
printf 'b ray.txt\0\0ann.txt\0' >list0
run --files-from list0 --null --columns document
ends 0
lines 3

holds "bad lists"
printf 'gone.txt\nann.txt\n-\n' >list
feed list --files-from - --columns document
ends 1
lines 2
says 'gone.txt: cannot open'
says '-: names itself'
run --files-from list0 --columns document
ends 1
says 'list0: a NUL in a name'
run --files-from gone
ends 1
says 'gone: cannot open'
: >list
run --files-from list
ends 1
says 'list: names no file'
run --null ann.txt
ends 2
says '--null goes with --files-from only'
run --files-from list -o list
ends 2
says 'list: is the output'

# -- the same rows as the text ----------------------------------------------

columns=document,speaker,role,affiliation,quote,kind,cue,mention,method
columns=$columns,confidence,paragraph,line,quote_spans,mention_span,cue_span

turned() { # FOLDER: its texts in other coats give the same rows
    (cd "$1" && "$program" --columns "$columns" ./*.txt) >text.csv 2>/dev/null
    [ "$(wc -l <text.csv)" -gt 10 ] || fail "no rows of $1"
    rm -rf turned
    mkdir turned
    python3 "$here/streams.py" "$1" turned || fail "not turned"
    for coat in turned/*; do
        case $coat in
        *.gz) [ "$has_gzip" = yes ] || continue ;;
        esac
        case $coat in
        *.jsonl*) [ "$has_json" = yes ] || continue ;;
        esac
        format=auto
        [ "$coat" = "${coat%.csv}" ] || format=csv
        "$program" --columns "$columns" --input-format "$format" \
            "$coat" >coat.csv 2>err
        cmp text.csv coat.csv >out 2>&1 || fail "$coat differs"
    done
}

holds "--lenient reads records that are not UTF-8"
printf '{"text":"“We \351 go,” said Ann Lee."}\n{"text":"“Now,” said Bo Ray."}\n' >bad.jsonl
run --no-header --columns speaker,quote bad.jsonl
ends 1
lines 1
run --lenient --no-header --columns speaker,quote bad.jsonl
ends 0
lines 2
says 'bad.jsonl:1: 1 byte not UTF-8, read as U+FFFD'
printf 'text\n"“We \351\350 go,” said Ann Lee."\n' >bad.csv
run --lenient --input-format csv --no-header --columns speaker bad.csv
ends 0
lines 1
says 'bad.csv:2: 2 bytes not UTF-8, read as U+FFFD'

holds "articles in other coats"
if ! command -v python3 >/dev/null; then
    skip "no python3, so no articles were turned"
else
    turned "$here/../fixtures/articles"
    if [ -d "$shared/corpora/news-dev/texts" ]; then
        turned "$shared/corpora/news-dev/texts"
    else
        skip "no corpora in $shared, so none was turned"
    fi
fi

echo "$failures failures"
[ "$failures" -eq 0 ]
