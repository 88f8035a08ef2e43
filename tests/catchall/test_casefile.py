"""A case file holds what one determination rests on, and shows when somebody changed it."""

import json
from dataclasses import replace

import orjson
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import builders

from catchall import casefile, tables
from catchall.determine import Determination
from catchall.errors import RecordError
from catchall.records import Finding, Outcome, Question
from catchall.screen import Screening

LIST = {"name": "exercise", "source": "ofac-xml", "date": "2026-01-02", "snapshot": "ab" * 32,
        "records": 2, "names": 3, "stale": False, "age_hours": 1.5}  # fmt: skip
BODY = {"engine": "0.1.0+abc", "versions": {}, "as_of": "2026-11-22",
        "jurisdictions": ["eu", "us"], "lists": [LIST],
        "lawbook": {"version": "1", "hash": "0123456789abcdef"}, "side": {},
        "side_rejected": []}  # fmt: skip
HEADER = casefile.seal_header(BODY, {"at": "2026-11-22T10:00:00+00:00"})
PUMPS = builders.party("consignee", "Kivrox Pumps LLC", "AE")
CERAMICS = builders.party("exporter", "Alder Ceramics GmbH", "DE")
HIT = Finding(
    "party", "party.name", "high", "consignee", "like a listed name", Outcome.REVIEW,
    confidence=0.9, evidence={"score": 0.9, "tokens": [["kivrox", "kivroks"]]},
)  # fmt: skip
NOTED = Finding("flag", "flag.tiles", "low", "goods", "recorded only", None)
ASKED = Question("end_user", "Who is the end user?", ("eu.rule",), Outcome.LICENCE)

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=9,
)


def determined(number: str, **changes) -> Determination:
    clear = Determination(
        id=number, outcome=Outcome.CLEAR, incomplete=False, reads="clear", confidence=None,
        findings=(), questions=(), flags_unknown=0, flags_need=(), embargo="checked",
    )  # fmt: skip
    return replace(clear, **changes)


def screened(row: int, party: str = "Kivrox Pumps LLC", best: float = 0.4) -> dict:
    return {"row": row, "role": "consignee", "party": party, "screened": True, "why_not": "",
            "names_tried": [party], "best_below": best}  # fmt: skip


def hit(row: int) -> dict:
    kinds = {pa.float64(): 0.9, pa.bool_(): True, pa.int64(): row}
    return {field.name: kinds.get(field.type, field.name) for field in tables.HITS}


def results(shipments: pa.Table, *all_determined: Determination, **found) -> casefile.Results:
    hits, told = (
        pa.Table.from_pylist(found.pop(name, []), schema=tables.SCHEMAS[name.upper()])
        for name in ("hits", "screened")
    )
    series = found.pop("series", {})
    matches = tables.empty("MATCHES")
    return casefile.Results(shipments, Screening(hits, told), matches, series, all_determined)


@pytest.fixture
def two() -> tuple[casefile.CaseFile, ...]:
    """A shipment of two lines with a finding and a question, and one that is clear."""
    shipments = builders.shipments(
        {"id": "A", "parties": [CERAMICS, PUMPS], "hs_code": "010121",
         "extra": [{"column": "Colour", "value": "red"}]},
        {"id": "B", "parties": [CERAMICS]},
        {"id": "A", "line": "2", "parties": [CERAMICS, PUMPS], "value": "12.50"},
    )  # fmt: skip
    review = determined(
        "A", outcome=Outcome.REVIEW, reads="review", confidence=0.9, incomplete=True,
        findings=(HIT, NOTED), questions=(ASKED,), flags_unknown=2, flags_need=("vessels",),
    )  # fmt: skip
    found = {"hits": [hit(2), hit(1)], "screened": [screened(0), screened(2), screened(1)]}
    return casefile.build(results(shipments, review, determined("B"), **found), HEADER)


@given(values)
def test_the_one_byte_form_keeps_the_value(value):
    assert json.loads(casefile.canonical(value)) == value


@given(st.dictionaries(st.text(), values, min_size=2))
def test_the_order_of_keys_changes_nothing(value):
    turned = dict(reversed(value.items()))
    assert casefile.canonical(turned) == casefile.canonical(value)
    assert casefile.digest(turned) == casefile.digest(value)


@given(values, values)
def test_another_value_has_another_digest(one, other):
    same = json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    assert (casefile.digest(one) == casefile.digest(other)) is same


def test_a_header_comes_back_as_it_was_written():
    written = orjson.loads(casefile.canonical(HEADER.as_json()))
    assert casefile.open_header(written, "run.json") == HEADER


def test_when_a_run_was_made_is_no_part_of_its_hash():
    assert casefile.seal_header(BODY, {"at": "another day"}).hash == HEADER.hash
    assert casefile.seal_header({**BODY, "as_of": "2026-11-23"}, {}).hash != HEADER.hash


@pytest.mark.parametrize("key", BODY)
def test_a_changed_header_is_refused(key):
    changed = {**HEADER.as_json(), "body": {**BODY, key: "changed"}}
    with pytest.raises(RecordError, match=r"^run\.json: the header was changed"):
        casefile.open_header(changed, "run.json")


def test_a_header_without_its_hash_is_refused():
    with pytest.raises(RecordError, match="hashes differ"):
        casefile.open_header({"format": casefile.FORMAT, "body": BODY}, "run.json")


def test_a_header_of_another_form_is_refused_before_its_hash_is_looked_at():
    with pytest.raises(RecordError, match="written in form 2; this version reads 1"):
        casefile.open_header({**HEADER.as_json(), "format": 2}, "run.json")


def test_a_record_comes_back_from_its_line_as_it_was(two):
    lines = [file.line() for file in two]
    assert tuple(casefile.open_line(line, "r.jsonl") for line in lines) == two
    assert [line.count(b"\n") for line in lines] == [1, 1]


@pytest.mark.parametrize(
    ("then", "now"),
    [
        (b'"outcome":"review"', b'"outcome":"clear"'), (b"Kivrox", b"Kivrex"),
        (b'"value":"12.50"', b'"value":"12.5"'), (b'"hs_code":"010121"', b'"hs_code":null'),
        (HEADER.hash.encode(), b"0" * 64), (b'"record":"', b'"record":"0'),
        (b'"record":"', b'"record":7,"kept":"'),
    ],
)  # fmt: skip
def test_a_changed_record_is_refused(two, then, now):
    line = two[0].line()
    assert then in line
    with pytest.raises(RecordError, match="was changed after it was sealed"):
        casefile.open_line(line.replace(then, now, 1), "r.jsonl")


@pytest.mark.parametrize("line", [b"", b"\n", b"[]", b"1", b"{}", b'"text"', b"\xff{}"])
def test_what_is_no_record_is_refused_with_what_to_do(line):
    with pytest.raises(RecordError, match=r"^r\.jsonl: .*run the screening again"):
        casefile.open_line(line, "r.jsonl")


def test_a_record_cut_off_anywhere_is_refused(two):
    line = two[0].line().rstrip(b"\n")
    for end in range(0, len(line), 97):
        with pytest.raises(RecordError, match="cut off"):
            casefile.open_line(line[:end], "r.jsonl")


def test_the_same_results_built_twice_are_equal_byte_for_byte(two):
    shipments = casefile.shipments(two)
    once = results(shipments, determined("A", findings=(HIT,)), determined("B"))
    first, again = ([file.line() for file in casefile.build(once, HEADER)] for _ in range(2))
    assert first == again


def test_records_stand_in_the_order_of_the_determinations():
    shipments = builders.shipments({"id": "A"}, {"id": "B"})
    files = casefile.build(results(shipments, determined("B"), determined("A")), HEADER)
    assert [file.id for file in files] == ["B", "A"]


def test_a_record_holds_all_lines_and_hits_of_its_shipment_and_no_others(two):
    first, second = (file.content for file in two)
    assert [line["row"] for line in first["inputs"]["lines"]] == [0, 2]
    assert [one["row"] for one in first["hits"]] == [2]
    assert [one["row"] for one in second["hits"]] == [1]
    assert first["determination"]["lines"] == ["test.csv:2", "test.csv:4"]


def test_a_party_that_stands_on_every_line_is_told_once(two):
    told = two[0].content["determination"]["screened_parties"]
    assert [one["party"] for one in told] == ["Kivrox Pumps LLC"]
    assert "row" not in told[0]


def test_a_party_screened_with_another_result_is_told_again():
    shipments = builders.shipments({"id": "A"}, {"id": "A"}, {"id": "A"})
    found = [screened(0), screened(1, best=0.5), screened(2, party="Kivrox Pumps")]
    (file,) = casefile.build(results(shipments, determined("A"), screened=found), HEADER)
    assert len(file.content["determination"]["screened_parties"]) == 3


def test_what_is_seen_across_shipments_stands_with_its_shipment_only():
    series = {"A": {"shared": ["B"]}, "C": {"shared": []}}
    shipments = builders.shipments({"id": "A"}, {"id": "B"})
    both = (determined("A"), determined("B"))
    files = casefile.build(results(shipments, *both, series=series), HEADER)
    assert [file.content["inputs"]["series"] for file in files] == [{"shared": ["B"]}, {}]


def test_a_row_says_what_was_found_and_by_what(two):
    row = two[0].row(HEADER)
    assert (row["id"], row["outcome"], row["incomplete"]) == ("A", "review", True)
    assert row["lawbook"] == "1+0123456789ab"
    assert row["lists"] == [{name: LIST[name] for name in casefile.LIST_FIELDS}]
    assert (row["as_of"], row["engine"]) == ("2026-11-22", "0.1.0+abc")
    assert row["record"] == two[0].seal
    assert row["extra"] == [{"column": "Colour", "value": "red"}]


def test_the_hash_of_the_inputs_hangs_on_inputs_and_run_but_not_on_the_result(two):
    def inputs(file: casefile.CaseFile, header: casefile.Header = HEADER) -> str:
        return file.row(header)["inputs_hash"]

    shipments = casefile.shipments(two)
    plain = casefile.build(results(shipments, determined("A"), determined("B")), HEADER)
    assert [inputs(file) for file in plain] == [inputs(file) for file in two]
    assert [file.seal == then.seal for file, then in zip(plain, two, strict=True)] == [
        False
    ] * 2
    assert inputs(two[0]) != inputs(two[1])
    assert inputs(two[0]) != inputs(two[0], casefile.seal_header({**BODY, "engine": "2"}, {}))


def test_the_table_has_the_schema_and_says_every_finding_and_question(two):
    made = casefile.table(two, HEADER)
    assert made.schema.equals(tables.DETERMINATIONS)
    review, clear = made.to_pylist()
    assert [one["outcome"] for one in review["findings"]] == ["review", ""]
    assert json.loads(review["findings"][0]["evidence"]) == HIT.evidence
    assert review["findings"][1]["evidence"] == ""
    assert review["questions"] == [
        {"asks": "end_user", "text": "Who is the end user?", "decides": ["eu.rule"],
         "could_become": "licence", "subject": ""},
    ]  # fmt: skip
    assert (clear["findings"], clear["confidence"], clear["flags_need"]) == ([], None, [])


def test_no_case_files_give_empty_tables():
    assert casefile.table((), HEADER).equals(tables.empty("DETERMINATIONS"))
    assert casefile.shipments(()).equals(tables.empty("SHIPMENTS"))


def test_shipments_come_back_as_they_went_in(two):
    again = casefile.shipments(two)
    assert again.schema.equals(tables.SHIPMENTS)
    assert again["row"].to_pylist() == [0, 2, 1]
    assert again["parties"].to_pylist() == [[CERAMICS, PUMPS], [CERAMICS, PUMPS], [CERAMICS]]
    assert again["hs_code"].to_pylist() == ["010121", None, None]


filed = st.none() | st.text(max_size=12)


@given(st.lists(st.fixed_dictionaries({"hs_code": filed, "date": filed}), min_size=1))
def test_any_text_filed_survives_sealing_and_reading_back(rows):
    shipments = builders.shipments(*rows)
    every = [determined(one) for one in shipments["id"].to_pylist()]
    lines = [file.line() for file in casefile.build(results(shipments, *every), HEADER)]
    opened = [casefile.open_line(line, "r.jsonl") for line in lines]
    assert casefile.shipments(opened).equals(shipments)
