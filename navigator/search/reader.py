"""A worker's view of the index: the snapshot in use, looked after once a second at most."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from navigator.search.errors import IndexUnavailable
from navigator.search.generations import Pointer, read_generation, read_pointer
from navigator.search.snapshot import Snapshot

SECONDS_BETWEEN_LOOKS = 1.0

CatchUp = Callable[[Snapshot], Snapshot | None]


class Reader:
    """Keeps one generation in memory and changes to the next when the pointer does.

    Threads share a reader. While one of them loads, the others go on with what was there.
    """

    def __init__(self, path: Path, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._path, self._clock = path, clock
        self._lock = threading.Lock()
        self._looked: float | None = None
        self._pointer: Pointer | None = None
        self._state: Snapshot | IndexUnavailable = IndexUnavailable("the index was not read yet")

    def snapshot(self, version: int | None = None, catch_up: CatchUp | None = None) -> Snapshot:
        """Return the snapshot in use, which must be of content `version` unless that is None.

        `catch_up` lays over an older snapshot what was published since, or returns None when that
        is too much. What it laid over may be newer than `version`, which is known from some time
        ago. Raises IndexUnavailable when there is no index, when it is damaged, or when it is of
        another version all the same: what was withdrawn since must not be found.
        """
        self._look()
        state = self._state
        if catch_up and isinstance(state, Snapshot) and version not in {None, state.version}:
            state = self._caught_up(state, catch_up)
        if isinstance(state, IndexUnavailable):
            raise IndexUnavailable(str(state)) from state
        is_newer = catch_up is not None and version is not None and state.version > version
        if version not in {None, state.version} and not is_newer:
            raise IndexUnavailable(f"the index is of version {state.version}, not {version}")
        return state

    def _caught_up(self, seen: Snapshot, catch_up: CatchUp) -> Snapshot | IndexUnavailable:
        """Bring the snapshot up to date, once for all threads."""
        with self._lock:
            if self._state is seen:
                newer = catch_up(seen)
                if newer is None:
                    return IndexUnavailable("the index cannot follow what was published since")
                self._state = newer
            return self._state

    def _look(self) -> None:
        """Look at the pointer, unless somebody did so within the second or is doing so."""
        if self._is_fresh() or not self._lock.acquire(blocking=self._looked is None):
            return
        try:
            if not self._is_fresh():
                self._follow_pointer()
                self._looked = self._clock()
        finally:
            self._lock.release()

    def _is_fresh(self) -> bool:
        return self._looked is not None and self._clock() - self._looked < SECONDS_BETWEEN_LOOKS

    def _follow_pointer(self) -> None:
        """Load the generation that is pointed at; a damaged one is read once, not every second."""
        try:
            pointer = read_pointer(self._path)
        except Exception as error:
            self._pointer, self._state = None, _unavailable(error)
            return
        if pointer == self._pointer:
            return
        try:
            state = Snapshot.from_files(*read_generation(self._path, pointer))
            self._pointer = pointer
        except IndexUnavailable as error:
            self._state, self._pointer = error, pointer
        except Exception as error:
            self._state, self._pointer = _unavailable(error), None
        else:
            self._state = state


def _unavailable(error: Exception) -> IndexUnavailable:
    """Say in one kind of error whatever reading a damaged file makes go wrong."""
    if isinstance(error, IndexUnavailable):
        return error
    return IndexUnavailable(f"the index cannot be read: {error!r}")
