"""Country names as people, lists and customs write them. In: text; out: ISO alpha-2 codes.

A code is text and never guessed: a spelling we do not know gives ``""``, which means unknown.
Kosovo is ``XK`` (user-assigned). A former state (Soviet Union) has no code. Finding a country
inside an address does not belong here.
"""

import gettext
import re
import unicodedata
from functools import cache, lru_cache

import pycountry

_SPELLINGS = """
AE: uae, u a e, united arab emirate, emirates, dubai, abu dhabi, sharjah
AG: antigua
BA: bosnia, bosnia herzegovina, bosnia and herzegowina
BH: kingdom of bahrain
BN: brunei
BO: bolivia
BS: bahamas the
BQ: bonaire
BY: byelorussia, belorussia
CD: drc, d r c, dr congo, congo kinshasa, congo democratic republic, zaire, congo the
    democratic republic
CF: car, central african rep
CG: congo brazzaville, congo republic of the, republic of the congo
CI: ivory coast, cote d ivoire, cote divoire
CN: china mainland, mainland china, pr china, p r china, prc, p r c, peoples republic of
    china, china pr, china p r, china peoples republic, china peoples republic of, china prc,
    p r of china
CV: cape verde
CZ: czech republic, czech rep
DE: federal republic of germany
DO: dominican rep, rep dominicana
FK: falkland islands, falklands
FM: micronesia
GB: uk, u k, great britain, britain, england, scotland, wales, northern ireland, united
    kingdom uk, gt britain, uk great britain and northern ireland
GM: gambia the
GR: el, hellas
HK: hong kong, hongkong, hong kong china, china hong kong, hong kong sar, hong kong s a r,
    hong kong sar china, china hong kong special administrative region, hong kong china sar,
    hong kong special administrative region
IM: isle of man, man isle of
IR: iran, i r iran, ir iran, iran islamic rep, islamic rep of iran, islamic rep iran, i r of
    iran
KE: republic of kenya
KG: kyrgyz republic, kirghizia, kirgizstan, kirghizstan, kirgizia
KN: st kitts and nevis, saint kitts, st kitts
KP: north korea, korea north, dprk, d p r k, dpr korea, d p r korea, korea dpr, korea d p r,
    korea dem peoples rep, korea dem people s rep, democratic peoples republic of korea, korea
    democratic peoples republic of, dem peoples rep of korea, korea democratic people republic
KR: south korea, korea south, rok, r o k, korea rep, rep of korea, korea r o, korea republic
KZ: kazakstan
LA: laos, lao pdr, lao p d r, lao peoples democratic republic
LC: st lucia
LY: libyan arab jamahiriya, libya arab jamahiriya
MD: moldova, moldavia, moldova rep of
MK: macedonia, fyrom, macedonia the former yugoslav republic of, the former yugoslav republic
    of macedonia, former yugoslav republic of macedonia, republic of macedonia, republic of
    north macedonia
MM: burma, burma myanmar, myanmar burma, union of myanmar, union of burma
MO: macau, macao china, china macao, macau china, china macau, macau sar, macao sar, china
    macao special administrative region, macao special administrative region
NL: holland, the netherlands
PF: tahiti
PG: papua new guinea png
PS: palestine, palestinian, palestinian authority, palestinian territory, palestinian
    territories, occupied palestinian territory, west bank, gaza, gaza strip, west bank and
    gaza, palestinian territory occupied, northern gaza, north gaza
MF: saint martin, st martin
RU: россия, рф, russia, russian fed, russia federation, r f, rf russia, russian
SA: ksa, k s a, saudi, saudi arabia kingdom, kingdom of saudi arabia
SH: saint helena, st helena
SX: sint maarten, st maarten
SK: slovakia, slovak rep
ST: sao tome
SY: syria, syrian arab rep, syrian republic
SZ: swaziland
TL: east timor
TR: turkey, turkiye, republic of turkey, republic of turkiye, turkiye cumhuriyeti
TT: trinidad, trinidad tobago
TW: taiwan, taiwan roc, taiwan r o c, roc, r o c, republic of china, taiwan china, china
    taiwan, taiwan province of china, chinese taipei, taiwan republic of china
TZ: tanzania, tanzania united rep
UA: crimea, crimea region of ukraine, ukraine crimea
US: usa, u s a, u s, us of america, united states america, america, united states us, u s of
    america, united states of america usa
VA: vatican, vatican city, holy see, vatican city state
VC: st vincent, st vincent and the grenadines, saint vincent
VE: venezuela, venezuela bolivarian rep
VG: british virgin islands, bvi, b v i, virgin islands british
VI: us virgin islands, u s virgin islands, virgin islands us, virgin islands u s
VN: vietnam, viet nam, s r vietnam, socialist republic of vietnam
WS: western samoa
XK: kosovo, republic of kosovo, kosovo republic of
"""
"""Spellings that ISO 3166 does not give, folded; emirates and parts of a state stand for it."""

_SHORT = {
    "BN": "Brunei", "BO": "Bolivia", "CD": "DR Congo", "CG": "Congo", "FK": "Falkland Islands",
    "FM": "Micronesia", "GB": "United Kingdom", "IR": "Iran", "KP": "North Korea",
    "KR": "South Korea", "LA": "Laos", "MD": "Moldova", "MF": "Saint Martin", "PS": "Palestine",
    "RU": "Russia", "SH": "Saint Helena", "SX": "Sint Maarten", "SY": "Syria", "TW": "Taiwan",
    "TZ": "Tanzania", "VA": "Vatican", "VE": "Venezuela", "VG": "British Virgin Islands",
    "VI": "US Virgin Islands", "VN": "Vietnam", "BQ": "Bonaire, Sint Eustatius and Saba",
    "XK": "Kosovo",
}  # fmt: skip

_LANGUAGES = (
    "ar", "de", "es", "fa", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ro", "ru", "tr", "uk",
    "vi", "zh_CN",
)  # fmt: skip

# Two letters that are words of English before they are a code: taken as one only in capitals.
_WORDS = frozenset(
    ("am", "as", "at", "be", "by", "do", "in", "is", "it", "la", "me", "my", "na", "no", "so",
     "to", "and", "are", "can")
)  # fmt: skip

_DROPPED = frozenset(("the", "of", "and"))


def _fold(text: str) -> str:
    """Lower case without accents and punctuation, letters of any script kept."""
    plain = unicodedata.normalize(
        "NFKD", text.casefold().replace("\u0131", "i").replace("&", " and ")
    )
    marks = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(re.findall(r"\w+", marks.replace("'", "").replace("\u2019", "")))


def _key(folded: str) -> str:
    """The words in no order: "Korea, North" and "North Korea" are one key."""
    return " ".join(sorted(word for word in folded.split() if word not in _DROPPED))


@cache
def _english() -> dict[str, str]:
    """Key -> code: ISO's own names first, then the spellings above."""
    known: dict[str, str] = {}
    for country in pycountry.countries:
        for field in ("name", "official_name", "common_name"):
            if spelling := getattr(country, field, None):
                known[_key(_fold(spelling))] = country.alpha_2
    for line in _SPELLINGS.replace("\n    ", " ").strip().splitlines():
        code, _, spellings = line.partition(": ")
        for spelling in spellings.split(","):
            known[_key(_fold(spelling))] = code
    return known


@cache
def _foreign() -> dict[str, str]:
    """Key -> code in other languages; a name that two countries share is left out."""
    known: dict[str, str] = {}
    for language in _LANGUAGES:
        words = gettext.translation(
            "iso3166-1", pycountry.LOCALES_DIR, [language], fallback=True
        )
        for country in pycountry.countries:
            for field in ("name", "official_name", "common_name"):
                if english := getattr(country, field, None):
                    key = _key(_fold(words.gettext(english)))
                    clash = known.setdefault(key, country.alpha_2) != country.alpha_2
                    known[key] = "" if clash else country.alpha_2
    return known


@cache
def _codes() -> dict[str, str]:
    """Alpha-2 and alpha-3, in capitals -> alpha-2."""
    codes = {country.alpha_2: country.alpha_2 for country in pycountry.countries}
    codes |= {country.alpha_3: country.alpha_2 for country in pycountry.countries}
    return codes | {"XK": "XK", "XKX": "XK", "UK": "GB", "EL": "GR"}


@lru_cache(maxsize=65_536)
def country_code(text: str | None) -> str:
    """Which country is this, as ISO alpha-2? ``""`` when the text is empty or not known.

    >>> country_code("IRAN, ISLAMIC REPUBLIC OF"), country_code("Korea, North")
    ('IR', 'KP')
    >>> country_code("NO"), country_code("no"), country_code("Türkiye"), country_code("Oz")
    ('NO', '', 'TR', '')
    """
    stripped = (text or "").strip()
    if stripped.lower() in _WORDS and not stripped.isupper():
        return ""
    if code := _codes().get(stripped.upper()):
        return code
    key = _key(_fold(stripped.removeprefix("Region:")))
    return _english().get(key) or _foreign().get(key, "") if key else ""


@cache
def words() -> frozenset[str]:
    """Every word, folded, that occurs in a country's name, and every code of three letters.

    >>> "kosovo" in words(), "tur" in words(), "kavzel" in words()
    (True, True, False)
    """
    codes = (code.lower() for code in _codes() if code[2:])
    return frozenset(word for key in (*_english(), *_foreign(), *codes) for word in key.split())


@cache
def country_name(code: str) -> str:
    """What is the country of this ISO alpha-2 code called? The code itself when not known.

    >>> country_name("KP"), country_name("NO"), country_name("ZZ")
    ('North Korea', 'Norway', 'ZZ')
    """
    if code in _SHORT:
        return _SHORT[code]
    country = pycountry.countries.get(alpha_2=code) if code else None
    return str(getattr(country, "common_name", country.name)) if country else code
