"""Goods against control list entries: ``run`` for a table, ``item`` for one, ``api.rows`` for JSON."""

from catchall.classify.api import item, rows, run

__all__ = ["item", "rows", "run"]
