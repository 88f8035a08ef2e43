"""Tests of ``catchall.link.whereabouts``: every firm, person and ship is invented."""

import pytest
from tests.catchall.link.sample import case


def places(*paragraphs):
    return {p.name: p.role for p in case(*paragraphs).places}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Customs stopped the pumps at Penang airport.",
            {"Penang": "airport_of_loading_stopped"},
        ),
        ("The pumps left from Barcelona.", {"Barcelona": "port_of_loading"}),
        ("They were put ashore at Jebel Ali.", {"Jebel Ali": "transshipment_port"}),
        ("The ship is due at Poti.", {"Poti": "planned_port_of_unloading"}),
        ("They were held at Ruzova airport.", {"Ruzova": ""}),
        ("The Embassy Abu Dhabi was told.", {}),
        ("Ankara said no.", {}),
    ],
)
def test_a_place_has_its_role(text, expected):
    assert places("Kestrel Flow Ltd sold four pumps.", text) == expected


def test_the_seat_of_a_firm_is_a_place_though_no_list_has_it():
    assert places("Kestrel Flow Ltd of Dordt sold four pumps.") == {"Dordt": "place_of_firm"}


def test_a_state_is_no_place():
    assert places("Kestrel Flow Ltd of Ohio sold four pumps.") == {}
