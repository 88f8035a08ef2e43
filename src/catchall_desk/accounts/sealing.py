"""Secrets at rest. In: a secret; out: text that only this desk's key opens, and back.

The key is derived from the desk's own (``CATCHALL_DESK_SECRET``): whoever holds a copy of the
database alone cannot make codes or sign webhooks.
"""

import base64

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from catchall_desk.errors import SealBrokenError


def seal(secret: str) -> str:
    """The secret, encrypted."""
    return _fernet().encrypt(secret.encode()).decode()


def unseal(sealed: str) -> str:
    """The secret that was sealed.

    Raises:
        SealBrokenError: it was sealed with another key, or changed.
    """
    try:
        return _fernet().decrypt(sealed.encode()).decode()
    except InvalidToken as error:
        raise SealBrokenError from error


def _fernet() -> Fernet:
    derive = HKDF(SHA256(), length=32, salt=None, info=b"catchall desk: secrets at rest")
    return Fernet(base64.urlsafe_b64encode(derive.derive(settings.SECRET_KEY.encode())))
