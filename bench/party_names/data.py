"""The data of the bench: labelled pairs, lists, parties, and names made of invented syllables.

Needs CATCHALL_DATA and CATCHALL_EVAL (default: ../shared/data and ../shared/eval beside the
project). Invented names come from a fixed seed. Nothing is measured here.
"""

import csv
import json
import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from catchall.intake.watchlists import read
from catchall.names import index
from catchall.tables import NAME, WATCHLIST
from catchall.text import normal

ROOT = Path(__file__).resolve().parents[2]
LISTS = {
    "ofac": ("lists/ofac/sdn_sancbook_2023.csv", "lists/ofac/sdn_address_sancbook_2023.csv"),
    "un": ("lists/un/UN_consolidated_watchman.xml",),
    "entity": ("lists/bis/bis_entity_list.json",),
}
SEED = 7
COMPANIES, GIVEN_NAMES = 5000, 1500
DAY = date(2026, 1, 1)


@dataclass(frozen=True)
class Snapshot:
    """What screening reads of a list's snapshot."""

    name: str
    effect: str
    date: date
    hash: str


@dataclass(frozen=True)
class List:
    """A list with its index, in memory."""

    snapshot: Snapshot
    table: pa.Table
    index: dict[str, Any]


def folder(variable: str, name: str) -> Path:
    """The folder of real data that the variable names, or its usual place."""
    return Path(os.environ.get(variable, ROOT.parent / "shared" / name))


def data() -> Path:
    """Lists, customs rows and company names."""
    return folder("CATCHALL_DATA", "data")


def missing() -> str:
    """Why nothing can be measured here, or ""."""
    there = data().is_dir() and folder("CATCHALL_EVAL", "eval").is_dir()
    return "" if there else "the real data are not on this machine"


def labelled(name: str) -> list[dict[str, Any]]:
    """The rows of one labelled set."""
    path = folder("CATCHALL_EVAL", "eval") / "names" / name
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def mangled(how_many: int) -> list[str]:
    """So many of the mangled listed names, by a fixed seed."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    return [row["query"] for row in chance.sample(labelled("mangled.jsonl"), how_many)]


def in_force(name: str, table: pa.Table) -> List:
    """A list as it is handed to screening."""
    snapshot = Snapshot(name, "prohibited", DAY, "-")
    return List(snapshot, table, index.build(table))


def list_tables() -> dict[str, pa.Table]:
    """SDN 2023, UN 2026 and Entity List as they were read."""
    return {
        name: read([data() / file for file in files], name=name).records
        for name, files in LISTS.items()
    }


def one_list(tables: Sequence[pa.Table]) -> pa.Table:
    """All of them as one list; a record keeps its list's name before its number."""
    named = []
    for table in tables:
        keys = table.select(["list", "record"]).to_pylist()
        numbers = [f"{key['list']}:{key['record']}" for key in keys]
        at = table.schema.get_field_index("record")
        named.append(table.set_column(at, WATCHLIST.field("record"), pa.array(numbers)))
    return pa.concat_tables(named).combine_chunks()


def listed_names(table: pa.Table) -> list[tuple[str, str]]:
    """Every name of the list with its record's schema, in the order of an index."""
    both = zip(table["schema"].to_pylist(), table["names"].to_pylist(), strict=True)
    return [(name["text"], schema) for schema, names in both for name in names]


def folded(names: Sequence[tuple[str, str]]) -> set[str]:
    """The listed names as they are compared for being equal."""
    return {normal.fold(name) for name, _ in names}


def _customs() -> Iterator[str]:
    for file in sorted((data() / "shipments").glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                names = (v for k, v in row.items() if k and "NAME" in k and "PRODUCT" not in k)
                yield from (v.replace("&#10;", "\n") for v in names if v and v != "NULL")


def parties(listed: set[str]) -> list[str]:
    """The distinct parties of the customs rows whose folded name is not ``listed``."""
    return [name for name in sorted(set(_customs())) if normal.fold(name) not in listed]


def all_companies() -> list[str]:
    """The names of listed companies, each once."""
    with (data() / "names" / "financedb_companies.csv").open(
        encoding="utf-8", newline=""
    ) as rows:
        return sorted({row["name"] for row in csv.DictReader(rows) if row["name"]})


def strangers(listed: set[str]) -> list[str]:
    """The company names whose folded name is not ``listed``, in an order by a fixed seed."""
    names = [name for name in all_companies() if normal.fold(name) not in listed]
    random.Random(SEED).shuffle(names)  # noqa: S311 - a sample, no secret
    return names


def companies(listed: set[str]) -> list[str]:
    """5,000 of them, by a fixed seed."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    return chance.sample(
        [n for n in all_companies() if normal.fold(n) not in listed], COMPANIES
    )


_ONSETS = (
    "b", "bl", "br", "c", "ch", "d", "dr", "dj", "f", "fr", "g", "gh", "gr", "h", "j", "k",
    "kh", "kl", "kr", "kv", "l", "m", "mb", "n", "ng", "p", "pl", "pr", "q", "r", "s", "sh",
    "sk",
    "sl", "st", "sv", "t", "tr", "ts", "v", "vl", "w", "x", "y", "z", "zh", "zv", "",
)  # fmt: skip
_VOWELS = (
    "a", "a", "a", "e", "e", "i", "i", "o", "o", "u", "ai", "au", "ea", "ei", "ia", "ie", "io",
    "oo", "ou", "ua", "ui", "y",
)  # fmt: skip
_ENDS = (
    "", "", "", "", "", "n", "n", "r", "r", "l", "s", "k", "m", "t", "d", "g", "h", "p", "v",
    "z", "ck", "ff", "ll", "lk", "mp", "ng", "nk", "nt", "rd", "rk", "rm", "rn", "rt",
    "sh",
    "ss", "st", "tt", "x",
)  # fmt: skip
_GENERIC = (
    "trading", "technology", "industrial", "electronics", "shipping", "general", "group",
    "international", "systems", "engineering", "import export", "machinery", "logistics",
    "bearing", "research institute", "development", "equipment", "supply", "holding",
    "services", "optics",
    "chemical", "energy", "metal works", "design bureau", "instruments", "foundation", "marine",
)  # fmt: skip
_FORMS = ("LLC", "Ltd", "Co., Ltd.", "JSC", "FZE", "GmbH", "A.S.", "", "")


def _words(chance: random.Random, how_many: int) -> list[str]:
    """Invented words; the first are drawn more often than the last, as in real lists."""
    found: dict[str, None] = {}
    while len(found) < how_many:
        parts = (
            chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_ENDS)
            for _ in range(chance.choice((1, 2, 2, 2, 3)))
        )
        found["".join(parts).capitalize()] = None
    return list(found)


def _picked(chance: random.Random, words: Sequence[str], how_many: int) -> list[str]:
    """So many of the words, the first ones more often."""
    return [words[int(len(words) * chance.random() ** 2)] for _ in range(how_many)]


def invented(how_many: int, seed: int = SEED) -> list[tuple[str, str]]:
    """So many different names of invented syllables, each with the schema of its record.

    As in the real lists there are about as many words as names; a third are persons.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret
    words = _words(chance, max(how_many, 2000))
    given = words[:GIVEN_NAMES]
    found: dict[str, str] = {}
    while len(found) < how_many:
        if chance.random() < 1 / 3:
            own = _picked(chance, given, chance.choice((1, 1, 2)))
            found[" ".join([*own, *_picked(chance, words, 1)])] = "Person"
        else:
            own = _picked(chance, words, chance.choice((1, 2, 2, 3)))
            tail = [chance.choice(_GENERIC)] if chance.random() < 1 / 2 else []
            found[" ".join([*own, *tail, chance.choice(_FORMS)]).strip()] = "Organization"
    return list(found.items())


def table_of(names: Sequence[tuple[str, str]]) -> pa.Table:
    """A WATCHLIST table with one record for each name."""
    texts, schemas = [name for name, _ in names], [schema for _, schema in names]
    blank, total = pa.array([""] * len(names)), len(names)
    kinds = pa.array(["primary"] * total)
    held = pa.StructArray.from_arrays([pa.array(texts), kinds, blank], fields=list(NAME))
    columns = {
        "list": pa.array(["invented"] * total),
        "record": pa.array([str(number) for number in range(total)]),
        "schema": pa.array(schemas),
        "names": pa.ListArray.from_arrays(np.arange(total + 1, dtype=np.int32), held),
    }
    for field in WATCHLIST:
        if pa.types.is_string(field.type):
            columns.setdefault(field.name, blank)
        elif field.name != "names":
            none = pa.array([], field.type.value_type)
            columns[field.name] = pa.ListArray.from_arrays(np.zeros(total + 1, np.int32), none)
    return pa.table([columns[field.name] for field in WATCHLIST], schema=WATCHLIST)


def with_a_slip(name: str, chance: random.Random) -> str:
    """The name with two neighbouring letters of one word changed round."""
    places = [at for at in range(1, len(name) - 2) if name[at : at + 2].isalpha()]
    if not places:
        return name
    at = chance.choice(places)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
