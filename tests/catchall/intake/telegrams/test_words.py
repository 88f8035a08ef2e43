"""The data files."""

import pytest

from catchall.intake.telegrams.words import table


@pytest.mark.parametrize(
    "name", ["stations.yaml", "tags.yaml", "vocabulary.yaml", "office.yaml"]
)
def test_every_value_is_text(name):
    def texts(value):
        if isinstance(value, dict):
            return all(map(texts, value.values()))
        return all(map(texts, value)) if isinstance(value, list) else isinstance(value, str)

    assert texts(table(name))


def test_no_station_stands_twice():
    names = [name for row in table("stations.yaml")["names"] for name in row]
    assert len(names) == len(set(names))
