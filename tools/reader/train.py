#!/usr/bin/env python3
"""Train the second reader: fine-tune a small BERT on windows of documents.

usage: train.py [options] TRAIN.bin OUT [NAME=OTHER.bin]...

TRAIN.bin and the others are windows that `train --windows` wrote.  OUT/model.npz
gets the arrays that pack.py reads.  The folds of --held are never learned from;
figures are of them and of the others.  The same input, on the same machine with as many
threads, gives the same bytes.
"""
import argparse
import os
import shutil
import time
import zipfile

import numpy as np
import torch
from safetensors.numpy import load

from model import LAYERS, Reader
from windows import SETS, Batch, Names, Pronouns, batches, read

ANSWERED, SPEECH, HAS_MENTION, HAS_PERSON = 2, 3, 4, 5  # of Batch.told
MEASURED = ('mention', 'person', 'person+', 'class')


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('windows')
    p.add_argument('out')
    p.add_argument('others', nargs='*')
    p.add_argument('--vocabulary', required=True, help='folder of vocab.txt and old_ids.txt')
    p.add_argument('--pretrained', required=True, help='model.safetensors, or the wheel that holds it')
    p.add_argument('--epochs', type=int, default=6)
    p.add_argument('--batch', type=int, default=16, help='windows')
    p.add_argument('--rate', type=float, default=1.5e-4)
    p.add_argument('--head-rate', type=float, default=5e-4)
    p.add_argument('--layer-decay', type=float, default=0.85)
    p.add_argument('--word-rate', type=float, default=0.5, help='of the rate that its place would give')
    p.add_argument('--warm-up', type=float, default=0.06)
    p.add_argument('--decay', type=float, default=0.01)
    p.add_argument('--dropout', type=float, default=0.1)
    p.add_argument('--swap', type=float, default=0.5, help='share of windows whose names are changed')
    p.add_argument('--context', type=float, default=0.5, help='weight of quotations not answered')
    p.add_argument('--class-weight', type=float, default=0.3)
    p.add_argument('--meant', type=float, default=0.0, help='weight of whom a mention means')
    p.add_argument('--tellers', default='1,0.6,0.3,0.3', help='of that, by who tells it')
    p.add_argument('--reports', type=float, default=0.0, help='weight of indirect quotations')
    p.add_argument('--pronouns', type=float, default=0.0, help='share of fitting names put as he or she')
    p.add_argument('--tilings', type=int, default=1, help='ways to cut a document, one drawn an epoch')
    p.add_argument('--swapped', type=float, default=0.7, help="share of a changed window's names")
    p.add_argument('--set-weights', default='1,1,1,1')
    p.add_argument('--easy', type=float, default=0.5, help='share taken of the windows learned well')
    p.add_argument('--easy-loss', type=float, default=0.05, help='a quotation: learned well')
    p.add_argument('--quotations', type=float, default=60.0, help='of a batch: what its loss is divided by')
    p.add_argument('--start', help='model.npz to start from, in place of the pretrained one')
    p.add_argument('--keep', type=float, default=0.0, help="share of the start's weights in those written")
    p.add_argument('--held', default='0', help='the folds that are not learned from, as 1,2')
    p.add_argument('--seed', type=int, default=20161109)
    p.add_argument('--every', type=int, default=2, help='epochs between figures')
    p.add_argument('--threads', type=int, default=2)
    return p.parse_args()


def chosen(logs, right):
    """Log of the probability of what is right; of none where nothing is."""
    right = torch.cat([~right.any(2, keepdim=True), right], 2)
    return torch.logsumexp(logs.masked_fill(~right, -1e9), 2)


def losses(net, batch, options, weights):
    """The loss of each window of a batch."""
    more = options.meant > 0 or options.reports > 0
    mention, person, speech, *others = net(batch, more)
    told = batch.told
    weight = torch.tensor([weights[w.set] for w in batch.windows])[:, None]
    weight = weight * torch.where(told[..., ANSWERED] == 1, 1.0, options.context)
    total = 0.0
    for scores, right, has in ((mention, batch.right, HAS_MENTION), (person, batch.wanted, HAS_PERSON)):
        log = chosen(scores.log_softmax(2), right)
        total = total - (log * weight * (told[..., has] >= 0)).sum(1)
    wrong = torch.nn.functional.binary_cross_entropy_with_logits(
        speech, (told[..., SPEECH] == 1).float(), reduction='none')
    total = total + options.class_weight * (wrong * weight * (told[..., SPEECH] >= 0)).sum(1)
    return total + extra(batch, others, options, weights) if more else total


def extra(batch, scores, options, weights):
    """The loss of each window in what is for learning alone."""
    meant, report, reporter = scores
    sets = torch.tensor([weights[w.set] for w in batch.windows])
    told = torch.tensor([float(x) for x in options.tellers.split(',')] + [0.0])[batch.teller]
    total = -options.meant * (chosen(meant.log_softmax(2), batch.does) * told).sum(1)
    for s, right in ((report, batch.source), (reporter, batch.said)):
        log = chosen(s.log_softmax(2), right) * right.any(2)
        total = total - options.reports * log.sum(1)
    return total * sets


def people(logs, means):
    """[K,1+P] log-probability of none and of each person, from that of mentions."""
    ids = sorted(set(means[means >= 0].tolist()))
    sums = [logs[:, :1]]
    for i in ids:
        at = torch.cat([torch.tensor([False]), means == i])
        sums.append(torch.logsumexp(logs[:, at], 1, keepdim=True))
    return torch.cat(sums, 1), [-1] + ids


def measured(net, windows, into):
    """Add right and all of each figure, by set, over the answered quotations."""
    net.eval()
    with torch.no_grad():
        for batch in map(Batch, batches(windows, 16)):
            mention, person, speech = net(batch)
            for b, w in enumerate(batch.windows):
                k = len(w.quotes)
                if k:
                    count(w, batch, b, mention[b, :k].log_softmax(1), person[b, :k].log_softmax(1),
                          speech[b, :k], into)
    net.train()


def count(window, batch, b, mention, person, speech, into):
    means = batch.means[b]
    who, ids = people(person, means)
    by_mention, _ = people(mention, means)
    who_both = who + 0.5 * torch.clamp(by_mention, min=-8.0)
    for q, row in enumerate(window.quotes):
        if not row[ANSWERED]:
            continue
        hits = {}
        if row[HAS_MENTION] == 1:
            at = int(mention[q].argmax())
            hits['mention'] = at > 0 and at - 1 in window.right[q]
        if row[HAS_PERSON] == 1:
            for name, s in (('person', who), ('person+', who_both)):
                at = int(s[q].argmax())
                hits[name] = at > 0 and ids[at] in window.people[q]
        if row[SPEECH] >= 0:
            hits['class'] = (float(speech[q]) > 0) == (row[SPEECH] == 1)
        for name, hit in hits.items():
            cell = into.setdefault((SETS[window.set], name), [0, 0])
            cell[0] += bool(hit)
            cell[1] += 1


def figures(net, title, windows, split=True):
    into = {}
    measured(net, windows, into)
    for s in SETS if split else [None]:
        cells = {m: [sum(v[i] for (a, b), v in into.items() if b == m and s in (None, a)) for i in (0, 1)]
                 for m in MEASURED}
        if any(c[1] for c in cells.values()):
            print('  %-22s' % (title + (' ' + s if s else '')), '  '.join(
                '%s %5.1f of %d' % (m, 100 * c[0] / c[1], c[1]) for m, c in cells.items() if c[1]), flush=True)


def groups(net, options):
    """Parameters with their rates: the lower in the net, the slower."""
    out = []
    for name, p in net.named_parameters():
        part = name.split('.')
        if part[0] == 'layers':
            rate = options.rate * options.layer_decay ** (LAYERS - 1 - int(part[1]))
        elif part[0] in ('word', 'position', 'norm'):
            rate = options.rate * options.layer_decay ** LAYERS * (options.word_rate if part[0] == 'word' else 1)
        else:
            rate = options.head_rate
        if rate == 0:
            p.requires_grad_(False)
            continue
        out.append({'params': [p], 'lr': rate, 'first': rate,
                    'weight_decay': options.decay if p.dim() > 1 else 0.0})
    return out


def drawn(train, last, options, random):
    """The windows of an epoch, of one tiling a document: of those learned well,
    a share."""
    tiling = random.integers(options.tilings, size=1 + max(w.doc for w in train))
    train = [w for w in train if w.tiling == tiling[w.doc]]
    easy = np.array([last.get(id(w), 1e9) < options.easy_loss for w in train])
    keep = ~easy | (random.random(len(train)) < options.easy)
    return [w for w, k in zip(train, keep) if k]


def learn(net, train, names, pronouns, options, after):
    random = np.random.default_rng(options.seed)
    optimiser = torch.optim.AdamW(groups(net, options), betas=(0.9, 0.98), fused=True)
    weights = [float(x) for x in options.set_weights.split(',')]
    last = {}
    for epoch in range(options.epochs):
        start, sum_of = time.time(), 0.0
        todo = batches(drawn(train, last, options, random), options.batch, random)
        for i, drawn_windows in enumerate(todo):
            windows = [pronouns.changed(w, random, options.pronouns) if options.pronouns else w
                       for w in drawn_windows]
            pieces = [names.changed(w, random, options.swapped) if random.random() < options.swap else w.rows[0]
                      for w in windows]
            done = (epoch + (i + 1) / len(todo)) / options.epochs
            for g in optimiser.param_groups:
                g['lr'] = g['first'] * min(done / options.warm_up, (1 - done + 1e-3) / (1 - options.warm_up))
            loss = losses(net, Batch(windows, pieces), options, weights)
            (loss.sum() / options.quotations).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            for w, x in zip(drawn_windows, loss.tolist()):
                last[id(w)] = x / len(w.quotes)
                sum_of += x
            if i % 50 == 49:
                print('  step %d of %d, %d s' % (i + 1, len(todo), time.time() - start), flush=True)
        print('epoch %d: %d windows, loss %.4f a window, %d s' % (
            epoch + 1, sum(map(len, todo)), sum_of / sum(map(len, todo)), time.time() - start), flush=True)
        after(epoch + 1)


def pretrained(path):
    """Arrays of a model.safetensors, or of the wheel that holds one."""
    if not zipfile.is_zipfile(path):
        return load(open(path, 'rb').read())
    wheel = zipfile.ZipFile(path)
    name, = (n for n in wheel.namelist() if n.endswith('model.safetensors'))
    return load(wheel.read(name))


def main():
    options = arguments()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    torch.use_deterministic_algorithms(True)
    os.makedirs(options.out, exist_ok=True)
    words = os.path.join(options.vocabulary, 'vocab.txt')
    vocabulary = open(words, encoding='utf8').read().split('\n')[:-1]
    old = np.loadtxt(os.path.join(options.vocabulary, 'old_ids.txt'), dtype=np.int64)
    if len(old) != len(vocabulary):
        raise SystemExit('train.py: %d pieces, %d old ids' % (len(vocabulary), len(old)))
    shutil.copy(words, options.out)
    net = Reader(len(vocabulary), options.dropout)
    if options.start:
        net.load(options.start)
    else:
        net.pretrained(pretrained(options.pretrained), old)
    windows = read(options.windows)
    left_out = {int(x) for x in options.held.split(',') if x}
    train = [w for w in windows if w.fold not in left_out and w.quotes and w.tiling < options.tilings]
    held = [w for w in windows if w.fold in left_out and w.quotes and w.tiling == 0]
    others = [(o.split('=')[0], [w for w in read(o.split('=')[1]) if w.tiling == 0]) for o in options.others]
    print('%d windows of %d positions to learn from, %d held out' % (len(train), sum(map(len, train)), len(held)))

    first = {k: torch.from_numpy(v).clone() for k, v in net.arrays().items()} if options.keep else {}

    def after(epoch):
        if epoch == options.epochs and first:
            with torch.no_grad():
                for name, p in net.parts().items():
                    p.lerp_(first[name].reshape(p.shape), options.keep)
        if epoch == options.epochs or epoch % options.every == 0:
            figures(net, 'held out', held)
            for name, more in others:
                figures(net, name, more, False)
            np.savez(os.path.join(options.out, 'model.npz'), **net.arrays())

    learn(net, train, Names(train, vocabulary), Pronouns(vocabulary), options, after)


if __name__ == '__main__':
    main()
