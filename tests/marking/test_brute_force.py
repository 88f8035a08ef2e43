"""Roll-up and access against the second algebra; the properties of MARKINGS section 10.

``MARKING_CASES`` sets how many papers are drawn (the gate: 2,000; ``make drills``: a million),
``MARKING_SEED`` from which seed.
"""

import os
import random
from dataclasses import dataclass, fields, replace

import pytest
from tests.marking import brute_force

from catchall import marking

CASES = int(os.environ.get("MARKING_CASES", "2000"))
SEED = int(os.environ.get("MARKING_SEED", "7"))
STOCK = 50_000
NAMES = [field.name for field in fields(brute_force.Result)]
GROUPS = (None, {"NATO": ["GBR", "USA"]}, {"FVEY": ["USA"], "NSG": ["DEU"]})
CREATED = (None, "2008-03-01", "2010-06-27", "2010-06-28", "2012-03-01")


@dataclass(frozen=True)
class Portion:
    """A portion in the three forms that the tests need."""

    spec: brute_force.Spec
    text: str
    label: marking.Label


def portion(rng):
    spec = brute_force.draw(rng)
    text = brute_force.text(spec)
    return Portion(spec, text, marking.parse(text))


def papers(cases, seed):
    """Papers at random from a stock of portions: portions, profile, day of unmarked ones."""
    rng = random.Random(seed)  # noqa: S311 - cases, not keys
    stock = [portion(rng) for _ in range(min(cases, STOCK))]
    for _ in range(cases):
        paper = rng.choices(stock, k=rng.randint(1, 3))
        yield rng, paper, rng.choice(("IC", "DOD")), rng.choice(CREATED)


def test_roll_up_and_access_agree_with_the_second_algebra():
    for rng, paper, profile, created in papers(CASES, SEED):
        specs, labels = [p.spec for p in paper], [p.label for p in paper]
        got = marking.rollup(labels, profile, created)
        want = brute_force.rollup(specs, profile, created)
        differ = {name for name in NAMES if getattr(got, name) != getattr(want, name)}
        assert not differ, (paper, profile, created)
        assert bool(got.unknown) == any(spec.strange for spec in specs), paper
        user, groups = brute_force.draw_user(rng), rng.choice(GROUPS)
        answers = [marking.may_see(user, label, groups) for label in labels]
        assert answers == [brute_force.access(user, s, groups) for s in specs], (paper, user)


def test_nobody_reads_a_paper_of_which_he_may_not_read_every_portion():
    order = ("deny", "display", "read")
    for rng, paper, profile, created in papers(CASES, SEED + 1):
        labels = [p.label for p in paper]
        user = brute_force.draw_user(rng)
        groups = rng.choice(GROUPS[:2])  # not one that takes members from a built-in group
        whole = marking.may_see(user, marking.rollup(labels, profile, created), groups)
        parts = [marking.may_see(user, label, groups) for label in labels]
        assert order.index(whole) <= min(map(order.index, parts)), (paper, user)


def test_order_and_repetition_of_portions_change_nothing():
    for rng, paper, profile, created in papers(CASES // 4, SEED + 2):
        labels = [p.label for p in paper]
        again = rng.sample(labels * 2, len(labels) * 2)
        one = marking.rollup(labels, profile, created)
        assert marking.rollup(again, profile, created) == one, paper


def test_a_copy_is_the_copy_of_the_paper_without_what_is_withheld():
    for rng, paper, *_ in papers(CASES // 4, SEED + 3):
        labels, user = [p.label for p in paper], brute_force.draw_user(rng)
        kept, banner = marking.release(labels, user)
        assert kept == [i for i, x in enumerate(labels) if marking.may_see(user, x) == "read"]
        without = marking.release([paper[i].text for i in kept], user)
        assert without == (list(range(len(kept))), banner), (paper, user)


def test_a_copy_names_no_other_partner_in_its_release_list():
    for rng, paper, *_ in papers(CASES // 4, SEED + 4):
        joint = [p.spec for p in paper if p.spec.policy == "JOINT"]
        owners = {owner for spec in joint for owner in spec.owners}
        user = brute_force.draw_user(rng) | {"country": "GBR"}
        _, banner = marking.release([p.text for p in paper], user)
        named = marking.parse(banner).rel if banner else set()
        assert named <= {"USA", "GBR"} | owners, paper


def test_an_unknown_word_never_widens_access():
    for rng, paper, *_ in papers(CASES // 4, SEED + 5):
        user = brute_force.draw_user(rng)
        spec = replace(paper[0].spec, strange="PURPLE")
        assert marking.may_see(user, brute_force.text(spec)) == "deny"


def strict_banner(texts):
    """The banner of portions without a strict fault; None when one of them has one."""
    try:
        labels = [marking.parse(text, strict=True) for text in texts]
        return marking.render(marking.rollup(labels))
    except marking.MarkingError:
        return None


def test_a_banner_of_strict_portions_is_strict_and_comes_back_as_it_is():
    found = 0
    for _, paper, *_ in papers(CASES // 2, SEED + 6):
        sound = [p.label for p in paper if not (p.spec.strange or p.spec.bare)]
        texts = [marking.portion_mark(label) for label in sound]
        if texts and (banner := strict_banner(texts)):
            found += 1
            assert marking.render(marking.parse(banner, strict=True)) == banner, texts
    assert found > CASES // 100


@pytest.mark.parametrize("levels", [("OFFICIAL", "UK SECRET"), ("TLP:GREEN", "TLP:RED")])
def test_other_policies_take_the_highest_level(levels):
    assert marking.render(marking.rollup(levels)) == levels[1]
