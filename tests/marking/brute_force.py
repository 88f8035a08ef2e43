"""A second marking algebra, written apart from the first: plain sets over a small world.

It imports nothing of ``catchall``. A ``Spec`` says what a portion is; ``text`` writes it, and
``access`` and ``rollup`` answer by going through every reader and every code of the world.
"""

import random
from dataclasses import dataclass, field

COUNTRIES = ("USA", "GBR", "CAN", "AUS", "NZL", "DEU", "IRQ")
GROUPS = {
    "FVEY": {"USA", "AUS", "CAN", "GBR", "NZL"},
    "ACGU": {"USA", "AUS", "CAN", "GBR"},
    "TEYE": {"USA", "AUS", "GBR"},
}
ATOMS = ("NATO", "MTCR", "NSG")
LETTERS = {
    "US": {0: "U", 2: "C", 3: "S", 4: "TS"},
    "FGI": {0: "U", 1: "R", 2: "C", 3: "S", 4: "TS"},
    "NATO": {0: "NU", 1: "NR", 2: "NC", 3: "NS", 4: "CTS"},
    "JOINT": {0: "U", 2: "C", 3: "S", 4: "TS"},
}
PORTION = {
    "RSEN": "RS", "FOUO": "FOUO", "ORCON": "OC", "ORCON-USGOV": "OC-USGOV", "IMCON": "IMC",
    "PROPIN": "PR", "DEA SENSITIVE": "DSEN", "FISA": "FISA", "LIMDIS": "DS", "EXDIS": "XD",
    "NODIS": "ND", "SBU": "SBU", "SBU NOFORN": "SBU-NF", "LES": "LES", "LES NOFORN": "LES-NF",
    "SSI": "SSI",
}  # fmt: skip
CAPTIONS = ("STADIS", "SIPDIS", "EFTO")
SILENT = {"SIPDIS", "EFTO"}
SCI = ("SI", "SI-G", "SI-EU", "TK", "HCS", "HCS-P", "SI-G ABCD")
AEA = {
    "RD": {"RD"}, "RD-N": {"RD-CNWDI"}, "FRD": {"FRD"}, "TFNI": {"TFNI"},
    "DCNI": {"DOD UCNI"}, "UCNI": {"DOE UCNI"},
}  # fmt: skip


@dataclass(frozen=True)
class Spec:
    """A portion: what it holds, in the words of a banner."""

    policy: str = "US"
    level: int = 3
    owners: tuple[str, ...] = ()
    sci: frozenset[str] = frozenset()
    sap: frozenset[str] = frozenset()
    nato: frozenset[str] = frozenset()
    aea: frozenset[str] = frozenset()
    sigma: tuple[tuple[str, int], ...] = ()
    fgi: frozenset[str] = frozenset()
    hidden: bool = False
    cav: frozenset[str] = frozenset()
    nf: bool = False
    rel: frozenset[str] = frozenset()
    disp: frozenset[str] = frozenset()
    relido: bool = False
    bare: bool = False
    strange: str = ""


def text(spec: Spec) -> str:
    """The portion in words; entries stand in no special order."""
    letter = LETTERS[spec.policy][spec.level]
    head = {
        "US": letter,
        "NATO": f"//{letter}",
        "FGI": f"//{' '.join(spec.owners) or 'FGI'} {letter}",
        "JOINT": f"//JOINT {letter} {' '.join(spec.owners)}",
    }[spec.policy]
    head += "".join(f" {name}" for name in sorted(spec.cav) if name in CAPTIONS)
    parts = [sorted(spec.sci), [f"SAR-{name}" for name in sorted(spec.sap)], sorted(spec.nato)]
    parts.append(
        [word for word, marks in AEA.items() if marks <= spec.aea]
        + [f"{family}-SG {number}" for family, number in spec.sigma]
    )
    named = spec.fgi - (set(spec.owners) if spec.policy == "FGI" else set())
    parts.append([f"FGI {' '.join(sorted(named))}"] if named else [])
    parts.append(["FGI"] if spec.hidden and spec.policy != "FGI" else [])
    parts.append([PORTION[name] for name in sorted(spec.cav) if name in PORTION])
    release = ["NF"] * spec.nf + ["REL"] * spec.bare + ["RELIDO"] * spec.relido
    release += [f"REL TO {', '.join(sorted(spec.rel))}"] if spec.rel else []
    release += [f"DISPLAY ONLY {', '.join(sorted(spec.disp))}"] if spec.disp else []
    parts.append(release)
    parts.append([spec.strange] if spec.strange else [])
    return f"({'//'.join([head, *('/'.join(entries) for entries in parts if entries)])})"


def comp(spec: Spec) -> set[str]:
    """The read-ins by name that the portion holds."""
    held = set(spec.sci) | {f"SAR-{name}" for name in spec.sap} | set(spec.nato)
    if (spec.policy == "NATO" and spec.level > 0) or "NATO" in spec.fgi:
        held.add("NATO-READ-IN")
    return held


def marked(spec: Spec) -> bool:
    """Does it carry a release mark?"""
    return any((spec.nf, spec.rel, spec.disp, spec.relido, spec.bare))


def only_usa(spec: Spec) -> bool:
    """Is it American only, whatever else it says?"""
    strong = {"EXDIS", "NODIS", "SBU NOFORN", "LES NOFORN", "DEA SENSITIVE"}
    return spec.nf or spec.bare or bool(spec.cav & strong)


def foreign(spec: Spec) -> bool:
    """Does it hold foreign information?"""
    return spec.policy != "US" or bool(spec.fgi) or spec.hidden


def plain(spec: Spec) -> bool:
    """Is it open to everyone?"""
    if spec.level or marked(spec):
        return False
    if spec.policy == "NATO":
        return not (only_usa(spec) or weak(spec))
    return not (foreign(spec) or spec.cav - SILENT or comp(spec) or spec.aea or spec.sigma)


def weak(spec: Spec) -> bool:
    """Has it a caveat that keeps it at home where no release mark stands?"""
    home = set(PORTION) - {"ORCON", "EXDIS", "NODIS", "SBU NOFORN", "LES NOFORN"}
    return bool(spec.cav & (home - {"DEA SENSITIVE"}))


def expand(codes, groups):
    """Every country that the codes name, groups told by ``groups`` over the built-in ones."""
    known = GROUPS | {code: set(members) for code, members in groups.items()}
    found = set()
    for code in codes:
        is_group = code in ATOMS or code in GROUPS
        found |= known.get(code, set()) if is_group else {code}
    return found


def readers(spec: Spec, groups) -> set[str]:
    """R, as a set of countries of the world."""
    always = {"USA"} if spec.policy in ("US", "FGI") else set()
    cases = (
        (only_usa(spec), {"USA"}),
        (spec.rel, expand(spec.rel, groups) | always),
        (plain(spec), set(COUNTRIES)),
        (marked(spec) or weak(spec), {"USA"}),
        (spec.policy == "JOINT", expand(spec.owners, groups)),
        (spec.policy == "NATO", set(COUNTRIES)),
    )
    return next((answer for applies, answer in cases if applies), {"USA"})


def viewers(spec: Spec, groups) -> set[str]:
    """D, as a set of countries of the world."""
    more = set() if only_usa(spec) else expand(spec.disp, groups)
    return readers(spec, groups) | more


def wanted(spec: Spec) -> set[str]:
    """Every read-in that is asked."""
    asked = comp(spec)
    if "HCS" in asked:
        asked = (asked - {"HCS"}) | {"HCS-P"}
    if "SI-EU" in asked:
        asked.add("SI-NK")
    if spec.aea & {"RD", "RD-CNWDI"} or any(family == "RD" for family, _ in spec.sigma):
        asked.add("RD")
    if "RD-CNWDI" in spec.aea:
        asked.add("CNWDI")
    return asked | {f"SIGMA {number}" for _, number in spec.sigma}


def access(user: dict, spec: Spec, groups=None) -> str:
    """The answer for one reader: every obstacle in turn, then the lists."""
    groups = groups or {}
    level = {"U": 0, "R": 1, "C": 2, "S": 3, "TS": 4}.get(user.get("level"), -1)
    named = {"ORCON", "EXDIS", "NODIS", "STADIS"}
    obstacles = (
        bool(spec.strange),
        level < spec.level,
        bool(spec.sci) and level < 4,
        bool(wanted(spec) - set(user.get("readins", []))),
        bool(spec.cav & named) and not user.get("on_dissem_list"),
    )
    if any(obstacles):
        return "deny"
    if user.get("country") in readers(spec, groups):
        return "read"
    return "display" if user.get("country") in viewers(spec, groups) else "deny"


@dataclass
class Result:
    """What the banner holds; the names are those of a label's fields."""

    policy: str = "US"
    level: int = 0
    owners: set[str] = field(default_factory=lambda: {"USA"})
    comp: set[str] = field(default_factory=set)
    aea: set[str] = field(default_factory=set)
    fgi: set[str] = field(default_factory=set)
    fgi_hidden: bool = False
    nf: bool = False
    rel: set[str] = field(default_factory=set)
    disp: set[str] = field(default_factory=set)
    relido: bool = False
    cav: set[str] = field(default_factory=set)


def _aea(specs, classified) -> set[str]:
    marks = set().union(*(spec.aea for spec in specs))
    sigma = [pair for spec in specs for pair in spec.sigma]
    families = [m.split("-")[0] for m in marks] + [family for family, _ in sigma]
    for family, losers in (("RD", ("FRD", "TFNI")), ("FRD", ("TFNI",))):
        if family in families:
            marks = {mark for mark in marks if mark.split("-")[0] not in losers}
            if sigma:
                numbers = sorted({number for _, number in sigma})
                marks.add(f"{family}-SIGMA {' '.join(map(str, numbers))}")
            break
    return {mark for mark in marks if not (classified and mark.endswith("UCNI"))}


def _cav(specs, classified) -> tuple[set[str], bool]:
    """The caveats, and whether they (or UCNI) force NOFORN."""
    cav = set().union(*(spec.cav for spec in specs))
    forced = any(mark.endswith("UCNI") for spec in specs for mark in spec.aea)
    if "ORCON" in cav:
        cav.discard("ORCON-USGOV")
    if cav & {"NODIS", "EXDIS"}:
        forced = True
        cav -= {"SBU", "SBU NOFORN", "FOUO"}
    if "NODIS" in cav:
        cav.discard("EXDIS")
    for name in ("SBU", "LES"):
        both = f"{name} NOFORN"
        if both in cav:
            apart = classified or any(map(marked, specs))
            forced = forced or apart
            cav = (cav - {name, both}) | ({name} if apart else {both})
    if classified:
        cav -= {"FOUO", "SBU", "LIMDIS"}
    elif cav - SILENT - {"FOUO"}:
        cav.discard("FOUO")
    return cav, forced


def _atoms(codes) -> set[str]:
    """Countries, and groups that nobody can expand."""
    return set().union(*(GROUPS.get(code, {code}) for code in codes))


def _shares(spec: Spec) -> tuple[set[str], set[str]]:
    """Who reads and who sees one portion, for the lists of a banner."""
    listed = set() if only_usa(spec) else _atoms(spec.rel)
    reads = listed | {"USA"}
    return reads, reads | (set() if only_usa(spec) else _atoms(spec.disp))


def _spell(cover: set[str], said: list[set[str]]) -> set[str]:
    """The shortest honest list: groups all wrote, then what they do not already name."""
    every = set.intersection(*said)
    groups = {code for code in every if GROUPS.get(code, set()) & cover}
    spelled = set(groups)
    for code in cover:
        inside = any(code in GROUPS[group] for group in groups)
        if code in every or not inside:
            spelled.add(code)
    return spelled


def _decided_later(spec: Spec, created: str | None) -> bool:
    """Does the portion count as RELIDO?"""
    if marked(spec):
        return spec.relido
    if spec.level == 0:
        return not foreign(spec)
    caveated = spec.cav - SILENT or spec.aea or spec.sigma or comp(spec) - set(spec.sci)
    return bool(created and created >= "2010-06-28" and not caveated and not foreign(spec))


def _release(result: Result, specs, profile, created) -> None:
    parts = [spec for spec in specs if not plain(spec)]
    if any(spec.nf for spec in parts):
        result.nf = True
        return
    reads = set.intersection(*(_shares(spec)[0] for spec in parts))
    sees = set.intersection(*(_shares(spec)[1] for spec in parts)) - reads
    said = [set(spec.rel) | set(spec.disp) for spec in parts]
    if reads - {"USA"}:
        result.rel = _spell(reads, [set(spec.rel) | {"USA"} for spec in parts])
        result.disp = _spell(sees, said) - result.rel if sees else set()
        result.relido = all(spec.relido for spec in parts)
        return
    if sees:
        result.disp = _spell(sees, said)
        return
    naked = any(spec.level and not marked(spec) for spec in parts)
    lists = any(spec.rel or spec.disp or spec.bare for spec in parts)
    if all(_decided_later(spec, created) for spec in parts) and not (naked and lists):
        result.relido = True
        return
    result.nf = not (profile == "DOD" and any(spec.level for spec in specs))


def rollup(specs, profile="IC", created=None) -> Result:
    """The banner of a paper, for portions of the four policies that share one."""
    result = Result()
    top = max(spec.level for spec in specs)
    result.level = 2 if top == 1 else top
    result.comp = set().union(*map(comp, specs))
    result.aea = _aea(specs, top > 0)
    result.cav, forced = _cav(specs, top > 0)
    if forced:
        result.nf = True
    elif any(map(marked, specs)):
        _release(result, specs, profile, created)
    owners = {owner for spec in specs for owner in spec.owners if spec.policy == "JOINT"}
    agreed = all(s.policy == "JOINT" for s in specs) and owners <= _atoms(result.rel)
    result.fgi_hidden = any(s.hidden or (s.policy == "FGI" and not s.owners) for s in specs)
    if agreed:
        result.policy, result.owners = "JOINT", owners
    if not result.fgi_hidden:
        result.fgi = set().union(*(spec.fgi for spec in specs))
        result.fgi |= {"NATO"} if any(spec.policy == "NATO" for spec in specs) else set()
        result.fgi = result.fgi - owners if agreed else result.fgi | (owners - {"USA"})
    if "NATO" in result.fgi:
        result.comp.add("NATO-READ-IN")
    return result


def _some(rng: random.Random, names, chance: float) -> frozenset[str]:
    return frozenset(name for name in names if rng.random() < chance)


def _list(rng: random.Random) -> frozenset[str]:
    """A release list that names USA and one to three others."""
    others = (*COUNTRIES[1:], "FVEY", "ACGU", "TEYE", "NATO", "MTCR")
    return frozenset({"USA", *rng.sample(others, rng.randint(1, 3))})


def draw(rng: random.Random) -> Spec:
    """A portion at random: mostly simple, sometimes everything at once."""
    policy = rng.choices(("US", "FGI", "NATO", "JOINT"), (6, 2, 1, 1))[0]
    level = rng.choice(list(LETTERS[policy]))
    owners = tuple(sorted(rng.sample(COUNTRIES[1:], rng.randint(0, 2))))
    if policy == "JOINT":
        owners = tuple(sorted({"USA", *(owners or ("GBR",))}))
    rich = rng.random() < 0.3
    hidden = not owners if policy == "FGI" else rng.random() < 0.04
    fgi = _some(rng, ("CAN", "DEU", "NATO"), 0.1 if rich else 0.02)
    release = rng.choices(("none", "nf", "rel", "relido", "both", "disp", "rel disp", "bare"),
                          (5, 1, 5, 2, 1, 1, 1, 0.3))[0]  # fmt: skip
    rel = _list(rng) if "rel" in release.split() or release == "both" else frozenset()
    disp = frozenset(_list(rng) - {"USA"} - rel) if "disp" in release else frozenset()
    caveats = _some(rng, PORTION, 0.12 if rich else 0.02)
    captions = _some(rng, CAPTIONS, 0.1) if policy == "US" and rng.random() < 0.1 else ()
    return Spec(
        policy, level, owners if policy in ("FGI", "JOINT") else (),
        _some(rng, SCI, 0.15 if rich else 0.02), _some(rng, ("BP", "CA"), 0.05 if rich else 0),
        _some(rng, ("ATOMAL", "BOHEMIA"), 0.05),
        frozenset().union(*(AEA[word] for word in _some(rng, AEA, 0.08 if rich else 0.01))),
        ((rng.choice(("RD", "FRD")), rng.randint(1, 20)),) if rng.random() < 0.04 else (),
        fgi | (frozenset(owners) if policy == "FGI" else frozenset()), hidden,
        caveats | frozenset(captions), release == "nf", rel, disp,
        release in ("relido", "both"), release == "bare",
        "PURPLE" if rng.random() < 0.01 else "",
    )  # fmt: skip


def draw_user(rng: random.Random) -> dict:
    """A reader at random, cleared for most things most of the time."""
    names = ("SI", "SI-G", "SI-EU", "SI-NK", "TK", "HCS-P", "SI-G ABCD", "SAR-BP", "SAR-CA",
             "ATOMAL", "BOHEMIA", "NATO-READ-IN", "RD", "CNWDI",
             *(f"SIGMA {n}" for n in range(1, 21)))  # fmt: skip
    return {
        "level": rng.choice(("TS", "TS", "S", "C", "R", "U", None)),
        "country": rng.choice(COUNTRIES),
        "readins": sorted(_some(rng, names, rng.choice((0.5, 0.95, 1.0)))),
        "on_dissem_list": rng.random() < 0.6,
    }
