"""Answers stay beside their questions, whatever a line holds."""

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall.cli import jsonl

GOOD = st.builds(lambda text: orjson.dumps({"id": text, "name": text}), st.text())
BAD = st.sampled_from([b"{", b"[1]", b'{"id": 7, "name": "a"}', b'{"id": "1"}', b"\xff"])


def echo(rows):
    return ({"id": one["id"]} for one in rows)


@given(st.lists(GOOD | BAD))
def test_every_line_has_one_answer_in_its_place(tmp_path_factory, lines):
    path = tmp_path_factory.mktemp("names") / "in.jsonl"
    path.write_bytes(b"\n".join(lines))
    told = list(jsonl.answer(path, ("id", "name"), echo))
    problems = [bool(jsonl.read(line, ("id", "name"))[1]) for line in lines]
    assert [bad for _, bad in told] == problems
    asked = [
        orjson.loads(line)["id"] for line, bad in zip(lines, problems, strict=True) if not bad
    ]
    assert [answer["id"] for answer, bad in told if not bad] == asked


def test_an_answerer_that_reads_ahead_keeps_the_order(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text("broken\n" + "".join(f'{{"id": "{n}"}}\n\nbroken\n' for n in range(7)))
    told = list(jsonl.answer(path, ("id",), lambda rows: echo(list(rows))))
    assert [row["id"] for row, bad in told if not bad] == list("0123456")
    assert [bad for _, bad in told] == [True, *[False, True] * 7]


def test_a_row_without_an_answer_is_not_passed_over(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": "1"}\n')
    ((row, bad),) = jsonl.answer(path, ("id",), lambda rows: list(rows)[1:])
    assert (row["error"], bad) == ("no answer was given", True)


@pytest.mark.parametrize(
    ("line", "problem"),
    [(b"{", "no JSON"), (b"[]", "no JSON object"), (b'{"id":""}', 'no text "name"')],
)
def test_what_is_wrong_is_said(line, problem):
    assert jsonl.read(line, ("id", "name"))[1].startswith(problem)
