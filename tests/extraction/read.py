"""PDF -> the text of each page, as poppler, MuPDF and PDFium give it, into JSON files beside each other."""

import json
import pathlib
import subprocess
import sys

import pymupdf
import pypdfium2


def poppler(pdf):
    said = subprocess.run(["pdftotext", "-enc", "UTF-8", pdf, "-"], capture_output=True, check=True)
    return said.stdout.decode().split("\f")[:-1]


def mupdf(pdf):
    with pymupdf.open(pdf) as document:
        return [page.get_text("text") for page in document]


def pdfium(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


folder = pathlib.Path(sys.argv[1])
for read in (poppler, mupdf, pdfium):
    for pdf in sorted(folder.glob("*/*.pdf")):
        place = folder / "read" / read.__name__ / pdf.parent.name
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{pdf.stem}.json").write_text(json.dumps(read(pdf), ensure_ascii=False))
