#!/bin/sh
# check_clean.sh DIR - build, install and clean a copy of this tree in DIR.
#
# The copy holds what git would keep. What was installed must serve a program
# that knows nothing but pkg-config, and after `make clean` the copy must hold
# the files that it held at first, no more and no fewer. At its top it holds what
# has its place there, and nothing that a test left.
set -eu

copy=${1:?usage: check_clean.sh DIR}
rm -rf "$copy"
mkdir -p "$copy/tree"
git ls-files -co --exclude-standard | while IFS= read -r file; do
    [ -f "$file" ] && printf '%s\n' "$file"
done >"$copy/files.txt"
stray=$(cut -d/ -f1 "$copy/files.txt" | sort -u | grep -vxE "$(printf '%s|' \
    .ci .clang-format .clang-tidy .editorconfig .gitattributes .gitignore \
    CHANGELOG.md CONTRIBUTING.md LICENSE Makefile NOTICE README.md bench \
    data docs fixtures include src tests)tools" || true)
[ -z "$stray" ] ||
    { echo "check-clean: has no place at the top: $stray"; exit 1; }
tar -cf - -T "$copy/files.txt" | tar -xf - -C "$copy/tree"

cd "$copy/tree"
find . | sort >../before.txt
unset MAKEFLAGS MAKELEVEL MFLAGS BUILD VARIANT WERROR
export CFLAGS=-O0 PGO= # speed: the code is tested elsewhere
make -s install DESTDIR="$copy/root" PREFIX=/usr
make -s clean
find . | sort >../after.txt
diff ../before.txt ../after.txt ||
    { echo "check-clean: make clean does not give the tree back"; exit 1; }

export PKG_CONFIG_PATH="$copy/root/usr/lib/pkgconfig"
cat >../use.c <<'END'
#include <stdio.h>
#include <string.h>
#include <whosaid.h>

int main(void)
{
    const char *text = "\"We are leaving,\" said Maria Lopez.";
    whosaid_doc *doc;
    if (whosaid_analyze(text, strlen(text), NULL, &doc) != WHOSAID_OK)
        return 1;
    printf("%u\n", (unsigned)whosaid_quote_count(doc));
    whosaid_doc_free(doc);
    return 0;
}
END
${CC:-cc} -o ../use ../use.c \
    $(pkg-config --define-variable=prefix="$copy/root/usr" --cflags --libs whosaid)
test "$(../use)" = 1
"$copy/root/usr/bin/whosaid" --version >/dev/null
test -s "$copy/root/usr/share/man/man1/whosaid.1"
if [ -f "$copy/tree/data/en/weights/whosaid-reader.bin" ]; then
    printf '"We are leaving," said Maria Lopez.' |
        "$copy/root/usr/bin/whosaid" --reader always >/dev/null
fi
