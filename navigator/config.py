"""Settings from the environment. The defaults are safe in production."""

import os
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")
KEY_BYTES = 32


class ConfigurationError(Exception):
    """The service must not start with these settings. The message tells what to change."""


@dataclass(frozen=True)
class Settings:
    """What the surroundings decide: where state lives, who may be asked for, how to log."""

    data: Path
    database_url: str
    hosts: tuple[str, ...]
    site_url: str
    behind_proxy: bool
    content: Path
    index: Path
    secret_key: bytes = field(repr=False)
    log: Path | None = None  # None: standard error

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """Read the settings, make the data folder and the secret key where they are missing."""
        data = Path(environ.get("NAVIGATOR_DATA") or ROOT / "var").resolve()
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        return cls(
            data=data,
            database_url=environ.get("NAVIGATOR_DATABASE_URL") or f"sqlite:///{data}/navigator.db",
            hosts=_hosts(environ.get("NAVIGATOR_HOSTS", ",".join(LOCAL_HOSTS))),
            site_url=_site_url(environ),
            behind_proxy=_truth("NAVIGATOR_PROXY", environ.get("NAVIGATOR_PROXY", "")),
            content=Path(environ.get("NAVIGATOR_CONTENT") or ROOT / "content").resolve(),
            index=data / "index",
            secret_key=read_or_make_key(data / "secret_key"),
            log=_log(environ.get("NAVIGATOR_LOG") or "stderr", data),
        )

    @property
    def is_local(self) -> bool:
        """Tell whether only this machine can ask for pages: then it is no production."""
        return set(self.hosts) <= set(LOCAL_HOSTS) and not self.behind_proxy


def _hosts(text: str) -> tuple[str, ...]:
    """Split the host names that may be asked for, and refuse to go on without any."""
    hosts = tuple(part.strip().lower() for part in text.split(",") if part.strip())
    if not hosts:
        raise ConfigurationError(
            "NAVIGATOR_HOSTS is empty: name the host names of the service, separated by commas."
        )
    return hosts


def _site_url(environ: Mapping[str, str]) -> str:
    """Return the address of the service as the public knows it, without a slash at its end."""
    host, port = environ.get("HOST") or "127.0.0.1", environ.get("PORT") or "8000"
    url = environ.get("NAVIGATOR_SITE_URL") or f"http://{host}:{port}"
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise ConfigurationError(
            f"NAVIGATOR_SITE_URL is {url!r}: give it as https://palvelut.example.fi."
        )
    return url.rstrip("/")


def _log(choice: str, data: Path) -> Path | None:
    """Return the file that log lines go to, or None for standard error."""
    match choice:
        case "stderr":
            return None
        case "file":
            return data / "log" / "navigator.log"
    raise ConfigurationError(f"NAVIGATOR_LOG is {choice!r}: write stderr or file.")


def _truth(name: str, text: str) -> bool:
    """Read a yes or a no, and refuse anything else rather than guess."""
    match text.strip().lower():
        case "" | "0" | "no" | "false":
            return False
        case "1" | "yes" | "true":
            return True
    raise ConfigurationError(f"{name} is {text!r}: write true or false.")


def read_or_make_key(path: Path) -> bytes:
    """Return the secret key in `path`, made on first start; refuse one that others can read."""
    if not path.exists():
        _make_key(path)
    if stat.S_IMODE(path.stat().st_mode) & stat.S_IRWXO:
        raise ConfigurationError(f"{path} can be read by everyone: run chmod 600 on it.")
    key = path.read_bytes()
    if len(key) < KEY_BYTES:
        raise ConfigurationError(f"{path} is too short for a key: remove it to get a new one.")
    return key


def _make_key(path: Path) -> None:
    """Write a new key whole or not at all, even when several workers start at once."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(KEY_BYTES))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another worker was first, and its key is as good
    finally:
        draft.unlink()
