"""A transaction with a party and a hit on it, as the desk itself records it; all invented."""

from tests.desk_builders import OFFICER, OPEN, at, opening

from catchall_desk.cases.commands import Draft
from catchall_desk.jobs.work import DESK
from catchall_desk.store.desk import record, run
from catchall_desk.store.labels import kernel

HIT = {
    "list": "harbour",
    "list_date": "2026-03-01",
    "record": "R-7",
    "name": "Holm Fine Works",
    "basis": "name",
    "effect": "licence_required",
    "match": True,
    "confirmed": False,
    "why": "name like an alias.",
    "score": "0.9100",
    "asked": "Holm Feinwerk",
}


def with_hit(marking: str = OPEN, hits=(HIT,), *, minute: int = 2, about=None):
    """The ids of a transaction and of its consignee, who has these hits."""
    file, party = about or opened()
    row = {"role": "consignee", "party": party, "names": ["Holm Feinwerk"], "hits": list(hits)}
    lists = [{"list": "harbour", "version": "v1", "records": 3}]
    outcome = "hits" if hits else "clear"
    body = {"parties": [row], "not_screened": [], "outcome": outcome, "lists": lists}
    with kernel():
        draft = Draft(file, "transaction", "screened", at().now, marking, body)
        record([draft], DESK, at(minute))
    return file, party


def opened():
    """A transaction and its consignee, not screened."""
    party = run(opening("party"), OFFICER, at()).stream
    roles = [{"role": "consignee", "party": party}]
    return run(opening("transaction", roles=roles), OFFICER, at(1)).stream, party
