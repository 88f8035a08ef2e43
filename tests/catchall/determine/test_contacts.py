"""Contacts: who shares which, and with how many."""

from catchall.determine.contacts import SHOWN, Contacts
from catchall.determine.traded import Firm, Line


def line(shipment: str, name: str, *contacts: tuple[str, str]) -> Line:
    buyer = Firm("consignee", name, name.casefold(), contacts)
    return Line(shipment, buyers=(buyer,))


def test_a_contact_of_one_firm_is_shared_with_nobody() -> None:
    lines = [line("A", "Orlo", ("phone", "1")), line("B", "Orlo", ("phone", "1"))]
    assert Contacts(lines, ()).shared(lines) == {}


def test_no_more_firms_are_named_than_a_person_can_read() -> None:
    lines = [line(f"S{n}", f"Orlo {n}", ("email", "a@b")) for n in range(30)]
    assert len(Contacts(lines, ()).shared(lines)["S0"][0]["others"]) == SHOWN


def test_the_largest_crowd_at_an_address_counts() -> None:
    lines = [line("A", "Orlo", ("address", "x 1")), line("B", "Velm", ("address", "x 1"))]
    assert Contacts(lines, ({"name": "Mill"},)).crowds(lines) == {"A": 2, "B": 2}


def test_two_firms_of_one_owner_are_linked_by_the_table_of_parties() -> None:
    lines = [line("A", "Orlo")]
    known = ({"name": "Orlo", "owners": "Mill; "}, {"name": "Velm", "owners": "mill"})
    (link,) = Contacts(lines, known).shared(lines)["A"]
    assert (link["kind"], link["others"]) == ("owner", ["Velm"])
