"""Do the files fit together? The mistakes are in test_load; here the functions alone."""

import pytest

from catchall.errors import LawbookError
from catchall.law import checks


def test_unique_gives_the_path_of_each_id():
    assert checks.unique([("a", "x.yaml"), ("b", "y.yaml")]) == {"a": "x.yaml", "b": "y.yaml"}
    with pytest.raises(LawbookError, match=r"stands already in x\.yaml"):
        checks.unique([("a", "x.yaml"), ("a", "y.yaml")])


def test_a_good_lawbook_passes_each_check(book):
    paths = dict.fromkeys(("1A001", "eu.one", "eu.flag", "eu.places", "goods"), "x.yaml")
    for fit in (checks.cited, checks.goods, checks.parts, checks.cases):
        assert fit(book, paths) is None
