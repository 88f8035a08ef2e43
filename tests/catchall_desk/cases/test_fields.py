"""Bodies of events: what is right is taken, what is wrong is told with place and remedy."""

import uuid

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catchall_desk.cases import sample_bodies as right

from catchall_desk.cases import events, fields, fold
from catchall_desk.cases.field_table import table
from catchall_desk.errors import InvalidBodyError

A, B = str(uuid.UUID(int=1)), str(uuid.UUID(int=2))
DEMARCHE = {
    "kind": "demarche",
    "from": {"government": "USA"},
    "to": {"government": "DEU"},
    "points": [{"number": "1", "text": "Please stop it."}],
}
FEW = settings(max_examples=10)


def problems(kind, event, body, **more):
    with pytest.raises(InvalidBodyError) as caught:
        fields.check(kind, event, body, **more)
    return {place: problem for place, problem, _ in caught.value.problems}


def draft(**changed):
    return problems("request", "draft", {"set": {**DEMARCHE, **changed}}, opening=True)


@pytest.mark.parametrize("kind", events.KINDS)
@FEW
@given(data=st.data())
def test_a_right_opening_is_taken_and_stays_as_it_is(kind, data):
    first, bodies = right.opening(kind)
    cleaned = fields.check(kind, first, data.draw(bodies), opening=True)
    assert fields.check(kind, first, cleaned, opening=True) == cleaned
    events.canonical(cleaned).decode()


@pytest.mark.parametrize("kind", events.KINDS)
def test_an_empty_opening_misses_every_field_that_must_be_there(kind):
    first, _ = right.opening(kind)
    must = {f"set.{n}" for n, one in table().kinds[kind].fields.items() if one.must}
    found = problems(kind, first, {}, opening=True)
    assert found == dict.fromkeys(must, "is missing")


@pytest.mark.parametrize("event", sorted(set(fold.PLAIN) - {"amend", "begin", "claim"}))
@FEW
@given(data=st.data())
def test_a_right_plain_event_is_taken(event, data):
    body = data.draw(right.record(table().plain[event]))
    points = [{"number": one["point"]} for one in body.get("answers", ())]
    held = {"points": points, "lines": [{"line": body.get("line")}]}
    fields.check("certificate", event, body, held=held)


@pytest.mark.parametrize("kind", events.KINDS)
@FEW
@given(data=st.data())
def test_a_right_claim_is_taken(kind, data):
    body = data.draw(right.claim(kind))
    assert fields.check(kind, "claim", body)["property"] == body["property"]


@given(
    st.sampled_from(
        [(kind, name) for kind in events.KINDS for name in table().kinds[kind].fields]
    ),
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=3),
        lambda inner: (
            st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2)
        ),
    ),
)
def test_whatever_comes_in_is_taken_or_told_never_a_crash(field, junk):
    kind, name = field
    assert_told(kind, {"set": {name: junk}})
    assert_told(kind, {"set": {name: [junk]}})
    assert_told(kind, junk)


def assert_told(kind, body):
    try:
        events.canonical(fields.check(kind, "amend", body))
    except InvalidBodyError as error:
        told = error.problems
    else:
        told = (("it", "was", "taken"),)
    assert told
    assert all(all(problem) for problem in told)


def test_every_problem_of_a_body_is_told_at_once():
    found = draft(due="2026-02-30", about="Germany", colour="red", channel="pigeon")
    assert set(found) == {"set.due", "set.about", "set.colour", "set.channel"}


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("due", "20261128"),
        ("due", 20261128),
        ("about", "DEU"),
        ("about", "QQ"),
        ("summary", " \t "),
        ("summary", "a\nb"),
        ("summary", "a\x00b"),
        ("summary", "a\ud800"),
        ("summary", "x" * 501),
        ("summary", None),
        ("checked_on", ["2026-01-01"]),
        ("check_possible", "yes"),
        ("check_possible", 1),
        ("case", "case 7"),
        ("offices", "one"),
        ("offices", ["x"] * 1001),
        ("from", {}),
        ("from", {"government": "DE"}),
        ("to", "DEU"),
        ("points", []),
    ],
)
def test_a_value_that_is_not_what_the_field_holds_is_refused(name, bad):
    assert [place.split(".")[1].split("[")[0] for place in draft(**{name: bad})] == [name]


@pytest.mark.parametrize(
    "amount", [1.5, 1, "-1", "1,5", "01", "1e3", "NaN", "\u0661", "1.", ""]
)
def test_an_amount_is_decimal_text_that_is_not_negative(amount):
    body = {"set": {"amount": {"amount": amount, "currency": "EUR"}}}
    assert "set.amount.amount" in problems("measure", "amend", body)


def test_an_amount_stays_as_written():
    body = {"set": {"amount": {"amount": "1.50", "currency": "EUR"}}}
    assert fields.check("measure", "amend", body) == body


def test_a_score_may_be_negative():
    score = {"index": "An index", "score": "-42"}
    body = {"property": "score", "value": score, "source": {"text": "its table"}}
    assert fields.check("country", "claim", body)["value"] == score


def test_a_point_has_its_number_once():
    found = draft(points=[{"number": "1", "text": "a"}, {"number": "1", "text": "b"}])
    assert found == {"set.points[2].number": "1 stands twice"}


def test_a_portion_mark_that_cannot_be_read_is_refused():
    found = draft(points=[{"number": "1", "text": "a", "marking": "(PURPLE)"}])
    assert set(found) == {"set.points[1].marking"}


def test_a_span_of_days_may_not_end_before_it_begins():
    span = {"from": "2026-02-01", "to": "2026-01-31"}
    body = {"property": "phone", "value": "1", "source": {"text": "x"}, **span}
    assert problems("party", "claim", body) == {"to": "lies before from"}


def test_an_answer_must_be_to_a_point_of_the_file():
    body = {"by": "DEU", "answers": [{"point": "2", "says": "denies"}]}
    assert set(problems("request", "respond", body, held=DEMARCHE)) == {"answers[1].point"}
    assert set(problems("request", "respond", body)) == {"answers[1].point"}


def test_a_draw_must_be_from_a_line_of_the_file():
    body = {"line": "9", "quantity": {"amount": "1", "unit": "kg"}, "transaction": A}
    assert set(problems("licence", "draw", body, held={"lines": [{"line": "1"}]})) == {"line"}


def test_a_claim_is_of_a_property_its_thing_can_have():
    body = {"property": "score", "value": {"text": "x"}, "source": {"text": "x"}}
    assert set(problems("party", "claim", body)) == {"property"}


def test_null_empties_a_field_later_but_never_at_the_opening():
    assert fields.check("case", "amend", {"set": {"summary": None}}) == {
        "set": {"summary": None}
    }
    assert "set.title" in problems("case", "amend", {"set": {"title": None}})
    assert "set.summary" in draft(summary=None)


def test_what_an_event_needs_may_stand_in_the_file_or_come_with_it():
    assert set(problems("case", "resolve", {})) == {"set.outcome"}
    assert fields.check("case", "resolve", {}, held={"outcome": "stopped"}) == {"set": {}}
    assert fields.check("case", "resolve", {"set": {"outcome": "seized"}})
    emptied = {"set": {"outcome": None}}
    assert problems("case", "resolve", emptied, held={"outcome": "seized"})


def test_an_amendment_must_change_something():
    assert set(problems("case", "amend", {})) == {"set"}


def test_an_event_of_the_machine_wins_over_a_plain_one_of_the_same_name():
    case = {"set": {"linked_to": A}}
    assert fields.check("lead", "link", case) == case
    assert "type" in problems("party", "link", case)


@pytest.mark.parametrize(
    ("kind", "event", "opening", "place"),
    [
        ("ship", "note", False, "kind"),
        ("case", "begin", False, "type"),
        ("case", "send", False, "type"),
        ("case", "take", True, "type"),
        ("party", "open", True, "type"),
    ],
)
def test_an_event_that_there_is_not_is_refused(kind, event, opening, place):
    assert set(problems(kind, event, {}, opening=opening)) == {place}


def test_no_body_makes_an_answer_without_end():
    body = {"set": {f"field {n}": 1 for n in range(5000)}}
    with pytest.raises(InvalidBodyError) as caught:
        fields.check("case", "amend", body)
    assert len(caught.value.problems) == fields.SHOWN


def test_references_name_roles_lines_and_fields():
    values = {
        "roles": [{"role": "buyer", "party": A}],
        "lines": [{"line": "2", "item": B}, {"line": "3"}],
        "legs": [{"carrier": A, "vessel": B}],
        "case": None,
        "licence": B,
    }
    assert set(fields.references("transaction", values)) == {
        ("role:buyer", A),
        ("item:2", B),
        ("field:legs", A),
        ("field:legs", B),
        ("field:licence", B),
    }


def test_targets_stand_in_the_fields_and_beside_them_with_their_kinds():
    quantity = {"amount": "1", "unit": "kg"}
    body = {"line": "1", "quantity": quantity, "transaction": A}
    told = fields.targets("licence", "draw", body)
    assert told == (fields.Target("field:transaction", A, ("transaction",)),)
    claim = {"property": "phone", "value": "1", "source": {"document": B}}
    assert [one.kinds for one in fields.targets("party", "claim", claim)] == [("document",)]
    moved = fields.targets("lead", "link", {"set": {"linked_to": A}})
    assert [(one.stream, one.kinds) for one in moved] == [(A, ("case", "transaction"))]


def test_a_title_is_the_first_line_of_what_is_there():
    assert fields.title("lead", {"text": "First.\nSecond."}) == "First."
    assert fields.title("licence", {}) == "licence"
