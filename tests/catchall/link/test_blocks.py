"""Tests of ``catchall.link.blocks``: every firm, person and ship is invented."""

from datetime import date

from tests.catchall.link.sample import block, telegram

from catchall.link.blocks import blocks, day_of


def test_white_space_is_flat_and_keeps_its_place():
    here = block("Kestrel Ltd sold\nfour pumps.")
    said = here.evidence(0, len(here.text))
    assert (said.text, said.raw) == (
        "Kestrel Ltd sold four pumps.",
        "Kestrel Ltd sold\nfour pumps.",
    )
    assert here.raw[said.start : said.end] == said.raw


def test_a_block_knows_its_paragraph():
    assert [b.number for b in blocks(telegram("One sale.", "Two sales."))] == [1, 2]


def test_the_day_is_that_of_the_date_time_group():
    assert day_of(telegram("One sale.")) == date(2009, 3, 12)


def test_a_table_keeps_its_lines():
    rows = "1     shaft seals, type 8      60  ea\n2     gaskets                 400  ea"
    found = blocks(telegram("Goods:\n\n" + rows, "End of list."))
    assert [len(b.table) for b in found if b.table] == [2]


def test_sentences_know_their_block():
    here = block("It left. It came back.")
    assert [s.text.strip() for s in here.sentences()] == ["It left.", "It came back."]
