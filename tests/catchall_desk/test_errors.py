"""The texts of the desk's errors."""

from catchall_desk.errors import (
    BundleError,
    CalendarError,
    ClockTableError,
    EngineNotReadyError,
    FieldTableError,
    InvalidBodyError,
    MachineTableError,
    ProposalError,
)


def test_the_error_says_where_and_what_to_do():
    said = str(MachineTableError("lead.link", "to is missing"))
    assert said == "machines.yaml: lead.link: to is missing; correct the table"


def test_a_broken_table_of_fields_names_its_place():
    said = str(FieldTableError("kinds.case.title", "colour is not a field"))
    assert said == "fields.yaml: kinds.case.title: colour is not a field; correct the table"


def test_a_broken_table_of_clocks_names_its_place():
    said = str(ClockTableError("us.total.days", "'x' is not a whole number from 0"))
    assert (
        said
        == "clocks.yaml: us.total.days: 'x' is not a whole number from 0; correct the table"
    )


def test_working_days_that_are_not_known_name_the_place():
    said = str(CalendarError("QQ", "no working days are known of this place"))
    assert said.startswith(
        "calendar 'QQ': no working days are known of this place; give an ISO"
    )


def test_a_wrong_body_tells_every_problem_with_its_remedy():
    error = InvalidBodyError(
        ("set.due", "is no day", "write a day"), ("why", "is blank", "say")
    )
    assert str(error) == "set.due: is no day; write a day; why: is blank; say"
    assert [place for place, _, _ in error.problems] == ["set.due", "why"]


def test_the_jobs_say_what_was_not_done():
    assert str(EngineNotReadyError("no list")) == "not screened: no list"
    assert str(BundleError("c", "no case")) == "bundle of case c: no case"
    assert str(ProposalError("p", "no name")) == "draft, p: no name"
