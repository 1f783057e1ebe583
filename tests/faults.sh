#!/bin/sh
# faults.sh PROGRAM - each system call that moves bytes fails in turn: the
# first, the second, ... until there are no more. Every time the exit status
# and a message tell of it, and a file is the old one or the whole new one.

program=$1
[ -x "$program" ] || { echo "usage: faults.sh PROGRAM" >&2; exit 2; }
case $program in /*) ;; *) program=$PWD/$program ;; esac

scratch=${SCRATCH:-$(mktemp -d)}
rm -rf "$scratch"
mkdir -p "$scratch" && cd "$scratch" || exit 2
trap 'cd / && rm -rf "$scratch"' EXIT

# The leak checker of a build for AddressSanitizer cannot work under strace.
ASAN_OPTIONS=detect_leaks=0
export ASAN_OPTIONS

if ! strace -f -e inject=close:error=EIO:when=99 true 2>/dev/null; then
    echo "SKIPPED: strace cannot inject faults here"
    exit 0
fi

if grep -q '\.gcda' "$program"; then
    echo "SKIPPED: a build for coverage reads and writes files of its own"
    exit 0
fi

failures=0
tries=0

fail() {
    failures=$((failures + 1))
    echo "FAIL: $call $error, call $n: $1"
    sed 's/^/    err: /' err | head -n 5
}

# Long enough for several writes.
i=0
while [ $i -lt 400 ]; do
    echo "\"We have waited in the rain since morning, number $i,\" said Ann."
    echo
    i=$((i + 1))
done >a.txt
cp a.txt b.txt
head -n 120 a.txt >c.txt
echo old >old
mkdir tree
cp a.txt tree
"$program" a.txt b.txt tree >whole 2>err || exit 1

# Whether what was written is right for the exit status.
judge() { # STATUS FILE
    case $1 in
    0) cmp -s "$2" whole || fail "exit 0, but another file" ;;
    1) [ -s err ] || fail "exit 1 without a message" ;;
    3)
        [ -s err ] || fail "exit 3 without a message"
        [ "$2" = stdout ] || [ "$(cat "$2")" = old ] || fail "file replaced"
        ;;
    *) fail "exit status $1" ;;
    esac
    if [ "$1" = 1 ] && [ "$2" != stdout ] && [ "$(cat "$2")" != old ]; then
        head -n 1 "$2" | grep -q '^document,' || fail "a broken file"
        tail -c 1 "$2" | grep -q . && fail "a broken last line"
    fi
    for f in .whosaid-*; do
        [ ! -e "$f" ] || { fail "leaves $f"; rm -f "$f"; }
    done
}

# Whether the call that failed may not go unnoticed: any but the close of what
# was only read.
matters() {
    case $call in
    close)
        output=$(sed -n 's/^openat.*"\.whosaid-.*= \([0-9]*\)$/\1/p' log)
        grep -qE "^close\((1|${output:-1})\).*INJECTED" log
        ;;
    *) grep -q INJECTED log ;;
    esac
}

# Fail each call in turn, but those before the program itself begins (START).
inject() { # CALL ERROR START
    call=$1
    error=$2
    n=$3
    reached=yes
    while [ $reached = yes ]; do
        reached=no
        for file in stdout o.rows; do
            echo old >o.rows
            if [ $file = stdout ]; then
                set -- a.txt b.txt tree
            else
                set -- a.txt b.txt tree -o o.rows
            fi
            strace -o log -e "inject=$call:error=$error:when=$n" \
                "$program" "$@" >stdout 2>err
            status=$?
            judge $status $file
            [ $status -ne 0 ] || ! matters || fail "goes unnoticed"
            tries=$((tries + 1))
            ! grep -q INJECTED log || reached=yes
        done
        n=$((n + 1))
    done
}

# The loader opens and reads libraries before main().
strace -o start "$program" none.txt >stdout 2>err
before() { # CALL: how often it comes before the missing file is looked for
    sed 1d start | sed '/none.txt/,$d' | grep -c "^$1("
}

inject read EIO $(($(before read) + 1))
inject write ENOSPC 1
inject openat EACCES $(($(before openat) + 1))
inject close EIO $(($(before close) + 1))
inject fsync EIO 1
inject rename EACCES 1
inject getdents64 EIO 1

# A workbook: whoever writes its parts may not look what became of them, so the
# file is judged, not the call: the old one, or the same one.
"$program" -o good.xlsx c.txt 2>err
if [ $? -eq 2 ]; then
    echo "SKIPPED: this build writes no workbooks"
else
    inject_xlsx() { # CALL ERROR START
        call=$1
        error=$2
        n=$3
        : >log
        while :; do
            cp old o.xlsx
            strace -o log -e "inject=$call:error=$error:when=$n" \
                "$program" c.txt -o o.xlsx >stdout 2>err
            status=$?
            grep -q INJECTED log || break
            tries=$((tries + 1))
            n=$((n + 1))
            case $status in
            0) cmp -s o.xlsx good.xlsx || fail "exit 0, but another workbook" ;;
            1 | 3)
                [ -s err ] || fail "exit $status without a message"
                cmp -s o.xlsx old || fail "workbook replaced"
                ;;
            *) fail "exit status $status" ;;
            esac
            for f in .whosaid-* tmp.*; do
                [ ! -e "$f" ] || { fail "leaves $f"; rm -f "$f"; }
            done
        done
    }
    inject_xlsx write ENOSPC 1
    inject_xlsx read EIO $(($(before read) + 1))
    inject_xlsx openat EACCES $(($(before openat) + 1))
    inject_xlsx close EIO $(($(before close) + 1))
    inject_xlsx lseek EIO 1
    inject_xlsx fsync EIO 1
    inject_xlsx rename EACCES 1
fi

echo "$tries tries, $failures failures"
[ "$failures" -eq 0 ]
