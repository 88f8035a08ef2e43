"""Telegrams: bytes in, a ``Telegram`` out, each field with its place in the raw text."""

from catchall.intake.telegrams.model import Telegram
from catchall.intake.telegrams.offsets import Passage, Span, View

__all__ = ["Passage", "Span", "Telegram", "View"]
