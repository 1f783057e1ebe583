#!/usr/bin/env python3
"""pages.py - the same articles as text and as pages of HTML.

usage: pages.py dress FOLDER OUT   every FOLDER/*.txt as a page in OUT/*.html,
                                  in each of the three dresses in turn
       pages.py same TEXT.csv HTML.csv   the rows are the same, but for places
       pages.py places FILE.html ROWS.csv  the words stand at their bytes

Standard library only.
"""
import csv
import html
import os
import re
import sys
import zlib

SAME = ('speaker', 'role', 'affiliation', 'quote', 'kind', 'cue', 'mention',
        'method', 'confidence')
NAMED = {'\u201c': 'ldquo', '\u201d': 'rdquo', '\u2018': 'lsquo', '\u2019': 'rsquo',
         '\u2014': 'mdash', '\u2013': 'ndash', '\u2026': 'hellip', '\u00e9': 'eacute',
         '"': 'quot', '\u00ab': 'laquo', '\u00bb': 'raquo'}


def written(text, n):
    """Text as a page may write it: references of some kind or other."""
    out = []
    for i, c in enumerate(text):
        way = (n + i) % 4
        if c == '\n':
            out.append('<br>\n')
        elif c in '<&':
            out.append({'<': '&lt;', '&': '&amp;'}[c])
        elif c in NAMED and way == 1:
            out.append('&%s;' % NAMED[c])
        elif c in NAMED and way == 2:
            out.append('&#%d;' % ord(c))
        elif c in NAMED and way == 3:
            out.append('&#x%X;' % ord(c))
        elif c == ' ' and way == 0 and i % 7 == 0:
            out.append('\n    ')
        else:
            out.append(c)
    return ''.join(out)


def marked(text, n):
    """Words of a text in tags that say nothing of it."""
    tags = (('<em>', '</em>'), ('<a href="/x?a=1&amp;b=2">', '</a>'), ('<span class="w">', '</span>'),
            ('<b>', '</b>'), ('<!-- "no," said nobody. -->', ''), ('<wbr>', ''), ('&shy;', ''))
    words = text.split(' ')
    for i in range(n % 5, len(words), 9):
        before, behind = tags[(n + i) % len(tags)]
        if '&' not in words[i] and '\n' not in words[i] and words[i]:
            words[i] = before + words[i] + behind
    return ' '.join(words)


def lines(paragraph):
    """A paragraph's line ends as br."""
    return re.sub(r'\r\n|[\n\r]', '<br>\n', paragraph)


def plain(paragraphs, n):
    body = ''.join('<p>%s</p>\n' % lines(html.escape(p, False)) for p in paragraphs)
    return '<!DOCTYPE html>\n<html><head><meta charset="utf-8">' \
           '<title>Page</title></head>\n<body>\n%s</body></html>\n' % body


def site(paragraphs, n):
    body = ''.join('<p class="a b">%s</p>\n' % marked(written(re.sub('\r\n?', '\n', p), n + i), n + i)
                   for i, p in enumerate(paragraphs))
    return '''<!doctype html>
<html lang="en-GB"><head><meta charset=utf-8><title>A page | The Site</title>
<style>p:before { content: "\\201C no \\201D"; }</style>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A page"}</script>
<script>var said = "<p>\\"No,\\" said Nobody Atall.</p>"; // <!-- <b>
</script></head>
<body class="has-sidebar single-comments"><!-- "No," said Nobody Atall. -->
<header class="site-header"><a href="/">The Site</a><nav><ul><li><a href=/a>News</a><li><a href=/b>Sport</a></ul></nav></header>
<main><article itemscope>
%s</article>
<aside class=related><h3>More</h3><p>"Nothing to do with it at all, nothing, nothing," said Nobody Atall.</p></aside>
</main>
<footer><p>"All rights reserved, all of them," said the lawyer.</p></footer>
<noscript>"Please, please enable it," said the script.</noscript>
</body></html>
''' % body


def soup(paragraphs, n):
    body = '<BR><BR>\n'.join(lines(marked(html.escape(p, False), n + i)) for i, p in enumerate(paragraphs))
    return '''<HTML><HEAD><TITLE>Page</TITLE>
<BODY BGCOLOR=#ffffff><CENTER><FONT SIZE=+2>
<TABLE BORDER=0><TR><TD><A HREF=a.htm>Home</A><BR><A HREF=b.htm>News</A>
<TD VALIGN=top><FONT FACE="Arial">%s</TABLE>''' % body


DRESSES = (plain, site, soup)


def dress(folder, out):
    for name in sorted(os.listdir(folder)):
        if not name.endswith('.txt'):
            continue
        text = open(os.path.join(folder, name), encoding='utf8', newline='').read()
        paragraphs = [p for p in re.split(r'(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))+', text) if p.strip()]
        n = zlib.crc32(name.encode())
        page = DRESSES[n % 3](paragraphs, n)
        with open(os.path.join(out, name[:-4] + '.html'), 'w', encoding='utf8', newline='') as f:
            f.write(page)


def folded(cell):
    """Both write white space and what is not to be seen in their own way."""
    return ' '.join(re.sub('[\u00ad\u200b\u2060\ufeff]', '', cell).split())


def rows(path):
    of = {}
    for row in csv.DictReader(open(path, encoding='utf8', newline='')):
        stem = os.path.splitext(os.path.basename(row['document']))[0]
        of.setdefault(stem, []).append(tuple(folded(row[c]) for c in SAME))
    return of


def alike(x, y):
    """Two rows that differ at most in confidence, by what a page's lines leave of a
    text's: two hundredths."""
    return x[:-1] == y[:-1] and abs(float(x[-1]) - float(y[-1])) < 0.025


def same(text, page):
    a, b = rows(text), rows(page)
    total = sum(map(len, a.values()))
    faults = 0
    for stem in sorted(set(a) | set(b)):
        left, right = a.get(stem, []), b.get(stem, [])
        if len(left) == len(right) and all(map(alike, left, right)):
            continue
        faults += 1
        if faults > 5:
            continue
        print('%s: %d rows of text, %d of HTML' % (stem, len(left), len(right)))
        for x, y in zip(left + [()] * len(right), right + [()] * len(left)):
            if x != y:
                print('    text %s\n    html %s' % (x, y))
                break
    print('%d rows of %d documents compared, %d documents differ' % (total, len(a), faults))
    return faults == 0 and total > 0


def visible(source):
    """The words of a stretch of a page, by another reader than ours."""
    source = re.sub(r'<!--.*?-->', '', source, flags=re.S)
    source = re.sub(r'<(script|style|figcaption|aside)\b.*?</\1\s*>', ' ', source, flags=re.S | re.I)
    return html.unescape(re.sub(r'<(/?)([a-zA-Z][^>]*)>', lambda m: '' if re.match(
        r'(em|i|b|a|span|strong|wbr|font|q|cite|time|abbr|sup|u)\b', m.group(2), re.I) else ' ', source))


def bare(text):
    return re.sub('[\\s\u00a0\u00ad\u200b\u2060\ufeff\u201c\u201d\u2018\u2019"\']+', '', text)


def places(path, table):
    source = open(path, 'rb').read()
    faults = count = 0
    for row in csv.DictReader(open(table, encoding='utf8', newline='')):
        found = ''
        for span in row['quote_spans'].split(';'):
            begin, end = map(int, span.split('..'))
            found += visible(source[begin:end].decode('utf8'))
        count += 1
        first = int(row['quote_spans'].split('..')[0])
        line = len(re.findall(rb'\r\n|[\r\n]', source[:first])) + 1
        if bare(found) != bare(row['quote']) or line != int(row['line']):
            faults += 1
            print('%s: %r stands at %s, where there is %r; line %s is %d' %
                  (path, row['quote'], row['quote_spans'], found, row['line'], line))
    return faults == 0


if __name__ == '__main__':
    what = {'dress': dress, 'same': same, 'places': places}[sys.argv[1]]
    sys.exit(what(*sys.argv[2:]) is False)
