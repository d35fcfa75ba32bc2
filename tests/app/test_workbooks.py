"""``qingdan export`` to a workbook and ``qingdan import`` of it, as they are typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.running import run
from tests.conftest import REPO

pytest.importorskip("xlsxwriter", reason="what writes workbooks is not installed")
EXAMPLE, DAY = REPO / "provinces" / "990000-example", ("--as-of", "2026-11-22")


def test_there_and_back_and_there_again(tmp_path: Path) -> None:
    first, second, folder = tmp_path / "a.xlsx", tmp_path / "b.xlsx", tmp_path / "list"
    assert run("export", EXAMPLE, "-o", first, *DAY).code == 0
    ran = run("import", first, "--province", "990000", "--to", folder, *DAY)
    assert ran.code == 0 and ran.out.endswith("没有写入的：0 格\n")
    assert run("export", folder, "-o", second, *DAY).code == 0
    assert first.read_bytes() == second.read_bytes()
    assert run("validate", folder, *DAY).out.splitlines()[-1] == run("validate", EXAMPLE, *DAY).out.splitlines()[-1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["export", EXAMPLE, "--findings", "-f", "csv"], "--findings 只用于 xlsx"),
        (["export", EXAMPLE, "--findings", "-o", "a.xlsx", "-o", "a.csv"], "--findings 只用于 xlsx"),
        (["export", "--template", "--province", "330000", "-f", "jsonl"], "--template 只用于 xlsx"),
        (["export", "--template", "-o", "a.xlsx"], "--province"),
        (["export", EXAMPLE, "--template", "--province", "330000", "-o", "a.xlsx"], "不读现有的清单"),
        (["export", EXAMPLE, "--items", "JY-0401", "-o", "a.xlsx"], "--template"),
        (["export", "--template", "--province", "330000", "--items", "JY-1", "-o", "a.xlsx"], "JY-1"),
        (["export", "-o", "a.xlsx"], "没有写要导出哪份清单"),
        (["export", REPO / "provinces", "-o", "a.xlsx"], "一份清单写成一个工作簿"),
    ],
)
def test_what_does_not_go_together_is_said_and_nothing_is_written(
    words: list[object], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run(*words, *DAY)
    assert ran.code == 2 and said in ran.err and "下一步" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_of_another_province_says_so(tmp_path: Path) -> None:
    assert run("export", EXAMPLE, "-o", tmp_path / "a.xlsx", *DAY).code == 0
    ran = run("import", tmp_path / "a.xlsx", "--province", "330000", *DAY)
    assert "另一个省" in ran.out
