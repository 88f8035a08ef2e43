"""The page of the desk's clocks. In: ``cases.clock_table``; out: Markdown."""

from collections.abc import Iterator, Mapping

from catchall_desk.cases.clock_table import HOLDS, Clock, Selector, clocks

INTRODUCTION = (
    "Each clock of the desk stands in `src/catchall_desk/cases/clocks.yaml`. What a clock says "
    "of a file is worked out from the events alone, each time it is asked: see "
    "[the desk](../explanation/desk.md)."
)
UNREAD = "The text of the source was **not** read: confirm it before anything rests on it."


def fields(when: Mapping[str, frozenset[str]]) -> str:
    """The conditions on fields, in words."""
    return ", ".join(
        f"`{name}` is {' or '.join(f'`{one}`' for one in sorted(said))}"
        for name, said in when.items()
    )


def selected(selector: Selector) -> str:
    """One selector in words: which events of which file while which fields hold."""
    events = ", ".join(f"`{one}`" for one in sorted(selector.events))
    of = f" of a {selector.file} beside it" if selector.file else ""
    when = f", where {fields(selector.when)}" if selector.when else ""
    near = f", in the {selector.within_years} years before" if selector.within_years else ""
    return f"{events}{of}{when}{near}"


def length(clock: Clock) -> str:
    """How long the clock runs, in words."""
    if clock.years is not None:
        longer = clock.longer and f", or {clock.longer[0]} where {fields(clock.longer[1])}"
        end = ", from the end of the calendar year" if clock.year_end else ""
        return f"{clock.years} years{longer or ''}{end}"
    if clock.days is None:
        return "until it is stopped"
    more = f", extended to {clock.extend_to} at most" if clock.extend_to else ""
    prefer = f", better {clock.prefer}" if clock.prefer else ""
    where = f" (`{clock.calendar}`)" if clock.calendar else ""
    return f"{clock.days} {clock.unit} days{where}{prefer}{more}"


def rows(clock: Clock) -> Iterator[tuple[str, str]]:
    """What is told of a clock, row by row; empty ones too."""
    yield "read on", ", ".join(clock.files)
    yield "starts", selected(clock.starts)
    yield "counts from", clock.after and f"the last due day of `{clock.after}` beside it"
    yield "or from a field", ", ".join(f"`{one}`" for one in clock.dates)
    yield "only if", "; ".join(map(selected, clock.given))
    yield "runs", length(clock)
    yield "stops", "; ".join(map(selected, clock.stops))
    yield "does not count", ", ".join(f"`{one}`" for one in clock.pauses)
    yield "is frozen by", clock.frozen_by and f"`{clock.frozen_by}`"
    yield "target", clock.target and f"{clock.target} of all"
    yield "silence", clock.silence
    yield "must", clock.must
    yield "duty", clock.duty and f"`{clock.duty}`"
    yield "source", clock.source if clock.seen else f"{clock.source}. {UNREAD}"


def clocks_page(written: str) -> str:
    """The whole page."""
    lines = ["\n## Time out of count\n\nA `hold_reason` of an application, 15 CFR 750.4(b):\n"]
    lines += [f"- `{name}`: {text}" for name, text in HOLDS.items()]
    for clock in clocks().values():
        lines += [f"\n## {clock.id}\n\n| | |\n|---|---|"]
        lines += [f"| {name} | {text} |" for name, text in rows(clock) if text]
    return "\n".join([f"# Clocks of the desk\n\n{written}\n{INTRODUCTION}", *lines]) + "\n"
