"""The recipe "Add a national item": with names it shares, names it is not, and a row of an official list."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.recipes import copies

ITEM = """
  - id: JY-1204
    name: 新型学徒培训补贴申领
    theme: skills
    evidence: recalled
    source: 试写，凭回忆
    aliases: [新型学徒制补贴]
    printed_as:
      - {text: 学徒带教补贴, relation: part, note: 只给带教的师傅}
    audience: [{id: employer}]
"""
AMBIGUOUS = """  - names: [学徒补贴]
    items: [JY-1201, JY-1204]
    decides: 看给谁。给单位的是 JY-1204，给学徒本人的是 JY-1201。
"""
GAP = """  - id: apprentice-matching
    name: 学徒和师傅结对
    because: 看到的目录没有把它列为单独的事项。
    names: [学徒结对登记]
    near: [JY-1204]
"""
#: Before this row of everyday words.
EVERYDAY = "  - {item: JY-1203,"
ROW = "      - {item: JY-1203, relation: part}\n"


def follow(folder: Path) -> None:
    """What a person does, step by step."""
    edition = folder / "catalogue" / "2025"
    copies.put_last(edition / "items" / "12-skills.yaml", ITEM)
    copies.put_last(edition / "ambiguous.yaml", AMBIGUOUS)
    copies.put_last(edition / "gaps.yaml", GAP)
    copies.put(edition / "ways.yaml", EVERYDAY, "  - {item: JY-1204, words: [带徒弟补贴]}\n")
    copies.put(edition / "crosswalks" / "measures-2025.yaml", ROW, ROW.replace("1203", "1204"))
    example = folder / "provinces" / "990000-example" / "items" / "12-skills.yaml"
    like = example.read_text("utf-8").partition("  - id: P99-1202\n")[2].partition("\n  - id: ")[0]
    like = like.replace("JY-1202", "JY-1204").replace("992014048000", "992014052000")
    item = like.replace("职业技能评价补贴", "新型学徒培训补贴").replace("考级费用补贴", "学徒补贴")
    copies.put_last(example, f"\n  - id: P99-1204\n{item}")
    examples = folder / "cli" / "qingdan" / "rules" / "catalogue_examples.py"
    text = examples.read_text("utf-8")
    assert text.count(", 12: 3}") == 1
    examples.write_text(text.replace(", 12: 3}", ", 12: 4}"), "utf-8")
    copies.put(folder / "CHANGELOG.md", "\n### 修正 Fixed", "- 全国事项 JY-1204。The national item JY-1204.\n")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copies.followed(copies.copied(tmp_path_factory.mktemp("copy") / "r"), follow)


def test_the_edition_holds_and_the_example_has_the_item(changed: Path) -> None:
    done = copies.run(changed, "-m", "qingdan", "validate", "catalogue/2025", *copies.DAY, "--fail-on", "info")
    assert done.returncode == 0, done.stdout
    assert copies.example(changed) == ""
    chosen = ("tests/catalogue/test_edition_data.py", "tests/catalogue/test_tutorial_edition.py")
    assert copies.tested(changed, *chosen, "-k", "not requirement") == ""
    chosen = ("tests/rules/test_records.py", "tests/rules/test_catalogues.py")
    assert copies.tested(changed, *chosen, "-k", "CAT003 or every_national_item") == ""
    assert copies.linted(changed) == ""


def test_it_is_listed_and_explained(changed: Path) -> None:
    assert "新型学徒培训补贴申领" in copies.qingdan(changed, "items")
    assert "新型学徒制补贴" in copies.qingdan(changed, "explain", "JY-1204")
    assert "给学徒本人的是 JY-1201" in copies.qingdan(changed, "explain", "学徒补贴")
    assert "JY-1204" in copies.qingdan(changed, "coverage", "provinces/990000-example", *copies.DAY)
    assert "JY-1204" in (changed / "docs/reference/national-items.md").read_text("utf-8")


def test_a_list_is_begun_with_it(changed: Path) -> None:
    folder = changed.parent / "begun"
    copies.qingdan(changed, "init", str(folder), "--province", "630000")
    assert "P63-1204" in (folder / "items" / "12-skills.yaml").read_text("utf-8")


@pytest.mark.parametrize("language", (0, 1), ids=("zh", "en"))
def test_the_page_names_what_was_touched(changed: Path, language: int) -> None:
    assert copies.unnamed_and_untouched("national item", changed, language) == [set(), set()]
