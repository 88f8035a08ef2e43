"""Planted patterns about use, knowledge, money and the past. In: the world; out: plants."""

from sample_data import listed, world
from sample_data.goods import Good
from sample_data.places import ALMATY, IZMIR, KLANG, LAHORE, PUNE, PYONGYANG
from sample_data.planted_parties import known
from sample_data.planting import GLASS, Mark, Plant, buyer, certificate, good_named


def _military() -> list[Plant]:
    mark = Mark(
        "military end user",
        "a civil use is stated; the end user is military",
        "review",
        "flag",
        "RF32",
    )
    chairs = buyer("Lundselav Furnishings LLP", ALMATY, "furniture")
    tyres = buyer("Nagadharvi Motor Spares", LAHORE, "car parts")
    lamps = buyer("Thanangkara Electrical Wholesale Sdn Bhd", KLANG, "electrics")
    record = next(one.name for one in listed.licensed() if one.name.startswith("Volotek Prec"))
    return [
        Plant(
            chairs,
            good_named("office swivel chairs"),
            (
                Mark(
                    "military end user",
                    "a civil use is stated; the address is a naval bureau's",
                    "review",
                    "flag",
                    "RF32",
                ),
                Mark(
                    "other script",
                    "a firm under a licence requirement, filed in Cyrillic; its list "
                    "has the Latin name only",
                    "review",
                    "party",
                    record,
                ),
            ),
            {
                "stated_end_use": "civilian office furnishing",
                "end_user": "Волотек Пресижн Инструментс",
                "end_user_country": "KZ",
                "end_user_address": "Naval Equipment Bureau, 14 Canal Street, Almaty",
            },
            side={
                "parties": (
                    {
                        "name": "Волотек Пресижн Инструментс",
                        "country": "KZ",
                        "role_business": "military procurement bureau",
                        "sector": "defence",
                    },
                )
            },
        ),
        Plant(
            tyres,
            good_named("truck tyres"),
            (mark,),
            {
                "stated_end_use": "civil road haulage",
                "end_user": "Sennavik Army Engineering Bureau, Ministry of Defence",
                "end_user_country": "PK",
                "end_user_address": "9 Quarry Road, Lahore",
            },
        ),
        Plant(
            lamps,
            good_named("PVC insulated building cable"),
            (
                mark,
                Mark(
                    "certificate",
                    "the certificate has no date",
                    "review",
                    "certificate|flag",
                    "date|unsigned|RF43",
                ),
            ),
            {
                "end_user": "Estovaine Air Force Logistics Depot",
                "end_user_country": "MY",
                "end_user_address": "3 Station Road, Ipoh",
                "end_user_certificate": "EUC-{id}",
            },
            side={
                "certificates": (
                    certificate("Estovaine Air Force Logistics Depot", "MY", date=""),
                )
            },
        ),
    ]


def _after_a_measure() -> list[Plant]:
    vessel = Good(
        "food machines",
        "glass-lined vessel 99.5 litre",
        "841989",
        "pcs",
        8200,
        260,
        3,
        "jam factory",
        {**GLASS, "volume_total": "99.5 L"},
    )
    mark = Mark(
        "sales go on after a measure",
        "after a measure the exporter ships goods of the same class to the same end user",
        "review",
        "flag",
        "RF29",
    )
    makers = world.exporters()

    def measure(plant: Plant, kind: str, day: str) -> Plant:
        of_sector = [maker for maker in makers if maker.sector == plant.good.sector]
        exporter = of_sector[plant.maker]
        row = {
            "party": exporter.name,
            "party_country": exporter.country,
            "kind": kind,
            "goods_class": plant.good.hs[:4],
            "date": day,
            "authority": "Exercise authority",
            "note": f"for shipments to {plant.buyer.name}",
        }
        past = {
            "id": "H-{id}",
            "date": "2025-03-10",
            "order_date": "2025-02-01",
            "delivery_date": "2025-04-20",
        }
        return Plant(
            plant.buyer,
            plant.good,
            plant.marks,
            plant.changes,
            side={"measures": (row,), "history": (past,)},
            maker=plant.maker,
        )

    pumps = buyer(
        "Nihayuwara Water Engineering PT", ("ID", "Malang", "Surabaya"), "water supply"
    )
    belts = buyer("Zigondowa Drives and Belts Ltd", ("NG", "Ibadan", "Lagos"))
    jam = buyer("Aktavsun Preserves Ltd Sti", IZMIR, "food machines")
    under = Mark(
        "just under a limit",
        "a size a hair below the limit of an entry",
        "clear",
        "flag",
        "RF35",
    )
    return [
        measure(
            Plant(pumps, good_named("cast iron drinking water pumps"), (mark,), maker=1),
            "fine",
            "2025-09-15",
        ),
        measure(
            Plant(belts, good_named("conveyor belting"), (mark,), maker=2),
            "refusal",
            "2025-10-02",
        ),
        measure(Plant(jam, vessel, (mark, under), maker=1), "warning", "2025-11-20"),
    ]


def _embargo() -> list[Plant]:
    mark = (
        Mark(
            "embargoed destination",
            "the destination is under an embargo",
            "stop",
            "embargo",
            "",
        ),
    )
    here = buyer("Unharisan Household Store", PYONGYANG, "furniture")
    there = buyer("Rimtaeson Clinic", PYONGYANG, "consumer goods")
    hidden = buyer(
        "Lingjiran Household Wholesale Co Ltd", ("CN", "Dandong", "Dalian"), "ceramics"
    )
    return [
        Plant(here, good_named("solid beech bed frames"), mark),
        Plant(
            there,
            good_named("wax candles"),
            mark,
            {"destination_country": "Korea, Dem. People's Rep. of"},
        ),
        Plant(
            hidden,
            good_named("porcelain table plates"),
            mark,
            {"destination_country": "KP", "discharge_port": "Nampo", "transit_ports": "Dalian"},
        ),
    ]


def _knowledge() -> list[Plant]:
    tube = Good(
        "metals", "seamless steel tube S355, 90 mm", "730439", "kg", 1.9, 1, 9000, "scaffolding"
    )
    motor = good_named("single-phase electric motors")
    return [
        Plant(
            buyer("Qutwalwan Contracting Est", ("SA", "Riyadh", "Jeddah"), "metals"),
            tube,
            (
                Mark(
                    "exporter's knowledge",
                    "the authority informed the exporter of the use",
                    "licence",
                    "catch_all",
                    "CA01",
                ),
            ),
            {"exporter_knowledge": "informed"},
        ),
        Plant(
            buyer("Navistrula Workshops Pvt Ltd", PUNE),
            motor,
            (
                Mark(
                    "exporter's knowledge",
                    "the exporter has grounds for suspecting the use",
                    "review",
                    "catch_all",
                    "CA09",
                ),
            ),
            {"exporter_knowledge": "suspects"},
        ),
    ]


def _payer() -> list[Plant]:
    lagos = buyer("Kwanyekee Motor Spares Ltd", ("NG", "Ibadan", "Lagos"), "car parts")
    return [
        Plant(
            lagos,
            good_named("brake pads"),
            (
                Mark(
                    "third-country payer",
                    "a firm of another country pays that is not in the deal",
                    "review",
                    "flag",
                    "RF16",
                ),
            ),
            {"payer": "Keslindor Investments SA", "payer_country": "PA"},
            side={"parties": (known(lagos),)},
        ),
    ]


def plants() -> list[Plant]:
    """The planted shipments about use, money and the past, in the order of the file."""
    groups = (
        _military(),
        _after_a_measure(),
        _embargo(),
        _knowledge(),
        _payer(),
    )
    return [plant for group in groups for plant in group]
