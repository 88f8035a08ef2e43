"""A full export of what one reader may see."""

import json
import stat

from tests.desk_builders import CLOSE, OFFICER, PARTNER, at, opening

from catchall_desk.cases.commands import Command
from catchall_desk.store.desk import run
from catchall_desk.store.export import written
from catchall_desk.store.view import view_of


def test_a_reader_s_export_holds_what_the_reader_may_see(desk_db, tmp_path):
    case = run(opening("case"), OFFICER, at())
    close = run(
        Command("case", "note", case.stream, body={"text": "close"}, marking=CLOSE),
        OFFICER,
        at(1),
    )
    cause = close.events[0]
    run(Command("case", "note", case.stream, body={"text": "b"}, cause=cause), OFFICER, at(2))
    told = {}
    for reader in (OFFICER, PARTNER):
        file = tmp_path / reader.user
        with view_of(reader) as view:
            rows = written(view, file)
        told[reader.user] = [json.loads(row) for row in file.read_text("utf-8").splitlines()]
        assert rows == len(told[reader.user])
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [row["cause"] for row in told["ana"]] == [None, None, cause]
    assert [row["cause"] for row in told["pia"]] == [None, None]
    assert not any("seq" in row for row in told["pia"])
