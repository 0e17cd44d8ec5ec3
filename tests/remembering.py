"""What would be worked out anew in every test, worked out once a process.

Nothing of it depends on more than what it is made from: a content file on its bytes, a compiled
template on its source, packed bytes on the plain ones.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import brotli
import pytest
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from navigator.importers.content import reading

Reader = Callable[[str, str, Path, str], Any]


class CompiledTemplates(BytecodeCache):
    """Compiled templates, kept in memory."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template that was compiled from the same source."""
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        self._kept[bucket.key, bucket.checksum] = bucket.code


TEMPLATES = CompiledTemplates()


@contextmanager
def remembering() -> Iterator[None]:
    """Read each content file and pack the same bytes once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "_read_one", _once_a_file(reading._read_one))
        patch.setattr(brotli, "compress", lru_cache(500)(brotli.compress))
        yield


def _once_a_file(read_one: Reader) -> Reader:
    """Return a reader that remembers the files that it could read."""
    kept: dict[tuple[str, str, bytes], Any] = {}

    def read(kind: str, slug: str, path: Path, name: str) -> Any:
        if not path.is_file():
            return read_one(kind, slug, path, name)
        key = (kind, slug, path.read_bytes())
        if key not in kept:
            kept[key] = read_one(kind, slug, path, name)
        return kept[key]

    return read
