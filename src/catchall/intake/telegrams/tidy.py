"""Signs without meaning made plain. In: the raw view; out: a view with LF and blanks only.

Line ends become LF, odd blanks a blank; pilcrows, byte order marks, control characters and
backslashes at a line's end go; HTML entities become the sign they stand for.
"""

import html
import re
from collections.abc import Iterator

from catchall.intake.telegrams.model import Defect
from catchall.intake.telegrams.offsets import Edit, View

_ODD = re.compile(
    r"(?P<carriage_return>\r\n?)"
    r"|(?P<line_separator>[\x0b\x0c\x85\u2028\u2029])"
    r"|(?P<odd_blank>[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000])"
    r"|(?P<unseen_sign>[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe])"
    r"|(?P<pilcrow>\xb6)"
    r"|(?P<html_entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|lt|gt|quot|"
    r"apos|nbsp|[lr][sd]quo|[mn]dash|para);)"
)
FEW, SOME, MOST = 20, 0.03, 6000
_FIRST = re.compile(r"^ {0,8}\d{1,2} ?\. ", re.MULTILINE)
_CAPITALS = {ord(c): c.upper() for c in "abcdefghijklmnopqrstuvwxyz"}
_PLAIN = {
    "carriage_return": "\n",
    "line_separator": "\n",
    "odd_blank": " ",
    "unseen_sign": "",
    "pilcrow": "",
}
_SHOWN = {"\n": "a line end", " ": "a blank", "": "nothing"}


def _meant(kind: str, words: str) -> str:
    if kind != "html_entity":
        return _PLAIN[kind]
    sign = html.unescape(words)
    return {"\xa0": " ", "\r": "\n", "\xb6": "", "\t": " "}.get(sign, sign)


def _odd(view: View) -> Iterator[tuple[str, Edit]]:
    for match in _ODD.finditer(view.text):
        kind = str(match.lastgroup)
        yield kind, Edit(match.start(), match.end(), _meant(kind, match[0]))


def _line_ends(view: View) -> Iterator[Edit]:
    """Blanks and backslashes before a line end."""
    at = 0
    for line in view.text.split("\n"):
        bare = line.rstrip(" \\")
        if len(bare) < len(line):
            yield Edit(at + len(bare), at + len(line), "")
        at += len(line) + 1


def tidy(view: View) -> tuple[View, tuple[Defect, ...]]:
    r"""The view with plain signs, and one defect for each kind of sign made plain.

    >>> tidy(View.of("1.\xa0(U)\r\n"))[0].text
    '1. (U)\n'
    """
    found = list(_odd(view))
    defects: dict[str, Defect] = {}
    count: dict[str, int] = {}
    for kind, edit in found:
        count[kind] = count.get(kind, 0) + 1
        span = view.span(edit.start, edit.end)
        defects.setdefault(
            kind, Defect(kind, span, view.text[edit.start : edit.end], edit.text)
        )
    plain = view.edit(edit for _, edit in found)
    told = tuple(
        Defect(
            d.kind, d.span, d.raw, f"{_SHOWN.get(d.repaired, d.repaired)}, {count[kind]} in all"
        )
        for kind, d in defects.items()
    )
    bare = plain.edit(_line_ends(plain))
    return bare.edit(_doubled(bare.text)), told


def _doubled(text: str) -> list[Edit]:
    """In a text typed with a blank line after every line, every second line end goes."""
    runs = [match.span() for match in re.finditer(r"\n+", text.rstrip("\n"))]
    single = sum(end - start == 1 for start, end in runs)
    if len(runs) < FEW or single > len(runs) * SOME:
        return []
    return [
        Edit(start + (end - start + 1) // 2, end, "") for start, end in runs if end > start + 1
    ]


def raised(view: View) -> View:
    r"""The view with its header in capitals, when the whole text has hardly any.

    >>> raised(View.of("fm amembassy rome\n" * 20 + "1. (c) a word")).text[-31:]
    'FM AMEMBASSY ROME\n1. (c) a word'
    """
    letters = sum(map(str.isalpha, view.text))
    if letters < FEW or sum(map(str.isupper, view.text)) > letters * SOME:
        return view
    first = _FIRST.search(view.text)
    end = first.start() if first else min(len(view.text), MOST)
    return View(view.text[:end].translate(_CAPITALS) + view.text[end:], view.starts, view.ends)
