"""Tests of ``catchall.link.countries``: every firm, person and ship is invented."""

from tests.catchall.link.sample import case


def ways(*paragraphs):
    found = case(*paragraphs)
    return [c.value for c in found.destinations], [c.value for c in found.origins]


def test_goods_go_where_they_are_sold():
    assert ways("Kestrel Flow Ltd sold four pumps to Karachi.") == (["PK"], [])


def test_goods_go_where_the_receiver_is():
    assert ways("Kestrel Flow Ltd sold four pumps to a Syrian buyer, Falcon Ridge LLC.") == (
        ["SY"],
        [],
    )


def test_an_origin_is_what_the_text_says():
    assert ways("Kestrel Flow Ltd sold four pumps of German origin to Iran.") == (
        ["IR"],
        ["DE"],
    )
    assert ways("The Spanish firm Kestrel Flow Ltd sold a Japanese-made lathe to Iran.")[1] == [
        "ES",
        "JP",
    ]


def test_a_place_on_the_way_is_no_destination():
    assert ways("Kestrel Flow Ltd shipped four pumps to Istanbul and then by truck to Aleppo.")[
        0
    ] == ["SY"]


def test_what_nobody_knows_is_no_destination():
    assert (
        ways("Kestrel Flow Ltd sold four pumps. It has no idea whether they went to Iran.")[0]
        == []
    )


def test_where_a_person_went_is_no_destination():
    assert ways("Kestrel Flow Ltd sold four pumps. Its owner moved to Paraguay.")[0] == []
