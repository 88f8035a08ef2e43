"""One invented shipment. In: the world and a number; out: cells as an exporter files them.

Goods, prices and weights are those of the sample's catalogue; each draw has its base rate in
``rates``. Nothing is planted: every flag on such a row is raised in vain.
"""

import json
import sys
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from flag_world.chance import Chance
from flag_world.firms import HUBS, OTHERS, Firm, Ship, World

sys.path.append(str(Path(__file__).resolve().parents[2] / "tools"))
catalogue = import_module("sample_data.goods")

Row = dict[str, str]
LAST_DAY = date(2026, 11, 16)
PRICE_SPREAD = 0.9
"""Unit values of one heading have a log deviation of about one: goods differ (own estimate)."""
WEIGHT_SPREAD = 0.5
TERMS_OWN_SHIP, TERMS = ("FOB", "FCA", "EXW", "FAS"), ("CIF", "CFR", "DAP", "CIP", "CPT", "DDP")
VAGUE = ("to be advised", "as soon as possible", "on call", "by arrangement")
PREPAID = ("T/T in advance", "100% advance payment", "cash in advance")
CREDIT = (
    "30 days net",
    "60 days net",
    "letter of credit at sight",
    "documents against payment",
)
EVASIVE = ("for resale", "own use", "stock", "various uses")
SMALL = ("samples for analysis", "laboratory use", "teaching")
EMPTY = ("spare parts", "machine parts", "industrial equipment", "accessories")
PROSCRIBED_HUBS = ("AE", "TR", "OM", "HK", "SG")
LISTED = catalogue.Good(
    "water supply", "hydrazine solution 80 percent, drums", "282510", "kg", 9.5, 1, 800,
    "boiler water treatment", {"cas": "302-01-2", "concentration": "80 %", "is_mixture": False},
)  # fmt: skip


def _goods(chance: Chance) -> Any:
    if chance.is_so("listed_goods"):
        return LISTED
    wanted = chance.is_so("high_priority")
    pool = [good for good in catalogue.GOODS if good.sensitive is wanted]
    return chance.pick(pool)


def _goods_cells(chance: Chance, good: Any) -> Row:
    count = max(1.0, good.usual * chance.spread(1, 0.8))
    quantity = float(max(1, round(count)))
    spread = 0.02 if good.unit == "kg" else WEIGHT_SPREAD  # a mass against itself
    weight = quantity * good.kilos * chance.spread(1, spread)
    value = quantity * good.price * chance.spread(1, PRICE_SPREAD)
    if chance.is_so("unit_wrong"):
        quantity = max(1.0, quantity // chance.pick((12, 1000)))
    if chance.is_so("weight_wrong"):
        weight /= chance.pick((1000, 0.4536))
    other = chance.pick(catalogue.GOODS).hs if chance.is_so("code_wrong") else good.hs
    text = chance.pick(EMPTY) if chance.is_so("generic_text") else good.text
    return {
        "description": text,
        "hs_code": str(other),
        "parameters": json.dumps(good.params) if good.params and text == good.text else "",
        "quantity": f"{quantity:g}",
        "quantity_unit": good.unit,
        "net_weight_kg": f"{weight:.1f}",
        "value": f"{value:.2f}",
        "currency": chance.pick(("EUR", "EUR", "USD")),
    }


def _country(chance: Chance, rate: str) -> str:
    places = HUBS if chance.is_so(rate) else OTHERS
    return chance.pick(places)[0]


def _buyer_cells(chance: Chance, buyer: Firm, world: World) -> Row:
    cells = {
        "consignee": buyer.name,
        "consignee_country": buyer.country,
        "consignee_address": buyer.address,
        "consignee_email": buyer.email,
        "consignee_phone": buyer.phone,
        "end_user": buyer.name,
        "end_user_country": buyer.country,
        "end_user_address": buyer.address,
    }
    if chance.is_so("end_user_unnamed"):
        cells |= {"end_user": "", "end_user_country": "", "end_user_address": ""}
    elif chance.is_so("end_user_elsewhere"):
        user = chance.often(world.buyers)
        away = chance.is_so("end_user_abroad")
        cells |= {
            "end_user": user.name.replace("Trading", "Works"),
            "end_user_country": user.country if away else buyer.country,
            "end_user_address": user.address,
        }
    if chance.is_so("forwarder_consignee"):
        cells |= {"consignee": f"Morpintorra Freight Forwarding {buyer.country}"}
    if chance.is_so("same_forwarder"):
        cells |= {"end_user": f"Lundvikstra Shipping Services {buyer.country}"}
    if chance.is_so("military_user"):
        cells |= {"end_user": f"Navy Supply Depot {buyer.city}"}
    return cells


def _money(chance: Chance, seller: Firm, buyer: Firm) -> Row:
    away = chance.is_so("bank_abroad")
    cells = {
        "payer": buyer.name,
        "payer_country": buyer.country,
        "bank": f"Merchant Bank of {buyer.city}",
        "bank_country": _country(chance, "bank_in_hub") if away else buyer.country,
        "payment_terms": chance.pick(PREPAID if chance.is_so("prepaid") else CREDIT),
    }
    if chance.is_so("payer_other"):
        away = chance.is_so("payer_abroad")
        cells |= {
            "payer": f"Calzanvelli Treasury {seller.name.rsplit(' ', 2)[-2]}",
            "payer_country": _country(chance, "payer_in_hub") if away else buyer.country,
        }
    return cells


def _between(chance: Chance, buyer: Firm) -> Row:
    cells = {"notify_party": buyer.name, "notify_party_country": buyer.country}
    if chance.is_so("notify_other"):
        away = chance.is_so("notify_abroad")
        cells |= {
            "notify_party": f"Torvikstra Freight Services {buyer.city}",
            "notify_party_country": _country(chance, "hub") if away else buyer.country,
        }
    if chance.is_so("intermediary"):
        away = chance.is_so("intermediary_abroad")
        cells |= {
            "intermediary": f"Galtighetto Agencies {buyer.city}",
            "intermediary_country": _country(chance, "hub") if away else buyer.country,
        }
    return cells


def _mistyped(chance: Chance, number: str) -> str:
    at = chance.number(0, 5)
    return f"{number[:at]}{(int(number[at]) + 1) % 10}{number[at + 1 :]}"


def _voyage(chance: Chance, seller: Firm, buyer: Firm, ships: tuple[Ship, ...]) -> Row:
    tied = [one for one in ships if "Bandar" in one.next_ports or one.flag == "IR"]
    plain = [one for one in ships if one not in tied]
    near = buyer.country in PROSCRIBED_HUBS
    ship = chance.pick(ships if near else plain)
    name = f"{ship.name} EX" if chance.is_so("ship_renamed") else ship.name
    flag = chance.pick(("LR", "PA")) if chance.is_so("flag_stale") else ship.flag
    discharged = chance.pick(HUBS)[2] if chance.is_so("gateway") else buyer.port
    return {
        "forwarder": f"Kuuselund Freight Forwarding {seller.city}",
        "forwarder_country": seller.country,
        "carrier": ship.operator,
        "carrier_country": ship.operator_country,
        "vessel": name,
        "vessel_imo": _mistyped(chance, ship.imo) if chance.is_so("imo_typo") else ship.imo,
        "vessel_flag": flag,
        "vessel_operator": ship.operator,
        "vessel_operator_country": ship.operator_country,
        "loading_port": seller.port,
        "loading_country": "DE" if seller.port == "Hamburg" else seller.country,
        "transit_ports": chance.pick(HUBS)[2] if chance.is_so("transit_hub") else "",
        "discharge_port": discharged,
        "destination_country": buyer.country,
        "incoterm": chance.pick(TERMS_OWN_SHIP if chance.is_so("buyers_ship") else TERMS),
        "free_zone": "yes" if buyer.free_zone else "no",
    }


def _use(chance: Chance, good: Any) -> str:
    if not chance.is_so("use_stated"):
        return ""
    if chance.is_so("use_evasive"):
        return chance.pick(EVASIVE)
    return chance.pick(SMALL) if chance.is_so("use_small") else str(good.use)


def _days(chance: Chance) -> Row:
    day = LAST_DAY - timedelta(days=chance.number(0, 364))
    ordered = day - timedelta(days=chance.number(10, 120))
    delivery = (day + timedelta(days=chance.number(3, 60))).isoformat()
    if chance.is_so("vague_delivery"):
        delivery = chance.pick(VAGUE)
    elif chance.is_so("delivery_period"):
        delivery = f"{chance.number(2, 16)} weeks after order"
    return {
        "date": day.isoformat(), "order_date": ordered.isoformat(), "delivery_date": delivery,
    }  # fmt: skip


def shipment(serial: int, world: World) -> Row:
    """The ordinary shipment of that number."""
    chance = Chance(f"shipment {serial}")
    buyer = chance.often(world.hub_buyers if chance.is_so("hub") else world.buyers)
    seller = chance.often(world.sellers)
    good = _goods(chance)
    marked = good.sensitive or good is LISTED
    return {
        "id": f"W{serial:05d}",
        "exporter": seller.name,
        "exporter_country": seller.country,
        "exporter_address": seller.address,
        "manufacturer": seller.name,
        "manufacturer_country": seller.country,
        **_buyer_cells(chance, buyer, world),
        **_between(chance, buyer),
        **_money(chance, seller, buyer),
        **_goods_cells(chance, good),
        **_voyage(chance, seller, buyer, world.ships),
        **_days(chance),
        "origin_country": seller.country,
        "stated_end_use": _use(chance, good),
        "end_user_certificate": (
            f"C{serial:05d}" if marked and chance.is_so("certificate") else ""
        ),
        "licence_no": "L-1" if good is LISTED else "",
        "exporter_knowledge": "none",
    }
