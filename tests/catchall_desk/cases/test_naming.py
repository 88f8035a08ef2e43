"""What a party is called: every standing claim, the primary name first."""

from tests.catchall_desk.jobs import sample

from catchall_desk.cases.fold import step
from catchall_desk.cases.naming import names_of


def named(name, kind="alias"):
    return ("name", {"name": name, "kind": kind})


def test_the_primary_name_stands_first_and_the_first_recorded_counts():
    firm = sample.party("p", "Ostrava", named("OQ"), named("Ostrava Quill Ltd", "primary"))
    assert names_of(firm).names == ("Ostrava Quill Ltd", "Ostrava", "OQ")


def test_contacts_numbers_and_countries_are_gathered():
    firm = sample.party(
        "p", "Ostrava", ("address", {"text": "14 Marble Road", "country": "MT"}),
        ("phone", "+356 21"), ("email", "a@x.example"), ("country", "DE"),
        ("identifier", {"kind": "imo", "value": "9074729"}), ("identifier", "C77"),
        ("identifier", ""), ("flag", "PA"),
    )  # fmt: skip
    found = names_of(firm, ["Osric Vandemole", " "])
    assert found.countries == ("MT", "DE", "PA")
    assert found.addresses == ("14 Marble Road",)
    assert (found.phones, found.emails) == (("+356 21",), ("a@x.example",))
    assert found.identifiers == (("imo", "9074729"), ("number", "C77"))
    assert found.people == ("Osric Vandemole",)


def test_what_it_is_is_said_when_begun_or_by_the_last_claim():
    assert names_of(sample.party("p", "Ostrava")).schema == "company"
    ship = sample.party("p", "Ostrava", ("schema", "unknown"), ("schema", "vessel"))
    assert names_of(ship).schema == "vessel"


def test_a_claim_that_was_retracted_is_not_seen():
    firm = sample.party("p", "Ostrava", named("OQ"))
    gone = sample.event("p", 3, "party", "retract", {"event": "p-2", "why": "wrong"})
    assert names_of(step(firm, gone)).names == ("Ostrava",)
