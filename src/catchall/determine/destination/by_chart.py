"""The rule of a country chart: reasons for control of a number against marks of a country.

In: a scheme and a case; out: a ruling. A reason that holds for a part of a number, or stands in
a section beside the chart, is told and left to a person: it never reads as "no licence".
"""

from collections.abc import Iterable, Mapping
from typing import Any

from catchall.determine.destination import codes
from catchall.determine.destination.question import Case, Ruling, Scheme
from catchall.law import tree
from catchall.records import Answer, Outcome

Reason = Mapping[str, Any]


def _number(code: str) -> tuple[str, str]:
    """The number and the paragraph below it.

    >>> _number("1C107.a.1"), _number("1C107")
    (('1C107', 'a.1'), ('1C107', ''))
    """
    number, _, paragraph = code.partition(".")
    return number, paragraph


def _applies(reason: Reason, paragraph: str) -> Answer:
    """Is the paragraph controlled for the reason?"""
    if "of" in reason:
        out = codes.among(paragraph, reason["of"]) if paragraph else Answer.UNKNOWN
        return Answer.UNKNOWN if reason.get("part") and out is Answer.YES else out
    if reason.get("part"):
        return Answer.UNKNOWN
    if "but" in reason:
        out = codes.among(paragraph, reason["but"]) if paragraph else Answer.UNKNOWN
        return {Answer.YES: Answer.NO, Answer.NO: Answer.YES}.get(out, Answer.UNKNOWN)
    return Answer.YES


def _said(scheme: Scheme, code: str, country: str, reason: Reason) -> tuple[str, Answer]:
    """How a reason is told, and whether it asks for a licence there.

    A section beside the chart is UNKNOWN; ``where`` names the table of its countries.
    """
    number, paragraph = _number(code)
    applies = _applies(reason, paragraph)
    if "section" in reason:
        where = scheme.table(reason["where"]) if "where" in reason else None
        there = where is None or country in where
        told = f"section {reason['section']}"
        return told, Answer.UNKNOWN if there and applies is not Answer.NO else Answer.NO
    column = reason["column"]
    told = f"{column[:2]} column {column[2:]}"
    if column not in (scheme.table("chart") or {})[country].split():
        return told, Answer.NO
    return (told if applies is Answer.YES else f"{told} for a part of {number}"), applies


def _marked(scheme: Scheme, code: str, country: str) -> tuple[list[str], list[str]]:
    """The columns under which the number needs a licence there, and what a person must read.

    A number without any reason held is to be read: its text says elsewhere what it needs.
    """
    number = _number(code)[0]
    held = (scheme.table("reasons") or {}).get(number)
    if held is None or country not in (scheme.table("chart") or {}):
        what = f"number {number}" if held is None else f"country {country}"
        return [], [f"{what} is not in the tables held"]
    if not held["reasons"]:
        return [], [f"no reason for control of {number} is held"]
    said = [_said(scheme, code, country, reason) for reason in held["reasons"]]
    sure = [told for told, answer in said if answer is Answer.YES]
    unsure = [told for told, answer in said if answer is Answer.UNKNOWN]
    return sure, list(dict.fromkeys(unsure))


def _controlled(reasons: Iterable[Reason], paragraph: str, named: Iterable[str]) -> Answer:
    """Is the paragraph controlled for one of the reasons, in whatever column?"""
    held = [one for one in reasons if one.get("column", "")[:2] in named]
    return tree.either(_applies(one, paragraph) for one in held)


def _never(scheme: Scheme, code: str, countries: Iterable[str]) -> tuple[Answer, str]:
    """Is no exception at all open to the number there, and why?

    A bar on a reason holds whether or not the country is marked for it.
    """
    number, paragraph = _number(code)
    groups = scheme.table("groups") or {}
    reasons = (scheme.table("reasons") or {}).get(number, {"reasons": []})["reasons"]
    found = Answer.NO, ""
    for bar in scheme.table("never") or ():
        there = {
            one for group in bar.get("groups", ()) for one in groups.get(group, "").split()
        }
        holds = Answer.YES
        if "reasons" in bar:
            holds = _controlled(reasons, paragraph, bar["reasons"])
        elsewhere = "groups" in bar and not there & set(countries)
        other = "series" in bar and number[2:3] != bar["series"]
        if holds is not Answer.NO and not elsewhere and not other:
            found = holds, f"no exception is open to {bar['told']} ({bar['cite']})"
            if holds is Answer.YES:
                break
    return found


def _exceptions(scheme: Scheme, code: str, countries: Iterable[str], sure: str) -> list[str]:
    """Each exception that the number names, and whether it could be used there."""
    held = (scheme.table("reasons") or {}).get(_number(code)[0], {})
    groups = scheme.table("groups") or {}
    named = [
        (name, rule, held[rule["field"]])
        for name, rule in (scheme.table("exceptions") or {}).items()
        if held.get(rule["field"]) is not None
    ]
    barred, why = _never(scheme, code, countries) if named else (Answer.NO, "")
    if barred is Answer.YES:
        return [why]
    out = [f"{why}, if this is such a part"] if barred is Answer.UNKNOWN else []
    for name, rule, limit in named:
        allowed = {one for group in rule["groups"] for one in groups.get(group, "").split()}
        if not set(countries) <= allowed:
            out.append(f"{name} is not for {', '.join(countries)}")
        elif any(reason in sure for reason in rule["not_reasons"]):
            out.append(f"{name} is not for goods controlled for {rule['not_reasons'][0]}")
        else:
            part = " for a part of the number" if limit == "part" else ""
            worth = f" up to {limit} dollars" if isinstance(limit, int) else ""
            out.append(f"{name} could be used{part}{worth}: {rule['asks']} ({rule['cite']})")
    return out


def _licensed(scheme: Scheme, why: str, cite: str) -> Ruling:
    said = str(scheme.said[cite])
    return Ruling(scheme.jurisdiction, Outcome.LICENCE, why, said, scheme.verified)


def _embargoed(scheme: Scheme, case: Case) -> Ruling | None:
    """Countries to which nothing goes without a licence, or nothing that has a number."""
    listed = ", ".join(case.codes)
    for name, what in (("embargoed", "nothing"), ("every_number", "no number of the list")):
        held = set(case.destinations) & set(scheme.table(name) or ())
        if held:
            why = f"{listed}: {what} goes to {', '.join(sorted(held))} without a licence"
            return _licensed(scheme, why, f"{name}_cite")
    return None


def _subject(scheme: Scheme, case: Case) -> Ruling | None:
    """Goods made elsewhere that leave another country: not shown to be under the rule."""
    home = scheme.said["home"]
    if home in (*case.left, *case.origin) or not (case.left_known and case.origin):
        return None
    why = (
        f"not shown to be under this rule: made in {', '.join(case.origin)}, sent from "
        f"{', '.join(case.left)}; its share of foreign content and its direct products "
        "were not checked"
    )
    return Ruling(scheme.jurisdiction, None, why, scheme.cite, scheme.verified)


def _munitions(scheme: Scheme, case: Case) -> Ruling | None:
    """Numbers of the munitions list, and those that the list leaves to it altogether."""
    reasons = scheme.table("reasons") or {}
    for code in case.codes:
        left = reasons.get(_number(code)[0], {})
        if code.startswith(scheme.said["munitions"]):
            why = f"{code} is on the munitions list: licensed elsewhere, to every country"
        elif left.get("itar") and not left["reasons"]:
            why = f"{code} is left to the munitions list: licensed elsewhere, to every country"
        else:
            continue
        return _licensed(scheme, why, "munitions_cite")
    return None


def _charted(scheme: Scheme, case: Case) -> Ruling:
    where, listed = ", ".join(case.destinations), ", ".join(case.codes)
    sure: list[str] = []
    unsure: list[str] = []
    for code in case.codes:
        for country in case.destinations:
            found, doubtful = _marked(scheme, code, country)
            sure += found
            unsure += doubtful
    general = [
        told
        for code in case.codes
        for told in _exceptions(scheme, code, case.destinations, " ".join(sure))
    ]
    told = ", ".join(dict.fromkeys(sure))
    read = ", ".join(dict.fromkeys(unsure))
    rest = f"; to be read besides: {read}" if read else ""
    if sure:
        outcome, why = Outcome.LICENCE, f"{listed} to {where} is controlled for {told}{rest}"
    elif unsure:
        outcome, why = Outcome.REVIEW, f"{listed} to {where}: to be read: {read}"
    else:
        outcome = None
        why = f"{listed} to {where}: no mark in the chart for any of its reasons for control"
    return Ruling(
        scheme.jurisdiction,
        outcome,
        why,
        scheme.cite,
        scheme.verified,
        tuple(dict.fromkeys(general)) if sure or unsure else (),
    )


def ruled(scheme: Scheme, case: Case) -> Ruling:
    """Must the goods have a licence there? Goods of unknown origin count as under the rule."""
    decided = _subject(scheme, case) or _munitions(scheme, case) or _embargoed(scheme, case)
    if decided:
        return decided
    if case.destinations:
        if case.destinations == (scheme.said["home"],):
            why = "the goods stay in the country of the rule"
            return Ruling(scheme.jurisdiction, None, why, scheme.cite, scheme.verified)
        return _charted(scheme, case)
    why = f"{', '.join(case.codes)} is listed; the destination is not known"
    return Ruling(scheme.jurisdiction, None, why, scheme.cite, scheme.verified, incomplete=True)
