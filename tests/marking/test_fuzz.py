"""Damaged and invented markings: nothing crashes, and what is not understood grants nothing."""

import os
import random

from hypothesis import given
from hypothesis import strategies as st
from tests.marking import brute_force

from catchall import marking
from catchall.marking import vocabulary

CASES = int(os.environ.get("MARKING_CASES", "2000"))
SEED = int(os.environ.get("MARKING_SEED", "7"))
CLEARED = {
    "level": "TS", "country": "USA", "on_dissem_list": True,
    "readins": ["SI", "SI-G", "SI-NK", "TK", "HCS-P", "RD", "CNWDI", "NATO-READ-IN", "ATOMAL"],
}  # fmt: skip
SIGNS = "/ ,-:()+*\t\n\0\u00a0\u200b\u202e\u0661ABSUTNFO0189abéß\U0001f512"
TOKENS = (*vocabulary.CLASSES["US"], *vocabulary.CLASSES["NATO"], *vocabulary.CLASSES["UK"],
          *vocabulary.DISSEMINATION, *vocabulary.NON_IC, *vocabulary.ATOMIC)  # fmt: skip
WORDS = [
    *(word for token in TOKENS for word in token.words), "//", "/", " ", ", ", "USA", "GBR",
    "FVEY",
    "FGI", "JOINT", "SI-G", "TK", "SAR-BP", " - ", "UK ", "UK EYES ONLY", "EYES ONLY", "(", ")",
    "REL", "REL MTCR", "SECTION 01 OF 02", "S E C R E T", "TLP:", "PURPLE",
]  # fmt: skip


def sound(text):
    """What holds for every text: it is read, and answers without raising."""
    label = marking.parse(text)
    assert label.text == text
    if label.unknown:
        assert marking.may_see(CLEARED, label) == "deny"
        assert marking.may_see({**CLEARED, "country": "GBR"}, label) == "deny"
    elif not label.rel_is_banner:
        line = marking.render(label)
        assert marking.render(marking.parse(line)) == line
    return label


def strictly(text):
    """The label of strict reading, or None with a fault that is told."""
    try:
        return marking.parse(text, strict=True)
    except marking.MarkingError:
        return None


def damaged(rng, text):
    """The text with one to three signs lost, added, doubled or moved."""
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(text) + 1)
        cut = rng.randrange(3)
        kept = text[at : at + cut] if rng.random() < 0.2 else ""
        added = rng.choice(("", kept + kept, rng.choice(SIGNS), rng.choice(WORDS)))
        text = text[:at] + added + text[at + cut :]
    return text


def test_damaged_markings_are_read_and_unknown_words_deny():
    rng = random.Random(SEED)  # noqa: S311 - cases, not keys
    unknown = 0
    for _ in range(CASES):
        text = damaged(rng, brute_force.text(brute_force.draw(rng)))
        unknown += bool(sound(text).unknown)
        strictly(text)
    assert CASES // 4 < unknown < CASES


def test_strict_reading_takes_no_more_than_lenient_reading():
    rng = random.Random(SEED + 1)  # noqa: S311 - cases, not keys
    for _ in range(CASES):
        text = damaged(rng, brute_force.text(brute_force.draw(rng)))
        label = strictly(text)
        assert label is None or (label == marking.parse(text) and not label.unknown)


@given(st.text())
def test_any_text_is_read(text):
    sound(text)


@given(st.lists(st.sampled_from(WORDS), max_size=12).map("".join))
def test_words_in_any_order_are_read(text):
    sound(text)
    strictly(text)


@given(st.dictionaries(st.text(max_size=8), st.none() | st.text() | st.lists(st.text())))
def test_any_instruction_to_declassify_is_read(source):
    declass, *_ = [*source.values(), None]
    value = marking.declassify([{"declass": declass, "date": declass}], "2026-11-21")
    assert value is None or value


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists),
    st.recursive(st.none() | st.integers() | st.text(), st.lists),
)
def test_access_never_raises(value, other):
    user = {"level": value, "country": other, "readins": value, "on_dissem_list": other}
    for what in (value, "(S//REL TO USA, NATO)"):
        assert marking.may_see(user, what, {"NATO": value}) in {"read", "display", "deny"}
        assert marking.may_see(value, what, other) in {"read", "display", "deny"}
