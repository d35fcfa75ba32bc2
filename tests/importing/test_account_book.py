"""The account of an import as a workbook: every cell with what became of it."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

import qingdan


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "清单.csv"
    path.write_text("事项名称,承诺时限,上级[备案]号\n失业登记,3个工作日,=1+1\n,5个工作日,\n", "utf-8")
    return path
