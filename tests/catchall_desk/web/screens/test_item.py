"""An item beside the limits of the lists."""

from tests.desk_builders import CLOSE, OFFICER, OPEN, at

from catchall_desk.cases.commands import Command
from catchall_desk.store.desk import run

BEGUN = {"set": {"name": "ball bearings", "schema": "goods"}}


def made(marking=OPEN):
    return run(Command("item", "begin", body=BEGUN, marking=marking), OFFICER, at()).stream


def test_a_parameter_stands_beside_its_limit(ana):
    stream = made()
    value = {"name": "ring_material", "value": "monel"}
    body = {"property": "parameter", "value": value, "source": {"text": "data sheet"}}
    run(Command("item", "claim", stream, body, OPEN), OFFICER, at(1))
    page = ana.get(f"/items/{stream}/").content.decode()
    assert '<td class="meets">meets</td>' in page
    assert '<td class="missing">missing</td>' in page
    assert "data sheet" in page


def test_an_item_of_which_nothing_is_known_teaches(ana):
    page = ana.get(f"/items/{made()}/").content.decode()
    assert "No parameter is recorded." in page
    assert "Nobody has classified it." in page


def test_a_second_person_is_asked_for(ana):
    stream = made()
    body = {"item": stream, "entries": ["2A001.a"], "reasons": "rings of monel"}
    run(Command("item", "classified", stream, body, OPEN), OFFICER, at(1))
    page = ana.get(f"/items/{stream}/").content.decode()
    assert "ana alone says 2A001.a." in page


def test_what_may_not_be_seen_is_not_there(pia):
    assert pia.get(f"/items/{made(CLOSE)}/").status_code == 404
