"""Bytes in, tables and rejects out; no type is guessed and nothing is dropped silently.

``shipments`` and ``side_tables`` are what other stages call; ``watchlists`` reads official
lists.
Judging what was read (matching, classifying, deciding) does not belong here.
"""
