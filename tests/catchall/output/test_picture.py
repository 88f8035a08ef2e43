"""The picture holds the words and asks for nothing."""

import re

from lxml import etree

from catchall.output.picture import svg

SHOWN = "\x1b[1;31mstop\x1b[0m  S-1 <b>\nclear S-2\n"


def test_the_words_and_the_colour_are_in_the_picture():
    picture = svg(SHOWN, "catchall")
    told = etree.fromstring(picture).xpath("string()").replace("\xa0", " ")
    assert "S-1 <b>" in told
    assert "#ff8a80" in picture


def test_the_picture_asks_for_nothing_from_outside():
    addresses = re.findall(r"https?://[^\"' ]+", svg(SHOWN, "catchall"))
    assert addresses == ["http://www.w3.org/2000/svg"]
    assert "font-face" not in svg(SHOWN, "catchall")


def test_the_same_output_gives_the_same_picture():
    assert svg(SHOWN, "catchall") == svg(SHOWN, "catchall")


def test_long_output_is_cut_and_says_so():
    picture = svg("\n".join(f"line{at}" for at in range(50)), "catchall", most=10)
    assert "line8" in picture
    assert "line9" not in picture
    assert "…" in picture
