"""``qingdan items`` lists the national items; ``explain`` finds them, papers, documents and fields by their names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import qingdan
from qingdan.loading.opening import national
from tests.app.running import run


def test_all_items_are_listed_with_names_and_requirements() -> None:
    edition = national()
    for lang in ("zh", "en"):
        ran = run("items", "--lang", lang)
        assert ran.code == 0
        for id, item in edition.items.items():
            assert f"\n{id}  {item['name']}\n" in ran.out
            assert all(alias in ran.out for alias in item.get("aliases", []))
            assert all(row["id"] in ran.out and row["explains"] in ran.out for row in item.get("requirements", []))
        assert all(theme["name"] in ran.out for theme in edition.head["themes"])
    assert len(edition.items) == 49


def test_the_data_is_of_its_schema_and_says_the_same(repo: Path) -> None:
    found = json.loads(run("items", "-f", "json").out)
    Draft202012Validator(json.loads((repo / "schemas/1/national-list.schema.json").read_text("utf-8"))).validate(found)
    assert [row["id"] for row in found["items"]] == list(national().items)
    assert [row["id"] for row in found["items"][15]["requirements"]]
    for word in ("职业技能提升补贴", "零工市场", "没有这样的名称"):
        value = json.loads(run("items", "-f", "json", "--search", word).out)
        Draft202012Validator(
            json.loads((repo / "schemas/1/national-list.schema.json").read_text("utf-8"))
        ).validate(value)  # fmt: skip


@pytest.mark.parametrize(
    ("word", "ids", "near"),
    [
        ("失业登记", ["JY-0401", "JY-0402"], False),  # 就业失业登记 holds both
        ("JY-09", ["JY-0901", "JY-0902"], False),
        ("jy-0401", ["JY-0401"], False),
        ("灵活就业社保补贴", ["JY-0602", "JY-0703"], False),  # both that it may be
        ("发放就业见习补助", ["JY-0702", "JY-0705"], True),
        ("结婚证补领", [], True),
    ],
)
def test_a_word_finds_what_holds_it_or_comes_near(word: str, ids: list[str], near: bool) -> None:
    found = qingdan.items(search=word)
    assert [item["id"] for item in found.items][: len(ids)] == ids
    assert found.near is near
    assert run("items", "--search", word).code == 0
    assert ("相似不等于相同" in run("items", "--search", word).out) is (near and bool(ids))


def test_a_theme_is_found_by_id_and_name_and_another_is_a_usage_error() -> None:
    by_id, by_name = (qingdan.items(theme=theme) for theme in ("insurance", "失业保险"))
    assert by_id.items == by_name.items and {item["theme"] for item in by_id.items} == {"insurance"}
    ran = run("items", "--theme", "保险")
    assert ran.code == 2 and "失业保险" in ran.err
    with pytest.raises(qingdan.UnknownTheme):
        qingdan.items(theme="x")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("失业登记", ("JY-0401", "JY-0401-R02")),
        ("（三）失业登记", ("JY-0401-R02",)),
        ("单位就业登记", ("JY-0402", "relation: part")),
        ("就业失业登记", ("JY-0401-R02", "JY-0402-R01", "relation: wider")),
        ("职业技能提升补贴", ("JY-1103", "JY-1201", "失业保险基金")),
        ("灵活就业社保补贴", ("JY-0602", "JY-0703", "怎样分清")),
        ("申领用人单位社会保险补贴", ("JY-0602", "JY-0703")),
        ("失业补助金申领", ("没有全国事项", "JY-1101")),
        ("就业创业证查询", ("没有全国事项",)),
        ("户口本", ("household-register",)),
        ("《就业促进法》第三十五条", ("employment-promotion-law",)),
        ("《关于做好登记的通知》（人社厅发[2020] 79号）", ("mohrss-office-2020-79",)),
        ("unit", ("working_day", "promised_limit.unit", "单位")),
        ("materials.necessity", ("必要性", "conditional", "特定情形必要")),
        ("promised_limit[].unit", ("calendar_day",)),
        ("completeness", ("catalogue.yaml", "partial")),
        ("status", ("not_claimed", "localities/*.yaml")),
        ("必要性", ("materials.necessity",)),
    ],
)
def test_explain_answers_by_the_names_that_people_have(name: str, said: tuple[str, ...]) -> None:
    ran = run("explain", name)
    assert ran.code == 0, ran.err
    assert all(each in ran.out for each in said), ran.out
    assert run("explain", name, "--lang", "en").code == 0


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("就业困难人员社会保险补贴", "JY-0602 就业困难人员社会保险补贴申领"),
        ("提供公益性岗位补贴", "JY-0603 公益性岗位补贴申领"),
        ("发放一次性求职补助", "JY-0604 一次性求职补贴申领"),
        ("毕业证书的鉴定说明", "diploma 毕业证书"),
        ("就业见习补贴查询", "查本人的登记、证件、补贴和待遇（没有全国事项）"),
        ("失业保险待遇终止发放", "失业保险待遇的变更、终止、重核、追回（没有全国事项）"),
        ("promise_limit", "promised_limit"),
        ("evidnce", "evidence"),
    ],
)
def test_what_nothing_is_called_is_answered_by_what_comes_near(name: str, near: str) -> None:
    ran = run("explain", name)
    assert (ran.code, ran.out) == (2, "")
    assert near in ran.err
    assert run("explain", name, "--lang", "en").code == 2


def test_no_field_is_without_words() -> None:
    from qingdan.reports.explain.file_fields import fields, lines

    for field in fields():
        assert field.node.get("title"), field.place
    for place in {field.place for field in fields()}:
        assert next(lines(place, "en"))
