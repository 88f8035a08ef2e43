"""YAML without guessing. In: bytes of a lawbook file; out: plain data, or a LawbookError.

Only true, false, null, plain decimals and ISO dates are not text: ``NO``, ``1E001``, ``010121``
and ``~`` stay text. What the data means is not known here (``law.fields``).
"""

import re
from datetime import date
from typing import Any

import yaml

from catchall.errors import LawbookError

_WORDS = {"true": True, "false": False, "null": None}
_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EXTRA = re.compile(r"""(?:^|[\s\[{,:?"'-])[&*!]""", re.MULTILINE)  # where one could begin


class _ProblemError(Exception):
    def __init__(self, mark: Any, problem: str) -> None:
        self.place = f"line {mark.line + 1}" if mark else "file"
        self.problem = problem
        super().__init__(problem)


def _plain(text: str) -> Any:
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return date.fromisoformat(text) if _DATE.fullmatch(text) else text


def _scalar(node: yaml.ScalarNode) -> Any:
    if node.style:  # quoted or a block: always text
        return node.value
    if not node.value:
        raise _ProblemError(node.start_mark, 'empty value: write null or ""')
    try:
        return _plain(node.value)
    except ValueError:
        raise _ProblemError(
            node.start_mark, f"{node.value} is no day of the calendar"
        ) from None


def _mapping(node: yaml.MappingNode) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = _build(key_node)
        if not isinstance(key, str):
            raise _ProblemError(key_node.start_mark, f"key {key!r} is not text: quote it")
        if key in out:
            raise _ProblemError(key_node.start_mark, f"key {key!r} is repeated")
        out[key] = _build(value_node)
    return out


def _build(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node)
    if isinstance(node, yaml.SequenceNode):
        return [_build(item) for item in node.value]
    assert isinstance(node, yaml.ScalarNode)  # noqa: S101  # PyYAML knows no fourth kind
    return _scalar(node)


def _refuse_extras(text: str) -> None:
    """Tags, anchors and aliases make a file mean something other than what it shows."""
    if not _EXTRA.search(text):
        return
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if getattr(event, "anchor", None) is not None:
            raise _ProblemError(
                event.start_mark, "anchors and aliases are not used in the lawbook"
            )
        if getattr(event, "tag", None) is not None:
            raise _ProblemError(event.start_mark, "tags are not used in the lawbook")


def _composed(text: str) -> Any:
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    if node is None:
        raise _ProblemError(None, "the file is empty")
    return _build(node)


def read(data: bytes, path: str) -> Any:
    """What does this YAML file say, with no type guessed?

    Raises:
        LawbookError: not UTF-8, not YAML, a repeated key, a tag, an anchor, an empty value.

    >>> read(b"{country: NO, code: 1E001, limit: 0.25, on: true}", "x.yaml")
    {'country': 'NO', 'code': '1E001', 'limit': 0.25, 'on': True}
    """
    try:
        text = data.decode("utf-8")
        _refuse_extras(text)
        return _composed(text)
    except UnicodeDecodeError as error:
        raise LawbookError(path, f"byte {error.start}", "not UTF-8 text") from None
    except yaml.MarkedYAMLError as error:
        place = f"line {error.problem_mark.line + 1}" if error.problem_mark else "file"
        raise LawbookError(path, place, f"not YAML: {error.problem}") from None
    except yaml.YAMLError as error:
        raise LawbookError(path, "file", f"not YAML: {error}") from None
    except _ProblemError as error:
        raise LawbookError(path, error.place, error.problem) from None
