"""What a telegram offers beside its fields."""

from tests.catchall.intake.telegrams.samples import message


def test_the_clean_text_is_that_of_the_view():
    found = message()
    assert found.clean == found.view.text


def test_no_quotation_no_paper():
    assert message().paper is None
    assert message("1. (U) BEGIN TEXT:\nWords of it.\nEND TEXT.").paper.paragraph == 1
