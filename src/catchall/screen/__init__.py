"""Parties of shipments against watchlists: ``run`` gives HITS and SCREENED."""

from catchall.screen.model import Screening
from catchall.screen.stage import run

__all__ = ["Screening", "run"]
