"""The reference pages that repeat the lawbook. In: ``Lawbook`` and predicates; out: Markdown.

``generate.py`` writes them. What is said of a rule, a flag or an entry comes from its YAML
file, and what a predicate asks from its docstring; only the sentences around them stand here.
"""

import inspect
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import groupby

from catchall.determine.predicates import ASKS, PREDICATES
from catchall.law.load import load
from catchall.law.model import Asked, Entry, Rule, Version
from catchall.law.tree import leaves
from catchall.tables import SHIPMENTS

VERIFIED = (
    "Verified: `V` the text was read, `S` a secondary source was, `M` from memory. "
    "What is not `V` says so in its finding."
)
RULES = """The rules that have an outcome. `catchall lawbook show ID` prints one with every
condition and its citation. A rule whose facts are missing is *unknown*: with severity `med` it
is only asked about, with `low` it is only told in the embargo line, else the shipment is
undecided."""
FLAGS = """A flag puts a shipment before a person; it never has a legal outcome. A flag whose
facts are missing is counted in `flags_unknown`, with what it would need. RF30 (listed goods and
no licence on record) is a [rule](rules.md). `catchall lawbook show guidance.RF01` prints the
conditions of one."""
ENTRIES = """Every control list entry held. An item that meets none of them is not thereby free:
these are not the whole of the lists, and the catch-all still applies. *Held* says of which days
the text is held; on an earlier day the entry is unknown."""
PREDICATE = """What a rule or flag may ask (`is:`), and which columns or side tables answer it.
An argument whose name begins with `values` names a dated value of the lawbook. Each answers
yes, no or unknown with a reason."""
NOT_READ = "not_held"
SILENCE = "text_mentions"
"""Says yes or nothing: words that are not there prove nothing."""
TABLES = frozenset(name for names in ASKS.values() for name in names if name.startswith("-"))
KNOWN = frozenset(SHIPMENTS.names).union(*ASKS.values())
BY_ARGUMENT = {
    "text_says": "field",
    "field_in": "field",
    "route_in": "legs",
    "text_mentions": "fields",
}
"""Predicates whose argument says which column they read."""
FACTS = {"destination_text": "destination_country"}
"""Facts that are not named as the column they come from."""


def safe(text: str) -> str:
    """The text with what Markdown would take for its own escaped."""
    return re.sub(r"([\\|*<\[])", r"\\\1", " ".join(text.split()))


def days(versions: Sequence[Version]) -> str:
    """The days of each version, the first and the last."""
    told = []
    for one in versions:
        if one.when is None:
            told.append(f"not in force from {one.start}")
        else:
            last = f" to {one.end - timedelta(days=1)}" if one.end else ""
            told.append(f"{one.start}{last}" if last else f"from {one.start}")
    return ", ".join(told)


def asked(rule: Rule) -> Iterator[Asked]:
    """Every question of every version of a rule."""
    for version in rule.versions:
        for node in (version.when, *version.exclusions):
            yield from (
                (leaf for leaf in leaves(node) if isinstance(leaf, Asked)) if node else ()
            )


def columns(leaf: Asked) -> tuple[str, ...]:
    """The columns and side tables that answer one question."""
    named = leaf.args.get(BY_ARGUMENT.get(leaf.predicate, ""))
    if named is None:
        return ASKS[leaf.predicate]
    found = (named,) if isinstance(named, str) else tuple(named)
    return tuple(FACTS.get(name, name) for name in found)


def spelt(need: str) -> str:
    """A need as people read it: columns and side tables in code, anything else in words."""
    if f"--{need}" in TABLES:
        return f"`--{need}`"
    return f"`{need}`" if need in KNOWN else safe(need)


def rests_on(rule: Rule) -> str:
    """What a rule rests on, or what it would take where nothing that is read can tell."""
    needs = [*map(spelt, rule.needs)]
    if all(need.startswith("`") for need in needs):  # words say it better than the columns
        needs += [spelt(name) for leaf in asked(rule) for name in columns(leaf)]
    listed = ", ".join(dict.fromkeys(needs)) or "the screening of the parties"
    if not decidable(rule):
        return f"nothing that is read; it would take {listed}"
    silent = any(leaf.predicate == SILENCE for leaf in asked(rule))
    return listed + (" (only words that say so; silence leaves it open)" if silent else "")


def decidable(rule: Rule) -> bool:
    """Can any column or side table decide it?"""
    return any(leaf.predicate != NOT_READ for leaf in asked(rule))


def anchor(heading: str) -> str:
    """The address of a heading within its page."""
    return "#" + re.sub(r"[^\w-]", "", heading.casefold())


def told(rule: Rule, lines: Iterable[tuple[str, str]]) -> str:
    """One rule or flag: its title, and what is said of it line by line."""
    own = (
        *lines,
        ("rests on", rests_on(rule)),
        ("in force", days(rule.versions)),
        ("verified", safe(rule.verified)),
        ("cited", safe(rule.cite)),
    )
    listed = "\n".join(f"- {name}: {text}" for name, text in own if text)
    return f"### {rule.id}\n\n{safe(rule.title)}.\n\n{listed}"


def rule_parts(rule: Rule) -> str:
    """One rule with an outcome."""
    lines = (
        ("asks", safe(rule.asks)),
        ("outcome", f"`{rule.outcome}`"),
        ("severity", f"`{rule.severity}`" if rule.severity else ""),
        ("jurisdictions", ", ".join(rule.jurisdictions) or "everywhere"),
        ("lifts", f"`{rule.lifts}`" if rule.lifts else ""),
    )
    return told(rule, lines)


def flag_parts(rule: Rule) -> str:
    """One red flag."""
    where = ", ".join(rule.jurisdictions)
    lines = (
        ("severity", f"`{rule.severity}`"), ("asks", safe(rule.asks)), ("jurisdictions", where),
    )  # fmt: skip
    return told(rule, lines)


def contents(rules: Iterable[Rule], word: str) -> str:
    """A table of the rules or flags of a page, each with its strength, linked."""
    rows = [f"| id | what it says | {word} | verified |", "|---|---|---|---|"]
    rows += [
        f"| [{one.id}]({anchor(one.id)}) | {safe(one.title)} | `{one.outcome or one.severity}` "
        f"| {one.verified[:1]} |"
        for one in rules
    ]
    return "\n".join(rows)


def predicates_table() -> str:
    """Every predicate: what it asks, and what answers it."""
    rows = ["| predicate | asks | answered by |", "|---|---|---|"]
    for name, ask in sorted(PREDICATES.items()):
        first = (inspect.getdoc(ask) or "").split("\n\n")[0].replace("``", "`")
        answered = ", ".join(f"`{column}`" for column in ASKS[name])
        rows.append(f"| `{name}` | {safe(first)} | {answered} |")
    return "\n".join(rows)


def rules_page(written: str) -> str:
    """Every rule with an outcome, by kind, and every predicate."""
    rules = sorted(
        (rule for rule in load().rules if rule.kind != "flag"),
        key=lambda one: (one.kind, one.id),
    )
    parts = [
        "# Rules and predicates",
        written.strip(),
        RULES,
        VERIFIED,
        contents(rules, "outcome"),
    ]
    for kind, group in groupby(rules, key=lambda one: one.kind):
        parts += [f"## {kind.replace('_', '-').capitalize()}", *map(rule_parts, group)]
    return "\n\n".join([*parts, "## Predicates", PREDICATE, predicates_table()]) + "\n"


def flags_page(written: str) -> str:
    """Every red flag."""
    flags = sorted((r for r in load().rules if r.kind == "flag"), key=lambda one: one.id)
    never = [one.id.partition(".")[2] for one in flags if not decidable(one)]
    count = (
        f"Of {len(flags)} flags {len(flags) - len(never)} can be decided from columns and side "
        f"tables. Nothing that is read decides {', '.join(never)}: they are always unknown."
    )
    parts = [
        "# Red flags",
        written.strip(),
        FLAGS,
        count,
        VERIFIED,
        contents(flags, "severity"),
    ]
    return "\n\n".join([*parts, "## The flags", *map(flag_parts, flags)]) + "\n"


def entry_row(entry: Entry) -> str:
    """One entry as a row of the table of its regime."""
    codes = (", ".join(codes) or "none" for codes in (entry.eu, entry.us))
    cells = (entry.id, entry.regime, entry.title, *codes, entry.verified, days(entry.versions))
    return f"| {' | '.join(map(safe, cells))} |"


def entries_page(written: str) -> str:
    """Every control list entry, by regime."""
    entries = sorted(load().entries, key=lambda one: (one.regime, one.id))
    counts = [(name, len(list(group))) for name, group in groupby(entries, lambda e: e.regime)]
    held = ", ".join(f"`{name}` {count}" for name, count in counts)
    rows = [
        "| id | regime | title | EU | US | verified | held |",
        "|---|---|---|---|---|---|---|",
        *map(entry_row, entries),
    ]
    total = (
        f"{len(entries)} entries: {held}. `catchall lawbook show ID` prints the tests of one."
    )
    parts = [
        "# Control list entries",
        written.strip(),
        ENTRIES,
        total,
        VERIFIED,
        "\n".join(rows),
    ]
    return "\n\n".join(parts) + "\n"
