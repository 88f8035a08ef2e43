"""Names of the Swiss list: parts in order, each with spellings of other languages and scripts.

In: a ``name`` element; out: whole names. Each spelling of a part stands in one whole name at
least, with the other parts in the same spelling where they have one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

_KINDS = {"primary-name": "primary", "alias": "alias", "formerly-known-as": "former"}


@dataclass(frozen=True)
class _Part:
    """A part of a name: its type, its value, and its other spellings by language and script."""

    kind: str
    value: str
    spellings: dict[str, list[str]] = field(default_factory=dict)

    def spelt(self, how: str, turn: int) -> str:
        """The spelling of that turn, else the last one there is, else the value."""
        known = self.spellings.get(how, [])
        return known[min(turn, len(known) - 1)] if known else self.value


def kind_of(name: etree._Element) -> tuple[str, str]:
    """The kind of a name, and its type and quality as filed."""
    filed = name.get("name-type", "")
    quality = name.get("quality", "")
    weak = quality == "low"
    told = ", ".join(text for text in (filed, quality) if text)
    return ("weak_alias" if weak else _KINDS.get(filed, "alias")), told


def whole(name: etree._Element) -> str:
    """The name as a whole, in the order of its parts; nothing when no part has a value."""
    return " ".join(_values([(part, part.value) for part in _parts(name)]))


def spellings(name: etree._Element) -> list[tuple[str, str]]:
    """Every other spelling of the name as a whole, with language and script."""
    parts = _parts(name)
    found: dict[tuple[str, str], None] = {}
    for how in dict.fromkeys(how for part in parts for how in part.spellings):
        turns = max(len(part.spellings.get(how, ())) for part in parts)
        for turn in range(turns):
            spelt = _values([(part, part.spelt(how, turn)) for part in parts])
            found[" ".join(spelt), how] = None
    return list(found)


def titles(name: etree._Element) -> list[str]:
    """The titles before the name, which are no part of it, in every spelling."""
    held = [part for part in _parts(name) if part.kind == "title"]
    other = [text for part in held for texts in part.spellings.values() for text in texts]
    return [text for text in (*(part.value for part in held), *other) if text]


def _values(parts: Sequence[tuple[_Part, str]]) -> list[str]:
    """The texts without titles; a name that is nothing but a title is that."""
    named = [text for part, text in parts if text and part.kind != "title"]
    return named or [text for _, text in parts if text]


def _parts(name: etree._Element) -> list[_Part]:
    found = []
    for at, element in enumerate(name.findall("name-part")):
        # an older form of the file has the value as the text of the part
        value = _text(element.find("value")) or _text(element)
        spelt: dict[str, list[str]] = {}
        for other in element.findall("spelling-variant"):
            if text := _text(other):
                how = ", ".join(filter(None, (other.get("lang"), other.get("script"))))
                spelt.setdefault(how, []).append(text)
        order = element.get("order", "")
        place = int(order) if order.isdigit() else at + 1
        found.append((place, at, _Part(element.get("name-part-type", ""), value, spelt)))
    return [part for _, _, part in sorted(found, key=lambda one: one[:2])]


def _text(element: etree._Element | None) -> str:
    return "" if element is None else " ".join((element.text or "").split())
