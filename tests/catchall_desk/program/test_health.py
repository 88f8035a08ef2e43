"""How the desk is, as typed."""

from catchall_desk.program import health


def test_faults_are_said_and_the_status_is_two(db, tmp_path, monkeypatch, call):
    monkeypatch.setenv("CATCHALL_HOME", str(tmp_path))
    done = call(health.health)
    assert done.return_value == 2
    assert "none is in force" in done.stderr


def test_a_desk_that_is_well_ends_with_nought(db, monkeypatch, call):
    monkeypatch.setattr(health.store_health, "faults", lambda found: ())
    done = call(health.health, "--metrics")
    assert (done.return_value, "catchall_desk_database 1\n" in done.output) == (0, True)
