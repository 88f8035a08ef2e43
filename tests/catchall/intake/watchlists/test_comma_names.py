"""Only what is surely a name is taken out of a cell with several."""

import pytest

from catchall.intake.watchlists.comma_names import is_whole, parts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Probe Works", ()),
        ("Probe Works Co., Ltd", ()),
        ("Probe Works, S.A. DE C.V., Optika", ("Probe Works, S.A. DE C.V.", "Optika")),
        ("Main, Probe Works", ("Probe Works",)),
        ("Main, Inc.", ("Inc.",)),
        ("Probe (old, new), Optika", ("Probe (old, new)", "Optika")),
        ("Probe Works, 7, Probe", ("Probe Works, 7", "Probe")),
        ("Probe, Probe,", ("Probe",)),
    ],
)
def test_the_names_of_a_cell(text, found):
    assert parts(text, ", ", "Main") == found


def test_a_word_alone_is_whole_only_in_a_script_without_spaces():
    assert [is_whole(one) for one in ("Ann", "Ann B.", "样品公司", "Анна")] == [
        False,
        True,
        True,
        False,
    ]
