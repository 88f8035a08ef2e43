"""The desk's pages: server time and weight, on SQLite. Prints a table.

The bounds are those of the issue: with 100,000 cases each page in 200 ms (95 of 100), and under
400 kB with its styles and scripts. `--cases 100000` measures that; less is quick. All cases are
invented.
"""

import argparse
import logging
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from desk_world.lines import OFFICES, lines
from django.conf import settings
from django.test import Client
from tests import desk_servers
from tests.api_callers import made_user
from tests.desk_builders import BOSS, at

from catchall_desk.store.bulk import import_lines
from catchall_desk.store.labels import kernel
from catchall_desk.store.models import FileRow

CASES, TIMES, OK = 300, 40, 200
FILES = re.compile(r'(?:src|href)="(/static/[^"]+)"')
ID = re.compile("[0-9a-f-]{36}")
KINDS = ("case", "party", "transaction", "request")


def main() -> None:
    """Fills a desk and measures each of its pages."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--cases", type=int, default=CASES)
    cases = words.parse_args().cases
    settings.ALLOWED_HOSTS.append("testserver")
    settings.MFA_REQUIRED = False
    logging.disable()
    with tempfile.TemporaryDirectory() as folder, desk_servers.sqlite(Path(folder)):
        import_lines(lines(cases), BOSS, at())
        client = Client()
        client.force_login(made_user("bench", level="TS", office=OFFICES[0]))
        print(f"{cases} cases")
        for path in pages():
            print(f"{ID.sub('ID', path):<26} {measured(client, path)}", flush=True)


def pages() -> Iterator[str]:
    """The addresses of the pages; of each kind of file one that the user may see."""
    yield from ("/", "/queue/", "/queue/?tab=office", "/queue/?tab=sent", "/matches/")
    yield from ("/search/?q=fengorhal", "/countries/", "/countries/AE/")
    yield from ("/screen/", "/names/", "/goods/", "/telegrams/")
    for kind in KINDS:
        yield f"/files/{kind}/"
        with kernel():
            seen = FileRow.objects.filter(kind=kind, label__marking="SECRET//NOFORN")
            stream = seen.values_list("stream", flat=True)[0]
        yield f"/files/{kind}/{stream}/"


def measured(client: Client, path: str) -> str:
    """The middle and the 95th of the times of a page in milliseconds, and its kilobytes."""
    answer = client.get(path)
    if answer.status_code != OK:
        raise SystemExit(f"{path}: {answer.status_code}")
    spent = sorted(timed(client, path) for _ in range(TIMES))
    weight = len(answer.content) + sum(
        size(client, file) for file in set(FILES.findall(answer.content.decode()))
    )
    p95 = spent[TIMES * 95 // 100]
    return f"p50 {spent[TIMES // 2]:6.1f} ms  p95 {p95:6.1f} ms  {weight / 1000:5.0f} kB"


def timed(client: Client, path: str) -> float:
    """Milliseconds that the server takes for the page."""
    start = time.perf_counter()
    client.get(path)
    return (time.perf_counter() - start) * 1000


def size(client: Client, file: str) -> int:
    """Bytes of a style, script or picture, as they are before any compression."""
    return len(b"".join(client.get(file)))  # a streamed answer


if __name__ == "__main__":
    main()
