#!/usr/bin/env python3
"""Copy a corpus with the paragraphs of each text glued into one line.

usage: glue.py CORPUS_DIR OUT_DIR

As pages and wires come out of careless extraction: each break, with the white
space around it, is one space.  OUT_DIR gets texts/*.txt, gold.jsonl and, where the
corpus has it, silver.tsv.gz, with the offsets told anew.  Standard library
only; the same input gives the same bytes.
"""
import gzip
import json
import os
import re
import sys

BREAK = re.compile(r'\s*[\r\n]\s*')


def glued(text):
    """The text in one line, and where in it each of its characters stands."""
    out, place, at, end = [], [], 0, 0
    for gap in BREAK.finditer(text):
        run = text[end:gap.start()]
        place += range(at, at + len(run))
        at += len(run)
        out.append(run)
        end = gap.end()
        place += [at] * (end - gap.start())
        if 0 < gap.start() and end < len(text):
            out.append(' ')
            at += 1
    run = text[end:]
    place += range(at, at + len(run) + 1)
    return ''.join(out) + run, place


def moved(value, place):
    return [[place[min(x, len(place) - 1)] for x in span] for span in value]


def write_silver(folder, out_folder, places):
    path = os.path.join(folder, 'silver.tsv.gz')
    if not os.path.exists(path):
        return
    place = None
    with open(os.path.join(out_folder, 'silver.tsv.gz'), 'wb') as f, \
            gzip.GzipFile('', 'wb', fileobj=f, mtime=0) as out:
        for line in gzip.open(path, 'rt', encoding='utf8'):
            if line.startswith('# document '):
                place = places.get(line[11:].rstrip('\n'))
            field = line.split('\t')
            if len(field) == 9 and place and field[1].isdigit():
                field[1:3] = [str(place[int(x)]) for x in field[1:3]]
                line = '\t'.join(field)
            out.write(line.encode('utf8'))


def main(folder, out_folder):
    os.makedirs(os.path.join(out_folder, 'texts'), exist_ok=True)
    places = {}
    with open(os.path.join(out_folder, 'gold.jsonl'), 'w', encoding='utf8') as out:
        for line in open(os.path.join(folder, 'gold.jsonl'), encoding='utf8'):
            doc = json.loads(line)
            name = doc['document']
            path = os.path.join(folder, 'texts', name)
            text, place = glued(open(path, encoding='utf8', newline='').read())
            with open(os.path.join(out_folder, 'texts', name), 'w',
                      encoding='utf8', newline='') as f:
                f.write(text)
            for quote in doc['quotes']:
                for key in ('segments', 'content', 'source', 'cue'):
                    if quote.get(key):
                        quote[key] = moved(quote[key], place)
            if doc.get('unattributed'):
                doc['unattributed'] = moved(doc['unattributed'], place)
            places[name] = place
            out.write(json.dumps(doc, ensure_ascii=False) + '\n')
    write_silver(folder, out_folder, places)


if __name__ == '__main__':
    main(*sys.argv[1:])
