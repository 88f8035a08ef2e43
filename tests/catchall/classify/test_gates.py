"""Is the item of the kind?"""

from functools import cache

import pytest

from catchall.classify.gates import gate, of_class
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


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("MTCR-1.A.2", "unmanned aerial vehicle, with spare drone battery"),
        ("MTCR-1.A.2", "unmanned aerial vehicle, ring laser gyro"),
        ("WA-2.B.1.a", "CNC lathe with lathe chuck"),
        ("WA-2.B.1.b", "5 axis CNC machining centre with milling cutters"),
        ("MTCR-9.A.4", "ring laser gyro, not a toy"),
        ("NSG2-1.B.5", "hot isostatic press, also for food processing"),
        ("MTCR-6.C.8", "maraging steel round bar, golf club heads"),
        ("MTCR-2.A.1.c", "rocket motor, toy"),
        ("MTCR-6.C.3", "graphite, pencil"),
        ("NSG2-2.C.1", "7075 T651 alloy rod, bicycle"),
    ],
)
def test_another_word_beside_the_name_opens_a_question(answer, entry, text):
    made = answer(entry, text)
    assert made.answer is UNKNOWN
    assert "are these the goods themselves, or an accessory" in made.why


@pytest.mark.parametrize(
    ("entry", "text"),
    [("MTCR-1.A.2", "toy drone"), ("WA-2.B.1.a", "lathe chuck"),
     ("MTCR-4.B.3.a", "dough mixer"), ("MTCR-1.A.2", "spare drone battery"),
     ("WA-ML17-camouflage", "camouflage net hunting")],
)  # fmt: skip
def test_words_that_only_name_something_else_say_no(answer, entry, text):
    assert answer(entry, text).answer is NO


def test_the_reason_does_not_tell_which_word_takes_an_item_off(answer):
    for text in ("toy drone", "graphite pencils", "unmanned aerial vehicle, toy"):
        made = answer("MTCR-6.C.3" if "graphite" in text else "MTCR-1.A.2", text)
        assert "described as another kind of goods" in made.why
        assert not {"toy", "pencils"} & set(made.why.replace('"', " ").split())
        assert not any("toy" in text[start:end] for start, end in made.spans)


def test_hs_code_is_evidence_and_never_a_decision(answer):
    made = answer("MTCR-6.C.3", "bars", hs="38011000")
    assert (made.answer, made.strength) == (UNKNOWN, 0.4)
    assert answer("MTCR-6.C.3", "graphite", hs="690721").answer is YES


def test_a_gate_shows_the_words_it_rests_on(answer):
    made = answer("MTCR-9.A.4", "a Gyroscope")
    assert made.spans == ((2, 11),)
    assert '"Gyroscope"' in made.why


def test_no_class_is_denied_by_its_own_name(lawbook, goods):
    law, read = prepare(lawbook), cache(goods)  # entries share classes, and so names
    for entry in lawbook.entries:
        of = lawbook.classes[entry.gate]
        for name in (*of.names, *of.may_be, *entry.aliases, *entry.cover_names):
            assert gate(read(name), law.entries[entry.id]).answer is not NO, (entry.id, name)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("graphite rod", YES), ("graphite pencils", NO), ("steel rod", UNKNOWN)],
)
def test_a_leaf_asks_whether_the_words_name_a_class(goods, text, wanted):
    assert of_class(goods(text), "graphite")[0] is wanted
