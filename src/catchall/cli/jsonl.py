"""JSON lines in and out, one answer a line in the same order. In: a file; out: JSON lines.

A line that is no JSON object, or lacks what the command needs, is answered with its number and
the problem, so that answers stay beside their questions; the run then ends with status 3.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import orjson

from catchall.cli.surroundings import say, write
from catchall.output.plain import cut, plain

REJECTED = 3
WORDS_MOST = 120

Row = Mapping[str, Any]
Answerer = Callable[[Iterator[Row]], Iterable[Row]]

FILE = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)


def lines(path: Path) -> Iterator[bytes]:
    """The lines of a file, or of standard input for ``-``; empty ones are left out."""
    with click.open_file(str(path), "rb") as file:
        yield from (line for line in file if line.strip())


def read(line: bytes, needs: Sequence[str]) -> tuple[Row, str]:
    """The object on one line, and what is wrong with it ("" when nothing is).

    >>> read(b'{"id": "1"}', ("id", "name"))[1]
    'no text "name"'
    """
    try:
        value = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return {}, f"no JSON: {error}"
    if not isinstance(value, dict):
        return {}, "no JSON object"
    missing = [f'"{name}"' for name in needs if not isinstance(value.get(name), str)]
    return value, f"no text {', '.join(missing)}" if missing else ""


@dataclass(frozen=True)
class _Line:
    number: int
    value: Row
    problem: str
    words: bytes


def answer(path: Path, needs: Sequence[str], answerer: Answerer) -> Iterator[tuple[Row, bool]]:
    """Each line's answer in order, and whether the line was rejected.

    The answerer may read ahead as far as it likes; it must give one answer a row, in order.
    """
    waiting: deque[_Line] = deque()

    def asked() -> Iterator[Row]:
        for number, words in enumerate(lines(path), start=1):
            line = _Line(number, *read(words, needs), words)
            waiting.append(line)
            if not line.problem:
                yield line.value

    for told in answerer(asked()):
        while waiting[0].problem:
            yield _rejected(path, waiting.popleft()), True
        waiting.popleft()
        yield told, False
    while waiting:
        yield _rejected(path, waiting.popleft()), True


def _rejected(path: Path, line: _Line) -> Row:
    words = cut(line.words.decode("utf-8", "replace"), WORDS_MOST)
    problem = line.problem or "no answer was given"
    say(f"rejected: {plain(path)}:{line.number}: {problem}: {words}")
    return {"id": line.value.get("id"), "line": line.number, "error": problem}


def print_answers(path: Path, needs: Sequence[str], answerer: Answerer) -> int:
    """Print each line's answer as a line of JSON; the exit status."""
    rejected = False
    for told, bad in answer(path, needs, answerer):
        rejected |= bad or "error" in told
        write(orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE))
    return REJECTED if rejected else 0
