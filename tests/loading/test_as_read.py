"""What is kept of an edition says the same as its YAML, for the very bytes it was made from and for no others."""

from __future__ import annotations

import hashlib

import pytest

from qingdan.loading import as_read
from qingdan.loading.edition import load_edition
from qingdan.loading.opening import editions, national
from qingdan.reading import MemoryTree, packaged


@pytest.mark.parametrize("id", editions())
def test_an_edition_is_the_same_with_and_without_what_is_kept(id: str) -> None:
    anew, before = load_edition(packaged("catalogue", id), prefix=f"catalogue/{id}/"), national(id)
    assert set(as_read.kept(id)) == set(packaged("catalogue", id).names())
    assert before.files.findings == anew.files.findings == []
    for element in ("head", "items", "requirements", "by_id", "registries", "groups", "ways"):
        assert getattr(before, element) == getattr(anew, element), element
    assert before.files.hashes == anew.files.hashes
    for kind, rows in anew.files.entries.items():
        kept = before.files.entries[kind]
        assert [row.locate("id", key=True) for row in rows] == [row.locate("id", key=True) for row in kept]
        assert [row.record for row in rows] == [row.record for row in kept]


def test_an_edited_file_is_read_anew_and_the_others_are_not() -> None:
    tree, kept = packaged("catalogue", "2025"), dict(as_read.kept("2025"))
    files = {name: tree.read(name) for name in tree.names()}
    files["groups.yaml"] = files["groups.yaml"].replace(b"name: ", "name: 改 ".encode(), 1)
    other = {"schema": "left-out/1", "rows": []}
    kept["left-out.yaml"] = {**kept["left-out.yaml"], "value": other}
    edition = load_edition(MemoryTree(files), as_read=kept)
    assert edition.groups[0]["name"].startswith("改 ")
    assert edition.files.documents["left-out.yaml"].value is other


def test_what_is_kept_of_other_bytes_does_not_hide_a_fault() -> None:
    tree = packaged("catalogue", "2025")
    files = {name: tree.read(name) for name in tree.names()}
    files["groups.yaml"] += b"\xff"
    edition = load_edition(MemoryTree(files), as_read=as_read.kept("2025"))
    assert [(finding.id, finding.location.file) for finding in edition.files.findings if finding.location] == [
        ("RED001", "groups.yaml")
    ]
    assert edition.files.hashes["groups.yaml"] == hashlib.sha256(files["groups.yaml"]).hexdigest()


def test_nothing_is_kept_of_an_edition_that_is_not_in_the_package() -> None:
    assert as_read.kept("1999") == {}
