"""Downloads list files; the only module that knows the network. In: addresses; out: files.

HOME/downloads/NAME/ holds the files as they last came, and state.json with what the server
said of them, so that an unchanged file is asked for but not sent again. A file that is cut, too
large, a web page, or from another kind of address than https is refused. No address is told or
kept with what may be a secret in it. What the bytes mean does not belong here.
"""

import hashlib
import os
import re
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
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
    """How long to try: tries, seconds between (doubling), seconds to connect and to read.

    ``longest`` is the most seconds that a server may ask to wait; ``proxy`` the address of a
    proxy for https, where there is one.
    """

    tries: int = 4
    wait: float = 1.0
    connect: float = 20.0
    read: float = 120.0
    longest: int = 120
    proxy: str = ""


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
    try:
        return _fetch(addresses, folder, tell, patience or Patience())
    except (OSError, ValueError) as error:
        # a place that cannot be written, an address or answer that is none
        where = shown(addresses[0]) if addresses else str(folder)
        raise FetchError(where, f"{type(error).__name__}: {error}") from error


def _fetch(addresses: Sequence[str], folder: Path, tell: Tell, how: Patience) -> Fetched:
    folder.mkdir(parents=True, exist_ok=True)
    state = _state(folder)
    with _pool(how) as pool:
        told = {
            one: _one(pool, one, folder, state.get(_key(one), {}), tell) for one in addresses
        }
    state |= {_key(one): said for one, (said, _) in told.items()}
    _write(folder / _STATE, orjson.dumps(state, option=orjson.OPT_INDENT_2))
    files = tuple(folder / told[one][0]["file"] for one in addresses)
    return Fetched(files, any(changed for _, changed in told.values()))


def _pool(how: Patience) -> urllib3.PoolManager:
    retries = Retry(
        total=how.tries,
        backoff_factor=how.wait,
        status_forcelist=_AGAIN,
        allowed_methods=("GET",),
        raise_on_status=False,
        retry_after_max=how.longest,
    )
    timeout = Timeout(connect=how.connect, read=how.read)
    if how.proxy:
        return urllib3.ProxyManager(how.proxy, retries=retries, timeout=timeout)
    return urllib3.PoolManager(retries=retries, timeout=timeout)


def _state(folder: Path) -> dict[str, dict[str, str]]:
    """What was said of the files last time; nothing when that cannot be read."""
    try:
        found = orjson.loads((folder / _STATE).read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        key: said
        for key, said in found.items()
        if isinstance(said, dict) and all(isinstance(value, str) for value in said.values())
    }


def _one(
    pool: urllib3.PoolManager, address: str, folder: Path, before: Mapping[str, str], tell: Tell
) -> tuple[dict[str, str], bool]:
    """Get one file; what is to be remembered of it, and whether it changed.

    The library tries again until an answer begins; a body that breaks off is asked for anew.
    """
    held = before if _held(folder, before) else {}
    headers = {"User-Agent": _AGENT, "Accept-Encoding": "identity", **_unless(held)}
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
            raise _failed(address, _why(error)) from error
        except HTTPError as error:
            broken = f"the download broke off ({error})"
    raise _failed(address, broken)


def _why(error: MaxRetryError) -> str:
    """Why was there no answer? The library's text without the address it quotes."""
    return re.sub(
        r"'[^']*'|\(host=.*?\)", "", str(error.reason or type(error).__name__)
    ).strip()


def _asked(
    pool: urllib3.PoolManager, address: str, headers: Mapping[str, str]
) -> urllib3.BaseHTTPResponse:
    """The answer of the address, or of the one it leads to; each is checked before."""
    local = _is_local(address)
    for _ in range(_LEADS):
        _check(address, local=local)
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
    announced = _announced(response, address)
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip"):
        raise _failed(address, f"it comes packed as {packing}, which was not asked for")
    whole = _Whole(packed=packing != "identity")
    digest, size = hashlib.sha256(), 0
    handle, beside = tempfile.mkstemp(dir=place.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            for part in whole.parts(response.stream(_BLOCK, decode_content=False)):
                size += len(part)
                if size > MOST:
                    raise _failed(address, f"more than {MOST:,} bytes come")
                digest.update(part)
                file.write(part)
                tell(f"downloading from {_host(address)}", min(size, announced), announced)
            file.flush()
            os.fsync(file.fileno())
        if size < LEAST or not whole.ended:
            said = f"only {size} bytes come" if size < LEAST else "the packed file is cut"
            raise _failed(address, said)
        Path(beside).replace(place)
    finally:
        Path(beside).unlink(missing_ok=True)
    return digest.hexdigest()


def _announced(response: urllib3.BaseHTTPResponse, address: str) -> int:
    """How many bytes are to come; 0 when that is not said."""
    length = response.headers.get("Content-Length", "")
    announced = int(length) if length.isascii() and length.isdigit() else 0
    if announced > MOST:
        raise _failed(address, f"the file has {announced:,} bytes, over {MOST:,}")
    return announced


class _Whole:
    """Unpacks what was packed for transfer, and knows whether all of it came."""

    def __init__(self, *, packed: bool) -> None:
        self._gzip = zlib.decompressobj(16 + zlib.MAX_WBITS) if packed else None

    def parts(self, blocks: Iterable[bytes]) -> Iterator[bytes]:
        """The blocks unpacked, in pieces of bounded size."""
        if self._gzip is None:
            yield from blocks
            return
        try:
            for block in blocks:
                left = block
                while left:
                    yield self._gzip.decompress(left, _BLOCK)
                    left = self._gzip.unconsumed_tail
        except zlib.error as error:
            raise ValueError(f"the packed file is damaged ({error})") from error

    @property
    def ended(self) -> bool:
        """Did the end of it come?"""
        return self._gzip is None or self._gzip.eof


def _is_local(address: str) -> bool:
    return parse_url(address).host in ("localhost", "127.0.0.1", "[::1]")


def _check(address: str, *, local: bool) -> None:
    """Is this an address we may ask? https; http on this machine, where it began there.

    A name and password in it are not taken: they would stand in logs.
    """
    said = parse_url(address)
    if said.scheme != "https" and not (said.scheme == "http" and local and _is_local(address)):
        raise _failed(address, "only https is asked, or http on this machine")
    if said.auth:
        raise _failed(address, "a name and password in an address are not taken")


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


def shown(address: str) -> str:
    """An address without what may be a secret: name, password and query are left out.

    >>> shown("https://me:secret@lists.example/un.xml?token=secret")
    'https://lists.example/un.xml'
    """
    try:
        said = parse_url(address)
    except HTTPError:
        return "an address that is none"
    return f"{said.scheme or ''}://{said.host or ''}{said.path or ''}"


def _host(address: str) -> str:
    return parse_url(address).host or address


def _key(address: str) -> str:
    return hashlib.sha256(address.encode()).hexdigest()[:8]


def _file_name(address: str) -> str:
    name = PurePosixPath(parse_url(address).path or "").name
    kept = "".join(sign if sign.isalnum() or sign in "._-" else "_" for sign in name)
    return kept[-80:] or "list"


def _failed(address: str, problem: str) -> FetchError:
    return FetchError(shown(address), problem)
