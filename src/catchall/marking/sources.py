"""Source protection. In: a record and whether the reader is in SOURCE; out: what is shown.

Who said it is kept apart from what was said. Every source field is shown as the same text
whether the record holds it or not, so that neither presence nor absence tells anything.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from catchall.marking.vocabulary import table

SOURCE = "SOURCE"
HELD = "held in the source compartment"


def _names() -> frozenset[str]:
    return frozenset(name for names in table("source_fields.yaml").values() for name in names)


FIELDS = _names()
"""The fields that reveal a source."""


def in_source(user: Mapping[str, Any]) -> bool:
    """Is the user read into the source compartment?

    >>> in_source({"readins": ["SOURCE"]}), in_source({}), in_source({"readins": "SOURCE"})
    (True, False, False)
    """
    read_ins = user.get("readins")
    return isinstance(read_ins, (list, tuple, set, frozenset)) and SOURCE in read_ins


def shown(record: Mapping[str, Any], user: Mapping[str, Any]) -> dict[str, Any]:
    """The record as this user sees it: every source field, held or not, reads the same.

    Fields come in one order, so that their order tells nothing either.

    >>> shown({"firm": "Example Ltd"}, {})["station"]
    'held in the source compartment'
    """
    if in_source(user):
        return {name: record.get(name) for name in sorted(FIELDS | record.keys())}
    others = {name: value for name, value in record.items() if name not in FIELDS}
    return dict(sorted((others | dict.fromkeys(FIELDS, HELD)).items()))


def derived_needs_source(inputs: Iterable[str]) -> bool:
    """Does a field made from these fields belong into the source compartment itself?

    >>> derived_needs_source(["firm", "grade"])
    True
    """
    return not FIELDS.isdisjoint(inputs)


def searchable(record: Mapping[str, Any]) -> dict[str, Any]:
    """What of a record may go into a common index, facet, sort order or score.

    >>> searchable({"firm": "Example Ltd", "grade": "B2"})
    {'firm': 'Example Ltd'}
    """
    return {name: value for name, value in record.items() if name not in FIELDS}
