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
    return plain.edit(_line_ends(plain)), told
