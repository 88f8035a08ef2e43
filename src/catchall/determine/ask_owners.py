"""The question about owners. In: facts and arguments; out: an answer with the chain.

The limit, the lists that count, and whether shares add up are arguments, from the lawbook.
"""

from catchall.determine.answers import Args, Told, first, no, unknown, yes
from catchall.determine.facts import Facts
from catchall.determine.held_by import (
    Behind,
    Firm,
    Listed,
    Test,
    behind,
    chain,
    listed_owners,
    of_rule,
    unscreened,
)
from catchall.determine.owner_words import sentence

NO_TABLE = "table of owners"


def owned_by_listed(facts: Facts, args: Args) -> Told:
    """Do listed owners hold a party to the limit: ``percent``, ``reach``ed or by ``control``?

    ``confirmed`` takes only owners whose identity is proven. ``values`` are how the sources of
    the lists begin that count; without ``together`` one owner must hold it alone.
    """
    if "owners" not in facts.values:
        return unknown(NO_TABLE)
    known, test = behind(facts), of_rule(args)
    if not known.firms:
        return unknown("no party named")
    named = listed_owners(facts, known, test.lists)
    taken = [one for one in named if one.proven or not args["confirmed"]]
    possible = [*named, *unscreened(facts, known)]
    told = (_told(firm, known, (taken, possible), test) for firm in known.firms)
    return first(told, no("no listed owner holds so much of a party, by the table of owners"))


def _told(
    firm: Firm, known: Behind, owners: tuple[list[Listed], list[Listed]], test: Test
) -> Told:
    taken, possible = owners
    if found := chain(firm, known, taken, test, sure=True):
        return yes(f"{sentence(found)}; the limit is {test.limit.words}")
    if found := chain(firm, known, possible, test, sure=False):
        return unknown(f"{sentence(found)}; whether it is {test.limit.words} is not known")
    return no("held by no listed owner")


QUESTIONS = {"owned_by_listed": (owned_by_listed, ("--owners",))}
"""Predicate, and the columns or tables that would answer it."""
