"""Each answer narrows what the goods can be."""

from datetime import date

from catchall.law.load import load
from catchall_desk.web.dialogue import dialogue, read

BOOK, DAY = load(cases=False), date(2026, 8, 3)
BEARINGS = {"text": "ball bearings, inner diameter 20 mm"}


def told(**answers):
    sent = {**BEARINGS, **{f"p.{name}": value for name, value in answers.items()}}
    return dialogue(read(sent), BOOK, DAY)


def test_the_first_question_is_asked_in_words_with_what_it_decides():
    first = told().asks[0]
    assert first.name == "iso492_class"
    assert "WA-2.A.1.a" in first.decides
    assert first.look == "number"


def test_a_value_beside_its_limit_meets_fails_or_is_missing():
    rows = {row.name: row.says for row in told(ring_material="monel").entries[0].rows}
    assert rows["material of the rings"] == "meets"
    assert rows["material of the balls or rollers"] == "missing"


def test_an_answer_that_settles_an_entry_asks_no_more():
    after = told(iso492_class="6 class")
    assert "iso492_class" not in [one.name for one in after.asks]
    assert [one.verdict for one in after.entries if one.id == "WA-2.A.1.a"] == ["fails"]
    assert [one.value for one in after.answered] == ["6 class"]


def test_what_is_not_listed_is_not_told_as_free():
    one = dialogue(read({"text": "wheat bran pellets"}), BOOK, DAY)
    assert one.outcome == "not_listed"
    assert "still count" in one.means
