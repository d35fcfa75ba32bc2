"""The recipe "Add a province": one with a guide of its own and one of a county, begun by ``qingdan init``."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.recipes import copies

FOLDER = "provinces/630000-qinghai"
SOURCE = "source: {title: 青海省办事指南（试写）, evidence: copy, seen: whole, as_of: 2026-05-01}\n"
#: What was seen of the text of one guide; its limit is longer than the nation allows.
GUIDE = f"""    {SOURCE}    known_in_part: [materials]
    materials: [{{id: id-document, name: 身份证}}]
    promised_limit: [{{amount: 5, unit: working_day, start: application-received, text: 5个工作日}}]
    notes: [原文把“受理”写成“授理”]
"""
LOCALITY = f"""schema: locality/1
area: "630121"
name: 西宁市大通县
level: county
kind: collection
items:
  - id: QH-DATONG-ONE
    status: own
    name: 一项没有对应的服务
    {SOURCE}    notes: [全国事项里没有它]
"""


def follow(folder: Path) -> None:
    """What a person does, step by step."""
    copies.qingdan(folder, "init", FOLDER, "--province", "630000")
    province = folder / FOLDER
    shutil.rmtree(province / ".qingdan")
    for file in province.rglob("*.yaml"):
        first, _, rest = file.read_text("utf-8").partition("\n")
        assert first.startswith("# yaml-language-server")
        file.write_text(rest, "utf-8")
    head = (province / "catalogue.yaml").read_text("utf-8").partition("source:")[0]
    (province / "catalogue.yaml").write_text(f"{head.replace('kind: list', 'kind: collection')}{SOURCE}", "utf-8")
    for file in (province / "items").glob("*.yaml"):
        if file.name != "04-registration.yaml":
            file.unlink()
    registration = province / "items" / "04-registration.yaml"
    before, first, _ = registration.read_text("utf-8").partition("    implements: [{item: JY-0401}]\n")
    registration.write_text(before + first + GUIDE, "utf-8")
    (province / "localities").mkdir()
    (province / "localities" / "630121.yaml").write_text(LOCALITY, "utf-8")
    copies.put(folder / "CHANGELOG.md", "\n### 修正 Fixed", "- 青海省的指南。Guides of Qinghai.\n")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copies.followed(copies.copied(tmp_path_factory.mktemp("copy") / "r"), follow)


def test_what_is_found_is_what_the_text_says(changed: Path) -> None:
    told = copies.qingdan(changed, "validate", FOLDER, *copies.DAY, "--format", "concise")
    assert "JY-0401-R02" in told and "STR" not in told and "RED" not in told
    assert "JY-0401-R02" in (changed / "reports/630000-qinghai.txt").read_text("utf-8")
    assert "630000-qinghai" in (changed / "reports/README.md").read_text("utf-8")
    assert "630000-qinghai" in copies.python(changed, "scripts/compare.py", *copies.DAY)


def test_the_tests_of_the_data_pass(changed: Path) -> None:
    assert copies.tested(changed, "tests/catalogue/test_provinces_data.py") == ""


@pytest.mark.parametrize("language", (0, 1), ids=("zh", "en"))
def test_the_page_names_what_was_touched(changed: Path, language: int) -> None:
    assert copies.unnamed_and_untouched("province", changed, language) == [set(), set()]
