"""Line ends inside sentences, cut words, commas."""

import pytest

from catchall.intake.telegrams import mend
from catchall.intake.telegrams.lines import split
from catchall.intake.telegrams.offsets import View


def mended(text):
    view = View.of(text)
    return view.edit(m.edit for m in mend.mend(split(view))).text


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "the firm and himsel\nf are well known to us here",
            "the firm and himself are well known to us here",
        ),
        ("Thi\ns is the second report of the same", "This is the second report of the same"),
        ("our informal translat\nion is drawn on", "our informal translation is drawn on"),
        ("covered by the dual-use\nl\nist, Part 2", "covered by the dual-use list, Part 2"),
        ("a word\nand another", "a word and another"),
        ("the firm Marjan\nreef of that place", "the firm Marjan reef of that place"),
        ("a corrosion-\nresistant pump", "a corrosion-resistant pump"),
        ("all were busy\n.\nNobody came", "all were busy. Nobody came"),
        ("he had seen\n\nthe crate", "he had seen the crate"),
        ("15 units,was far above", "15 units, was far above"),
        ("worth 14,200 or a/b,c", "worth 14,200 or a/b,c"),
    ],
)
def test_mending(text, want):
    assert mended(text) == want


@pytest.mark.parametrize(
    "text",
    [
        "it ended.\n\nThe next",
        "said:\n\n-- one;\n\n-- two",
        "two.\na. first\nb. second",
        "LINE    GOODS\n1       pump",
    ],
)
def test_parts_keep_their_line_ends(text):
    assert mended(text).count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("SALES OF VALVE\nS AND PUMPS TO THEM", "SALES OF VALVES AND PUMPS TO THEM"),
        ("THE PHASE\nB OF IT", "THE PHASE B OF IT"),
        (
            "ANSWERS ON SHIP\nMENTS OF PUMPS AND OF VALVES",
            "ANSWERS ON SHIPMENTS OF PUMPS AND OF VALVES",
        ),
    ],
)
def test_capitals(text, want):
    assert mended(text) == want
