#!/usr/bin/env python3
"""Write tables of weights that say nothing: what learning starts from.

usage: zero.py [--keep-second] DATA_DIR ANY_DIR

What the trainer sees of a text comes from the program, weights and all; from
these tables on it depends on the corpora and the code alone.  Rows are taken
from the lists of features in src/speaker.  --keep-second leaves what joins the two
readers: it is only learned where the second one's weights are.  Standard
library only.
"""
import os
import re
import sys

LINES = {'class': 'sketch.h', 'pronoun': 'rival.h', 'attribute': 'feature.h'}


def blocks(header):
    text = open(os.path.join('src/speaker', header), encoding='utf8').read()
    return [(name, int(size)) for name, size in re.findall(r'^    X\((\w+), (\d+)\)', text, re.M)]


def write(path, lines):
    with open(path, 'w', encoding='utf8') as out:
        out.write(''.join(line + '\n' for line in lines))


def main(folder, any_folder, keep_second=False):
    for name, header in LINES.items():
        rows = ['%s\t%d\t0' % (block, i) for block, size in blocks(header) for i in range(size)]
        write(os.path.join(folder, name + '.tsv'), ['bias\t0\t0'] + rows)
    second = [] if keep_second else ['second-trees.tsv', 'second-trust-trees.tsv']
    for name in ['class-trees.tsv', 'attribute-trees.tsv', 'pronoun-trees.tsv', 'trust-trees.tsv'] + second:
        write(os.path.join(folder, name), ['bias\t0'])
    write(os.path.join(any_folder, 'class-outline.tsv'), ['bias\t0'])


if __name__ == '__main__':
    main(*[a for a in sys.argv[1:] if a != '--keep-second'], '--keep-second' in sys.argv)
