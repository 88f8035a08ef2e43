"""The report for an auditor: one HTML page that needs nothing else. In: ``Result``; out: HTML.

No script, no font, picture or style from anywhere else; all text is escaped by the template.
Each shipment that is not clear has a page of its own when printed. The words come
from ``explain``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from catchall.output import chart, files
from catchall.output.explain import Explained, explain, headline
from catchall.output.plain import cut, plain
from catchall.output.totals import (
    KINDS,
    MEANING,
    Result,
    count,
    embargo,
    lines_of,
    non_clear,
    rows,
)

WORDS_MOST = 300

GOODS = (
    ("line", "Line"),
    ("description", "Goods as described"),
    ("hs_code", "HS"),
    ("quantity", "Quantity"),
    ("quantity_unit", "Unit"),
    ("value", "Value"),
    ("currency", "Currency"),
    ("origin_country", "Origin"),
)
ROUTE = (
    ("date", "Date"),
    ("loading_port", "Loaded at"),
    ("loading_country", "Loading country"),
    ("transit_ports", "By way of"),
    ("discharge_port", "Discharged at"),
    ("destination_country", "Destination"),
    ("incoterm", "Incoterm"),
    ("stated_end_use", "Stated end use"),
    ("end_user_certificate", "End-user certificate"),
    ("licence_no", "Licence number"),
    ("exporter_knowledge", "Exporter's knowledge"),
)


@dataclass(frozen=True)
class Sheet:
    """One shipment's page: its anchor, its explanation and what was filed."""

    anchor: str
    told: Explained
    goods_head: tuple[str, ...]
    goods: tuple[tuple[str, ...], ...]
    route: tuple[tuple[str, str], ...]


def clock(moment: str) -> str:
    """A time as people read it; a text that is no time is left as it is.

    >>> clock("2026-02-01T09:00:00+00:00")
    '2026-02-01 09:00 UTC'
    """
    try:
        return datetime.fromisoformat(moment).astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")
    except ValueError:
        return plain(moment)


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("catchall.output", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["number"] = "{:,}".format
    made.filters["time"] = clock
    made.filters["dashed"] = lambda text: text.replace(" ", "-")
    return made


def _goods(
    lines: Sequence[Mapping[str, Any]],
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    columns = [(name, title) for name, title in GOODS if any(line[name] for line in lines)]
    body = [tuple(plain(line[name] or "") for name, _ in columns) for line in lines]
    return tuple(title for _, title in columns), tuple(body)


def _route(lines: Sequence[Mapping[str, Any]]) -> tuple[tuple[str, str], ...]:
    filed = []
    for name, title in ROUTE:
        values = dict.fromkeys(plain(line[name]) for line in lines if line[name])
        if values:
            filed.append((title, " / ".join(values)))
    return tuple(filed)


def sheets(result: Result) -> Iterator[Sheet]:
    """The page of each shipment that is not clear, what must be acted on first coming first."""
    listed = non_clear(result.determinations)
    filed = lines_of(result.shipments, listed["id"])
    for at, row in enumerate(rows(listed), start=1):
        lines = filed.get(row["id"], ())
        head, goods = _goods(lines)
        yield Sheet(_anchor(at), explain(row), head, goods, _route(lines))


def _anchor(at: int) -> str:
    return f"shipment-{at}"


def _register(result: Result) -> Iterator[tuple[str, Explained, str]]:
    for at, row in enumerate(rows(non_clear(result.determinations)), start=1):
        told = explain(row)
        yield _anchor(at), told, headline(told)


def _rejects(result: Result) -> Iterator[dict[str, Any]]:
    for row in rows(result.rejects):
        yield {name: cut(value, WORDS_MOST) for name, value in row.items()}


def html(result: Result) -> Iterator[str]:
    """The page, piece by piece, so that a report on many shipments is never all in memory."""
    counts = count(result.determinations)
    template = _environment().get_template("report.html.j2")
    return template.generate(
        result=result,
        kinds=KINDS,
        meaning=MEANING,
        counts=counts,
        shares={
            kind: chart.share(counts[kind], result.determinations.num_rows) for kind in KINDS
        },
        chart=chart.outcomes(counts),
        embargo=embargo(result.determinations),
        engine=_engine(result),
        register=_register(result),
        rejects=_rejects(result),
        sheets=sheets(result),
    )


def _engine(result: Result) -> str:
    found = result.determinations["engine"].slice(0, 1).to_pylist()
    return plain(found[0]) if found else "not run: no shipment was read"


def write(result: Result, path: Path) -> None:
    """Write the report, whole or not at all.

    Raises:
        InputError: the disk is full, or the file may not be written.
    """
    files.write_text(_joined(html(result)), path)


def _joined(pieces: Iterable[str], size: int = 65_536) -> Iterator[str]:
    held: list[str] = []
    length = 0
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length >= size:
            yield "".join(held)
            held, length = [], 0
    yield "".join(held)
