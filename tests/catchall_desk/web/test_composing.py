"""A request as it is being written."""

from catchall_desk.web.composing import SPARE, draft, sent_of

OPEN, CLOSE = "UNCLASSIFIED", "SECRET//NOFORN"


def written(*points: tuple[str, str], **more: str):
    sent = dict(more, to="deu")
    for at, (text, marking) in enumerate(points, 1):
        sent |= {f"text-{at}": text, f"marking-{at}": marking}
    return draft(sent, "USA", ("GBR",))


def test_the_request_is_marked_by_the_roll_up_of_its_points():
    found = written(("Who?", OPEN), ("Why?", CLOSE))
    assert (found.marking, found.problem) == (CLOSE, "")
    assert len(found.points) == 2 + SPARE


def test_each_point_tells_which_government_may_read_it():
    readers = [dict(one.readers) for one in written(("Who?", OPEN), ("Why?", CLOSE)).filled]
    assert readers == [
        {"USA": True, "DEU": True, "GBR": True},
        {"USA": True, "DEU": False, "GBR": False},
    ]


def test_points_are_numbered_without_gaps():
    found = written(("Who?", OPEN), (" ", ""), ("Why?", OPEN))
    assert [one.number for one in found.filled] == ["1", "2"]


def test_a_point_without_a_good_marking_is_read_by_nobody_and_shuts_the_request():
    found = written(("Who?", ""), ("Why?", "SOMEHOW"))
    assert [one.problem[:7] for one in found.filled] == ["mark it", "the mar"]
    assert not any(reads for one in found.filled for _, reads in one.readers)
    assert (found.marking, found.problem) == ("", "Correct the marking of point 1, 2.")


def test_markings_that_never_merge_ask_for_two_requests():
    found = written(("Who?", CLOSE), ("Why?", "TLP:AMBER"))
    assert "Make two requests" in found.problem


def test_without_points_it_says_so():
    assert written().problem == "Write at least one point."


def test_a_request_that_is_there_fills_the_form_again():
    first = written(("Who?", OPEN), kind="rfi", offices="posts\nlegal", due="2026-04-01")
    again = draft(sent_of(first.body, OPEN), "USA", ())
    assert again.body == first.body
