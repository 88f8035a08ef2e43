"""The frame of the desk in a real browser."""

from playwright.sync_api import expect
from tests.desk_builders import CLOSE, OFFICER, at, claim, opening

from catchall_desk.cases.commands import Command
from catchall_desk.store.desk import run


def filled() -> tuple[str, str]:
    """A desk with two cases, a party in a transaction and a closer note."""
    case = run(opening("case"), OFFICER, at()).stream
    run(opening("case", CLOSE, title="Bearings to the coast"), OFFICER, at(1))
    note = Command("case", "note", case, body={"text": "Kept close"}, marking=CLOSE)
    run(note, OFFICER, at(2))
    party = run(opening("party"), OFFICER, at(3)).stream
    run(claim(party, "Holm Precision"), OFFICER, at(4))
    roles = [{"role": "consignee", "party": party}]
    run(opening("transaction", roles=roles), OFFICER, at(5))
    return case, party


def test_every_page_is_accessible_in_light_and_dark(tab_of):
    case, party = filled()
    dark = ("/", "/files/case/", f"/files/case/{case}/")
    light = ("/queue/", f"/files/party/{party}/", "/search/?q=holm", "/files/case/new/",
             "/account/", "/no/page/")  # fmt: skip
    for scheme, pages in (("light", light), ("dark", dark)):
        tab = tab_of(f"ana-{scheme}", options={"color_scheme": scheme}, office="desk one")
        for path in pages:
            tab.open(path)
            tab.accessible()
        tab.wrong = [one for one in tab.wrong if "404" not in one]


def test_keys_lead_from_home_to_a_file_and_do_nothing_in_a_field(tab_of):
    filled()
    tab = tab_of("ana", office="desk one")
    page = tab.open("/")
    page.keyboard.press("g")
    page.keyboard.press("c")
    expect(page).to_have_title("Cases | catchall")
    tab.ready()
    for key in ("j", "j", "Enter"):
        page.keyboard.press(key)
    expect(page.locator("h1")).to_have_text("Pumps by another way")
    tab.ready()
    page.keyboard.press("/")
    page.keyboard.type("gc?")
    expect(page.locator("#find")).to_have_value("gc?")
    page.locator("h1").click()
    page.locator("main").focus()
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()


def test_a_filter_changes_rows_and_address_without_loading_the_page_anew(tab_of):
    filled()
    tab = tab_of("ana")
    page = tab.open("/files/case/")
    expect(page.locator("tbody tr[data-row]")).to_have_count(2)
    page.locator("#f-about").fill("FR")
    expect(page.locator(".empty")).to_contain_text("No cases here")
    expect(page.locator("#banner-top")).to_have_text("UNCLASSIFIED")
    assert "about=FR" in page.url
    tab.accessible()


def test_a_partner_sees_the_same_case_without_what_is_closer(tab_of):
    case, _ = filled()
    tab = tab_of("pia", role="partner", country="DEU")
    page = tab.open(f"/files/case/{case}/")
    expect(page.locator(".banner").first).to_have_text("UNCLASSIFIED//REL TO USA, DEU")
    assert "Kept close" not in page.content()
    expect(tab.open("/files/case/").locator("tbody tr[data-row]")).to_have_count(1)


def test_reading_needs_no_script_and_fits_a_phone(tab_of):
    case, party = filled()
    options = {"java_script_enabled": False, "viewport": {"width": 390, "height": 800}}
    tab = tab_of("ana", options=options)
    for path in ("/", "/files/case/", f"/files/case/{case}/", f"/files/party/{party}/"):
        page = tab.open(path)
        box = page.locator("main").bounding_box()
        assert box is not None
        assert box["width"] <= 390


def test_a_print_has_the_marking_and_nothing_to_press(tab_of):
    case, _ = filled()
    tab = tab_of("ana")
    page = tab.open(f"/files/case/{case}/")
    page.emulate_media(media="print")
    expect(page.locator(".banner")).to_have_text(["SECRET//NOFORN", "SECRET//NOFORN"])
    expect(page.locator("header.top")).to_be_hidden()
    assert page.locator("button:visible").count() == 0


def test_two_officers_see_each_other_s_changes_without_loading_the_page_anew(tab_of):
    case, _ = filled()
    tab = tab_of("ana")
    page = tab.open(f"/files/case/{case}/")
    page.evaluate("window.stays = true")
    note = Command("case", "note", case, body={"text": "From the other desk"})
    run(note, OFFICER, at(9))
    expect(page.locator(".timeline")).to_contain_text("From the other desk", timeout=20_000)
    assert page.evaluate("window.stays")
