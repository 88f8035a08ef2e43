"""Is the item of the kind?"""

import pytest

from catchall.classify.gates import gate
from catchall.classify.prepared import prepare
from catchall.records import Answer

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


@pytest.fixture
def answer(lawbook, goods):
    def asked(entry, text, **more):
        return gate(goods(text, **more), prepare(lawbook).entries[entry])

    return asked


@pytest.mark.parametrize(
    ("entry", "text", "wanted"),
    [
        ("MTCR-6.C.3", "isomolded graphite", YES),
        ("MTCR-6.C.3", "graphite pencils", NO),
        ("MTCR-6.C.3", "graphite block heat exchanger", NO),
        ("MTCR-9.B.2.c", "motion stimulator", YES),
        ("AG-reactor", "anti-acid distillation unit", UNKNOWN),
        ("MTCR-4.C.2.b.2", "drums, CAS 57-14-7", YES),
        ("MTCR-4.C.2.b.2", "geptil", UNKNOWN),
        ("MTCR-6.C.8", "VascoMax coil", UNKNOWN),
        ("NSG2-2.C.1", "V95 round", UNKNOWN),
        ("NSG2-2.C.1", "7075 T651 alloy rod", UNKNOWN),
    ],
)
def test_words_decide_the_kind(answer, entry, text, wanted):
    assert answer(entry, text).answer is wanted


@pytest.mark.parametrize("text", ["wheat bran", "LC9", "model C300 printer", ""])
def test_nothing_points_to_it(answer, text):
    assert answer("NSG2-2.C.1", text) is None
    assert answer("MTCR-6.C.8", text) is None


def test_hs_code_is_evidence_and_never_a_decision(answer):
    made = answer("MTCR-6.C.3", "bars", hs="38011000")
    assert (made.answer, made.strength) == (UNKNOWN, 0.4)
    assert answer("MTCR-6.C.3", "graphite", hs="690721").answer is YES


def test_a_gate_shows_the_words_it_rests_on(answer):
    made = answer("MTCR-9.A.4", "a Gyroscope")
    assert made.spans == ((2, 11),)
    assert '"Gyroscope"' in made.why


def test_no_class_is_denied_by_its_own_name(lawbook, answer):
    for entry in lawbook.entries:
        of = lawbook.classes[entry.gate]
        for name in (*of.names, *of.may_be, *entry.aliases, *entry.cover_names):
            assert answer(entry.id, name).answer is not NO, (entry.id, name)
