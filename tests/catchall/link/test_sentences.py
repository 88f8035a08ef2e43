"""Tests of ``catchall.link.sentences``: every firm, person and ship is invented."""

from catchall.link.sentences import split


def pieces(text):
    return [text[a:b].strip() for a, b in split(text)]


def test_an_abbreviation_ends_no_sentence():
    assert pieces("Mr. Low of Kestrel Ltd. sold it. He left.") == [
        "Mr. Low of Kestrel Ltd. sold it.",
        "He left.",
    ]


def test_a_legal_form_ends_a_sentence_before_a_word_that_begins_one():
    assert pieces("FERRO ACOS S.A. The office said no.") == [
        "FERRO ACOS S.A.",
        "The office said no.",
    ]


def test_a_label_begins_a_sentence():
    assert pieces("(i) Ref C says so. (ii) We saw it.") == [
        "(i) Ref C says so.",
        "(ii) We saw it.",
    ]


def test_a_quote_closes_with_its_sentence():
    assert pieces('He said "no." It left.') == ['He said "no."', "It left."]
