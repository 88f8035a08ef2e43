"""Two records, field by field."""

from catchall_desk.cases.naming import Names
from catchall_desk.web.compare import is_weak, pairs

RECORD = {
    "schema": "Vessel",
    "names": [{"text": "Nordic Tern", "kind": "alias", "quality": "weak"}],
    "addresses": [],
    "countries": ["MT"],
    "identifiers": [
        {"kind": "imo", "value": "1234567"},
        {"kind": "phone", "value": "1"},
    ],
}


def test_each_field_says_whether_both_agree():
    ours = Names(
        "p", ("NORDIC TERN",), "company", ("Malta",), identifiers=(("imo", "7654321"),)
    )
    says = {one.label: one.says for one in pairs(ours, RECORD)}
    assert says["Names"] == says["Countries"] == "same"
    assert says["Kind"] == says["Numbers"] == "different"
    assert says["Addresses"] == says["Reached by"] == says["Dates"] == "not known"


def test_a_name_is_weak_where_the_list_says_so():
    assert is_weak(RECORD, "Nordic Tern")
    assert not is_weak(RECORD, "Another")
