"""A firm that comes back under another name after a measure is found, with the reason."""

import pytest
from tests.catchall_desk.jobs import sample

from catchall_desk.cases.naming import Names
from catchall_desk.jobs.recurrence import Measured, Measures, recurrences

FINED = Measured(
    Names(
        "old", ("Tamber Quill Freight LLC", "TQ Marine"), "company", ("MT",),
        ("14 Marble Road, Valletta",), ("desk@tamberquill.example",), ("+356 21 234567",),
        (("registration", "C-7701234"),), ("Osric Vandemole",),
    ),
    ("fine-1", "seizure-2"),
)  # fmt: skip
OTHER = Measured(sample.MAPLE, ("warning-3",))


def new(*names, **more):
    return Names("new", names or ("Blue Heron Logistics",), **more)


@pytest.mark.parametrize(
    ("party", "least", "why"),
    [
        (new("Tambre Quill Freight"), 0.8, "read as"),
        (new("Heron", "T.Q. Marine Ltd"), 0.8, "TQ Marine"),
        (new(identifiers=(("tax", "C 7701234"),)), 0.9, "same"),
        (new(phones=("00356 21 234567",)), 0.9, "phone"),
        (new(emails=("desk@tamberquill.example",)), 0.9, "e-mail"),
        (new(addresses=("Marble Rd 14, Valletta, Malta",)), 0.6, "address"),
        (new(people=("Osric Vandemole",)), 0.7, "a person behind it"),
        (Names("new", ("Osric Vandemole",), "person"), 0.7, "a person behind it"),
    ],
)
def test_what_it_shares_with_a_measured_party_is_told(party, least, why):
    (found,) = recurrences(party, [FINED, OTHER])
    assert (found.party, found.measures) == ("old", ("fine-1", "seizure-2"))
    assert float(found.score) >= least
    assert any(why in one for one in found.why)


def test_a_person_in_common_never_counts_more_than_a_lead():
    (found,) = recurrences(new(people=("Osric Vandemole",)), [FINED])
    assert found.score == "0.7000"


def test_all_reasons_are_told_the_surest_first():
    party = new(phones=("+356 21 234567",), addresses=("14 Marble Road, Valletta",))
    (found,) = recurrences(party, [FINED])
    assert len(found.why) == 2
    assert "telephone" in found.why[0] or "phone" in found.why[0]


def test_another_firm_and_the_party_itself_are_none():
    assert recurrences(new(), [FINED, OTHER]) == ()
    assert recurrences(FINED.names, [FINED]) == ()


def test_the_surest_party_stands_first_and_none_is_asked_of_nothing():
    ready = Measures([OTHER, FINED])
    found = ready.like(new("Maple Tiles SA", people=("Osric Vandemole",)))
    assert [one.party for one in found] == ["maple", "old"]
    assert recurrences(new("Tamber Quill Freight"), []) == ()
