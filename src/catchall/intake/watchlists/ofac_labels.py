"""What OFAC's labels mean: "Tax ID No.", "DOB", "Linked To:". In: label, value; out: a field.

The same labels stand in the Remarks of the CSV files and in the idList of the XML. A label
that is not here stays in the remarks (CSV) or becomes a property (XML); nothing is lost.
"""

import re

from catchall.intake.watchlists.entry import VESSEL, Entry
from catchall.text.identifiers import imo_is_valid

_DATES = {
    "DOB": "birth",
    "Organization Established Date": "established",
    "Aircraft Manufacture Date": "built",
    "Vessel Year of Build": "built",
    "Listing Date": "listed",
    "Effective Date": "effective",
    "Purchase/Sales For Divestment Date": "divestment",
}
_LINKS = {
    "Linked To:": "linked_to",
    "Aircraft Operator": "operator",
    "Vessel Owner": "owner",
    "Vessel Operator": "operator",
    "Vessel Manager": "manager",
}
_COUNTRIES = {
    "nationality": "nationality",
    "citizen": "citizenship",
    "Former Vessel Flag": "former_vessel_flag",
    "Other Vessel Flag": "other_vessel_flag",
    "Vessel Flag": "vessel_flag",
    "Nationality of Registration": "registration_country",
}
_PROPERTIES = {
    "POB": "birth_place",
    "Gender": "gender",
    "Aircraft Model": "aircraft_model",
    "Organization Type:": "organization_type",
    "Target Type": "target_type",
    "Secondary sanctions risk:": "secondary_sanctions_risk",
    "Additional Sanctions Information -": "additional_sanctions",
    "Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions:": (
        "transactions_prohibited"
    ),
    "Executive Order 13662 Directive Determination -": "directive",
    "Executive Order 14024 Directive Information -": "directive",
    "Executive Order 14024 Directive Information": "directive",
    "Executive Order 14014 Directive Information:": "directive",
    "Executive Order 14059 information:": "directive",
    "CAATSA Section 235 Information:": "caatsa_235",
    "Issuer Name": "issuer_name",
    "Chinese Commercial Code": "chinese_commercial_code",
    "Vessel Call Sign": "call_sign",
    "Other Vessel Call Sign": "other_call_sign",
    "Vessel Type": "vessel_type",
    "Other Vessel Type": "other_vessel_type",
}
_IDENTIFIERS = """
passport: Passport, Diplomatic Passport, Stateless Person Passport, Numero de Pasaporte,
    Residency Passport, British National Overseas Passport
ssn: SSN
national_id: National ID No., National Foreign ID Number, Cedula No., Cedula de Ciudadania,
    Identification Number, Personal ID Card, D.N.I., C.U.R.P., CURP, I.F.E., Electoral
    Registry No., Credencial electoral, Birth Certificate Number, Residency Number,
    Stateless Person ID Card, Tazkira National ID Card, Kenyan ID No., Bosnian Personal ID
    No., Turkish Identification Number, Cartilla de Servicio Militar Nacional, Afghan Money
    Service Provider License Number, LE Number, Voter Identification Card No., Paraguayan
    cedula, N.I.E., Federal ID Card, Refugee ID Card, Moroccan Personal ID No., Citizen's
    Card Number, National Identification Number
driver_licence: Driver's License No., Driver's License
seafarer: Seafarer's Identification Document, Seaman's Book No.
tax: Tax ID No., NIT #, RUC #, RIF #, R.F.C., RFC, V.A.T. Number, C.U.I.T., C.U.I.P.,
    Italian Fiscal Code, Fiscal Code, US FEIN, Numero Unico de Identificacao Tributaria
    (NUIT), Romanian Tax Registration, Romanian C.R., RTN, C.U.I., N.R.C., CNPJ, Tax
    Registration Number, Economic Register Number (CBLS), Bulgarian UIC, SRE Permit No.
registration: Registration Number, Registration ID, Registered Charity No., Company Number,
    UK Company Number, Commercial Registry Number, Business Registration Number, Business
    Registration Document #, Business Number, C.R. No., Matricula Mercantil No, Folio
    Mercantil No., Chamber of Commerce Number, Trade License No., Unified Social Credit Code
    (USCC), Unified Social Credit Code, Enterprise Number, Government Gazette Number, Public
    Registration Number, Central Registration System Number, Istanbul Chamber of Comm. No.,
    Dubai Chamber of Commerce Membership No., Certificate of Incorporation Number, File
    Number, MERSIS, Public Security and Immigration No., Registered Office Number, Business
    ID, Company ID: No., License, Registration Certificate Number, United Social Credit Code
    Certificate (USCCC), Organization Code, Commercial Registry, CUIT, Romanian Permanent
    Resident, Pakistan Company Number, Serial No., Legal Entity ID
lei: Legal Entity Number
duns: D-U-N-S Number
swift: SWIFT/BIC
bik: BIK (RU)
isin: ISIN
ticker: Equity Ticker
mmsi: MMSI
vessel_registration: Vessel Registration Identification, Vessel Registration Number
tail_number: Aircraft Tail Number, Previous Aircraft Tail Number, Other Aircraft Tail Number
serial_number: Aircraft Manufacturer's Serial Number (MSN), Aircraft Serial Identification,
    Aircraft Construction Number (also called L/N or S/N or F/N)
mode_s: Aircraft Mode S Transponder Code
email: Email Address
website: Website
phone: Phone Number, Telephone, Mobile Phone, Tel.
fax: Fax Number, Fax
crypto: Digital Currency Address -
"""

_KIND = {
    label.strip(): kind
    for kind, labels in (
        line.split(": ", 1) for line in _IDENTIFIERS.replace("\n    ", " ").strip().splitlines()
    )
    for label in labels.split(",")
}
_ALL = [*_DATES, *_LINKS, *_COUNTRIES, *_PROPERTIES, *_KIND]
_LABEL = re.compile(
    "(?:alt\\. )?("
    + "|".join(re.escape(label) for label in sorted(_ALL, key=len, reverse=True))
    + ")(?=[ :]|$)[ :]*",
)
_VALUE = re.compile(
    r"(?P<value>.*?)(?: \((?P<country>[^()]*)\))?"
    r"(?:[ ,]+issued .*|[ ,]+expires .*|[ ,]+Date of Issue .*)?$",
    re.DOTALL,
)


def split_label(part: str) -> tuple[str, str]:
    """Which label does this part of the remarks begin with, and what follows? ``("", part)``.

    >>> split_label("alt. Tax ID No. 7701 (Russia)")
    ('Tax ID No.', '7701 (Russia)')
    """
    match = _LABEL.match(part)
    return (match[1], part[match.end() :]) if match else ("", part)


def keep(entry: Entry, label: str, value: str) -> bool:
    """Put a labelled value where it belongs; False when the label is not known."""
    if label in _KIND and (match := _VALUE.fullmatch(value)):
        keep_identifier(entry, label, match["value"], match["country"] or "")
    elif label in _DATES:
        entry.date(_DATES[label], re.sub(r"^\([^)]*\):?\s*", "", value))
    elif label in _LINKS:
        entry.link(_LINKS[label], value)
    elif label in _COUNTRIES:
        entry.country(value)
        entry.property(_COUNTRIES[label], value)
    elif label in _PROPERTIES:
        entry.property(_PROPERTIES[label], value)
        if label == "POB":
            entry.country(value.rpartition(",")[2])
        elif label.endswith("Call Sign"):
            entry.identifier("call_sign", value)
    else:
        return False
    return True


def keep_identifier(entry: Entry, label: str, value: str, country: str) -> bool:
    """Put an identifier with its kind; False when the label is not one of an identifier."""
    kind = _KIND.get(label)
    if kind is None:
        return False
    number = re.fullmatch(r"(IMO\b[\s:.#]*)?(\d{7})", value)
    if number and (number[1] or (kind == "vessel_registration" and imo_is_valid(number[2]))):
        # a company has an IMO number of its own, with another check digit
        ship = kind == "vessel_registration" or entry.schema == VESSEL
        kind, value = ("imo" if ship else "imo_company"), number[2]
    if kind == "crypto":
        currency, _, address = value.partition(" ")
        entry.property("crypto_currency", currency)
        value = address or currency
    entry.identifier(kind, value, country)
    return True
