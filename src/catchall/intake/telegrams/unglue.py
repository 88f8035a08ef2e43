"""Header fields that lost the line end before them. In: a view; out: a view, and what was cut.

``CAIROClassified By`` and ``EGYPTREF:`` become two lines; only above the first paragraph.
"""

import re

from catchall.intake.telegrams.lines import MARK
from catchall.intake.telegrams.model import Defect
from catchall.intake.telegrams.offsets import Edit, View

MOST = 12_000
"""No header is longer, in characters."""

_FIRST = re.compile(
    rf"^ {{0,8}}1 ?\. ?(?:{MARK}|[A-Z])|^ {{0,8}}\d{{1,2}} ?\. ?{MARK}", re.MULTILINE
)
_CLASS = r"(?:S E C R E T|C O N F I D E N T I A L|U N C L A S S I F I E D)\b"
_GLUED = re.compile(
    r"(?<=[^\s(/\"'])(?P<gap>[ ]{0,8})(?P<label>"
    r"REF(?:S|TELS?|\(S\))? {0,2}:|Ref(?:s|tels?|\(s\))? {0,2}:|"
    r"(?:(?<=[a-z.\d])|(?<= ))REFS? (?=A[.)] )"
    r"|[Cc][Ll][Aa][Ss]{1,2}[A-Za-z]{0,3}[Ii][Ee][Dd] ?[Bb][Yy]\b"
    r"|(?:TAGS|Tags|(?<= )AGS) ?: |TAGS (?=[A-Z]{2,5}[,\s])|(?:SUBJECT|SUBJ|Subject|"
    r"(?<= )UBJECT) ?: ?|E\.[Oo]\. ?\d{5}|EO \d{5}"
    rf"|{_CLASS}(?= [A-Z]{{3}})"
    r"|(?<=\S)[ZOPRY] \d{6}Z [A-Z]{3} \d\d\b|(?<=[a-z0-9])FM (?=AM|SEC|US)|"
    r"(?<=\d)(?:TO|INFO) (?=RUE|AM|SEC))"
)
_BEFORE = re.compile(
    r"(?:REF|Ref)[A-Za-z()]{0,6} ?:? {0,3}(?:\(?[A-Z]\)?[.):]{0,2} {0,3})?$|"
    r"SUBJ: ?$|^\s*\d{1,2}[.)] ?$|Cable title: *$"
)


def unglue(view: View) -> tuple[View, tuple[Defect, ...]]:
    r"""The view with a line end before every header label.

    >>> unglue(View.of("SUBJECT: EGYPTREF: A. CAIRO 12\n"))[0].text
    'SUBJECT: EGYPT\nREF: A. CAIRO 12\n'
    """
    first = _FIRST.search(view.text, 0, MOST)
    end = first.start() if first else min(len(view.text), MOST)
    edits: list[Edit] = []
    defects: list[Defect] = []
    for match in _GLUED.finditer(view.text, 0, end):
        line = view.text[max(0, match.start() - 200) : match.start()].rsplit("\n", 1)[-1]
        if _BEFORE.search(line) or not line.strip():
            continue
        edits.append(Edit(match.start(), match.start("label"), "\n"))
        span = view.span(match.start() - 1, match.end())
        raw = view.text[match.start() - 1 : match.end()]
        defects.append(Defect("glued_header_field", span, raw, f"{raw[0]}\n{match['label']}"))
    return view.edit(edits), tuple(defects)
