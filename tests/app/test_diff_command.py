"""``qingdan diff`` as a user meets it: its formats, what makes it fail, and what is said where nothing can be compared."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.app.running import run, snapshot, write
from tests.repositories import commit, git, repository

REPO = Path(__file__).resolve().parents[2]
DAY = ("--as-of", "2026-11-22")
EXAMPLE = "provinces/990000-example"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of three lists, in which the test stands."""
    for name in ("430000-hunan", "640000-ningxia", "990000-example"):
        shutil.copytree(REPO / "provinces" / name, tmp_path / "provinces" / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_format(here: Path) -> None:
    before = snapshot(here)
    text = run("diff", "national", "湖南", *DAY)
    assert text.code == 0 and "\n湖南省湘西州吉首市\n" in text.out and "      3 个工作日 → 5 个工作日\n" in text.out
    value = json.loads(run("diff", "national", "湖南", *DAY, "-f", "json").out)
    assert (value["schema"], value["kind"], value["as_of"]) == ("diff/1", "nation_province", "2026-11-22")
    assert run("diff", "national", "湖南", *DAY, "-f", "html").out.startswith("<!doctype html>")
    markdown = run("diff", "national", "湖南", *DAY, "-f", "markdown", "--lang", "en").out
    assert "| not allowed, worse | promised limit" in markdown
    assert snapshot(here) == before


def test_what_is_silent_is_counted_and_listed_when_asked(here: Path) -> None:
    short, long = (run("diff", "national", "湖南", *DAY, *more).out for more in ((), ("--all",)))
    assert "50 处一边没有写" in short and "（--all 列出）" in short and "JY-0402" not in short
    assert "JY-0402" in long and "没有收不等于没有" in long and "（--all 列出）" not in long
    assert short.count("我要办理失业登记") == long.count("我要办理失业登记") == 1, "an item is named once"


@pytest.mark.parametrize(
    ("after", "fail_on", "code"),
    [
        ("湖南", "never", 0), ("湖南", "not-allowed", 1), ("湖南", "worse", 1), ("湖南", "any", 1),
        ("示例省", "not-allowed", 0), ("示例省", "worse", 0), ("示例省", "any", 1),
        ("宁夏", "not-allowed", 0), ("宁夏", "worse", 0), ("宁夏", "any", 1),
    ],
)  # fmt: skip
def test_what_makes_it_fail(here: Path, after: str, fail_on: str, code: int) -> None:
    assert run("diff", "national", after, *DAY, "--fail-on", fail_on).code == code


def test_an_element_taken_out_since_is_a_difference(here: Path) -> None:
    repository(here)
    commit(here, "first")
    assert run("diff", "HEAD:示例省", "示例省", *DAY, "--fail-on", "any").code == 0
    name = f"{EXAMPLE}/items/05-startup.yaml"
    text = (here / name).read_text("utf-8")
    start = text.index("    amount:\n")
    lines = text[start:].splitlines(keepends=True)
    end = next(at for at, line in enumerate(lines[1:], 1) if not line.startswith("      "))
    write(here, name, text[:start] + "".join(lines[end:]))
    ran = run("diff", "HEAD:示例省", "示例省", *DAY, "--fail-on", "any")
    assert ran.code == 1 and "金额" in ran.out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["national", "火星省"], 2, "不是 national"),
        (["national", "西藏"], 2, "这里没有西藏自治区的清单"),
        (["national", "朝阳"], 2, "210000/211300 朝阳市"),
        (["national", "C:\\x"], 2, "不是 national"),
        (["national", "湖南/长沙"], 2, "433101 湖南省湘西州吉首市"),
        (["national@1999", "湖南"], 2, "没有全国基准“1999”"),
        (["national", "湖南", "--edition", "1999"], 2, "没有全国基准“1999”"),
        (["national", "湖南", "--as-of", "2026-02-30"], 2, "不是一天"),
        (["national", "provinces"], 3, "没有 catalogue.yaml"),
        (["湖南/all", "宁夏"], 2, "自己的省"),
        (["湖南", "provinces/430000-hunan/localities/433101.yaml"], 2, "单个文件"),
        (["HEAD:湖南", "湖南"], 2, "不是 git 仓库"),
        (["national", str(REPO / "catalogue" / "2025" / "evidence.yaml")], 3, "没有读成的事项"),
        (["national"], 2, "缺少参数"),
        (["--outfile=x:湖南", "湖南"], 2, "没有选项"),
        (["national", "湖南", "--format", "pdf"], 2, "写得不对"),
    ],
)
def test_what_does_not_fit_is_said(here: Path, words: list[str], code: int, said: str) -> None:
    day = () if "--as-of" in words else DAY
    ran = run("diff", *words, *day)
    assert (ran.code, ran.out) == (code, "") and said in ran.err
    english = run("diff", *words, *day, "--lang", "en")
    assert english.code == code and english.err and english.err != ran.err


def test_revisions_that_are_not_there(here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository(here)
    commit(here, "first")
    commit(here, "second")
    for words, said in (
        (["nope:湖南", "湖南"], "没有修订：nope"),
        (["HEAD:西藏", "湖南"], "没有所写的省或路径"),
        (["HEAD:provinces", "湖南"], "没有 catalogue.yaml"),
        (["--", "--output=x:湖南", "湖南"], "没有修订：--output=x"),
    ):
        ran = run("diff", *DAY, *words)
        assert (ran.code, ran.out) == (2, "") and said in ran.err and "下一步：" in ran.err
    git(tmp_path, "clone", "-q", "--depth", "1", here.as_uri(), "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    assert run("diff", "HEAD:湖南", "湖南", *DAY).code == 0
    ran = run("diff", "HEAD~1:湖南", "湖南", *DAY)
    assert ran.code == 2 and "git fetch --unshallow" in ran.err


def test_what_was_not_read_is_named_and_fails(here: Path) -> None:
    write(here, "provinces/430000-hunan/localities/430700.yaml", "schema: [")
    for format, said in (("text", "没有读成、没有比较的文件：provinces/430000-hunan/localities/430700.yaml"),
                         ("json", '"complete": false'), ("markdown", "430700.yaml"), ("html", "430700.yaml")):  # fmt: skip
        ran = run("diff", "national", "湖南", *DAY, "-f", format)
        assert ran.code == 3 and said in ran.out and "433101" in ran.out
    repository(here)
    (here / EXAMPLE / "items" / "link.yaml").symlink_to("04-registration.yaml")
    write(here, f"{EXAMPLE}/items/large.yaml", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n")
    commit(here, "first")
    ran = run("diff", "national", "HEAD:示例省", *DAY)
    assert ran.code == 3 and f"HEAD:{EXAMPLE}/items/link.yaml、HEAD:{EXAMPLE}/items/large.yaml" in ran.out


def partial(folder: Path, *items: str) -> Path:
    """A list known in part, with items of one line each."""
    head = (
        'schema: catalogue/1\nprovince: "330000"\nname: 试\nkind: list\nedition: "2025"\ncompleteness: partial\n'
        'as_of: "2026-11-01"\nsource: {title: 试, evidence: official, seen: whole}\n'
    )
    write(folder, "catalogue.yaml", head)
    write(folder, "items/all.yaml", "schema: items/1\nitems:\n" + "".join(f"  - {{{item}}}\n" for item in items))
    return folder


@pytest.mark.parametrize(("sides", "told"), [((0, 1), "新增的事项（1）"), ((1, 0), "去掉的事项（1）")])
def test_what_comes_into_a_partial_list_and_leaves_it_is_told(
    tmp_path: Path, sides: tuple[int, int], told: str
) -> None:
    old, new = "id: P33-1, name: 失业登记", "id: P33-2, name: 就业登记"
    lists = partial(tmp_path / "v1", old), partial(tmp_path / "v2", old, new)
    ran = run("diff", lists[sides[0]], lists[sides[1]])
    assert told in ran.out and "P33-2 就业登记" in ran.out and "全国有" not in ran.out
