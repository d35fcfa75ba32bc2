"""What was not judged is said in the summary of the text, not in JSON alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.running import run, start, write

DAY = ("--as-of", "2026-11-22")


def undated(folder: Path, source: str) -> Path:
    """A list whose text has a day too vague to tell what was in force."""
    entry = f"{{id: A-1, name: 失业登记, implements: [{{item: JY-0401}}], source: {{title: 指南, evidence: copy, seen: part, {source}}}}}"
    write(start(folder, "430000"), "items/02.yaml", f"schema: items/1\nitems:\n  - {entry}\n")
    head = (folder / "catalogue.yaml").read_text("utf-8")
    write(folder, "catalogue.yaml", head.replace("kind: list", 'kind: archive\nas_of: "2020"', 1))
    return folder


@pytest.mark.parametrize("source", ['date: "2020"', 'date: "2020-11"', 'as_of: "2020"'])
def test_a_requirement_that_was_not_judged_for_an_unclear_date_is_named(source: str, tmp_path: Path) -> None:
    folder = undated(tmp_path / "list", source)
    ran = run("validate", folder, *DAY)
    [line] = [line for line in ran.out.splitlines() if "没有用来判断" in line and "日期" in line]
    assert "JY-0401-R" in line and "2 处文字" in line and "年月日" in line
    assert "dates too vague" in run("validate", folder, "--lang", "en", *DAY).out


def test_rules_for_whole_lists_are_named_where_a_list_is_known_in_part(tmp_path: Path) -> None:
    folder = start(tmp_path / "list", "430000")
    [line] = [line for line in run("validate", folder, *DAY).out.splitlines() if "没有用来判断" in line]
    assert "清单只收了一部分事项" in line and "CAT" in line


def test_nothing_is_said_where_everything_was_judged(tmp_path: Path) -> None:
    folder = start(tmp_path / "list", "430000")
    head = (folder / "catalogue.yaml").read_text("utf-8")
    write(folder, "catalogue.yaml", head.replace("completeness: partial", "completeness: whole"))
    assert "没有用来判断" not in run("validate", folder, *DAY).out
