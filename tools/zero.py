#!/usr/bin/env python3
"""Write tables of weights that say nothing: what learning starts from.

usage: zero.py DATA_DIR [ANY_DIR]

What the trainer sees of a text comes from the program, weights and all; from
these tables on it depends on the corpora and the code alone.  Rows are taken
from the lists of features in src/speaker.  Standard library only.
"""
import os
import re
import sys

LINES = {'class': 'sketch.h', 'pronoun': 'rival.h', 'attribute': 'feature.h'}
TREES = ('class-trees', 'attribute-trees', 'pronoun-trees', 'trust-trees')


def blocks(header):
    text = open(os.path.join('src/speaker', header), encoding='utf8').read()
    return [(name, int(size)) for name, size in re.findall(r'^    X\((\w+), (\d+)\)', text, re.M)]


def write(path, lines):
    with open(path, 'w', encoding='utf8') as out:
        out.write(''.join(line + '\n' for line in lines))


def main(folder, any_folder=None):
    os.makedirs(folder, exist_ok=True)
    for name, header in LINES.items():
        rows = ['%s\t%d\t0' % (block, i) for block, size in blocks(header) for i in range(size)]
        write(os.path.join(folder, name + '.tsv'), ['bias\t0\t0'] + rows)
    for name in TREES:
        write(os.path.join(folder, name + '.tsv'), ['bias\t0'])
    if any_folder:
        write(os.path.join(any_folder, 'class-outline.tsv'), ['bias\t0'])


if __name__ == '__main__':
    main(*sys.argv[1:])
