"""Files that are not read are named, with what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from qingdan.findings import Severity
from qingdan.loading.catalogue import load_catalogue
from qingdan.reading import FileTree, MemoryTree
from tests.loading.test_structure import ITEM, said


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("items/02.yaml.txt", ".yaml"), ("items/02.yml", ".yaml"), ("items/02.YAML", ".yaml"), ("items/a.xlsx", "表格"),
        ("items/a.xls", "表格"), ("items/a.et", "表格"), ("items/a.csv", "表格"), ("localities/a.docx", "Word"),
        ("items/deep/a.yaml", "位置"), ("items/名单", "YAML"), ("waivers.yaml.txt", ".yaml"), ("other.yaml.d/a.yaml", "位置"),
    ],
)  # fmt: skip
def test_a_file_that_seems_to_belong_to_the_list(name: str, words: str) -> None:
    files = load_catalogue(MemoryTree({name: b"x", "items/01.yaml": ITEM.encode()})).files
    (finding,) = files.findings
    assert finding.id == "STR008" and words in said(finding) and said(finding, "en")
    assert finding.location is not None and finding.location.file == name
    assert finding.severity == Severity.WARNING
    assert files.unread == [name], "nobody knows what stands in it"


@pytest.mark.parametrize("name", ["items/README.md", "items/说明.MD", "localities/map.png"])
def test_a_note_or_a_picture_holds_nothing_of_a_list(name: str) -> None:
    files = load_catalogue(MemoryTree({name: b"x", "items/01.yaml": ITEM.encode()})).files
    assert [finding.id for finding in files.findings] == ["STR008"] and files.unread == []


@pytest.mark.parametrize("name", ["README.md", "list.xlsx", "pictures/a.png", "items/~$a.xlsx", "items/Thumbs.db"])
def test_files_that_are_none_of_our_business(name: str) -> None:
    assert load_catalogue(MemoryTree({name: b"x", "items/01.yaml": ITEM.encode()})).files.findings == []


@pytest.mark.parametrize(
    ("name", "words"),
    [("list.xlsx", "表格"), ("list.txt", "文本"), ("list.docx", "Word"), ("list.YAML", ".yaml"), ("list", "YAML")],
)
def test_one_file_that_cannot_be_read(name: str, words: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04")
    files = load_catalogue(FileTree(tmp_path / name), prefix="x/").files
    (finding,) = files.findings
    assert finding.id == "STR011" and finding.severity == Severity.ERROR
    assert words in said(finding) and files.unread == [f"x/{name}"]


@pytest.mark.parametrize(
    ("name", "data"), [("items/a.yaml", b"null\n"), ("items/a.yaml", b"~"), ("items/a.json", b"null")]
)
def test_a_file_that_writes_out_nothing_is_unread_and_says_so(name: str, data: bytes) -> None:
    files = load_catalogue(MemoryTree({name: data})).files
    assert files.unread == [name]
    assert [(each.id, each.location and each.location.file) for each in files.findings] == [("RED016", name)]
