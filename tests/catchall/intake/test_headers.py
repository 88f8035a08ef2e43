"""Headers as customs, carriers and firms file them are recognised, and nothing is guessed."""

from pathlib import Path

import pytest

from catchall.errors import InputError
from catchall.intake import headers
from catchall.intake.headers import KNOWN, recognise
from catchall.records import ROLES

FILED = (Path(__file__).parent / "headers.txt").read_text(encoding="utf-8").splitlines()[1:]
HEADERS = {
    column: [header.strip() for header in headers.split("|")]
    for column, _, headers in (line.partition(":") for line in FILED)
}


@pytest.mark.parametrize("column", HEADERS)
def test_headers_of_many_files_are_recognised(column):
    found = {header: recognise([header])[0].column for header in HEADERS[column]}
    assert found == dict.fromkeys(HEADERS[column], column)


def test_every_known_column_is_itself():
    for column in sorted(KNOWN):
        role, part = headers.party_part(column)
        want = role if part == "name" else column
        assert recognise([column])[0].column == want, column


def test_a_bare_port_is_on_the_side_of_the_file():
    def port(*names: str) -> list[str]:
        return [m.column for m in recognise(names)][-2:]

    assert port("IMPORTER", "SUPPLIER", "MALAYSIA_PORT", "Foreign Port") == [
        "discharge_port", "loading_port",
    ]  # fmt: skip
    assert port("EXPORTER", "BUYER", "Indian Port", "Foreign Port") == [
        "loading_port", "discharge_port",
    ]  # fmt: skip
    assert port("IMPORTER", "EXPORTER", "PORT", "Foreign Port") == ["", ""]


def test_the_stated_precedence_decides_between_two_headers():
    cif, fob, total, plain = recognise(["CIF_USD", "FOB_USD", "TOTALQUANTITY", "QUANTITY"])
    assert (cif.column, cif.beaten_by, fob.column, fob.kind) == ("", "FOB_USD", "value", "USD")
    assert (total.beaten_by, plain.column) == ("QUANTITY", "quantity")


def test_an_address_joins_the_one_party_of_its_role():
    name, address, tax = recognise(["Consignee", "Importer Address", "Buyer Tax ID"])
    assert name.slot == address.slot == tax.slot
    assert tax.kind == "tax"


def test_two_names_of_a_role_are_two_parties():
    one, two, three = recognise(["EXPORTER_NAME", "STD_EXPORTER_NAME", "SHIPPER_NAME"])
    assert {m.column for m in (one, two, three)} == {"exporter"}
    assert len({m.slot for m in (one, two, three)}) == 3


def test_numbered_parties_are_apart():
    one, two = recognise(["Notify Party 1 Name", "Notify Party 2 Name"])
    assert one.slot != two.slot


def test_a_mapping_file_is_json_or_csv(tmp_path):
    path = tmp_path / "map"
    path.write_text('{"Firm": "consignee", "Note": ""}')
    assert headers.load_mapping(path) == {"Firm": "consignee", "Note": ""}
    path.write_text('Firm,consignee\n"A, B",end_user_id\n')
    mapping = headers.load_mapping(path)
    assert recognise(["a, b"], mapping)[0].kind == "id"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{"Firm": "buyer_of"}', "no column of ours"), ('{"A": "id", "a ": "line"}', "twice"),
        ('{"A": "id", "A": "line"}', "twice"), ('{"A": 1}', "not text"), ("{", "no mapping"),
        ("A,id,x\n", "two fields"), ("", "two fields"), ('"A,id\n', "no mapping"),
    ],
)  # fmt: skip
def test_a_wrong_mapping_file_is_refused(tmp_path, text, problem):
    path = tmp_path / "map"
    path.write_text(text)
    with pytest.raises(InputError, match=problem):
        headers.load_mapping(path)


def test_a_missing_mapping_file_is_refused(tmp_path):
    with pytest.raises(InputError, match="no mapping file"):
        headers.load_mapping(tmp_path / "gone")


def test_the_reference_names_every_column():
    page = Path(__file__).parents[3] / "docs" / "reference" / "shipment-columns.md"
    told = page.read_text(encoding="utf-8").partition("## Recognised headers")[0]
    missing = [c for c in KNOWN if not headers.party_part(c)[0] and f"`{c}`" not in told]
    missing += [r for r in ROLES if f"`{r}`" not in told]
    assert not missing


def test_a_word_of_any_length_is_one_word():
    assert headers.words_of("z" * 100_000) == ("z" * 100_000,)
