"""Planted patterns near the limits of public lists, and facts that miss. Out: plants."""

from sample_data.goods import Good
from sample_data.places import ALMATY, DUBAI, HANOI, IZMIR, KLANG, PENANG, SOHAR
from sample_data.planted_parties import known
from sample_data.planting import GLASS, Mark, Plant, buyer, good_named


def _baskets() -> list[Plant]:
    winder = Good(
        "textiles",
        "filament winding machine, small",
        "844790",
        "pcs",
        41000,
        1600,
        1,
        "sports goods",
        {
            "programmable_axes": 1,
            "winds_cylinder_id_min": "20 mm",
            "winds_cylinder_id_max": "60 mm",
            "winding_length_max": "250 mm",
        },
    )
    press = Good(
        "textiles",
        "isostatic press, laboratory size",
        "847989",
        "pcs",
        52000,
        2100,
        1,
        "sports goods",
        {"pressure_max": "60 MPa", "temp_max": "200 degC", "chamber_id": "120 mm"},
    )
    fibre = Good(
        "textiles",
        "carbon fibre tow, standard grade",
        "681511",
        "kg",
        19,
        1,
        300,
        "sports goods",
        {
            "fibre": "carbon",
            "continuous_form": True,
            "specific_modulus": "12600000 m",
            "specific_tensile_strength": "230000 m",
        },
    )
    vessel = Good(
        "food machines",
        "glass-lined vessel 90 litre",
        "841989",
        "pcs",
        7600,
        240,
        2,
        "dye works",
        {**GLASS, "volume_total": "90 L"},
    )
    exchanger = Good(
        "food machines",
        "graphite heat exchanger, small",
        "841950",
        "pcs",
        2300,
        45,
        2,
        "dye works",
        {"area": "0.14 m2", "wetted_material": "graphite", "all_wetted_surfaces": True},
    )
    column = Good(
        "food machines",
        "glass-lined column, pilot size",
        "841940",
        "pcs",
        5100,
        110,
        1,
        "dye works",
        {**GLASS, "inner_d": "0.09 m"},
    )
    powder = Good(
        "consumer goods",
        "aluminium powder 96 percent, atomised",
        "760310",
        "kg",
        5.2,
        1,
        900,
        "fireproof bricks",
        {
            "particle_shape": "spherical",
            "particle_size": "150 um",
            "al_content": "96 wt%",
            "fraction_below_63um": "5 wt%",
        },
    )
    mixer = Good(
        "consumer goods",
        "vacuum planetary mixer 100 litre",
        "847982",
        "pcs",
        61000,
        1700,
        1,
        "sealants",
        {
            "vacuum_mixing_pressure_min": "10 kPa",
            "temp_controlled": True,
            "volume_total": "100 L",
            "offcentre_shaft": True,
        },
    )
    one = buyer("Bristellan Sports Goods Sdn Bhd", PENANG, "textiles")
    two = buyer("Sarldirizan Dye Works Ltd Sti", IZMIR, "food machines")
    three = buyer("Phucsariku Sealants Co Ltd", HANOI, "consumer goods")

    def mark(what: str) -> tuple[Mark, ...]:
        return (Mark("basket", what, "review", "flag", "RF33"),)

    lines = "several lines, none listed, that stand together in one category of a control list"
    orders = "two shipments to one buyer, none listed, that stand in one category of a list"
    return [
        Plant(one, winder, mark(lines), more=(press, fibre)),
        Plant(two, vessel, mark(lines), more=(exchanger, column)),
        Plant(three, powder, mark(orders)),
        Plant(three, mixer, mark(orders)),
    ]


def _just_under() -> list[Plant]:
    bar = Good(
        "metals",
        "aluminium alloy 7075 T651 round bar 74.9 mm",
        "760429",
        "kg",
        9.8,
        1,
        1500,
        "machine shop",
        {"form": "cylindrical_solid", "outer_d": "74.9 mm", "uts_capable_293K": "540 MPa"},
    )
    steel = Good(
        "metals",
        "maraging steel 300 bar 74.5 mm",
        "722830",
        "kg",
        46,
        1,
        400,
        "die making",
        {
            "uts_capable_293K": "2050 MPa",
            "max_linear_dim": "74.5 mm",
            "form": "bar",
            "uts_annealed_293K": "1.0 GPa",
            "uts_aged_293K": "2.05 GPa",
            "thickness_or_wall": "74.5 mm",
            "wall": "74.5 mm",
            "tube_id": "0 mm",
        },
    )
    mark = (
        Mark(
            "just under a limit",
            "a size a hair below the limit of an entry",
            "clear",
            "flag",
            "RF35",
        ),
    )
    return [
        Plant(buyer("Bozsungur Machine Shop Ltd Sti", IZMIR, "metals"), bar, mark),
        Plant(buyer("Wanakrasun Tool and Die Sdn Bhd", KLANG, "metals"), steel, mark, maker=1),
    ]


def _common_priority() -> list[Plant]:
    circuits = Good(
        "electrics",
        "integrated circuits for meters",
        "854239",
        "pcs",
        1.4,
        0.001,
        20000,
        "electricity meters",
    )
    capacitors = Good(
        "electrics",
        "multilayer ceramic capacitors",
        "853224",
        "pcs",
        0.01,
        0.0001,
        900000,
        "repair of televisions",
    )
    almaty = buyer("Radovense Meters LLP", ALMATY, "electrics")
    dubai = buyer("Brivandel Electronics FZE", DUBAI, "electrics")
    what = "common high priority goods for a country with high diversion"
    return [
        Plant(
            almaty,
            circuits,
            (Mark("common high priority goods", what, "review", "catch_all", "CA07"),),
        ),
        Plant(
            dubai,
            capacitors,
            (
                Mark("common high priority goods", what, "review", "catch_all", "CA07"),
                Mark(
                    "third-country payer",
                    "a firm of another country pays that is not in the deal",
                    "review",
                    "flag",
                    "RF16",
                ),
            ),
            {"payer": "Lanquessa Holdings SA", "payer_country": "PA"},
            side={"parties": (known(dubai),)},
        ),
    ]


def _unknown() -> list[Plant]:
    gyro = Good(
        "school supply",
        "fibre optic gyro",
        "901420",
        "pcs",
        7400,
        0.6,
        2,
        "drilling instruments",
    )
    oman = buyer("Dhadariwan Drilling Services LLC", SOHAR, "school supply")
    tiles = good_named("glazed ceramic wall tiles")
    tunis = buyer("Rawhafirat Building Ceramics SARL", ("TN", "Tunis", "Rades"), "ceramics")
    lock = good_named("mortice door locks")
    return [
        Plant(
            oman,
            gyro,
            (
                Mark(
                    "missing fact",
                    "goods of a listed kind without the parameter that decides",
                    "incomplete",
                    "goods",
                    "",
                ),
            ),
        ),
        Plant(
            tunis,
            tiles,
            (
                Mark(
                    "missing fact",
                    "no consignee and no end user",
                    "incomplete",
                    "",
                    "consignee|end_user|party",
                ),
            ),
            {
                "consignee": "",
                "consignee_country": "",
                "consignee_address": "",
                "consignee_email": "",
                "consignee_phone": "",
                "end_user": "",
                "end_user_country": "",
                "end_user_address": "",
                "notify_party": "",
                "notify_party_country": "",
            },
        ),
        Plant(
            tunis,
            lock,
            (
                Mark(
                    "missing fact",
                    "no destination: the ship sails for orders",
                    "incomplete",
                    "",
                    "destination|embargo",
                ),
            ),
            {
                "destination_country": "",
                "discharge_port": "for orders",
                "end_user": "",
                "end_user_country": "",
                "end_user_address": "",
            },
        ),
    ]


def plants() -> list[Plant]:
    """The planted shipments about limits and missing facts, in the order of the file."""
    groups = (
        _baskets(),
        _just_under(),
        _common_priority(),
        _unknown(),
    )
    return [plant for group in groups for plant in group]
