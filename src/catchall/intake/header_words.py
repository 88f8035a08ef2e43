"""The words headers are made of, in six languages, and the columns they add up to.

In: nothing; out: tables of words. Taking a header apart belongs to ``headers``.
"""

import unicodedata


def folded(text: str) -> str:
    """The text in lower case without accents.

    >>> folded("Empfänger")
    'empfanger'
    """
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


# what our words are called elsewhere: "our word(s): their words"
_WORDS = """
importer: importer importeur importador importateur importatore einfuhrer импортер
buyer: buyer purchaser customer client kaufer acheteur comprador покупатель kunde cliente
consignee: consignee cnee consignatario destinataire destinatario empfanger empfangers receiver
  recipient получатель получателя грузополучатель получателя
exporter: exporter exporteur exportador exportateur ausfuhrer esportatore экспортер
supplier: supplier vendor lieferant fournisseur proveedor fornecedor поставщик
shipper: shipper consignor sender absender absenders versender expediteur remitente отправитель
  грузоотправитель embarcador
seller: seller verkaufer vendeur vendedor продавец
manufacturer: manufacturer producer maker mfr hersteller fabricant fabricante производитель
  изготовитель
end: end
end user: enduser endverwender endnutzer
user: user utilisateur usuario пользователь
ultimate: ultimate final finale endgultiger конечный
intermediary: intermediary middleman broker trader agent intermediaire intermediario
  zwischenhandler посредник makler
intermediate: intermediate
forwarder: forwarder declarant spediteur transitaire transitario anmelder экспедитор
  декларант cha
freight: freight forwarding
customs: customs zoll douane aduana таможенный
notify: notify
party: party
carrier: carrier transporteur transportista transportador frachtfuhrer перевозчик airline
  nvocc
line: line lineno zeile ligne linea строка
shipping: shipping
bank: bank banque banco банк
payer: payer payor remitter zahler payeur pagador плательщик
vessel: vessel schiff navire buque судно vsl
ship: ship
owner: owner owners eigner
vessel owner: shipowner reeder armateur armador судовладелец
operator: operator betreiber operateur operador manager оператор
name: name наименование nm company firm firma nom nombre nome название имя
country: country land pays pais страна ctry
address: address addr anschrift adresse direccion endereco адрес
city: city town stadt ville ciudad cidade город
email: email mail correo
phone: phone telephone tel telefon telefono mobile телефон
id: id identifier ident
code: code kode codigo код
no: no number num nr nro numero nummer номер
tax: tax tin vat ein inn инн ruc rfc cnpj nit nif pan gstin bin iin steuernummer
registration: registration reg ogrn огрн okpo окпо uen registre
lei: lei
duns: duns
eori: eori
iec: iec
scac: scac
swift: swift bic
hs: hs hts hsn htsus ritc ncm tnved тнвэд sh
hs code: hscode htscode zolltarifnummer warennummer
tariff: tariff tarif tariffaire arancelaria arancelario taric tarifnummer
commodity: commodity
harmonized: harmonized harmonised
schedule: schedule
description: description desc descr beschreibung descripcion descricao designation
  bezeichnung описание libelle detail details
goods description: warenbezeichnung warenbeschreibung
goods: goods good cargo product products producto produit produto ware waren marchandise
  marchandises mercancia mercaderia товар товара articulo article commodities merchandise
item: item items position pos
parameters: parameters params parameter
quantity: quantity qty quantite cantidad quantidade menge количество
unit: unit units einheit unite unidad unidade единица uom uqc
measure: measure measurement medida измерения unitofmeasure
net: net netto neto нетто
gross: gross brutto bruto брутто
weight: weight wt gewicht poids peso вес масса
net weight: nettogewicht netweight eigenmasse
kg: kg kgs kilogram kilograms kilo
value: value val wert valeur valor amount amt стоимость betrag montant importe
invoice: invoice inv rechnung facture factura
fob: fob
cif: cif
statistical: statistical stat statistique estadistico статистическая
declared: declared
assessable: assessable
foreign: foreign overseas
domestic: local domestic
currency: currency curr ccy wahrung devise moneda divisa moeda валюта
origin: origin origine origen origem ursprung происхождения
origin country: ursprungsland coo
destination: destination dest destino bestimmung назначения
destination country: bestimmungsland
shipment: shipment shipped consignment sendung envoi envio
loading country: versandland
loading: loading lading load embarkation embarque chargement carga погрузки отгрузки
dispatch: dispatch despatch departure отправления expedition
etd: etd
eta: eta
export: export exportation exportacion exporting экспорта ausfuhr
import: import importation importacion importing импорта einfuhr
discharge: discharge unlading unloading dechargement descarga выгрузки разгрузки pod
arrival: arrival arrivee llegada прибытия
entry: entry
delivery: delivery lieferung livraison entrega поставки
transit: transit via transshipment transhipment
port: port ports hafen puerto porto порт seaport airport
loading port: ladehafen pol
discharge port: entladehafen loschhafen
incoterm: incoterm incoterms
terms: terms term conditions
use: use usage
stated: stated intended
purpose: purpose
certificate: certificate
euc: euc
licence: licence license lizenz licencia licenca лицензия genehmigung permit
knowledge: knowledge
order: order po
contract: contract
date: date datum fecha data дата
month: month monat mois mes месяц
year: year jahr annee ano год
period: period
payment: payment paiement pago zahlung
method: method
flag: flag flagge pavillon bandera
imo: imo
zone: zone
free: free
bill: bill
bol: bol bl hbl mbl awb
trade: trade
to: to
from: from
sold: sold
declaration: declaration
avg: avg average mean
price: price rate
usd: usd dollar dollars
eur: eur euro euros
gbp: gbp
inr: inr rupees
cny: cny rmb yuan
rub: rub
jpy: jpy
kzt: kzt
uah: uah
try: try
chf: chf
aed: aed
"""

NOISE = frozenset(
    [
        "en",
        "eng",
        "english",
        "std",
        "standard",
        "standardised",
        "standardized",
        "orig",
        "original",
        "sumof",
        "sum",
        "of",
        "total",
        "tot",
        "the",
        "in",
        "and",
        "by",
        "as",
        "per",
        "for",
        "full",
        "de",
        "du",
        "des",
        "da",
        "do",
        "la",
        "le",
        "les",
        "el",
        "los",
        "d",
        "l",
        "der",
        "die",
        "das",
        "von",
        "y",
        "et",
        "und",
        "di",
        "del",
        "s",
        "b",
    ]
)
"""Words without weight. ``total`` and ``sum`` still lower the precedence."""

CURRENCIES = frozenset(
    ["usd", "eur", "gbp", "inr", "cny", "rub", "jpy", "kzt", "uah", "try", "chf", "aed"]
)

# in order of precedence: "column: phrase | phrase", the words of a phrase in any order
_COLUMNS = """
id: id | shipment id | shipment no | shipping bill no | bill loading no | bill loading | bol
  no | bol | declaration no | bill entry no
line: line | line no | item no | line item no
date: date | shipment date | export date | import date | dispatch date | etd | declaration
  date | registration date | bill entry date | shipping bill date | bill loading date | bol
  date | entry date | arrival date | eta | ship date | month year | month | period | invoice
  date
order_date: order date | contract date
delivery_date: delivery date
description: description | goods description | item description | goods | goods name |
  goods shipment | item
  name | customs description | commodity description | commodity | commodity name | hs goods
  description | hs description | hs code description | tariff description | harmonized
  description
hs_code: hs code | hs | hs no | tariff code | tariff no | tariff | commodity code |
  commodity no | customs code | customs tariff code | customs tariff no | customs tariff |
  customs hs code | hs tariff code | harmonized code | hs harmonized code | schedule code |
  schedule
parameters: parameters
quantity: quantity | goods quantity | item quantity | quantity shipment
quantity_unit: quantity unit | unit measure | unit | measure | unit code | quantity unit
  code | quantity unit measure | measure quantity
net_weight_kg: net weight kg | net weight
value: value | invoice value | goods value | item value | declared value | fob value | fob |
  cif value | cif | customs value | assessable value | statistical value | foreign value |
  domestic value | foreign currency value | invoice value foreign currency | value domestic
  currency
currency: currency | currency code | invoice currency | value currency | currency unit
origin_country: origin country | origin | origin country code | goods origin country
destination_country: destination country | destination country code | ultimate destination
  country | destination | ultimate destination
loading_country: loading country | shipment country | export country | dispatch country |
  shipment country code | dispatch country code | export country code | shipping country |
  loading country code
loading_port: loading port | foreign loading port | dispatch port | export port | shipment
  port | port from | origin port | shipping port
discharge_port: discharge port | foreign discharge port | import port | arrival port |
  destination port | entry port | delivery port | ultimate destination port | port to
transit_ports: transit port | transit
incoterm: incoterm | incoterm code | delivery terms | trade terms
stated_end_use: stated end use | end use | stated use | purpose | end use purpose
end_user_certificate: end user certificate | euc | euc no | end user certificate no
licence_no: licence no | licence | export licence no | export licence | licence code
exporter_knowledge: exporter knowledge
payment_terms: payment terms | payment method | payment
vessel_flag: vessel flag | ship flag | flag | vessel flag country
vessel_imo: vessel imo | imo | imo no | ship imo | vessel imo no | ship imo no | imo code |
  vessel imo code
free_zone: free zone | free trade zone
"""

# a phrase of its own is a party of its own: an IMPORTER and a CONSIGNEE may be two firms
_ROLES = """
vessel_operator: vessel operator | ship operator | vessel owner | ship owner
end_user: end user | ultimate user
notify_party: notify party | notify
exporter: exporter | supplier | shipper | seller | ship from
manufacturer: manufacturer
consignee: consignee | importer | buyer | ultimate consignee | ship to | ship to party |
  sold to | sold to party | bill to | bill to party
intermediary: intermediary | intermediate consignee | intermediate
forwarder: forwarder | freight forwarder | freight intermediary | customs intermediary
carrier: carrier | shipping line | shipping name | vessel carrier
bank: bank
payer: payer
vessel: vessel | ship
"""

ATTRIBUTES = {"country": "country", "address": "address", "email": "email", "phone": "phone",
              "country code": "country", "country name": "country", "phone no": "phone",
              "email address": "email", "city": "address", "e email": "email",
              "address city": "address", "name address": "name"}  # fmt: skip
"""What may follow a role, but its name and its identifiers."""

ID_KINDS = {"tax": "tax", "registration": "registration", "lei": "lei", "duns": "duns",
            "eori": "eori", "iec": "iec", "scac": "scac", "swift": "swift", "imo": "imo",
            "code": "code", "id": "id", "no": "id"}  # fmt: skip
"""Words that make a column an identifier of its party, the telling ones first."""

ADJECTIVES = frozenset(
    [
        "indian",
        "chinese",
        "vietnamese",
        "turkish",
        "russian",
        "ukrainian",
        "kazakh",
        "pakistani",
        "malaysian",
        "filipino",
        "kenyan",
        "armenian",
        "moldovan",
        "uzbek",
        "lankan",
        "us",
        "uk",
        "american",
        "british",
        "german",
        "french",
        "spanish",
        "mexican",
        "brazilian",
        "indonesian",
        "thai",
        "korean",
        "japanese",
        "taiwanese",
        "bangladeshi",
        "iranian",
        "iraqi",
        "emirati",
        "saudi",
        "egyptian",
        "nigerian",
        "ghanaian",
        "ethiopian",
        "colombian",
        "peruvian",
        "chilean",
        "argentine",
    ]
)


def _table(text: str, sign: str) -> list[tuple[str, list[list[str]]]]:
    lines = text.strip().replace("\n  ", " ").splitlines()
    rows = [line.partition(":") for line in lines]
    return [(left, [part.split() for part in right.split(sign)]) for left, _, right in rows]


WORDS: dict[str, tuple[str, ...]] = {
    folded(theirs): tuple(ours.split())
    for ours, (words,) in _table(_WORDS, "|")
    for theirs in words
}
"""Their word, folded, to our words."""

COLUMNS: dict[frozenset[str], tuple[str, int]] = {
    frozenset(phrase): (column, rank)
    for column, phrases in _table(_COLUMNS, "|")
    for rank, phrase in enumerate(phrases)
}
"""The words of a header to its column and precedence, 0 the first."""

ROLES: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (role, frozenset(phrase)) for role, phrases in _table(_ROLES, "|") for phrase in phrases
)
"""Role and words, in the order in which several columns of one role are shown."""
