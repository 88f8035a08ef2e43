"""The marking of a page."""

from catchall_desk.web.banner import banner


def test_a_page_carries_the_roll_up_of_what_it_shows():
    shown = banner(["UNCLASSIFIED", "SECRET//REL TO USA, DEU", "CONFIDENTIAL//NOFORN"])
    assert (shown.text, shown.level) == ("SECRET//NOFORN", 3)


def test_policies_that_never_merge_stand_side_by_side():
    shown = banner(["TLP:RED", "SECRET//NOFORN", "TLP:GREEN"])
    assert shown.text == "SECRET//NOFORN + TLP:RED"


def test_what_cannot_be_read_stands_as_it_is_and_highest():
    shown = banner(["who knows", "UNCLASSIFIED"])
    assert "who knows" in shown.text
    assert shown.level == 4


def test_a_page_that_shows_nothing_marked_is_unclassified():
    assert banner([]).text == "UNCLASSIFIED"
