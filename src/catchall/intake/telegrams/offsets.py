"""Text with an offset map. In: raw text and edits; out: views that keep the place of a letter.

The raw text is never changed. A ``View`` is what the reader works on; ``edit`` and ``pick``
give new views of the same raw text, so that a place found after any number of repairs still
points to the words of the file.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """From ``start`` up to, not including, ``end``; in code points."""

    start: int
    end: int


class Edit(NamedTuple):
    """Put ``text`` in place of ``[start, end)`` of a view; ``start == end`` inserts."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Passage:
    """Words of the clean text and where they stand: in the clean text and in the raw file."""

    text: str
    clean: Span
    raw: Span


@dataclass(frozen=True)
class View:
    """A repaired text; character ``i`` stands at ``[starts[i], ends[i])`` of the raw text."""

    text: str
    starts: "array[int]"
    ends: "array[int]"

    @classmethod
    def of(cls, raw: str) -> "View":
        """The view that shows the raw text unchanged."""
        return cls(raw, array("q", range(len(raw))), array("q", range(1, len(raw) + 1)))

    def span(self, start: int, end: int) -> Span:
        r"""Where does ``[start, end)`` of this text stand in the raw text?

        Where a piece was moved (sections out of order), the span covers its first run only;
        ``pieces`` gives all of them.

        >>> View.of("ab\r\ncd").edit([Edit(2, 4, " ")]).span(1, 4)
        Span(start=1, end=5)
        """
        if start >= end:
            here = self.starts[start] if start < len(self.starts) else self._last()
            return Span(here, here)
        first, last = self.starts[start], self.ends[end - 1]
        if first <= last and self._ordered(start, end):
            return Span(first, last)
        return self.pieces(start, end)[0]

    def pieces(self, start: int, end: int) -> tuple[Span, ...]:
        """The runs of raw text that ``[start, end)`` is made of, one for each moved part."""
        runs: list[Span] = []
        begin = start
        for i in range(start + 1, end):
            if self.starts[i] < self.starts[i - 1]:
                runs.append(Span(self.starts[begin], self.ends[i - 1]))
                begin = i
        if end > start:
            runs.append(Span(self.starts[begin], self.ends[end - 1]))
        return tuple(runs)

    def find(self, start: int, end: int) -> Span | None:
        """Where does ``[start, end)`` of the raw text stand here? None when it was left out.

        >>> View.of("ab  cd").edit([Edit(2, 4, " ")]).find(4, 6)
        Span(start=3, end=5)
        """
        if self._ordered(0, len(self.text)):
            low, high = bisect_right(self.ends, start), bisect_left(self.starts, end)
            return Span(low, high) if low < high else None
        inside = [i for i, at in enumerate(self.starts) if start <= at < end]
        return Span(inside[0], inside[-1] + 1) if inside else None

    def passage(self, start: int, end: int) -> Passage:
        """The words at ``[start, end)``, blanks at both ends left out, with both places."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        flat = " ".join(self.text[start:end].split())
        return Passage(flat, Span(start, end), self.span(start, end))

    def edit(self, edits: Iterable[Edit]) -> "View":
        """The same text with these edits, which must stand in order and not overlap."""
        texts: list[str] = []
        starts, ends = array("q"), array("q")
        at = 0
        for start, end, text in edits:
            texts.append(self.text[at:start])
            starts.extend(self.starts[at:start])
            ends.extend(self.ends[at:start])
            here = self.span(start, end)
            texts.append(text)
            starts.extend([here.start] * len(text))
            ends.extend([here.end] * len(text))
            at = end
        texts.append(self.text[at:])
        return View("".join(texts), starts + self.starts[at:], ends + self.ends[at:])

    def pick(self, spans: Sequence[tuple[int, int]]) -> "View":
        """Only these parts, in this order."""
        starts, ends = array("q"), array("q")
        for start, end in spans:
            starts.extend(self.starts[start:end])
            ends.extend(self.ends[start:end])
        return View("".join(self.text[a:b] for a, b in spans), starts, ends)

    def _ordered(self, start: int, end: int) -> bool:
        part = self.starts[start:end].tolist()
        return part == sorted(part)

    def _last(self) -> int:
        return self.ends[-1] if self.ends else 0
