"""Compound files: how Office kept files until 2007, as streams in sectors that a table links (MS-CFB)."""

from __future__ import annotations

import struct

MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
#: Special numbers of sectors and entries begin here.
_NONE = 0xFFFFFFFA


class Compound:
    """The streams at the top of a compound file, not those of what is embedded in it.

    Attributes:
        names: Their names, in small letters.
    """

    def __init__(self, data: bytes) -> None:
        """Read which streams there are.

        Args:
            data: All of the file.

        Raises:
            ValueError: It is damaged.
        """
        self._data = data
        try:
            self._open()
        except (struct.error, IndexError) as error:
            raise ValueError(str(error)) from error

    def stream(self, name: str) -> bytes:
        """What is in a stream.

        Args:
            name: In small letters.

        Raises:
            ValueError: It is damaged.
        """
        start, size = self._streams[name]
        if size >= self._cutoff:
            return self._joined(start)[:size]
        # small ones lie in parts of 64 bytes in a stream of their own
        whole = self._joined(self._root)
        parts = _chain(start, self._small)
        return b"".join(whole[part * 64 : part * 64 + 64] for part in parts)[:size]

    def _open(self) -> None:
        power = struct.unpack_from("<H", self._data, 30)[0]
        if power not in (9, 12):
            raise ValueError(power)
        self._size = 1 << power
        first, _, self._cutoff, small, _, more, _ = struct.unpack_from("<7I", self._data, 48)
        tables = list(struct.unpack_from("<109I", self._data, 76))
        seen: set[int] = set()
        while more < _NONE and more not in seen:
            seen.add(more)
            *links, more = self._numbers(more)
            tables += links
        self._next = [number for table in tables if table < _NONE for number in self._numbers(table)]
        self._small = self._all_numbers(small)
        directory = self._joined(first)
        entries = [self._entry(directory, at) for at in range(0, len(directory), 128)]
        _, _, _, child, self._root, _ = entries[0]
        self._streams: dict[str, tuple[int, int]] = {}
        waiting, done = [child], set()
        while waiting:
            at = waiting.pop()
            if at < len(entries) and at not in done:
                done.add(at)
                name, left, right, _, start, size = entries[at]
                self._streams[name.lower()] = (start, size)
                waiting += [left, right]
        self.names = frozenset(self._streams)

    @staticmethod
    def _entry(directory: bytes, at: int) -> tuple[str, int, int, int, int, int]:
        """Name, left, right and first child, first sector and size."""
        length = min(struct.unpack_from("<H", directory, at + 64)[0], 64)
        name = directory[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
        left, right, child = struct.unpack_from("<3I", directory, at + 68)
        return name, left, right, child, *struct.unpack_from("<II", directory, at + 116)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if start >= len(self._data):
            raise ValueError(number)
        return self._data[start : start + self._size]

    def _numbers(self, sector: int) -> tuple[int, ...]:
        return struct.unpack(f"<{self._size // 4}I", self._sector(sector).ljust(self._size, b"\xff"))

    def _all_numbers(self, first: int) -> list[int]:
        return [number for sector in _chain(first, self._next) for number in self._numbers(sector)]

    def _joined(self, first: int) -> bytes:
        return b"".join(self._sector(sector) for sector in _chain(first, self._next))


def _chain(first: int, following: list[int]) -> list[int]:
    """The numbers of the parts of a stream, in order."""
    chain: list[int] = []
    seen: set[int] = set()
    at = first
    while at < _NONE:
        if at in seen or at >= len(following):
            raise ValueError(at)
        seen.add(at)
        chain.append(at)
        at = following[at]
    return chain
