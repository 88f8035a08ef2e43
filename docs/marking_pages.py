"""The reference page of markings. In: the token tables and groups; out: Markdown.

``generate.py`` writes it. The words come from ``catchall.marking``; only the sentences around
them stand here.
"""

from collections.abc import Iterable, Iterator

from catchall.law.load import load
from catchall.marking import vocabulary
from catchall.marking.groups import VALUES
from catchall.marking.leads import NEEDS
from catchall.marking.sources import FIELDS
from catchall.marking.vocabulary import Token

INTRODUCTION = """The words that `catchall.marking` reads, from its token tables. Banner,
portion and other words are interchangeable on input; a banner is written with the first.
Anything else is not understood, and a marking that holds such a word may be read by nobody.
`SECRET` and `TOP SECRET` alone are American; before a British national caveat they are British.
What the marks do is told in [Markings](../explanation/markings.md)."""
ACCESS = {
    "named": "only those whom the originator named",
    "usa": "USA only, also beside a release mark",
    "home": "USA only without a release mark",
    "list": "names who may have it",
    "none": "no effect",
}
LISTS = (
    ("Dissemination", vocabulary.DISSEMINATION),
    ("Other than intelligence", vocabulary.NON_IC),
    ("Telegram captions (read, never written)", vocabulary.TELEGRAM),
    ("British handling and descriptors", vocabulary.UK),
)


def cell(words: Iterable[str]) -> str:
    """Words as one cell of a table."""
    return ", ".join(f"`{word}`" for word in words)


def classes() -> Iterator[str]:
    """The classes of each policy, lowest first."""
    yield "## Classes\n\n| policy | level | banner | portion | also |\n|---|---|---|---|---|"
    for policy, tokens in vocabulary.CLASSES.items():
        for token in tokens:
            also = cell(token.titles)
            words = f"`{token.banner}` | `{token.portion}`"
            yield f"| {policy} | {token.level} | {words} | {also} |"
    yield "\n| old form | stands for | with |\n|---|---|---|"
    for word, row in vocabulary.OLD_CLASSES.items():
        yield f"| `{word}` | `{row['means']}` | {row.get('adds', '')} |"
    captions = (f"`{word}` ({means})" for word, means in vocabulary.CAPTIONS.items())
    yield f"\nCaptions after the class: {', '.join(captions)}."


def compartments() -> Iterator[str]:
    """Systems with their titles, programmes, atomic marks."""
    yield "\n## Compartments and atomic marks\n\n| system | titles |\n|---|---|"
    for system, titles in vocabulary.SYSTEMS.items():
        said = (
            f"{word} = {short if word == 'title' else f'{system}-{short}'}"
            for word, short in titles.items()
        )
        yield f"| `{system}` | {', '.join(said).replace('title = ', '')} |"
    nato = cell((*vocabulary.NATO_PROGRAMMES, *vocabulary.NATO_ATOMIC))
    yield f"\nPrograms: `SAR-`. NATO: {nato}; its classes ask for `{vocabulary.NATO_READ_IN}`."
    instead = (f"`{one}` asks for `{other}`" for one, other in vocabulary.ASKED_INSTEAD.items())
    also = (f"`{one}` also for `{other}`" for one, other in vocabulary.ASKED_BESIDES.items())
    yield f"Read-ins: {'; '.join((*instead, *also))}."
    yield "\n| atomic | portion | also |\n|---|---|---|"
    for token in vocabulary.ATOMIC:
        yield f"| `{token.banner}` | `{token.portion}` | {cell(token.titles)} |"


def effect(token: Token) -> str:
    """What the mark does, in words."""
    return "; ".join(words for name, words in ACCESS.items() if name in token.access)


def marks() -> Iterator[str]:
    """Caveats and release marks in the order of a banner."""
    for title, tokens in LISTS:
        yield f"\n## {title}\n\n| banner | portion | also | access |\n|---|---|---|---|"
        for token in tokens:
            also = cell(token.titles)
            yield f"| `{token.banner}` | `{token.portion}` | {also} | {effect(token)} |"
    national = (
        f"`{name}` ({', '.join(sorted(codes))})"
        for name, codes in vocabulary.UK_NATIONAL.items()
    )
    yield f"\nBritish national caveats: {', '.join(national)}."


def groups() -> Iterator[str]:
    """Groups built in, and groups whose members stand in the lawbook."""
    yield "\n## Groups\n\n| built in | members |\n|---|---|"
    for code, members in vocabulary.GROUPS.items():
        yield f"| `{code}` | {', '.join(sorted(members))} |"
    yield "\n| in the lawbook | value | members held | from |\n|---|---|---|---|"
    values = load().values
    for code, name in VALUES.items():
        first, last = values[name][0], values[name][-1]
        yield f"| `{code}` | `{name}` | {len(last.value)} | {first.start} |"


def protected() -> Iterator[str]:
    """Fields that reveal a source, and what a lead needs."""
    yield f"\n## Fields that reveal a source\n\n{cell(sorted(FIELDS))}."
    yield "\n## What a lead needs\n\n| need | question |\n|---|---|"
    for need, question in NEEDS.items():
        yield f"| `{need}` | {question} |"


def markings_page(written: str) -> str:
    """The whole page."""
    lines = (*classes(), *compartments(), *marks(), *groups(), *protected())
    return "\n".join([f"# Words of markings\n\n{written}\n{INTRODUCTION}\n", *lines]) + "\n"
