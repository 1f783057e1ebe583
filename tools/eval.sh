#!/usr/bin/env bash
# eval.sh PROGRAM - quality on every corpus present, one line each.
# eval.sh FOLDER - of rows that were written before: FOLDER/CORPUS.csv.
#
# The corpora and the scorer stand beside the project (../shared), never in
# it. SHARED says where else; EVAL_KEEP, a folder, keeps the rows.
#
# Columns, in percent: quotes found (precision, recall, F1); of those, mention
# and speaker right; of the right speakers, full name and role; words and
# speaker both right (P, R, F1); precision at half of the recall; calibration
# error.
set -euo pipefail

program=$(realpath "${1:?usage: eval.sh PROGRAM or FOLDER}")
shared=${SHARED:-$(dirname "$0")/../../shared}
kept=${EVAL_KEEP:-$(mktemp -d)}
[ -n "${EVAL_KEEP:-}" ] || trap 'rm -rf "$kept"' EXIT
mkdir -p "$kept"

if [ ! -d "$shared/corpora" ] || [ ! -f "$shared/eval/score.py" ]; then
    echo "eval: SKIPPED, nothing was measured: no corpora and scorer in" \
        "$shared" >&2
    exit 0
fi

line() { # NAME: a line of the table from score.py's JSON
    python3 -c '
import json, sys
r = json.load(sys.stdin)
p = lambda x: "    -" if x is None else f"{100 * x:5.1f}"
at = r.get("precision_at_recall", {}).get("0.5")
print(f"{sys.argv[1]:15}",
      *(p(r["quotes"][k]) for k in ("P", "R", "F1")), "|",
      *(p(r.get(k)) for k in ("mention", "who", "full_name", "role")), "|",
      *(p(r["end_to_end"][k]) for k in ("P", "R", "F1")), "|",
      p(at), p(r.get("calibration_error")))' "$1"
}

rows() { # FOLDER CSV: a corpus that the program cannot read whole is a failure
    "$program" "$1" >"$2" 2>"$2.log" || {
        cat "$2.log" >&2
        echo "eval: FAILED on $1" >&2
        exit 1
    }
}

rows_of() { # CORPUS CSV
    if [ ! -d "$shared/corpora/$1/texts" ]; then
        echo "eval: SKIPPED $1: not in $shared/corpora" >&2
        return
    fi
    python3 "$shared/eval/score.py" "$shared/corpora/$1" "$2" --json |
        line "$1"
}

score() { # CORPUS
    local csv=$kept/${1//\//-}.csv
    [ ! -d "$shared/corpora/$1/texts" ] || rows "$shared/corpora/$1/texts" "$csv"
    rows_of "$1" "$csv"
}

echo "                quotes            | of those: mention who   | end to end        | confidence"
echo "                    P     R    F1 | ment.   who  full  role |     P     R    F1 |  P@.5 calib"
if [ -d "$program" ]; then
    for csv in "$program"/*.csv; do
        rows_of "$(basename "$csv" .csv)" "$csv"
    done
    exit 0
fi
for corpus in news-train news-dev wikinews-train wikinews-dev release-train \
    fiction-train novels-eval german-eval; do
    score "$corpus"
done
for folder in "$shared"/corpora/pud/*/; do
    [ -d "$folder" ] && score "pud/$(basename "$folder")"
done

# The same texts with their paragraphs glued into one line.
for corpus in news-dev wikinews-dev; do
    [ -d "$shared/corpora/$corpus/texts" ] || continue
    glued=$kept/glued/$corpus
    python3 "$(dirname "$0")/glue.py" "$shared/corpora/$corpus" "$glued"
    rows "$glued/texts" "$kept/$corpus-glued.csv"
    python3 "$shared/eval/score.py" "$glued" "$kept/$corpus-glued.csv" --json |
        line "${corpus%-dev} glued"
done

for corpus in news-dev wikinews-dev; do
    [ -d "$shared/corpora/$corpus/texts" ] || continue
    "$program" --dump-candidates "$shared/corpora/$corpus/texts" \
        >"$kept/$corpus.candidates" 2>"$kept/log"
    echo "candidates, $corpus: $(python3 "$(dirname "$0")/coverage.py" \
        "$shared/corpora/$corpus" "$kept/$corpus.candidates")"
done

cases=$shared/eval/cases.jsonl
if [ -f "$cases" ]; then
    python3 "$shared/eval/score_cases.py" emit "$cases" "$kept/cases" >/dev/null
    rows "$kept/cases" "$kept/cases.csv"
    echo
    python3 "$shared/eval/score_cases.py" score "$cases" "$kept/cases.csv" |
        sed -n '/^TOTAL/,$p'
fi
