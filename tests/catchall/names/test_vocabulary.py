"""Words seen once and found by their number."""

import numpy as np

from catchall.names import vocabulary
from catchall.names.scan import hash_of
from catchall.names.vocabulary import EDGE, IS, MARK, NUMBER, PLACE_ALONE, SPOILT, WEIGHT
from catchall.text import legal_forms


def _ids(known, *words):
    return vocabulary.find(
        known, np.array([hash_of(word) for word in words], np.int64)
    ).tolist()


def test_a_word_is_found_once_it_is_added():
    known = vocabulary.fresh()
    assert _ids(known, "kavzel") == [-1]
    vocabulary.add(known, ["kavzel", "trading"])
    assert _ids(known, "trading", "kavzel", "optik") == [1, 0, -1]
    assert known.rows[0, WEIGHT] > known.rows[1, WEIGHT]


def test_words_stay_found_when_the_arrays_grow():
    known = vocabulary.fresh()
    words = [f"{chr(97 + a)}{chr(97 + b)}{chr(97 + c)}o" for a in range(20) for b in range(20)
             for c in range(10)]  # fmt: skip
    for first in range(0, len(words), 700):
        vocabulary.add(known, words[first : first + 700])
    assert _ids(known, *words) == list(range(len(words)))


def test_what_a_word_is_stands_in_its_bits():
    known = vocabulary.fresh()
    vocabulary.add(known, ["attn", "izmir", "seven", "limitde", "kavzel"])
    bits = known.rows[:5, IS].tolist()
    assert bits[0] & MARK
    assert bits[1] & PLACE_ALONE
    assert bits[2] & NUMBER
    assert bits[3] & SPOILT
    assert bits[4] == 0


def test_every_legal_form_is_in_the_table_with_its_edge():
    slots, values = vocabulary.forms()
    found = dict(zip(slots.tolist(), values.tolist(), strict=True))
    for form in legal_forms.table():
        number = hash_of("")
        for word in form:
            number = vocabulary.following(number, hash_of(word))
        assert bool(found[number] & EDGE) == legal_forms.is_edge_only(form)
