"""The label block of a web page."""

from catchall.intake.telegrams import portal
from catchall.intake.telegrams.lines import split
from catchall.intake.telegrams.offsets import View


def read(text):
    view = View.of(text)
    return portal.read(view, split(view))


def test_labels_first_then_values():
    found = read("Reference ID\nCreated\nOrigin\n09ROME12\n2009-03-12 08:15\nEmbassy Rome\n")
    assert found.values == {
        "identifier": "09ROME12",
        "created": "2009-03-12T08:15:00",
        "origin": "Embassy Rome",
    }
    assert found.spans["identifier"] == (28, 36)


def test_label_and_value_on_one_line():
    assert read("Identifier: 09ROME12\nOrigin: Embassy Rome").values["origin"] == "Embassy Rome"


def test_a_title_of_two_lines():
    assert read("Cable title:\nONE\nTWO\nTags: PARM").title == "ONE TWO"


def test_other_text_is_no_web_page():
    assert read("Some words\nOrigin") is None


def test_a_time_in_other_words_is_kept():
    assert portal.created("in March") == "in March"
