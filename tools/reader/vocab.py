#!/usr/bin/env python3
"""Cut MiniLM's vocabulary to what fits: vocab.txt and the pieces' old ids.

usage: vocab.py MINILM.whl VOCAB.txt OLD_IDS.txt TEXTS...

TEXTS are directories of training texts. All single characters that start a
word and all single letters and digits that go on with one stay; of the others
the most frequent, as many as keep the file under pack.LIMIT. Frequency is
counted by WordPiece over the texts; as these are few, a piece's old id adds to
it (ids of a kind stand in the order of frequency of the pretraining texts).
Standard library and numpy; the same input gives the same order.
"""
import collections
import os
import re
import sys
import unicodedata

import pack

PRIOR = 0.25  # weight of the pretraining texts' counts beside ours
MARKS = {'\u201c': '"', '\u201d': '"', '\u201e': '"', '\u201f': '"',
         '\u00ab': '"', '\u00bb': '"', '\u2018': "'", '\u2019': "'",
         '\u201a': "'", '\u201b': "'", '\u2039': "'", '\u203a': "'",
         '\u02bc': "'", '\u2032': "'", '\u2033': '"', '`': "'", '\u00b4': "'", '\uff02': '"',
         '\uff07': "'", '\u2010': '-', '\u2011': '-'}
WORD = re.compile(r'[^\W_]+|\S')


def folded(text):
    text = ''.join(MARKS.get(char, char) for char in text.lower())
    return ''.join(char for char in unicodedata.normalize('NFD', text)
                   if unicodedata.category(char) not in ('Mn', 'Cf', 'Cc') or
                   char.isspace())


def cut(word, ids):
    """Ids of a word's pieces, longest first; None where nothing fits."""
    got, at = [], 0
    while at < len(word):
        for end in range(len(word), at, -1):
            piece = ('##' if at else '') + word[at:end]
            if piece in ids:
                got.append(ids[piece])
                at = end
                break
        else:
            return None
    return got


def count_words(places):
    words = collections.Counter()
    for place in places:
        for name in sorted(os.listdir(place)):
            with open(os.path.join(place, name), encoding='utf8') as file:
                words.update(WORD.findall(folded(file.read())))
    return words


def counts(words, ids):
    count = collections.Counter()
    for word, many in words.items():
        for piece in cut(word, ids) or ():
            count[piece] += many
    return count


def must_stay(piece):
    if len(piece) == 3 and piece.startswith('##'):
        return piece[2].isascii() and piece[2].isalnum()
    return piece in pack.SPECIAL or len(piece) == 1


def ranked(vocab, words):
    """Old ids, what must stay first, then by frequency."""
    ids = {piece: number for number, piece in enumerate(vocab)
           if not piece.startswith('[unused')}
    count = counts(words, ids)
    zipf = PRIOR * sum(count.values()) / 10
    keep = [ids[piece] for piece in pack.SPECIAL]
    keep += [n for piece, n in ids.items()
             if must_stay(piece) and piece not in pack.SPECIAL]
    rest = set(ids.values()) - set(keep)
    plain = [n for n in rest if folded(vocab[n]) == vocab[n]]
    return keep, sorted(plain, key=lambda n: (-count[n] - zipf / n, n))


def main(wheel, vocab_path, ids_path, *places):
    w, vocab = pack.pretrained(wheel)
    words = count_words(places)
    keep, rest = ranked(vocab, words)
    few = pack.first(wheel, keep)
    fixed = len(pack.pack(few, [vocab[n] for n in keep]))
    each = w['word'].shape[1] + 4 + 4  # row, scale, place of the text
    room = pack.LIMIT - fixed - 65536 - 1024  # slots, gaps
    while room > 0:
        room -= each + len(vocab[rest[0]].encode()) + 1
        keep.append(rest.pop(0))
    keep = keep[:5] + sorted(keep[5:-1])
    with open(vocab_path, 'w', encoding='utf8') as file:
        file.writelines(vocab[n] + '\n' for n in keep)
    with open(ids_path, 'w', encoding='utf8') as file:
        file.writelines('%d\n' % n for n in keep)
    ids = {vocab[n]: n for n in keep}
    all_ids = {piece: n for n, piece in enumerate(vocab)}
    for name, using in (('all', all_ids), ('cut', ids)):
        parts = {word: cut(word, using) for word in words}
        print('%s: %d pieces, %.3f a word, %d of %d words unknown' % (
            name, len(using),
            sum(len(parts[word] or 'u') * many
                for word, many in words.items()) / words.total(),
            sum(many for word, many in words.items() if parts[word] is None),
            words.total()))


if __name__ == '__main__':
    if len(sys.argv) < 5:
        sys.exit(__doc__.split('\n\n')[1])
    main(*sys.argv[1:])
