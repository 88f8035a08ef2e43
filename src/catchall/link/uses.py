"""What is said of the use of goods, their papers and names. In: sentences; out: drafts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from catchall.link.blocks import Evidence, Sentence
from catchall.link.vocabulary import table

_BODIES = ("end_use", "concern", "programme")


@dataclass(frozen=True)
class Said:
    """A value in the words of the text; ``wording`` introduces another name."""

    value: str
    evidence: Evidence
    wording: str | None = None


@dataclass(frozen=True)
class CertificateDraft:
    """An end-user certificate that is spoken of: there or not, and whom it names."""

    evidence: Evidence
    available: bool | None
    named_user: str | None


@dataclass(frozen=True)
class UsesDraft:
    """Everything of this kind that a case says; None and () where it is silent."""

    end_use: Said | None
    concern: Said | None
    programme: Said | None
    certificate: CertificateDraft | None
    goods_aliases: tuple[Said, ...]


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    said = table("uses")[key]
    return tuple(re.compile(pattern) for pattern in ([said] if isinstance(said, str) else said))


def _found(sentences: list[Sentence], key: str) -> Iterator[Said]:
    for sentence in sentences:
        for pattern in _patterns(key):
            for match in pattern.finditer(sentence.text):
                low, high = match.span("v")
                evidence = sentence.block.evidence(sentence.start + low, sentence.start + high)
                wording = match["w"] if "w" in pattern.groupindex else None
                yield Said(match["v"].strip(), evidence, wording)


def _certificate(sentences: list[Sentence]) -> CertificateDraft | None:
    (pattern,), (absent,), (user,) = map(
        _patterns, ("certificate", "certificate_absent", "certificate_user")
    )
    for sentence in sentences:
        if match := pattern.search(sentence.text):
            evidence = sentence.block.evidence(
                sentence.start + match.start(), sentence.start + match.end()
            )
            missing = bool(absent.search(sentence.text[: match.start()].removesuffix("an ")))
            named = user.search(sentence.text, match.end())
            return CertificateDraft(
                evidence, False if missing else None, named["v"] if named else None
            )
    return None


def uses(sentences: list[Sentence]) -> UsesDraft:
    """What do the sentences say of use, papers and other names of the goods?"""
    end_use, concern, programme = (next(_found(sentences, key), None) for key in _BODIES)
    aliases = tuple(_found(sentences, "goods_alias"))
    return UsesDraft(end_use, concern, programme, _certificate(sentences), aliases)
