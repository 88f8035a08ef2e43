"""The entries: worked cases, every limit just below, on and just above, the numbers."""

import csv
import json
import re
from datetime import timedelta
from fractions import Fraction

import pytest

from catchall.classify import item
from catchall.classify.evaluate import candidate, compare
from catchall.classify.goods import take_apart
from catchall.classify.numbers import Measured, read
from catchall.classify.prepared import prepare
from catchall.law import tree, units
from catchall.law.load import load
from catchall.law.model import Test
from catchall.records import Answer

BOOK = load()
LAW = prepare(BOOK)
CASES = [case for case in BOOK.cases if case.kind == "entry"]
LIMITS = [
    pytest.param(leaf, id=f"{entry.id} {leaf.characteristic}{leaf.comparison}{leaf.value}")
    for entry in BOOK.entries
    for version in entry.versions
    for node in (version.when, *version.exclusions)
    if node is not None
    for leaf in tree.leaves(node)
    if isinstance(leaf, Test) and leaf.unit
]
INSIDE = {  # below the limit, on it, above it
    "<": "ynn", "<=": "yyn", "==": "nyn", ">=": "nyy", ">": "nny",
}  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.subject}: {case.why}")
def test_worked_case_comes_out_as_written(case):
    given = case.given
    done = item(
        given["text"], hs=given["hs"], params=given["params"], lawbook=BOOK, day=case.day
    )
    found = {one.entry.id: one for one in done.candidates}
    got = found[case.subject].verdict if case.subject in found else "fails"
    reasons = found[case.subject].reasons if case.subject in found else ()
    assert got == case.outcome, reasons


def answers(test, limit):
    """Just below, on and just above the limit, given as a person would, in the test's unit."""
    about = BOOK.characteristics[test.characteristic]
    line = units.linear(test.unit, about.unit)
    step = abs(Fraction(str(limit))) / 10**6
    limits = test.value if isinstance(test.value, tuple) else (test.value,)
    exact = tuple(Fraction(str(one)) * line[0] + line[1] for one in limits)
    for value in (
        Fraction(str(limit)) - step,
        Fraction(str(limit)),
        Fraction(str(limit)) + step,
    ):
        measured = Measured(value, value, test.unit).to(about.unit)
        yield compare(measured, test.comparison, exact)


@pytest.mark.parametrize("test", LIMITS)
def test_limit_just_below_on_and_just_above(test):
    shape = {Answer.YES: "y", Answer.NO: "n", Answer.UNKNOWN: "u"}
    if isinstance(test.value, tuple):
        low, high = ("".join(shape[a] for a in answers(test, limit)) for limit in test.value)
        assert (low, high) == ("nyy", "yyn" if test.comparison == "between" else "ynn")
    else:
        assert "".join(shape[a] for a in answers(test, test.value)) == INSIDE[test.comparison]


@pytest.mark.parametrize("entry", BOOK.entries, ids=lambda entry: entry.id)
def test_day_before_the_text_held_leaves_the_entry_open(entry):
    case = next(c for c in CASES if c.subject == entry.id and c.outcome in {"meets", "judge"})
    day = entry.versions[0].start - timedelta(days=1)
    done = item(case.given["text"], params=case.given["params"], lawbook=BOOK, day=day)
    (found,) = [one for one in done.candidates if one.entry.id == entry.id]
    assert found.verdict == "unknown"


@pytest.mark.parametrize("entry", BOOK.entries, ids=lambda entry: entry.id)
def test_nothing_known_but_the_kind_never_fails_an_entry(entry):
    """A name can state a fact itself ("tape laying machine"): then another name is tried."""
    names = entry.aliases or BOOK.classes[entry.gate].names
    day = entry.versions[-1].start
    made = (candidate(take_apart(text, "", {}, LAW), entry, day) for text in names)
    assert any(found is not None and found.verdict != "fails" for found in made)


def test_limits_in_other_units_stay_on_the_limit():
    for given, wanted in (("0.9 GPa", "MPa"), ("900 N/mm2", "MPa"), ("0.3 mi", None)):
        made = read(given)
        assert wanted is None or made.to(wanted).low == 900


OFFICIAL = {
    "MTCR-": ("M", ("lite_MTCR_Cat_1_regimes.csv", "lite_MTCR_Cat_2_regimes.csv")),
    "NSG2-": ("N", ("lite_NSG_Dual_use.csv",)),
}


def spine(folder, name, state=""):
    with (folder / "control" / name).open(encoding="utf-8") as file:
        return {row[0] for row in csv.reader(file) if not state or state in row}


def test_every_regime_number_stands_in_the_official_code_lists(real_data):
    for prefix, (letter, names) in OFFICIAL.items():
        codes = set().union(*(spine(real_data, name) for name in names))
        for entry in BOOK.entries:
            if entry.id.startswith(prefix):
                number = re.sub(r"[.-][a-z]{3,}$", "", entry.id.removeprefix(prefix))
                code = letter + number.replace(".", "")
                found = any(one.startswith(code) for one in codes)
                # a number younger than the code lists held: it must say so itself
                assert found or "M" in entry.verified, entry.id


def test_every_number_of_the_official_lists_is_an_entry_or_stated_by_one(real_data):
    """Numbers marked ACTIVE; a number below an entry's own is stated by that entry."""
    for prefix, (letter, names) in OFFICIAL.items():
        held = {e.id.removeprefix(prefix) for e in BOOK.entries if e.id.startswith(prefix)}
        stated = {more for e in BOOK.entries if e.id.startswith(prefix) for more in e.covers}
        known = tuple(letter + one.replace(".", "") for one in held | stated)
        active = set().union(*(spine(real_data, name, "ACTIVE") for name in names))
        assert {one for one in active if not one.startswith(known)} == set()


def test_every_eu_and_us_code_stands_in_the_texts_read(real_data):
    eu = (real_data / "control" / "eu_annex_i.json").read_text(encoding="utf-8")
    us = (real_data / "control" / "ccl.json").read_text(encoding="utf-8")
    for entry in BOOK.entries:
        for codes, text in ((entry.eu, eu), (entry.us, us)):
            for code in codes:
                if re.match(r"\d[A-E]\d{3}", code):
                    assert code.split(".")[0] in text, code


WORDS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
TENS = (-9, -6, -4, -3, -2, -1, 0, 1, 2, 3, 6, 9, 11)


def _read_leaves():
    """The tests whose limit is said to have been read in the text of the Union."""
    for entry in (entry for entry in BOOK.entries if entry.verified.startswith("V")):
        for version in entry.versions:
            if version.when is not None and version.verified[:1] in {"", "V"}:
                for leaf in tree.leaves(version.when):
                    if isinstance(leaf, Test) and leaf.unit:
                        yield entry, leaf


def test_limits_marked_as_read_stand_in_the_entry_cited(real_data):
    held = json.loads((real_data / "control" / "eu_annex_i.json").read_text(encoding="utf-8"))
    texts = {one["entry_code"]: _plain(one["verbatim_text"]) for one in held["entries"]}
    texts["definition"] = _plain(" ".join(doc["verbatim_text"] for doc in held["docs"]))
    missing = [
        (entry.id, leaf.characteristic, value, leaf.cite)
        for entry, leaf in _read_leaves()
        if leaf.cite.startswith("eu-annex-i")
        for value in (leaf.value if isinstance(leaf.value, tuple) else (leaf.value,))
        if not _stands(value, leaf.unit, texts[leaf.cite.split()[1].split(".")[0]])
    ]
    assert missing == []


def _plain(text):
    """The text with points for decimals and no blanks between thousands."""
    plain = text.replace("\u00a0", " ").replace(",", ".").lower()
    return plain + " " + re.sub(r"(?<=\d) (?=\d{3})", "", plain)


def _stands(value, unit, text):
    """The number as the text writes it, in any power of ten: 1.1 MNs, 5 x 10 to the 3rd, three.

    A share in parts for a million may be written as one part in so many.
    """
    if value == int(value) and WORDS.get(value, "-") in text:
        return True
    scaled = [value * 10.0**n for n in TENS] + ([1e6 / value] if unit == "ppm" else [])
    forms = {f"{one:{form}}" for one in scaled for form in ("g", ".10g", ".1f", ".2f")}
    near = {
        form for form in forms if any(abs(float(form) - one) <= 1e-9 * one for one in scaled)
    }
    return any(re.search(rf"(?<![\d.]){re.escape(form)}(?!\d)", text) for form in near)
