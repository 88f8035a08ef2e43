"""The desk: import, pages, appends and rebuild, on SQLite and on PostgreSQL. Prints a table.

The bounds are those of the issue, at 100,000 cases with a million events: a page in 150 ms on
SQLite and 100 ms on PostgreSQL (95 of 100), 300 durable appends a second on PostgreSQL, and all
projections rebuilt in five minutes, equal. `--cases 100000` measures that; less is quick. All
cases are invented.
"""

import argparse
import logging
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from desk_world.lines import EVENTS, OFFICES, lines
from django.conf import settings
from tests import desk_servers
from tests.api_callers import Caller, made_user
from tests.desk_builders import BOSS, OFFICER, at, opening

from catchall_desk.cases.commands import Command
from catchall_desk.cases.policy import Reader
from catchall_desk.store.bulk import import_lines
from catchall_desk.store.database import is_postgresql
from catchall_desk.store.desk import run
from catchall_desk.store.labels import kernel
from catchall_desk.store.models import FileRow
from catchall_desk.store.rebuild import fingerprints, rebuild
from catchall_desk.store.verify import verify
from catchall_desk.store.view import Asked, view_of

CASES, PAGES, SECONDS, WRITERS = 300, 100, 4.0, 4
Figure = tuple[str, str]


def main() -> None:
    """Measures both databases, or the one that is named."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--cases", type=int, default=CASES)
    words.add_argument("--at", help="measure the desk at this address, which is filled already")
    words.add_argument("--writer", type=float, help=argparse.SUPPRESS)
    asked = words.parse_args()
    made_ready()
    if asked.at:
        desk_servers.point(asked.at)
    if asked.writer:
        print(appended(asked.writer))
    elif asked.at:
        show(asked.at.split(":")[0], measured(asked.at))
    else:
        both(asked.cases)


def made_ready() -> None:
    """The client of the bench may ask, as often as it likes, and no line is logged of it."""
    settings.ALLOWED_HOSTS.append("testserver")
    settings.DESK_REQUESTS_PER_MINUTE = 0
    logging.disable()


def both(cases: int) -> None:
    """A desk of its own on each database."""
    with tempfile.TemporaryDirectory() as folder, desk_servers.sqlite(Path(folder)) as url:
        show("SQLite", (imported(cases), *measured(url)))
    with desk_servers.postgresql() as server:
        show("PostgreSQL", (imported(cases), *measured(server.url(desk_servers.APP))))


def show(name: str, figures: Iterator[Figure] | tuple[Figure, ...]) -> None:
    """Prints each figure when it is there, since the last take long."""
    for what, figure in figures:
        print(f"{name:<11} {what:<42} {figure}", flush=True)


def imported(cases: int) -> Figure:
    """The world brought in."""
    start = time.perf_counter()
    report = import_lines(lines(cases), BOSS, at())
    if report.taken != cases * EVENTS:
        raise SystemExit(f"rejected: {report.rejects[:3]}")
    spent = time.perf_counter() - start
    return f"import of {report.taken} events", f"{report.taken / spent:.0f} a second"


def measured(url: str) -> Iterator[Figure]:
    """What is measured of a desk that is filled."""
    yield from pages()
    yield "durable appends, 1 writer", f"{appends(url, 1):.0f} a second"
    if is_postgresql():
        yield f"durable appends, {WRITERS} writers", f"{appends(url, WRITERS):.0f} a second"
    yield from derived_again()


def pages() -> Iterator[Figure]:
    """Pages as the view gives them, and as the API does."""
    chance = random.Random(5)  # noqa: S311 - not for secrets
    readers = [Reader("r", "officer", "USA", "TS", office) for office in OFFICES]
    with kernel():
        few = FileRow.objects.filter(kind="case").order_by("stream")[: PAGES * 5]
        cases = [str(row.stream) for row in few]
    caller = Caller(made_user(f"bench{time.time_ns()}", level="TS", office=OFFICES[0]))
    yield "queue page, view", timed(lambda: queue(chance.choice(readers)))
    yield "list page, view", timed(lambda: newest(chance.choice(readers)))
    yield "case file, view", timed(lambda: case(chance.choice(readers), chance.choice(cases)))
    yield "queue page, API", timed(lambda: got(caller, "/queue?tab=office"))
    yield "case file, API", timed(lambda: got(caller, f"/cases/{chance.choice(cases)}"))


def queue(reader: Reader) -> None:
    """What an office has to do next."""
    with view_of(reader) as view:
        view.duties({"office": reader.office}, Asked({}))


def newest(reader: Reader) -> None:
    """The cases that changed last."""
    with view_of(reader) as view:
        view.files("case", Asked({}))


def case(reader: Reader, stream: str) -> None:
    """A file, what is beside it, and how it is screened."""
    with view_of(reader) as view:
        view.file(stream)
        view.edges(stream)
        view.screening(stream, ())


def got(caller: Caller, path: str) -> None:
    """An answer of the API."""
    answer = caller.get(path)
    if answer.status_code != 200:  # noqa: PLR2004
        raise SystemExit(f"{path}: {answer.status_code} {answer.content[:200]!r}")


def timed(work: Callable[[], None]) -> str:
    """The middle and the 95th of a hundred times, in milliseconds."""
    work()
    spent = []
    for _ in range(PAGES):
        start = time.perf_counter()
        work()
        spent.append((time.perf_counter() - start) * 1000)
    spent.sort()
    return f"p50 {spent[PAGES // 2]:.1f} ms, p95 {spent[PAGES * 95 // 100]:.1f} ms"


def appends(url: str, writers: int) -> float:
    """Events recorded a second by processes that write side by side."""
    words = [sys.executable, __file__, "--at", url, "--writer", str(SECONDS)]
    begun = [subprocess.Popen(words, stdout=subprocess.PIPE, text=True) for _ in range(writers)]
    return sum(float(one.communicate()[0]) for one in begun)


def appended(seconds: float) -> float:
    """Events recorded a second by this process: cases opened, each with three notes."""
    run(opening("case"), OFFICER, at())
    count, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        moment = at(count)
        case = run(opening("case"), OFFICER, moment).stream
        for number in range(3):
            run(Command("case", "note", case, body={"text": f"seen {number}"}), OFFICER, moment)
        count += 4
    return count / (time.perf_counter() - start)


def derived_again() -> Iterator[Figure]:
    """Everything derived made again, and the chain verified."""
    with kernel():
        before, start = fingerprints(), time.perf_counter()
        read = rebuild()
        spent = time.perf_counter() - start
        equal = fingerprints() == before
    took = timedelta(seconds=round(spent))
    equality = "equal" if equal else "NOT EQUAL"
    yield f"rebuild of {read} events", f"{read / spent:.0f} a second, {took}, {equality}"
    start = time.perf_counter()
    with kernel():
        bad = verify()
    spent = time.perf_counter() - start
    yield f"verifying {read} events", f"{read / spent:.0f} a second, {bad or 'intact'}"
    if bad or not equal:
        raise SystemExit(f"the desk is not as it was written: {bad}, {equality}")


if __name__ == "__main__":
    main()
