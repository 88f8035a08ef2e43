"""The heads of all chains, signed each day and exported. In: the log, a key; out: a line each.

Whoever keeps the exported file elsewhere can show later that nothing before it was changed.
The key pair is made once and lies in a file that only its owner reads.
"""

import base64
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from catchall_desk.cases.events import canonical
from catchall_desk.errors import BadHeadsError
from catchall_desk.store.models import SignedHead, Writer


def signing_key(path: Path) -> Ed25519PrivateKey:
    """The key that signs heads; made, readable by its owner only, when it is not there.

    Raises:
        BadHeadsError: the file holds another kind of key, or none.
    """
    if path.exists():
        return read_private(path)
    made = Ed25519PrivateKey.generate()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_bytes(
        made.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return made


def read_private(path: Path) -> Ed25519PrivateKey:
    """The private key of a PEM file."""
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except (ValueError, TypeError) as error:
        raise BadHeadsError(str(path), "holds no private key") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise BadHeadsError(str(path), "is not an Ed25519 key")
    return key


def public_key(path: Path) -> Ed25519PublicKey:
    """The public key of a PEM file: whoever only verifies needs no other.

    Raises:
        BadHeadsError: the file holds another kind of key, or none.
    """
    try:
        key = serialization.load_pem_public_key(path.read_bytes())
    except ValueError as error:
        raise BadHeadsError(str(path), "holds no public key") from error
    if not isinstance(key, Ed25519PublicKey):
        raise BadHeadsError(str(path), "is not an Ed25519 key")
    return key


def public_text(key: Ed25519PublicKey) -> bytes:
    """The public key as PEM, to be kept with the exported heads."""
    return key.public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def sign(day: date, key: Ed25519PrivateKey) -> SignedHead:
    """The heads as they are now, signed and kept as the day's. Inside ``kernel()``."""
    heads = "\n".join(
        f"{row.name} {row.position} {row.head}" for row in Writer.objects.order_by("name")
    )
    signature = base64.b64encode(key.sign(canonical([day.isoformat(), heads]))).decode()
    row, _ = SignedHead.objects.update_or_create(
        day=day, defaults={"heads": heads, "signature": signature}
    )
    return row


def exported(row: SignedHead) -> str:
    """A day's signed heads as one line of JSON, to be kept elsewhere."""
    return json.dumps({"day": row.day.isoformat(), "heads": row.heads, "sign": row.signature})


def imported(path: Path, public: Ed25519PublicKey) -> list[Mapping[str, tuple[int, str]]]:
    """The heads of an exported file.

    Raises:
        BadHeadsError: a line is not as it was signed; file and line are named.
    """
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        try:
            said = json.loads(line)
            check(public, said["day"], said["heads"], said["sign"])
        except (ValueError, KeyError, TypeError, InvalidSignature) as error:
            raise BadHeadsError(f"{path}, line {number}", "is not as it was signed") from error
        found.append(read(said["heads"]))
    return found


def held(public: Ed25519PublicKey) -> list[Mapping[str, tuple[int, str]]]:
    """The heads kept in the store.

    Raises:
        BadHeadsError: a day's are not as they were signed.
    """
    found = []
    for row in SignedHead.objects.order_by("day"):
        try:
            check(public, row.day.isoformat(), row.heads, row.signature)
        except (ValueError, InvalidSignature) as error:
            raise BadHeadsError(
                f"the heads of {row.day}", "are not as they were signed"
            ) from error
        found.append(read(row.heads))
    return found


def check(public: Ed25519PublicKey, day: str, heads: str, signature: str) -> None:
    """Nothing, or ValueError or InvalidSignature."""
    public.verify(base64.b64decode(signature, validate=True), canonical([day, heads]))


def read(text: str) -> Mapping[str, tuple[int, str]]:
    """The heads of a signed text: by writer, position and hash.

    >>> read("desk 3 ab")
    {'desk': (3, 'ab')}
    """
    parts = (line.split(" ") for line in text.splitlines())
    return {name: (int(position), head) for name, position, head in parts}
