"""A PostgreSQL server that the tests start for themselves and take away again."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

SETTINGS = {
    "listen_addresses": "''",  # only the socket in its own folder
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "32MB",
}


@contextmanager
def server() -> Iterator[str]:
    """Run a server in a temporary folder and yield the address of its `postgres` database."""
    programs = find_programs()
    folder = Path(tempfile.mkdtemp(prefix="navigator-pg-"))
    user = _owner(folder)
    options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
    try:
        _run(user, programs / "initdb", "-D", folder / "data", "-U", "postgres", "--no-sync")
        start = ("-o", f"{options} -k {folder}", "-l", folder / "log", "-w", "start")
        _run(user, programs / "pg_ctl", "-D", folder / "data", *start)
        try:
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            _run(user, programs / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def find_programs() -> Path:
    """Find the folder of PostgreSQL's programs, newest version first."""
    for initdb in sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True):
        return initdb.parent
    if initdb_on_path := shutil.which("initdb"):
        return Path(initdb_on_path).resolve().parent
    raise RuntimeError(
        "PostgreSQL is not installed: run `apt install postgresql`,"
        " or test on SQLite alone with `pytest --database sqlite`."
    )


def _owner(folder: Path) -> str | None:
    """Give the folder to the user that runs the server: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    try:
        account = pwd.getpwnam("postgres")
    except KeyError:
        account = pwd.getpwnam("nobody")
    os.chown(folder, account.pw_uid, account.pw_gid)
    return account.pw_name


def _run(user: str | None, *command: str | Path) -> None:
    """Run one of PostgreSQL's programs, and show what it said when it fails."""
    prefix: Sequence[str] = ("runuser", "-u", user, "--") if user else ()
    done = subprocess.run(
        [*prefix, *map(str, command)],
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,  # a pipe would stay open in the server
        stderr=None,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{Path(command[0]).name} failed with {done.returncode}")
