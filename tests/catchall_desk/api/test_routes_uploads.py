"""Many shipments at once by the API: checked first, made when asked, undone again."""

import pytest

from catchall_desk.jobs.uploads import running

pytestmark = pytest.mark.parametrize("desk_db", ["sqlite"], indirect=True)
ROWS = b'{"id": "S-1", "consignee": "Holm Works", "description": "pump"}\nno JSON\n'
AT = "/uploads?name=a.jsonl&marking=UNCLASSIFIED"


@pytest.fixture
def upload(officer) -> str:
    """An upload that the worker has checked."""
    number = officer.post(AT, ROWS).json()["id"]
    running.work()
    return number


def test_a_check_names_each_reject_and_records_nothing(officer, upload):
    told = officer.get(f"/uploads/{upload}").json()
    assert (told["step"], told["state"], told["rows"]) == ("check", "done", 2)
    assert [one["line"] for one in told["rejects"]] == [2]
    assert officer.get("/transactions").json()["files"] == []


def test_what_is_asked_for_is_made(officer, upload):
    assert officer.post(f"/uploads/{upload}/make", {}).status_code == 201
    running.work()
    (made,) = officer.get(f"/uploads/{upload}").json()["files"]
    assert officer.get(f"/transactions/{made}").status_code == 200


def test_what_cannot_be_asked_now_is_refused(officer, upload):
    assert officer.post(f"/uploads/{upload}/undo", {}).status_code == 409
    assert officer.post(f"/uploads/{upload}/eat", {}).status_code == 422


def test_the_same_key_uploads_once(officer):
    first, again = (officer.post(AT, ROWS, key="k").json()["id"] for _ in range(2))
    assert first == again
    assert len(officer.get("/uploads").json()["uploads"]) == 1


def test_an_upload_is_its_users_own(officer, partner, upload):
    assert partner.get(f"/uploads/{upload}").status_code == 404
    assert partner.get("/uploads").json() == {"uploads": []}
    assert partner.post(AT, ROWS).status_code == 403
