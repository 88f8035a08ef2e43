"""Questions about the end use: does it fit the goods and the user, does it name a programme?

In: facts and arguments; out: answers with reasons. Kinds of use, what is strange and the words
of a programme are arguments. What fits badly is put before a person, never more.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from catchall.determine.answers import Args, Told, first, items, no, parties, unknown, yes
from catchall.determine.facts import Facts
from catchall.determine.goods import OPEN
from catchall.determine.joins import cell
from catchall.determine.reading import kinds, says, words_in
from catchall.text.firms import party_key
from catchall.text.normal import fold

Row = Mapping[str, Any]
USE = "stated_end_use"
BUSINESS = ("sector", "role_business")
"""The columns of the table of parties that tell what a firm does."""


def _business(facts: Facts, roles: Iterable[str]) -> dict[str, str]:
    """What the table of parties says of the business of each party in the roles."""
    keys = {party_key(one["name"]): one["name"] for one in parties(facts, tuple(roles))}
    found = {}
    for row in facts.values.get("registry", ()):
        told = "; ".join(cell(row, column) for column in BUSINESS if cell(row, column))
        if told and party_key(cell(row, "name")) in keys:
            found[keys[party_key(cell(row, "name"))]] = told
    return found


def _texts(facts: Facts, args: Args) -> dict[str, str]:
    """What is compared: the stated use, or the business of the parties in ``roles``."""
    if "roles" in args:
        told = _business(facts, args["roles"])
        return {f"the business of {name}": text for name, text in told.items()}
    use = facts.values.get(USE)
    return {"the stated use": str(use)} if use else {}


def _strange(item: Row, table: Mapping[str, Iterable[str]]) -> Iterator[tuple[Row, set[str]]]:
    """Each entry that bears on the item, with the kinds of use strange for it."""
    for one in item.get("candidates", ()):
        begun = [name for name in table if one["entry"].startswith(name)]
        if begun and one["verdict"] in OPEN:
            yield one, set(table[max(begun, key=len)])


def use_strange(facts: Facts, args: Args) -> Told:
    """Is a use, or a business, stated that is out of the ordinary for the goods?

    ``values`` are words by kind of use, ``values_strange`` the kinds by the beginning of an
    entry that the goods meet; one that they only may meet leaves it open. With ``roles`` the
    business of these is asked about.
    """
    texts = _texts(facts, args)
    if not texts:
        return unknown("table of parties: sector" if "roles" in args else "stated end use")
    held = [one for item in items(facts) for one in _strange(item, args["values_strange"])]
    unsettled = not items(facts) or any(
        item.get("outcome") not in ("listed", "not_listed") for item in items(facts)
    )
    if not held:
        return unknown("whether the goods meet an entry") if unsettled else no("no such goods")

    def told(what: str, text: str) -> Told:
        named = kinds(text, args["values"])
        if not named:
            return unknown(f"which kind of use {text!r} is")
        why = f"{what} is {text!r} ({', '.join(sorted(named))})"
        odd = [one for one, strange in held if named <= strange]
        for one in odd:
            if one["verdict"] != "unknown":
                return yes(f"{why}; the goods: {one['entry']}, {one['verdict']}")
        if odd or unsettled:
            return unknown(f"{why}; whether the goods meet an entry")
        return no(why)

    return first((told(what, text) for what, text in texts.items()), no("it fits"))


def use_unlike_business(facts: Facts, args: Args) -> Told:
    """Is the stated use of another kind than the business of every user in ``roles``?

    ``values`` are words by kind; ``values_any``: businesses that any use may stand beside.
    """
    use, businesses = str(facts.values.get(USE, "")), _business(facts, args["roles"])
    named = kinds(use, args["values"]) if businesses else set()
    if not businesses or not named:
        return unknown(
            "stated end use of a kind that is held, and the table of parties: sector"
        )
    open_ = ""
    for name, text in businesses.items():
        own = kinds(text, args["values"])
        same = set(fold(text).split()) & set(fold(use).split())
        if named & own or same or words_in(text, args["values_any"]):
            return no(f"{name}: {text!r}, for {use!r}")
        open_ = open_ or ("" if own else text)
    if open_:
        return unknown(f"which kind of business {open_!r} is")
    name, text = next(iter(businesses.items()))
    return yes(f"{name} is in {text!r}; the stated use is {use!r}")


def _named(facts: Facts, args: Args) -> Iterator[tuple[str, str]]:
    """Each text that could name a programme, and what it is."""
    for party in parties(facts, args["roles"]):
        who = party["role"].replace("_", " ")
        yield f"the name of the {who}", party["name"]
        yield f"the address of the {who}", party.get("address") or ""
    yield "the stated use", str(facts.values.get(USE, ""))
    for name, text in _business(facts, args["roles"]).items():
        yield f"the business of {name}", text


_MOST = 1024
_EVERY: dict[int, tuple[Args, tuple[str, ...]]] = {}


def _every(args: Args) -> tuple[str, ...]:
    """All words of the kinds asked for in one list, made once for each rule."""
    held = _EVERY.get(id(args))
    if held is not None and held[0] is args:
        return held[1]
    lists = [words for kind in args["kinds"] for words in args["values"].get(kind, {}).values()]
    made = tuple(word for words in lists for word in words)
    if len(_EVERY) < _MOST:  # the rules of each day looked at have arguments of their own
        _EVERY[id(args)] = (args, made)
    return made


def _struck(text: str, phrases: Iterable[str]) -> str:
    """The text without these phrases, which hold a word and mean another thing."""
    while phrase := words_in(text, phrases):
        text = re.sub(rf"\b{re.escape(phrase)}\b", ";", fold(text))
    return text


def programme_named(facts: Facts, args: Args) -> Told:
    """Does an end user, an address or the stated use name a programme of these ``kinds``?

    ``values`` are words by kind and language, ``values_not`` phrases that hold such a word and
    mean another thing. Where no use is stated a silent name leaves it open.
    """
    every = _every(args)
    for what, text in _named(facts, args):
        plain = _struck(text, args["values_not"]) if text and says(text, every) else ""
        for kind in args["kinds"] if plain else ():
            for language, words in args["values"].get(kind, {}).items():
                if word := says(plain, words):
                    return yes(f"{what} says {word!r} ({kind.replace('_', ' ')}, {language})")
    if not facts.values.get(USE):
        return unknown("stated end use")
    return no("neither the names nor the stated use say such a word")


def input_named(facts: Facts, args: Args) -> Told:
    """Are the goods named as an input to listed goods (``values``: words, of, by)?"""

    def told(item: Row) -> Told:
        text = item.get("description", "")
        if not text:
            return unknown("description of the goods")
        for one in args["values"]:
            if word := words_in(text, one["words"]):
                return yes(f"{word!r} is named as an input to {one['of']} by {one['by']}")
        return no(text)

    held = items(facts)
    return first(map(told, held), no("no such goods")) if held else unknown("no goods given")


QUESTIONS = {
    "use_strange": (use_strange, (USE, "--parties")),
    "use_unlike_business": (use_unlike_business, (USE, "--parties")),
    "programme_named": (programme_named, (USE,)),
    "input_named": (input_named, ("description",)),
}
"""Predicate, and the columns or tables that would answer it."""
