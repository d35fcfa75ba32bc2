"""The command ``upgrade``: what it prints, what it writes, its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qingdan.loading import schemas
from tests.app.running import run, snapshot, write
from tests.reports.upgrades import AS_OF, EDITION, edition, province


def test_conflicts_exit_1_and_a_second_run_0(tmp_path: Path) -> None:
    folder = province(tmp_path)
    first = run("upgrade", folder, "--to", EDITION, "--as-of", AS_OF)
    assert first.code == 1
    for text in ("2025 → 2099", "JY-0402 exact → JY-0495 exact", "3 个工作日", "原来  JY-0401-R05 5 个工作日",
                 "现在  JY-0401-R05 2 个工作日", "JY-0593 个人创业担保贷款申请（虚构）", "已写 6 个文件。"):  # fmt: skip
        assert text in first.out
    second = run("upgrade", folder, "--to", EDITION, "--as-of", AS_OF)
    assert (second.code, "没有要改的" in second.out) == (0, True)


def test_a_dry_run_shows_a_unified_diff(tmp_path: Path) -> None:
    folder = province(tmp_path)
    before = snapshot(folder)
    ran = run("upgrade", folder, "--to", EDITION, "--as-of", AS_OF, "--dry-run")
    assert '-edition: "2025"      # 对照哪一版全国基准\n+edition: "2099"      # 对照哪一版全国基准\n' in ran.out
    assert "没有写文件；会改 6 个。" in ran.out
    assert snapshot(folder) == before


def test_english_and_json(tmp_path: Path) -> None:
    folder = province(tmp_path)
    words = ("upgrade", folder, "--to", EDITION, "--as-of", AS_OF, "--dry-run", "--lang", "en")
    assert "conflict" in run(*words).out
    value = json.loads(run(*words, "--format", "json").out)
    assert list(schemas.faults("upgrade", value)) == []
    assert (value["before"], value["after"], value["written"]) == ("2025", "2099", [])
    conflict = next(each for each in value["conflicts"] if each["path"] == "items[P99-0401].first_contact")
    assert (conflict["base"], conflict["new"], conflict["reason"]) == ("JY-0401-R05", "JY-0401-R05", "longer")
    assert conflict["place"]["line"] == 129


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["{}/990000-example", "--to", "2031"], 2, "没有全国基准"),
        (["{}/990000-example", "--to", "{}/nothing"], 2, "没有全国基准"),
        (["{}/nothing", "--to", "{}/other"], 2, "不是 national"),
        ([str(EDITION), "--to", "2025"], 2, "不是一份清单的文件夹"),
        (["{}/990000-example", "--to", "{}/other"], 2, "承接"),
        (["{}/990000-example"], 2, "缺少参数 --to"),
        (["{}/broken", "--to", str(EDITION)], 3, "读不通"),
        (["{}/990000-example", "--to", "{}/bad"], 3, "自身有"),
    ],
)
def test_bad_input_is_told_and_nothing_is_written(tmp_path: Path, words: list[str], code: int, said: str) -> None:
    province(tmp_path)
    edition(tmp_path / "other", succeeds="2001")
    bad = edition(tmp_path / "bad")
    items = bad / "items" / "05-startup.yaml"
    items.write_text(items.read_text("utf-8").replace("theme: startup", "theme: nothing"), "utf-8")
    broken = province(tmp_path / "b").rename(tmp_path / "broken")
    write(broken, "items/x.yaml", "a: [\n")
    before = snapshot(tmp_path)
    ran = run("upgrade", *(word.format(tmp_path) for word in words), env={"AS_OF": AS_OF})
    assert (ran.code, said in ran.err) == (code, True), ran
    assert snapshot(tmp_path) == before
