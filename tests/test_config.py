import stat
from pathlib import Path

import pytest

from navigator.config import ConfigurationError, Settings
from navigator.factory import create_app


def read(folder: Path, **environ: str) -> Settings:
    return Settings.from_environment({"NAVIGATOR_DATA": str(folder), **environ})


def test_without_settings_only_this_machine_is_served(tmp_path):
    settings = read(tmp_path)
    assert settings.hosts == ("127.0.0.1", "localhost", "[::1]")
    assert settings.database_url == f"sqlite:///{tmp_path}/navigator.db"
    assert settings.site_url == "http://127.0.0.1:8000"
    assert settings.index == tmp_path / "index"
    assert not settings.behind_proxy
    assert settings.is_local


def test_the_public_address_follows_host_and_port(tmp_path):
    assert read(tmp_path, HOST="0.0.0.0", PORT="8080").site_url == "http://0.0.0.0:8080"


def test_the_secret_key_is_made_once_and_readable_to_its_owner_alone(tmp_path):
    first = read(tmp_path)
    assert len(first.secret_key) == 32
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
    assert read(tmp_path).secret_key == first.secret_key
    assert first.secret_key.hex() not in repr(first)
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_a_secret_key_that_everyone_can_read_stops_the_start(tmp_path):
    read(tmp_path)
    (tmp_path / "secret_key").chmod(0o644)
    with pytest.raises(ConfigurationError, match="chmod 600"):
        read(tmp_path)


def test_a_weak_secret_key_stops_the_start(tmp_path):
    (tmp_path / "secret_key").write_bytes(b"secret")
    (tmp_path / "secret_key").chmod(0o600)
    with pytest.raises(ConfigurationError, match="too short"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NAVIGATOR_HOSTS", " , "),
        ("NAVIGATOR_SITE_URL", "palvelut.example.fi"),
        ("NAVIGATOR_PROXY", "perhaps"),
        ("NAVIGATOR_LOG", "everywhere"),
    ],
)
def test_a_setting_that_makes_no_sense_stops_the_start_by_name(tmp_path, name, value):
    with pytest.raises(ConfigurationError, match=name):
        read(tmp_path, **{name: value})


def test_s60_debug_mode_does_not_start_where_the_public_can_reach_it(tmp_path, monkeypatch):
    monkeypatch.setenv("FLASK_DEBUG", "1")
    create_app(read(tmp_path))
    with pytest.raises(ConfigurationError, match="FLASK_DEBUG"):
        create_app(read(tmp_path, NAVIGATOR_HOSTS="palvelut.example.fi"))
    with pytest.raises(ConfigurationError, match="FLASK_DEBUG"):
        create_app(read(tmp_path, NAVIGATOR_PROXY="true"))


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "[::1]", "[::1]:8000"])
def test_a_host_in_the_settings_is_answered(tmp_path, host):
    client = create_app(read(tmp_path)).test_client()
    assert client.get("/nothing-here", headers={"Host": host}).status_code == 404


@pytest.mark.parametrize(
    "host", ["evil.example", "[::2]", "localhost.evil.example", "a b", "[::1]x"]
)
def test_s29_a_foreign_host_is_refused_and_leaves_no_trace(tmp_path, host):
    answer = create_app(read(tmp_path)).test_client().get("/fi/", headers={"Host": host})
    assert answer.status_code == 400
    assert "112" in answer.text
    assert "evil" not in answer.text + str(answer.headers)


def test_behind_a_proxy_its_word_on_the_scheme_is_taken_and_no_other(tmp_path):
    app = create_app(read(tmp_path, NAVIGATOR_PROXY="1"))
    app.add_url_rule("/scheme", view_func=lambda: __import__("flask").request.url_root)
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example"}
    assert app.test_client().get("/scheme", headers=headers).text == "https://localhost/"
