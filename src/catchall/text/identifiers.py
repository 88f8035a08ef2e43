"""Numbers that identify a party, in one spelling. In: kind and value as filed; out: a key.

Which numbers belong to whom is for the caller; nothing is looked up here.
"""

import re

_KINDS = {
    "imo": "imo", "imo_number": "imo", "vessel_imo": "imo",
    "mmsi": "mmsi", "call_sign": "call_sign", "callsign": "call_sign", "lei": "lei",
    "passport": "passport", "national_id": "national_id", "swift": "swift", "bic": "swift",
    "email": "email", "e-mail": "email", "phone": "phone", "fax": "phone", "tel": "phone",
    "aircraft_tail": "aircraft", "tail_number": "aircraft", "aircraft_serial": "aircraft",
}  # fmt: skip
NATIONAL = frozenset({"number", "national_id", "passport"})
"""Kinds given out country by country: the same digits abroad prove nothing."""
REACHED = frozenset({"email", "phone"})
"""Kinds that several parties can share: a hint at identity, no proof."""
_SHORTEST_SIGN, _SHORTEST_NUMBER, _FEWEST_DIGITS = 4, 6, 4
_IMO = re.compile(r"\bIMO\b[\s:.#]*(?:no\.?|number)?[\s:.#]*(\d{7})\b", re.IGNORECASE)
_BANK, _BRANCH, _HEAD_OFFICE = 8, 11, "X" * 3
_LABEL = re.compile(
    r"(?:(?:tax|vat|tin|inn|ogrn|kpp|nip|gst|ein|eori|uscc|usci|lei|imo|reg(?:istration)?|company"
    r"|national|passport|id)\b\.?\s*)+(?:(?:no|nr|number|id|code)\b\.?\s*)?[:#]?\s*",
    re.IGNORECASE,
)
_ONLY_NUMBER = re.compile(r"[A-Za-z]{0,4}[ .-]?\d[0-9A-Za-z]*(?:[ ./-]\d[0-9A-Za-z]*)*")

# a spreadsheet or a data frame took the number for a quantity
_AS_DECIMAL = re.compile(r"\d{6,}\.0+")
_PADDING = re.compile(r"^0+(?=\d{7}$)")


def imo_is_valid(number: str) -> bool:
    """Is the seventh digit of a ship's IMO number its right check digit?

    >>> imo_is_valid("9074729"), imo_is_valid("9074728")
    (True, False)
    """
    if not re.fullmatch(r"\d{7}", number):
        return False
    weighed = sum(int(digit) * (7 - place) for place, digit in enumerate(number[:6]))
    return weighed % 10 == int(number[6])


def imo_in(text: str) -> tuple[str, ...]:
    """Which ship numbers stand in a text behind the letters IMO?

    >>> imo_in("MV Ostrelin (IMO No. 9074729)")
    ('9074729',)
    """
    return tuple(_IMO.findall(text))


def _spelling(kind: str, value: str) -> str:
    if _AS_DECIMAL.fullmatch(value.strip()):
        value = value.partition(".")[0]
    if kind in {"imo", "mmsi"}:
        return _PADDING.sub("", re.sub(r"\D", "", value))
    if kind == "email":
        return value.strip().casefold()
    if kind == "phone":
        return re.sub(r"\D", "", value)[-10:]
    return re.sub(r"[^0-9A-Z]", "", value.upper())


def _is_enough(kind: str, value: str) -> bool:
    exact = {"imo": 7, "mmsi": 9, "lei": 20}.get(kind)
    if exact is not None:
        return len(value) == exact
    if kind == "email":
        return "@" in value
    if kind in {"swift", "call_sign", "aircraft"}:
        return len(value) >= _SHORTEST_SIGN
    return len(value) >= _SHORTEST_NUMBER and sum(map(str.isdigit, value)) >= _FEWEST_DIGITS


def kind_of(kind: str) -> str:
    """Which kind of number is meant: ``imo``, ``swift``, ``email`` ... or ``number``?

    >>> kind_of("IMO Number"), kind_of("tax")
    ('imo', 'number')
    """
    return _KINDS.get(kind.strip().casefold().replace(" ", "_"), "number")


def key(kind: str, value: str) -> tuple[str, str] | None:
    """The kind and the one spelling of a number; None when it is too short to identify anyone.

    Tax, registration and other national numbers are one kind, ``number``: which of them a
    form meant is not reliable.

    >>> key("tax", "77-01 234567")
    ('number', '7701234567')
    >>> key("imo", "IMO 9074729")
    ('imo', '9074729')
    """
    known = kind_of(kind)
    spelt = _spelling(known, value)
    # 000000 fills a field, and is a right IMO number by its digits
    filler = len(set(spelt)) == 1
    return (known, spelt) if _is_enough(known, spelt) and not filler else None


def keys(kind: str, value: str) -> tuple[tuple[str, str], ...]:
    """The spellings under which a list may hold the number; none when it identifies no one.

    A bank's code of eight characters and the same with three X behind it are its head office.

    >>> keys("bic", "KAVZTRIS")
    (('swift', 'KAVZTRIS'), ('swift', 'KAVZTRISXXX'))
    """
    found = key(kind, value)
    if found is None:
        return ()
    known, spelt = found
    if known == "swift" and len(spelt) == _BANK:
        return found, (known, spelt + _HEAD_OFFICE)
    if known == "swift" and len(spelt) == _BRANCH and spelt.endswith(_HEAD_OFFICE):
        return found, (known, spelt[:_BANK])
    return (found,)


def of_field(text: str) -> tuple[tuple[str, str], ...]:
    """What a field that holds nothing but a number may be: (kind, number) each; else none.

    A ship's number only with its right check digit, since any seven digits look like one.

    >>> of_field("7701-234567")
    (('number', '7701-234567'), ('national_id', '7701-234567'), ('passport', '7701-234567'))
    >>> of_field("Kavzel 41")
    ()
    """
    bare = _LABEL.sub("", text.strip())
    spelt = re.sub(r"[^0-9A-Za-z]", "", bare)
    if not _ONLY_NUMBER.fullmatch(bare) or sum(map(str.isdigit, spelt)) * 2 < len(spelt):
        return ()
    kinds = ["number", "national_id", "passport", "lei"]
    kinds += ["imo"] if imo_is_valid(spelt) else []
    return tuple((kind, bare) for kind in kinds if key(kind, bare))
