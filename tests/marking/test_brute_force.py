"""Roll-up and access against the second algebra; the properties of MARKINGS section 10.

``MARKING_CASES`` sets how many papers are drawn (the gate: 2,000; ``make drills``: a million),
``MARKING_SEED`` from which seed.
"""

import os
import random
from dataclasses import fields, replace

import pytest
from tests.marking import brute_force

from catchall import marking

CASES = int(os.environ.get("MARKING_CASES", "2000"))
SEED = int(os.environ.get("MARKING_SEED", "7"))
NAMES = [field.name for field in fields(brute_force.Result)]
GROUPS = (None, {"NATO": ["GBR", "USA"]}, {"FVEY": ["USA"], "NSG": ["DEU"]})
CREATED = (None, "2008-03-01", "2010-06-27", "2010-06-28", "2012-03-01")


def papers(cases, seed):
    """Papers at random: specifications, profile, day of the unmarked portions."""
    rng = random.Random(seed)  # noqa: S311 - cases, not keys
    for _ in range(cases):
        specs = [brute_force.draw(rng) for _ in range(rng.randint(1, 3))]
        yield rng, specs, rng.choice(("IC", "DOD")), rng.choice(CREATED)


def test_roll_up_and_access_agree_with_the_second_algebra():
    for rng, specs, profile, created in papers(CASES, SEED):
        texts = [brute_force.text(spec) for spec in specs]
        got = marking.rollup(texts, profile, created)
        want = brute_force.rollup(specs, profile, created)
        differ = {name for name in NAMES if getattr(got, name) != getattr(want, name)}
        assert not differ, (texts, profile, created)
        assert bool(got.unknown) == any(spec.strange for spec in specs), texts
        user, groups = brute_force.draw_user(rng), rng.choice(GROUPS)
        answers = [marking.may_see(user, text, groups) for text in texts]
        assert answers == [brute_force.access(user, s, groups) for s in specs], (texts, user)


def test_nobody_reads_a_paper_of_which_he_may_not_read_every_portion():
    order = ("deny", "display", "read")
    for rng, specs, profile, created in papers(CASES // 2, SEED + 1):
        texts = [brute_force.text(spec) for spec in specs]
        user = brute_force.draw_user(rng)
        groups = rng.choice(GROUPS[:2])  # not one that takes members from a built-in group
        whole = marking.may_see(user, marking.rollup(texts, profile, created), groups)
        parts = [marking.may_see(user, text, groups) for text in texts]
        assert order.index(whole) <= min(map(order.index, parts)), (texts, user)


def test_order_and_repetition_of_portions_change_nothing():
    for rng, specs, profile, created in papers(CASES // 4, SEED + 2):
        texts = [brute_force.text(spec) for spec in specs]
        again = rng.sample(texts * 2, len(texts) * 2)
        one = marking.rollup(texts, profile, created)
        assert marking.rollup(again, profile, created) == one, texts


def test_a_copy_is_the_copy_of_the_paper_without_what_is_withheld():
    for rng, specs, *_ in papers(CASES // 4, SEED + 3):
        texts = [brute_force.text(spec) for spec in specs]
        user = brute_force.draw_user(rng)
        kept, banner = marking.release(texts, user)
        assert kept == [i for i, t in enumerate(texts) if marking.may_see(user, t) == "read"]
        without = marking.release([texts[i] for i in kept], user)
        assert without == (list(range(len(kept))), banner), (texts, user)


def test_a_copy_names_no_other_partner_in_its_release_list():
    for rng, specs, *_ in papers(CASES // 4, SEED + 4):
        owners = {owner for spec in specs if spec.policy == "JOINT" for owner in spec.owners}
        user = brute_force.draw_user(rng) | {"country": "GBR"}
        _, banner = marking.release([brute_force.text(spec) for spec in specs], user)
        named = marking.parse(banner).rel if banner else set()
        assert named <= {"USA", "GBR"} | owners, specs


def test_an_unknown_word_never_widens_access():
    for rng, specs, *_ in papers(CASES // 4, SEED + 5):
        user = brute_force.draw_user(rng)
        spec = replace(specs[0], strange="PURPLE")
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
    for _, specs, *_ in papers(CASES // 2, SEED + 6):
        texts = [marking.portion_mark(marking.parse(brute_force.text(s))) for s in specs
                 if not (s.strange or s.bare)]  # fmt: skip
        if texts and (banner := strict_banner(texts)):
            found += 1
            assert marking.render(marking.parse(banner, strict=True)) == banner, texts
    assert found > CASES // 100


@pytest.mark.parametrize("levels", [("OFFICIAL", "UK SECRET"), ("TLP:GREEN", "TLP:RED")])
def test_other_policies_take_the_highest_level(levels):
    assert marking.render(marking.rollup(levels)) == levels[1]
