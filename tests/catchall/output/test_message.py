"""A message in lines for a person."""

from datetime import date

from tests.catchall.intake.documents.sample import MAIL
from tests.catchall.link.sample import HEAD

from catchall.output import message
from catchall.runners import reading

TEXT = HEAD.format(subject="CUSTOMS TALKS") + (
    "1. (C) The Maltese company Ostrava Quill Trading Ltd shipped 12 pumps to an unnamed "
    "trading company in Oman. Th\nis was confirmed.\n\n2. (C) No more.\n"
)


def _shown(data: bytes, name: str = "a.txt") -> str:
    return "\n".join(message.lines(reading.read(data, name, reading.Desk(date(2026, 11, 28)))))


def test_header_references_parties_and_items_are_shown():
    shown = _shown(TEXT.encode())
    for words in ("a.txt: 09VALLETTA123, CONFIDENTIAL", "subject: EXERCISE: CASES",
                  "reference B: 08VALLETTA417", "exporter: Ostrava Quill Trading Ltd (MT)",
                  "item: 12 pumps"):  # fmt: skip
        assert words in shown


def test_a_party_without_a_name_is_shown_as_not_named():
    assert "(not named) trading company (OM)" in _shown(TEXT.encode())


def test_damage_and_its_repair_are_shown():
    assert "damage: word split by newline" in _shown(TEXT.encode())


def test_links_that_could_not_be_made_are_said():
    assert "no watchlist is in force" in _shown(TEXT.encode())


def test_an_attachment_is_shown_below_its_mail():
    shown = _shown(MAIL, "a.eml")
    assert "  a.eml/note.txt: no header found" in shown
    assert "no case was found in it" in shown


def test_a_trade_paper_shows_its_fields():
    shown = _shown(b"EXERCISE\nCOMMERCIAL INVOICE\nSeller: Invented Ltd\n")
    assert "  invoice\n    seller: Invented Ltd" in shown
