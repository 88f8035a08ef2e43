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
    "N*s": "ns n.s n*s",
    "kN*s": "kns kn.s kn*s",
    "MN*s": "mns mn.s mn*s",
    "g/cm**3": "g/cm3 g/cc g/ml",
    "kg/m**3": "kg/m3",
    "Hz": "hz гц",
    "kHz": "khz кгц",
    "MHz": "mhz",
    "GHz": "ghz",
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
    "degC": "°c degc ℃",
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
    (r"cubic met(?:er|re)s?", "m**3"),
    (r"deg(?:ree)?s? ?c(?:elsius)?\b|celsius", "degC"),
    (r"in ?hg\b", "inHg"),
    (r"mm ?hg\b", "torr"),
    (r"kilo ?newtons?", "kN"),
    (r"mn[ .·*]s\b", "MN*s"),
    (r"kn[ .·*]s\b", "kN*s"),
    (r"n[ .·*]s\b", "N*s"),
    (r"n ?/ ?mm2", "MPa"),
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
