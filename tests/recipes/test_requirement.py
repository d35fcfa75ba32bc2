"""The recipe "Add a requirement": one of an item, two of several, on a document, papers and words that are new."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

import pytest

from tests.recipes import copies

DOCUMENT = """  - id: assessment-notice-2026
    title: 关于规范职业技能评价补贴申领的通知（试写）
    kind: notice
    number: 试写〔2026〕1号
    in_force: {since: "2026-01-01"}
    status: in_force
    evidence: copy
    seen: part
"""
_STATED = """    basis:
      - {document: assessment-notice-2026, article: 第三条, evidence: copy, seen: part}
    in_force: {since: "2026-01-01"}
"""
OF_THE_ITEM = f"""    requirements:
      - id: JY-1202-R01
        element: materials
        relation: excludes
        value:
          asks: [{{id: training-record, name: 培训记录簿}}]
{indent(_STATED, "    ")}        explains: 申领评价补贴不得要培训记录簿。

"""
OF_SEVERAL = f"""  - id: ASSESSMENT-R01
    element: accepted_at
    relation: covers
    value:
      concepts: [{{id: assessment-centre, text: 职业技能评价机构}}]
{_STATED}    items: [JY-1202]
    explains: 评价补贴在评价机构也可以申领。
  - id: ASSESSMENT-R02
    element: conditions
    relation: excludes
    value:
      criteria: [{{any_of: [{{id: guild-member}}]}}]
{_STATED}    items: [JY-0501, JY-1202]
    explains: 申领不得以加入行业协会为条件。
"""
#: A list that keeps to none of them.
BAD = """schema: items/1
items:
  - id: SL-01
    name: 职业技能评价补贴申领
    implements: [{item: JY-1202, relation: exact}]
    accepted_at: [{id: county-agency, text: 县级公共就业服务机构}]
    conditions: [{any_of: [{id: guild-member, text: 是行业协会会员}]}]
    materials: [{name: 培训记录簿}]
"""
IDS = ("JY-1202-R01", "ASSESSMENT-R01", "ASSESSMENT-R02")


def follow(folder: Path) -> None:
    """What a person does, step by step."""
    edition = folder / "catalogue" / "2025"
    copies.put_last(edition / "documents.yaml", DOCUMENT)
    copies.put(edition / "items" / "12-skills.yaml", "  - id: JY-1203\n", OF_THE_ITEM)
    copies.put_last(edition / "requirements" / "subsidies.yaml", OF_SEVERAL)
    copies.put_last(edition / "evidence.yaml", "  - {id: training-record, name: 培训记录簿, kind: proof}\n")
    copies.put_last(edition / "criteria.yaml", "  - {id: guild-member, wording: 是行业协会会员}\n")
    points = edition / "concepts" / "accepting-point.yaml"
    copies.put_last(points, "  - {id: assessment-centre, name: 职业技能评价机构}\n")
    example = folder / "provinces" / "990000-example" / "items" / "12-skills.yaml"
    before, item, after = example.read_text("utf-8").partition("  - id: P99-1202\n")
    head, accepts, rest = after.partition("    accepted_at:\n")
    example.write_text(before + item + head + accepts + "      - {id: assessment-centre}\n" + rest, "utf-8")
    copies.put(folder / "CHANGELOG.md", "\n### 修正 Fixed", "- 评价补贴的三项要求。Three requirements on assessment.\n")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copies.followed(copies.repository(tmp_path_factory.mktemp("copy") / "r"), follow)


def test_the_edition_holds_and_the_example_conforms(changed: Path) -> None:
    done = copies.run(changed, "-m", "qingdan", "validate", "catalogue/2025", *copies.DAY, "--fail-on", "info")
    assert done.returncode == 0, done.stdout
    assert copies.example(changed) == ""
    chosen = ("tests/catalogue/test_edition_data.py", "tests/catalogue/test_tutorial_edition.py")
    assert copies.tested(changed, *chosen, "-k", "not requirement or JY-1202 or ASSESSMENT or shared") == ""


def test_they_are_found_and_explained(changed: Path) -> None:
    bad = changed.parent / "bad.yaml"
    bad.write_text(BAD, "utf-8")
    told = copies.qingdan(changed, "validate", str(bad), *copies.DAY, "--format", "concise")
    assert [id for id in IDS if f" 错误 {id} " not in told] == []
    assert "申领评价补贴不得要培训记录簿" in copies.qingdan(changed, "explain", "JY-1202-R01")
    page = (changed / "docs/reference/requirements.md").read_text("utf-8")
    assert [id for id in IDS if id not in page] == []


def test_the_impact_shows_what_is_judged_anew(changed: Path) -> None:
    told = copies.python(changed, "scripts/impact.py", *copies.DAY, "--base", "main", "provinces/990000-example")
    assert all(f"新的判断  {id}  items[P99-1202]" in told for id in IDS)


@pytest.mark.parametrize("language", (0, 1), ids=("zh", "en"))
def test_the_page_names_what_was_touched(changed: Path, language: int) -> None:
    assert copies.unnamed_and_untouched("requirement", changed, language) == [set(), set()]
