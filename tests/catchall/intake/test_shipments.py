"""Files of shipments come in whole: rows in are rows out and rejects."""

import csv
import gzip
import io
import json
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catchall.intake.filed import parties, rows, workbook, write, zipped

from catchall import tables
from catchall.errors import InputError
from catchall.intake import shipments

HEADER = ["id", "exporter", "consignee", "consignee_country", "hs_code", "description"]


def test_codes_stay_text(tmp_path):
    row = rows(tmp_path, "consignee,hs_code,origin_country\nAlder Works,010121,NO\n")[0]
    assert (row["hs_code"], row["origin_country"]) == ("010121", "NO")
    assert rows(tmp_path, "consignee,hs_code\nAlder Works,1E001\n")[0]["hs_code"] == "1E001"


def test_words_for_nothing_are_missing(tmp_path):
    text = "consignee,hs_code,exporter_knowledge\nAlder,NULL,none\nBirch,n/a,-\nCedar,-,\n"
    found = [(r["hs_code"], r["exporter_knowledge"]) for r in rows(tmp_path, text)]
    assert found == [(None, "none"), (None, None), (None, None)]


def test_result_has_the_schemas(tmp_path):
    intake = shipments.read([write(tmp_path, "consignee,hs_code\nAlder,1\nBirch\n")])
    assert intake.shipments.schema.equals(tables.SHIPMENTS)
    assert intake.rejects.schema.equals(tables.REJECTS)
    assert intake.rejects.to_pylist()[0]["words"] == "Birch"


def test_lines_of_a_shipment_are_numbered_over_all_files(tmp_path):
    one = write(tmp_path, "id,consignee\nA1,Alder\nA2,Birch\nA1,Alder\n", "one.csv")
    two = write(tmp_path, "id,consignee\nA1,Alder\n,Cedar\n", "two.csv")
    found = shipments.read([one, two]).shipments.to_pylist()
    assert [(r["row"], r["id"], r["line"]) for r in found] == [
        (0, "A1", "1"), (1, "A2", "1"), (2, "A1", "2"), (3, "A1", "3"), (4, "two.csv:3", "1"),
    ]  # fmt: skip


def test_given_line_numbers_are_kept(tmp_path):
    found = rows(tmp_path, "id,line,consignee\nA,10,Alder\nA,,Alder\n")
    assert [r["line"] for r in found] == ["10", "2"]


def test_files_of_one_name_keep_their_ids_apart(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    paths = [write(tmp_path / part, "consignee\nAlder\n") for part in "ab"]
    found = shipments.read(paths).shipments.to_pylist()
    assert [r["id"] for r in found] == [f"{path}:2" for path in paths]


def test_several_parties_in_a_cell_are_aligned(tmp_path):
    text = (
        "consignee,consignee_country,consignee_id,notify_party,payer_country\n"
        '"Alder; Birch",QA;QB,tax:1;imo:2,Cedar,QC\n'
    )
    row = rows(tmp_path, text)[0]
    assert parties(row) == [
        ("consignee", "Alder", "QA"), ("consignee", "Birch", "QB"),
        ("notify_party", "Cedar", None), ("payer", "", "QC"),
    ]  # fmt: skip
    assert row["parties"][1]["identifiers"] == [{"kind": "imo", "value": "2"}]
    assert row["payer_country"] == "QC"


def test_one_country_stands_for_all_names_and_a_wrong_count_is_rejected(tmp_path):
    text = "consignee;consignee_country\n" + '"Alder;Birch";QA\n"Alder;Birch";"QA;QB;QC"\n'
    intake = shipments.read([write(tmp_path, text)])
    assert parties(intake.shipments.to_pylist()[0]) == [
        ("consignee", "Alder", "QA"), ("consignee", "Birch", "QA"),
    ]  # fmt: skip
    reject = intake.rejects.to_pylist()[0]
    assert (reject["source_line"], reject["place"]) == (3, "consignee_country")


def test_two_identifiers_for_three_names_are_rejected(tmp_path):
    text = 'consignee,consignee_id\n"A;B;C",tax:1;tax:2\n'
    reject = shipments.read([write(tmp_path, text)]).rejects.to_pylist()[0]
    assert reject["place"] == "consignee_id"


def test_one_name_keeps_an_address_with_semicolons(tmp_path):
    text = "consignee,consignee_address,consignee_id\nAlder;,Unit 3; Quay 1,tax:1;44\n"
    party = rows(tmp_path, text)[0]["parties"][0]
    assert (party["name"], party["address"]) == ("Alder", "Unit 3; Quay 1")
    assert [i["kind"] for i in party["identifiers"]] == ["tax", "id"]


def test_character_references_are_decoded_before_splitting(tmp_path):
    row = rows(tmp_path, "consignee,exporter\nALDER &amp; CO,BIRCH&#10;2 QUAY\n")[0]
    assert parties(row) == [
        ("exporter", "BIRCH\n2 QUAY", None),
        ("consignee", "ALDER & CO", None),
    ]


def test_a_ship_known_by_its_number_alone_is_a_party(tmp_path):
    text = "vessel,vessel_imo,vessel_flag\n,IMO 9000001,QA\nSea Alder,9000002,\n"
    first, second = rows(tmp_path, text)
    assert parties(first) == [("vessel", "", None)]
    assert first["parties"][0]["identifiers"] == [{"kind": "imo", "value": "9000001"}]
    assert first["vessel_imo"] == "IMO 9000001"
    assert (second["parties"][0]["name"], first["vessel_flag"]) == ("Sea Alder", "QA")


def test_importer_and_consignee_are_both_screened_but_once_when_equal(tmp_path):
    text = "IMPORTER_NAME,CONSIGNEE_NAME\nAlder,Birch\nAlder,ALDER\n"
    first, second = rows(tmp_path, text)
    assert [name for _, name, _ in parties(first)] == ["Alder", "Birch"]
    assert [name for _, name, _ in parties(second)] == ["Alder"]


def test_unknown_and_beaten_columns_are_kept_as_filed(tmp_path):
    text = "consignee,SUMOFQUANTITY,QUANTITY,Colour\nAlder, 5 ,6,\n"
    intake = shipments.read([write(tmp_path, text)])
    row = intake.shipments.to_pylist()[0]
    assert row["quantity"] == "6"
    assert row["extra"] == [
        {"column": "SUMOFQUANTITY", "value": " 5 "}, {"column": "Colour", "value": None},
    ]  # fmt: skip
    notes = " ".join(intake.reports[0].notes)
    assert "SUMOFQUANTITY: kept as extra" in notes
    assert "Colour: unknown header" in notes


def test_a_value_header_states_its_currency(tmp_path):
    row = rows(tmp_path, "consignee,FOB_USD,currency\nAlder,7,EUR\n")[0]
    assert (row["value"], row["currency"]) == ("7", "USD")
    assert row["extra"] == [{"column": "currency", "value": "EUR"}]


def test_a_mapping_goes_before_recognition(tmp_path):
    text = "Firm abroad,HS_CODE\nAlder,1\n"
    row = rows(tmp_path, text, mapping={"firm abroad": "end_user", "HS_CODE": ""})[0]
    assert parties(row) == [("end_user", "Alder", None)]
    assert (row["hs_code"], row["extra"][0]["value"]) == (None, "1")


def test_a_mapping_to_one_column_twice_is_refused(tmp_path):
    mapping = {"A": "hs_code", "B": "hs_code"}
    with pytest.raises(InputError, match="mapped twice"):
        rows(tmp_path, "A,B\n1,2\n", mapping=mapping)


def test_a_mapping_nobody_needs_is_named(tmp_path):
    intake = shipments.read([write(tmp_path, "consignee\nA\n")], mapping={"X": "id"})
    assert "that no file has: X" in intake.reports[0].notes[-1]


def test_a_file_that_names_no_party_says_that_nobody_is_screened(tmp_path):
    named, nameless = (
        shipments.read([write(tmp_path, text)]).reports[0].notes
        for text in ("id,consignee\nA,Alder\n", "id,hs_code\nA,1\n")
    )
    assert nameless == ("no header names a party: nobody in this file can be screened",)
    assert named == ()


def test_parameters_must_be_an_object(tmp_path):
    text = 'consignee,parameters\nAlder,"{""range_km"": 300}"\nBirch,[1]\nCedar,{x\n'
    intake = shipments.read([write(tmp_path, text)])
    assert json.loads(intake.shipments["parameters"][0].as_py()) == {"range_km": 300}
    assert [r["source_line"] for r in intake.rejects.to_pylist()] == [3, 4]
    assert {r["place"] for r in intake.rejects.to_pylist()} == {"parameters"}


REFUSED = {
    "empty": (b"", "is empty"),
    "header_only": (b"consignee,hs_code\n", "no rows"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(64), "PNG picture"),
    "noise": (bytes(range(256)) * 8, "binary data"),
    "web_page": (b"<!DOCTYPE html><html></html>", "web page"),
    "no_header": (b"Alder,1\nBirch,2\n", "no known column"),
    "only_blank": (b"\n\n \n", "no known column"),
    "bad_gzip": (gzip.compress(b"consignee\nAlder\n" * 99)[:-20], "damaged .gz"),
    "gzip_twice": (gzip.compress(gzip.compress(b"consignee\nA\n")), "packed twice"),
    "gzip_bomb": (gzip.compress(bytes(8 << 20)), "zip bomb"),
    "zip_bomb": (zipped(a=bytes(8 << 20)), "zip bomb"),
    "bad_zip": (zipped(a=b"consignee\nA\n")[:-9], "damaged .zip"),
    "empty_zip": (zipped(), "without files"),
    "nested_zip": (zipped(a=zipped(b=b"consignee\nA\n")), "archive inside"),
    "bad_workbook": (zipped(**{"xl/workbook.xml": b"<no"}), "damaged workbook"),
    "no_sheet": (workbook([["colour"], ["red"]]), "no sheet"),
    "open_document": (zipped(**{"content.xml": b"", "mimetype": b""}), "OpenDocument"),
    "document": (zipped(**{"word/document.xml": b""}), "Office document"),
    "xlsb": (zipped(**{"xl/workbook.bin": b""}), "xlsb"),
    "bad_parquet": (b"PAR1" + bytes(40) + b"PAR1", "damaged Parquet"),
    "keys": (b'{"colour": 1}\n', "none of its keys"),
    "old_excel": (b"\xd0\xcf\x11\xe0" + bytes(99), "old .xls"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_table_is_refused_with_advice(tmp_path, case):
    data, problem = REFUSED[case]
    with pytest.raises(InputError, match=problem) as caught:
        shipments.read([write(tmp_path, data)])
    assert caught.value.advice.endswith(".")


def test_folders_missing_files_and_repeats_are_refused(tmp_path):
    path = write(tmp_path, "consignee\nAlder\n")
    for paths, problem in (
        ([], "nothing to read"),
        ([tmp_path], "folder"),
        ([tmp_path / "gone.csv"], "cannot be opened"),
        ([path, path], "named twice"),
    ):
        with pytest.raises(InputError, match=problem):
            shipments.read(paths)


cell = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\x85"), max_size=12
)


line = st.tuples(*[cell] * len(HEADER)).filter(lambda row: any(c.strip() for c in row))


damage = st.sampled_from([b'"', b"\0", b"\xff\xfe", b",", b",,,", b"\xc3(", b"&#10;", b";"])


@settings(max_examples=60)
@given(st.lists(line, min_size=1, max_size=12), st.data())
def test_rows_in_are_rows_out_and_rejects(tmp_path_factory, table, data):
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(table)
    lines = stream.getvalue().encode().split(b"\n")[:-1]
    for at in data.draw(st.sets(st.integers(0, len(lines) - 1), max_size=3)):
        cut = data.draw(st.integers(0, len(lines[at])))
        lines[at] = lines[at][:cut] + data.draw(damage) + lines[at][cut:]
    body = ",".join(HEADER).encode() + b"\n" + b"\n".join(lines) + b"\n"
    path = write(tmp_path_factory.mktemp("in"), body)
    intake = shipments.read([path])
    report = intake.reports[0]
    assert report.good == intake.shipments.num_rows
    assert report.rejected == intake.rejects.num_rows
    assert report.good + report.rejected == report.rows
    seen = (
        intake.shipments["source_line"].to_pylist() + intake.rejects["source_line"].to_pylist()
    )
    assert len(seen) == len(set(seen))
    assert set(seen) <= set(range(2, len(lines) + 2))


@settings(max_examples=150)
@given(st.binary(max_size=400))
def test_any_bytes_give_tables_or_a_clear_error(tmp_path_factory, data):
    start = b'consignee,hs_code,parameters\n"Alder",1,\n'
    for content in (data, start + data):
        try:
            intake = shipments.read([write(tmp_path_factory.mktemp("in"), content)])
        except InputError:
            continue
        assert intake.reports[0].rows == intake.shipments.num_rows + intake.rejects.num_rows


FILED = {  # file: columns that must be filled, beside exporter and consignee
    "armenia_import_s.csv": "hs_code description origin_country value quantity date",
    "kazakhstan_import_s.csv": "hs_code value quantity date",
    "kenya_export_s.csv": "hs_code description origin_country destination_country value date",
    "kenya_import_s.csv": "hs_code value currency origin_country quantity date",
    "malaysia_export_s.csv": "hs_code description destination_country value quantity date",
    "malaysia_import_s.csv": "hs_code description origin_country value quantity date",
    "moldova_import_short.csv": "hs_code origin_country value quantity date",
    "philippines_import_s.csv": "hs_code origin_country value currency discharge_port date",
    "russia_export_short.csv": "hs_code value quantity date",
    "russia_import_short.csv": "hs_code origin_country value quantity date",
    "srilanka_import_s.csv": "hs_code origin_country quantity value currency date",
    "turkey_export_s.csv": "hs_code description value quantity date",
    "ukraine_export_short.csv": "hs_code description destination_country value date",
    "uzbekistan_import_s.csv": "hs_code value currency quantity date",
    "vietnam_export_s.csv": "hs_code value quantity date",
    "vietnam_import_short.csv": "hs_code origin_country value quantity date",
}


def test_the_sixteen_customs_files_come_in_without_a_mapping(real_data):
    intake = shipments.read([real_data / "shipments" / name for name in FILED])
    assert (intake.shipments.num_rows, intake.rejects.num_rows) == (4_000, 0)
    assert [(r.source, r.rows, r.good) for r in intake.reports] == [
        (name, 250, 250) for name in FILED
    ]
    for row in intake.shipments.to_pylist():
        assert [p["role"] for p in row["parties"]] == ["exporter", "consignee"]
        assert all(p["name"] for p in row["parties"])


@pytest.mark.parametrize("name", FILED)
def test_each_customs_file_fills_its_columns(real_data, name):
    table = shipments.read([real_data / "shipments" / name]).shipments
    for column in FILED[name].split():
        assert table[column].null_count < 5, column


def test_an_address_in_a_name_keeps_its_line_breaks(real_data):
    table = shipments.read([real_data / "shipments" / "srilanka_import_s.csv"]).shipments
    broken = sum("\n" in row[0]["name"] for row in table["parties"].to_pylist())
    with (real_data / "shipments" / "srilanka_import_s.csv").open(encoding="utf-8") as stream:
        filed = [row["SUPPLIER_NAME"] for row in csv.DictReader(stream)]
    assert broken == sum("&#10;" in name.strip().removesuffix("&#10;") for name in filed)
    assert not any("&#" in p["name"] for row in table["parties"].to_pylist() for p in row)


def test_an_exporter_code_is_an_identifier(real_data):
    table = shipments.read([real_data / "shipments" / "malaysia_export_s.csv"]).shipments
    kinds = {i["kind"] for row in table["parties"].to_pylist() for i in row[0]["identifiers"]}
    assert kinds == {"code"}


def test_a_file_name_that_is_no_text_is_told_in_text(tmp_path):
    name = os.fsdecode(b"orders-\xff.csv")
    try:
        path = write(tmp_path, "id,consignee\nS1,Alder\n", name)
    except OSError:
        pytest.skip("this file system keeps only names that are text")
    assert shipments.read([path]).shipments["source"].to_pylist() == ["orders-\\xff.csv"]
