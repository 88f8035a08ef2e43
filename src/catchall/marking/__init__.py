"""Markings: ``parse``, ``render``, ``rollup``, ``may_see``, ``release``, ``declassify``."""

from catchall.errors import MarkingError
from catchall.marking.access import may_see
from catchall.marking.banner import rollup
from catchall.marking.copies import release
from catchall.marking.declass import declassify
from catchall.marking.label import Label
from catchall.marking.reading import parse
from catchall.marking.writing import portion_mark, render

__all__ = [
    "Label",
    "MarkingError",
    "declassify",
    "may_see",
    "parse",
    "portion_mark",
    "release",
    "render",
    "rollup",
]
