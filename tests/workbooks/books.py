"""What the tests of workbooks share: lists as files, and there and back again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import qingdan
from qingdan.loading.edition import Edition
from qingdan.reading import read_document
from qingdan.sources import read_book
from qingdan.starting import province_called
from qingdan.workbooks.cells import Cells
from qingdan.workbooks.drawing import Drawn, drawn
from qingdan.workbooks.reading import list_of
from qingdan.workbooks.taking import Taken, taken
from tests.conftest import REPO

DAY = "2026-11-22"
PROVINCES = sorted(path for path in (REPO / "provinces").iterdir() if path.is_dir())


@cache
def nation() -> Edition:
    return qingdan.national()


@cache
def cells() -> Cells:
    return Cells(nation().registries)


def files_of(folder: Path) -> dict[str, str]:
    """Path → text of the files of a list."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}


def values(texts: Mapping[str, str]) -> dict[str, Any]:
    """Path → value."""
    documents = {name: read_document(name, text.encode("utf-8")) for name, text in texts.items()}
    assert not [finding for each in documents.values() for finding in each.findings]
    return {name: each.value for name, each in documents.items()}


def rows(texts: Mapping[str, str]) -> Taken:
    return taken(values(texts), texts, cells())


def book(texts: Mapping[str, str]) -> bytes:
    """A list as a workbook."""
    return drawn(Drawn(rows(texts), "清单", DAY), cells())


def back(data: bytes, name: str = "清单.xlsx", province: str = "330000") -> qingdan.Imported:
    """A workbook as a list."""
    return list_of(read_book(name, data), province_called(province), nation())
