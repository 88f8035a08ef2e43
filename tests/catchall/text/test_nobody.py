"""Fields that name no one."""

import pytest

from catchall.text.nobody import says_nobody


@pytest.mark.parametrize(
    "text",
    [
        "to order", "SAME AS CONSIGNEE", "N/A", "N.A.", "Private Person", "as per list",
        "As per attached list", "see attached", "various", "sundry", "to be advised", "TBA",
        "TBN", "M/V TBN", "MV TBA", "TBA / TBN", "Various - see attached", "VESSEL TBN",
    ],
)  # fmt: skip
def test_fields_that_name_no_one(text):
    assert says_nobody(text)


@pytest.mark.parametrize(
    "text", ["Kavzel Ltd", "Various Kavzel", "See Kavzel", "On List Ltd", "", "---", "MV Tbana"]
)
def test_fields_that_name_someone_or_say_nothing(text):
    assert not says_nobody(text)
