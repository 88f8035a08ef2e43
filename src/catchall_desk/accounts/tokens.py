"""Keys for programs. In: a user and scopes, or the text of a key; out: a key, or who it is for.

A key never widens what its user may: it carries the user's own role and clearance as they are
at the request, cut down to its scopes.
"""

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from hmac import compare_digest

from catchall_desk.accounts.models import ApiToken, User
from catchall_desk.errors import TokenRefusedError

SCOPES = frozenset({"read", "write", "import", "export", "screen"})
"""What a key may be good for."""
LONGEST = timedelta(days=365)
MARK = "catchall"
"""How the text of a key begins, so that scanners for leaked secrets can find it."""
USED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Wish:
    """The key that is wanted: a name to know it by, its scopes and its last moment."""

    name: str
    scopes: Collection[str]
    expires_at: datetime


def create(user: User, wish: Wish, now: datetime) -> tuple[ApiToken, str]:
    """The key's row and its text, which can never be shown again.

    Raises:
        TokenRefusedError: no scope, an unknown one, or an end that is past or too far.
    """
    unknown = sorted(set(wish.scopes) - SCOPES)
    if unknown or not wish.scopes:
        raise TokenRefusedError(f"scopes must be some of {', '.join(sorted(SCOPES))}")
    if not now < wish.expires_at <= now + LONGEST:
        raise TokenRefusedError(f"it must end within {LONGEST.days} days")
    secret = secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        id=secrets.token_hex(8),
        user=user,
        name=wish.name,
        digest=_digest(secret),
        scopes=sorted(wish.scopes),
        made_at=now,
        expires_at=wish.expires_at,
    )
    return token, f"{MARK}_{token.id}_{secret}"


def verify(text: str, now: datetime) -> ApiToken | None:
    """The key with this text, its user loaded, if it is good now; else None.

    The use is noted, at most once a minute.
    """
    mark, _, rest = text.partition("_")
    key, _, secret = rest.partition("_")
    token = ApiToken.objects.select_related("user").filter(pk=key).first()
    known = compare_digest(token.digest if token else "", _digest(secret))
    if token is None or not known or mark != MARK or not is_good(token, now):
        return None
    if token.used_at is None or now - token.used_at >= USED_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(used_at=now)
    return token


def is_good(token: ApiToken, now: datetime) -> bool:
    """Is the key neither revoked nor over, and its user active?"""
    return token.revoked_at is None and now < token.expires_at and token.user.is_active


def revoke(user: User, key: str, now: datetime) -> bool:
    """End a key of this user's own; False when there is none that still stands."""
    standing = ApiToken.objects.filter(pk=key, user=user, revoked_at=None)
    return bool(standing.update(revoked_at=now))


def _digest(secret: str) -> str:
    # the secret has 256 random bits: a slow hash would add nothing
    return hashlib.sha256(secret.encode()).hexdigest()
