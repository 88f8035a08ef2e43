"""The addressees of a message. In: the words after TO or INFO, by line; out: addressees.

Source: 5 FAH-2 H-230. An address is [routing indicator/]name [precedence] [continuity number].
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from catchall.intake.telegrams import pages
from catchall.intake.telegrams.model import Addressee

_EXEMPT = re.compile(r"XMT\b[ /]*", re.IGNORECASE)
_ROUTE = re.compile(r"(R[A-Z0-9]{3,7})/ ?")
_NUMBER = re.compile(r" (\d{4,5})$")
_PRECEDENCE = re.compile(
    r" +((?:NIACT +)?(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE|EMERGENCY))$", re.IGNORECASE
)
_GROUP = re.compile(r"\bCOLLECTIVE\b|^ALL [A-Z]+|\bPOSTS\b", re.IGNORECASE)


def address(text: str) -> Addressee:
    """One address line as a record.

    >>> address("RUEHC/SECSTATE WASHDC IMMEDIATE 2471").message_continuity_number
    '2471'
    """
    words = " ".join(text.split())
    route = _ROUTE.match(words)
    words = words[route.end() :] if route else words
    first = _PRECEDENCE.search(words)
    words = words[: first.start()] if first else words
    number = _NUMBER.search(words)
    words = words[: number.start()] if number else words
    mark = first or _PRECEDENCE.search(words)
    words = words[: mark.start()] if mark and not first else words
    return Addressee(
        words.strip(" ,;"),
        route[1] if route else None,
        mark[1].upper() if mark else None,
        number[1] if number else None,
        collective=_GROUP.search(words) is not None,
    )


def _lines(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        bare = line
        for start, end in reversed(list(pages.inline(line))):
            bare = bare[:start] + " " + bare[end:]
        if bare.strip():
            yield " ".join(bare.split())


def addressees(lines: Iterable[str]) -> tuple[Addressee, ...]:
    """All addressees; the posts after XMT are exempt from the collective above them.

    >>> [a.excluded for a in addressees(["ALL NATO POSTS", "XMT AMEMBASSY OSLO"])]
    [('AMEMBASSY OSLO',)]
    """
    found: list[Addressee] = []
    exempt = False
    for line in _lines(lines):
        mark = _EXEMPT.match(line)
        if mark or exempt:
            exempt = True
            name = line[mark.end() :] if mark else line
            if found and name:
                found[-1] = replace(
                    found[-1], excluded=(*found[-1].excluded, address(name).name)
                )
            continue
        found.append(address(line))
    return tuple(found)
