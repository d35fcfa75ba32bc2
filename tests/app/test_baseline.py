"""``--baseline`` and ``--waivers-from`` as a province's pipeline uses them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import qingdan
from tests.app.repositories import REPO, commit, git, repository
from tests.app.running import Ran, run, write
from tests.judging.test_waivers import an_error, row, rows

AS_OF = ("--as-of", "2026-11-22")
HENAN = "410000-henan"
LIST = f"provinces/{HENAN}"
LONGMEN = f"{LIST}/localities/410311-longmen-shiku.yaml"


@pytest.fixture
def repo_of_henan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if not shutil.which("git"):
        pytest.skip("needs git")
    repository(tmp_path, HENAN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def waiver(**more: str) -> str:
    """A waiver of the same finding each time."""
    return row(an_error(qingdan.validate(REPO / LIST, as_of="2026-11-22")), **more)


def checked(*more: str) -> tuple[Ran, list[str], int]:
    """The run, the ids of what it says of waivers, and how many findings are waived."""
    ran = run("validate", "provinces", *AS_OF, "--format", "json", *more)
    [section] = json.loads(ran.out)["sections"]
    return ran, [each["id"] for each in section["findings"] if each["id"].startswith("WVR")], len(section["waived"])


def test_a_change_cannot_approve_itself(repo_of_henan: Path) -> None:
    write(repo_of_henan, f"{LIST}/waivers.yaml", rows(waiver()))
    assert checked()[1:] == ([], 1)
    ran, ids, waived = checked("--waivers-from", "main")
    assert (ran.code, ids, waived) == (1, ["WVR012"], 0)
    shown = run("validate", LIST, *AS_OF, "--waivers-from", "main").out
    assert "还没有生效：main 里没有这一条" in shown and "豁免以这个修订为准：main" in shown
    merged = commit(repo_of_henan)
    ran, ids, waived = checked("--waivers-from", "main")
    assert (ids, waived) == ([], 1)
    assert json.loads(ran.out)["waivers_from"] == "main"
    assert json.loads(ran.out)["sections"][0]["waivers_commit"] == merged


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"until": "2026-06-30"}, {"until": "2027-06-30"}),
        ({"until": "2026-06-30"}, {"until": "2026-06-30", "approved": "2026-02-01"}),
    ],
)
def test_a_waiver_that_was_changed_holds_as_it_was(
    repo_of_henan: Path, old: dict[str, str], new: dict[str, str]
) -> None:
    one = waiver(**old)
    write(repo_of_henan, f"{LIST}/waivers.yaml", rows(one))
    commit(repo_of_henan)
    write(repo_of_henan, f"{LIST}/waivers.yaml", rows(waiver(**new)))
    ran, ids, waived = checked("--waivers-from", "main")
    assert "WVR012" in ids and waived == 0 and ran.code == 1
    assert "main 里写的不一样" in ran.out


def test_a_longer_end_leaves_the_old_one_in_force(repo_of_henan: Path) -> None:
    write(repo_of_henan, f"{LIST}/waivers.yaml", rows(waiver(until="2027-01-30")))
    commit(repo_of_henan)
    write(repo_of_henan, f"{LIST}/waivers.yaml", "# 说明\n" + rows(waiver(until="2099-01-30")))
    ran, ids, _ = checked("--waivers-from", "HEAD")
    [held] = json.loads(ran.out)["sections"][0]["waived"]
    assert ids == ["WVR012"] and held["waiver"]["until"] == "2027-01-30"


def test_a_second_waiver_beside_the_old_one_and_one_taken_away_do_not_hold(repo_of_henan: Path) -> None:
    first = waiver(until="2026-06-30")
    write(repo_of_henan, f"{LIST}/waivers.yaml", rows(first))
    commit(repo_of_henan)
    write(repo_of_henan, f"{LIST}/waivers.yaml", rows(first, waiver()))
    assert checked("--waivers-from", "main")[1:] == (["WVR001", "WVR012"], 0)
    write(repo_of_henan, f"{LIST}/waivers.yaml", rows(waiver()))
    commit(repo_of_henan)
    (repo_of_henan / LIST / "waivers.yaml").unlink()
    assert checked("--waivers-from", "main")[1:] == ([], 0)


def test_order_comments_and_moved_lines_are_no_change(repo_of_henan: Path) -> None:
    text = rows(waiver())
    write(repo_of_henan, f"{LIST}/waivers.yaml", text)
    commit(repo_of_henan)
    lines = text.splitlines()
    moved = [*lines[:2], "  # 说明", lines[2], lines[4], lines[3], *lines[5:]]
    write(repo_of_henan, f"{LIST}/waivers.yaml", "\n".join(moved) + "\n")
    assert checked("--waivers-from", "main")[1:] == ([], 1)


def test_a_list_that_was_not_there_has_no_waivers_in_force(repo_of_henan: Path) -> None:
    text = rows(waiver())
    (repo_of_henan / LIST).rename(repo_of_henan / "provinces" / "41-new")
    write(repo_of_henan, "provinces/41-new/waivers.yaml", text)
    ran, ids, waived = checked("--waivers-from", "main")
    assert (ids, waived) == (["WVR012"], 0) and "main 里还没有这份清单" in ran.out


@pytest.mark.parametrize("content", ["waivers: [\n", "link", "version https://git-lfs.github.com/spec/v1\noid x\n"])
def test_waivers_that_cannot_be_read_there_do_not_hold(repo_of_henan: Path, content: str) -> None:
    file = repo_of_henan / LIST / "waivers.yaml"
    text = rows(waiver())
    if content == "link":
        write(repo_of_henan, "other.yaml", text)
        file.symlink_to(repo_of_henan / "other.yaml")
    else:
        file.write_text(content, "utf-8")
    commit(repo_of_henan)
    file.unlink()
    file.write_text(text, "utf-8")
    ran, ids, waived = checked("--waivers-from", "main")
    assert (ids, waived) == (["WVR012"], 0) and "main 里的 waivers.yaml 读不通" in ran.out


def test_many_processes_read_the_same_waivers(repo_of_henan: Path) -> None:
    write(repo_of_henan, f"{LIST}/waivers.yaml", rows(waiver()))
    for number in range(8):
        shutil.copytree(repo_of_henan / LIST, repo_of_henan / "provinces" / f"41-{number}")
    commit(repo_of_henan)
    write(repo_of_henan, f"{LIST}/waivers.yaml", rows(waiver(until="2028-01-01")))

    one, many = (
        qingdan.render(qingdan.validate("provinces", as_of="2026-11-22", waivers_from="main", workers=n), "json")
        for n in (1, 4)
    )
    assert one == many and one.count("WVR012") == 2  # once as id, once among the rules that ran


@pytest.mark.parametrize(
    "revision", ["no-such", "-x", "--all", "main:provinces", "HEAD^{tree}", "0" * 40, "main..main"]
)
def test_a_revision_that_is_not_there_is_an_error_of_usage(repo_of_henan: Path, revision: str) -> None:
    ran = run("validate", "provinces", *AS_OF, f"--waivers-from={revision}")
    assert (ran.code, ran.out) == (2, "") and revision in ran.err


def test_outside_a_repository_and_in_a_shallow_clone(
    repo_of_henan: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    shutil.copytree(repo_of_henan / LIST, outside / HENAN)
    ran = run("validate", outside, *AS_OF, "--waivers-from", "main")
    assert ran.code == 2 and "不是 git 仓库" in ran.err
    old = commit(repo_of_henan)
    commit(repo_of_henan)
    git(outside, "clone", "-q", "--depth", "1", f"file://{repo_of_henan}", "clone")
    ran = run("validate", outside / "clone" / LIST, *AS_OF, "--waivers-from", old)
    assert ran.code == 2 and "git fetch --unshallow" in ran.err


def test_only_new_findings_fail(repo_of_henan: Path) -> None:
    assert run("validate", "provinces", *AS_OF).code == 1
    write(repo_of_henan, "base.json", run("validate", "provinces", *AS_OF, "--format", "json", "--lang", "en").out)
    ran = run("validate", "provinces", *AS_OF, "--baseline", "base.json")
    assert ran.code == 0 and "新增 0" in ran.out and "已消失 0" in ran.out
    assert run("validate", "provinces", *AS_OF, "--baseline", "base.json", "--fail-on", "info").code == 0
    text = (repo_of_henan / LONGMEN).read_text("utf-8")
    write(
        repo_of_henan,
        LONGMEN,
        text.replace("id: diploma, name: 学校毕(结)业证明", "id: skill-certificate, name: 技能等级证书"),
    )
    for format in ("text", "concise", "github", "json"):
        ran = run("validate", "provinces", *AS_OF, "--baseline", "base.json", "--format", format)
        assert ran.code == 1
        assert ran.out.count("JY-0401-R04") >= 2 and "学校毕" not in ran.out
    assert run("validate", "provinces", *AS_OF, "--baseline", "base.json", "--fail-on", "never").code == 0


def test_a_baseline_of_other_lists_is_no_pass(repo_of_henan: Path, tmp_path: Path) -> None:
    write(tmp_path, "base.json", run("validate", REPO / "provinces/330000-zhejiang", *AS_OF, "--format", "json").out)
    ran = run("validate", "provinces", *AS_OF, "--baseline", "base.json")
    assert ran.code == 3 and "没有一份清单能与基线比较" in ran.out and "新增 0" in ran.out


@pytest.mark.parametrize(
    ("content", "words"),
    [("x", "不是 JSON 1:1"), ('{"schema": "impact/1"}', "不是检查报告 impact/1"), ('{"schema": "report/1"}', "不完整")],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_broken_baseline_is_told_with_a_next_step(tmp_path: Path, content: str, words: str, lang: str) -> None:
    path = write(tmp_path, "base.json", content)
    ran = run("validate", REPO / "provinces/990000-example", *AS_OF, "--baseline", path, "--lang", lang)
    assert (ran.code, ran.out) == (3, "")
    assert (words in ran.err and "下一步" in ran.err) if lang == "zh" else "Next:" in ran.err
    assert run("validate", REPO / "provinces/990000-example", "--baseline", tmp_path / "no.json").code == 3
