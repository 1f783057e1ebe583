# libwhosaid - who said what, in plain text.
#
#   make            library and command        make help   everything else
#
# One Makefile, no configure step. Each compiler and VARIANT has its own
# directory under build/, so changing either never needs a clean.

VARIANT    ?= release
CC         ?= cc
BUILD      ?= build
B          := $(BUILD)/$(notdir $(CC))-$(VARIANT)
PKG_CONFIG ?= pkg-config
PREFIX     ?= /usr/local
DESTDIR    ?=

# -- flags ------------------------------------------------------------------
# CPPFLAGS, CFLAGS and LDFLAGS belong to whoever runs make; ours are ws_*.

ws_warn := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion \
           -Wcast-qual -Wcast-align -Wpointer-arith -Wwrite-strings \
           -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition \
           -Wundef -Wvla -Wformat=2 -Wnull-dereference -Wdouble-promotion \
           -Wswitch-enum -Wimplicit-fallthrough
ifneq (,$(findstring clang,$(shell $(CC) --version)))
ws_warn += -Wcomma -Wconditional-uninitialized -Wunreachable-code-aggressive \
           -Wmissing-variable-declarations -Wassign-enum -Wbad-function-cast
else
ws_warn += -Wlogical-op -Wduplicated-cond -Wduplicated-branches \
           -Wjump-misses-init -Wformat-signedness -Warith-conversion
endif

ws_std  := -std=c11 -D_POSIX_C_SOURCE=200809L -Iinclude -Isrc
ws_hide := -fPIC -fvisibility=hidden -fno-common
ws_san  := -fno-omit-frame-pointer -fno-sanitize-recover=all

ws_opt_release  := -O2 -g -DNDEBUG -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 \
                   -fstack-protector-strong
ws_opt_debug    := -O0 -g3
ws_opt_asan     := -O1 -g3 $(ws_san) -fsanitize=address,undefined -DWS_CHUNK_MIN=0
ws_opt_valgrind := -O1 -g3 -DWS_CHUNK_MIN=0
ws_opt_coverage := -O0 -g3 --coverage -DWS_CHUNK_MIN=0
ws_opt_fuzz     := -O1 -g3 $(ws_san) -fsanitize=fuzzer-no-link,address,undefined
ws_opt_analyze  := -O1 -fanalyzer

ws_lib  := $(patsubst -I%,-isystem %,$(shell $(PKG_CONFIG) --cflags libutf8proc))
ws_link := $(shell $(PKG_CONFIG) --libs libutf8proc) -lm
ws_test := $(shell $(PKG_CONFIG) --libs cmocka)

ifeq ($(filter $(VARIANT),release debug asan valgrind coverage fuzz analyze),)
$(error unknown VARIANT '$(VARIANT)')
endif

WERROR  ?=
compile  = $(CC) $(ws_std) $(ws_warn) $(ws_hide) $(ws_opt_$(VARIANT)) \
           $(WERROR) $(ws_lib) $(CPPFLAGS) $(CFLAGS) -MMD -MP

# -- what there is ----------------------------------------------------------

lib_src := $(sort $(shell find src -name "*.c" -not -path 'src/cli/*'))
headers := $(sort $(shell find src include -name '*.h'))
lib_obj := $(lib_src:%.c=$(B)/%.o)
tests   := $(patsubst tests/%.c,$(B)/%,$(wildcard tests/test_*.c))

.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all check check-all valgrind tidy cppcheck analyze format \
        check-format check-symbols check-layers check-headers fuzz clean help

all: $(B)/libwhosaid.a ## build the library

Q := $(if $(V),,@)

$(B)/%.o: %.c
	@mkdir -p $(@D)
	@echo "  cc    $@"
	$(Q)$(compile) -c -o $@ $<

$(B)/libwhosaid.a: $(lib_obj)
	@echo "  ar    $@"
	$(Q)rm -f $@ && $(AR) rcs $@ $^

$(B)/test_%: $(B)/tests/test_%.o $(B)/libwhosaid.a
	@echo "  link  $@"
	$(Q)$(CC) $(ws_opt_$(VARIANT)) $(LDFLAGS) -o $@ $^ $(ws_link) $(ws_test)

$(B)/fuzz_%: $(B)/tests/fuzz_%.o $(B)/libwhosaid.a
	@echo "  link  $@"
	$(Q)$(CC) $(ws_opt_$(VARIANT)) -fsanitize=fuzzer $(LDFLAGS) -o $@ $^ $(ws_link)

gate = $(MAKE) --no-print-directory BUILD=build/gate WERROR=-Werror

# -- checks -----------------------------------------------------------------

check: $(tests) ## unit tests, this VARIANT
	@for t in $(tests); do $(RUN) $$t || exit 1; done

valgrind: ## unit tests under memcheck
	$(MAKE) check VARIANT=valgrind RUN="valgrind -q --leak-check=full \
	    --show-leak-kinds=all --track-origins=yes --error-exitcode=9"

tidy: ## clang-tidy over src
	clang-tidy --quiet $(lib_src) -- $(ws_std) $(ws_lib)

cppcheck: ## cppcheck over src
	cppcheck --quiet --std=c11 --enable=warning,performance,portability \
	    --inline-suppr --suppress=missingIncludeSystem --error-exitcode=1 \
	    -Iinclude -Isrc src

analyze: ## gcc -fanalyzer over src
	$(MAKE) VARIANT=analyze CC=gcc WERROR=-Werror all

format: ## rewrite in house format
	clang-format -i $(headers) $(lib_src) tests/*.c

check-format: ## fail if format would change anything
	clang-format --dry-run -Werror $(headers) $(lib_src) tests/*.c

check-symbols: $(B)/libwhosaid.a ## every global must be ours
	@! nm -g --defined-only $< | grep -E ' [A-Z] ' | grep -vE ' (whosaid|ws)_'

# Storeys in dataflow order; a file includes only from its own storey or one to its left, and no two rooms include each other.
storeys := base text quote speaker rows

check-layers: ## includes follow the dataflow
	@set -e; edges=$$(awk -v storeys="$(storeys)" -f tools/layers.awk $(shell find src -name '*.[ch]')); \
	    printf '%s\n' "$$edges" | tsort >/dev/null

check-headers: ## every header stands alone; the public one is C++ too
	@for h in $(headers); do \
	    $(CC) $(ws_std) -Wall -Werror -fsyntax-only -x c $$h || exit 1; done
	@$(CXX) -Iinclude -Wall -Werror -fsyntax-only -x c++ include/whosaid.h

check-all: ## the whole gate, from scratch: what CI runs
	rm -rf build/gate
	$(gate) check VARIANT=debug   CC=gcc
	$(gate) check VARIANT=release CC=clang
	$(gate) check VARIANT=asan    CC=clang
	$(gate) valgrind analyze
	$(gate) check-format check-symbols check-layers check-headers
	$(gate) tidy cppcheck

FUZZ_SECONDS ?= 60
fuzz: ## libFuzzer, FUZZ_SECONDS each (clang)
	$(MAKE) $(BUILD)/clang-fuzz/fuzz_quote VARIANT=fuzz CC=clang
	mkdir -p build/corpus
	$(BUILD)/clang-fuzz/fuzz_quote -max_total_time=$(FUZZ_SECONDS) -max_len=4096 \
	    build/corpus

clean: ## remove build/
	rm -rf build

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 16

-include $(shell find build -name '*.d' 2>/dev/null)
