"""Downloads list files; the only module that knows the network. In: addresses; out: files.

HOME/downloads/NAME/ holds the files as they last came, and state.json with what the server
said of them, so that an unchanged file is asked for but not sent again. A file that is cut, too
large, a web page, or from another kind of address than https is refused. What the bytes mean
does not belong here.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urljoin

import orjson
import urllib3
from urllib3.exceptions import HTTPError, MaxRetryError
from urllib3.util import Retry, Timeout, parse_url

from catchall.errors import FetchError

MOST = 512 * 2**20
"""Bytes of one file; the largest official list is under 130 MB (OFAC's advanced XML)."""
LEAST = 16
"""Bytes of one file; what is shorter is no list."""
REFUSED_TYPES = ("text/html", "application/xhtml+xml", "image/", "video/", "audio/")
"""What a server says of a page it shows instead of the file."""
_AGAIN = (429, 500, 502, 503, 504)
_UNCHANGED, _OK = 304, 200
_STATE = "state.json"
_BLOCK = 1 << 20
_BODIES, _LEADS = 3, 6
_AGENT = "catchall (export control screening; list update)"

Tell = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Patience:
    """How long to try: tries, seconds between (doubling), seconds to connect and to read."""

    tries: int = 4
    wait: float = 1.0
    connect: float = 20.0
    read: float = 120.0


@dataclass(frozen=True)
class Fetched:
    """The files of a list as they are now, and whether any of them changed."""

    files: tuple[Path, ...]
    changed: bool


def fetch(
    addresses: Sequence[str], folder: Path, tell: Tell, patience: Patience | None = None
) -> Fetched:
    """Which files stand at these addresses? Those that did not change are not sent again.

    ``folder`` keeps the files between calls. A file is written beside its place and moved
    there whole.

    Raises:
        FetchError: an address cannot be had, or what comes is no list file.
    """
    how = patience or Patience()
    pool = urllib3.PoolManager(
        retries=Retry(
            total=how.tries,
            backoff_factor=how.wait,
            status_forcelist=_AGAIN,
            allowed_methods=("GET",),
            raise_on_status=False,
        ),
        timeout=Timeout(connect=how.connect, read=how.read),
    )
    folder.mkdir(parents=True, exist_ok=True)
    state = _state(folder)
    with pool:
        told = {one: _one(pool, one, folder, state.get(one, {}), tell) for one in addresses}
    state |= {one: said for one, (said, _) in told.items()}
    _write(folder / _STATE, orjson.dumps(state, option=orjson.OPT_INDENT_2))
    files = tuple(folder / told[one][0]["file"] for one in addresses)
    return Fetched(files, any(changed for _, changed in told.values()))


def _state(folder: Path) -> dict[str, Any]:
    """What was said of the files last time; nothing when that cannot be read."""
    try:
        found = orjson.loads((folder / _STATE).read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return {}
    return found if isinstance(found, dict) else {}


def _one(
    pool: urllib3.PoolManager, address: str, folder: Path, before: Mapping[str, str], tell: Tell
) -> tuple[dict[str, str], bool]:
    """Get one file; what is to be remembered of it, and whether it changed.

    The library tries again until an answer begins; a body that breaks off is asked for anew.
    """
    held = before if _held(folder, before) else {}
    headers = {"User-Agent": _AGENT, "Accept-Encoding": "gzip", **_unless(held)}
    broken = ""
    for _ in range(_BODIES):
        tell(f"asking {_host(address)}", 0, 0)
        try:
            response = _asked(pool, address, headers)
            try:
                return _taken(response, address, folder, held, tell)
            finally:
                response.close()
        except MaxRetryError as error:
            raise _failed(address, str(error.reason or error)) from error
        except HTTPError as error:
            broken = f"the download broke off ({error})"
    raise _failed(address, broken)


def _asked(
    pool: urllib3.PoolManager, address: str, headers: Mapping[str, str]
) -> urllib3.BaseHTTPResponse:
    """The answer of the address, or of the one it leads to; each is checked before."""
    for _ in range(_LEADS):
        _check(address)
        response = pool.request(
            "GET", address, headers=headers, preload_content=False, redirect=False
        )
        leads = response.get_redirect_location()
        if not leads:
            return response
        response.close()
        address = urljoin(address, leads)
    raise _failed(address, f"it leads on more than {_LEADS} times")


def _taken(
    response: urllib3.BaseHTTPResponse,
    address: str,
    folder: Path,
    before: Mapping[str, str],
    tell: Tell,
) -> tuple[dict[str, str], bool]:
    if response.status == _UNCHANGED and before:
        return dict(before), False
    if response.status != _OK:
        raise _failed(address, f"the server answers {response.status}")
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind.startswith(REFUSED_TYPES):
        raise _failed(address, f"the server sends {kind}, not a list file")
    name = f"{_key(address)}-{_file_name(address)}"
    digest = _stored(response, address, folder / name, tell)
    said = {
        "file": name,
        "sha256": digest,
        "etag": response.headers.get("ETag", ""),
        "last_modified": response.headers.get("Last-Modified", ""),
    }
    return said, digest != before.get("sha256")


def _stored(response: urllib3.BaseHTTPResponse, address: str, place: Path, tell: Tell) -> str:
    """Write what comes to its place, whole or not at all; its SHA-256."""
    length = response.headers.get("Content-Length", "")
    announced = int(length) if length.isdigit() else 0
    if announced > MOST:
        raise _failed(address, f"the file has {announced:,} bytes, over {MOST:,}")
    digest, size = hashlib.sha256(), 0
    handle, beside = tempfile.mkstemp(dir=place.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            for block in response.stream(_BLOCK, decode_content=True):
                size += len(block)
                if size > MOST:
                    raise _failed(address, f"more than {MOST:,} bytes come")
                digest.update(block)
                file.write(block)
                tell(f"downloading from {_host(address)}", min(size, announced), announced)
            file.flush()
            os.fsync(file.fileno())
        if size < LEAST:
            raise _failed(address, f"only {size} bytes come")
        Path(beside).replace(place)
    finally:
        Path(beside).unlink(missing_ok=True)
    return digest.hexdigest()


def _check(address: str) -> None:
    """Is this an address we may ask? https, or http on this machine (for tests and mirrors)."""
    said = parse_url(address)
    local = said.host in ("localhost", "127.0.0.1", "[::1]")
    if said.scheme != "https" and not (said.scheme == "http" and local):
        raise _failed(address, "only https is asked, or http on this machine")


def _held(folder: Path, before: Mapping[str, str]) -> bool:
    """Is the file of last time still there as it came?"""
    try:
        with (folder / before["file"]).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == before["sha256"]
    except (OSError, KeyError):
        return False


def _unless(before: Mapping[str, str]) -> dict[str, str]:
    """The headers that ask for the file only if it changed."""
    pairs = (
        ("If-None-Match", before.get("etag")),
        ("If-Modified-Since", before.get("last_modified")),
    )
    return {name: value for name, value in pairs if value}


def _write(path: Path, data: bytes) -> None:
    beside = path.with_name(f".{path.name}-{os.getpid()}")
    beside.write_bytes(data)
    beside.replace(path)


def _host(address: str) -> str:
    return parse_url(address).host or address


def _key(address: str) -> str:
    return hashlib.sha256(address.encode()).hexdigest()[:8]


def _file_name(address: str) -> str:
    name = PurePosixPath(parse_url(address).path or "").name
    return "".join(sign if sign.isalnum() or sign in "._-" else "_" for sign in name) or "list"


def _failed(address: str, problem: str) -> FetchError:
    return FetchError(address, problem)
