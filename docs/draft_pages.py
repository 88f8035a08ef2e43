"""The page that shows one invented telegram read step by step. In: the reader; out: Markdown.

``generate.py`` writes it; every table is what the code gives for the telegram below: the page
stays true. The telegram is exercise material: its firms, ship and events are invented.
"""

from collections.abc import Iterable, Iterator

from catchall.intake.telegrams import read
from catchall.link.blocks import Evidence
from catchall.link.drafts import CaseDraft, Drafts, draft

TELEGRAM = """VZCZCXYZ0451
PP RUEHWEB

DE RUEHVT #0451 1121310
ZNY CCCCC ZZH
P 221310Z APR 09
FM AMEMBASSY VALLETTA
TO RUEHC/SECSTATE WASHDC PRIORITY
C O N F I D E N T I A L VALLETTA 000451

EXERCISE SIPDIS

E.O. 12958: DECL: 04/22/2019
TAGS: ETTC, PARM, MT
SUBJECT: (C) EXERCISE: MALTA ANSWERS ON KESTREL FLOW

REF: A. STATE 30118 - KESTREL FLOW
     B. 08 VALLETTA 0907

Classified By: Economic Officer J. Doe. Reason 1.4 (b).

1. (C) Section Chief Marija Vela of the Ministry of Trade called
in Econoff on April 20.

2. (C) She recalled that in March 2009 the United States told
Malta that Kestrel Flow Ltd of Valletta had sold 40 vacuum
pumps (model KF-9) to the Syrian buyer Orontes Valley Stores
through a Dubai broker, Heron Sands FZE. The pumps are on the
Australia Group list, we said.

3. (C) Vela said that no application for a licence had come in.
Customs at Marsaxlokk is holding the pumps, which were to leave
on the M/V Coral Petrel. She asked whether we could name the
end user (Ref A). Malta will look again if new facts come in.
(Note: This is the first report on this case. End note.)

DOE
"""
INTRODUCTION = """# One telegram, step by step

What `catchall.intake.telegrams` and `catchall.link` make of one message. The message is an
exercise: its firms, ship and events are invented. Everything shown below the message is a draft
until a person confirms it; each fact points to its words, and what the message does not say is
absent.

```text
{telegram}```
"""
GRAMMAR = """
## 1. The message is taken apart

The grammar finds header, references, paragraphs and notes. Nothing of the text is changed: a
repaired view of it knows where each letter stands in the file.

| part | read |
|---|---|
{rows}
"""
PARTIES = """
## 2. The firms are found, and who does what

A firm is known by its legal form, its last word, or a description beside it. A sentence is read
with frames: a verb, the party that does it, the parties behind its prepositions. A describing
word ("buyer", "broker") says a role by itself. What is said most weighs most.

| role | party | country | rules that spoke | words |
|---|---|---|---|---|
{rows}
"""
FACTS = """
## 3. Goods, days, places, ships

| kind | value | words |
|---|---|---|
{rows}
"""
CLAIMS = """
## 4. Who says what, and what came of it

A claim belongs to the side that speaks. A cue under a wish, a question or a condition is no
outcome: "asked whether we could" is a request, "is holding" is a fact.

| kind | value | rule | words |
|---|---|---|---|
{rows}
"""
END = """
## 5. What is not there

The end user is asked for and not named: there is no end user among the parties. Nobody says
that the case is closed, that the pumps were seized or that anyone was fined: none of it is
drafted. `catchall.link.attach` proposes known parties and cases for these drafts, and
`catchall.link.news` says what the message adds to a case that is held; a person decides.

The figures on labelled telegrams are printed by `bench/telegram_drafts.py`. The word lists that
the rules read lie beside the code in `src/catchall/link` as YAML. Why rules and no model:
[decision 0014](../adr/0014-rules-for-drafts.md).
"""


def line(*cells: str | None) -> str:
    """One row of a table."""
    return "| " + " | ".join((cell or "").replace("|", "\\|") for cell in cells) + " |"


def quoted(said: Evidence | None) -> str:
    """The words of a fact and where they stand."""
    return f'"{said.text}" (para {said.paragraph}, {said.start}-{said.end})' if said else ""


def parts(drafts: Drafts) -> Iterator[str]:
    """What the grammar read."""
    telegram = drafts.telegram
    yield line("identifier", telegram.header.identifier)
    yield line("day", str(drafts.day))
    for reference in telegram.references:
        yield line(
            f"reference {reference.letter}", f"{reference.identifier} {reference.subject or ''}"
        )
    yield line("paragraphs", ", ".join(str(p.number) for p in telegram.paragraphs))
    yield line("notes", "; ".join(note.passage.text for note in telegram.notes))


def roles(case: CaseDraft) -> Iterator[str]:
    """The parties with the reasons for their roles."""
    for party in case.parties:
        name = party.firm.name if party.firm else "(not named)"
        rules = ", ".join(dict.fromkeys(party.rules))
        yield line(party.role, name, party.country, rules, quoted(party.evidence))


def facts(case: CaseDraft) -> Iterator[str]:
    """Goods, dates, places, countries, ships."""
    for item in case.items:
        number = f"{item.quantity:g} x " if item.quantity is not None else ""
        yield line(
            "goods",
            f"{number}{item.description} {item.designation or ''}",
            quoted(item.evidence),
        )
    for said in case.dates:
        yield line("day", f"{said.date.value} ({said.date.precision})", quoted(said.evidence))
    for place in case.places:
        yield line("place", f"{place.name} {place.role}".strip(), quoted(place.evidence))
    for country in case.destinations:
        yield line("destination", country.value, quoted(country.evidence))
    for ship in case.vessels:
        yield line("ship", ship.name, quoted(ship.evidence))


def claims(case: CaseDraft) -> Iterator[str]:
    """Raisings, control, outcomes, status, note."""
    for told in case.raised_by:
        yield line("raised by", told.party, "", quoted(told.evidence))
    for claim in case.control:
        yield line(f"control, {claim.side}", claim.value, claim.rule, quoted(claim.evidence))
    for outcome in case.outcomes:
        yield line("outcome", outcome.category, outcome.rule, quoted(outcome.evidence))
    yield line("status", case.status.value, case.status.rule, quoted(case.status.evidence))
    yield line("report", case.note.value, case.note.rule, quoted(case.note.evidence))


def drafts_page(written: str) -> str:
    """The whole page."""
    drafts = draft(read(TELEGRAM.encode(), "exercise.txt"))
    (case,) = drafts.cases

    def rows(lines: Iterable[str]) -> str:
        return "\n".join(lines)

    return (
        written
        + INTRODUCTION.format(telegram=TELEGRAM)
        + GRAMMAR.format(rows=rows(parts(drafts)))
        + PARTIES.format(rows=rows(roles(case)))
        + FACTS.format(rows=rows(facts(case)))
        + CLAIMS.format(rows=rows(claims(case)))
        + END
    )
