"""Parties and links as FollowTheMoney has them, with the same ids every time."""

import json

from tests.catchall_desk.jobs import sample

from catchall_desk.cases.naming import Names
from catchall_desk.jobs import ftm

FIRM = Names(
    "firm", ("Tamber Quill Ltd", "TQ Marine"), "company", ("Malta",), ("14 Marble Road",),
    ("a@tq.example",), ("+356 21 234567",), (("imo", "9074729"), ("tax", "C77")),
)  # fmt: skip
SHIP = Names(
    "ship", ("MV Ostrelin",), "vessel", (), (), ("m@tq.example",), ("+356 21",),
    (("imo", "9074729"), ("mmsi", "256123456")),
)  # fmt: skip
OWNER = Names("owner", ("Osric Vandemole",), "person")
NOT_SAID = Names("other", ("Blue Heron",))
EVERY = [FIRM, SHIP, OWNER, NOT_SAID]


def link(source, kind, target, seq=9, **more):
    body = {"type": kind, "to": target, **more}
    return ftm.Link(source, sample.event(source, seq, "party", "link", body))


LINKS = [
    link("owner", "owns", "firm", 2, share="51", **{"from": "2020-01-02"}),
    link("owner", "directs", "firm", 3),
    link("firm", "owns", "ship", 4),
    link("firm", "fronts_for", "other", 5),
    link("ship", "owns", "firm", 6),
    link("owner", "directs", "other", 7),
]


def by_schema(schema, links=LINKS):
    return [one["properties"] for one in ftm.entities(EVERY, links) if one["schema"] == schema]


def test_a_firm_has_its_names_contacts_and_numbers():
    (firm,) = by_schema("Company")
    assert (firm["name"], firm["alias"]) == (["Tamber Quill Ltd"], ["TQ Marine"])
    assert (firm["country"], firm["imoNumber"]) == (["mt"], ["9074729"])
    assert by_schema("Address") == [{"full": ["14 Marble Road"]}]
    assert {"holder": ["firm"], "type": ["tax"], "number": ["C77"]} in by_schema(
        "Identification"
    )


def test_what_a_ship_has_no_property_for_is_kept_as_identification():
    (ship,) = by_schema("Vessel")
    assert (ship["mmsi"], "phone" in ship) == (["256123456"], False)
    kinds = [one["type"] for one in by_schema("Identification") if one["holder"] == ["ship"]]
    assert kinds == [["phone"], ["email"]]


def test_links_are_ownership_and_directorship_where_the_model_has_it_so():
    assert by_schema("Ownership") == [
        {
            "owner": ["owner"],
            "asset": ["firm"],
            "role": ["owns"],
            "percentage": ["51"],
            "startDate": ["2020-01-02"],
        },
        {"owner": ["firm"], "asset": ["ship"], "role": ["owns"]},
    ]
    assert [one["director"] for one in by_schema("Directorship")] == [["owner"]]
    roles = [one["role"] for one in by_schema("UnknownLink")]
    assert roles == [["fronts_for"], ["owns"], ["directs"]]


def test_a_link_to_what_was_not_handed_in_is_left_out():
    assert by_schema("UnknownLink", [link("firm", "fronts_for", "hidden")]) == []


def test_every_entity_has_only_properties_of_its_schema():
    for one in ftm.entities(EVERY, LINKS):
        assert set(one["properties"]) <= set(ftm.PROPERTIES[one["schema"]])


def test_ids_are_unique_and_the_bytes_the_same_every_time():
    made = list(ftm.lines([*EVERY, FIRM], LINKS))
    ids = [json.loads(one)["id"] for one in made]
    assert len(ids) == len(set(ids))
    assert made == list(ftm.lines(EVERY, LINKS))
