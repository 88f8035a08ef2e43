"""Invented telegrams in many styles, each with what a reader must find. In: a seed; out: both.

Everything is invented; places and public bodies are scenery. A style is drawn part by part:
labels, references, headings, marks, classified-by lines, sections, web page, signature.
"""

import random
import textwrap
from dataclasses import dataclass, field

BANNER = "EXERCISE EXERCISE EXERCISE - INVENTED TEXT FOR READER TESTS"
POSTS = (
    "OSLO",
    "ROME",
    "LA PAZ",
    "ABU DHABI",
    "KUALA LUMPUR",
    "AIT TAIPEI",
    "HO CHI MINH CITY",
    "TEL AVIV",
    "MADRID",
    "THE HAGUE",
    "SAO PAULO",
    "VIENNA",
    "LIMA",
    "ANKARA",
    "PORT LOUIS",
    "RIO DE JANEIRO",
    "BERN",
    "CAIRO",
)
TAGS = (
    "ETTC",
    "PARM",
    "PREL",
    "MNUC",
    "KNNP",
    "KSTC",
    "PGOV",
    "ETRD",
    "EWWT",
    "MTCRE",
    "IR",
    "KN",
    "SY",
    "PK",
    "CH",
    "AE",
)
NAMES = (
    "Dana Whitlock",
    "P. Lindmark",
    "Rosa T. Ellery",
    "Ivor Bramley",
    "Ruth Okande",
    "Ada van Houten",
    "John Q. Marsh",
)
TITLES = (
    "Economic Counselor",
    "Deputy Chief of Mission",
    "Charge d'Affaires",
    "Consul General",
    "ISN/CTS Director",
    "Acting Political Section Chief",
    "Ambassador",
)
HEADS = (
    "THE FURNACE",
    "MARLOWE PUMP WORKS LTD",
    "What the Ministry Said",
    "TRANSIT THROUGH THE FREE ZONE",
    "Tavik Optics (TVO)",
    "COMMENT",
    "NEXT STEPS",
    "A Second Report on the Pumps",
    "SUMMARY",
)
SENTENCES = tuple(
    line.strip()
    for line in """
    The ministry told Econoff that the firm had sold 40 bellows valves to a third country.
    Customs opened the crate on March 3 and found graphite gaskets worth EUR 14,200.
    He said that "half of the papers hold a name and little else," and asked for more.
    The shipment left the port aboard a Malta-flagged vessel and has not been seen since then.
    Officials promised a written answer within four weeks and gave thanks for the report.
    The company stated that it had received a request for a quotation and had not replied to it.
    According to the register, the firm moved in 2007 and gave up its licence.
    Post believes that the information is correct and will raise the matter again.
    An end-user certificate named a water works as the buyer of the vacuum pumps and the seals.
    No application has come in, and the licensing office has not heard of the consignee before.
    """.strip().splitlines()
)


def _one_in(rng: random.Random, count: int) -> bool:
    return rng.randrange(count) == 0


@dataclass
class Truth:
    """What a reader must find."""

    header: dict[str, object] = field(default_factory=dict)
    references: list[tuple[str | None, str | None]] = field(default_factory=list)
    paragraphs: list[tuple[int, str | None]] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Style:
    """One draw of everything that differs between messages."""

    rng: random.Random
    letters: str
    width: int
    heading: str

    @classmethod
    def draw(cls, rng: random.Random) -> "Style":
        """A style at random."""
        letters = rng.choice(("{}. ", "({}) ", "{}) ", "{}: ", "{}.) ", "[{}] "))
        heading = rng.choice(("dashes", "gap", "equals", "bare", "wide"))
        return cls(rng, letters, rng.choice((55, 58, 60, 63, 69)), heading)


def _ref(style: Style, year: int, truth: Truth, letter: str | None) -> str:
    rng = style.rng
    post, serial = rng.choice(POSTS), rng.randint(12, 990)
    old = _one_in(rng, 2)
    then = year - rng.randint(1, 3) if old else year
    number = rng.choice((str(serial), f"{serial:04}", f"{serial:06}"))
    written = f"{then % 100:02} " if old else ""
    if old and _one_in(rng, 5):
        written, number = "", f"{number} ({then % 100:02})"
    identifier = f"{then % 100:02}{post.replace(' ', '')}{serial}"
    truth.references.append((letter, identifier))
    tail = rng.choice(
        ("", "", " AND PREVIOUS", " (NOTAL)", " - TAVIK OPTICS", " - PUMPS FOR A WATER WORKS")
    )
    return f"{written}{post} {number}{tail}"


def _references(style: Style, year: int, truth: Truth) -> str:
    rng = style.rng
    count = rng.choice((0, 1, 2, 3, 5, 8))
    label = rng.choice(("REF: ", "REFS: ", "REFS:  ", "Ref: ", "REF(S): "))
    if not count:
        return ""
    if count == 1:
        return rng.choice(("REF: ", "REFTEL: ")) + _ref(style, year, truth, None) + "\n\n"
    items = []
    for i in range(count):
        letter = chr(65 + i)
        if _one_in(rng, 8):
            truth.references.append((letter, None))
            items.append(
                style.letters.format(letter)
                + rng.choice(("BRAMLEY/ELLERY E-MAIL OF JAN 9", "MARSH-OKANDE TELCON 01/11/07"))
            )
        else:
            items.append(style.letters.format(letter) + _ref(style, year, truth, letter))
    between = rng.choice(("\n\n", "\n     ", "\n", "; ", ", ", "  "))
    text = label + between.join(items)
    if between in ("; ", ", ", "  "):
        text = "\n".join(textwrap.wrap(text, style.width, break_long_words=False))
    return text + "\n\n"


def _classified(style: Style, truth: Truth) -> str:
    rng = style.rng
    name, title = rng.choice(NAMES), rng.choice(TITLES)
    letters = rng.sample("bcdefgh", rng.randint(1, 3))
    section = rng.choice(("1.4", "1.5"))
    row = rng.choice((" and ", ", ", ",")).join(f"({x})" for x in letters)
    truth.header |= {"name": name, "title": title, "reasons": (section, tuple(letters))}
    text = rng.choice(
        (
            f"Classified By: {title} {name}. Reasons {section} {row}.",
            f"Classified By: {name}, {title}, for reasons {section} {row}.",
            f"CLASSIFIED BY: {name}, {title}. REASON: {section} {row}",
            f"Classified by {title} {name} for reasons {section} {row.upper()}.",
            f"Classified By: {title} {name}, Reason: {section} {row}.",
        )
    )
    return "\n".join(textwrap.wrap(text, style.width, break_on_hyphens=False)) + "\n\n"


def _heading(style: Style, words: str) -> str:
    under = {
        "dashes": "-" * 14,
        "gap": "-" * 12 + " -",
        "equals": "=" * len(words),
        "bare": "",
        "wide": "-" * len(words),
    }[style.heading]
    return f"{words}\n{under}\n\n" if under else f"{words}\n\n"


def _text(style: Style, count: int) -> str:
    return " ".join(style.rng.choice(SENTENCES) for _ in range(count))


def _extra(style: Style) -> str:
    """Something inside a paragraph that looks like structure and is none."""
    return style.rng.choice(
        (
            "",
            "",
            "",
            "",
            "\n\na. the first crate, with the valves;\n\nb. the second crate, with the seals.",
            "\n\n-- it had ordered no valves;\n\n-- it would not pay for them.",
            "\n1. a pump;\n2. a valve;\n3. a gasket.",
            " (Note: This is the first report on this case. End note.)",
            TABLE,
            " It asked (1) for the serial numbers; (2) for the name of the maker.",
        )
    )


def _quoted(style: Style) -> str:
    return (
        "\n\nBEGIN TEXT:\n\nPumps and Valves\n\n"
        + "\n".join(textwrap.wrap(_text(style, 2), style.width))
        + "\n\nSmall Lots, Many Names\n\n"
        + "\n".join(textwrap.wrap(_text(style, 2), style.width))
        + "\n\nEND TEXT."
    )


def _body(style: Style, truth: Truth, level: str) -> list[str]:
    rng = style.rng
    parts: list[str] = []
    used: set[str] = set()
    for number in range(1, rng.choice((3, 5, 8, 12)) + 1):
        marks = (
            (level, level, "U", "SBU", f"{level}/NF", f"{level}//REL TO USA, GBR")
            if level != "U"
            else ("U", "SBU")
        )
        mark = rng.choice(marks) if not _one_in(rng, 12) else None
        head = rng.choice(HEADS) if _one_in(rng, 3) else None
        text = ""
        if head and head not in used:
            used.add(head)
            truth.headings.append(head)
            text = _heading(style, head)
        truth.paragraphs.append((number, mark))
        words = f"{number}. " + (f"({mark}) " if mark else "") + _text(style, rng.randint(1, 5))
        text += "\n".join(textwrap.wrap(words, style.width, break_on_hyphens=False)) + _extra(
            style
        )
        if _one_in(rng, 16):
            text += _quoted(style)
            truth.headings.append("Small Lots, Many Names")
        parts.append(text)
    return parts


TABLE = (
    "\n\n   LINE  GOODS            QTY\n   ----  ---------------  ---\n"
    "   1     shaft seals       60\n   2     gaskets          400"
)
LEVELS = {"S": "S E C R E T", "C": "C O N F I D E N T I A L", "U": "UNCLAS"}


def message(seed: int) -> tuple[str, Truth]:
    """An invented telegram and its truth; the same seed gives the same one."""
    rng = random.Random(seed)  # noqa: S311 - a bench draws, it keeps no secret
    style, truth = Style.draw(rng), Truth()
    post, serial, level = rng.choice(POSTS), rng.randint(990, 9000), rng.choice("SCCCU")
    year, month, day, hour, minute = (
        rng.randint(2004, 2011),
        rng.randint(2, 12),  # in January a number of the year before may lack its year
        rng.randint(1, 28),
        rng.randint(0, 23),
        rng.randint(0, 59),
    )
    mon = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")[
        month - 1
    ]
    group = f"{rng.choice('ZOPR')} {day:02}{hour:02}{minute:02}Z {mon} {year % 100:02}"
    tags = rng.sample(TAGS, rng.randint(2, 7))
    subject = rng.choice(
        (
            "EXERCISE: PUMPS FOR A WATER WORKS THAT NOBODY HAS HEARD OF",
            "EXERCISE - VALVES SOLD TWICE",
            "EXERCISE: MINISTRY ANSWERS ON THREE OF OUR CASES AND ASKS FOR DOCUMENTS",
        )
    )
    marked = level != "U" and not _one_in(rng, 3)
    captions = rng.choice(("SIPDIS", "EXERCISE SIPDIS", "NOFORN\nSIPDIS", "SENSITIVE\nSIPDIS"))
    truth.header |= {
        "identifier": f"{year % 100:02}{post.replace(' ', '')}{serial}",
        "sent": f"{year}-{month:02}-{day:02}T{hour:02}:{minute:02}Z",
        "from": f"AMEMBASSY {post}",
        "tags": tuple(tags),
        "subject": subject,
        "marking": level if marked else None,
        "captions": tuple(captions.split()),
        "station": post,
        "serial": serial,
    }
    decl = f"{month:02}/{day:02}/{year + 10}"
    truth.header["declassify"] = f"{year + 10}-{month:02}-{day:02}" if level != "U" else None
    block = _block(
        style, truth, (level, post, serial, captions, decl, tags, subject, marked, year)
    )
    parts = _body(style, truth, level)
    signer = rng.choice(("HARGROVE", "AGUILERA-ROSS", "O'DELL", "MARSH", "VAN HOUTEN"))
    truth.header["signature"] = signer
    top = _top(rng, (post, serial, level, group, day, month, year, hour, minute))
    text = (
        BANNER
        + "\n"
        + top
        + block
        + ("\n" + block if _one_in(rng, 3) else "")
        + "\n"
        + "\n\n".join(parts)
    )
    return text + f"\n\n{signer}\n" + rng.choice(
        ("", "NNNN\n", "\nShare this page\n\n print - top\n")
    ), truth


def _top(rng: random.Random, facts: tuple[object, ...]) -> str:
    post, serial, level, group, *_ = facts
    if _one_in(rng, 10):
        return f"{group}\nFM AMEMBASSY {post}\nTO SECSTATE WASHDC PRIORITY 0381\n"
    return (
        f"VZCZCXYZ{rng.randint(0, 9999):04}\n{str(group)[0] * 2} RUEHWEB\n\n"
        f"DE RUEHXX #{int(str(serial)) % 10000:04}{rng.choice(('', '/01'))} 0790625\n"
        f"{'ZNR UUUUU' if level == 'U' else 'ZNY ' + str(level) * 5} ZZH\n{group}\n"
        f"FM AMEMBASSY {post}\n"
        "TO RUEHC/SECSTATE WASHDC PRIORITY 0381\n"
        "INFO RUEHAD/AMEMBASSY ABU DHABI PRIORITY 0055\nRUEKJCS/SECDEF WASHINGTON DC\n"
    )


def _block(style: Style, truth: Truth, facts: tuple[object, ...]) -> str:
    level, post, serial, captions, decl, tags, subject, marked, year = facts
    rng = style.rng
    order = f"E.O. 12958: DECL: {decl}" if level != "U" else "E.O. 12958: N/A"
    if _one_in(rng, 5):
        order = order.replace("E.O. 12958:", "EO 12958")
    row = rng.choice((" ", ", ")).join(tags)  # type: ignore[arg-type]
    label = rng.choice(("SUBJECT: ", "SUBJ: ", "SUBJECT:  "))
    words = label + (f"({level}) " if marked else "") + str(subject)
    text = (
        f"{LEVELS[str(level)]} {post} {int(str(serial)):06}\n\n{captions}\n\n"
        f"STATE FOR ISN/CATR AND EAP\n\n{order}\n"
        f"{rng.choice(('TAGS: ', 'TAGS '))}{row}\n"
        + "\n".join(textwrap.wrap(words, style.width))
        + "\n\n"
    )
    text += _references(style, int(str(year)), truth)
    return text + (_classified(style, truth) if level != "U" else "")
