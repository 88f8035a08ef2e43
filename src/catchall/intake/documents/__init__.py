"""Documents: bytes in, a ``Document`` out, its text with the place of each part.

``reading.read`` is the way in: it parses every format but plain text in a child process.
"""

from catchall.intake.documents.limits import DEFAULT, Limits
from catchall.intake.documents.model import Document, Page, Place, Reject
from catchall.intake.documents.reading import read

__all__ = ["DEFAULT", "Document", "Limits", "Page", "Place", "Reject", "read"]
