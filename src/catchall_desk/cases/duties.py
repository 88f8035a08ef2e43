"""What has to be done with a file, and by when. In: a file and those beside it; out: duties.

Every duty follows from the events and from what the desk knows of itself. The rules of requests
and of screening stand in ``duty_requests`` and ``duty_screening``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from catchall_desk.cases.clock_table import Clock, Selector, clocks
from catchall_desk.cases.clocks import FROZEN, PAUSED, Reading, readings
from catchall_desk.cases.duty import Desk, Duty, Told, made
from catchall_desk.cases.duty_requests import OPEN, by_requests, due_of
from catchall_desk.cases.duty_screening import by_screening
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File
from catchall_desk.cases.related import Sight, beside, follows, happened, select, value

DN6 = "Reg (EU) 2021/821 Art 16(1)"
AT_ONCE = "partners are told of a denial; no period is written, so at once"
DESPITE = "partners are told of a grant despite a denial; no period is written, so at once"
BASIC = "Wassenaar Arrangement, Initial Elements: Basic List denials twice a year"
EXPIRES = "the licence ends on its last day"
LAPSES = "the certificate ends on its last day"
VERIFY = "the desk's own choice: deliveries are verified within {} days"
NO_PARTNERS = frozenset({"national", "unsc"})
"""Regimes in which a denial is told to no partner."""
ONLY_LISTED = frozenset({"nsg", "mtcr", "ag", "wa"})
"""Regimes in which members are told of denials of listed goods only."""
NOTIFICATION = Selector(frozenset({"send"}), "request", {"kind": frozenset({"notification"})})
ENDED = ("expire", "exhaust", "revoke", "surrender", "supersede")
OUTCOMES = ("reinstate", "expire", "revoke", "surrender")


def duties(file: File, related: Sequence[File], desk: Desk | None = None) -> tuple[Duty, ...]:
    """What has to be done with this file, done or not, by due day; undated ones last.

    ``related`` are the files beside it; more may be handed in, in any order. Done duties name
    the event that did them.
    """
    desk = desk or Desk()
    near = beside(file, related)
    sight = Sight(file, near, newest((file, *near)), desk.calendar)
    found = {made(file, told) for rule in RULES for told in rule(sight, desk)}
    return tuple(
        sorted(found, key=lambda one: (one.due or date.max, one.kind, one.opened_by, one.basis))
    )


def newest(files: Iterable[File]) -> date:
    """The day of the newest event of these files: duties are told as of it."""
    return max(e.happened_at.date() for file in files for e in (*file.moves, *file.entries))


def by_clocks(sight: Sight, _: Desk) -> Iterator[Told]:
    """What a clock of ``clocks.yaml`` asks for under ``duty``."""
    for read in readings(sight.file, sight.others, sight.today, sight.calendar):
        if read.clock.duty and read.state != FROZEN:
            yield of_clock(read, sight)


def of_clock(read: Reading, sight: Sight) -> Told:
    """The duty of one clock; without a day while the clock stands still or is not known."""
    clock = read.clock
    asked = {*(selector.file for selector in clock.given), *after(clock)}
    lacks = f"; not known: {', '.join(read.unknown)}" if read.unknown else ""
    return Told(
        clock.duty,
        None if read.state == PAUSED else read.due,
        read.basis + lacks,
        read.opened_by or sight.file.moves[-1].id,
        read.stopped_by or None,
        read.silence,
        [one for one in sight.others if one.kind in asked or has(one, read.stopped_by)],
    )


def after(clock: Clock) -> tuple[str, ...]:
    """The kinds of file whose due day starts this clock."""
    return clocks()[clock.after].files if clock.after else ()


def has(file: File, event: str | None) -> bool:
    """Is this event one of the file's?"""
    return any(one.id == event for one in (*file.moves, *file.entries))


def notify_denial(sight: Sight, _: Desk) -> Iterator[Told]:
    """Partners are told of a denial of ours, as its regime has it (DN6, DN7, DN9)."""
    file = sight.file
    if file.kind != "denial" or file.fields.get("whose") == "partner":
        return
    regime, listed = value(file, "regime", ()), value(file, "wassenaar", ())
    catch_all = file.fields.get("catch_all") is True
    if regime in NO_PARTNERS or (catch_all and regime in ONLY_LISTED):
        return
    decided = file.moves[0]
    day, basis = decided.happened_at.date(), AT_ONCE
    if regime == "wa":
        if listed != "basic":
            return
        day, basis = half_year_end(day), BASIC
    yield Told("notify_denial", day, basis, decided.id, done(file, decided, "notify", "revoke"))


def half_year_end(day: date) -> date:
    """The last day of the half year in which a day lies.

    >>> half_year_end(date(2026, 6, 30)), half_year_end(date(2026, 7, 1))
    (datetime.date(2026, 6, 30), datetime.date(2026, 12, 31))
    """
    return date(day.year, 6, 30) if day <= date(day.year, 6, 30) else date(day.year, 12, 31)


def renew_denial(sight: Sight, _: Desk) -> Iterator[Told]:
    """A denial is renewed or lapses: by its own day of review, else after three years."""
    file, clock = sight.file, clocks()["denial.review"]
    if file.kind != "denial":
        return
    begun = happened(file, ("notify", "renew"), sight.today)
    for event in begun:
        day = event.happened_at.date()
        review = file.fields.get("review_by") if event is begun[-1] else None
        due = day + timedelta(days=clock.days or 0)
        if review and date.fromisoformat(review) > day:
            due = date.fromisoformat(review)
        ended = done(file, event, "renew", "revoke", "expire")
        yield Told("renew_denial", due, clock.source, event.id, ended, clock.silence)


def tell_partners(sight: Sight, _: Desk) -> Iterator[Told]:
    """A grant despite a denial is told at once where no clock has another period (DN4, DN9)."""
    file = sight.file
    granted = happened(file, ("approve",), sight.today)
    if file.kind != "application" or not granted:
        return
    near = [one for one in sight.others if one.kind == "denial" and stands(one)]
    read = readings(file, sight.others, sight.today, sight.calendar)
    timed = any(one.clock.duty == "tell_partners" and one.started for one in read)
    if timed or not (near or file.fields.get("despite_denial") is True):
        return
    event = granted[-1]
    day = event.happened_at.date()
    ended = told_after(event, sight)
    rests = [*near, *(one for one in sight.others if has(one, ended))]
    yield Told("tell_partners", day, DESPITE, event.id, ended, "", rests)


def stands(denial: File) -> bool:
    """Is it a partner's denial, or nobody knows whose, that has not ended?"""
    return denial.fields.get("whose") != "ours" and denial.state not in {"revoked", "expired"}


def report_changes(sight: Sight, _: Desk) -> Iterator[Told]:
    """Others are told of a licence suspended, limited or revoked, and of the outcome (DN6)."""
    law = value(sight.file, "law", (sight.file, *sight.others))
    if sight.file.kind != "licence" or law not in {"eu", ""}:
        return
    basis = DN6 if law else f"{DN6}; not known: licence.law"
    suspended = False
    for event in sight.file.moves:
        kinds = []
        if event.type in {"suspend", "limit", "revoke"}:
            kinds.append("tell_partners")
        if suspended and event.type in OUTCOMES:
            kinds.append("report_outcome")
        for kind in kinds:
            day = event.happened_at.date()
            ended = told_after(event, sight)
            rests = [one for one in sight.others if has(one, ended)]
            yield Told(kind, day, basis, event.id, ended, "", rests)
        suspended = event.type == "suspend"


def expiring(sight: Sight, _: Desk) -> Iterator[Told]:
    """A licence or a certificate has a last day: renew it, or let it end."""
    file = sight.file
    until = file.fields.get("valid_until")
    if not until:
        return
    first, due = file.moves[0], date.fromisoformat(until)
    if file.kind == "licence":
        yield Told("licence_expires", due, EXPIRES, first.id, done(file, first, *ENDED))
    if file.kind == "certificate":
        ends = ("verify_delivery", "breach", "lapse", "reject")
        yield Told("certificate_lapses", due, LAPSES, first.id, done(file, first, *ends))


def verify_delivery(sight: Sight, desk: Desk) -> Iterator[Told]:
    """What was delivered is verified where it arrived, and what a certificate promises too."""
    file, basis = sight.file, VERIFY.format(desk.verify_days)
    if file.kind == "transaction":
        for event in happened(file, ("deliver", "reexport"), sight.today):
            due = event.happened_at.date() + timedelta(days=desk.verify_days)
            ended = done(file, event, "verify", "divert", "reexport")
            yield Told("verify_delivery", due, basis, event.id, ended)
    if file.kind == "certificate":
        yield from verify_certificate(sight, basis, desk)


def verify_certificate(sight: Sight, basis: str, desk: Desk) -> Iterator[Told]:
    """A certificate that is relied on is verified after the newest delivery it covers."""
    relied = happened(sight.file, ("rely",), sight.today)
    arrived = [
        (event, one)
        for one in sight.others
        if one.kind == "transaction"
        for event in happened(one, ("deliver",), sight.today)
    ]
    if not relied or not arrived:
        return
    event, one = max(arrived, key=lambda pair: (pair[0].happened_at, pair[0].id))
    due = event.happened_at.date() + timedelta(days=desk.verify_days)
    ended = done(sight.file, relied[-1], "verify_delivery", "breach", "lapse")
    yield Told("verify_delivery", due, basis, event.id, ended, "", [one])


def done(file: File, opened: Event, *types: str) -> str | None:
    """The id of the first of these events that came after the opening one, if any."""
    later = (event for event in happened(file, types, date.max) if follows(event, opened))
    return next((event.id for event in later), None)


def told_after(opened: Event, sight: Sight) -> str | None:
    """The id of the first notification sent on the day of an event or later, if any."""
    sent = select(NOTIFICATION, sight).events
    return next((one.id for one in sent if follows(one, opened)), None)


RULES = (
    by_clocks,
    by_requests,
    by_screening,
    notify_denial,
    renew_denial,
    tell_partners,
    report_changes,
    expiring,
    verify_delivery,
)
"""Every rule: what it finds on a file, as ``Told``."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open request that a file waits for: on whom, since when, and until when."""

    request: str
    on: str
    since: date
    due: date | None


def waiting_on(
    case: File, requests: Iterable[File], desk: Desk | None = None
) -> tuple[Waiting, ...]:
    """On whom does this file wait: who holds an open request of it? The nearest day first."""
    asked = [
        one for one in beside(case, requests) if one.kind == "request" and one.state in OPEN
    ]
    found = []
    for one in asked:
        sent = happened(one, ("send",), date.max)[-1].happened_at.date()
        due, _, _ = due_of(one, (case,), (desk or Desk()).calendar)
        found.append(Waiting(one.id, holder(one), sent, due))
    return tuple(sorted(found, key=lambda one: (one.due or date.max, one.request)))


def holder(request: File) -> str:
    """Who is to answer: the government, else the office, else the party, else ``unknown``."""
    side = request.fields.get("to") or {}
    said = (side.get(key) for key in ("government", "office", "party"))
    return str(next((one for one in said if one), "unknown"))
