"""One case of the demo and what hangs on it."""

from catchall_desk.cases.machines import machines
from catchall_desk.program.exercise_files import ASKED, MORE, Trade, case_files, request
from catchall_desk.program.exercise_home import told


def trade(number):
    return Trade(number, told()["cases"][number], told())


def test_a_file_is_opened_before_anything_else_happens_to_it():
    for number in range(len(told()["cases"])):
        seen = set()
        for one in case_files(trade(number)):
            opening = one.type == machines()[one.kind].opening.event
            assert opening != (one.stream in seen)
            seen.add(one.stream)


def test_a_request_comes_as_far_as_its_row_says():
    last = {state: [one.type for one in request(trade(0), "DEU", 3, state)] for state in ASKED}
    assert last["draft"] == ["draft", "assign"]
    assert last["sent"][-1] == "send"
    assert last["partly_answered"][-2:] == ["respond", "part_answer"]
    assert last["answered"][-1] == "answer"


def test_nobody_approves_what_he_wrote():
    for number in range(len(told()["cases"])):
        by = {(one.stream, one.type): one.by for one in case_files(trade(number))}
        approved = [stream for stream, type_ in by if type_ == "approve"]
        assert all(by[stream, "approve"] != by[stream, "draft"] for stream in approved)


def test_the_table_of_cases_names_only_files_that_there_are():
    assert {name for row in told()["cases"] for name in row[9]} <= MORE.keys()
