"""Official watchlist files to tables: ``read`` and the readers it tries."""

from catchall.intake.watchlists.readers import READERS
from catchall.intake.watchlists.reading import SOURCES, ListRead, read

__all__ = ["READERS", "SOURCES", "ListRead", "read"]
