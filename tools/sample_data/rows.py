"""One line of a shipment as text. In: firms, a good and a serial; out: a dict of cells."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from sample_data import world
from sample_data.draw import number, pick
from sample_data.goods import Good
from sample_data.world import Firm

COLUMNS = (
    "id",
    "line",
    "date",
    "exporter",
    "exporter_country",
    "exporter_address",
    "manufacturer",
    "manufacturer_country",
    "consignee",
    "consignee_country",
    "consignee_address",
    "consignee_id",
    "consignee_email",
    "consignee_phone",
    "end_user",
    "end_user_country",
    "end_user_address",
    "intermediary",
    "intermediary_country",
    "forwarder",
    "forwarder_country",
    "notify_party",
    "notify_party_country",
    "carrier",
    "carrier_country",
    "bank",
    "bank_country",
    "payer",
    "payer_country",
    "vessel",
    "vessel_imo",
    "vessel_flag",
    "vessel_operator",
    "vessel_operator_country",
    "description",
    "hs_code",
    "parameters",
    "quantity",
    "quantity_unit",
    "net_weight_kg",
    "value",
    "currency",
    "origin_country",
    "loading_port",
    "loading_country",
    "transit_ports",
    "discharge_port",
    "destination_country",
    "incoterm",
    "stated_end_use",
    "end_user_certificate",
    "licence_no",
    "exporter_knowledge",
    "order_date",
    "delivery_date",
    "payment_terms",
    "free_zone",
)
Row = dict[str, str]

FIRST_DAY = date(2026, 1, 5)
TERMS = ("CIF", "CIF", "CIF", "CFR", "DAP", "FOB", "CIP")
PAYMENT = (
    "30 days net",
    "60 days net",
    "letter of credit at sight",
    "documents against payment",
)
ASIA = {
    "IN",
    "LK",
    "BD",
    "JP",
    "KR",
    "CN",
    "MY",
    "TH",
    "VN",
    "ID",
    "PH",
    "AU",
    "NZ",
    "SA",
    "QA",
    "OM",
    "JO",
    "KE",
    "TZ",
}


def shipment_id(serial: int) -> str:
    """The id of the shipment with that place in the file, from 1."""
    return f"S{serial:04d}"


def day_of(serial: int) -> date:
    """The day of the shipment: about 17 shipments in ten days, in the order of their ids."""
    return FIRST_DAY + timedelta(days=(serial * 3) // 5)


@dataclass(frozen=True)
class Deal:
    """Who sells what to whom, and in which place of the file it stands."""

    serial: int
    exporter: Firm
    buyer: Firm
    good: Good


@lru_cache
def _fleet() -> tuple[world.Ship, ...]:
    return world.ships()


@lru_cache
def _forwarders(country: str) -> tuple[Firm, ...]:
    return tuple(one for one in world.forwarders() if one.country == country)


def _parties(deal: Deal) -> Row:
    seller, buyer = deal.exporter, deal.buyer
    agent = pick(_forwarders(seller.country), "fw", deal.serial)
    user = world.user_of(buyer) if deal.serial % 4 == 1 else buyer
    return {
        "exporter": seller.name,
        "exporter_country": seller.country,
        "exporter_address": seller.address,
        "manufacturer": seller.name,
        "manufacturer_country": seller.country,
        "consignee": buyer.name,
        "consignee_country": buyer.country,
        "consignee_address": buyer.address,
        "consignee_email": buyer.email,
        "consignee_phone": buyer.phone,
        "end_user": user.name,
        "end_user_country": user.country,
        "end_user_address": user.address,
        "forwarder": agent.name,
        "forwarder_country": agent.country,
        "notify_party": buyer.name,
        "notify_party_country": buyer.country,
        "bank": world.bank_of(buyer.country),
        "bank_country": buyer.country,
        "payer": buyer.name,
        "payer_country": buyer.country,
    }


def goods_cells(good: Good, serial: int, share: int = 100) -> Row:
    """The cells of one line: ``share`` percent of the usual quantity and price."""
    count = max(1, good.usual * share * number(70, 130, "q", serial, good.text) // 10000)
    price = good.price * number(92, 108, "p", serial, good.text) / 100
    weight = count * good.kilos * number(97, 104, "w", serial, good.text) / 100
    return {
        "description": good.text,
        "hs_code": good.hs,
        "parameters": json.dumps(good.params, ensure_ascii=False) if good.params else "",
        "quantity": str(count),
        "quantity_unit": good.unit,
        "net_weight_kg": f"{weight:.1f}",
        "value": f"{count * price:.2f}",
        "currency": "EUR",
    }


def _transport(deal: Deal) -> Row:
    by_air = deal.serial % 8 == 1
    ship = pick(_fleet(), "ship", deal.serial)
    sea = {
        "carrier": ship.operator.name,
        "carrier_country": ship.operator.country,
        "vessel": ship.name,
        "vessel_imo": ship.imo,
        "vessel_flag": ship.flag,
        "vessel_operator": ship.operator.name,
        "vessel_operator_country": ship.operator.country,
        "loading_port": deal.exporter.port,
        "transit_ports": "Port Said" if deal.buyer.country in ASIA else "",
        "discharge_port": deal.buyer.port,
        "incoterm": pick(TERMS, "term", deal.serial),
    }
    air = {
        "carrier": f"{ship.operator.name.split()[0]} Air Cargo",
        "carrier_country": ship.operator.country,
        "loading_port": f"{deal.exporter.city} airport",
        "discharge_port": f"{deal.buyer.city} airport",
        "incoterm": "CIP",
    }
    return air if by_air else sea


def line(deal: Deal) -> Row:
    """The first line of an ordinary shipment, every cell filled that a clean file has."""
    day = day_of(deal.serial)
    return {
        **dict.fromkeys(COLUMNS, ""),
        "id": shipment_id(deal.serial),
        "line": "1",
        "date": day.isoformat(),
        **_parties(deal),
        **goods_cells(deal.good, deal.serial),
        **_transport(deal),
        "origin_country": deal.exporter.country,
        "loading_country": "DE" if deal.exporter.port == "Hamburg" else deal.exporter.country,
        "destination_country": deal.buyer.country,
        "stated_end_use": deal.good.use,
        "exporter_knowledge": "none",
        "order_date": (day - timedelta(days=number(21, 60, "order", deal.serial))).isoformat(),
        "delivery_date": (day + timedelta(days=number(18, 45, "to", deal.serial))).isoformat(),
        "payment_terms": pick(PAYMENT, "pay", deal.serial),
        "free_zone": "no",
    }
