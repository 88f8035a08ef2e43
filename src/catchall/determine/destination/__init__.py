"""Destination rules: must listed goods have a licence there, and which general one is usable?

``rule.held`` reads the rules of a day from the lawbook, ``rule.ruled`` asks them.
"""

from catchall.determine.destination.rule import Desk, held, ruled

__all__ = ["Desk", "held", "ruled"]
