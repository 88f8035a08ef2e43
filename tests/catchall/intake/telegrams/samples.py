"""Invented telegrams that lie beside this module: exercise material, nothing is real."""

from pathlib import Path

from catchall.intake.telegrams import read
from catchall.intake.telegrams.lines import split
from catchall.intake.telegrams.offsets import View

HERE = Path(__file__).parent


def telegram(name):
    return read((HERE / name).read_bytes(), name)


def lines(text):
    return split(View.of(text))


def message(body="1. (U) A word.", fields="TAGS: PARM\nSUBJECT: EXERCISE"):
    return read(f"UNCLAS ROME 000012\n\n{fields}\n\n{body}\n".encode(), "message.txt")
