"""The figures as pages of the docs. In: what was measured; out: Markdown. No names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from catchall.records import Answer
from flag_world.measure import Measured
from flag_world.planted import Found
from flag_world.rates import RATES

LIMITS = {"high": 0.02, "med": 0.05}
"""The share of ordinary rows above which a flag of that severity is raised too often."""
BEGIN, END = "<!-- base rates: begin -->\n", "<!-- base rates: end -->"
HEAD = """# How often flags are raised

<!-- written by bench/flags.py --write: measure again, do not edit -->

Shares of shipments in percent, measured on rows in which nothing is known to be wrong: invented
ones made with the [base rates](../explanation/flags.md#the-base-rates) of ordinary trade, with
all side tables, and real customs rows of a few columns (tiles and bran) with none. What is
raised there is raised in vain. Unknown: a fact that the flag needs is not told.
"""


@dataclass(frozen=True)
class Figures:
    """What was measured: real rows (None: not here), ordinary rows, and planted patterns."""

    real: Measured | None
    ordinary: Measured
    planted: Sequence[Found]


def too_often(figures: Figures, flag: str, severity: str) -> bool:
    """Is the flag raised on more ordinary rows than its severity allows?"""
    sets = [one for one in (figures.ordinary, figures.real) if one is not None]
    return max(one.share(flag, Answer.YES) for one in sets) > LIMITS.get(severity, 1.0)


def summary(figures: Figures) -> Iterator[str]:
    """The figures of each set in a line, and the planted patterns."""
    sets = {"invented rows": figures.ordinary, "real customs rows": figures.real}
    for name, one in sets.items():
        if one is None:
            yield f"{name}: not measured, the folder named by CATCHALL_DATA is not here"
            continue
        quiet = one.shipments - len(one.raised)
        yield (
            f"{name}: {one.shipments:,}; no flag at all on {quiet / one.shipments:.1%}; flags "
            f"alone put {one.reviewed / one.shipments:.1%} before a person"
        )
    yield from _planted(figures.planted)


def _planted(planted: Sequence[Found]) -> Iterator[str]:
    right = sum(one.right for one in planted)
    seen = sum(one.any_flag for one in planted)
    of = sum(one.planted for one in planted)
    yield f"planted patterns: {right} of {of} raised their own flag, {seen} any flag"
    for one in planted:
        if one.right < one.planted:
            yield f"  {one.right} of {one.planted}: {one.pattern.what} ({one.pattern.flag})"


def _three(measured: Measured | None, flag: str) -> str:
    if measured is None:
        return "- | - | -"
    return " | ".join(f"{100 * measured.share(flag, answer):.2f}" for answer in Answer)


def _rates(figures: Figures, flags: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    yield "| flag | what it says | severity | yes | no | unknown | real: yes | no | unknown |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for flag, (severity, title) in sorted(flags.items()):
        invented, real = _three(figures.ordinary, flag), _three(figures.real, flag)
        yield f"| {flag} | {title} | `{severity}` | {invented} | {real} |"


def _found(planted: Sequence[Found]) -> Iterator[str]:
    yield "| planted pattern | flag | raised it | raised any | planted |"
    yield "|---|---|---|---|---|"
    for one in planted:
        pattern = one.pattern
        yield (
            f"| {pattern.what} | {pattern.flag} | {one.right} | {one.any_flag} "
            f"| {one.planted} |"
        )


def _base() -> Iterator[str]:
    yield "| share, percent | of what | why |"
    yield "|---|---|---|"
    for rate in RATES.values():
        yield f"| {100 * rate.share:g} | {rate.what} | {rate.why} |"


def write(docs: Path, figures: Figures, flags: Mapping[str, tuple[str, str]]) -> None:
    """Write the page of figures, and the base rates into the page that explains them."""
    lines = [
        HEAD,
        *(f"- {line}" for line in summary(figures) if not line.startswith(" ")),
        "",
        *_rates(figures, flags),
        "\n## What is found\n",
        *_found(figures.planted),
    ]
    (docs / "reference" / "flag-rates.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    explained = docs / "explanation" / "flags.md"
    before, rest = explained.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    text = f"{before}{BEGIN}\n" + "\n".join(_base()) + f"\n\n{END}{after}"
    explained.write_text(text, encoding="utf-8")
