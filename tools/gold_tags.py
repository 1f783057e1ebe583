#!/usr/bin/env python3
"""Turn tagged corpora into the lines that train_tags reads.

usage: gold_tags.py CORPORA > tags.gold

Tab-separated, offsets in bytes of the text before them:
  S  name of the set that what follows belongs to
  F  path of a text                T  a text itself, one sentence
  W  begin  end  part of speech  name type (person, body, place, other, -)

Sets: ewt, ewt-dev (not for training), gum, gum-dev, silver, silver-dev; one
GUM document in five and one of silver in ten is held out.  Parts of speech
are those of Universal Dependencies, names the proper nouns: in GUM the type of
the smallest entity around them.  Standard library only; the same input gives
the same bytes.
"""
import gzip
import os
import re
import sys

GUM = {'person': 'person', 'organization': 'body', 'place': 'place', 'time': '-'}
SILVER = {'PERSON': 'person', 'ORGANIZATION': 'body', 'LOCATION': 'place',
          'MISC': 'other'}
PENN = {'CC': 'CCONJ', 'CD': 'NUM', 'EX': 'PRON', 'FW': 'X', 'LS': 'X',
        'MD': 'AUX', 'POS': 'PART', 'PRP': 'PRON', 'PRP$': 'PRON',
        'RP': 'ADP', 'SYM': 'SYM', 'UH': 'INTJ', 'WP': 'PRON', 'WP$': 'PRON',
        'WRB': 'ADV', 'NN': 'NOUN', 'NNS': 'NOUN', 'NNP': 'PROPN',
        'NNPS': 'PROPN', '$': 'SYM', '#': 'SYM', 'PDT': 'DET'}


def universal(tag, lemma, deprel):
    """A Penn tag with its relation as a universal part of speech."""
    relation = deprel.split(':')[0]
    if tag.startswith('VB'):
        return 'AUX' if relation in ('aux', 'auxpass', 'cop') else 'VERB'
    if tag.startswith('JJ'):
        return 'ADJ'
    if tag.startswith('RB'):
        return 'PART' if lemma in ('not', "n't") else 'ADV'
    if tag == 'IN':
        return 'SCONJ' if relation == 'mark' else 'ADP'
    if tag == 'TO':
        return 'PART' if relation == 'mark' else 'ADP'
    if tag in ('DT', 'WDT'):
        return 'DET' if relation == 'det' else 'PRON'
    return PENN.get(tag, 'PUNCT')


def entities(rows):
    """For each token the type of the smallest entity around it."""
    open_, types = [], []
    for row in rows:
        m = re.search(r'(?:^|\|)Entity=([^|]*)', row[9])
        value = m.group(1) if m else ''
        closing = []
        for opens, group, etype, closes, single in re.findall(
                r'(\()([^-()]+)-([a-z]+)[^()]*|([^()]+)(\))|\)', value):
            if opens:
                open_.append((group, etype))
            elif single:
                closing.append(closes)
        # "(3-..)": opens and closes here: the bracket closes the last opened
        lone = value.count(')') - len(closing)
        types.append(open_[-1][1] if open_ else '')
        for _ in range(lone):
            if open_:
                open_.pop()
        for group in closing:
            for i in range(len(open_) - 1, -1, -1):
                if open_[i][0] == group:
                    del open_[i]
                    break
    return types


def treebank(path, name, hold_out):
    documents, rows, out = 0, [], sys.stdout
    text = ''
    for line in gzip.open(path, 'rt', encoding='utf8'):
        line = line.rstrip('\n')
        if line.startswith('# newdoc'):
            documents += 1
            held = hold_out and documents % hold_out == 0
            out.write('S\t%s\n' % (name + '-dev' if held else name))
        elif line.startswith('# text = '):
            text = line[9:]
        elif line and line[0].isdigit():
            rows.append(line.split('\t'))
        elif not line and rows:
            sentence(text, rows)
            rows = []


def sentence(text, rows):
    out = sys.stdout
    out.write('T\t%s\n' % text.replace('\t', ' '))
    words = [r for r in rows if r[0].isdigit()]
    types = entities(words)
    parts = {}  # of a word written together whose parts do not make it up
    for r in rows:
        if '-' in r[0]:
            a, b = map(int, r[0].split('-'))
            if ''.join(w[1] for w in words if a <= int(w[0]) <= b) != r[1]:
                parts.update({i: (a, r[1]) for i in range(a, b + 1)})
    at = 0
    for row, etype in zip(words, types):
        i = int(row[0])
        form, whole = row[1], parts.get(i)
        if whole and whole[0] != i:
            continue
        if whole:
            form = whole[1]
        found = text.find(form, at)
        if found < 0:
            return
        at = found + len(form)
        named = GUM.get(etype, 'other') if etype and row[3] == 'PROPN' else '-'
        begin = len(text[:found].encode('utf8'))
        out.write('W\t%d\t%d\t%s\t%s\n' % (
            begin, begin + len(form.encode('utf8')), row[3], named))


def silver(root):
    documents, out, at = 0, sys.stdout, []
    for line in gzip.open(root + '/silver.tsv.gz', 'rt', encoding='utf8'):
        line = line.rstrip('\n')
        if line.startswith('# document'):
            documents += 1
            out.write('S\t%s\n' % ('silver' if documents % 10 else 'silver-dev'))
            path = '%s/texts/%s' % (root, line.split()[2])
            text = open(path, encoding='utf8', newline='').read()
            at = [0]
            for c in text:
                at.append(at[-1] + len(c.encode('utf8')))
            out.write('F\t%s\n' % path)
        elif not line.startswith('#'):
            _, begin, end, lemma, tag, ner, _, deprel, _ = line.split('\t')
            part = universal(tag, lemma, deprel)
            out.write('W\t%d\t%d\t%s\t%s\n' % (
                at[int(begin)], at[int(end)], part,
                SILVER.get(ner, '-') if part == 'PROPN' else '-'))


def main(root):
    treebank(root + '/ud/ewt-train.conllu.gz', 'ewt', 0)
    treebank(root + '/ud/ewt-dev.conllu.gz', 'ewt-dev', 0)
    treebank(root + '/ud/gum-wikimedia.conllu.gz', 'gum', 5)
    silver(root + '/news-train')


if __name__ == '__main__':
    main(sys.argv[1])
