#!/bin/sh
# mkman.sh PROGRAM - print docs/whosaid.1: docs/whosaid.1.in with the lines
# @man-options@, @man-columns@, and with check- before, replaced by what the
# program says of itself.
set -eu
program=$1
while IFS= read -r line; do
    case $line in
    @check-man-*@)
        part=${line#@check-}
        "$program" check --generate "${part%@}"
        ;;
    @man-*@)
        part=${line#@}
        "$program" --generate "${part%@}"
        ;;
    *) printf '%s\n' "$line" ;;
    esac
done <docs/whosaid.1.in
