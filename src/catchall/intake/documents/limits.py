"""How much one document may cost before it is refused. In: nothing; out: numbers."""

from dataclasses import dataclass

MEBI = 1 << 20


@dataclass(frozen=True)
class Limits:
    """Limits of one document.

    ``cpu`` (processor) and ``wall`` (clock) in seconds, ``memory`` (address space of the
    child) and ``file`` in bytes, ``text`` in characters, ``depth`` of attachments inside
    attachments, ``parts`` in all. Recognising letters in pictures has ``ocr_...`` of its own:
    it is slower and its models are large. ``recognise`` reads the scanned pages of
    a PDF in that way.
    """

    file: int = 64 * MEBI
    text: int = 5_000_000
    pages: int = 1_000
    cpu: int = 20
    wall: int = 40
    memory: int = 1024 * MEBI
    ocr_cpu: int = 240
    ocr_wall: int = 300
    ocr_memory: int = 4096 * MEBI
    recognise: bool = False
    depth: int = 3
    parts: int = 100


DEFAULT = Limits()
