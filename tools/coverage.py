#!/usr/bin/env python3
"""How often the right source is among the candidates that were weighed.

usage: coverage.py CORPUS_DIR DUMP

DUMP is what `whosaid --dump-candidates CORPUS_DIR/texts/*` writes.  Of the gold
quotations whose words were found, prints the share of those with a source that
some candidate overlaps in at least half of the shorter one.  Standard library
only.
"""
import json
import os
import sys


def spans(text):
    return [tuple(map(int, s.split('..'))) for s in text.split(';') if s]


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def main(folder, dump):
    found = {}
    for line in open(dump, encoding='utf8'):
        name, words, candidates = line.rstrip('\n').split('\t')
        found.setdefault(os.path.basename(name), []).append((spans(words), spans(candidates)))
    covered = total = 0
    for line in open(os.path.join(folder, 'gold.jsonl'), encoding='utf8'):
        doc = json.loads(line)
        text = open(os.path.join(folder, 'texts', doc['document']), encoding='utf8',
                    newline='').read()
        at = [0]
        for c in text:
            at.append(at[-1] + len(c.encode('utf8')))
        last = len(text)

        def bytes_of(pairs):
            return [(at[min(a, last)], at[min(b, last)]) for a, b in pairs]

        for q in doc['quotes']:
            source = bytes_of(q.get('source') or [])
            if q['kind'] == 'indirect' or not source or q.get('skip'):
                continue
            said = bytes_of(q['segments'])
            for words, candidates in found.get(doc['document'], []):
                if any(overlap(w, s) >= 0.8 * max(w[1] - w[0], s[1] - s[0])
                       for w in words for s in said):
                    total += 1
                    covered += any(
                        2 * overlap(c, s) >= min(c[1] - c[0], s[1] - s[0]) > 0
                        for c in candidates for s in source)
                    break
    print('%.1f %% of %d sources covered' % (100 * covered / max(1, total), total))


if __name__ == '__main__':
    main(*sys.argv[1:])
