"""Generations on disk: whole or not at all, and every damage noticed."""

import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from navigator.domain.hours import HELSINKI
from navigator.search import IndexUnavailable, Reader, built_on, generations, index, rebuild
from navigator.search.analysis import analyser
from navigator.search.documents import SCALE
from tests.search.samples import SAMPLES, document

ROOT = Path(__file__).parents[2]


class Clock:
    """A clock that the test moves."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def path(tmp_path):
    rebuild(tmp_path / "index", SAMPLES, 1)
    return tmp_path / "index"


def current(path):
    return path / "generations" / json.loads((path / "current").read_bytes())["generation"]


def all_files(path):
    return sorted(file for file in current(path).rglob("*") if file.is_file())


def test_whoosh_keeps_the_postings_with_their_weights(path):
    whoosh = current(path) / "whoosh"
    assert index.count(whoosh) == 3
    found = dict(index.postings(whoosh, "fi"))
    assert found["kiukku"] == [(2, 4.0 * SCALE)]
    assert [number for number, _ in found["päivähoito"]] == [1, 2]
    assert [number for number, _ in found["esimerkki"]] == [0, 1, 2]  # 0: a part of a compound
    assert list(index.postings(whoosh, "xx")) == []


def test_the_manifest_names_version_analyser_and_every_file(path):
    manifest = json.loads((current(path) / "manifest.json").read_bytes())
    assert (manifest["version"], manifest["documents"]) == (1, 3)
    assert manifest["analyser"] == analyser().name
    names = {file.relative_to(current(path)).as_posix() for file in all_files(path)}
    assert manifest["files"].keys() == names - {"manifest.json"}


def test_a_rebuild_takes_the_place_of_the_one_before_and_keeps_two_old(path):
    for version in range(2, 7):
        assert rebuild(path, SAMPLES[:2], version) == 2
    assert [folder.name for folder in sorted((path / "generations").iterdir())] == [
        "00000004",
        "00000005",
        "00000006",
    ]
    assert Reader(path).snapshot(6).size == 2
    assert not (path / "draft").exists()


def test_no_index_is_unavailable(tmp_path):
    with pytest.raises(IndexUnavailable):
        Reader(tmp_path / "none").snapshot()


def test_an_index_of_another_version_is_unavailable(path):
    reader = Reader(path)
    with pytest.raises(IndexUnavailable, match="version 1, not 2"):
        reader.snapshot(2)
    assert reader.snapshot(1).version == 1
    assert reader.snapshot().version == 1


def test_a_flipped_bit_is_noticed_wherever_it_is(path):
    for file in all_files(path):
        right = file.read_bytes()
        for at in {0, len(right) // 2, len(right) - 1} if right else ():
            wrong = bytearray(right)
            wrong[at] ^= 1
            file.write_bytes(wrong)
            with pytest.raises(IndexUnavailable):
                Reader(path).snapshot(1)
        file.write_bytes(right)
    assert Reader(path).snapshot(1).size == 3


def test_a_cut_or_missing_file_is_noticed(path):
    for file in all_files(path):
        right = file.read_bytes()
        file.write_bytes(right[:-1])
        if right:
            with pytest.raises(IndexUnavailable):
                Reader(path).snapshot(1)
        file.unlink()
        with pytest.raises(IndexUnavailable):
            Reader(path).snapshot(1)
        file.write_bytes(right)


@pytest.mark.parametrize(
    "contents",
    [b"", b"{", b"[]", b"null", b'{"generation": "../../etc", "manifest": ""}', b"\xff\xfe"],
)
def test_a_damaged_pointer_is_unavailable_and_a_rebuild_repairs_it(path, contents):
    (path / "current").write_bytes(contents)
    with pytest.raises(IndexUnavailable):
        Reader(path).snapshot()
    rebuild(path, SAMPLES, 2)
    assert Reader(path).snapshot(2).size == 3


def test_another_analyser_makes_the_index_unavailable(path, monkeypatch):
    monkeypatch.setattr(generations, "analyser", lambda: SimpleNamespace(name="better"))
    with pytest.raises(IndexUnavailable, match="another version"):
        Reader(path).snapshot(1)


def test_a_worker_looks_at_the_pointer_once_a_second(path):
    clock = Clock()
    reader = Reader(path, clock=clock)
    first = reader.snapshot()
    rebuild(path, SAMPLES[:1], 2)
    clock.now += 0.9
    assert reader.snapshot() is first
    clock.now += 0.2
    assert reader.snapshot(2).size == 1
    clock.now += 2
    assert reader.snapshot() is reader.snapshot()


def test_a_worker_sees_damage_and_repair_without_a_restart(path):
    clock = Clock()
    reader = Reader(path, clock=clock)
    reader.snapshot()
    kept = (path / "current").read_bytes()
    (path / "current").unlink()
    clock.now += 2
    with pytest.raises(IndexUnavailable):
        reader.snapshot()
    (path / "current").write_bytes(kept)
    clock.now += 2
    assert reader.snapshot(1).size == 3
    shutil.rmtree(path)
    rebuild(path, SAMPLES, 9)
    clock.now += 2
    assert reader.snapshot(9).size == 3


def test_a_damaged_generation_is_read_once_and_not_every_second(path, monkeypatch):
    (current(path) / "directory.json").write_bytes(b"{}")
    clock, reads = Clock(), []
    reader = Reader(path, clock=clock)
    read = generations.read_generation
    monkeypatch.setattr(
        "navigator.search.reader.read_generation", lambda *given: reads.append(1) or read(*given)
    )
    for _ in range(3):
        clock.now += 2
        with pytest.raises(IndexUnavailable):
            reader.snapshot()
    assert len(reads) == 1


def test_two_builders_never_build_at_once(path):
    with (path / "building.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(IndexUnavailable, match="another process"):
            rebuild(path, SAMPLES, 2)
    assert rebuild(path, SAMPLES, 2) == 3


@pytest.mark.parametrize(
    "step", ["write_contents", "_digest", "_write", "_sync", "_put_into_use", "_sync_folder"]
)
def test_a_builder_that_fails_leaves_the_current_one_whole(path, monkeypatch, step):
    def fail(*given):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(generations, step, fail)
        with pytest.raises(OSError, match="No space"):
            rebuild(path, SAMPLES[:1], 2)
    assert Reader(path).snapshot(1).size == 3
    assert rebuild(path, SAMPLES[:1], 3) == 1
    assert Reader(path).snapshot(3).size == 1


BUILDERS = """
import os, sys
from pathlib import Path
from navigator.search import rebuild
from tests.search.samples import SAMPLES
for _ in sys.stdin:
    if child := os.fork():
        print(child, flush=True)
        os.waitpid(child, 0)
    else:
        for version in range(2, 10_000):
            rebuild(Path(sys.argv[1]), SAMPLES, version)
"""
KILLS, STEP = 30, 0.007


def test_builders_killed_at_any_moment_leave_the_current_one_whole(path):
    command = [sys.executable, "-c", BUILDERS, str(path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "bufsize": 1}
    with subprocess.Popen(command, cwd=ROOT, **pipes) as builders:
        for kill in range(KILLS):
            builders.stdin.write("another\n")
            child = int(builders.stdout.readline())
            time.sleep(kill * STEP)
            os.kill(child, signal.SIGKILL)
            assert Reader(path).snapshot().size == 3
    assert rebuild(path, [*SAMPLES, document(14, "Uusi")], 50_000) == 4
    assert Reader(path).snapshot(50_000).size == 4


def test_an_index_built_over_midnight_is_of_the_day_that_was_read(path):
    late = datetime(2026, 11, 23, 23, 59, 59, tzinfo=HELSINKI)
    rebuild(path, SAMPLES, 4, read_at=late)
    assert built_on(path) == late.date()
