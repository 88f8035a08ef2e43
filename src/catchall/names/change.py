"""What would change the result of a comparison? In: a name and a listed one; out: a sentence.

The same arithmetic as the score, asked again with words left out or spelt as listed. Why a pair
scores as it does is told by ``score``.
"""

from collections.abc import Callable, Collection

from catchall.names.parts import Parts, word
from catchall.names.score import Aligned, NameScore, explain_listed

_Again = Callable[[Parts], float]
_MOST_WORDS = 3
"""Words left out one after the other, the weightiest first, to find one that decides."""


def _only(parts: Parts, kept: Collection[int]) -> Parts:
    """The name with these of its words alone; its letters as a whole no longer count."""
    return parts._replace(
        tokens=tuple(parts.tokens[at] for at in kept),
        weights=tuple(parts.weights[at] for at in kept),
        kinds=tuple(parts.kinds[at] for at in kept),
        sounds=tuple(parts.sounds[at] for at in kept),
        shapes=(),
    )


def _without(parts: Parts, words: Collection[str]) -> Parts:
    return _only(parts, [at for at, token in enumerate(parts.tokens) if token not in words])


def _spelt_as_listed(parts: Parts, aligned: Collection[Aligned]) -> Parts:
    """The name with each word that is read as another spelt as that."""
    spelt = {one.query: one.candidate for one in aligned if 0.0 < one.alike < 1.0}
    tokens = tuple(spelt.get(token, token) for token in parts.tokens)
    sounds = tuple(word(token).sound for token in tokens)
    return parts._replace(tokens=tokens, sounds=sounds, shapes=())


def _quoted(words: Collection[str]) -> str:
    return ", ".join(f"'{one}'" for one in words)


def _what_clears(left: Parts, shown: NameScore, again: _Again, threshold: float) -> str:
    matching = [one for one in shown.aligned if one.query and one.candidate]
    heavy = sorted(matching, key=lambda one: -one.weight)[:_MOST_WORDS]
    for one in heavy:
        value = again(_without(left, one.query.split()))
        if value < threshold:
            return f"without '{one.query}' the names would score {value:.2f}, below it"
    return "no single word of the party decides"


def _what_makes(left: Parts, shown: NameScore, again: _Again, threshold: float) -> str:
    mine = [one.query for one in shown.aligned if not one.candidate]
    value = again(_without(left, mine)) if mine else 0.0
    if value >= threshold:
        return f"without {_quoted(mine)} the names would score {value:.2f}, at or above it"
    if any(0.0 < one.alike < 1.0 for one in shown.aligned):
        value = again(_spelt_as_listed(left, shown.aligned))
        if value >= threshold:
            return f"spelt as listed the names would score {value:.2f}, at or above it"
    return "no single change of the party's words makes it a match"


def would_change(
    left: Parts, shown: NameScore, listed: str, threshold: float, *, person: bool = False
) -> str:
    """What would bring these names to the other side of the threshold?

    ``shown`` is what ``explain_listed`` says of them.

    >>> from catchall.names.parts import parse
    >>> kavzel = parse("Kavzel Trading")
    >>> would_change(kavzel, explain_listed(kavzel, "Kavzel Optik"), "Kavzel Optik", 0.99)
    "no single change of the party's words makes it a match"
    """
    if not shown.aligned:
        return ""

    def again(parts: Parts) -> float:
        return explain_listed(parts, listed, person=person).score

    side = _what_clears if shown.score >= threshold else _what_makes
    return side(left, shown, again, threshold)
