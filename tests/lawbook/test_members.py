"""Members of the regimes: counts, verification of each date, and the EAR's own table."""

import csv
from datetime import date
from itertools import pairwise

import pycountry
import pytest

from catchall.dates import in_force
from catchall.law.load import load
from catchall.marking.groups import VALUES

BOOK = load()
HISTORIES = {code: BOOK.values[name] for code, name in VALUES.items()}
# what the EAR's table (columns A:1 to A:4 on 2026-07-23) names otherwise than the regime
EAR = {
    "WA": ("wassenaar_A1", {"ISL"}, {"MLT", "RUS", "UKR"}),
    "MTCR": ("mtcr_A2", set(), {"RUS"}),
    "AG": ("ag_A3", set(), set()), "NSG": ("nsg_A4", set(), {"BLR", "CHN", "RUS"}),
}  # fmt: skip


def on(code, day):
    return set(in_force(HISTORIES[code], day).value)


@pytest.mark.parametrize("code", sorted(VALUES))
def test_members_are_countries_and_each_date_says_how_it_is_known(code):
    for version in HISTORIES[code]:
        assert all(pycountry.countries.get(alpha_3=member) for member in version.value)
        assert version.value == sorted(set(version.value))
        assert version.verified[0] in "VSM"


@pytest.mark.parametrize("code", sorted(VALUES))
def test_nobody_has_left_so_far(code):
    values = [set(version.value) for version in HISTORIES[code]]
    assert all(one < later for one, later in pairwise(values))


@pytest.mark.parametrize(
    ("code", "day", "country", "member"),
    [
        ("MTCR", "2016-06-26", "IND", False), ("MTCR", "2016-06-27", "IND", True),
        ("AG", "2013-08-11", "MEX", False), ("AG", "2013-08-12", "MEX", True),
        ("AG", "2018-01-19", "IND", True), ("WA", "2017-12-08", "IND", True),
        ("NSG", "2004-12-31", "CHN", True), ("NSG", "2026-01-01", "IND", False),
        ("NATO", "2024-03-06", "SWE", False), ("NATO", "2024-03-07", "SWE", True),
    ],
)  # fmt: skip
def test_well_known_days(code, day, country, member):
    assert (country in on(code, date.fromisoformat(day))) is member


def test_a_group_has_no_members_before_it_began():
    assert in_force(HISTORIES["MTCR"], date(1987, 4, 15)) is None


@pytest.mark.parametrize("code", sorted(EAR))
def test_the_ear_names_the_same_but_for_what_is_listed(code, real_data):
    column, more, fewer = EAR[code]
    path = real_data / "ref" / "regime_membership.csv"
    with path.open(encoding="utf-8", newline="") as rows:
        named = [row["country"] for row in csv.DictReader(rows) if row[column] == "1"]
    table = {pycountry.countries.search_fuzzy(_name(name))[0].alpha_3 for name in named}
    members = on(code, date(2026, 7, 23))
    assert (table - members, members - table) == (more, fewer)


def _name(name):
    return {"Korea, South": "Korea, Republic of"}.get(name, name)
