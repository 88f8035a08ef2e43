"""Which country a port lies in: named alone, with its country, or by its code."""

import pytest

from catchall.determine import places

PORTS = {"jebel ali": "AE", "port said": "EG", "genoa": "IT"}


@pytest.mark.parametrize(
    ("port", "country"),
    [
        ("Jebel Ali Terminal 2", "AE"),
        ("PORT SAID (EGYPT)", "EG"),
        ("Old Port Said West", "EG"),
        ("Anywhere, Oman", "OM"),
        ("AE JEA", "AE"),
        ("AEJEA", "AE"),
        ("Terminal 2 (AEJEA)", "AE"),
        ("GENOA", "IT"),
        ("ZZABC", ""),
        ("Iran", "IR"),
        ("", ""),
    ],
)
def test_a_port_lies_in_its_country_or_it_is_not_known(port: str, country: str) -> None:
    assert places.country_of(port, PORTS) == country
