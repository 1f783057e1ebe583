#!/usr/bin/env python3
"""Turn a corpus's gold.jsonl into the lines that the trainer reads.

usage: gold.py CORPUS_DIR > CORPUS.gold

Tab-separated, offsets in bytes of the text:
  D  path of the text
  Q  quoted spans  source spans  names (speaker first, then aliases; '|' between)
  N  nobody|unnamed: of the Q before: nobody can be told; no name of his own
  P  span of he, she ...  spans of the mentions before it that mean the same
  S  the same, told by a program: heads of names before it in its chain
  I  content spans  source spans: an indirect quotation
  U  span  kind    a stretch between marks that is nobody's speech
  C                all that stands between marks is among the above
Skipped quotations have no source and no names.  Standard library only; the same input gives the same bytes.
"""
import gzip
import json
import os
import sys


CHAIN = 40  # mentions before a pronoun that are kept
NAMES = 8   # names before a pronoun, of the silver layer
SILVER = ('he', 'she')
PRONOUNS = set('he she him her his they them their'.split())


def tokens_of(words, text):
    """Where each word of a tokenised sentence list stands in the text."""
    spans, at = [], 0
    for sentence in words:
        row = []
        for word in sentence:
            found = text.find(word, at, at + 200 + len(word))
            if found >= 0:
                at = found + len(word)
                row.append((found, at))
            else:
                row.append(None)
        spans.append(row)
    return spans


def pronouns(stem, text):
    """Pronouns of a document with coreference: span, spans before it."""
    words = [x.split() for x in open(stem + '.txt', encoding='utf8')]
    spans, chain, mention = tokens_of(words, text), {}, {}
    for line in open(stem + '.ann', encoding='utf8'):
        f = line.rstrip('\n').split('\t')
        if f[0] == 'MENTION':
            a, b = spans[int(f[2])][int(f[3])], spans[int(f[4])][int(f[5])]
            if a and b:
                mention[f[1]] = (a[0], b[1])
        elif f[0] == 'COREF' and f[1] in mention:
            chain.setdefault(f[2], []).append(mention[f[1]])
    for members in chain.values():
        members.sort()
        for i, (a, b) in enumerate(members):
            if i and text[a:b].lower() in PRONOUNS:
                yield (a, b), members[max(0, i - CHAIN):i]


def silver(folder):
    """By document, what silver.tsv.gz tells of pronouns: span, names before it."""
    path, out, chain = os.path.join(folder, 'silver.tsv.gz'), {}, {}
    if not os.path.exists(path):
        return out
    for line in gzip.open(path, 'rt', encoding='utf8'):
        if line.startswith('# document '):
            rows, chain = out.setdefault(line[11:].rstrip('\n'), []), {}
        f = line.rstrip('\n').split('\t')
        if len(f) != 9 or f[8] == '_':
            continue
        span, names = (int(f[1]), int(f[2])), chain.setdefault(f[8], [])
        if f[4].startswith('NNP'):
            names.append(span)
        elif f[4] in ('PRP', 'PRP$') and f[3] in SILVER and names:
            rows.append((span, names[-NAMES:]))
    return out


def main(folder):
    out, known = sys.stdout, silver(folder)
    docs = [json.loads(x) for x in open(os.path.join(folder, 'gold.jsonl'), encoding='utf8')]
    complete = any(d.get('unattributed') for d in docs) or not any(
        'unattributed_kind' in d for d in docs)
    for doc in docs:
        path = os.path.join(folder, 'texts', doc['document'])
        text = open(path, encoding='utf8', newline='').read()
        at = [0]
        for c in text:
            at.append(at[-1] + len(c.encode('utf8')))

        def spans(pairs):
            return ';'.join('%d..%d' % (at[min(a, len(text))], at[min(b, len(text))])
                            for a, b in pairs)

        out.write('D\t%s\n' % path)
        for q in doc['quotes']:
            if q.get('kind') == 'indirect':
                if q.get('content') and q.get('source') and not q.get('skip'):
                    out.write('I\t%s\t%s\n' % (spans(q['content']), spans(q['source'])))
                continue
            names, source = [], q.get('source') or []
            if q.get('skip'):
                source = []
            elif q.get('speaker'):
                names = [q['speaker']] + q.get('aliases', [])
            clean = '|'.join(' '.join(n.replace('|', ' ').split()) for n in names)
            out.write('Q\t%s\t%s\t%s\n' % (spans(q['segments']), spans(source), clean))
            if not q.get('skip') and not q.get('speaker') and not q.get('source'):
                out.write('N\tnobody\n')
            elif not q.get('skip') and q.get('speaker_type') == 'unnamed':
                out.write('N\tunnamed\n')
        # two apostrophes for marks were not looked at by those who labelled
        if complete and text.count("''") < 4 and '``' not in text:
            out.write('C\n')
        stem = os.path.join(folder, 'coref', os.path.splitext(doc['document'])[0])
        if os.path.exists(stem + '.ann'):
            for span, before in pronouns(stem, text):
                out.write('P\t%s\t%s\n' % (spans([span]), spans(before)))
        for span, before in known.get(doc['document'], []):
            out.write('S\t%s\t%s\n' % (spans([span]), spans(before)))
        kinds = doc.get('unattributed_kind', [])
        for i, u in enumerate(doc.get('unattributed', [])):
            if i < len(kinds) and kinds[i] == 'unpaired':
                continue
            out.write('U\t%s\t%s\n' % (spans([u]), kinds[i] if i < len(kinds) else ''))


if __name__ == '__main__':
    main(sys.argv[1])
