"""One Arrow schema per table, and the check that a table has it. In: tables; out: the same.

Codes, dates and numbers as filed are text: no type is guessed (``010121``, ``1E001``, ``NO``).
Rows are joined by ``row``: the ordinal of the line over the whole input, from 0.
"""

import pyarrow as pa

from catchall.errors import TableError

TEXT = pa.string()

PARTY = pa.struct(
    [
        ("role", TEXT),  # one of records.ROLES
        ("name", TEXT),
        ("country", TEXT),  # as filed
        ("address", TEXT),
        ("identifiers", pa.list_(pa.struct([("kind", TEXT), ("value", TEXT)]))),
        ("email", TEXT),
        ("phone", TEXT),
    ]
)

ITEM_COLUMNS = (
    "description", "hs_code", "parameters", "quantity", "quantity_unit", "net_weight_kg",
    "value", "currency", "origin_country",
)  # fmt: skip
"""Columns that belong to one line; ``parameters`` is a JSON object as text."""

FIELD_COLUMNS = (
    "date", "loading_port", "loading_country", "transit_ports", "discharge_port",
    "destination_country", "incoterm", "stated_end_use", "end_user_certificate", "licence_no",
    "exporter_knowledge", "order_date", "delivery_date", "payment_terms", "vessel_flag",
    "vessel_imo", "bank_country", "payer_country", "free_zone",
)  # fmt: skip
"""Columns that all lines of a shipment share. ``transit_ports`` keeps its ``;``."""

SHIPMENTS = pa.schema(
    [
        pa.field("row", pa.int64(), nullable=False),
        pa.field("source", TEXT, nullable=False),  # file name as given on the command line
        pa.field(
            "source_line", pa.int64(), nullable=False
        ),  # physical line or sheet row, from 1
        pa.field("id", TEXT, nullable=False),  # as filed, else file:line
        pa.field("line", TEXT, nullable=False),
        pa.field("parties", pa.list_(PARTY), nullable=False),
        *[pa.field(name, TEXT) for name in ITEM_COLUMNS],
        *[pa.field(name, TEXT) for name in FIELD_COLUMNS],
        # columns we do not know, kept as filed: they come out again with the determination
        pa.field("extra", pa.list_(pa.struct([("column", TEXT), ("value", TEXT)]))),
    ]
)
"""One row a line of input. null means not filed (empty, ``NULL``, ``N/A``)."""

REJECTS = pa.schema(
    [
        pa.field("source", TEXT, nullable=False),
        pa.field("source_line", pa.int64(), nullable=False),
        pa.field("place", TEXT, nullable=False),  # column, element path or ""
        pa.field("reason", TEXT, nullable=False),
        pa.field("words", TEXT, nullable=False),  # the line itself, at most 2,000 characters
    ]
)
"""What could not be read: one row a rejected line or list record, nothing dropped silently."""

NAME = pa.struct(
    [
        ("text", TEXT),
        ("kind", TEXT),  # primary | alias | weak_alias | former | original_script
        ("quality", TEXT),  # the list's own word, "" where it gives none
    ]
)
ADDRESS = pa.struct(
    [("text", TEXT), ("city", TEXT), ("region", TEXT), ("postcode", TEXT), ("country", TEXT)]
)
WATCHLIST = pa.schema(
    [
        pa.field("list", TEXT, nullable=False),  # the name the user gave: ofac, un, ...
        pa.field("record", TEXT, nullable=False),  # the list's own number, unique in the list
        # FollowTheMoney's words: Person, Organization, Vessel, Airplane, LegalEntity (not said)
        pa.field("schema", TEXT, nullable=False),
        pa.field("names", pa.list_(NAME), nullable=False),  # at least one, primary first
        pa.field("addresses", pa.list_(ADDRESS), nullable=False),
        pa.field("countries", pa.list_(TEXT), nullable=False),  # ISO alpha-2 of any tie; unique
        pa.field(
            "identifiers",
            pa.list_(pa.struct([("kind", TEXT), ("value", TEXT), ("country", TEXT)])),
            nullable=False,
        ),  # kind: imo, mmsi, tax, registration, passport, national_id, lei, email, phone, ...
        pa.field(
            "dates", pa.list_(pa.struct([("kind", TEXT), ("value", TEXT)])), nullable=False
        ),  # kind: birth, listed, updated, built, effective, expires; value as filed
        pa.field("programmes", pa.list_(TEXT), nullable=False),
        pa.field("remarks", TEXT, nullable=False),
        pa.field("licence_requirement", TEXT, nullable=False),
        pa.field("citations", pa.list_(TEXT), nullable=False),
        pa.field(
            "links", pa.list_(pa.struct([("kind", TEXT), ("target", TEXT)])), nullable=False
        ),  # kind: linked_to, owner, operator, manager; target as written
        # everything else the file says of the record: title, gender, nationality, vessel flag,
        # tonnage, call sign, place of birth, and every field we have no column for
        pa.field(
            "properties", pa.list_(pa.struct([("key", TEXT), ("value", TEXT)])), nullable=False
        ),
    ]
)
"""One row a record of an official list; nothing the file says is dropped."""

HITS = pa.schema(
    [
        pa.field("row", pa.int64(), nullable=False),
        pa.field("role", TEXT, nullable=False),  # or owner: it stands behind a party
        pa.field("party", TEXT, nullable=False),  # name as filed
        pa.field("list", TEXT, nullable=False),
        pa.field("list_date", TEXT, nullable=False),
        pa.field("snapshot", TEXT, nullable=False),  # content hash
        pa.field("effect", TEXT, nullable=False),  # prohibited | licence_required | review
        pa.field("record", TEXT, nullable=False),
        pa.field("schema", TEXT, nullable=False),
        pa.field("name", TEXT, nullable=False),  # the listed name that matched
        pa.field("alias", TEXT, nullable=False),  # its kind
        pa.field("basis", TEXT, nullable=False),  # name | identifier | address
        pa.field("score", pa.float64(), nullable=False),
        pa.field("match", pa.bool_(), nullable=False),  # at or above the threshold
        pa.field("confirmed", pa.bool_(), nullable=False),  # identity proven by an identifier
        pa.field("why", TEXT, nullable=False),
        pa.field("evidence", TEXT, nullable=False),  # JSON: aligned tokens, countries, ...
        pa.field("citation", TEXT, nullable=False),
    ]
)
"""One row a party and list record worth showing: matches, and the best below the threshold."""

SCREENED = pa.schema(
    [
        pa.field("row", pa.int64(), nullable=False),
        pa.field("role", TEXT, nullable=False),  # or owner: it stands behind a party
        pa.field("party", TEXT, nullable=False),
        pa.field("screened", pa.bool_(), nullable=False),
        pa.field("why_not", TEXT, nullable=False),  # "" when screened
        pa.field("names_tried", pa.list_(TEXT), nullable=False),  # after taking the field apart
        pa.field("best_below", pa.float64(), nullable=False),  # best score below the threshold
    ]
)
"""One row a party and role: screened, or not and why; "no hit" is told as fully as a hit."""

MATCHES = pa.schema(
    [
        pa.field("row", pa.int64(), nullable=False),
        pa.field("outcome", TEXT, nullable=False),  # of the item: listed|ask|judge|not_listed
        pa.field("no_entry", pa.bool_(), nullable=False),
        pa.field("entry", TEXT, nullable=False),  # "" where the item has no candidate
        pa.field("regime", TEXT, nullable=False),
        pa.field("title", TEXT, nullable=False),
        pa.field("eu", pa.list_(TEXT), nullable=False),
        pa.field("us", pa.list_(TEXT), nullable=False),
        pa.field("verdict", TEXT, nullable=False),  # meets | fails | unknown | judge
        pa.field("score", pa.float64(), nullable=False),
        pa.field("reasons", pa.list_(TEXT), nullable=False),
        pa.field("ask", pa.list_(TEXT), nullable=False),
        pa.field("evidence", TEXT, nullable=False),  # JSON
        pa.field("citation", TEXT, nullable=False),
        pa.field("verified", TEXT, nullable=False),  # V | S | M: how far the entry was checked
    ]
)
"""One row a candidate entry of an item; an item without candidate has one row, entry empty."""

DETERMINATIONS = pa.schema(
    [
        pa.field("id", TEXT, nullable=False),
        pa.field("outcome", TEXT, nullable=False),  # clear | review | licence | stop
        pa.field("incomplete", pa.bool_(), nullable=False),
        pa.field("reads", TEXT, nullable=False),  # to people: "not decided", "licence"
        pa.field("confidence", pa.float64()),
        pa.field("lines", pa.list_(TEXT), nullable=False),  # source:line of each line
        pa.field(
            "findings",
            pa.list_(
                pa.struct(
                    [
                        ("kind", TEXT), ("rule", TEXT), ("severity", TEXT), ("subject", TEXT),
                        ("outcome", TEXT), ("incomplete", pa.bool_()),
                        ("confidence", pa.float64()), ("why", TEXT), ("evidence", TEXT),
                        ("citation", TEXT), ("list", TEXT), ("list_date", TEXT),
                    ]
                )
            ),
            nullable=False,
        ),
        pa.field(
            "questions",
            pa.list_(
                pa.struct(
                    [
                        ("asks", TEXT), ("text", TEXT), ("decides", pa.list_(TEXT)),
                        ("could_become", TEXT), ("subject", TEXT),
                    ]
                )
            ),
            nullable=False,
        ),
        pa.field("flags_unknown", pa.int64(), nullable=False),
        pa.field("flags_need", pa.list_(TEXT), nullable=False),  # what those flags would need
        pa.field("embargo", TEXT, nullable=False),  # the embargo line, always there
        pa.field(
            "screened_parties",
            pa.list_(
                pa.struct(
                    [
                        ("role", TEXT), ("party", TEXT), ("screened", pa.bool_()),
                        ("why_not", TEXT), ("names_tried", pa.list_(TEXT)),
                        ("best_below", pa.float64()),
                    ]
                )
            ),
            nullable=False,
        ),
        pa.field(
            "lists",
            pa.list_(
                pa.struct(
                    [
                        ("name", TEXT), ("source", TEXT), ("date", TEXT), ("snapshot", TEXT),
                        ("records", pa.int64()), ("names", pa.int64()),
                    ]
                )
            ),
            nullable=False,
        ),
        pa.field("lawbook", TEXT, nullable=False),  # version+hash
        pa.field("jurisdictions", pa.list_(TEXT), nullable=False),
        pa.field("as_of", TEXT, nullable=False),
        pa.field("engine", TEXT, nullable=False),
        pa.field("inputs_hash", TEXT, nullable=False),
        pa.field("record", TEXT, nullable=False),  # hash of the sealed record
        pa.field("extra", pa.list_(pa.struct([("column", TEXT), ("value", TEXT)]))),
    ]
)  # fmt: skip
"""One row a shipment: DESIGN 4.3, with the embargo line and the words people read."""

SCHEMAS = {
    "SHIPMENTS": SHIPMENTS,
    "REJECTS": REJECTS,
    "WATCHLIST": WATCHLIST,
    "HITS": HITS,
    "SCREENED": SCREENED,
    "MATCHES": MATCHES,
    "DETERMINATIONS": DETERMINATIONS,
}


def check(table: pa.Table, name: str) -> pa.Table:
    """Does the table have the schema of that name? Returns it unchanged.

    Raises:
        TableError: a column is missing, of another type, or holds null where it must not.
    """
    schema = SCHEMAS[name]
    if table.schema.names != schema.names:
        raise TableError(name, f"columns are {table.schema.names}, not {schema.names}")
    for column, want in zip(table.columns, schema, strict=True):
        if column.type != want.type:
            raise TableError(name, f"column {want.name} is {column.type}, not {want.type}")
        if not want.nullable and column.null_count:
            raise TableError(name, f"column {want.name} holds {column.null_count} nulls")
    return table


def empty(name: str) -> pa.Table:
    """An empty table of that schema."""
    return SCHEMAS[name].empty_table()
