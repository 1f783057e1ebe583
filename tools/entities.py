#!/usr/bin/env python3
"""Write data/entities.tsv: HTML's named character references.

usage: entities.py > data/entities.tsv

The names and what they stand for are the HTML standard's; Python's own table
html.entities.html5 has them all.  To be run again when the standard adds one,
which it has not done since 2011.
"""
from html.entities import html5

print('# Named character references of the HTML standard: name, code points.')
print('# Made by tools/entities.py; ordered by the bytes of the name.')
print('# A name without a semicolon is one that old pages may leave it off.')
for name in sorted(html5, key=lambda n: n.encode()):
    print('%s\t%s' % (name, ' '.join('%04X' % ord(c) for c in html5[name])))
