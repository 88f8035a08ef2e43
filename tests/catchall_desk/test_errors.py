"""The texts of the desk's errors."""

from catchall_desk.errors import FieldTableError, InvalidBodyError, MachineTableError


def test_the_error_says_where_and_what_to_do():
    said = str(MachineTableError("lead.link", "to is missing"))
    assert said == "machines.yaml: lead.link: to is missing; correct the table"


def test_a_broken_table_of_fields_names_its_place():
    said = str(FieldTableError("kinds.case.title", "colour is not a field"))
    assert said == "fields.yaml: kinds.case.title: colour is not a field; correct the table"


def test_a_wrong_body_tells_every_problem_with_its_remedy():
    error = InvalidBodyError(
        ("set.due", "is no day", "write a day"), ("why", "is blank", "say")
    )
    assert str(error) == "set.due: is no day; write a day; why: is blank; say"
    assert [place for place, _, _ in error.problems] == ["set.due", "why"]
