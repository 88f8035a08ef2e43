"""Bytes of a telegram -> ``Telegram``. In: bytes and a name; out: the record. Never raises.

Which form it has is seen first; then the reader of that form does the rest.
"""

import hashlib
from typing import Any

from catchall.intake.telegrams import wire_read
from catchall.intake.telegrams.decode import decode
from catchall.intake.telegrams.model import Header, Telegram
from catchall.intake.telegrams.offsets import View
from catchall.intake.telegrams.references import expanded
from catchall.intake.telegrams.schema import header_dict, reference_dict
from catchall.intake.telegrams.stations import canonical
from catchall.intake.telegrams.tidy import tidy
from catchall.intake.telegrams.unglue import unglue


def _prepared(raw: str, name: str, sha256: str, encoding: str) -> Telegram:
    plain, signs = tidy(View.of(raw))
    view, glued = unglue(plain)
    defects = (*signs, *glued)
    return Telegram(name, sha256, encoding, "wire", raw, view, Header(), defects=defects)


def read(data: bytes, name: str) -> Telegram:
    r"""What does this telegram say, and where? No input makes it fail.

    >>> read(b"FM AMEMBASSY ROME\nTO SECSTATE WASHDC 0012", "x.txt").header.from_address
    'AMEMBASSY ROME'
    """
    raw, encoding = decode(data)
    base = _prepared(raw, name, hashlib.sha256(data).hexdigest(), encoding)
    return wire_read.read(base, base.view)


def header(text: str, year: int | None = None, own: str | None = None) -> dict[str, Any]:
    r"""The header in these words, and its references; the words may be a part of one.

    ``year`` is that of references without one; ``own`` the identifier of the message itself,
    which is left out of the references. Each telegram of an item is a reference of its own.

    >>> [r["identifier"] for r in header("REF: ROME 12 AND 15", year=2009)["references"]]
    ['09ROME12', '09ROME15']
    """
    base = _prepared(text, "", "", "text")
    found = wire_read.read(base, base.view, year)
    mine = canonical(own) if own else None
    refs = [one for r in found.references for one in expanded(r)]
    return header_dict(found.header) | {
        "references": [
            reference_dict(r)
            for r in refs
            if mine is None or r.identifier is None or canonical(r.identifier) != mine
        ]
    }
