"""Runs the story on SQLite and on PostgreSQL: ``make story``. Out: the tale, on both the same.

``--write`` puts the tale into the tutorial.
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "tutorial" / "desk.md"
