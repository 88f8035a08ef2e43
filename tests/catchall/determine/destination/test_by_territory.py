"""Must listed goods have an authorisation of the Union, and which general one is usable?"""

import pytest
from tests.catchall.determine.destination.conftest import Ask

from catchall.records import Outcome

LICENCE = Outcome.LICENCE


@pytest.mark.parametrize(
    ("code", "to", "outcome"),
    [
        ("1C107.a", "IN", LICENCE),
        ("1C107.a", "US", LICENCE),  # a general authorisation is an authorisation
        ("1C107.a", "FR", None),
        ("0C003", "FR", LICENCE),
        ("1C239", "DE", LICENCE),
        ("EU-ML8.a", "FR", LICENCE),
        ("EU-ML8.a", "CH", LICENCE),
    ],
)
def test_the_place_decides(eu: Ask, code: str, to: str, outcome: Outcome | None) -> None:
    ruling = eu(code, to)
    assert ruling.outcome is outcome
    assert ruling.cite.startswith("eu-")


@pytest.mark.parametrize(
    ("code", "to", "name"),
    [
        ("1C107.a", "US", "EU001"),
        ("2B201", "JP", "EU001"),
        ("1A004.a", "KR", "EU002"),
        ("3C002", "TR", "EU002"),
        ("2B350.a", "IN", "EU003"),
        ("2B350.a", "AE", "EU004"),
        ("5A001.d", "ZA", "EU005"),
        ("1C350.45", "AR", "EU006"),
        ("2E001", "BR", "EU007"),
        ("5A002.b", "PE", "EU008"),
    ],
)
def test_a_general_authorisation_that_could_be_used_is_told(
    eu: Ask, code: str, to: str, name: str
) -> None:
    ruling = eu(code, to)
    assert ruling.outcome is LICENCE
    assert any(one.startswith(f"{name} could be used") for one in ruling.general)


@pytest.mark.parametrize(
    ("code", "to"),
    [
        ("1C351.a", "US"),  # section I
        ("0C003", "US"),  # Annex IV
        ("1C350.4", "AR"),  # not among the chemicals of EU006
        ("1C107.a", "TR"),
        ("2E001", "CN"),
        ("5A002.b", "CN"),
        ("1C350.45", "IN"),
    ],
)
def test_where_none_is_usable_it_says_so(eu: Ask, code: str, to: str) -> None:
    told = " ".join(eu(code, to).general)
    assert "could be used" not in told.replace("EU003 could be used", "").replace(
        "EU004 could be used", ""
    )


def test_goods_named_under_a_fitting_general_authorisation_need_no_other(eu: Ask) -> None:
    assert eu("1C107.a", "US", named=("EU001",)).outcome is None
    assert eu("1C107.a", "IN", named=("EU001",)).outcome is LICENCE


def test_a_part_of_a_number_is_said_to_be_a_part(eu: Ask) -> None:
    assert "if these are not" in " ".join(eu("1C003", "KR").general)


def test_goods_that_leave_another_country_are_no_export(eu: Ask) -> None:
    assert eu("1C107.a", "IN", left=("CN",), left_known=True).outcome is None
    assert eu("1C107.a", "IN", left=("CN",)).outcome is LICENCE
    assert eu("1C107.a", "IN", left=("CN", "NL"), left_known=True).outcome is LICENCE


def test_without_a_destination_it_is_not_decided(eu: Ask) -> None:
    assert eu("1C107.a").incomplete
