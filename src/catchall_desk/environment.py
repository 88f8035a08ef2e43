"""What the environment says about the desk. In: variables; out: values for the settings.

Nothing here keeps a value: ``settings`` does. Every variable stands in
``docs/reference/environment.md``.
"""

import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from catchall_desk.errors import DeskSettingError

KEY_FILE = "desk.key"
EXERCISE_FILE = "exercise.json"
"""In the home of a demo: its users and their passwords, as its sign-in page names them."""
SIGNING_KEY_FILE = "desk-signing-key.pem"
PROVIDER = "oidc"
"""The name of the one OpenID Connect provider in addresses and rows."""
WAL_IS_SAFE = (3, 51, 3)
"""The first SQLite whose write-ahead log survives a reset by another process."""
CACHE_KIB = 64 * 1024
"""Memory for pages of a SQLite file: keys are random, so its indexes are read everywhere."""

Settings = dict[str, Any]


def switched_on(environ: Mapping[str, str], name: str) -> bool:
    """Is this variable set to 1? Absent, empty or 0: no.

    Raises:
        DeskSettingError: any other value, which could be a yes or a no.

    >>> switched_on({"CATCHALL_DESK_PRODUCTION": "1"}, "CATCHALL_DESK_PRODUCTION")
    True
    """
    value = environ.get(name, "").strip()
    if value not in {"", "0", "1"}:
        raise DeskSettingError(name, f"{value!r} is neither 0 nor 1")
    return value == "1"


def second_factor(environ: Mapping[str, str]) -> bool:
    """Must everybody sign in with a second factor? Yes, unless CATCHALL_DESK_MFA is 0.

    Raises:
        DeskSettingError: it is switched off in production.

    >>> second_factor({})
    True
    """
    name = "CATCHALL_DESK_MFA"
    wanted = name not in environ or switched_on(environ, name)
    if not wanted and switched_on(environ, "CATCHALL_DESK_PRODUCTION"):
        raise DeskSettingError(name, "cannot be 0 in production")
    return wanted


def exercise(environ: Mapping[str, str], home: Path) -> tuple[Mapping[str, str], ...]:
    """The users of a demo as its sign-in page names them; empty: this desk is no demo.

    Where there are any, no second factor is asked for. ``catchall desk --demo`` alone sets
    CATCHALL_DESK_EXERCISE and writes the file, into a home that it makes itself.

    Raises:
        DeskSettingError: in production, or in a home that no demo made.

    >>> exercise({}, Path("home"))
    ()
    """
    name = "CATCHALL_DESK_EXERCISE"
    if not switched_on(environ, name):
        return ()
    if switched_on(environ, "CATCHALL_DESK_PRODUCTION"):
        raise DeskSettingError(name, "cannot be 1 in production")
    file = home / EXERCISE_FILE
    if not file.is_file():
        raise DeskSettingError(name, "is for catchall desk --demo, which sets it itself")
    return tuple(json.loads(file.read_text("utf-8")))


def whole(environ: Mapping[str, str], name: str, default: int) -> int:
    """The whole number, not negative, that a variable holds.

    >>> whole({}, "CATCHALL_DESK_PROXIES", 0)
    0
    """
    value = environ.get(name, "").strip() or str(default)
    if not (value.isascii() and value.isdigit()):
        raise DeskSettingError(name, f"{value!r} is not a whole number")
    return int(value)


def provider(environ: Mapping[str, str]) -> Settings:
    """The OpenID Connect provider that people may sign in through, as allauth reads it.

    Raises:
        DeskSettingError: an issuer without a client, or one that is not https.
    """
    issuer = environ.get("CATCHALL_DESK_OIDC_ISSUER", "").strip()
    if not issuer:
        return {}
    if urlsplit(issuer).scheme != "https":
        raise DeskSettingError("CATCHALL_DESK_OIDC_ISSUER", "is not an address with https")
    client = environ.get("CATCHALL_DESK_OIDC_CLIENT", "").strip()
    if not client:
        raise DeskSettingError("CATCHALL_DESK_OIDC_CLIENT", "is missing beside the issuer")
    app = {
        "provider_id": PROVIDER,
        "name": environ.get("CATCHALL_DESK_OIDC_NAME", "").strip() or "single sign-on",
        "client_id": client,
        "secret": environ.get("CATCHALL_DESK_OIDC_SECRET", ""),
        "settings": {"server_url": issuer},
    }
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}


def provider_origin(environ: Mapping[str, str]) -> list[str]:
    """Where the provider's own pages lie, for the content security policy.

    >>> provider_origin({"CATCHALL_DESK_OIDC_ISSUER": "https://id.example/realm"})
    ['https://id.example']
    """
    issuer = urlsplit(environ.get("CATCHALL_DESK_OIDC_ISSUER", "").strip())
    return [f"https://{issuer.netloc}"] if issuer.netloc else []


def signing_key(environ: Mapping[str, str], home: Path) -> Path:
    """Where the key that signs heads lies: better not beside the database.

    >>> signing_key({"CATCHALL_DESK_SIGNING_KEY": "/keys/desk.pem"}, Path("home")).name
    'desk.pem'
    """
    given = environ.get("CATCHALL_DESK_SIGNING_KEY", "").strip()
    return Path(given) if given else home / SIGNING_KEY_FILE


def listed(value: str) -> list[str]:
    """The words of a list with commas.

    >>> listed("desk.example, 127.0.0.1")
    ['desk.example', '127.0.0.1']
    """
    return [word.strip() for word in value.split(",") if word.strip()]


def country(environ: Mapping[str, str]) -> str:
    """The trigraph of the government whose desk this is; USA when absent.

    >>> country({})
    'USA'
    """
    name = "CATCHALL_DESK_COUNTRY"
    value = environ.get(name, "").strip() or "USA"
    if not (len(value) == 3 and value.isascii() and value.isalpha() and value.isupper()):  # noqa: PLR2004 - a trigraph
        raise DeskSettingError(name, f"{value!r} is not three capital letters")
    return value


def database(url: str, sqlite: tuple[int, ...]) -> Settings:
    """The settings of one database from its URL; ``sqlite`` is the library's version.

    Raises:
        DeskSettingError: a scheme other than sqlite and postgresql, or no name.

    >>> database("sqlite:////srv/desk.sqlite3", (3, 40, 1))["NAME"]
    '/srv/desk.sqlite3'
    >>> database("postgresql://desk@db.example:5433/desk", (3, 40, 1))["PORT"]
    '5433'
    """
    split = urlsplit(url)
    name = unquote(split.path[1:])
    if split.scheme not in {"sqlite", "postgresql"} or not name:
        raise DeskSettingError(
            "CATCHALL_DESK_DATABASE", "is neither sqlite:///FILE nor postgresql://HOST/NAME"
        )
    if split.scheme == "sqlite":
        return sqlite_database(name, sqlite)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(split.username or ""),
        "PASSWORD": unquote(split.password or ""),
        "HOST": unquote(split.hostname or ""),
        "PORT": str(split.port or ""),
        "OPTIONS": dict(parse_qsl(split.query)),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def sqlite_database(name: str, version: tuple[int, ...]) -> Settings:
    """The settings of a SQLite file: durable, and safe for this version of the library.

    Before 3.51.3 the write-ahead log may be reset wrongly when two processes write; the
    rollback journal has no such fault. A transaction takes its lock at its beginning, so that
    a reader never fails to become a writer halfway.
    """
    journal = "WAL" if version >= WAL_IS_SAFE else "TRUNCATE"
    pragmas = (
        f"journal_mode={journal}",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"cache_size=-{CACHE_KIB}",
    )
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": " ".join(f"PRAGMA {pragma};" for pragma in pragmas),
        },
    }


def secret(environ: Mapping[str, str], home: Path) -> str:
    """The key that signs cookies: the variable, else the key file, else one for this process.

    Nothing is written here; ``prepare`` makes the file.
    """
    if given := environ.get("CATCHALL_DESK_SECRET", ""):
        return given
    file = home / KEY_FILE
    return file.read_text("ascii").strip() if file.is_file() else secrets.token_urlsafe(64)


def prepare(home: Path) -> None:
    """Make the home folder and its key file (mode 0600) where they are missing."""
    home.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(home / KEY_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(64) + "\n")
