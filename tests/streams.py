"""streams.py TEXTS OUT - a folder of texts as JSON lines and CSV, also packed with gzip.

Names are those that the program sees in that folder: ./NAME.
"""

import csv
import gzip
import json
import sys
from pathlib import Path


def main():
    texts, out = Path(sys.argv[1]), Path(sys.argv[2])
    records = [
        ("./" + path.name, path.read_bytes().decode())
        for path in sorted(texts.glob("*.txt"))
    ]
    lines = [
        json.dumps({"id": name, "title": "x", "text": text}, ensure_ascii=i % 2 == 0)
        for i, (name, text) in enumerate(records)
    ]
    (out / "articles.jsonl").write_text("\n".join(lines) + "\n", newline="")
    with (out / "articles.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "title", "text"])
        writer.writerows([name, "x, y", text] for name, text in records)
    # two members
    packed = [gzip.compress(("\n".join(part) + "\n").encode()) for part in
              (lines[:3], lines[3:])]
    (out / "articles.jsonl.gz").write_bytes(b"".join(packed))


main()
