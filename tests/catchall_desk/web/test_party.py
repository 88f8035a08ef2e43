"""How near a hit is."""

from catchall_desk.web import party


def test_what_may_be_the_same_is_told_apart_from_the_network():
    edges = [
        {"name": "link:same_as", "source": "a", "target": "b"},
        {"name": "link:owns", "source": "a", "target": "c"},
    ]
    same = party.maybe_same({"edges": edges}, "a")
    near = [party.how_near(one, "a", same) for one in "abc"]
    assert near == ["direct", "possibly the same", "network"]


def test_a_hit_is_told_by_its_list_and_name():
    said = party.hit_text({"list": "sample", "name": "Holm", "other": 1})
    assert said == "sample, Holm"
