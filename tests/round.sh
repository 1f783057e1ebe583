#!/bin/sh
# round.sh PROGRAM - rows across documents and across runs: groups,
# corrections given back, two runs compared, the summary.
#
# Each case names what holds and says so only when it does not. Works in
# $SCRATCH, or a temporary folder, and removes what it made.

program=$1
[ -x "$program" ] || { echo "usage: round.sh PROGRAM" >&2; exit 2; }
case $program in /*) ;; *) program=$PWD/$program ;; esac

scratch=${SCRATCH:-$(mktemp -d)}
rm -rf "$scratch"
mkdir -p "$scratch" && cd "$scratch" || exit 2
trap 'cd / && rm -rf "$scratch"' EXIT

LC_ALL=C
export LC_ALL
failures=0
cases=0
case_name=

holds() { # NAME: begins a case
    case_name=$1
    cases=$((cases + 1))
}

fail() {
    failures=$((failures + 1))
    echo "FAIL: $case_name: $1"
    sed 's/^/    out: /' out 2>/dev/null | head -n 8
    sed 's/^/    err: /' err 2>/dev/null | head -n 8
}

run() { # ARGUMENTS: the program, its streams in files out and err
    "$program" "$@" >out 2>err </dev/null
    status=$?
}

ends() { # STATUS
    [ "$status" -eq "$1" ] || fail "exit status $status, not $1"
}

says() { # TEXT: a line of err
    grep -qxF -e "whosaid: $1" err || fail "does not say '$1'"
}

silent() { # nothing in err
    [ ! -s err ] || fail "says something"
}

gives() { # the lines of out, from standard input
    cat >want
    cmp -s want out || fail "other rows: $(diff want out | head -n 8)"
}

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
says '--unique and --no-duplicates do not go together'

#END
echo "$cases cases, $failures failures"
[ "$failures" -eq 0 ]
