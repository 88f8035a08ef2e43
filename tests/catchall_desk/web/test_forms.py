"""Forms from the table of fields, and back."""

import pytest

from catchall_desk.cases import fields
from catchall_desk.cases.events import FILES, KINDS
from catchall_desk.cases.machines import machines
from catchall_desk.errors import InvalidBodyError
from catchall_desk.web import forms


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_opened_by_a_form(kind):
    first = machines()[kind].opening.event if kind in FILES else "begin"
    found = forms.inputs(kind, first, opening=True)
    assert [one for one in found if one.must] or kind == "request"
    assert {one.look for one in found} <= {"text", "long", "word", "day", "yaml"}


def test_texts_become_the_body_that_the_kernel_takes():
    found = forms.inputs("transaction", "report", opening=True)
    party = "0b8f4a3e-2f0e-4a53-9a5b-0e6f3c1d2a4b"
    sent = {
        "set.summary": " Two pumps ",
        "set.roles": f"- {{role: consignee, party: {party}}}",
        "set.lines": "- {line: '1', quantity: {amount: 2, unit: pieces}}",
    }
    body = forms.body(found, sent)
    cleaned = fields.check("transaction", "report", body, opening=True)
    assert cleaned["set"]["roles"] == [{"role": "consignee", "party": party}]
    assert cleaned["set"]["lines"][0]["quantity"] == {"amount": "2", "unit": "pieces"}


def test_an_amendment_begins_with_what_is_held_and_sends_what_changed():
    held = {"title": "Pumps", "about": "AE", "raised_by": ["DEU"]}
    found = forms.inputs("case", "amend", held)
    sent = {one.name: one.value for one in found} | {"set.about": "", "set.title": "Valves"}
    assert forms.body(found, sent)["set"] == {"about": None, "title": "Valves"}


def test_an_address_of_the_desk_stands_for_its_id():
    found = forms.inputs("licence", "note")
    one = "0b8f4a3e-2f0e-4a53-9a5b-0e6f3c1d2a4b"
    text = f"https://desk.example/files/document/{one}/?by=happened"
    assert forms.body(found, {"text": "x", "documents": text})["documents"] == [one]


def test_numbers_and_flags_are_read_as_such():
    found = forms.inputs("document", "begin", opening=True)
    assert forms.body(found, {"set.size": "12"})["set"] == {"size": 12}


def test_what_is_no_yaml_is_told():
    found = forms.inputs("transaction", "report", opening=True)
    with pytest.raises(InvalidBodyError, match=r"set\.roles: cannot be read"):
        forms.body(found, {"set.roles": "- {role"})
