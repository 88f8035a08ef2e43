"""The side tables of the invented world. In: the world, its shipments; out: rows by table."""

from collections.abc import Iterable, Sequence

from flag_world.chance import Chance
from flag_world.firms import Firm, World

Row = dict[str, str]


def _party(firm: Firm) -> Row:
    chance = Chance(f"party {firm.name}")
    base = " ".join(firm.name.split()[:2])
    return {
        "name": firm.name,
        "country": firm.country,
        "role_business": "trader" if "Trading" in firm.name else "manufacturer",
        "founded": firm.founded,
        "address": firm.address,
        "phone": firm.phone,
        "email": firm.email,
        "owners": f"{base} Holding" if chance.is_so("owners_known") else "",
        "sector": firm.sector,
        "former_name": f"{base} Brothers" if chance.is_so("renamed") else "",
        "changed_on": f"{chance.number(2005, 2025)}-06-01",
        "no_warehouse": "yes" if firm.no_warehouse else "no",
        "affiliated_to": "",
    }


def _certificate(row: Row) -> Row:
    chance = Chance(f"certificate {row['id']}")
    made = {
        "certificate_no": row["end_user_certificate"],
        "shipment_id": row["id"],
        "end_user": row["end_user"] or row["consignee"],
        "end_user_country": row["end_user_country"] or row["consignee_country"],
        "consignee": row["consignee"],
        "goods": row["description"],
        "quantity": row["quantity"],
        "quantity_unit": row["quantity_unit"],
        "end_use": row["stated_end_use"],
        "no_retransfer": "yes",
        "signer": "Managing director",
        "signer_role": "director",
        "date": row["order_date"],
        "expires": "2025-12-31" if chance.is_so("certificate_expired") else "2027-12-31",
    }
    if chance.is_so("clause_lacking"):
        made |= {chance.pick(("no_retransfer", "signer", "date")): ""}
    return made


def _past(firms: Iterable[Firm]) -> tuple[list[Row], list[Row]]:
    """Old measures and refusals: about firms that trade on lawfully."""
    measures, denials = [], []
    for firm in firms:
        chance = Chance(f"past {firm.name}")
        about = {"party": firm.name, "party_country": firm.country}
        day = f"{chance.number(2012, 2024)}-05-0{chance.number(1, 9)}"
        if chance.is_so("measured"):
            kind = chance.pick(("fine", "warning", "seizure"))
            measures.append({**about, "kind": kind, "date": day, "authority": "Customs"})
        if chance.is_so("refused"):
            denials.append({**about, "government": "SE", "date": day, "reference": "W-1"})
    return measures, denials


def tables(world: World, rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Every side table a careful desk keeps, by its kind."""
    firms = [*world.hub_buyers, *world.buyers]
    measures, denials = _past(firms)
    licence = {"licence_no": "L-1", "status": "issued", "from": "2024-01-01", "general": "yes"}
    return {
        "parties": [
            _party(one) for one in firms if Chance(f"row {one.name}").is_so("registered")
        ],
        "vessels": [
            {
                "imo": one.imo,
                "name": one.name,
                "flag": one.flag,
                "operator": one.operator,
                "operator_country": one.operator_country,
                "next_ports": one.next_ports,
            }
            for one in world.ships
        ],
        "certificates": [_certificate(row) for row in rows if row["end_user_certificate"]],
        "measures": measures,
        "denials": denials,
        "licences": [licence],
    }
