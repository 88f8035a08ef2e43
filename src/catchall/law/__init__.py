"""Lawbook files to records in force on a day: ``load`` reads, ``tree`` answers a condition."""
