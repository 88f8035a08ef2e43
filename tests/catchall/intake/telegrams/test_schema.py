"""The JSON form."""

import json

from tests.catchall.intake.telegrams.samples import message, telegram

from catchall.intake.telegrams import as_dict


def test_the_schema_is_json():
    told = as_dict(telegram("wire_damaged.txt"))
    assert json.loads(json.dumps(told)) == told


def test_raw_words_stand_beside_mended_ones():
    note = as_dict(message("1. (U) (Note: It is a repor\nt of ours.)"))["notes"][0]
    assert (note["text"], note["raw"]) == (
        "(Note: It is a report of ours.)",
        "(Note: It is a repor\nt of ours.)",
    )


def test_keys_are_absent_where_the_message_has_no_such_part():
    told = as_dict(message())
    assert not {"paper", "subparagraphs", "trailer", "rejects"} & set(told)
    assert told["summary"] is None


def test_an_office_message_has_date_and_release_marking():
    head = as_dict(telegram("office.txt"))["header"]
    assert head["date"] == {"value": "2012-06-04", "precision": "day"}
    assert "release_marking" in head


def test_a_moved_passage_has_all_its_places():
    note = as_dict(telegram("wire_sections.txt"))["notes"][0]
    assert len(note["spans"]) == 2


def test_exempt_posts_are_told():
    info = as_dict(telegram("wire_sections.txt"))["header"]["info"]
    assert info[-1]["excluded"] == ["AMEMBASSY SOFIA", "AMEMBASSY BUCHAREST"]


def test_a_second_paper_is_told_too():
    told = as_dict(
        message("1. (C) BEGIN TEXT: A. END TEXT.\n\n2. (C) BEGIN QUOTE: B. END QUOTE.")
    )
    assert len(told["further_papers"]) == 1


def test_the_mention_of_a_paper_has_its_paragraph():
    told = as_dict(
        message(
            '1. (U) See "Two Pumps".\n\n2. (U) BEGIN TEXT:\n\nTwo Pumps\n\nWords.\n\nEND TEXT.'
        )
    )
    assert told["paper"]["title_mention"]["paragraph"] == 1


def test_an_archive_document_tells_its_attributes():
    assert as_dict(telegram("archive.txt"))["trailer"]["From"] == "QUITO"
