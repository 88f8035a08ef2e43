"""What a planted shipment is, and how it becomes rows. In: plants; out: rows and marks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sample_data import goods, rows, world
from sample_data.goods import Good
from sample_data.rows import Deal, Row
from sample_data.world import Firm

GLASS = {"wetted_material": "glass_lined", "all_wetted_surfaces": True}
"""The parameters of a glass-lined vessel or column."""


@dataclass(frozen=True)
class Mark:
    """What is planted and what should find it: one row of planted.csv without its id."""

    pattern: str
    what: str
    outcome: str
    kind: str
    rule: str


@dataclass(frozen=True)
class Plant:
    """One planted shipment: an ordinary one of ``sector`` to ``buyer``, with ``changes``.

    ``more`` holds further lines of goods; ``side`` rows for the side tables, by table. In all
    cells ``{id}`` stands for the shipment's id.
    """

    buyer: Firm
    good: Good
    marks: tuple[Mark, ...]
    changes: Row = field(default_factory=dict)
    more: tuple[Good, ...] = ()
    side: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    maker: int = 0  # which of the sector's makers


def buyer(name: str, place: tuple[str, str, str], sector: str = "drives") -> Firm:
    """A buyer that is not among the ordinary ones."""
    return world.firm(name, place, "trading company", sector)


def good_named(text: str) -> Good:
    """The first article of the catalogue whose text begins so."""
    return next(good for good in goods.GOODS if good.text.startswith(text))


def _filled(row: Row, identity: str) -> Row:
    return {key: value.replace("{id}", identity) for key, value in row.items()}


def lines(plant: Plant, serial: int) -> list[Row]:
    """The rows of the planted shipment at that place of the file."""
    makers = [maker for maker in world.exporters() if maker.sector == plant.good.sector]
    deal = Deal(serial, makers[plant.maker % len(makers)], plant.buyer, plant.good)
    first = {**rows.line(deal), **_filled(plant.changes, rows.shipment_id(serial))}
    made = [first]
    for place, good in enumerate(plant.more, start=2):
        made.append({**first, "line": str(place), **rows.goods_cells(good, serial)})
    return made


def side_rows(plant: Plant, serial: int) -> dict[str, list[Row]]:
    """The rows the planted shipment adds to the side tables."""
    identity = rows.shipment_id(serial)
    made = {
        table: [_filled(row, identity) for row in added] for table, added in plant.side.items()
    }
    if "history" in made:  # an earlier shipment is like the planted one but for what is said
        made["history"] = [{**lines(plant, serial)[0], **row} for row in made["history"]]
    return made


def known_parties(plants: list[Plant], known: list[Row]) -> list[Row]:
    """What is known of the planted buyers that the parties table does not hold yet."""
    names = {row["name"] for row in known}
    made: dict[str, Row] = {}
    for plant in plants:
        firm = plant.buyer
        if firm.name not in names and firm.name not in made:
            made[firm.name] = {
                "name": firm.name,
                "country": firm.country,
                "role_business": firm.business,
                "founded": firm.founded,
                "address": firm.address,
                "phone": firm.phone,
                "email": firm.email,
                "sector": firm.sector,
                "no_warehouse": "no",
            }
    return list(made.values())


def certificate(buyer_name: str, country: str, **changes: str) -> dict[str, str]:
    """A certificate for the shipment, complete but for the changes."""
    row = {
        "certificate_no": "EUC-{id}",
        "shipment_id": "{id}",
        "end_user": buyer_name,
        "end_user_country": country,
        "consignee": buyer_name,
        "goods": "as invoiced",
        "quantity": "",
        "quantity_unit": "",
        "end_use": "own use",
        "no_retransfer": "yes",
        "signer": f"{buyer_name.split(maxsplit=1)[0]} managing director",
        "signer_role": "end user",
        "date": "2025-12-15",
        "expires": "2027-12-31",
    }
    return {**row, **changes}
