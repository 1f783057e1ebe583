#!/bin/sh
# setup.sh [--tests | --gate] - install what whosaid needs and is not there.
#
# Looks first, then asks apt-get (as root, or through sudo) for the Debian
# packages of what is missing, and says so. Where nothing is missing it
# touches neither the package manager nor the network.
#
#   (nothing)   to build: a C compiler, make, pkg-config, utf8proc
#   --tests     also to test: cmocka, Python and its jsonschema
#   --gate      also for `make check-all`: the analysers; a browser and tidy for
#               pages of HTML
set -eu

want=${1:-}
case $want in
'' | --tests | --gate) ;;
*)
    echo "usage: tools/setup.sh [--tests | --gate]" >&2
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
sanitizes() {
    clang --print-file-name=libclang_rt.fuzzer-x86_64.a | grep / ||
        clang --print-file-name=libclang_rt.fuzzer-aarch64.a | grep /
}

need 'gcc libc6-dev' compiles cc stdio.h
need make command -v make
need pkg-config command -v pkg-config
need libutf8proc-dev compiles cc utf8proc.h
if [ -n "$want" ]; then
    need libcmocka-dev pkg-config --exists cmocka
    need python3 command -v python3
    need python3-jsonschema python3 -c 'import jsonschema'
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
