"""What is said of a value is what it holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qingdan.loading.opening import load, national, roots
from qingdan.model.declarations import elements
from qingdan.values.saying import Unsayable, called, of_key, say
from tests.cases.lists import findings, folder, two, verdict
from tests.conftest import REPO

NAMES = national().registries.name
OF_AGE = [{"any_of": [{"id": "of-working-age", "text": "在法定劳动年龄内"}]}]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_value_of_every_real_list_is_said_by_what_it_holds(lang: Any) -> None:
    said = 0
    for root in roots(REPO / "provinces"):
        for subject in load(root).effective():
            for element in elements().keys() & subject.record.keys():
                value: Any = subject.record[element]  # type: ignore[literal-required]
                told = say(value, lang, NAMES, element)
                assert told.strip(), (subject.path, element)
                assert told not in ("无", "none") or value == [] or value == "无", (subject.path, element, value)
                said += 1
    assert said > 2000


@pytest.mark.parametrize(
    ("element", "value", "told"),
    [
        ("contact", {"phone": "0571-12333", "address": "某路1号"}, "咨询电话：0571-12333；办理地点：某路1号"),
        ("online", {"available": "yes", "text": "全程网办"}, "可以（全程网办）"),
        ("online", {"available": "no"}, "不可以"),
        ("provider", {"name": "甲局", "joint": ["乙局"]}, "实施主体：甲局；联办机构：乙局"),
        ("result", {"name": "登记信息", "by_post": "yes"}, "结果名称：登记信息；结果邮寄：是"),
        ("steps", [{"name": "受理", "limit": {"amount": 1, "unit": "working_day"}}], "环节：受理；办理时限：1 个工作日"),
        ("complaint", {"phone": "12345", "ways": ["窗口"]}, "监督投诉电话：12345；投诉方式：窗口"),
        ("remedy", {"reconsideration": {"name": "市政府"}}, "行政复议：部门：市政府"),
        ("codes", {"basic": "001"}, "基本编码：001"),
        ("centre", {"appointment": "yes", "daily_quota": 5}, "预约办理：是；每天可预约办理量：5"),
        ("promised_limit", [{"text": "按时办理"}], "按时办理"),
        ("fee", {"charged": "yes", "lines": [{"name": "工本费", "standard": "5元"}]}, "收费（工本费 5元）"),
        ("materials", [], "无"),
    ],
)  # fmt: skip
def test_values_of_every_shape(element: str, value: Any, told: str) -> None:
    assert say(value, "zh", NAMES, element) == told


def test_what_nobody_has_words_for_raises() -> None:
    with pytest.raises(Unsayable):
        say([{"unheard_of": 1}], "zh")


@pytest.mark.parametrize(
    ("element", "id", "name"),
    [
        ("audience", "disabled", "残疾人"), ("conditions", "disabled", "是残疾人"),
        ("audience", "hard-to-employ", "就业困难人员"), ("conditions", "hard-to-employ", "是就业困难人员"),
        ("audience", "registered-unemployed", "登记失业人员"), ("conditions", "registered-unemployed", "已办理失业登记"),
    ],
)  # fmt: skip
def test_an_id_is_called_as_the_registry_of_its_element_calls_it(element: str, id: str, name: str) -> None:
    value = [{"any_of": [{"id": id}]}] if element == "conditions" else [{"id": id}]
    assert say(value, "zh", NAMES, element) == name


def test_no_registry_lends_its_name_to_the_id_of_another() -> None:
    assert of_key(("counter", "flexible-employment"), NAMES) == ["窗口", "灵活就业"]
    assert called("flexible-employment|disabled", NAMES, "zh", "conditions") == "实现灵活就业或是残疾人"
    assert (NAMES("channels", "app"), NAMES("channel", "app")) == ("手机应用", "手机应用")
    assert (NAMES("case", "disabled"), NAMES("nothing", "disabled"), NAMES("event", "app")) == ("", "", "")


def test_what_is_missing_is_named_and_not_the_whole_list(tmp_path: Path) -> None:
    links = [{"item": "JY-1001", "relation": "exact"}]
    there = [{"id": "flexible-workers", "text": "灵活就业人员"}]
    place = folder(tmp_path, {"name": "存档", "implements": links, "audience": there})
    (found,) = findings(place, "JY-1001-R02")
    missing = found["message"].split("“")[1].split("”")[0]
    assert "没有“" in found["message"] and "灵活就业人员" not in missing and "外国企业常驻代表机构中方雇员" in missing


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ({"necessity": "optional"}, {"necessity": "required"}, ("非必要", "必要")),
        ({"by": "applicant"}, {"by": "agency"}, ("申请人", "经办机构")),
        ({"form": "原件"}, {"form": "复印件"}, ("原件", "复印件")),
        ({"copies": 1}, {"copies": 3}, ("1", "3")),
    ],
)
def test_the_side_that_changed_is_said(tmp_path: Path, old: Any, new: Any, shown: tuple[str, str]) -> None:
    paper = {"id": "diploma", "name": "毕业证书"}
    (row,) = two(tmp_path, {"materials": [paper | old]}, {"materials": [paper | new]}).json()
    assert row["before_text"] != row["after_text"]
    assert shown[0] in row["before_text"] and shown[1] in row["after_text"]


REWORDED = [
    ("conditions", OF_AGE, [{"any_of": [{"id": "of-working-age", "text": "年满50周岁"}]}], "年满50周岁"),
    ("materials", [{"id": "id-document", "name": "有效身份证件"}],
     [{"id": "id-document", "name": "有效身份证件和无犯罪记录证明"}], "无犯罪记录证明"),
    ("places", [{"id": "hukou-place", "text": "户籍地"}], [{"id": "hukou-place", "text": "户籍地（须满五年）"}], "须满五年"),
    ("audience", [{"id": "natural-person", "text": "城乡劳动者，包括港澳台居民"}],
     [{"id": "natural-person", "text": "本市户籍城乡劳动者"}], "本市户籍"),
    # of our own
    ("conditions", [{"any_of": [{"id": "able-to-work", "text": "有劳动能力"}]}],
     [{"any_of": [{"id": "able-to-work", "text": "有劳动能力且体检合格"}]}], "体检合格"),
    ("materials", [{"id": "household-register", "name": "户口簿"}], [{"id": "household-register", "name": "户口簿复印件三份"}],
     "三份"),
    ("channels", [{"kind": "counter", "name": "区窗口", "address": "甲路1号"}],
     [{"kind": "counter", "name": "区窗口", "address": "乙路2号"}], "乙路2号"),
    ("accepted_at", [{"id": "township-agency", "text": "街道公共就业服务站"}],
     [{"id": "township-agency", "text": "街道公共就业服务站（限本街道居民）"}], "限本街道居民"),
]  # fmt: skip


@pytest.mark.parametrize(("element", "old", "new", "words"), REWORDED)
def test_other_words_under_the_same_id_are_a_difference_that_nobody_has_judged(
    tmp_path: Path, element: str, old: Any, new: Any, words: str
) -> None:
    both = two(tmp_path, {element: old}, {element: new})
    (row,) = both.json()
    assert (row["change"], row["effect"]) == ("changed", "unknown")
    assert words in row["after_text"] and words not in row["before_text"]
    assert any(words in text for text in both.citizens())
    assert any(words in cell for row in both.annex() for cell in row["after"])


VOUCHED = [
    ("JY-0401-R08", {"conditions": [{"any_of": [{"id": "of-working-age", "text": "年满50周岁"}]}]}),
    ("JY-0401-R03", {"materials": [{"id": "id-document", "name": "体检报告"}]}),
    ("JY-0401-R01", {"places": [{"id": "hukou-place", "text": "户籍地（须满五年）"}, {"id": "usual-residence"},
                                {"id": "workplace"}, {"id": "insured-place"}]}),
    ("JY-0401-R08", {"conditions": [{"any_of": [{"id": "wants-work", "text": "有就业要求并参加培训"}]}]}),
]  # fmt: skip


@pytest.mark.parametrize(("requirement", "item"), VOUCHED)
def test_an_id_does_not_vouch_for_foreign_words(tmp_path: Path, requirement: str, item: dict[str, Any]) -> None:
    place = folder(tmp_path, item)
    assert verdict(place, requirement)[0] == "unsettled"
    assert [row["id"] for row in findings(place, "REF016")] == ["REF016"]


def test_a_persons_word_settles_it(tmp_path: Path) -> None:
    words = {"id": "of-working-age", "text": "劳动年龄以内的人", "matched_by": "张三"}
    place = folder(tmp_path, {"conditions": [{"any_of": [words]}]})
    assert findings(place, "REF016") == [] and verdict(place, "JY-0401-R08")[0] == "yes"


@pytest.mark.parametrize(
    "item",
    [
        {"materials": [{"id": "id-document", "name": "本人身份证原件及复印件"}]},
        {"materials": [{"id": "household-register", "name": "户口本（首页及本人页）"}]},
        {"conditions": [{"any_of": [{"id": "registered-unemployed-months", "text": "登记失业满一年", "value": 12}]}]},
        {"places": [{"id": "usual-residence", "text": "经常居住地"}]},
    ],
)
def test_wordings_with_form_words_are_the_ids_own(tmp_path: Path, item: dict[str, Any]) -> None:
    assert findings(folder(tmp_path, item), "REF016") == []
