"""Write the invented sample data of ``src/catchall_sample``; always the same bytes.

In: a folder (default: the package's, and then the table in the docs is written too). Out: the
two lists, the shipments, the side tables, the table of what is planted, and ``manifest.json``.
Run: ``python tools/make_sample.py``
"""

import csv
import io
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from sample_data import (
    list_files,
    listed,
    ordinary,
    planted_goods,
    planted_limits,
    planted_parties,
    planted_past,
    planted_route,
)
from sample_data.planting import Plant, known_parties, lines, side_rows
from sample_data.rows import COLUMNS, Row, shipment_id

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src" / "catchall_sample"
PAGE = ROOT / "docs" / "explanation" / "sample.md"
BEGIN, END = "<!-- planted: begin -->\n", "<!-- planted: end -->"
AS_OF = "2026-11-16"
SIDE = {
    "measures": ("party", "party_country", "kind", "goods_class", "date", "authority", "note"),
    "denials": (
        "party",
        "party_country",
        "end_user",
        "goods_class",
        "country",
        "government",
        "date",
        "expires",
        "reference",
    ),
    "licences": (
        "licence_no",
        "exporter",
        "consignee",
        "end_user",
        "destination_country",
        "goods",
        "entry",
        "quantity",
        "quantity_unit",
        "value",
        "currency",
        "from",
        "expires",
        "status",
        "general",
    ),
    "certificates": (
        "certificate_no",
        "shipment_id",
        "end_user",
        "end_user_country",
        "consignee",
        "goods",
        "quantity",
        "quantity_unit",
        "end_use",
        "no_retransfer",
        "signer",
        "signer_role",
        "date",
        "expires",
    ),
    "parties": (
        "name",
        "country",
        "role_business",
        "founded",
        "address",
        "phone",
        "email",
        "owners",
        "sector",
        "former_name",
        "changed_on",
        "no_warehouse",
        "affiliated_to",
    ),
    "vessels": (
        "imo",
        "name",
        "flag",
        "operator",
        "operator_country",
        "owner",
        "next_ports",
        "schedule",
    ),
    "history": COLUMNS,
}
PLANTED = ("id", "pattern", "what", "expect_outcome", "expect_kind", "expect_rule")


def placed() -> tuple[tuple[int, Plant], ...]:
    """Each planted shipment with its place in the file."""
    modules = (planted_parties, planted_goods, planted_limits, planted_route, planted_past)
    plants = [plant for module in modules for plant in module.plants()]
    return tuple(zip(ordinary.PLANTED_SERIALS, plants, strict=True))


def shipments() -> list[Row]:
    """All rows of shipments.csv, in the order of their ids."""
    made = ordinary.shipment_rows()
    for serial, plant in placed():
        made += lines(plant, serial)
    return sorted(made, key=lambda row: (row["id"], int(row["line"])))


def planted() -> list[Row]:
    """All rows of planted.csv: one a pattern, so some shipments have two."""
    return [
        {
            "id": shipment_id(serial),
            "pattern": mark.pattern,
            "what": mark.what,
            "expect_outcome": mark.outcome,
            "expect_kind": mark.kind,
            "expect_rule": mark.rule,
        }
        for serial, plant in placed()
        for mark in plant.marks
    ]


def side_tables(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """All rows of the side tables; unrelated rows stand among those that matter."""
    made: dict[str, list[Row]] = {name: [] for name in SIDE}
    made["certificates"] = ordinary.certificates(list(rows))
    made["parties"] = ordinary.parties()
    made["vessels"] = ordinary.vessels()
    made["history"] = ordinary.history()
    for table, unrelated in ordinary.UNRELATED.items():
        made[table] += unrelated
    for serial, plant in placed():
        for table, added in side_rows(plant, serial).items():
            made[table] += added
    made["parties"] += known_parties([plant for _, plant in placed()], made["parties"])
    return made


def text_of(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """The rows as CSV: UTF-8, line feeds, quotes only where needed."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def manifest() -> bytes:
    """Which file is what, and the day the sample is judged on."""
    whole = {
        "as_of": AS_OF,
        "lists": [
            {
                "name": "exercise-prohibited",
                "source": "ofac-xml",
                "date": list_files.LIST_DAY,
                "files": ["sample-prohibited.xml"],
            },
            {
                "name": "exercise-licence",
                "source": "bis-entity-json",
                "date": list_files.LIST_DAY,
                "files": ["sample-licence.json"],
            },
        ],
        "shipments": "shipments.csv",
        "side_tables": {name: f"{name}.csv" for name in SIDE},
        "planted": "planted.csv",
    }
    return (json.dumps(whole, indent=1) + "\n").encode()


def files() -> dict[str, bytes]:
    """Every file of the sample by name."""
    rows = shipments()
    made = {
        "sample-prohibited.xml": list_files.prohibited_xml(listed.prohibited()),
        "sample-licence.json": list_files.licence_json(listed.licensed()),
        "shipments.csv": text_of(COLUMNS, rows),
        "planted.csv": text_of(PLANTED, planted()),
        "manifest.json": manifest(),
    }
    for name, table in side_tables(rows).items():
        made[f"{name}.csv"] = text_of(SIDE[name], table)
    return made


def page(text: str) -> str:
    """The docs page with the table of what is planted between its two marks."""
    before, _, rest = text.partition(BEGIN)
    head = (
        "| shipment | pattern | what is planted | expected | found as |\n" + "|---" * 5 + "|\n"
    )
    made = []
    for row in planted():
        cells = [row["id"], row["pattern"], row["what"], row["expect_outcome"]]
        cells.append(" ".join(filter(None, (row["expect_kind"], row["expect_rule"]))))
        made.append(f"| {' | '.join(cell.replace('|', ' or ') for cell in cells)} |\n")
    return before + BEGIN + head + "".join(made) + END + rest.partition(END)[2]


def main(folder: Path) -> None:
    """Write every file into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files().items():
        (folder / name).write_bytes(data)
    if folder == TARGET:
        PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
