"""Letters in a picture. In: a picture; out: its lines with boxes and confidence.

The engine's weights lie inside its package: nothing is fetched. What it reads is a reading, not
the text: each line keeps its confidence.
"""

from functools import cache
from typing import Any

from catchall.errors import InputError
from catchall.intake.documents import extras
from catchall.intake.documents.limits import Limits
from catchall.intake.documents.model import Parsed
from catchall.intake.documents.writer import Box, Writer

DOTS = 200
"""Dots an inch at which a page is drawn: small print is still read, and memory is bounded."""
_MOST_DOTS = 60_000_000


@cache
def _engine() -> Any:
    return extras.library("rapidocr_onnxruntime").RapidOCR()


def _box(corners: Any, scale: float) -> Box:
    across = [float(x) * scale for x, _ in corners]
    down = [float(y) * scale for _, y in corners]
    return (
        round(min(across), 1), round(min(down), 1), round(max(across), 1), round(max(down), 1)
    )  # fmt: skip


def put(writer: Writer, picture: Any, scale: float) -> None:
    """Writes the lines of a picture, top to bottom; ``scale``: points a dot."""
    found, _seconds = _engine()(picture)
    lines = [(_box(box, scale), str(text), float(sure)) for box, text, sure in found or ()]
    for box, text, sure in sorted(lines, key=lambda line: (line[0][1], line[0][0])):
        writer.put(text, box, confidence=round(sure, 3))
        writer.write("\n")
    if not lines:
        writer.reject("the picture", "no letters were found in it")
    writer.metadata["text"] = "recognised in a picture: compare it with the picture"


def parse(data: bytes, name: str, limits: Limits) -> Parsed:
    """The lines of a picture (PNG, JPEG, TIFF, BMP, WebP: its first picture).

    Raises:
        InputError: it is damaged or too large.
    """
    writer = Writer(name, limits)
    cv2, numpy = extras.library("cv2"), extras.library("numpy")
    picture = cv2.imdecode(numpy.frombuffer(data, numpy.uint8), cv2.IMREAD_COLOR)
    if picture is None:
        raise InputError(name, "is a damaged picture", "Ask the sender for it again.")
    high, wide = picture.shape[:2]
    if high * wide > _MOST_DOTS:
        raise InputError(name, "is a picture of too many dots", "Save it at 200 dots an inch.")
    writer.page("", wide * 72 / DOTS, high * 72 / DOTS)
    put(writer, picture, 72 / DOTS)
    return writer.done()
