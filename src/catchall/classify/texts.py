"""Official texts the user holds. In: a JSON lines file of paragraphs; out: texts by EU code.

They help to find entries and decide nothing; without them nothing is missing but some words.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from catchall.errors import InputError

_FORM = 'each line is {"entry": "1C107", "text": ...}, with "para" if known'


@dataclass(frozen=True)
class Texts:
    """Paragraphs by EU code of four or five characters, and the hash of their file."""

    hash: str = ""
    by_code: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


NO_TEXTS = Texts()


def _paragraph(path: Path, number: int, line: str) -> tuple[str, str]:
    try:
        read: Any = json.loads(line)
    except ValueError:
        read = None
    if not isinstance(read, dict) or not all(
        isinstance(read.get(key), str) for key in ("entry", "text")
    ):
        raise InputError(str(path), f"line {number} is no paragraph", _FORM)
    return read["entry"].split(".")[0], read["text"]


def read_texts(path: Path) -> Texts:
    """The paragraphs of the file by the code of their entry.

    Raises:
        InputError: the file cannot be read, or a line of it is no paragraph.
    """
    try:
        data = path.read_bytes()
        lines = data.decode("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), "cannot be read as UTF-8 text", _FORM) from error
    found: dict[str, list[str]] = {}
    for number, line in enumerate(lines, start=1):
        if line.strip():
            code, text = _paragraph(path, number, line)
            found.setdefault(code, []).append(text)
    by_code = {code: tuple(texts) for code, texts in found.items()}
    return Texts(hashlib.sha256(data).hexdigest(), by_code)
