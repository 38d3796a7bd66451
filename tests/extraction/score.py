"""Texts as set and as read -> a table of similarity and word recall; fails below the bars.

Similarity is 1 - Levenshtein distance / length: of a page as a whole, or, if that is more, of each line as it was
set against the part of the page where it is found best; in which order a reader takes columns and table cells is
not a matter of the text layer. Recall is the share of the words that were set which are found again, each as often as
it was set. A word is a run of letters and their marks, or of digits: readers drop the space where a number
meets right-to-left text. Both are after NFKC, without controls and with white space folded.

Two more rows say what a reader's own order and spacing cost on top of the visual order. "as pages": similarity by
whole pages only, and recall of words as they stand between spaces, punctuation and all. "by search": the share of
these words, without the punctuation around them, that a search of their page finds; it has the bars of recall.
"""

import collections
import json
import pathlib
import re
import sys
import unicodedata

import edlib

READERS = ["poppler", "mupdf", "pdfium", "pdfjs"]
ORDERS = ["off", "visual", "reading"]
# The least similarity and recall of each reader, and of their mean.
EDITIONS = {"poppler": (0.97, 0.96), "mupdf": (0.97, 0.96), "pdfium": (0.97, 0.96), "pdfjs": (0.97, 0.94)}
EDITIONS_MEAN = (0.98, 0.97)
# Vocalised: mean similarity, and mean recall without marks.
VOCALISED_MEAN = (0.96, 0.99)


def folded(text, marks=True):
    text = unicodedata.normalize("NFKC", text)
    text = "".join(c if c.isspace() else "" if unicodedata.category(c) in ("Cc", "Cf") else c for c in text)
    if not marks:
        text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return " ".join(text.split())


def words(text):
    """Runs of letters and their marks, and of digits."""
    return re.findall(r"\d+|(?:[^\W\d_]|[\u0300-\u036f\u064b-\u065f\u0670])+", text)


def recall(was, read, words=words):
    was, read = (collections.Counter(words(text)) for text in (was, read))
    return sum((was & read).values()), sum(was.values())


def score(was, read):
    """Similarity, recall and recall without marks of a document."""
    assert len(was) == len(read), "the reader lost a page"
    near = length = 0
    found, found_bare = [0, 0], [0, 0]
    for set_page, read_page in zip(was, read):
        a, b = folded(set_page), folded(read_page)
        lines = list(filter(None, map(folded, set_page.splitlines())))
        far = sum(edlib.align(line, b, mode="HW")["editDistance"] for line in lines)
        whole = edlib.align(a, b, mode="NW")["editDistance"] / max(len(a), len(b))
        near += len(a) * (1 - min(whole, far / sum(map(len, lines))))
        length += len(a)
        found = [x + y for x, y in zip(found, recall(a, b))]
        found_bare = [x + y for x, y in zip(found_bare, recall(folded(set_page, False), folded(read_page, False)))]
    return near / length, found[0] / found[1], found_bare[0] / found_bare[1]


def strict(was, read):
    """Similarity by whole pages and recall of words as they stand between spaces."""
    pages = [(folded(a), folded(b)) for a, b in zip(was, read)]
    near = sum(len(a) * (1 - edlib.align(a, b, mode="NW")["editDistance"] / max(len(a), len(b))) for a, b in pages)
    found = [recall(a, b, str.split) for a, b in pages]
    hits, words_set = (sum(column) for column in zip(*found))
    return near / sum(len(a) for a, _ in pages), hits / words_set


def searched(was, read):
    """Share of the words between spaces, without punctuation around them, that a search of their page finds."""
    found = total = 0
    for set_page, read_page in zip(was, read):
        page = folded(read_page)
        stripped = (re.sub(r"^[\W_]+|[\W_]+$", "", word) for word in folded(set_page).split())
        sought = [word for word in stripped if word]
        found += sum(word in page for word in sought)
        total += len(sought)
    return (found / total,)


def mean(scores):
    return tuple(sum(column) / len(scores) for column in zip(*scores))


def main(folder):
    sets = {path.stem: json.loads(path.read_text()) for path in sorted((folder / "set").glob("*.json"))}
    faults = []
    for title, names in (
        ("editions", [name for name in sets if not name.startswith("vocalised")]),
        ("vocalised", [name for name in sets if name.startswith("vocalised")]),
    ):
        print(f"\n{title}: similarity / recall / recall without marks, mean of {len(names)} documents")
        print("".join(f"{head:>22}" for head in ["", *READERS, "mean"]))
        for order in ORDERS:
            read = lambda reader, name: json.loads((folder / "read" / reader / order / f"{name}.json").read_text())
            rated = lambda rate: {
                reader: mean([rate(sets[name], read(reader, name)) for name in names]) for reader in READERS
            }
            if "--each" in sys.argv:
                for reader in READERS:
                    for name in names:
                        one = score(sets[name], read(reader, name))
                        print(f"    {order} {reader} {name}: " + " / ".join(f"{value:.3f}" for value in one))
            row = shown(order, rated(score))
            if order == "visual":
                shown("as pages", rated(strict))
                faults += judge(title, row, shown("by search", rated(searched)))
    for fault in faults:
        print(f"below the bar: {fault}", file=sys.stderr)
    return 1 if faults else 0


def shown(head, row):
    """Prints a row of the table, and returns it with the mean of the readers."""
    row["mean"] = mean(list(row.values()))
    cells = [" / ".join(f"{value:.3f}" for value in one) for one in row.values()]
    print(f"{head:>22}" + "".join(f"{cell:>22}" for cell in cells))
    return row


def judge(title, row, search):
    if title == "vocalised":
        similarity, _, bare = row["mean"]
        bars = [("mean similarity", similarity, VOCALISED_MEAN[0]), ("recall without marks", bare, VOCALISED_MEAN[1])]
    else:
        bars = []
        for reader, (similarity, recalled) in {**EDITIONS, "mean": EDITIONS_MEAN}.items():
            bars += [
                (f"{reader} similarity", row[reader][0], similarity),
                (f"{reader} recall", row[reader][1], recalled),
                (f"{reader} search", search[reader][0], recalled),
            ]
    return [f"{title}, {what} {value:.4f} < {least}" for what, value, least in bars if value < least]


sys.exit(main(pathlib.Path(sys.argv[1])))
