"""Which national item a name is: certain names, names of several meanings, and the words that tell matters apart."""

from __future__ import annotations

import pytest

from qingdan.aligning.asking import asked_of
from qingdan.aligning.deciding import decide
from qingdan.aligning.decision import Asked, Decision
from qingdan.aligning.words import words
from qingdan.loading.opening import national

NAMES = national().names


def decided(name: str, **beside: object) -> Decision:
    return decide(Asked(name, **beside), NAMES)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "item", "relation"),
    [
        ("失业登记", "JY-0401", "exact"),
        ("3、失业登记", "JY-0401", "exact"),
        ("稳岗补贴", "JY-1104", "exact"),
        ("单位就业登记", "JY-0402", "part"),
        # like a known name, but for words of asking, a place or people before it
        ("申请办理失业登记", "JY-0401", "exact"),
        ("某市退役军人创业补贴申领", "JY-0501", "part"),
        ("妇女创业担保贷款", "JY-0502", "part"),
        ("外国人来华工作许可延期", "JY-0901", "part"),
        ("困难企业稳岗返还", "JY-1104", "part"),
    ],
)
def test_what_is_sure_is_accepted(name: str, item: str, relation: str) -> None:
    found = decided(name)
    assert (found.outcome, [(each.item, each.relation) for each in found.accepted]) == (
        "accepted",
        [(item, relation)],
    )


@pytest.mark.parametrize(
    "name",
    [
        "失业登记证明",  # proves it, does not make it
        "就业创业证年检",
        "招聘会审批",  # a permit for somebody else's fair
        "12345电话咨询服务",  # another number
        "职工档案转出",  # whose file, of which field?
        "企业职工技能提升补贴",  # of which fund?
        "创业担保贷款还款",
        "就业援助月活动",  # an event, no aid to a person
        "职业培训机构认定",
        "就业见习基地认定",
        "失业人员医疗补助",
        "创业贷款",
        "公益性岗位招聘",
        "补贴",
        "政策法规咨询",
    ],
)
def test_a_word_that_makes_it_another_matter_leaves_it_open(name: str) -> None:
    found = decided(name)
    assert found.outcome == "open" and not found.accepted, found


@pytest.mark.parametrize(
    "name",
    [
        "企业职工养老保险关系转移",
        "基本医疗保险关系转移接续",
        "工伤认定",
        "职称评审",
        "婚姻登记",
        "不动产登记证书核发",
        "失业登记查询",  # to look up one's own record is no item
        "失业保险金停发",
        "创业孵化补贴",
    ],
)
def test_what_is_of_another_field_or_a_known_gap_has_no_item(name: str) -> None:
    assert decided(name).outcome == "none", decided(name)


def test_a_name_of_several_items_is_always_asked() -> None:
    for row in national().files.records("ambiguous"):
        for name in row["names"]:
            found = decided(name)
            assert found.outcome == "open" and [each.item for each in found.candidates] == row["items"], name
    both = decided("就业失业登记")
    assert both.outcome == "open" and {each.item for each in both.candidates} == {"JY-0401", "JY-0402"}


def test_what_stands_beside_a_name_says_which_of_several_it_is() -> None:
    name = "申请职业技能提升补贴"
    found = decided(name, headings=("失业保险",))
    assert [(each.item, each.relation) for each in found.accepted] == [("JY-1103", "exact")]
    assert found.reason.why == "beside" and found.reason.word == "失业保险"
    assert decided(name).outcome == "open"
    assert decided(name, headings=("就业创业",)).outcome == "open"
    both = decided("单位社会保险补贴", objects=("就业困难人员、高校毕业生",))
    assert both.outcome == "open" and len(both.candidates) == 2
    assert [each.item for each in decided("单位社会保险补贴", objects=("就业困难人员",)).accepted] == ["JY-0602"]


def test_an_office_of_another_field_is_not_followed_by_likeness_but_a_known_name_is() -> None:
    assert decided("退役军人创业补贴申领", department="市残联").outcome == "open"
    assert decided("居家养护补助", department="民政局").outcome == "none"
    assert decided("失业登记", department="民政局").outcome == "accepted"
    assert decided("退役军人创业补贴申领", department="市人社局、市教育局").outcome == "accepted"
    assert decided("地方济困助学(教育局)").outcome == "none"


def test_the_columns_of_a_record_that_count_are_kind_object_and_basis() -> None:
    record = {
        "name": "申请职业技能提升补贴",
        "provider": {"name": "市人社局"},
        "audience": [{"text": "参保职工"}],
        "legal_basis": [{"title": "失业保险条例"}],
        "notes": ["险种类别：失业保险", "备注：另见养老", "资金来源：失业保险基金"],
    }
    asked = asked_of(record)
    assert asked.headings == ("失业保险",)
    assert asked.objects == ("参保职工", "失业保险条例", "失业保险基金")
    assert asked.department == "市人社局"


def test_every_name_of_every_item_is_that_item_or_asked() -> None:
    for id, item in national().items.items():
        for text in (item["name"], *item.get("aliases", ())):
            found = decided(text)
            assert found.outcome != "none" and id in {each.item for each in found.candidates}, text


def test_the_name_of_no_item_is_parted_from_itself() -> None:
    from qingdan.aligning.words import parting
    from qingdan.model.near_names import folded

    for item in national().items.values():
        assert parting(folded(item["name"]), folded(item["name"])) == []


@pytest.mark.parametrize("name", ["", " ", "（）", "\u200b", "补" * 2000, "[(", "{}", "a" * 50, "\ud83d\ude00"])
def test_strange_names_are_no_crash(name: str) -> None:
    assert decided(name).outcome in ("open", "none")


def test_no_word_is_in_two_lists_that_contradict() -> None:
    found = words()
    assert not set(found.neutral) & {word for group in found.opposed for word in group}
