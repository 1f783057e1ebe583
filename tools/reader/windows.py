"""Windows of documents, as `train --windows` writes them, and batches of them.

The file is little-endian int32 throughout; tools/reader/README.md tells it.
"""
import copy

import numpy as np
import torch

MAGIC, VERSION = 0x57535752, 2
SETS = ('news', 'wikinews', 'release', 'fiction')
INPUTS = ('case', 'place', 'start', 'mention', 'gender')
KIND_NAME, KIND_NOUN, KIND_PRONOUN = 0, 1, 2
LOWER, CAPITAL = 0, 1
NAME_FIRST, NAME_LATER, PRONOUN = 1, 2, 5
HEAD, MEANS, KIND, INSIDE, TRUTH, TELLER = 1, 2, 3, 4, 5, 6  # of a mention
READERS, BOTH, SILVER, QUOTED = 0, 1, 2, 3  # who tells the truth of it
MALE, FEMALE = 1, 2


class Window:
    """One window: arrays of positions, mentions, quotations."""

    def __init__(self, numbers, at):
        self.doc, self.set, self.fold, self.tiling, n, m, k = (int(x) for x in numbers[at:at + 7])
        at += 7
        self.rows = numbers[at:at + 6 * n].reshape(6, n)  # piece, then INPUTS
        at += 6 * n
        self.mentions = numbers[at:at + 7 * m].reshape(m, 7)
        at += 7 * m
        self.quotes, self.right, self.people = [], [], []
        for _ in range(k):
            row = numbers[at:at + 8]
            at += 8
            self.quotes.append(row[:6])
            self.right.append(numbers[at:at + int(row[6])])
            at += int(row[6])
            self.people.append(numbers[at:at + int(row[7])])
            at += int(row[7])
        self.reports, self.sources, count = [], [], int(numbers[at])
        at += 1
        for _ in range(count):
            self.reports.append(numbers[at:at + 2])
            self.sources.append(numbers[at + 3:at + 3 + int(numbers[at + 2])])
            at += 3 + int(numbers[at + 2])
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


class Pronouns:
    """He or she in place of a name, where the window names the same person
    shortly before and at most one other person of that sex since."""

    REACH = 120

    def __init__(self, vocabulary):
        self.word = {MALE: vocabulary.index('he'), FEMALE: vocabulary.index('she')}
        self.apostrophes = {vocabulary.index(a) for a in ("'", '\u2019') if a in vocabulary}

    def fitting(self, window):
        """Mentions that may be replaced, with where they end."""
        row, gender, mentions = window.rows[4], window.rows[5], window.mentions
        heads, last, before, out = mentions[:, HEAD], {}, [], []
        for i, (first, head, who, kind, *_) in enumerate(mentions.tolist()):
            sex = int(gender[head])
            if kind != KIND_NAME or who < 0 or sex not in self.word:
                continue
            end = first + 1
            while end < len(row) and row[end] == NAME_LATER:
                end += 1
            ends = end < len(row) and int(window.rows[0][end]) not in self.apostrophes
            tail = int(window.rows[0][end - 1])
            ends = ends and who in last and tail in window.rows[0][last[who][0]:last[who][1]]
            alone = ((heads >= first) & (heads < end)).sum() == 1 and row[first] == NAME_FIRST
            if ends and alone and first - last[who][0] < self.REACH and head < end:
                since = {w for at, w, s in before if at > last[who][0] and s == sex and w != who}
                if len(since) <= 1:
                    out.append((i, first, end, sex))
            last[who] = first, end
            before.append((first, who, sex))
        return out

    def changed(self, window, random, share):
        """The window, or a copy of it with a share of these changed."""
        chosen = [x for x in self.fitting(window) if random.random() < share]
        if not chosen:
            return window
        new = copy.copy(window)
        rows, mentions = window.rows.copy(), window.mentions.copy()
        keep = np.ones(len(window), bool)
        for i, first, end, sex in chosen:
            keep[first + 1:end] = False
            rows[:2, first] = self.word[sex], CAPITAL if rows[3, first] else LOWER
            rows[4:, first] = PRONOUN, sex
            mentions[i, [MEANS, KIND, TRUTH, TELLER]] = -1, KIND_PRONOUN, mentions[i, MEANS], READERS
            mentions[i, HEAD] = mentions[i, 0]
        to = np.cumsum(keep) - 1
        mentions[:, :2] = to[mentions[:, :2]]
        new.rows, new.mentions = rows[:, keep], mentions
        new.quotes = [np.concatenate([to[q[:2]], q[2:]]) for q in window.quotes]
        new.reports = [to[r] for r in window.reports]
        return new


class Batch:
    """Windows one after another: rows [6,T], where [T] in the window, starts.

    By window, padded: mentions [B,M,2] (first, head), means [B,M], spans
    [B,K,2] of the quotations, told [B,K,6] of them, and [B,K,M] whether a
    mention is allowed, known, right, wanted (of the right person).  Likewise of
    the mentions that stand for somebody known: which [B,A], by whom that is
    told [B,A] or -1, and [B,A,M] what they may mean and do; of reports: [B,R,2]
    and [B,R,M] what may be their source and is, and who that is.
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
        standing = [self.standing(w) for w in windows]
        a = max(1, max(map(len, standing)))
        r = max(1, max(len(w.reports) for w in windows))
        which = np.zeros((size, a), np.int64)
        teller = np.full((size, a), -1, np.int64)
        may, does = np.zeros((size, a, m), bool), np.zeros((size, a, m), bool)
        reports = np.zeros((size, r, 2), np.int64)
        outer, source, said = (np.zeros((size, r, m), bool) for _ in range(3))
        for b, w in enumerate(windows):
            heads, person, truth = (w.mentions[:, x] for x in (HEAD, MEANS, TRUTH))
            count = len(heads)
            for x, i in enumerate(standing[b]):
                which[b, x], teller[b, x] = i, w.mentions[i, TELLER]
                may[b, x, :count] = (person >= 0) & (np.arange(count) != i)
                does[b, x, :count] = (person == truth[i]) & (np.arange(count) != i)
            for x, (first, last) in enumerate(w.reports):
                reports[b, x] = first, last
                outer[b, x, :count] = (heads < first) | (heads > last)
                source[b, x, w.sources[x]] = True
                whom = {int(person[i] if truth[i] < 0 else truth[i]) for i in w.sources[x]
                        if truth[i] < 0 or w.mentions[i, TELLER] in (READERS, BOTH)} - {-1}
                said[b, x, :count] = np.isin(person, sorted(whom))
        t = torch.from_numpy
        self.which, self.teller, self.may, self.does = t(which), t(teller), t(may), t(does)
        self.reports, self.outer, self.source, self.said = t(reports), t(outer), t(source & outer), t(said & outer)
        self.rows, self.where = t(rows), t(where)
        self.mentions, self.spans, self.told = t(mentions), t(spans), t(told)
        self.means, self.allowed = t(means), t(allowed)
        self.right, self.wanted = t(right & allowed), t(wanted & allowed)
        self.known = self.allowed & (self.means >= 0)[:, None, :]

    @staticmethod
    def standing(window):
        """Mentions whose truth is known and otherwise mentioned in the window."""
        truth, means = window.mentions[:, TRUTH], window.mentions[:, MEANS]
        return [i for i in np.flatnonzero(truth >= 0).tolist()
                if (means[np.arange(len(means)) != i] == truth[i]).any()]


def batches(windows, count, random=None):
    """Lists of so many windows, all of them once; shuffled where random is given."""
    order = np.arange(len(windows)) if random is None else random.permutation(len(windows))
    return [[windows[i] for i in order[at:at + count]] for at in range(0, len(order), count)]
