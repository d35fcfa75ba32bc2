"""``-f github``: the worst first, the totals last, paths from the root of the checkout."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.app.running import Ran, run, start, write

DAY = ("--as-of", "2026-11-22")


def many(folder: Path, count: int) -> Path:
    """A list with so many errors, and warnings before them in the file."""
    entries = [f"  - {{id: W-{n}, name: 事项{n}, fee: {{charged: 'no'}}}}\n" for n in range(count)]
    entries += [
        f"  - {{id: E-{n}, name: 失业登记{n}, implements: [{{item: JY-0401}}], fee: {{charged: 'yes'}}}}\n"
        for n in range(count)
    ]
    write(start(folder, "430000"), "items/02.yaml", "schema: items/1\nitems:\n" + "".join(entries))
    return folder


def levels(ran: Ran) -> list[str]:
    return [line.split(" ")[0].strip(":") for line in ran.out.splitlines()]


def test_the_worst_come_first_and_the_totals_last(tmp_path: Path) -> None:
    ran = run("validate", many(tmp_path / "list", 40), "-f", "github", *DAY)
    found, last = levels(ran)[:-1], ran.out.splitlines()[-1]
    assert found == sorted(found, key=["error", "warning", "notice"].index) and set(found) >= {"error", "warning"}
    counts = {name: found.count(name) for name in ("error", "warning", "notice")}
    told = f"错误 {counts['error']}，警告 {counts['warning']}，提示 {counts['notice']}"
    assert last.startswith(f"::notice title=qingdan::{told}") and counts["error"] >= 40
    assert "前 10 处" in last and "日志" in last and "下一步" in last
    english = run("validate", tmp_path / "list", "-f", "github", "--lang", "en", *DAY).out.splitlines()[-1]
    assert "first 10 of each level" in english and "Next" in english


def test_what_github_shows_whole_is_not_said_to_be_cut(tmp_path: Path) -> None:
    last = run("validate", many(tmp_path / "list", 1), "-f", "github", *DAY).out.splitlines()[-1]
    assert "错误" in last and "前 10 处" not in last
    clean = run("validate", start(tmp_path / "clean"), "-f", "github", "--select", "TIM", *DAY)
    assert clean.out == "::notice title=qingdan::错误 0，警告 0，提示 0。\n"


@pytest.mark.parametrize("here", ["", "provinces", "provinces/430000", "elsewhere"])
def test_paths_are_counted_from_the_root_of_the_checkout(
    here: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout = tmp_path / "checkout"
    many(checkout / "provinces" / "430000", 1)
    (checkout / "elsewhere").mkdir()
    monkeypatch.chdir(checkout / here)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(checkout))
    listed = checkout / "provinces" / "430000"
    for path in (listed, Path(*[".."] * len(Path(here).parts), "provinces", "430000")):
        ran = run("validate", path, "-f", "github", *DAY)
        files = set(re.findall(r"file=([^,]*),", ran.out))
        assert files and all(file.startswith("provinces/430000/") for file in files), files


def test_a_file_outside_of_the_checkout_keeps_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many(tmp_path / "list", 1)
    (tmp_path / "checkout").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "checkout")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "checkout"))
    assert "file=list/items/02.yaml," in run("validate", "list", "-f", "github", *DAY).out
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "link"))
    many(tmp_path / "checkout" / "a", 1)
    assert "file=a/items/02.yaml," in run("validate", "checkout/a", "-f", "github", *DAY).out
    monkeypatch.delenv("GITHUB_WORKSPACE")
    assert "file=checkout/a/items/02.yaml," in run("validate", "checkout/a", "-f", "github", *DAY).out
