"""Every reader under fire: damaged files are refused or accounted for, never half read."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catchall.intake.watchlists.samples import GOLDEN

from catchall.errors import CatchallError
from catchall.intake.watchlists import READERS
from catchall.intake.watchlists.entry import Parsed, Reader
from catchall.intake.watchlists.files import ListFile

FILES = sorted(path for path in GOLDEN.iterdir() if path.is_file())


def _reader(data: bytes, name: str) -> Reader | None:
    return next((one for one in READERS if one.recognise(data[:65_536], name)), None)


RECOGNISED = [path for path in FILES if _reader(path.read_bytes(), path.name)]


def test_every_format_has_an_invented_file_here():
    found = {_reader(path.read_bytes(), path.name).source for path in RECOGNISED}
    assert {one.source for one in READERS} - found == set()


def _read(reader: Reader, path, data: bytes) -> Parsed | None:
    """What the reader makes of it; None when it refuses the file with a reason."""
    try:
        return reader.read([ListFile(path.name, data)])
    except CatchallError:
        return None


def _agrees(found: Parsed) -> bool:
    names = sum(len(entry.names) - entry.names_split for entry in found.entries)
    return (
        found.records_in == len(found.entries) + found.records_refused
        and names == found.names_in - found.names_refused
    )


def _damaged(data: bytes, draw) -> bytes:
    """One of: cut, a flipped bit, a piece doubled, removed or put elsewhere, another byte."""
    first = draw(st.integers(0, len(data) - 1))
    last = draw(st.integers(first, min(len(data), first + 400)))
    flipped = bytes([data[first] ^ 1 << draw(st.integers(0, 7))])
    piece, strange = data[first:last], draw(st.binary(min_size=1, max_size=8))
    ways = (
        data[:first],
        data[:first] + flipped + data[first + 1 :],
        data[:last] + piece + data[last:],
        data[:first] + data[last:],
        data[:first] + data[last:] + piece,
        data[:first] + strange + data[first:],
    )
    return draw(st.sampled_from(ways))


@pytest.mark.parametrize("path", RECOGNISED, ids=lambda path: path.name)
@given(data=st.data())
def test_a_damaged_file_is_refused_or_every_record_and_name_is_accounted_for(path, data):
    whole = path.read_bytes()
    reader = _reader(whole, path.name)
    found = _read(reader, path, _damaged(whole, data.draw))
    assert found is None or _agrees(found)


@pytest.mark.parametrize("path", RECOGNISED, ids=lambda path: path.name)
def test_noise_behind_the_head_never_ends_in_a_crash(path):
    whole = path.read_bytes()
    reader = _reader(whole, path.name)
    noise = zlib.compress(whole, 9)[:400]
    for at in range(0, len(whole), 1 + len(whole) // 20):
        found = _read(reader, path, whole[:at] + noise + whole[at:])
        assert found is None or _agrees(found)
