"""The ways in, and the pages of shipment and item, in a real browser."""

import os

import pytest
from playwright.sync_api import expect
from tests.catchall_desk.web.screens.test_screen import SHIPMENT
from tests.catchall_desk.web.screens.test_shipment import LEGS
from tests.catchall_desk.web.screens.test_telegram import DATA
from tests.desk_builders import OFFICER, OPEN, at, opening
from tests.desk_engine import FixedClock, in_force

from catchall_desk.cases.commands import Command
from catchall_desk.jobs import moment
from catchall_desk.store.desk import run


@pytest.fixture
def tab(tab_of, monkeypatch, tmp_path_factory):
    """Ana's tab, on a desk with one invented list in force."""
    monkeypatch.setattr(moment, "clock", FixedClock(in_force(tmp_path_factory)))
    return tab_of("ana", role="officer", office="desk one")


def looked_at(tab, name):
    """The page is accessible; a picture of it is kept where PICTURES names a folder."""
    tab.accessible()
    if folder := os.environ.get("PICTURES"):
        tab.page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def test_a_shipment_is_screened_and_recorded(tab):
    page = tab.open("/screen/")
    looked_at(tab, "screen-empty")
    for name, value in SHIPMENT.items():
        if name.endswith(".role"):
            page.locator(f'[name="{name}"]').select_option(value)
        elif name != "do":
            page.locator(f'[name="{name}"]').fill(value)
    page.get_by_role("button", name="Screen", exact=True).click()
    expect(page.get_by_role("heading", name="Answer")).to_be_visible()
    looked_at(tab, "screen")
    page.get_by_role("button", name="Record as a transaction").click()
    page.get_by_role("link", name="As a shipment").click()
    expect(page.get_by_role("heading", name="The way", exact=True)).to_be_visible()


def test_a_message_is_judged_fact_by_fact(tab):
    page = tab.open("/telegrams/")
    page.locator("#text").fill(DATA)
    page.locator("#marking").fill(OPEN)
    page.get_by_role("button", name="Read", exact=True).click()
    looked_at(tab, "telegram")
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_text("6 facts, 5 not judged yet")).to_be_visible()


def test_names_goods_shipment_and_item_are_accessible(tab):
    item = Command(
        "item",
        "begin",
        body={"set": {"name": "ball bearings", "schema": "goods"}},
        marking=OPEN,
    )
    deal = run(opening("transaction", legs=LEGS), OFFICER, at()).stream
    places = {
        "goods": "/goods/?text=ball+bearings,+inner+diameter+20+mm",
        "shipment": f"/shipments/{deal}/",
        "item": f"/items/{run(item, OFFICER, at()).stream}/",
    }
    for name, path in places.items():
        tab.open(path)
        looked_at(tab, name)
    page = tab.open("/names/")
    page.locator("#name").fill("Kivrox Pumps Ltd")
    page.get_by_role("button", name="Look up").click()
    expect(page.get_by_role("heading", name="1 hit")).to_be_visible()
    looked_at(tab, "names")
