#!/bin/sh
# xlsx.sh PROGRAM - workbooks, by what openpyxl finds in them: see xlsx.py.
# LIMITS=all also fills whole sheets, which takes a minute.

program=$1
[ -x "$program" ] || { echo "usage: xlsx.sh PROGRAM" >&2; exit 2; }
case $program in /*) ;; *) program=$PWD/$program ;; esac
here=$(cd "$(dirname "$0")" && pwd)
scratch=${SCRATCH:-$(mktemp -d)}
rm -rf "$scratch"
mkdir -p "$scratch" && cd "$scratch" || exit 2
trap 'cd / && rm -rf "$scratch"' EXIT

printf '"We sail," said Ann.\n' >ann.txt
"$program" -o probe.xlsx ann.txt 2>err
if [ $? -eq 2 ] && grep -q libxlsxwriter err; then
    [ ! -e probe.xlsx ] || { echo "FAIL: a file all the same"; exit 1; }
    echo "SKIPPED: this build writes no workbooks, and says so"
    exit 0
fi
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
for python in python3 /usr/bin/python3; do
    if $python -c 'import openpyxl' 2>/dev/null; then
        $python "$here/xlsx.py" "$program" "${LIMITS:-}"
        exit
    fi
done
echo "SKIPPED: no openpyxl"
