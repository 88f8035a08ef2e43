"""Matches, uploads, countries, requests and administration in a real browser."""

from playwright.sync_api import expect
from tests.dealings import measured, sent
from tests.desk_builders import CLOSE
from tests.hit_builders import HIT, with_hit
from tests.upload_builders import csv, row

from catchall_desk.jobs.uploads import running
from catchall_desk.store.models import FileRow


def test_each_page_is_accessible(tab_of):
    with_hit()
    measured()
    sent()
    tab = tab_of("ana", role="auditor")
    page = tab.open("/matches/")
    hit = page.locator("[data-open-row]").first.get_attribute("href")
    for path in ("/matches/", hit, "/countries/", "/countries/DE/?group=measures", "/uploads/",
                 "/requests/compose/", "/administration/", "/keys/"):  # fmt: skip
        tab.open(path)
        tab.accessible()


def test_matches_are_judged_by_the_keyboard_alone(tab_of):
    with_hit(hits=(HIT, {**HIT, "record": "R-8", "name": "Holm Works"}))
    page = tab_of("ana").open("/matches/")
    keys = page.keyboard
    for key in ("j", "Enter"):
        keys.press(key)
    expect(page.locator("h1")).to_contain_text("Holm Fine Works")
    page.wait_for_load_state()
    keys.press("n")
    keys.type("another country")
    keys.press("Enter")
    expect(page.locator("h1")).to_contain_text("the same as Holm Works")
    page.wait_for_load_state()
    keys.press("h")
    keys.type("ask for the extract")
    keys.press("Enter")
    expect(page.locator(".messages")).to_contain_text("Held back")
    made = FileRow.objects.get(kind="determination")
    assert made.fields["reasons"] == "another country"


def test_the_banner_of_a_request_follows_what_is_written(tab_of):
    tab = tab_of("ana")
    page = tab.open("/requests/compose/")
    page.locator("#to").fill("DEU")
    page.locator("#text-1").fill("Who bought it?")
    page.locator("#marking-1").fill(CLOSE)
    expect(page.locator("#live .mark").first).to_have_text(CLOSE)
    expect(page.locator("#banner-top")).to_have_text(CLOSE)
    expect(page.locator("#live tbody")).to_contain_text("may not")
    tab.accessible()
    assert not FileRow.objects.exists()


def test_an_upload_shows_its_progress_without_loading_the_page_anew(tab_of, tmp_path):
    file = tmp_path / "pumps.csv"
    file.write_bytes(csv(row(1), row(2)))
    tab = tab_of("ana")
    page = tab.open("/uploads/")
    page.locator("#file").set_input_files(file)
    page.locator("#marking").fill("UNCLASSIFIED")
    page.get_by_role("button", name="Check the file").click()
    expect(page.locator("#progress h2")).to_contain_text("waits for its check")
    running.work()
    page.get_by_role("button", name="Make the transactions").click()
    running.work()
    expect(page.locator("#progress h2")).to_contain_text("is made", timeout=10_000)
    tab.accessible()
