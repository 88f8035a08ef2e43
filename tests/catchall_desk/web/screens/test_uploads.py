"""Uploads, as pages."""

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.desk_builders import CLOSE, OPEN
from tests.upload_builders import csv, row

from catchall_desk.accounts.models import User
from catchall_desk.jobs.models import UploadMade
from catchall_desk.jobs.uploads import running, states

BAD = row(9).replace("Feinwerk,DE", "=Feinwerk,Atlantis")


def sent(browser, *rows, marking=OPEN, name="pumps.csv"):
    file = SimpleUploadedFile(name, csv(*rows))
    return browser.post("/uploads/", {"file": file, "marking": marking})


def text(answer) -> str:
    return b"".join(answer.streaming_content).decode()


def test_without_uploads_the_page_says_how_to_begin(ana):
    assert "Take the template" in ana.get("/uploads/").text


def test_the_template_can_be_sent_as_it_is(ana):
    file = SimpleUploadedFile("a.csv", text(ana.get("/uploads/template.csv")).encode())
    answer = ana.post("/uploads/", {"file": file, "marking": OPEN})
    running.work()
    upload = ana.get(answer.headers["Location"]).context["upload"]
    assert (upload.rows, upload.made) == (1, 1)


def test_an_upload_is_checked_made_and_undone(ana):
    at = sent(ana, row(1), BAD).headers["Location"]
    assert "waits for its check" in ana.get(at).text
    running.work()
    page = ana.get(at).text
    assert "Rows that would be taken" in page
    assert "Atlantis" in page
    ana.post(f"{at}make/")
    running.work()
    made = UploadMade.objects.get()
    assert str(made.stream) in ana.get(at).text
    ana.post(f"{at}undo/")
    running.work()
    assert "Transactions abandoned</dt><dd>1" in ana.get(at).text
    assert "abandoned" in ana.get(f"/files/transaction/{made.stream}/").text


def test_rejected_rows_go_out_as_csv_without_formulas(ana):
    at = sent(ana, row(1), BAD).headers["Location"]
    running.work()
    lines = text(ana.get(f"{at}errors.csv")).splitlines()
    assert lines[0] == f"# {OPEN}" or lines[0] == f'"# {OPEN}"'
    assert lines[3].startswith("3,exporter_country,")


def test_progress_is_asked_for_while_it_lives_and_can_be_stopped(ana):
    at = sent(ana, row(1)).headers["Location"]
    assert 'hx-trigger="every 2s"' in ana.get(at).text
    ana.post(f"{at}stop/")
    page = ana.get(at).text
    assert "is stopped" in page
    assert "Go on" in page
    assert "every 2s" not in page


def test_what_cannot_be_asked_is_told(ana):
    at = sent(ana, row(1)).headers["Location"]
    assert "not possible" in ana.post(f"{at}undo/", follow=True).text
    assert ana.get(f"{at}undo/").status_code == 405


def test_a_file_that_cannot_be_taken_says_why(ana, monkeypatch):
    assert "save it as one" in sent(ana, row(1), name="a.exe").text
    assert ana.post("/uploads/", {"marking": OPEN}).status_code == 409
    monkeypatch.setattr(states, "LARGEST", 4)
    assert "cut it in parts" in sent(ana, row(1)).text


def test_the_same_file_again_is_told(ana):
    sent(ana, row(1))
    assert (
        "uploaded the same file before" in ana.get(sent(ana, row(1)).headers["Location"]).text
    )


def test_a_file_that_cannot_be_read_fails_with_the_reason(ana):
    file = SimpleUploadedFile("a.xlsx", b"no workbook")
    at = ana.post("/uploads/", {"file": file, "marking": OPEN}).headers["Location"]
    running.work()
    assert "has failed" in ana.get(at).text


def test_an_upload_is_there_for_its_user_alone(ana, pia):
    at = sent(ana, row(1), marking=CLOSE).headers["Location"]
    assert pia.get(at).status_code == 404
    User.objects.filter(username="ana").update(level="U")
    assert ana.get(at).status_code == 404
    assert "pumps.csv" not in ana.get("/uploads/").text


def test_a_partner_uploads_nothing(pia):
    assert sent(pia, row(1)).status_code == 403
