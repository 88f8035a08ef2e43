"""Country names as lists and customs write them become ISO alpha-2 codes, or nothing."""

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall.text.countries import country_code, country_name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Iran", "IR"),
        ("IRAN, ISLAMIC REPUBLIC OF", "IR"),
        ("Iran (Islamic Republic of)", "IR"),
        ("Korea, North", "KP"),
        ("DPRK", "KP"),
        ("Democratic People's Republic of Korea", "KP"),
        ("Korea, South", "KR"),
        ("Republic of Korea", "KR"),
        ("Russia", "RU"),
        ("RUSSIAN FEDERATION", "RU"),
        ("Burma", "MM"),
        ("U.A.E.", "AE"),
        ("Türkiye", "TR"),
        ("TURKEY", "TR"),
        ("NO", "NO"),
        ("MY", "MY"),
        ("MOLDOVA, REPUBLIC OF", "MD"),
        ("Hong Kong", "HK"),
        ("China, Hong Kong Special Administrative Region", "HK"),
        ("Congo, Democratic Republic of the", "CD"),
        ("Congo, Republic of the", "CG"),
        ("Taiwan", "TW"),
        ("REPUBLIC OF CHINA", "TW"),
        ("People's Republic of China", "CN"),
        ("The Gambia", "GM"),
        ("Cote d Ivoire", "CI"),
        ("Region: Gaza", "PS"),
        ("Crimea Region of Ukraine", "UA"),
        ("Kosovo", "XK"),
        ("deu", "DE"),
        (" us ", "US"),
        ("UK", "GB"),
        ("ALEMANIA", "DE"),
        ("Россия", "RU"),
    ],
)
def test_a_spelling_of_lists_or_customs_gives_its_code(text, code):
    assert country_code(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        None,
        "  ",
        "no",
        "in",
        "Na",
        "Oz",
        "Korea",
        "undetermined",
        "NULL",
        "-0-",
        "former Soviet Union",
        "ZZ",
        "?",
    ],
)
def test_what_is_not_known_stays_unknown(text):
    assert country_code(text) == ""


@pytest.mark.parametrize("country", list(pycountry.countries), ids=lambda c: c.alpha_2)
def test_every_iso_country_is_known_by_its_names_and_codes(country):
    spellings = [country.name, country.name.upper(), country.alpha_2, country.alpha_3]
    spellings += [
        getattr(country, field, country.name) for field in ("official_name", "common_name")
    ]
    spellings.append(country_name(country.alpha_2))
    assert {country_code(spelling) for spelling in spellings} == {country.alpha_2}


def test_a_code_that_is_not_known_is_its_own_name():
    assert [country_name(code) for code in ("KP", "NO", "XK", "ZZ", "")] == [
        "North Korea", "Norway", "Kosovo", "ZZ", "",
    ]  # fmt: skip


@given(st.text(max_size=30))
def test_any_text_gives_a_code_or_nothing(text):
    code = country_code(text)
    assert code == "" or (len(code) == 2 and country_name(code) != code)
