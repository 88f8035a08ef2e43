"""The scratch memory of a comparison."""

from catchall.names.letters import ALIKE, space
from catchall.names.parts import MOST_WORDS


def test_scratch_memory_holds_the_longest_name_and_its_groups():
    fresh = space()
    assert fresh.sims.shape == (MOST_WORDS + 1, MOST_WORDS)
    assert fresh.groups.shape == (2, MOST_WORDS)
    assert fresh.sims.shape[0] - 1 == ALIKE
