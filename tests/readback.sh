#!/bin/sh
# readback.sh PROGRAM - other programs read what we write: see readback.py.
# READERS=all takes the slow ones too (make check-readers).

program=$1
[ -x "$program" ] || { echo "usage: readback.sh PROGRAM" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
scratch=${SCRATCH:-$(mktemp -d)}
rm -rf "$scratch"
trap 'cd / && rm -rf "$scratch"' EXIT

if ! command -v python3 >/dev/null; then
    echo "SKIPPED: no python3"
    exit 0
fi
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
if [ "${READERS:-}" = all ]; then
    python3 "$here/readback.py" "$program" "$scratch" --all
else
    python3 "$here/readback.py" "$program" "$scratch"
fi
