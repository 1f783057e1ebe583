"""The second reader: a small BERT with heads that point at mentions.

tools/reader/README.md tells its inputs and heads, and the names of its arrays.
"""
import math

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

LAYERS, WIDTH, HEADS, INNER, POSITIONS, POINT = 6, 384, 12, 1536, 384, 128
INPUT_SIZES = {'case': 4, 'place': 4, 'start': 3, 'mention': 8, 'gender': 6}
EPSILON = 1e-12
STEPS = (2, 4, 7, 11, 16, 23, 33, 47, 65, 91, 129, 181, 251)
FAR = -1e4


def bucket(distance):
    """Distance in positions to 0..31: the sign, and 14 steps."""
    edges = torch.tensor(STEPS)
    step = torch.bucketize(distance.abs(), edges, right=True)
    return step + 16 * (distance >= 0)


class Attention(torch.autograd.Function):
    """Attention of windows that stand one after another, none padded.

    The way back goes window by window, so that what it holds stays in cache.
    """

    @staticmethod
    def forward(ctx, qkv, starts):  # qkv [T,3,HEADS,32]
        out = torch.empty(qkv.shape[0], *qkv.shape[2:], dtype=qkv.dtype)
        for a, b in zip(starts, starts[1:]):
            q, k, v = qkv[None, a:b].permute(2, 0, 3, 1, 4)
            out[a:b] = F.scaled_dot_product_attention(q, k, v)[0].transpose(0, 1)
        ctx.save_for_backward(qkv, out)
        ctx.starts = starts
        return out

    @staticmethod
    def backward(ctx, grad):
        qkv, out = ctx.saved_tensors
        scale = 1 / math.sqrt(qkv.shape[3])
        back = torch.empty_like(qkv)
        inner = (grad * out).sum(-1, dtype=torch.float32)
        for a, b in zip(ctx.starts, ctx.starts[1:]):
            q, k, v = qkv[a:b].permute(1, 2, 0, 3).contiguous()
            g = grad[a:b].transpose(0, 1).contiguous()
            p = torch.bmm(q * scale, k.transpose(1, 2)).softmax(-1)
            back[a:b, 2] = torch.bmm(p.transpose(1, 2), g).transpose(0, 1)
            less = -scale * inner[a:b].t()[:, :, None]
            g = torch.cat([g * scale, less.to(g.dtype)], 2)
            v = torch.cat([v, torch.ones_like(v[:, :, :1])], 2)
            s = torch.bmm(g, v.transpose(1, 2)).mul_(p)
            back[a:b, 0] = torch.bmm(s, k).transpose(0, 1)
            back[a:b, 1] = torch.bmm(s.transpose(1, 2), q).transpose(0, 1)
        return back, None


class Dropout(nn.Module):
    """Dropout by masks cut out of one long one, which is drawn now and then."""

    POOL = 1 << 25

    def __init__(self, share):
        super().__init__()
        self.share, self.left = share, 0

    def forward(self, x):
        if not self.training or not self.share:
            return x
        if self.left == 0:
            Dropout.draw(self)
        self.left -= 1
        at = int(torch.randint(self.POOL - x.numel(), ()))
        return x * self.pool[at:at + x.numel()].view(x.shape).to(x.dtype)

    def draw(self):
        keep = torch.randint(0, 256, (self.POOL,), dtype=torch.uint8) >= round(256 * self.share)
        self.pool = keep.to(torch.bfloat16) * (1 / (1 - self.share))
        self.left = 4000


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.o = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = dropout

    def forward(self, x, starts, wanted=None):
        """The next states, of the wanted positions alone where they are told."""
        a = Attention.apply(self.qkv(x).view(-1, 3, HEADS, WIDTH // HEADS), starts).view(-1, WIDTH)
        if wanted is not None:
            x, a = x[wanted], a[wanted]
        x = self.norm1(x + self.dropout(self.o(a)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Pointer(nn.Module):
    """Scores of mentions for quotations, and of none."""

    def __init__(self):
        super().__init__()
        self.q = nn.Linear(2 * WIDTH, POINT)
        self.k = nn.Linear(2 * WIDTH, POINT)
        self.bias = nn.Parameter(torch.zeros(32))
        self.none = nn.Linear(2 * WIDTH, 1)

    def forward(self, quotes, mentions, buckets, of=None):
        scores = self.q(quotes) @ (of or self).k(mentions).transpose(1, 2) / math.sqrt(POINT)
        return scores + self.bias[buckets], self.none(quotes)


class Reader(nn.Module):
    def __init__(self, pieces, dropout=0.1):
        super().__init__()
        self.word = nn.Embedding(pieces, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.inputs = nn.ModuleDict({k: nn.Embedding(n, WIDTH) for k, n in INPUT_SIZES.items()})
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(self.dropout) for _ in range(LAYERS))
        self.mention, self.person = Pointer(), Pointer()
        self.speech = nn.Linear(2 * WIDTH, 1)
        # for learning alone: whom a mention means; source and speaker of a report
        self.meant, self.report, self.reporter = Pointer(), Pointer(), Pointer()
        for e in self.inputs.values():
            nn.init.normal_(e.weight, std=0.005)
        for p in (self.mention, self.person, self.meant, self.report, self.reporter):
            for linear in (p.q, p.k, p.none):
                nn.init.normal_(linear.weight, std=0.02)
                nn.init.zeros_(linear.bias)

    def states(self, rows, where, starts, wanted=None):
        """Last hidden states of rows [6,T] of windows from starts on, all or the wanted."""
        x = self.word(rows[0]) + self.position(where)
        for row, e in zip(rows[1:], self.inputs.values()):
            x = x + e(row)
        x = self.dropout(self.norm(x))
        with torch.autocast('cpu', torch.bfloat16):
            x = x.to(torch.bfloat16)
            for layer in self.layers[:-1]:
                x = layer(x, starts)
            x = self.layers[-1](x, starts, wanted)
        return x.float()

    def forward(self, batch, more=False):
        """Scores: of mentions and people (each with none first), and of speech;
        with more, also those that are for learning alone."""
        size, m, _ = batch.mentions.shape
        k = batch.spans.shape[1]
        at = torch.tensor(batch.starts[:-1])[:, None, None]
        read = [at + batch.spans, at + batch.mentions] + ([at + batch.reports] if more else [])
        wanted, place = torch.unique(torch.cat(read, 1), return_inverse=True)
        h = self.states(batch.rows, batch.where, batch.starts, wanted)[place].view(size, -1, 2 * WIDTH)
        quotes, mentions, reports = h[:, :k], h[:, k:k + m], h[:, k + m:]
        heads = batch.mentions[:, None, :, 1]
        steps = bucket(heads - batch.spans[:, :, None, 0])
        out = [self.pointed(p, quotes, mentions, steps, fits)
               for p, fits in ((self.mention, batch.allowed), (self.person, batch.known))]
        out.append(self.speech(quotes)[..., 0])
        if more:
            rows = torch.arange(size)[:, None]
            steps = bucket(heads - batch.mentions[rows, batch.which][..., 1:])
            out.append(self.pointed(self.meant, mentions[rows, batch.which], mentions, steps, batch.may, self.person))
            steps = bucket(heads - batch.reports[:, :, None, 0])
            known = batch.outer & (batch.means >= 0)[:, None, :]
            for p, fits, of in ((self.report, batch.outer, self.mention), (self.reporter, known, self.person)):
                out.append(self.pointed(p, reports, mentions, steps, fits, of))
        return out

    @staticmethod
    def pointed(pointer, quotes, mentions, buckets, fits, of=None):
        scores, none = pointer(quotes, mentions, buckets, of)
        return torch.cat([none, scores.masked_fill(~fits, FAR)], 2)

    def load(self, path):
        """Start from arrays that were written before."""
        with np.load(path) as before, torch.no_grad():
            for name, p in self.parts().items():
                p.copy_(torch.from_numpy(before[name]).reshape(p.shape))
        self.meant.load_state_dict(self.person.state_dict())
        self.report.load_state_dict(self.mention.state_dict())
        self.reporter.load_state_dict(self.person.state_dict())

    def pretrained(self, arrays, old_ids):
        """Start from BERT's weights; old_ids are the kept pieces' rows there."""
        def put(parameter, name):
            value = torch.from_numpy(np.ascontiguousarray(arrays[name], np.float32))
            parameter.data.copy_(value.reshape(parameter.shape))

        arrays = dict(arrays)
        arrays['word'] = arrays['embeddings.word_embeddings.weight'][old_ids]
        arrays['position'] = (arrays['embeddings.position_embeddings.weight'][:POSITIONS]
                              + arrays['embeddings.token_type_embeddings.weight'][0])
        put(self.word.weight, 'word')
        put(self.position.weight, 'position')
        put(self.norm.weight, 'embeddings.LayerNorm.weight')
        put(self.norm.bias, 'embeddings.LayerNorm.bias')
        for i, layer in enumerate(self.layers):
            base = 'encoder.layer.%d.' % i
            for what in ('weight', 'bias'):
                arrays['qkv'] = np.concatenate(
                    [arrays[base + 'attention.self.%s.%s' % (s, what)] for s in ('query', 'key', 'value')])
                put(getattr(layer.qkv, what), 'qkv')
                for mine, theirs in (('o', 'attention.output.dense'), ('norm1', 'attention.output.LayerNorm'),
                                     ('up', 'intermediate.dense'), ('down', 'output.dense'),
                                     ('norm2', 'output.LayerNorm')):
                    put(getattr(getattr(layer, mine), what), base + theirs + '.' + what)

    def arrays(self):
        """Its arrays by the names that pack.py reads."""
        return {k: v.detach().numpy().astype(np.float32) for k, v in self.parts().items()}

    def parts(self):
        """Views of the parameters by those names."""
        out = {'word': self.word.weight, 'position': self.position.weight,
               'norm.g': self.norm.weight, 'norm.b': self.norm.bias,
               'class.w': self.speech.weight[0], 'class.b': self.speech.bias}
        for name, e in self.inputs.items():
            out['in.' + name] = e.weight
        for i, layer in enumerate(self.layers):
            for s, w, b in zip('qkv', layer.qkv.weight.chunk(3), layer.qkv.bias.chunk(3)):
                out['%d.%s.w' % (i, s)], out['%d.%s.b' % (i, s)] = w, b
            for name in ('o', 'up', 'down'):
                out['%d.%s.w' % (i, name)] = getattr(layer, name).weight
                out['%d.%s.b' % (i, name)] = getattr(layer, name).bias
            for name in ('norm1', 'norm2'):
                out['%d.%s.g' % (i, name)] = getattr(layer, name).weight
                out['%d.%s.b' % (i, name)] = getattr(layer, name).bias
        for name, p in (('mention', self.mention), ('person', self.person)):
            for s in 'qk':
                out['%s.%s.w' % (name, s)], out['%s.%s.b' % (name, s)] = getattr(p, s).weight, getattr(p, s).bias
            out[name + '.bias'] = p.bias
            out[name + '.none.w'], out[name + '.none.b'] = p.none.weight[0], p.none.bias
        return out
