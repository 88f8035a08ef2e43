"""One mapping, field by field."""

import pytest

from catchall.errors import LawbookError
from catchall.law.fields import Fields, shown


def test_what_was_not_taken_is_refused():
    fields = Fields({"a": "x", "b": 1}, "x.yaml", "rules[0]")
    assert fields.text("a") == "x"
    with pytest.raises(LawbookError, match=r"rules\[0\]: unknown key 'b'"):
        fields.done()


def test_missing_and_mistyped_fields_say_where():
    fields = Fields({"a": 1, "b": True, "c": "x"}, "x.yaml", "")
    for take in (fields.text, fields.day, fields.texts):
        with pytest.raises(LawbookError):
            take("a" if take == fields.text else "c" if take == fields.texts else "b")
    with pytest.raises(LawbookError, match="missing"):
        fields.text("z")


def test_flags_and_lists_are_checked():
    fields = Fields({"a": "yes", "b": {}}, "x.yaml", "")
    with pytest.raises(LawbookError, match="true or false"):
        fields.flag("a", default=False)
    with pytest.raises(LawbookError, match="expected a list"):
        fields.each("b", lambda part: part)


@pytest.mark.parametrize("value", [True, "1", None])
def test_a_number_is_no_text_and_no_flag(value):
    with pytest.raises(LawbookError, match="expected a number"):
        Fields({"a": value}, "x.yaml", "").number("a", 0)
    assert Fields({}, "x.yaml", "").number("a", -1.5) == -1.5


def test_only_a_mapping_has_fields():
    with pytest.raises(LawbookError, match="expected a mapping, found nothing"):
        Fields(None, "x.yaml", "")
    assert shown("abc") == "'abc'"
