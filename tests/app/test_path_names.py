"""Folders and files whose names are no UTF-8: their reports are JSON, and come back as baselines."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.app.running import run, start, write

DAY = ("--as-of", "2026-11-22")
LIMIT = "amount: {0}, unit: working_day, text: {0}个工作日"


def named(folder: Path, name: bytes) -> Path:
    """A path that ends in bytes; skips where the system does not take them."""
    path = folder / os.fsdecode(name)
    try:
        path.mkdir()
        path.rmdir()
    except (OSError, UnicodeError):
        pytest.skip("file names are text on this system")
    return path


def a_list(path: Path, days: int) -> Path:
    folder = start(path, "430000")
    item = folder / "items" / "01.yaml"
    item.write_text(item.read_text("utf-8").replace(LIMIT.format(3), LIMIT.format(days), 1), "utf-8")
    return folder


@pytest.mark.parametrize(
    "name", [b"li\xe9st", b"\xb9\xfe\xc4\xcf", b"\xff\xfe", "湖南".encode("gbk") + "清单".encode()]
)
def test_a_report_of_a_folder_that_is_no_utf8_comes_back_as_a_baseline(name: bytes, tmp_path: Path) -> None:
    folder = a_list(named(tmp_path, name), 5)
    report = tmp_path / "report.json"
    assert run("validate", folder, "-o", report, *DAY).code == 1
    value = json.loads(report.read_bytes().decode("utf-8"))
    json.dumps(value, ensure_ascii=False).encode("utf-8")  # no half of a character is left in it
    ran = run("validate", folder, "--baseline", report, *DAY)
    assert ran.code == 0 and "新增 0" in ran.out and "没有比较 0" in ran.out


def test_two_folders_that_differ_in_such_a_byte_are_told_apart(tmp_path: Path) -> None:
    both = tmp_path / "lists"
    both.mkdir()
    for name, days in ((b"a\xe8", 5), (b"a\xe9", 3)):
        a_list(named(both, name), days)
    report = tmp_path / "report.json"
    run("validate", both, "-o", report, *DAY)
    assert "新增 0" in run("validate", both, "--baseline", report, *DAY).out
    item = both / os.fsdecode(b"a\xe9") / "items" / "01.yaml"
    item.write_text(item.read_text("utf-8").replace(LIMIT.format(3), LIMIT.format(7), 1), "utf-8")
    ran = run("validate", both, "--baseline", report, "-f", "concise", *DAY)
    assert ran.code == 1 and "JY-0401-R02" in ran.out and "a\\udce9" in ran.out


def test_every_format_of_such_a_folder_is_utf8(tmp_path: Path) -> None:
    folder = a_list(named(tmp_path, b"li\xe9st"), 5)
    write(folder, os.fsdecode(b"items/x\xe9.yaml"), "schema: items/1\nitems: []\n")
    for command in (
        ["validate", folder],
        ["diff", "national", folder],
        ["coverage", folder],
        ["impact", folder, "--edition", "2025"],
        ["export", folder],
        ["changelog", folder, folder],
    ):
        for format in ("text", "json", "github", "html", "markdown", "csv", "jsonl", "jsonld"):
            ran = run(*command, "-o", f"{format}={tmp_path / 'out'}", *DAY)
            if ran.code == 2:
                continue  # the command has no such format
            assert ran.code == 3, (command, format, ran.err)  # not every file was read
            text = (tmp_path / "out").read_bytes().decode("utf-8")
            if format in ("json", "jsonld"):
                json.loads(text)
