"""Every limit of every entry from three sides, in every unit, and every unknown subset."""

from datetime import date

import pytest
from tests.lawbook.boundary import trials

from catchall.classify.evaluate import candidate
from catchall.classify.gates import Gate
from catchall.classify.goods import take_apart
from catchall.classify.prepared import prepare
from catchall.law.load import load
from catchall.records import Answer

DAY = date(2026, 8, 3)
BOOK = load()
KIND = Gate(Answer.YES, 1.0, "goods of the kind")
LEAST = 2000


@pytest.fixture(scope="module")
def made():
    """Every trial once: limits that several conditions share come out several times."""
    every = trials(BOOK, DAY)
    return list(
        {(one.entry.id, *sorted(one.params.items()), one.wanted): one for one in every}.values()
    )


def test_there_are_enough_boundary_cases(made):
    assert len(made) >= LEAST


def test_every_boundary_case_comes_out_as_the_plain_evaluator_says(made):
    law, wrong = prepare(BOOK), []
    for trial in made:
        goods = take_apart("", "", trial.params, law)
        got = candidate(goods, trial.entry, DAY, KIND).verdict
        if got != trial.wanted:
            wrong.append((trial.entry.id, trial.params, trial.wanted, got))
    assert wrong == []
