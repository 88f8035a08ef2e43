"""Match review: is this party the one on the list? In: a hit; out: a page, a determination.

Each decision is a determination that the signed-in user makes; the next hit opens by itself.
Who holds one back leaves a note on the file, and the hit stays open.
"""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from catchall_desk.accounts import access as users
from catchall_desk.cases.commands import Command
from catchall_desk.cases.naming import Names, names_of
from catchall_desk.jobs import moment, reviewing
from catchall_desk.jobs.reviewing import DIFFERENT, SAME, Decision, OpenHit
from catchall_desk.store.models import FileRow
from catchall_desk.store.view import View, is_uuid, view_of
from catchall_desk.web import compare, sending, words
from catchall_desk.web.access import reading
from catchall_desk.web.pages import Context, page
from catchall_desk.web.sending import Refusal
from catchall_desk.web.tables import PAGE, Cell, Column, Filter, Row, Table, export
from catchall_desk.web.told import href

FINDINGS = {"same": SAME, "different": DIFFERENT}
COLUMNS = (
    Column("party", "Party"),
    Column("role", "Role"),
    Column("name", "Name on the list"),
    Column("list", "List"),
    Column("record", "Record"),
    Column("score", "Likeness"),
    Column("effect", "What the list asks", first=False),
    Column("file", "File"),
    Column("marking", "Marking"),
)


@reading
def review(request: HttpRequest, view: View) -> HttpResponse:
    """The hits that nobody has judged, the latest screened first."""
    wanted = request.GET.get("list", "")
    hits = reviewing.open_hits(view)
    shown = [one for one in hits if wanted in ("", one.hit["list"])]
    names = sorted({one.hit["list"] for one in hits})
    start = int(at) if (at := request.GET.get("cursor", "")).isdecimal() else 0
    more = str(start + PAGE) if len(shown) > start + PAGE else ""
    shown = shown[start : start + PAGE]
    files = view.rows_of([uuid.UUID(one.file) for one in shown])
    table = Table(
        name="hits",
        title="Hits that nobody has judged",
        columns=COLUMNS,
        rows=tuple(row(one, files[uuid.UUID(one.file)]) for one in shown),
        filters=(Filter("list", "List", wanted, tuple((one, one) for one in names)),),
        next=more,
        empty="No hit is waiting for a decision, that you may see.",
        advice="Hits come from screening: every party in every role is looked up on the lists "
        "in force when it is named, and again when a list changes.",
        query=request.GET,
    )
    answer = export(request, table, words.moment(moment.now()))
    if answer is not None:
        return answer
    values = {"table": table, "first": table.rows[0].href if table.rows else ""}
    return page(request, "web/review.html", values, table.markings)


def row(one: OpenHit, file: FileRow) -> Row:
    """One hit as a row."""
    at = address(one)
    cells = {
        "party": Cell(one.asked, at),
        "role": Cell(words.spaced(one.role)),
        "name": Cell(str(one.hit["name"])),
        "list": Cell(str(one.hit["list"])),
        "record": Cell(str(one.hit["record"])),
        "score": Cell(str(one.hit.get("score", "")), look="number"),
        "effect": Cell(words.spaced(str(one.hit.get("effect", "")))),
        "file": Cell(file.title or file.kind, href(file.kind, one.file)),
        "marking": Cell(one.event.marking, look="marking"),
    }
    return Row(cells, at, "|".join(one.place), one.event.marking)


def address(one: OpenHit) -> str:
    """The address at which one hit is judged."""
    file, role, who, rule = one.place
    query = urlencode({"file": file, "role": role, "who": who, "rule": rule})
    return f"{reverse('hit')}?{query}"


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit with its values for the page, and the markings of all of it."""

    hit: OpenHit
    values: Context
    markings: tuple[str, ...]


def hit(request: HttpRequest) -> HttpResponse:
    """One hit: the two records side by side; after a decision, the next hit."""
    with view_of(users.reader(request)) as view:
        shown = looked_up(request, view)
    if request.method != "POST":
        return told(request, shown, None)
    result = decide(request, shown.hit)
    if isinstance(result, Refusal):
        return told(request, shown, result)
    messages.success(request, result)
    return HttpResponseRedirect(following(request, shown.hit))


def looked_up(request: HttpRequest, view: View) -> Shown:
    """The hit of the address with all that the page shows of it.

    Raises:
        Http404: there is no such hit that the user may see.
    """
    asked = [request.GET.get(name, "") for name in ("file", "role", "who", "rule")]
    stream, role, who, rule = asked
    found = reviewing.found(view, stream, (stream, role, who, rule)) if stream else None
    file = view.row(stream) if found else None
    if found is None or file is None:
        raise Http404("hit")
    party = reviewing.party_of(view, found)
    ours = names_of(party) if party else Names("", (found.asked,))
    record = reviewing.record_of(found)
    remembered = reviewing.judged(view, [rule])
    events = view.timeline(party.id) if party else ()
    values: Context = {
        "hit": found,
        "file": file,
        "party": party,
        "ours": ours,
        "record": record,
        "pairs": compare.pairs(ours, record) if record else (),
        "weak": bool(record) and compare.is_weak(record or {}, str(found.hit["name"])),
        "remembered": remembered,
        "decided": reviewing.decided(found, remembered),
    }
    markings = [one.marking for one in (*events, found.event, *view.timeline(stream)[:1])]
    return Shown(found, values, (*markings, *(one.marking for one in remembered)))


def told(request: HttpRequest, shown: Shown, refused: Refusal | None) -> HttpResponse:
    """The page of a hit, with what was written before."""
    values = {
        **shown.values,
        "refused": refused,
        "key": str(uuid.uuid4()),
        "says": request.POST.get("says", ""),
        "why": request.POST.get("why", ""),
        "scope": request.POST.get("scope", "party"),
    }
    response = page(request, "web/hit.html", values, shown.markings)
    response.status_code = refused.status if refused else HTTPStatus.OK
    return response


def decide(request: HttpRequest, one: OpenHit) -> str | Refusal:
    """What was recorded, in words, or why nothing was."""
    says, why = request.POST.get("says", ""), request.POST.get("why", "").strip()
    if problems := tuple(lacking(says, why)):
        return Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, problems)
    everywhere = request.POST.get("scope") != "file"
    asked = command(request, one, says, Decision(FINDINGS.get(says, ""), why, everywhere))
    done = sending.send(request, asked)
    if isinstance(done, Refusal):
        return done
    if says == "hold":
        return f"Held back: {one.asked}. The hit stays open; the reason is a note of the file."
    return f"Recorded: {one.asked} is {FINDINGS[says]} as {one.hit['name']}."


def lacking(says: str, why: str) -> Iterator[str]:
    """What a decision lacks, and what to do."""
    if says not in (*FINDINGS, "hold"):
        yield "Choose: the same, not the same, or hold it back."
    if not why:
        yield "Say why: what in the two records decides it, or what is missing."


def command(request: HttpRequest, one: OpenHit, says: str, said: Decision) -> Command:
    """What a decision asks the desk to do."""
    sent = request.POST.get("key", "")
    key = sent if is_uuid(sent) else str(uuid.uuid4())
    if says != "hold":
        return reviewing.decision(one, said, key)
    event = one.event
    text = f"Held back: {one.asked}, {one.rule}. {said.why}"
    return Command(
        kind=event.kind,
        type="note",
        stream=one.file,
        body={"text": text},
        marking=event.marking,
        addressees=event.addressees,
        key=key,
    )


def following(request: HttpRequest, one: OpenHit) -> str:
    """The address of the hit after this one; the list when it was the last."""
    with view_of(users.reader(request)) as view:
        rest = reviewing.open_hits(view)
    return next_of(rest, one)


def next_of(rest: Sequence[OpenHit], one: OpenHit) -> str:
    """The hit after this one among those that are open, from the beginning if need be."""
    places = [each.place for each in rest]
    if one.place in places:  # held back: it is still there
        at = places.index(one.place)
        others = [*rest[at + 1 :], *rest[:at]]
    else:
        others = list(rest)
    return address(others[0]) if others else reverse("review")
