"""Tests of ``catchall.link.speakers``: every firm, person and ship is invented."""

import pytest
from tests.catchall.link.sample import sentence

from catchall.link.speakers import Sides, side_of, words_for

SIDES = Sides(frozenset({"Farid"}), own=False)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The United States held that it is listed.", "raising_party"),
        ("According to Washington, pumps are listed.", "raising_party"),
        ("Farid said that it is not listed.", "respondent"),
        ("Farid recalled that the United States told him of a sale.", "raising_party"),
        ("The ministry checked the books.", "respondent"),
        ("Our points named the firm.", "raising_party"),
        ("It is listed.", "respondent"),
    ],
)
def test_a_sentence_has_its_side(text, side):
    assert side_of(sentence(text), SIDES) == side


def test_in_a_paper_of_the_author_the_author_speaks():
    assert (
        side_of(sentence("It is listed."), Sides(frozenset(), own=False, in_paper=True))
        == "raising_party"
    )


def test_the_side_has_words():
    assert words_for(sentence("Farid said no."), SIDES) == "respondent"
