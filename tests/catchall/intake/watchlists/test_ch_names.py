"""Swiss names: parts in their order, and every spelling of each in a whole name."""

import pytest
from lxml import etree

from catchall.intake.watchlists.ch_names import kind_of, spellings, titles, whole


def _name(*parts, **said):
    told = " ".join(f'{key.replace("_", "-")}="{text}"' for key, text in said.items())
    return etree.fromstring(f"<name {told}>{''.join(parts)}</name>")


def _part(order, kind, value, spelt=""):
    return (
        f'<name-part order="{order}" name-part-type="{kind}"><value>{value}</value>{spelt}'
        "</name-part>"
    )


def _variant(text, lang="rus", script="LATN"):
    return f'<spelling-variant lang="{lang}" script="{script}">{text}</spelling-variant>'


def test_parts_are_joined_in_their_order_without_the_title():
    name = _name(
        _part(2, "given-name", "Sample"),
        _part(1, "family-name", "Testov"),
        _part(3, "title", "Dr."),
    )
    assert (whole(name), titles(name)) == ("Testov Sample", ["Dr."])


def test_ten_parts_are_in_the_order_of_their_numbers():
    parts = [_part(order, "other", str(order)) for order in range(10, 0, -1)]
    assert whole(_name(*parts)) == "1 2 3 4 5 6 7 8 9 10"


def test_a_name_of_a_title_only_is_the_title():
    assert whole(_name(_part(1, "title", "The Inventor"))) == "The Inventor"


def test_a_part_may_have_its_value_as_text():
    assert whole(_name("<name-part>Sample</name-part><name-part>Testov</name-part>")) == (
        "Sample Testov"
    )


def test_a_name_without_values_is_none():
    assert whole(_name(_part(1, "given-name", " "))) == ""


def test_every_spelling_stands_in_a_name():
    name = _name(
        _part(1, "family-name", "Testov", _variant("Testow") + _variant("Testoff")),
        _part(
            2, "given-name", "Sample", _variant("Sampila") + _variant("سامبل", "ara", "ARAB")
        ),
    )
    assert spellings(name) == [
        ("Testow Sampila", "rus, LATN"),
        ("Testoff Sampila", "rus, LATN"),
        ("Testov سامبل", "ara, ARAB"),
    ]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"name_type": "primary-name", "quality": "good"}, "primary"),
        ({"name_type": "formerly-known-as"}, "former"),
        ({"name_type": "alias"}, "alias"),
        ({"name_type": "primary-name", "quality": "low"}, "weak_alias"),
        ({}, "alias"),
    ],
)
def test_a_name_has_the_kind_of_its_type_and_quality(said, kind):
    assert kind_of(_name(**said))[0] == kind
