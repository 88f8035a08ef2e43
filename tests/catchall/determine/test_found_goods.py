"""Findings about goods: what meets, what is open, what was not classified."""

from tests.catchall.determine.conftest import Decide, entry, match, plain

from catchall.records import Outcome


def test_not_listed_is_recorded_and_never_called_free(decide: Decide) -> None:
    found = decide(plain())
    (goods,) = (one for one in found.findings if one.kind == "goods")
    assert goods.outcome is None
    assert "still apply" in goods.why


def test_an_entry_from_memory_says_so_and_weighs_less(decide: Decide) -> None:
    found = decide(plain(), matches=[entry("meets", verified="M")])
    (goods,) = (one for one in found.findings if one.kind == "goods")
    assert "from memory" in goods.why
    assert goods.confidence < 1


def test_goods_that_were_not_classified_are_not_decided(decide: Decide) -> None:
    found = decide(plain(), matches=[])
    assert found.reads == "not decided"
    assert "description" in {one.asks for one in found.questions}


def test_goods_without_a_description_are_not_decided(decide: Decide) -> None:
    assert decide(plain(description=None)).reads == "not decided"


def test_a_description_asked_for_is_put_in_words(decide: Decide) -> None:
    found = decide(plain(), matches=[match(outcome="ask", ask=["description"], no_entry=False)])
    (question,) = (one for one in found.questions if one.asks == "description")
    assert question.text.endswith("?")


def test_a_question_of_two_entries_is_put_once(decide: Decide) -> None:
    rows = [entry("unknown", name, ask=["inner_d"]) for name in ("AG-column", "AG-reactor")]
    found = decide(plain(), matches=rows)
    (question,) = (one for one in found.questions if one.asks == "parameters.inner_d")
    assert question.decides == ("AG-column", "AG-reactor")


def test_a_judgement_is_asked_of_a_person(decide: Decide) -> None:
    found = decide(
        plain(), matches=[entry("judge", evidence='{"judge": ["usable in missiles?"]}')]
    )
    assert found.outcome is Outcome.REVIEW
    assert "usable in missiles?" in {one.text for one in found.questions}


def test_evidence_that_is_no_json_is_kept_as_text(decide: Decide) -> None:
    found = decide(plain(), matches=[entry("meets", evidence="words")])
    assert any(one.evidence.get("detail") == {"text": "words"} for one in found.findings)
