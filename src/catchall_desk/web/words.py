"""How the desk writes names of the kernel for people. In: a name; out: words."""

from datetime import UTC, datetime

PLURALS = {"party": "parties", "country": "countries"}


def plural(kind: str) -> str:
    """More than one file or thing of a kind.

    >>> plural("case"), plural("party")
    ('cases', 'parties')
    """
    return PLURALS.get(kind, f"{kind}s")


def spaced(name: str) -> str:
    """A name of a field, state or event as words.

    >>> spaced("partly_answered")
    'partly answered'
    """
    return name.replace("_", " ").replace(".", " ")


def moment(at: datetime | None) -> str:
    """A moment to the minute, with its zone.

    >>> moment(datetime(2026, 3, 2, 9, tzinfo=UTC))
    '2026-03-02 09:00 UTC'
    """
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC") if at else ""
