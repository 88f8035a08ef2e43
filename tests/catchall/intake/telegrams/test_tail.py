"""Signature and what follows it."""

import pytest
from tests.catchall.intake.telegrams.samples import lines, message

from catchall.intake.telegrams import tail


@pytest.mark.parametrize(
    "name",
    ["MARSH", "VAN HOUTEN", "O'DELL", "MARSH/ELLERY", "MARSH AND ELLERY", "MARSH2", "ROE JR."],
)
def test_names(name):
    assert message(f"1. (U) a.\n\n{name}").signature.text == name


@pytest.mark.parametrize("words", ["END COMMENT", "UNCLASSIFIED", "He left", "ANNEX"])
def test_no_names(words):
    assert not tail.is_name(words)


def test_two_names_on_two_lines():
    assert message("1. (U) a.\n\nMARSH\nELLERY").signature.text == "MARSH ELLERY"


def test_class_and_end_mark_follow():
    found = message("1. (U) a.\n\nMARSH\n\nUNCLASSIFIED\n\nNNNN")
    assert [n.kind for n in found.noise] == ["handling_footer", "end_of_message"]


def test_without_signature_a_footer_is_still_no_text():
    found = message("1. (U) a.\n\nshare on the web\n\nnext message")
    assert found.paragraphs[0].passage.text == "1. (U) a."
    assert found.signature is None


def test_a_note_of_the_operators_is_handling():
    found = message("1. (U) a.\n\nMARSH\n\nNOTE BY OC/T: NOT PASSED TO ABOVE ADDRESSEE.")
    assert [n.kind for n in found.noise] == ["handling_footer"]


def test_capitals_with_text_after_them_are_no_signature():
    text = (
        "1. (U) a.\n\nPUMPS\n\n"
        + "This is a sentence of the text, longer than any line of a footer would be.\n" * 2
    )
    assert tail.read(lines(text), 0).signature is None
