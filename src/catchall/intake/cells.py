"""Cells as filed to cells as meant, a column at a time. In: text; out: text or null.

Trims blanks, turns ``NULL`` and the like into null, and writes character references
(``&#10;``) as the characters they stand for. Types are never guessed here, nor anywhere.
"""

import re
from html import unescape
from html.entities import html5

import pyarrow as pa
import pyarrow.compute as pc

from catchall.intake.grid import Cells

MISSING = ("", "NULL", "(NULL)", "N/A", "#N/A", "-", "--", "\\N")
"""What stands for nothing, in any case. ``NO`` and ``NA`` are countries, ``none`` an answer."""

_REFERENCE = re.compile(r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_MISSING = pa.array([word.lower() for word in MISSING])


def _character(match: re.Match[str]) -> str:
    if match[1].startswith("#") or f"{match[1]};" in html5:
        return unescape(match[0])
    return match[0]


def unreferenced(text: str) -> str:
    r"""The text with its character references as characters, line breaks as ``\n``.

    >>> unreferenced("ONE &amp; CO&#10;2 QUAY &unknown;")
    'ONE & CO\n2 QUAY &unknown;'
    """
    found = _REFERENCE.sub(_character, text)
    return found.replace("\r\n", "\n").replace("\r", "\n")


def plain(text: str) -> str:
    """One cell, cleaned; empty where it is missing.

    >>> plain(" N/A "), plain("NO")
    ('', 'NO')
    """
    found = unreferenced(text).strip()
    return "" if found.upper() in MISSING else found


def clean(cells: Cells) -> pa.Array:
    """A column, cleaned: text, or null where a cell says nothing.

    >>> clean([" a ", "null", "-", "&#65;"]).to_pylist()
    ['a', None, None, 'A']
    """
    column = pa.array(cells, pa.string())
    if pc.any(pc.match_substring(column, "&")).as_py():
        column = pa.array(
            [text and unreferenced(text) if text and "&" in text else text for text in cells],
            pa.string(),
        )
    trimmed = pc.utf8_trim_whitespace(column)
    missing = pc.is_in(pc.utf8_lower(trimmed), value_set=_MISSING)
    return pc.if_else(missing, pa.scalar(None, pa.string()), trimmed)


def filed(cells: Cells) -> pa.Array:
    """A column we do not know, exactly as filed; null where it is empty."""
    column = pa.array(cells, pa.string())
    return pc.if_else(pc.equal(column, ""), pa.scalar(None, pa.string()), column)
