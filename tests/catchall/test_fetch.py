"""Downloads: asked for only when changed, tried again, checked, whole or not at all."""

import gzip

import pytest
from tests.served import Served

from catchall import fetch
from catchall.errors import FetchError
from catchall.fetch import Patience

BODY = b"<list>an invented list of some length</list>"
XML = {"Content-Type": "application/xml; charset=utf-8"}
FAST = Patience(tries=2, wait=0.0, connect=2.0, read=2.0)


def _fetch(folder, *addresses):
    return fetch.fetch(addresses, folder, lambda *_: None, FAST)


def _left(folder):
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("."))


def test_a_file_is_fetched_whole(tmp_path):
    with Served((200, XML, BODY)) as server:
        found = _fetch(tmp_path, server.address("a/un list.xml?token=1"))
    (file,) = found.files
    assert (file.read_bytes(), found.changed, file.name[9:]) == (BODY, True, "un_20list.xml")
    assert _left(tmp_path) == []


def test_what_did_not_change_is_asked_for_but_not_sent_again(tmp_path):
    tagged = {**XML, "ETag": '"7"', "Last-Modified": "Mon, 02 Nov 2026 00:00:00 GMT"}
    with Served((200, tagged, BODY), (304, {}, b"")) as server:
        first, again = (_fetch(tmp_path, server.address()) for _ in range(2))
    assert (first.changed, again.changed, again.files) == (True, False, first.files)
    assert server.asked[1]["if-none-match"] == '"7"'
    assert server.asked[1]["if-modified-since"].startswith("Mon, 02 Nov")


def test_the_same_bytes_again_are_no_change(tmp_path):
    with Served((200, XML, BODY)) as server:
        _fetch(tmp_path, server.address())
        assert not _fetch(tmp_path, server.address()).changed


def test_a_kept_file_that_was_damaged_is_asked_for_without_condition(tmp_path):
    with Served((200, {**XML, "ETag": '"7"'}, BODY)) as server:
        (file,) = _fetch(tmp_path, server.address()).files
        file.write_bytes(b"x")
        assert _fetch(tmp_path, server.address()).changed
    assert "if-none-match" not in server.asked[1]
    assert file.read_bytes() == BODY


def test_a_state_that_was_damaged_is_no_state(tmp_path):
    for text in ("{", "[]", '{"a": "b"}'):
        (tmp_path / "state.json").write_text(text)
        with Served((200, XML, BODY)) as server:
            assert _fetch(tmp_path, server.address()).changed


def test_a_server_that_is_busy_is_asked_again(tmp_path):
    with Served((503, {"Retry-After": "0"}, b"busy"), (200, XML, BODY)) as server:
        assert _fetch(tmp_path, server.address()).files
    assert len(server.asked) == 2


def test_a_download_that_breaks_off_is_begun_anew(tmp_path):
    cut = {**XML, "Content-Length": str(len(BODY) + 10)}
    with Served((200, cut, BODY), (200, XML, BODY)) as server:
        (file,) = _fetch(tmp_path, server.address()).files
    assert file.read_bytes() == BODY


def test_several_files_of_a_list_come_in_their_order(tmp_path):
    with Served((200, XML, BODY)) as server:
        wanted = [server.address(name) for name in ("b.csv", "a.csv")]
        found = _fetch(tmp_path, *wanted)
    assert [file.name[9:] for file in found.files] == ["b.csv", "a.csv"]


PACKED = gzip.compress(BODY)


def test_a_packed_body_is_unpacked(tmp_path):
    with Served((200, {**XML, "Content-Encoding": "gzip"}, PACKED)) as server:
        assert _fetch(tmp_path, server.address()).files[0].read_bytes() == BODY
    assert server.asked[0]["accept-encoding"] == "identity"


def test_no_secret_of_an_address_is_told_or_kept(tmp_path):
    with Served((200, XML, BODY), (404, XML, b"")) as server:
        address = server.address("un.xml?token=SECRET")
        _fetch(tmp_path, address)
        with pytest.raises(FetchError) as failed:
            _fetch(tmp_path, address)
    assert "SECRET" not in str(failed.value)
    assert "SECRET" not in (tmp_path / "state.json").read_text()


WRONG = {
    "a page": ((200, {"Content-Type": "text/html"}, BODY), "sends text/html, not a list"),
    "nothing there": ((404, XML, b""), "the server answers 404"),
    "always busy": ((503, XML, b""), "answers 503|too many 503"),
    "empty": ((200, XML, b""), "only 0 bytes"),
    "too short": ((200, XML, b"<x/>"), "only 4 bytes"),
    "cut every time": ((200, {**XML, "Content-Length": "999"}, BODY), "broke off"),
    "packed and cut": ((200, {**XML, "Content-Encoding": "gzip"}, PACKED[:-12]), "is cut"),
    "packed and damaged": ((200, {**XML, "Content-Encoding": "gzip"}, BODY), "damaged"),
    "packed strangely": ((200, {**XML, "Content-Encoding": "br"}, BODY), "was not asked for"),
    "nowhere": ((302, {"Location": "http://[::1"}, b""), "Invalid IPv6"),
    "another protocol": ((302, {"Location": "ftp://a.example/x"}, b""), "only https"),
    "an open address": ((302, {"Location": "http://a.invalid/x"}, b""), "only https"),
    "round and round": ((302, {"Location": "/list.xml"}, b""), "leads on more than 6"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_no_list_file_is_refused_and_the_last_one_stays(case, tmp_path):
    answer, problem = WRONG[case]
    with Served((200, XML, BODY), answer) as server:
        (file,) = _fetch(tmp_path, server.address()).files
        with pytest.raises(FetchError, match=problem):
            _fetch(tmp_path, server.address())
    assert (file.read_bytes(), _left(tmp_path)) == (BODY, [])


def test_a_file_that_is_too_large_is_refused_by_what_it_announces_and_by_what_comes(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(fetch, "MOST", 20)
    chunked = {**XML, "Transfer-Encoding": "chunked"}
    body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)
    cases = {"over 20": (200, XML, BODY), "more than 20": (200, chunked, body)}
    for problem, answer in cases.items():
        with Served(answer) as server, pytest.raises(FetchError, match=problem):
            _fetch(tmp_path, server.address())
    assert [path.name for path in tmp_path.iterdir()] == []


def test_an_address_that_leads_to_another_is_followed(tmp_path):
    with Served((301, {"Location": "new.xml"}, b""), (200, XML, BODY)) as server:
        assert _fetch(tmp_path, server.address("old.xml")).files[0].read_bytes() == BODY
    assert [one["path"] for one in server.asked] == ["/old.xml", "/new.xml"]


@pytest.mark.parametrize(
    "address", ["http://a.example/l.xml", "ftp://a.example/l", "file:///x"]
)
def test_only_https_is_asked_beyond_this_machine(address, tmp_path):
    with pytest.raises(FetchError, match=r"only https|are not taken"):
        _fetch(tmp_path, address)


def test_a_server_that_is_not_there_is_told(tmp_path):
    with Served((200, XML, BODY)) as server:
        address = server.address()
    with pytest.raises(FetchError, match="The list in force stays"):
        _fetch(tmp_path, address)


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with Served((200, XML, BODY)) as server, pytest.raises(FetchError, match="Error"):
        _fetch(tmp_path / "file", server.address())


def test_a_proxy_is_asked_where_one_is_named(tmp_path):
    proxied = Patience(tries=0, wait=0.0, connect=1.0, read=1.0, proxy="http://127.0.0.1:9")
    with pytest.raises(FetchError, match=r"lists\.example/un\.xml"):
        fetch.fetch(["https://lists.example/un.xml"], tmp_path, lambda *_: None, proxied)


@pytest.mark.parametrize("address", ["http://[::1", "https://a.example:port/"])
def test_what_is_no_address_is_told(address, tmp_path):
    with pytest.raises(FetchError):
        _fetch(tmp_path, address)
