"""What is counted of a country."""

import pytest
from tests.dealings import CLOSE, again, measured, sent
from tests.desk_builders import OFFICER, PARTNER

from catchall_desk.jobs import country
from catchall_desk.store.view import view_of

pytestmark = pytest.mark.django_db


def of_germany(reader=OFFICER):
    with view_of(reader) as view:
        return country.record(view, "DE")


def numbers(found):
    return {name: len(found.group(name)) for name in country.GROUPS}


def test_requests_count_by_what_came_of_them():
    sent(3)
    sent(6, says="denies")
    sent(None)
    found = of_germany()
    assert numbers(found) | {"requests": 3, "answered": 2, "acted": 1, "waiting": 1} == numbers(
        found
    )
    assert found.median_days == "4.5"


def test_nothing_answered_has_no_median():
    assert of_germany().median_days == ""


def test_a_measure_counts_for_the_country_of_its_case():
    measured()
    found = of_germany()
    assert (found.by_kind, len(found.group("open_cases"))) == ({"fine": 1}, 1)


def test_a_party_in_a_later_file_comes_again():
    _, party = measured()
    later = again(party)
    assert [str(one.row.stream) for one in of_germany().again] == [later]


def test_only_what_may_be_seen_is_counted():
    sent(3, CLOSE)
    assert len(of_germany().requests) == 1
    assert of_germany(PARTNER).requests == ()
    with view_of(PARTNER) as view:
        assert country.countries(view) == {}


def test_countries_are_named_by_cases_and_requests():
    measured()
    sent()
    with view_of(OFFICER) as view:
        assert country.countries(view) == {"DE": (1, 1)}
