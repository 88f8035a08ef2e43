"""What a body tells of a party can be read while the keys of all whom it is about are there."""

import pytest
from cryptography.exceptions import InvalidTag

from catchall_desk.store import parts
from catchall_desk.store.seal import new_key

HIT = {
    "list": "l",
    "record": "1",
    "name": "KAVZEL",
    "asked": "Kavzel",
    "why": "Kavzel is KAVZEL",
}
BODY = {
    "parties": [
        {"role": "buyer", "party": "a", "names": ["Kavzel"], "hits": [HIT]},
        {"role": "seller", "party": "b", "names": ["Morlin"], "hits": []},
        {"role": "owner", "party": "", "names": ["Kavzel Holding"], "hits": []},
    ],
    "not_screened": [{"role": "seller", "party": "b", "name": "Morlin 2", "why": "too long"}],
    "gone": [{"role": "buyer", "party": "a", **HIT}],
    "findings": [{"rule": "r", "why": "Kavzel buys of Morlin"}],
    "lists": [],
}
KEYS = {"a": new_key(), "b": new_key()}


def closed(keys=KEYS):
    return parts.close("screened", "e", BODY, keys)


def test_what_is_sealed_is_read_again_as_it_was():
    assert "avzel" not in str(closed()).lower()
    assert parts.open_up("e", closed(), KEYS) == BODY


def test_without_one_key_only_what_is_about_others_is_left():
    left = parts.open_up("e", closed(), {"b": KEYS["b"]})
    assert "avzel" not in str(left).lower()
    assert left["parties"][1] == BODY["parties"][1]
    assert left["parties"][0]["hits"] == [{**HIT, "name": "", "asked": "", "why": ""}]
    assert (left["findings"], left["lost"]) == ([], ["a"])


def test_what_has_no_key_is_not_recorded():
    made = closed({"b": KEYS["b"]})
    assert "avzel" not in str(made).lower()
    assert parts.open_up("e", made, KEYS)["lost"] == ["a"]


def test_a_part_belongs_to_its_event_and_its_key():
    with pytest.raises(InvalidTag):
        parts.open_up("another", closed(), KEYS)
    with pytest.raises(InvalidTag):
        parts.open_up("e", closed(), {**KEYS, "a": new_key()})


def test_a_part_that_is_no_text_of_ours_is_told():
    made = closed()
    made["sealed"][0]["text"] = "!"
    with pytest.raises(InvalidTag):
        parts.open_up("e", made, KEYS)


def test_whose_keys_are_needed_is_told_before_and_after():
    assert parts.owners("screened", BODY) == parts.owners("screened", closed()) == {"a", "b"}
    assert parts.owners("note", {"text": "x"}) == frozenset()


def test_a_body_about_nobody_stays_as_it_is():
    body = {"parties": [], "findings": [{"why": "goods"}]}
    assert parts.close("screened", "e", body, {}) == body
