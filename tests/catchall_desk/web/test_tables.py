"""Tables whose state is the address."""

from django.http import QueryDict

from catchall_desk.web.tables import Cell, Column, Filter, Row, Table, as_csv

COLUMNS = (Column("a", "A"), Column("b", "B", first=False))


def table(query=""):
    row = Row({"a": Cell("x"), "b": Cell("\t@sum")}, id="7", marking="UNCLASSIFIED")
    filters = (Filter("state", "State", "open"),)
    return Table("t", "Things", COLUMNS, (row,), filters, "more", query=QueryDict(query))


def test_usual_columns_stand_until_somebody_chooses():
    assert [one.key for one in table().chosen] == ["a"]
    assert [one.key for one in table("column=b&column=no").chosen] == ["b"]


def test_the_next_page_keeps_the_filters():
    assert table("state=open&tab=x").more == "?state=open&tab=x&cursor=more"


def test_a_new_filter_begins_at_the_first_page():
    assert table("state=open&cursor=old&tab=x").hidden == (("tab", "x"),)


def test_a_file_says_that_more_follow_and_holds_no_formula():
    text = as_csv(table("column=b"), "2026-03-02 09:00 UTC")
    assert "more follow" in text
    assert "State: open" in text
    assert "'\t@sum" in text
