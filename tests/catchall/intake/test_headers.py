"""Headers as customs, carriers and firms file them are recognised, and nothing is guessed."""

import pytest

from catchall.errors import InputError
from catchall.intake import headers
from catchall.intake.headers import KNOWN, recognise

HEADERS = {
    "exporter": "EXPORTER SHIPPER SUPPLIER_NAME_EN STD_EXPORTER_NAME Seller|Foreign Exporter Name|"
    "Name of Shipper|Absender|Expéditeur|Отправитель|Proveedor|shipperName|Shipper/Exporter",
    "consignee": "IMPORTER_NAME BUYER_NAME_EN CONSIGNEE_NAME_EN importerName|Indian Importer Name|"
    "Ultimate Consignee|Empfänger|Destinataire|Получатель|Importador|Consignee Name & Address",
    "consignee_country": "BUYER_COUNTRY consigneecountry|Country of Consignee|Empfängerland",
    "consignee_address": "IMPORTER_ADDRESS|Address of Buyer|Adresse du destinataire|Consignee City",
    "consignee_id": "IMPORTER_CODE|Importer ID|Consignee D-U-N-S®|ИНН получателя|Buyer Tax No.",
    "consignee_email": "Consignee Email 1",
    "exporter_phone": "Shipper Phone No",
    "end_user": "End User|END_USER_NAME|Utilisateur final|Конечный пользователь",
    "notify_party": "Notify Party|NOTIFY_PARTY_NAME|Notify",
    "forwarder": "Declarant|Customs Broker|CHA Name|Freight Forwarder|Spediteur",
    "carrier": "Carrier|Shipping Line|Transporteur",
    "intermediary": "Intermediary|Broker",
    "manufacturer": "Manufacturer Name|Hersteller",
    "bank": "Bank|Bank Name",
    "payer_country": "payer_country",
    "vessel": "Vessel Name|VESSEL|Ship Name|Schiff",
    "vessel_operator": "vessel_operator|Ship Manager",
    "vessel_imo": "IMO|IMO Number|Vessel IMO",
    "id": "Bill of Lading No|B/L Number|Declaration No|Shipping Bill No",
    "hs_code": "HS_CODE|HSCode|HTS|Tariff No|Zolltarifnummer|Код ТН ВЭД|Code SH|HSN Code|HS6",
    "description": "HS_CODE_DESCRIPTION_EN|HS_PRODUCT_DESCRIPTION|Product Desc|Goods Shipped|"
    "Description of Goods|Warenbezeichnung|Описание товара|Désignation des marchandises",
    "quantity": "QUANTITY TOTALQUANTITY SUMOFQUANTITY SUMOFNUMBER_OF_GOODS QTY|Menge|Количество",
    "quantity_unit": "Unit|UOM|Unit of Measure|Quantity Unit|Единица измерения",
    "value": "TOTALVALUE TOTALVALUEUSD TOTALUSD SUMOFTOTAL_INVOICE_VALUE_USD FOB_USD "
    "SUMOFVALUE_IN_FOREIGN_CURRENCY SUMOFCIF_VALUE_USD|Fob (US$)|Valeur|Wert EUR|Amount",
    "net_weight_kg": "Net Weight KG|Nettogewicht|Вес нетто",
    "date": "MONTHYEAR|Date|Arrival Date|ETD|Shipping Bill Date|Datum",
    "origin_country": "ORIGIN_COUNTRY|Country of Origin|Ursprungsland|Pays d'origine",
    "destination_country": "DESTINATION_COUNTRY|Country of Destination|Bestimmungsland",
    "loading_country": "COUNTRY_OF_SHIPMENT|Export Country|Versandland|Country of Dispatch",
    "loading_port": "Port of Lading|Port of Loading|POL|Ladehafen|Порт погрузки",
    "discharge_port": "IMPORT_PORT_EN|Port of Discharge|Port of Unlading|Port de déchargement",
    "transit_ports": "Transshipment Port",
    "incoterm": "Incoterms|Delivery Terms",
    "licence_no": "License Number|Export Licence",
    "": "Gross Weight KG|AVGUNITPRICEUSD|SUMOFUNIT_VALUE_USD|Vessel Voyage|Shipper Profile|Product "
    "No|Consignee Industry|Inland|Unit Price|Weight|Name|Country|Port Code|Total|No. of Packages|"
    "PORT|Number|Customs|Value Country USD|EUR",
}


@pytest.mark.parametrize("column", HEADERS)
def test_headers_of_many_files_are_recognised(column):
    groups = HEADERS[column].split("|")
    each = [h for group in groups for h in (group.split() if group.isupper() else [group])]
    found = {header: recognise([header])[0].column for header in each}
    assert found == dict.fromkeys(each, column)


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
    assert headers.read_mapping(path) == {"Firm": "consignee", "Note": ""}
    path.write_text('Firm,consignee\n"A, B",end_user_id\n')
    mapping = headers.read_mapping(path)
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
        headers.read_mapping(path)


def test_a_missing_mapping_file_is_refused(tmp_path):
    with pytest.raises(InputError, match="no mapping file"):
        headers.read_mapping(tmp_path / "gone")
