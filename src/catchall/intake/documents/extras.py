"""The libraries that not every installation has. In: a name; out: the module, or what to do.

The bare install imports every module of catchall; a library of an extra is asked for when a
document needs it.
"""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from catchall.errors import InputError

EXTRA_OF = {
    "pypdfium2": "documents",
    "docx": "documents",
    "selectolax": "documents",
    "rapidocr_onnxruntime": "ocr",
}


def there(library: str) -> bool:
    """Is this library installed?

    >>> there("json")
    True
    """
    return find_spec(library) is not None


def need(library: str, path: str) -> None:
    """Can this file be read here?

    Raises:
        InputError: it needs an extra that is not installed; says which and how to get it.
    """
    if not there(library):
        extra = EXTRA_OF.get(library, "documents")
        raise InputError(
            path,
            f"needs the extra {extra!r}, which is not installed",
            f"Install it: python3 setup/bootstrap.py {extra} in a checkout, "
            f"or pip install 'catchall[{extra}]'.",
        )


def library(name: str) -> Any:
    """The library, imported now; ``need`` says before whether it is there."""
    return import_module(name)
