"""Questions about the parties. In: facts and arguments; out: answers with reasons.

They read hits, the table of parties and what the parties are called; nobody is screened here.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from catchall.dates import Span
from catchall.determine.answers import Args, Told, first, no, parties, shown, unknown, yes
from catchall.determine.decisions import proven, settled_as_different
from catchall.determine.facts import Facts
from catchall.determine.joins import cell, imo
from catchall.determine.reading import after, span, words_in
from catchall.determine.reading import yes as said_yes
from catchall.records import Answer
from catchall.text.firms import party_key
from catchall.text.identifiers import imo_is_valid

Row = Mapping[str, Any]


def _nobody(roles: Sequence[str]) -> Told:
    return unknown(f"no {' or '.join(role.replace('_', ' ') for role in roles)} named")


def name_says(facts: Facts, args: Args) -> Told:
    """Does the name of a party in one of the roles hold one of the words?"""
    named = parties(facts, args["roles"])
    for party in named:
        if word := words_in(party["name"], args["values"]):
            return yes(f"{shown(party)}: the name says {word!r}")
    return no("no such word in the names") if named else _nobody(args["roles"])


def same_party(facts: Facts, args: Args) -> Told:
    """Is a party in one of ``roles`` the same as one in one of ``as_roles``?"""
    one, other = parties(facts, args["roles"]), parties(facts, args["as_roles"])
    if not one or not other:
        return _nobody(args["as_roles"] if one else args["roles"])
    keys = {party_key(party["name"]): party for party in other}
    for party in one:
        if twin := keys.get(party_key(party["name"])):
            return yes(f"{shown(party)} is also the {twin['role'].replace('_', ' ')}")
    return no("different firms")


def _role(row: Row) -> str:
    return str(row["role"]).replace("_", " ")


def _screened(facts: Facts, roles: Sequence[str]) -> Told:
    """NO when every party in the roles was screened, else what was not."""
    held = [
        one for one in facts.values.get("screened", ()) if not roles or one["role"] in roles
    ]
    missed = [one for one in held if not one["screened"]]
    if missed:
        return unknown(f"{_role(missed[0])} {missed[0]['party']} was not screened")
    if not held:
        return _nobody(roles) if roles else unknown("no party was screened")
    return no(f"{len(held)} parties screened, no such listing found")


def listed(facts: Facts, args: Args) -> Told:
    """Does a party match a listed one: on this ``basis``, ``confirmed`` or not, in ``roles``?

    ``given`` names the field without which the question cannot be settled.
    """
    roles = args.get("roles", ())
    for hit in facts.values.get("hits", ()):
        below = not hit["match"] and hit["basis"] != "address"  # a shared address has no score
        if below or (roles and hit["role"] not in roles):
            continue
        if hit["basis"] not in args["basis"] or settled_as_different(hit, facts):
            continue
        if proven(hit, facts) == args["confirmed"]:
            return yes(_of_list(hit))
    if "given" in args and (why := _not_told(facts, args["given"])):
        return unknown(why)
    if "address" in args["basis"] and not _addresses(facts):
        return unknown("addresses of the parties")
    return _screened(facts, roles)


def _not_told(facts: Facts, field: str) -> str:
    """Why the field cannot be looked up, "" when it can."""
    if field not in facts.values:
        return f"{field.replace('_', ' ')} not given"
    if field == "vessel_imo" and not imo_is_valid(imo(str(facts.values[field]))):
        return f"IMO number {facts.values[field]!r} fails its check digit"
    return ""


def _of_list(hit: Row) -> str:
    """The hit in short: its finding, where it has one, tells what was compared."""
    who = f"{_role(hit)} {hit['party']}".rstrip()
    if hit["basis"] == "address" and not hit["confirmed"]:
        return f"{who}: address as {hit['name']} on list {hit['list']}"
    return f"{who}: see the party finding on list {hit['list']}, record {hit.get('record', '')}"


def _addresses(facts: Facts) -> bool:
    named = facts.values.get("parties", {})
    return any(party.get("address") for role in named for party in parties(facts, (role,)))


def identity_confirmed(facts: Facts, args: Args) -> Told:
    """Is a party proven to be a listed one whose listing has one of these ``effects``?"""
    matched = ""
    for hit in facts.values.get("hits", ()):
        if not hit["match"] or hit["effect"] not in args["effects"]:
            continue
        if proven(hit, facts):
            return yes(f"{_role(hit)} {hit['party']} is {hit['name']} on list {hit['list']}")
        if hit["basis"] == "name" and not settled_as_different(hit, facts):
            matched = f"{_role(hit)} {hit['party']} is named like {hit['name']}; not proven"
    return unknown(matched) if matched else _screened(facts, ())


def email_among(facts: Facts, args: Args) -> Told:
    """Does a party in one of the roles write from one of the free mail domains?"""

    def told(party: Row) -> Told:
        domain = (party.get("email") or "").rpartition("@")[2].strip().casefold()
        if not domain:
            return unknown(f"e-mail address of {shown(party)} not given")
        why = f"{shown(party)} writes from {domain}"
        return yes(why) if domain in args["values"] else no(why)

    named = parties(facts, args["roles"])
    return first(map(told, named), no("no free mail")) if named else _nobody(args["roles"])


def _registered(facts: Facts, roles: Sequence[str]) -> list[tuple[Row, Row]]:
    """Each party in the roles with its row in the table of parties, empty if there is none."""
    rows: dict[str, Row] = {}
    for row in facts.values.get("registry", ()):
        rows.setdefault(party_key(cell(row, "name")), row)
    return [(one, rows.get(party_key(one["name"]), {})) for one in parties(facts, roles)]


def registry_says(facts: Facts, args: Args) -> Told:
    """Does the table of parties say one of the words in ``column`` of a party in the roles?"""
    column = args["column"]

    def told(pair: tuple[Row, Row]) -> Told:
        text = cell(pair[1], column)
        if not text:
            return unknown(f"table of parties: {column}")
        word = words_in(text, args["values"])
        why = f"{shown(pair[0])}: {column.replace('_', ' ')} {text!r}"
        return yes(f"{why} says {word!r}") if word else no(why)

    held = _registered(facts, args["roles"])
    return first(map(told, held), no("said of none")) if held else _nobody(args["roles"])


def registry_flag(facts: Facts, args: Args) -> Told:
    """Does the table of parties say yes in ``column`` of a party in the roles?"""

    def told(pair: tuple[Row, Row]) -> Told:
        answer = said_yes(pair[1].get(args["column"]))
        if answer is Answer.UNKNOWN:
            return unknown(f"table of parties: {args['column']}")
        why = f"{shown(pair[0])}: {args['column'].replace('_', ' ')} {answer.value}"
        return answer, why

    held = _registered(facts, args["roles"])
    return first(map(told, held), no("said of none")) if held else _nobody(args["roles"])


def _months_before(day: Any, months: int) -> Any:
    """The day so many months before, as ``YYYYMM`` and day, comparable as a pair."""
    count = day.year * 12 + day.month - 1 - months
    return count, day.day


def _young(party: Row, row: Row, args: Args, ordered: Span | None) -> Told:
    born = span(row.get("founded"))
    told = (party.get("country", ""), cell(row, "country").upper())
    hubs = [country for country in told if country in args["values"]["countries"]]
    if born is None or (not hubs and "" in told):
        return unknown(f"table of parties: founded, country of {shown(party)}")
    why = f"{shown(party)}, in {hubs[0] if hubs else told[0]}, was founded {born.first}"
    if not hubs:
        return no(why)
    if ordered is not None:
        young = _months_before(ordered.first, args["months"])
        if _months_before(born.last, 0) > young:
            return yes(why)
    answer = after(born, span(args["values"]["after"]))
    return (answer if answer is Answer.YES or ordered else Answer.UNKNOWN), why


def founded_lately(facts: Facts, args: Args) -> Told:
    """Was a party in the roles and countries founded after ``values.after`` or months before?

    The order's day stands in for today; without it the date of the shipment does.
    """
    ordered = facts.values.get("order_date") or facts.values.get("date")
    held = _registered(facts, args["roles"])
    told = (_young(party, row, args, ordered) for party, row in held)
    return first(told, no("old firms")) if held else _nobody(args["roles"])


_TIES = {"former_name": "was", "owners": "is owned by", "affiliated_to": "is affiliated to"}


def _tied(row: Row) -> str:
    """How the party is tied to the other name, as a reason tells it."""
    tie = row.get("tie", "former_name")
    until = f" until {row['changed_on'] or 'a day not given'}" if tie == "former_name" else ""
    return f"{_role(row)} {row['name']} {_TIES[tie]} {row['former_name']}{until}"


def renamed_after_measure(facts: Facts, args: Args) -> Told:
    """Does something stand against a former name, an owner or the body a party belongs to?

    NO only where measures and denials were given and the other names were screened themselves.
    """
    known = [row for row in facts.values.get("past", ()) if row["role"] in args["roles"]]
    if not known:
        return unknown("table of parties: former_name, changed_on")
    return first((_against(row, facts) for row in known), no("nothing against them"))


def _against(row: Row, facts: Facts) -> Told:
    if row["against"]:
        return yes(f"{_tied(row)}: {', '.join(row['against'])}")
    if not row.get("screened", False):
        return unknown(f"{_tied(row)}: a screening of {row['former_name']}")
    if missing := [table for table in ("measures", "denials") if table not in facts.values]:
        return unknown(f"table of {missing[0]}")
    return no(f"nothing stands against {row['former_name']}")


def third_country_payer(facts: Facts, _args: Args) -> Told:
    """Does someone pay who is no party to the contract, from a country of none of them?"""
    payers = parties(facts, ("payer",))
    contract = parties(facts, ("consignee", "end_user", "intermediary"))
    if not payers or not contract:
        return _nobody(("payer",) if contract else ("consignee",))
    keys = {party_key(party["name"]) for party in contract}
    strange = [payer for payer in payers if party_key(payer["name"]) not in keys]
    if not strange:
        return no("the payer is a party to the contract")
    country = strange[0].get("country") or facts.values.get("payer_country", "")
    homes = {party.get("country", "") for party in contract}
    if not country or ("" in homes and country not in homes):
        return unknown("country of the payer and of every buyer")
    why = f"{shown(strange[0])} in {country}; the contract is with {', '.join(sorted(homes))}"
    return no(why) if country in homes else yes(why)


def third_country_bank(facts: Facts, args: Args) -> Told:
    """Does the bank lie in a country of no party, among the countries of the values?"""
    bank = facts.values.get("bank_country")
    if bank is None:
        held = [party.get("country") for party in parties(facts, ("bank",))]
        bank = held[0] if held else None
    named = parties(facts, args["roles"])
    homes = {party.get("country", "") for party in named}
    if not bank or not named:
        return unknown("country of the bank and of the parties")
    if bank in homes or bank not in args["values"]:
        return no(f"bank in {bank}")
    if "" in homes:
        return unknown("country of every party")
    return yes(f"bank in {bank}, parties in {', '.join(sorted(homes))}")


QUESTIONS = {
    "name_says": (name_says, ("end_user", "consignee")),
    "same_party": (same_party, ("forwarder", "end_user")),
    "listed": (listed, ("consignee", "vessel_imo")),
    "identity_confirmed": (identity_confirmed, ()),
    "email_among": (email_among, ("consignee_email", "end_user_email")),
    "registry_says": (registry_says, ("--parties",)),
    "registry_flag": (registry_flag, ("--parties",)),
    "founded_lately": (founded_lately, ("--parties", "order_date")),
    "renamed_after_measure": (renamed_after_measure, ("--parties", "--measures", "--denials")),
    "third_country_payer": (third_country_payer, ("payer", "payer_country")),
    "third_country_bank": (third_country_bank, ("bank_country",)),
}
"""Predicate, and the columns or tables that would answer it."""
