"""Kleene's logic: invariants over random trees."""

from hypothesis import given
from hypothesis import strategies as st

from catchall.law import tree
from catchall.law.model import Asked, Group, Judged
from catchall.records import Answer

NAMES = "abcdef"
leaves = st.sampled_from(NAMES).map(lambda name: Asked(name, {"n": [1]}, f"order {name}"))
trees = st.recursive(
    leaves,
    lambda below: st.builds(
        Group,
        st.sampled_from(["all", "any"]),
        st.lists(below, min_size=1, max_size=4).map(tuple),
    ),
    max_leaves=12,
)
answers = st.fixed_dictionaries({name: st.sampled_from(Answer) for name in NAMES})
settled = st.sampled_from([Answer.YES, Answer.NO])


def evaluate(node, known):
    return tree.evaluate(node, lambda leaf: (known[leaf.predicate], leaf.predicate))


@given(trees, answers, st.fixed_dictionaries(dict.fromkeys(NAMES, settled)))
def test_settling_an_unknown_fact_never_turns_a_yes_or_no_around(node, known, later):
    before = evaluate(node, known).answer
    more = {n: later[n] if known[n] is Answer.UNKNOWN else known[n] for n in NAMES}
    after = evaluate(node, more).answer
    assert after is not Answer.UNKNOWN
    assert before in {Answer.UNKNOWN, after}


@given(trees, answers)
def test_open_leaves_are_exactly_there_when_unknown(node, known):
    done = evaluate(node, known)
    assert bool(done.open) == (done.answer is Answer.UNKNOWN)
    assert all(known[leaf.predicate] is Answer.UNKNOWN for leaf in done.open)


@given(trees, answers, st.fixed_dictionaries(dict.fromkeys(NAMES, settled)))
def test_only_open_leaves_can_change_the_answer(node, known, later):
    done = evaluate(node, known)
    asked = {leaf.predicate for leaf in done.open}
    more = {
        n: known[n] if n in asked else later[n] if known[n] is Answer.UNKNOWN else known[n]
        for n in NAMES
    }
    if not asked:
        assert evaluate(node, more).answer is done.answer


@given(trees, answers)
def test_a_decided_group_gives_only_reasons_that_decide_it(node, known):
    done = evaluate(node, known)
    if isinstance(node, Group) and done.answer is not Answer.UNKNOWN:
        assert all(reason.startswith(f"{done.answer.value}: ") for reason in done.reasons)


def test_no_dominates_all_and_yes_dominates_any():
    yes, no, unknown = Answer.YES, Answer.NO, Answer.UNKNOWN
    assert tree.both([yes, unknown, no]) is no
    assert tree.either([no, unknown, yes]) is yes
    assert tree.both([]) is yes
    assert tree.either([]) is no
    assert tree.opposite(unknown) is unknown


def test_leaves_come_in_the_order_written():
    one, two = Judged("a", "order a"), Judged("b", "order b")
    assert list(tree.leaves(Group("all", (Group("any", (one,)), two)))) == [one, two]
