"""The life of each file of the desk: the shipped table, and tables that are wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall_desk.cases import machines as m
from catchall_desk.errors import MachineTableError

TABLE = m.machines()
SMALL = """
lead:
  start: received
  opens: receive
  opened_by: [officer]
  ends: [linked]
  events:
    link:
      from: [received]
      to: linked
      by: [officer]
"""


def boss(event, *met):
    return m.Attempt(event, "supervisor", frozenset(met))


def test_the_table_has_the_eleven_files():
    wanted = (
        "lead transaction case request application licence denial "
        "certificate measure paper determination"
    )
    assert set(TABLE) == set(wanted.split())


@given(st.sampled_from(sorted(TABLE)), st.data())
def test_every_path_keeps_to_the_table(name, data):
    machine, state = TABLE[name], None
    events = sorted({machine.opening.event, *machine.transitions})
    for event in data.draw(st.lists(st.sampled_from(events), max_size=30)):
        attempt = m.Attempt(
            event,
            data.draw(st.sampled_from(sorted(m.ROLES))),
            data.draw(st.frozensets(st.sampled_from(sorted(m.GUARDS)))),
        )
        after = m.apply(machine, state, attempt)
        step = machine.opening if state is None else machine.transitions.get(event)
        lawful = (
            step is not None
            and step.event == event
            and (state is None or state in step.sources)
            and attempt.role in step.roles
            and set(step.guards) <= attempt.met
        )
        assert (after == step.target) if lawful else isinstance(after, m.Refusal)
        state = after if lawful else state


def test_approval_without_any_guard_is_refused_and_names_all_five():
    refused = m.apply(TABLE["application"], "review", boss("approve"))
    assert len(refused.guards) == 5
    assert "every party in every role is screened" in refused.reason


def test_approval_with_one_guard_unmet_is_refused():
    guards = TABLE["application"].transitions["approve"].guards
    for left in guards:
        met = set(guards) - {left}
        assert m.apply(TABLE["application"], "review", boss("approve", *met)).guards == (left,)


def test_a_request_closes_from_partly_answered():
    assert m.apply(TABLE["request"], "partly_answered", boss("close")) == "closed"


def test_a_denial_begins_when_it_is_decided():
    assert m.apply(TABLE["denial"], None, boss("decide")) == "decided"
    assert "begins with decide" in m.apply(TABLE["denial"], None, boss("notify")).reason


def test_a_determination_is_made_and_may_be_told_orally_then_in_writing():
    state = m.apply(TABLE["determination"], None, boss("make"))
    for event in ("oral_notice", "written_notice"):
        state = m.apply(TABLE["determination"], state, boss(event))
    assert state == "made"


def test_an_application_climbs_each_level_only_after_a_decision():
    machine, state = TABLE["application"], "escalated"
    for event in ("acep_request", "earb_appeal", "escalate_to_president"):
        assert m.apply(machine, state, boss(event)).guards == ("level_has_decided",)
        state = m.apply(machine, state, boss(event, "level_has_decided"))
    assert state == "at_president"


@pytest.mark.parametrize(("name", "state", "event", "after"), [
    ("application", "final_denial", "appeal", "appealed"),
    ("transaction", "verified", "divert", "diverted"),
    ("transaction", "diverted", "divert", "diverted"),
    ("transaction", "verified", "reexport", "delivered"),
    ("licence", "issued", "limit", "issued"),
    ("certificate", "relied_on", "copy", "relied_on"),
])  # fmt: skip
def test_what_a_clock_or_a_duty_waits_for_can_happen(name, state, event, after):
    assert m.apply(TABLE[name], state, boss(event)) == after


@pytest.mark.parametrize(("state", "event", "said"), [
    ("asleep", "triage", "not one of its states"),
    ("received", "dance", "not one of its events"),
    ("linked", "triage", "only from received"),
])  # fmt: skip
def test_a_refusal_says_what_is_wrong(state, event, said):
    assert said in m.apply(TABLE["lead"], state, boss(event)).reason


def test_an_auditor_moves_no_file():
    for machine in TABLE.values():
        assert all("auditor" not in step.roles for step in machine.transitions.values())


@pytest.mark.parametrize(("old", "new", "said"), [
    ("start: received", "start: asleep", "unreachable: linked, received"),
    ("to: linked", "to: parked", "unreachable: linked"),
    ("ends: [linked]", "ends: [received]", "dead end: linked"),
    (" by: [officer]\n", " by: [cook]\n", "lead.link.by: cook is not one of"),
    ("      to:", "      too: x\n      to:", "too is not known"),
    ("  opens: receive\n", "", "opens is missing"),
    ("to: linked", "to: no", "False is not a name"),
    ("from: [received]", "from: []", "at least one name"),
    ("      to: linked", "      to: linked\n      to: linked", "to stands twice"),
    ("      to: linked", "      to: linked\n      needs: [luck]", "luck is not one of"),
    ("[officer]\n  ends", "[officer\n  ends", "not YAML"),
])  # fmt: skip
def test_a_broken_table_is_refused_with_its_place(old, new, said):
    with pytest.raises(MachineTableError, match=said.replace("[", r"\[")):
        m.read_machines(SMALL.replace(old, new, 1))


@pytest.mark.parametrize("text", ["", "[]", "lead: 1", SMALL.split("    link", maxsplit=1)[0]])
def test_a_table_of_another_shape_is_refused(text):
    with pytest.raises(MachineTableError):
        m.read_machines(text)


def test_a_diagram_has_a_line_for_each_step():
    lines = m.diagram(TABLE["case"]).splitlines()
    assert "  closed --> active: reopen" in lines
    steps = sum(len(step.sources) for step in TABLE["case"].transitions.values())
    assert len(lines) == 2 + steps + len(TABLE["case"].ends)
