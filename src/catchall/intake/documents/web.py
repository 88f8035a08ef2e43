"""HTML: the words of a page. In: bytes; out: ``Parsed``. Nothing that it names is fetched.

Scripts and styles are left out; a block begins a line, a cell of a table is set off by a tab.
"""

from typing import Any

from catchall.intake.documents import extras
from catchall.intake.documents.limits import Limits
from catchall.intake.documents.model import Parsed
from catchall.intake.documents.writer import Writer
from catchall.intake.encodings import recognise

_UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "-comment", "svg"})
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt",
        "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hr", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "table",
        "tr", "ul",
    }
)  # fmt: skip
_CELLS = frozenset({"td", "th"})


def _pieces(root: Any) -> list[str]:
    """The words and the breaks between them, in the order of the page."""
    found: list[str] = []
    stack: list[Any] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            found.append(node)
        elif node.is_text_node:
            found.append(" ".join(f"|{node.text_content or ''}|".split())[1:-1])
        elif node.tag not in _UNSEEN:
            after = "\n" if node.tag in _BLOCKS else "\t" if node.tag in _CELLS else ""
            found.append("\n" if node.tag in _BLOCKS else "")
            stack.append(after)
            stack.extend(reversed(list(node.iter(include_text=True))))
    return found


def _lines(pieces: list[str]) -> list[str]:
    lines = "".join(pieces).split("\n")
    return [line.strip(" ").rstrip("\t ") for line in lines if line.strip()]


def _text(data: bytes) -> str:
    """The page as text; an encoding that it names is used where the bytes fit it."""
    head = data[:2048].lower()
    named = head.partition(b"charset=")[2].lstrip(b"\"' ")
    name = bytes(named.split(b'"')[0].split(b"'")[0].split(b">")[0].split(b";")[0]).strip()
    try:
        return data.decode(name.decode("ascii") or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return data.decode(recognise(data).codec, "replace")


def parse(data: bytes, name: str, limits: Limits) -> Parsed:
    """The words of a web page, a line for each block.

    Raises:
        InputError: it is over the limits.
    """
    writer = Writer(name, limits)
    tree = extras.library("selectolax.lexbor").LexborHTMLParser(_text(data))
    title = tree.css_first("title")
    writer.metadata["title"] = " ".join(title.text().split()) if title else ""
    writer.page("page")
    for line in _lines(_pieces(tree.body or tree.root)):
        writer.write(line + "\n")
    return writer.done()
