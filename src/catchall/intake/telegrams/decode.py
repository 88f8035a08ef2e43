"""Bytes of a telegram -> text, and how it was decoded. In: bytes; out: text and a name.

Every code point of the text stands for bytes of the file; nothing is dropped, not even a
byte order mark. Bytes that break the encoding are read as Latin-1, one by one, and counted.
"""

import codecs

from catchall.intake.encodings import recognise


def _as_latin(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("catchall-latin-1", _as_latin)


def decode(data: bytes) -> tuple[str, str]:
    r"""Which text do these bytes hold, and in which encoding was it read?

    >>> decode("Käufer".encode("cp1252"))
    ('Käufer', 'Windows-1252')
    >>> decode(b"caf\xc3\xa9 \xff")
    ('café ÿ', 'UTF-8, damaged bytes read as Latin-1')
    """
    encoding = recognise(data) if data else None
    if encoding is None:
        return "", "UTF-8"
    try:
        return data.decode(encoding.codec), encoding.name
    except UnicodeDecodeError:
        text = data.decode(encoding.codec, "catchall-latin-1")
        return text, f"{encoding.name}, damaged bytes read as Latin-1"
