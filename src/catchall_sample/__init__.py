"""The invented sample: two lists, 500 shipments, side tables, and what is planted in them.

Data files only, written by ``tools/make_sample.py``; ``manifest.json`` names them. No firm,
person or ship in them exists. They serve ``make demo`` and ``--demo`` and are never used for a
user's file. ``docs/explanation/sample.md`` tells each planted pattern.
"""
