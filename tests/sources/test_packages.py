"""Zip packages: opened only where they are whole and unpack to no more than a table."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from qingdan.problems.of_tables import NotATable
from qingdan.sources.packages import opened, part


def packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return file.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(NotATable) as problem:
        opened("清单.docx", data)
    return problem.value.why


def test_a_part_is_unpacked_and_a_missing_one_told() -> None:
    package = opened("清单.docx", packed({"word/document.xml": "业".encode()}))
    assert part("清单.docx", package, "word/document.xml") == "业".encode()
    assert part("清单.docx", package, "word/numbering.xml") is None


def test_what_unpacks_to_too_much_is_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(packed({"a": bytes(11_000_000)})) == "bomb"
    rows = b"".join(b'<row r="%d"><c r="A%d"/></row>' % (n, n) for n in range(300_000))
    assert len(rows) > 10_000_000
    opened("清单.docx", packed({"a": rows}))
    monkeypatch.setattr("qingdan.sources.packages._MOST", 1000)
    assert refused(packed({"a": bytes(600), "b": bytes(600)})) == "bomb"


def test_a_size_that_is_less_than_what_is_unpacked_is_damaged() -> None:
    data = packed({"a": bytes(100_000)})
    small = data.replace((100_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert small != data
    with pytest.raises(NotATable) as problem:
        part("清单.docx", opened("清单.docx", small), "a")
    assert problem.value.why == "damaged"


def test_passwords_are_told() -> None:
    marked = bytearray(packed({"a": b"x"}))
    marked[marked.index(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(marked)) == "password"
    encrypted = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1024) + "EncryptedPackage".encode("utf-16-le") + bytes(512)
    assert refused(encrypted) == "password"


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04", b"<html>", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)])
def test_what_is_no_package_is_damaged(data: bytes) -> None:
    assert refused(data) == "damaged"


def test_packages_that_were_cut_or_changed_are_read_or_refused() -> None:
    whole = packed({"a.xml": b"<a>" * 50, "b.xml": random.Random(1).randbytes(300)})
    chance = random.Random(12)
    for _ in range(3000):
        data = bytearray(whole[: chance.randrange(len(whole))] if chance.random() < 0.3 else whole)
        for _ in range(chance.randrange(1, 4)):
            if data:
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        try:
            package = opened("清单.docx", bytes(data))
            for name in package.namelist():
                part("清单.docx", package, name)
        except NotATable as problem:
            assert problem.why in ("damaged", "password", "bomb")
