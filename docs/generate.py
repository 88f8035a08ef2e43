"""Writes the reference pages that repeat the code: ``python docs/generate.py [--check]``.

In: ``catchall.tables``, the help of each command, the lawbook (``law_pages``), the words of
markings (``marking_pages``), the desk's files and clocks (``machine_pages``, ``file_pages``,
``clock_pages``) and one telegram (``draft_pages``). Out: the pages that ``PAGES`` names, from
``docs/reference``. With ``--check`` nothing is written: exit status 1, names of the stale
pages. What a column means is the comment beside it in ``tables.py``.
"""

import ast
import inspect
import sys
import tokenize
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import click
import clock_pages
import draft_pages
import file_pages
import law_pages
import list_pages
import machine_pages
import marking_pages
import pyarrow as pa

from catchall import tables
from catchall.cli.program import program

REFERENCE = Path(__file__).resolve().parent / "reference"
WRITTEN = "<!-- written by docs/generate.py: change the code, then run make docs -->\n"


def comments(source: str) -> dict[int, str]:
    """The comments of a module by line, without their ``#``; checkers' marks left out."""
    tokens = tokenize.generate_tokens(StringIO(source).readline)
    return {
        token.start[0]: token.string.lstrip("# ").strip()
        for token in tokens
        if token.type == tokenize.COMMENT and not token.string.startswith(("# fmt", "# noqa"))
    }


def assigned(source: str) -> Iterator[tuple[str, ast.expr, str]]:
    """Each module-level name in capitals, its value, and the string that stands below it."""
    body = ast.parse(source).body
    for here, below in zip(body, [*body[1:], ast.Pass()], strict=True):
        if isinstance(here, ast.Assign) and isinstance(here.targets[0], ast.Name):
            told = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
            text = str(below.value.value) if told else ""  # type: ignore[attr-defined]
            yield here.targets[0].id, here.value, " ".join(text.split())


def field_name(node: ast.expr) -> str:
    """The column that a ``pa.field(...)`` or a ``(name, type)`` in a schema is about, or ''."""
    parts = node.args if isinstance(node, ast.Call) else getattr(node, "elts", [])
    first = parts[0] if parts else None
    return str(first.value) if isinstance(first, ast.Constant) else ""


def notes(value: ast.expr, said: dict[int, str]) -> dict[str, str]:
    """What the comments above, within and beside each field of a schema say of it."""
    found: dict[str, str] = {}
    if (
        not isinstance(value, ast.Call)
        or not value.args
        or not isinstance(value.args[0], ast.List)
    ):
        return found
    last = value.args[0].lineno
    for node in value.args[0].elts:
        lines = range(last + 1, (node.end_lineno or node.lineno) + 1)
        found[field_name(node)] = " ".join(said[line] for line in lines if line in said)
        last = node.end_lineno or node.lineno
    return found


def kind(of: pa.DataType) -> str:
    """An Arrow type in words: ``text``, ``list of (kind, value)``."""
    if pa.types.is_list(of):
        return f"list of {kind(of.value_type)}"
    if pa.types.is_struct(of):
        return "(" + ", ".join(field.name for field in of) + ")"
    return {
        "string": "text",
        "int64": "whole number",
        "double": "number",
        "bool": "true or false",
    }[str(of)]


def table_page(schema: pa.Schema, meanings: dict[str, str]) -> str:
    """One table of columns, in Markdown."""
    rows = ["| column | holds | may be null | meaning |", "|---|---|---|---|"]
    for column in schema:
        meaning = meanings.get(column.name, "").replace("|", "\\|")
        null = "yes" if column.nullable else "no"
        rows.append(f"| `{column.name}` | {kind(column.type)} | {null} | {meaning} |")
    return "\n".join(rows)


def columns_page() -> str:
    """Every table and column of ``catchall.tables``."""
    source = inspect.getsource(tables)
    said = comments(source)
    parts = ["# Tables and columns", WRITTEN, inspect.getdoc(tables) or ""]
    for name, value, text in assigned(source):
        thing = getattr(tables, name)
        if isinstance(thing, pa.Schema):
            parts += [f"## {name}", text, table_page(thing, notes(value, said))]
        elif isinstance(thing, pa.StructType):
            fields = pa.schema(list(thing))
            parts += [f"## The parts of {name}", text, table_page(fields, notes(value, said))]
    return "\n\n".join(part for part in parts if part) + "\n"


def command_parts(command: click.Command, path: str) -> Iterator[str]:
    """The help of a command and of every command below it."""
    context = click.Context(command, info_name=path, max_content_width=88, terminal_width=88)
    yield f"## {path}\n\n```text\n{command.get_help(context)}\n```"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            if sub := command.get_command(context, name):
                yield from command_parts(sub, f"{path} {name}")


def commands_page() -> str:
    """Every command with its own help."""
    return "\n\n".join(["# Commands", WRITTEN, *command_parts(program, "catchall")]) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "columns.md": columns_page,
    "commands.md": commands_page,
    "rules.md": lambda: law_pages.rules_page(WRITTEN),
    "flags.md": lambda: law_pages.flags_page(WRITTEN),
    "watchlist-formats.md": lambda: list_pages.formats_page(WRITTEN),
    "entries.md": lambda: law_pages.entries_page(WRITTEN),
    "markings.md": lambda: marking_pages.markings_page(WRITTEN),
    "files.md": lambda: file_pages.files_page(WRITTEN),
    "clocks.md": lambda: clock_pages.clocks_page(WRITTEN),
    "machines.md": lambda: machine_pages.machines_page(WRITTEN),
    "../explanation/telegram-drafts.md": lambda: draft_pages.drafts_page(WRITTEN),
}


def stale() -> dict[str, str]:
    """The pages that no longer say what the code says, with what they should say."""
    wanted = {name: page() for name, page in PAGES.items()}
    return {
        name: text
        for name, text in wanted.items()
        if not (REFERENCE / name).is_file()
        or (REFERENCE / name).read_text(encoding="utf-8") != text
    }


def main() -> int:
    """Writes the stale pages, or with ``--check`` only names them."""
    pages = stale()
    for name, text in pages.items():
        print(f"docs/reference/{name}: {'stale' if '--check' in sys.argv else 'written'}")
        if "--check" not in sys.argv:
            (REFERENCE / name).write_text(text, encoding="utf-8")
    return 1 if pages and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
