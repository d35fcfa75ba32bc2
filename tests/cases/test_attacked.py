"""Inputs as city and county guides may print them, on each of which something untrue was once said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qingdan.loading.opening import known_divisions, national
from qingdan.model.registry import plain
from tests.cases.lists import findings, folder, verdict

FOUR = ["在法定劳动年龄内", "有劳动能力", "有就业要求", "处于无业状态"]
ID = {"name": "身份证"}


def conditions(*texts: str) -> dict[str, Any]:
    """An item with conditions as printed."""
    return {"conditions": [{"any_of": [{"text": text}]} for text in texts]}


@pytest.mark.parametrize(
    ("text", "requirement", "answer"),
    [
        ("，".join(FOUR) + "，连续失业一年以上或残疾人", "JY-0401-R08", "unsettled"),
        ("在法定劳动年龄内，本地户籍或在本地参保满6个月", "JY-0401-R07", "unsettled"),
        ("超过法定劳动年龄", "JY-0401-R08", "unsettled"),
        ("本市户籍人员和常住人员", "JY-0401-R07", "unsettled"), ("本地户籍、本地常住", "JY-0401-R07", "unsettled"),
        ("本地户籍或本地常住", "JY-0401-R07", "yes"), ("本市户籍并在本地就业", "JY-0401-R07", "no"),
        ("本地常住的本地户籍人员", "JY-0401-R07", "no"), ("本市户籍高校毕业生", "JY-0401-R07", "no"),
        ("失业；或在本地参保满6个月", "JY-0401-R07", "unsettled"), ("本市户籍且失业或本市常住", "JY-0401-R07", "unsettled"),
        ("失业一年以上；残疾人", "JY-0401-R08", "unsettled"), ("无其他生活来源和劳动能力", "JY-0401-R08", "unsettled"),
        ("本市城镇户籍", "JY-0401-R07", "no"), ("年满16周岁至法定退休年龄", "JY-0401-R08", "yes"),
        ("本地户籍、本地常住、在本地就业或在本地参保人员", "JY-0401-R08", "unsettled"),
        ("本地户籍；本地常住；在本地就业；在本地参保的", "JY-0401-R08", "unsettled"),
        ("本地户籍且在本地参保", "JY-0401-R07", "no"), ("有劳动能力、本市户籍", "JY-0401-R07", "no"),
        ("本县户籍", "JY-0401-R07", "no"), ("参保满1年", "JY-0401-R07", "unsettled"),
    ],
)  # fmt: skip
def test_and_and_or_of_conditions(text: str, requirement: str, answer: str, tmp_path: Path) -> None:
    assert verdict(folder(tmp_path, conditions(text)), requirement)[0] == answer


@pytest.mark.parametrize(
    ("entry", "answer"),
    [
        ({"id": "without-work", "text": "登记失业"}, "unsettled"), ({"id": "registered-unemployed", "text": "失业"}, "unsettled"),
        ({"id": "without-work", "text": "失业"}, "yes"), ({"id": "of-working-age", "text": "超过法定劳动年龄"}, "unsettled"),
    ],
)  # fmt: skip
def test_words_that_ask_more_or_less_than_their_id(entry: dict[str, str], answer: str, tmp_path: Path) -> None:
    item = conditions(*FOUR[:3]) | {}
    item["conditions"].append({"any_of": [entry]})
    assert verdict(folder(tmp_path, item), "JY-0401-R08")[0] == answer


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("残疾人；低保人员；零就业家庭成员", 1), ("高校毕业生。退役军人", 1), ("残疾人且低保人员", 2), ("有劳动能力；有就业要求", 2),
        ("有劳动能力；残疾人；低保人员", 0), ("本地户籍等", 0), ("低保家庭高校毕业生", 2),
    ],
)  # fmt: skip
def test_people_told_in_a_sentence_each_are_either(text: str, lines: int) -> None:
    assert len(national().registries.criteria.wordings.read(plain(text))) == lines


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("符合领取失业保险金条件的", "unsettled"), ("终止或解除劳动关系", "yes"), ("参保1年以上", "unsettled"),
        ("失业保险累计缴费满12个月（不含补缴）", "unsettled"),
    ],
)  # fmt: skip
def test_the_conditions_of_the_benefit_in_other_words(text: str, answer: str, tmp_path: Path) -> None:
    item = {**conditions(text), "name": "失业保险金申领", "implements": [{"item": "JY-1101", "relation": "exact"}]}
    assert verdict(folder(tmp_path, item), "JY-1101-R06")[0] == answer


@pytest.mark.parametrize(
    "words",
    [
        "毕业证书（免于提交）", "毕业证书（联网核查）", "毕业证书（书面承诺即可）", "毕业证书（不需要）", "毕业证书（无需）", "毕业证书（窗口代查）",
        "毕业证书（不得要求提供）", "毕业证书（若有）",
    ],
)  # fmt: skip
def test_a_paper_that_need_not_be_brought_is_no_accusation(words: str, tmp_path: Path) -> None:
    assert verdict(folder(tmp_path, {"materials": [ID, {"name": words}]}), "JY-0401-R04")[0] == "unsettled"


@pytest.mark.parametrize(
    "paper",
    [
        {"name": "身份证", "note": "需携带离职证明原件"}, {"name": "身份证", "form": "原件及户口簿复印件"}, {"name": "身份证（同时提供户口簿）"},
        {"name": "失业人员登记表（附毕业证书复印件）"}, {"name": "身份证", "accepted_if": "非本市户籍需提供居住证"},
    ],
)  # fmt: skip
def test_papers_named_beside_another_are_not_passed_over(paper: dict[str, str], tmp_path: Path) -> None:
    papers = [paper] if paper["name"].startswith("身份证") else [ID, paper]
    assert verdict(folder(tmp_path, {"materials": papers}), "JY-0401-R03")[0] == "unsettled"


def test_a_paper_with_an_entry_of_its_own_is_named_beside_another_in_vain(tmp_path: Path) -> None:
    papers = [{"name": "代办人身份证", "when": "代办", "necessity": "conditional", "note": "与委托书一起交"},
              {"name": "委托书", "when": "代办", "necessity": "conditional"}, ID]  # fmt: skip
    change = verdict(folder(tmp_path, {"materials": papers}), "JY-0401-R04")
    assert change[2] != "names_more"


@pytest.mark.parametrize(
    "name",
    [
        "网上：无", "网上办理（暂无）", "网上不可办", "非网上办理", "网上办理（即将上线）", "网上办理（筹建中）",
        "网上查询", "网上（仅受理就业登记）", "网上（不支持）", "网上：否", "网上（无）", "网上办理（2027年开通）",
        "系统升级，请到窗口办理", "网上公示", "网上下载表格", "网上初审", "微信公众号（咨询）",
        "网上申报，窗口办结", "网上申请（外省户籍除外）", "网上办理（本市户籍人员）", "网上申请（试点区县）",
        "网上办理：N", "网上办理指南", "网上填报，窗口提交", "网上投诉", "网上下载表格后到窗口办理",
    ],
)  # fmt: skip
def test_a_channel_that_is_not_open_or_not_for_this_is_none(name: str, tmp_path: Path) -> None:
    channels = [{"kind": "counter", "name": "窗口"}, {"kind": "online", "name": name}]
    assert verdict(folder(tmp_path, {"channels": channels}), "JY-0401-R06")[0] == "unsettled"


@pytest.mark.parametrize(
    "channel",
    [
        {"hours": "工作日9:00—17:00，节假日不办理"}, {"hours": "11:30停止取号"}, {"hours": "17:00关闭"}, {"name": "线下线上大厅"},
        {"name": "建设中路政务服务中心窗口"},
    ],
)  # fmt: skip
def test_hours_and_addresses_close_nothing(channel: dict[str, str], tmp_path: Path) -> None:
    channels = [{"kind": "counter", "name": "窗口", **channel}, {"kind": "online", "name": "网上办理"}]
    assert verdict(folder(tmp_path, {"channels": channels}), "JY-0401-R06")[0] == "yes"


def test_a_short_name_that_another_place_bears_is_not_the_place() -> None:
    divisions = known_divisions()
    assert {"河北区", "天津市", "天津"} <= divisions.names_here("120105") and "河北" not in divisions.names_here(
        "120105"
    )
    assert {"杭州", "杭州市", "浙江", "浙江省"} <= divisions.names_here("330100")


PROOFS = [
    "毕业证书照片",
    "离职证明照片",
    "解除劳动合同备案表",
    "退工登记表",
    "毕业生登记表",
    "常住人口登记表",
    "低保审批表",
    "原单位出具的身份证明",
]


@pytest.mark.parametrize("name", PROOFS)
def test_what_proves_something_is_neither_form_nor_photo(name: str, tmp_path: Path) -> None:
    place = folder(tmp_path, {"materials": [ID, {"name": name}]})
    assert "yes" not in (verdict(place, "JY-0401-R03")[0], verdict(place, "JY-0401-R04")[0])


@pytest.mark.parametrize(
    ("field", "text", "answer"),
    [
        ("note", "须带档案", "unsettled"), ("note", "需提供房产证", "unsettled"), ("note", "提供社区证明", "unsettled"), ("note", "还需提供退工单", "unsettled"),
        ("how_to_fill", "附离职证明复印件", "unsettled"), ("note", "需提供原件查验", "yes"), ("note", "需提供复印件一份", "yes"),
    ],
)  # fmt: skip
def test_what_else_is_to_be_brought_leaves_it_open(field: str, text: str, answer: str, tmp_path: Path) -> None:
    assert verdict(folder(tmp_path, {"materials": [{"name": "身份证", field: text}]}), "JY-0401-R03")[0] == answer


def test_what_an_office_cannot_fetch_a_person_brings(tmp_path: Path) -> None:
    paper = {"name": "毕业证书", "by": "agency", "note": "无法核验的，由申请人提供"}
    assert verdict(folder(tmp_path, {"materials": [ID, paper]}), "JY-0401-R04")[0] == "unsettled"


@pytest.mark.parametrize(
    ("kind", "name"), [("counter", "线上线下均可办理"), ("online", "网上大厅（也可到各街道窗口办理）")]
)
def test_a_channel_that_names_the_other_kind_is_no_accusation(kind: str, name: str, tmp_path: Path) -> None:
    assert verdict(folder(tmp_path, {"channels": [{"kind": kind, "name": name}]}), "JY-0401-R06")[0] == "unsettled"


@pytest.mark.parametrize(
    "words",
    [
        "容缺",
        "后补",
        "有则提供",
        "电子证照",
        "数据比对",
        "通过学信网核验",
        "大数据核验",
        "不作要求",
        "已停用",
        "由工作人员获取",
    ],
)
def test_further_words_by_which_a_paper_need_not_be_brought(words: str, tmp_path: Path) -> None:
    paper = {"name": f"毕业证书（{words}）"}
    assert verdict(folder(tmp_path, {"materials": [ID, paper]}), "JY-0401-R04")[0] == "unsettled"


@pytest.mark.parametrize(
    "rows",
    [
        ["符合下列条件之一", "本市户籍", "本市常住"], ["本市户籍", "或在本市常住"], ["本市户籍人员", "非本市户籍人员"],
        ["本市户籍", "本市常住", "在本地就业", "在本地参保"], ["本市户籍", "在本地参保"],
    ],
)  # fmt: skip
def test_rows_of_which_any_one_may_do_are_no_accusation(rows: list[str], tmp_path: Path) -> None:
    place = folder(tmp_path, conditions(*rows))
    assert verdict(place, "JY-0401-R07")[0] == verdict(place, "JY-0401-R08")[0] == "unsettled"


@pytest.mark.parametrize("rows", [["高校毕业生", "残疾人"], ["登记失业人员"], ["城镇常住人员"], [*FOUR, "常住人员"]])
def test_rows_of_people_and_the_item_itself_are_no_accusation(rows: list[str], tmp_path: Path) -> None:
    assert verdict(folder(tmp_path, conditions(*rows)), "JY-0401-R08")[0] == "unsettled"


def test_a_condition_of_one_case_forbids_nobody_else(tmp_path: Path) -> None:
    item = {"conditions": [{"case": "代办", "any_of": [{"text": "本市户籍"}]}]}
    assert verdict(folder(tmp_path, item), "JY-0401-R07")[0] == "unsettled"


@pytest.mark.parametrize(
    "paper",
    [
        {"name": "社会保障卡（任一即可）"}, {"name": "社会保障卡（择一提供）"}, {"name": "社会保障卡", "note": "出示其一"}, {"name": "社会保障卡（未持有身份证的）"},
        {"name": "户口簿（身份证丢失时提供）"}, {"name": "离职证明（有的话提供）"}, {"name": "离职证明（参考）"}, {"name": "毕业证书", "note": "视情况提供"},
    ],
)  # fmt: skip
def test_a_paper_that_is_one_of_several_is_no_accusation(paper: dict[str, str], tmp_path: Path) -> None:
    place = folder(tmp_path, {"materials": [ID, paper]})
    assert "no" not in (verdict(place, "JY-0401-R03")[0], verdict(place, "JY-0401-R04")[0])


@pytest.mark.parametrize("name", ["户口簿（应届毕业生）", "户口簿（原件及复印件各一份）", "户口簿（代办的）"])
def test_a_bracket_that_is_read_leaves_an_ask_an_ask(name: str, tmp_path: Path) -> None:
    assert verdict(folder(tmp_path, {"materials": [ID, {"name": name}]}), "JY-0401-R03")[0] == "no"


@pytest.mark.parametrize("name", ["是否支持网上办理：是", "网上办理（未成年人除外）", "网上办事大厅", "人社App"])
def test_other_channels_are(name: str, tmp_path: Path) -> None:
    channels = [{"kind": "counter", "name": "窗口"}, {"kind": "online", "name": name}]
    expected = "unsettled" if "除外" in name else "yes"
    assert verdict(folder(tmp_path, {"channels": channels}), "JY-0401-R06")[0] == expected


def test_a_number_in_front_hides_no_paper(tmp_path: Path) -> None:
    assert verdict(folder(tmp_path, {"materials": [ID, {"name": "2.户口簿"}]}), "JY-0401-R03")[0] == "no"


def test_only_by_a_counter_is_by_a_counter_and_not_online(tmp_path: Path) -> None:
    channels = [{"kind": "counter", "name": "仅限线下窗口办理"}]
    assert verdict(folder(tmp_path, {"channels": channels}), "JY-0401-R06")[0] == "no"


def test_being_insured_here_is_no_accusation_of_who_pays_the_benefit(tmp_path: Path) -> None:
    item = {
        **conditions("在本市参保"),
        "name": "失业保险金申领",
        "implements": [{"item": "JY-1101", "relation": "exact"}],
    }
    assert verdict(folder(tmp_path, item), "JY-1101-R06")[0] == "unsettled"


def test_a_message_says_the_number_that_is_more(tmp_path: Path) -> None:
    item = {
        **conditions("累计缴费满24个月"),
        "name": "失业保险金申领",
        "implements": [{"item": "JY-1101", "relation": "exact"}],
    }
    (told,) = findings(folder(tmp_path, item), "JY-1101-R06")
    assert "若干" not in told["message"] and "24" in told["message"]
