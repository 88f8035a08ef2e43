"""Forms that record."""

import re

from tests.desk_builders import BOSS, CLOSE, OFFICER, at, opening

from catchall_desk.cases.commands import Command
from catchall_desk.store.desk import run
from catchall_desk.store.models import EventRow


def hidden(page, name):
    return re.search(rf'name="{name}" value="([^"]*)"', page)[1]


def form_of(browser, address):
    page = browser.get(address).content.decode()
    return {name: hidden(page, name) for name in ("tag", "key", "marking")}


def test_a_case_is_opened_by_its_form(ana):
    sent = form_of(ana, "/files/case/new/") | {
        "marking": "SECRET//NOFORN",
        "set.title": "Valves to nowhere",
        "set.about": "AE",
        "set.kind": "diversion",
        "set.raised_by": "DEU\nFRA",
    }
    answer = ana.post("/files/case/new/", sent)
    assert answer.status_code == 302
    page = ana.get(answer.url).content.decode()
    assert "Valves to nowhere" in page
    assert "Recorded: open." in page


def test_what_is_wrong_is_told_and_what_was_written_is_kept(ana):
    sent = {"marking": "SECRET//NOFORN", "set.title": "Kept as written", "set.about": "nowhere"}
    answer = ana.post("/files/case/new/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Nothing was recorded." in page
    assert 'value="Kept as written"' in page
    assert EventRow.objects.count() == 0


def test_who_is_late_does_not_overwrite_and_keeps_his_text(ana):
    done = run(opening("case"), OFFICER, at())
    address = f"/files/case/{done.stream}/do/note/"
    sent = form_of(ana, address) | {"text": "My remark"}
    run(Command("case", "take", done.stream), BOSS, at(1))
    answer = ana.post(address, sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "My remark" in page
    again = ana.post(address, sent | {"tag": hidden(page, "tag")})
    assert again.status_code == 302


def test_sending_twice_records_once(ana):
    done = run(opening("case"), OFFICER, at())
    address = f"/files/case/{done.stream}/do/note/"
    sent = form_of(ana, address) | {"text": "Once"}
    assert [ana.post(address, sent).status_code for _ in range(2)] == [302, 302]
    assert EventRow.objects.filter(type="note").count() == 1


def test_who_may_not_act_is_told_so(pia):
    done = run(opening("case"), OFFICER, at())
    answer = pia.post(f"/files/case/{done.stream}/do/note/", {"text": "no"})
    assert answer.status_code == 403
    assert "ask somebody whose role it is" in answer.content.decode()


def test_there_is_no_form_for_what_may_not_be_seen_or_is_no_event(ana, pia):
    close = run(opening("case", CLOSE), OFFICER, at()).stream
    assert pia.get(f"/files/case/{close}/do/note/").status_code == 404
    assert pia.post(f"/files/case/{close}/do/note/", {"text": "x"}).status_code == 404
    assert ana.get(f"/files/case/{close}/do/dance/").status_code == 404
