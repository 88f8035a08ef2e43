"""A screened shipment as a transaction of the desk. In: a filled form; out: what was recorded.

Parties are begun first, or taken from the desk where the user said which one is meant; then the
transaction names them. All of it is recorded, or none.
"""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.http import HttpRequest

from catchall.text.countries import country_code
from catchall_desk.accounts import access
from catchall_desk.cases.commands import Command
from catchall_desk.errors import NotFoundError
from catchall_desk.jobs import hooks, moment
from catchall_desk.store import desk
from catchall_desk.store.desk import Done
from catchall_desk.store.view import is_uuid
from catchall_desk.web.sending import REFUSALS, Refusal, refusal
from catchall_desk.web.shipment_form import Filled, PartyIn

SOURCE = {"text": "typed into the form of a shipment"}
SCHEMAS = {"vessel": "vessel"}
Body = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sender:
    """Who records, when, under which marking; ``key`` makes each command of the form one."""

    request: HttpRequest
    at: desk.Moment
    key: str
    marking: str

    def run(self, part: str, asked: tuple[str, str, str | None, Body]) -> Done:
        """Runs one command (kind, event, stream, body) and tells webhooks."""
        kind, event, stream, body = asked
        command = Command(
            kind,
            event,
            stream,
            body,
            self.marking,
            key=str(uuid.uuid5(uuid.UUID(self.key), part)),
        )
        done = desk.run(command, access.reader(self.request), self.at)
        if not done.again:
            hooks.tell(done.events, self.at.now)
        return done


def sender(request: HttpRequest) -> Sender:
    """Who sends this form."""
    key = request.POST.get("key", "")
    marking = request.POST.get("marking", "").strip()
    return Sender(request, moment.moment(), key if is_uuid(key) else str(uuid.uuid4()), marking)


def record(request: HttpRequest, form: Filled) -> Done | Refusal:
    """The transaction that was recorded, or why nothing was."""
    by = sender(request)
    try:
        with desk.together():
            roles = [
                {"role": one.role, "party": party(by, one, request.POST.get(f"same{one.at}"))}
                for one in distinct(form)
            ]
            body = {"set": transaction(form, roles)}
            return by.run("transaction", ("transaction", "report", None, body))
    except NotFoundError:
        gone = "A party that was chosen is not there; choose another or record a new one."
        return refusal_of(gone)
    except tuple(REFUSALS) as error:
        return refusal(error)


def refusal_of(text: str) -> Refusal:
    """A refusal in one sentence."""
    return Refusal(REFUSALS[next(iter(REFUSALS))], (text,))


def distinct(form: Filled) -> Iterator[PartyIn]:
    """The parties with a name; who stands twice in one role is one."""
    seen: set[tuple[str, str, str]] = set()
    for one in form.named:
        key = (one.role, one.name.casefold(), one.country)
        if one.name and key not in seen:
            seen.add(key)
            yield one


def party(by: Sender, one: PartyIn, same: str | None) -> str:
    """The stream of a party: the one that its user chose, else a new one with its claims."""
    if same:
        return same
    schema = SCHEMAS.get(one.role, "unknown")
    begun = {"set": {"name": one.name, "schema": schema}}
    # who stands in two roles of the form is one party: same key, so the same stream
    part = f"party {one.name.casefold()} {one.country} {one.address} {one.id}"
    done = by.run(part, ("party", "begin", None, begun))
    for prop, value in claims(one):
        body = {"property": prop, "value": value, "source": SOURCE}
        by.run(f"{part} {prop}", ("party", "claim", done.stream, body))
    return done.stream


def claims(one: PartyIn) -> Iterator[tuple[str, Any]]:
    """What the form says of a party besides its name."""
    yield "name", {"name": one.name, "kind": "primary"}
    code = country_code(one.country)
    if code:
        yield "country", code
    if one.address:
        yield "address", {"text": one.address, **({"country": code} if code else {})}
    if one.id:
        kind, _, value = one.id.partition(":")
        told = (kind.strip(), value.strip()) if value.strip() else ("number", one.id)
        yield "identifier", {"kind": told[0], "value": told[1]}


def transaction(form: Filled, roles: list[Body]) -> Body:
    """The fields of the transaction; what was not typed is not there."""
    said = form.texts
    fields: Body = {
        "summary": summary(form),
        "roles": roles,
        "lines": [line(said)],
        "legs": legs(said),
        "origin": country_code(said["origin_country"]),
        "destination": country_code(said["destination_country"]),
        "stated_end_use": said["stated_end_use"],
        "knowledge": said["exporter_knowledge"],
        "exported": said["date"],
    }
    return {name: value for name, value in fields.items() if value}


def summary(form: Filled) -> str:
    """One line that a list shows: the goods and where they go."""
    goods = " ".join(form.texts["description"].split())[:120] or "Goods not told"
    to = form.texts["destination_country"]
    return f"{goods} to {to}" if to else goods


def line(said: Mapping[str, str]) -> Body:
    """The line of goods."""
    found: Body = {"line": "1", "description": said["description"], "hs_code": said["hs_code"]}
    if said["quantity"]:
        unit = said["quantity_unit"] or "pieces"
        found["quantity"] = {"amount": said["quantity"], "unit": unit}
    if said["value"] and said["currency"]:
        found["value"] = {"amount": said["value"], "currency": said["currency"].upper()}
    return {name: value for name, value in found.items() if value}


def legs(said: Mapping[str, str]) -> list[Body]:
    """The way of the goods: from each place of the form to the next."""
    ways = [one.strip() for one in said["transit_ports"].split(";")]
    places = [one for one in (said["loading_port"], *ways, said["discharge_port"]) if one]
    mode = {"mode": "sea"} if said["vessel_imo"] else {}
    return [{"from_place": start, "to_place": end, **mode} for start, end in pairwise(places)]
