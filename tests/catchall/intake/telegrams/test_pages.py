"""Page lines and end marks."""

import pytest

from catchall.intake.telegrams import pages


@pytest.mark.parametrize(
    "text",
    [
        "LA PAZ 00001196  001.2 OF 003",
        "PAGE 02 ROME 01196 01 OF 02 082030Z",
        "PAGE 01        STATE   311722  TOSEC 340058",
        "UNCLASSIFIED    PAGE 02        LIMA  00283  01 OF 05  241033Z",
        "PAGE 2 OF 3",
    ],
)
def test_page_lines(text):
    assert pages.is_page_line(text)


@pytest.mark.parametrize(
    "text", ["see page 2 of the report", "Page Industries sold 400 valves", "ROME 12"]
)
def test_other_lines(text):
    assert not pages.is_page_line(text)


def test_a_page_line_inside_a_line_begins_with_its_station():
    text = "NEWS ROME 00000012  001.2 OF 002 MORE"
    assert [text[a:b] for a, b in pages.inline(text)] == ["ROME 00000012  001.2 OF 002"]


@pytest.mark.parametrize("text", ["NNNN", "NNNNMAFVVZCZ", "<< END OF DOCUMENT >>", "BT"])
def test_end_marks(text):
    assert pages.is_end(text)


def test_a_page_may_be_counted_without_a_part():
    assert pages.is_page_line("STATE 00089712  002 OF 002")
