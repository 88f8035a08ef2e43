"""Messages joined to lists, law, known cases and each other."""

from datetime import date
from types import SimpleNamespace

import pytest
from tests.catchall.intake.documents.sample import MAIL
from tests.catchall.link.sample import HEAD

from catchall.runners import reading

DAY = date(2026, 11, 28)
WORDS = (
    "1. (C) In May 2008 the Maltese company Ostrava Quill Trading Ltd shipped 12 pumps to "
    "Brindle Marsh Industries in Oman.\n\n2. (C) No more.\n"
)
DATA = (HEAD.format(subject="CUSTOMS TALKS") + WORDS).encode()


@pytest.fixture
def desk():
    return reading.Desk(DAY)


def _kinds(told):
    return [link["kind"] for link in told["links"]]


def test_a_message_has_its_cases_and_says_that_no_list_was_there(desk):
    told = reading.read(DATA, "a.txt", desk)
    names = {p["name"] for c in told["cases"] for p in c["exporters"] + c["consignees"]}
    assert "Ostrava Quill Trading Ltd" in names
    assert told["not_linked"] == [reading.NO_LISTS]


def test_a_party_is_linked_to_the_list_entry_it_matches(desk, monkeypatch):
    hit = {"list": "l", "record": "7", "name": "X", "score": 0.9, "why": "alike", "match": True}
    near = {**hit, "record": "8", "match": False}
    asked = []

    def match(rows, _lists, top):
        asked.extend(row["name"] for row in rows)
        yield {"hits": [hit, near][:top]}

    monkeypatch.setattr(reading.names_api, "match", match)
    desk.watchlists = [object()]
    told = reading.read(DATA, "a.txt", desk)
    assert {link["target"] for link in told["links"]} == {"l:7"}
    assert len(asked) == len(set(asked))


def test_an_item_is_linked_to_the_entries_it_could_fall_under(desk, monkeypatch):
    found = {"candidates": [{"entry": "2B999", "score": 1.0, "reasons": ["pump"]}]}
    monkeypatch.setattr(reading.api, "rows", lambda _rows, _law, _day: iter([found]))
    desk.lawbook = SimpleNamespace()
    told = reading.read(DATA, "a.txt", desk)
    assert [(k["words"], k["target"]) for k in told["links"]] == [("pumps", "2B999")]


def test_a_known_case_with_the_same_party_or_message_is_proposed(desk):
    party = {"id": "P1", "names": ["Ostrava Quill Trading Ltd"], "country": "MT"}
    row = {"id": "C1", "parties": [party], "messages": ["08VALLETTA417"]}
    desk.parties, desk.cases = reading.known([row])
    told = reading.read(DATA, "a.txt", desk)
    assert {(k["kind"], k["target"]) for k in told["links"]} >= {
        ("party", "P1"),
        ("case", "C1"),
        ("message", "08VALLETTA417"),
    }


def test_the_same_message_twice_is_a_duplicate(desk):
    reading.read(DATA, "a.txt", desk)
    (link,) = reading.read(DATA, "b.txt", desk)["links"]
    assert (link["kind"], link["target"], link["why"]) == (
        "duplicate",
        "a.txt",
        "the same bytes",
    )


def test_a_copy_with_other_bytes_is_known_by_its_identifier(desk):
    reading.read(DATA, "a.txt", desk)
    (link,) = reading.read(DATA + b"\n", "b.txt", desk)["links"]
    assert link["why"] == "the same identifier 09VALLETTA123"


def test_a_message_that_cites_an_earlier_one_follows_it_up(desk):
    earlier = DATA.replace(b"VALLETTA 000123", b"VALLETTA 000099").replace(b"#0123", b"#0099")
    reading.read(earlier, "first.txt", desk)
    told = reading.read(DATA, "second.txt", desk)
    assert ("follow_up", "first.txt") in {(k["kind"], k["target"]) for k in told["links"]}


def test_a_document_keeps_its_text_and_its_attachments(desk):
    told = reading.read(MAIL, "a.eml", desk)
    assert told["file"]["kind"] == "mail"
    assert [part["path"] for part in told["parts"]] == ["a.eml/note.txt"]
    assert [one["place"] for one in told["rejected"]] == ["a.rar"]


def test_a_file_that_cannot_be_read_answers_why(desk, tmp_path):
    good, bad = tmp_path / "a.txt", tmp_path / "b.rar"
    good.write_bytes(DATA)
    bad.write_bytes(b"Rar!xx")
    paths = [good, bad, tmp_path / "none.txt"]
    errors = [told.get("error", "") for _path, told in reading.run(paths, desk)]
    assert errors[0] == ""
    assert errors[1].startswith("is a RAR archive")
    assert errors[2].startswith("cannot be opened")
