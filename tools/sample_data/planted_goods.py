"""Planted patterns about the goods, at the level of public control lists. Out: plants."""

from sample_data.goods import Good
from sample_data.places import ALMATY, CAIRO, IZMIR, LIMA, MERSIN, PUNE, SANTOS, SOHAR
from sample_data.planted_parties import record, uid
from sample_data.planting import GLASS, Mark, Plant, buyer, certificate


def _cover_names() -> list[Plant]:
    what = "the invoice has a harmless name; the parameters meet an entry"
    mark = (Mark("cover name", what, "review", "flag", "RF22"),)
    still = Good(
        "food machines",
        "anti-acid distillation unit",
        "841940",
        "pcs",
        64000,
        2100,
        1,
        "food flavouring",
        {**GLASS, "inner_d": "0.6 m", "volume_total": "1500 L"},
    )
    kettle = Good(
        "food machines",
        "enamel kettle for starch",
        "841989",
        "pcs",
        38000,
        1900,
        2,
        "starch factory",
        {**GLASS, "volume_total": "3000 L"},
    )
    acid = Good(
        "food machines",
        "acid-proof still, second hand",
        "841940",
        "pcs",
        22000,
        1400,
        1,
        "vinegar making",
        {**GLASS, "inner_d": "0.4 m", "volume_total": "800 L"},
    )
    table = Good(
        "school supply",
        "motion stimulator for class demonstrations",
        "902300",
        "pcs",
        98000,
        310,
        1,
        "physics lessons",
        {
            "axes": 3,
            "slip_ring_designed_or_modified": True,
            "position_accuracy": "3 arcsec",
            "rate_max": "500 deg/s",
            "for_machine_tool_or_medical": False,
        },
    )
    return [
        Plant(buyer("Pimarrowe Flavours SAE", CAIRO, "food machines"), still, mark),
        Plant(buyer("Varipindra Starch Pvt Ltd", PUNE, "food machines"), kettle, mark, maker=1),
        Plant(buyer("Maralwadi Vinegar LLC", SOHAR, "food machines"), acid, mark, maker=2),
        Plant(buyer("Katavsanat School Supply Ltd Sti", IZMIR, "school supply"), table, mark),
    ]


def _precursors() -> list[Plant]:
    salt = Good(
        "consumer goods",
        "sodium perchlorate, technical, neat",
        "282990",
        "kg",
        2.8,
        1,
        4000,
        "chemical trade",
        {
            "cas": "7601-89-0",
            "contains_any": ["perchlorate"],
            "mixed_with_metal_powder_or_fuel": False,
        },
    )
    alcohol = Good(
        "consumer goods",
        "isopropyl alcohol 99.5 percent, drums",
        "290512",
        "kg",
        1.3,
        1,
        16000,
        "cleaning agent",
        {"cas": "67-63-0", "concentration": "99.5 wt%"},
    )
    paste = Good(
        "consumer goods",
        "aluminium pigment paste, leafing flake",
        "321290",
        "kg",
        6.1,
        1,
        2400,
        "paint",
        {
            "particle_shape": "flake",
            "al_content": "65 wt%",
            "particle_size": "20 um",
            "fraction_below_63um": "95 wt%",
        },
    )
    what = "goods on no list for a firm of a listed programme"
    batumi = buyer("Nembemont General Supplies FZE", ("GE", "Batumi", "Batumi"))
    mersin = buyer("Güntavşar Chemicals Ltd Sti", MERSIN, "consumer goods")
    almaty = buyer("Jormarisk Paints LLP", ALMATY, "consumer goods")
    works = "Khostrelets Propulsion Components Kombinat AO"
    return [
        Plant(batumi, salt, (Mark("precursor", what, "review", "party", uid(batumi.name)),)),
        Plant(
            mersin,
            alcohol,
            (
                Mark(
                    "precursor",
                    what,
                    "review",
                    "party",
                    uid("Navidmehrad Chemical Industry Company"),
                ),
                Mark(
                    "other script",
                    "the end user is filed in Persian, as one of the listed names",
                    "review",
                    "party",
                    uid("Navidmehrad Chemical Industry Company"),
                ),
            ),
            {"end_user": "شرکت نویدمهراد", "end_user_country": "TR", "end_user_address": ""},
        ),
        Plant(
            almaty,
            paste,
            (
                Mark("precursor", what, "review", "party", uid(works)),
                Mark(
                    "exporter's knowledge",
                    "the exporter is aware of the use; nobody informed it",
                    "stop",
                    "catch_all",
                    "CA08",
                ),
            ),
            {
                "end_user": works,
                "end_user_country": "KZ",
                "end_user_address": record(works).address,
                "exporter_knowledge": "aware",
            },
        ),
    ]


def _listed_chemicals() -> list[Plant]:
    cyanide = Good(
        "consumer goods",
        "sodium cyanide briquettes 98 percent, 1 t boxes",
        "283711",
        "kg",
        2.6,
        1,
        20000,
        "gold leaching",
        {
            "cas": "143-33-9",
            "concentration": "98 wt%",
            "is_mixture": False,
            "retail_consumer_pack": False,
        },
    )
    hydrazine = Good(
        "water supply",
        "hydrazine solution 80 percent, drums",
        "282510",
        "kg",
        9.5,
        1,
        800,
        "boiler water treatment",
        {"cas": "302-01-2", "concentration": "80 %", "is_mixture": False},
    )
    polymer = Good(
        "consumer goods",
        "hydroxyl-terminated polybutadiene, drums",
        "390290",
        "kg",
        7.8,
        1,
        1600,
        "sealants",
        {"cas": "69102-90-5", "name": "HTPB"},
    )
    mine = buyer("Vegadovales Minera SAC", LIMA, "metals")
    plant = buyer("Timbovama Boilers Ltda", SANTOS, "water supply")
    glue = buyer("Delochvani Sealants Pvt Ltd", PUNE, "consumer goods")
    none = "a listed chemical, and no licence on record"
    return [
        Plant(
            mine,
            cyanide,
            (
                Mark("listed chemical", none, "review", "flag|licence", "RF30"),
                Mark(
                    "certificate",
                    "the certificate has no promise against retransfer",
                    "review",
                    "certificate|flag",
                    "no_retransfer|retransfer|RF43|RF12",
                ),
            ),
            {"end_user_certificate": "EUC-{id}"},
            side={"certificates": (certificate(mine.name, "PE", no_retransfer="no"),)},
        ),
        Plant(
            plant,
            hydrazine,
            (
                Mark(
                    "listed chemical",
                    "a listed chemical; its licence has expired",
                    "review",
                    "flag|licence",
                    "RF30|expired",
                ),
            ),
            {"licence_no": "EX-L-101"},
            side={
                "licences": (licence("EX-L-101", plant.name, "BR", hydrazine, "2025-12-31"),)
            },
        ),
        Plant(
            glue,
            polymer,
            (
                Mark(
                    "listed chemical",
                    "a listed chemical; the licence names another consignee",
                    "review",
                    "flag|licence",
                    "RF30|consignee",
                ),
            ),
            {"licence_no": "EX-L-102"},
            side={
                "licences": (
                    licence(
                        "EX-L-102", "Kapandkar Sealants Pvt Ltd", "IN", polymer, "2027-06-30"
                    ),
                )
            },
        ),
    ]


def licence(number: str, holder: str, country: str, good: Good, expires: str) -> dict[str, str]:
    """A licence for twice the usual quantity of the goods."""
    return {
        "licence_no": number,
        "exporter": "",
        "consignee": holder,
        "end_user": holder,
        "destination_country": country,
        "goods": good.text,
        "entry": "",
        "quantity": str(good.usual * 2),
        "quantity_unit": good.unit,
        "value": f"{good.usual * 2 * good.price:.2f}",
        "currency": "EUR",
        "from": "2025-01-01",
        "expires": expires,
        "status": "issued",
        "general": "no",
    }


def plants() -> list[Plant]:
    """The planted shipments about goods, in the order of the file."""
    groups = (
        _cover_names(),
        _precursors(),
        _listed_chemicals(),
    )
    return [plant for group in groups for plant in group]
