"""Drills of the desk's store: kills, lost updates, tampering, power cuts, a full disk.

Each prints a line of what was done and what was lost; any fault ends it with status 1. The
writers are processes of their own, killed without warning, and begin again with the key of
what they were not told of, as a client would. `--small` is the size for the gate.
"""

import argparse
import json
import logging
import multiprocessing
import multiprocessing.connection
import os
import random
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.process import BaseProcess
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from django.db import DatabaseError, InterfaceError, OperationalError, connections, transaction
from tests import desk_servers
from tests.desk_builders import BOSS, CLOSE, OFFICER, at, claim, opening
from tests.desk_tampering import free_the_log, tamper

from catchall_desk.cases.commands import Command
from catchall_desk.cases.handlers import tag
from catchall_desk.errors import StaleError
from catchall_desk.store.desk import outline, run
from catchall_desk.store.labels import kernel, readable_ids
from catchall_desk.store.log import stream_events
from catchall_desk.store.verify import verify
from catchall_desk.store.view import view_of

FORK = multiprocessing.get_context("fork")
CHANCE = random.Random(8)  # noqa: S311 - not for secrets
CLIENTS, PATIENCE = 8, 60.0
Told = multiprocessing.connection.Connection
Writer = tuple[BaseProcess, Told]
faults: list[str] = []


def main() -> int:
    """Runs the drills asked for."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--small", action="store_true", help="SQLite alone, few of each")
    words.add_argument("--kills", type=int, default=200)
    words.add_argument("--backends", type=int, default=150)
    words.add_argument("--postmasters", type=int, default=50)
    words.add_argument("--edits", type=int, default=500)
    words.add_argument("--tamperings", type=int, default=1000)
    words.add_argument("--images", type=int, default=200)
    asked = words.parse_args()
    logging.disable()
    if asked.small:
        asked.kills, asked.edits, asked.tamperings, asked.images = 5, 5, 20, 5
    on_sqlite(asked)
    if not asked.small:
        on_postgresql(asked)
    return 1 if faults else 0


def on_sqlite(asked: argparse.Namespace) -> None:
    """The drills of a SQLite desk, each on a fresh one."""
    with fresh() as folder:
        killed_writers(asked.kills)
    with fresh() as folder:
        edits("SQLite", asked.edits)
    with fresh() as folder:
        tampered(asked.tamperings)
    with fresh() as folder:
        images(folder, asked.images)
    with fresh() as folder:
        full_disk()


def on_postgresql(asked: argparse.Namespace) -> None:
    """The drills of a PostgreSQL desk."""
    with desk_servers.postgresql() as server:
        killed_server(server, "backend", asked.backends)
        killed_server(server, "postmaster", asked.postmasters)
        edits("PostgreSQL", asked.edits)


@contextmanager
def fresh() -> Iterator[Path]:
    """A SQLite desk in a folder of its own."""
    with tempfile.TemporaryDirectory() as name, desk_servers.sqlite(Path(name)):
        yield Path(name)


def told(what: str, figures: str, *wrong: str) -> None:
    """Prints a line, and keeps what was wrong."""
    found = [one for one in wrong if one]
    faults.extend(found)
    print(f"{what:<46} {figures}: {'; '.join(found) or 'nothing lost'}", flush=True)


def begun(work: Callable[..., None], *words: object) -> Writer:
    """A process that does this work; the numbers it has been told of come back."""
    connections.close_all()
    mine, others = FORK.Pipe(duplex=False)
    process = FORK.Process(target=work, args=(others, *words))
    process.start()
    others.close()
    return process, mine


def notes(told_of: Told, case: str, number: int) -> None:
    """Writes numbered notes for ever, each under its key, and tells each that was answered."""
    while True:
        try:
            noted(case, number)
        except (OperationalError, InterfaceError):  # the server is gone: ask again
            connections.close_all()
            time.sleep(0.02)
            continue
        told_of.send(number)
        number += 1


def last_told(mine: Told, before: int, patience: float = 0.0) -> int:
    """The last number that came through."""
    with suppress(EOFError):
        while mine.poll(patience):
            before, patience = mine.recv(), 0.0
    return before


def killed_writers(times: int) -> None:
    """The writer killed at random moments on SQLite, and begun again each time."""
    case, last = run(opening("case"), OFFICER, at()).stream, 0
    for _ in range(times):
        process, mine = begun(notes, case, last + 1)
        last = last_told(mine, last, PATIENCE)
        time.sleep(CHANCE.uniform(0.0, 0.08))
        process.kill()
        process.join()
        last = last_told(mine, last)
    told(f"SQLite, writer killed {times} times", f"{last} answered", *wrong_notes(case, last))


def wrong_notes(case: str, last: int) -> Iterator[str]:
    """What is wrong with the notes of a case of which so many were answered."""
    with kernel():
        held = Counter(
            int(one.body["text"]) for one in stream_events(case) if one.type == "note"
        )
        bad = verify()
    lost = [number for number in range(1, last + 1) if not held[number]]
    doubled = [number for number, times in held.items() if times > 1]
    beyond = [number for number in held if number > last + 1]
    yield f"{len(lost)} lost" if lost else ""
    yield f"{len(doubled)} doubled" if doubled else ""
    yield f"{len(beyond)} never asked for" if beyond else ""
    yield f"the chain: {bad}" if bad else ""


def killed_server(server: desk_servers.Server, what: str, times: int) -> None:
    """The database server killed at random moments while a client writes on."""
    case, last, slowest = run(opening("case"), OFFICER, at()).stream, 0, 0.0
    process, mine = begun(notes, case, 1)
    try:
        for _ in range(times):
            last = last_told(mine, last, PATIENCE)
            time.sleep(CHANCE.uniform(0.0, 0.1))
            last, start = last_told(mine, last), time.perf_counter()
            kill(server, what)
            if what == "postmaster":
                started(server)
            last = last_told(mine, last, PATIENCE)
            slowest = max(slowest, time.perf_counter() - start)
    finally:
        process.kill()
        process.join()
    last = last_told(mine, last)
    figures = f"{last} answered, healthy again in {slowest:.1f} s at most"
    told(f"PostgreSQL, {what} killed {times} times", figures, *wrong_notes(case, last))


def kill(server: desk_servers.Server, what: str) -> None:
    """Kills the postmaster, or one of its children that serves the desk."""
    postmaster = server.server.get_pid()
    if what == "postmaster":
        with suppress(ProcessLookupError):
            os.kill(postmaster, signal.SIGKILL)
        return
    words = ["ps", "--ppid", str(postmaster), "-o", "pid=,args="]
    shown = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    serving = [int(line.split()[0]) for line in shown.splitlines() if "catchall_app" in line]
    for pid in serving[:1]:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def started(server: desk_servers.Server) -> None:
    """Starts the server again; what is left of the old one may hold its memory a while."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            server.server.ensure_postgres_running()
        except Exception:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return


def edits(name: str, each: int) -> None:
    """Clients that each add one to the same number, if it is as they read it."""
    case = run(opening("case", title="0"), OFFICER, at()).stream
    writers = [begun(counted, case, each) for _ in range(CLIENTS)]
    done = sum(last_told(mine, 0, PATIENCE * each) for _, mine in writers)
    for process, _ in writers:
        process.join()
    with view_of(OFFICER) as view:
        file = view.file(case)
    held = int(file.fields["title"]) if file else -1
    lost = "" if held == done == CLIENTS * each else f"{done} answered, {held} held"
    told(f"{name}, {CLIENTS} clients x {each} edits", f"{done} answered", lost)


def counted(told_of: Told, case: str, each: int) -> None:
    """Adds one so many times; a stale answer means to read again."""
    done = 0
    while done < each:
        try:
            added(case, f"{os.getpid()} {done}")
        except StaleError:
            continue
        done += 1
    told_of.send(done)


def added(case: str, key: str) -> None:
    """Adds one to the number as it is now; what was not answered is asked again.

    Raises:
        StaleError: somebody else was first.
    """
    file = None
    while file is None:
        with suppress(OperationalError), kernel():
            file = outline(case, readable_ids(OFFICER))
    body = {"set": {"title": str(int(file.fields["title"]) + 1)}}
    command = Command("case", "amend", case, body=body, tag=tag(file), key=f"{key} {tag(file)}")
    while True:
        try:
            run(command, OFFICER, at(1))
        except OperationalError:  # too many wait: nobody was told anything
            continue
        return


def tampered(times: int) -> None:
    """The log tampered with behind the desk's back, each time in another way."""
    party, case = run(opening("party"), OFFICER, at()).stream, ""
    case = run(opening("case"), OFFICER, at(1)).stream
    for minute in range(2, 12):
        text = {"text": f"seen {minute}"}
        run(Command("case", "note", case, body=text, marking=CLOSE), BOSS, at(minute))
        run(claim(party, f"Holm {minute}"), OFFICER, at(minute))
    free_the_log()
    located = sum(is_located() for _ in range(times))
    missed = "" if located == times else f"{times - located} not located"
    told(f"SQLite, tampered with {times} times", f"{located} located", missed)


def is_located() -> bool:
    """Is the first bad record named after one more way of tampering?"""
    with kernel():
        place = tamper(CHANCE)
        bad = verify()
        transaction.set_rollback(True)
    return bad is not None and (bad.writer, bad.position) == place


def images(folder: Path, times: int) -> None:
    """What a power cut may leave on the disk: each must open to a committed prefix."""
    case = run(opening("case"), OFFICER, at()).stream
    process, mine = begun(notes, case, 1)
    wrong: list[str] = []
    last, ways = last_told(mine, 0, PATIENCE), Counter[str]()
    with tempfile.TemporaryDirectory() as name:
        for number in range(times):
            time.sleep(CHANCE.uniform(0.0, 0.03))
            os.kill(process.pid or 0, signal.SIGSTOP)
            last = last_told(mine, last)
            image = copied(folder, Path(name) / f"{number}.sqlite3")
            os.kill(process.pid or 0, signal.SIGCONT)
            ways[cut(image)] += 1
            wrong += opened(image, last)
            image.unlink()
    process.kill()
    process.join()
    found = ", ".join(f"{count} {way}" for way, count in sorted(ways.items()))
    told(f"SQLite, {times} images of a power cut", found, *wrong)


def copied(folder: Path, image: Path) -> Path:
    """The database and its journal as they are on the disk now."""
    shutil.copy(folder / "desk.sqlite3", image)
    for ending in ("-journal", "-wal"):
        with suppress(FileNotFoundError):
            shutil.copy(folder / f"desk.sqlite3{ending}", f"{image}{ending}")
    return image


def cut(image: Path) -> str:
    """Loses what the disk need not have had yet; answers what that was.

    While the journal's header counts no pages, it is not synced and the database is untouched:
    any end of it may be lacking. From then on each page in it may be half written.
    """
    journal = Path(f"{image}-journal")
    data = journal.read_bytes() if journal.exists() else b""
    if len(data) < struct.calcsize(">8s5I"):
        return "between transactions"
    _, pages, _, _, sector, size = struct.unpack_from(">8s5I", data)
    if pages == 0:
        journal.write_bytes(data[: CHANCE.randrange(len(data))])
        return "with a journal cut short"
    with image.open("r+b") as file:
        for place in range(pages):
            (page,) = struct.unpack_from(">I", data, sector + place * (size + 8))
            file.seek((page - 1) * size)
            file.write(os.urandom(CHANCE.choice([0, 512, size])))
    return "with pages half written"


def opened(image: Path, last: int) -> Iterator[str]:
    """What is wrong with an image when it is opened; so many notes had been answered."""
    with sqlite3.connect(image) as db:
        whole = db.execute("PRAGMA integrity_check").fetchone()[0]
        rows = db.execute("SELECT body FROM store_eventrow WHERE type = 'note' ORDER BY seq")
        numbers = [int(json.loads(body)["text"]) for (body,) in rows]
    db.close()
    if whole != "ok":
        yield f"{image.name}: {whole}"
    if numbers != list(range(1, len(numbers) + 1)) or len(numbers) < last:
        yield f"{image.name}: {len(numbers)} notes of {last}"
    held = str(connections["default"].settings_dict["NAME"])
    desk_servers.point(f"sqlite:///{image}")
    with kernel():
        bad = verify()
    desk_servers.point(f"sqlite:///{held}")
    if bad:
        yield f"{image.name}: {bad}"


def full_disk() -> None:
    """No page more for the database: an error, nothing half done, and on it goes after."""
    case, last, refused = run(opening("case"), OFFICER, at()).stream, 0, 0
    pragma(f"max_page_count = {pragma('page_count') + 4}")
    while refused < 3:  # noqa: PLR2004 - it must be refused more than once
        try:
            noted(case, last + 1)
            last += 1
        except DatabaseError:
            refused += 1
    pragma("max_page_count = 1000000")
    noted(case, last + 1)
    figures = f"{last + 1} answered, {refused} refused with an error"
    told("SQLite, no space left", figures, *wrong_notes(case, last + 1))


def noted(case: str, number: int) -> None:
    """Writes one numbered note under its key."""
    body = {"text": str(number)}
    command = Command("case", "note", case, body=body, marking=CLOSE, key=f"{case} {number}")
    run(command, OFFICER, at(number))


def pragma(text: str) -> int:
    """What SQLite answers to a pragma."""
    with connections["default"].cursor() as cursor:
        return int(cursor.execute(f"PRAGMA {text}").fetchone()[0])


if __name__ == "__main__":
    sys.exit(main())
