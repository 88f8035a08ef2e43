"""The invented listed parties: 230 prohibited, 70 under a licence requirement.

In: the coined words; out: frozen records, the same on every run. How they are written as an
official file is not told here but in ``list_files``.
"""

from dataclasses import dataclass, field

from sample_data import words
from sample_data.draw import imo, number, pick

FIRST_UID = 990001


@dataclass(frozen=True)
class Listed:
    """One invented listed party; ``kind`` is Entity, Individual or Vessel."""

    uid: int
    kind: str
    name: str
    first_name: str
    programme: str
    country: str
    city: str
    address: str
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    ids: tuple[tuple[str, str, str], ...] = ()  # type, number, country
    born: str = ""
    born_in: str = ""
    linked: str = ""
    vessel: dict[str, str] = field(default_factory=dict)


FRONT_PLACES = (
    ("United Arab Emirates", "Dubai"),
    ("Turkey", "Mersin"),
    ("Hong Kong", "Kowloon"),
    ("Malaysia", "Port Klang"),
    ("Panama", "Panama City"),
    ("China", "Ningbo"),
    ("Armenia", "Yerevan"),
    ("Kazakhstan", "Almaty"),
    ("Singapore", "Singapore"),
    ("Georgia", "Batumi"),
    ("Lebanon", "Beirut"),
    ("Vietnam", "Haiphong"),
)
FRONT_BUSINESS = (
    "General Supplies FZE",
    "Industrial Procurement Ltd",
    "Technical Trading LLC",
    "Marine Provisions SA",
    "Instruments and Spares Co",
    "Commercial Brokers Ltd",
    "Polymer and Resin Trading",
    "Electro Components Pte",
    "Metals and Alloys Trading",
)
ACTIVITY = {
    "ru": ("{field} Kombinat AO", "Trade House OOO", "Institute of {field}"),
    "fa": ("{field} Company", "Trading and Procurement", "{field} Research Center"),
    "ar": ("{field} Establishment", "Trading and Contracting", "Institute for {field}"),
    "ko": ("{field} General Corporation", "Trading Corporation", "{field} Academy"),
    "zh": ("{field} Co Ltd", "Import and Export Co Ltd", "{field} Research Institute"),
}
NATIVE = {
    "ru": ("АО {root}", "ООО Торговый дом {root}", "Институт {root}"),  # noqa: RUF001
    "fa": ("شرکت {root}", "بازرگانی {root}", "پژوهشگاه {root}"),
    "ar": ("مؤسسة {root}", "{root} للتجارة", "معهد {root}"),
    "ko": ("{root}총회사", "{root}무역회사", "{root}연구원"),
    "zh": ("{root}有限公司", "{root}进出口有限公司", "{root}研究所"),
}
SPELLINGS = (
    ("kh", "h"),
    ("zh", "j"),
    ("sh", "sch"),
    ("q", "k"),
    ("y", "i"),
    ("w", "v"),
    ("ou", "u"),
    ("ar", "er"),
    ("el", "yel"),
    ("u", "oo"),
    ("i", "ee"),
    ("a", "e"),
)


def respelled(word: str) -> str:
    """The word as another clerk would spell it: the first change of SPELLINGS that fits."""
    for ours, theirs in SPELLINGS:
        if ours in word[1:]:
            return word[0] + word[1:].replace(ours, theirs, 1)
    return word + "a"


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.split() if part[0].isupper()) + "E"


def _street(key: str, city: str) -> str:
    kind = pick(("Exercise Street", "Sample Road", "Model Avenue", "Training Quay"), "st", key)
    return f"{number(2, 180, 'no', key)} {kind}, {city}"


def _network(index: int, uid: int) -> list[Listed]:
    root, native, language, country, city, programme, trade = words.LISTED_ROOTS[index]
    made: list[Listed] = []
    for place, (form, own) in enumerate(zip(ACTIVITY[language], NATIVE[language], strict=True)):
        name = f"{root} {form.format(field=trade)}"
        made.append(
            Listed(
                uid + place,
                "Entity",
                name,
                "",
                f"EXERCISE-{programme}",
                country,
                city,
                _street(name, city),
                strong=(
                    f"{respelled(root)} {form.format(field=trade)}",
                    own.format(root=native),
                ),
                weak=(_initials(name),) if place != 1 else (),
                former=(f"{root} State Plant EX-{number(11, 98, 'f', root)}",)
                if not place
                else (),
                ids=(
                    ("Registration Number", f"EX{number(100000, 999999, 'r', name)}", country),
                ),
                linked="" if not place else made[0].name,
            )
        )
    return made


def _fronts(index: int, uid: int, parent: Listed) -> list[Listed]:
    made = []
    for step in range(2):
        serial = index * 2 + step
        root = words.FRONT_ROOTS[serial]
        country, city = FRONT_PLACES[serial % len(FRONT_PLACES)]
        name = f"{root} {FRONT_BUSINESS[serial % len(FRONT_BUSINESS)]}"
        made.append(
            Listed(
                uid + step,
                "Entity",
                name,
                "",
                parent.programme,
                country,
                city,
                _street(name, city),
                strong=(f"{respelled(root)} {name.split(' ', 1)[1]}",),
                weak=(words.NICKNAMES[serial // 3],) if serial % 3 == 0 else (),
                former=(f"{root} Star Commerce",) if serial % 2 else (),
                ids=(("Tax ID No.", f"EX-T{number(1000000, 9999999, 't', name)}", country),),
                linked=parent.name,
            )
        )
    return made


def _people(index: int, uid: int, count: int, parent: Listed) -> list[Listed]:
    language, country, city = (words.LISTED_ROOTS[index][place] for place in (2, 3, 4))
    made = []
    for step in range(count):
        serial = index * 3 + step
        families, given = words.FAMILY[language], words.GIVEN[language]
        family = families[serial % len(families)]
        first = given[(serial + serial // len(families)) % len(given)]
        born = f"{number(1, 28, 'd', serial):02d} {pick(('Jan', 'May', 'Sep', 'Dec'), serial)}"
        made.append(
            Listed(
                uid + step,
                "Individual",
                family,
                first,
                parent.programme,
                country,
                city,
                "",
                strong=(f"{respelled(family)}, {first}", f"{family}, {respelled(first)}"),
                weak=(f"Director {first}",) if serial % 4 == 0 else (),
                ids=(("Passport", f"EXP{number(1000000, 9999999, 'p', serial)}", country),),
                born=f"{born} {number(1955, 1988, 'y', serial)}",
                born_in=f"{city}, {country}",
                linked=parent.name,
            )
        )
    return made


SHIPPING = (13, 16, 19)  # places of the three shipping networks in LISTED_ROOTS
FLAGS = ("Iran", "Syria", "Korea, North")


def _ship(serial: int, uid: int, owners: tuple[Listed, ...]) -> Listed:
    owner = owners[serial % 3]
    base = words.SHIPS_LISTED[serial % len(words.SHIPS_LISTED)].upper()
    name = (
        base if serial < len(words.SHIPS_LISTED) else f"{base} {'II' if serial % 2 else 'STAR'}"
    )
    flag = FLAGS[serial % 3] if serial % 4 else pick(("Panama", "Comoros", "Togo"), serial)
    number_imo = imo(serial * 7)
    return Listed(
        uid,
        "Vessel",
        name,
        "",
        "EXERCISE-MAR",
        "",
        "",
        "",
        former=(
            f"{words.SHIPS_LISTED[(serial + 7) % 20].upper()} {number(2, 9, 'o', serial)}",
        ),
        ids=(
            ("Vessel Registration Identification", f"IMO {number_imo}", ""),
            ("MMSI", f"000{number(100000, 999999, 'm', serial)}", ""),
        ),
        linked=owner.name,
        vessel={
            "callSign": f"EX{number(1000, 9999, 'c', serial)}",
            "vesselType": pick(
                ("General Cargo", "Bulk Carrier", "Container Ship"), "v", serial
            ),
            "vesselFlag": flag,
            "vesselOwner": owner.name,
            "grossRegisteredTonnage": str(number(30, 290, "g", serial) * 100),
        },
    )


def prohibited() -> tuple[Listed, ...]:
    """The 230 prohibited parties: 120 firms and institutes, 70 people, 40 ships."""
    made: list[Listed] = []
    for index in range(len(words.LISTED_ROOTS)):
        group = _network(index, FIRST_UID + len(made))
        group += _fronts(index, FIRST_UID + len(made) + len(group), group[0])
        people = 2 if index in {3, 21} else 3
        group += _people(index, FIRST_UID + len(made) + len(group), people, group[0])
        made += group
    owners = tuple(
        next(one for one in made if one.name.startswith(words.LISTED_ROOTS[index][0]))
        for index in SHIPPING
    )
    ships = [_ship(serial, FIRST_UID + len(made) + serial, owners) for serial in range(40)]
    return (*made, *ships)


@dataclass(frozen=True)
class Licensed:
    """One invented party under a licence requirement, as the JSON file holds it."""

    name: str
    aliases: tuple[str, ...]
    country: str
    address: str
    day: str
    notes: str


LICENCE_WORDS = (
    "A licence is needed for every item under the exercise regulations.",
    "A licence is needed for every item; applications are presumed refused.",
    "A licence is needed for items on the exercise control list; others case by case.",
)
LICENCE_KINDS = (
    "Precision Instruments",
    "Naval Equipment Procurement Bureau",
    "Institute of Applied Optics",
    "Military Technical Academy",
    "Aviation Components",
    "Semiconductor Trading",
    "University of Technology",
)


def licensed() -> tuple[Licensed, ...]:
    """The 70 parties under a licence requirement."""
    made = []
    for serial in range(70):
        root, country, city = words.LICENCE_ROOTS[serial % len(words.LICENCE_ROOTS)]
        kind = LICENCE_KINDS[(serial + serial // len(words.LICENCE_ROOTS)) % len(LICENCE_KINDS)]
        name = f"{root} {kind}"
        aliases = [f"{respelled(root)} {kind}"]
        if serial % 3 == 0:
            aliases.append(f"{_initials(name)}{root[:3].upper()}")
        made.append(
            Licensed(
                name,
                tuple(aliases),
                country,
                f"{_street(name, city)}, {country}.",
                f"{1 + serial % 12}/{1 + serial % 27}/26",
                LICENCE_WORDS[serial % 3],
            )
        )
    return tuple(made)
