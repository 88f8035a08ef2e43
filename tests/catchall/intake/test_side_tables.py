"""Side tables come in by their schema; what they do not say stays unknown."""

from pathlib import Path

import pytest

from catchall import tables
from catchall.errors import InputError, UsageError
from catchall.intake import side_tables
from catchall.intake.side_tables import SCHEMAS, read


def write(folder, text, name="side.csv"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_kind_reads_its_own_columns(tmp_path, kind):
    names = [column.name for column in SCHEMAS[kind]]
    cells = [
        "2025-03-01"
        if column.day
        else "35 %"
        if column.share
        else (*column.words, f"x {column.name}")[0]
        for column in SCHEMAS[kind]
    ]
    table = read(kind, write(tmp_path, ",".join(names) + "\n" + ",".join(cells) + "\n"))
    assert table.rows == (dict(zip(names, cells, strict=True)),)
    assert table.rejects.num_rows == 0
    assert table.rejects.schema.equals(tables.REJECTS)


def test_a_missing_required_column_is_named(tmp_path):
    with pytest.raises(InputError, match="no column 'kind'"):
        read("measures", write(tmp_path, "party,date\nAlder,2025\n"))


def test_an_empty_table_says_that_there_is_nothing(tmp_path):
    table = read("measures", write(tmp_path, "party,kind,date\n"))
    assert (table.rows, table.rejects.num_rows) == ((), 0)


def test_rows_without_a_needed_cell_or_with_another_word_are_rejected(tmp_path):
    text = "party,kind,date\nAlder,Fine,2025\n,fine,2025\nBirch,scolding,2025\nOak,fine\n"
    table = read("measures", write(tmp_path, text))
    assert [row["party"] for row in table.rows] == ["Alder"]
    assert table.rows[0]["kind"] == "fine"
    found = [(r["source_line"], r["place"]) for r in table.rejects.to_pylist()]
    assert found == [(3, "party"), (4, "kind"), (5, "")]


def test_unknown_columns_are_kept_and_named(tmp_path):
    text = "IMO;Name;Colour;next ports\n9000001;Sea Alder;red;One;Two\n"
    table = read("vessels", write(tmp_path, text.replace("One;Two", '"One;Two"')))
    assert table.rows[0] == {
        "imo": "9000001", "name": "Sea Alder", "Colour": "red", "next_ports": "One;Two",
    }  # fmt: skip
    assert table.notes == ("Colour: unknown header, kept",)


def test_owners_hold_shares_in_percent_and_an_empty_one_is_not_known(tmp_path):
    text = "Party,Owner,Share,Kind\nAlder,Birch,35 %,owns\nAlder,Oak,,\nAlder,Elm,,Controls\n"
    rows = read("owners", write(tmp_path, text)).rows
    assert [(row["share"], row["kind"]) for row in rows] == [
        ("35 %", "ownership"), ("", ""), ("", "control"),
    ]  # fmt: skip


@pytest.mark.parametrize("share", ["101", "-1", "half", "0.6"])
def test_a_bad_share_rejects_the_row(tmp_path, share):
    table = read("owners", write(tmp_path, f"party,owner,share\nAlder,Birch,{share}\n"))
    assert table.rows == ()
    assert table.rejects["place"].to_pylist() == ["share"]


def test_a_row_that_ends_before_it_begins_is_rejected(tmp_path):
    text = "party,owner,share,from,to\nAlder,Birch,35,2025-03-01,2024\nAlder,Oak,5,2025,2025\n"
    table = read("owners", write(tmp_path, text))
    assert [row["owner"] for row in table.rows] == ["Oak"]
    assert table.rejects["place"].to_pylist() == ["to"]


def test_decisions_have_two_words(tmp_path):
    text = "party,list,record,decision,by,date\nAlder,own,1,No match,me,2025-01-02\n"
    assert read("decisions", write(tmp_path, text)).rows[0]["decision"] == "different"


def test_jsonl_is_read_too(tmp_path):
    text = '{"licence_no": "L-1", "general": true}\n{"licence_no": "L-2", "general": "often"}\n'
    table = read("licences", write(tmp_path, text, "side.jsonl"))
    assert [row["licence_no"] for row in table.rows] == ["L-1"]
    assert table.rows[0]["general"] == "yes"
    assert table.rejects["place"].to_pylist() == ["general"]


def test_an_unknown_kind_is_wrong_use(tmp_path):
    with pytest.raises(UsageError, match="no side table"):
        read("rumours", write(tmp_path, "a\n"))


def test_a_header_that_stands_twice_is_kept_apart():
    assert side_tables.recognise("vessels", ["IMO", "imo"]) == ("imo", "")


def test_a_history_is_a_file_of_shipments(tmp_path):
    text = "id,date,SHIPPER,consignee,consignee_country\n1,2024,Elm,Alder;Birch,QA\n2\n"
    table = read("history", write(tmp_path, text))
    (row,) = table.rows
    assert (row["exporter"], row["consignee"], row["consignee_country"]) == (
        "Elm",
        "Alder",
        "QA",
    )
    assert [party["name"] for party in row["parties"]] == ["Elm", "Alder", "Birch"]
    assert "hs_code" not in row
    assert table.rejects["source_line"].to_pylist() == [3]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_reference_tells_every_column(kind):
    page = Path(__file__).parents[3] / "docs" / "reference" / "shipment-columns.md"
    told = page.read_text(encoding="utf-8").partition(f"### {kind}\n")[2].partition("\n#")[0]
    for column in SCHEMAS[kind]:
        needed = " (needed)" if column.required else ""
        assert f"| `{column.name}`{needed} | {column.means} |" in told


@pytest.mark.parametrize("told", ["2019", "2019-05", "May 2019", "2019-05-06", ""])
def test_a_day_may_be_as_precise_as_is_known(tmp_path, told):
    table = read("parties", write(tmp_path, f"name,founded\nAlder,{told}\n"))
    assert (len(table.rows), table.rejects.num_rows) == (1, 0)


@pytest.mark.parametrize("told", ["abc", "03/04/2025", "2025-02-31"])
def test_a_day_that_is_no_date_or_two_is_rejected(tmp_path, told):
    table = read("parties", write(tmp_path, f"name,founded\nAlder,{told}\nBirch,2020\n"))
    assert [row["name"] for row in table.rows] == ["Birch"]
    (bad,) = table.rejects.to_pylist()
    assert (bad["source_line"], bad["place"]) == (2, "founded")
    assert f"{told!r} is not one date" in bad["reason"]


@pytest.mark.parametrize("kind", ["parties", "history"])
@pytest.mark.parametrize("name", ["side.csv", "side.jsonl"])
def test_the_advice_names_columns_and_no_mapping(tmp_path, kind, name):
    text = '{"zzq": "1", "zzr": "2"}\n' if name.endswith("l") else "zzq,zzr\n1,2\n"
    with pytest.raises(InputError, match=r"no known column|is a known column") as caught:
        read(kind, write(tmp_path, text, name))
    assert "--map" not in str(caught.value)
    assert "columns" in caught.value.advice
