"""``qingdan git-diff`` as git calls it, set up by the two lines of the page."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.running import run
from tests.reports.upgrades import province

REPO = Path(__file__).resolve().parents[2]
PAGE = (REPO / "docs" / "howto" / "git-diff.md").read_text("utf-8")


def git(folder: Path, *words: str) -> str:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    path = os.pathsep.join([str(Path(sys.executable).parent), kept["PATH"]])
    env = {**kept, "PATH": path, "QINGDAN_LANG": "zh", "PYTHONUTF8": "1", "GIT_CONFIG_GLOBAL": os.devnull,
           "GIT_CONFIG_NOSYSTEM": "1"}  # fmt: skip
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.pager=cat")
    done = subprocess.run(["git", *who, *words], cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the example province, and git told what the page says."""
    if not shutil.which("git") or not (Path(sys.executable).parent / "qingdan").exists():
        pytest.skip("needs git and the installed command")
    (tmp_path / "provinces").mkdir()
    province(tmp_path / "provinces")
    attributes, command = (found[1] for found in re.finditer(r"```sh\n(.*?)```", PAGE, re.DOTALL))
    line = re.fullmatch(r"echo '(.*)' >> .gitattributes\n", attributes)
    assert line
    (tmp_path / ".gitattributes").write_text(line[1] + "\n", "utf-8")
    git(tmp_path, "init", "-q")
    setting = re.fullmatch(r'git config (\S+) "(.*)"\n', command)
    assert setting
    git(tmp_path, "config", setting[1], setting[2])
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "first")
    return tmp_path


def edited(repository: Path, name: str, old: str, new: str) -> None:
    path = repository / "provinces" / "990000-example" / name
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_git_shows_what_changed_by_identity(repository: Path) -> None:
    edited(repository, "items/04-registration.yaml", "- {amount: 3, unit: working_day, start: registered, text: 登记后3个工作日内电话联系}",
           "- {amount: 9, unit: working_day, start: registered}")  # fmt: skip
    told = git(repository, "diff")
    assert "失业登记" in told and "首次联系" in told
    assert "3 个工作日 → 9 个工作日" in told
    assert "更差" in told
    assert "@@" not in told


def test_order_is_no_change(repository: Path) -> None:
    edited(repository, "items/04-registration.yaml",
           "      - {id: hukou-place, text: 户籍地}\n      - {id: usual-residence, text: 常住地}\n      - {id: workplace, text: 就业地}\n      - {id: insured-place, text: 参保地}\n",
           "      - {id: insured-place, text: 参保地}\n      - {id: usual-residence, text: 常住地}\n      - {id: workplace, text: 就业地}\n      - {id: hukou-place, text: 户籍地}\n")  # fmt: skip
    assert "共 0 处不同" in git(repository, "diff")


def test_new_and_deleted_files_and_heads_are_told(repository: Path) -> None:
    folder = repository / "provinces" / "990000-example"
    (folder / "items" / "08-purchase.yaml").unlink()
    (folder / "items" / "99.yaml").write_text("schema: items/1\nitems: []\n", "utf-8")
    edited(repository, "catalogue.yaml", 'edition: "2025"', 'edition: "2099"')
    git(repository, "add", "-A")
    told = git(repository, "diff", "--cached")
    assert "文件已删除" in told
    assert "新文件" in told
    assert '+edition: "2099"' in told


def test_a_file_that_cannot_be_read_is_compared_by_lines(repository: Path) -> None:
    edited(repository, "items/04-registration.yaml", "items:\n  - id: P99-0401", "items: [\n  - id: P99-0401")
    told = git(repository, "diff")
    assert "按行比较" in told
    assert "+items: [" in told


def test_an_unmerged_file_has_a_path_alone() -> None:
    ran = run("git-diff", "items/a.yaml")
    assert (ran.code, "没有合并好" in ran.out) == (0, True)


@pytest.mark.parametrize(
    ("encoding", "shown"), [("GBK", "GBK / GB 18030"), ("UTF-16LE-BOM", "UTF-16"), ("GB18030", "GB 18030")]
)
def test_a_working_tree_in_another_encoding_is_read_as_that(repository: Path, encoding: str, shown: str) -> None:
    codec = {"UTF-16LE-BOM": "utf-16"}.get(encoding, encoding)
    attributes = repository / ".gitattributes"
    attributes.write_text(attributes.read_text("utf-8").rstrip() + f" working-tree-encoding={encoding}\n", "utf-8")
    path = repository / "provinces" / "990000-example" / "items" / "04-registration.yaml"
    text = path.read_text("utf-8")
    old, new = (
        "- {amount: 3, unit: working_day, start: registered, text: 登记后3个工作日内电话联系}",
        "- {amount: 9, unit: working_day}",
    )
    assert text.count(old) == 1
    path.write_bytes(text.replace(old, new).encode(codec))
    told = git(repository, "diff", "--", str(path))
    assert "3 个工作日 → 9 个工作日" in told
    assert "失业登记" in told
    assert shown in told and "UTF-8" in told


def test_what_is_in_no_known_encoding_is_said_to_be(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"schema: items/1\nname: \xff\xff\xff\n")
    new.write_bytes("schema: items/1\nname: 失业登记\n".encode())
    done = run("git-diff", "items/a.yaml", str(old), "x", "100644", str(new), "y", "100644")
    assert done.code == 0
    assert "看不出是哪种编码" in done.out


def test_a_head_in_gbk_is_compared_line_by_line_in_chinese(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for path, name in ((old, "旧名"), (new, "新名")):
        path.write_bytes(f"schema: catalogue/1\nname: {name}\n".encode("gbk"))
    done = run("git-diff", "catalogue.yaml", str(old), "x", "100644", str(new), "y", "100644")
    assert "-name: 旧名" in done.out and "+name: 新名" in done.out
    assert done.out.count("GBK") == 1
