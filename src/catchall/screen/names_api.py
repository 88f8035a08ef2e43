"""Names against lists and against each other, in the shapes of the command line.

In: rows as read from JSON lines; out: rows to write, in the same order. The stage for
shipments is ``stage``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from catchall.errors import UsageError
from catchall.names.probability import probability
from catchall.names.score import NameScore, score
from catchall.names.threshold import NAME_MATCH
from catchall.screen.model import Asked, Hit, ListInForce, Occurrence
from catchall.screen.stage import BATCH, Screener, ordered
from catchall.text.countries import country_code
from catchall.text.party import too_long


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _asked(row: Mapping[str, Any]) -> Asked:
    country = _text(row.get("country"))
    return Asked(
        _text(row.get("name")),
        country_code(country) if country else "",
        _text(row.get("schema")),
        _text(row.get("birth_date")),
    )


def _besides(row: Mapping[str, Any], screener: Screener) -> tuple[Hit, ...]:
    """What the numbers and the address of a row give, where it has any."""
    held = tuple(
        (_text(one.get("kind")), _text(one.get("value")))
        for one in row.get("identifiers") or ()
    )
    address = _text(row.get("address"))
    if not held and not address:
        return ()
    name, country = _text(row.get("name")), _text(row.get("country"))
    return screener.others(Occurrence(0, "", name, country, address, held))


def _refused(*names: str) -> dict[str, str]:
    """What a row says of names that are too long to be compared; nothing when none is."""
    problem = next(filter(None, map(too_long, names)), "")
    return {"error": f"rejected: {problem}"} if problem else {}


def _hits(
    hits: Sequence[Hit], watchlists: Sequence[ListInForce], top: int
) -> list[dict[str, Any]]:
    return [
        {
            "list": watchlists[hit.list_at].snapshot.name,
            "record": hit.record,
            "name": hit.name,
            "score": hit.score,
            "probability": probability(hit.score),
            "match": hit.match,
            "why": _why(hit),
        }
        for hit in hits[:top]
    ]


def _why(hit: Hit) -> str:
    """The reasons of a hit, and what would change it."""
    turn = hit.evidence.get("would_change", "")
    return f"{hit.why}; {turn}" if turn else hit.why


def match(
    rows: Iterable[Mapping[str, Any]],
    watchlists: Sequence[ListInForce],
    top: int = 5,
    threshold: float | None = None,
) -> Iterator[dict[str, Any]]:
    """The best hits of each name, best first: {"id", "hits"}.

    A hit is {list, record, name, score, probability, match, why}; ``probability`` is the share
    of labelled pairs with that score that are one party.
    A row is {"id", "name"} with, if known, "schema", "country", "birth_date", "address" and
    "identifiers" ([{"kind", "value"}]): a number in common is a hit whatever the name, an
    address in common a lead. Hits below the threshold fill the answer up to ``top`` and say so
    in ``match``. A name that cannot be looked up has no hits and says why in ``why_not``; one
    that is too long to be compared is refused, with the reason in ``error`` as well.
    """
    screener = Screener(
        watchlists, NAME_MATCH.value if threshold is None else threshold, most=top
    )
    reader = iter(rows)
    while batch := list(islice(reader, BATCH)):
        answers = screener.names([_asked(row) for row in batch], top_below=len(watchlists))
        for row, answer in zip(batch, answers, strict=True):
            said = {"why_not": answer.why_not} if answer.why_not else {}
            said |= _refused(_text(row.get("name")))
            hits = ordered([*answer.hits, *_besides(row, screener)])
            yield {"id": row.get("id"), "hits": _hits(hits, watchlists, top), **said}


def search(  # noqa: PLR0913 - a query and its options, all by name
    name: str,
    watchlists: Sequence[ListInForce],
    *,
    country: str = "",
    schema: str = "",
    top: int = 10,
    threshold: float | None = None,
) -> tuple[dict[str, Any], ...]:
    """The listed names nearest to one name, best first, each with why.

    The library call behind no command: ``names search`` prints ``match``'s answer to one row.
    Empty means that no listed name is near it.

    Raises:
        UsageError: the name cannot be looked up; says why, and is never read as "nothing near".
    """
    row = {"id": "", "name": name, "country": country, "schema": schema}
    found = next(match([row], watchlists, top, threshold))
    if "why_not" in found:
        raise UsageError(f"cannot be looked up: {found['why_not']}; give a name")
    return tuple(found["hits"])


def _pair(result: NameScore) -> dict[str, Any]:
    return {"score": result.score, "match": result.match, "why": result.why}


def score_pairs(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The likeness of each {"query", "candidate", "schema"}: {"score", "match", "why"}.

    A name that is too long to be compared gives ``error`` with the reason as well.
    """
    for row in rows:
        schema = _text(row.get("schema"))
        query, candidate = _text(row.get("query")), _text(row.get("candidate"))
        yield _pair(score(query, candidate, schema=schema)) | _refused(query, candidate)
