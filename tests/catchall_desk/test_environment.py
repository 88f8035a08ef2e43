"""What the environment says about the desk."""

import pytest

from catchall_desk import environment
from catchall_desk.errors import DeskSettingError


@pytest.mark.parametrize(
    ("version", "journal"),
    [((3, 40, 1), "TRUNCATE"), ((3, 51, 2), "TRUNCATE"), ((3, 51, 3), "WAL")],
)
def test_sqlite_is_durable_and_uses_a_journal_that_is_safe_for_it(version, journal):
    told = environment.database("sqlite:////srv/desk.sqlite3", version)["OPTIONS"]
    assert f"PRAGMA journal_mode={journal}; PRAGMA synchronous=FULL;" in told["init_command"]
    assert told["transaction_mode"] == "IMMEDIATE"


def test_a_server_is_reached_by_its_url():
    told = environment.database(
        "postgresql://me:p%40ss@db.example/desk?sslmode=verify-full", ()
    )
    assert (told["USER"], told["PASSWORD"], told["HOST"]) == ("me", "p@ss", "db.example")
    assert told["OPTIONS"] == {"sslmode": "verify-full"}


@pytest.mark.parametrize("url", ["", "mysql://h/n", "sqlite://", "postgresql://h"])
def test_another_database_is_refused_without_telling_the_password(url):
    with pytest.raises(DeskSettingError, match="CATCHALL_DESK_DATABASE: is neither") as refused:
        environment.database(url, ())
    assert "h" not in str(refused.value).split()


def test_a_switch_is_0_or_1():
    assert not environment.switched_on({"X": "0"}, "X")
    with pytest.raises(DeskSettingError, match="X: 'yes' is neither 0 nor 1"):
        environment.switched_on({"X": "yes"}, "X")


def test_the_second_factor_cannot_be_off_in_production():
    off = {"CATCHALL_DESK_MFA": "0"}
    assert not environment.second_factor(off)
    with pytest.raises(DeskSettingError, match="cannot be 0 in production"):
        environment.second_factor({**off, "CATCHALL_DESK_PRODUCTION": "1"})


def test_the_country_is_a_trigraph():
    assert environment.country({"CATCHALL_DESK_COUNTRY": "DEU"}) == "DEU"
    with pytest.raises(DeskSettingError, match="three capital letters"):
        environment.country({"CATCHALL_DESK_COUNTRY": "Germany"})


@pytest.mark.parametrize("value", ["-1", "many", "1.5"])
def test_a_count_is_a_whole_number(value):
    with pytest.raises(DeskSettingError, match="whole number"):
        environment.whole({"X": value}, "X", 0)


def test_a_provider_needs_https_and_a_client():
    said = {
        "CATCHALL_DESK_OIDC_ISSUER": "https://id.example",
        "CATCHALL_DESK_OIDC_CLIENT": "me",
    }
    assert environment.provider({}) == {}
    assert environment.provider(said)["openid_connect"]["APPS"][0]["client_id"] == "me"
    for wrong in (
        {"CATCHALL_DESK_OIDC_ISSUER": "http://id.example"},
        {"CATCHALL_DESK_OIDC_CLIENT": ""},
    ):
        with pytest.raises(DeskSettingError):
            environment.provider({**said, **wrong})


def test_the_key_file_is_made_once_and_is_for_its_user_alone(tmp_path):
    home = tmp_path / "home"
    assert environment.secret({}, home) != environment.secret({}, home)
    environment.prepare(home)
    key = environment.secret({}, home)
    environment.prepare(home)
    assert environment.secret({}, home) == key
    assert len(key) > 80
    assert (home / "desk.key").stat().st_mode & 0o777 == 0o600


def test_a_key_that_is_given_comes_before_the_file(tmp_path):
    environment.prepare(tmp_path)
    assert environment.secret({"CATCHALL_DESK_SECRET": "given"}, tmp_path) == "given"


def test_a_demo_is_impossible_in_production(tmp_path):
    (tmp_path / environment.EXERCISE_FILE).write_text("[]")
    both = {"CATCHALL_DESK_EXERCISE": "1", "CATCHALL_DESK_PRODUCTION": "1"}
    with pytest.raises(DeskSettingError, match="production"):
        environment.exercise(both, tmp_path)


def test_a_demo_is_impossible_in_a_home_that_no_demo_made(tmp_path):
    with pytest.raises(DeskSettingError, match="--demo"):
        environment.exercise({"CATCHALL_DESK_EXERCISE": "1"}, tmp_path)


def test_the_users_of_a_demo_are_read_from_its_home(tmp_path):
    (tmp_path / environment.EXERCISE_FILE).write_text('[{"name": "ana"}]')
    found = environment.exercise({"CATCHALL_DESK_EXERCISE": "1"}, tmp_path)
    assert found == ({"name": "ana"},)
