"""How answers are made, and how often one may ask."""

from django.core.cache import cache
from tests.api_callers import Caller, made_user

from catchall_desk.api import wire


def test_a_tag_of_several_parts_names_the_file_by_the_first():
    assert wire.matched('W/"3-ab.cd"') == "3-ab"
    assert wire.matched('"3-ab", "4-cd"') == "none"


def test_whoever_asks_too_often_is_told_when_to_ask_again(officer, settings):
    settings.DESK_REQUESTS_PER_MINUTE = 1
    cache.clear()
    answers = [officer.get("/me") for _ in range(2)]
    assert [one.status_code for one in answers] == [200, 429]
    assert 0 < int(answers[1]["Retry-After"]) <= 60


def test_a_key_without_the_scope_is_refused_by_name(desk_db):
    program = Caller(made_user("bot"), ("export",))
    answer = program.get("/cases")
    assert answer.status_code == 403
    assert "scope read" in answer.json()["detail"]


def test_a_parameter_may_stand_once_and_hold_text(officer):
    for query in ("limit=1&limit=2", "state=a%00b"):
        assert officer.get(f"/cases?{query}").status_code == 422
