"""Facts and law to determinations: must it be stopped, licensed or asked about, and why?"""

from catchall.determine.determination import Determination
from catchall.determine.evaluate import run

__all__ = ["Determination", "run"]
