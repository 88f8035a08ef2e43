"""Units as trade writes them. In: folded text after a number; out: the lawbook's unit name.

``law.units`` converts; here are only spellings. Case is gone: ``mpa`` is MPa, ``mg`` is mg.
"""

import re

_SPELLINGS = {
    "mm": "mm millimetre millimetres millimeter millimeters мм",
    "cm": "cm centimetre centimetres centimeter centimeters см",
    "m": "m metre metres meter meters м mtr",
    "um": "um micron microns micrometre micrometres micrometer micrometers mkm мкм",
    "nm": "nm nanometre nanometer",
    "km": "km kilometre kilometres kilometer kilometers км",
    "inch": 'inch inches "',
    "ft": "ft feet foot",
    "kg": "kg kgs kilogram kilograms кг",
    "tonne": "t tonne tonnes mt т",
    "lb": "lb lbs pound pounds",
    "mg": "mg",
    "L": "l litre litres liter liters ltr ltrs lt л",
    "mL": "ml cc",
    "gallon": "gal gals gallon gallons",
    "m**3": "m3 cbm м3",
    "m**2": "m2 sqm м2",
    "cm**2": "cm2",
    "ft**2": "ft2 sqft",
    "Pa": "pa",
    "kPa": "kpa",
    "MPa": "mpa n/mm2 мпа",
    "GPa": "gpa",
    "bar": "bar barg bara",
    "mbar": "mbar",
    "psi": "psi",
    "ksi": "ksi",
    "torr": "torr mmhg",
    "inHg": "inhg",
    "N": "n",
    "kN": "kn",
    "N*s": "n.s n*s",
    "kN*s": "kns kn.s kn*s",
    "MN*s": "mns mn.s mn*s",
    "g/cm**3": "g/cm3 g/cc g/ml",
    "kg/m**3": "kg/m3",
    "Hz": "hz гц",
    "kHz": "khz кгц",
    "MHz": "mhz msps ms/s",
    "GHz": "ghz gsps gs/s",
    "VA": "va",
    "kVA": "kva",
    "MVA": "mva",
    "W": "w watt watts",
    "kW": "kw",
    "deg": "deg degree degrees °",
    "arcsec": "arcsec arcsecond arcseconds",
    "arcmin": "arcmin arcminute",
    "deg/s": "deg/s deg/sec °/s °/sec dps",
    "deg/hour": "deg/h deg/hr deg/hour °/h °/hr °/hour",
    "deg/hour**0.5": "deg/√h deg/√hr deg/sqrt(h) deg/sqrt(hr) deg/sqrt(hour) °/√h °/√hr",
    "degC": "°c degc ℃ c",
    "degF": "°f degf",
    "K": "k kelvin",
    "percent": "% percent pct",
    "wt%": "wt% wt.% %wt w/w%",
    "vol%": "vol% vol.% %vol",
    "ppm": "ppm",
    "mg/m**3": "mg/m3",
    "ug/m**3": "ug/m3",
    "g": "g gram grams gr",
    "g_n": "g_n gn",
    "ug_n": "ug_n ugn",
    "ug": "ug",
    "hour": "h hr hrs hour hours",
    "minute": "min mins minute minutes",
    "km/hour": "km/h kmh kph",
    "m/s": "m/s",
    "knot": "kn_ knot knots",
    "deg/min": "deg/min",
    "ms": "ms msec",
    "us": "us usec",
    "ns": "ns nsec",
    "ps": "ps psec",
    "fs": "fs",
    "s": "s sec secs second seconds",
    "V": "v volt volts vdc vac в",
    "kV": "kv kvdc кв",
    "mV": "mv",
    "A": "a amp amps ampere amperes",
    "kA": "ka",
    "mA": "ma",
    "A/mm**2": "a/mm2",
    "uF": "uf mfd",
    "nF": "nf",
    "pF": "pf",
    "nH": "nh",
    "uH": "uh",
    "ohm": "ohm ohms",
    "J": "j joule joules дж",
    "mJ": "mj",
    "kJ": "kj",
    "uJ": "uj",
    "MW": "megawatt megawatts мвт",
    "mW": "mw milliwatt milliwatts",
    "uW": "uw",
    "GW": "gw",
    "eV": "ev",
    "keV": "kev кэв",
    "MeV": "mev мэв",
    "rpm": "rpm r/min u/min",
    "L/s": "l/s",
    "L/minute": "l/min lpm slpm",
    "L/hour": "l/h l/hr lph",
    "m**3/hour": "m3/h m3/hr cmh м3/ч",
    "m**3/s": "m3/s",
    "ft**3/minute": "cfm",
    "m/s**2": "m/s2",
    "km/s": "km/s",
    "mile/hour": "mph",
    "nmi": "nmi",
    "mile": "mile miles",
    "dtex": "dtex",
    "tex": "tex",
    "denier": "denier den",
    "T": "tesla",
    "nT": "nt",
    "pT": "pt",
    "gauss": "gauss",
    "mrad": "mrad",
    "urad": "urad",
    "kgf": "kgf kp",
    "lbf": "lbf",
    "N*m": "n.m n*m",
    "GBq": "gbq",
    "TBq": "tbq",
    "MBq": "mbq",
    "Ci": "ci curie",
    "gray": "gy",
    "kGy": "kgy",
    "mGal": "mgal milligal",
    "kg/hour": "kg/h kg/hr",
    "Wh/kg": "wh/kg",
    "W*hour": "wh",
    "mol": "mol",
    "THz": "thz",
    "g/m**2": "g/m2 gsm",
    "mm**2": "mm2",
    "cm**3": "cm3",
    "mm/minute": "mm/min",
    "S/m": "s/m",
    "baud": "baud",
    "Mbit/s": "mbit/s mbps",
    "Gbit/s": "gbit/s gbps",
}
_PHRASES = (  # several words for one unit, longest first
    (r"arc[ -]?sec(?:ond)?s?|seconds? of arc", "arcsec"),
    (r"deg(?:ree)?s? ?per ?(?:sqrt|root|square root) ?(?:of )?h(?:ou)?r?", "deg/hour**0.5"),
    (r"deg(?:ree)?s? ?per ?(?:hour|hr)", "deg/hour"),
    (r"deg(?:ree)?s? ?per ?sec(?:ond)?", "deg/s"),
    (r"(?:micro|u)[ -]?g\b", "ug_n"),
    (r"milli[ -]?g\b", "mg_n"),
    (r"% ?(?:by|per) ?weight|% ?w/w|wt[. -]*%|weight ?%", "wt%"),
    (r"% ?by ?vol(?:ume)?|vol[. -]*%", "vol%"),
    (r"sq\.? ?m(?:et(?:er|re)s?)?\b|square met(?:er|re)s?", "m**2"),
    (r"deg(?:ree)?s? ?c(?:elsius)?\b|celsius", "degC"),
    (r"in ?hg\b", "inHg"),
    (r"mm ?hg\b", "torr"),
    (r"kilo ?newtons?", "kN"),
    (r"mn[ .·*]s\b", "MN*s"),
    (r"kn[ .·*]s\b", "kN*s"),
    (r"n[ .·*]s\b", "N*s"),
    (r"n ?/ ?mm2", "MPa"),
    (r"mrad ?\(si\)|mrads\b|megarads?\b", "Mrads"),
    (r"krads? ?\(si\)|krads?\b|kilorads?\b", "krads"),
    (r"rads? ?\(si\)", "rads"),
    (r"lit(?:er|re)s? ?(?:/|per) ?s(?:ec(?:ond)?)?\b", "L/s"),
    (r"lit(?:er|re)s? ?(?:/|per) ?min(?:ute)?\b", "L/minute"),
    (r"lit(?:er|re)s? ?(?:/|per) ?h(?:ou)?r?\b", "L/hour"),
    (r"cubic met(?:er|re)s? ?(?:/|per) ?h(?:ou)?r?\b", "m**3/hour"),
    (r"cubic met(?:er|re)s?", "m**3"),
    (r"rev(?:olution)?s? ?(?:/|per) ?min(?:ute)?", "rpm"),
    (r"nautical miles?", "nmi"),
    (r"kilo ?met(?:er|re)s?", "km"),
    (r"milli ?sec(?:ond)?s?", "ms"),
    (r"micro ?sec(?:ond)?s?", "us"),
    (r"nano ?sec(?:ond)?s?", "ns"),
    (r"pico ?sec(?:ond)?s?", "ps"),
    (r"deg ?/ ?(?:√|sqrt|rt) ?-?\(?h(?:ou)?r?\)?|° ?/ ?√ ?h(?:ou)?r?", "deg/hour**0.5"),
)  # fmt: skip
UNIT_OF = {spelling: unit for unit, words in _SPELLINGS.items() for spelling in words.split()}
_LONGEST_FIRST = sorted(UNIT_OF, key=len, reverse=True)
_ANY = "|".join(
    (
        *(pattern for pattern, _ in _PHRASES),
        *(
            re.escape(s) + (r"(?![a-z0-9/^*])" if s[-1].isalnum() else "")
            for s in _LONGEST_FIRST
        ),
    )
)
PATTERN = rf"(?:{_ANY})"
_CASED = {  # what a capital first letter makes of a unit
    ("mW", "M"): "MW",
    ("mJ", "M"): "MJ",
    ("mV", "M"): "MV",
    ("mA", "M"): "MA",
    ("ns", "N"): "N*s",
    ("MPa", "m"): "mPa",
}
_COMPILED = tuple((re.compile(pattern), unit) for pattern, unit in _PHRASES)


def unit_of(words: str) -> str:
    """The lawbook's name of a unit as written in folded text, or "".

    >>> unit_of("microns"), unit_of("arc seconds"), unit_of("deg/hr"), unit_of("parsnips")
    ('um', 'arcsec', 'deg/hour', '')
    """
    cleaned = words.strip()
    if cleaned in UNIT_OF:
        return UNIT_OF[cleaned]
    return next((unit for pattern, unit in _COMPILED if pattern.fullmatch(cleaned)), "")


def as_cased(unit: str, written: str) -> str:
    """The unit with the prefix its first letter means: mW is a milliwatt, MW a megawatt.

    >>> as_cased("mW", "MW"), as_cased("mW", "mW"), as_cased("MPa", "mpa")
    ('MW', 'mW', 'MPa')
    """
    shown = written.strip()
    if shown.startswith("mp"):  # all small: a careless MPa
        return unit
    return _CASED.get((unit, shown[:1]), unit)
