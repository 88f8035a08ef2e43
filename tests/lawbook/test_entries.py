"""The entries: worked cases, every limit just below, on and just above, the numbers."""

import csv
import json
import re
from datetime import timedelta
from fractions import Fraction

import pytest

from catchall.classify import item
from catchall.classify.evaluate import compare
from catchall.classify.numbers import Measured, read
from catchall.law import tree, units
from catchall.law.load import load
from catchall.law.model import Test
from catchall.records import Answer

BOOK = load()
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
    text = (entry.aliases or BOOK.classes[entry.gate].names)[0]
    done = item(text, lawbook=BOOK, day=entry.versions[-1].start)
    (found,) = [one for one in done.candidates if one.entry.id == entry.id]
    assert found.verdict != "fails"


def test_limits_in_other_units_stay_on_the_limit():
    for given, wanted in (("0.9 GPa", "MPa"), ("900 N/mm2", "MPa"), ("0.3 mi", None)):
        made = read(given)
        assert wanted is None or made.to(wanted).low == 900


def spine(folder, name):
    with (folder / "control" / name).open(encoding="utf-8") as file:
        return {row[0] for row in csv.reader(file)}


def test_every_regime_number_stands_in_the_official_code_lists(real_data):
    lists = {
        "MTCR-": ("M", ("lite_MTCR_Cat_1_regimes.csv", "lite_MTCR_Cat_2_regimes.csv")),
        "NSG2-": ("N", ("lite_NSG_Dual_use.csv",)),
    }
    for prefix, (letter, names) in lists.items():
        codes = set().union(*(spine(real_data, name) for name in names))
        for entry in BOOK.entries:
            if entry.id.startswith(prefix):
                code = letter + entry.id.removeprefix(prefix).replace(".", "")
                assert any(one.startswith(code) for one in codes), entry.id


def test_every_eu_and_us_code_stands_in_the_texts_read(real_data):
    eu = (real_data / "control" / "eu_annex_i.json").read_text(encoding="utf-8")
    us = (real_data / "control" / "ccl.json").read_text(encoding="utf-8")
    for entry in BOOK.entries:
        for codes, text in ((entry.eu, eu), (entry.us, us)):
            for code in codes:
                if re.match(r"\d[A-E]\d{3}", code):
                    assert code.split(".")[0] in text, code


WORDS = {1: "one", 2: "two", 3: "three", 5: "five"}


def test_limits_marked_as_read_stand_in_the_entry_cited(real_data):
    held = json.loads((real_data / "control" / "eu_annex_i.json").read_text(encoding="utf-8"))
    texts = {one["entry_code"]: one["verbatim_text"] for one in held["entries"]}
    texts["definition"] = " ".join(doc["verbatim_text"] for doc in held["docs"])
    for entry in (entry for entry in BOOK.entries if entry.verified.startswith("V")):
        for leaf in (leaf for v in entry.versions for leaf in tree.leaves(v.when)):
            if isinstance(leaf, Test) and leaf.unit and leaf.cite.startswith("eu-annex-i"):
                text = texts[leaf.cite.split()[1].split(".")[0]].replace("\u00a0", " ")
                for value in leaf.value if isinstance(leaf.value, tuple) else (leaf.value,):
                    assert _stands(value, text.replace(",", ".").lower()), leaf


def _stands(value, text):
    """The number as the text writes it: 1.1 MNs, 12.7 x 10 to the 6th, three."""
    forms = {f"{value:.{n}f}" for n in range(3) if round(value, n) == value} | {str(value)}
    forms |= {f"{value / 10**n:{form}}" for n in (4, 6) for form in ("g", ".2f")}
    words = WORDS.get(value, "-") if value == int(value) else "-"
    return words in text or any(
        re.search(rf"(?<![\d.]){re.escape(form)}(?!\d)", text) for form in forms
    )
