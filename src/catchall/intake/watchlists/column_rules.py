"""What the columns of a list that is a table mean. In: nothing; out: the nouns of a mapping.

Mapping files (``mapping_file``) and the readers of tables with known columns make them; rows
become records in ``mapped``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Column:
    """One or more columns, joined in this order, and what their values are.

    ``kind`` is the kind of name, identifier, date or link. ``split`` is a separator that no
    value holds; ``joined`` one that a value may hold too (", " between names such as
    "Sample Co., Ltd"). ``country`` is the column of the issuing or address country.
    ``labelled`` is that a value may begin with its own kind and a colon: "imo: 9074729".
    ``values`` gives a word another meaning; words in small letters hold for any letters.
    """

    columns: tuple[str, ...]
    kind: str = ""
    split: str = ""
    joined: str = ""
    country: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    labelled: bool = False

    def meaning(self, word: str) -> str:
        """What this word of a cell means: another word, or itself."""
        return self.values.get(word) or self.values.get(word.casefold(), word)

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header that it needs."""
        return (*self.columns, self.country) if self.country else self.columns


@dataclass(frozen=True)
class Published:
    """Where the day of the list stands: ``day`` as ISO text, or the latest of a ``column``."""

    day: str = ""
    column: str = ""
    format: str = "%Y-%m-%d"


@dataclass(frozen=True)
class Rules:
    """What every column of one list means; a column that no rule names is a property.

    ``record`` are the columns of the record's number: rows with the same number are one
    record. Without it every row is a record. ``null`` are words that mean "nothing".
    """

    names: tuple[Column, ...]
    record: tuple[str, ...] = ()
    schema: tuple[Column, ...] = ()
    schema_default: str = "LegalEntity"
    countries: tuple[Column, ...] = ()
    addresses: tuple[Column, ...] = ()
    identifiers: tuple[Column, ...] = ()
    dates: tuple[Column, ...] = ()
    programmes: tuple[Column, ...] = ()
    remarks: tuple[Column, ...] = ()
    licence_requirement: tuple[Column, ...] = ()
    citations: tuple[Column, ...] = ()
    links: tuple[Column, ...] = ()
    null: frozenset[str] = frozenset()
    published: Published = Published()

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header that a rule names, once."""
        named = [header for column in self._columns() for header in column.headers]
        named += [*self.record, *filter(None, (self.published.column,))]
        return tuple(dict.fromkeys(named))

    @property
    def taken(self) -> frozenset[str]:
        """Headers whose cells stand in a record word by word, so need not be a property."""
        whole = (
            self.names,
            self.addresses,
            self.identifiers,
            self.dates,
            self.programmes,
            self.remarks,
            self.licence_requirement,
            self.citations,
            self.links,
        )
        return frozenset(
            header for group in whole for column in group for header in column.columns
        )

    def _columns(self) -> Iterator[Column]:
        yield from (*self.names, *self.schema, *self.countries, *self.addresses)
        yield from (*self.identifiers, *self.dates, *self.programmes, *self.remarks)
        yield from (*self.licence_requirement, *self.citations, *self.links)
