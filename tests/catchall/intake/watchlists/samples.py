"""The invented sample files of lists, and ways to read changed ones."""

from pathlib import Path
from typing import Any

from catchall.intake.watchlists import ListRead, read

GOLDEN = Path(__file__).parents[3] / "golden" / "watchlists"
FAMILY = ("SDN.CSV", "ALT.CSV", "ADD.CSV", "SDN_COMMENTS.CSV")


def golden(name: str) -> bytes:
    """The bytes of an invented file."""
    return (GOLDEN / name).read_bytes()


def sample(*names: str) -> ListRead:
    """The invented files read as one list."""
    return read([GOLDEN / name for name in names], name="test")


def read_bytes(folder: Path, files: dict[str, bytes], source: str = "auto") -> ListRead:
    """Files of these names written with these bytes, read as one list."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return read([folder / name for name in files], name="test", source=source)


def rows(found: ListRead) -> dict[str, dict[str, Any]]:
    """The records by their number."""
    return {row["record"]: row for row in found.records.to_pylist()}


def words(row: dict[str, Any]) -> str:
    """Every text of a record in one, spaces made single."""

    def texts(value: Any) -> list[str]:
        if isinstance(value, str):
            return [value]
        values = value.values() if isinstance(value, dict) else value
        return [text for one in values for text in texts(one)]

    return " ".join(" ".join(texts(row)).split())


def said(row: dict[str, Any], column: str, key: str) -> list[str]:
    """The values of one key or kind in a column of structs."""
    label = {"names": "text", "links": "target"}.get(column, "value")
    kind = "key" if column == "properties" else "kind"
    return [one[label] for one in row[column] if one[kind] == key]
