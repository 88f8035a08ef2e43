"""Many names read at once, against one at a time."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from catchall.names import vocabulary
from catchall.names.packed import pack
from catchall.names.plain import Reader, reader
from catchall.names.score import readings
from catchall.screen import parties

PIECES = st.sampled_from([
    "Kavzel", "OPTIK", "Ltd", "LLC", "Co.,", "S.A.", "A.B.C.", "Limitde", "stock", "Joint",
    "company", "of", "the", "and", "&", "Izmir", "Turkey", "of Korea", "North", "ATTN", "seven",
    "intl", "Kavzel", "MV", "trading", "as", "x", "O'Mara", "Al-Kavzel", "unknown", "Mohammed",
    "Precision", "Instrument", "Manufa", "Corpo", "tech", "7", "(HK)", "Ostrelinovich",
])  # fmt: skip
NAMES = st.lists(PIECES, min_size=1, max_size=7).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=5))
def test_what_is_read_at_once_is_what_one_at_a_time_gives(names):
    packed, owners = reader().read(names)
    read = [readings(names[at]) for at in owners.tolist()]
    assert all(len(one) == 1 for one in read)
    assert not any(parties.why_not(names[at]) for at in owners.tolist())
    single = pack([one[0] for one in read], [False] * len(read))
    assert all(np.array_equal(one, other) for one, other in zip(packed, single, strict=True))


def test_plain_names_are_told_from_others():
    names = ["Kavzel Optik LLC", "C/O Kavzel", "Kavzel Izmir", "Moravit", "TO ORDER"]
    assert reader().read(names)[1].tolist() == [0, 3]


def test_a_vocabulary_that_is_full_begins_anew(monkeypatch):
    monkeypatch.setattr(vocabulary, "MOST", 1)
    fresh = Reader()
    for _ in range(3):
        assert fresh.read(["Kavzel Optik", "Moravit Sky"])[1].tolist() == [0, 1]
