"""Was a denial consulted on? In: a file, a denial; out: what is still open, or nothing.

What the consultation found must be recorded by a ``consulted`` event that names the denial; the
request behind it must bear that out.
"""

from datetime import datetime

from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File, moved, standing
from catchall_desk.cases.ports import World
from catchall_desk.cases.steps import listed, since, there, valued

OVER = frozenset({"closed", "answered", "lapsed"})
SILENCE = frozenset({"not_identical", "no_objection"})
"""What silence may mean for it to open the way (CASEWORK 3.2, DN3 and DN5)."""
BY_LAW = frozenset({"consultation.eu", "consultation.eu14"})
"""Consultations in which silence has this meaning by law, unless the request says other."""
CONSULT = "consult the government that denied it"


def pending(file: File, denial: File, world: World) -> str:
    """What of the consultation on a denial is still to be done; "" when it is over.

    A denial found identical may still be granted against, once the consultation is closed and
    the file says ``despite_denial`` (EU 2021/821 Art. 16; CASEWORK 3.2, DN4).
    """
    found = [one for one in standing(file, "consulted") if one.body.get("denial") == denial.id]
    if not found:
        return CONSULT
    if found[-1].recorded_at < changed(file, denial):
        return "parties or goods changed after the consultation; consult again"
    return settled(found[-1], file, denial, world)


def settled(event: Event, file: File, denial: File, world: World) -> str:
    """What the request behind a recorded consultation leaves open."""
    request = there(world, event.body.get("request"))
    if request is None or not is_about(request, file, denial):
        return "the consultation recorded is not about this denial and file; consult"
    if request.state not in OVER:
        return f"the consultation is {request.state}; wait for its answer"
    return outcome(event, request, file)


def changed(file: File, denial: File) -> datetime:
    """When parties or goods of either last became others."""
    look = valued("roles", "lines", "transaction")
    return max(since(file, look), since(denial, look))


def is_about(request: File, file: File, denial: File) -> bool:
    """Is it a consultation with the government that denied, about this denial and file?"""
    values = request.fields
    named = {values.get("denial"), values.get("application"), *listed(values, "subjects")}
    asked = (values.get("to") or {}).get("government")
    ours = denial.fields.get("whose") == "ours"
    return (
        request.kind == "request"
        and str(values.get("kind", "")).startswith("consultation.")
        and {denial.id, file.id} <= named
        and (ours or asked == denial.fields.get("denied_by"))
        and moved(request, "send") is not None
    )


def outcome(event: Event, request: File, file: File) -> str:
    """What the outcome leaves open: it must be what the request itself shows."""
    says = event.body.get("outcome")
    if says in ("silent", "not_identical"):
        return silent(request) if says == "silent" else not_identical(request)
    if says != "identical":
        return "the consultation found nothing that settles it; ask again"
    if request.state == "closed" and file.fields.get("despite_denial") is True:
        return ""
    return "found identical: deny it, or close the consultation and say despite_denial"


def not_identical(request: File) -> str:
    """Whether the request bears out that somebody said so."""
    shown = request.fields.get("identical")
    if moved(request, "answer", "part_answer") is None:
        return "recorded as not identical, but nobody has answered; wait for the answer"
    told = f"recorded as not identical, but the request says {shown}; correct one of them"
    return "" if shown in (None, "not_identical") else told


def silent(request: File) -> str:
    """Whether silence may be relied on: it means that, and its day has passed."""
    lapsed, values = moved(request, "lapse"), request.fields
    if lapsed is None or moved(request, "answer", "part_answer") is not None:
        return "recorded as silent, but the request has not lapsed unanswered; wait"
    meant = values.get("silence_means")
    if not (meant in SILENCE or (meant is None and values.get("kind") in BY_LAW)):
        return "silence does not mean consent in this consultation; ask again"
    if not values.get("due") or lapsed.happened_at.date().isoformat() <= values["due"]:
        return "it lapsed before its day, or has none; wait until the day has passed"
    return ""
