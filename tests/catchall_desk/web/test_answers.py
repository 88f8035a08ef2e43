"""The answer of a sealed record, for a page."""

from tests.desk_engine import in_force

from catchall_desk.jobs import single
from catchall_desk.web.answers import answer, tone


def told(tmp_path_factory, **row):
    header, (record,) = single.screen([{"id": "s", **row}], in_force(tmp_path_factory))
    return answer(record, header), record


def test_who_was_screened_stands_with_what_he_gave(tmp_path_factory):
    made, _ = told(
        tmp_path_factory, exporter="Alder Ceramics GmbH", consignee="Norvane Hydraulics"
    )
    hits = {one["party"]: len(one["hits"]) for one in made.parties}
    assert hits == {"Alder Ceramics GmbH": 0, "Norvane Hydraulics": 1}


def test_the_proof_names_record_lists_and_law(tmp_path_factory):
    made, record = told(tmp_path_factory, description="pumps")
    assert made.proof["record"] == record.seal
    assert made.proof["lists"][0]["name"] == "exercise"
    assert made.proof["lawbook"]


def test_the_strictest_reason_stands_first(tmp_path_factory):
    made, _ = told(tmp_path_factory, consignee="Norvane Hydraulics", destination_country="KP")
    assert made.reasons[0]["outcome"] == made.outcome


def test_what_is_not_decided_never_looks_clear():
    assert tone({"outcome": "clear", "incomplete": True}) == "soon"
    assert tone({"outcome": "clear", "incomplete": False}) == "good"
    assert tone({"outcome": "stop", "incomplete": True}) == "late"
