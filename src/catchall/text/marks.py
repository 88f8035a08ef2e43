"""What stands around names in party fields: its spellings. In: text; out: patterns, yes or no.

Only spellings are here; taking a field apart with them is ``party``.
"""

import re
from functools import cache, lru_cache

from catchall.text import countries, places

CONTACT = r"(?:kind\s+)?(?:attn|attention|att)\b\s*[.:;\-]*\s*(?:of\s+)?"
_ROLE = (
    r"(?:notify(?:\s+party)?(?:\s+address)?|consignee|shipper|exporter|importer|buyer|seller|"
    r"supplier|applicant|beneficiary|(?:ultimate\s+)?end[\s-]?user|ship\s+to|sold\s+to|bill\s+to"
    r"|deliver(?:y)?\s+to|vessel(?:\s+name)?|carrier)\s*[:\-]\s*"
)
FRONT_MARKS = (
    ("role", re.compile(_ROLE, re.I)),
    ("order", re.compile(r"(?:to\s+)?(?:the\s+)?order\s+of\b\s*:?\s*", re.I)),
    ("for", re.compile(r"(?:for\s+and\s+)?(?:on\s+behalf\s+of|o/b|obo)\b\s*:?\s*", re.I)),
    ("care of", re.compile(r"(?:c/o|care\s+of)\b\s*:?\s*", re.I)),
    (
        "account",
        re.compile(r"(?:a/c|(?:(?:for(?:\s+the)?|on)\s+)?account\s+of)\b\s*:?\s*", re.I),
    ),
    ("title", re.compile(r"(?:m/s\b\.?|messrs\b\.?|m\.s\.)\s*:?\s*", re.I)),
)  # fmt: skip
BETWEEN = re.compile(
    r"\s\(?(?:c/o|care\s+of|o/b|obo|on\s+behalf\s+of|for\s+and\s+on\s+behalf\s+of|(?:to\s+)?the\s+"
    r"order\s+of|a/c|on\s+account\s+of|d/b/a|dba|t/a|trading\s+as|[adfn][./]k[./]a\.?|"
    r"d\.b\.a\.?|fka|aka|nka|(?:formerly|previously|also|now)\s+known\s+as|formerly|and/or|&/or|notify(?:\s+party)?\s*:)\s*:?\s+|\s*;\s*",
    re.I,
)
SLASH = re.compile(r"\s//?\s|(?<=[^\W\d_]{4})/(?=[^\W\d_]{4})")
RUN_ON = re.compile(r"[\s,]+\d+[a-z]?(?:[/-]\d+)*[\s,]+(?=[^\W\d_]).*$", re.I | re.S)
"""A number inside the text: where an address may begin that no word announces."""
VOYAGE = re.compile(r"[\s,/(]+v(?:oy(?:age)?)?\b[\s.:#]*(?:no\b[\s.:]*)?\d\w*\W*$", re.I)
INNER_CONTACT = re.compile(r"[\s,;(]+" + CONTACT + r"(?=\S)", re.I)
FRONT_CONTACT = re.compile(CONTACT, re.I)
NUMBERED = re.compile(
    r"[\s,;(]+(?:tel|telephone|phone|ph|fax|mob|mobile|cell|tax\s*(?:id|no|code|number)|vat"
    r"(?:\s*(?:no|id|number))?|tin|inn|nip|gstin?|iec|ein|eori|pan\s*no|reg(?:istration)?\s*no|company"
    r"\s*no|e-?mail|www\.|https?:|p\.?\s?o\.?\s*box|ereg|usci|uscc)\b[\s.:#]*(?=[\w+(]).*$",
    re.I | re.S,
)
ADDRESS_START = re.compile(
    r"[\s,]+(?:(?:add|addr|address)\s*:|(?:no|room|rm|unit|suite|flat|floor|building|bldg|block"
    r"|plot|office|apt|shop|house|lot|door|survey|sy)\b\s*(?:no)?[.:#]*\s*[a-z]?\d"
    r"|\d+[a-z]?(?:[/-]\d+)*[\s,]+(?:\w+[\s.,]+){0,3}(?:street|st|road|rd|avenue|ave|lane|boulevard"
    r"|blvd|highway|str|ul|weg|strasse|prospekt|mawatha|jalan|jl|rua|calle|via)\b).*$",
    re.I | re.S,
)
DEPARTMENT = """
    import imports export exports logistics logistic purchase purchasing procurement sales
    account accounts accounting finance shipping customs clearance dept department division
    manager team office warehouse receiving operations commercial documentation forwarding
    traffic the and
    """
PERSON_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "eng", "ing", "sir", "madam", "mdm", "prof", "capt"}
)


_LONG_WORD, _GLUED_WORD = 9, 7
_GLUED_FRONT = re.compile(r"^(jsc|ooo|oao|zao|pao|llc|pjsc|ojsc|cjsc|pt)(?=[a-z]{4,}$)", re.I)
_GLUED_BACK = re.compile(
    r"(?<=[a-z]{3})(coltd|co\.,?ltd|companylimited|limited|pvtltd|sdnbhd|ltdsti|gmbh|llc|ltd|jsc|fzco?"
    r"|fze|corporation|srl|sarl)\.?$",
    re.I,
)
_HUMP = re.compile(
    r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})|(?<=[a-z)])(?=\d)|(?<=[.,)])(?=\w)"
)


@lru_cache(maxsize=262_144)
def _piece_apart(piece: str) -> str:
    apart = _HUMP.sub(" ", piece) if len(piece) >= _LONG_WORD else piece
    if " " not in apart and len(piece) >= _GLUED_WORD:
        apart = _GLUED_BACK.sub(r" \1", _GLUED_FRONT.sub(r"\1 ", piece))
    return apart


def apart(text: str) -> str:
    """Run-together words set apart.

    >>> apart("KavzelTradingLtd"), apart("JSCKAVZEL")
    ('Kavzel Trading Ltd', 'JSC KAVZEL')
    """
    return " ".join(map(_piece_apart, text.split()))


_PLAIN_CHARS = re.compile(r"[A-Za-z .,'&()-]+")
_MARK_CHARS = re.compile(r"[/;:@\r\n]|&#?\w")
_MARK_WORDS = """
    attn attention att kind notify consignee shipper exporter importer buyer seller supplier
    applicant beneficiary ultimate end user enduser ship sold bill deliver delivery vessel
    carrier order behalf obo care account messrs ms dba aka fka nka formerly known tel
    telephone phone ph fax mob mobile cell tax vat tin inn nip gst gstin iec ein eori pan reg
    registration no email mail www http https box ereg usci uscc add addr address
    """
"""Every word that a pattern above needs; ``trading as`` is looked for by itself."""
SHIP_WORDS = frozenset(("mv", "mt", "my", "ss", "fv", "motor", "steam", "steamship"))
_DOTTED_START = re.compile(r"\s*[A-Za-z](?:\.|\s)")


@cache
def mark_words() -> frozenset[str]:
    """Every word that a mark begins with or needs.

    >>> "attn" in mark_words(), "kavzel" in mark_words()
    (True, False)
    """
    return frozenset(_MARK_WORDS.split())


@cache
def place_words() -> frozenset[str]:
    """Every word that a city or a country, in any spelling, can consist of.

    >>> "minh" in place_words(), "kavzel" in place_words()
    (True, False)
    """
    return countries.words() | places.words() | {"the", "of", "and", "uk", "us"}


@lru_cache(maxsize=65_536)
def is_place_alone(last: str) -> bool:
    """Would ``party`` take this one word behind a name for a place?

    >>> is_place_alone("izmir"), is_place_alone("minh")
    (True, False)
    """
    known = last in {"uk", "us"} or (last[2:] and countries.country_code(last))
    return bool(known) or places.is_city(last)


def may_end_in_place(found: list[str]) -> bool:
    """Can the last of these folded words be a place? One alone, or two that occur in places.

    >>> may_end_in_place(["kavzel", "izmir"]), may_end_in_place(["kavzel", "optik"])
    (True, False)
    """
    last = found[-1]
    return last in place_words() and (
        is_place_alone(last) or (len(found) > 1 and found[-2] in place_words())
    )


def is_unmarked(text: str, folded: str) -> bool:
    """Is there nothing in a field that marks a role, contact, number, ship or second party?

    ``folded`` is the text folded. What is not ASCII is taken for marked: nobody looked.

    >>> is_unmarked("Kavzel Plant 5", "kavzel plant 5"), is_unmarked("C/O Kavzel", "c o kavzel")
    (True, False)
    """
    found = folded.split()
    return bool(
        found
        and text.isascii()
        and not _MARK_CHARS.search(text)
        and mark_words().isdisjoint(found)
        and found[0] not in SHIP_WORDS
        and "trading as" not in folded
        and not _DOTTED_START.match(text)
    )


def is_plain(text: str, folded: str) -> bool:
    """Is an unmarked field a name and nothing else: no number, no place behind it?

    Most names are plain; they need no taking apart.

    >>> is_plain("Kavzel Optik", "kavzel optik"), is_plain("Kavzel IZMIR", "kavzel izmir")
    (True, False)
    """
    return bool(_PLAIN_CHARS.fullmatch(text)) and not may_end_in_place(folded.split())
