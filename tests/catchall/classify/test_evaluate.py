"""One entry against one item."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catchall.classify.evaluate import candidate, compare, limits, shown
from catchall.classify.goods import take_apart
from catchall.classify.numbers import Measured
from catchall.classify.prepared import prepare
from catchall.law.load import load
from catchall.law.model import Test
from catchall.records import Answer

DAY = date(2026, 8, 3)
numbers = st.integers(-20, 20).map(Fraction)
OPS = ("<", "<=", "==", ">=", ">", "between", "between_ho")


def holds(value, op, limits):
    low, high = limits[0], limits[-1]
    return {
        "<": value < low, "<=": value <= low, "==": value == low, ">=": value >= low,
        ">": value > low, "between": low <= value <= high, "between_ho": low <= value < high,
    }[op]  # fmt: skip


BOOK = load()
LISTED = [
    case
    for case in BOOK.cases
    if case.kind == "entry" and case.outcome in {"meets", "judge"} and case.given["text"]
]
ANOTHER = sorted({word for of in BOOK.classes.values() for word in of.not_names})
ORDER = ("meets", "judge", "unknown")


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(LISTED), st.lists(st.sampled_from(ANOTHER), min_size=1, max_size=3))
def test_words_added_to_listed_goods_never_take_them_off(case, words):
    law = prepare(BOOK)
    said = case.given["text"] + "".join(f", {word}" for word in words)
    made = candidate(
        take_apart(said, "", case.given["params"], law), law.entries[case.subject], case.day
    )
    assert made.verdict in ORDER, made.reasons


def test_a_limit_met_keeps_goods_named_as_something_else_open(judged):
    assert judged("MTCR-1.A.2", "toy drone").verdict == "fails"
    assert judged("MTCR-1.A.2", "toy drone range 500 km payload 600 kg").verdict == "unknown"
    assert judged("MTCR-19.A.2", "toy drone", range_max="500 km").verdict == "unknown"


def test_goods_under_one_of_two_codes_stay_listed_and_the_other_code_comes_first(judged):
    press = {"pressure_max": "100 MPa", "chamber_id": "300 mm"}
    assert judged("NSG2-1.B.5", "isostatic press", **press).verdict == "meets"
    both = judged("NSG2-1.B.5", "isostatic press", temp_max="900 degC", **press)
    assert both.verdict == "fails"
    assert any("yes under MTCR-6.B.3" in reason for reason in both.reasons)
    assert (
        judged("MTCR-6.B.3", "isostatic press", temp_max="900 degC", **press).verdict == "meets"
    )


@pytest.mark.parametrize(
    ("comparison", "value", "words"),
    [("between", (12, 50), "between 12 and 50 mm"), ("between_ho", (1, 4), ">= 1 and < 4 mm"),
     ("<=", 5, "<= 5 mm")],
)  # fmt: skip
def test_a_limit_is_told_in_words(comparison, value, words):
    assert shown(Test("width", comparison, value, "mm", "order 1")) == words


@given(
    st.tuples(numbers, numbers).map(sorted),
    st.sampled_from(OPS),
    numbers,
    st.integers(1, 20),
    st.fractions(0, 1),
)
def test_a_span_decides_only_what_every_value_in_it_decides(span, op, limit, wide, share):
    low, high = span
    limits = (limit, limit + wide) if op.startswith("between") else (limit,)
    answer = compare(Measured(low, high, "mm"), op, limits)
    inside = holds(low + (high - low) * share, op, limits)
    assert answer is not (Answer.NO if inside else Answer.YES)
    if low == high:
        assert answer is (Answer.YES if inside else Answer.NO)


@pytest.fixture
def judged(lawbook, goods):
    def got(entry, text, day=DAY, **params):
        return candidate(goods(text, **params), prepare(lawbook).entries[entry], day)

    return got


def test_a_missing_parameter_is_asked_for_and_never_a_no(judged):
    made = judged("NSG2-1.B.5", "isostatic press 200 MPa")
    assert (made.verdict, made.ask) == ("unknown", ("chamber_id",))


def test_a_human_part_never_meets(judged):
    made = judged("MTCR-9.A.4", "gyro", drift_stability_1g="0.1 deg/hour")
    assert (made.verdict, made.ask) == ("judge", ())
    assert "usable" in made.judge[0]


def test_a_cover_name_asks_for_the_description_even_when_all_tests_hold(judged):
    params = {
        "volume_total": "500 L",
        "wetted_material": "tantalum",
        "all_wetted_surfaces": True,
    }
    made = judged("AG-reactor", "acid-proof distillation unit", **params)
    assert (made.verdict, made.ask) == ("unknown", ("description",))


def test_exclusions_are_asked_only_when_nothing_else_is_open(judged):
    open_one = judged("MTCR-9.B.2.d", "positioning table", axes=2)
    assert open_one.ask == ("position_accuracy",)
    last = judged("MTCR-9.B.2.d", "positioning table", axes=2, position_accuracy="4 arcsec")
    assert last.ask == ("for_machine_tool_or_medical",)


def test_a_day_before_the_first_text_held_is_unknown_never_fails(judged):
    made = judged("NSG2-1.B.5", "isostatic press", day=date(2007, 1, 1), pressure_max="1 MPa")
    assert made.verdict == "unknown"
    assert "not held" in made.reasons[-1]


def test_wrong_dimension_is_unknown_with_the_reason(judged):
    made = judged("NSG2-1.B.5", "isostatic press", pressure_max="200 kg", chamber_id="200 mm")
    assert made.verdict == "unknown"
    assert any("does not measure" in reason for reason in made.reasons)


def test_nothing_points_to_the_entry(judged):
    assert judged("NSG2-1.B.5", "wheat bran") is None


def test_what_a_text_does_not_name_it_does_not_exclude(judged):
    assert judged("AG-toxic-gas-monitor", "gas monitor for oxygen").verdict == "unknown"


def test_a_cas_number_of_another_substance_beside_the_name_stays_open(judged):
    assert judged("MTCR-4.C.2.b.2", "UDMH", cas="142-82-5").verdict == "unknown"
    assert judged("MTCR-4.C.2.b.2", "geptil", cas="142-82-5").verdict == "fails"


def test_reasons_carry_value_limit_and_citation(judged):
    made = judged("NSG2-1.B.5", "isostatic press", pressure_max="200 MPa", chamber_id="100 mm")
    assert made.verdict == "fails"
    assert any("> 152 mm (eu-annex-i 2B204.a.2)" in reason for reason in made.reasons)


def test_each_limit_stands_beside_what_is_known():
    goods = take_apart(
        "ball bearings, inner diameter 20 mm", "", {"ring_material": "monel"}, prepare(BOOK)
    )
    entry = next(one for one in BOOK.entries if one.id == "WA-2.A.1.a")
    told = {one.name: one for one in limits(goods, entry, DAY)}
    assert told["ring_material"].answer is Answer.YES
    assert "monel" in told["ring_material"].given
    assert told["iso492_class"].answer is Answer.UNKNOWN
    assert told["iso492_class"].limit == "<= 4 class"


def test_an_entry_whose_text_of_that_day_is_not_held_sets_no_limit():
    goods = take_apart("ball bearings", "", {}, prepare(BOOK))
    entry = next(one for one in BOOK.entries if one.id == "WA-2.A.1.a")
    assert limits(goods, entry, date(1990, 1, 1)) == ()
