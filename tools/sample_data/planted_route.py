"""Planted patterns about ships, forwarders and the way of the goods. Out: plants."""

from sample_data import listed, world
from sample_data.draw import imo
from sample_data.goods import Good
from sample_data.places import CAIRO, DUBAI, HANOI, KLANG
from sample_data.planted_parties import known
from sample_data.planting import Mark, Plant, buyer, certificate, good_named
from sample_data.world import Firm

SHIPS = tuple(one for one in listed.prohibited() if one.kind == "Vessel")


def _ship(serial: int) -> tuple[str, str]:
    return SHIPS[serial].ids[0][1].removeprefix("IMO "), str(SHIPS[serial].uid)


def _ships() -> list[Plant]:
    made = []
    rows = (
        (
            4,
            "HEXMARROW",
            ("TH", "Rayong", "Laem Chabang"),
            "Bukrasun Hardware Co Ltd",
            "hardware",
            "wood screws",
        ),
        (
            11,
            "ORLAVIST",
            CAIRO,
            "Bazmawan Farm Supply SAE",
            "farming",
            "poultry feeders",
        ),
    )
    for serial, name, place, firm, sector, text in rows:
        number, record = _ship(serial)
        made.append(
            Plant(
                buyer(firm, place, sector),
                good_named(text),
                (
                    Mark(
                        "ship by number",
                        "a listed ship under another name; its IMO number stayed",
                        "stop",
                        "party",
                        record,
                    ),
                ),
                {"vessel": name, "vessel_imo": number, "vessel_flag": "PA"},
            )
        )
    return made


def _forwarders() -> list[Plant]:
    broker = buyer("Fosquinard Services LLC", DUBAI, "hardware")
    agent = world.firm(
        "Calderpine Freight Forwarding LLC", DUBAI, "freight forwarder", "transport"
    )
    trader = world.firm("Pulfarland Logistics Sdn Bhd", KLANG, "freight forwarder", "transport")
    mark = Mark(
        "forwarder as end user",
        "a freight forwarder or customs broker is the end user",
        "review",
        "flag",
        "RF03",
    )
    return [
        Plant(
            agent,
            good_named("steel panel radiators"),
            (mark,),
            side={"parties": (known(agent),)},
        ),
        Plant(
            broker,
            good_named("mortice door locks"),
            (mark,),
            side={"parties": (known(broker, role_business="customs broker"),)},
        ),
        Plant(
            trader,
            good_named("helical gear reducers"),
            (
                mark,
                Mark(
                    "certificate",
                    "a forwarder signs the certificate as end user",
                    "review",
                    "certificate|flag",
                    "signer|trader|RF43|RF03",
                ),
            ),
            {"end_user_certificate": "EUC-{id}"},
            side={
                "parties": (known(trader),),
                "certificates": (certificate(trader.name, "MY", signer_role="trader"),),
            },
        ),
    ]


def _free_on_board() -> list[Plant]:
    operator = next(one for one in listed.prohibited() if one.name.startswith("Daryavandar"))
    number, record = _ship(2)
    unlisted = imo(700)
    mark = Mark(
        "sale FOB to a proscribed operator",
        "sold FOB and lifted at a transit port by an operator of a proscribed destination",
        "review",
        "flag",
        "RF24",
    )
    here = {"incoterm": "FOB", "transit_ports": "", "free_zone": "no"}
    return [
        Plant(
            buyer("Marwalban Steel Stockholding LLC", DUBAI, "metals"),
            good_named("galvanised steel wire"),
            (mark,),
            {
                **here,
                "vessel": "ARDENQUAYE",
                "vessel_imo": imo(705),
                "vessel_flag": "IR",
                "vessel_operator": operator.name,
                "vessel_operator_country": "IR",
                "carrier": operator.name,
                "carrier_country": "IR",
            },
        ),
        Plant(
            buyer("Cahyangkara Hardware Sdn Bhd", KLANG, "hardware"),
            good_named("zinc plated steel door hinges"),
            (
                mark,
                Mark(
                    "ship by number",
                    "a listed ship under another name; its IMO number stayed",
                    "stop",
                    "party",
                    record,
                ),
            ),
            {
                **here,
                "vessel": "SENNAVIK",
                "vessel_imo": number,
                "vessel_flag": "KP",
                "vessel_operator": "Sennavik Marine",
                "vessel_operator_country": "KP",
            },
        ),
        Plant(
            buyer("Dukramlestu Drives and Belts Pte Ltd", ("SG", "Singapore", "Singapore")),
            good_named("rubber V-belts"),
            (mark,),
            {
                **here,
                "incoterm": "FCA",
                "vessel": "VERDOLANE",
                "vessel_imo": unlisted,
                "vessel_flag": "TG",
                "vessel_operator": "",
                "vessel_operator_country": "",
            },
            side={
                "vessels": (
                    {
                        "imo": unlisted,
                        "name": "VERDOLANE",
                        "flag": "TG",
                        "operator": "Verdolane Shipping",
                        "operator_country": "KP",
                        "owner": "Verdolane Shipping",
                        "next_ports": "Nampo",
                        "schedule": "Singapore, then Nampo",
                    },
                )
            },
        ),
    ]


def _splits() -> list[Plant]:
    settings = {
        "multiphase_output_power": "4000 VA",
        "frequency": "120 Hz",
        "frequency_control": "0.5 %",
    }
    inverter = Good(
        sector="water supply",
        text="frequency inverter for water pumps, 4 kW",
        hs="850440",
        unit="pcs",
        price=980,
        kilos=12,
        usual=5,
        use="village water supply",
        params=settings,
    )
    meter = Good(
        sector="school supply",
        text="digital multimeters with recorder",
        hs="903032",
        unit="pcs",
        price=990,
        kilos=12,
        usual=5,
        use="technical college laboratory",
    )
    what = "one order in parts, each just under the same round value"
    mark = (Mark("split order", what, "clear", "flag", "RF36"),)
    one = buyer("Selasariku Water Engineering Co Ltd", HANOI, "water supply")
    two = buyer("Tekavinhoa College Supplies Sdn Bhd", KLANG, "school supply")
    three = buyer("Seladawira College Supplies Sdn Bhd", KLANG, "school supply")

    def part(firm: Firm, good: Good, value: str) -> Plant:
        user = two if good is meter else firm
        cells = {
            "quantity": "5",
            "value": value,
            "net_weight_kg": "61.0",
            "order_date": "2026-01-15",
            "end_user": user.name,
            "end_user_address": user.address,
            "end_user_certificate": "EUC-{id}",
        }
        paper = certificate(user.name, user.country, consignee=firm.name)
        return Plant(firm, good, mark, cells, side={"certificates": (paper,)})

    return [
        part(one, inverter, "4950.00"),
        part(one, inverter, "4900.00"),
        part(one, inverter, "4980.00"),
        part(two, meter, "4960.00"),
        part(three, meter, "4940.00"),
    ]


def plants() -> list[Plant]:
    """The planted shipments about the way of the goods, in the order of the file."""
    groups = (
        _ships(),
        _forwarders(),
        _free_on_board(),
        _splits(),
    )
    return [plant for group in groups for plant in group]
