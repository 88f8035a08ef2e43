"""One item's classification for people at a terminal. In: its JSON form; out: renderables.

First what the lists say, then each entry with its tests, then the questions in the order of
their power, in words. Entries that the words only come near to stand in one line.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from catchall.output.plain import plain

Row = Mapping[str, Any]
NEAR = "near"
SHOWN = 3  # entries near in words that are told
_MEANS = {
    "listed": "listed: an entry is met",
    "ask": "ask: an entry could be met, a question decides",
    "judge": "judge: only a person's judgement is left",
    "not_listed": "not listed",
}
STYLES = {"listed": "bold yellow", "ask": "bold magenta", "judge": "bold cyan"}
STILL = "; catch-all, end user and embargo still count"
_WORDS = ("yes", "no", "unknown", "excluded")


def item(answer: Row, asks: Mapping[str, str]) -> RenderableType:
    """The outcome, each entry with its tests, and the questions in words.

    ``asks``: how the lawbook words the question for each characteristic.
    """
    outcome = answer["outcome"]
    head = f"{plain(answer['id'])}: {_MEANS.get(outcome, plain(outcome))}"
    if answer.get("no_entry"):
        head += ", no entry is for such goods"
    head += STILL if outcome == "not_listed" else ""
    parts: list[RenderableType] = [Text(head, style=STYLES.get(outcome, "bold"))]
    counted = [one for one in answer["candidates"] if one["verdict"] != NEAR]
    for one in counted:
        parts += _entry(one)
    if not counted:
        parts += [Text(plain(one)) for one in answer.get("reasons") or ()]
    near = [one for one in answer["candidates"] if one["verdict"] == NEAR]
    parts += _near(near) if counted else ()
    return Group(*parts, *_questions(answer, asks))


def _codes(one: Row) -> str:
    told = [f"{where.upper()} {', '.join(one[where])}" for where in ("eu", "us") if one[where]]
    bound = one.get("destinations")
    return "; ".join([*told, *([f"only for {', '.join(bound)}"] if bound else ())])


def _entry(one: Row) -> list[RenderableType]:
    head = Text.assemble(
        "\n", (plain(one["entry"]), "bold"), f"  {plain(one['verdict'])}  {plain(one['title'])}"
    )
    codes = _codes(one)
    head.append(f"  ({codes})" if codes else "")
    grid = Table.grid(padding=(0, 2))
    for reason in one["reasons"]:
        grid.add_row(*map(Text, _parted(plain(reason))))
    return [head, Padding(grid, (0, 0, 0, 2))]


def _parted(reason: str) -> tuple[str, str]:
    """The answer of a test, and what was found.

    >>> _parted("excluded? unknown: size: not given"), _parted("the list is not held")
    (('unless', 'size: not given'), ('', 'the list is not held'))
    """
    word, _, rest = reason.partition(": ")
    if word.startswith("excluded?"):
        said = word.removeprefix("excluded?").strip()
        return ("unless" if said == "unknown" else f"excluded: {said}"), rest
    return (word, rest) if word in _WORDS else ("", reason)


def _near(found: Iterable[Row]) -> Iterator[RenderableType]:
    best = list(found)[:SHOWN]
    told = ", ".join(f"{plain(one['entry'])} ({plain(one['title'])})" for one in best)
    if told:
        yield Text(f"\nnear in words, not counted; a person may look: {told}", style="dim")


def _questions(answer: Row, asks: Mapping[str, str]) -> Iterator[RenderableType]:
    decides = {one["ask"]: one["decides"] for one in answer.get("questions") or ()}
    if not answer["ask"]:
        return
    yield Text("\nquestions, the one that decides most first:", style="bold")
    for number, name in enumerate(answer["ask"], start=1):
        words = "what are the goods?" if name == "description" else asks.get(name, plain(name))
        entries = f"  -> {', '.join(decides[name])}" if decides.get(name) else ""
        yield Text(f"  {number}. {plain(words)}  [{plain(name)}]{entries}")
