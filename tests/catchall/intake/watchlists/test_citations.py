"""Citations that follow one another are told apart, and nothing of them is lost."""

import pytest

from catchall.intake.watchlists.citations import parted


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("87 FR 52834", ["87 FR 52834"]),
        ("46 F.R. 1 9/17/81 and 46 F.R. 2 3/30/81", ["46 F.R. 1 9/17/81", "46 F.R. 2 3/30/81"]),
        (
            "1 F.R. 1 1/2/03, 2 F.R. 2 1/2/04,  3 F.R. 3",
            ["1 F.R. 1 1/2/03", "2 F.R. 2 1/2/04", "3 F.R. 3"],
        ),
        ("67 F.R. 5 9/4/02 71 F.R. 6 7/10/06", ["67 F.R. 5 9/4/02", "71 F.R. 6 7/10/06"]),
        ("83 FR 1 (corrected by 83 FR 2, 5-1-18)", ["83 FR 1 (corrected by 83 FR 2, 5-1-18)"]),
        (
            "Vol. 83, No. 9, 1/2/18, Federal Register Vol.84, No. 1 Federal Register",
            ["Vol. 83, No. 9, 1/2/18, Federal Register", "Vol.84, No. 1 Federal Register"],
        ),
        ("74 FR 35797, 7/21/09", ["74 FR 35797, 7/21/09"]),
    ],
)
def test_each_citation_stands_by_itself(text, pieces):
    assert parted(text) == pieces
