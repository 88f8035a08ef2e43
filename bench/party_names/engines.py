"""The engines side by side: a name and listed names in, scores out, each at its own threshold.

catchall is always there, and so is rapidfuzz; logic-v2 and logic-v1 are of nomenklatura, which
stands in .venv-bench (``setup/peers.py``).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, utils

from catchall.names.score import score
from catchall.names.threshold import NAME_MATCH

try:
    from followthemoney import model
    from nomenklatura.matching import LogicV1, LogicV2, ScoringConfig
except ImportError:  # the peers could not be set up here; ``names.py`` says why
    LogicV1 = LogicV2 = None

QUERY_SCHEMA = "LegalEntity"
"""What a party is asked as where nobody said what it is."""


@dataclass(frozen=True)
class Engine:
    """One engine: ``prepare`` makes a name ready once, ``score`` compares two ready ones.

    ``prepare`` takes the name and the schema of its record.
    """

    name: str
    threshold: float
    prepare: Callable[[str, str], Any]
    score: Callable[[Any, Any], float]

    def pair(self, query: str, candidate: str, schema: str) -> float:
        """The likeness of a labelled pair, both of one schema."""
        return self.score(self.prepare(query, schema), self.prepare(candidate, schema))


def _ours(query: tuple[str, str], candidate: tuple[str, str]) -> float:
    return score(query[0], candidate[0], schema=candidate[1]).score


def _entity(name: str, schema: str) -> Any:
    found = model.make_entity(schema)
    found.id = name
    found.add("name", name)
    return found


def _logic(kind: Any) -> Callable[[Any, Any], float]:
    config = ScoringConfig.defaults()

    def compare(query: Any, candidate: Any) -> float:
        return float(kind.compare(query, candidate, config).score)

    return compare


def _ready(name: str, schema: str) -> str:
    del schema
    return utils.default_process(name)


def _wratio(query: str, candidate: str) -> float:
    return fuzz.WRatio(query, candidate) / 100


CATCHALL = Engine("catchall", NAME_MATCH.value, lambda name, schema: (name, schema), _ours)
WRATIO = Engine("WRatio", 0.84, _ready, _wratio)


def peers() -> Sequence[Engine]:
    """The others that are on this machine, each at the threshold that its users are told."""
    if LogicV2 is None:
        return (WRATIO,)
    return (
        Engine("logic-v2", 0.70, _entity, _logic(LogicV2)),
        Engine("logic-v1", 0.70, _entity, _logic(LogicV1)),
        WRATIO,
    )
