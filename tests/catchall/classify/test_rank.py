"""Which candidate stands first?"""

from catchall.classify.evaluate import Candidate
from catchall.classify.gates import Gate
from catchall.classify.prepared import prepare
from catchall.classify.rank import Weighed, distinct, ordered
from catchall.records import Answer


def made(lawbook, entry, verdict, strength=1.0):
    kind = Gate(Answer.YES if strength else Answer.NO, strength, "why")
    return Candidate(prepare(lawbook).entries[entry], verdict, strength / 2, (), gate=kind)


def test_a_met_entry_stands_before_an_open_one_and_a_denied_one_last(lawbook, goods):
    found = [
        Weighed(made(lawbook, "MTCR-6.C.3", "fails", 0.0), 1.0),
        Weighed(made(lawbook, "MTCR-6.C.8", "unknown"), 0.2),
        Weighed(made(lawbook, "NSG2-2.C.1", "meets"), 0.2),
    ]
    order = [one.entry.id for one in ordered(goods("x"), found)]
    assert order == ["NSG2-2.C.1", "MTCR-6.C.8", "MTCR-6.C.3"]


def test_each_code_shows_its_best_entry_before_a_second_one(lawbook):
    mtcr, other = (made(lawbook, name, "unknown") for name in ("MTCR-6.C.3", "MTCR-6.C.8"))
    assert distinct([mtcr, mtcr, other]) == (mtcr, other, mtcr)
