"""A version of a list by what a person types: name, name and day, hash, or a file."""

from datetime import date

import pytest
from tests.catchall.runners.lists import GOLDEN, NEW, OLD, add_files, sdn

from catchall.errors import UsageError
from catchall.runners.versions import version

TODAY = date(2026, 11, 22)


@pytest.fixture
def home(tmp_path):
    add_files(tmp_path, sdn(tmp_path, 40, name="old.csv"), given=OLD)
    add_files(tmp_path, sdn(tmp_path, 41, name="new.csv"), given=NEW)
    return tmp_path


def test_a_name_is_the_one_in_force_today(home):
    assert (version(home, "test", TODAY).day, version(home, "test", OLD).day) == (NEW, OLD)


def test_a_name_and_a_day_is_the_one_of_that_day(home):
    assert version(home, "test@2026-01-20", TODAY).table.num_rows == 40


def test_a_hash_is_the_one_with_that_content(home):
    first = version(home, "test@2026-01-20", TODAY)
    digest = first.called.rpartition("(")[2].strip(")")
    assert version(home, digest, TODAY).day == OLD


def test_a_file_is_read_and_its_notes_are_told(home):
    found = version(home, str(GOLDEN / "un.xml"), TODAY)
    assert (found.called, found.table.num_rows) == ("un.xml", 2)


@pytest.mark.parametrize("typed", ["absent", "test@soon", "test@2020-01-01", "abcdef99"])
def test_what_is_not_there_is_told(typed, home):
    with pytest.raises(UsageError):
        version(home, typed, TODAY)
