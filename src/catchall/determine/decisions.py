"""What a person decided about a hit: same or different. In: hit, facts; out: a word, a note.

A decision counts for the firm of that full name and country, the record, and the version of the
list it was made on, from its day until it ends. A date names a version only where the list has
no other of that date, and for decisions made on that day or later. One without an end lasts
``decision_days``, a value of the lawbook. Of those that count any ``same`` outweighs every
``different``.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from catchall.dates import Span
from catchall.determine.facts import OWNER, Facts
from catchall.determine.joins import cell
from catchall.determine.reading import after, span
from catchall.records import Answer
from catchall.text.countries import country_code
from catchall.text.normal import fold

Row = Mapping[str, Any]
DIFFERENT = frozenset(("different", "not same", "false positive", "no match", "cleared"))
SAME = frozenset(("same", "confirmed", "match", "true match"))


def _word(row: Row) -> str:
    said = fold(cell(row, "decision"))
    return "same" if said in SAME else "different" if said in DIFFERENT else ""


def _countries(hit: Row, facts: Facts) -> set[str]:
    """The countries in which the shipment, or the table of owners, has the firm of the hit."""
    named = facts.values.get("parties", {}).get(hit["role"], ())
    found = {one.get("country", "") for one in named if one["name"] == hit["party"]}
    for row in facts.values.get("owners", ()) if hit["role"] == OWNER else ():
        if cell(row, "owner") == hit["party"]:
            told = cell(row, "owner_country")
            found.add(country_code(told) or told)
    return found or {""}


def _elsewhere(row: Row, hit: Row, facts: Facts) -> bool:
    """Is the decision about a firm in another country, or in one it does not tell?"""
    told = cell(row, "party_country") or cell(row, "country")
    return _countries(hit, facts) != {country_code(told) or told}


def _end(row: Row, facts: Facts) -> Span | None:
    if ends := cell(row, "expires"):
        return span(ends)
    made, days = span(row.get("date")), facts.values.get("decision_days")
    if made is None or not days:
        return None
    last = made.first + timedelta(days=days)
    return Span(last, last)


def _edition(row: Row, hit: Row, facts: Facts) -> str:
    """Why was the decision not made on this version of the list? "" when it was."""
    version, dated = cell(row, "list_version"), hit["list_date"]
    if version and version == hit["snapshot"]:
        return ""
    if version != dated:
        return f"it was made on another version of the list ({version or 'not said'})"
    if any(one.shares_date for one in facts.lists if one.name == hit["list"]):
        return f"the list has two versions of {dated}, and it does not give the hash of one"
    made, day = span(row.get("date")), span(dated)
    early = made is not None and day is not None and made.first < day.first
    return (
        f"it was made before the version of the list that it names ({dated})" if early else ""
    )


def _unfit(row: Row, hit: Row, facts: Facts) -> str:
    """Why the decision does not count for this hit, or ""."""
    day, made, end = facts.values.get("day"), span(row.get("date")), _end(row, facts)
    scope, edition = cell(row, "scope"), _edition(row, hit, facts)
    shipment = {facts.shipment.id, f"shipment:{facts.shipment.id}"}
    firm = "it is about a firm of another name"
    country = "it is about a firm of another country, or does not name the country"
    past = f"it expired {cell(row, 'expires') or (end.last if end else 'on a day not known')}"
    reasons = (
        (fold(cell(row, "party")) == fold(hit["party"]), firm),
        (scope in shipment or not _elsewhere(row, hit, facts), country),
        (not edition, edition),
        (after(made, day) is Answer.NO, f"it is of {cell(row, 'date') or 'no day'}"),
        (after(day, end) is Answer.NO, past),
        (scope in {"", "party", hit["role"], *shipment}, f"it was made for {scope} only"),
    )
    return next((why for fits, why in reasons if not fits), "")


def decided(hit: Row, facts: Facts) -> tuple[str, str]:
    """What did a person decide about this hit: ``same``, ``different``, ""; and a note on it.

    A ``different`` counts for nothing while rows of the table of decisions were rejected: one
    of them may say ``same``.
    """
    counting: list[tuple[bool, str, str]] = []
    note = ""
    for row in facts.values.get("decisions", ()):
        said = _word(row)
        if (cell(row, "list"), cell(row, "record")) != (hit["list"], hit["record"]) or not said:
            continue
        unfit = _unfit(row, hit, facts)
        if (
            not unfit
            and said == "different"
            and "decisions" in facts.values.get("rejected", ())
        ):
            unfit = "rows of the table of decisions were rejected"
        if unfit:
            note = f"; a decision does not count: {unfit}"
            continue
        made = span(row.get("date"))
        told = f"{cell(row, 'by') or 'a person'} decided on {cell(row, 'date')}: {said}"
        counting.append((said == "same", str(made.first if made else ""), told))
    if not counting:
        return "", note
    same, _, told = max(counting)
    return "same" if same else "different", f"; {told}"


def settled_as_different(hit: Row, facts: Facts) -> bool:
    """Did a person decide that a name match, which no identifier proves, is another firm?"""
    by_name = hit["match"] and not hit["confirmed"] and hit["basis"] != "address"
    return bool(by_name) and decided(hit, facts)[0] == "different"


def proven(hit: Row, facts: Facts) -> bool:
    """Is the identity of the hit confirmed, by an identifier or by a person's decision?"""
    if hit["confirmed"] or not hit["match"] or hit["basis"] == "address":
        return bool(hit["confirmed"])
    return decided(hit, facts)[0] == "same"
