"""What is to be asked first?"""

from catchall.classify.evaluate import Candidate
from catchall.classify.prepared import prepare
from catchall.classify.questions import asked


def made(lawbook, entry, settles, verdict="unknown"):
    one = prepare(lawbook).entries[entry]
    return Candidate(one, verdict, 0.5, (), ask=tuple(settles), settles=settles)


def test_the_question_that_settles_most_comes_first(lawbook):
    found = [
        made(lawbook, "MTCR-6.C.3", {"density": 0.5, "form": 0.0}),
        made(lawbook, "MTCR-6.C.8", {"strength": 1.5, "form": 0.5}),
        made(lawbook, "NSG2-2.C.1", {"strength": 1.0}),
    ]
    questions = asked(found)
    assert [one.name for one in questions] == ["strength", "density", "form"]
    assert questions[0].entries == ("MTCR-6.C.8", "NSG2-2.C.1")


def test_settled_candidates_ask_nothing(lawbook):
    assert asked([made(lawbook, "MTCR-6.C.3", {"density": 0.5}, "fails")]) == ()
