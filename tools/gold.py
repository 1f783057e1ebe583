#!/usr/bin/env python3
"""Turn a corpus's gold.jsonl into the lines that the trainer reads.

usage: gold.py CORPUS_DIR > CORPUS.gold

Tab-separated, offsets in bytes of the text:
  D  path of the text
  Q  quoted spans  source spans  names (speaker first, then aliases; '|' between)
  U  span  kind    a stretch between marks that is nobody's speech
  C                all that stands between marks is among the above
Quotations of kind indirect are left out; skipped ones have no source and no
names.  Standard library only; the same input gives the same bytes.
"""
import json
import os
import sys


def main(folder):
    out = sys.stdout
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
                continue
            names, source = [], q.get('source') or []
            if q.get('skip'):
                source = []
            elif q.get('speaker'):
                names = [q['speaker']] + q.get('aliases', [])
            clean = '|'.join(' '.join(n.replace('|', ' ').split()) for n in names)
            out.write('Q\t%s\t%s\t%s\n' % (spans(q['segments']), spans(source), clean))
        # two apostrophes for marks were not looked at by those who labelled
        if complete and text.count("''") < 4 and '``' not in text:
            out.write('C\n')
        kinds = doc.get('unattributed_kind', [])
        for i, u in enumerate(doc.get('unattributed', [])):
            if i < len(kinds) and kinds[i] == 'unpaired':
                continue
            out.write('U\t%s\t%s\n' % (spans([u]), kinds[i] if i < len(kinds) else ''))


if __name__ == '__main__':
    main(sys.argv[1])
