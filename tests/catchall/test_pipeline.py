"""A shipment passes every stage, once, and the same batch gives the same records."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from tests import builders

from catchall import casefile, pipeline, snapshots, tables
from catchall.determine.given import ListState, SideTables
from catchall.errors import TableError
from catchall.law import load
from catchall.names import index

DAY = date(2026, 11, 22)
TILES = {"description": "ceramic wall tiles", "destination_country": "FR"}


def watchlist(folder: Path, name: str, *records: Any) -> snapshots.Watchlist:
    table = builders.watchlist(*records)
    told = {"title": "Exercise list", "date_from": "given", "arrived": f"{DAY}T10:00:00+00:00"}
    origin = snapshots.Origin(
        name=name, source="ofac-xml", effect="prohibited", date=date(2026, 1, 2), **told
    )
    kept = snapshots.save(folder, origin, table, tables.empty("REJECTS"), index.build(table))
    return snapshots.load(kept)


@pytest.fixture(scope="session")
def given(tmp_path_factory) -> pipeline.Given:
    """One invented list of one firm, the lawbook as it stands, no side tables."""
    folder = tmp_path_factory.mktemp("home")
    held = watchlist(folder, "exercise", builders.record("1", "KIVROX PUMPS LIMITED"))
    book, one = load.load(), held.snapshot
    state = ListState(
        one.name, one.source, str(one.date), one.hash, one.records, one.names, stale=False
    )
    body = {
        "engine": "test", "as_of": str(DAY), "jurisdictions": ["eu", "us"], "side": {},
        "lists": [state.__dict__], "lawbook": {"version": book.version, "hash": book.hash},
    }  # fmt: skip
    header = casefile.seal_header(body, {})
    return pipeline.Given([held], book, SideTables(), {}, header, DAY, ("eu", "us"))


def trade(consignee: str, **more: Any) -> dict[str, Any]:
    seller = builders.party("exporter", "Alder Ceramics GmbH", "DE")
    buyer = builders.party("consignee", consignee, "FR")
    return {**TILES, "parties": [seller, buyer], **more}


@pytest.fixture(scope="session")
def batch() -> pa.Table:
    """A harmless shipment, one of two lines to the listed firm, and one that says little."""
    return builders.shipments(
        trade("Maple Tiles SA"),
        trade("Kivrox Pumps Ltd", id="K"),
        trade("Kivrox Pumps Ltd", id="K", line="2", description="roller pumps"),
        {"parties": []},
    )


@pytest.fixture(scope="session")
def files(batch, given) -> tuple[casefile.CaseFile, ...]:
    return pipeline.run(batch, given)


def test_every_shipment_gets_one_case_file_in_the_order_of_the_batch(files):
    assert [file.id for file in files] == ["S1", "K", "S4"]


def test_a_shipment_passes_all_stages(files, given):
    content = files[1].content
    assert [line["row"] for line in content["inputs"]["lines"]] == [1, 2]
    assert {one["record"] for one in content["hits"] if one["match"]} == {"1"}
    assert {one["row"] for one in content["matches"]} == {1, 2}
    assert content["determination"]["embargo"]
    assert content["run"] == given.header.hash


def test_the_listed_firm_is_found_and_the_harmless_one_is_not(files):
    found = [
        {one["list"] for one in file.content["determination"]["findings"]} - {""}
        for file in files
    ]
    assert found == [set(), {"exercise"}, set()]
    assert files[1].content["determination"]["outcome"] != "clear"


def test_a_shipment_that_says_nothing_is_not_called_clear(files):
    last = files[2].content["determination"]
    assert last["incomplete"]
    assert last["reads"] != "clear"


def test_what_is_told_is_told_of_parties_that_were_filed(files):
    told = [file.content["determination"]["screened_parties"] for file in files]
    assert [[one["party"] for one in parties] for parties in told] == [
        ["Alder Ceramics GmbH", "Maple Tiles SA"], ["Alder Ceramics GmbH", "Kivrox Pumps Ltd"],
        [],
    ]  # fmt: skip


def test_the_same_batch_twice_gives_records_equal_byte_for_byte(files, batch, given):
    again = pipeline.run(batch, given)
    assert [file.line() for file in again] == [file.line() for file in files]


def test_what_was_sealed_gives_the_same_records_again(files, given):
    again = pipeline.run(casefile.shipments(files), given)
    assert [file.line() for file in again] == [file.line() for file in files]


def test_a_shipment_is_judged_alike_alone_and_in_a_batch(files, batch, given):
    for file in files:
        lines = [row for row in batch.to_pylist() if row["id"] == file.id]
        alone = pa.Table.from_pylist(lines, schema=tables.SHIPMENTS)
        assert pipeline.run(alone, given) == (file,)


def test_lists_are_known_from_the_header(given):
    (state,) = given.lists
    assert (state.name, state.records, state.stale) == ("exercise", 1, False)


def test_without_lists_nobody_is_found_and_no_shipment_of_the_firm_is_lost(batch, given, files):
    body = {**given.header.body, "lists": []}
    bare = replace(given, watchlists=[], header=casefile.seal_header(body, {}))
    again = pipeline.run(batch, bare)
    assert [file.id for file in again] == [file.id for file in files]
    assert [file.content["hits"] for file in again] == [[], [], []]
    assert [file.content["determination"]["reads"] for file in again].count("clear") == 0


def test_no_shipments_give_no_case_files(given):
    assert pipeline.run(tables.empty("SHIPMENTS"), given) == ()


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        (lambda table: table.drop_columns(["hs_code"]), "columns are"),
        (lambda table: table.append_column("colour", table["id"]), "columns are"),
        (
            lambda table: table.set_column(0, "row", table["row"].cast(pa.int32())),
            "row is int32",
        ),
        (lambda table: table.set_column(3, "id", pa.nulls(len(table), pa.string())), "4 nulls"),
        (lambda table: table.select(table.schema.names[::-1]), "columns are"),
    ],
)
def test_a_table_with_a_wrong_schema_is_refused(batch, given, wrong, problem):
    with pytest.raises(TableError, match=problem):
        pipeline.run(wrong(batch), given)


def test_the_whole_path_stands_on_one_page():
    lines = Path(pipeline.__file__).read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 60


def test_an_owner_on_a_list_is_found_behind_a_party(given):
    row = {"party": "Maple Tiles", "owner": "KIVROX PUMPS LIMITED", "share": "60"}
    owned = replace(given, side=SideTables(owners=(row,)))
    (file,) = pipeline.run(builders.shipments(trade("Maple Tiles SA")), owned)
    rules = [one["rule"] for one in file.content["determination"]["findings"]]
    assert "us.OWN01" in rules
    assert [hit["role"] for hit in file.content["hits"] if hit["match"]] == ["owner"]


def test_a_former_name_on_a_list_raises_the_flag_of_the_renamed_firm(given):
    row = {"name": "Maple Tiles", "former_name": "KIVROX PUMPS LIMITED"}
    renamed = replace(given, side=SideTables(parties=(row,)))
    (file,) = pipeline.run(builders.shipments(trade("Maple Tiles SA")), renamed)
    rules = [one["rule"] for one in file.content["determination"]["findings"]]
    assert "guidance.RF15" in rules
