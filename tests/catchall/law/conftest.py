"""A small invented lawbook on disk, and the same with one file changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from catchall.law.load import load
from catchall.law.model import Lawbook

GOOD = {
    "lawbook.yaml": 'version: "0.1"\n',
    "eu/sources/order.yaml": (
        "id: order\ntitle: An order\npublisher: Zarvania\naddress: https://example.org\n"
        'dated: "2020-01-01"\n'
    ),
    "goods/classes.yaml": (
        "classes:\n  - {id: widget, title: widget, names: [widget], hs: ['847990']}\n"
        "  - {id: gadget, title: gadget, names: [gadget], yields_to: [widget]}\n"
        "vague: [goods]\n"
    ),
    "goods/characteristics.yaml": (
        "characteristics:\n"
        "  - {id: size, asks: size, kind: number, unit: mm, near: [size]}\n"
        "  - {id: hard, asks: hard?, kind: flag, yes: [hard]}\n"
        "  - {id: form, asks: form, kind: word, words: {tube: [tube], rod: [rod]}}\n"
    ),
    "goods/grades.yaml": "grades:\n  - {name: W-100, class: widget, synonyms: [W100]}\n",
    "eu/lists/1.yaml": (
        "entries:\n  - id: '1A001'\n    title: Large widgets\n    gate: widget\n"
        "    eu: ['1A001']\n    verified: V\n    cite: order 1A001\n    versions:\n"
        "      - from: 2020-01-01\n        when:\n          all:\n"
        "            - {test: size, is: '>=', value: 5, unit: mm, cite: order 1A001.a}\n"
        "            - {test: form, is: in, value: [tube], cite: order 1A001.b}\n"
    ),
    "eu/values/places.yaml": (
        "id: eu.places\nversions:\n  - {from: 2020-01-01, value: [QA], cite: order art. 3}\n"
        "  - {from: 2022-01-01, value: [QB], cite: order art. 3}\n"
    ),
    "eu/rules/one.yaml": (
        "id: eu.one\nkind: catch_all\ntitle: One\nasks: Is it so?\noutcome: licence_required\n"
        "verified: V\ncite: order art. 1\nversions:\n  - from: 2020-01-01\n    when:\n"
        "      any:\n        - {is: destination_in, with: {values: eu.places}, cite: order 3}\n"
        "  - {from: 2024-01-01, when: null, cite: order art. 9}\n"
    ),
    "eu/flags/one.yaml": (
        "flags:\n  - id: eu.flag\n    title: Odd\n    asks: Is it odd?\n    severity: high\n"
        "    put_to: caseworker\n    verified: V\n    cite: order annex\n    versions:\n"
        "      - {from: 2020-01-01, when: {is: odd, cite: order annex}}\n"
    ),
    "eu/cases/1.yaml": (
        "cases:\n  - entry: '1A001'\n    cases:\n"
        "      - {why: on the limit, day: 2021-01-01, text: widget tube, params: {size: 5 mm},"
        " outcome: meets}\n"
        "      - {why: below, day: 2021-01-01, text: widget, params: {size: 4 mm},"
        " outcome: fails}\n"
        "      - {why: open, day: 2021-01-01, text: widget, outcome: unknown}\n"
        "  - rule: eu.one\n    cases:\n"
        "      - {why: there, day: 2021-01-01, facts: {destination: QA}, outcome: ask}\n"
        "  - flag: eu.flag\n    cases:\n"
        "      - {why: odd, day: 2021-01-01, facts: {}, outcome: raised}\n"
    ),
}


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def written(path: str = "", old: str = "", new: str = "", **extra: str) -> Path:
        files = GOOD | {name.replace("__", "/"): text for name, text in extra.items()}
        if path:
            assert old in files[path], "the good file does not hold what is to be changed"
            files[path] = files[path].replace(old, new, 1)
        for name, text in files.items():
            target = tmp_path / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        return tmp_path

    return written


@pytest.fixture
def book(write: Callable[..., Path]) -> Lawbook:
    return load(write())
