"""Planted patterns about who is in the deal. In: the lists and the world; out: plants."""

from sample_data import listed
from sample_data.goods import Good
from sample_data.listed import Listed
from sample_data.places import (
    ALMATY,
    DALIAN,
    DUBAI,
    IZMIR,
    KLANG,
    KOWLOON,
    LIMA,
    MERSIN,
    YEREVAN,
)
from sample_data.planting import Mark, Plant, buyer, good_named
from sample_data.rows import Row
from sample_data.world import Firm

_LISTED = {one.name: one for one in listed.prohibited() if one.kind == "Entity"}


def record(name: str) -> Listed:
    """The prohibited firm of that name."""
    return _LISTED[name]


def uid(name: str) -> str:
    """The record number of that prohibited firm."""
    return str(record(name).uid)


def known(firm: Firm, **more: str) -> Row:
    """A row of the parties table for the firm, with what is known besides."""
    row = {
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
    return {**row, **more}


def _aliases() -> list[Plant]:
    hong_kong = buyer("Reembesson Technical Trading LLC", KOWLOON)
    proven = record("Testrasson Marine Provisions SA")
    dubai = buyer(proven.strong[0], DUBAI)
    izmir = buyer("Yelradenat Motor Spares Ltd Sti", IZMIR, "car parts")
    person = next(one for one in listed.prohibited() if one.kind == "Individual")
    return [
        Plant(
            hong_kong,
            good_named("table fans"),
            (
                Mark(
                    "alias",
                    "the consignee is a listed front firm under its other spelling",
                    "review",
                    "party",
                    uid("Rimbesson Technical Trading LLC"),
                ),
            ),
        ),
        Plant(
            dubai,
            good_named("woollen blankets"),
            (
                Mark(
                    "alias",
                    "an alias of a listed firm, and its listed tax number proves it",
                    "stop",
                    "party",
                    str(proven.uid),
                ),
            ),
            {"consignee_id": f"tax:{proven.ids[0][1]}"},
        ),
        Plant(
            izmir,
            good_named("engine oil filters"),
            (
                Mark(
                    "alias",
                    "the person to be notified is listed; given name first, other spelling",
                    "review",
                    "party",
                    str(person.uid),
                ),
            ),
            {"notify_party": f"{person.strong[1].split(', ')[1]} {person.name}"},
        ),
    ]


def _scripts() -> list[Plant]:
    almaty = buyer("ООО Торговый дом Ражатек", ALMATY)  # noqa: RUF001
    dalian = buyer("浔葳燧进出口有限公司", ("CN", "Shenyang", "Dalian"))
    wholesale = buyer("Fanluyuan Household Wholesale Co Ltd", DALIAN, "consumer goods")
    return [
        Plant(
            almaty,
            good_named("LED ceiling lamps"),
            (
                Mark(
                    "other script",
                    "the consignee is filed in Cyrillic, as one of the listed names",
                    "review",
                    "party",
                    uid("Razhatek Trade House OOO"),
                ),
            ),
        ),
        Plant(
            dalian,
            good_named("steel roller chains"),
            (
                Mark(
                    "other script",
                    "the consignee is filed in Chinese, as one of the listed names",
                    "review",
                    "party",
                    uid("Xunweisui Import and Export Co Ltd"),
                ),
            ),
        ),
        Plant(
            wholesale,
            good_named("toilet soap bars"),
            (
                Mark(
                    "other script",
                    "the intermediary is filed in Korean, as one of the listed names",
                    "review",
                    "party",
                    uid("Cholbitgang Trading Corporation"),
                ),
            ),
            {"intermediary": "철빛강무역회사", "intermediary_country": "CN"},
        ),
    ]


def _listing(name: str, country: str, day: str) -> Row:
    return {
        "party": name,
        "party_country": country,
        "kind": "listing",
        "goods_class": "",
        "date": day,
        "authority": "Exercise authority",
        "note": "put on the exercise list",
    }


def _renamed() -> list[Plant]:
    old, neighbour = (
        record("Marvasson General Supplies FZE"),
        record("Bezzirenk Polymer and Resin Trading"),
    )
    new = buyer("Kestelbrook Trading FZE", DUBAI, "textiles")
    moved = buyer("Hexmarrow Plastics LLC", YEREVAN, "packaging")
    former = buyer("Neppleckx Star Commerce", MERSIN)
    memory = Good(
        "electrics",
        "memory integrated circuits 8 Gbit",
        "854232",
        "pcs",
        6.2,
        0.001,
        4000,
        "repair of household appliances",
    )
    return [
        Plant(
            new,
            good_named("terry cotton towels"),
            (
                Mark(
                    "renamed firm",
                    "a listed firm that changed its name three weeks after its "
                    "listing; owners and telephone stayed",
                    "review",
                    "flag|party",
                    "RF15",
                ),
            ),
            {"consignee_address": old.address, "end_user_address": old.address},
            side={
                "parties": (
                    known(
                        new,
                        former_name=old.name,
                        changed_on="2026-02-10",
                        address=old.address,
                        phone="+000 911 40001",
                    ),
                    {
                        "name": old.name,
                        "country": "AE",
                        "role_business": "trading company",
                        "address": old.address,
                        "phone": "+000 911 40001",
                    },
                ),
                "measures": (_listing(old.name, "AE", "2026-01-20"),),
            },
        ),
        Plant(
            moved,
            good_named("polyethylene pallet"),
            (
                Mark(
                    "renamed firm",
                    "a new name at the address and telephone of a listed firm",
                    "review",
                    "flag|party",
                    "RF02|RF15",
                ),
                Mark(
                    "refused buyer",
                    "another government refused this buyer; the denial still stands",
                    "review",
                    "denial|flag",
                    "RF37",
                ),
            ),
            {
                "consignee_address": neighbour.address,
                "end_user_address": neighbour.address,
                "consignee_phone": "+000 911 40002",
            },
            side={
                "parties": (
                    known(
                        moved,
                        address=neighbour.address,
                        phone="+000 911 40002",
                        founded="2019-04-03",
                    ),
                    {
                        "name": neighbour.name,
                        "country": "AM",
                        "role_business": "trading company",
                        "address": neighbour.address,
                        "phone": "+000 911 40002",
                    },
                ),
                "denials": (denial(moved, "plastics", "EX-D-2025-03"),),
            },
        ),
        Plant(
            former,
            memory,
            (
                Mark(
                    "renamed firm",
                    "the consignee is filed under the former name of a listed firm",
                    "review",
                    "party",
                    uid("Neppleckx Industrial Procurement Ltd"),
                ),
                Mark(
                    "common high priority goods",
                    "memory chips for a country with high diversion",
                    "review",
                    "catch_all",
                    "CA07",
                ),
            ),
        ),
    ]


def denial(firm: Firm, goods_class: str, reference: str) -> Row:
    """A denial of another government against the firm."""
    return {
        "party": firm.name,
        "party_country": firm.country,
        "end_user": firm.name,
        "goods_class": goods_class,
        "country": firm.country,
        "government": "NO",
        "date": "2025-09-02",
        "expires": "2028-09-02",
        "reference": reference,
    }


def _weak() -> list[Plant]:
    dubai = buyer("Orvidell", DUBAI)
    yerevan = buyer("Ruvando", YEREVAN)
    lima = buyer("Cormirondo Furnishings SAC", LIMA, "furniture")
    return [
        Plant(
            dubai,
            good_named("men's cotton work trousers"),
            (
                Mark(
                    "weak alias",
                    "the consignee is filed under a listed firm's weak alias",
                    "review",
                    "party",
                    uid("Marvasson General Supplies FZE"),
                ),
            ),
        ),
        Plant(
            yerevan,
            good_named("glass jars"),
            (
                Mark(
                    "weak alias",
                    "the consignee is filed under a listed firm's weak alias",
                    "review",
                    "party",
                    uid("Bezzirenk Polymer and Resin Trading"),
                ),
            ),
        ),
        Plant(
            lima,
            good_named("oak dining tables"),
            (
                Mark(
                    "weak alias",
                    "the payer is filed under a listed firm's weak alias",
                    "review",
                    "party",
                    uid("Testrasson Marine Provisions SA"),
                ),
                Mark(
                    "third-country payer",
                    "a firm of another country pays that is not in the deal",
                    "review",
                    "flag",
                    "RF16",
                ),
            ),
            {"payer": "Dovelquin", "payer_country": "AE"},
        ),
    ]


def _refused() -> list[Plant]:
    first = buyer("Bruntwessel Laboratory Supply WLL", ("QA", "Doha", "Doha"), "school supply")
    second = buyer("Orlavist Water Engineering Sdn Bhd", KLANG, "water supply")
    return [
        Plant(
            first,
            good_named("laboratory glassware"),
            (
                Mark(
                    "refused buyer",
                    "another government refused this buyer last year",
                    "review",
                    "denial|flag",
                    "RF37",
                ),
            ),
            side={
                "denials": (denial(first, "laboratory equipment", "EX-D-2025-01"),),
                "parties": (known(first),),
            },
        ),
        Plant(
            second,
            good_named("ductile iron gate valves"),
            (
                Mark(
                    "refused buyer",
                    "another supplier's licence to this end user was refused",
                    "review",
                    "denial|flag",
                    "RF37",
                ),
            ),
            side={
                "denials": (denial(second, "valves", "EX-D-2025-02"),),
                "parties": (known(second),),
            },
        ),
    ]


def plants() -> list[Plant]:
    """The planted shipments about parties, in the order of the file."""
    return [*_aliases(), *_scripts(), *_renamed(), *_weak(), *_refused()]
