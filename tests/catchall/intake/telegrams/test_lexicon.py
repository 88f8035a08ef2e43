"""Words and what is none."""

import pytest

from catchall.intake.telegrams.lexicon import is_word


@pytest.mark.parametrize(
    "word", ["valve", "Valves", "shipped", "studies", "stopping", "quickly"]
)
def test_words_and_their_endings(word):
    assert is_word(word)


@pytest.mark.parametrize("bit", ["himsel", "emphas", "zzz", "ized", "f"])
def test_bits_are_no_words(bit):
    assert not is_word(bit)
