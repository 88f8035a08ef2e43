"""The first page."""

from tests.desk_builders import CLOSE, OFFICER, at, opening

from catchall_desk.store.desk import run


def test_the_first_page_counts_what_its_reader_may_see(ana, pia):
    run(opening("case"), OFFICER, at())
    run(opening("case", CLOSE), OFFICER, at(1))
    assert "<b>2</b> cases" in ana.get("/").content.decode()
    assert "<b>1</b> cases" in pia.get("/").content.decode()


def test_an_empty_desk_says_what_to_do(ana):
    page = ana.get("/").content.decode()
    assert "Nothing is due that is yours." in page
    assert "UNCLASSIFIED" in page
