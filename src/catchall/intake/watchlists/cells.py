"""What one cell of a list says: several numbers, a number with a remark, an address.

In: the cell as filed; out: its parts. What a column means does not belong here.
"""

import re
from datetime import date

from catchall.intake.watchlists.entry import Entry
from catchall.intake.watchlists.nationalities import nationality_code
from catchall.text.countries import country_code
from catchall.text.identifiers import of_field

_REMARK = re.compile(r"\s*\(([^()]*)\)[.,]?$")


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "|".join(_MONTHS)
_DAYS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})(?!\d)"),
    re.compile(
        rf"(?P<day>\d{{1,2}})[ -](?P<month>{_MONTH})[a-z]*[ -](?P<year>\d{{4}})(?!\d)",
        re.IGNORECASE,
    ),
)


def day_of(text: str) -> date | None:
    """Which day begins this text: 2026-02-13, 13/02/2026, 13-Feb-2026? None when none does.

    >>> day_of("13/02/2026"), day_of("31 Feb 2026")
    (datetime.date(2026, 2, 13), None)
    """
    for form in _DAYS:
        if match := form.match(text.strip()):
            month = match["month"].casefold()
            number = int(month) if month.isdigit() else 1 + _MONTHS.index(month)
            try:
                return date(int(match["year"]), number, int(match["day"]))
            except ValueError:
                return None
    return None


def keep_numbers(entry: Entry, kind: str, text: str, country: str = "") -> None:
    """Keep every identifier that the cell joins by semicolons or commas.

    A remark in brackets behind a number is not a part of it; a country in one issued it. Where
    a part is no plain number, it is kept as filed up to the semicolon.
    """
    for part in filter(None, (one.strip() for one in text.split(";"))):
        found = [number(one) for one in re.split(r",", part)]
        plain = [(value, issuer) for value, issuer in found if value]
        for value, issuer in plain or [(part, "")]:
            entry.identifier(kind, value, nationality_code(issuer) or country)


def number(text: str) -> tuple[str, str]:
    """The number that this text is, without label and remark, and the country of the remark.

    >>> number("7700000001 (Tax ID/INN)"), number("Passport V4000001 (Iran)")
    (('7700000001', ''), ('V4000001', 'Iran'))
    >>> number("issued in 2018")
    ('', '')
    """
    remark = _REMARK.search(text)
    found = of_field(_REMARK.sub("", text).strip().rstrip("."))
    issuer = remark[1] if remark and nationality_code(remark[1]) else ""
    return (found[0][1], issuer) if found else ("", "")


def country_of_address(address: str) -> str:
    """The code of the country that ends an address, perhaps before a postcode, or begins it.

    >>> country_of_address("1 Sample Street, Moscow, Russia 101000."), country_of_address("Oz")
    ('RU', '')
    >>> country_of_address("Malta, Valletta, 9 Sample Quay")
    'MT'
    """
    last = re.sub(r"[\d\s.]+$", "", address).rpartition(",")[2].strip()
    return country_code(last) or country_code(address.partition(",")[0].strip())
