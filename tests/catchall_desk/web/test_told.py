"""Values in words."""

from types import SimpleNamespace

from catchall_desk.web import told

PARTY = "0b8f4a3e-2f0e-4a53-9a5b-0e6f3c1d2a4b"
NAMES = {PARTY: SimpleNamespace(title="Holm Feinwerk", kind="party")}


def texts(value):
    return [" ".join(part.text for part in line) for line in told.lines(value, NAMES)]


def test_what_is_named_by_its_id_leads_there_by_its_title():
    value = [{"role": "end_user", "party": PARTY}]
    assert texts(value) == ["role: end_user party: Holm Feinwerk"]
    assert told.lines(value, NAMES)[0][-1].href == f"/files/party/{PARTY}/"


def test_what_may_not_be_seen_stays_an_id():
    assert told.part(PARTY, {}).text == PARTY
    assert told.part(PARTY, {}).href == ""


def test_a_list_has_a_line_for_each_entry():
    assert texts(["DEU", "FRA"]) == ["DEU", "FRA"]
    assert texts([True]) == ["yes"]


def test_every_id_inside_a_value_is_found():
    assert list(told.ids_in({"a": [PARTY, "x"], "b": {"c": PARTY}})) == [PARTY, PARTY]
