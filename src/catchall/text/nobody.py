"""Fields that name no one: TO ORDER, AS PER LIST, TBN. In: a party field; out: yes or no.

Only whole fields count: a name beside such words is still a name. Taking names out of fields
is ``party``.
"""

import re
from functools import cache

from catchall.text import normal

SHIP_PREFIX = re.compile(
    r"(?:m(?:\.|\s?/\s?)?[vty]|s(?:\.|\s?/\s?)?s|f(?:\.|\s?/\s?)?v|motor\s+(?:vessel|tanker|ship)|steam\s?ship)"
    r"(?:\.\s*|\s+)(?=\S)",
    re.I,
)
"""What stands in front of a ship's name: M/V, MV, M.T., SS ..."""
_NOBODY = """
    a private person|anonymous|any|as above|as agreed|as attached|as below|as enclosed|
    as listed|as notified|bearer|blank|chastnoe litso|
    confidential|fiz litso|fizicheskoe litso|holder|individual|individuals|misc|miscellaneous|
    n a|na|name not available|natural person|nil|no name|nobody|no one|none|not applicable|
    not available|not declared|not given|not known|not provided|not specified|not yet known|
    not stated|null|order|other|others|
    physical person|private individual|private person|same|same as above|same as buyer|
    same as consignee|same as exporter|same as importer|same as notify|same as notify party|
    same as shipper|sundries|sundry|sundry consignees|sundry parties|sundry shippers|
    tba|tbc|tbd|tbn|tbn vessel|test|to be advised|to be agreed|to be announced|
    to be confirmed|to be declared|to be determined|to be informed|to be named|
    to be nominated|to be notified|to order|to order of bank|
    to order of shipper|to the order|to the order of bank|undisclosed|unknown|unknown vessel|
    unnamed|unspecified|various|various buyers|various consignees|various parties|
    various shippers|vessel tba|vessel tbn|withheld|xxx|xxxx
    """
_ELSEWHERE = re.compile(
    r"(?:(?:various|sundry|consignees?|shippers?|parties|names?) )*"
    r"(?:as )?(?:per|see|refer(?: to)?|in|on)(?: the| our| your)?"
    r"(?: (?:attached|attachments?|enclosed|enclosures?|below|above|lists?|annex|annexe|"
    r"appendix|schedule|manifest|rider|sheets?|invoices?|packing|documents?|remarks|overleaf|"
    r"separate|b l|bl|and|or))+"
)
"""The name is said to stand elsewhere: AS PER LIST, SEE ATTACHED."""
_BETWEEN = re.compile(r"[,;:/|()\r\n]+|\s-\s")


@cache
def _nobody() -> frozenset[str]:
    return frozenset(" ".join(said.split()) for said in _NOBODY.split("|"))


def _is_nobody(text: str) -> bool:
    folded = normal.fold(text)
    return folded in _nobody() or _ELSEWHERE.fullmatch(folded) is not None


@cache
def vocabulary() -> frozenset[str]:
    """Every word that a field which names no one can consist of.

    >>> "sundry" in vocabulary(), "kavzel" in vocabulary()
    (True, False)
    """
    elsewhere = [
        spelt
        for found in re.findall(r"[a-z]+\??", _ELSEWHERE.pattern)
        for spelt in (found.rstrip("?"), found.rstrip("?")[: -found.count("?") or None])
    ]
    prefixes = ("mv", "mt", "my", "ss", "fv", "motor", "vessel", "tanker", "ship", "steam")
    said = {word for phrase in _nobody() for word in phrase.split()}
    return frozenset((*said, *elsewhere, *prefixes, "steamship", "m", "v", "t", "s", "f"))


def says_nobody(text: str) -> bool:
    """Does the field name no one: TO ORDER, SAME AS CONSIGNEE, UNKNOWN, AS PER LIST?

    >>> says_nobody("To Order."), says_nobody("M/V TBN"), says_nobody("Kavzel Ltd")
    (True, True, False)
    """
    if not vocabulary().issuperset(normal.fold(text).split()):
        return False
    bare = (
        SHIP_PREFIX.sub("", text.strip(), count=1) if SHIP_PREFIX.match(text.strip()) else text
    )
    if _is_nobody(text) or _is_nobody(bare):
        return True
    pieces = [piece for piece in _BETWEEN.split(text) if normal.fold(piece)]
    return bool(pieces) and all(map(_is_nobody, pieces))
