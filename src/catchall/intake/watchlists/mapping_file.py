"""A mapping file: what the columns of any CSV or XLSX list mean. In: YAML; out: ``Mapped``.

Loading is strict, every value is text (``NO`` is a country and no "false"), and every refusal
says the line. How rows become records does not belong here.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from catchall.errors import InputError, WatchlistRefusedError
from catchall.intake.watchlists.column_rules import Column, Published, Rules
from catchall.intake.watchlists.entry import SCHEMAS, UNSAID

_ABOUT = ("title", "authority", "effect", "licence_of_list", "cite")
_EFFECTS = ("prohibited", "licence_required", "review")
_NAME_KINDS = ("primary", "alias", "weak_alias", "former", "original_script")
_GROUPS: Mapping[str, tuple[str, ...]] = {
    "names": ("kind", "split", "joined"),
    "countries": ("split", "values"),
    "addresses": ("split", "country"),
    "identifiers": ("kind", "split", "country"),
    "dates": ("kind", "split"),
    "programmes": ("split",),
    "remarks": (),
    "licence_requirement": (),
    "citations": ("split",),
    "links": ("kind", "split"),
}
_KINDED = ("names", "identifiers", "dates", "links")
_OTHER = ("record", "schema", "date", "null")
_MOST_BYTES = 100_000
_ADVICE = "Correct the mapping file; its words are in the reference of watchlist formats."


@dataclass(frozen=True)
class Mapped:
    """A mapping file as read: name, SHA-256, what it says of its list, and of the columns."""

    name: str
    hash: str
    about: Mapping[str, str]
    rules: Rules


class _FaultError(Exception):
    """A fault at a node of the file."""

    def __init__(self, node: yaml.Node, problem: str) -> None:
        self.line, self.problem = node.start_mark.line + 1, problem
        super().__init__(problem)


def read(path: Path) -> Mapped:
    """What does this mapping file say?

    Raises:
        InputError: the file is not there.
        WatchlistRefusedError: not YAML, an unknown, repeated or missing key, or a bad value.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        problem = error.strerror or "cannot be read"
        raise InputError(str(path), problem, "Give the path of a mapping file.") from error
    try:
        about, rules = _mapped(_node(data))
    except UnicodeDecodeError as error:
        raise _refused(path, f"byte {error.start}", "not UTF-8 text") from error
    except yaml.MarkedYAMLError as error:
        place = f"line {error.problem_mark.line + 1}" if error.problem_mark else "whole file"
        raise _refused(path, place, f"not YAML: {error.problem}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise _refused(path, "whole file", "not YAML that can be read") from error
    except _FaultError as error:
        raise _refused(path, f"line {error.line}", error.problem) from error
    return Mapped(path.name, hashlib.sha256(data).hexdigest(), about, rules)


def _refused(path: Path, place: str, problem: str) -> WatchlistRefusedError:
    return WatchlistRefusedError(path.name, place, problem, _ADVICE)


def _node(data: bytes) -> yaml.Node:
    if len(data) > _MOST_BYTES:
        raise yaml.YAMLError
    text = data.decode("utf-8-sig")
    # an alias makes a tree without end out of a few lines
    if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, yaml.BaseLoader)):
        raise yaml.YAMLError
    node: yaml.Node | None = yaml.compose(text, yaml.BaseLoader)
    if node is None:
        raise yaml.YAMLError
    return node


def _mapped(node: yaml.Node) -> tuple[dict[str, str], Rules]:
    said = _keys(node, (*_ABOUT, *_GROUPS, *_OTHER), (*_ABOUT, "names"))
    about = {key: _text(said[key]) for key in _ABOUT}
    if about["effect"] not in _EFFECTS:
        problem = f"effect {about['effect']!r} is not {', '.join(_EFFECTS)}"
        raise _FaultError(said["effect"], problem)
    groups = {key: _columns(said[key], key) for key in _GROUPS if key in said}
    schema, default = _schema(said["schema"]) if "schema" in said else ((), UNSAID)
    rules = Rules(
        **groups,
        record=_texts(said["record"]) if "record" in said else (),
        schema=schema,
        schema_default=default,
        null=frozenset(_texts(said["null"])) if "null" in said else frozenset(),
        published=_published(said["date"]) if "date" in said else Published(),
    )
    return about, rules


def _keys(
    node: yaml.Node, known: tuple[str, ...], needed: tuple[str, ...] = ()
) -> dict[str, yaml.Node]:
    """The keys of a node that has keys; each known, none twice, the needed ones there."""
    if not isinstance(node, yaml.MappingNode):
        raise _FaultError(node, f"keys are needed here: {', '.join(needed or known)}")
    found: dict[str, yaml.Node] = {}
    for key, value in node.value:
        word = _text(key)
        if known and word not in known:
            raise _FaultError(key, f"{word!r} is not one of {', '.join(known)}")
        if word in found:
            raise _FaultError(key, f"{word!r} stands twice")
        found[word] = value
    if missing := [word for word in needed if word not in found]:
        raise _FaultError(node, f"{', '.join(missing)} is missing")
    return found


def _text(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
        raise _FaultError(node, "a text is needed here")
    return str(node.value)


def _texts(node: yaml.Node) -> tuple[str, ...]:
    """One text or a list of them."""
    if isinstance(node, yaml.SequenceNode) and node.value:
        return tuple(_text(one) for one in node.value)
    return (_text(node),)


def _columns(node: yaml.Node, group: str) -> tuple[Column, ...]:
    """The columns of a group: a header, or keys, or a list of them."""
    nodes = node.value if isinstance(node, yaml.SequenceNode) and node.value else [node]
    return tuple(_column(one, group) for one in nodes)


def _column(node: yaml.Node, group: str) -> Column:
    if isinstance(node, yaml.ScalarNode) and group not in _KINDED:
        return Column((_text(node),))
    needed = ("column", "kind") if group in _KINDED else ("column",)
    said = _keys(node, ("column", *_GROUPS[group]), needed)
    kind = _text(said["kind"]) if "kind" in said else ""
    if group == "names" and kind not in _NAME_KINDS:
        raise _FaultError(said["kind"], f"kind {kind!r} is not {', '.join(_NAME_KINDS)}")
    return Column(
        _texts(said["column"]),
        kind=kind,
        split=_text_or_blank(said, "split"),
        joined=_text_or_blank(said, "joined"),
        country=_text_or_blank(said, "country"),
        values=_values(said["values"]) if "values" in said else {},
    )


def _text_or_blank(said: Mapping[str, yaml.Node], key: str) -> str:
    return _text(said[key]) if key in said else ""


def _values(node: yaml.Node) -> dict[str, str]:
    return {key: _text(value) for key, value in _keys(node, ()).items()}


def _schema(node: yaml.Node) -> tuple[tuple[Column, ...], str]:
    """The column of the kind of party with its words, and the kind where it says nothing."""
    said = _keys(node, ("column", "values", "default"), ("default",))
    values = _keys(said["values"], ()) if "values" in said else {}
    for word in (*values.values(), said["default"]):
        if _text(word) not in SCHEMAS:
            raise _FaultError(word, f"{_text(word)!r} is not {', '.join(SCHEMAS)}")
    words = {key: _text(value) for key, value in values.items()}
    columns = (Column((_text(said["column"]),), values=words),) if "column" in said else ()
    return columns, _text(said["default"])


def _published(node: yaml.Node) -> Published:
    """A day, or the column whose latest day it is, with its format."""
    if isinstance(node, yaml.MappingNode):
        said = _keys(node, ("column", "format"), ("column", "format"))
        return Published(column=_text(said["column"]), format=_text(said["format"]))
    try:
        return Published(day=date.fromisoformat(_text(node)).isoformat())
    except ValueError as error:
        raise _FaultError(node, f"{_text(node)!r} is no day such as 2026-01-31") from error
