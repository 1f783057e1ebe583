#!/bin/sh
# setup.sh [--tests | --gate | --readers] - install what whosaid needs and is not there.
#
# Looks first, then asks apt-get (as root, or through sudo) for the Debian
# packages of what is missing, and says so. Where nothing is missing it
# touches neither the package manager nor the network.
#
#   (nothing)   to build: a C compiler, make, pkg-config, utf8proc, and for
#               workbooks libxlsxwriter, for JSON lines jansson,
#               for gzip zlib
#   --tests     also to test: cmocka, Python and its jsonschema, and programs
#               that read our files
#   --gate      also for `make check-all`: the analysers; a browser and tidy for
#               pages of HTML
#   --readers   also for `make check-readers`: R, LibreOffice Calc, Gnumeric, ...;
#               and to read PDF and Word: pdftotext, pandoc, groff, ps2pdf
set -eu

want=${1:-}
case $want in
'' | --tests | --gate | --readers) ;;
*)
    echo "usage: tools/setup.sh [--tests | --gate | --readers]" >&2
    exit 2
    ;;
esac

missing=
need() { # PACKAGES COMMAND...: the command succeeds where they are there
    packages=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $packages"
}
compiles() { # COMPILER HEADER
    printf '#include <%s>\n' "$2" | "$1" -E -
}
imports() { # MODULE: of Python, by the first one or by Debian's
    python3 -c "import $1" || /usr/bin/python3 -c "import $1"
}
in_R() { # PACKAGE
    Rscript -e "library($1)"
}
sanitizes() {
    clang --print-file-name=libclang_rt.fuzzer-x86_64.a | grep / ||
        clang --print-file-name=libclang_rt.fuzzer-aarch64.a | grep /
}

need 'gcc libc6-dev' compiles cc stdio.h
need make command -v make
need pkg-config command -v pkg-config
need libutf8proc-dev compiles cc utf8proc.h
need zlib1g-dev compiles cc zlib.h
need libxlsxwriter-dev compiles cc xlsxwriter.h
need libjansson-dev compiles cc jansson.h
if [ -n "$want" ]; then
    need libcmocka-dev pkg-config --exists cmocka
    need python3 command -v python3
    need python3-jsonschema imports jsonschema
    need python3-openpyxl imports openpyxl
    need sqlite3 command -v sqlite3
    need miller command -v mlr
fi
if [ "$want" = --readers ]; then
    need python3-pandas imports pandas
    need csvkit command -v csvjson
    need r-base-core command -v Rscript
    need r-cran-readr in_R readr
    need r-cran-data.table in_R data.table
    need libreoffice-calc command -v soffice
    need gnumeric command -v ssconvert
    need poppler-utils command -v pdftotext
    need pandoc command -v pandoc
    need groff-base command -v groff
    need ghostscript command -v ps2pdf
fi
if [ "$want" = --gate ]; then
    need gcc command -v gcc
    need g++ command -v g++
    need clang command -v clang
    need libclang-rt-14-dev sanitizes
    need clang-tidy command -v clang-tidy
    need clang-format command -v clang-format
    need cppcheck command -v cppcheck
    need 'valgrind libc6-dbg' command -v valgrind
    need mandoc command -v mandoc
    need strace command -v strace
    need git command -v git
    need chromium command -v chromium
    need tidy command -v tidy
fi

if [ -z "$missing" ]; then
    echo "setup: everything is there" >&2
    exit 0
fi
if ! command -v apt-get >/dev/null; then
    echo "setup: no apt-get here; please install (Debian's names):$missing" >&2
    exit 1
fi
root=
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
        echo "setup: needs root or sudo to install:$missing" >&2
        exit 1
    }
    root=sudo
fi
echo "setup: installing with apt-get:$missing" >&2
# shellcheck disable=SC2086 # a list of words
{
    $root env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2
    $root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends $missing >&2
}
