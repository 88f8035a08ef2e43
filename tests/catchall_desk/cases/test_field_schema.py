"""The schemas of the API accept what the desk accepts, and little else."""

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catchall_desk.cases import sample_bodies as right

from catchall_desk.cases import events, fields, fold
from catchall_desk.cases.field_schema import schema
from catchall_desk.cases.field_table import table
from catchall_desk.cases.machines import machines

FEW = settings(max_examples=10)


def accepts(kind, event, body, **more):
    return jsonschema_rs.Draft202012Validator(schema(kind, event, **more)).is_valid(body)


@pytest.mark.parametrize("kind", events.KINDS)
@FEW
@given(data=st.data())
def test_a_right_opening_is_accepted_and_an_empty_one_is_not(kind, data):
    first, bodies = right.opening(kind)
    assert accepts(kind, first, data.draw(bodies), opening=True)
    assert not accepts(kind, first, {"set": {}}, opening=True)


@pytest.mark.parametrize("event", sorted(set(fold.PLAIN) - {"amend", "begin", "claim"}))
@FEW
@given(data=st.data())
def test_a_right_plain_event_is_accepted(event, data):
    body = data.draw(right.record(table().plain[event]))
    assert accepts("certificate", event, body)
    assert not accepts("certificate", event, {**body, "unheard_of": 1})


@pytest.mark.parametrize("kind", events.KINDS)
@FEW
@given(data=st.data())
def test_a_right_claim_is_accepted_and_one_of_no_property_is_not(kind, data):
    body = data.draw(right.claim(kind))
    assert accepts(kind, "claim", body)
    assert not accepts(kind, "claim", {**body, "property": "unheard of"})


@pytest.mark.parametrize("kind", events.KINDS)
@FEW
@given(data=st.data())
def test_a_right_amendment_is_accepted_and_so_is_an_emptied_field(kind, data):
    values = data.draw(right.some(kind))
    assert accepts(kind, "amend", {"set": fields.check(kind, "amend", {"set": values})["set"]})


@pytest.mark.parametrize("kind", sorted(machines()))
def test_every_event_of_a_machine_has_a_schema(kind):
    for event in machines()[kind].transitions:
        assert accepts(kind, event, {"set": {"numbers": None}, "why": "so"})
        assert not accepts(kind, event, {"set": {"unheard_of": 1}})


def test_the_label_and_meaning_of_a_field_stand_in_the_schema():
    title = schema("case", "open", opening=True)["properties"]["set"]["properties"]["title"]
    assert (title["title"], title["description"]) == ("Title", "One line that a list shows")
