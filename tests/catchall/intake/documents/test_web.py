"""Words of a web page."""

import pytest
from tests.catchall.intake.documents.sample import LIMITS

from catchall.intake.documents import web

pytest.importorskip("selectolax", reason="the extra documents is not installed")


def test_blocks_are_lines_and_cells_stand_apart():
    page = b"<title>T</title><p>EXERCISE <b>one</b></p>two<table><tr><td>x<td>y</table>"
    told = web.parse(page, "a.html", LIMITS)
    assert (told.text, told.metadata) == ("EXERCISE one\ntwo\nx\ty\n", {"title": "T"})


def test_scripts_are_left_out():
    assert web.parse(b"<p>a<script>b()</script>", "a", LIMITS).text == "a\n"


@pytest.mark.parametrize("name", [b"windows-1251", b"nobody-knows"])
def test_the_encoding_that_a_page_names_is_used_where_it_fits(name):
    words = "\u041f\u0440\u0438\u043c\u0435\u0440 \u0442\u0435\u043a\u0441\u0442\u0430".encode(
        "cp1251"
    )
    page = b'<meta charset="' + name + b'"><p>' + words
    assert web.parse(page, "a", LIMITS).text.startswith("\u041f\u0440\u0438\u043c")
