"""A message that was read, in lines for a person. In: the JSON row; out: text lines."""

from collections.abc import Iterator
from typing import Any

from catchall.output.plain import cut

_ROLES = {
    "exporters": "exporter", "suppliers": "supplier", "intermediaries": "intermediary",
    "consignees": "consignee", "end_users": "end user", "other_parties": "other party",
}  # fmt: skip
_WIDE = 160


def _header(told: dict[str, Any]) -> Iterator[str]:
    header = told["header"]
    group = header.get("date_time_group") or {}
    day = group.get("iso") or (header.get("date") or {}).get("value")
    facts = (
        told.get("document"), header.get("classification"), day, header.get("from_address")
    )  # fmt: skip
    yield f"{told['path']}: {', '.join(str(f) for f in facts if f) or 'no header found'}"
    if subject := header.get("subject"):
        yield f"  subject: {subject['text']}"
    for one in told["references"]:
        named = one.get("identifier") or one.get("text") or one.get("subject") or ""
        yield f"  reference {one['letter'] or '-'}: {named}"


def _amount(item: dict[str, Any]) -> str:
    parts = (item.get("quantity"), item.get("unit"), item.get("description"))
    return " ".join(str(part) for part in parts if part is not None)


def _case(case: dict[str, Any]) -> Iterator[str]:
    yield f"  case {case['case_key']} (paragraphs {', '.join(map(str, case['paragraphs']))})"
    for key, word in _ROLES.items():
        for party in case[key]:
            name = party["name"] or f"(not named) {party.get('role', '')}".strip()
            country = f" ({party['country']})" if party.get("country") else ""
            yield f"    {word}: {name}{country}"
    yield from (f"    item: {_amount(item)}" for item in case["items"])
    yield from (f"    outcome: {one['category']}" for one in case["response"]["outcomes"])
    yield f"    status: {case['status']['value']}"


def _links(told: dict[str, Any]) -> Iterator[str]:
    for link in told["links"]:
        words = f"{link['words']} -> " if link.get("words") else ""
        yield f"  {link['kind']}: {words}{link['target']} ({link['why']})"
    yield from (f"  {line}" for line in told["not_linked"])


def _paper(told: dict[str, Any]) -> Iterator[str]:
    paper = told.get("trade_paper") or {"fields": []}
    if "kind" in paper:
        yield f"  {paper['kind'].replace('_', ' ')}"
    for one in paper["fields"]:
        yield f"    {one['field'].replace('_', ' ')}: {one['evidence']['text']}"


def lines(told: dict[str, Any]) -> Iterator[str]:
    """What a reader wants to see first: header, cases, damage and its repair, links."""
    yield from (cut(line, _WIDE) for line in _header(told))
    for case in told["cases"]:
        yield from (cut(line, _WIDE) for line in _case(case))
    yield from (cut(line, _WIDE) for line in _paper(told))
    if not told["cases"] and not told.get("trade_paper"):
        yield "  no case was found in it"
    for one in told["text_defects"]:
        repaired = f": {one['raw']!r} read as {one['repaired']!r}" if one["raw"] else ""
        yield cut(f"  damage: {one['kind'].replace('_', ' ')}{repaired}", _WIDE)
    yield from (cut(line, _WIDE) for line in _links(told))
    for part in told.get("parts", ()):
        yield from (f"  {line}" for line in lines(part))
