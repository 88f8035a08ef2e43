"""Tests of ``catchall.link.roles``: every firm, person and ship is invented."""

import pytest
from tests.catchall.link.sample import case


def roles(*paragraphs):
    return {(p.firm.name if p.firm else p.noun): p.role for p in case(*paragraphs).parties}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kestrel Flow Ltd sold four pumps to Falcon Ridge LLC.",
            {"Kestrel Flow Ltd": "exporters", "Falcon Ridge LLC": "consignees"},
        ),
        (
            "Four pumps were sold by Kestrel Flow Ltd to Falcon Ridge LLC.",
            {"Kestrel Flow Ltd": "exporters", "Falcon Ridge LLC": "consignees"},
        ),
        (
            "Kestrel Flow Ltd provided Iran's Falcon Ridge LLC with four pumps.",
            {"Kestrel Flow Ltd": "exporters", "Falcon Ridge LLC": "consignees"},
        ),
        (
            "Falcon Ridge LLC bought four pumps from the maker Kestrel Flow Ltd in May.",
            {"Kestrel Flow Ltd": "suppliers", "Falcon Ridge LLC": "consignees"},
        ),
        (
            "Kestrel Flow Ltd received an order for four pumps from Falcon Ridge LLC.",
            {"Kestrel Flow Ltd": "exporters", "Falcon Ridge LLC": "consignees"},
        ),
        (
            (
                "Kestrel Flow Ltd sold four pumps to Falcon Ridge LLC through a Dubai "
                "broker, Heron Sands FZE."
            ),
            {
                "Kestrel Flow Ltd": "exporters",
                "Falcon Ridge LLC": "consignees",
                "Heron Sands FZE": "intermediaries",
            },
        ),
        (
            (
                "Kestrel Flow Ltd sold four pumps to Falcon Ridge LLC. The end user was "
                "Heron Sands Organization."
            ),
            {
                "Kestrel Flow Ltd": "exporters",
                "Falcon Ridge LLC": "consignees",
                "Heron Sands Organization": "end_users",
            },
        ),
        (
            "Kestrel Flow Ltd sold four pumps to Syria. The ship was run by Heron Lines.",
            {"Kestrel Flow Ltd": "exporters", "Heron Lines": "other_parties"},
        ),
        (
            "Kestrel Flow Ltd sold four pumps to a Syrian firm.",
            {"Kestrel Flow Ltd": "exporters", "firm": "consignees"},
        ),
    ],
)
def test_a_frame_says_the_roles(text, expected):
    assert roles(text) == expected


def test_an_unnamed_intermediary_that_is_found_out_has_its_name():
    found = roles(
        "Pumps were sold by a Malaysian intermediary.",
        "The police traced the intermediary to Kestrel Flow Ltd in May.",
    )
    assert found == {"Kestrel Flow Ltd": "intermediaries"}


def test_a_firm_of_which_nothing_is_said_may_be_the_receiver():
    found = roles("Kestrel Flow Ltd sold four pumps. Falcon Ridge LLC is in Aleppo.")
    assert found["Falcon Ridge LLC"] == "consignees"


def test_a_firm_said_to_be_another_is_no_receiver():
    found = roles(
        "Kestrel Flow Ltd sold four pumps. Falcon Ridge LLC is a different firm and "
        "not connected."
    )
    assert found["Falcon Ridge LLC"] == "other_parties"


def test_every_reason_has_its_rule():
    (seller, *_) = case("Kestrel Flow Ltd sold four pumps to Iran.").parties
    assert "frame:send.subject" in seller.rules
