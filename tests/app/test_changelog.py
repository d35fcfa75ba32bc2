"""``qingdan changelog`` as an office runs it, on a real git repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.running import run, snapshot
from tests.reports.changelogs import LIST, changed, committed

DAY = ("--as-of", "2026-11-22")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(changed(committed(tmp_path)))
    return tmp_path


def test_the_annex_and_the_version_for_citizens(root: Path) -> None:
    before = snapshot(root)
    sides = (f"main:{LIST}", LIST)
    office, page = run("changelog", *sides, *DAY), run("changelog", *sides, *DAY, "--format", "html")
    assert (office.code, page.code) == (0, 0) and office.err == page.err == ""
    assert office.out.startswith("附件\n\n# 示例省（虚构）就业公共服务事项清单调整情况表（草稿）\n")
    assert page.out.startswith("<!doctype html>\n")
    people = run("changelog", *sides, *DAY, "--for", "citizens", "--lang", "en")
    assert people.code == 0 and people.out.startswith("# What changes when you apply\n")
    assert "2026-11-22" in people.out
    assert snapshot(root) == before


def test_a_list_that_did_not_change_says_so(root: Path) -> None:
    assert "两个版本没有不同。" in run("changelog", LIST, LIST, *DAY).out
    assert "没有改变办事的人要做的事" in run("changelog", LIST, LIST, *DAY, "--for", "citizens").out


def test_what_was_not_read_ends_with_three(root: Path) -> None:
    (root / LIST / "items" / "12-skills.yaml").write_text("items: [", encoding="utf-8")
    ran = run("changelog", f"main:{LIST}", LIST, *DAY)
    assert ran.code == 3 and "12-skills.yaml" in ran.out
    assert run("changelog", f"main:{LIST}", LIST, *DAY, "--for", "citizens").code == 3


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("provinces/430000-hunan", "provinces/330000-zhejiang"), ("两个省", "two provinces")),
        (("national", "provinces/430000-hunan"), ("全国基准", "edition")),
        (("national", "docs/tutorial/edition-2099", "--for", "citizens"), ("群众", "citizens")),
        (("nowhere", "provinces/430000-hunan"), ("nowhere", "nowhere")),
        (("provinces/430000-hunan", "provinces/430000-hunan", "--as-of", "tomorrow"), ("tomorrow", "tomorrow")),
        (("provinces/430000-hunan",), ("参数", "argument")),
        (("provinces/430000-hunan", "provinces/430000-hunan", "--for", "press"), ("press", "press")),
    ],
)  # fmt: skip
def test_what_cannot_be_an_annex_is_said_in_words(
    words: tuple[str, ...], said: tuple[str, str], lang: str, repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repo)
    ran = run("changelog", *words, env={"QINGDAN_LANG": lang})
    assert ran.code == 2 and ran.out == "" and "Traceback" not in ran.err
    assert said[lang == "en"] in ran.err and ("下一步" in ran.err or "Next" in ran.err or "--as-of" in ran.err)
