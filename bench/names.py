"""Names against the best open engines: quality, alerts, retrieval, speed, growth. One table.

``bench/names.py [PART ...] [--no-peers]``; the parts are pairs, mangled, alerts, retrieval,
bulk, query, index, delta, growth and missed, all but the last by default. ``decide`` adds a
decision about the threshold (``party_names.decision``). It goes on in
.venv-bench, where the other engines stand (``setup/peers.py`` makes it); where that cannot be
made it says so and measures catchall alone. Without the real data it says that and ends with 0.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping

from party_names import data, decision, growth, job, quality, speed
from party_names.engines import CATCHALL, WRATIO, peers
from party_names.table import Section, lines

PEERS = data.ROOT / ".venv-bench" / "bin" / "python"
RETRIEVED = 600
PLENTY = 60_000


def _no_peers() -> str:
    """Makes .venv-bench; says why it could not be made, or ""."""
    command = [sys.executable, str(data.ROOT / "setup" / "peers.py")]
    made = subprocess.run(command, check=False, stderr=subprocess.PIPE, text=True)
    return made.stderr.strip().splitlines()[-1] if made.returncode else ""


def _go_on_with_peers() -> None:
    arguments = [str(PEERS), __file__, *sys.argv[1:], "--here"]
    os.execv(PEERS, arguments)  # noqa: S606 - no shell: this process goes on as it


class Measured:
    """What several parts need, made when it is first asked for."""

    def __init__(self) -> None:
        self.peers = peers()
        self._held: job.Ready | None = None
        self._lists: list[data.List] = []

    @property
    def lists(self) -> list[data.List]:
        """SDN 2023, UN 2026 and Entity List, as three."""
        if not self._lists:
            self._lists = [data.in_force(*one) for one in data.list_tables().items()]
        return self._lists

    @property
    def held(self) -> job.Ready:
        """The same as one list."""
        if self._held is None:
            together = data.one_list([one.table for one in self.lists])
            self._held = job.ready(data.in_force("all", together))
        return self._held

    def strangers(self) -> list[str]:
        """5,000 company names that are not listed."""
        return data.companies(data.folded(self.held.names))

    def many(self) -> list[str]:
        """All company names that are not listed."""
        return data.strangers(data.folded(self.held.names))

    def plenty(self) -> job.Ready:
        """The real lists, filled up with invented names to 60,000."""
        more = data.invented(PLENTY - len(self.held.names))
        table = data.one_list([self.held.watchlist.table, data.table_of(more)])
        return job.ready(data.in_force("plenty", table))


PARTS: Mapping[str, Callable[[Measured], Iterator[Section]]] = {
    "pairs": lambda all_: iter((quality.labelled((CATCHALL, *all_.peers)),)),
    "mangled": lambda all_: iter((quality.mangled((CATCHALL, *all_.peers)),)),
    "alerts": lambda all_: iter((job.alerts(all_.lists, all_.held, all_.peers),)),
    "retrieval": lambda all_: iter((job.retrieval(all_.held, data.mangled(RETRIEVED)),)),
    "bulk": lambda all_: iter((job.in_bulk(all_.held, all_.many(), all_.peers),)),
    "query": lambda all_: iter((speed.query(all_.plenty(), all_.strangers(), all_.peers),)),
    "index": lambda all_: iter((speed.the_index(all_.held, all_.strangers()),)),
    "delta": lambda all_: iter((speed.news(all_.held, data.all_companies()),)),
    "growth": lambda all_: growth.sections(all_.peers),
}


def _print(parts: list[str]) -> None:
    measured = Measured()
    engines = [one.name for one in (CATCHALL, *measured.peers)]
    for part in parts or PARTS:
        for section in PARTS[part](measured):
            print("\n".join(lines(section, engines)), flush=True)


def _print_missed() -> None:
    for row in quality.missed():
        said = (row["schema"], row.get("quality") or row["category"], row["match"])
        print(*said, row["query"], row["candidate"], sep="\t")


def _table(arguments: list[str]) -> int:
    """Print the parts of the table that are asked for, with the peers where they can be had."""
    parts = [one for one in arguments if not one.startswith("--")]
    if unknown := set(parts) - {*PARTS, "missed"}:
        print(
            f"bench names: no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}"
        )
        return 2
    if parts == ["missed"]:
        _print_missed()
        return 0
    if not {"--here", "--no-peers"} & set(arguments):
        if problem := _no_peers():
            print(f"{problem}: only {CATCHALL.name} and {WRATIO.name} are\n", flush=True)
        else:
            _go_on_with_peers()
    _print(parts)
    return 0


def main(arguments: list[str]) -> int:
    """Print what is asked for; 0 also without the data, 2 on a wrong word."""
    if missing := data.missing():
        print(f"bench names: {missing}: skipped")
        return 0
    if arguments[:1] == ["decide"]:
        return decision.main(arguments[1:])
    return _table(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
