"""Telegrams: bytes in, a ``Telegram`` out, each field with its place in the raw text."""

from catchall.intake.telegrams.model import Telegram
from catchall.intake.telegrams.offsets import Passage, Span, View
from catchall.intake.telegrams.reading import header, read
from catchall.intake.telegrams.schema import as_dict
from catchall.intake.telegrams.stations import canonical

__all__ = ["Passage", "Span", "Telegram", "View", "as_dict", "canonical", "header", "read"]
