"""What a draft of a message proposes, and what a person says of it: types. In: nothing.

Out: frozen records. How they come about is ``reading``; what is made of them ``settling``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

VERDICTS = ("accepted", "edited", "joined", "rejected")


@dataclass(frozen=True, slots=True)
class Span:
    """Where a value stands: characters ``start`` to ``end`` of a document's text.

    ``part`` names the attachment whose text it is; "" the document itself.
    """

    document: str
    start: int
    end: int
    text: str
    paragraph: str = ""
    part: str = ""

    def source(self) -> dict[str, str]:
        """The span as the ``source`` of a claim, the document by its id."""
        told = (
            self.part,
            f"paragraph {self.paragraph}" if self.paragraph else "",
            f"characters {self.start} to {self.end}",
        )
        place = ", ".join(filter(None, told))
        return {"document": self.document, "place": place, "text": self.text}


@dataclass(frozen=True, slots=True)
class Value:
    """One proposed value of a field, the words it rests on, and how it was found."""

    field: str
    value: Any
    span: Span | None = None
    rule: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Hint:
    """What is known already and may be the same: a ``kind`` of link, its target, and why."""

    kind: str
    target: str
    score: str
    why: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """One command that the draft proposes: open a file or begin a thing.

    ``key`` names it inside the draft; a value ``{"proposed": key}`` stands for the stream that
    an accepted proposal makes, ``{"joined": key}`` for one that was there before. ``like`` are
    streams, or entries of lists and law, that it may be.
    """

    key: str
    kind: str
    type: str
    values: tuple[Value, ...] = ()
    like: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person says of a proposal, and why.

    It is accepted, edited, rejected, or joined: it is a stream that is there already.
    ``edits`` are new values by field; ``rejects`` the places of proposed values (from 0) that
    do not stand.
    """

    key: str
    says: str
    edits: Mapping[str, Any] = field(default_factory=dict)
    rejects: frozenset[int] = frozenset()
    why: str = ""
