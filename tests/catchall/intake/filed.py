"""Invented shipment files, written and read back: what the tests of the readers share."""

import io
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from catchall.intake import shipments


def write(folder: Path, data: bytes | str, name: str = "in.csv") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def rows(folder: Path, data: bytes | str, name: str = "in.csv", **options) -> list[dict]:
    return shipments.read([write(folder, data, name)], **options).shipments.to_pylist()


def parties(row: dict) -> list[tuple]:
    return [(p["role"], p["name"], p["country"]) for p in row["parties"]]


def workbook(cells: list[list], top: int = 0) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    book.add_worksheet("Notes").write(0, 0, "read me")
    sheet = book.add_worksheet("Data")
    for at, row in enumerate(cells, start=top):
        sheet.write_row(at, 0, row)
    book.close()
    return stream.getvalue()


def zipped(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def parquet(columns: pa.Table | dict, **options) -> bytes:
    stream = io.BytesIO()
    pq.write_table(pa.table(columns), stream, **options)
    return stream.getvalue()
