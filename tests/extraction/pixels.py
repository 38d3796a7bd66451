"""PDFs without and with a text layer -> how much of their pictures differs; fails above the bars.

Usage: pixels.py FOLDER [ORDER ...]
  FOLDER has off/ and a folder for each ORDER (visual and reading), with PDFs of the same names; of each the
  first two pages are compared, and all pages of the vocalised ones.

Renders with PDFium at 600 dpi. A pixel differs if any of its channels differs by more than 16. A changed
square is one of which every pixel differs: edges that are smoothed otherwise give thin lines, an outline that
has moved gives squares.
PDFium cuts the widths of glyphs to whole thousandths of an em, so that text in a font of another em, such
as Vazirmatn, drifts within each string: in plain PDFs over a line, in the order of reading over a word.
"""

import pathlib
import sys

import numpy
import pypdfium2

DPI = 600
DIFFERENT = 16
# The most of a page that may differ, and the side of the largest square, in pixels.
SHARE = 0.003
SQUARE = 2
PAGES = 2
# Beyond the bar, and known to be: in the order of reading each word is one string, in which PDFium's widths drift,
# and a string may not be parted inside a word. Drawn by the typesetter itself, these pages are equal.
KNOWN = {("vocalised-vazirmatn.ar", "reading")}


def pictures(pdf, pages):
    with pypdfium2.PdfDocument(pdf) as document:
        for page in list(document)[:pages]:
            yield page.render(scale=DPI / 72, rev_byteorder=True).to_numpy()[..., :3]


def square(differs):
    """The side of the largest square of True: how often the squares can shrink by a row and a column."""
    side = 0
    while differs.any():
        side += 1
        differs = differs[1:, 1:] & differs[:-1, 1:] & differs[1:, :-1] & differs[:-1, :-1]
    return side


def compare(was, now):
    """Share of the pixels that differ, share of the ink that they are, side of the largest square."""
    if was.shape != now.shape:
        return 1.0, 1.0, max(was.shape)
    differs = numpy.zeros(was.shape[:2], bool)
    for channel in range(3):
        a, b = was[..., channel], now[..., channel]
        differs |= numpy.where(a > b, a - b, b - a) > DIFFERENT
    ink = (was < 255 - DIFFERENT).any(axis=2).sum()
    count = int(differs.sum())
    rows, columns = differs.any(axis=1).nonzero()[0], differs.any(axis=0).nonzero()[0]
    inner = differs[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] if count else differs[:0]
    return count / differs.size, count / max(ink, 1), square(inner)


def main(folder, orders):
    faults = 0
    print(f"{'':>36}{'page %':>9}{'ink %':>9}{'square':>8}")
    for pdf in sorted((folder / "off").glob("*.pdf")):
        most = None if pdf.name.startswith("vocalised") else PAGES
        was = list(pictures(pdf, most))
        for order in orders:
            found = [compare(a, b) for a, b in zip(was, pictures(folder / order / pdf.name, most), strict=True)]
            share, ink, side = (max(column) for column in zip(*found))
            bad = share > SHARE or side > SQUARE
            faults += bad and (pdf.stem, order) not in KNOWN
            print(f"{f'{pdf.stem} {order}':>36}{100 * share:9.4f}{100 * ink:9.3f}{side:8}{'  !' if bad else ''}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), sys.argv[2:] or ["visual", "reading"]))
