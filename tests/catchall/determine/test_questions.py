"""The words a column is asked for with."""

from catchall.determine import questions


def test_goods_are_never_asked_for_in_the_words_of_one_rule() -> None:
    asked = questions.worded("parameters", "Are they on a list for North Korea?", 1)
    assert "North Korea" not in asked


def test_a_rule_that_waits_for_one_column_asks_in_its_own_words() -> None:
    assert questions.worded("order_date", "Why the haste?", 1) == "Why the haste?"
    assert questions.worded("order_date", "Why the haste?", 2) != "Why the haste?"
