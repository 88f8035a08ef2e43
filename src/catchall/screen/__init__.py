"""Parties of shipments against watchlists: ``run`` gives HITS and SCREENED.

``index`` readies the table of owners for it: who stands behind a party is looked up too.
"""

from catchall.screen.model import Screening
from catchall.screen.owners import Owners, index
from catchall.screen.stage import run

__all__ = ["Owners", "Screening", "index", "run"]
