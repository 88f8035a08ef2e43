"""The word lists of this package, read strictly. In: a file name; out: its tables, all text.

The lists lie beside this module as YAML: who knows the trade can read and extend them.
"""

from collections.abc import Hashable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


class _Strict(yaml.BaseLoader):
    """Guesses no type at all and refuses a key that stands twice."""


def _mapping(loader: _Strict, node: yaml.MappingNode) -> dict[Hashable, Any]:
    found: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in found:
            where = key_node.start_mark
            raise yaml.constructor.ConstructorError(None, None, f"{key!r} stands twice", where)
        found[key] = loader.construct_object(value_node, deep=True)
    return found


_Strict.add_constructor("tag:yaml.org,2002:map", _mapping)


def read(text: str) -> Any:
    """What does this YAML say? Raises ``yaml.YAMLError`` for a key that stands twice.

    >>> read("no: 1")
    {'no': '1'}
    """
    return yaml.load(text, Loader=_Strict)  # noqa: S506 - a loader that makes text only


@cache
def table(name: str) -> Any:
    """One of the word lists: what does the file of this name say?

    >>> table("dates")["numbers"]["twelve"]
    '12'
    """
    return read((files("catchall.link") / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """A list of single words, as a set.

    >>> "gmbh" in words("firms", "legal_forms")
    True
    """
    said = table(name)[key]
    return frozenset(said.split() if isinstance(said, str) else said)


def joined(name: str, key: str) -> str:
    """A list of patterns as one, joined with "|".

    >>> joined("whereabouts", "not_a_place_before")[:30]
    '[Aa]ccording to|man from|nativ'
    """
    return "|".join(table(name)[key])
