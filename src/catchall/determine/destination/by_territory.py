"""The rule of a customs territory: what is listed needs an authorisation to leave it.

In: a scheme and a case; out: a ruling. Members, numbers and general authorisations are data.
"""

from catchall.determine.destination import codes, general
from catchall.determine.destination.question import Case, Ruling, Scheme
from catchall.records import Answer, Outcome


def _ruling(scheme: Scheme, outcome: Outcome | None, why: str, cite: str = "") -> Ruling:
    said = str(scheme.said[cite]) if cite else scheme.cite
    return Ruling(scheme.jurisdiction, outcome, why, said, scheme.verified)


def _munitions(scheme: Scheme, case: Case) -> Ruling | None:
    held = [one for one in case.codes if one.startswith(scheme.said["munitions"])]
    if not held:
        return None
    why = f"{held[0]} is on the military list: the Member State licenses it to every country"
    return _ruling(scheme, Outcome.LICENCE, why, "munitions_cite")


def _inside(scheme: Scheme, case: Case) -> Ruling:
    """From one member to another: free, but for the numbers that are licensed there too."""
    told = ", ".join(case.codes)
    answer = codes.any_among(case.codes, scheme.table("inside") or ())
    if answer is Answer.NO:
        why = f"{told}: a transfer inside the customs territory needs no licence"
        return _ruling(scheme, None, why, "inside_cite")
    also = "needs a licence inside the customs territory too"
    doubt = "" if answer is Answer.YES else " where it is one of the paragraphs listed"
    return _ruling(scheme, Outcome.LICENCE, f"{told} {also}{doubt}", "inside_cite")


def _general(scheme: Scheme, case: Case) -> list[tuple[str, Answer, bool, str]]:
    out = []
    for name, licence in (scheme.table("general") or {}).items():
        never = (
            scheme.tables[licence["but_values"]].value
            if licence.get("but_values") in scheme.tables
            else ()
        )
        inside = (scheme.table("inside") or ()) if licence.get("but_values") else ()
        covered = general.covers(licence, case.codes, (*never, *inside))
        words = general.told(name, licence, covered, case.destinations)
        out.append((name, covered, general.reaches(licence, case.destinations), words))
    return out


def _outside(scheme: Scheme, case: Case) -> Ruling:
    where, listed = ", ".join(case.destinations), ", ".join(case.codes)
    known = _general(scheme, case)
    words = tuple(one[3] for one in known if one[3])
    for name, covered, there, sentence in known:
        if name in case.named and there and covered is Answer.YES:
            why = f"{listed} to {where} goes under {sentence}"
            return Ruling(scheme.jurisdiction, None, why, scheme.cite, scheme.verified, words)
    none = (
        ()
        if any(there and covered is not Answer.NO for _, covered, there, _ in known)
        else (f"no general authorisation covers {listed} to {where}",)
    )
    if scheme.table("general") is None:
        none = ("the general authorisations of that day are not held",)
    why = f"{listed} is listed: an authorisation is needed for {where}"
    return Ruling(
        scheme.jurisdiction, Outcome.LICENCE, why, scheme.cite, scheme.verified, (*words, *none)
    )


def _elsewhere(scheme: Scheme, case: Case, members: set[str]) -> Ruling | None:
    """Goods that leave other countries, as far as all of that is known."""
    if not case.left_known or members & set(case.left):
        return None
    why = f"not an export from the customs territory: the goods leave {', '.join(case.left)}"
    return _ruling(scheme, None, why)


def ruled(scheme: Scheme, case: Case) -> Ruling:
    """Must the goods have an authorisation? Unknown places count as leaving the territory."""
    members = set(scheme.table("members") or ())
    if decided := _munitions(scheme, case) or _elsewhere(scheme, case, members):
        return decided
    if not case.destinations:
        why = f"{', '.join(case.codes)} is listed; the destination is not known"
        return Ruling(
            scheme.jurisdiction, None, why, scheme.cite, scheme.verified, incomplete=True
        )
    if members and set(case.destinations) <= members:
        return _inside(scheme, case)
    return _outside(scheme, case)
