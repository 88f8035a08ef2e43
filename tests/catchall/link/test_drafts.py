"""Tests of ``catchall.link.drafts``: every firm, person and ship is invented."""

import re

import pytest
from tests.catchall.link.sample import case, drafts, telegram

from catchall.link.drafts import draft
from catchall.link.schema import as_dict

SALE = (
    "In May 2008 the Spanish firm Kestrel Flow S.A. of Valencia sold 40 bellows "
    "valves (model AF-2) to\nthe trading house "
    "Sanaye Darya of Bandar Abbas. Customs at Barcelona seized the valves on March 3."
)


def spans(node, raw):
    """Every span of a JSON tree with the words it should hold."""
    if isinstance(node, dict):
        if "span" in node and "text" in node:
            yield raw[slice(*node["span"])], node.get("raw", node["text"])
        for value in node.values():
            yield from spans(value, raw)
    elif isinstance(node, list):
        for value in node:
            yield from spans(value, raw)


def test_a_case_holds_what_the_text_says():
    found = case(SALE)
    assert [i.description for i in found.items] == ["bellows valves"]
    assert [c.value for c in found.destinations] == ["IR"]
    assert [o.category for o in found.outcomes] == ["shipment_seized"]
    assert [d.date.value for d in found.dates] == ["2008-05", "2009-03-03"]


def test_every_fact_slices_to_its_words():
    made = telegram(SALE, "No more.")
    pairs = list(spans(as_dict(draft(made)), made.raw))
    assert len(pairs) > 8
    assert [pair for pair in pairs if pair[0] != pair[1]] == []


def test_the_same_telegram_gives_the_same_drafts():
    assert as_dict(drafts(SALE)) == as_dict(drafts(SALE))


def test_a_message_without_a_firm_or_goods_has_no_case():
    assert drafts("The minister spoke of trade.", "He was brief.").no_case


def test_dates_of_orders_to_posts_are_not_of_the_case():
    assert [d.date.value for d in case(SALE, "Posts should report by May 2.").dates] == [
        "2008-05",
        "2009-03-03",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        "1.",
        "(C)",
        "\x00\x01",
        "A" * 3000,
        "sold to by from " * 200,
        "tubes",
        "Kestrel Ltd " * 300,
    ],
)
def test_no_text_breaks_it(words):
    assert isinstance(as_dict(drafts(words, re.sub(r"\\s", "", words)))["cases"], list)
