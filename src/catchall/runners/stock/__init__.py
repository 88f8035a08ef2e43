"""A user's own stock of parties, screened, and after a list change only what it touches."""

from catchall.runners.stock.kept import save
from catchall.runners.stock.run import Job, Ran, run

__all__ = ["Job", "Ran", "run", "save"]
