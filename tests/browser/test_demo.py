"""What people do at the desk, in a real browser on the demo; the pictures of the tour."""

import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Page, expect

from catchall_desk.cases.machines import ROLES

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
CASE = "Pumps for Tarsinvale by way of Vienna"
OURS = "Gate arrays in the baggage"
PARTY = "Tarsinvale Instruments FZE"
CLOSER = "A source says that the goods go on"


def picture(page: Page, name: str) -> None:
    """Draws the page for the tour, when CATCHALL_PICTURES is set."""
    if os.environ.get("CATCHALL_PICTURES"):
        page.set_viewport_size({"width": 1280, "height": 560})
        page.screenshot(path=PICTURES / f"desk-{name}.png")


def note(page: Page, text: str) -> None:
    """Adds a note to the file that is shown."""
    page.get_by_role("link", name="note", exact=True).click()
    page.locator("[name=text]").fill(text)
    page.get_by_role("button", name="Record").click()


def test_the_sign_in_page_names_a_user_for_each_role(desks):
    desk = desks.new()
    page = desk.open("/account/login/")
    told = page.locator("tbody tr td:nth-child(3)").all_inner_texts()
    assert {one.split(",")[0] for one in told} == ROLES
    assert desk.faults() == []
    picture(page, "sign-in")


def test_each_user_signs_in_and_is_told_what_he_may_see(desks):
    held = {}
    for user in ("ana", "ben", "lia", "noor", "pia", "aud", "adm"):
        page = desks(user).open("/")
        held[user] = page.locator("ul.tiles a", has_text="cases").locator("b").inner_text()
    assert (held["ana"], held["adm"]) == ("40", "0")
    assert 0 < int(held["pia"]) < 40


def test_every_page_says_exercise_and_its_marking(desks):
    desk = desks("ana")
    for path in ("/", "/queue/", "/files/case/", "/names/", "/account/", "/no/page/"):
        page = desk.open(path)
        expect(page.get_by_role("region", name="Exercise")).to_contain_text("invented")
        expect(page.locator("#banner-top")).to_have_text(re.compile("UNCLASSIFIED|SECRET"))


def test_axe_finds_nothing_on_any_page(desks):
    desk, faults = desks("ana"), {}
    pages = ["/", "/queue/", "/files/case/", "/files/transaction/", "/files/request/",
             "/files/party/", "/files/case/new/", "/search/?q=pumps", "/matches/",
             "/countries/", "/countries/AE/", "/screen/", "/names/", "/goods/", "/telegrams/",
             "/account/", "/no/page/"]  # fmt: skip
    for path in pages:
        desk.open(path)
        faults[path] = desk.faults()
    for words, kind in ((CASE, "case"), (PARTY, "party"), ("Vacuum pumps", "transaction")):
        desk.find(words, kind)
        faults[kind] = desk.faults()
    assert {path: found for path, found in faults.items() if found} == {}


def test_the_filter_of_the_queue_is_in_its_address(desks):
    desk = desks("ana")
    page = desk.open("/queue/")
    picture(page, "queue")
    desk.follow(page.get_by_role("link", name="Sent and waiting"))
    assert desk.path == "/queue/?tab=sent"
    texts = page.locator("[data-open-row]").all_inner_texts()
    other = desks("ana").open(desk.path)
    assert texts == other.locator("[data-open-row]").all_inner_texts() != []


def test_a_filter_of_a_list_changes_rows_and_address(desks):
    page = desks("ana").open("/files/case/")
    page.locator("#f-state").select_option("closed")
    expect(page.locator("tr[data-row]")).to_have_count(2)
    expect(page).to_have_url(re.compile("state=closed"))


def test_a_case_is_shown_as_the_desk_knew_it_on_a_day(desks):
    desk = desks("ana")
    page = desk.find(CASE, "case")
    expect(page.locator(".timeline")).to_contain_text(CLOSER)
    picture(page, "case")
    day = datetime.now(UTC).date() - timedelta(days=33)  # noqa: TID251 - the demo is of today
    page.locator("[name=known_on]").fill((day - timedelta(days=1)).isoformat())
    desk.follow(page.get_by_role("button", name="Show"))
    expect(page.locator(".file")).not_to_contain_text(CLOSER)
    assert f"known_on={day - timedelta(days=1)}" in desk.path


def test_a_note_is_added_and_told_with_its_author(desks):
    page = desks("ana").find("Thermal cameras for a hunting club", "case")
    note(page, "The club has eleven members.")
    line = page.locator(".timeline li", has_text="The club has eleven members.")
    expect(line).to_contain_text("by ana (officer)")


def test_a_partner_sees_the_same_case_without_what_is_not_released(desks):
    ours, theirs = desks("ana"), desks("pia")
    page = ours.find(CASE, "case")
    banner = page.locator("#banner-top").inner_text()
    expect(page.locator("body")).to_contain_text("SECRET//NOFORN")
    partner = theirs.open(ours.path)
    expect(partner.locator("h1")).to_have_text(CASE)
    expect(partner.locator("body")).not_to_contain_text("NOFORN")
    expect(partner.locator("body")).not_to_contain_text(CLOSER)
    assert partner.locator("#banner-top").inner_text() != banner
    picture(partner, "partner")


def test_a_case_that_is_not_released_is_absent_for_a_partner(desks):
    ours, theirs = desks("ana"), desks("gwen")
    ours.find(OURS, "case")
    hidden = theirs.open(ours.path).locator("main").inner_text()
    never = ours.path.replace(ours.path.split("/")[3][:8], "00000000")
    assert theirs.open(never).locator("main").inner_text() == hidden


def test_a_party_shows_its_names_and_its_network_also_as_a_table(desks):
    page = desks("ana").find(PARTY, "party")
    expect(page.locator("section", has=page.locator("#names"))).to_contain_text("تارسينفيل")
    drawn = page.locator("figure.network a[data-node]")
    table = page.locator("figure.network table")
    assert drawn.count() > 3
    page.locator("figure.network").evaluate("drawing => drawing.scrollIntoView()")
    picture(page, "network")
    page.locator("figure.network summary").click()
    expect(table).to_contain_text("Sepandboran Trading and Procurement")


def test_keys_go_search_step_and_help(desks):
    desk = desks("ana")
    page = desk.open("/")
    with page.expect_navigation(wait_until="load"):
        page.keyboard.type("gq")
    assert desk.path == "/queue/"
    page.keyboard.type("jj")
    expect(page.locator("[data-row]").nth(1)).to_have_class(re.compile("here"))
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")
    assert desk.path.startswith("/files/")
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.type("/j?")
    expect(page.locator("#find")).to_have_value("j?")


def test_a_print_keeps_the_marking_and_drops_the_navigation(desks):
    page = desks("ana").open("/files/case/?state=closed")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Desk")).to_be_hidden()
    expect(page.locator("#banner-top")).to_be_visible()
    expect(page.locator(".filter-text")).to_contain_text("closed")


def test_a_phone_reads_without_moving_sideways(desks):
    desk = desks("ana", viewport={"width": 390, "height": 800})
    for path in ("/", "/queue/", "/files/case/"):
        page = desk.open(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
    page = desk.find(CASE, "case")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_dark_is_chosen_and_stays(desks):
    desk = desks("ana")
    page = desk.open("/queue/")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("select[name=theme]").select_option("dark")
    desk.follow(page.get_by_role("button", name="Keep"))
    page = desk.open("/files/party/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    assert desk.faults() == []


def test_with_scripts_off_everything_is_read(desks):
    desk = desks("ana", java_script_enabled=False)
    page = desk.open("/files/case/?state=active")
    assert page.locator("[data-open-row]").count() > 10
    desk.follow(page.locator("[data-open-row]").first)
    expect(page.locator(".timeline")).to_contain_text("open")
    page.locator("figure.network summary").click()
    expect(page.locator("figure.network table")).to_be_visible()


def test_two_officers_on_one_case_see_each_others_work(desks):
    ana, otto = desks("ana"), desks("otto")
    page = ana.find("Training on a five-axis machine", "case")
    otto.open(ana.path)
    note(otto.page, "The trainer has left the firm.")
    expect(page.locator(".timeline")).to_contain_text("The trainer has left the firm.")


def test_a_form_filled_on_a_stale_page_is_refused_and_says_so(desks):
    ana, otto = desks("ana"), desks("otto")
    page = ana.find("Furnace parts by parcel post", "case")
    path = ana.path
    page.get_by_role("link", name="note", exact=True).click()
    page.locator("[name=text]").fill("Written on an old page.")
    note(otto.open(path), "The newer note.")
    expect(otto.page.locator(".timeline")).to_contain_text("The newer note.")
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was recorded")
    expect(page.locator("[name=text]")).to_have_value("Written on an old page.")


def test_a_match_is_judged_by_keyboard_alone(desks):
    desk = desks("ana")
    page = desk.open("/matches/")
    rows = page.locator("tr[data-row]").count()
    assert rows > 0
    page.keyboard.press("j")
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")
    picture(page, "match")
    assert desk.faults() == []
    page.keyboard.press("y")
    expect(page.locator("[value=same]")).to_be_checked()
    page.locator("#why").focus()
    page.keyboard.type("Name, country and record agree.")
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_shipment_is_screened_and_told_with_its_reasons(desks):
    desk = desks("ana")
    page = desk.open("/screen/")
    page.locator("#n0, #n1").first.fill("Strenelin Trade House OOO")
    page.locator("#marking").fill("UNCLASSIFIED")
    desk.follow(page.locator("[name=do][value=screen]"))
    expect(page.locator("main")).to_contain_text("exercise-prohibited")
    assert desk.faults() == []
    picture(page, "screen")


def test_a_name_in_another_script_is_found_on_the_list(desks):
    desk = desks("ana")
    page = desk.open("/names/")
    page.locator("#name").fill("Торговый дом Стренелин")
    desk.follow(page.get_by_role("button", name="Look up"))
    expect(page.locator("section", has=page.locator("#hits"))).to_contain_text(
        "exercise-prohibited"
    )
    assert desk.faults() == []


def test_goods_are_classified_with_questions(desks):
    desk = desks("ana")
    page = desk.open("/goods/")
    page.locator("#text").fill("frequency changer, 40 kVA")
    desk.follow(page.get_by_role("button", name="Classify"))
    expect(page.locator("#outcome")).to_be_visible()
    assert desk.faults() == []


def test_a_country_tells_what_was_asked_of_it(desks):
    page = desks("ana").open("/countries/AE/")
    expect(page.locator("main")).to_contain_text(re.compile("request|case", re.IGNORECASE))
    picture(page, "country")
