"""Lines put together to a shipment: parties once, items each, differing fields named."""

from tests import builders

from catchall.determine import assemble


def test_the_lines_of_a_shipment_are_its_items() -> None:
    lines = builders.shipments(
        {"id": "A", "parties": [builders.party("consignee", "Orlo")], "incoterm": "FOB"},
        {"id": "A", "parties": [builders.party("consignee", "Orlo")], "incoterm": "CIF"},
        {"id": "B", "parties": []},
    )
    first, second = map(assemble.shipment, assemble.by_shipment(lines))
    assert (len(first.parties), len(first.items), first.differing) == (1, 2, ("incoterm",))
    assert first.fields["incoterm"] == "FOB"
    assert second.fields == {}


def test_identifiers_are_kept_with_their_kind() -> None:
    party = builders.party("vessel", "MV Orlo", identifiers=[("imo", "9074729")])
    (lines,) = assemble.by_shipment(builders.shipments({"parties": [party]}))
    (found,) = assemble.shipment(lines).parties
    assert [(one.kind, one.value) for one in found.identifiers] == [("imo", "9074729")]


def test_parameters_that_are_no_object_are_none() -> None:
    lines = builders.shipments(
        {"parties": [], "parameters": "[1]"},
        {"parties": [], "parameters": "{oops", "id": "S1"},
        {"parties": [], "parameters": '{"bore_d": "12 mm"}', "id": "S1"},
    )
    (rows,) = assemble.by_shipment(lines.set_column(3, "id", [["S1"] * 3]))
    assert [dict(item.parameters) for item in assemble.shipment(rows).items] == [
        {}, {}, {"bore_d": "12 mm"},
    ]  # fmt: skip
