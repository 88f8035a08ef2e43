"""Tests of ``catchall.link.news``: every firm, person and ship is invented."""

from tests.catchall.link.sample import case

from catchall.link.news import as_facts, facts, news

FIRST = case("Kestrel Flow Ltd sold four pumps to Iran in May 2008.")
AGAIN = case(
    "Kestrel Flow Ltd sold four pumps to Iran in May 2008. (Note: No new "
    "information since Ref B.)"
)
MORE = case("Kestrel Flow Ltd sold four pumps to Iran in May 2008. It was fined.")


def test_the_same_facts_are_a_duplicate():
    found = news(AGAIN, as_facts(FIRST))
    assert (found.new, found.duplicate, found.says, found.agrees) == (
        (),
        True,
        "repeat_no_new_information",
        True,
    )


def test_what_is_new_is_told_with_its_words():
    (new,) = news(MORE, as_facts(FIRST)).new
    assert (new.kind, new.value, new.evidence.text) == (
        "outcome",
        "administrative_fine",
        "was fined",
    )


def test_of_a_case_not_held_everything_is_new():
    assert news(FIRST, {}).known == ()


def test_a_claim_of_no_news_that_is_not_so_is_seen():
    assert not news(AGAIN, {}).agrees


def test_facts_are_told_once():
    told = [(f.kind, f.value) for f in facts(FIRST)]
    assert ("item", "4 pump") in told
    assert len(told) == len(set(told))
