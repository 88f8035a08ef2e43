"""The units met most, each with its worth in the first of its kind. In: nothing; out: a table.

So that a short run need not read all of pint's definitions; tests hold every row against pint.
Angles, shares, turning and frequency stand apart: that they all lack a dimension makes no
degree a percent, and a turn a minute is no hertz.
"""

from fractions import Fraction

_KINDS = {
    "length": "m 1 mm 1e-3 cm 1e-2 um 1e-6 nm 1e-9 km 1e3 inch 254e-4 ft 3048e-4 nmi 1852 "
    "nautical_mile 1852 mile 1609344e-3",
    "mass": "kg 1 g 1e-3 mg 1e-6 ug 1e-9 tonne 1e3 lb 45359237e-8",
    "volume": "m**3 1 L 1e-3 mL 1e-6 cm**3 1e-6",
    "area": "m**2 1 cm**2 1e-4 mm**2 1e-6 ft**2 9290304e-8",
    "pressure": "Pa 1 kPa 1e3 MPa 1e6 GPa 1e9 mPa 1e-3 bar 1e5 mbar 1e2",
    "force": "N 1 kN 1e3 MN 1e6 kgf 980665e-5",
    "torque or energy": "J 1 uJ 1e-6 mJ 1e-3 kJ 1e3 MJ 1e6 N*m 1 W*hour 3600 "
    "eV 1602176634e-28 keV 1602176634e-25 MeV 1602176634e-22",
    "impulse": "N*s 1 kN*s 1e3 MN*s 1e6",
    "density": "kg/m**3 1 g/cm**3 1e3 g/mL 1e3 mg/m**3 1e-6 ug/m**3 1e-9",
    "frequency": "Hz 1 kHz 1e3 MHz 1e6 GHz 1e9 THz 1e12",
    "power": "W 1 mW 1e-3 uW 1e-6 kW 1e3 MW 1e6 GW 1e9 VA 1 kVA 1e3 MVA 1e6",
    "voltage": "V 1 mV 1e-3 kV 1e3 MV 1e6",
    "current": "A 1 mA 1e-3 kA 1e3",
    "current density": "A/mm**2 1e6 mA/mm**2 1e3 A/cm**2 1e4",
    "capacity": "pF 1 nF 1e3 uF 1e6",
    "inductance": "nH 1 uH 1e3",
    "resistance": "ohm 1",
    "resistivity": "ohm*cm 1",
    "conductivity": "S/m 1",
    "current rise": "A/us 1",
    "time": "s 1 ms 1e-3 us 1e-6 ns 1e-9 ps 1e-12 fs 1e-15 minute 60 hour 3600",
    "acceleration": "g_n 980665e-5 mg_n 980665e-8 ug_n 980665e-11 mGal 1e-5 m/s**2 1",
    "angle": "deg 3600 arcmin 60 arcsec 1",
    "turning": "deg/s 3600 deg/min 60 deg/hour 1 rpm 21600",
    "angular acceleration": "deg/s**2 1",
    "beam": "mrad 1 urad 1e-3",
    "drift": "deg/hour**0.5 1",
    "share": "percent 1e4 ppm 1",
    "level": "dB 1",
    "field": "T 1 tesla 1 nT 1e-9 pT 1e-12",
    "dose or heat": (
        "gray 1 rads 1e-2 krads 10 Mrads 1e4 kGy 1e3 Gy 1 J/kg 1 kJ/kg 1e3 MJ/kg 1e6 "
        "Wh/kg 3600 W*h/kg 3600"
    ),
    "dose rate": "gray/s 1 Gy/s 1 W/kg 1",
    "activity": "MBq 1 GBq 1e3 TBq 1e6",
    "specific activity": "GBq/kg 1",
    "heat on area": "MJ/m**2 1",
    "heat in volume": "GJ/m**3 1",
    "power in volume": "kW/m**3 1",
    "specific impulse": "kN*s/kg 1",
    "specific force": "kN/kg 1e3 N/kg 1",
    "weight on area": "kg/m**2 1 g/m**2 1e-3",
    "unbalance": "g*mm/kg 1",
    "data rate": "bit/s 1 Mbit/s 1e6 Gbit/s 1e9",
    "amount": "mmol 1",
    "consumption by force": "kg/N/hour 1",
    "consumption by energy": "kg/(kW*hour) 1",
    "atomic mass": "u 1",
}
_PER_HOUR = {  # worth is for an hour, so that it stays a whole number
    "speed": "m/s 3600 km/s 36e5 mm/us 36e5 km/hour 1e3 knot 1852 nmi/hour 1852 "
    "nautical_mile/hour 1852 mile/hour 1609344e-3 mm/s 36e-1 mm/minute 6e-2 um/hour 1e-6",
    "wear": "mm/year 1",
    "mass flow": "kg/hour 1 g/hour 1e-3",
    "flow": "m**3/hour 1 L/hour 1e-3 L/minute 6e-2 m**3/s 3600 L/s 36e-1",
}


def _worth(text: str) -> Fraction:
    digits, _, places = text.partition("e")
    return Fraction(digits) * Fraction(10) ** int(places or 0)


def _table() -> dict[str, tuple[str, Fraction]]:
    made: dict[str, tuple[str, Fraction]] = {}
    for kind, row in (_KINDS | _PER_HOUR).items():
        words = row.split()
        pairs = zip(words[::2], words[1::2], strict=True)
        made |= {unit: (kind, _worth(worth)) for unit, worth in pairs}
    return made


TABLE = _table()
"""For each unit its kind and its worth."""
NO_KIND = ("", Fraction(1))
HEAT = {
    "K": (Fraction(1), Fraction(0)),
    "degC": (Fraction(1), Fraction(27315, 100)),
    "degF": (Fraction(5, 9), Fraction(45967, 180)),
}
"""For each unit of temperature its worth and its zero in kelvin."""
