"""Puts the text of a document together. In: pages and their words; out: ``Parsed``."""

from dataclasses import replace

from catchall.errors import InputError
from catchall.intake.documents.limits import Limits
from catchall.intake.documents.model import Page, Parsed, Place, Reject

Box = tuple[float, float, float, float]


class Writer:
    """Text that grows; every page and place gets its position as it is written."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.name, self.limits = name, limits
        self.length = 0
        self.metadata: dict[str, str] = {}
        self.parts: list[tuple[str, bytes]] = []
        self.rejects: list[Reject] = []
        self._text: list[str] = []
        self._pages: list[Page] = []
        self._places: list[Place] = []

    def page(self, name: str = "", width: float = 0.0, height: float = 0.0) -> None:
        """A new page begins here.

        Raises:
            InputError: the document has more pages than are read.
        """
        if len(self._pages) >= self.limits.pages:
            raise InputError(
                self.name,
                f"has more than {self.limits.pages:,} pages or sheets",
                "Split it and give the parts.",
            )
        self._close()
        number = len(self._pages) + 1
        self._pages.append(Page(number, self.length, self.length, name, width, height))

    def write(self, text: str) -> None:
        """More text.

        Raises:
            InputError: the document has more text than is read.
        """
        self.length += len(text)
        if self.length > self.limits.text:
            raise InputError(
                self.name,
                f"has more than {self.limits.text:,} characters",
                "Split it and give the parts.",
            )
        self._text.append(text)

    def put(
        self,
        text: str,
        box: Box | None = None,
        label: str = "",
        confidence: float | None = None,
    ) -> None:
        """More text, and where on the page it stands."""
        start = self.length
        self.write(text)
        self._places.append(Place(start, self.length, len(self._pages), box, label, confidence))

    def reject(self, place: str, reason: str) -> None:
        """A part that could not be read."""
        self.rejects.append(Reject(place, reason))

    def _close(self) -> None:
        if self._pages:
            self._pages[-1] = replace(self._pages[-1], end=self.length)

    def done(self) -> Parsed:
        """What was written."""
        self._close()
        told = {key: value for key, value in self.metadata.items() if value}
        return Parsed(
            "".join(self._text),
            tuple(self._pages),
            tuple(self._places),
            told,
            tuple(self.rejects),
            tuple(self.parts),
        )
