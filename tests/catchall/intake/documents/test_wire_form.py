"""A parsed document through a pipe."""

from catchall.intake.documents.model import Page, Parsed, Place, Reject
from catchall.intake.documents.wire_form import packed, unpacked


def test_what_goes_in_comes_out():
    told = Parsed(
        "EXERCISE",
        (Page(1, 0, 8),),
        (Place(0, 8, 1, (1.0, 2.0, 3.0, 4.0)),),
        {"title": "T"},
        (Reject("page 2", "why"),),
        (("a.bin", b"\x00\xff"),),
    )
    assert unpacked(packed(told)) == told
