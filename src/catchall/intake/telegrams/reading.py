"""Bytes of a telegram -> ``Telegram``. In: bytes and a name; out: the record. Never raises.

Which form it has is seen first; then the reader of that form does the rest.
"""

import hashlib
from dataclasses import replace
from typing import Any

from catchall.intake.telegrams import archive, assemble, office, tail, wire
from catchall.intake.telegrams.assemble import Form
from catchall.intake.telegrams.decode import decode
from catchall.intake.telegrams.lines import BANNER, split
from catchall.intake.telegrams.model import Header, Noise, Telegram
from catchall.intake.telegrams.offsets import View
from catchall.intake.telegrams.references import expanded
from catchall.intake.telegrams.schema import header_dict, reference_dict
from catchall.intake.telegrams.stations import canonical
from catchall.intake.telegrams.tidy import raised, tidy
from catchall.intake.telegrams.unglue import unglue

WIRE = Form(
    "wire",
    wire.find,
    wire.main_block,
    lambda told, _lines, _view: told,
    tail.signature,
    "portal_metadata",
)
OFFICE = Form(
    "office", office.zones, office.block, office.header, office.signature, "portal_metadata"
)
ARCHIVE = replace(WIRE, name="archive", zones=archive.zones, above="distribution")


def _prepared(raw: str, name: str, sha256: str, encoding: str) -> Telegram:
    view, signs = tidy(View.of(raw))
    return Telegram(name, sha256, encoding, "wire", raw, view, Header(), defects=signs)


def _wired(base: Telegram, form: Form = WIRE, year: int | None = None) -> Telegram:
    """A message whose header may have lost line ends, read."""
    view, glued = unglue(raised(base.view))
    return assemble.read(replace(base, defects=(*base.defects, *glued)), view, form, year)


def read(data: bytes, name: str) -> Telegram:
    r"""What does this telegram say, and where? No input makes it fail.

    >>> read(b"FM AMEMBASSY ROME\nTO SECSTATE WASHDC 0012", "x.txt").header.from_address
    'AMEMBASSY ROME'
    """
    raw, encoding = decode(data)
    base = _prepared(raw, name, hashlib.sha256(data).hexdigest(), encoding)
    lines = split(base.view)
    if archive.is_archive(lines):
        return _archived(base)
    if office.is_office(lines):
        return assemble.read(base, base.view, OFFICE)
    return _wired(base)


def _archived(base: Telegram) -> Telegram:
    """The text of an archive document read, its attributes kept beside it."""
    view, stamped = archive.stamps(base.view)
    lines = split(view)
    first, last = archive.text_lines(lines)
    trailer = archive.trailer(lines[last:])
    begin = lines[first].start if first < len(lines) else len(view.text)
    end = lines[last].start if last < len(lines) else len(view.text)
    after = view.passage(end, len(view.text)).raw
    noise = [Noise("archive_attributes", after)] if after.end > after.start else []
    banners = (line for line in lines[:first] if BANNER.fullmatch(line.text))
    noise += [Noise("exercise_banner", view.span(line.start, line.end)) for line in banners]
    kept = replace(
        base,
        defects=(*base.defects, *stamped),
        noise=tuple(noise),
        trailer=trailer,
        rejects=archive.rejects(trailer),
    )
    return _wired(replace(kept, view=view.pick([(begin, end)])), ARCHIVE)


def header(text: str, year: int | None = None, own: str | None = None) -> dict[str, Any]:
    r"""The header in these words, and its references; the words may be a part of one.

    ``year`` is that of references without one; ``own`` the identifier of the message itself,
    which is left out of the references. Each telegram of an item is a reference of its own.

    >>> [r["identifier"] for r in header("REF: ROME 12 AND 15", year=2009)["references"]]
    ['09ROME12', '09ROME15']
    """
    base = _prepared(text, "", "", "text")
    found = _wired(base, WIRE, year)
    mine = canonical(own) if own else None
    refs = [one for r in found.references for one in expanded(r)]
    return header_dict(found.header) | {
        "references": [
            reference_dict(r)
            for r in refs
            if mine is None or r.identifier is None or canonical(r.identifier) != mine
        ]
    }
