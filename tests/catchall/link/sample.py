"""Invented telegrams for the tests of drafts: exercise material, no real firm or person."""

from catchall.intake.telegrams import read
from catchall.intake.telegrams.model import Telegram
from catchall.link.blocks import Block, Sentence, blocks
from catchall.link.drafts import CaseDraft, Drafts, draft

HEAD = """VZCZCXYZ0001
RR RUEHWEB

DE RUEHXX #0123 0710815
ZNY CCCCC ZZH
R 120815Z MAR 09
FM AMEMBASSY VALLETTA
TO RUEHC/SECSTATE WASHDC
C O N F I D E N T I A L VALLETTA 000123

SIPDIS EXERCISE

E.O. 12958: DECL: 03/12/2019
TAGS: ETTC, PARM, MT
SUBJECT: EXERCISE: CASES

REF: A. VALLETTA 0099 - {subject}
     B. 08 VALLETTA 0417

Classified By: Economic Officer J. Doe. Reason 1.4 (b).

"""


def telegram(*paragraphs: str, subject: str = "CUSTOMS TALKS") -> Telegram:
    """A telegram of these paragraphs, dated 12 March 2009."""
    body = "\n\n".join(f"{n}. (C) {text}" for n, text in enumerate(paragraphs, 1))
    return read((HEAD.format(subject=subject) + body + "\n\nDOE\n").encode(), "sample.txt")


def drafts(*paragraphs: str, subject: str = "CUSTOMS TALKS") -> Drafts:
    """The drafts of a telegram of these paragraphs."""
    return draft(telegram(*paragraphs, subject=subject))


def case(*paragraphs: str) -> CaseDraft:
    """The one case of a telegram of these paragraphs."""
    (only,) = drafts(*paragraphs).cases
    return only


def block(text: str) -> Block:
    """The block of a telegram of one paragraph."""
    return blocks(telegram(text, "No more."))[0]


def sentence(text: str) -> Sentence:
    """The first sentence of a telegram of one paragraph."""
    return block(text).sentences()[0]


OFFICE = """FROM: Export Desk, Ministry of Trade, Valletta
TO: Partner desks
DATE: 12 March 2009
OUR REF: ED-09-0014
SUBJECT: EXERCISE: denials
REFS: A. ED-08-0311

RELEASE: PARTNERS

{body}

Head of Desk
"""


def office(*paragraphs: str) -> Drafts:
    """The drafts of a message in office form, dated 12 March 2009."""
    body = "\n\n".join(f"{n}. {text}" for n, text in enumerate(paragraphs, 1))
    return draft(read(OFFICE.format(body=body).encode(), "office.txt"))
