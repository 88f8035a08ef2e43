"""What the signed-in user may see, for each view."""

import pytest
from django.http import Http404, HttpResponse
from django.test import RequestFactory
from tests.api_callers import made_user
from tests.desk_builders import CLOSE, OFFICER, at, opening

from catchall_desk.errors import NotFoundError
from catchall_desk.store.desk import run
from catchall_desk.web.access import found, reading


def request_of(name, **values):
    request = RequestFactory().get("/")
    request.user = made_user(name, **values)
    return request


@reading
def case(request, view, stream):
    return HttpResponse(found(view, "case", stream).state)


def test_a_view_sees_what_its_user_may_see(desk_db):
    stream = run(opening("case", CLOSE), OFFICER, at()).stream
    assert case(request_of("ana"), stream=stream).content == b"open"
    with pytest.raises(Http404):
        case(request_of("pia", role="partner", country="DEU"), stream=stream)


def test_a_file_of_another_kind_is_not_there(desk_db):
    stream = run(opening("lead"), OFFICER, at()).stream
    with pytest.raises(Http404) as told:
        case(request_of("ana"), stream=stream)
    assert isinstance(told.value.__cause__, NotFoundError)
