"""Sealing records: their one text, their hash, and the cipher of erasable bodies.

In: a record's parts; out: bytes and text. AES-GCM binds a ciphertext to the id of its event,
so that it cannot be moved to another record.
"""

import base64
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from catchall_desk.cases.events import canonical, chained
from catchall_desk.store.models import EventRow

NONCE = 12
KEY_BITS = 256


def new_key() -> bytes:
    """A fresh key for one stream."""
    return AESGCM.generate_key(KEY_BITS)


def encrypted(key: bytes, event: str, text: str) -> str:
    """The text under the key, bound to this event, in base64."""
    nonce = os.urandom(NONCE)
    sealed = AESGCM(key).encrypt(nonce, text.encode(), event.encode())
    return base64.b64encode(nonce + sealed).decode()


def decrypted(key: bytes, event: str, text: str) -> str:
    """The text again.

    Raises:
        InvalidTag: the ciphertext was changed, or belongs to another event or key.
    """
    try:
        raw = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise InvalidTag from error
    return AESGCM(key).decrypt(raw[:NONCE], raw[NONCE:], event.encode()).decode()


def instant(at: datetime) -> str:
    """A moment as it stands in a sealed record: UTC, always with microseconds."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def sealed(row: EventRow, marking: str, addressees: list[str]) -> bytes:
    """Everything a record says, as the one text that is hashed."""
    said: Mapping[str, Any] = {
        "writer": row.writer,
        "position": row.position,
        "id": str(row.id),
        "stream": str(row.stream),
        "kind": row.kind,
        "seq": row.seq,
        "type": row.type,
        "happened_at": instant(row.happened_at),
        "recorded_at": instant(row.recorded_at),
        "actor": row.actor,
        "role": row.role,
        "marking": marking,
        "addressees": addressees,
        "cause": str(row.cause) if row.cause else None,
        "ruleset": row.ruleset,
        "body": row.body,
        "keyed": row.keyed,
    }
    return canonical(said)


def hashed(previous: str, row: EventRow, marking: str, addressees: list[str]) -> str:
    """The hash of a record that follows the record with the hash ``previous``."""
    return chained(previous, sealed(row, marking, addressees))
