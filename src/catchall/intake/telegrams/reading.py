"""Bytes of a telegram -> ``Telegram``. In: bytes and a name; out: the record. Never raises.

Which form it has is seen first; then the reader of that form does the rest.
"""

import hashlib

from catchall.intake.telegrams import wire_read
from catchall.intake.telegrams.decode import decode
from catchall.intake.telegrams.model import Header, Telegram
from catchall.intake.telegrams.offsets import View
from catchall.intake.telegrams.tidy import tidy
from catchall.intake.telegrams.unglue import unglue


def read(data: bytes, name: str) -> Telegram:
    """What does this telegram say, and where? No input makes it fail.

    >>> read(b"FM AMEMBASSY ROME\\nTO SECSTATE WASHDC 0012", "x.txt").header.from_address
    'AMEMBASSY ROME'
    """
    raw, encoding = decode(data)
    whole = View.of(raw)
    plain, signs = tidy(whole)
    view, glued = unglue(plain)
    base = Telegram(
        name,
        hashlib.sha256(data).hexdigest(),
        encoding,
        "wire",
        raw,
        view,
        Header(),
        defects=(*signs, *glued),
    )
    return wire_read.read(base, view)
