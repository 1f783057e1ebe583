#!/usr/bin/env python3
"""learn_common.py - learn which words are common, and as what.

    learn_common.py CORPORA data/en

Reads news-train/silver.tsv.gz, ud/ewt-train.conllu.gz and
ud/gum-wikimedia.conllu.gz below CORPORA and writes two lists:

    common.tsv      words seen in lower case at least LEAST times, and more
                    often than in upper case away from a sentence's start or
                    MANY times ("white", for all the White House); the parts
                    of speech that have SHARE of these
    adverbs-ly.tsv  words in -ly whose commonest part of speech is adverb

Only words and the classes that their counts give are kept.
"""
import collections
import gzip
import os
import sys
import unicodedata

LEAST = 3
MANY = 20
SHARE = 0.20
WORD = set("abcdefghijklmnopqrstuvwxyz")


def class_of(tag):
    if tag.startswith("VB") or tag == "MD":
        return "COMMON_VERB"
    if tag.startswith("NN"):
        return "COMMON_NOUN"
    if tag.startswith("JJ"):
        return "COMMON_ADJ"
    return "COMMON_OTHER"


def silver(root):
    """Words and tags of the news; the words stand in the texts."""
    text = ""
    sentence, at = None, 0
    with gzip.open(f"{root}/news-train/silver.tsv.gz", "rt", encoding="utf-8") as f:
        for line in f:
            if line.startswith("# document"):
                name = line.split()[2]
                path = f"{root}/news-train/texts/{name}"
                text = open(path, encoding="utf-8", newline="").read()
                sentence = None
            elif not line.startswith("#"):
                row = line.rstrip("\n").split("\t")
                at = at + 1 if row[0] == sentence else 0
                sentence = row[0]
                yield text[int(row[1]):int(row[2])], row[4], at == 0


def treebank(path):
    first = True
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            row = line.rstrip("\n").split("\t")
            if len(row) < 10:
                first = True
            elif row[0].isdigit():
                yield row[1], row[4], first
                first = False


def count(root):
    """word -> tag -> times in lower case; word -> times in upper case."""
    lower = collections.defaultdict(collections.Counter)
    upper = collections.Counter()
    for words in (silver(root),
                  treebank(f"{root}/ud/ewt-train.conllu.gz"),
                  treebank(f"{root}/ud/gum-wikimedia.conllu.gz")):
        opened = False  # after a mark that may open a sentence
        for form, tag, first in words:
            form = unicodedata.normalize("NFC", form).replace("\u2019", "'")
            starts, opened = first or opened, form in "\"'\u201c\u2018``:;.!?-\u2014"
            word = form.lower()
            if not set(word.replace("-", "")) <= WORD or len(word) < 2:
                continue
            if form == word and not tag.startswith("NNP"):
                lower[word][tag] += 1
            elif not starts and form != word:
                upper[word] += 1
    return lower, upper


def write(path, head, rows):
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        f.write(head)
        f.writelines(f"{word}\t{classes}\n" for word, classes in sorted(rows))


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: learn_common.py CORPORA FOLDER")
    lower, upper = count(sys.argv[1])
    common, adverbs = [], []
    for word, tags in lower.items():
        total = sum(tags.values())
        if total >= 2 and word.endswith("ly") and tags["RB"] * 2 > total:
            adverbs.append((word, "ADVERB"))
        if total < LEAST or total <= min(upper[word], MANY - 1):
            continue
        if word.startswith("-") or word.endswith("-"):
            continue
        share = collections.Counter()
        for tag, n in tags.items():
            share[class_of(tag)] += n
        classes = [c for c in ("COMMON_NOUN", "COMMON_VERB", "COMMON_ADJ",
                               "COMMON_OTHER") if share[c] >= SHARE * total]
        common.append((word, "|".join(classes)))
    write(os.path.join(sys.argv[2], "common.tsv"),
          "# common.tsv - frequent words and their parts of speech.\n"
          "# Learned by tools/learn_common.py; not edited by hand.\n"
          "# Source: counts over annotated news and treebanks.\n", common)
    write(os.path.join(sys.argv[2], "adverbs-ly.tsv"),
          "# adverbs-ly.tsv - words in -ly that are adverbs.\n"
          "# Learned by tools/learn_common.py; not edited by hand.\n"
          "# Source: counts over annotated news and treebanks.\n", adverbs)


if __name__ == "__main__":
    main()
