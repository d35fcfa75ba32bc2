"""The annex and the citizens' version as they are read, printed and attacked. The reviewed texts are files."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qingdan
from qingdan.model.declarations import elements
from qingdan.model.examples import EXAMPLES
from qingdan.model.registry import unnamed
from qingdan.printing.escape import markdown
from qingdan.printing.values import pair
from qingdan.reading import read_document
from qingdan.reports.changelog import as_html as changelog_html
from qingdan.reports.changelog import as_markdown as changelog_markdown
from qingdan.reports.changelog import citizens as changelog_citizens
from qingdan.reports.changelog import sheet as changelog_sheet
from qingdan.reports.changelog.facts import Changelog
from qingdan.reports.diff.facts import Suggestion
from qingdan.words.grammar import Lang
from tests.reports.changelogs import AS_OF, LIST, NEW, changed, committed, edited
from tests.reports.test_coverage_formats import Page

CASES = Path(__file__).parent / "cases" / "changelog"
FORMATS = ("office.md", "office.html", "citizens.md", "citizens.html")


def between(root: Path) -> Changelog:
    here = Path.cwd()
    os.chdir(root)
    try:
        return qingdan.changelog(f"main:{LIST}", LIST, as_of=AS_OF)
    finally:
        os.chdir(here)


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Changelog:
    return between(changed(committed(tmp_path_factory.mktemp("example"))))


def rendered(log: Changelog, name: str, lang: Lang = "zh") -> str:
    page, sheet = changelog_citizens.page(log, lang), changelog_sheet.sheet(log, lang)
    return {
        "office.md": lambda: changelog_markdown.annex(sheet, lang),
        "office.html": lambda: changelog_html.annex(sheet, lang),
        "citizens.md": lambda: changelog_markdown.page(page),
        "citizens.html": lambda: changelog_html.page(page, lang),
    }[name]()


def citizens(log: Changelog, lang: Lang = "zh") -> list[str]:
    return [text for tag, text in changelog_citizens.page(log, lang).blocks if tag == "li"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", FORMATS)
def test_the_text_is_the_one_that_was_reviewed(name: str, lang: Lang, log: Changelog) -> None:
    shown = rendered(log, name, lang)
    snapshot = CASES / f"{lang}-{name}"
    if os.environ.get("QINGDAN_ACCEPT"):
        snapshot.parent.mkdir(exist_ok=True)
        snapshot.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == snapshot.read_text(encoding="utf-8")


def test_every_row_is_numbered_and_every_gap_is_marked(log: Changelog) -> None:
    rows = [line for line in rendered(log, "office.md").splitlines() if re.match(r"\| [0-9]+ \|", line)]
    cells = [re.split(r"(?<!\\) \| ", row.strip("| ")) for row in rows]
    assert [row[0] for row in cells] == [str(number) for number in range(1, len(log.entries) + 1)]
    assert {len(row) for row in cells} == {len(changelog_sheet.COLUMNS)}
    assert all(all(cell.strip() for cell in row) for row in cells)
    assert sum(row[5] == "【未填写】" for row in cells) == sum(not entry.reason for entry in log.entries)


@pytest.mark.parametrize("name", ["office.html", "citizens.html"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_can_be_walked_and_fetches_nothing(name: str, lang: Lang, log: Changelog) -> None:
    text = rendered(log, name, lang)
    page = Page(text)
    assert page.open == []
    names = [tag for tag, _ in page.tags]
    assert not {"script", "link", "img", "iframe", "a"} & set(names)
    assert ("html", {"lang": "zh-CN" if lang == "zh" else "en"}) in page.tags
    assert not [attrs for _, attrs in page.tags if "style" in attrs or any(name.startswith("on") for name in attrs)]
    assert "table-header-group" in text and "break-inside: avoid" in text


HOSTILE = "<script>alert(1)</script>|**x**[a](b)`c`\u202e=1+1"


@pytest.mark.parametrize("name", FORMATS)
def test_a_name_cannot_break_out(name: str, tmp_path: Path) -> None:
    root = committed(tmp_path)
    quoted = "'" + HOSTILE.replace("\u202e", "") + "'"
    edited(root, "items/13-special.yaml", "P99-9001", "name: 零工驿站服务", f"name: {quoted}")
    edited(root, "items/13-special.yaml", "P99-9002", "    state: in_use\n",
           f"    state: cancelled\n    changes: [{{reason: {quoted}, basis: [{{title: {quoted}}}]}}]\n")  # fmt: skip
    edited(root, "items/05-startup.yaml", "P99-0501", 'phone: "0900-5550107"', f"phone: {quoted}")
    found = between(root)
    rows = tuple(replace(entry, name=HOSTILE, place=HOSTILE, also=(HOSTILE,)) for entry in found.entries)
    suggestion = Suggestion(HOSTILE, HOSTILE, HOSTILE)
    found = replace(found, entries=rows, suggestions=(suggestion,), unread=(HOSTILE,), unsure=rows[:1])
    text = rendered(found, name)
    assert "alert(1)" in text
    assert "<script" not in text and "\u202e" not in text
    if name.endswith(".md"):
        assert "**x**" not in text and "[a](b)" not in text and "`c`" not in text
        assert all(
            len(re.findall(r"(?<!\\)\|", row)) == 10 for row in text.splitlines() if re.match(r"\| [0-9]+ \|", row)
        )
    else:
        assert Page(text).open == []


@given(st.text(max_size=60))
def test_no_text_is_markup(raw: str) -> None:
    shown = markdown(raw)
    assert "\n" not in shown and "\r" not in shown
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`|\[\]~]", shown) and "<" not in shown
    assert not re.match(r"\s*(?:[#>+-]|[0-9]{1,9}[.)])", shown)


def test_what_does_not_matter_to_citizens_is_not_told(log: Changelog) -> None:
    text = rendered(log, "citizens.md")
    assert not re.search(r"P99-|FL-|[a-z]+_[a-z]+|not_stated|没有写\b", text), "no codes"
    assert "收费" not in text, "that the list no longer speaks of the fee is no news"
    assert "未填写" not in text
    assert "有效身份证件由窗口自己查，不用您带。从2026年12月1日起。" in text
    assert "办理时限（网上）从 1 个工作日改为 3 个工作日，比原来慢。" in text
    assert "失业登记：0900-5550188" in text


#: What is edited in 失业登记 (P99-0401) or 创业补贴 (P99-0501), and the sentence that citizens read.
TOLD = {
    "a paper more": ("04-registration", "P99-0401", "    materials:\n",
        "    materials:\n      - {id: residence-permit, name: 居住证, type: certificate, by: applicant}\n",
        "要多带一样：居住证。"),
    "a paper in some case": ("04-registration", "P99-0401", "    materials:\n",
        "    materials:\n      - {id: residence-permit, name: 居住证, necessity: conditional, when: 外地户籍}\n",
        "要多带一样：居住证（外地户籍）。"),
    "a paper that may be brought": ("04-registration", "P99-0401", "    materials:\n",
        "    materials:\n      - {id: residence-permit, name: 居住证, necessity: optional}\n", None),
    "a paper nobody knows": ("04-registration", "P99-0401", "    materials:\n",
        "    materials:\n      - {name: 某种没有登记的证明}\n", "申请材料里新写了“某种没有登记的证明”。"),
    "an original in place of a copy": ("06-assistance", "P99-0601", "form: 原件，当场核验后退还；网上办理用电子证照",
        "form: 原件和复印件", "材料有变化：原来 有效身份证件（材料形式：原件，当场核验后退还；网上办理用电子证照）；"
        "现在 有效身份证件（材料形式：原件和复印件）。"),
    "a remark on a paper": ("04-registration", "P99-0401", "blank: 失业人员登记表空白表", "blank: 空白表", None),
    "a form less": ("04-registration", "P99-0401",
        "      - id: commitment\n        name: 书面承诺\n        necessity: required\n        by: applicant\n"
        "        type: form\n        form: 印在登记表背面，签名即可\n", "", "以后不用填书面承诺了。"),
    "a charge": ("05-startup", "P99-0501", 'charged: "no"', 'charged: "yes"', "现在要收费，多少钱请先问清楚。"),
    "fewer visits": ("05-startup", "P99-0501", "{amount: 1, channel: counter, reason: 在窗口办理时当场核验身份证件原件}",
        "{amount: 0, channel: counter}", "要跑的次数（窗口）从 1 次（在窗口办理时当场核验身份证件原件）改为 0 次，比原来少。"),
    "less money": ("05-startup", "P99-0501", "{yuan: 5000, bound: exact, per: 户, text: 每户5000元}", "{yuan: 3000, bound: exact, per: 户}", "发的钱从 5000 元/户改为 3000 元/户，比原来少。"),
    "less time to apply": ("05-startup", "P99-0501", "{amount: 36, unit: month, start: licence-issued, text: 领取营业执照之日起36个月内}",
        "{amount: 12, unit: month, start: licence-issued}",
        "申请期限从 36 个月改为 12 个月，比原来短。"),
    "a condition more": ("04-registration", "P99-0401", "    conditions:\n",
        "    conditions:\n      - {any_of: [{id: first-business, text: 首次创办}]}\n", "多了一个条件：首次创办。"),
    "a place less": ("04-registration", "P99-0401", "      - {id: insured-place, text: 参保地}\n", "",
        "在参保地不能再办。"),
    "an audience more": ("05-startup", "P99-0501", "    audience:\n",
        "    audience:\n      - {id: small-micro-enterprise, text: 小微企业}\n", "现在这些人也可以办：小微企业。"),
    "no word of the visits": ("12-skills", "P99-1203", "    visits:\n", "    service_standard: []\n    visits:\n", None),
    "another order": ("04-registration", "P99-0401",
        "      - {id: hukou-place, text: 户籍地}\n      - {id: usual-residence, text: 常住地}\n",
        "      - {id: usual-residence, text: 常住地}\n      - {id: hukou-place, text: 户籍地}\n", None),
}  # fmt: skip


@pytest.mark.parametrize("what", TOLD)
def test_a_citizen_reads_what_changed(what: str, tmp_path: Path) -> None:
    file, id, old, new, sentence = TOLD[what]
    root = committed(tmp_path)
    edited(root, f"items/{file}.yaml", id, old, new)
    told = citizens(between(root))
    told = [text for text in told if "0900-" not in text]
    assert told == ([] if sentence is None else [sentence])
    if sentence is None:
        assert "这次调整没有改变办事的人要做的事。" in rendered(between(root), "citizens.md")


def test_a_list_known_in_part_takes_no_paper_away(tmp_path: Path) -> None:
    """The same paper gone: a list known in whole no longer asks for it, one known in part may only not name it."""
    root = committed(tmp_path)
    path = root / LIST / "items" / "04-registration.yaml"
    text = path.read_text("utf-8")
    start, end = text.index("      - id: id-document"), text.index("      - id: unemployment-registration-form")
    path.write_text(text[:start] + text[end:], encoding="utf-8", newline="\n")
    assert citizens(between(root))[0] == "以后不用带有效身份证件了。"
    edited(root, path.relative_to(root / LIST).as_posix(), "P99-0401", "    name: 失业登记\n",
           "    name: 失业登记\n    known_in_part: [materials]\n")  # fmt: skip
    assert citizens(between(root))[0] == "申请材料里不再写“有效身份证件”，请先打电话问清楚。"


def test_links_heads_splits_and_what_was_left_out_are_said_in_words(tmp_path: Path) -> None:
    root = committed(tmp_path)
    edited(root, "items/13-special.yaml", "P99-9001", "    name:", "    applies: without_application\n    name:")
    edited(root, "items/05-startup.yaml", "P99-0501", '    fee: {charged: "no"}\n', "    fee: {charged: perhaps}\n")
    edited(root, "localities/990101.yaml", "YL-0607", "status: claimed", "status: delegated")
    special, head = (root / LIST / name for name in ("items/13-special.yaml", "catalogue.yaml"))
    new = NEW.replace("    origin:", "    moved: [P99-9001]\n    origin:")
    special.write_text(special.read_text("utf-8").rstrip("\n") + new, encoding="utf-8", newline="\n")
    head.write_text(head.read_text("utf-8").replace("completeness: whole", "completeness: partial"), encoding="utf-8")
    found = between(root)
    office = rendered(found, "office.md")
    assert "新增 | 原属“零工驿站服务” | 灵活就业意外险补助<br>" in office
    assert "变更<br>启动方式 | 没有写 | 免申即享<br>同样适用于：样例区、样例区样例街道 |" in office
    assert "变更<br>状态 | 承接 | 委托 |" in office and "说不清<br>好坏要由人判断" in office
    assert "清单自己写的“完整程度”改了：收全了 → 只收了一部分事项。" in office
    assert re.search(r"这些条目或要素的格式有误，没有读入，也没有比较：items.*P99-0501.*fee", office)
    people = rendered(found, "citizens.md")
    assert "“灵活就业意外险补助”从“零工驿站服务”分出来，单独办理。" in people and "可能不全" in people
    back = replace(found.entries[0], kind="cancelled", follows="零工驿站服务")
    back = replace(back, difference=replace(back.difference, change="removed", reason="merged_into"))
    joined = replace(found, entries=(back,))
    assert "列在清单里 | 并入“零工驿站服务”" in rendered(joined, "office.md")
    assert "没有写明取消" not in rendered(joined, "office.md")
    assert "“灵活就业意外险补助”不再单独办理，并入“零工驿站服务”。" in rendered(joined, "citizens.md")


def test_what_was_not_read_is_said_to_both(tmp_path: Path) -> None:
    root = committed(tmp_path)
    (root / LIST / "items" / "12-skills.yaml").write_text("items: [", encoding="utf-8")
    found = between(root)
    office = rendered(found, "office.md")
    assert "12-skills.yaml" in office and "不能说是新增或者取消：职业培训补贴申领 P99-1201" in office
    assert "清单有一部分没有读成，这份说明可能不全。" in rendered(found, "citizens.md")
    assert "职业培训" not in rendered(found, "citizens.md")


@pytest.mark.parametrize("element", list(elements()))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_element_can_be_said(element: str, lang: Lang) -> None:
    """Both sides of a change read differently, and nothing is said in the words of a program."""
    value = read_document("e.yaml", EXAMPLES[element].encode()).value[element]
    told = pair(element, None, value, lang, unnamed)
    assert told[0] == ("没有写" if lang == "zh" else "not stated")
    assert told[1].strip() and "{" not in told[1] and "None" not in told[1]
    other = read_document("e.yaml", re.sub("[0-9](?=[^0-9]*$)", "7", EXAMPLES[element]).encode()).value[element]
    if other != value:
        before, after = pair(element, value, other, lang, unnamed)
        assert before != after
