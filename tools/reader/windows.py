"""Windows of documents, as `train --windows` writes them, and batches of them.

The file is little-endian int32 throughout; tools/reader/README.md tells it.
"""
import numpy as np
import torch

MAGIC, VERSION = 0x57535752, 1
SETS = ('news', 'wikinews', 'release', 'fiction')
INPUTS = ('case', 'place', 'start', 'mention', 'gender')
KIND_NAME, CAPITAL = 0, 1
NAME_FIRST, NAME_LATER = 1, 2
MALE, FEMALE = 1, 2


class Window:
    """One window: arrays of positions, mentions, quotations."""

    def __init__(self, numbers, at):
        self.doc, self.set, self.fold, n, m, k = (int(x) for x in numbers[at:at + 6])
        at += 6
        self.rows = numbers[at:at + 6 * n].reshape(6, n)  # piece, then INPUTS
        at += 6 * n
        self.mentions = numbers[at:at + 5 * m].reshape(m, 5)
        at += 5 * m
        self.quotes, self.right, self.people = [], [], []
        for _ in range(k):
            row = numbers[at:at + 8]
            at += 8
            self.quotes.append(row[:6])
            self.right.append(numbers[at:at + int(row[6])])
            at += int(row[6])
            self.people.append(numbers[at:at + int(row[7])])
            at += int(row[7])
        self.end = at

    def __len__(self):
        return self.rows.shape[1]


def read(path):
    numbers = np.fromfile(path, dtype='<i4')
    if numbers[0] != MAGIC or numbers[1] != VERSION:
        raise SystemExit('%s: no windows of version %d' % (path, VERSION))
    windows, at = [], 3
    for _ in range(int(numbers[2])):
        windows.append(Window(numbers, at))
        at = windows[-1].end
    if at != len(numbers):
        raise SystemExit('%s: ends at %d of %d' % (path, at, len(numbers)))
    return windows


class Names:
    """Words of names, to put others in their place.

    A word is changed to one of as many pieces, the same one wherever it stands
    in the window, so that no position moves; the words that begin a man's or a
    woman's name stay a man's or a woman's.
    """

    def __init__(self, windows, vocabulary):
        self.tail = np.array([p.startswith('##') for p in vocabulary])
        self.short = np.array([len(p) < 3 for p in vocabulary])
        self.pools = {}
        for window in windows:
            for word, role in self.words(window).items():
                self.pools.setdefault((role, len(word)), set()).add(word)
        self.pools = {k: sorted(v) for k, v in sorted(self.pools.items())}

    def words(self, window):
        """The words of people's names, with what tells one pool from another."""
        pieces, case, mention, gender = window.rows[0], window.rows[1], window.rows[4], window.rows[5]
        out = {}
        starts = np.flatnonzero((mention >= NAME_FIRST) & (mention <= NAME_LATER) & (case == CAPITAL)
                                & (gender <= FEMALE) & ~self.tail[pieces])
        for i in starts:
            j = i + 1
            while j < len(pieces) and self.tail[pieces[j]]:
                j += 1
            later = j < len(pieces) and mention[j] == NAME_LATER
            if j - i == 1 and self.short[pieces[i]]:
                continue
            role = 'first%d' if mention[i] == NAME_FIRST and later else 'last%d'
            out.setdefault(tuple(int(p) for p in pieces[i:j]), role % gender[i])
        return out

    def changed(self, window, random, share=0.7):
        """The pieces of the window, with a share of its names' words changed."""
        pieces = window.rows[0].copy()
        for word, role in self.words(window).items():
            pool = self.pools[(role, len(word))]
            if random.random() >= share or len(pool) < 20:
                continue
            other = pool[int(random.integers(len(pool)))]
            at = np.flatnonzero(window.rows[0] == word[0])
            at = at[at + len(word) <= len(pieces)]
            for i in at:
                end = i + len(word)
                if (tuple(window.rows[0][i:end]) == word and window.rows[1][i]
                        and not (end < len(pieces) and self.tail[window.rows[0][end]])):
                    pieces[i:end] = other
        return pieces


class Batch:
    """Windows one after another: rows [6,T], where [T] in the window, starts.

    By window, padded: mentions [B,M,2] (first, head), means [B,M], spans
    [B,K,2] of the quotations, told [B,K,6] of them, and [B,K,M] whether a
    mention is allowed, known, right, wanted (of the right person).
    """

    def __init__(self, windows, pieces=None):
        self.windows = windows
        size = len(windows)
        m = max(1, max(len(w.mentions) for w in windows))
        k = max(1, max(len(w.quotes) for w in windows))
        mentions = np.zeros((size, m, 2), np.int64)
        spans = np.zeros((size, k, 2), np.int64)
        told = np.full((size, k, 6), -1, np.int64)
        allowed = np.zeros((size, k, m), bool)
        right = np.zeros((size, k, m), bool)
        means = np.full((size, m), -1, np.int64)
        wanted = np.zeros((size, k, m), bool)
        for b, w in enumerate(windows):
            count = len(w.mentions)
            if count:
                mentions[b, :count] = w.mentions[:, :2]
                means[b, :count] = w.mentions[:, 2]
            for q, row in enumerate(w.quotes):
                spans[b, q] = row[:2]
                told[b, q] = row
                allowed[b, q, :count] = w.mentions[:, 4] != q
                right[b, q, w.right[q]] = True
                if count:
                    wanted[b, q, :count] = np.isin(w.mentions[:, 2], w.people[q]) & (w.mentions[:, 2] >= 0)
        rows = np.concatenate([w.rows for w in windows], 1).astype(np.int64)
        if pieces is not None:
            rows[0] = np.concatenate(pieces)
        where = np.concatenate([np.arange(len(w)) for w in windows])
        self.starts = [0] + [int(x) for x in np.cumsum([len(w) for w in windows])]
        t = torch.from_numpy
        self.rows, self.where = t(rows), t(where)
        self.mentions, self.spans, self.told = t(mentions), t(spans), t(told)
        self.means, self.allowed = t(means), t(allowed)
        self.right, self.wanted = t(right & allowed), t(wanted & allowed)
        self.known = self.allowed & (self.means >= 0)[:, None, :]


def batches(windows, count, random=None):
    """Lists of so many windows, all of them once; shuffled where random is given."""
    order = np.arange(len(windows)) if random is None else random.permutation(len(windows))
    return [[windows[i] for i in order[at:at + count]] for at in range(0, len(order), count)]
