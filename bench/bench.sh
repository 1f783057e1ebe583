#!/usr/bin/env bash
# bench.sh PROGRAM RUN GENERATE - speed and peak memory of the whole program.
#
# Each input is read five times, the program and `wc -m` in turn; the best run
# of each counts. The ratio to `wc -m` in the same run says more than MB/s when
# machines differ. MB is 10^6 bytes. CORPUS names another folder of texts.
set -euo pipefail

program=${1:?usage: bench.sh PROGRAM RUN GENERATE}
run=${2:?}
generate=${3:?}
corpus=${CORPUS:-$(dirname "$0")/../../shared/corpora/news-train/texts}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

best() { # keeps the least of SECONDS and the largest of KIB, line by line
    awk 'NR == 1 || $1 < s { s = $1 } $2 > k { k = $2 } END { print s, k }'
}

measure() { # NAME BYTES COUNTED PROGRAM-ARGUMENTS...
    local name=$1 bytes=$2 counted=$3
    shift 3
    for _ in 1 2 3 4 5; do
        "$run" "$scratch/rows" "$program" "$@" >>"$scratch/$name.whosaid"
        LC_ALL=C.UTF-8 "$run" "$scratch/count" wc -m "$counted" \
            >>"$scratch/$name.wc"
    done
    # shellcheck disable=SC2046 # two words each
    set -- $(best <"$scratch/$name.whosaid") $(best <"$scratch/$name.wc")
    awk -v name="$name" -v n="$bytes" -v s="$1" -v k="$2" -v w="$3" -v \
        rows="$(($(wc -l <"$scratch/rows") - 1))" 'BEGIN {
        printf "%-12s %8.2f MB %8.3f s %8.1f MB/s %8.1f MiB peak %7d rows   %5.1f x wc -m\n",
            name, n / 1e6, s, n / 1e6 / s, k / 1024, rows, s / w }'
}

size() {
    wc -c <"$1" | tr -d ' '
}

if [ -d "$corpus" ]; then
    cat "$corpus"/*.txt >"$scratch/all.txt"
    measure news-train "$(size "$scratch/all.txt")" "$scratch/all.txt" "$corpus"
    measure one-file "$(size "$scratch/all.txt")" "$scratch/all.txt" \
        "$scratch/all.txt"
else
    echo "bench: no $corpus: generated text only" >&2
fi
# One quotation with one word changed, in 100 MB of sources, against `wc -w`.
check() {
    mkdir "$scratch/sources"
    "$generate" 100000000 >"$scratch/100.txt"
    split -C 1000000 -a 3 --additional-suffix=.txt "$scratch/100.txt" \
        "$scratch/sources/"
    tail -c 9000000 "$scratch/100.txt" | grep -o '“[^”]*,”' |
        awk 'NF == 16 && !n++ { $8 = "never"; print "quote"; print $0 }' |
        sed 's/[“”,]//g' >"$scratch/draft.csv"
    for _ in 1 2 3 4 5; do
        "$run" "$scratch/rows" sh -c '"$@" || test $? = 4' sh "$program" check \
            "$scratch/draft.csv" "$scratch/sources" >>"$scratch/check.whosaid"
        LC_ALL=C.UTF-8 "$run" "$scratch/count" wc -w "$scratch/100.txt" \
            >>"$scratch/check.wc"
    done
    grep -q '"changed"' "$scratch/rows" ||
        { echo "bench: the changed quotation was not found" >&2; exit 1; }
    # shellcheck disable=SC2046 # two words each
    set -- $(best <"$scratch/check.whosaid") $(best <"$scratch/check.wc")
    awk -v n="$(size "$scratch/100.txt")" -v s="$1" -v k="$2" -v w="$3" 'BEGIN {
        printf "%-12s %8.2f MB %8.3f s %8.1f MB/s %8.1f MiB peak %7d rows   %5.1f x wc -w\n",
            "check", n / 1e6, s, n / 1e6 / s, k / 1024, 1, s / w }'
}

# The second reader, against what is read without it in the same run.
reader() {
    local dev=${READ:-$(dirname "$0")/../../shared/corpora/news-dev/texts}
    local model=${MODEL:-$(dirname "$0")/../data/en/weights/whosaid-reader.bin}
    local bytes never=0 set=plain
    if [ ! -f "$model" ] || [ ! -d "$dev" ]; then
        echo "bench: SKIPPED: the second reader: no $model or no $dev" >&2
        return
    fi
    # The best of what src/reader chooses from.
    for flag in asimd:neon asimddp:neon-sdot avx2:avx2 avx512_vnni:avx512-vnni \
        amx_int8:amx; do
        ! grep -qsw "${flag%:*}" /proc/cpuinfo || set=${flag#*:}
    done
    bytes=$(cat "$dev"/*.txt | wc -c)
    for word in never auto always; do
        for _ in 1 2 3; do
            "$run" "$scratch/rows" "$program" --reader $word --model "$model" \
                "$dev" >>"$scratch/reader.$word"
        done
        # shellcheck disable=SC2046 # two words
        set -- $(best <"$scratch/reader.$word")
        [ "$word" != never ] || never=$1
        awk -v name="$word" -v set="$set" -v n="$bytes" -v s="$1" -v k="$2" \
            -v never="$never" 'BEGIN {
            printf "%-12s %8.2f MB %8.3f s %8.1f KB/s %8.1f MiB peak %7s %5.1f x never (%s)\n",
                "reader " name, n / 1e6, s, n / 1e3 / s, k / 1024, "", s / never, set }'
    done
}

"$generate" 4000000 >"$scratch/4.txt"
"$generate" 1000000 >"$scratch/1.txt"
measure generated "$(size "$scratch/4.txt")" "$scratch/4.txt" "$scratch/4.txt"
measure 1-MB "$(size "$scratch/1.txt")" "$scratch/1.txt" "$scratch/1.txt"
check
reader
