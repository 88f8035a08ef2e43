"""What no rule waits for is asked all the same, and leaves nothing undecided."""

from tests.catchall.determine.conftest import Decide, plain


def test_a_missing_exporter_is_asked_for_and_nothing_more(decide: Decide) -> None:
    found = decide(plain(parties=plain()["parties"][1:]))
    assert found.reads == "clear"
    assert "Who is the exporter?" in {one.text for one in found.questions}


def test_a_day_that_does_not_exist_is_asked_for(decide: Decide) -> None:
    found = decide(plain(date="31.31.2026"))
    assert any("31.31.2026" in one.text for one in found.questions)


def test_a_use_that_is_not_known_counts_as_any_and_is_asked_for(decide: Decide) -> None:
    found = decide(plain(exporter_knowledge="informed: basket weaving"), jurisdictions=("us",))
    assert found.outcome.word == "licence"
    assert any("basket weaving" in one.text for one in found.questions)
