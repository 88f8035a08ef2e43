"""The log verified, its heads signed."""

import pytest
from tests.desk_builders import OFFICER, at, opening
from tests.desk_tampering import free_the_log

from catchall_desk.program import chain
from catchall_desk.store.desk import run
from catchall_desk.store.models import EventRow


@pytest.fixture
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("CATCHALL_HOME", str(tmp_path))
    monkeypatch.setenv("CATCHALL_DESK_SIGNING_KEY", str(tmp_path / "elsewhere" / "key.pem"))


@pytest.mark.usefixtures("db", "_home")
def test_heads_are_exported_and_verified_with_the_public_key(tmp_path, call):
    assert call(chain.verify).return_value == 0
    run(opening("case"), OFFICER, at())
    file, public = str(tmp_path / "heads"), str(tmp_path / "public.pem")
    assert call(chain.heads, file, "--public", public).return_value == 0
    assert (tmp_path / "elsewhere" / "key.pem").exists()
    run(opening("case"), OFFICER, at(1))
    assert call(chain.verify, "--heads", file, "--public", public).return_value == 0
    assert call(chain.verify, "--heads", file).return_value == 0


@pytest.mark.usefixtures("db", "_home")
def test_the_first_bad_record_is_named(call, capsys):
    run(opening("case"), OFFICER, at())
    free_the_log()
    EventRow.objects.update(actor="eve")
    done = call(chain.verify)
    assert done.return_value == 2
    assert "record 1 of desk" in done.stderr
