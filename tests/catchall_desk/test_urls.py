"""What nobody foresaw is told in the form of whom it goes to."""

from django.test import RequestFactory

from catchall_desk import urls


def test_a_program_is_told_as_a_program():
    answer = urls.failed(RequestFactory().get("/api/v1/cases"))
    assert (answer.status_code, answer["Content-Type"]) == (500, "application/problem+json")
