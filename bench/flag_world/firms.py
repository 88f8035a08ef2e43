"""The invented firms and ships of the world. In: a count; out: frozen records.

Names are two coined words of the sample (``tools/sample_data``) and words of trade: no real
firm. The same number of firms gives the same firms on every machine.
"""

import sys
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from flag_world.chance import Chance

sys.path.append(str(Path(__file__).resolve().parents[2] / "tools"))
words, draw = import_module("sample_data.words"), import_module("sample_data.draw")

CENTRE_FIRMS = 12
"""Firms of one business centre."""
LATEST_FOUNDED, OLDEST_FOUNDED = 2021, 1960

HUBS = (
    # country, city, port, form, words of names, weight among hubs
    ("AE", "Dubai", "Jebel Ali", "LLC", words.ARABIC, 30),
    ("TR", "Istanbul", "Ambarli", "AS", words.TURKISH, 20),
    ("HK", "Hong Kong", "Kwai Chung", "Ltd", words.CHINESE, 14),
    ("SG", "Singapore", "Singapore", "Pte Ltd", words.MALAY, 14),
    ("MY", "Shah Alam", "Port Klang", "Sdn Bhd", words.MALAY, 9),
    ("KZ", "Almaty", "Aktau", "LLP", words.ENGLISH, 4),
    ("UZ", "Tashkent", "Riga", "MChJ", words.TURKISH, 3),
    ("GE", "Tbilisi", "Poti", "LLC", words.ITALIAN, 2),
    ("AM", "Yerevan", "Poti", "LLC", words.ITALIAN, 1),
    ("JO", "Amman", "Aqaba", "LLC", words.ARABIC, 2),
    ("OM", "Muscat", "Sohar", "LLC", words.ARABIC, 1),
    ("PA", "Panama", "Colon", "SA", words.SPANISH, 1),
)
OTHERS = (
    ("US", "Savannah", "Savannah", "Inc", words.ENGLISH, 22),
    ("GB", "Ipswich", "Felixstowe", "Ltd", words.ENGLISH, 13),
    ("CN", "Qingdao", "Qingdao", "Co Ltd", words.CHINESE, 13),
    ("CH", "Aarau", "Rotterdam", "AG", words.GERMAN, 8),
    ("IN", "Pune", "Nhava Sheva", "Pvt Ltd", words.INDIAN, 7),
    ("JP", "Nagoya", "Yokohama", "KK", words.JAPANESE, 6),
    ("KR", "Daegu", "Busan", "Co Ltd", words.KOREAN, 5),
    ("BR", "Campinas", "Santos", "Ltda", words.PORTUGUESE, 4),
    ("MX", "Puebla", "Veracruz", "SA de CV", words.SPANISH, 4),
    ("SA", "Riyadh", "Jeddah", "Est", words.ARABIC, 4),
    ("EG", "Tanta", "Damietta", "SAE", words.ARABIC, 3),
    ("VN", "Hanoi", "Haiphong", "Co Ltd", words.MALAY, 3),
    ("NG", "Ibadan", "Apapa", "Ltd", words.AFRICAN, 2),
    ("KE", "Nakuru", "Mombasa", "Ltd", words.AFRICAN, 2),
    ("UA", "Lviv", "Gdansk", "TOV", words.POLISH, 2),
    ("RS", "Nis", "Koper", "DOO", words.CZECH, 2),
)
SELLERS = (
    ("DE", "Kassel", "Hamburg", "GmbH", words.GERMAN, 30),
    ("IT", "Brescia", "Genoa", "Srl", words.ITALIAN, 18),
    ("FR", "Lyon", "Le Havre", "SAS", words.FRENCH, 15),
    ("NL", "Breda", "Rotterdam", "BV", words.DUTCH, 12),
    ("PL", "Poznan", "Gdansk", "Sp. z o.o.", words.POLISH, 9),
    ("SE", "Boras", "Gothenburg", "AB", words.NORDIC, 8),
    ("CZ", "Brno", "Hamburg", "s.r.o.", words.CZECH, 8),
)
Place = tuple[str, str, str, str, tuple[str, ...], int]
TRADES = ("Trading", "General Trading", "Industries", "Supply", "Import", "Technics", "Group")
SECTORS = ("wholesale", "engineering", "construction", "food industry", "automotive", "energy")
ODD_SECTORS = ("hotel", "retail", "garment", "catering")
FREE_MAIL = ("gmail.com", "yahoo.com", "qq.com", "mail.ru", "outlook.com", "hotmail.com")
STREETS = ("Harbour Road", "Market Street", "Station Road", "Mill Lane", "Canal Street")
FREE_ZONES = frozenset(("AE", "JO", "OM", "PA"))


@dataclass(frozen=True)
class Firm:
    """One invented firm, as the papers and the table of parties tell of it."""

    name: str
    country: str
    city: str
    port: str
    address: str
    email: str
    phone: str
    founded: str
    sector: str
    hub: bool
    free_zone: bool
    no_warehouse: bool


@dataclass(frozen=True)
class Ship:
    """One invented ship; ``next_ports`` as a liner's schedule tells them."""

    name: str
    imo: str
    flag: str
    operator: str
    operator_country: str
    next_ports: str


def _founded(chance: Chance) -> str:
    low, high = (2022, 2026) if chance.is_so("young_firm") else (OLDEST_FOUNDED, LATEST_FOUNDED)
    return f"{chance.number(low, high)}-{chance.number(2, 9):02d}-{chance.number(1, 28):02d}"


def _address(chance: Chance, city: str, *, hub: bool, count: int) -> str:
    if chance.is_so("crowded", times=3 if hub else 1):
        centre = chance.number(1, max(1, count // (25 * CENTRE_FIRMS)))
        return f"{centre} Business Centre Tower, {city}"
    desk = "Virtual Office, " if chance.is_so("virtual_office") else ""
    return f"{desk}{chance.number(1, 4000)} {chance.pick(STREETS)}, {city}"


def firm(serial: int, place: Place, count: int, *, hub: bool) -> Firm:
    """The firm of that number at a place."""
    country, city, port, form, roots, _ = place
    chance = Chance(f"firm {country} {serial}")
    name = f"{chance.pick(roots)} {chance.pick(roots)} {chance.pick(TRADES)} {serial} {form}"
    zone = country in FREE_ZONES and chance.is_so("free_zone")
    domain = chance.pick(FREE_MAIL) if chance.is_so("free_mail") else f"f{serial}.example"
    sector = chance.pick(ODD_SECTORS if chance.is_so("odd_sector") else SECTORS)
    return Firm(
        name=name,
        country=country,
        city=city,
        port=port,
        address=_address(chance, city, hub=hub, count=count),
        email=f"office{serial}@{domain}",
        phone=f"+000 {200 + serial % 600} {10000 + serial}",
        founded=_founded(chance),
        sector=sector,
        hub=hub,
        free_zone=zone,
        no_warehouse=zone and chance.is_so("no_warehouse"),
    )


def _pool(places: tuple[Place, ...], count: int, begin: int, *, hub: bool) -> tuple[Firm, ...]:
    chance = Chance(f"pool {begin}")
    weights = [place[5] for place in places]
    return tuple(
        firm(begin + at, chance.weighted(places, weights), count, hub=hub)
        for at in range(count)
    )


@dataclass(frozen=True)
class World:
    """Everybody who trades in the world."""

    sellers: tuple[Firm, ...]
    hub_buyers: tuple[Firm, ...]
    buyers: tuple[Firm, ...]
    ships: tuple[Ship, ...]


def _ship(serial: int) -> Ship:
    chance = Chance(f"ship {serial}")
    own = chance.is_so("ship_of_proscribed")
    flag = "IR" if own else chance.pick(("LR", "MH", "PA", "MT", "CY", "DK", "SG", "NL"))
    onward = "Bandar Abbas" if chance.is_so("ship_to_proscribed") else "Mundra"
    home = chance.pick(("DK", "CH", "FR", "DE", "SG", "TW", "KR"))
    root = f"{chance.pick(words.NORDIC)} {chance.pick(words.SPANISH)}"
    return Ship(
        name=root.upper(),
        imo=draw.imo(1000 + serial),
        flag=flag,
        operator=f"{root.split(maxsplit=1)[0]} Line",
        operator_country=home,
        next_ports=f"Colombo port;{onward}",
    )


def world(shipments: int) -> World:
    """The firms and ships for so many shipments: seven shipments a buyer, on average."""
    buyers, hub_buyers = shipments * 6 // 50, shipments // 50
    return World(
        sellers=_pool(SELLERS, max(60, shipments // 100), 100_000, hub=False),
        hub_buyers=_pool(HUBS, max(20, hub_buyers), 200_000, hub=True),
        buyers=_pool(OTHERS, max(50, buyers), 300_000, hub=False),
        ships=tuple(map(_ship, range(300))),
    )
