"""Cells with several statements: what can be read is kept, what cannot is told beside it."""

from hypothesis import given
from hypothesis import strategies as st

from catchall.determine import said


def test_every_word_for_a_use_names_one_that_the_rules_know() -> None:
    assert set(said.USES.values()) == {
        "wmd", "nuclear", "missile", "chemical_biological", "military", "military_parts",
        "surveillance",
    }  # fmt: skip
    assert set(said.WIDER) <= set(said.USES.values())


@given(st.sampled_from(said.STATES[:-1]), st.text(max_size=20))
def test_a_state_is_never_lost_beside_other_words(state: str, words: str) -> None:
    place = said.STATES.index(said.knowledge([state, words])["knowledge"])
    assert place <= said.STATES.index(state)


@given(st.text(max_size=20))
def test_a_country_is_never_lost_beside_other_words(words: str) -> None:
    assert "KP" in said.countries(f"{words}; KP")[0]
