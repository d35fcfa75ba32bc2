"""A diff as it is read: shaped by its schema, each item named once, escaped, a page that can be printed."""

from __future__ import annotations

import json
import re
import shutil
from functools import cache
from pathlib import Path

import pytest

import qingdan
from qingdan.loading import structure
from qingdan.printing.escape import markdown
from qingdan.printing.frame import WIDEST, width
from qingdan.reports.diff import as_html as diff_html
from qingdan.reports.diff import as_json as diff_json
from qingdan.reports.diff import as_markdown as diff_markdown
from qingdan.reports.diff import as_text as diff_text
from qingdan.reports.diff import words as diff_words
from qingdan.reports.diff.facts import Diff
from qingdan.values.saying import say
from qingdan.words.grammar import Lang
from tests.reports.test_coverage_formats import Page

REPO = Path(__file__).parents[2]
AS_OF = "2026-11-22"
PROVINCES = sorted((REPO / "provinces").iterdir())
EXAMPLE, HENAN, HUNAN = (str(REPO / "provinces" / name) for name in ("990000-example", "410000-henan", "430000-hunan"))
SIDES = [
    ("national", HUNAN), ("national", HENAN), ("national", EXAMPLE), (EXAMPLE, f"{EXAMPLE}/all"), (HUNAN, HENAN),
    ("national", str(REPO / "docs" / "tutorial" / "edition-2099")), (EXAMPLE, EXAMPLE),
]  # fmt: skip


@cache
def diff(before: str, after: str) -> Diff:
    return qingdan.compare(before, after, as_of=AS_OF)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("before", "after"), [*SIDES, *(("national", str(path)) for path in PROVINCES)])
def test_the_json_has_its_schema(before: str, after: str, lang: Lang) -> None:
    value = json.loads(qingdan.render(diff(before, after), "json", lang))
    assert list(structure.faults("diff", value)) == []
    assert sum(value["counts"]["allowed"].values()) == len(value["differences"])
    other = diff_json.value(diff(before, after), "en" if lang == "zh" else "zh")
    assert [row["fingerprint"] for row in other["differences"]] == [row["fingerprint"] for row in value["differences"]]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("before", "after"), SIDES)
def test_each_format_tells_the_same_differences(before: str, after: str, lang: Lang) -> None:
    found = diff(before, after)
    rows = sum(len(group.rows) for items in diff_words.groups(found, True).values() for group in items)
    named = sum(map(len, diff_words.alone(found, True).values()))
    assert rows + named == len(found.differences)
    page = diff_html.render(found, lang, silent=True)
    told = diff_markdown.render(found, lang, silent=True)
    assert page.count('<th scope="rowgroup"') == told.count("\n### ")
    assert len(re.findall(r'<tr><td class="(?:no|yes|unsettled|unregulated)">', page)) == rows
    assert page.count("<li>") == named
    text = diff_text.render(found, lang, silent=True)
    for each in found.differences:
        assert not each.requirement or all(each.requirement in shown for shown in (page, told, text))


def test_the_worst_comes_first_and_an_item_is_named_once() -> None:
    text = diff_text.render(diff("national", HENAN), "zh")
    assert text.count("失业登记  ") == 1 and text.index("不符合全国要求") < text.index("符合，更好")
    assert text.count("人社厅发〔2020〕79号") == 1, "one basis for three requirements"
    assert "不得有：毕业证书、终止或解除劳动关系证明" in text


@pytest.mark.parametrize(("before", "after"), SIDES)
def test_long_lists_fit_a_terminal(before: str, after: str) -> None:
    lines = diff_text.render(diff(before, after), "zh", silent=True).splitlines()
    prose = [line for line in lines if not re.search(r":\d+:\d+|(?:items|requirements)\[|^\S", line)]
    assert [line for line in prose if width(line) > WIDEST + 2] == []


def test_months_are_no_times() -> None:
    assert say([{"amount": 24}], "zh", element="months") == "24 个月"
    assert say([{"amount": 1}], "zh", element="visits") == "1 次"
    text = diff_text.render(diff("national", EXAMPLE), "zh", silent=True)
    assert "24 个月 → " in text and "24 次" not in text


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("before", "after"), SIDES)
def test_the_page_can_be_walked_and_fetches_nothing(before: str, after: str, lang: Lang) -> None:
    page = Page(diff_html.render(diff(before, after), lang))
    names = [tag for tag, _ in page.tags]
    assert page.open == []
    assert not {"script", "link", "img", "iframe", "a"} & set(names)
    assert names.count("table") == names.count("caption")
    assert all(attrs.get("scope") in ("col", "row", "rowgroup") for tag, attrs in page.tags if tag == "th")
    assert ("html", {"lang": "zh-CN" if lang == "zh" else "en"}) in page.tags


HOSTILE = r"<script>alert(1)</script>|**b** [x](javascript:y) `c` @team https://e.example #1\u202E"


def test_a_name_cannot_break_out(tmp_path: Path) -> None:
    folder = tmp_path / "430000-list"
    shutil.copytree(HUNAN, folder)
    file = folder / "localities" / "433101.yaml"
    text = file.read_text("utf-8").replace("name: 我要办理失业登记", f'name: "{HOSTILE}"')
    file.write_text(text.replace("name: 湖南省湘西州吉首市", f'name: "{HOSTILE}"'), "utf-8")
    found = qingdan.compare("national", folder, as_of=AS_OF)
    assert any("<script>" in each.name for each in found.differences)
    told = diff_markdown.render(found, "zh", silent=True)
    for shown in (diff_html.render(found, "zh", silent=True), told, diff_text.render(found, "zh", silent=True)):
        assert "\u202e" not in shown and "u202e" in shown
    assert "<script>" not in diff_html.render(found, "zh") + told
    for mark in ("**b**", "[x]", "`c`", "@team", "https://e", "|**"):
        assert mark not in told
    cells = {len(re.findall(r"(?<!\\)\|", line)) for line in told.splitlines() if line.startswith("| ")}
    assert cells == {3, 8}


@pytest.mark.parametrize(
    ("text", "safe"),
    [("- a", "&#45; a"), ("1. a", "&#49;. a"), ("+ a", "&#43; a"), ("a - b", "a - b"), ("www.x.cn", "www&#46;x.cn"),
     ("a_b_c", r"a\_b\_c"), ("&lt;", "&amp;lt;"), ("失业登记（窗口）", "失业登记（窗口）"), ("$x$", r"\$x\$")],
)  # fmt: skip
def test_markdown_is_text(text: str, safe: str) -> None:
    assert markdown(text) == safe


def long_list(folder: Path, papers: list[str], items: int = 1) -> str:
    """A list whose items ask for the same papers."""
    (folder / "items").mkdir(parents=True)
    (folder / "catalogue.yaml").write_text(
        'schema: catalogue/1\nname: 清单\nprovince: "330000"\nedition: "2025"\nkind: list\ncompleteness: partial\n'
        "source: {title: 页, evidence: sample, seen: whole}\n",
        encoding="utf-8",
    )
    asked = "".join(f"      - {{name: {paper}, necessity: required}}\n" for paper in papers)
    head = "    implements: [{item: JY-0401, relation: exact}]\n    materials:\n"
    text = "".join(f"  - id: ZJ-{number}\n    name: 失业登记{number}\n{head}{asked}" for number in range(items))
    (folder / "items" / "a.yaml").write_text(f"schema: items/1\nitems:\n{text}", encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize(
    ("lang", "left"), [("zh", "另有 380 项，--all 全部列出"), ("en", "380 more, --all shows them")]
)
def test_a_long_list_of_papers_is_cut_with_a_count(lang: Lang, left: str, tmp_path: Path) -> None:
    found = diff("national", long_list(tmp_path, [f"第{number}号证明" for number in range(400)]))
    cut = diff_text.render(found, lang).replace("\n", "").replace(" ", "")
    assert left.replace(" ", "") in cut
    assert "第19号证明" in cut and "第20号证明" not in cut
    whole = diff_text.render(found, lang, silent=True)
    assert "第399号证明" in whole
    assert "--all" not in whole
    assert "第399号证明" in qingdan.render(found, "json", lang)


def test_many_differences_of_one_item_are_cut_with_a_count(tmp_path: Path) -> None:
    old = long_list(tmp_path / "old", [f"第{number}号证明" for number in range(45)])
    new = long_list(tmp_path / "new", [f"第{number}号材料" for number in range(45)])
    found = diff(old, new)
    shown = diff_text.render(found, "zh")
    assert "另有 60 处不同，--all 全部列出" in shown
    assert shown.count("items/a.yaml") == 30
    assert diff_text.render(found, "zh", silent=True).count("items/a.yaml") == 90
    assert "90 处不同" in shown


def test_many_items_of_one_side_are_cut_with_a_count(tmp_path: Path) -> None:
    found = diff(long_list(tmp_path / "old", ["甲"]), long_list(tmp_path / "new", ["甲"], items=150))
    shown = diff_text.render(found, "zh").replace("\n", "")
    assert "（149）" in shown and "另有 49 项" in shown
    assert "ZJ-149 " in diff_text.render(found, "zh", silent=True)


def test_a_changed_text_is_never_cut_where_it_differs(tmp_path: Path) -> None:
    for side, last in (("old", "乙"), ("new", "丙")):
        folder = long_list(tmp_path / side, ["甲"])
        with (Path(folder) / "items" / "a.yaml").open("a", encoding="utf-8") as file:
            file.write("    steps:\n" + "".join(f"      - {{name: 第{number}步}}\n" for number in range(40)))
            file.write(f"      - {{name: {last}末}}\n")
    shown = diff_text.render(diff(str(tmp_path / "old"), str(tmp_path / "new")), "zh")
    assert "丙末" in shown and "乙末" in shown
