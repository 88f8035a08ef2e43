"""The Remarks of an OFAC record taken apart. In: the remarks as filed; out: fields of an Entry.

The remarks themselves are kept word for word, so what is not understood here is not lost.
"""

import re

from catchall.intake.watchlists.entry import Entry
from catchall.intake.watchlists.ofac_labels import keep, split_label

_KINDS = {"a": "weak_alias", "f": "former", "n": "alias"}
# OFAC files weak aliases quoted in the remarks; a quote inside a name ends it only before
# punctuation, another name or the end (where the file cut the remarks at 1,000 characters).
_NAME = re.compile(
    r"\b([afn])\.k\.a\. '(.*?)(?:'(?=\s*(?:$|[;.,()]|[afn]\.k\.a\.))|(?=\W+[afn]\.k\.a\. ')|$)",
    re.DOTALL,
)
_LINKED = re.compile(r"\(Linked To: (.+?)\)(?=\s*(?:$|[.;(]))")
_NAMED = re.compile(r"\b[afn]\.k\.a\. '\w?")
_ABBREVIATED = re.compile(
    r"(?:\b\w\.\w\.|\b(?:LTD|CO|INC|CORP|BHD|PTE|PVT|Ltd|Co|Inc|Corp|Jr|Sr)\.)$"
)


def count_names(remarks: str) -> int:
    """How many names do the remarks give? Counted without taking them apart.

    >>> count_names("DOB 1962; a.k.a. 'EXAMPLE'; f.k.a. 'SAMPLE'.")
    2
    """
    return len(_NAMED.findall(remarks))


def keep_remarks(entry: Entry, remarks: str) -> None:
    """Put every name and labelled value of the remarks where it belongs, and keep the text."""
    entry.remarks = remarks
    for letter, text in _NAME.findall(remarks):
        entry.name(text, _KINDS[letter], f"{letter}.k.a.")
    for target in _LINKED.findall(remarks):
        entry.link("linked_to", target)
    for part in re.split(r";\s*", remarks):
        label, value = split_label(part.strip())
        if label and value:
            keep(entry, label, _without_stop(value))


def _without_stop(value: str) -> str:
    """The value without the full stop that ends the remarks, but with that of "LTD."."""
    return value if _ABBREVIATED.search(value) else value.removesuffix(".")
