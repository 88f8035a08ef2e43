"""One file."""

from datetime import timedelta
from uuid import uuid4

from tests.desk_builders import BOSS, CLOSE, NOW, OFFICER, at, claim, opening

from catchall_desk.cases.commands import Command
from catchall_desk.store.desk import run


def page_of(browser, stream, query="", kind="case"):
    return browser.get(f"/files/{kind}/{stream}/{query}").content.decode()


def test_a_file_shows_facts_timeline_and_next_steps(ana):
    done = run(opening("case"), OFFICER, at())
    page = page_of(ana, done.stream)
    assert "Pumps by another way" in page
    assert "happened <time" in page
    assert f"/files/case/{done.stream}/do/take/" in page
    assert "Copy citation" in page


def test_what_is_blocked_says_why(ana):
    done = run(opening("transaction"), OFFICER, at())
    run(Command("transaction", "screen", done.stream), OFFICER, at(1))
    assert "not now" in page_of(ana, done.stream, kind="transaction")


def test_a_partner_s_view_is_the_file_without_what_is_closer(ana, pia):
    done = run(opening("case"), OFFICER, at())
    note = Command("case", "note", done.stream, body={"text": "Kept close"}, marking=CLOSE)
    run(note, OFFICER, at(1))
    assert "Kept close" in page_of(ana, done.stream)
    assert ">SECRET//NOFORN</section>" in page_of(ana, done.stream)
    assert "Kept close" not in page_of(pia, done.stream)
    assert "NOFORN" not in page_of(pia, done.stream)


def test_what_is_hidden_answers_as_what_is_absent(pia):
    done = run(opening("case", CLOSE), OFFICER, at())
    hidden = pia.get(f"/files/case/{done.stream}/")
    absent = pia.get(f"/files/case/{uuid4()}/")
    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert (
        hidden.content.split(b"<main")[1].split(b"</main>")[0]
        == (absent.content.split(b"<main")[1].split(b"</main>")[0])
    )


def test_a_file_is_shown_as_it_was_known(ana):
    done = run(opening("case"), OFFICER, at())
    run(Command("case", "take", done.stream), BOSS, at(24 * 60))
    day = NOW.date().isoformat()
    assert "take <span" not in page_of(ana, done.stream, f"?known_on={day}")
    assert "take <span" in page_of(ana, done.stream)


def test_the_timeline_goes_by_what_happened_or_by_what_was_learned(ana):
    done = run(opening("case"), OFFICER, at())
    for minute, (text, days) in enumerate([("Seen late", 9), ("Seen early", 1)], 1):
        happened = NOW - timedelta(days=days)
        note = Command("case", "note", done.stream, body={"text": text}, happened_at=happened)
        run(note, OFFICER, at(minute))
    learned, by_day = page_of(ana, done.stream), page_of(ana, done.stream, "?by=happened")
    assert learned.index("Seen early") < learned.index("Seen late")
    assert by_day.index("Seen early") < by_day.index("Seen late")
    assert "learned <time" in learned


def test_a_party_shows_names_with_sources_roles_and_network(ana, pia):
    party = run(opening("party"), OFFICER, at()).stream
    run(claim(party, "Holm Precision"), OFFICER, at(1))
    run(claim(party, "Hidden Holm", CLOSE), OFFICER, at(2))
    roles = [{"role": "consignee", "party": party}]
    run(opening("transaction", roles=roles), OFFICER, at(3))
    page = page_of(ana, party, kind="party")
    assert "Holm Precision" in page
    assert "letter" in page
    assert "consignee in <a" in page
    assert 'data-node="' in page
    assert "Hidden Holm" in page
    assert "Hidden Holm" not in page_of(pia, party, kind="party")


def test_an_open_page_asks_for_news_and_gets_the_file_anew_only_when_it_changed(ana):
    done = run(opening("case"), OFFICER, at())
    address, seen = f"/files/case/{done.stream}/", {"X-Desk-Watching": done.tag}
    assert f'"X-Desk-Watching": "{done.tag}"' in page_of(ana, done.stream)
    assert ana.get(address, headers=seen).status_code == 204
    run(Command("case", "note", done.stream, body={"text": "Fresh"}), BOSS, at(1))
    assert "Fresh" in ana.get(address, headers=seen).content.decode()


def test_what_others_may_not_see_is_no_news_to_them(pia):
    done = run(opening("case"), OFFICER, at())
    note = Command("case", "note", done.stream, body={"text": "close"}, marking=CLOSE)
    run(note, OFFICER, at(1))
    seen = {"X-Desk-Watching": done.tag}
    assert pia.get(f"/files/case/{done.stream}/", headers=seen).status_code == 204
