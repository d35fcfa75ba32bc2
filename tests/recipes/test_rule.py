"""The recipe "Add a rule": one begun in the module of its group, and one that is a row of data in a new module."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.recipes import copies

_WRITTEN = r"schema: items/1\nitems:\n  - id: SL-01\n    name: 失业登记\n"
#: What the script leaves open → what is filled in.
FILLED = {
    'title=Said("", ""),': 'title=Said("承诺时限超过三十个工作日", "A promise of more than thirty working days"),',
    'message=Said("", ""),': 'message=Said("承诺 {amount} 个工作日办结", "Promised within {amount} working days"),',
    'advice=Said("", ""),': 'advice=Said("核对是不是填错了", "Check whether it was mistyped"),',
    'why=Said("", ""),': 'why=Said("办事人等得太久", "People wait too long"),',
    "reads=(),": 'reads=("promised_limit",),',
    f'bad="{_WRITTEN}"': r'bad=_ITEM + "    promised_limit: [{amount: 31, unit: working_day}]\n"',
    f'good="{_WRITTEN}"': r'good=_ITEM + "    promised_limit: [{amount: 30, unit: working_day}]\n"',
}
FUNCTION = '''    """A promise of more than thirty working days."""
    for index, limit in enumerate(subject.record.get("promised_limit", [])):
        if limit.get("unit") == "working_day" and limit.get("amount", 0) > 30:
            yield at(subject, "promised_limit", index, args={"amount": limit["amount"]})
'''
TOPIC = '''"""Rules on windows."""

from __future__ import annotations

from qingdan.rules.record import Rule, Said, Severity
from qingdan.rules.tables import Stated, demands

_ITEM = "schema: items/1\\nitems:\\n  - id: SL-01\\n    name: 失业登记\\n"

RULES = (
    Rule(
        id="WIN001",
        severity=Severity.INFO,
        scope="item",
        since="0.1",
        reads=("contact",),
        title=Said("写了窗口，没有写地址", "A window without an address"),
        message=Said("写了窗口，没有写在哪里", "It names a window and does not say where"),
        advice=Said("补上 contact.address", "Add contact.address"),
        why=Said("办事人找不到窗口", "People do not find it"),
        bad=_ITEM + "    contact: {window: 1号窗口}\\n",
        good=_ITEM + "    contact: {window: 1号窗口, address: 样板路1号}\\n",
        check=demands(Stated("contact.window"), "contact.address"),
    ),
)
'''


def follow(folder: Path) -> None:
    """What a person does, step by step."""
    rules = folder / "cli" / "qingdan" / "rules"
    copies.python(folder, "scripts/new_rule.py", "TIM042")
    file = rules / "limits.py"
    before, begun, record = file.read_text("utf-8").partition("def check_tim042")
    head, _, rest = record.partition('    """')
    body = rest.partition("    yield from ()\n")[2]
    for empty, full in FILLED.items():
        assert body.count(empty) == 1, empty
        body = body.replace(empty, full)
    file.write_text(before + begun + head + FUNCTION + body, "utf-8")
    (rules / "windows.py").write_text(TOPIC, "utf-8")
    copies.put(rules / "__init__.py", '    "matching",\n', '    "windows",\n')
    copies.put(folder / "CHANGELOG.md", "\n### 修正 Fixed", "- 新规则 TIM042、WIN001。New rules TIM042 and WIN001.\n")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copies.followed(copies.repository(tmp_path_factory.mktemp("copy") / "r"), follow)


def test_the_rules_keep_their_word(changed: Path) -> None:
    chosen = ("tests/rules/test_records.py", "-k", "TIM042 or WIN001 or in_order or no_example")
    assert copies.tested(changed, *chosen) == ""
    assert copies.example(changed) == ""
    assert copies.linted(changed) == ""


def test_they_are_found_and_explained(changed: Path) -> None:
    assert "承诺时限超过三十个工作日" in copies.qingdan(changed, "explain", "TIM042")
    for page in ("rules-TIM.md", "rules.md"):
        assert "承诺时限超过三十个工作日" in (changed / "docs/reference" / page).read_text("utf-8")
    assert "写了窗口，没有写地址" in (changed / "docs/reference/rules-WIN.md").read_text("utf-8")
    report = (changed / "reports/330000-zhejiang.txt").read_text("utf-8")
    assert "承诺 60 个工作日办结" in report and "下一步：核对是不是填错了" in report


def test_the_impact_shows_what_they_find(changed: Path) -> None:
    told = copies.python(changed, "scripts/impact.py", *copies.DAY, "--base", "main", "provinces/330000-zhejiang")
    found = told.split("# Rules that are new: what they find, by rule and place\n")[1]
    assert found.startswith("TIM042  2\n  provinces/330000-zhejiang  2\nWIN001  0\n")


@pytest.mark.parametrize("language", (0, 1), ids=("zh", "en"))
def test_the_page_names_what_was_touched(changed: Path, language: int) -> None:
    assert copies.unnamed_and_untouched("rule", changed, language) == [set(), set()]
