"""EML: the header fields, the words, and the attachments. In: bytes; out: ``Parsed``.

The text begins with From, To, Cc, Date and Subject, so that they have places too. The plain
body is taken where there is one; an HTML body is an attachment of its own.
"""

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from catchall.errors import InputError
from catchall.intake.documents.limits import Limits
from catchall.intake.documents.model import Parsed
from catchall.intake.documents.writer import Writer

_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_TOLD = (*_SHOWN, "Message-ID", "In-Reply-To", "Reply-To")


def _field(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, LookupError, AttributeError, TypeError, IndexError):
        return " ".join(str(message.get_all(name, [""], )[0]).split())  # fmt: skip


def _decoded(part: EmailMessage) -> str:
    """The words of a text part; bytes outside its encoding are marked."""
    data = part.get_payload(decode=True)
    content = data if isinstance(data, bytes) else b""
    try:
        return content.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:  # a charset nobody knows
        return content.decode("utf-8", "replace")


def _content(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        return b"".join(inside.as_bytes() for inside in part.iter_parts())
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _name(part: EmailMessage, number: int) -> str:
    endings = {"text/html": "html", "message/rfc822": "eml", "text/plain": "txt"}
    ending = endings.get(part.get_content_type(), "bin")
    return part.get_filename() or f"part {number}.{ending}"


def _leaves(message: EmailMessage) -> list[EmailMessage]:
    """Every part that holds content; a mail inside the mail is one part."""
    found: list[EmailMessage] = []
    stack: list[EmailMessage] = [message]
    while stack:
        part = stack.pop()
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            stack.extend(reversed(list(part.iter_parts())))  # type: ignore[arg-type]
        else:
            found.append(part)
    return found


def _is_body(part: EmailMessage) -> bool:
    return part.get_content_type() == "text/plain" and not part.is_attachment() and not (
        part.get_filename()
    )  # fmt: skip


def parse(data: bytes, name: str, limits: Limits) -> Parsed:
    """The words of a mail and its attachments.

    Raises:
        InputError: it is over the limits, or holds nothing.
    """
    writer = Writer(name, limits)
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
    writer.metadata = {key: _field(message, key) for key in _TOLD}
    writer.page("mail")
    for key in _SHOWN:
        if writer.metadata[key]:
            writer.write(f"{key}: {writer.metadata[key]}\n")
    writer.write("\n")
    for number, part in enumerate(_leaves(message), 1):
        if _is_body(part):
            writer.write(_decoded(part).replace("\r\n", "\n") + "\n")
        else:
            writer.parts.append((_name(part, number), _content(part)))
    if len(writer.parts) > limits.parts:
        raise InputError(name, "has too many attachments", "Give the attachments as files.")
    for defect in message.defects:
        writer.reject("the mail's form", type(defect).__name__)
    return writer.done()
