"""Facts with a label in the notes of US lists: "Expires: 2030-01-31; ...".

In: notes; out: fields of an Entry. The caller keeps the notes themselves word for word, so what
is not known here is not lost.
"""

import re
from collections.abc import Callable

from catchall.intake.watchlists.entry import PERSON, Entry

_VALUE = re.compile(r"(?P<value>.*?)(?: \((?P<country>[^()]*)\))?")


def keep_notes(entry: Entry, notes: str) -> None:
    """Put every labelled fact of the notes where it belongs."""
    for part in re.split(r";\s+|\s+\|\s+", notes):
        for pattern, keep in _FACTS:
            if match := pattern.fullmatch(part.strip()):
                keep(entry, match)
                break


def _date(kind: str) -> Callable[[Entry, re.Match[str]], None]:
    return lambda entry, match: entry.date(kind, match[1])


def _property(key: str) -> Callable[[Entry, re.Match[str]], None]:
    return lambda entry, match: entry.property(key, match[1])


def _link(kind: str) -> Callable[[Entry, re.Match[str]], None]:
    return lambda entry, match: entry.link(kind, match[1])


def _programme(entry: Entry, match: re.Match[str]) -> None:
    if match[1] not in entry.programmes:
        entry.programmes.append(match[1])


def _birth(entry: Entry, match: re.Match[str]) -> None:
    """Who has a day of birth is a person."""
    entry.date("birth", match[1])
    entry.schema = PERSON


def _status(entry: Entry, match: re.Match[str]) -> None:
    entry.property("status", match[1])
    if ended := re.fullmatch(r"(?:expired|lifted|terminated)(?: on)? (\S+)", match[1], re.I):
        entry.date("ended", ended[1])


def _registration(entry: Entry, match: re.Match[str]) -> None:
    if said := _VALUE.fullmatch(match[1]):
        entry.identifier("registration", said["value"], said["country"] or "")


_FACTS = tuple(
    (re.compile(pattern), keep)
    for pattern, keep in (
        (r"Expires: (.+)", _date("expires")),
        (r"Date of birth: (.+)", _birth),
        (r"Listing Date(?: \(\S+\))?: (.+)", _date("listed")),
        (r"imposed (\d.*)", _date("imposed")),
        (r"status: (.+)", _status),
        (r"Authority: (.+)", _programme),
        (r"Program: (.+)", _programme),
        (r"(UFLPA Sec\. [^:]+): .+", _programme),
        (r"(WRO|Finding)", _programme),
        (r"USCC: (.+)", _registration),
        (r"Linked To: (.+)", _link("linked_to")),
        (r"Subordinate institution of (.+)", _link("parent")),
        (r"Type of denial: (.+)", _property("type_of_denial")),
        (r"Target Type: (.+)", _property("target_type")),
        (r"Industry: (.+)", _property("industry")),
        (r"Merchandise: (.+)", _property("merchandise")),
        (r"Location: (.+)", _property("location")),
    )
)
