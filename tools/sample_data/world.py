"""The invented ordinary firms and ships. In: coined words; out: frozen records by country."""

from dataclasses import dataclass

from sample_data import goods, words
from sample_data.draw import imo, number, pick


@dataclass(frozen=True)
class Firm:
    """One invented firm that is on no list; ``port`` is the sea port it ships by."""

    name: str
    country: str
    city: str
    address: str
    port: str
    business: str
    sector: str
    founded: str

    @property
    def email(self) -> str:
        """An address under the domain that stands for examples."""
        plain = "-".join(self.name.lower().split()[:2]).encode("ascii", "ignore").decode()
        return f"office@{plain}.example"

    @property
    def phone(self) -> str:
        """A number that no country has."""
        return (
            f"+000 {number(200, 899, 'ph', self.name)} {number(10000, 99999, 'pn', self.name)}"
        )


@dataclass(frozen=True)
class Ship:
    """One invented ship that is on no list."""

    name: str
    imo: str
    flag: str
    operator: Firm


STREETS = (
    "Harbour Road",
    "Market Street",
    "Station Road",
    "Mill Lane",
    "Park Avenue",
    "Quarry Road",
    "Canal Street",
    "Orchard Way",
    "Dock Road",
    "Foundry Lane",
)

EXPORT_PLACES = (
    # country, words, form, city, port
    ("DE", words.GERMAN, "GmbH", ("Bremen", "Kassel", "Ulm"), "Hamburg"),
    ("IT", words.ITALIAN, "Srl", ("Bologna", "Brescia", "Modena"), "Genoa"),
    ("FR", words.FRENCH, "SAS", ("Lyon", "Nantes", "Rouen"), "Le Havre"),
    ("NL", words.DUTCH, "BV", ("Breda", "Zwolle"), "Rotterdam"),
    ("SE", words.NORDIC, "AB", ("Malmo", "Boras"), "Gothenburg"),
    ("PL", words.POLISH, "Sp. z o.o.", ("Poznan", "Lodz"), "Gdansk"),
    ("CZ", words.CZECH, "s.r.o.", ("Brno", "Plzen"), "Hamburg"),
)
BUYER_PLACES = (
    # country, words, form, city, port, near (technical goods go there without a second look)
    ("US", words.ENGLISH, "Inc", "Savannah", "Savannah", True),
    ("GB", words.ENGLISH, "Ltd", "Ipswich", "Felixstowe", True),
    ("CA", words.ENGLISH, "Inc", "Halifax", "Halifax", True),
    ("AU", words.ENGLISH, "Pty Ltd", "Brisbane", "Brisbane", True),
    ("NZ", words.ENGLISH, "Ltd", "Tauranga", "Tauranga", True),
    ("MX", words.SPANISH, "SA de CV", "Puebla", "Veracruz", True),
    ("CL", words.SPANISH, "SpA", "Santiago", "Valparaiso", True),
    ("PE", words.SPANISH, "SAC", "Lima", "Callao", False),
    ("CO", words.SPANISH, "SAS", "Medellin", "Cartagena", False),
    ("AR", words.SPANISH, "SA", "Rosario", "Buenos Aires", False),
    ("BR", words.PORTUGUESE, "Ltda", "Campinas", "Santos", True),
    ("TR", words.TURKISH, "Ltd Sti", "Izmir", "Izmir", False),
    ("IN", words.INDIAN, "Pvt Ltd", "Pune", "Nhava Sheva", False),
    ("LK", words.INDIAN, "Pvt Ltd", "Kandy", "Colombo", False),
    ("BD", words.INDIAN, "Ltd", "Dhaka", "Chattogram", False),
    ("JP", words.JAPANESE, "KK", "Nagoya", "Yokohama", True),
    ("KR", words.KOREAN, "Co Ltd", "Daegu", "Busan", True),
    ("CN", words.CHINESE, "Co Ltd", "Jinan", "Qingdao", False),
    ("MY", words.MALAY, "Sdn Bhd", "Ipoh", "Penang", False),
    ("TH", words.MALAY, "Co Ltd", "Rayong", "Laem Chabang", False),
    ("VN", words.MALAY, "Co Ltd", "Hanoi", "Hai Phong", False),
    ("ID", words.MALAY, "PT", "Malang", "Surabaya", False),
    ("PH", words.MALAY, "Inc", "Cebu", "Manila", False),
    ("SA", words.ARABIC, "Est", "Riyadh", "Jeddah", False),
    ("QA", words.ARABIC, "WLL", "Doha", "Doha", False),
    ("OM", words.ARABIC, "LLC", "Muscat", "Sohar", False),
    ("EG", words.ARABIC, "SAE", "Tanta", "Alexandria", False),
    ("MA", words.ARABIC, "SARL", "Fes", "Casablanca", False),
    ("JO", words.ARABIC, "LLC", "Irbid", "Aqaba", False),
    ("KE", words.AFRICAN, "Ltd", "Nakuru", "Mombasa", False),
    ("NG", words.AFRICAN, "Ltd", "Ibadan", "Lagos", False),
    ("GH", words.AFRICAN, "Ltd", "Kumasi", "Tema", False),
    ("ZA", words.AFRICAN, "Pty Ltd", "Germiston", "Durban", True),
    ("TZ", words.AFRICAN, "Ltd", "Dodoma", "Dar es Salaam", False),
)
TRADE = {
    "furniture": "Furnishings",
    "food machines": "Food Processing",
    "packaging": "Packers",
    "textiles": "Textiles",
    "ceramics": "Building Ceramics",
    "medical": "Hospital Supply",
    "farming": "Farm Supply",
    "hardware": "Hardware",
    "car parts": "Motor Spares",
    "electrics": "Electrical Wholesale",
    "school supply": "School Supply",
    "water supply": "Water Works Supply",
    "drives": "Drives and Belts",
    "metals": "Steel Stockholding",
    "consumer goods": "Household Wholesale",
}
MAKERS = {
    "furniture": "Furniture Works",
    "food machines": "Food Machines",
    "packaging": "Packaging",
    "textiles": "Weaving Mill",
    "ceramics": "Ceramics",
    "medical": "Medical Products",
    "farming": "Farm Machines",
    "hardware": "Fittings",
    "car parts": "Car Parts",
    "electrics": "Electrics",
    "school supply": "Teaching Materials",
    "water supply": "Pumps and Valves",
    "drives": "Drive Systems",
    "metals": "Rolling Mill",
    "consumer goods": "Household Products",
}

USERS = {
    "furniture": "Guest House",
    "food machines": "Mills",
    "packaging": "Preserves",
    "textiles": "Guest House",
    "ceramics": "Housing Association",
    "medical": "Clinic",
    "farming": "Farms",
    "hardware": "Joinery",
    "car parts": "Garages",
    "electrics": "Builders",
    "school supply": "School",
    "water supply": "Municipal Water",
    "drives": "Flour Mill",
    "metals": "Steel Structures",
    "consumer goods": "Stores",
}


def _address(name: str, city: str) -> str:
    return f"{number(3, 240, 'no', name)} {pick(STREETS, 'street', name)}, {city}"


def _firm(name: str, place: tuple[str, str, str], business: str, sector: str) -> Firm:
    country, city, port = place
    year = number(1961, 2016, "year", name)
    founded = f"{year}-{number(1, 12, 'month', name):02d}-{number(1, 28, 'day', name):02d}"
    return Firm(name, country, city, _address(name, city), port, business, sector, founded)


def firm(name: str, place: tuple[str, str, str], business: str, sector: str) -> Firm:
    """An invented firm at (country, city, port), with an address and a day of foundation."""
    return _firm(name, place, business, sector)


def exporters() -> tuple[Firm, ...]:
    """45 makers, three in each sector."""
    made = []
    for serial in range(45):
        country, roots, form, cities, port = EXPORT_PLACES[serial % len(EXPORT_PLACES)]
        sector = goods.SECTORS[serial % len(goods.SECTORS)]
        root = roots[serial // len(EXPORT_PLACES) % len(roots)]
        name = f"{root} {MAKERS[sector]} {form}"
        city = cities[serial % len(cities)]
        made.append(_firm(name, (country, city, port), "manufacturer", sector))
    return tuple(made)


def buyers() -> tuple[Firm, ...]:
    """136 wholesalers, about nine in each sector, four in each country."""
    made = []
    for serial in range(4 * len(BUYER_PLACES)):
        place = serial % len(BUYER_PLACES)
        country, roots, form, city, port, _ = BUYER_PLACES[place]
        sector = goods.SECTORS[(serial * 2) % len(goods.SECTORS)]
        root = roots[(place + 3 * (serial // len(BUYER_PLACES))) % len(roots)]
        name = f"{root} {TRADE[sector]} {form}"
        made.append(_firm(name, (country, city, port), "wholesaler", sector))
    return tuple(made)


def is_near(country: str) -> bool:
    """Do technical goods go to this country in the ordinary shipments?"""
    return any(place[0] == country and place[5] for place in BUYER_PLACES)


def user_of(buyer: Firm) -> Firm:
    """The workshop, school or farm behind a wholesaler, in the same country."""
    place = next(place for place in BUYER_PLACES if place[0] == buyer.country)
    root = pick(place[1], "user", buyer.name)
    name = f"{root} {USERS[buyer.sector]} {place[3]}"
    return _firm(name, (buyer.country, place[3], place[4]), "user", buyer.sector)


def forwarders() -> tuple[Firm, ...]:
    """Twelve freight forwarders in the exporters' countries."""
    made = []
    for serial in range(12):
        country, roots, form, cities, port = EXPORT_PLACES[serial % len(EXPORT_PLACES)]
        name = f"{roots[-1 - serial // len(EXPORT_PLACES)]} Freight Forwarding {form}"
        made.append(_firm(name, (country, cities[0], port), "freight forwarder", "transport"))
    return tuple(made)


def carriers() -> tuple[Firm, ...]:
    """Eight shipping lines."""
    rows = (
        ("DK", "Copenhagen"),
        ("NL", "Rotterdam"),
        ("DE", "Hamburg"),
        ("FR", "Marseille"),
        ("SG", "Singapore"),
        ("JP", "Tokyo"),
        ("GR", "Piraeus"),
        ("CH", "Geneva"),
    )
    return tuple(
        _firm(f"{root} Line", (country, city, city), "shipping line", "transport")
        for root, (country, city) in zip(words.NORDIC, rows, strict=True)
    )


def bank_of(country: str) -> str:
    """The bank that the buyers of one country use."""
    roots = next((place[1] for place in BUYER_PLACES if place[0] == country), words.SPANISH)
    return f"{pick(roots, 'bank', country)} Merchant Bank"


def ships() -> tuple[Ship, ...]:
    """Twenty-four ordinary ships, three to a line."""
    lines = carriers()
    flags = ("LR", "MH", "PA", "MT", "CY", "DK", "SG", "NL")
    return tuple(
        Ship(name.upper(), imo(400 + serial * 3), flags[serial % 8], lines[serial % 8])
        for serial, name in enumerate(words.SHIPS_ORDINARY)
    )
