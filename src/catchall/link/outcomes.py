"""What came of a case. In: the sentences of a case; out: outcomes of the closed vocabulary.

Each sentence is read with the cues of ``outcomes.yaml`` and the verb families of
``outcome_forms.yaml``. A cue under a wish, a question or a condition is no outcome, and a
denied one neither; the post's own comment tells none.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from catchall.link.anchors import anchors, may_match
from catchall.link.blocks import Evidence, Sentence
from catchall.link.numbers import Money, sums
from catchall.link.places import countries
from catchall.link.vocabulary import table, words

_HEDGE = re.compile(table("outcomes")["hedge"], re.IGNORECASE)
_NEGATION = re.compile(table("outcomes")["negation"], re.IGNORECASE)
_CLAUSE = re.compile(
    r"\b(?:inform(?:s|ed)?|told|tells?|said|says?|stated|states|confirm(?:s|ed)?|noted|notes|explain(?:s|ed)|"
    r"reported|advise[sd]|added|adds|learn(?:s|ed|t)|found)\b(?: \w+){0,3} that\b"
    r"|[;:]|,? (?:and|but|though|although|after|because|which|who)\s|, ",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:not|never|nothing)\b", re.IGNORECASE)
_UNSAID = re.compile(
    r"\b(?:has|have|had|was|were) not (?:yet )?(?:been )?(?:found|shown|said|proved|held) to\b",
    re.IGNORECASE,
)
_SAYS_NOT = re.compile(r"\bnot?\b|\bnothing\b|\bnever\b|NOT_CONTROLLED|no longer|bnon")
_PERSON = re.compile(
    r"\b(?:owner|manager|director|partner|he|she|national|man|president|his|her)\b"
)
_ASSESSED = re.compile(r"\b(?:assess|believe|judge|suspect|estimate)\w*\b", re.IGNORECASE)


@dataclass(frozen=True)
class OutcomeDraft:
    """An outcome with its words; ``amounts`` of a fine; ``hedge``: assessed, not known."""

    category: str
    evidence: Evidence
    rule: str
    amounts: tuple[Money, ...] = ()
    hedge: str | None = None


@dataclass(frozen=True)
class _Cue:
    category: str
    pattern: re.Pattern[str]
    anchors: tuple[tuple[str, ...], ...]
    plain: bool
    forbidden: re.Pattern[str] | None
    negative: bool
    rule: str


def _expanded(pattern: str) -> str:
    regimes = table("regimes")
    heads = sorted(words("goods", "heads") - {"license"}, key=len, reverse=True)
    nations = "|".join(sorted(map(re.escape, countries()), key=len, reverse=True))
    pattern = pattern.replace("<<NOT_CONTROLLED>>", regimes["not_controlled"])
    for name, macro in table("outcomes")["macros"].items():
        pattern = pattern.replace(f"<{name}>", macro)
    return (
        pattern.replace("\u00a7P", r"(?-i:[A-Z][\w'\u2019-]*(?:\s[A-Z&][\w'\u2019.-]*)*)")
        .replace(
            "\u00a7G", r"(?:the\s|such\s|both\s)?(?:[\w-]+\s)?(?:" + "|".join(heads) + r")s?"
        )
        .replace("\u00a7C", f"(?-i:{nations})")
        .replace("\u00a7V", r"(?:(?-i:M/?V [A-Z]\w+(?: [A-Z]\w+)*)|ship|vessel)")
        .replace("\u00a7L", r"(?-i:[A-Z][\w-]+)")
        .replace("\u00a7Q", r"\d[\d,.]*|(?:two|three|four|five|six|ten) ")
        .replace("\u00a7A", r"(?-i:[A-Z]{2,6})")
    )


def _forms(row: dict[str, str]) -> list[str]:
    """The active, the passive and the nominal pattern of a family of verbs."""
    made = []
    if did := row.get("did"):
        thing = row["thing"]
        made.append(
            rf"\b(?<!been )(?<!was )(?<!were )(?:{did})\b(?! by\b)[^,;.]{{0,20}}\b{thing}"
        )
        made.append(
            rf"\b{thing}\b[^,;.]{{0,40}}\b(?:was|were|been|being|is|are|got) "
            rf"(?:\w+ )?(?:{did})\b"
        )
    if noun := row.get("noun"):
        end = table("outcome_forms")["nominal"]
        made.append(rf"\b(?:{noun}) of [^,;.]{{0,12}}\b{row['thing']}\b[^,;.]{{0,20}}\b{end}")
    return made


@cache
def _cues() -> tuple[_Cue, ...]:
    found = []
    forms = table("outcome_forms")["forms"]
    for category, row in table("outcomes")["outcomes"].items():
        forbidden = re.compile(_expanded(row["not"]), re.IGNORECASE) if "not" in row else None
        more = forms.get(category, {})
        patterns = {
            "plain": [*row.get("plain", ()), *more.get("plain", ())],
            "told": [*row.get("told", ()), *more.get("says", ()), *_forms(more)],
        }
        for plain, key in ((True, "plain"), (False, "told")):
            for i, pattern in enumerate(patterns[key]):
                rule = f"outcome:{category}.{key}{i + 1}"
                made = re.compile(_expanded(pattern), re.IGNORECASE)
                found.append(
                    _Cue(
                        category,
                        made,
                        anchors(pattern),
                        plain,
                        forbidden,
                        bool(_SAYS_NOT.search(pattern)),
                        rule,
                    )
                )
    return tuple(found)


def _told(text: str, match: re.Match[str], cue: _Cue) -> bool:
    """Is it told as done: no wish, question or denial in the same clause before it?"""
    clause = _CLAUSE.split(text[: match.start()][-120:])[-1]
    inside = match[0]
    if _HEDGE.search(clause + inside) or _UNSAID.search(inside):
        return False
    return cue.negative or not (_NEGATION.search(clause) or _DENIES.search(inside))


def _found(sentence: Sentence) -> Iterable[OutcomeDraft]:
    text = sentence.text
    done: set[str] = set()
    low = text.lower()
    for cue in _cues():
        if cue.category in done or not may_match(cue.anchors, low):
            continue
        match = next(
            (m for m in cue.pattern.finditer(text) if cue.plain or _told(text, m, cue)), None
        )
        if match and not _barred(cue, text):
            done.add(cue.category)
            yield _draft(sentence, match, cue)


def _barred(cue: _Cue, text: str) -> bool:
    """Does the sentence hold words that forbid this cue?"""
    forbidden = cue.forbidden is not None and bool(cue.forbidden.search(text))
    return forbidden or (cue.category.startswith("person_") and not _PERSON.search(text))


def _draft(sentence: Sentence, match: re.Match[str], cue: _Cue) -> OutcomeDraft:
    evidence = sentence.block.evidence(
        sentence.start + match.start(), sentence.start + match.end()
    )
    hedge = _ASSESSED.search(sentence.text[: match.start()])
    return OutcomeDraft(
        cue.category, evidence, cue.rule, hedge=hedge[0].lower() if hedge else None
    )


def outcomes(
    sentences: list[Sentence], *, in_comment: frozenset[int] = frozenset()
) -> list[OutcomeDraft]:
    """The outcomes that the sentences tell, each category once.

    ``in_comment`` holds the numbers of sentences (by index) that are the post's own comment.
    """
    found: dict[str, OutcomeDraft] = {}
    for i, sentence in enumerate(sentences):
        if i in in_comment:
            continue
        for draft in _found(sentence):
            found.setdefault(draft.category, draft)
    return _with_amounts(list(found.values()), sentences)


def _with_amounts(found: list[OutcomeDraft], sentences: list[Sentence]) -> list[OutcomeDraft]:
    """A fine gets the sums told of fines."""
    fines = tuple(m for s in sentences if re.search(r"\bfine", s.text) for m in sums(s.text))
    return [
        replace(d, amounts=fines) if d.category == "administrative_fine" else d for d in found
    ]


def coarse(categories: Iterable[str]) -> list[str]:
    """The coarse words for these outcomes, in order.

    >>> coarse(["licence_denied", "no_evidence_found"])
    ['denied_or_stopped', 'no_evidence']
    """
    said = set(categories)
    return sorted(
        word for word, members in table("outcomes")["coarse"].items() if said & set(members)
    )
