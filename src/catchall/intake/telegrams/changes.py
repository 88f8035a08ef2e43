"""Where a place of a view is after edits. In: edits and offsets; out: offsets."""

from bisect import bisect_right

from catchall.intake.telegrams.offsets import Edit


class Shift:
    """Offsets before the edits -> offsets after them.

    >>> Shift([Edit(2, 4, " ")]).to(5)
    4
    """

    def __init__(self, edits: list[Edit]) -> None:
        self._ends = [edit.end for edit in edits]
        self._by = [0]
        for edit in edits:
            self._by.append(self._by[-1] + len(edit.text) - (edit.end - edit.start))

    def to(self, offset: int) -> int:
        """The same place in the new view."""
        return offset + self._by[bisect_right(self._ends, offset)]
