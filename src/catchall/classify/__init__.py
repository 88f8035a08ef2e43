"""Goods against control list entries: ``run`` a table, ``item`` for one, ``rows`` for JSON."""

from catchall.classify.api import item, rows, run

__all__ = ["item", "rows", "run"]
