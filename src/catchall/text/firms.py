"""Is it the same firm? In: a name; out: a key that is equal for the same firm. No looking up.

Tables of one user are joined by it. A name against a list is compared by ``names``, never so.
"""

from functools import lru_cache

from catchall.text import legal_forms
from catchall.text.normal import fold


@lru_cache(maxsize=262_144)
def party_key(name: str) -> str:
    """The name without case, accents, punctuation and legal form: equal for the same firm.

    >>> party_key("Tessaly Trading Co., Ltd.") == party_key("TESSALY TRADING LTD")
    True
    """
    words = fold(name).split()
    forms = {at for first, past, _ in legal_forms.places(words) for at in range(first, past)}
    kept = [word for at, word in enumerate(words) if at not in forms]
    return " ".join(kept or words)
