"""METI's Foreign End User List as CSV or XLSX. In: one file; out: ``Parsed``.

The list warns and does not ban: a licence is needed unless the goods are clearly not for
weapons of mass destruction. Headers and countries stand in Japanese and English, names in
English with the native spelling in brackets, other names behind a dot, line by line.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from catchall.errors import WatchlistRefusedError
from catchall.intake.watchlists.entry import ORGANIZATION, Entry, Format, Parsed, Reader, Reject
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.list_rows import ListTable, Row, headers_of, read_rows
from catchall.intake.watchlists.numbering import numbered

SOURCE = "jp-meti-end-user"

_LABELS = {
    "number": ("no.", "番号"),
    "country": ("country or region", "国名、地域名"),
    "name": ("company or organization", "企業名、組織名"),
    "aliases": ("also known as", "別名"),
    "concern": ("type of wmd", "懸念区分"),
    "conventional": ("conventional weapons", "通常兵器"),
}
_NEEDED = ("country", "name", "aliases", "concern")
_KINDS = {
    "B": "biological weapons",
    "C": "chemical weapons",
    "M": "missiles",
    "N": "nuclear weapons",
}
_DOT = re.compile(r"(?:^|\n)\s*[\u30fb\u2022\uff65\u00b7]\s*")
_NATIVE = re.compile(
    r"[(\uff08]\s*([^()\uff08\uff09]*[\u0400-\uffdc][^()\uff08\uff09]*)[)\uff09]"
)
"""A spelling in another script inside brackets."""
_NOTHING = ("", "-", "\u2010", "\u2015", "\uff0d")
_COLUMNS = "Give the table with the columns of the published list: No., Country or Region ..."


def _words() -> dict[str, str]:
    """Each way to write a header, and the idea it stands for."""
    return {
        word: idea
        for idea, (english, japanese) in _LABELS.items()
        for word in (english, japanese, f"{japanese} {english}", f"{japanese}{english}")
    }


def recognise(head: bytes, filename: str) -> bool:
    """Does the header name country, company, other names and the kind of concern?"""
    return set(_NEEDED) <= set(_ideas(headers_of(head, _words())))


def _ideas(headers: Sequence[str]) -> dict[str, str]:
    """The header of each idea."""
    words = _words()
    return {words[header]: header for header in headers if header in words}


def read(files: Sequence[ListFile]) -> Parsed:
    """What does the table say?

    Raises:
        WatchlistRefusedError: a column is missing, or the file cannot be read.
    """
    file = files[0]
    ideas = _ideas(headers_of(file.data, _words()))
    if missing := [_LABELS[idea][0] for idea in _NEEDED if idea not in ideas]:
        problem = f"there is no column {', '.join(missing)}"
        raise WatchlistRefusedError(file.name, "header", problem, _COLUMNS)
    table = read_rows(file, list(ideas.values()))
    entries: dict[str, Entry] = {}
    rejects: list[Reject] = []
    names_refused = 0
    for row in table.rows:
        said = {idea: row[header] for idea, header in ideas.items()}
        if said["name"] in _NOTHING:
            words = "; ".join(filter(None, row.cells.values()))
            rejects.append(Reject(file.name, row.line, f"line {row.line}", "no company", words))
            names_refused += _names_in(said)
            continue
        entry = _entry(row, said, ideas, entries)
        entries[entry.record] = entry
    return Parsed(
        source=SOURCE,
        entries=list(entries.values()),
        rejects=(*table.rejects, *rejects),
        published=None,
        records_in=len(table.rows) + len(table.rejects),
        names_in=sum(_names_in({k: row[h] for k, h in ideas.items()}) for row in table.rows),
        names_refused=names_refused,
        records_refused=len(table.rejects) + len(rejects),
        notes=table.notes,
        doubts=(*table.cut, *_gaps(table, ideas)),
    )


def _names_in(said: Mapping[str, str]) -> int:
    """The names that a row gives, counted by their marks."""
    brackets = sum(len(_NATIVE.findall(said[key])) for key in ("name", "aliases"))
    aliases = said["aliases"] not in _NOTHING and max(1, len(_DOT.findall(said["aliases"])))
    return (said["name"] not in _NOTHING) + int(aliases) + brackets


def _country(cell: str) -> str:
    """The English name of a country: the last line."""
    return cell.rsplit("\n", maxsplit=1)[-1].strip()


def _entry(
    row: Row, said: Mapping[str, str], ideas: Mapping[str, str], known: dict[str, Entry]
) -> Entry:
    name = " ".join(_NATIVE.sub("", said["name"]).split())
    country = _country(said["country"])
    entry = Entry(numbered(known, f"{country}/{name}", said["aliases"]), ORGANIZATION)
    entry.country(country)
    _named(entry, said["name"], "primary")
    parts = [part for part in _DOT.split(said["aliases"]) if part.strip() not in _NOTHING]
    for part in parts:
        _named(entry, part, "alias")
    letters = re.findall(r"\b[BCMN]\b", said["concern"])
    entry.programmes = [_KINDS[letter] for letter in dict.fromkeys(letters)]
    if said.get("conventional", "") not in _NOTHING:
        entry.programmes.append("conventional weapons")
    kept = {ideas[key] for key in ("name", "aliases")}
    for header, text in row.cells.items():
        if text and header not in kept:
            entry.property(header, " ".join(text.split()))
    return entry


def _named(entry: Entry, text: str, kind: str) -> None:
    """A name, and its spelling in another script where that stands in brackets."""
    plain = " ".join(_NATIVE.sub("", text).split())
    entry.name(plain or " ".join(text.split()), kind)
    for native in _NATIVE.findall(text):
        entry.name("".join(native.split("\n")).strip(), "original_script")


def _gaps(table: ListTable, ideas: Mapping[str, str]) -> tuple[str, ...]:
    """A doubt where the rows are not numbered on from 1."""
    numbers = [row[ideas["number"]] for row in table.rows] if "number" in ideas else []
    counted = [int(number) for number in numbers if number.isdecimal()]
    wrong = [after for before, after in pairwise([0, *counted]) if after != before + 1]
    if len(counted) == len(numbers) and not wrong:
        return ()
    first = (
        f"number {wrong[0]} follows another than {wrong[0] - 1}" if wrong else "some have none"
    )
    return (f"its rows are not numbered from 1 on: {first}",)


READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file="METI's Foreign End User List as CSV (each header on one line) or XLSX",
        known_by="the columns Country or Region, Company or Organization, Also Known As, "
        "Type of WMD, in English, Japanese or both",
        kept={
            "record": "country/company; the number changes from list to list",
            "names": "company, also known as, spellings in brackets",
            "countries": "country or region",
            "programmes": "type of WMD, conventional weapons",
        },
        tried=False,
    ),
)
