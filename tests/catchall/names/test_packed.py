"""Names as flat arrays."""

from itertools import pairwise

import numpy as np

from catchall.names.packed import (
    CUT,
    FLAGS,
    FORMS,
    LETTERS,
    PERSON,
    START,
    WEIGHT,
    frozen,
    pack,
)
from catchall.names.parts import parse


def test_letters_of_each_word_lie_where_the_table_says():
    packed = pack([parse("Kavzel Trading"), parse("Moravit")], [False, False])
    starts = packed.tokens[:, LETTERS].tolist()
    words = [bytes(packed.text[a:b]).decode() for a, b in pairwise(starts)]
    assert words == ["kavzel", "trading", "moravit"]
    assert packed.names[:, START].tolist() == [0, 2, 3]


def test_flags_tell_persons_and_cut_texts():
    packed = pack([parse("Kavzel", cut=True), parse("Ostrelin")], [False, True])
    assert packed.names[:2, FLAGS].tolist() == [CUT, PERSON]


def test_weights_are_thousandths_and_forms_bits():
    packed = pack([parse("Kavzel Ltd")], [False])
    assert packed.tokens[0, WEIGHT] == 1000
    assert packed.names[0, FORMS] == 1


def test_total_counts_the_names():
    assert pack([parse("Kavzel")] * 3, [False] * 3).total == 3


def test_arrays_are_read_only_as_mapped_files_are():
    assert not frozen(np.zeros(3)).flags.writeable
