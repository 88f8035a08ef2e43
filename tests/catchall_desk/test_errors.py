"""The texts of the desk's errors."""

from catchall_desk.errors import MachineTableError


def test_the_error_says_where_and_what_to_do():
    said = str(MachineTableError("lead.link", "to is missing"))
    assert said == "machines.yaml: lead.link: to is missing; correct the table"
