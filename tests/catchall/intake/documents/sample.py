"""Invented documents for tests: exercise material, made by code."""

from io import BytesIO

import xlsxwriter

from catchall.intake.documents.limits import Limits

LIMITS = Limits()
PAGE = (
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
    "/Resources<</Font<</F1 5 0 R>>>>>>"
)
FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
MAIL = b"""From: Exercise <a@b.example>
To: desk@c.example
Subject: EXERCISE
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=X

--X
Content-Type: text/plain

Invented words.
--X
Content-Type: application/octet-stream
Content-Disposition: attachment; filename=a.rar

Rar!xx
--X
Content-Type: text/plain
Content-Disposition: attachment; filename=note.txt

An invented note.
--X--
"""


def pdf(*lines: str) -> bytes:
    """A PDF of one page with these lines."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    body = f"BT /F1 12 Tf 50 750 Td 14 TL {shown} ET"
    parts = [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE,
        f"<</Length {len(body)}>>stream\n{body}\nendstream", FONT,
    ]  # fmt: skip
    out, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += f"{number} 0 obj{part}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\n"
    return f"{out}{head}startxref\n{len(out)}\n%%EOF".encode()


def workbook(*cells: str) -> bytes:
    """An XLSX whose third row holds these cells from column B on."""
    made = BytesIO()
    book = xlsxwriter.Workbook(made)
    book.add_worksheet("Exercise").write_row(2, 1, cells)
    book.close()
    return made.getvalue()
