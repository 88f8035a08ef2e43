"""Text from outside made safe to show. In: any text; out: text that only shows, never acts.

A name in a file may carry terminal commands, or characters that turn the reading direction and
make one name look like another. They are shown as what they are, not obeyed. Escaping for HTML
and for spreadsheets is done where those are written.
"""

import re

# C0 and C1 controls, and the characters that override direction (Unicode TR 36, 2.10)
_ACTING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def plain(text: object) -> str:
    r"""The text with every control character spelled out; line breaks and tabs become spaces.

    >>> plain("Invented\x1b[31m Trading\nLtd")
    'Invented<1b>[31m Trading Ltd'
    """
    shown = re.sub(r"\s*[\r\n\t]\s*", " ", str(text))
    return _ACTING.sub(lambda found: f"<{ord(found[0]):02x}>", shown)


def cut(text: object, most: int) -> str:
    """The text shown in at most ``most`` characters; a cut is marked with an ellipsis.

    >>> cut("a long sentence", 8)
    'a long …'
    """
    shown = plain(text)
    return shown if len(shown) <= most else shown[: max(0, most - 1)] + "…"
