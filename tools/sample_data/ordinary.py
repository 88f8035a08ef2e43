"""The 440 ordinary shipments. In: the world; out: rows, and their rows in the side tables.

Each is complete and harmless. Eight of them name a party or ship that looks like a listed one
and is not: ``LOOKALIKES`` says how.
"""

from sample_data import goods, rows, world
from sample_data.draw import number
from sample_data.rows import Deal, Row

PLANTED_SERIALS = tuple(4 + 8 * place for place in range(60))

LOOKALIKES: tuple[tuple[int, str, str, str], ...] = (
    # serial, column, harmless name, what it resembles
    (31, "end_user", "Marvas and Sonne Bakery Ltd", "the first word of a listed front firm"),
    (77, "consignee", "Industrial Procurement of Schools Ltd", "only trade words in common"),
    (118, "notify_party", "Calvettino Gelato Inc", "a listed word with a longer ending"),
    (170, "consignee", "Kumhari Sanitary Ware Co Ltd", "a listed word cut short"),
    (222, "vessel", "GALOPHANE", "a listed ship's name; another ship by its IMO number"),
    (289, "end_user", "Teltitov Teaching Supplies Ltd", "a listed word with another ending"),
    (333, "consignee", "Institute of Machine Building Lyceum", "trade words in common only"),
    (401, "payer", "Bendos Hotels SA", "the first half of a listed word"),
)


def _near_goods(sector: str, country: str) -> tuple[goods.Good, ...]:
    near = world.is_near(country)
    return tuple(good for good in goods.of(sector) if near or not good.sensitive)


def deals() -> tuple[Deal, ...]:
    """The 440 deals: each maker sells its own sector's goods to that sector's wholesalers."""
    makers, buyers = world.exporters(), world.buyers()
    serials = [serial for serial in range(1, 501) if serial not in PLANTED_SERIALS]
    made = []
    for place, serial in enumerate(serials):
        maker = makers[place % len(makers)]
        turn = place // len(makers)
        partners = [buyer for buyer in buyers if buyer.sector == maker.sector]
        buyer = partners[(turn + 3 * (place % len(makers) // 15)) % len(partners)]
        choice = _near_goods(maker.sector, buyer.country)
        good = choice[(turn + turn // len(partners) + place) % len(choice)]
        made.append(Deal(serial, maker, buyer, good))
    return tuple(made)


def _with_lookalike(row: Row, serial: int) -> Row:
    for place, column, name, _ in LOOKALIKES:
        if place == serial:
            row = {**row, column: name}
    return row


def _second_good(deal: Deal) -> goods.Good | None:
    if deal.serial % 11:
        return None
    choice = _near_goods(deal.good.sector, deal.buyer.country)
    return choice[(choice.index(deal.good) + 1) % len(choice)]


def shipment_rows() -> list[Row]:
    """The rows of the ordinary shipments; every eleventh has a second line.

    Common high priority goods come with a certificate, and so does every thirteenth shipment.
    """
    made = []
    for deal in deals():
        first = _with_lookalike(rows.line(deal), deal.serial)
        other = _second_good(deal)
        sensitive = deal.good.sensitive or (other is not None and other.sensitive)
        if sensitive or deal.serial % 13 == 0:
            first["end_user_certificate"] = f"EUC-2026-{deal.serial:04d}"
        made.append(first)
        if other is not None:
            made.append({**first, "line": "2", **rows.goods_cells(other, deal.serial, 40)})
    return made


def certificates(shipments: list[Row]) -> list[Row]:
    """A complete certificate for each ordinary shipment that names one."""
    return [
        {
            "certificate_no": row["end_user_certificate"],
            "shipment_id": row["id"],
            "end_user": row["end_user"],
            "end_user_country": row["end_user_country"],
            "consignee": row["consignee"],
            "goods": row["description"],
            "quantity": row["quantity"],
            "quantity_unit": row["quantity_unit"],
            "end_use": row["stated_end_use"],
            "no_retransfer": "yes",
            "signer": f"{row['end_user'].split()[0]} managing director",
            "signer_role": "end user",
            "date": row["order_date"],
            "expires": "2027-12-31",
        }
        for row in shipments
        if row["end_user_certificate"] and row["line"] == "1"
    ]


def _party(firm: world.Firm) -> Row:
    return {
        "name": firm.name,
        "country": firm.country,
        "role_business": firm.business,
        "founded": firm.founded,
        "address": firm.address,
        "phone": firm.phone,
        "email": firm.email,
        "owners": "",
        "sector": firm.sector,
        "former_name": "",
        "changed_on": "",
        "no_warehouse": "no",
        "affiliated_to": "",
    }


def parties() -> list[Row]:
    """What is known of every ordinary firm."""
    makers, buyers = world.exporters(), world.buyers()
    users = {user.name: user for user in map(world.user_of, buyers)}
    firms = (*makers, *buyers, *users.values(), *world.forwarders(), *world.carriers())
    return [_party(firm) for firm in firms]


def vessels() -> list[Row]:
    """What is known of every ordinary ship."""
    return [
        {
            "imo": ship.imo,
            "name": ship.name,
            "flag": ship.flag,
            "operator": ship.operator.name,
            "operator_country": ship.operator.country,
            "owner": ship.operator.name,
            "next_ports": "Algeciras;Antwerp",
            "schedule": "liner service",
        }
        for ship in world.ships()
    ]


def history() -> list[Row]:
    """Forty shipments of 2025 between the same firms."""
    made = []
    for deal in deals()[:40]:
        row = rows.line(deal)
        month = number(1, 12, "hist", deal.serial)
        days = [row[name].replace("2026", "2025") for name in ("order_date", "delivery_date")]
        row.update(
            id=f"H{deal.serial:04d}",
            date=f"2025-{month:02d}-{number(1, 28, deal.serial):02d}",
            order_date=days[0],
            delivery_date=days[1],
        )
        made.append(row)
    return made


UNRELATED: dict[str, list[Row]] = {
    # an old measure for other goods, a denial that has lapsed, a licence not used
    "measures": [
        {
            "party": "Courtholay Furniture Works SAS",
            "party_country": "FR",
            "kind": "fine",
            "goods_class": "8542",
            "date": "2019-05-06",
            "authority": "Exercise authority",
            "note": "paid; for shipments to a buyer long dissolved",
        },
        {
            "party": "Umbrelquay Trading Ltd",
            "party_country": "CY",
            "kind": "seizure",
            "goods_class": "8411",
            "date": "2025-02-11",
            "authority": "Exercise authority",
            "note": "no party of these shipments",
        },
    ],
    "denials": [
        {
            "party": "Shrilochan Electrical Wholesale Pvt Ltd",
            "party_country": "LK",
            "end_user": "",
            "goods_class": "cable",
            "country": "LK",
            "government": "SE",
            "date": "2019-03-01",
            "expires": "2022-03-01",
            "reference": "EX-D-2019-11",
        },
        {
            "party": "Umbrelquay Trading Ltd",
            "party_country": "CY",
            "end_user": "",
            "goods_class": "turbines",
            "country": "CY",
            "government": "NO",
            "date": "2025-04-04",
            "expires": "2028-04-04",
            "reference": "EX-D-2025-09",
        },
    ],
    "licences": [
        {
            "licence_no": "EX-L-001",
            "exporter": "Vauvignoux Electrics SAS",
            "consignee": "Seoboram Electrical Wholesale Co Ltd",
            "destination_country": "KR",
            "goods": "oscilloscopes",
            "quantity": "10",
            "quantity_unit": "pcs",
            "value": "9000.00",
            "currency": "EUR",
            "from": "2026-01-01",
            "expires": "2027-12-31",
            "status": "issued",
            "general": "no",
        },
    ],
}
"""Rows of the side tables that bear on none of the shipments."""
