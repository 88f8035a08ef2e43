"""Each property of a FollowTheMoney entity goes where it belongs, and none is lost."""

from tests.catchall.intake.watchlists.samples import said

from catchall.intake.watchlists.ftm_entity import attach, listed, new, values


def _entry(**properties):
    return new({"id": "X", "schema": "Company", "properties": properties})


def _row(entry):
    columns = ("names", "dates", "identifiers", "links", "properties")
    return {column: getattr(entry, column) for column in columns}


def _attached(schema, **properties):
    entry = _entry(name=["Sample"])
    attach(entry, {"id": "S", "schema": schema, "properties": properties}, lambda one: one)
    return entry


def test_the_first_name_is_the_primary_whatever_property_it_stands_in():
    names = _entry(alias="A", weakAlias=["B", " "]).names
    assert [(name["text"], name["kind"]) for name in names] == [
        ("A", "primary"),
        ("B", "weak_alias"),
    ]


def test_a_country_is_a_tie_and_kept_as_filed():
    entry = _entry(name=["Sample"], country=["no", "suhh"])
    assert entry.countries == ["NO"]
    assert said(_row(entry), "properties", "country") == ["no", "suhh"]


def test_the_country_of_an_authority_is_no_tie():
    entry = _attached("Sanction", country=["us"], startDate=["2024"], program=["P", "P"])
    assert (entry.countries, entry.programmes) == ([], ["P"])
    assert said(_row(entry), "dates", "effective") == ["2024"]


def test_an_address_of_parts_is_put_together_and_not_repeated():
    entry = _entry(name=["Sample"], address=["1 Street, Town"])
    parts = {"street": ["1 Street"], "city": ["Town"], "country": ["ae"], "full": []}
    attach(entry, {"schema": "Address", "properties": parts}, str)
    assert [(one["text"], one["country"]) for one in entry.addresses] == [
        ("1 Street, Town", "AE")
    ]


def test_a_document_is_an_identifier_of_its_kind():
    entry = _attached("Identification", number=["17"], country=["no"], type=["Card"])
    assert entry.identifiers == [{"kind": "national_id", "value": "17", "country": "NO"}]
    assert said(_row(_attached("Identification", number=["17"], type=["Passport"])),
                "identifiers", "passport") == ["17"]  # fmt: skip


def test_a_tie_is_a_link_to_the_other_end_with_what_it_says():
    entry = _attached("Ownership", owner=["O"], asset=["X"], percentage=["51"])
    assert entry.links == [{"kind": "owner", "target": "O"}]
    assert said(_row(entry), "properties", "Ownership/percentage") == ["51"]
    assert entry.dates == []


def test_an_odd_entity_is_read_without_harm():
    assert listed([None, "", {}, 7]) == [7]
    assert list(values({"properties": "x"})) == []
    assert _attached("Odd", ends=[{"properties": []}], flag=[True]).properties[-1] == {
        "key": "Odd/flag",
        "value": "true",
    }
