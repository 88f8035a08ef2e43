"""Pages for what is not there."""

from django.test import Client, RequestFactory

from catchall_desk.web import refusals


def test_nobody_who_is_not_signed_in_learns_more_than_the_way_in(db):
    answer = Client().get("/files/case/")
    assert (answer.status_code, answer.url) == (302, "/account/login/?next=/files/case/")


def test_an_absent_page_says_what_to_do(ana):
    answer = ana.get("/no/such/page/")
    assert answer.status_code == 404
    assert "Check the id" in answer.content.decode()


def test_a_failure_and_a_refusal_have_their_pages(db):
    request = RequestFactory().get("/")
    assert refusals.failed(request).status_code == 500
    assert refusals.forbidden(request).status_code == 403


def test_a_form_without_its_token_records_nothing_and_says_so(ana):
    ana.handler.enforce_csrf_checks = True
    answer = ana.post("/settings/", {"theme": "dark"})
    assert answer.status_code == 403
    assert "nothing was changed" in answer.content.decode()
